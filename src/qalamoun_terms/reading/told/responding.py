"""Answers of every sort: to what was put forward, by a deed, under a condition, by a seal."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.answers import AnswerReader
from qalamoun_terms.reading.told.objects import NEAR_OBJECT
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.refusing import RefuseReader
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.stances import StanceReader
from qalamoun_terms.reading.who.doers import Doer


@frozen
class RespondReader:
    """Gives an answer to whoever reads answers of its sort."""

    scene: Scene
    stances: StanceReader
    answers: AnswerReader
    refusals: RefuseReader

    def respond(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Reads an answer: to a package or its terms, by a deed, or as an offer of its own.

        Args:
            act: the act.
            doers: who does it.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        if act.entry.data.get("deed"):
            return self.refusals.refuses_deed(act, doers, index)
        if act.entry.data.get("none"):
            return self.refusals.says_none(act, doers, index)
        done = self.answers.read(act, doers, phrases, index)
        return done or self.refusals.offers_if(act, doers, index)

    def seals(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Reads "Both sides put their seals to it": an answer to what was put forward before.

        Args:
            act: the act.
            doers: who does it.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        words = self.scene.tokens.words
        if act.negated or act.modal or not doers or not self.answers.just_offered(act, index):
            return False
        if not {"it", "this", "them"} & set(words[act.end : act.end + 1]):
            return False
        stance = act.stance or "accepted"
        return self.respond(
            evolve(act, entry=evolve(act.entry, data={"stance": stance})), doers, phrases, index
        )

    def waits(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Reads "would only agree to a truce once the guns are gone": an answer under a condition.

        Args:
            act: the act.
            doers: who does it.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        if act.negated or not act.modal or not self.stances.conditioned(act):
            return False
        first, _ = self.scene.bounds(index)
        words, passed = self.scene.tokens.words, self.scene.lexicon.any_of("adverb", "modal_verb")
        at = act.start
        while at > first and (words[at - 1] == "only" or words[at - 1] in passed):
            at -= 1
        entry = evolve(act.entry, data={"stance": "conditional"})
        doers = doers or self.scene.cast.before(at, first, [])
        return self.respond(evolve(act, entry=entry), doers, phrases, index)

    def agrees_alone(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Reads "The rebels agreed in March to free them": one party answers what it tells itself.

        Where a deal was just told of, it only says what it owes under it.

        Args:
            act: the act.
            doers: who does it.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        words = self.scene.tokens.words
        if words[act.start] not in self.scene.words_of("agree_verb") or len(doers) != 1:
            return False
        renounces = words[act.end - 2 : act.end] == ["not", "to"]
        if renounces and any(0 <= p.first - act.end < NEAR_OBJECT for p in phrases):
            return False  # "agreed not to sign the deal"
        if act.modal or act.entry.data.get("passive") or self.answers.desk.deal_at_hand(index):
            return False
        entry = evolve(act.entry, data={"stance": "accepted"})
        return self.respond(evolve(act, entry=entry), doers, phrases, index)
