"""An index of articles by their words and word pairs, the rarest first."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from qalamoun_terms.comparison.features import Profile

__all__ = ["Index"]

_VISITS = 160
"""So many entries of the index are looked at for one article, the rarest words first."""
_MOST_VISITS, _ALL_VISITS = 500, 400_000
"""In small drafts there are more for each, at most so many, and so many for all together."""
_LONG = 1_000
_CROWD = 40
"""Of the articles that have a common word so many are looked at, those nearest to the expected place."""


class Index:
    """Finds the articles of a draft that share rare words with an article of another.

    Args:
        profiles: the articles, by their place.

    >>> from qalamoun_terms.comparison.features import profiles_of
    >>> *old, new = profiles_of([["heavy", "arms"], ["free", "roads"], ["open", "roads"]])
    >>> Index(dict(enumerate(old))).nearest(new, expected=0)
    [1]
    """

    def __init__(self, profiles: Mapping[int, Profile]) -> None:
        self._evened = {place: (20 + one.mass) ** -0.5 for place, one in profiles.items()}
        self._visits = min(_MOST_VISITS, max(_VISITS, _ALL_VISITS // (len(profiles) or 1)))
        self._holders: dict[int, list[int]] = defaultdict(list)
        for place in sorted(profiles):
            profile = profiles[place]
            for key in (*profile.words, *((-1 - pair) for pair in profile.pairs)):
                self._holders[key].append(place)

    def nearest(self, profile: Profile, *, expected: int, most: int | None = None) -> list[int]:
        """List the places of the articles that are likest to an article, the best first.

        Args:
            profile: the article of the other draft.
            expected: where its counterpart would stand if nothing was put in or left out.
            most: how many to list at most; where that is left out, fewer of long drafts.
        """
        found = self._found(profile, expected, self._visits)
        most = most or (8 if len(self._evened) < _LONG else 6)
        evened = self._evened
        scored = [(-weight * evened[place], place) for place, weight in found.items()]
        return [place for _, place in nsmallest(most, scored)]

    def holders(self, profile: Profile, *, expected: int, most: int = 5) -> list[int]:
        """List the places of the articles that hold the most of an article, however long they are.

        Args:
            profile: the article of the other draft.
            expected: where its counterpart would stand.
            most: how many to list at most.
        """
        found = self._found(profile, expected, self._visits)
        scored = [(-weight, place) for place, weight in found.items()]
        return [place for _, place in nsmallest(most, scored)]

    def _found(self, profile: Profile, expected: int, visits: int) -> dict[int, float]:
        known = self._holders
        keys = [
            (len(known[key]), key, weight) for key, weight in profile.words.items() if key in known
        ]
        keys += [
            (len(known[-1 - pair]), -1 - pair, weight)
            for pair, weight in profile.pairs.items()
            if -1 - pair in known
        ]
        found: dict[int, float] = defaultdict(float)
        for number, key, weight in sorted(keys):
            places = known[key] if number <= _CROWD else _around(known[key], expected)
            for place in places:
                found[place] += weight
            visits -= len(places)
            if visits < 0:
                break
        return found


def _around(places: Sequence[int], expected: int) -> Sequence[int]:
    at = bisect_left(places, expected)
    start = max(0, min(at - _CROWD // 2, len(places) - _CROWD))
    return places[start : start + _CROWD]
