"""What compares and joins drafts, in a terminal: with signs, so that nothing is left to colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from qalamoun_terms.comparison.brackets import BracketedText
from qalamoun_terms.comparison.history import History
from qalamoun_terms.comparison.negotiating import NegotiatingText
from qalamoun_terms.comparison.redline import Stretch, signs
from qalamoun_terms.comparison.side_by_side import Cell, SideBySide
from qalamoun_terms.reports import draft_view
from qalamoun_terms.reports.draft_pages import page_of_history, page_of_text
from qalamoun_terms.reports.lines import bullet, indented, joined, text

__all__ = ["DRAFT_LINES", "change_lines"]

_STYLES = {
    "same": "",
    "gone": "red strike",
    "come": "green underline",
    "moved away": "dim strike",
    "moved here": "underline",
}


def change_lines(page: draft_view.ChangePage) -> Iterator[RenderableType]:
    """Show a change, changes of force first.

    Args:
        page: the change, arranged.

    >>> page = draft_view.ChangePage(title="From a to b", summary="All.", note="", links=())
    >>> str(next(change_lines(page)))
    'From a to b'
    """
    yield text(page.title, "bold")
    yield text(page.summary)
    yield text(page.note, "dim")
    yield from _listed("Changes of force", page.force)
    yield from _head("What moved")
    yield from (bullet(words) for words in page.changed)
    if not page.changed:
        other = "other " if page.force or page.redlines else ""
        yield text(f"No {other}term is known to have changed.")
    yield from _listed("Words that went into another article", page.carried)
    if page.redlines:
        yield from _head("The words")
        yield text("[-went-] {+came+} [<moved away<] {>moved here>}", "dim")
    for one in page.redlines:
        yield from indented([joined(text(f"{one.name}:", "bold"), " ", _redline(one.text))], 2)
    yield from _listed("Mentioned by only one of the two", page.silent, "dim")
    if page.links:
        yield from _head("What became of each article")
        yield _links(page.links)


def _head(words: str) -> Iterator[RenderableType]:
    yield Text("")
    yield text(words, "bold underline")


def _listed(head: str, items: Iterable[str], style: str = "") -> Iterator[RenderableType]:
    found = tuple(items)
    if found:
        yield from _head(head)
        yield from (bullet(words, style) for words in found)


def _redline(stretches: Iterable[Stretch]) -> Text:
    found = Text()
    for one in stretches:
        before, after = signs(one.mark)
        spaced = (one.words[:1].isspace() * " ", one.words[-1:].isspace() * " ")
        words = joined(before, text(one.words), after)
        words.stylize(_STYLES[one.mark])
        found.append_text(joined(spaced[0], words, spaced[1] if one.words.strip() else ""))
    return found


def _links(links: Iterable[draft_view.LinkView]) -> Table:
    table = _table()
    for name, ratio in (("Before", 1), ("After", 1), ("What became of it", 2), ("Why matched", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for link in links:
        sure = f" ({link.confidence})" if link.confidence else ""
        table.add_row(
            text(link.old or "none known"),
            text(link.new or "none known"),
            text(", ".join((link.told, *link.flags)), "bold"),
            text(f"{link.reason}{sure}"),
        )
    return table


def _table() -> Table:
    return Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False, expand=True
    )


# --- drafts in columns


def _side_by_side(found: SideBySide) -> Iterator[RenderableType]:
    yield text(found.title, "bold")
    table = _table()
    for name in (*found.columns, *(["Compromise"] if found.compromise else [])):
        table.add_column(text(name), ratio=1, overflow="fold")
    for row in found.rows:
        more = [Text("")] if found.compromise else []
        table.add_row(*map(_of_a_draft, row.cells), *more, end_section=True)
    yield table


def _of_a_draft(cell: Cell) -> Text:
    head = text(" ".join(one for one in (cell.label, cell.heading) if one), "bold")
    note = text(f"({cell.told_as})", "italic") if cell.told_as else Text("")
    lines = [head, note, _redline(cell.text), *map(text, cell.changes)]
    return Text("\n").join(line for line in lines if line.plain)


def _history(history: History) -> Iterator[RenderableType]:
    page = page_of_history(history)
    yield text(page.title, "bold")
    yield text(page.sentence)
    for life in page.lives:
        yield Text("")
        yield text(life.title, "bold")
        for draft, stage in zip(page.drafts, life.stages, strict=True):
            if stage is not None:
                label = f"{stage.label}, " if stage.label else ""
                yield from indented([text(f"{draft}: {label}{stage.told}")], 2)
                yield from indented(map(bullet, stage.notes), 4)


# --- a negotiating text


def _text(found: NegotiatingText | BracketedText) -> Iterator[RenderableType]:
    page = page_of_text(found)
    yield text(page.title, "bold")
    yield text(f"{page.note} {page.sentence}")
    for block in page.blocks:
        yield Text("")
        if block.bracket is not None:
            yield joined(f"[{_numbered(block.bracket)}", text(block.bracket.words, "bold"), ":")
        for slot in block.slots:
            yield joined(text(f"{slot.name}:", "bold"), " ", *map(_part, slot.parts))
        if block.bracket is not None:
            yield joined("] ", _options(block.bracket.options[1:]))
    yield from _listed("What was decided", page.decisions)


def _part(part: draft_view.PartView) -> Text:
    if part.options:
        return joined(_numbered(part), _options(part.options))
    return _redline([Stretch(part.words)])


def _numbered(part: draft_view.PartView) -> Text:
    return text("" if part.number is None else f"{part.number}:", "dim")


def _options(options: Iterable[tuple[str, str | None]]) -> Text:
    found = []
    for names, words in options:
        said = " not reported" if words is None else f": {words}"
        found.append(joined("[", text(names, "bold"), _redline([Stretch(said)]), "]"))
    return Text(" ").join(found)


DRAFT_LINES: dict[type, Callable[[Any], Iterator[RenderableType]]] = {
    BracketedText: _text,
    History: _history,
    NegotiatingText: _text,
    SideBySide: _side_by_side,
}
"""What shows a value that is of several drafts, by its class."""
