"""What lies before the readers of a text: what was read of it so far, and where the reading stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from attrs import define, field

from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.text.frames import Span, TermMention
from qalamoun_terms.reading.told.bearings import Bearings
from qalamoun_terms.reading.told.exchange import Exchange
from qalamoun_terms.reading.told.notes import Flow, Note, Story
from qalamoun_terms.reading.told.packages import Item, Package, proposer_side
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer

ITEMS_BACK = 60  # items of a package that a statement may repeat
DEAL_REACH = 3  # sentences after a deal in which a party speaks of its own part of it
NOTES_BACK = 200  # stances that a sentence may repeat

M = TypeVar("M", TermMention, Stated)


@define
class Desk:
    """The text, its story so far, and where the reading stands; every reader puts down here what it reads.

    `flow` is what goes on from sentence to sentence; `exchange` what parties answer under their names.
    """

    scene: Scene
    bearings: Bearings
    story: Story = field(factory=Story, init=False)
    flow: Flow = field(factory=Flow, init=False)
    exchange: Exchange = field(factory=Exchange, init=False)

    def touch(self, package: Package, item: Item | None, index: int) -> None:
        """Makes a package, or one of its items, what the text was just about.

        Args:
            package: the package.
            item: the item that was told of, if it was one.
            index: the sentence.
        """
        self.story.shelf.current = package
        self.flow.topic, self.flow.topic_at = Target(package, item), index

    def leave_open(self, package: Package, index: int) -> None:
        """Takes the sentences after one for more of what a package holds.

        Args:
            package: the package.
            index: the sentence.
        """
        self.flow.open, self.flow.open_at = package, index
        self.flow.open_segment = self.scene.sentences[index].segment

    def deal_at_hand(self, index: int) -> Package | None:
        """The deal that was just told of, under which a party's undertakings fall.

        Args:
            index: the sentence.
        """
        current = self.story.shelf.current
        near = index - self.flow.topic_at <= DEAL_REACH
        return current if near and current and current.sort == "deal" else None

    def new(
        self, sort: str, noun: str, span: Span, index: int, *, by: Doer | None = None
    ) -> Package:
        """Puts a package on the shelf that the text has not told of before, with who put it forward.

        Args:
            sort: the sort of package.
            noun: the noun it is called by.
            span: the words that name or state it.
            index: the sentence.
            by: who put it forward.
        """
        owner = by.actor if by else None
        role = by.role if by else ""
        named = role or (owner.role if owner else "")
        at = self.scene.tokens.at(span.start)
        return self.story.shelf.add(
            Package(
                sort=sort,
                noun=noun,
                title=" ".join(span.text(self.scene.tokens.text).split()),
                place=span,
                sentence=index,
                owner=owner,
                role="joint" if sort == "deal" and not named else proposer_side(named),
                status="agreed" if sort == "deal" else "proposed",
                speaker=self.scene.company.speaker(at),
                dated=[self.scene.sentences[index].span],
            )
        )

    def note(self, doer: Doer, target: Target, stance: str, span: Span, at: int) -> Note | None:
        """Writes a stance down, once.

        Args:
            doer: whose stance it is.
            target: what it is about.
            stance: the stance.
            span: the words that tell it.
            at: the word from which it is asked who says so.
        """
        for note in self.story.notes[-NOTES_BACK:]:
            if (
                note.stance == stance
                and note.doer.role == doer.role
                and note.target.package is target.package
                and note.target.item is target.item
                and (note.doer.name == doer.name or note.span != span)
                and (note.doer.name == doer.name or stance in {"proposed", "accepted"})
                and not (note.doer.country and doer.country and note.doer.country != doer.country)
            ):
                return None
        note = Note(
            doer=doer,
            target=target,
            stance=stance,
            span=span,
            speaker=self.scene.company.source(at),
        )
        self.story.notes.append(note)
        return note

    def taken(self, mention: TermMention | Stated) -> bool:
        """Whether a package has these words among its latest items already.

        Args:
            mention: the words, as a term.
        """
        start, end = mention.span.start, mention.span.end
        for package in self.story.shelf.recent:
            for item in package.items[-ITEMS_BACK:]:
                other = item.mention.span
                if other.start < end and start < other.end:
                    return True
        return False

    def untold(self, statements: Iterable[M]) -> list[M]:
        """Of terms those that no package has yet.

        Args:
            statements: the terms.
        """
        return [stated for stated in statements if not self.taken(stated)]
