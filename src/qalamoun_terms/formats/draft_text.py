"""A draft that is known word for word, from its plain text or from rows of a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.wordings import LANGUAGES, plain, wordings
from qalamoun_terms.errors import FormatError
from qalamoun_terms.model.proposals import Proposal

__all__ = ["read_draft", "read_draft_rows"]

_HEAD = re.compile(
    r"[ \t#*]*(?P<word>\w+)\.?[ \t]+(?P<number>[^\s.:()–—-]{1,24})[ \t]*[.:)–—-]*[ \t]*(?P<rest>.*)"
)
"""A line such as "Article 4: Exit" or "المادة ٤"; the word is one of those for an article."""

_NUMBERED = re.compile(r"[ \t]*(?P<number>\d{1,3})[.)][ \t]+(?P<rest>\S.*)")
_ITEM = re.compile(r"[ \t]*(?:[-•*–]|\(?\w{1,3}[.)])[ \t]")
_ENDS = (".", ";", ":", "،", ",", "؛", "؟")
_LONGEST_HEADING = 80

_COLUMNS = ("number", "heading", "text")

_Row = tuple[str | None, str | None, str | None]


def read_draft(text: str, *, id: str = "p1", title: str | None = None) -> Proposal:
    r"""Make a proposal of the plain text of a draft, its articles told by lines such as "Article 4".

    Where no line names an article, lines that begin with "1." do. What stands before the first article is an
    article without a number, or the title where that is one line.

    Args:
        text: the text.
        id: the id of the proposal.
        title: its title, where the text does not begin with one.

    Returns:
        A complete proposal, known word for word; lines of a paragraph are joined.

    Raises:
        FormatError: no article can be told.

    >>> found = read_draft(
    ...     "Draft of May\n\nArticle 1: Exit\nFighters leave.\n\nArticle 2\nRoads are open."
    ... )
    >>> found.title, [(one.label, one.heading, one.accounts[0].text) for one in found.articles]
    ('Draft of May', [('1', 'Exit', 'Fighters leave.'), ('2', None, 'Roads are open.')])
    """
    lines = text.removeprefix("\ufeff").splitlines()
    heads = list(map(_article_head, lines))
    if not any(heads):
        heads = list(map(_numbered_head, lines))
    if not any(heads):
        raise FormatError("expected lines such as 'Article 1' or '1.' before each article", "text")
    first = next(place for place, head in enumerate(heads) if head)
    before = [line.strip() for line in lines[:first] if line.strip()]
    rows = list(_rows(lines[first:], heads[first:]))
    if len(before) == 1:
        return draft(rows, id=id, title=before[0])
    if before:
        rows.insert(0, (None, None, _paragraphs(lines[:first])))
    return draft(rows, id=id, title=title)


def _article_head(line: str) -> tuple[str, str] | None:
    match = _HEAD.fullmatch(line)
    if match is None or plain(match["word"]) not in _WORDS or not _is_number(match["number"]):
        return None
    return match["number"], match["rest"]


_WORDS = frozenset(word for one in LANGUAGES for word in wordings(one).small["article"])


def _is_number(text: str) -> bool:
    """Say whether a word numbers an article: digits, a Roman number, or a number word."""
    if text[0].isdecimal() or re.fullmatch(r"[IVXLC]+", text):
        return True
    word = plain(text)
    return any(
        reading in table
        for one in LANGUAGES
        for reading in wordings(one).readings(word)
        for table in (wordings(one).numbers, wordings(one).small["ordinal"])
    )


def _numbered_head(line: str) -> tuple[str, str] | None:
    match = _NUMBERED.fullmatch(line)
    return None if match is None else (match["number"], match["rest"])


def _rows(lines: Sequence[str], heads: Sequence[tuple[str, str] | None]) -> Iterator[_Row]:
    number, body = "", list[str]()
    for line, head in zip(lines, heads, strict=True):
        if head is None:
            body.append(line)
            continue
        if number:
            yield _row(number, body)
        number, body = head[0], [head[1]]
    yield _row(number, body)


def _row(number: str, body: Sequence[str]) -> _Row:
    lines = [line.strip() for line in body]
    beside = bool(lines[0])
    while lines and not lines[0]:
        lines.pop(0)
    if lines and _is_heading(lines, beside=beside):
        return number, lines[0], _paragraphs(lines[1:])
    return number, None, _paragraphs(lines)


def _is_heading(lines: Sequence[str], *, beside: bool) -> bool:
    """Tell the heading of an article from its text: a short first line that the next one does not go on with."""
    first, second = lines[0], next((line for line in lines[1:] if line), "")
    if not second or len(first) > _LONGEST_HEADING or first.endswith(_ENDS) or second[0].islower():
        return False
    return beside or not lines[1] or second[0].isupper()


def _paragraphs(lines: Iterable[str]) -> str:
    """Join the lines of each paragraph; an item of a list begins a line."""
    found: list[str] = []
    ended = True
    for line in (one.strip() for one in lines):
        if line and (ended or _ITEM.match(f"{line} ")):
            found.append(line)
        elif line:
            found[-1] = f"{found[-1]} {line}"
        ended = not line
    return "\n".join(found)


# --- rows of a table


def read_draft_rows(text: str, *, id: str = "p1", title: str | None = None) -> Proposal:
    r"""Make a proposal of the rows of a table: number, heading and text of each article.

    Args:
        text: comma-separated values; a first row that names the columns puts them in any order.
        id: the id of the proposal.
        title: its title.

    Returns:
        A complete proposal, known word for word.

    Raises:
        FormatError: a row without just these three columns, or no row.

    >>> read_draft_rows("text,number\nRoads are open.,4\n").articles[0].label
    '4'
    """
    rows = _cells(text.removeprefix("\ufeff"))
    names = [cell.strip().casefold() for cell in rows[0]] if rows else []
    named = "text" in names and set(names) <= set(_COLUMNS)
    columns = names if named else list(_COLUMNS)
    body = rows[1:] if named else rows
    if not body:
        raise FormatError("expected a row for each article, got none", "text")
    for place, row in enumerate(body, 1 + named):
        if len(row) != len(columns):
            expected = ", ".join(columns)
            raise FormatError(f"expected {expected}, got {len(row)} cells", f"row {place}")
    cells = (dict(zip(columns, row, strict=True)) for row in body)
    return draft(
        ((one.get("number"), one.get("heading"), one["text"]) for one in cells), id=id, title=title
    )


def _cells(text: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""))
    try:
        return [row for row in reader if any(row)]
    except csv.Error as error:
        raise FormatError(
            f"expected comma-separated values: {error}", f"line {reader.line_num}"
        ) from None
