"""What a coding missed and what it invented, record by record, with the words of the text."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from qalamoun_terms.evaluation.alignment import Alignment
from qalamoun_terms.evaluation.codings import CodedStance, PlacedTerm, Span
from qalamoun_terms.evaluation.scoring import field_values, stance_pairs

__all__ = ["Finding", "Subject", "invented", "missed"]


class Subject(Enum):
    """What was missed or invented."""

    TERM = "term"
    FIELD = "field"
    STANCE = "stance"


@frozen(kw_only=True)
class Finding:
    """A term, a value of a field, or a stance that only one of two codings has.

    Args:
        subject: which of the three.
        kind: the kind of term, the field, or the stance.
        words: the words of the text, or the value of the field.
        about: the term or package, and for a stance the side.
        span: where the words stand.

    >>> one = Finding(
    ...     subject=Subject.STANCE,
    ...     kind="rejected",
    ...     words="said no",
    ...     about="state on P1",
    ...     span=Span(3, 10),
    ... )
    >>> print(one)
    stance rejected (state on P1): said no
    """

    subject: Subject
    kind: str
    words: str
    about: str
    span: Span

    def __str__(self) -> str:
        return f"{self.subject.value} {self.kind} ({self.about}): {self.words}"


def missed(alignment: Alignment, text: str | None = None) -> tuple[Finding, ...]:
    """List what the gold coding has and the predicted one has not.

    Args:
        alignment: the two codings, side by side.
        text: the text; without it the coder's own words stand for those of the text.

    Returns:
        Terms, fields and stances, by their place in the text.

    >>> from qalamoun_terms.evaluation.alignment import align
    >>> from qalamoun_terms.evaluation.codings import CodedDocument
    >>> missed(align(CodedDocument(id="d"), CodedDocument(id="d")))
    ()
    """
    found = {*alignment.same_kind}
    elsewhere = {i: alignment.predicted_terms[j].term.kind for i, j in alignment.same_words.items()}
    stances = {*stance_pairs(alignment)["stance"]}
    findings = (
        *_terms(alignment.gold_terms, found, elsewhere, text),
        *_fields(alignment, missed=True),
        *_stances(alignment.gold.stances, stances, text),
    )
    return tuple(sorted(findings, key=_place))


def invented(alignment: Alignment, text: str | None = None) -> tuple[Finding, ...]:
    """List what the predicted coding has and the gold one has not.

    Args:
        alignment: the two codings, side by side.
        text: the text.

    Returns:
        Terms, fields and stances, by their place in the text.

    >>> from qalamoun_terms.evaluation.alignment import align
    >>> from qalamoun_terms.evaluation.codings import CodedDocument, CodedStance
    >>> claim = CodedStance(side="state", target="P1", stance="accepted", span=Span(0, 6))
    >>> alignment = align(CodedDocument(id="d"), CodedDocument(id="d", stances=[claim]))
    >>> print(*invented(alignment, "Agreed."))
    stance accepted (state on P1): Agreed
    """
    found = {*alignment.same_kind.values()}
    elsewhere = {j: alignment.gold_terms[i].term.kind for i, j in alignment.same_words.items()}
    stances = {*stance_pairs(alignment)["stance"].values()}
    findings = (
        *_terms(alignment.predicted_terms, found, elsewhere, text),
        *_fields(alignment, missed=False),
        *_stances(alignment.predicted.stances, stances, text),
    )
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[int, int]:
    return finding.span.start, finding.span.end


def _terms(
    terms: tuple[PlacedTerm, ...],
    found: set[int],
    elsewhere: dict[int, str],
    text: str | None,
) -> Iterator[Finding]:
    for index, one in enumerate(terms):
        if index in found:
            continue
        other = f", elsewhere {elsewhere[index]}" if index in elsewhere else ""
        yield Finding(
            subject=Subject.TERM,
            kind=one.term.kind,
            words=_words(text, one.term.span, one.term.gist),
            about=f"{one.ref}{other}",
            span=one.term.span,
        )


def _fields(alignment: Alignment, *, missed: bool) -> Iterator[Finding]:
    for i, j in alignment.same_kind.items():
        gold, predicted = alignment.gold_terms[i], alignment.predicted_terms[j]
        own = gold if missed else predicted
        for name, _, only_predicted, only_gold in field_values(gold.term, predicted.term):
            for value in only_gold if missed else only_predicted:
                yield Finding(
                    subject=Subject.FIELD,
                    kind=name,
                    words=value,
                    about=f"{own.ref} {own.term.kind}",
                    span=own.term.span,
                )


def _stances(
    stances: tuple[CodedStance, ...], found: set[int], text: str | None
) -> Iterator[Finding]:
    for index, one in enumerate(stances):
        if index not in found:
            yield Finding(
                subject=Subject.STANCE,
                kind=one.stance,
                words=_words(text, one.span, one.party),
                about=f"{one.side} on {one.target}",
                span=one.span,
            )


def _words(text: str | None, span: Span, otherwise: str) -> str:
    """Give the words of a span in one line."""
    if text is None or not span.stands_in(len(text)):
        return otherwise
    return " ".join(text[span.start : span.end].split())
