"""What speaks for two articles being one: words, numbers, headings and terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from attrs import field, frozen

from qalamoun_terms.comparison.features import (
    Profile,
    bare_words,
    folded_words,
    heaviest_word,
    profiles_of,
)
from qalamoun_terms.comparison.likeness import View, in_common
from qalamoun_terms.comparison.matched import Repeated

__all__ = ["Candidate", "Side", "candidate", "sides_of"]

_FEW = 3
"""So many words more or less tell nothing of how long an article is."""
_LEAST_WORDS, _MOSTLY = 6, 0.5
"""Fewer words than these stand in another article by chance, unless they are most of it."""
_LITTLE, _GROWN, _GROWN_LONG = 0.12, 0.65, 0.45
"""What it weighs at most that the longer article holds the shorter one, up to three times as long and beyond."""


@frozen(kw_only=True, eq=False)
class Side:
    """The articles of one draft that are compared by their words.

    Args:
        views: the articles, by their place.
        profiles: what their words weigh.
        numbers: what is left of their labels without the word for article.
        headings: what the words of their headings weigh.
        repeated: headings that more than one article of a draft has.
        size: how many articles the draft has in all.
        rare: what the rarest words weigh.
    """

    views: dict[int, View] = field(repr=False)
    profiles: dict[int, Profile] = field(repr=False)
    numbers: dict[int, str] = field(repr=False)
    headings: dict[int, Profile] = field(repr=False)
    repeated: frozenset[str | None] = frozenset()
    size: int
    rare: float = 1.0

    def printed(self, place: int) -> str | None:
        """Give the heading of an article as it is printed."""
        return self.views[place].article.heading

    @cached_property
    def by_number(self) -> dict[str, int]:
        """The places of the numbers that only one article has."""
        times = Counter(self.numbers.values())
        return {one: place for place, one in self.numbers.items() if one and times[one] == 1}

    @cached_property
    def headed(self) -> dict[int, str]:
        """The headings, folded; empty where there is none."""
        return {
            place: " ".join(bare_words(view.article.heading or ""))
            for place, view in self.views.items()
        }

    @cached_property
    def by_heading(self) -> dict[str, list[int]]:
        """The places of each heading."""
        places: dict[str, list[int]] = {}
        for place, heading in self.headed.items():
            if heading:
                places.setdefault(heading, []).append(place)
        return places


def sides_of(
    old: Mapping[int, View],
    new: Mapping[int, View],
    sizes: tuple[int, int],
    repeated: Repeated | None = None,
) -> tuple[Side, Side]:
    """Weigh the words and headings of the articles of two drafts.

    Args:
        old: articles of the old draft, by their place.
        new: articles of the new draft.
        sizes: how many articles each draft has in all.
        repeated: what several articles of a draft have.
    """
    repeated = repeated or Repeated()
    texts = _weighed(
        [
            {place: "" if view.text in repeated.texts else view.text for place, view in one.items()}
            for one in (old, new)
        ]
    )
    heads = _weighed(
        [{place: view.article.heading or "" for place, view in one.items()} for one in (old, new)],
        paired=False,
    )
    one, other = (
        Side(
            views=dict(views),
            profiles=profiles,
            numbers=_numbers(views),
            headings={place: profile for place, profile in headings.items() if profile.length},
            repeated=repeated.headings,
            size=size,
            rare=heaviest_word(len(old) + len(new)),
        )
        for views, profiles, headings, size in zip((old, new), texts, heads, sizes, strict=True)
    )
    return one, other


def _weighed(
    texts: Sequence[Mapping[int, str]], *, paired: bool = True
) -> list[dict[int, Profile]]:
    """Weigh the words of texts by how rare they are in all of them."""
    cut = (bare_words(text) for one in texts for text in one.values())
    found = iter(profiles_of(cut, paired=paired))
    return [{place: next(found) for place in one} for one in texts]


def _numbers(views: Mapping[int, View]) -> dict[int, str]:
    """Cut from the labels the word that most of them have, such as that for article."""
    cut = {place: folded_words(view.article.label or "") for place, view in views.items()}
    times = Counter(word for words in cut.values() for word in set(words) if not word.isdecimal())
    often = {word for word, number in times.items() if 2 * number > len(cut) and number > 1}
    return {
        place: ".".join(_plain(word) for word in words if word not in often)
        for place, words in cut.items()
    }


def _plain(word: str) -> str:
    return str(int(word)) if word.isdecimal() and len(word) < 10 else word


class Candidate(NamedTuple):
    """Two articles that may be one, and the signs of it; there are many more of them than of articles.

    Args:
        old: the place in the old draft.
        new: the place in the new draft.
        before: what the words of the old one weigh.
        after: what the words of the new one weigh.
        cosine: how much of their rare words they share.
        rare_words: how many rare words they share, or as many as weigh the same.
        unequal: how much longer one is than the other, as a logarithm.
        scant: whether one is a few words that say nothing where they stand in a long article.
        number: 1 for the same number, -1 where each number belongs to another article, else 0.
        heading: how like their headings are; None where one has none.
        terms: how much of their typed content they share; None where neither has any.
    """

    old: int
    new: int
    before: Profile
    after: Profile
    cosine: float
    rare_words: float
    unequal: float
    scant: bool
    number: int
    heading: float | None
    terms: float | None

    @property
    def text(self) -> float:
        """How much of their rare words they share, or how much of the shorter one the longer one holds in order."""
        if _LITTLE < self.cosine < _GROWN:
            return max(self.cosine, _grown(self.before, self.after))
        return self.cosine


def candidate(old: Side, new: Side, places: tuple[int, int]) -> Candidate:
    """Collect the signs for two articles."""
    one, other = old.profiles[places[0]], new.profiles[places[1]]
    cosine = one.cosine(other)
    return Candidate(
        old=places[0],
        new=places[1],
        before=one,
        after=other,
        cosine=cosine,
        rare_words=cosine * one.norm * other.norm / old.rare**2,
        unequal=abs(log((one.length + _FEW) / (other.length + _FEW))),
        scant=min(one.length, other.length) < _LEAST_WORDS and cosine < _MOSTLY,
        number=_number(old, new, places),
        heading=_heading(old, new, places),
        terms=_terms(old.views[places[0]], new.views[places[1]]),
    )


def _grown(one: Profile, other: Profile) -> float:
    """Weigh that the longer article holds the words of the shorter one in their order.

    A short article inside of a long one weighs less: by that alone they are no match.
    """
    if one.length > other.length:
        one, other = other, one
    if one.length < 10 or one.length * 1.3 > other.length:
        return 0.0
    return one.within(other) * (_GROWN if other.length <= 3 * one.length else _GROWN_LONG)


def _number(old: Side, new: Side, places: tuple[int, int]) -> int:
    one, other = old.numbers.get(places[0], ""), new.numbers.get(places[1], "")
    if not one or not other:
        return 0
    if one == other:
        return int(one in old.by_number and other in new.by_number)
    return -1 if one in new.by_number and other in old.by_number else 0


def _heading(old: Side, new: Side, places: tuple[int, int]) -> float | None:
    """Say how like two headings are; one that other articles have too weighs less."""
    one, other = old.headings.get(places[0]), new.headings.get(places[1])
    if one is None or other is None:
        return None
    if old.headed[places[0]] != new.headed[places[1]]:
        return 0.7 * one.cosine(other)
    alone = not {old.printed(places[0]), new.printed(places[1])} & old.repeated
    return 1.0 if alone else 0.7


def _terms(one: View, other: View) -> float | None:
    if one.kinds == other.kinds == {"other"}:
        return None
    same = 0.4 if one.kinds & other.kinds else -0.4
    return same + 0.6 * in_common(one.facts, other.facts)
