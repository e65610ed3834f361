"""Matches articles of which at least one is known by report, by what they have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from qalamoun_terms.comparison.likeness import View, in_common, likeness, marks_of, view_of
from qalamoun_terms.comparison.matched import Work
from qalamoun_terms.comparison.wording import similarity
from qalamoun_terms.model.proposals import Article

__all__ = ["match_alike", "match_only_ones"]

_ENOUGH = 0.3
"""From so much in common on two articles of one kind are taken for the same provision."""
_NEARLY_THE_SAME = 0.85
"""So many of their words must two articles of different kinds share, in the same order."""
_ALL_PAIRS = 400
"""Up to so many pairs of one kind are all looked at; above that the index names the candidates."""
_CANDIDATES = 8
_COMMON = 30
"""A word that more articles than this have in common names no candidates."""


def match_alike(work: Work) -> None:
    """Match articles of one kind by their fields, words, label and heading, the likest first.

    Args:
        work: the articles; those that match are taken out.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> work = Work(Proposal(id="p1"), Proposal(id="p2"))
    >>> match_alike(work)
    >>> work.matches
    []
    """
    olds = [view_of(place, article) for place, article in work.old.items()]
    news = [view_of(place, article) for place, article in work.new.items()]
    if all(view.verbatim for view in (*olds, *news)):
        return
    scored = []
    for one, other in _candidates(olds, news):
        if one.verbatim and other.verbatim:
            continue
        score, reason = likeness(one, other)
        distance = abs(one.place - other.place)
        if one.kinds & other.kinds:
            wanted = _ENOUGH
        else:
            score, wanted = similarity(one.words, other.words), _NEARLY_THE_SAME
            reason = "nearly the same words, of another kind"
        if score >= wanted:
            scored.append((-score, distance, other.place, one.place, reason))
    for minus, _, new, old, reason in sorted(scored):
        work.match(old, new, round(-minus, 3), reason)


def _candidates(olds: list[View], news: list[View]) -> Iterator[tuple[View, View]]:
    by_kind: dict[str, list[View]] = defaultdict(list)
    for one in olds:
        for kind in sorted(one.kinds):
            by_kind[kind].append(one)
    wanted = Counter(kind for other in news for kind in other.kinds)
    few = {kind for kind, views in by_kind.items() if len(views) * wanted[kind] <= _ALL_PAIRS}
    index = _index(olds)
    for other in news:
        found = {one.place: one for kind in sorted(other.kinds & few) for one in by_kind[kind]}
        found.update((one.place, one) for one in _by_index(index, other))
        for place in sorted(found):
            yield found[place], other


_Index = dict[tuple[str, str], list[View]]


def _index(olds: list[View]) -> _Index:
    index: _Index = defaultdict(list)
    for one in olds:
        for mark in marks_of(one):
            index[mark].append(one)
    return index


def _by_index(index: _Index, other: View) -> list[View]:
    """Name the old articles that share the rarest marks with a new one."""
    weight: dict[int, float] = defaultdict(float)
    views: dict[int, View] = {}
    for mark in sorted(marks_of(other)):
        holders = index.get(mark, [])
        if len(holders) > _COMMON:
            continue
        for one in holders:
            weight[one.place] += 1 / len(holders)
            views[one.place] = one
    best = sorted(weight, key=lambda place: (-round(weight[place], 9), place))[:_CANDIDATES]
    return [views[place] for place in best]


def match_only_ones(work: Work) -> None:
    """Match the only articles of a kind that are left; of several on one side the likest.

    Where one side has several, a pair must at least state the same fields, and not have words that speak against it.

    Args:
        work: the articles; those that match are taken out.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> work = Work(Proposal(id="p1"), Proposal(id="p2"))
    >>> match_only_ones(work)
    >>> work.matches
    []
    """
    before, after = _by_kind(work.old), _by_kind(work.new)
    for kind in sorted((before.keys() & after.keys()) - {"other"}):
        olds = [view_of(place, work.old[place]) for place in before[kind] if place in work.old]
        news = [view_of(place, work.new[place]) for place in after[kind] if place in work.new]
        if all(view.verbatim for view in (*olds, *news)):
            continue
        if len(olds) == len(news) == 1:
            reason = "the only one of its kind left in both drafts"
            work.match(olds[0].place, news[0].place, 0.4, reason)
        elif min(len(olds), len(news)) == 1:
            _likest(work, [(one, other) for one in olds for other in news])


def _likest(work: Work, pairs: list[tuple[View, View]]) -> None:
    scored = [
        (-in_common(one.named, other.named), one.place, other.place)
        for one, other in pairs
        if one.named & other.named and not (one.words and other.words)
    ]
    if scored:
        minus, old, new = min(scored)
        reason = "the likest of its kind left, stating the same fields"
        work.match(old, new, round(min(_ENOUGH, -minus), 3), reason)


def _by_kind(articles: dict[int, Article]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, article in articles.items():
        for kind in sorted({account.term.kind for account in article.accounts}):
            found[kind].append(place)
    return found
