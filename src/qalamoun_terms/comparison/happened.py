"""What happened to the value of a field: whether it came or went, grew or shrank."""

from __future__ import annotations

from typing import Any

from qalamoun_terms.comparison.told import Contested
from qalamoun_terms.model.terms import Quantity
from qalamoun_terms.model.time import Amount, Deadline, Duration, Extension

__all__ = ["what_happened"]


def what_happened(old: Any, new: Any) -> str:
    """Say what happened to the value of a field: added, removed, longer, shorter, more, fewer, wider, narrower.

    Args:
        old: the value before; None where none is stated.
        new: the value after.

    Returns:
        The word; ``contested`` where accounts differ, ``changed`` where no other word is sure.

    >>> what_happened(("heavy", "medium"), ("heavy",)), what_happened(None, ("heavy",))
    ('narrower', 'added')
    """
    if isinstance(old, Contested) or isinstance(new, Contested):
        return "contested"
    if old is None or (old is False and new is True):
        return "added"
    if new is None or (old is True and new is False):
        return "removed"
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _counts(old, new) or _sets(set(old), set(new))
    before, after = _length_of(old), _length_of(new)
    return "changed" if before is None or after is None else _lengths(before, after)


def _sets(old: set[Any], new: set[Any]) -> str:
    if old < new:
        return "wider"
    return "narrower" if new < old else "changed"


def _counts(old: tuple[Any, ...], new: tuple[Any, ...]) -> str | None:
    """Say whether the counts of the same things went up or down; None where that is not all that changed."""
    if not all(isinstance(one, Quantity) for one in (*old, *new)):
        return None
    before, after = ({(one.unit, one.per): one for one in some} for some in (old, new))
    if before.keys() != after.keys() or len(before) < len(old) or len(after) < len(new):
        return None
    ways = {_count(before[key], after[key]) for key in before} - {"same"}
    return ways.pop() if len(ways) == 1 else None


def _count(old: Quantity, new: Quantity) -> str:
    """Say which of two counts is more where both ends agree on it; no upper end is above any."""
    ends = [(old.min, new.min), *(((old.max, new.max),) if old.max != new.max else ())]
    steps = {0 if a == b else 1 if a is not None and (b is None or b > a) else -1 for a, b in ends}
    if steps == {0}:
        return "same" if old.approximate == new.approximate else "changed"
    return "more" if steps <= {0, 1} else "fewer" if steps <= {0, -1} else "changed"


def _length_of(value: Any) -> Duration | None:
    if isinstance(value, Duration):
        return value
    if isinstance(value, Extension):
        return value.up_to if value.by is None and value.times is None else None
    return value.within if isinstance(value, Deadline) and value.by is None else None


def _lengths(old: Duration, new: Duration) -> str:
    """Say which is longer where both ends of the ranges agree on it."""
    ends = {_compared(new.min, old.min), _compared(new.max, old.max)}
    if ends <= {0, 1} and 1 in ends:
        return "longer"
    return "shorter" if ends <= {0, -1} and -1 in ends else "changed"


def _compared(one: Amount, other: Amount) -> int | None:
    return one.compare(other)
