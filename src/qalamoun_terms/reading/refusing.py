"""Refusals told by what a party will not do: "his men would not leave the town"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from qalamoun_terms.reading.acts import Act
from qalamoun_terms.reading.answers import AnswerReader
from qalamoun_terms.reading.frames import Span
from qalamoun_terms.reading.packages import PACKAGES_BACK, PackageNoun, proposer_side
from qalamoun_terms.reading.subjects import Doer
from qalamoun_terms.reading.targets import Target, topical_items
from qalamoun_terms.reading.verbs import PRONOUN_NEAR

SUBJECT_NEAR = 8  # words between who refuses and "will not"
_REFUSERS = frozenset({"state", "opposition"})
_OURS = frozenset({"we", "i", "our", "my"})


@define
class RefuseReader(AnswerReader):
    """Reads what a party says it will not do as a refusal of what others ask of it."""

    def _respond(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Also reads answers that name a deed in place of what is asked."""
        if act.entry.data.get("deed"):
            return self._refuses_deed(act, doers, index)
        return super()._respond(act, doers, phrases, index)

    def _refuses_deed(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Somebody will not do what others ask: a refusal of their term, or of one not yet told."""
        doers = [doer for doer in doers if doer.role in _REFUSERS]
        if (
            not doers
            or act.negated
            or not self._negotiates_much
            or self._is_provided(act.start, index)
        ):
            return False
        held_out = self._held_out_until(act)
        targets = self._asked_before(act, doers)
        stance = "conditional" if held_out else "rejected"
        if held_out and not targets:
            return False  # what it holds out for is a demand of its own
        targets = targets or self._refused_deed(act, index)
        for target in targets:
            self._answer(act, list(doers), target, stance, index)
        return bool(targets) and not held_out

    def _deed(self, act: Act) -> list[Span]:
        """The deed that is refused: with who would do it, and from its verb only."""
        scope = self._scope(act)
        end = scope.end if scope else self.scene.tokens.ends[act.end - 1]
        near = [
            actor.first
            for actor in self.scene.cast.between(act.start - SUBJECT_NEAR, act.start)
            if actor.stop <= act.start
        ]
        words, pronouns = self.scene.tokens.words, self.words_of("nominative")
        low = max(0, act.start - PRONOUN_NEAR)
        meant = [at for at in range(low, act.start) if words[at] in pronouns]
        passed = self.words_of("unwilling")
        verb = next((at for at in range(act.start, act.end) if words[at] not in passed), act.start)
        starts = [*(meant or near)[-1:], verb]
        return [Span(self.scene.tokens.starts[at], end) for at in starts]

    def _held_out_until(self, act: Act) -> bool:
        """Whether the refusal ends with a condition: "will not leave unless (until, before)"."""
        words = self.scene.tokens.words[act.end : act.limit]
        return bool((self.words_of("unless") | {"before"}) & set(words))

    def _asked_before(self, act: Act, doers: Sequence[Doer]) -> list[Target]:
        """The term that another side has put forward and that the deed would carry out."""
        mine = proposer_side(doers[0].role)
        others = [p for p in self.story.shelf.packages[-PACKAGES_BACK:] if p.role != mine]
        return topical_items(self.scene.tokens, act.end - 1, act.limit, others, self.scene.lexicon)

    def _refused_deed(self, act: Act, index: int) -> list[Target]:
        """A refusal of what nobody is yet said to have asked for."""
        for scope in self._deed(act):
            if any(not self._taken(m) for m in self._sure_terms(scope)):
                package = self._new("paper", "terms", scope, index)
                package.status = "rejected"
                self._gather(package, scope, index, bare=True)
                return [Target(package)] if package.items else []
        return []
