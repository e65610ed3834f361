"""Views for a terminal: readable at eighty columns, without colour, and with words from anywhere in them.

Every text goes through `text`: a terminal obeys control characters, and rich obeys its own markup, so that a
source's words are never handed over as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from qalamoun_terms.comparison.changes import Change
from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.comparison.positions import PositionTable
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal
from qalamoun_terms.reports import page_view, view
from qalamoun_terms.reports.change_page import page_of_change
from qalamoun_terms.reports.lines import bullet, indented, joined, text
from qalamoun_terms.reports.listing import SHOWN, listing_of
from qalamoun_terms.reports.pages import page_of_case, page_of_table
from qalamoun_terms.reports.terminal_drafts import DRAFT_LINES, change_lines
from qalamoun_terms.reports.terminal_items import item_lines, listing_lines, section_lines
from qalamoun_terms.reports.words import SILENT_SIGN, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["console", "list_of_cases", "print_case", "render"]

_CONTESTED = {
    outcome.value
    for outcome in (
        Outcome.DISPUTED,
        Outcome.SPLIT,
        Outcome.CONDITIONAL,
        Outcome.DEFERRED,
        Outcome.WITHDRAWN,
    )
}

_STYLES = {
    "agreed": "green",
    "agreed in principle": "yellow",
    "conditionally accepted": "yellow",
    "disputed": "red",
    "split": "red",
    "withdrawn": "red",
}


def console() -> Console:
    """Give the console that views are printed on: standard output, without markup of its own.

    >>> console().is_terminal
    False
    """
    return Console(markup=False, emoji=False, highlight=False)


def print_case(case: Negotiation, console: Console) -> None:
    """Print a case: the table of positions, what moved, and what is open.

    Args:
        case: the case.
        console: where it is printed.

    >>> print_case(Negotiation(id="c", title="Talks"), Console(width=80))
    Talks
    No article is known.
    """
    console.print(render(case))


def render(value: object, *, base: Proposal | None = None) -> RenderableType:
    """Make what a terminal shows of a case, of positions over time, or of what compares and joins drafts.

    Args:
        value: a case, a table of positions, what changed, what is open or what became of it, a table of preferences,
            a change, a history, a negotiating text or drafts side by side.
        base: for a change the proposal that it leads from, so that the words that stayed are shown as well.

    Returns:
        Something that a console of rich prints.

    Raises:
        InvalidValueError: a value that has no view, or a base that is not that of the change.

    >>> Console(width=80).print(render(Negotiation(id="c", title="Talks")))
    Talks
    No article is known.
    """
    if isinstance(value, Negotiation):
        return Group(*_case(page_of_case(value)))
    if isinstance(value, PositionTable):
        return Group(*_positions(page_of_table(value)))
    if isinstance(value, Change):
        return Group(*change_lines(page_of_change(value, base)))
    if isinstance(value, tuple(DRAFT_LINES)):
        return Group(*DRAFT_LINES[type(value)](value))
    if (listing := listing_of(value)) is not None:
        return Group(*listing_lines(listing))
    raise v.invalid("value", SHOWN, value)


def _case(page: page_view.Page) -> Iterator[RenderableType]:
    yield from _positions(page)
    yield from _moves(page)
    yield from _open(page.open)
    for section in page.standing:
        yield from section_lines(section)
    if page.implementation.items:
        yield from section_lines(page.implementation)
    yield from _in_whose_words(page.groups)
    if page.unread:
        yield text("")
        yield text(
            f"Not read: {counted(len(page.unread), 'sentence')}; the page in HTML lists them.",
            "dim",
        )


def _positions(page: page_view.Page) -> Iterator[RenderableType]:
    yield text(page.title, "bold")
    yield text(page.sentence)
    if page.note:
        yield text(page.note, "italic")
    for group in page.groups:
        yield Text("")
        yield _heading(group)
        yield _table(page.sides, group)
    if page.groups:
        yield text(f"{SILENT_SIGN} is no refusal: nothing was reported.", "dim")


def _heading(group: view.Group) -> Text:
    status = f", called {group.status}" if group.status else ""
    return joined(
        text(group.title, "bold"),
        Text("  "),
        text(group.ref, "dim") if group.ref != group.title else "",
        "\n",
        text(f"{group.date}{status}; {group.known}"),
    )


def _table(sides: Sequence[str], group: view.Group) -> RenderableType:
    """Draw the rows of one proposal; a side of which nothing is reported in any of them is named below."""
    rows = [article.row for article in group.articles]
    shown = [
        place for place, _ in enumerate(sides) if any(_tells(row.cells[place]) for row in rows)
    ]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    table.add_column("Article", ratio=4, overflow="fold")
    for place in shown:
        table.add_column(text(sides[place]), ratio=3, overflow="fold")
    table.add_column("Outcome", ratio=3, overflow="fold")
    table.expand = True
    for row in rows:
        cells = [_cell(row.cells[place]) for place in shown]
        table.add_row(_article(row), *cells, _outcome(row), end_section=True)
    silent = [side for place, side in enumerate(sides) if place not in shown]
    if not silent:
        return table
    return Group(
        table, text(f"{SILENT_SIGN} not reported in any of them: {', '.join(silent)}", "dim")
    )


def _tells(cell: view.Cell) -> bool:
    return bool(cell.entries) or cell.silence != "not reported"


def _article(row: view.Row) -> Text:
    label = f"{row.label} " if row.label else ""
    says = joined("\n", text(row.says)) if row.says else ""
    return joined(text(label), text(row.kind, "bold"), says)


def _cell(cell: view.Cell) -> Text:
    if not cell.entries:
        return text(f"{SILENT_SIGN} {cell.silence}", "dim italic")
    lines = [_entry(entry) for entry in cell.entries]
    lines += [text(f"! {flag}") for flag in cell.flags]
    return Text("\n").join(lines)


def _entry(entry: view.Entry) -> Text:
    lead = f"{entry.lead}: " if entry.lead else ""
    style = "dim" if entry.lead else ""
    note = f" ({entry.note})" if entry.note else ""
    words = text(f"{entry.sign} {lead}{entry.words}", style or "bold")
    return joined(words, " ", text(f"{entry.who}{note}", style))


def _outcome(row: view.Row) -> Text:
    lines = [text(f"{row.sign} {row.outcome}", f"bold {_STYLES.get(row.outcome, '')}".strip())]
    lines += [text(row.grade)] if row.grade else []
    lines += [text(f"! {flag}") for flag in row.flags]
    lines += [text(one) for one in row.clocks]
    return Text("\n").join(lines)


def _moves(page: page_view.Page) -> Iterator[RenderableType]:
    if not page.moves:
        return
    yield Text("")
    yield text("What moved", "bold underline")
    if page.move_note:
        yield text(page.move_note, "dim")
    for group in page.moves:
        yield Text("")
        yield text(group.kind, "bold")
        yield from indented(map(_stop, group.way), 2)
        for step in group.steps:
            yield from indented(_step(step), 2)
            if not page.move_note:
                yield from indented([text(step.note, "dim")], 4)


def _stop(stop: page_view.Stop) -> Text:
    says = " / ".join(one.words for one in stop.says) or "not reported"
    return joined(text(f"{stop.of.words}:", "dim"), " ", text(says))


def _step(step: page_view.MoveStep) -> Iterator[RenderableType]:
    yield text(f"{step.old.words} → {step.new.words}", "italic")
    yield from (bullet(one.words) for one in step.changed)
    if step.silent:
        told = "; ".join(one.words for one in step.silent)
        yield bullet(f"mentioned by only one of the two: {told}", "dim")


def _open(groups: Iterable[page_view.OpenGroup]) -> Iterator[RenderableType]:
    found = tuple(groups)
    if not found:
        return
    yield Text("")
    yield text("Open articles", "bold underline")
    for group in found:
        yield Text("")
        yield text(f"{group.sign} {group.outcome}", "bold")
        yield from item_lines(group.items)


def _in_whose_words(groups: Iterable[view.Group]) -> Iterator[RenderableType]:
    """Quote what the contested articles rest on; the pages quote all of them."""
    contested = [
        article
        for group in groups
        for article in group.articles
        if article.row.outcome in _CONTESTED
    ]
    if not contested:
        return
    yield Text("")
    yield text("In whose words", "bold underline")
    for article in contested:
        yield Text("")
        yield text(article.row.title, "bold")
        yield from indented((bullet(sentence) for sentence in article.explained), 2)


def list_of_cases(cases: Iterable[Mapping[str, Any]]) -> RenderableType:
    """Make what a terminal shows of the bundled cases.

    Args:
        cases: what is known of each, as `cases_data` gives it.

    >>> case = {"name": "a", "title": "A town", "rounds": 1, "documents": 2, "proposals": ["offer"]}
    >>> Console(width=80).print(list_of_cases([case]))
    a
      A town
      1 round, 2 documents; proposals: offer
    """
    return Group(*(line for case in cases for line in _case_lines(case)))


def _case_lines(case: Mapping[str, Any]) -> Iterator[RenderableType]:
    size = f"{counted(case['rounds'], 'round')}, {counted(case['documents'], 'document')}"
    yield text(case["name"], "bold")
    yield from indented([text(case["title"])], 2)
    yield from indented([text(f"{size}; proposals: {', '.join(case['proposals'])}")], 2)
