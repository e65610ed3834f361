"""Reads what parties answer under their names: transcripts, notes on a draft, remarks in brackets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import define, evolve, frozen

from qalamoun_terms.reading.structured.replies import Reply, condition_in
from qalamoun_terms.reading.structured.rows import RowReader
from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.desk import ITEMS_BACK
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.targets import Target, bare_code, numbered_items, topical_items
from qalamoun_terms.reading.who.doers import Doer, as_doer, doer_of
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.speakers import REPORT, Speaker, speaker_of

HEAD_WORDS = 14  # words before the colon that ends a label
NOTES_NEAR = 8  # stances among which an answer of the same block stands
RECALL_WORDS = 5  # words of a fragment that names an item
TOPIC_WORDS = 9  # words that name the matter of an answer before the answer itself
LABEL_REACH = 7  # words of a line among which the colon after its party stands
BRACKETS = 8  # brackets of a sentence that are looked into
ANSWERS_BELOW = 40  # lines of answers between two items of a list
CLAUSE_LEAST = 5  # words that the title of an item has at most
TURN_WORDS = 8  # words of a party's name before its answer, within a sentence
_TURNS = frozenset({";", ".", ",", "/", "]", "|", ":"})
_SENTENCE_ENDS = frozenset({".", ";", "]", ")"})
_DASHES = frozenset({"-", "–", "—"})
_LABEL_ENDS = _DASHES | {":"}
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
    discussed: Package | None = None
    alone: frozenset[str] | None = None
    clause_of: tuple[Package, int] | None = None

    def _answers(self, index: int) -> bool:
        """Reads a sentence that answers under a label; whether it was nothing else."""
        sentence = self.scene.sentences[index]
        first, stop = self.scene.tokens.bounds(sentence.span)
        label = self._labelled_by(first, stop, sentence.segment)
        if label is None:
            return self._reacted(first, stop, index) or self._passive_answer(first, stop, index)
        self.label, self.label_segment = label, sentence.segment
        begin = max(label.stop, first)
        turns = self._turns(begin, stop)
        if turns:
            return self._answer_in_turn(label, begin, stop, turns, index)
        return begin < stop and self._answer_under(label, begin, stop, index)

    def _reacted(self, first: int, stop: int, index: int) -> bool:
        """Reads "Reaction to the paper: army studying; rebels yes": each party with its answer."""
        words = self.scene.tokens.words
        colon = next((i for i in range(first, min(first + 7, stop)) if words[i] == ":"), None)
        if colon is None or not self.words_of("reaction") & set(words[first:colon]):
            return False
        found = self._turns(colon, stop)
        if not found:
            return False
        label = found[0][1]
        self.label, self.label_segment = label, self.scene.sentences[index].segment
        return self._answer_in_turn(label, label.stop, stop, found[1:], index)

    def _turns(self, first: int, stop: int) -> list[tuple[int, Label]]:
        """Where further parties answer in the same sentence ("Rebels: yes; army: no")."""
        words = self.scene.tokens.words
        found: list[tuple[int, Label]] = []
        for at in range(first + 1, stop - 1):
            if words[at - 1] not in _TURNS:
                continue
            label = self._label_of(at, min(at + TURN_WORDS, stop), -2)
            if label is not None and label.stop < stop:
                found.append((at, label))
        return found

    def _answer_in_turn(
        self, label: Label, first: int, stop: int, turns: Sequence[tuple[int, Label]], index: int
    ) -> bool:
        """Writes down the answers of several parties in one sentence, each up to the next."""
        ends = [at for at, _ in turns] + [stop]
        done = first < ends[0] and self._answer_under(label, first, ends[0], index)
        for (_, after), end in zip(turns, ends[1:], strict=True):
            if after.stop < end:
                self.label = after
                done = self._answer_under(after, after.stop, end, index) or done
        return done

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
            return self._dashed_label(first, stop) or self._bare_label(first, stop)
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
        doers = self._expand([doer_of(actors[0])])
        speaker = speaker_of(actors[-1])
        return Label(
            doers=tuple(doers), speaker=speaker, stop=colon + 1, topic=topic, bracketed=bracketed
        )

    def _dashed_label(self, first: int, stop: int) -> Label | None:
        """A party's name before a dash and a short answer ("Rebels – agreed")."""
        words = self.scene.tokens.words
        dash = next(
            (i for i in range(first + 1, min(first + LABEL_REACH, stop)) if words[i] in _DASHES),
            None,
        )
        if dash is None or dash + 1 >= stop or self._reply(dash + 1, stop) is None:
            return None
        return self._party_label(first, dash, bracketed=False)

    def _bare_label(self, first: int, stop: int) -> Label | None:
        """A party's name right before its "yes" or "no" ("Rebels yes."), as notes have it."""
        words = self.scene.tokens.words
        if words[first : first + 1] == ["both"] and self._replies_at(first + 1):
            return Label(doers=self._both(), speaker=REPORT, stop=first + 1)
        actor = next(iter(self.scene.cast.between(first, min(first + 2, stop))), None)
        if actor is None or self._roleless(actor.role) or actor.stop >= stop:
            return None
        if not self._replies_at(actor.stop):
            return None
        speaker = speaker_of(actor)
        doers = self._expand([doer_of(actor)])
        return Label(doers=tuple(doers), speaker=speaker, stop=actor.stop)

    def _both(self) -> tuple[Doer, ...]:
        return tuple(self._expand([Doer(name="both", role="both")]))

    def _replies_at(self, at: int) -> bool:
        """Whether "yes", "no" or an answer without a verb stands right after a name."""
        words = self.scene.tokens.words[at : at + 1]
        return bool(words) and words[0] in self.words_of("bare_reply")

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
        numbered = self._by_number(label, first, stop)
        if numbered is not None:
            return self._write(label, *numbered, first, index)
        fronted = self._fronted_reply(first, stop)
        if fronted is not None:
            return self._write(label, *fronted, first, index)
        reply = self._reply(first, stop)
        if reply is None:
            return False
        targets = self._named(*label.topic) if label.topic else self._put_last(label)
        return self._write(label, targets, reply, first, index)

    def _subjects(self, act: Act, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """Who does what a sentence under a label tells: its speaker, where no other subject is named."""
        label = self.label
        at = act.start
        segment = self.scene.sentences[self.scene.sentence_at(self.scene.tokens.starts[at])].segment
        if label is None or segment != self.label_segment or act.entry.data.get("passive"):
            return super()._subjects(act, first, earlier)
        begin = max(label.stop, first)
        words = self.scene.tokens.words
        passed = (
            self.words_of("adverb")
            | self.words_of("modal_verb")
            | self.words_of("speaking_for_itself")
        )
        while at > begin and words[at - 1] in passed:
            at -= 1
        alone = at == begin or (
            words[at - 1] == "and" and words[begin] not in self.words_of("speaking_for_itself")
        )
        if begin <= act.start and alone and label.doers:
            return list(label.doers)
        return super()._subjects(act, first, earlier)

    def _passive_answer(self, first: int, stop: int, index: int) -> bool:
        """Reads "Granted by the mayor.", "No answer from either.": who answers stands after the answer."""
        reply = self._reply(first, stop)
        words = self.scene.tokens.words
        if reply is None or reply.stop >= stop or words[reply.stop] not in {"by", "from", ":"}:
            return False
        low = reply.stop + 1
        if words[reply.stop] == ":" and not self._only_parties(low, stop):
            return False
        doers: list[Doer] = []
        if words[low : low + 1] in (["either"], ["both"]):
            doers = self._expand([Doer(name="both", role="both")])
        for actor in self.scene.cast.between(low, min(low + 3, stop))[:1]:
            doers = doers or self._expand([doer_of(actor)])
        span = self.scene.tokens.span(first, max(reply.end, first + 1))
        done = [
            self._reply_to(doer, self._not_own(doer), reply, span, index)
            for doer in doers
            if doer.role
        ]
        return any(done)

    def _only_parties(self, first: int, stop: int) -> bool:
        """Whether words only name parties ("Agreed: army, rebels.")."""
        actors = self.scene.cast.between(first, stop)
        covered = {at for actor in actors for at in range(actor.first, actor.stop)}
        plain = {",", "and", ".", ";", "the"}
        words = self.scene.tokens.words
        return bool(actors) and all(
            at in covered or words[at] in plain for at in range(first, stop)
        )

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

    def _by_number(self, label: Label, first: int, stop: int) -> tuple[list[Target], Reply] | None:
        """Reads "(2) yes": the answer to an item of somebody else's list by its number."""
        words = self.scene.tokens.words
        if not words[first].isdigit() or words[first + 1 : first + 2] not in ([")"], ["."], [":"]):
            return None
        names = {doer.name for doer in label.doers}
        reply = self._reply(first + 2, stop)
        for package in reversed(self.story.shelf.recent):
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

    def _goes_on_below(self, index: int) -> Package | None:
        """The package whose next item stands below the answers to the one before it."""
        segment = self.scene.sentences[index].segment
        held = self.clause_of
        thread = (self.scene.blocks[segment].marker or "").endswith("/")
        if held is None or thread or not 1 < segment - held[1] <= ANSWERS_BELOW:
            return None
        if held[0] not in self.story.shelf.packages:
            return None
        between = range(held[1] + 1, segment)
        return held[0] if all(self._labels_block(at) for at in between) else None

    def _answered_below(self, index: int) -> Package | None:
        """The paper of an item below which parties answer under their names: it is under discussion."""
        segment = self.scene.sentences[index].segment
        blocks = self.scene.blocks
        first, stop = self.scene.tokens.bounds(self.scene.sentences[index].span)
        thread = (blocks[segment].marker or "").endswith("/")
        if thread or self.scene.tokens.text[blocks[segment].span.end - 1] not in ".;])":
            return None  # a post of a thread, or the mere title of a matter
        inside = any(self._answers_in(at + 1, stop) for at in self._brackets(first, stop))
        below = segment + 1 < len(blocks) and self._block_answers(segment + 1)
        if stop - first <= CLAUSE_LEAST or not self._is_plain(index) or not (inside or below):
            return None
        if self.discussed is None:
            self.discussed = self._new("paper", "text", self.scene.sentences[index].span, index)
        return self.discussed

    def _block_answers(self, segment: int) -> bool:
        """Whether a block is a party's answer, or the line with the name of who answers below it."""
        first, stop = self.scene.tokens.bounds(self.scene.blocks[segment].span)
        if self._speaker_alone(segment) is not None:
            return True
        if not self._labels_block(segment):
            return False
        reply = self._reply(first, stop)
        words = self.scene.tokens.words
        if reply is not None and reply.stop < stop and words[reply.stop] == ":":
            end = next((i for i in range(reply.stop, stop) if words[i] in {".", ";"}), stop)
            return self._only_parties(reply.stop + 1, end)
        colon = next((i for i in range(first, min(first + 7, stop)) if words[i] == ":"), first)
        reaction = bool(self.words_of("reaction") & set(words[first:colon]))
        return self._answers_in(colon + 1 if reaction else first, stop)

    def _answers_in(self, first: int, stop: int) -> bool:
        """Whether words begin with a party's name and its short answer."""
        label = self._label_of(first, stop, -2)
        if label is None:
            return False
        words = self.scene.tokens.words
        end = next((i for i in range(label.stop, stop) if words[i] in _SENTENCE_ENDS), stop)
        return self._reply(*self._unwrapped(label.stop, end)) is not None

    def _brackets(self, first: int, stop: int) -> list[int]:
        """Where brackets open between two words."""
        words = self.scene.tokens.words
        return [at for at in range(first + 1, stop - 2) if words[at] in {"[", "("}][:BRACKETS]

    def _labels_block(self, segment: int) -> bool:
        """Whether a paragraph begins with a name before a colon."""
        block = self.scene.blocks[segment]
        first, stop = self.scene.tokens.bounds(block.span)
        words = self.scene.tokens.words[first : min(first + LABEL_REACH, stop)]
        below = segment > 0 and self._speaker_alone(segment - 1) is not None
        labelled = block.kind is not Block.ITEM and bool(_LABEL_ENDS & set(words))
        return below or labelled or self._speaker_alone(segment) is not None

    def _speaker_alone(self, segment: int) -> Actor | None:
        """The party that is all of a line which comes twice: whoever speaks below it."""
        block = self.scene.blocks[segment]
        if block.kind is not Block.HEADING or block.cells:
            return None
        if self.alone is None:
            text = self.scene.tokens.text
            heads = Counter(b.span.text(text) for b in self.scene.blocks if b.kind is Block.HEADING)
            self.alone = frozenset(one for one, often in heads.items() if often > 1)
        if block.span.text(self.scene.tokens.text) not in self.alone:
            return None
        first, stop = self.scene.tokens.bounds(block.span)
        actor = next(iter(self.scene.cast.between(first, stop)), None)
        whole = actor is not None and actor.first == first and actor.stop == stop
        return actor if actor and whole and not self._roleless(actor.role) else None

    def _names_speaker(self, index: int) -> bool:
        """Reads a line that is nothing but a party's name: what stands below it is its answer."""
        segment = self.scene.sentences[index].segment
        actor = self._speaker_alone(segment)
        if actor is None:
            return False
        speaker = speaker_of(actor)
        doers = tuple(self._expand([doer_of(actor)]))
        self.label = Label(doers=doers, speaker=speaker, stop=0)
        self.label_segment = segment + 1
        return True

    def _bracketed_answers(self, index: int) -> None:
        """Reads answers in brackets within a clause: "The road opens [Army: yes; rebels: no]."."""
        first, stop = self.scene.tokens.bounds(self.scene.sentences[index].span)
        words = self.scene.tokens.words
        held = self.label, self.label_segment
        for at in self._brackets(first, stop):
            end = next((i for i in range(at, stop) if words[i] in {"]", ")"}), stop)
            label = self._label_of(at + 1, end, -2)
            if label is None or label.stop >= end or not self.matter:
                continue
            turns = self._turns(label.stop, end)
            self._answer_in_turn(label, label.stop, end, turns, index)
        self.label, self.label_segment = held

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
        return self._reply_to(doer_of(actors[0]), self.matter, reply, span, index)

    # --- the matter ----------------------------------------------------------------------------

    def _keep_matter(self, index: int) -> None:
        """What a sentence has put forward is the matter of the answers after it."""
        segment = self.scene.sentences[index].segment
        found = [
            Target(package, item)
            for package in self.story.shelf.recent
            for item in package.items[-ITEMS_BACK:]
            if item.sentence == index and package.noun != "condition" and not item.named
        ]
        topic = self.flow.topic
        if not found and topic and self.flow.topic_at == index and not topic.package.told:
            found = [topic]
        if found:
            held = self.matter if segment == self.matter_segment else []
            self.matter = [*(t for t in held[-ITEMS_BACK:] if t not in found), *found]
            self.matter_segment = segment
            first, stop = self._bounds(index)
            clause = self.scene.blocks[segment].kind is Block.ITEM and stop - first > CLAUSE_LEAST
            if clause and segment != self.label_segment:
                self.clause_of = found[-1].package, segment
        elif segment not in {self.matter_segment, self.label_segment}:
            self.matter = []
