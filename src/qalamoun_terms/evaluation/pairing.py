"""Pairs of things that belong together, each with at most one partner, so that the pairs are best as a whole.

The Hungarian method by shortest augmenting paths: cubic, on the few dozen records of a document. Ties are
decided by the order in which rows and columns come, so that the same input gives the same pairs.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

__all__ = ["best_pairs"]

_NOBODY = -1


def best_pairs(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Choose pairs of the largest total weight, one-to-one.

    Args:
        weights: the weight of each pair that may be chosen, above zero.

    Returns:
        The partner of each left one that has one, in the order of the right ones.

    >>> best_pairs({(0, 0): 2.0, (0, 1): 1.9, (1, 0): 1.9})
    {1: 0, 0: 1}
    """
    lefts = sorted({left for left, _ in weights})
    rights = sorted({right for _, right in weights})
    size = max(len(lefts), len(rights), 0)
    if not size:
        return {}
    chosen = _Assignment(_costs(weights, lefts, rights, size)).solved()
    named = (
        (lefts[row], rights[column])
        for row, column in chosen
        if row < len(lefts) and column < len(rights)
    )
    return dict(pair for pair in named if pair in weights)


def _costs(
    weights: Mapping[tuple[int, int], float], lefts: list[int], rights: list[int], size: int
) -> list[list[float]]:
    """Turn weights into costs of a square table; to go without a partner costs most."""
    top = max(weights.values())
    costs = [[top] * size for _ in range(size)]
    rows = {left: row for row, left in enumerate(lefts)}
    columns = {right: column for column, right in enumerate(rights)}
    for (left, right), weight in weights.items():
        costs[rows[left]][columns[right]] = top - weight
    return costs


class _Assignment:
    """An assignment of rows to columns that grows row by row; the last column is the waiting room."""

    def __init__(self, costs: list[list[float]]) -> None:
        self.costs = costs
        self.size = len(costs)
        self.row_prices = [0.0] * self.size
        self.column_prices = [0.0] * (self.size + 1)
        self.owners = [_NOBODY] * (self.size + 1)

    def solved(self) -> list[tuple[int, int]]:
        """Give each column with its row, in the order of columns."""
        for row in range(self.size):
            self._place(row)
        return [(self.owners[column], column) for column in range(self.size)]

    def _place(self, row: int) -> None:
        """Find a column for a row along the cheapest path, and let those on the path move on."""
        waiting = self.size
        self.owners[waiting] = row
        slack, came_from = [inf] * self.size, [waiting] * self.size
        seen, unseen = [], list(range(self.size))
        column = waiting
        while self.owners[column] != _NOBODY:
            seen.append(column)
            self._look_from(column, slack, came_from, unseen)
            nearest = min(unseen, key=slack.__getitem__)
            self._reprice(slack[nearest], slack, seen, unseen)
            unseen.remove(nearest)
            column = nearest
        while column != waiting:
            before = came_from[column]
            self.owners[column] = self.owners[before]
            column = before

    def _look_from(
        self, column: int, slack: list[float], came_from: list[int], unseen: list[int]
    ) -> None:
        row = self.owners[column]
        price, costs = self.row_prices[row], self.costs[row]
        for other in unseen:
            reduced = costs[other] - price - self.column_prices[other]
            if reduced < slack[other]:
                slack[other], came_from[other] = reduced, column

    def _reprice(self, step: float, slack: list[float], seen: list[int], unseen: list[int]) -> None:
        for column in seen:
            self.row_prices[self.owners[column]] += step
            self.column_prices[column] -= step
        for column in unseen:
            slack[column] -= step
