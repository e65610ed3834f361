"""Whether a text negotiates at all, and what stands around each of its sentences."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.notes import (
    Scene,
)
from qalamoun_terms.reading.who.sides import PRINCIPALS, SIDES
from qalamoun_terms.reading.who.speakers import Voice

SHORT_TEXT = 120  # words up to which a text need not speak of negotiating to be about it
FEW_PAPERS = 2  # nouns of papers beside which one word of what is fought over is enough
PAPERS = 3  # nouns of papers and their parts that speak of a text under negotiation
OTHER_FIELD = 4  # words of another field that make it likely
TALKED = 3  # words of negotiating that two sides have in a text that tells of their dealings


@define
class Bearings:
    """What a text is about, and how it is laid out around a sentence."""

    scene: Scene
    bounds_of: dict[int, tuple[int, int]] = field(factory=dict)
    by_start: dict[int, list[Voice]] = field(factory=dict)
    _negotiates: bool = field(init=False)
    _negotiates_much: bool = field(init=False)
    _opposed: bool = field(init=False)
    _sides_talk: bool = field(init=False)
    _fought: tuple[int, int] | None = None

    def words_of(self, name: str) -> frozenset[str]:
        """A class of words of the lexicon.

        Args:
            name: the name of the class.
        """
        return self.scene.lexicon.words(name)

    def __attrs_post_init__(self) -> None:
        words = self.words_of("negotiation")
        words = words | self.words_of("deal")
        spoken = sum(w in words for w in self.scene.tokens.words)
        distinct = len(words & set(self.scene.tokens.words))
        titled = bool(self._heading_words() & self.words_of("title_of_text"))
        roles = {actor.role for actor in self.scene.cast.actors} - {"", "other"}
        sided = len(roles) > 1 or "both" in roles
        clear = {actor.role for actor in self.scene.cast.actors if not actor.weak}
        self._sides_talk = spoken >= TALKED and len(roles & SIDES) > 1
        self._opposed = titled or "both" in clear or clear >= PRINCIPALS
        short = len(self.scene.tokens.words) <= SHORT_TEXT
        dense = (spoken >= 4 and distinct >= 3) or (short and spoken >= 1)
        self._negotiates_much = (sided or (short and bool(roles))) and (titled or dense)
        fought = self._opposed and self._contested()
        short_of = short and bool(roles)
        self._negotiates = spoken >= 2 or titled or self._prefaced() or short_of or fought
        if self._elsewhere() or not (self._contested() or self._prefaced()):
            self._negotiates = self._negotiates_much = False

    def _elsewhere(self) -> bool:
        """Whether a text is full of the words of games, markets or budgets: its deals are others'."""
        words = set(self.scene.tokens.words)
        others = len(self.words_of("other_field") & words)
        return others >= OTHER_FIELD and others > len(self.words_of("contested") & words)

    def _contested(self) -> bool:
        """Whether a text has words of what is fought and negotiated over.

        A short one, and one in which two sides face each other, need fewer of them.
        """
        words = set(self.scene.tokens.words)
        found = len(self.words_of("contested") & words)
        papers = len((self.words_of("paper") | self.words_of("part")) & words)
        if len(self.scene.tokens.words) <= SHORT_TEXT // 2 and self._opposed:
            return True
        few = self._opposed or self._sides_talk or len(self.scene.tokens.words) <= SHORT_TEXT // 2
        return found >= (1 if few else 2) or papers >= PAPERS

    def _is_fought(self, least: int = 2) -> bool:
        """Whether a text is of something fought over: clubs and councils have tables and answers, too.

        Args:
            least: words of what is fought over that it has, at least, where no papers are named.
        """
        if self._fought is None:
            words = set(self.scene.tokens.words)
            papers = len((self.words_of("paper") | self.words_of("part")) & words)
            self._fought = (len(self.words_of("contested") & words), papers)
        found, papers = self._fought
        return found >= least or (found > 0 and papers >= FEW_PAPERS)

    def _prefaced(self) -> bool:
        """Whether a sentence opens a list with words of agreeing."""
        preface = self.words_of("preface")
        for index in range(min(len(self.scene.sentences), 40)):
            first, stop = self._bounds(index)
            if self._opens_items(index) and preface & set(self.scene.tokens.words[first:stop]):
                return True
        return False

    def _title_words(self) -> set[str]:
        """The words of the first headings that call the text itself an agreement."""
        return self._heading_words() & self.words_of("title_of_agreement")

    def _heading_words(self) -> set[str]:
        found: set[str] = set()
        for index, sentence in enumerate(self.scene.sentences[:4]):
            titled = index == 0 and self.scene.tokens.text[sentence.span.end - 1] not in ".:;!?"
            if titled or self.scene.blocks[sentence.segment].kind is Block.HEADING:
                first, stop = self._bounds(index)
                found.update(self.scene.tokens.words[first:stop])
        return found

    def _next_is_item(self, index: int) -> bool:
        """Whether items of a list follow a sentence: the next block, or those below its own item."""
        sentences, blocks = self.scene.sentences, self.scene.blocks
        after = index + 1
        if after >= len(sentences):
            return False
        segment = sentences[index].segment
        if sentences[after].segment != segment:
            return blocks[sentences[after].segment].kind is Block.ITEM
        below = blocks[segment + 1] if segment + 1 < len(blocks) else None
        own = blocks[segment]
        return below is not None and below.kind is Block.ITEM and below.level > own.level

    def _opens_items(self, index: int) -> bool:
        _, stop = self._bounds(index)
        if self.scene.block(index).kind is Block.ITEM:
            return False
        opens = self.scene.tokens.words[stop - 1] in {":", "."}
        return opens and (self._next_is_item(index) or self._next_is_article(index))

    def _next_is_article(self, index: int) -> bool:
        """Whether the articles of an agreement follow a sentence: the title of one, then its words."""
        after = self.scene.sentences[index + 1 : index + 2]
        titled = bool(after) and self.scene.blocks[after[0].segment].kind is Block.HEADING
        return titled and self._next_is_item(index + 1)

    def _bounds(self, index: int) -> tuple[int, int]:
        """The words of a sentence, without the name of a speaker before a colon."""
        bounds = self.bounds_of.get(index)
        if bounds is None:
            first, stop = self.scene.tokens.bounds(self.scene.sentences[index].span)
            bounds = self.bounds_of[index] = self._unlabelled(first, stop), stop
        return bounds

    def _unlabelled(self, first: int, stop: int) -> int:
        """The first word of a sentence after the name of a speaker and a colon, if it has those."""
        words = self.scene.tokens.words
        after = (i + 1 for i in range(first, min(first + 9, stop - 1)) if words[i] in {":", ">"})
        named = next(after, first)
        spoken = any(
            v.verb == ":" and self.scene.tokens.at(v.span.start) == named
            for v in self.voices(named)
        )
        labels = self.words_of("question_label") | self.words_of("answer_label")
        asked = named - first == 2 and words[first] in labels
        return named if spoken or asked else first

    def voices(self, at: int) -> Sequence[Voice]:
        """The voices that begin at a word."""
        if not self.by_start:
            for voice in self.scene.cast.voices:
                self.by_start.setdefault(voice.span.start, []).append(voice)
        if at >= len(self.scene.tokens):
            return ()
        return self.by_start.get(self.scene.tokens.starts[at], ())

    def _paragraphs(self, segment: int, later: int) -> int:
        """How many blocks of running text one block lies after another."""
        between = self.scene.blocks[segment + 1 : later + 1]
        return sum(block.kind in (Block.PARAGRAPH, Block.ITEM) for block in between)
