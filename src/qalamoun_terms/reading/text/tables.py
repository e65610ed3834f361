"""Finds the rows of tables in a plain text: cells parted by bars, by tabs, or by runs of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from qalamoun_terms.reading.text.frames import Span

_LINE = re.compile(r"[^\r\n]+")
_RULE = re.compile(r"[-=_*~+|:\s]+")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
LEAST_ROWS = 3  # lines of equal columns from which text without leading bars is a table
LEAST_CELLS = 3  # cells that such a line has, at least
SLACK = 2  # characters by which the cells of a column may begin apart
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
        heads: tuple[Span, ...] = ()
        for line in lines:
            cells = _cells(text, line)
            if heads and _mark(text, lines[0]) == " ":
                cells = _under(heads, cells, lines[0].start, line)
            found[_stripped(text, line).start] = Row(cells, head=not heads)
            heads = heads or cells
    return found


def _runs(text: str) -> Iterator[Sequence[Span]]:
    """Lines that stand together and have the cells of one table."""
    held: list[Span] = []
    heads: tuple[Span, ...] = ()
    for found in _LINE.finditer(text):
        line = Span(found.start(), found.end())
        if _RULE.fullmatch(text, line.start, line.end):
            continue
        cells = _cells(text, line)
        if held and not (
            _near(text, held[-1], line) and _is_row(text, held[0], heads, line, cells)
        ):
            yield from _table(text, held, heads)
            held = []
        if not held:
            heads = cells
        if len(cells) > 1:
            held.append(line)
    yield from _table(text, held, heads)


def _mark(text: str, line: Span) -> str:
    """What parts the cells of a line: a leading bar, bars, tabs, or runs of spaces."""
    inner = _stripped(text, line)
    if text[inner.start] == "|":
        return "||"
    return "|" if " | " in inner.text(text) else "\t" if "\t" in inner.text(text) else " "


def _is_row(
    text: str, head: Span, heads: Sequence[Span], line: Span, cells: Sequence[Span]
) -> bool:
    """Whether a line may be a row under a line of heads; its last cells may be blank."""
    mark = _mark(text, head)
    if _mark(text, line) != mark or len(cells) < 2:
        return False
    if mark == "||":
        return True
    if mark == "\t":
        return len(cells) <= len(heads)
    if mark == "|":
        return len(cells) == len(heads)
    starts = [cell.start - head.start for cell in heads]
    return all(_column(starts, cell.start - line.start) is not None for cell in cells)


def _column(starts: Sequence[int], at: int) -> int | None:
    """The column that begins where a cell does, give or take a little."""
    return next((i for i, start in enumerate(starts) if abs(start - at) <= SLACK), None)


def _under(heads: Sequence[Span], cells: Sequence[Span], head: int, line: Span) -> tuple[Span, ...]:
    """The cells of an aligned line, each below its head, with blanks where there is none."""
    starts = [cell.start - head for cell in heads]
    by_column = {_column(starts, cell.start - line.start): cell for cell in cells}
    blank = Span(line.end, line.end)
    return tuple(by_column.get(column, blank) for column in range(len(heads)))


def _near(text: str, above: Span, line: Span) -> bool:
    """Whether two lines may be rows of one table: no wide gap between them but a rule."""
    between = text[above.end : line.start]
    return between.count("\n") <= BLANK_LINES or bool(set(between) & set("-=+"))


def _table(text: str, lines: Sequence[Span], heads: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Lines that are a table: with leading bars, or enough lines of enough cells."""
    if (lines and _mark(text, lines[0]) == "||") or (
        len(lines) >= LEAST_ROWS and len(heads) >= LEAST_CELLS
    ):
        yield lines


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    """The cells of a line, by the mark that parts them: bars, tabs or wide gaps."""
    inner = _stripped(text, line)
    if inner.start == inner.end:
        return ()
    mark = _mark(text, line)
    if mark == "||":
        return tuple(_between(text, inner, [m.start() for m in _bars(text, inner)], 1))
    if mark == "|":
        return tuple(_between(text, inner, [m.start() + 1 for m in _spaced(text, inner)], 1))
    if mark == "\t":
        tabs = [at for at in range(inner.start, inner.end) if text[at] == "\t"]
        return tuple(_between(text, inner, tabs, 1))
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
