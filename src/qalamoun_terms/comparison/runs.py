"""Articles that follow on each other in both drafts, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qalamoun_terms.comparison.changes import Run
from qalamoun_terms.comparison.counting import counted
from qalamoun_terms.comparison.edits import Insert

__all__ = ["Step", "joined_runs"]


class Step(NamedTuple):
    """An article that stays, as a run of one; most are joined before anything is checked.

    Args:
        at: how many articles stand before it in the old draft.
        moved: whether it stands elsewhere among the others.
        shift: how far the number of its label moved on.
        old: its id in the old draft.
        new: its id in the new draft.
        old_name: its designator in the old draft, where that is not its id.
        new_name: the same in the new draft.

    >>> Step(at=0, moved=False, shift=0, old="a1", new="a1").new_name is None
    True
    """

    at: int
    moved: bool
    shift: int
    old: str
    new: str
    old_name: str | None = None
    new_name: str | None = None


def joined_runs(pieces: Iterable[Run | Step | Insert]) -> Iterator[Run | Insert]:
    """Join the articles that follow on each other.

    Args:
        pieces: the articles of a draft one by one.

    >>> one, other = Run(old="a1", new="a2", at=0), Run(old="a2", new="a3", at=1)
    >>> [(run.old, run.length) for run in joined_runs([one, other])]
    [('a1', 2)]
    """
    first: Run | Step | None = None
    length = 0
    for piece in pieces:
        if first is not None and not isinstance(piece, Insert) and _follows(first, length, piece):
            length += 1
            continue
        if first is not None:
            yield _run(first, length)
        first, length = (None, 0) if isinstance(piece, Insert) else (piece, 1)
        if isinstance(piece, Insert):
            yield piece
    if first is not None:
        yield _run(first, length)


def _run(first: Run | Step, length: int) -> Run:
    if length == 1 and isinstance(first, Run):
        return first
    return Run(
        old=first.old,
        new=first.new,
        at=first.at,
        length=length,
        moved=first.moved,
        shift=first.shift,
        old_name=first.old_name,
        new_name=first.new_name,
    )


def _follows(run: Run | Step, length: int, one: Run | Step) -> bool:
    return (
        run.at + length == one.at
        and run.moved == one.moved
        and run.shift == one.shift
        and _counts_on(run.old, length, one.old)
        and _counts_on(run.new, length, one.new)
        and _counts_on(run.old_name, length, one.old_name)
        and _counts_on(run.new_name, length, one.new_name)
    )


def _counts_on(first: str | None, step: int, other: str | None) -> bool:
    return (first is None) if other is None else first is not None and counted(first, step) == other
