"""What the reading of a text gathers: its scene, its story, and the notes of stances and measures."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence

from attrs import define, field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.text.frames import Mention, Segment, Sentence, Span, TermMention
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.told.packages import Item, Package, Shelf
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.helping import Help
from qalamoun_terms.reading.who.speakers import Speaker
from qalamoun_terms.reading.who.subjects import Cast

FindStated = Callable[[Span], Sequence[Stated]]

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


@define(kw_only=True)
class Scene:
    """A text with all that was seen in it before its story is read.

    `stated` finds the statements of terms in a stretch; `bare_stated` takes mere noun phrases for
    terms too, and is for stretches that are surely content. `settle` looks once more at the kind of a
    term by all of its words. `meant` are the pronouns that are known to mean a party.
    """

    tokens: Tokens
    blocks: Sequence[Segment]
    sentences: Sequence[Sentence]
    cast: Cast
    lexicon: Lexicon
    stated: FindStated
    bare_stated: FindStated
    settle: Callable[[TermMention], TermMention]
    meant: list[Mention] = field(factory=list)

    def means(self, span: Span, doer: Doer) -> None:
        """Takes a pronoun for a party, where the terms of its clause are read.

        Args:
            span: the pronoun.
            doer: whom it means.
        """
        mention = Mention(span=span, kind="party", name=doer.name, role=doer.role)
        at = bisect.bisect_left(self.meant, span.start, key=lambda known: known.span.start)
        known = at < len(self.meant) and self.meant[at].span == span
        self.meant[at : at + known] = [mention]

    def block(self, index: int) -> Segment:
        """The block that a sentence stands in.

        Args:
            index: the sentence.
        """
        return self.blocks[self.sentences[index].segment]

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds a place of the text, or the last one before it.

        Args:
            offset: the place.
        """
        return max(0, bisect.bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1)


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
