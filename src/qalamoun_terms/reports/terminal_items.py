"""Lists of what a report tells, in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from qalamoun_terms.reports.items import Item, Listing, Section
from qalamoun_terms.reports.lines import bullet, indented, text

__all__ = ["item_lines", "listing_lines", "section_lines"]


def listing_lines(listing: Listing) -> Iterator[RenderableType]:
    """Show a listing.

    Args:
        listing: what is listed.
    """
    yield text(listing.title, "bold")
    yield text(listing.sentence)
    for section in listing.sections:
        yield from section_lines(section)


def section_lines(section: Section) -> Iterator[RenderableType]:
    """Show items under their heading.

    Args:
        section: the items.
    """
    yield Text("")
    yield text(section.title, "bold underline")
    if section.note:
        yield text(section.note, "dim")
    yield from item_lines(section.items)


def item_lines(items: Iterable[Item], by: int = 2) -> Iterator[RenderableType]:
    """Show items as a list, each with its lines, its quoted words and its own items below it.

    Args:
        items: the items.
        by: how far they stand from the edge.
    """
    for item in items:
        yield from indented([bullet(item.words, ref=item.ref)], by)
        yield from indented((text(line) for line in item.lines), by + 2)
        quoted = (text(f"“{one.words}”", "dim") for one in item.grounds if one.words is not None)
        yield from indented(quoted, by + 2)
        yield from item_lines(item.within, by + 2)
