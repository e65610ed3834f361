"""Breaches told by what was done: "the army shelled the town despite the truce"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.told.desk import NOTES_BACK, Desk
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import AT_TABLE

BREACH_LINK = 3  # words of "in violation of" before the deal that is broken


@frozen
class BreakReader:
    """Reads an attack that a sentence sets against a deal as a breach of it."""

    scene: Scene
    desk: Desk
    resolver: Resolver

    def attacks(self, index: int, phrases: Sequence[PackageNoun]) -> bool:
        """Reads "Despite the truce rebels attacked a post", "..., violating the accord".

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
        """
        first, stop = self.scene.bounds(index)
        broken = next((p for p in phrases if p.sort == "deal" and self._against(p, first)), None)
        if broken is None or not self.desk.bearings.negotiates or self._told_broken(index):
            return False
        doers = self._attackers(first, stop)
        if not doers:
            return False
        target = Target(self._broken(broken, index))
        span = self.scene.tokens.span(first, stop)
        for doer in doers:
            self.desk.note(doer, target, "violated", span, broken.first)
        return True

    def _broken(self, phrase: PackageNoun, index: int) -> Package:
        """The deal that is broken: a truce is no deal on prisoners that was told of before it."""
        package = self.resolver.package(phrase, index)
        calm = phrase.noun in self.scene.words_of("calm") and not package.holds("ceasefire")
        other = calm and package.items and package.noun not in self.scene.words_of("calm")
        return self.resolver.package(phrase, index, fresh=True) if other else package

    def _told_broken(self, index: int) -> bool:
        """Whether a breach was read in a sentence already."""
        sentence = self.scene.sentences[index].span
        notes = self.desk.story.notes[-NOTES_BACK:]
        return any(note.stance == "violated" and sentence.covers(note.span) for note in notes)

    def _against(self, phrase: PackageNoun, first: int) -> bool:
        """Whether something is told as done against a deal."""
        words = self.scene.tokens.words
        before = words[max(first, phrase.first - BREACH_LINK) : phrase.first]
        if before[-1:] and before[-1] in self.scene.words_of("breach_link"):
            return True
        return before[-1:] == ["of"] and bool(self.scene.words_of("breach_noun") & set(before))

    def _attackers(self, first: int, stop: int) -> list[Doer]:
        """Who attacked: the subject of the verb, or who is named after "by"."""
        words, cast = self.scene.tokens.words, self.scene.cast
        at = next(
            (i for i in range(first, stop) if words[i] in self.scene.words_of("attack")), None
        )
        if at is None:
            return []
        passive = at > first and words[at - 1] in self.scene.words_of("be_form")
        noun = at == first or words[at - 1] in self.scene.words_of("actor_determiner")
        if passive or noun:
            by = cast.agent_at(at + 1, stop)
            found = cast.after(by + 1, stop) if by is not None else []
        else:
            found = cast.before(at, first, [])
        return [doer for doer in found if doer.role in AT_TABLE]
