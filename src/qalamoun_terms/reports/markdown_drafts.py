"""What compares and joins drafts, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from qalamoun_terms.comparison.brackets import BracketedText
from qalamoun_terms.comparison.history import History
from qalamoun_terms.comparison.negotiating import NegotiatingText
from qalamoun_terms.comparison.redline import Stretch
from qalamoun_terms.comparison.side_by_side import Cell, SideBySide
from qalamoun_terms.reports import draft_view
from qalamoun_terms.reports.draft_pages import page_of_history, page_of_text
from qalamoun_terms.reports.marks import escaped, listed, table

__all__ = ["DRAFT_BLOCKS", "change_blocks"]

_MARKED = {
    "same": "{}",
    "gone": "~~{}~~",
    "come": "**{}**",
    "moved away": "~~{}~~ (moved)",
    "moved here": "**{}** (moved here)",
}


def change_blocks(page: draft_view.ChangePage) -> Iterator[str]:
    """Write a change block by block, changes of force first.

    Args:
        page: the change, arranged.

    >>> page = draft_view.ChangePage(title="From a to b", summary="All.", note="", links=())
    >>> next(change_blocks(page))
    '# From a to b'
    """
    yield f"# {escaped(page.title)}"
    yield escaped(page.summary)
    yield escaped(page.note)
    if page.force:
        yield "## Changes of force"
        yield listed(map(escaped, page.force))
    yield "## What moved"
    yield listed(map(escaped, page.changed)) if page.changed else _nothing(page)
    if page.carried:
        yield "## Words that went into another article"
        yield listed(map(escaped, page.carried))
    if page.redlines:
        yield "## The words"
        yield "~~Struck out~~ went, **bold** came."
        for one in page.redlines:
            yield f"{escaped(one.name)}: {_redline(one.text)}"
    if page.silent:
        yield "## Mentioned by only one of the two"
        yield listed(map(escaped, page.silent))
    if page.links:
        yield "## What became of each article"
        head = ["Before", "After", "What became of it", "Why matched"]
        yield table(head, map(_link, page.links))


def _nothing(page: draft_view.ChangePage) -> str:
    if page.force or page.redlines:
        return "No other term is known to have changed."
    return "No term is known to have changed."


def _link(link: draft_view.LinkView) -> tuple[str, ...]:
    told = ", ".join((link.told, *link.flags))
    sure = f" ({link.confidence})" if link.confidence else ""
    ends = (escaped(end) if end else "none known" for end in (link.old, link.new))
    return (*ends, told, f"{escaped(link.reason)}{sure}")


def _redline(text: Iterable[Stretch]) -> str:
    return "".join(map(_marked, text)).strip()


def _marked(one: Stretch) -> str:
    """Mark words that went, came or were moved; the spaces around them stay outside of the marks."""
    words = escaped(one.words)
    before = " " if one.words[:1].isspace() else ""
    after = " " if words and one.words[-1:].isspace() else ""
    return f"{before}{_MARKED[one.mark].format(words) if words else ''}{after}"


# --- side by side


def _side_by_side(found: SideBySide) -> Iterator[str]:
    more = ["Compromise"] if found.compromise else []
    yield f"# {escaped(found.title)}"
    rows = ([*map(_of_a_draft, row.cells), *([""] * len(more))] for row in found.rows)
    yield table([*map(escaped, found.columns), *more], rows)


def _of_a_draft(cell: Cell) -> str:
    head = f"**{escaped(cell.label)}** {escaped(cell.heading)}".strip() if cell.label else ""
    note = f"*{escaped(cell.told_as)}*" if cell.told_as else ""
    text = "".join(map(_marked, cell.text))
    parts = [" ".join(one for one in (head, note) if one), text, *map(escaped, cell.changes)]
    return "<br>".join(one for one in parts if one)


# --- the life of articles


def _history(history: History) -> Iterator[str]:
    page = page_of_history(history)
    yield f"# {escaped(page.title)}"
    yield escaped(page.sentence)
    rows = ([escaped(life.title), *map(_stage, life.stages)] for life in page.lives)
    yield table(["What it says", *map(escaped, page.drafts)], rows)


def _stage(stage: draft_view.StageView | None) -> str:
    if stage is None:
        return ""
    label = f"**{escaped(stage.label)}** " if stage.label else ""
    return "<br>".join([f"{label}{escaped(stage.told)}", *map(escaped, stage.notes)])


# --- a negotiating text


def _text(text: NegotiatingText | BracketedText) -> Iterator[str]:
    page = page_of_text(text)
    yield f"# {escaped(page.title)}"
    yield f"{escaped(page.note)} {escaped(page.sentence)}"
    for block in page.blocks:
        if block.bracket is not None:
            yield f"\\[**{escaped(block.bracket.words)}**:"
        yield "\n".join(f"- {slot.name}: {_parts(slot.parts)}" for slot in block.slots)
        if block.bracket is not None:
            yield f"\\] {_options(block.bracket.options[1:])}"
    if page.decisions:
        yield "## What was decided"
        yield listed(map(escaped, page.decisions))


def _parts(parts: Iterable[draft_view.PartView]) -> str:
    return "".join(
        _options(one.options) if one.options else _marked(Stretch(one.words)) for one in parts
    )


def _options(options: Iterable[tuple[str, str | None]]) -> str:
    return " ".join(
        f"\\[**{escaped(names)}** not reported\\]"
        if words is None
        else f"\\[**{escaped(names)}**: {escaped(words)}\\]"
        for names, words in options
    )


DRAFT_BLOCKS: dict[type, Callable[[Any], Iterator[str]]] = {
    BracketedText: _text,
    History: _history,
    NegotiatingText: _text,
    SideBySide: _side_by_side,
}
"""What writes a value that is of several drafts, by its class."""
