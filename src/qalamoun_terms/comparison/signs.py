"""What speaks for two articles being one, and how far each sign can be trusted in these two drafts.

Some drafters keep the numbers and rewrite the words, some number anew from article to article, some keep the
headings. So the weight of a sign is measured on the pairs that are known already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import field, frozen

from qalamoun_terms.comparison.features import Profile, folded_words, profiles_of
from qalamoun_terms.comparison.likeness import View, in_common

__all__ = ["Candidate", "Side", "Trust", "candidate", "sides_of"]

_SAME_NUMBER = 0.35
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

    """

    views: dict[int, View] = field(repr=False)
    profiles: dict[int, Profile] = field(repr=False)
    numbers: dict[int, str] = field(repr=False)
    headings: dict[int, Profile] = field(repr=False)
    repeated: frozenset[str | None] = frozenset()
    size: int

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
            place: " ".join(folded_words(view.article.heading or ""))
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
    repeated: frozenset[str | None] = frozenset(),
) -> tuple[Side, Side]:
    """Weigh the words and headings of the articles of two drafts.

    Args:
        old: articles of the old draft, by their place.
        new: articles of the new draft.
        sizes: how many articles each draft has in all.
        repeated: headings that more than one article of a draft has.
    """
    texts = _weighed([{place: view.text for place, view in one.items()} for one in (old, new)])
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
            repeated=repeated,
            size=size,
        )
        for views, profiles, headings, size in zip((old, new), texts, heads, sizes, strict=True)
    )
    return one, other


def _weighed(
    texts: Sequence[Mapping[int, str]], *, paired: bool = True
) -> list[dict[int, Profile]]:
    """Weigh the words of texts by how rare they are in all of them."""
    cut = [folded_words(text) for one in texts for text in one.values()]
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
        cosine: how much of their rare words they share.
        text: the same, or how much of the shorter one the longer one holds in order.
        number: 1 for the same number, -1 where each number belongs to another article, else 0.
        heading: how like their headings are; None where one has none.
        terms: how much of their typed content they share; None where neither has any.
    """

    old: int
    new: int
    cosine: float
    text: float
    number: int
    heading: float | None
    terms: float | None


def candidate(old: Side, new: Side, places: tuple[int, int]) -> Candidate:
    """Collect the signs for two articles."""
    one, other = old.profiles[places[0]], new.profiles[places[1]]
    cosine = one.cosine(other)
    return Candidate(
        old=places[0],
        new=places[1],
        cosine=cosine,
        text=max(cosine, _grown(one, other)) if _LITTLE < cosine < _GROWN else cosine,
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


@frozen(kw_only=True)
class Trust:
    """How far each sign can be trusted.

    Args:
        number: how often the same article has the same number.
        heading: how often it has the same heading.
        place: how often it stands where its neighbours make one expect it.
        noise: how much of their words articles have in common that are not one.
        usual: how much of their words articles have in common that are one.
    """

    number: float = 0.5
    heading: float = 0.5
    place: float = 0.5
    noise: float = 0.1
    usual: float = 0.6

    def score(self, one: Candidate, place: float) -> float:
        """Weigh all signs for two articles together."""
        text = (one.text - self.noise) / (1 - self.noise)
        found = max(-0.05, text) + 0.2 * self.place * place
        found += self.number * (
            _SAME_NUMBER * self._able(one) if one.number > 0 else 0.1 * one.number
        )
        if one.heading is not None:
            found += 0.5 * self.heading * (one.heading - 0.25)
        if one.terms is not None:
            found += 0.15 * one.terms
        return found

    def _able(self, one: Candidate) -> float:
        """Say how much the words allow for a number to be kept, and not to be used again.

        Where the drafter rewrites every article, other words say little; where he does not, they say much.
        """
        return min(1.0, (0.02 + max(0.0, one.text - self.noise / 2)) / (self.usual / 2))
