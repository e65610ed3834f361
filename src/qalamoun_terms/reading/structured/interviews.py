"""Reads interviews: a question names a proposal or asks for an answer, and what follows gives it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from qalamoun_terms.reading.structured.counted import FOUGHT
from qalamoun_terms.reading.structured.labelled import LabelReader
from qalamoun_terms.reading.structured.labels import LabelFinder
from qalamoun_terms.reading.told.acts import PUTTING
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.exchange import Label
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.told.verbs import VerbReader
from qalamoun_terms.reading.who.doers import Doer, as_doer, doer_of
from qalamoun_terms.reading.who.interviewees import find_answers
from qalamoun_terms.reading.who.sides import SIDES

ABOUT_WORDS = 8  # words of a question that only names a matter


@frozen(slots=False)  # slots slow a class that has cached properties
class InterviewReader:
    """Reads questions with the answers that follow them."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    verbs: VerbReader
    contents: ContentReader
    labels: LabelFinder
    labelled: LabelReader

    def _answer_of(self, segment: int) -> int | None:
        """The block that answers the question in a block."""
        return self._answer_blocks.get(segment, self._answered_by_name(segment))

    @cached_property
    def _answer_blocks(self) -> Mapping[int, int]:
        """The blocks that answer others, by the questions of an interview."""
        places = {block.span.start: at for at, block in enumerate(self.scene.blocks)}
        found = find_answers(self.scene.tokens, self.scene.blocks, self.scene.lexicon)
        return {places[asked.span.start]: places[told.span.start] for asked, told in found}

    def _answered_by_name(self, segment: int) -> int | None:
        """The block below a question that begins with the name of a party, where the question does not."""
        blocks = self.scene.blocks
        if (
            segment + 1 >= len(blocks)
            or self.scene.tokens.text[blocks[segment].span.end - 1] != "?"
        ):
            return None
        named = [
            self.labels.label_of(*self.scene.tokens.bounds(block.span), -2)
            for block in blocks[segment : segment + 2]
        ]
        return segment + 1 if named[0] is None and named[1] is not None else None

    def questions(self, index: int) -> bool:
        """Reads a question: what it asks for is put forward in the answer, or answered there.

        Args:
            index: the sentence.
        """
        sentence = self.scene.sentences[index]
        answer = self._answer_of(sentence.segment)
        if answer is None or not self.desk.bearings.is_fought(FOUGHT):
            return False
        asks = self.scene.tokens.text[sentence.span.end - 1] == "?"
        package = self._asked_for(index) if asks else None
        if package is not None:
            self.desk.exchange.asked[answer] = package
            return True
        self._asked_about(index)
        doers = self._asked_of(index, answer)
        if doers:
            speaker = self.scene.company.speaker(self.scene.tokens.at(self._start_of(answer)))
            self.desk.exchange.label = Label(doers=tuple(doers), speaker=speaker, stop=0)
            self.desk.exchange.label_segment = answer
        return False

    def _asked_about(self, index: int) -> None:
        """Reads "And the prisoners?": what a short question names is the matter of its answer."""
        first, stop = self.scene.bounds(index)
        if stop - first > ABOUT_WORDS or self.verbs.acts(index):
            return
        targets = self.labelled.named(first, stop)
        if targets:
            self.desk.exchange.matter = targets
            self.desk.exchange.matter_segment = self.scene.sentences[index].segment
            self.desk.flow.topic, self.desk.flow.topic_at = targets[0], index

    def _start_of(self, segment: int) -> int:
        span = self.scene.blocks[segment].span
        voiced = [v for v in self.scene.company.voices if span.covers(v.span) and v.verb == ":"]
        return voiced[0].span.start if voiced else span.start

    def _asked_for(self, index: int) -> Package | None:
        """Reads "What did the army ask for?", "What was in their paper?": a package to be told."""
        first, _ = self.scene.bounds(index)
        words = self.scene.tokens.words
        if not {"what", "which"} & set(words[first : first + 3]):
            return None
        acts = [a for a in self._asking(index) if a[0] in PUTTING]
        doers = self._asked_of(index, self._answer_of(self.scene.sentences[index].segment) or 0)
        if acts and doers:
            return self._asked_package(acts[0][0], doers, index)
        owned = [p for p in self.scene.phrases(index) if p.owner and p.sort in {"paper", "demand"}]
        return self.resolver.package(owned[0], index) if owned else None

    def _asking(self, index: int) -> list[tuple[str, int]]:
        """The words of putting forward in a question, which have "did" and no object."""
        first, stop = self.scene.bounds(index)
        found: list[tuple[str, int]] = []
        for at in range(first, stop):
            if self.scene.tokens.words[at] in self.scene.words_of("asked_offer"):
                found.append(("propose", at))
            elif self.scene.tokens.words[at] in self.scene.words_of("asked_demand"):
                found.append(("demand", at))
        return found

    def _asked_package(self, act: str, doers: list[Doer], index: int) -> Package:
        """A package that a question asks for and its answer gives, said by who answers."""
        sort = "paper" if act == "propose" else "demand"
        span = self.scene.content(index)
        package = self.desk.new(sort, sort, span, index, by=doers[0])
        stance = "proposed" if sort == "paper" else "demanded"
        at = self.scene.tokens.at(span.start)
        answer = self._answer_of(self.scene.sentences[index].segment) or 0
        for doer in doers:
            note = self.desk.note(doer, Target(package), stance, span, at)
            if note is not None:
                told = self.scene.tokens.at(self._start_of(answer))
                note.speaker = self.scene.company.speaker(told)
        return package

    def _asked_of(self, index: int, answer: int) -> list[Doer]:
        """Whose answer a question asks for: the party that it names, or who is asked."""
        first, stop = self.scene.bounds(index)
        named = [actor for actor in self.scene.company.between(first, stop) if actor.role in SIDES]
        words = set(self.scene.tokens.words[first:stop])
        if named and words & {"what", "how", "which"} and not words & {"you", "your"}:
            return [doer_of(named[0])]
        return as_doer(self.scene.company.speaker(self.scene.tokens.at(self._start_of(answer))))

    def answers_question(self, index: int) -> bool:
        """A sentence of the answer that gives what the question asked for.

        Args:
            index: the sentence.
        """
        sentence = self.scene.sentences[index]
        package = self.desk.exchange.asked.get(sentence.segment)
        if package is None:
            return False
        span = self.scene.content(index)
        mentions = self.desk.untold(self.scene.bare_stated(span))
        told = any(act.act == "stance" for act in self.verbs.acts(index))
        if told or not mentions:
            return False
        self.contents.gather(package, span, index, bare=True)
        self.labelled.keep_matter(index)
        return True
