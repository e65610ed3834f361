"""The marks of Markdown: words that keep their own, tables and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qalamoun_terms.reports.words import visible

__all__ = ["escaped", "listed", "table"]

_MARKS = re.compile(r"([\\`*_\[\]<>|~&$])")
_AT_START = re.compile(r"^(?:([#+=\-:])|(\d{1,9})([.)]))")
_BREAKS = re.compile(r"[\s\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")


def escaped(text: str) -> str:
    r"""Escape a text so that Markdown shows it as it is, on one line.

    Args:
        text: any words.

    Returns:
        The words, with a backslash before each mark, and spaces in place of line ends.

    >>> print(escaped("# 1 | <b>two</b>"))
    \# 1 \| \<b\>two\</b\>
    """
    line = _MARKS.sub(r"\\\1", _BREAKS.sub(" ", visible(text)).strip())
    return _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table of cells that are escaped already.

    Args:
        head: the names of the columns.
        rows: the cells of each row.

    >>> print(table(["Article"], [["1"]]))
    | Article |
    | --- |
    | 1 |
    """
    lines = [_line(head), _line(["---"] * len(head)), *map(_line, rows)]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def listed(items: Iterable[str]) -> str:
    """Write a list of items that are escaped already.

    Args:
        items: the items.

    >>> print(listed(["one", "two"]))
    - one
    - two
    """
    return "\n".join(f"- {item}" for item in items)
