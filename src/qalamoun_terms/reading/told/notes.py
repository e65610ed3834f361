"""What the reading of a text gathers: its scene, its story, and the notes of stances and measures."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.packages import Item, Package, Shelf
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.helping import Help
from qalamoun_terms.reading.who.speakers import Speaker

ACCEPTING = frozenset({"accepted", "provisional"})
"""Stances that are a yes, for good or for now."""


@define(kw_only=True, eq=False)
class Note:
    """A stance that the text states: who, about what, in which words, by whose account."""

    doer: Doer
    target: Target
    stance: str
    span: Span
    speaker: Speaker
    condition: Span | None = None
    after: list[Note] = field(factory=list)
    inferred: bool = False


@frozen(kw_only=True)
class MeasureNote:
    """Pressure or relief that the text reports outside of the terms."""

    span: Span
    kind: str
    doer: Doer | None
    speaker: Speaker


@define(kw_only=True, eq=False)
class HelpNote:
    """Who helps which package along, as the text says; the package may be told of only later."""

    help: Help
    package: Package | None
    sentence: int


@define
class Story:
    """What a text tells: its packages with their items, the stances, the measures, what gave nothing."""

    shelf: Shelf = field(factory=Shelf)
    notes: list[Note] = field(factory=list)
    measures: list[MeasureNote] = field(factory=list)
    helpers: list[HelpNote] = field(factory=list)
    unread: list[Span] = field(factory=list)


@define
class Flow:
    """Where the reading stands: what goes on from one sentence to the next."""

    open: Package | None = None  # the package whose terms the next sentences may go on to state
    open_at: int = -9  # the sentence that last gave one of its terms
    open_segment: int = -9
    listed: Package | None = None  # the package that the items of a list belong to
    listed_level: int = -1  # the depth of the item that opened the list, -1 for a paragraph
    topic: Target | None = None  # what "it" is
    topic_at: int = -9
    pending: list[Note] = field(
        factory=list
    )  # stances on "one of the articles", not yet told which
    heading: str | None = None

    def copy(self) -> Flow:
        """Where the reading stands now, to come back to."""
        return Flow(
            self.open,
            self.open_at,
            self.open_segment,
            self.listed,
            self.listed_level,
            self.topic,
            self.topic_at,
            self.pending,
            self.heading,
        )


def trimmed(text: str, span: Span) -> Span:
    """An item without the mark that closes it.

    Args:
        text: the text.
        span: the item.

    >>> trimmed("Fire stops.", Span(0, 11))
    Span(start=0, end=10)
    """
    end = span.end
    while end > span.start and text[end - 1] in " .;,":
        end -= 1
    return Span(span.start, end)


def says_much(item: Item) -> bool:
    """Whether a term says enough to be known again: for how long, for whom, or where.

    Args:
        item: the item that holds it.
    """
    term = item.mention.term
    return bool(term.duration or term.beneficiaries or term.places)


def roles_of(doers: Sequence[Doer]) -> set[str]:
    """The sides of those who do something.

    Args:
        doers: who does it.
    """
    return {doer.role for doer in doers}


def partners(doers: Sequence[Doer]) -> int:
    """How many sides there are among those who do something, each state for itself.

    Args:
        doers: who does it.
    """
    return len({(doer.role, doer.country) for doer in once_per_side(doers)})


def once_each(doers: Sequence[Doer]) -> list[Doer]:
    """Each party once, by its side and name.

    Args:
        doers: parties, perhaps named twice.
    """
    return list({(doer.role, doer.name): doer for doer in doers}.values())


def once_per_side(doers: Sequence[Doer]) -> list[Doer]:
    """The first party of each side; in talks between states, the first of each state.

    Args:
        doers: parties, perhaps several of a side.
    """
    found: dict[tuple[str, str], Doer] = {}
    for doer in doers:
        found.setdefault((doer.role, doer.country), doer)
    states = {country for role, country in found if role == "state" and country}
    return [
        doer for (role, country), doer in found.items() if role != "state" or country or not states
    ]
