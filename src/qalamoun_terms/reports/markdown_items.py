"""Lists of what a report tells, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qalamoun_terms.reports.items import Item, Listing, Section
from qalamoun_terms.reports.marks import escaped
from qalamoun_terms.reports.view import GroundView

__all__ = ["ground", "item_list", "listing_blocks", "section_blocks"]


def listing_blocks(listing: Listing) -> Iterator[str]:
    """Write a listing, block by block.

    Args:
        listing: what is listed.

    >>> list(listing_blocks(Listing(title="Open articles", sentence="None.", sections=())))
    ['# Open articles', 'None.']
    """
    yield f"# {escaped(listing.title)}"
    yield escaped(listing.sentence)
    for section in listing.sections:
        yield from section_blocks(section)


def section_blocks(section: Section) -> Iterator[str]:
    """Write items under their heading.

    Args:
        section: the items.

    >>> list(section_blocks(Section(title="Common ground", note="", items=(Item(words="truce"),))))
    ['## Common ground', '- truce']
    """
    yield f"## {escaped(section.title)}"
    if section.note:
        yield escaped(section.note)
    yield item_list(section.items)


def item_list(items: Iterable[Item]) -> str:
    """Write items as a list, each with its lines, its grounds and its own items below it.

    Args:
        items: the items.

    >>> print(item_list([Item(words="truce", ref="p1.a1", lines=("since 2017",))]))
    - truce (p1.a1)
      - since 2017
    """
    return "\n".join(line for item in items for line in _item(item, ""))


def ground(one: GroundView) -> str:
    """Write what a value rests on, in a line.

    Args:
        one: the words or the place.

    >>> ground(GroundView(words="six months", place="source 1", anchor=None, rule=None))
    '“six months”, source 1'
    """
    rule = f"worked out by the rule “{escaped(one.rule)}” from " if one.rule else ""
    words = f"“{escaped(one.words)}”, " if one.words is not None else ""
    return f"{rule}{words}{escaped(one.place)}"


def _item(item: Item, indent: str) -> Iterator[str]:
    ref = f" ({escaped(item.ref)})" if item.ref and item.words else escaped(item.ref)
    yield f"{indent}- {escaped(item.words)}{ref}"
    yield from (f"{indent}  - {escaped(line)}" for line in item.lines)
    yield from (f"{indent}  - {ground(one)}" for one in item.grounds)
    for inner in item.within:
        yield from _item(inner, f"{indent}  ")
