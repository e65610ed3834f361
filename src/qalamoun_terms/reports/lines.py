"""Lines of a terminal: words that it does not obey, items of lists, indents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from qalamoun_terms.reports.words import visible

__all__ = ["bullet", "indented", "joined", "text"]

_DIRECTION = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Embeddings, overrides and isolates of writing direction: in a terminal they would run on."""


def text(words: str, style: str = "") -> Text:
    r"""Take words as they are: on one line, without anything that a terminal would obey.

    Args:
        words: any words.
        style: how they are shown.

    >>> str(text("two\nlines"))
    'two lines'
    """
    return Text(" ".join(visible(words).translate(_DIRECTION).split()), style=style)


def joined(*parts: Text | str) -> Text:
    """Put texts one after the other.

    Args:
        *parts: the texts.

    >>> str(joined(text("a"), " ", text("b")))
    'a b'
    """
    return Text.assemble(*parts)


def bullet(words: str, style: str = "", ref: str = "") -> RenderableType:
    """Make an item of a list, its lines under each other.

    Args:
        words: what it says.
        style: how it is shown.
        ref: which article it is about.

    >>> type(bullet("Roads are open.")).__name__
    'Table'
    """
    item = Table.grid(padding=(0, 1, 0, 0))
    said = joined(text(words, style), "  ", text(ref, "dim")) if ref else text(words, style)
    item.add_row("-", said)
    return item


def indented(lines: Iterable[RenderableType], by: int) -> Iterator[Padding]:
    """Set lines in from the left.

    Args:
        lines: the lines.
        by: by how many columns.

    >>> [line.left for line in indented([text("a")], 2)]
    [2]
    """
    for line in lines:
        yield Padding(line, (0, 0, 0, by), expand=False)
