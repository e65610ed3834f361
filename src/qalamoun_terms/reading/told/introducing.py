"""Packages that a sentence names with who made them: "the accord signed between A and B"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from qalamoun_terms.reading.told.both_sides import BothSides
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import proposer_side
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import is_side

SUPPOSED_WITHIN = 4  # words before "an agreement" that only suppose it


@frozen
class IntroduceReader:
    """Reads what a noun phrase says of who made its package."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    both_sides: BothSides

    def introduced(self, index: int, phrases: Sequence[PackageNoun]) -> None:
        """Packages that a sentence names with who made them: "the accord signed between A and B".

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
        """
        words = self.scene.tokens.words
        begin = self.scene.bounds(index)[0]
        for named in phrases:
            if named.first < begin:
                continue
            phrase = self._made_by(named, begin)
            opens = phrase.first == begin and phrase.definite and phrase.sort == "paper"
            offered = (
                phrase.created
                and phrase.sort == "deal"
                and "proposed" in words[phrase.stop - 3 : phrase.stop + 1]
            )
            if phrase.sort == "deal" and not offered:
                self._made(phrase, index)
            elif (phrase.created and phrase.sort != "part" and self._maker(phrase)) or (
                opens
                and self.desk.bearings.negotiates_much
                and self.resolver.resolve(phrase) is None
            ):
                self.desk.touch(self.resolver.package(phrase, index), None, index)
        self._typed(index)

    def _typed(self, index: int) -> None:
        """Reads "It was typed by the bureau": who made the package that the text is about."""
        topic = self.desk.flow.topic
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        opening = list(words[first : first + 8])
        if topic is None or index - self.desk.flow.topic_at > 1 or opening[:1] != ["it"]:
            return
        if opening[1:2] not in (["was"], ["is"]) or "by" not in opening or topic.package.owner:
            return
        made, sealed = self.scene.words_of("put_forward"), self.scene.words_of("made_deal")
        at = first + opening.index("by") + 1
        doers = self.scene.cast.after(at, stop)
        if not doers or not doers[0].role or words[at - 2] not in made or (words[at - 2] in sealed):
            return
        topic.package.owner, topic.package.role = doers[0].actor, proposer_side(doers[0].role)
        self.desk.note(
            doers[0], Target(topic.package), "proposed", self.scene.tokens.span(first, at), first
        )

    def _made_by(self, phrase: PackageNoun, begin: int) -> PackageNoun:
        """Reads "The rebels withdrew the offer which they made": the owner named before."""
        owned = phrase.owner is not None or bool(phrase.owner_pronoun) or not phrase.created
        if owned or "they" not in self.scene.tokens.words[phrase.first : phrase.stop + 3]:
            return phrase
        before = [a for a in self.scene.company.between(begin, phrase.first) if is_side(a.role)]
        return evolve(phrase, owner=before[0]) if before else phrase

    def _maker(self, phrase: PackageNoun) -> bool:
        return bool(phrase.owner and is_side(phrase.owner.role))

    def _made(self, phrase: PackageNoun, index: int) -> None:
        """A deal that a phrase says was made between parties: each of them accepted it."""
        _, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        made = self.scene.words_of("made_deal")
        window = range(phrase.first, min(phrase.stop + 12, stop))
        at = next((i for i in window if words[i] in made and i >= phrase.stop - 1), None)
        parties: list[Doer] = []
        for i in window:
            if words[i] == "between" and (at is not None or i <= phrase.stop + 1):
                joined = self.scene.cast.joined(i + 1, stop)
                parties = joined if len(joined) > 1 else []
            elif words[i] == "with" and at is not None and at < i <= at + 2:
                parties = self.scene.cast.joined(i + 1, stop)[:1]
            elif words[i - 1 : i + 1] in (["signatures", "of"], ["signature", "of"]) or (
                words[i] == "by" and i - 1 == at and words[at] in self.scene.words_of("signing")
            ):
                parties = self.scene.cast.joined(i + 1, stop)
        relative = next(
            (i for i in range(phrase.stop, min(phrase.stop + 6, stop)) if words[i] == "which"), None
        )
        if relative is not None and "," not in words[phrase.stop : relative]:
            parties = self._relative_parties(relative + 1, stop)
        parties = self._sealing(parties)
        if not parties or self._only_thought_of(phrase, at, index):
            return
        package = self.resolver.package(phrase, index)
        package.status = "agreed"
        for doer in parties:
            span = self.scene.tokens.span(phrase.first, min(phrase.stop + 10, stop))
            self.desk.note(doer, Target(package), "accepted", span, phrase.first)
        self.desk.touch(package, None, index)

    def _sealing(self, parties: Sequence[Doer]) -> list[Doer]:
        """The parties of a deal: who mediates is one only where it is a country's and others are."""
        found = [d for d in self.both_sides.expand(parties) if d.role]
        countries = [d for d in found if d.role == "mediator" and d.actor and d.actor.country]
        rest = [d for d in found if d.role != "mediator"]
        makes = len(found) > 1 and len(rest) < 2 and len(found) - len(rest) == len(countries)
        return [d for d in found if d in rest or (makes and d in countries)]

    def _only_thought_of(self, phrase: PackageNoun, at: int | None, index: int) -> bool:
        """Whether "any agreement signed by", "unless an accord is signed by" speaks of no deal made."""
        first, _ = self.scene.bounds(index)
        words = self.scene.tokens.words
        opening = set(words[max(first, phrase.first - 1) : phrase.first + 1])
        near = words[max(first, phrase.first - SUPPOSED_WITHIN) : max(phrase.stop, at or 0)]
        return bool(
            opening & self.scene.words_of("no_certain")
            or set(near) & self.scene.words_of("supposing")
        )

    def _relative_parties(self, at: int, stop: int) -> list[Doer]:
        """Reads "... which A and B had signed", "... to which both camps have put their names"."""
        words = self.scene.tokens.words
        joined = self.scene.cast.joined(at, stop)
        if not joined and at < stop and words[at] == "they" and self.scene.cast.last:
            return [self.scene.cast.last]
        after = next(
            (a.stop for a in reversed(self.scene.company.between(at, min(at + 12, stop)))), at
        )
        verbs = set(words[after : after + 5])
        if verbs & self.scene.lexicon.any_of("made_deal", "deal_verb"):
            return joined
        return []
