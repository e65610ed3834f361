"""Chooses pairs so that each article is in one of them at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

__all__ = ["choose"]

_Pair = tuple[int, int]
_TURNS = 3


def choose(scored: Mapping[_Pair, float], enough: Callable[[_Pair], float]) -> list[_Pair]:
    """Choose the best pairs first, then exchange where two other pairs weigh more together.

    Args:
        scored: what speaks for each pair of an old and a new place.
        enough: how much must speak for a pair that it is chosen at all.

    Returns:
        The pairs, in the order of the new draft.

    >>> choose({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}, lambda pair: 0.3)
    [(1, 0), (0, 1)]
    """
    able = [(-round(score, 9), pair) for pair, score in scored.items() if score >= enough(pair)]
    order = [pair for _, pair in sorted(able, key=lambda one: (one[0], one[1][1], one[1][0]))]
    chosen = _Chosen(order, scored)
    for _ in range(_TURNS):
        if not sum(chosen.exchange(pair) for pair in order):
            break
    return sorted(chosen.new_of.items(), key=lambda pair: pair[1])


class _Chosen:
    def __init__(self, order: list[_Pair], scored: Mapping[_Pair, float]) -> None:
        self.scored = scored
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}
        self.olds: dict[int, list[int]] = defaultdict(list)
        self.news: dict[int, list[int]] = defaultdict(list)
        self.able = set(order)
        for old, new in order:
            self.olds[new].append(old)
            self.news[old].append(new)
            if old not in self.new_of and new not in self.old_of:
                self._take(old, new)

    def _take(self, old: int, new: int) -> None:
        self.new_of[old], self.old_of[new] = new, old

    def exchange(self, pair: _Pair) -> bool:
        """Put a pair in the place of those in its way, where that is a gain."""
        old, new = pair
        here, there = self.new_of.get(old), self.old_of.get(new)
        if here == new:
            return False
        rest = self._rest(old, new)
        gain = self.scored[pair] + (self.scored[rest] if rest else 0.0)
        gain -= self.scored[old, here] if here is not None else 0.0
        gain -= self.scored[there, new] if there is not None else 0.0
        if gain <= 1e-9:
            return False
        if here is not None:
            del self.old_of[here]
        if there is not None:
            del self.new_of[there]
        for taken in (pair, rest):
            if taken:
                self._take(*taken)
        return True

    def _rest(self, old: int, new: int) -> _Pair | None:
        """Find the best pair for one of the two that lose theirs."""
        here, there = self.new_of.get(old), self.old_of.get(new)
        if here is not None and there is not None:
            return (there, here) if (there, here) in self.able else None
        if here is not None:
            free = (one for one in self.olds[here] if one not in self.new_of and one != old)
            found = next(free, None)
            return None if found is None else (found, here)
        if there is not None:
            late = (one for one in self.news[there] if one not in self.old_of and one != new)
            other = next(late, None)
            return None if other is None else (there, other)
        return None
