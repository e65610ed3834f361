"""Words that went from one article into another while both articles are still there.

A drafter who carries a paragraph from one article to another amends both of them, and neither edit says so. Words
that are gone here and that came there, in their order, are one move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import field, frozen

from qalamoun_terms.comparison.changes import Change, Run
from qalamoun_terms.comparison.edits import TextEdit
from qalamoun_terms.comparison.told import Carried, Movement
from qalamoun_terms.comparison.wording import WordEdit, pieces, words
from qalamoun_terms.model.proposals import ArticleRef

__all__ = ["carried_between"]

_LEAST = 8
"""From so many words on a passage is followed from one article to another."""

_GAP = 8
"""Edits with at most so many words and marks between them are one passage."""

_SHARE = 0.7
"""So much of the shorter passage must stand in the longer one, in its order."""

_COMMON_PAIR = 20
"""A pair of words that more passages have than these tells nothing."""


def carried_between(change: Change) -> tuple[Carried, ...]:
    """Find the words that went from one surviving article into another.

    Args:
        change: the change.

    Returns:
        The moves, in the order of the articles that the words came from.

    >>> from qalamoun_terms.comparison.compare import compare
    >>> from qalamoun_terms.comparison.draft import draft
    >>> buses = "The buses are escorted by the police to the crossing and may not be searched."
    >>> exit, roads = (
    ...     "Fighters leave within three days.",
    ...     "Roads stay open at all hours of the day.",
    ... )
    >>> old = draft([(1, "Exit", f"{exit} {buses}"), (2, "Roads", roads)])
    >>> new = draft([(1, "Exit", exit), (2, "Roads", f"{roads} {buses}")], id="p2")
    >>> [one] = carried_between(compare(old, new))
    >>> str(one.from_), str(one.into), one.new == buses
    ('p1.a1', 'p2.a2', True)
    """
    reported = {one.old[0] for one in change.pairings if one.reported}
    edits = [
        one
        for one in change.edits
        if isinstance(one, TextEdit) and not one.field and one.article not in reported
    ]
    gone = [one for edit in edits for one in _passages(edit, gone=True)]
    come = [one for edit in edits for one in _passages(edit, gone=False)]
    if not gone or not come:
        return ()
    ids = _new_ids(change)
    return tuple(
        Carried(
            from_=ArticleRef(change.old, one.article),
            into=ArticleRef(change.new, ids[other.article]),
            old=one.text,
            new=other.text,
        )
        for one, other in _matched(gone, come)
    )


def without_carried(change: Change, found: Sequence[Movement]) -> tuple[Movement, ...]:
    """Leave out changes of force that only went along with words that were carried into another article.

    Args:
        change: the change.
        found: what changed in force.

    >>> from qalamoun_terms.comparison.compare import compare
    >>> from qalamoun_terms.model.proposals import Proposal
    >>> without_carried(compare(Proposal(id="p1"), Proposal(id="p2")), [])
    ()
    """
    gone = _by_article((one.old_article, one) for one in found if one.change == "removed")
    come = _by_article((one.new_article, one) for one in found if one.change == "added")
    along: set[int] = set()
    for passage in change.carried:
        there = {(one.field, one.new): one for one in come.get(passage.into.article, ())}
        for lost in gone.get(passage.from_.article, ()):
            again = there.get((lost.field, lost.old))
            if again is not None:
                along |= {id(lost), id(again)}
    return tuple(one for one in found if id(one) not in along)


def _by_article(found: Iterable[tuple[ArticleRef | None, Movement]]) -> dict[str, list[Movement]]:
    rows: dict[str, list[Movement]] = {}
    for ref, one in found:
        if ref is not None:
            rows.setdefault(ref.article, []).append(one)
    return rows


def _new_ids(change: Change) -> dict[str, str]:
    runs = (piece for piece in change.order if isinstance(piece, Run))
    return dict(ids for run in runs for ids, _ in run.rows())


@frozen
class _Passage:
    """Words that are gone from an article, or that came into it, and their pairs."""

    article: str
    text: str
    pairs: Mapping[tuple[str, str], int] = field(hash=False, repr=False)


def _passages(edit: TextEdit, *, gone: bool) -> Iterator[_Passage]:
    for group in _near(edit.words):
        text = " ".join((one.old if gone else one.new).strip() for one in group).strip(" ;,،؛")
        found = words(text)
        if len(found) >= _LEAST:
            yield _Passage(edit.article, text, Counter(pairwise(found)))


def _near(edits: Iterable[WordEdit]) -> Iterator[list[WordEdit]]:
    group: list[WordEdit] = []
    end = 0
    for edit in edits:
        if group and edit.at - end > _GAP:
            yield group
            group = []
        group.append(edit)
        end = edit.at + len(pieces(edit.old))
    if group:
        yield group


def _matched(gone: Sequence[_Passage], come: Sequence[_Passage]) -> list[tuple[_Passage, _Passage]]:
    """Set each passage that came against one that is gone elsewhere, the likest first."""
    known: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(gone):
        for pair in one.pairs:
            known.setdefault(pair, []).append(place)
    able = []
    for place, other in enumerate(come):
        shared: Counter[int] = Counter()
        for pair, times in other.pairs.items():
            holders = known.get(pair, ())
            if len(holders) <= _COMMON_PAIR:
                for holder in holders:
                    shared[holder] += min(times, gone[holder].pairs[pair])
        able += [
            (-count, holder, place)
            for holder, count in shared.items()
            if _is_enough(count, gone[holder], other)
        ]
    return [(gone[a], come[b]) for a, b in sorted(_chosen(able))]


def _is_enough(count: int, one: _Passage, other: _Passage) -> bool:
    shorter = min(sum(one.pairs.values()), sum(other.pairs.values()))
    return one.article != other.article and count >= max(_LEAST - 1, _SHARE * shorter)


def _chosen(able: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    taken: set[int] = set()
    given: set[int] = set()
    for _, one, other in sorted(able):
        if one not in taken and other not in given:
            taken.add(one)
            given.add(other)
            yield one, other
