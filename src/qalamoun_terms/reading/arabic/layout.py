"""How the lines of an Arabic text stand: which open a list, are an item of one, a title or a label."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Block, Segment, Sentence

_MARK = 5  # words of the number of a line
_SPEAKER = 8  # words in which the name of a speaker ends
_TITLE_WORDS = 12  # words of the title of an article
_LABEL = 5  # words before a colon that label an item


@frozen
class Layout:
    """The lines of a text and the blocks they stand in."""

    page: Page
    sentences: Sequence[Sentence]
    blocks: Sequence[Segment]

    def block(self, index: int) -> Segment:
        """The block that a sentence stands in.

        Args:
            index: its number.
        """
        return self.blocks[self.sentences[index].segment]

    def lists_after(self, index: int) -> bool:
        """Whether a list follows a sentence: items, or paragraphs with labels.

        Args:
            index: its number.
        """
        after = index + 1
        if after >= len(self.sentences):
            return False
        if self.block(after).kind is Block.ITEM:
            return True
        return self.label(*self.page.tokens.bounds(self.sentences[after].span)) is not None

    def label(self, first: int, stop: int) -> int | None:
        """Where the words of a paragraph begin that is labelled as a part: "the third axis: ...".

        Args:
            first: its first word.
            stop: the word after its last.
        """
        if not self.page.is_a(first, "labels"):
            return None
        colon = (i for i in range(first, min(first + _LABEL, stop - 1)) if self.page.word(i) == ":")
        at = next(colon, None)
        return None if at is None else at + 1

    def heads_others(self, index: int, first: int, stop: int) -> bool:
        """Whether an item is the heading of the items or paragraphs after it.

        Args:
            index: its number.
            first: its first word.
            stop: the word after its last.
        """
        last = index + 1 >= len(self.sentences)
        return stop - first <= _LABEL and not last and self.page.word(stop - 1) == ":"

    def is_title(self, index: int, first: int, stop: int) -> bool:
        """Whether a numbered line is the title of the paragraph after it.

        Args:
            index: its number.
            first: its first word.
            stop: the word after its last.
        """
        if self.block(index).kind is not Block.ITEM or stop - first > _TITLE_WORDS:
            return False
        after = index + 1
        if after >= len(self.sentences) or self.page.word(stop - 1) in {".", "؛", "،", ":"}:
            return False
        below = self.block(after).kind is Block.PARAGRAPH
        start, end = self.page.tokens.bounds(self.sentences[after].span)
        spoken = ":" in {self.page.word(at) for at in range(start, min(end, start + _SPEAKER))}
        prose = self.page.word(end - 1) == "." and end - start > stop - first
        return below and prose and not spoken

    def after_number(self, first: int) -> int:
        """Where the words of a line begin after its number or letter ("2-1", "b/3").

        Args:
            first: its first word.
        """
        at = first
        while at < first + _MARK and (
            self.page.word(at)[:1].isdigit() or len(self.page.word(at)) == 1
        ):
            at += 1
        return at if any(self.page.word(i)[:1].isdigit() for i in range(first, at)) else first

    def starts_in_past(self, first: int) -> bool:
        """Whether a line begins with a verb that tells what happened.

        Args:
            first: its first word.
        """
        while self.page.word(first) and not self.page.word(first)[0].isalpha():
            first += 1
        uses = self.page.uses(first, "terms")
        return bool(uses) and all(use.form.tense == "past" for use in uses)

    def leads_away(self, first: int) -> bool:
        """Whether a line points to another text: "read:", "for more:".

        Args:
            first: its first word.
        """
        marks = {self.page.word(first + 1), self.page.word(first + 2)}
        return self.page.is_a(first, "furniture") and bool(marks & {":", "ايضا", "المزيد"})
