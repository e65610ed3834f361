"""What the steps of the reader hand to one another: stretches of a text and what was seen in them.

Offsets always count the characters of the text as it was given. Nothing here knows a word of
any language, and nothing here is a finding about a negotiation: those are the model's classes.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from qalamoun_terms.model.terms import Term


@frozen(order=True)
class Span:
    """A stretch of a text, from `start` up to but not including `end`.

    >>> Span(4, 8).text("the road is open")
    'road'
    """

    start: int
    end: int

    def text(self, source: str) -> str:
        """The words of the stretch.

        Args:
            source: the text that the offsets count.

        >>> Span(0, 3).text("the road")
        'the'
        """
        return source[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other stretch lies inside this one.

        >>> Span(0, 9).covers(Span(2, 4))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share a character.

        >>> Span(0, 3).overlaps(Span(3, 5))
        False
        """
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


class Block(enum.StrEnum):
    """The sort of a block of text."""

    HEADING = "heading"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


@frozen(kw_only=True)
class Segment:
    """One block of a text: a heading, a dateline, a paragraph or an item of a list.

    `marker` is an item's mark as printed ("3.", "(b)", "-"), `level` its depth in the list from 0,
    `parent` the index of the item or of the leading paragraph that it belongs to. The mark of a
    table's cell is the head of its column; `cells` are all those of its row, from left to right.
    """

    span: Span
    kind: Block
    marker: str | None = None
    level: int = 0
    parent: int | None = None
    cells: tuple[Span, ...] = ()


@frozen(kw_only=True)
class Sentence:
    """A sentence; `segment` is the index of its block, `in_quote` tells direct speech."""

    span: Span
    segment: int
    in_quote: bool = False


@frozen(kw_only=True)
class Mention:
    """A name or a generic noun that points to a party, a place or a person.

    `kind` is "party", "place" or "person"; `name` the canonical spelling in this document;
    `role` the coding format's word for the side ("state", "opposition", "mediator", "civilian",
    "other") where the words or their use tell it.
    """

    span: Span
    kind: str
    name: str
    role: str | None = None


@frozen(kw_only=True)
class TermMention:
    """A statement of a term: the stretch that states it, the typed term and what it rests on.

    `evidence` pairs a field of the term with the words that give its value; `rule` is the id of the
    lexicon entry that read it and `cue` the word that it was read from.
    """

    span: Span
    term: Term
    evidence: tuple[tuple[str, Span], ...] = field(default=())
    rule: str
    cue: Span
