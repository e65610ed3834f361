"""Articles that follow on each other in both drafts, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from qalamoun_terms.comparison.changes import Run
from qalamoun_terms.comparison.counting import counted
from qalamoun_terms.comparison.edits import Insert

__all__ = ["joined_runs"]


def joined_runs(pieces: Iterable[Run | Insert]) -> Iterator[Run | Insert]:
    """Join the runs that follow on each other.

    Args:
        pieces: the articles of a draft one by one.

    >>> one, other = Run(old="a1", new="a2", at=0), Run(old="a2", new="a3", at=1)
    >>> [(run.old, run.length) for run in joined_runs([one, other])]
    [('a1', 2)]
    """
    first: Run | None = None
    length = 0
    for piece in pieces:
        if first is not None and isinstance(piece, Run) and _follows(first, length, piece):
            length += 1
            continue
        if first is not None:
            yield evolve(first, length=length) if length > 1 else first
        first, length = (piece, 1) if isinstance(piece, Run) else (None, 0)
        if isinstance(piece, Insert):
            yield piece
    if first is not None:
        yield evolve(first, length=length) if length > 1 else first


def _follows(run: Run, length: int, one: Run) -> bool:
    if (run.at + length, run.moved, run.shift) != (one.at, one.moved, one.shift):
        return False
    return all(
        _counts_on(getattr(run, name), length, getattr(one, name))
        for name in ("old", "new", "old_name", "new_name")
    )


def _counts_on(first: str | None, step: int, other: str | None) -> bool:
    return (first is None) if other is None else first is not None and counted(first, step) == other
