"""The matches of an alignment, and the articles that are still without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from qalamoun_terms.model.proposals import Article, Proposal

__all__ = ["Alignment", "Group", "Match", "Repeated", "Work"]

_SHORT = 40
"""So many letters are a short text."""


@frozen(kw_only=True)
class Match:
    """Two articles that are taken for one provision.

    Args:
        old: the place of the one in the old draft, from 0.
        new: the place of the other in the new draft.
        confidence: how sure that is, from 0 to 1.
        reason: why, in words.

    >>> Match(old=0, new=2, confidence=1.0, reason="the same words and terms").new
    2
    """

    old: int
    new: int
    confidence: float
    reason: str


@frozen(kw_only=True)
class Group:
    """One article that was split into several, or several that were merged into one; an article may be in both.

    Args:
        old: the places in the old draft.
        new: the places in the new draft.
        confidence: how sure that is, from 0 to 1.
        reason: why, in words.

    >>> Group(old=(0,), new=(0, 1), confidence=0.8, reason="its words stand in both").new
    (0, 1)
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    confidence: float
    reason: str


@frozen(kw_only=True)
class Alignment:
    """Which articles of two drafts belong together.

    Args:
        matches: one article with one, in the order of the new draft.
        groups: where one belongs to several: what was split or merged.

    >>> Alignment(matches=()).groups
    ()
    """

    matches: tuple[Match, ...]
    groups: tuple[Group, ...] = ()


@frozen(kw_only=True)
class Repeated:
    """What several articles of a draft have, so that it tells little or nothing.

    Args:
        headings: headings that more than one article has.
        texts: short texts that stand under several headings, such as "(deleted)".

    >>> Repeated(headings=frozenset(["Transitional"])).texts
    frozenset()
    """

    headings: frozenset[str | None] = frozenset()
    texts: frozenset[str] = frozenset()


class Work:
    """The articles that are not matched yet, and the matches so far.

    Args:
        old: the draft before.
        new: the draft after.

    >>> work = Work(Proposal(id="p1"), Proposal(id="p2"))
    >>> work.match(0, 0, 1.0, "there is none")
    >>> work.matches
    []
    """

    def __init__(self, old: Proposal, new: Proposal) -> None:
        self.old = dict(enumerate(old.articles))
        self.new = dict(enumerate(new.articles))
        self.matches: list[Match] = []
        self._drafts = old, new

    def match(self, old: int, new: int, confidence: float, reason: str) -> None:
        """Take two articles for one, unless one of them is matched already."""
        if old in self.old and new in self.new:
            del self.old[old], self.new[new]
            self.matches.append(Match(old=old, new=new, confidence=confidence, reason=reason))

    def settle(self, group: Group) -> None:
        """Leave the articles of a group out of all that follows."""
        for place in group.old:
            self.old.pop(place, None)
        for place in group.new:
            self.new.pop(place, None)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The old and the new place of each match."""
        return [(match.old, match.new) for match in self.matches]

    def matched_articles(self) -> Iterator[tuple[Article, Article]]:
        """Go through the matched articles, the old one and the new one."""
        old, new = self._drafts
        for match in self.matches:
            yield old.articles[match.old], new.articles[match.new]

    @cached_property
    def repeated(self) -> Repeated:
        """What several articles of a draft have."""
        return Repeated(
            headings=frozenset(one for draft in self._drafts for one in _repeated_headings(draft)),
            texts=frozenset(one for draft in self._drafts for one in _blank_texts(draft)),
        )


def _repeated_headings(draft: Proposal) -> Iterator[str | None]:
    times = Counter(one.heading for one in draft.articles)
    return (heading for heading, number in times.items() if number > 1)


def _blank_texts(draft: Proposal) -> Iterator[str]:
    under: dict[str, set[str | None]] = {}
    for article in draft.articles:
        for account in article.accounts:
            if account.text is not None and len(account.text) < _SHORT:
                under.setdefault(account.text, set()).add(article.heading)
    return (text for text, headings in under.items() if len(headings) > 1)
