"""Reads what parties put forward under their names, in minutes, transcripts and bracketed wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from attrs import field, frozen

from qalamoun_terms.reading.structured.labelled import LabelReader
from qalamoun_terms.reading.structured.labels import LabelFinder
from qalamoun_terms.reading.structured.matters import MatterReader
from qalamoun_terms.reading.text.frames import Block, Span
from qalamoun_terms.reading.told.acts import DEALING, Act
from qalamoun_terms.reading.told.carrying import CarryReader
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.exchange import Label
from qalamoun_terms.reading.told.moods import Moods
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.told.verbs import VerbReader
from qalamoun_terms.reading.who.sides import CHALLENGING

MATRIX_BACK = 5  # blocks above a line in which the matter of a table of positions stands
TITLE_WORDS = 12  # words of the title of a matter, at most
LEAST = 4  # words of something put forward that fits no kind
LABELLED = 2000  # sentences among which labels are counted


@frozen(slots=False)  # slots slow a class that has cached properties
class SpokenReader:
    """Reads statements under a party's name that are no short answers: they are its own terms."""

    scene: Scene
    desk: Desk
    verbs: VerbReader
    contents: ContentReader
    moods: Moods
    carried: CarryReader
    matters: MatterReader
    labels: LabelFinder
    labelled: LabelReader
    _wordings: dict[str, Package] = field(factory=dict, init=False)
    _positions: dict[str, Package] = field(factory=dict, init=False)

    def speaks_for_itself(self, index: int) -> bool:
        """Whether a sentence states terms that the party of its label puts forward.

        Args:
            index: the sentence.
        """
        segment = self.scene.sentences[index].segment
        label = self.desk.exchange.label
        if label is None or segment != self.desk.exchange.label_segment or len(label.doers) != 1:
            return False
        if self.scene.blocks[segment].kind is Block.HEADING:
            return False
        first, stop = self.scene.tokens.bounds(self.scene.sentences[index].span)
        first, stop = self.labels.unwrapped(max(first, label.stop), stop)
        if first >= stop or self.scene.tokens.words[stop - 1] == "?" or self._told_by(index):
            return False
        scope = self.scene.tokens.span(first, stop)
        return self._presents(label, scope, index) or self._puts_forward(label, scope, index)

    def _puts_forward(self, label: Label, scope: Span, index: int) -> bool:
        """Reads what a party says as a position on a matter, or as terms of its own."""
        segment = self.scene.sentences[index].segment
        if not label.bracketed and self._title_above(segment) is not None:
            return self._own_position(label, scope, index)
        if not label.bracketed and self._in_matrix(segment):
            return self._positioned(index)
        if not label.bracketed and not self._several_speak:
            return False
        first, stop = self.scene.tokens.bounds(scope)
        stated = bool(self.desk.untold(self.scene.bare_stated(scope)))
        if not stated and not (stop - first >= LEAST and self._answered_next(label, index)):
            return False
        return self._own_terms(label, scope, index)

    def _title_above(self, segment: int) -> str | None:
        """The short title of a matter above lines of parties ("Point 3, the checkpoint")."""
        blocks = self.scene.blocks
        at = segment - 1
        while at > max(0, segment - MATRIX_BACK) and self.labels.labels_block(at):
            at -= 1
        return blocks[at].span.text(self.scene.tokens.text) if at in self._titles else None

    @cached_property
    def _titles(self) -> frozenset[int]:
        """The short titles of matters above lines of two parties, where the text has several such."""
        found = [at for at in range(1, len(self.scene.blocks) - 2) if self._heads_two(at)]
        return frozenset(found if len(found) > 1 else ())

    def _heads_two(self, segment: int) -> bool:
        """Whether a block is the title of a matter above lines of two parties."""
        below = (segment + 1, segment + 2)
        return self._is_matter(segment) and all(self.labels.labels_block(at) for at in below)

    def _is_matter(self, segment: int) -> bool:
        """Whether a block is a few words that no mark closes, and no line of a party."""
        block = self.scene.blocks[segment]
        first, stop = self.scene.tokens.bounds(block.span)
        short = stop - first <= TITLE_WORDS and ":" not in self.scene.tokens.words[first:stop]
        closed = self.scene.tokens.text[block.span.end - 1] in ".;:"
        return block.kind in {Block.HEADING, Block.ITEM} and short and not closed

    def _own_position(self, label: Label, scope: Span, index: int) -> bool:
        """What a party says below the title of a matter is its own position on it."""
        doer = label.doers[0]
        package = self._positions.get(doer.name)
        fresh = package is None
        if package is None:
            package = self.desk.new("paper", "positions", scope, index, by=doer)
        held = self.desk.exchange.matter
        self.desk.flow.heading = self._title_above(self.desk.exchange.label_segment)
        if not self.matters.put(package, scope, index):
            self.desk.story.shelf.packages.remove(package) if fresh else None
            return False
        self._positions[doer.name] = package
        if fresh:
            stance = "demanded" if doer.role in CHALLENGING else "proposed"
            self.desk.note(doer, Target(package), stance, scope, self.scene.tokens.at(scope.start))
        if any(target.package is not package for target in held):
            self.desk.exchange.matter = held
        self.desk.exchange.matter_segment = self.desk.exchange.label_segment
        return True

    def tabled(self, index: int, acts: Sequence[Act]) -> bool:
        """In a transcript nothing is a position only because it stands after a name.

        Args:
            index: the sentence.
            acts: the acts of the sentence.
        """
        spoken = self.scene.sentences[index].segment == self.desk.exchange.label_segment
        return not (spoken and self._several_speak) and self.carried.is_position(index, acts)

    def _presents(self, label: Label, scope: Span, index: int) -> bool:
        """Whether a label only says who is there: "For the State: Sub-prefect Moussa Traoré"."""
        opening, _ = self.scene.tokens.bounds(self.scene.sentences[index].span)
        first, stop = self.scene.tokens.bounds(scope)
        words = self.scene.tokens.words
        if opening < label.stop and words[opening] in {"for", "in"}:
            return True
        names = [at for at in range(first, stop) if words[at][0].isalnum()]
        plain = self.scene.words_of("function_word")
        return all(self.scene.tokens.capital(at) or words[at] in plain for at in names)

    def _positioned(self, index: int) -> bool:
        """A line under the name of a matter is a position of its party, and the matter of what follows."""
        done = self.carried.is_position(index, self.verbs.acts(index))
        if done:
            self.labelled.keep_matter(index)
        return done

    def _answered_next(self, label: Label, index: int) -> bool:
        """Whether another party answers in the next sentence: then something was put forward."""
        sentences = self.scene.sentences
        if index + 1 >= len(sentences) or sentences[index + 1].segment != sentences[index].segment:
            return False
        first, stop = self.scene.tokens.bounds(sentences[index + 1].span)
        after = self.labels.label_of(first, stop, -2)
        if after is None or after.doers == label.doers:
            return False
        return self.matters.reply(*self.labels.unwrapped(after.stop, stop)) is not None

    def _told_by(self, index: int) -> bool:
        """Whether a sentence tells of acts, or of what has been: then it puts nothing forward."""
        acts = {act.act for act in self.verbs.acts(index)}
        telling = acts & DEALING
        first, _ = self.scene.bounds(index)
        opening = set(self.scene.tokens.words[first : first + 4])
        if opening & self.scene.words_of("matter_head") and opening & {"is", "was"}:
            return True  # "The first question is the prisoners." only says what comes
        return bool(telling) or not self.moods.states(index, strict=False)

    def _own_terms(self, label: Label, scope: Span, index: int) -> bool:
        """Puts what stands under a party's name forward as its wording, its demand or its terms."""
        doer = label.doers[0]
        asks = self._infinite(scope) and doer.role != "mediator"
        known = self._wordings.get(doer.name) if label.bracketed else None
        package = known or self.desk.new(
            "demand" if asks else "paper",
            "wording" if label.bracketed else "terms",
            scope,
            index,
            by=doer,
        )
        if self.contents.enumerates(scope):
            self.contents.enumerate(package, scope, index)
        else:
            self.matters.put(package, scope, index)
        if label.bracketed:
            self._wordings[doer.name] = package
        stance = "demanded" if asks else "proposed"
        self.desk.note(doer, Target(package), stance, scope, self.scene.tokens.at(scope.start))
        self.labelled.keep_matter(index)
        return True

    def _infinite(self, scope: Span) -> bool:
        """Whether what is put forward is to be done ("tax posts to go"), with no verb of its own."""
        first, stop = self.scene.tokens.bounds(scope)
        words = self.scene.tokens.words[first:stop]
        return "to" in words and not {"is", "are", "was", "were"} & set(words)

    def _in_matrix(self, segment: int) -> bool:
        """Whether a line stands under the name of a matter ("Issue: ..."), as in a table."""
        for block in self.scene.blocks[max(0, segment - MATRIX_BACK) : segment]:
            first, stop = self.scene.tokens.bounds(block.span)
            words = self.scene.tokens.words[first : min(first + 3, stop)]
            if words and words[0] in self.scene.words_of("matter_head") and ":" in words:
                return True
        return False

    @cached_property
    def _several_speak(self) -> bool:
        """Whether parties of two sides at least have lines of their own."""
        said: Counter[tuple[str, str]] = Counter()
        for sentence in self.scene.sentences[:LABELLED]:
            if self.scene.blocks[sentence.segment].kind is Block.HEADING:
                continue
            label = self.labels.label_of(*self.scene.tokens.bounds(sentence.span), -2)
            said.update((doer.role, doer.country) for doer in (label.doers if label else ()))
        roles = {role for role, _ in said} - {"civilian"}
        states = [1 for (role, country), number in said.items() if country and number > 1]
        return len(roles) >= 2 or len(states) >= 2
