"""Reads what parties answer under their names: transcripts, notes on a draft, remarks in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, frozen

from qalamoun_terms.reading.desk import ITEMS_BACK
from qalamoun_terms.reading.packages import PACKAGES_BACK
from qalamoun_terms.reading.replies import Reply, condition_in
from qalamoun_terms.reading.rows import RowReader
from qalamoun_terms.reading.speakers import Speaker
from qalamoun_terms.reading.subjects import Doer, as_doer
from qalamoun_terms.reading.targets import Target, numbered_items, topical_items

HEAD_WORDS = 14  # words before the colon that ends a label
NOTES_NEAR = 8  # stances among which an answer of the same block stands
RECALL_WORDS = 5  # words of a fragment that names an item
TOPIC_WORDS = 9  # words that name the matter of an answer before the answer itself
_COLONS = frozenset({":", ">"})
_PARTS = frozenset({",", ":", "-", "–", "—"})
_OPENERS = frozenset({"[", "(", '"', "“", "-", "–", "—", "*", "•"})


@frozen(kw_only=True)
class Label:
    """Whose words follow a colon: the parties, who speaks for them, and the matter that is named.

    `stop` is the word after the colon, `bracketed` tells a note in brackets.
    """

    doers: tuple[Doer, ...]
    speaker: Speaker
    stop: int
    topic: tuple[int, int] | None = None
    bracketed: bool = False


@define
class LabelReader(RowReader):
    """Reads short answers under the name of a party, each to the matter that was put last."""

    label: Label | None = None
    label_segment: int = -1
    matter_segment: int = -1
    recalled: int = -1

    def _answers(self, index: int) -> bool:
        """Reads a sentence that answers under a label; whether it was nothing else."""
        sentence = self.scene.sentences[index]
        first, stop = self.scene.tokens.bounds(sentence.span)
        label = self._labelled_by(first, stop, sentence.segment)
        if label is None:
            return self._passive_answer(first, stop, index)
        self.label, self.label_segment = label, sentence.segment
        begin = max(label.stop, first)
        return begin < stop and self._answer_under(label, begin, stop, index)

    def _labelled_by(self, first: int, stop: int, segment: int) -> Label | None:
        """The label of a sentence, or that of its block which carries on."""
        found = self._label_of(first, stop, segment)
        if found is None and segment == self.label_segment and self.label is not None:
            return evolve(self.label, topic=None)
        return found

    def _label_of(self, first: int, stop: int, segment: int) -> Label | None:
        words = self.scene.tokens.words
        bracketed = first < stop and words[first] in {"[", "("}
        while first < stop and words[first] in _OPENERS:
            first += 1
        colon = next(
            (i for i in range(first, min(first + HEAD_WORDS, stop)) if words[i] in _COLONS), None
        )
        if colon is None or colon == first:
            return self._bare_label(first, stop)
        if words[first] in self.words_of("topic_link"):
            again = segment == self.label_segment and self.label is not None
            if again and self.label:
                return evolve(self.label, topic=(first + 1, colon), stop=colon + 1)
            return None
        return self._party_label(first, colon, bracketed=bracketed)

    def _party_label(self, first: int, colon: int, *, bracketed: bool) -> Label | None:
        """A label that names a party, and perhaps what it speaks about."""
        words = self.scene.tokens.words
        actors = [a for a in self.scene.cast.between(first, colon) if not self._roleless(a.role)]
        if not actors:
            return self._person_label(first, colon, bracketed=bracketed)
        after = actors[-1].stop
        while after < colon and words[after] in self.words_of("label_word"):
            after += 1
        topic = None
        if after < colon - 1 and words[after] in self.words_of("topic_link"):
            topic = (after + 1, colon)
        covered = {at for actor in actors for at in range(actor.first, actor.stop)}
        covered |= set(range(*topic)) if topic else set()
        known = self.words_of("label_word") | self.words_of("function_word")
        if any(
            words[at] not in known
            for at in range(first, colon)
            if at not in covered and words[at][0].isalnum() and not self.scene.tokens.capital(at)
        ):
            return None
        doers = self._expand([self._of_actor(actors[0])])
        speaker = Speaker(
            kind="named", name=actors[-1].name, role=actors[-1].role, actor=actors[-1]
        )
        return Label(
            doers=tuple(doers), speaker=speaker, stop=colon + 1, topic=topic, bracketed=bracketed
        )

    def _bare_label(self, first: int, stop: int) -> Label | None:
        """A party's name right before its "yes" or "no" ("Rebels yes."), as notes have it."""
        words = self.scene.tokens.words
        actor = next(iter(self.scene.cast.between(first, min(first + 2, stop))), None)
        if actor is None or self._roleless(actor.role) or actor.stop >= stop:
            return None
        if words[actor.stop] not in {"yes", "no"}:
            return None
        speaker = Speaker(kind="named", name=actor.name, role=actor.role, actor=actor)
        doers = self._expand([self._of_actor(actor)])
        return Label(doers=tuple(doers), speaker=speaker, stop=actor.stop)

    def _roleless(self, role: str) -> bool:
        return role in {"", "other"}

    def _person_label(self, first: int, colon: int, *, bracketed: bool) -> Label | None:
        """A label that is the name of a person whose party is known."""
        known = self.scene.cast.persons.get(self.scene.tokens.words[colon - 1])
        doers = as_doer(known) if known and colon - first <= 4 else []
        if not doers or known is None:
            return None
        return Label(doers=tuple(doers), speaker=known, stop=colon + 1, bracketed=bracketed)

    # --- the answer ----------------------------------------------------------------------------

    def _answer_under(self, label: Label, first: int, stop: int, index: int) -> bool:
        """Writes down the answers of a sentence: to the matter that is named, or put last."""
        first, stop = self._unwrapped(first, stop)
        if first >= stop:
            return False
        fronted = self._fronted_reply(first, stop)
        if fronted is not None:
            return self._write(label, *fronted, first, index)
        reply = self._reply(first, stop)
        if reply is None:
            return False
        targets = self._named(*label.topic) if label.topic else self._put_last(label)
        return self._write(label, targets, reply, first, index)

    def _passive_answer(self, first: int, stop: int, index: int) -> bool:
        """Reads "Granted by the mayor.", "No answer from either.": who answers stands after the answer."""
        reply = self._reply(first, stop)
        words = self.scene.tokens.words
        if reply is None or reply.stop >= stop or words[reply.stop] not in {"by", "from"}:
            return False
        low = reply.stop + 1
        doers: list[Doer] = []
        if words[low : low + 1] in (["either"], ["both"]):
            doers = self._expand([Doer(name="both", role="both")])
        for actor in self.scene.cast.between(low, min(low + 3, stop))[:1]:
            doers = doers or self._expand([self._of_actor(actor)])
        span = self.scene.tokens.span(first, max(reply.end, first + 1))
        done = [
            self._reply_to(doer, self._not_own(doer), reply, span, index)
            for doer in doers
            if doer.role
        ]
        return any(done)

    def _not_own(self, doer: Doer) -> list[Target]:
        """What was put last, unless this very party put it."""
        return [
            t for t in self.matter if t.package.owner is None or t.package.owner.name != doer.name
        ]

    def _unwrapped(self, first: int, stop: int) -> tuple[int, int]:
        """The words of an answer without the brackets and quotation marks around it."""
        words = self.scene.tokens.words
        while first < stop and words[first] in _OPENERS:
            first += 1
        while stop > first and words[stop - 1] in {"]", ")", '"', "”"}:
            stop -= 1
        return first, stop

    def _fronted_reply(self, first: int, stop: int) -> tuple[list[Target], Reply] | None:
        """Reads "The truce, yes", "On the mortars: no": the matter is named before the answer."""
        words = self.scene.tokens.words
        at = next(
            (i for i in range(first + 1, min(first + TOPIC_WORDS, stop)) if words[i] in _PARTS),
            None,
        )
        if at is None or self._reply(first, at) is not None:
            return None
        reply = self._reply(at + 1, stop)
        targets = self._named(first, at) if reply else []
        return (targets, reply) if targets and reply else None

    def _named(self, first: int, stop: int) -> list[Target]:
        """The items that words name by number or by what they are about."""
        tokens, lexicon = self.scene.tokens, self.scene.lexicon
        current = self.story.shelf.current
        numbered = numbered_items(tokens, first, stop, current, lexicon) if current else []
        if current and numbered:
            return [Target(current, item) for item in numbered]
        found = topical_items(tokens, first, stop, self.story.shelf.packages, lexicon)
        return found or self._of_kind(first, stop)

    def _of_kind(self, first: int, stop: int) -> list[Target]:
        """The one item of the current package whose kind is named by its usual word ("the truce")."""
        topics = self.scene.lexicon.tables["proposals"]["topics"]
        usual = topics if isinstance(topics, dict) else {}
        named = set(self.scene.tokens.words[first:stop])
        current = self.story.shelf.current
        items = current.items[:ITEMS_BACK] if current else []
        found = [i for i in items if named & set(str(usual.get(i.mention.term.kind)).split())]
        return [Target(current, found[0])] if current and len(found) == 1 else []

    def _put_last(self, label: Label) -> list[Target]:
        """What was put last, where it is not the party's own."""
        names = {doer.name for doer in label.doers}
        return [
            t for t in self.matter if t.package.owner is None or t.package.owner.name not in names
        ]

    def _write(
        self, label: Label, targets: Sequence[Target], reply: Reply, first: int, index: int
    ) -> bool:
        span = self.scene.tokens.span(first, max(reply.end, first + 1))
        if reply.stance == "conditional":
            self._take_back(label, targets)
        before = len(self.story.notes)
        for doer in label.doers:
            self._reply_to(doer, targets, reply, span, index)
        for note in self.story.notes[before:]:
            if not self._told(reply.first):
                note.speaker = label.speaker
        return bool(targets)

    def _take_back(self, label: Label, targets: Sequence[Target]) -> None:
        """Of "No. Not before the road opens." only the condition is the answer."""
        names = {doer.name for doer in label.doers}
        block = self.scene.blocks[self.label_segment].span
        for note in self.story.notes[-NOTES_NEAR:]:
            here = block.covers(note.span) and note.doer.name in names
            if here and note.stance in {"accepted", "rejected"} and note.target in targets:
                self.story.notes.remove(note)

    def _told(self, first: int) -> bool:
        """Whether an answer is told of the party ("Refuses.") and not in its own words ("No.")."""
        word = self.scene.tokens.words[first]
        return word.endswith("s") and word not in {"yes", "us"} and len(word) > 2

    def _recalls(self, index: int) -> bool:
        """Reads "Point two.": the item that a fragment names is the matter of what follows."""
        first, stop = self._bounds(index)
        current = self.story.shelf.current
        words = self.scene.tokens.words[first:stop]
        if current is None or stop - first > RECALL_WORDS or not set(words) & self.words_of("part"):
            return False
        if self._acts(index) or self.scene.cast.between(first, stop):
            return False
        items = numbered_items(self.scene.tokens, first, stop, current, self.scene.lexicon)
        if len(items) != 1:
            return False
        self.matter = [Target(current, items[0])]
        self.matter_segment = self.recalled = self.scene.sentences[index].segment
        self.flow.topic, self.flow.topic_at = self.matter[0], index
        return True

    def _only_after(self, index: int) -> bool:
        """Reads "The rebels would leave only after ..." below "Point two.": an answer with a condition."""
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        if self.scene.sentences[index].segment != self.recalled or not self.matter:
            return False
        only = condition_in(self.scene.tokens, first, stop, self.scene.lexicon)
        actors = self.scene.cast.between(first, min(first + 2, stop))
        if only is None or words[only.start] != "only" or not actors:
            return False
        reply = Reply(
            stance="conditional",
            first=only.start,
            stop=only.end,
            end=stop,
            condition=self._unwrapped(only.end, stop - (not words[stop - 1][0].isalnum())),
        )
        span = self.scene.tokens.span(first, stop)
        return self._reply_to(self._of_actor(actors[0]), self.matter, reply, span, index)

    # --- the matter ----------------------------------------------------------------------------

    def _keep_matter(self, index: int) -> None:
        """What a sentence has put forward is the matter of the answers after it."""
        segment = self.scene.sentences[index].segment
        found = [
            Target(package, item)
            for package in self.story.shelf.packages[-PACKAGES_BACK:]
            for item in package.items[-ITEMS_BACK:]
            if item.sentence == index and package.noun != "condition"
        ]
        topic = self.flow.topic
        if not found and topic and self.flow.topic_at == index and not topic.package.items:
            found = [topic]
        if found:
            held = self.matter if segment == self.matter_segment else []
            self.matter = [*(t for t in held[-ITEMS_BACK:] if t not in found), *found]
            self.matter_segment = segment
        elif segment not in {self.matter_segment, self.label_segment}:
            self.matter = []
