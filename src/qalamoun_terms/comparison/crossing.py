"""Words that went from one article into another although both have counterparts of their own.

A drafter who puts the second paragraph of article 3 into article 4 splits the one and adds to the other, and all four
articles are still there. What counts is what the counterparts leave over: the words, in their order, that the old
article does not have in common with what became of it, and the new one not with what it came from. Words that a third
article has as well tell nothing, so a clause that is repeated for one town after the other crosses nowhere. And a
paragraph goes with its words in a row: phrases that are scattered over two long articles are those of their matter.
So a paragraph is also found in an article that has no counterpart and is no part, because most of it is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from math import exp, inf, log, sqrt

from attrs import frozen

from qalamoun_terms.comparison.features import (
    Profile,
    Weights,
    bare_words,
    heaviest_pair,
    shared,
    without,
)
from qalamoun_terms.comparison.matching import HOPELESS, Matching, Pair

__all__ = ["Crossing", "crossings"]

_WORDS, _OF_THE_RESTS, _NEARNESS, _AGAINST = 1.3, 7.0, 3.8, 6.9
"""What it weighs how many words crossed, how much of both rests they are, and how near the counterparts stand.

Measured, as odds, on drafts in which paragraphs were carried from one article to another.
"""
_ENOUGH = 0.0
"""The logarithm of the odds that must speak for it: even ones."""
_LEAST, _MANY, _SHARE = 8.0, 16.0, 0.1
"""Fewer rare words than these are no paragraph; unless they are many, a smaller share of the shorter article is none."""
_FAITHFUL = 0.5
"""Where articles keep less of their words in their order, order tells nothing."""
_ROW, _ROWS, _LONE = 6, 5, 0.5
"""So many words stand in a row at least, there are so many such rows (ten words on end have as many), and what it
weighs that as many stand in no third article."""
_MANY_ROWS, _FREE = 8, 2.0
"""What it weighs that so many rows stand in no third article, where one of the two has no counterpart of its own."""


@frozen(kw_only=True)
class Crossing:
    """Two articles that words went between, beside what either has in common with its counterparts.

    Args:
        old: the place of the article in the old draft that the words came from.
        new: the place of the article in the new draft that they went into.
        sure: how sure that is, from 0.5 to 0.99.

    >>> Crossing(old=3, new=4, sure=0.9).new
    4
    """

    old: int
    new: int
    sure: float


def crossings(
    matching: Matching, parts: Iterable[Pair], *, fidelity: float = 1.0
) -> tuple[Crossing, ...]:
    """Find the articles of which a portion went into an article that has another counterpart.

    Args:
        matching: the pairs of articles that are compared by their words.
        parts: the old and the new place of each part of an article that was split or merged.
        fidelity: how much of their words in their order articles keep from one draft to the other.

    Returns:
        What crossed, the clearest first.
    """
    if fidelity < _FAITHFUL:
        return ()
    search = _Search(matching, [*matching.pairs, *parts], min(1.0, fidelity))
    return tuple(search.chosen())


class _Rests:
    """What is left of the articles of one draft without what they have in common with their counterparts."""

    def __init__(
        self,
        own: Mapping[int, Profile],
        others: Mapping[int, Profile],
        ties: Iterable[Pair],
    ) -> None:
        self._own, self._others = own, others
        self.tied: dict[int, list[int]] = {}
        for place, other in ties:
            self.tied.setdefault(place, []).append(other)
        self._known: dict[int, tuple[Weights, float]] = {}

    def of(self, place: int) -> tuple[Weights, float]:
        """Give the word pairs that are left of an article, and what they weigh."""
        if place not in self._known:
            left = self._own[place].pairs
            for other in self.tied.get(place, ()):
                left = without(left, self._others[other].pairs)
            self._known[place] = left, sum(left.values())
        return self._known[place]

    def take(self, place: int, weights: Weights) -> None:
        """Leave out of an article what crossed."""
        left = without(self.of(place)[0], weights)
        self._known[place] = left, sum(left.values())

    def distance(self, place: int, other: int) -> float:
        """Say how far a place of the other draft is from what this article is tied to."""
        return min((abs(one - other) for one in self.tied.get(place, ())), default=inf)


_Rows = frozenset[tuple[str, ...]]


class _Search:
    """Weighs what crossed between two articles that are no counterparts."""

    def __init__(self, matching: Matching, ties: list[Pair], ordered: float) -> None:
        old, new = matching.old.profiles, matching.new.profiles
        self._profiles = old, new
        self._sides = matching.old, matching.new
        self._rows_of: tuple[dict[int, _Rows], dict[int, _Rows]] = {}, {}
        self._ties = set(ties)
        self._olds = _Rests(old, new, ties)
        self._news = _Rests(new, old, [(new, old) for old, new in ties])
        self._rare, self._ordered = heaviest_pair(len(old) + len(new)), ordered
        self._candidates = [
            pair for pair, one in matching.candidates.items() if one.cosine > HOPELESS
        ]

    def chosen(self) -> Iterator[Crossing]:
        """Give what crossed, the clearest first, without what a clearer one took."""
        odds = {pair: self._odds(pair) for pair in self._candidates if self._is_able(pair)}
        able = sorted((-round(one, 9), pair) for pair, one in odds.items() if one >= _ENOUGH)
        for _, pair in able:
            found = self._odds(pair)
            if found >= _ENOUGH:
                crossed = self._crossed(pair)
                self._olds.take(pair[0], crossed)
                self._news.take(pair[1], crossed)
                yield Crossing(
                    old=pair[0], new=pair[1], sure=round(min(0.99, 1 / (1 + exp(-found))), 3)
                )

    def _is_able(self, pair: Pair) -> bool:
        """Say whether two articles are no counterparts, one of them has some, and enough of both is left."""
        old, new = pair
        if pair in self._ties or not (old in self._olds.tied or new in self._news.tied):
            return False
        least = min(self._olds.of(old)[1], self._news.of(new)[1])
        return self._is_much(pair, least) and self._weighed(pair, least, least) >= self._least(pair)

    def _least(self, pair: Pair) -> float:
        """Say how much must speak for it before rows of words are looked at, which may make up for the rest."""
        return _ENOUGH - (_LONE if self._has_counterparts(pair) else _FREE)

    def _has_counterparts(self, pair: Pair) -> bool:
        return pair[0] in self._olds.tied and pair[1] in self._news.tied

    def _is_much(self, pair: Pair, crossed: float) -> bool:
        """Say whether what crossed is a paragraph, and a long one or no small share of the shorter article."""
        one, other = (own[place].pair_mass for own, place in zip(self._profiles, pair, strict=True))
        share = min(_MANY * self._rare, _SHARE * min(one, other))
        return crossed >= max(_LEAST * self._rare, share)

    def _odds(self, pair: Pair) -> float:
        """Weigh how likely it is, as the logarithm of the odds, that words crossed between two articles."""
        crossed, least = self._crossed(pair), self._least(pair)
        weight = sum(crossed.values())
        if not self._is_much(pair, weight) or self._weighed(pair, weight, weight) < least:
            return -_AGAINST
        found = self._weighed(pair, weight, weight - self._elsewhere(pair, crossed))
        if found < least:
            return found
        rows = self._rows_between(pair)
        if len(rows) < _ROWS:
            return -_AGAINST
        return found if found >= _ENOUGH else found + self._of_lone(pair, rows)

    def _rows_between(self, pair: Pair) -> _Rows:
        """Give the rows of words that two articles have in common, and not with their counterparts."""
        old, new = pair
        found = self._rows(0, old) & self._rows(1, new)
        for at, places in ((1, self._olds.tied.get(old, ())), (0, self._news.tied.get(new, ()))):
            found = found.difference(*(self._rows(at, place) for place in places))
        return found

    def _of_lone(self, pair: Pair, rows: _Rows) -> float:
        """Weigh how many of the rows stand in no third article."""
        old, new = pair
        for at, place, like in ((1, new, self._like[0][old]), (0, old, self._like[1][new])):
            rows = rows.difference(*(self._rows(at, one) for one in like if one != place))
        if len(rows) >= _MANY_ROWS and not self._has_counterparts(pair):
            return _FREE
        return _LONE if len(rows) >= _ROWS else 0.0

    def _rows(self, at: int, place: int) -> _Rows:
        known = self._rows_of[at]
        if place not in known:
            words = bare_words(self._sides[at].views[place].text)
            known[place] = frozenset(zip(*(words[start:] for start in range(_ROW)), strict=False))
        return known[place]

    def _crossed(self, pair: Pair) -> Weights:
        one, other = self._olds.of(pair[0])[0], self._news.of(pair[1])[0]
        return {key: min(one[key], other[key]) for key in one.keys() & other.keys()}

    def _weighed(self, pair: Pair, crossed: float, alone: float) -> float:
        """Weigh so much that crossed, of which so much is in no other article."""
        old, new = pair
        of_rests = crossed / sqrt(self._olds.of(old)[1] * self._news.of(new)[1])
        far = min(self._olds.distance(old, new), self._news.distance(new, old))
        words = self._ordered * max(0.0, alone) / self._rare
        nearness = _NEARNESS / max(1.0, far)
        return _WORDS * log(1 + words) + _OF_THE_RESTS * of_rests + nearness - _AGAINST

    def _elsewhere(self, pair: Pair, crossed: Weights) -> float:
        """Weigh the most that another article has of what crossed."""
        old, new = pair
        others = (
            *(self._profiles[1][one] for one in self._like[0][old] if one != new),
            *(self._profiles[0][one] for one in self._like[1][new] if one != old),
        )
        return max((shared(crossed, one.pairs) for one in others), default=0.0)

    @cached_property
    def _like(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """The articles of the other draft that have something in common with each old and each new one."""
        found: tuple[dict[int, list[int]], dict[int, list[int]]] = {}, {}
        for old, new in self._candidates:
            found[0].setdefault(old, []).append(new)
            found[1].setdefault(new, []).append(old)
        return found
