"""How likely two articles are one, by all that speaks for it and how far each sign can be trusted in these drafts.

Some drafters keep the numbers and rewrite the words, some number anew from article to article, some keep the
headings, some leave hardly a sentence as it was. So words are measured by what articles have in common in these two
drafts that are one, and that are not; and the weight of other signs is how often they held for the pairs known so far.

The weights are odds. They were measured on successive treaties, statutes and constitutions of which the pairs were
listed by reading, from such as changed a few words to such as were written anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import exp, log
from statistics import median

from attrs import field, frozen

from qalamoun_terms.comparison.signs import Candidate

__all__ = ["Trust", "likelihoods", "usual_likeness"]

_Pair = tuple[int, int]

_AGAINST = -4.25
"""What speaks against two articles of which nothing is known."""
_WORDS, _LEAST_SPAN = 1.8, 0.15
"""What it weighs that two have as much in common as articles that are one."""
_CHANCE, _SCANT = 2.5, 6.0
"""What it weighs against two that they have less in common than any two, and that one is a few words."""
_RARE_WORDS, _MANY = 0.55, 8.0
"""What the logarithm of the number of rare words weighs that they share, up to so many."""
_UNEQUAL, _MUCH = 0.6, 0.7
"""What it excuses that less is shared of the longer one, up to twice the length."""
_CLEAR, _BLUR = 4.6, 0.1
"""What it weighs, for each of the two, that nothing else is as like to it; less where neither is much like it."""
_IN_PLACE, _STEADY = 2.1, 0.25
"""What it weighs to stand in the place, and from which steadiness on it weighs all of that."""
_BESIDE, _BOTH = 3.5, 0.4
"""What it weighs that the articles beside the two are like each other, and which part of it both sides have."""
_SAME_NUMBER, _OTHER_NUMBER = 2.0, 1.0
"""What it weighs that they have the same number, and that the number of each is that of another article."""
_HEADING, _ANY_HEADING = 4.0, 0.25
"""What the likeness of headings weighs beyond that of any two."""
_ALIKE, _HALF = 1.2, 0.6
"""What of it counts as likeness of the articles, as far as it is more than half."""
_TERMS = 0.5
_USUAL, _FEW = 0.6, 4
"""What articles that are one mostly have in common; it counts as much as so many pairs of these drafts."""


@frozen(kw_only=True)
class Trust:
    """How far each sign can be trusted.

    Args:
        number: how often the same article has the same number.
        heading: how often it has the same heading.
        place: how often it stands where its neighbours make one expect it.
        noise: how much of their words articles have in common that are not one.
        usual: how much of their words articles have in common that are one.
        span: how far what is usual is above what any two have in common.
    """

    number: float = 0.5
    heading: float = 0.5
    place: float = 0.5
    noise: float = 0.1
    usual: float = 0.6
    span: float = field(init=False)

    @span.default
    def _above_noise(self) -> float:
        return max(_LEAST_SPAN, self.usual - self.noise)

    def odds(self, one: Candidate, place: float) -> float:
        """Weigh the words, the place, the number, the heading and the terms of two articles.

        Args:
            one: the two articles, and the signs.
            place: how well they fit their place, from 0 to 1.
        """
        found = _AGAINST + _WORDS * (one.cosine - self.noise) / self.span
        found += _RARE_WORDS * log(1 + min(_MANY, one.rare_words))
        found += _UNEQUAL * min(_MUCH, one.unequal)
        if one.cosine < self.noise and not one.heading:
            found -= _CHANCE * (1 - one.cosine / self.noise)
        if one.scant and not one.heading:
            found -= _SCANT
        found += _IN_PLACE * place * min(1.0, self.place / _STEADY)
        if one.number:
            found += self.number * (
                _SAME_NUMBER * self._able(one) if one.number > 0 else -_OTHER_NUMBER
            )
        if one.heading is not None:
            found += _HEADING * self.heading * (one.heading - _ANY_HEADING)
        if one.terms is not None:
            found += _TERMS * one.terms
        return found

    def _able(self, one: Candidate) -> float:
        """Say how much the words allow for a number to be kept, and not to be used again.

        Where the drafter rewrites every article, other words say little; where he does not, they say much.
        """
        return min(1.0, (0.02 + max(0.0, one.text - self.noise / 2)) / (self.usual / 2))


def likelihoods(
    candidates: Mapping[_Pair, Candidate],
    fits: Mapping[_Pair, float],
    trust: Trust,
    known: Iterable[_Pair] = (),
) -> dict[_Pair, float]:
    """Say for each pair of articles how likely they are one, from 0 to 1.

    Args:
        candidates: the pairs that are worth a look.
        fits: how well each fits its place.
        trust: how far each sign can be trusted.
        known: the places of the articles that are matched already.

    >>> likelihoods({}, {}, Trust())
    {}
    """
    by_heading = _ALIKE * trust.heading
    alike = {
        pair: one.cosine + by_heading * max(0.0, one.heading - _HALF) if one.heading else one.cosine
        for pair, one in candidates.items()
    }
    clear = _clearness(alike)
    beside = _likeness_beside(alike, trust, known)
    return {
        pair: 1 / (1 + exp(-trust.odds(one, fits[pair]) - _CLEAR * sure - _BESIDE * near))
        for (pair, one), sure, near in zip(candidates.items(), clear, beside, strict=True)
    }


def usual_likeness(candidates: Mapping[_Pair, Candidate]) -> float:
    """Say how much of their words two articles have in common that are the likest to each other.

    Args:
        candidates: the pairs that are worth a look.

    Returns:
        What half of such pairs reach.

    >>> usual_likeness({})
    0.6
    """
    alike = {pair: one.cosine for pair, one in candidates.items()}
    olds, news = _two_likest(alike)
    found = [
        one
        for (old, new), one in alike.items()
        if one == olds.get(old, _NOTHING)[0] == news.get(new, _NOTHING)[0]
    ]
    return (_FEW * _USUAL + len(found) * median(found)) / (_FEW + len(found)) if found else _USUAL


def _two_likest(
    alike: Mapping[_Pair, float],
) -> tuple[dict[int, tuple[float, float]], dict[int, tuple[float, float]]]:
    """Give for each old and each new article how like the two are that are likest to it."""
    olds: dict[int, tuple[float, float]] = {}
    news: dict[int, tuple[float, float]] = {}
    for (old, new), one in alike.items():
        first, second = olds.get(old, _NOTHING)
        if one > second:
            olds[old] = (one, first) if one > first else (first, one)
        first, second = news.get(new, _NOTHING)
        if one > second:
            news[new] = (one, first) if one > first else (first, one)
    return olds, news


_NOTHING = (0.0, 0.0)


def _clearness(alike: Mapping[_Pair, float]) -> Iterator[float]:
    """Say how much liker two are to each other than either is to anything else, from -2 to 2."""
    olds, news = _two_likest(alike)
    for (old, new), one in alike.items():
        yield _above(one, *olds.get(old, _NOTHING)) + _above(one, *news.get(new, _NOTHING))


def _above(one: float, first: float, second: float) -> float:
    """Say how much liker two are than the likest others."""
    if first > one:
        return (one - first) / (first + _BLUR)
    return (one - second) / (one + _BLUR)


def _likeness_beside(
    alike: Mapping[_Pair, float], trust: Trust, known: Iterable[_Pair]
) -> Iterator[float]:
    """Say how like the articles just before the two are, and those just after them, from 0 to 1."""
    noise, span = trust.noise, trust.span
    found = dict.fromkeys(known, 1.0)
    found |= {pair: min(1.0, (one - noise) / span) for pair, one in alike.items() if one > noise}
    of = found.get
    for old, new in alike:
        more, less = of((old - 1, new - 1), 0.0), of((old + 1, new + 1), 0.0)
        if more < less:
            more, less = less, more
        yield more * (1 - _BOTH) + less * _BOTH
