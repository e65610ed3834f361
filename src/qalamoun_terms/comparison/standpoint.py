"""Where the counterpart of an article would stand, by the articles around it that are known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import eq, or_, sub

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
    last: int | None = None
    for place in places:
        if last is None or place > last:
            previous[place], last = last, place
            ends.append(place)
            continue
        length = bisect_left(ends, place)
        previous[place] = ends[length - 1] if length else None
        ends[length] = place
        last = ends[-1]
    staying: set[int] = set()
    while last is not None:
        staying.add(last)
        last = previous[last]
    return staying


_View = tuple[int, int, int, int, tuple[tuple[int, int], ...]]
"""What is seen from a new place: between which old places its counterpart would stand, where just after the first
and just before the second of them, and the neighbours."""


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
        known = sorted([(new, old) for old, new in pairs])
        self._old_of = dict(known)
        staying = longest_increasing([old for _, old in known])
        kept = [pair for pair in known if pair[1] in staying]
        self._news = [-1, *(new for new, _ in kept), ends[1]]
        self._olds = [-1, *(old for _, old in kept), ends[0]]
        self._known = len(known)
        self._views: dict[int, _View] = {}

    @property
    def steadiness(self) -> float:
        """How often the matched articles stand just where those around them make one expect."""
        if not self._known:
            return 0.5
        shifts: list[int] = list(map(sub, self._olds, self._news))
        steady = list(map(eq, shifts, shifts[1:]))
        right: int = sum(map(or_, steady, steady[1:]))
        return right / self._known

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
        view = self._views.get(new)
        if view is None:
            view = self._views[new] = self._view(new)
        low, high, after_low, before_high, neighbours = view
        if low < old < high:
            best = max(0.6, 1 - 0.1 * min(abs(old - after_low), abs(old - before_high)))
        else:
            outside = low - old if old <= low else old - high
            best = 0.3 - 0.1 * outside if outside < 3 else 0.0
        for neighbour, step in neighbours:
            if (neighbour - old) * step > 0:
                best = max(best, 0.9 - 0.1 * abs(neighbour - old - step))
        return best

    def _view(self, new: int) -> _View:
        low, high, before, after = self.around(new)
        return low, high, low + new - before, high + new - after, tuple(self._beside(new))

    def _beside(self, new: int) -> Iterator[tuple[int, int]]:
        """Give the counterparts of the nearest neighbours, moved or not, and by how much these stand off."""
        for side in (-1, 1):
            for step in range(side, side * (_NEAR + 1), side):
                neighbour = self._old_of.get(new + step)
                if neighbour is not None:
                    yield neighbour, step
                    break
