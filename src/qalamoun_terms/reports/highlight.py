"""A text cut at the edges of its marks, so that marks which overlap are each drawn where they are.

Elements of a page can hold each other but cannot overlap; the grounds of a case do. So the text is cut into
flat pieces, each of which knows all the marks that cover it, the narrowest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

__all__ = ["Mark", "Piece", "cut"]


@frozen(kw_only=True, order=True)
class Mark:
    """A stretch of a text on which something rests.

    Args:
        start: the first character.
        end: the character after the last one.
        target: the anchor of what rests on it.
        label: the short name of what rests on it, shown after the stretch.
        note: what it says there, in a few words.

    >>> Mark(start=0, end=6, target="p1.a1", label="p1.a1", note="the article").label
    'p1.a1'
    """

    start: int
    end: int
    target: str
    label: str
    note: str


@frozen(kw_only=True)
class Piece:
    """A stretch of the text that the same marks cover from end to end.

    Args:
        text: its characters.
        start: where it stands in the text.
        marks: the marks that cover it, the narrowest first.
        begins: whether a mark begins here, so that links lead here.
        closed: a mark for each target whose stretch ends with this piece.

    >>> Piece(text="Agreed", start=0, marks=(), begins=False, closed=()).text
    'Agreed'
    """

    text: str
    start: int
    marks: tuple[Mark, ...]
    begins: bool
    closed: tuple[Mark, ...]


def cut(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut a text at the edges of its marks.

    Args:
        text: the whole text.
        marks: stretches of it, in any order; one that is empty or leaves the text is left out.

    Returns:
        The pieces in the order of the text; joined they give the text back.

    >>> one = Mark(start=0, end=7, target="n1", label="n1", note="accepted")
    >>> two = Mark(start=4, end=9, target="n2", label="n2", note="rejected")
    >>> [
    ...     (piece.text, [mark.target for mark in piece.marks])
    ...     for piece in cut("All of it.", (one, two))
    ... ]
    [('All ', ['n1']), ('of ', ['n2', 'n1']), ('it', ['n2']), ('.', [])]
    """
    within = sorted({mark for mark in marks if 0 <= mark.start < mark.end <= len(text)})
    edges = sorted({0, len(text)}.union(*((mark.start, mark.end) for mark in within)))
    starts = _grouped(within, [mark.start for mark in within])
    ends = _grouped(within, [mark.end for mark in within])
    pieces, open_marks = [], dict[Mark, None]()
    for start, end in pairwise(edges):
        for mark in ends.get(start, ()):
            del open_marks[mark]
        open_marks.update(dict.fromkeys(starts.get(start, ())))
        pieces.append(
            Piece(
                text=text[start:end],
                start=start,
                marks=tuple(sorted(open_marks, key=_narrowest_first)),
                begins=start in starts,
                closed=_closed(ends.get(end, ()), open_marks, starts.get(end, ())),
            )
        )
    return tuple(pieces)


def _grouped(marks: Sequence[Mark], at: Sequence[int]) -> dict[int, list[Mark]]:
    grouped: dict[int, list[Mark]] = {}
    for mark, place in zip(marks, at, strict=True):
        grouped.setdefault(place, []).append(mark)
    return grouped


def _narrowest_first(mark: Mark) -> tuple[int, Mark]:
    return mark.end - mark.start, mark


def _closed(
    ending: Iterable[Mark], open_marks: Iterable[Mark], starting: Iterable[Mark]
) -> tuple[Mark, ...]:
    """Find the marks after whose end their target is not covered any more, one for each target."""
    ending = tuple(ending)
    last = {mark.target: mark for mark in ending}
    if not last:
        return ()
    over = set(ending)
    going_on = {mark.target for mark in open_marks if mark not in over}
    going_on |= {mark.target for mark in starting}
    return tuple(mark for target, mark in sorted(last.items()) if target not in going_on)
