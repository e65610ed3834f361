"""Lists of terms: what opens them, their items, and headings above them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from qalamoun_terms.reading.text.frames import Block, Segment, Span
from qalamoun_terms.reading.told.acts import DEALING, TELLING, Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import ITEMS_BACK, Desk
from qalamoun_terms.reading.told.doing import DoerReader
from qalamoun_terms.reading.told.moods import Moods
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.told.verbs import VerbReader
from qalamoun_terms.reading.who.doers import Doer

TITLE_LONGEST = 7  # words of a numbered line that names the matter of what stands below
TITLES_LEAST = 2  # such lines from which a text is taken to have articles with titles
TITLE_WORDS = 4  # words of a sentence that only names the matter of an item, with its full stop
SENTENCES_TENTHS = 17  # tenths of a sentence that items of such a text have on average, at most
ITEMISED = 5  # items from which a text may be a list for the most part


@frozen(slots=False)  # slots slow a class that has cached properties
class ListReader:
    """Reads lists of terms and agreements' texts."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    doers: DoerReader
    verbs: VerbReader
    contents: ContentReader
    moods: Moods

    def plain_item(self, index: int) -> bool:
        """Whether an item states a term itself, and does not tell who did what about it.

        Args:
            index: the sentence.
        """
        agreed = self.desk.flow.listed is not None and self.desk.flow.listed.sort == "deal"
        telling = TELLING if agreed else DEALING
        acts = [a for a in self.verbs.acts(index) if a.act in telling]
        acts = [a for a in acts if not (agreed and a.entry.word("needs"))]
        first, _ = self.scene.bounds(index)
        told = [a for a in acts if self.doers.subjects(a, first, []) and not a.modal]
        return not any(d.actor for a in told for d in self.doers.subjects(a, first, []))

    def item(self, index: int) -> None:
        """An item of a list whose package is known: a term, or `Other` where it fits no kind.

        Args:
            index: the sentence.
        """
        sentence = self.scene.sentences[index]
        block = self.scene.blocks[sentence.segment]
        package = self.desk.flow.listed
        if package is None:
            return
        sub = self._has_sub_items(sentence.segment)
        text = self.scene.tokens.text
        titled = sub and len(sentence.span) < 60 and text[sentence.span.end - 1] not in ".:;,"
        titled = titled or self._titles_article(sentence.segment)
        if titled or self._absorbed(sentence.segment) or self._is_title(index):
            return
        span = self._with_sub_items(index) if sub else sentence.span
        found = self.contents.gather(package, span, index, label=block.marker)
        if not found and sentence.span.start == block.span.start:
            self._keep_other(package, index, block)
        self.desk.leave_open(package, index)

    def _titles_article(self, segment: int) -> bool:
        """Whether a numbered line only names the matter of the paragraph below it ("3. Prisoners")."""
        return segment in self._article_titles

    @cached_property
    def _article_titles(self) -> frozenset[int]:
        """The numbered lines that name the matter of the paragraph below, where there are several."""
        blocks = range(len(self.scene.blocks) - 1)
        titles = frozenset(at for at in blocks if self._heads_paragraph(at))
        return titles if len(titles) >= TITLES_LEAST else frozenset()

    def _heads_paragraph(self, segment: int) -> bool:
        """Whether a block is a numbered line without a full stop, above a paragraph that has one."""
        block, below = self.scene.blocks[segment : segment + 2]
        text = self.scene.tokens.text
        numbered = block.kind is Block.ITEM and any(c.isalnum() for c in block.marker or "")
        short = len(block.span.text(text).split()) <= TITLE_LONGEST
        plain = short and text[block.span.end - 1] not in ".:;,!?"
        return (
            numbered
            and plain
            and below.kind is Block.PARAGRAPH
            and text[below.span.end - 1] in ".;:"
        )

    def _is_title(self, index: int) -> bool:
        """Whether a sentence only names the matter of the item that it opens ("Prisoners.")."""
        sentence = self.scene.sentences[index]
        block = self.scene.blocks[sentence.segment]
        first, stop = self.scene.tokens.bounds(sentence.span)
        opens = sentence.span.start == block.span.start and sentence.span.end < block.span.end
        return opens and stop - first <= TITLE_WORDS

    def _keep_other(self, package: Package, index: int, block: Segment) -> None:
        """Keeps an item that fits no kind, unless it is a heading of others or names a package."""
        sentence = self.scene.sentences[index]
        words = sentence.span.text(self.scene.tokens.text).split()
        thread = (block.marker or "").endswith("/")
        if thread or len(words) < 3 or self._has_sub_items(sentence.segment):
            return
        if any(p.first == self.scene.bounds(index)[0] for p in self.scene.phrases(index)):
            return
        item = self.contents.put_other(package, sentence.span, index, block.marker)
        item.speaker = self.scene.company.speaker(self.scene.bounds(index)[0])

    def _has_sub_items(self, segment: int) -> bool:
        blocks = self.scene.blocks
        after = segment + 1
        return (
            after < len(blocks)
            and blocks[after].kind is Block.ITEM
            and blocks[after].level > blocks[segment].level
        )

    def _absorbed(self, segment: int) -> bool:
        """Whether an item only completes the item above it, which ends in a colon."""
        blocks = self.scene.blocks
        for above in range(segment - 1, max(-1, segment - 12), -1):
            if blocks[above].kind is not Block.ITEM:
                return False
            if blocks[above].level < blocks[segment].level:
                opened = blocks[above].level == self.desk.flow.listed_level
                return not opened and self.scene.tokens.text[blocks[above].span.end - 1] == ":"
        return False

    def _with_sub_items(self, index: int) -> Span:
        """An item that ends in a colon, with the items under it."""
        blocks = self.scene.blocks
        segment = self.scene.sentences[index].segment
        span = self.scene.sentences[index].span
        if self.scene.tokens.text[span.end - 1] != ":":
            return span
        last = segment
        while last + 1 < len(blocks) and blocks[last + 1].level > blocks[segment].level:
            last += 1
        return Span(span.start, blocks[last].span.end)

    def headed(self, index: int) -> None:
        """A heading that names a package ("Option A", "Draft text"): what follows is its content.

        Args:
            index: the sentence.
        """
        title = index == 0 and not self.scene.next_is_item(index)
        if title or (index < 3 and self.desk.story.shelf.packages):
            return
        bracketed = self.scene.tokens.text[self.scene.sentences[index].span.start] in "(["
        phrases = [p for p in self.scene.phrases(index) if p.sort != "part" and not bracketed]
        words = self.scene.sentences[index].span.text(self.scene.tokens.text).split()
        listed = self.scene.next_is_item(index) and self._list_of_terms(index)
        if not listed and not (phrases and len(words) <= 3 and phrases[0].sort == "paper"):
            return
        if phrases:
            package = self.resolver.package(phrases[-1], index, fresh=bool(phrases[-1].label))
        elif self.desk.story.shelf.current is None:
            package = self.desk.new("paper", "text", self.scene.sentences[index].span, index)
        else:
            return
        self.desk.touch(package, None, index)
        self.desk.leave_open(package, index)
        self.desk.flow.listed = package if listed else None

    def opens_list(self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]) -> None:
        """A paragraph before a list: which package do the items belong to?

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
            acts: the acts of the sentence.
        """
        block = self.scene.block(index)
        if not self.scene.next_is_item(index):
            if block.kind is not Block.ITEM:
                self.desk.flow.listed, self.desk.flow.listed_level = None, -1
            return
        deeper = self._has_sub_items(self.scene.sentences[index].segment)
        if block.kind is Block.ITEM and not deeper:
            return
        self.desk.flow.listed_level = block.level if block.kind is Block.ITEM else -1
        _, stop = self.scene.bounds(index)
        opens = self.scene.tokens.words[stop - 1] == ":" or any(a.act == "opens" for a in acts)
        topic = self.desk.flow.topic
        if topic and self.desk.flow.topic_at == index:
            self.desk.flow.listed = topic.package
        elif not self.desk.story.shelf.packages and self._issued(index):
            return
        elif opens and self.desk.story.shelf.current:
            self.desk.flow.listed = self.desk.story.shelf.current
        elif self._list_of_terms(index):
            self.desk.flow.listed = self.desk.story.shelf.current or self.listed_anew(index)
        elif opens and phrases and phrases[-1].sort != "part":
            self.desk.flow.listed = self.resolver.package(phrases[-1], index)
            self.desk.touch(self.desk.flow.listed, None, index)

    def _issued(self, index: int) -> bool:
        """A list in a letter or statement of a party, which speaks for itself: its demands."""
        issuer = self.scene.company.issuer
        if issuer.kind == "report" or issuer.role in {"", "mediator"}:
            return False
        opens = self.scene.tokens.words[self.scene.bounds(index)[1] - 1] == ":"
        if not opens and not any(a.act == "opens" for a in self.verbs.acts(index)):
            return False
        span = self.scene.sentences[index].span
        doer = Doer(name=issuer.name or "", role=issuer.role, actor=issuer.actor)
        package = self.desk.new("demand", "demands", span, index, by=doer)
        self.desk.note(doer, Target(package), "demanded", span, self.scene.bounds(index)[0])
        self.desk.touch(package, None, index)
        self.desk.flow.listed = package
        return True

    def _list_of_terms(self, index: int) -> bool:
        """Whether most items of the list that follows state terms, and narrate nothing."""
        if not self.desk.bearings.negotiates_much:
            return False
        stated = asked = 0
        for after in range(index + 1, min(index + 13, len(self.scene.sentences))):
            sentence = self.scene.sentences[after]
            if self.scene.blocks[sentence.segment].kind is not Block.ITEM:
                break
            asked += 1
            states = self.moods.states(after, strict=False)
            first, stop = self.scene.bounds(after)
            moods = self.scene.words_of("list_mood")
            obliges = bool(moods & set(self.scene.tokens.words[first:stop]))
            told = any(
                a.act in DEALING and self.doers.subjects(a, first, [])
                for a in self.verbs.acts(after)
            )
            stated += bool(
                states and not told and (obliges or self.scene.bare_stated(sentence.span))
            )
        return asked >= 2 and stated * 2 > asked

    @cached_property
    def is_itemised(self) -> bool:
        """Whether the text is a list for the most part, of items that state and tell nothing."""
        starts = {block.span.start for block in self.scene.blocks if block.kind is Block.ITEM}
        items = [i for i, s in enumerate(self.scene.sentences) if s.span.start in starts]
        listed = [s for s in self.scene.sentences if self.scene.is_item(s.segment)]
        short = len(listed) * 10 <= SENTENCES_TENTHS * len(items)
        plain = sum(self.is_plain(i) for i in items[:ITEMS_BACK])
        enough = len(items) >= ITEMISED and len(items) * 3 >= len(self.scene.blocks)
        return short and enough and plain * 10 >= 7 * len(items[:ITEMS_BACK])

    def is_plain(self, index: int) -> bool:
        """Whether an item states something, and tells of nobody who did it.

        Args:
            index: the sentence.
        """
        first, _ = self.scene.bounds(index)
        told = any(
            act.act in DEALING and self.doers.subjects(act, first, [])
            for act in self.verbs.acts(index)
        )
        return not told and self.moods.states(index, strict=False)

    def listed_anew(self, index: int) -> Package:
        """A package for a list of which nothing says whose it is: a deal's, where the text deals much.

        Args:
            index: the sentence.
        """
        sort = "deal" if self.desk.bearings.deals_much else "paper"
        return self.desk.new(sort, "terms", self.scene.sentences[index].span, index)
