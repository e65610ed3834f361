"""Finds the rows of tables in a plain text: cells parted by bars, by tabs, or by runs of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from qalamoun_terms.reading.frames import Span

_LINE = re.compile(r"[^\r\n]+")
_RULE = re.compile(r"[-=_*~+|:\s]+")
_GAP = re.compile(r"\t+|(?<=\S) {2,}(?=\S)")
LEAST_ROWS = 3  # lines of equal columns from which text without leading bars is a table
LEAST_CELLS = 3  # cells that such a line has, at least
BLANK_LINES = 2  # line breaks between two rows of one table


@frozen
class Row:
    """One line of a table: its cells from left to right, those without words included."""

    cells: tuple[Span, ...]
    head: bool = False


def table_rows(text: str) -> Mapping[int, Row]:
    r"""The rows of all tables of a text, by where their lines begin to have words.

    Args:
        text: the text.

    >>> text = "Item | Army | Front\nRoad | Yes | No\nWell | No | Yes\n"
    >>> [cell.text(text) for cell in table_rows(text)[20].cells]
    ['Road', 'Yes', 'No']
    """
    found: dict[int, Row] = {}
    for lines in _runs(text):
        heads = True
        for line in lines:
            cells = _cells(text, line)
            start = _stripped(text, line).start
            found[start] = Row(cells, head=heads)
            heads = False
    return found


def _runs(text: str) -> Iterator[Sequence[Span]]:
    """Lines that stand together and have the same number of cells."""
    held: list[Span] = []
    shape = (False, 0)
    for found in _LINE.finditer(text):
        line = Span(found.start(), found.end())
        if _RULE.fullmatch(text, line.start, line.end):
            continue
        seen = _shape(text, line)
        if held and not (_near(text, held[-1], line) and _alike(seen, shape)):
            yield from _table(held, shape)
            held = []
        if not held:
            shape = seen
        if seen[1] > 1:
            held.append(line)
    yield from _table(held, shape)


def _shape(text: str, line: Span) -> tuple[bool, int]:
    """Whether a line begins with a bar, and how many cells it has."""
    return text[_stripped(text, line).start] == "|", len(_cells(text, line))


def _alike(one: tuple[bool, int], other: tuple[bool, int]) -> bool:
    """Whether lines of these shapes are rows of one table: with leading bars any number of cells."""
    return one == other or (one[0] and other[0])


def _near(text: str, above: Span, line: Span) -> bool:
    """Whether two lines may be rows of one table: no wide gap between them but a rule."""
    between = text[above.end : line.start]
    return between.count("\n") <= BLANK_LINES or bool(set(between) & set("-=+"))


def _table(lines: Sequence[Span], shape: tuple[bool, int]) -> Iterator[Sequence[Span]]:
    """Lines that are a table: with leading bars, or enough lines of enough cells."""
    barred, width = shape
    if lines and (barred or (len(lines) >= LEAST_ROWS and width >= LEAST_CELLS)):
        yield lines


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    inner = _stripped(text, line)
    if inner.start == inner.end:
        return ()
    if text[inner.start] == "|":
        return tuple(_between(text, inner, [m.start() for m in _bars(text, inner)], 1))
    if " | " in inner.text(text):
        return tuple(_between(text, inner, [m.start() + 1 for m in _spaced(text, inner)], 1))
    gaps = list(_GAP.finditer(text, inner.start, inner.end))
    edges = [inner.start, *(at for gap in gaps for at in (gap.start(), gap.end())), inner.end]
    return tuple(Span(*edges[at : at + 2]) for at in range(0, len(edges), 2))


def _bars(text: str, line: Span) -> Iterator[re.Match[str]]:
    return re.compile(r"\|").finditer(text, line.start + 1, line.end)


def _spaced(text: str, line: Span) -> Iterator[re.Match[str]]:
    return re.compile(r"\s\|(?=\s|$)").finditer(text, line.start, line.end)


def _between(text: str, line: Span, bars: Sequence[int], width: int) -> Iterator[Span]:
    """The stretches between bars, without the space around their words."""
    start = line.start + (text[line.start] == "|")
    for bar in bars:
        yield _stripped(text, Span(start, bar))
        start = bar + width
    if start < line.end:
        yield _stripped(text, Span(start, line.end))


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
