"""Where the counterpart of an article would stand, by the articles around it that are known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

__all__ = ["Standpoint", "longest_increasing"]

_NEAR = 3
"""So far away an article is still a neighbour."""


def longest_increasing(places: Sequence[int]) -> set[int]:
    """Find the longest row of places that keep their order; the rest are the moved ones.

    Args:
        places: the old places of matched articles, in the order of the new draft.

    >>> sorted(longest_increasing([3, 0, 1, 2]))
    [0, 1, 2]
    """
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for place in places:
        length = bisect_left(ends, place)
        previous[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    staying: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        staying.add(last)
        last = previous[last]
    return staying


class Standpoint:
    """Says how well two places fit each other, by the matched articles before and after them.

    Args:
        pairs: the old and the new place of articles that are matched.
        ends: how many articles the old and the new draft have.

    >>> here = Standpoint([(0, 0), (2, 3)], ends=(4, 5))
    >>> here.expected(1), here.fit(1, 1), here.fit(3, 1)
    (1, 1.0, 0.7)
    """

    def __init__(self, pairs: Iterable[tuple[int, int]], *, ends: tuple[int, int]) -> None:
        known = sorted((new, old) for old, new in pairs)
        self._old_of = dict(known)
        staying = longest_increasing([old for _, old in known])
        kept = [(new, old) for new, old in known if old in staying]
        self._news = [-1, *(new for new, _ in kept), ends[1]]
        self._olds = [-1, *(old for _, old in kept), ends[0]]
        self.steadiness = self._steadiness(len(known))

    def _steadiness(self, known: int) -> float:
        """Say how often the matched articles stand just where those around them make one expect."""
        if not known:
            return 0.5
        right = sum(
            self._in_row(old, new) >= 1.0
            for old, new in zip(self._olds[1:-1], self._news[1:-1], strict=True)
        )
        return right / known

    def around(self, new: int) -> tuple[int, int, int, int]:
        """Give the old and new places of the matched articles before and after a place."""
        after = before = bisect_left(self._news, new)
        if self._news[after] == new and after < len(self._news) - 1:
            after += 1
        return self._olds[before - 1], self._olds[after], self._news[before - 1], self._news[after]

    def expected(self, new: int) -> int:
        """Give the old place that a new one would have."""
        low, high, before, after = self.around(new)
        if low + 1 >= high:
            return max(low, 0)
        share = (new - before) / (after - before)
        return min(high - 1, max(low + 1, round(low + share * (high - low))))

    def gap(self, new: int) -> range:
        """List the old places between the counterparts of the neighbours."""
        low, high, *_ = self.around(new)
        return range(low + 1, high)

    def fit(self, old: int, new: int) -> float:
        """Say how well an old place fits a new one, from 0 to 1."""
        return max(self._in_row(old, new), self._beside(old, new))

    def _beside(self, old: int, new: int) -> float:
        """Say how well two places fit the counterparts of the nearest neighbours, moved or not."""
        best = 0.0
        for side in (-1, 1):
            for step in range(side, side * (_NEAR + 1), side):
                neighbour = self._old_of.get(new + step)
                if neighbour is not None:
                    if (neighbour - old) * step > 0:
                        best = max(best, 0.9 - 0.1 * abs(neighbour - old - step))
                    break
        return best

    def _in_row(self, old: int, new: int) -> float:
        low, high, before, after = self.around(new)
        if low < old < high:
            off = min(abs((old - low) - (new - before)), abs((high - old) - (after - new)))
            return max(0.6, 1 - 0.1 * off)
        outside = low - old if old <= low else old - high
        return max(0.0, 0.3 - 0.1 * outside)
