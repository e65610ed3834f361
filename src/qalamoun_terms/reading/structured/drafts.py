"""Reads texts that are a draft themselves: their items are its content, and who drew it up proposes it."""

from __future__ import annotations

from attrs import define, field

from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.lists import ListReader
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import doer_of
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import AT_TABLE, PRINCIPALS
from qalamoun_terms.reading.who.speakers import REPORT

OPENING = 8  # sentences at the beginning of a text that may say who drew it up
LETTERHEAD = 16  # words of a line that only names who issues a text
BY_REACH = 9  # words between "prepared" and who did it
NOTE_SENTENCES = 6  # sentences of a note on a duty


@define
class DraftReader:
    """Reads drafts, non-papers and papers of options that lie before the reader as such."""

    scene: Scene
    desk: Desk
    lists: ListReader
    draft: Package | None = field(default=None, init=False)

    def drafted(self, index: int) -> Package | None:
        """The draft that the text is, where its title says so; made at its first item.

        Args:
            index: the sentence.
        """
        duty = self._duty_of(index)
        if duty is not None:
            return duty
        if (
            not self.scene.heading_words() & self.scene.words_of("draft_title")
            or self._past_draft()
        ):
            return None
        if self.draft is None:
            self.draft = self._open_draft(index)
        return self.draft

    def _duty_of(self, index: int) -> Package | None:
        """The deal whose duty an item is by its mark ("Undertaking 1."), in a record of what became of it."""
        mark = self.scene.block(index).marker or ""
        current = self.desk.story.shelf.current
        named = mark.lower().split()[:1]
        if current is None or current.sort != "deal" or not named:
            return None
        return current if named[0] in self.scene.words_of("duty_label") else None

    def breached(self, index: int) -> bool:
        """Reads "Breach recorded." below a duty: whoever the note names is said to have broken it.

        Args:
            index: the sentence.
        """
        duty = next((t for t in self.desk.exchange.matter if t.package.sort == "deal"), None)
        if duty is None:
            return False
        first, _ = self.scene.bounds(index)
        segment = self.scene.sentences[index].segment
        if not self.scene.words_of("breach_note") & set(self.scene.tokens.words[first : first + 3]):
            return False
        end = self.scene.tokens.at(self.scene.blocks[segment].span.end)
        named = [a for a in self.scene.company.between(first, end) if a.role in PRINCIPALS]
        if not named:
            return False
        place = self.scene.tokens.starts[named[0].first]
        near = self.scene.sentences[index : index + NOTE_SENTENCES]
        span = next((s.span for s in near if s.span.start <= place < s.span.end), near[0].span)
        self.desk.note(doer_of(named[0]), duty, "violated", span, named[0].first)
        return True

    def headed_in_draft(self, index: int) -> None:
        """A heading within a draft only says what the next of its items is about.

        Args:
            index: the sentence.
        """
        if self.draft is not None and self._past_draft():
            self.desk.flow.listed = None
            return
        drafted = self.drafted(index) if index and self.scene.next_is_item(index) else None
        if drafted is None:
            self.lists.headed(index)
            return
        self.desk.story.shelf.current = self.desk.flow.listed = drafted

    def _past_draft(self) -> bool:
        """Whether the heading above says that what follows is about the draft, and not in it."""
        heading = (self.desk.flow.heading or "").lower().split()
        return bool(set(heading) & self.scene.words_of("about_draft"))

    def _open_draft(self, index: int) -> Package:
        """The package that a text is itself, put forward by whom its opening says, or by nobody."""
        for at in range(min(index + 1, OPENING)):
            first, stop = self.scene.bounds(at)
            drafter = self._drafter(at, first, stop)
            if drafter is None:
                continue
            span = self.scene.tokens.span(
                drafter[0], stop if drafter[0] == first else drafter[1].stop
            )
            package = self.desk.new("paper", "draft", span, index, by=doer_of(drafter[1]))
            package.verbatim = True
            note = self.desk.note(
                doer_of(drafter[1]), Target(package), "proposed", span, drafter[1].first
            )
            if note and self.scene.company.issuer == REPORT:
                note.speaker = REPORT
            return package
        package = self.desk.new("paper", "draft", self.scene.sentences[0].span, index)
        package.verbatim = True
        return package

    def _drafter(self, at: int, first: int, stop: int) -> tuple[int, Actor] | None:
        """Who an opening sentence says drew the text up, and the word from which it says so."""
        words = self.scene.tokens.words
        for actor in self.scene.company.between(first, stop):
            if actor.role not in AT_TABLE:
                continue
            low = max(first, actor.first - BY_REACH)
            made = [
                i for i in range(low, actor.first) if words[i] in self.scene.words_of("drafted")
            ]
            if made and "by" in words[made[0] : actor.first + 1]:
                return made[0], actor
            if words[first] in self.scene.words_of("author") and ":" in words[first : actor.first]:
                return first, actor
            block = self.scene.blocks[self.scene.sentences[at].segment]
            short = stop - first <= LETTERHEAD and block.kind is not Block.ITEM
            if short and actor.first - first <= 1 and "," in words[first:stop] and at > 0:
                return first, actor
        return None
