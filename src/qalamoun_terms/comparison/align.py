"""Finds which article of the new draft is which of the old one.

1. What a source asserts comes first: an article that is said to continue another is its match.
2. Then articles that are equal, found by their hash: whole, or but for their number and what they rest on.
3. Then articles of one kind, by what they have in common: fields, words, label, heading. Candidates come from an
   index, so that a long draft costs no more an article than a short one.
4. Then the only ones of their kind that are left on both sides; they may have nothing else in common.
5. Articles of different kinds match only where their words are nearly the same.

Every step takes the best pair first and breaks ties by the order of the drafts, so that the result is always the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from attrs import frozen

from qalamoun_terms.comparison.likeness import View, in_common, likeness, marks_of, view_of
from qalamoun_terms.comparison.wording import similarity
from qalamoun_terms.model.proposals import Article, Proposal

__all__ = ["Alignment", "Match", "align"]

_ENOUGH = 0.3
"""From so much in common on two articles of one kind are taken for the same provision."""
_NEARLY_THE_SAME = 0.85
"""So many of their words must two articles of different kinds share, in the same order."""
_ALL_PAIRS = 400
"""Up to so many pairs of one kind are all looked at; above that the index names the candidates."""
_CANDIDATES = 8
_COMMON = 30
"""A word that more articles than this have in common names no candidates."""


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
class Alignment:
    """Which articles of two drafts belong together.

    Args:
        matches: one article with one, in the order of the new draft.
        groups: the matches that a source asserts of one article with several: a split or a merger.

    >>> align(Proposal(id="p1"), Proposal(id="p2")).matches
    ()
    """

    matches: tuple[Match, ...]
    groups: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()


class _Work:
    """The articles that are not matched yet, and the matches so far."""

    def __init__(self, old: Proposal, new: Proposal) -> None:
        self.old = dict(enumerate(old.articles))
        self.new = dict(enumerate(new.articles))
        self.matches: list[Match] = []

    def match(self, old: int, new: int, confidence: float, reason: str) -> None:
        """Take two articles for one, unless one of them is matched already."""
        if old in self.old and new in self.new:
            del self.old[old], self.new[new]
            self.matches.append(Match(old=old, new=new, confidence=confidence, reason=reason))


def align(old: Proposal, new: Proposal) -> Alignment:
    """Find which article of the new draft is which of the old one.

    Args:
        old: the draft before.
        new: the draft after.

    Returns:
        The matches; an article that is in none was added or dropped.

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
    work = _Work(old, new)
    groups = _asserted(work, old, new)
    for key, confidence, reason in _EQUALITIES:
        _equal(work, key, confidence, reason)
    _alike(work)
    _only_ones(work)
    matches = sorted(work.matches, key=lambda match: match.new)
    return Alignment(matches=tuple(matches), groups=groups)


# --- what a source asserts


def _asserted(
    work: _Work, old: Proposal, new: Proposal
) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Match by lineage; of several that continue one article the likest is its match."""
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
    return tuple(_groups(ties))


def _groups(
    ties: Iterable[tuple[int, int]],
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Find the old articles that several continue, and the new ones that continue several."""
    after: dict[int, set[int]] = defaultdict(set)
    before: dict[int, set[int]] = defaultdict(set)
    for one, other in ties:
        after[one].add(other)
        before[other].add(one)
    seen: set[int] = set()
    for first, later in after.items():
        if first in seen:
            continue
        olds, news, waiting = {first}, set(later), list(later)
        while waiting:
            for one in before[waiting.pop()] - olds:
                olds.add(one)
                waiting += after[one] - news
                news |= after[one]
        seen |= olds
        if len(olds) > 1 or len(news) > 1:
            yield tuple(sorted(olds)), tuple(sorted(news))


# --- equal articles


def _whole(article: Article) -> Hashable:
    return article.label, article.heading, article.accounts


def _content(article: Article) -> Hashable:
    said = frozenset((account.term, account.text) for account in article.accounts)
    return article.heading, said


def _terms(article: Article) -> Hashable:
    return frozenset(account.term for account in article.accounts)


_EQUALITIES: tuple[tuple[Callable[[Article], Hashable], float, str], ...] = (
    (_whole, 1.0, "the same words and terms"),
    (_content, 1.0, "the same words and terms"),
    (_terms, 0.95, "the same terms"),
)


def _equal(work: _Work, key: Callable[[Article], Hashable], confidence: float, reason: str) -> None:
    """Match equal articles; of several equal ones each by its label, its neighbours, its turn."""
    before: dict[Hashable, list[int]] = defaultdict(list)
    after: dict[Hashable, list[int]] = defaultdict(list)
    for place, article in work.old.items():
        before[key(article)].append(place)
    for place, article in work.new.items():
        after[key(article)].append(place)
    twins = []
    for equal, news in after.items():
        olds = before.get(equal, [])
        if len(olds) == len(news) == 1:
            work.match(olds[0], news[0], confidence, reason)
        elif olds:
            twins.append((olds, news))
    matched = {match.new: match.old for match in work.matches}
    for places in twins:
        _twins(work, places, matched, (confidence, reason))


def _twins(
    work: _Work,
    places: tuple[list[int], list[int]],
    matched: dict[int, int],
    why: tuple[float, str],
) -> None:
    olds, news = places
    labels = Counter(work.old[place].label for place in olds)
    labels.update(work.new[place].label for place in news)
    by_label = {work.old[place].label: place for place in olds}
    for place in news:
        label = work.new[place].label
        if label is not None and label in by_label and labels[label] == 2:
            work.match(by_label[label], place, *why)
            matched[place] = by_label[label]
    candidates = set(olds)
    for place in news:
        neighbour = matched.get(place - 1, -2) + 1
        if neighbour in candidates and neighbour in work.old and place in work.new:
            work.match(neighbour, place, *why)
            matched[place] = neighbour
    left = [place for place in olds if place in work.old]
    for one, other in zip(left, [place for place in news if place in work.new], strict=False):
        work.match(one, other, *why)


# --- articles that have something in common


def _alike(work: _Work) -> None:
    olds = [view_of(place, article) for place, article in work.old.items()]
    news = [view_of(place, article) for place, article in work.new.items()]
    scored = []
    for one, other in _candidates(olds, news):
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


def _only_ones(work: _Work) -> None:
    """Match the only articles of a kind that are left; of several on one side the likest.

    Where one side has several, a pair must at least state the same fields, and not have words that speak against it.
    """
    before, after = _by_kind(work.old), _by_kind(work.new)
    for kind in sorted((before.keys() & after.keys()) - {"other"}):
        olds = [view_of(place, work.old[place]) for place in before[kind] if place in work.old]
        news = [view_of(place, work.new[place]) for place in after[kind] if place in work.new]
        if len(olds) == len(news) == 1:
            reason = "the only one of its kind left in both drafts"
            work.match(olds[0].place, news[0].place, 0.4, reason)
        elif min(len(olds), len(news)) == 1:
            _likest(work, [(one, other) for one in olds for other in news])


def _likest(work: _Work, pairs: list[tuple[View, View]]) -> None:
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
