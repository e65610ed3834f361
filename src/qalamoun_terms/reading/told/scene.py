"""What is known of a text before its story is read: its words, its layout, who is in it, its terms."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from attrs import field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.text.frames import (
    Block,
    Mention,
    Segment,
    Sentence,
    Span,
    TermMention,
)
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.told.package_nouns import PackageNoun, find_packages
from qalamoun_terms.reading.who.cast import Cast
from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer

FindStated = Callable[[Span], Sequence[Stated]]

TITLE_BY = 4  # sentences at the beginning that may be the title of a text
_AFTER_LABEL = frozenset({":", ">"})
LABEL_REACH = 9  # words of a line among which the colon after its speaker stands


@frozen(kw_only=True)
class Scene:
    """A text with all that was seen in it before its story is read.

    `stated` finds the statements of terms in a stretch; `bare_stated` takes mere noun phrases for
    terms too, and is for stretches that are surely content. `settle` looks once more at the kind of a
    term by all of its words. `meant` are the pronouns that are known to mean a party. `words_of` gives
    a class of words of the lexicon by its name.
    """

    tokens: Tokens
    blocks: Sequence[Segment]
    sentences: Sequence[Sentence]
    company: Company
    cast: Cast
    lexicon: Lexicon
    stated: FindStated
    bare_stated: FindStated
    settle: Callable[[TermMention], TermMention]
    meant: list[Mention] = field(factory=list)
    words_of: Callable[[str], frozenset[str]] = field(init=False, repr=False)
    _bounds: Sequence[tuple[int, int]] = field(init=False, repr=False)
    _phrases: dict[int, tuple[PackageNoun, ...]] = field(factory=dict, init=False, repr=False)

    @words_of.default
    def _words_of_lexicon(self) -> Callable[[str], frozenset[str]]:
        return self.lexicon.words

    @_bounds.default
    def _find_bounds(self) -> Sequence[tuple[int, int]]:
        labelled = {voice.span.start for voice in self.company.voices if voice.verb == ":"}
        whole = (self.tokens.bounds(sentence.span) for sentence in self.sentences)
        return [(self._unlabelled(first, stop, labelled), stop) for first, stop in whole]

    def _unlabelled(self, first: int, stop: int, labelled: AbstractSet[int]) -> int:
        """The first word of a sentence after the name of a speaker and a colon, if it has those."""
        words = self.tokens.words
        reach = min(first + LABEL_REACH, stop - 1)
        mark = self.tokens.first_of(_AFTER_LABEL, first, reach)
        named = first if mark is None else mark + 1
        spoken = named < len(words) and self.tokens.starts[named] in labelled
        if named - first == 2 and not spoken:
            spoken = words[first] in self.lexicon.any_of("question_label", "answer_label")
        return named if spoken else first

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

    def sure_terms(self, scope: Span) -> Sequence[Stated]:
        """The terms of a stretch that the rules read, or that are sure without knowing the scope.

        Args:
            scope: the stretch.
        """
        ruled = [m for m in self.bare_stated(scope) if not m.rule.startswith("weights.")]
        return ruled or self.stated(scope)

    def block(self, index: int) -> Segment:
        """The block that a sentence stands in.

        Args:
            index: the sentence.
        """
        return self.blocks[self.sentences[index].segment]

    def is_item(self, segment: int) -> bool:
        """Whether a block is an item of a list.

        Args:
            segment: the block.
        """
        return self.blocks[segment].kind is Block.ITEM

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds a place of the text, or the last one before it.

        Args:
            offset: the place.
        """
        return max(0, bisect.bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1)

    def bounds(self, index: int) -> tuple[int, int]:
        """The words of a sentence, without the name of a speaker before a colon.

        Args:
            index: the sentence.
        """
        return self._bounds[index]

    def content(self, index: int) -> Span:
        """What a sentence says, without the name of its speaker.

        Args:
            index: the sentence.
        """
        first, stop = self.bounds(index)
        return self.tokens.span(first, stop) if stop > first else self.sentences[index].span

    def phrases(self, index: int) -> tuple[PackageNoun, ...]:
        """The nouns of a sentence that name packages.

        Args:
            index: the sentence.
        """
        found = self._phrases.get(index)
        if found is None:
            first, stop = self._bounds[index]
            actors = self.company.between(first, stop)
            found = find_packages(self.tokens, first, stop, actors, self.lexicon)
            self._phrases[index] = found
        return found

    def title_words(self) -> set[str]:
        """The words of the first headings that call the text itself an agreement."""
        return self.heading_words() & self.words_of("title_of_agreement")

    def heading_words(self) -> set[str]:
        """The words of the first headings of the text."""
        found: set[str] = set()
        for index, sentence in enumerate(self.sentences[:TITLE_BY]):
            titled = index == 0 and self.tokens.text[sentence.span.end - 1] not in ".:;!?"
            if titled or self.blocks[sentence.segment].kind is Block.HEADING:
                first, stop = self.bounds(index)
                found.update(self.tokens.words[first:stop])
        return found

    def next_is_item(self, index: int) -> bool:
        """Whether items of a list follow a sentence: the next block, or those below its own item.

        Args:
            index: the sentence.
        """
        sentences, blocks = self.sentences, self.blocks
        after = index + 1
        if after >= len(sentences):
            return False
        segment = sentences[index].segment
        if sentences[after].segment != segment:
            return blocks[sentences[after].segment].kind is Block.ITEM
        below = blocks[segment + 1] if segment + 1 < len(blocks) else None
        own = blocks[segment]
        return below is not None and below.kind is Block.ITEM and below.level > own.level

    def opens_items(self, index: int) -> bool:
        """Whether a sentence closes with a mark before the items of a list, or before articles.

        Args:
            index: the sentence.
        """
        _, stop = self.bounds(index)
        if self.block(index).kind is Block.ITEM:
            return False
        opens = self.tokens.words[stop - 1] in {":", "."}
        return opens and (self.next_is_item(index) or self._next_is_article(index))

    def _next_is_article(self, index: int) -> bool:
        """Whether the articles of an agreement follow a sentence: the title of one, then its words."""
        after = self.sentences[index + 1 : index + 2]
        titled = bool(after) and self.blocks[after[0].segment].kind is Block.HEADING
        return titled and self.next_is_item(index + 1)

    def paragraphs_between(self, segment: int, later: int) -> int:
        """How many blocks of running text one block lies after another.

        Args:
            segment: the block.
            later: the other block.
        """
        between = self.blocks[segment + 1 : later + 1]
        return sum(block.kind in (Block.PARAGRAPH, Block.ITEM) for block in between)
