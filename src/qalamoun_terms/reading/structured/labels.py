"""Names of parties before what they say: "Army: yes", "Rebels – agreed", a line that is only a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from attrs import evolve, frozen

from qalamoun_terms.reading.structured.matters import MatterReader
from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.both_sides import BothSides
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.exchange import Label
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.doers import Doer, as_doer, doer_of
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.speakers import REPORT, speaker_of

HEAD_WORDS = 14  # words before the colon that ends a label
LABEL_REACH = 7  # words of a line among which the colon after its party stands
BRACKETS = 8  # brackets of a sentence that are looked into
TURN_WORDS = 8  # words of a party's name before its answer, within a sentence
_TURNS = frozenset({";", ".", ",", "/", "]", "|", ":"})
_SENTENCE_ENDS = frozenset({".", ";", "]", ")"})
_DASHES = frozenset({"-", "–", "—"})
_LABEL_ENDS = _DASHES | {":"}
_BRACKETS = frozenset({"[", "("})
_COLONS = frozenset({":", ">"})
_OPENERS = frozenset({"[", "(", '"', "“", "-", "–", "—", "*", "•"})


@frozen(slots=False)  # slots slow a class that has cached properties
class LabelFinder:
    """Finds whose words follow a name, and which blocks are answers under names."""

    scene: Scene
    desk: Desk
    both_sides: BothSides
    matters: MatterReader

    def label_of(self, first: int, stop: int, segment: int) -> Label | None:
        """The label that a line opens with: before a colon or a dash, or a name alone.

        Args:
            first: the first word.
            stop: the word after the last.
            segment: the block.
        """
        words = self.scene.tokens.words
        bracketed = first < stop and words[first] in {"[", "("}
        while first < stop and words[first] in _OPENERS:
            first += 1
        colon = self.scene.tokens.first_of(_COLONS, first, min(first + HEAD_WORDS, stop))
        if colon is None or colon == first:
            return self._dashed_label(first, stop) or self._bare_label(first, stop)
        if words[first] in self.scene.words_of("topic_link"):
            again = (
                segment == self.desk.exchange.label_segment and self.desk.exchange.label is not None
            )
            if again and self.desk.exchange.label:
                return evolve(self.desk.exchange.label, topic=(first + 1, colon), stop=colon + 1)
            return None
        return self._party_label(first, colon, bracketed=bracketed)

    def _party_label(self, first: int, colon: int, *, bracketed: bool) -> Label | None:
        """A label that names a party, and perhaps what it speaks about."""
        words = self.scene.tokens.words
        actors = [a for a in self.scene.company.between(first, colon) if not self._roleless(a.role)]
        if not actors:
            return self._person_label(first, colon, bracketed=bracketed)
        after = actors[-1].stop
        while after < colon and words[after] in self.scene.words_of("label_word"):
            after += 1
        topic = None
        if after < colon - 1 and words[after] in self.scene.words_of("topic_link"):
            topic = (after + 1, colon)
        covered = {at for actor in actors for at in range(actor.first, actor.stop)}
        covered |= set(range(*topic)) if topic else set()
        known = self.scene.lexicon.any_of("label_word", "function_word")
        if any(
            words[at] not in known
            for at in range(first, colon)
            if at not in covered and words[at][0].isalnum() and not self.scene.tokens.capital(at)
        ):
            return None
        doers = self.both_sides.expand([doer_of(actors[0])])
        speaker = speaker_of(actors[-1])
        return Label(
            doers=tuple(doers), speaker=speaker, stop=colon + 1, topic=topic, bracketed=bracketed
        )

    def _dashed_label(self, first: int, stop: int) -> Label | None:
        """A party's name before a dash and a short answer ("Rebels – agreed")."""
        dash = self.scene.tokens.first_of(_DASHES, first + 1, min(first + LABEL_REACH, stop))
        if dash is None or dash + 1 >= stop or self.matters.reply(dash + 1, stop) is None:
            return None
        return self._party_label(first, dash, bracketed=False)

    def _bare_label(self, first: int, stop: int) -> Label | None:
        """A party's name right before its "yes" or "no" ("Rebels yes."), as notes have it."""
        words = self.scene.tokens.words
        if words[first : first + 1] == ["both"] and self._replies_at(first + 1):
            return Label(doers=self._both(), speaker=REPORT, stop=first + 1)
        actor = next(iter(self.scene.company.between(first, min(first + 2, stop))), None)
        if actor is None or self._roleless(actor.role) or actor.stop >= stop:
            return None
        if not self._replies_at(actor.stop):
            return None
        speaker = speaker_of(actor)
        doers = self.both_sides.expand([doer_of(actor)])
        return Label(doers=tuple(doers), speaker=speaker, stop=actor.stop)

    def _both(self) -> tuple[Doer, ...]:
        return tuple(self.both_sides.expand([Doer(name="both", role="both")]))

    def _replies_at(self, at: int) -> bool:
        """Whether "yes", "no" or an answer without a verb stands right after a name."""
        words = self.scene.tokens.words[at : at + 1]
        return bool(words) and words[0] in self.scene.words_of("bare_reply")

    def _roleless(self, role: str) -> bool:
        return role in {"", "other"}

    def _person_label(self, first: int, colon: int, *, bracketed: bool) -> Label | None:
        """A label that is the name of a person whose party is known."""
        known = self.scene.company.persons.get(self.scene.tokens.words[colon - 1])
        doers = as_doer(known) if known and colon - first <= 4 else []
        if not doers or known is None:
            return None
        return Label(doers=tuple(doers), speaker=known, stop=colon + 1, bracketed=bracketed)

    def turns(self, first: int, stop: int) -> list[tuple[int, Label]]:
        """Where further parties answer in the same sentence ("Rebels: yes; army: no").

        Args:
            first: the first word.
            stop: the word after the last.
        """
        words = self.scene.tokens.words
        found: list[tuple[int, Label]] = []
        for at in range(first + 1, stop - 1):
            if words[at - 1] not in _TURNS:
                continue
            label = self.label_of(at, min(at + TURN_WORDS, stop), -2)
            if label is not None and label.stop < stop:
                found.append((at, label))
        return found

    def labelled_by(self, first: int, stop: int, segment: int) -> Label | None:
        """The label of a sentence, or that of its block which carries on.

        Args:
            first: the first word.
            stop: the word after the last.
            segment: the block.
        """
        found = self.label_of(first, stop, segment)
        if (
            found is None
            and segment == self.desk.exchange.label_segment
            and self.desk.exchange.label is not None
        ):
            return evolve(self.desk.exchange.label, topic=None)
        return found

    def unwrapped(self, first: int, stop: int) -> tuple[int, int]:
        """The words of an answer without the brackets and quotation marks around it.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        words = self.scene.tokens.words
        while first < stop and words[first] in _OPENERS:
            first += 1
        while stop > first and words[stop - 1] in {"]", ")", '"', "”"}:
            stop -= 1
        return first, stop

    def brackets(self, first: int, stop: int) -> Sequence[int]:
        """Where brackets open between two words.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        return self.scene.tokens.places_of(_BRACKETS, first + 1, stop - 2)[:BRACKETS]

    def only_parties(self, first: int, stop: int) -> bool:
        """Whether words only name parties ("Agreed: army, rebels.").

        Args:
            first: the first word.
            stop: the word after the last.
        """
        actors = self.scene.company.between(first, stop)
        covered = {at for actor in actors for at in range(actor.first, actor.stop)}
        plain = {",", "and", ".", ";", "the"}
        words = self.scene.tokens.words
        return bool(actors) and all(
            at in covered or words[at] in plain for at in range(first, stop)
        )

    def answers_in(self, first: int, stop: int) -> bool:
        """Whether words begin with a party's name and its short answer.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        label = self.label_of(first, stop, -2)
        if label is None:
            return False
        words = self.scene.tokens.words
        end = next((i for i in range(label.stop, stop) if words[i] in _SENTENCE_ENDS), stop)
        return self.matters.reply(*self.unwrapped(label.stop, end)) is not None

    def block_answers(self, segment: int) -> bool:
        """Whether a block is a party's answer, or the line with the name of who answers below it.

        Args:
            segment: the block.
        """
        first, stop = self.scene.tokens.bounds(self.scene.blocks[segment].span)
        if self.speaker_alone(segment) is not None:
            return True
        if not self.labels_block(segment):
            return False
        reply = self.matters.reply(first, stop)
        words = self.scene.tokens.words
        if reply is not None and reply.stop < stop and words[reply.stop] == ":":
            end = next((i for i in range(reply.stop, stop) if words[i] in {".", ";"}), stop)
            return self.only_parties(reply.stop + 1, end)
        colon = next((i for i in range(first, min(first + 7, stop)) if words[i] == ":"), first)
        reaction = bool(self.scene.words_of("reaction") & set(words[first:colon]))
        return self.answers_in(colon + 1 if reaction else first, stop)

    def labels_block(self, segment: int) -> bool:
        """Whether a paragraph begins with a name before a colon.

        Args:
            segment: the block.
        """
        block = self.scene.blocks[segment]
        first, stop = self.scene.tokens.bounds(block.span)
        words = self.scene.tokens.words[first : min(first + LABEL_REACH, stop)]
        below = segment > 0 and self.speaker_alone(segment - 1) is not None
        labelled = block.kind is not Block.ITEM and bool(_LABEL_ENDS & set(words))
        return below or labelled or self.speaker_alone(segment) is not None

    def speaker_alone(self, segment: int) -> Actor | None:
        """The party that is all of a line which comes twice: whoever speaks below it.

        Args:
            segment: the block.
        """
        block = self.scene.blocks[segment]
        if block.kind is not Block.HEADING or block.cells:
            return None
        if block.span.text(self.scene.tokens.text) not in self._repeated_heads:
            return None
        first, stop = self.scene.tokens.bounds(block.span)
        actor = next(iter(self.scene.company.between(first, stop)), None)
        whole = actor is not None and actor.first == first and actor.stop == stop
        return actor if actor and whole and not self._roleless(actor.role) else None

    @cached_property
    def _repeated_heads(self) -> frozenset[str]:
        """The headings that come more than once."""
        text = self.scene.tokens.text
        heads = Counter(b.span.text(text) for b in self.scene.blocks if b.kind is Block.HEADING)
        return frozenset(one for one, often in heads.items() if often > 1)
