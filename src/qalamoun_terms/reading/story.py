"""Reads a text from its first sentence to its last, and gathers packages, stances and measures."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.closing import Closing
from qalamoun_terms.reading.running import RunningReader
from qalamoun_terms.reading.structured.readers import StructuredReaders, structured_readers
from qalamoun_terms.reading.structured.rows import RowReader
from qalamoun_terms.reading.text.frames import Block, Segment
from qalamoun_terms.reading.told.bearings import take_bearings
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.helpers import HelperReader
from qalamoun_terms.reading.told.measures import MeasureReader
from qalamoun_terms.reading.told.notes import Story
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.readers import ToldReaders, told_readers
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.weighed.judging import Judge, judged_by_weights
from qalamoun_terms.reading.weighed.weighing import WeighReader, weigh_reader

HEADING_WORDS = 8  # words up to which a heading says what the items below it are about


def read_story(scene: Scene, judge: Judge | None = None) -> Story:
    """Reads the sentences of a text in their order.

    Args:
        scene: the text and what was seen in it.
        judge: says what is a term where no word of the lexicon does; the learnt weights by default.
    """
    reader = story_reader(scene, judge or judged_by_weights(scene.lexicon))
    for index in range(len(scene.sentences)):
        reader.sentence(index)
    reader.close()
    return reader.desk.story


def story_reader(scene: Scene, judge: Judge) -> StoryReader:
    """Puts all the readers of a text together around one desk.

    Args:
        scene: the text.
        judge: says what is a term where no word of the lexicon does.
    """
    desk = Desk(scene, take_bearings(scene))
    told = told_readers(scene, desk)
    structured = structured_readers(scene, desk, told)
    measures = MeasureReader(scene, desk)
    helpers = HelperReader(scene, desk, told.resolver)
    running = RunningReader(scene, told, structured.spoken, structured.counted, measures)
    return StoryReader(
        scene=scene,
        desk=desk,
        told=told,
        structured=structured,
        running=running,
        rows=RowReader(scene, desk, told.verbs, told.contents, structured.matters, running.read),
        helpers=helpers,
        weighing=weigh_reader(scene, desk, told, judge),
        closing=Closing(scene, desk, told, structured, helpers),
    )


@frozen(kw_only=True)
class StoryReader:
    """Walks through the sentences of a text and gives each to those who read its sort."""

    scene: Scene
    desk: Desk
    told: ToldReaders
    structured: StructuredReaders
    running: RunningReader
    rows: RowReader
    helpers: HelperReader
    weighing: WeighReader
    closing: Closing

    def sentence(self, index: int) -> None:
        """Reads one sentence: by the words of the lexicon, and keeps where the reading stands after it.

        Args:
            index: the sentence.
        """
        block = self.scene.block(index)
        if not self.desk.bearings.negotiates or block.kind is Block.DATELINE:
            return
        notes, items = len(self.desk.story.notes), self._count_items()
        if block.kind is Block.HEADING and not self._structured(index):
            if not self.structured.labelled.names_speaker(index):
                self._heading(index)
        elif block.kind is not Block.HEADING:
            self._worded(index, block)
            answered, gathered = len(self.desk.story.notes) > notes, self._count_items() > items
            self.weighing.past.remember(
                index, answered=answered, gathered=gathered, refused=self.running.take_refused()
            )

    def _worded(self, index: int, block: Segment) -> None:
        """Reads a sentence by the words of the lexicon: an item of a list, or running text."""
        if self._structured(index):
            return
        if block.kind is Block.ITEM:
            self.desk.flow.listed = self._list_of(index, block)
        before = self._gathered()
        if block.kind is Block.ITEM and self.desk.flow.listed and self.told.lists.plain_item(index):
            self.told.lists.item(index)
        else:
            self.running.read(index)
        self.structured.labelled.keep_matter(index)
        self.structured.labelled.bracketed_answers(index)
        self.helpers.note(index)
        if before == self._gathered():
            self._nothing(index)

    def _list_of(self, index: int, block: Segment) -> Package | None:
        """The package that an item belongs to: the list's, or what a list without one may fill."""
        flow, structured = self.desk.flow, self.structured
        if block.level <= flow.listed_level:
            flow.listed, flow.listed_level = None, -1
        known = self.desk.bearings.negotiates_much or bool(self.desk.story.shelf.packages)
        found = (
            flow.listed
            or structured.drafts.drafted(index)
            or structured.labelled.goes_on_below(index)
            or structured.labelled.answered_below(index)
        )
        if found or not known or structured.drafts.draft or not self.told.lists.is_itemised:
            return found
        return self.desk.story.shelf.current or self.told.lists.listed_anew(index)

    def _structured(self, index: int) -> bool:
        """Whether a sentence is read by its place: a cell, an answer under a name, a choice."""
        block = self.scene.block(index)
        if not self.desk.bearings.is_fought():
            return False
        return (
            (block.kind is Block.CELL and self.rows.tabular(index))
            or self.structured.interviews.questions(index)
            or self.structured.labelled.recalls(index)
            or self.structured.labelled.only_after(index)
            or self.structured.labelled.answers(index)
            or self.structured.spoken.speaks_for_itself(index)
            or self.structured.options.weighs(index)
            or self.structured.drafts.breached(index)
            or self.structured.counted.listed_next(index)
            or self.structured.interviews.answers_question(index)
        )

    def _heading(self, index: int) -> None:
        """A heading: what stands below it is about its words, and may be a package of its own."""
        self.rows.heads(index)
        named = self.scene.sentences[index].span.text(self.scene.tokens.text)
        self.desk.flow.heading = (
            named if index > 1 and len(named.split()) <= HEADING_WORDS else None
        )
        self.scene.cast.opened_by(*self.scene.bounds(index))
        if not self.scene.next_is_item(index):
            self.desk.flow.listed = None
        self.structured.drafts.headed_in_draft(index)

    def _count_items(self) -> int:
        """How many terms the text has stated so far; the mere name of a package states none."""
        packages = self.desk.story.shelf.recent
        return sum([package.count_told() for package in packages])

    def _gathered(self) -> tuple[int, int, int]:
        """How many stances, terms and packages the text has told so far."""
        story = self.desk.story
        return len(story.notes), self._count_items(), len(story.shelf.packages)

    def _nothing(self, index: int) -> None:
        """A sentence that speaks of the negotiation and gave nothing is listed as unread."""
        first, stop = self.scene.bounds(index)
        words = self.scene.words_of("negotiation")
        spoken = not words.isdisjoint(self.scene.tokens.words[first:stop])
        if spoken or any(a.act == "stance" for a in self.told.verbs.acts(index)):
            self.desk.story.unread.append(self.scene.sentences[index].span)

    def close(self) -> None:
        """Weighs what the lexicon has left, and settles what only the whole text tells."""
        self.weighing.look_again()
        self.closing.close()
