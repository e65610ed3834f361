"""Lists of what a report tells, arranged: items in sections, each item with lines, grounds and items of its own."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reports.view import GroundView

__all__ = ["Item", "Listing", "Section"]


@frozen(kw_only=True)
class Item:
    """One thing that is told.

    Args:
        words: what it is.
        ref: the short reference of the article or the proposal that it is about; empty where it is about none.
        anchor: where more is told of that, None where nothing is.
        own_anchor: its own anchor, None where nothing leads to it.
        lines: what else is told of it, line by line.
        grounds: the words that it rests on.
        within: what belongs to it.

    >>> Item(words="ceasefire", lines=("since 2017",)).within
    ()
    """

    words: str
    ref: str = ""
    anchor: str | None = None
    own_anchor: str | None = None
    lines: tuple[str, ...] = ()
    grounds: tuple[GroundView, ...] = ()
    within: tuple[Item, ...] = ()


@frozen(kw_only=True)
class Section:
    """Items under one heading.

    Args:
        title: the heading.
        note: what has to be minded in reading them; empty for nothing.
        items: the items; a section without any is not shown.

    >>> Section(title="Common ground", note="", items=()).items
    ()
    """

    title: str
    note: str
    items: tuple[Item, ...]


@frozen(kw_only=True)
class Listing:
    """A value of the comparison, arranged by itself.

    Args:
        title: the title.
        sentence: the whole in a sentence or two.
        sections: the sections that have items.

    >>> Listing(title="Open articles", sentence="No article is open.", sections=()).sections
    ()
    """

    title: str
    sentence: str
    sections: tuple[Section, ...]
