"""Where an edit begins: at a sentence or a clause, where the words around it allow that."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["SENTENCE_ENDS", "best_shift"]

SENTENCE_ENDS = frozenset("\n.;؛。؟!?")
"""After these a reader expects something new to begin."""

_CLAUSE_ENDS = frozenset(",،:)")

_FARTHEST = 200
"""By so many words and marks an edit is set back or forth at most."""


def best_shift(
    left: Sequence[str], own: Sequence[str], right: Sequence[str], *, opens: bool = True
) -> int:
    """Say how far to set an edit back or forth, so that it begins where something new does.

    Words that were only put in, or only taken out, can often be told at several places: "a. [b. ]c" is also
    "a[. b]. c".

    Args:
        left: the pieces before it that are not edited.
        own: the pieces that are put in or taken out.
        right: the pieces after it that are not edited.
        opens: whether the text begins with what stands before it.

    Returns:
        By how many pieces; less than 0 is back.

    >>> best_shift(["A"], [".", " ", "B"], [".", " ", "C"])
    2
    """
    back, forth = _room(left[::-1], own[::-1]), _room(right, own)
    if not back and not forth:
        return 0
    shown = min(len(left), back + 2)
    row = [*left[len(left) - shown :], *own, *right[: forth + 1]]
    opening = ["\n"] if opens and shown == len(left) else [""]
    row, start = [*opening, *row], shown + 1
    return max(
        range(-back, forth + 1),
        key=lambda by: (
            _worth(row, start + by),
            _worth(row, start + by + len(own)),
            -abs(by),
        ),
    )


def _room(beside: Sequence[str], own: Sequence[str]) -> int:
    """Count by how much an edit can be set towards what stands beside it."""
    most = min(len(beside), _FARTHEST)
    return next((n for n in range(most) if beside[n] != own[n % len(own)]), most)


def _worth(row: Sequence[str], at: int) -> int:
    """Say how good a place is to begin an edit: where a sentence, a clause or at least a word begins."""
    before = row[at - 1]
    spaced = before.isspace()
    mark = before if not spaced or "\n" in before or at < 2 else row[at - 2]
    return 2 * _ends(mark) + (spaced and not (at < len(row) and row[at].isspace()))


def _ends(mark: str) -> int:
    if set(mark) & SENTENCE_ENDS:
        return 2
    return 1 if mark in _CLAUSE_ENDS else 0
