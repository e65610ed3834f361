"""What changed between two dates, what is open, what became of it, and preferences laid over: each by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve

from qalamoun_terms.comparison.implementation import Implementation
from qalamoun_terms.comparison.open_articles import OpenArticles
from qalamoun_terms.comparison.over_time import PositionChange, PositionChanges
from qalamoun_terms.comparison.preferences import Overlay, Preferences
from qalamoun_terms.model.time import Date
from qalamoun_terms.reports.draft_view import DRAFTS_SHOWN
from qalamoun_terms.reports.items import Item, Listing, Section
from qalamoun_terms.reports.ledger import (
    Refs,
    implementation_section,
    open_groups,
    shared_sections,
    with_items,
)
from qalamoun_terms.reports.words import counted, date_words, source_words, spaced

__all__ = ["LISTED", "SHOWN", "listing_of"]

SHOWN = f"a negotiation, a table of positions, a value of positions over time or {DRAFTS_SHOWN}"
"""What every kind of report can show."""


def listing_of(value: object) -> Listing | None:
    """Arrange a value of the comparison that has no case around it.

    Args:
        value: what changed between two dates, open articles, what became of what was agreed, or preferences.

    Returns:
        The listing; None for a value of another class.

    >>> listing_of(OpenArticles(case="c")).sentence
    'No article is open.'
    """
    arrange = LISTED.get(type(value))
    return None if arrange is None else arrange(value)


def _changes(value: PositionChanges) -> Listing:
    refs = Refs()
    number = counted(len(value.changes), "article")
    told = f"{number} changed" if value.changes else "Nothing is known to have changed"
    ran_out = f"; a stated time of {len(value.expired)} of them ran out" if value.expired else ""
    beside = tuple(
        Item(words=f"{one.kind.value}: {one.label}", lines=(date_words(one.date),))
        for one in value.measures
    )
    said = tuple(
        evolve(
            refs.item(spaced(one.status.value), one.target),
            lines=(f"{date_words(one.date)}; told by {source_words(one.source)}",),
        )
        for one in value.compliance
    )
    undated = tuple(refs.item(str(one), one.target) for one in value.undated)
    return Listing(
        title=f"{value.case}: what changed, {value.span}",
        sentence=f"{told}{ran_out}.",
        sections=with_items(
            Section(
                title="Articles", note="", items=tuple(_change(one, refs) for one in value.changes)
            ),
            Section(title="Beside the talks", note="", items=beside),
            Section(
                title="Said of what was agreed",
                note="An allegation is the word of its source and no finding.",
                items=said,
            ),
            Section(
                title="Perhaps in between",
                note="These positions stand at both ends: they have no date, or one that reaches beyond the first.",
                items=undated,
            ),
        ),
    )


def _change(change: PositionChange, refs: Refs) -> Item:
    lines = [change.outcome_words.replace(" -> ", " → ")]
    lines += [f"came: {one}" for one in change.came]
    lines += [f"gave way: {one}" for one in change.gave_way]
    lines += [f"alleged: {one}" for one in change.alleged]
    return evolve(refs.item(change.title, change.ref), lines=(*lines, *map(str, change.clocks)))


def _open(value: OpenArticles) -> Listing:
    refs = Refs()
    groups = open_groups(value, refs)
    counts = [f"{len(one.items)} {one.outcome}" for one in groups]
    sections = (
        Section(title=f"{one.sign} {one.outcome}", note="", items=one.items) for one in groups
    )
    return Listing(
        title=f"{value.case}: open articles{_as_of(value.as_of)}",
        sentence=f"Open: {', '.join(counts)}." if counts else "No article is open.",
        sections=with_items(*sections, *shared_sections(value, refs)),
    )


def _implementation(value: Implementation) -> Listing:
    section = implementation_section(value, Refs())
    number = counted(len(value.duties), "agreed provision")
    alleged = len(value.alleged)
    told = f"{number} known; breaches are alleged of {alleged or 'none'}."
    return Listing(
        title=f"{value.case}: {section.title[:1].lower()}{section.title[1:]}{_as_of(value.as_of)}",
        sentence=told if value.duties else "Nothing agreed is known.",
        sections=with_items(section),
    )


def _as_of(date: Date | None) -> str:
    return f", as of {date_words(date)}" if date else ""


def _preferences(value: Preferences) -> Listing:
    rows = tuple(Item(words=str(one)) for one in value.rows)
    return Listing(
        title=value.title,
        sentence=f"A table of preferences by {value.author}.",
        sections=with_items(Section(title="The table", note="", items=rows)),
    )


def _overlay(value: Overlay) -> Listing:
    table = _preferences(value.table)
    read = tuple(
        Item(
            words=one.words,
            ref=str(one.article or ""),
            lines=(f"{one.row.whose}: {one.way.value}",),
        )
        for one in value.readings
    )
    unread = tuple(Item(words=one) for one in value.unread)
    return Listing(
        title=table.title,
        sentence=f"{table.sentence} What follows is read off it and off nothing else.",
        sections=with_items(
            *table.sections,
            Section(title="By this table", note="", items=read),
            Section(title="Not in the table", note="", items=unread),
        ),
    )


LISTED: dict[type, Callable[[Any], Listing]] = {
    PositionChanges: _changes,
    OpenArticles: _open,
    Implementation: _implementation,
    Preferences: _preferences,
    Overlay: _overlay,
}
"""What can be shown as a listing, and what arranges it."""
