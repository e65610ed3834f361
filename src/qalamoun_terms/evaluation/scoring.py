"""How many terms, fields, packages and stances of a coding are those of another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from qalamoun_terms.evaluation.alignment import POLARITY, Alignment, Pairs
from qalamoun_terms.evaluation.codings import CodedProposal, CodedStance, CodedTerm
from qalamoun_terms.evaluation.figures import Figures, Tally, total
from qalamoun_terms.evaluation.likeness import iou, overlap, same_source, same_value

__all__ = ["SCORED_FIELDS", "field_values", "score", "stance_pairs"]

SCORED_FIELDS = ("duration", "extension", "weapons", "place", "beneficiary", "destination")
"""The fields whose values are compared."""

_MOVING_PEOPLE = frozenset({"armed_exit", "civilian_evacuation", "force_integration"})
"""Kinds of which coders take who leaves for a beneficiary or for a force; neither is compared."""

_OPPOSITE = {"accept": "reject", "reject": "accept"}


def score(alignment: Alignment, length: int | None = None) -> Figures:
    """Count what is right, invented and missed in a coding.

    Args:
        alignment: the two codings, side by side.
        length: the length of the text; without it nothing is said of whether spans lie in it.

    Returns:
        The figures of this one document.

    >>> from qalamoun_terms.evaluation.alignment import align
    >>> from qalamoun_terms.evaluation.codings import CodedDocument
    >>> score(align(CodedDocument(id="d"), CodedDocument(id="d"))).negative_documents
    1
    """
    parts = (
        _terms(alignment),
        _proposals(alignment),
        _stances(alignment),
        _reversed(alignment),
        _false_alarms(alignment),
        _grounded(alignment, length),
    )
    return total(parts)


def _counted(pairs: Pairs, gold: int, predicted: int) -> Tally:
    return Tally(len(pairs), predicted - len(pairs), gold - len(pairs))


def _terms(alignment: Alignment) -> Figures:
    gold, predicted = alignment.gold_terms, alignment.predicted_terms
    words = alignment.same_words
    return Figures(
        term=_counted(alignment.same_kind, len(gold), len(predicted)),
        span=_counted(words, len(gold), len(predicted)),
        field=_fields(alignment),
        group=_groups(alignment),
        iou=sum(iou(gold[i].term.span, predicted[j].term.span) for i, j in words.items()),
    )


def _fields(alignment: Alignment) -> Tally:
    found = Tally()
    for i, j in alignment.same_kind.items():
        gold, predicted = alignment.gold_terms[i].term, alignment.predicted_terms[j].term
        for _, right, invented, missed in field_values(gold, predicted):
            found += Tally(len(right), len(invented), len(missed))
    return found


def field_values(
    gold: CodedTerm, predicted: CodedTerm
) -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    """Compare the fields of two terms, value by value.

    Args:
        gold: the term of the coding that is trusted.
        predicted: the term of the coding that is checked.

    Yields:
        The name of each compared field, and its values that are right, invented and missed.

    >>> from qalamoun_terms.evaluation.codings import Span
    >>> def term(**fields):
    ...     return CodedTerm(id="T1", kind="ceasefire", span=Span(0, 9), fields=fields)
    >>> one, other = term(duration=["P2M"]), term(duration=["P60D"], place=["Homs"])
    >>> [found for found in field_values(one, other) if any(found[1:])]
    [('duration', [], ['P60D'], ['P2M']), ('place', [], ['Homs'], [])]
    """
    for name in SCORED_FIELDS:
        if name == "beneficiary" and gold.kind in _MOVING_PEOPLE:
            continue
        left, right, missed = list(predicted.values(name)), [], []
        for wanted in gold.values(name):
            hit = next((one for one in left if same_value(name, wanted, one)), None)
            if hit is None:
                missed.append(wanted)
            else:
                left.remove(hit)
                right.append(wanted)
        yield name, right, left, missed


def _groups(alignment: Alignment) -> Tally:
    """Ask of each two matched terms whether they stand in one package, here and there."""
    homes = [
        (alignment.gold_terms[i].proposal, alignment.predicted_terms[j].proposal)
        for i, j in alignment.same_kind.items()
    ]
    right = invented = missed = 0
    for place, (gold, predicted) in enumerate(homes):
        for other_gold, other_predicted in homes[:place]:
            together, found = gold == other_gold, predicted == other_predicted
            right += together and found
            invented += found and not together
            missed += together and not found
    return Tally(right, invented, missed)


def _proposals(alignment: Alignment) -> Figures:
    there = {one.id: one for one in alignment.predicted.proposals}
    pairs = [
        (one, there[alignment.packages[one.id]])
        for one in alignment.gold.proposals
        if one.id in alignment.packages
    ]
    return Figures(
        proposals_seen=len(pairs),
        proposer_side_right=_alike(pairs, "proposer_side"),
        status_right=_alike(pairs, "status"),
        date_right=_alike(pairs, "date"),
    )


def _alike(pairs: list[tuple[CodedProposal, CodedProposal]], name: str) -> int:
    values: Iterator[tuple[Any, Any]] = ((getattr(a, name), getattr(b, name)) for a, b in pairs)
    return sum((a or None) == (b or None) for a, b in values)


def stance_pairs(alignment: Alignment) -> dict[str, Pairs]:
    """Pair the stances of two codings: by the stance itself, by its polarity, by the package alone.

    >>> from qalamoun_terms.evaluation.alignment import align
    >>> from qalamoun_terms.evaluation.codings import CodedDocument
    >>> stance_pairs(align(CodedDocument(id="d"), CodedDocument(id="d")))
    {'stance': {}, 'polarity': {}, 'package': {}}
    """

    def same_way(a: CodedStance, b: CodedStance) -> bool:
        return POLARITY[a.stance] == POLARITY[b.stance]

    same_target, same_package = alignment.same_target, alignment.same_package
    return {
        "stance": alignment.stances(lambda a, b: a.stance == b.stance and same_target(a, b)),
        "polarity": alignment.stances(lambda a, b: same_way(a, b) and same_target(a, b)),
        "package": alignment.stances(lambda a, b: same_way(a, b) and same_package(a, b)),
    }


def _stances(alignment: Alignment) -> Figures:
    gold, predicted = alignment.gold.stances, alignment.predicted.stances
    pairs = stance_pairs(alignment)
    matched = [(gold[i], predicted[j]) for i, j in pairs["stance"].items()]
    tallies = {name: _counted(found, len(gold), len(predicted)) for name, found in pairs.items()}
    return Figures(
        stance=tallies["stance"],
        polarity=tallies["polarity"],
        package=tallies["package"],
        source_seen=len(matched),
        source_right=sum(same_source(a.said_by, b.said_by) for a, b in matched),
        evidence_right=sum(overlap(a.span, b.span) > 0 for a, b in matched),
    )


def _reversed(alignment: Alignment) -> Figures:
    """Count the worst error: a side is said to accept what it rejects, or the other way round."""
    said = {
        (one.side, alignment.packages.get(one.package), POLARITY[one.stance])
        for one in alignment.gold.stances
    }
    stances = alignment.predicted.stances
    turned = 0
    for one in stances:
        polarity = POLARITY[one.stance]
        opposite = _OPPOSITE.get(polarity)
        as_said = (one.side, one.package, polarity) in said
        turned += (one.side, one.package, opposite) in said and not as_said
    return Figures(reversed=turned, stances_seen=len(stances))


def _false_alarms(alignment: Alignment) -> Figures:
    if alignment.gold_terms:
        return Figures()
    return Figures(negative_documents=1, false_alarms=len(alignment.predicted.spans))


def _grounded(alignment: Alignment, length: int | None) -> Figures:
    if length is None:
        return Figures()
    spans = alignment.predicted.spans
    return evolve(Figures(), spans=len(spans), grounded=sum(one.stands_in(length) for one in spans))
