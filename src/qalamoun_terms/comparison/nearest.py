"""An index of articles by their words and word pairs, the rarest first."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from itertools import chain

from qalamoun_terms.comparison.features import Profile

__all__ = ["Index"]

_VISITS = 160
"""So many entries of the index are looked at for one article, the rarest words first."""
_MOST_VISITS, _ALL_VISITS = 320, 400_000
"""In small drafts there are more for each, at most so many, and so many for all together."""
_CROWD = 40
"""Of the articles that have a common word so many are looked at, those nearest to the expected place."""
_ALWAYS, _MOST, _MOST_HOLDERS = 3, 6, 5
_OF_THE_BEST = 0.4
"""What is less than so likely as the likeliest is not looked at."""


class Index:
    """Finds the articles of a draft that share rare words with an article of another.

    Args:
        profiles: the articles, by their place.

    >>> from qalamoun_terms.comparison.features import profiles_of
    >>> *old, new = profiles_of([["heavy", "arms"], ["free", "roads"], ["open", "roads"]])
    >>> Index(dict(enumerate(old))).near(new, expected=0)
    ([1], [1])
    """

    def __init__(self, profiles: Mapping[int, Profile]) -> None:
        self._evened = {place: (20 + one.mass) ** -0.5 for place, one in profiles.items()}
        self._visits = min(_MOST_VISITS, max(_VISITS, _ALL_VISITS // (len(profiles) or 1)))
        holders: dict[int, list[int]] = defaultdict(list)
        for place in sorted(profiles):
            profile = profiles[place]
            for places in map(holders.__getitem__, chain(profile.words, profile.pairs)):
                places.append(place)
        self._holders = dict(holders)
        self._numbers = dict(zip(holders, map(len, holders.values()), strict=True))

    def near(self, profile: Profile, *, expected: int) -> tuple[list[int], list[int]]:
        """List the places of the articles that are likest to an article, and of those that hold the most of it.

        Args:
            profile: the article of the other draft.
            expected: where its counterpart would stand if nothing was put in or left out.

        Returns:
            Two lists, each with the best first; the second takes no account of how long an article is.
        """
        found = self._found(profile, expected)
        evened = self._evened
        likest = dict(found)
        for place, weight in found.items():
            likest[place] = weight * evened[place]
        first, others = (best := _most_of(likest, _MOST))[:_ALWAYS], best[_ALWAYS:]
        if others:
            enough = _OF_THE_BEST * likest[best[0]]
            first += [place for place in others if likest[place] >= enough]
        return first, _most_of(found, _MOST_HOLDERS)

    def holders(self, profile: Profile, *, expected: int) -> list[int]:
        """List the places of the articles that hold the most of an article, however long they are.

        Args:
            profile: the article of the other draft.
            expected: where its counterpart would stand.
        """
        return _most_of(self._found(profile, expected), _MOST_HOLDERS)

    def _found(self, profile: Profile, expected: int) -> dict[int, float]:
        known, numbers, visits = self._holders, self._numbers, self._visits
        weights = profile.words | profile.pairs
        keys = list(filter(numbers.__contains__, weights))
        keys.sort(key=numbers.__getitem__)
        found: dict[int, float] = {}
        so_far = found.get
        for key in keys:
            places, weight = known[key], weights[key]
            if len(places) > _CROWD:
                places = _around(places, expected)
            for place in places:
                found[place] = so_far(place, 0.0) + weight
            visits -= len(places)
            if visits < 0:
                break
        return found


def _most_of(found: Mapping[int, float], most: int) -> list[int]:
    return sorted(found, key=found.__getitem__, reverse=True)[:most]


def _around(places: list[int], expected: int) -> list[int]:
    at = bisect_left(places, expected)
    start = max(0, min(at - _CROWD // 2, len(places) - _CROWD))
    return places[start : start + _CROWD]
