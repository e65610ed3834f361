"""Reads what parties put forward under their names, in minutes, transcripts and bracketed wordings."""

from __future__ import annotations

from attrs import define, field

from qalamoun_terms.reading.frames import Span
from qalamoun_terms.reading.labelled import Label, LabelReader
from qalamoun_terms.reading.packages import Package
from qalamoun_terms.reading.targets import Target

MATRIX_BACK = 5  # blocks above a line in which the matter of a table of positions stands
LEAST = 4  # words of something put forward that fits no kind
LABELLED = 2000  # sentences among which labels are counted


@define
class SpokenReader(LabelReader):
    """Reads statements under a party's name that are no short answers: they are its own terms."""

    wordings: dict[str, Package] = field(factory=dict)
    several: bool | None = None

    def _answers(self, index: int) -> bool:
        """Reads a sentence under a label: a short answer, or terms of the party's own."""
        return super()._answers(index) or self._speaks_for_itself(index)

    def _speaks_for_itself(self, index: int) -> bool:
        """Whether a sentence states terms that the party of its label puts forward."""
        segment = self.scene.sentences[index].segment
        label = self.label
        if label is None or segment != self.label_segment or len(label.doers) != 1:
            return False
        first, stop = self.scene.tokens.bounds(self.scene.sentences[index].span)
        first, stop = self._unwrapped(max(first, label.stop), stop)
        if first >= stop or self.scene.tokens.words[stop - 1] == "?" or self._told_by(index):
            return False
        if not label.bracketed and self._in_matrix(segment):
            return self._positioned(index)
        if not label.bracketed and not self._several_speak():
            return False
        scope = self.scene.tokens.span(first, stop)
        stated = any(not self._taken(mention) for mention in self.scene.bare_terms(scope))
        if not stated and not (stop - first >= LEAST and self._answered_next(label, index)):
            return False
        return self._own_terms(label, scope, index)

    def _positioned(self, index: int) -> bool:
        """A line under the name of a matter is a position of its party, and the matter of what follows."""
        done = self._tabled(index, self._acts(index))
        if done:
            self._keep_matter(index)
        return done

    def _answered_next(self, label: Label, index: int) -> bool:
        """Whether another party answers in the next sentence: then something was put forward."""
        sentences = self.scene.sentences
        if index + 1 >= len(sentences) or sentences[index + 1].segment != sentences[index].segment:
            return False
        first, stop = self.scene.tokens.bounds(sentences[index + 1].span)
        after = self._label_of(first, stop, -2)
        if after is None or after.doers == label.doers:
            return False
        return self._reply(*self._unwrapped(after.stop, stop)) is not None

    def _told_by(self, index: int) -> bool:
        """Whether a sentence tells of acts, or of what has been: then it puts nothing forward."""
        acts = {act.act for act in self._acts(index)}
        telling = acts & {"stance", "propose", "demand", "deal"}
        first, _ = self._bounds(index)
        opening = set(self.scene.tokens.words[first : first + 4])
        if opening & self.words_of("matter_head") and opening & {"is", "was"}:
            return True  # "The first question is the prisoners." only says what comes
        return bool(telling) or not self._states(index, strict=False)

    def _own_terms(self, label: Label, scope: Span, index: int) -> bool:
        doer = label.doers[0]
        asks = self._infinite(scope) and doer.role != "mediator"
        known = self.wordings.get(doer.name) if label.bracketed else None
        package = known or self._new(
            "demand" if asks else "paper",
            "wording" if label.bracketed else "terms",
            scope,
            index,
            owner=doer.actor,
            role=doer.role,
        )
        self._put(package, scope, index)
        if label.bracketed:
            self.wordings[doer.name] = package
        stance = "demanded" if asks else "proposed"
        self._note(doer, Target(package), stance, scope, self.scene.tokens.at(scope.start))
        self._keep_matter(index)
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
            if words and words[0] in self.words_of("matter_head") and ":" in words:
                return True
        return False

    def _several_speak(self) -> bool:
        """Whether parties of two sides at least have lines of their own."""
        if self.several is None:
            roles: set[str] = set()
            for sentence in self.scene.sentences[:LABELLED]:
                label = self._label_of(*self.scene.tokens.bounds(sentence.span), -2)
                roles |= {doer.role for doer in label.doers} if label else set()
            self.several = len(roles - {"civilian"}) >= 2
        return self.several
