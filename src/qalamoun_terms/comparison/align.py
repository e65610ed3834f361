"""Finds which article of the new draft is which of the old one.

1. What a source asserts comes first: an article that is said to continue another is its match.
2. Then articles that are equal, found by their hash, but for their number and what they rest on.
3. Then articles that both drafts have word for word: by words, number, heading and place, as far as these two
   drafts can be trusted on each; and the parts of what was split or merged.
4. Then articles of one kind, by what they have in common: fields, words, label, heading. Candidates come from an
   index, so that a long draft costs no more an article than a short one.
5. Then the only ones of their kind that are left on both sides; they may have nothing else in common.
6. Articles of different kinds match only where their words are nearly the same.

Every step takes the best pair first and breaks ties by the order of the drafts, so that the result is always the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qalamoun_terms.comparison.alike import match_alike, match_only_ones
from qalamoun_terms.comparison.equality import match_equal, match_in_turn, numbers_kept
from qalamoun_terms.comparison.likeness import View, view_of
from qalamoun_terms.comparison.lineage import asserted, joined
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
    parts = _match_reworded(work, (len(old.articles), len(new.articles)))
    match_in_turn(work)
    match_alike(work)
    match_only_ones(work)
    taken = (
        {place for group in groups for place in group.old},
        {place for group in groups for place in group.new},
    )
    matches = sorted(work.matches, key=lambda match: match.new)
    return Alignment(matches=tuple(matches), groups=(*groups, *_groups(matches, parts, taken)))


def _match_reworded(work: Work, sizes: tuple[int, int]) -> list[tuple[int, int, float]]:
    """Match what both drafts have word for word.

    Returns:
        The parts: an old place, a new place, and how much of the part stands in the whole.
    """
    found = reworded(
        _verbatim(work.old),
        _verbatim(work.new),
        work.pairs,
        sizes=sizes,
        renumbered=[not kept for kept in numbers_kept(work)],
        repeated=work.repeated_headings,
    )
    for old, new, confidence, reason in found.pairs:
        work.match(old, new, confidence, reason)
    return [
        *((one.whole, one.part, one.share) for one in found.splits if one.part in work.new),
        *((one.part, one.whole, one.share) for one in found.mergers if one.part in work.old),
    ]


def _verbatim(articles: Mapping[int, Article]) -> dict[int, View]:
    views = (view_of(place, article) for place, article in articles.items())
    return {view.place: view for view in views if view.verbatim}


def _groups(
    matches: Sequence[Match],
    parts: Sequence[tuple[int, int, float]],
    taken: tuple[set[int], set[int]],
) -> list[Group]:
    """Put the parts together with the match of their whole, unless a source says otherwise of them."""
    of_old = {match.old: match for match in matches}
    of_new = {match.new: match for match in matches}
    shares: dict[tuple[int, int], float] = {}
    for old, new, share in parts:
        match = of_new.get(new) if new in of_new else of_old.get(old)
        alone = (
            old not in taken[0] and new not in taken[1] and (old not in of_old or new not in of_new)
        )
        if match is None or not alone:
            continue
        shares[old, new] = share
        shares[match.old, match.new] = min(1.0, 0.5 + match.confidence / 2)
    return [
        Group(
            old=olds,
            new=news,
            confidence=round(
                min(shares[tie] for tie in shares if tie[0] in olds and tie[1] in news), 3
            ),
            reason="its words stand in several"
            if len(news) > 1
            else "the words of several stand in it",
        )
        for olds, news in joined(shares)
    ]
