"""Matches that a source asserts: it says which article continues which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from qalamoun_terms.comparison.likeness import likeness, view_of
from qalamoun_terms.comparison.matched import Group, Work
from qalamoun_terms.model.proposals import Proposal

__all__ = ["asserted", "stars"]

_Tie = tuple[int, int]


def asserted(work: Work, old: Proposal, new: Proposal) -> tuple[Group, ...]:
    """Match by lineage; of several that continue one article the likest is its match.

    Args:
        work: the articles; those that match are taken out.
        old: the draft before.
        new: the draft after.

    Returns:
        What was split or merged by what the source says.

    >>> one, other = Proposal(id="p1"), Proposal(id="p2")
    >>> asserted(Work(one, other), one, other)
    ()
    """
    places = {article.id: place for place, article in enumerate(old.articles)}
    ties = [
        (places[ref.article], place)
        for place, article in enumerate(new.articles)
        for ref in article.continues
        if ref.proposal == old.id and ref.article in places
    ]
    scored = [
        (-likeness(view_of(one, work.old[one]), view_of(other, work.new[other]))[0], one, other)
        for one, other in dict.fromkeys(ties)
    ]
    for _, one, other in sorted(scored):
        work.match(one, other, 1.0, "a source says that it continues it")
    reason = "a source says which continues which"
    return tuple(
        Group(old=olds, new=news, confidence=1.0, reason=reason) for olds, news in stars(ties)
    )


def stars(ties: Iterable[_Tie]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Find the old articles that are tied to several new ones, then the new ones that are tied to several old ones.

    Where a paragraph went from one of two articles into the other, both are found: the one article that
    became two, and the other that two became.

    Args:
        ties: places in the old and in the new draft.

    >>> list(stars([(0, 0), (0, 1), (2, 2)]))
    [((0,), (0, 1))]
    >>> list(stars([(0, 0), (0, 1), (1, 1)]))
    [((0,), (0, 1)), ((0, 1), (1,))]
    """
    after: dict[int, set[int]] = defaultdict(set)
    before: dict[int, set[int]] = defaultdict(set)
    for one, other in ties:
        after[one].add(other)
        before[other].add(one)
    yield from (((one,), tuple(sorted(news))) for one, news in after.items() if len(news) > 1)
    yield from ((tuple(sorted(olds)), (one,)) for one, olds in before.items() if len(olds) > 1)
