"""An index of articles by their words and word pairs, the rarest first."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from qalamoun_terms.comparison.features import Profile

__all__ = ["Index"]

_VISITS = 600
"""So many entries of the index are looked at for one article, the rarest words first."""
_CROWD = 40
"""Of the articles that have a common word so many are looked at, those nearest to the expected place."""


class Index:
    """Finds the articles of a draft that share rare words with an article of another.

    Args:
        profiles: the articles, by their place.

    >>> from qalamoun_terms.comparison.features import Lexis
    >>> texts = [["heavy", "arms"], ["free", "roads"]]
    >>> lexis = Lexis(texts)
    >>> index = Index({place: lexis.profile(words) for place, words in enumerate(texts)})
    >>> index.nearest(lexis.profile(["open", "roads"]), expected=0)
    [1]
    """

    def __init__(self, profiles: Mapping[int, Profile]) -> None:
        self._profiles = profiles
        self._holders: dict[int, list[int]] = defaultdict(list)
        for place in sorted(profiles):
            profile = profiles[place]
            for key in (*profile.words, *((-1 - pair) for pair in profile.pairs)):
                self._holders[key].append(place)

    def nearest(self, profile: Profile, *, expected: int, most: int = 10) -> list[int]:
        """List the places of the articles that share the most rare words, the best first.

        Args:
            profile: the article of the other draft.
            expected: where its counterpart would stand if nothing was put in or left out.
            most: how many to list at most.
        """
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
        visits = _VISITS
        for number, key, weight in sorted(keys):
            places = known[key] if number <= _CROWD else _around(known[key], expected)
            for place in places:
                found[place] += weight
            visits -= len(places)
            if visits < 0:
                break
        return self._best(found, most)

    def _best(self, found: Mapping[int, float], most: int) -> list[int]:
        """Weigh what was found by the length of the articles, and give the first ones."""
        scored = [
            (-round(weight / (20 + self._profiles[place].mass) ** 0.5, 6), place)
            for place, weight in found.items()
        ]
        return [place for _, place in sorted(scored)[:most]]


def _around(places: Sequence[int], expected: int) -> Sequence[int]:
    at = bisect_left(places, expected)
    start = max(0, min(at - _CROWD // 2, len(places) - _CROWD))
    return places[start : start + _CROWD]
