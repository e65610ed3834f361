"""Reads what parties answer under their names: transcripts, notes on a draft, remarks in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from qalamoun_terms.reading.structured.labels import LabelFinder
from qalamoun_terms.reading.structured.matters import MatterReader
from qalamoun_terms.reading.structured.replies import Reply, condition_in
from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.text.tokens import COLON
from qalamoun_terms.reading.told.both_sides import BothSides
from qalamoun_terms.reading.told.desk import ITEMS_BACK, Desk
from qalamoun_terms.reading.told.exchange import Label
from qalamoun_terms.reading.told.lists import ListReader
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target, bare_code, numbered_items, topical_items
from qalamoun_terms.reading.told.verbs import VerbReader
from qalamoun_terms.reading.who.doers import Doer, doer_of
from qalamoun_terms.reading.who.speakers import speaker_of

NOTES_NEAR = 8  # stances among which an answer of the same block stands
RECALL_WORDS = 5  # words of a fragment that names an item
TOPIC_WORDS = 9  # words that name the matter of an answer before the answer itself
ANSWERS_BELOW = 40  # lines of answers between two items of a list
CLAUSE_LEAST = 5  # words that the title of an item has at most
_BEFORE_ANSWERER = frozenset({"by", "from", ":"})
_PARTS = frozenset({",", ":", "-", "–", "—"})


@define
class LabelReader:
    """Reads short answers under the name of a party, each to the matter that was put last."""

    scene: Scene
    desk: Desk
    both_sides: BothSides
    verbs: VerbReader
    lists: ListReader
    matters: MatterReader
    labels: LabelFinder
    _recalled: int = field(default=-1, init=False)
    _discussed: Package | None = field(default=None, init=False)
    _clause_of: tuple[Package, int] | None = field(default=None, init=False)

    def answers(self, index: int) -> bool:
        """Reads a sentence that answers under a label; whether it was nothing else.

        Args:
            index: the sentence.
        """
        sentence = self.scene.sentences[index]
        first, stop = self.scene.tokens.bounds(sentence.span)
        label = self.labels.labelled_by(first, stop, sentence.segment)
        if label is None:
            return self._reacted(first, stop, index) or self._passive_answer(first, stop, index)
        self.desk.exchange.label, self.desk.exchange.label_segment = label, sentence.segment
        begin = max(label.stop, first)
        turns = self.labels.turns(begin, stop)
        if turns:
            return self._answer_in_turn(label, begin, stop, turns, index)
        return begin < stop and self._answer_under(label, begin, stop, index)

    def _reacted(self, first: int, stop: int, index: int) -> bool:
        """Reads "Reaction to the paper: army studying; rebels yes": each party with its answer."""
        words = self.scene.tokens.words
        colon = self.scene.tokens.first_of(COLON, first, min(first + 7, stop))
        if colon is None or not self.scene.words_of("reaction") & set(words[first:colon]):
            return False
        found = self.labels.turns(colon, stop)
        if not found:
            return False
        label = found[0][1]
        self.desk.exchange.label, self.desk.exchange.label_segment = (
            label,
            self.scene.sentences[index].segment,
        )
        return self._answer_in_turn(label, label.stop, stop, found[1:], index)

    def _answer_in_turn(
        self, label: Label, first: int, stop: int, turns: Sequence[tuple[int, Label]], index: int
    ) -> bool:
        """Writes down the answers of several parties in one sentence, each up to the next."""
        ends = [at for at, _ in turns] + [stop]
        done = first < ends[0] and self._answer_under(label, first, ends[0], index)
        for (_, after), end in zip(turns, ends[1:], strict=True):
            if after.stop < end:
                self.desk.exchange.label = after
                done = self._answer_under(after, after.stop, end, index) or done
        return done

    # --- the answer ----------------------------------------------------------------------------

    def _answer_under(self, label: Label, first: int, stop: int, index: int) -> bool:
        """Writes down the answers of a sentence: to the matter that is named, or put last."""
        first, stop = self.labels.unwrapped(first, stop)
        if first >= stop:
            return False
        numbered = self._by_number(label, first, stop)
        if numbered is not None:
            return self._note_reply(label, *numbered, first, index)
        fronted = self._fronted_reply(first, stop)
        if fronted is not None:
            return self._note_reply(label, *fronted, first, index)
        reply = self.matters.reply(first, stop)
        if reply is None:
            return False
        targets = self.named(*label.topic) if label.topic else self.matters.put_last(label.doers)
        return self._note_reply(label, targets, reply, first, index)

    def _passive_answer(self, first: int, stop: int, index: int) -> bool:
        """Reads "Granted by the mayor.", "No answer from either.": who answers stands after the answer."""
        words = self.scene.tokens.words
        if _BEFORE_ANSWERER.isdisjoint(words[first:stop]):
            return False
        reply = self.matters.reply(first, stop)
        if reply is None or reply.stop >= stop or words[reply.stop] not in _BEFORE_ANSWERER:
            return False
        low = reply.stop + 1
        if words[reply.stop] == ":" and not self.labels.only_parties(low, stop):
            return False
        doers: list[Doer] = []
        if words[low : low + 1] in (["either"], ["both"]):
            doers = self.both_sides.expand([Doer(name="both", role="both")])
        for actor in self.scene.company.between(low, min(low + 3, stop))[:1]:
            doers = doers or self.both_sides.expand([doer_of(actor)])
        span = self.scene.tokens.span(first, max(reply.end, first + 1))
        done = [
            self.matters.reply_to(doer, self.matters.put_last([doer]), reply, span, index)
            for doer in doers
            if doer.role
        ]
        return any(done)

    def _by_number(self, label: Label, first: int, stop: int) -> tuple[list[Target], Reply] | None:
        """Reads "(2) yes": the answer to an item of somebody else's list by its number."""
        words = self.scene.tokens.words
        if not words[first].isdigit() or words[first + 1 : first + 2] not in ([")"], ["."], [":"]):
            return None
        names = {doer.name for doer in label.doers}
        reply = self.matters.reply(first + 2, stop)
        for package in reversed(self.desk.story.shelf.recent):
            items = [i for i in package.items if bare_code(i.label) == words[first]]
            if items and reply and (package.owner is None or package.owner.name not in names):
                return [Target(package, items[-1])], reply
        return None

    def _fronted_reply(self, first: int, stop: int) -> tuple[list[Target], Reply] | None:
        """Reads "The truce, yes", "On the mortars: no": the matter is named before the answer."""
        words = self.scene.tokens.words
        at = next(
            (i for i in range(first + 1, min(first + TOPIC_WORDS, stop)) if words[i] in _PARTS),
            None,
        )
        if at is None or self.matters.reply(first, at) is not None:
            return None
        reply = self.matters.reply(at + 1, stop)
        targets = self.named(first, at) if reply else []
        return (targets, reply) if targets and reply else None

    def named(self, first: int, stop: int) -> list[Target]:
        """The items that words name by number or by what they are about.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        tokens, lexicon = self.scene.tokens, self.scene.lexicon
        current = self.desk.story.shelf.current
        numbered = numbered_items(tokens, first, stop, current, lexicon) if current else []
        if current and numbered:
            return [Target(current, item) for item in numbered]
        found = topical_items(tokens, first, stop, self.desk.story.shelf.packages, lexicon)
        return found or self._of_kind(first, stop)

    def _of_kind(self, first: int, stop: int) -> list[Target]:
        """The one item of the current package whose kind is named by its usual word ("the truce")."""
        usual = self.scene.lexicon.named_words("proposals", "topics")
        named = set(self.scene.tokens.words[first:stop])
        current = self.desk.story.shelf.current
        items = current.items[:ITEMS_BACK] if current else []
        found = [i for i in items if named & usual.get(i.mention.term.kind, frozenset())]
        return [Target(current, found[0])] if current and len(found) == 1 else []

    def _note_reply(
        self, label: Label, targets: Sequence[Target], reply: Reply, first: int, index: int
    ) -> bool:
        """Notes the answer that a label gives, in the voice of the label."""
        span = self.scene.tokens.span(first, max(reply.end, first + 1))
        if reply.stance == "conditional":
            self._take_back(label, targets)
        before = len(self.desk.story.notes)
        for doer in label.doers:
            self.matters.reply_to(doer, targets, reply, span, index)
        for note in self.desk.story.notes[before:]:
            if not self._is_told_of(reply.first):
                note.speaker = label.speaker
        return bool(targets)

    def _take_back(self, label: Label, targets: Sequence[Target]) -> None:
        """Of "No. Not before the road opens." only the condition is the answer."""
        names = {doer.name for doer in label.doers}
        block = self.scene.blocks[self.desk.exchange.label_segment].span
        for note in self.desk.story.notes[-NOTES_NEAR:]:
            here = block.covers(note.span) and note.doer.name in names
            if here and note.stance in {"accepted", "rejected"} and note.target in targets:
                self.desk.story.notes.remove(note)

    def _is_told_of(self, first: int) -> bool:
        """Whether an answer is told of the party ("Refuses.") and not in its own words ("No.")."""
        word = self.scene.tokens.words[first]
        return word.endswith("s") and word not in {"yes", "us"} and len(word) > 2

    def goes_on_below(self, index: int) -> Package | None:
        """The package whose next item stands below the answers to the one before it.

        Args:
            index: the sentence.
        """
        segment = self.scene.sentences[index].segment
        held = self._clause_of
        thread = (self.scene.blocks[segment].marker or "").endswith("/")
        if held is None or thread or not 1 < segment - held[1] <= ANSWERS_BELOW:
            return None
        if held[0] not in self.desk.story.shelf.packages:
            return None
        between = range(held[1] + 1, segment)
        return held[0] if all(self.labels.labels_block(at) for at in between) else None

    def answered_below(self, index: int) -> Package | None:
        """The paper of an item below which parties answer under their names: it is under discussion.

        Args:
            index: the sentence.
        """
        segment = self.scene.sentences[index].segment
        blocks = self.scene.blocks
        first, stop = self.scene.tokens.bounds(self.scene.sentences[index].span)
        thread = (blocks[segment].marker or "").endswith("/")
        if thread or self.scene.tokens.text[blocks[segment].span.end - 1] not in ".;])":
            return None  # a post of a thread, or the mere title of a matter
        inside = any(
            self.labels.answers_in(at + 1, stop) for at in self.labels.brackets(first, stop)
        )
        below = segment + 1 < len(blocks) and self.labels.block_answers(segment + 1)
        if stop - first <= CLAUSE_LEAST or not self.lists.is_plain(index) or not (inside or below):
            return None
        if self._discussed is None:
            self._discussed = self.desk.new(
                "paper", "text", self.scene.sentences[index].span, index
            )
        return self._discussed

    def names_speaker(self, index: int) -> bool:
        """Reads a line that is nothing but a party's name: what stands below it is its answer.

        Args:
            index: the sentence.
        """
        segment = self.scene.sentences[index].segment
        actor = self.labels.speaker_alone(segment)
        if actor is None:
            return False
        speaker = speaker_of(actor)
        doers = tuple(self.both_sides.expand([doer_of(actor)]))
        self.desk.exchange.label = Label(doers=doers, speaker=speaker, stop=0)
        self.desk.exchange.label_segment = segment + 1
        return True

    def bracketed_answers(self, index: int) -> None:
        """Reads answers in brackets within a clause: "The road opens [Army: yes; rebels: no].".

        Args:
            index: the sentence.
        """
        first, stop = self.scene.tokens.bounds(self.scene.sentences[index].span)
        words = self.scene.tokens.words
        held = self.desk.exchange.label, self.desk.exchange.label_segment
        for at in self.labels.brackets(first, stop):
            end = next((i for i in range(at, stop) if words[i] in {"]", ")"}), stop)
            label = self.labels.label_of(at + 1, end, -2)
            if label is None or label.stop >= end or not self.desk.exchange.matter:
                continue
            turns = self.labels.turns(label.stop, end)
            self._answer_in_turn(label, label.stop, end, turns, index)
        self.desk.exchange.label, self.desk.exchange.label_segment = held

    def recalls(self, index: int) -> bool:
        """Reads "Point two.": the item that a fragment names is the matter of what follows.

        Args:
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        current = self.desk.story.shelf.current
        if current is None or stop - first > RECALL_WORDS:
            return False
        if self.scene.words_of("part").isdisjoint(self.scene.tokens.words[first:stop]):
            return False
        if self.verbs.acts(index) or self.scene.company.between(first, stop):
            return False
        items = numbered_items(self.scene.tokens, first, stop, current, self.scene.lexicon)
        if len(items) != 1:
            return False
        self.desk.exchange.matter = [Target(current, items[0])]
        self.desk.exchange.matter_segment = self._recalled = self.scene.sentences[index].segment
        self.desk.flow.topic, self.desk.flow.topic_at = self.desk.exchange.matter[0], index
        return True

    def only_after(self, index: int) -> bool:
        """Reads "The rebels would leave only after ..." below "Point two.": an answer with a condition.

        Args:
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        if self.scene.sentences[index].segment != self._recalled or not self.desk.exchange.matter:
            return False
        only = condition_in(self.scene.tokens, first, stop, self.scene.lexicon)
        actors = self.scene.company.between(first, min(first + 2, stop))
        if only is None or words[only.start] != "only" or not actors:
            return False
        reply = Reply(
            stance="conditional",
            first=only.start,
            stop=only.end,
            end=stop,
            condition=self.labels.unwrapped(only.end, stop - (not words[stop - 1][0].isalnum())),
        )
        span = self.scene.tokens.span(first, stop)
        return self.matters.reply_to(
            doer_of(actors[0]), self.desk.exchange.matter, reply, span, index
        )

    # --- the matter ----------------------------------------------------------------------------

    def keep_matter(self, index: int) -> None:
        """What a sentence has put forward is the matter of the answers after it.

        Args:
            index: the sentence.
        """
        segment = self.scene.sentences[index].segment
        found = [
            Target(package, item)
            for package in self.desk.story.shelf.recent
            for item in package.items[-ITEMS_BACK:]
            if item.sentence == index and package.noun != "condition" and not item.named
        ]
        topic = self.desk.flow.topic
        if not found and topic and self.desk.flow.topic_at == index and not topic.package.told:
            found = [topic]
        if found:
            held = self.desk.exchange.matter if segment == self.desk.exchange.matter_segment else []
            self.desk.exchange.matter = [*(t for t in held[-ITEMS_BACK:] if t not in found), *found]
            self.desk.exchange.matter_segment = segment
            first, stop = self.scene.bounds(index)
            clause = self.scene.blocks[segment].kind is Block.ITEM and stop - first > CLAUSE_LEAST
            if clause and segment != self.desk.exchange.label_segment:
                self._clause_of = found[-1].package, segment
        elif segment not in {self.desk.exchange.matter_segment, self.desk.exchange.label_segment}:
            self.desk.exchange.matter = []
