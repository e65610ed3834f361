"""Matches equal articles, and tells apart several that are equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable

from qalamoun_terms.comparison.matched import Work
from qalamoun_terms.model.proposals import Article

__all__ = ["match_equal", "match_in_turn", "numbers_kept", "said_by"]

Key = Callable[[Article], Hashable]

_SAME = "the same words and terms"


def said_by(article: Article) -> Hashable:
    """Give what an article says, without its number and what it rests on.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> one = Article(id="a1", label="4", accounts=[Account(term=Ceasefire())])
    >>> other = Article(id="a2", label="5", accounts=[Account(term=Ceasefire())])
    >>> said_by(one) == said_by(other)
    True
    """
    if len(article.accounts) == 1:
        account = article.accounts[0]
        return article.heading, account.term, account.text
    said = frozenset((account.term, account.text) for account in article.accounts)
    return article.heading, said


def _terms(article: Article) -> Hashable:
    return frozenset(account.term for account in article.accounts)


def match_equal(work: Work) -> None:
    """Match the articles that are equal; of several equal ones those whose number or neighbours tell.

    The number tells only where the articles of which there is one have kept theirs.

    Args:
        work: the articles; those that match are taken out.
    """
    groups = _groups(work, said_by)
    for olds, news in groups:
        if len(olds) == len(news) == 1:
            work.match(olds[0], news[0], 1.0, _SAME)
    twins = [places for places in groups if len(places[0]) + len(places[1]) > 2]
    kept = numbers_kept(work)
    if sum(kept) * 2 >= len(kept):
        for olds, news in twins:
            _by_number(work, olds, news)
    _by_neighbours(work, twins)


def numbers_kept(work: Work) -> list[bool]:
    """Say of each match of two numbered articles whether the number is the same.

    Args:
        work: the matches so far.
    """
    return [
        one.label == other.label
        for one, other in work.matched_articles()
        if one.label is not None and other.label is not None
    ]


def match_in_turn(work: Work, *, least: int = 0) -> None:
    """Match what is left of several equal articles by their turn, then those whose terms are equal.

    Args:
        work: the articles; those that match are taken out.
        least: leave groups alone that do not have more than so many articles in each draft.
    """
    for key, confidence, reason in ((said_by, 1.0, _SAME), (_terms, 0.95, "the same terms")):
        for olds, news in _groups(work, key):
            if min(len(olds), len(news)) <= least or (key is _terms and _is_blank(work, news[0])):
                continue
            for one, other in zip(olds, news, strict=False):
                work.match(one, other, confidence, reason)


def _is_blank(work: Work, place: int) -> bool:
    return any(account.text in work.repeated.texts for account in work.new[place].accounts)


def _groups(work: Work, key: Key) -> list[tuple[list[int], list[int]]]:
    """Find the equal articles of both drafts, in the order of the new one."""
    found: dict[Hashable, tuple[list[int], list[int]]] = {}
    for place, article in work.new.items():
        found.setdefault(key(article), ([], []))[1].append(place)
    for place, article in work.old.items():
        group = found.get(key(article))
        if group is not None:
            group[0].append(place)
    return [group for group in found.values() if group[0]]


def _by_number(work: Work, olds: list[int], news: list[int]) -> None:
    labels = Counter(work.old[place].label for place in olds)
    labels.update(work.new[place].label for place in news)
    by_label = {work.old[place].label: place for place in olds}
    for place in news:
        label = work.new[place].label
        if label is not None and label in by_label and labels[label] == 2:
            work.match(by_label[label], place, 1.0, _SAME)


def _by_neighbours(work: Work, twins: list[tuple[list[int], list[int]]]) -> None:
    """Match the twin that follows a match, or comes before one, as its counterpart does."""
    group = {place: number for number, (olds, _) in enumerate(twins) for place in olds}
    news = sorted((place, number) for number, (_, places) in enumerate(twins) for place in places)
    old_of = {new: old for old, new in work.pairs}
    for step, order in ((1, news), (-1, news[::-1])):
        for place, number in order:
            old = old_of.get(place - step, -2) + step
            if place in work.new and old in work.old and group.get(old) == number:
                work.match(old, place, 1.0, _SAME)
                old_of[place] = old
