"""Documents in Markdown (CommonMark with the tables of GitHub), for those who go on writing.

Words of a source pass through `escaped`: no mark of theirs may become a mark of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qalamoun_terms.comparison.changes import Change
from qalamoun_terms.comparison.positions import PositionTable
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal
from qalamoun_terms.reports import page_view, view
from qalamoun_terms.reports.change_page import page_of_change
from qalamoun_terms.reports.listing import SHOWN, listing_of
from qalamoun_terms.reports.markdown_drafts import DRAFT_BLOCKS, change_blocks
from qalamoun_terms.reports.markdown_items import (
    ground,
    item_list,
    listing_blocks,
    section_blocks,
)
from qalamoun_terms.reports.marks import escaped, listed, table
from qalamoun_terms.reports.pages import page_of_case, page_of_table
from qalamoun_terms.reports.words import NOT_REPORTED, SILENT_SIGN

__all__ = ["escaped", "to_markdown"]


def to_markdown(value: object, *, base: Proposal | None = None) -> str:
    r"""Make a document of a case, of positions over time, or of what compares and joins drafts.

    Args:
        value: a case, a table of positions, what changed, what is open or what became of it, a table of preferences,
            a change, a history, a negotiating text or drafts side by side.
        base: for a change the proposal that it leads from, so that the words that stayed are shown as well.

    Returns:
        The document in Markdown.

    Raises:
        InvalidValueError: a value that has no document, or a base that is not that of the change.

    >>> print(to_markdown(Negotiation(id="c", title="Talks *in* a town")).splitlines()[0])
    # Talks \*in\* a town
    """
    if isinstance(value, Negotiation):
        blocks = _page(page_of_case(value))
    elif isinstance(value, PositionTable):
        blocks = _page(page_of_table(value))
    elif isinstance(value, Change):
        blocks = change_blocks(page_of_change(value, base))
    elif isinstance(value, tuple(DRAFT_BLOCKS)):
        blocks = DRAFT_BLOCKS[type(value)](value)
    elif (listing := listing_of(value)) is not None:
        blocks = listing_blocks(listing)
    else:
        raise v.invalid("value", SHOWN, value)
    return "\n\n".join(blocks) + "\n"


def _page(page: page_view.Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield escaped(page.sentence)
    if page.note:
        yield escaped(page.note)
    yield "## Positions, article by article"
    for group in page.groups:
        yield from _group(page.sides, group)
    yield f"{SILENT_SIGN} {NOT_REPORTED}: no source says anything. That is no refusal."
    yield from _open(page.open)
    for section in page.standing:
        yield from section_blocks(section)
    yield from _moves(page)
    yield from _grid(page.grid)
    yield from _time(page)
    yield from _grounds(page.groups)
    yield from _sources(page)
    yield from _method(page)


def _group(sides: Sequence[str], group: view.Group) -> Iterator[str]:
    yield f"### {escaped(group.title)} ({escaped(group.ref)})"
    status = f"; called {group.status}" if group.status else ""
    yield escaped(f"{group.date}{status}; {group.known}.")
    rows = [article.row for article in group.articles]
    head = ["Article", *map(escaped, sides), "Outcome"]
    yield table(head, ([_name(row), *map(_cell, row.cells), _outcome(row)] for row in rows))


def _name(row: view.Row) -> str:
    label = f"{escaped(row.label)} " if row.label else ""
    return f"{label}**{escaped(row.kind)}**{': ' + escaped(row.says) if row.says else ''}"


def _cell(cell: view.Cell) -> str:
    if not cell.entries:
        return f"{SILENT_SIGN} {cell.silence}"
    lines = [_entry(entry) for entry in cell.entries]
    return "<br>".join([*lines, *(f"! {flag}" for flag in cell.flags)])


def _entry(entry: view.Entry) -> str:
    lead = f"{entry.lead}: " if entry.lead else ""
    note = f" ({entry.note})" if entry.note else ""
    return f"{entry.sign} {lead}{entry.words}: {escaped(entry.who)}{note}"


def _outcome(row: view.Row) -> str:
    grade = f" ({escaped(row.grade)})" if row.grade else ""
    flags = (f"! {one}" for one in row.flags)
    clocks = map(escaped, row.clocks)
    return "<br>".join([f"{row.sign} **{row.outcome}**{grade}", *flags, *clocks])


def _open(groups: Sequence[page_view.OpenGroup]) -> Iterator[str]:
    if groups:
        yield "## Open articles"
    for group in groups:
        yield f"### {group.sign} {group.outcome}"
        yield item_list(group.items)


def _moves(page: page_view.Page) -> Iterator[str]:
    if page.moves:
        yield "## What moved"
    if page.move_note:
        yield escaped(page.move_note)
    for group in page.moves:
        yield f"### {escaped(group.kind)}"
        if group.way:
            yield listed(map(_stop, group.way))
        for step in group.steps:
            yield f"From {escaped(step.old.words)} to {escaped(step.new.words)}:"
            silent = [
                f"mentioned by only one of the two: {escaped(one.words)}" for one in step.silent
            ]
            yield listed([*(escaped(one.words) for one in step.changed), *silent])
            if not page.move_note:
                yield escaped(step.note)


def _stop(stop: page_view.Stop) -> str:
    says = " / ".join(escaped(one.words) for one in stop.says) or NOT_REPORTED
    return f"{escaped(stop.of.words)}: **{says}**"


def _grid(grid: page_view.Grid) -> Iterator[str]:
    if not grid.lines:
        return
    yield "## Rounds side by side"
    head = ["Kind", *(f"{escaped(one.title)}<br>{escaped(one.date)}" for one in grid.columns)]
    yield table(head, ([escaped(line.kind), *map(_said, line.cells)] for line in grid.lines))


def _said(links: Sequence[view.Link]) -> str:
    words = "<br>".join(escaped(one.words) for one in links)
    return words or f"{SILENT_SIGN} {NOT_REPORTED}"


def _time(page: page_view.Page) -> Iterator[str]:
    if page.dated or page.undated:
        yield "## Time line"
    if page.dated:
        yield "\n".join(line for event in page.dated for line in _event(event, ""))
    if page.undated:
        yield "### Without a date"
        yield "\n".join(line for event in page.undated for line in _event(event, ""))
    if page.implementation.items:
        yield from section_blocks(page.implementation)


def _event(event: page_view.Event, indent: str) -> Iterator[str]:
    date = f"{escaped(event.date)}, " if event.date else ""
    facts = "".join(f"; {name}: {escaped(value)}" for name, value in event.facts)
    yield f"{indent}- {date}{event.what}: {escaped(event.words)}{facts}"
    for inner in event.within:
        yield from _event(inner, f"{indent}  ")


def _grounds(groups: Sequence[view.Group]) -> Iterator[str]:
    if groups:
        yield "## Grounds, article by article"
    for group in groups:
        yield f"### {escaped(group.title)}"
        if group.stances:
            yield "\n".join(line for one in group.stances for line in _stance(one))
        for article in group.articles:
            yield f"#### {escaped(article.row.title)} ({escaped(article.row.ref)})"
            explained = map(escaped, article.explained)
            yield f"{_outcome(article.row)}. {' '.join(explained)}"
            lines = [line for one in article.tellings for line in _telling(one)]
            lines += [line for one in article.stances for line in _stance(one)]
            if lines:
                yield "\n".join(lines)


def _telling(telling: view.Telling) -> Iterator[str]:
    said = "; ".join(f"{one.name}: {one.value}" for one in telling.fields)
    yield f"- {telling.wording}, told by {escaped(telling.source)}: {escaped(said)}"
    yield from (f"  - {ground(one)}" for one in telling.grounds)


def _stance(stance: view.StanceView) -> Iterator[str]:
    yield f"- {stance.sign} {stance.words} on {stance.on}: {escaped(stance.who)} ({escaped(stance.told)})"
    yield from (f"  - {name}: {escaped(value)}" for name, value in stance.facts)
    yield from (f"  - {ground(one)}" for one in stance.grounds)


def _sources(page: page_view.Page) -> Iterator[str]:
    if page.sources:
        yield "## Sources"
    for source in page.sources:
        yield f"### {escaped(source.number)}: {escaped(source.title)}"
        items = [f"{name}: {escaped(value)}" for name, value in source.facts]
        items += [f"address: {escaped(source.url)}"] if source.url else []
        items += [escaped(source.missing)] if source.missing else []
        if items:
            yield listed(items)


def _method(page: page_view.Page) -> Iterator[str]:
    if page.whole:
        yield "## What was not read"
        unread = [f"{escaped(one.reason)}: {ground(one.ground)}" for one in page.unread]
        yield listed(unread) if unread else "No sentence is recorded as unread."
    yield "## Method"
    yield listed(map(escaped, page.method))
    if page.unified:
        yield "### Records that were taken for one"
        yield listed(f"{escaped(what)}: {escaped(why)}" for what, why in page.unified)
