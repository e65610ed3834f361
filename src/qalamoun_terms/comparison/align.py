"""Finds which article of the new draft is which of the old one.

1. What a source asserts comes first: an article that is said to continue another is its match.
2. Then articles that are equal, found by their hash, but for their number and what they rest on.
3. Then articles that both drafts have word for word: by words, number, heading and place, as far as these two
   drafts can be trusted on each; the parts of what was split or merged; and what crossed from one to another.
4. Then articles of one kind, by what they have in common: fields, words, label, heading. Candidates come from an
   index, so that a long draft costs no more an article than a short one.
5. Then the only ones of their kind that are left on both sides; they may have nothing else in common.
6. Articles of different kinds match only where their words are nearly the same.

Every step takes the best pair first and breaks ties by the order of the drafts, so that the result is always the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from qalamoun_terms.comparison.alike import match_alike, match_only_ones
from qalamoun_terms.comparison.equality import match_equal, match_in_turn, numbers_kept
from qalamoun_terms.comparison.likeness import View, view_of
from qalamoun_terms.comparison.lineage import asserted, stars
from qalamoun_terms.comparison.matched import Alignment, Group, Match, Work
from qalamoun_terms.comparison.rewording import reworded
from qalamoun_terms.model.proposals import Article, Proposal

__all__ = ["Alignment", "Group", "Match", "align"]

_CROWD = 30
"""More equal articles than this are matched by their turn; fewer by their places."""


def align(old: Proposal, new: Proposal) -> Alignment:
    """Find which article of the new draft is which of the old one.

    Args:
        old: the draft before.
        new: the draft after.

    Returns:
        The matches; an article that is in none, and in no group, was added or dropped.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> def draft(id, *places):
    ...     terms = [Ceasefire(places=[place]) for place in places]
    ...     articles = [
    ...         Article(id=f"a{n}", accounts=[Account(term=term)]) for n, term in enumerate(terms)
    ...     ]
    ...     return Proposal(id=id, articles=articles)
    >>> found = align(draft("p1", "Jerod", "Rahiba"), draft("p2", "Rahiba", "Jerod"))
    >>> [(match.old, match.new) for match in found.matches]
    [(1, 0), (0, 1)]
    """
    work = Work(old, new)
    groups = asserted(work, old, new)
    for group in groups:
        work.settle(group)
    match_equal(work)
    match_in_turn(work, least=_CROWD)
    ties = _match_reworded(work, (len(old.articles), len(new.articles)))
    match_in_turn(work)
    match_alike(work)
    match_only_ones(work)
    taken = (
        {place for group in groups for place in group.old},
        {place for group in groups for place in group.new},
    )
    matches = sorted(work.matches, key=lambda match: match.new)
    return Alignment(matches=tuple(matches), groups=(*groups, *_groups(matches, ties, taken)))


def _match_reworded(work: Work, sizes: tuple[int, int]) -> list[_Tie]:
    """Match what both drafts have word for word, and find what of it was split, merged or crossed."""
    found = reworded(
        _verbatim(work.old),
        _verbatim(work.new),
        work.pairs,
        sizes=sizes,
        renumbered=[not kept for kept in numbers_kept(work)],
        repeated=work.repeated,
    )
    for old, new, confidence, reason in found.pairs:
        work.match(old, new, confidence, reason)
    return [
        *(
            _Tie(one.whole, one.part, one.share, part=True)
            for one in found.splits
            if one.part in work.new
        ),
        *(
            _Tie(one.part, one.whole, one.share, part=True)
            for one in found.mergers
            if one.part in work.old
        ),
        *(_Tie(one.old, one.new, one.sure) for one in found.crossings),
    ]


def _verbatim(articles: Mapping[int, Article]) -> dict[int, View]:
    views = (view_of(place, article) for place, article in articles.items())
    return {view.place: view for view in views if view.verbatim}


@frozen
class _Tie:
    """An old and a new place that belong together beside the matches, and how sure that is.

    A part has no match of its own; else both may have one, and words crossed from one to the other.
    """

    old: int
    new: int
    sure: float
    part: bool = False


def _groups(
    matches: Sequence[Match], ties: Sequence[_Tie], taken: tuple[set[int], set[int]]
) -> Iterator[Group]:
    """Put what belongs together beside the matches together with them, unless a source says otherwise."""
    of_old = {match.old: match for match in matches}
    of_new = {match.new: match for match in matches}
    sure: dict[tuple[int, int], float] = {}
    for tie in ties:
        found = [one for one in (of_old.get(tie.old), of_new.get(tie.new)) if one is not None]
        asserted = tie.old in taken[0] or tie.new in taken[1]
        if asserted or (tie.part and len(found) != 1):
            continue
        sure[tie.old, tie.new] = tie.sure
        for match in found:
            sure[match.old, match.new] = min(1.0, 0.5 + match.confidence / 2)
    for olds, news in stars(sure):
        yield Group(
            old=olds,
            new=news,
            confidence=round(min(sure[old, new] for old in olds for new in news), 3),
            reason="its words stand in several"
            if len(news) > 1
            else "the words of several stand in it",
        )
