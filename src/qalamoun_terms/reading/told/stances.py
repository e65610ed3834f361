"""Which stance the words of an answer state, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.both_sides import BothSides
from qalamoun_terms.reading.told.desk import NOTES_BACK, Desk
from qalamoun_terms.reading.told.notes import ACCEPTING
from qalamoun_terms.reading.told.packages import proposer_side
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, doer_of

CONDITION_REACH = 14  # words between an acceptance and its condition
HEDGE_BEFORE, HEDGE_AFTER = 4, 6  # words around an acceptance that may take it back in part


@frozen
class StanceReader:
    """Tells acceptance from refusal, and what is only in principle or under a condition."""

    scene: Scene
    desk: Desk
    both_sides: BothSides

    def stance(self, act: Act) -> str | None:
        """The stance that the words state, turned by a negation, or None where it stays open.

        Args:
            act: the act.
        """
        stance = act.stance
        if act.negated or act.entry.data.get("left_undone"):  # "neither army has answered"
            undone = stance if act.negated and act.entry.data.get("left_undone") else None
            return {"accepted": "rejected", "provisional": "rejected"}.get(stance, undone)
        if stance == "accepted" and self._hedged(act):
            return "provisional"
        if stance in ACCEPTING and self.conditioned(act):
            return "conditional"
        open_modal = act.modal != "to" and act.modal in self.scene.words_of("future")
        refuses = self.scene.tokens.words[act.start] in {"not", "never"}
        if open_modal and stance == "violated":
            return "rejected" if refuses else None  # "will not observe the truce"
        if open_modal and stance in {"accepted", "rejected"} and not refuses:
            return None
        return stance

    def conditioned(self, act: Act) -> bool:
        """Whether an acceptance depends on something: "would sign if", "accepts it, provided that".

        Args:
            act: the act.
        """
        words = self.scene.tokens.words[act.end : act.limit]
        later = set(words[:CONDITION_REACH])
        supposed = act.modal in self.scene.words_of("future") or bool(
            {"could", "would", "can"} & set(self.scene.tokens.words[act.start : act.end])
        )
        phrases = " ".join(words[:CONDITION_REACH])
        if self.asks_changes(act):
            return True
        hard = {"provided", "providing"} & later or any(
            phrase.replace("_", " ") in phrases
            for phrase in self.scene.words_of("condition_phrase")
        )
        before = self.scene.tokens.words[max(0, act.start - HEDGE_BEFORE) : act.start]
        waits = "only" in before and bool(self.scene.words_of("waited_for") & later)
        return bool(hard) or (supposed and ("if" in later or waits))

    def asks_changes(self, act: Act) -> bool:
        """Whether an acceptance comes with changes: "but asked for two amendments".

        Args:
            act: the act.
        """
        _, stop = self.scene.bounds(self.scene.sentence_at(self.scene.tokens.starts[act.start]))
        rest = self.scene.tokens.words[act.end : stop]
        return "but" in rest and bool(
            self.scene.words_of("change") & set(rest[rest.index("but") :])
        )

    def _hedged(self, act: Act) -> bool:
        """Whether an acceptance is only in principle, for now, or at first."""
        words = self.scene.tokens.words
        hedges = self.scene.words_of("hedge")
        near = words[max(0, act.start - HEDGE_BEFORE) : min(act.limit, act.end + HEDGE_AFTER)]
        if any(word in self.scene.words_of("turn") for word in near):
            near = words[act.start : act.end + 2]
        pairs = {f"{one}_{two}" for one, two in pairwise(near)}
        return bool(hedges & (set(near) | pairs))

    def held_out(self, act: Act, doers: Sequence[Doer], target: Target, stance: str) -> str:
        """The stance, a refusal where "will not give up its arms" answers the demand of another.

        Args:
            act: the act.
            doers: who does it.
            target: what it is about.
            stance: the stance.
        """
        package = target.package
        words = self.scene.tokens.words[act.start : act.end]
        others = package.role not in {proposer_side(doers[0].role), "joint", "unstated"}
        refuses = package.sort == "demand" and others and bool({"not", "never"} & set(words))
        return "rejected" if stance == "insisted" and refuses else stance

    def denies_itself(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether somebody denies what was just said of its own answer: then it stays open.

        Args:
            act: the act.
            doers: who does it.
        """
        notes = self.desk.story.notes
        if not act.entry.data.get("denial"):
            return False
        if self.scene.words_of("breach_deed") & set(
            self.scene.tokens.words[act.start : act.end + 1]
        ):
            return True  # "denied violating the truce" says nothing against the truce
        if not notes:
            return False
        return notes[-1].doer.role in {d.role for d in doers} and notes[-1].stance == "accepted"

    def plausible(self, doer: Doer, target: Target, stance: str) -> bool:
        """Nobody accepts or refuses what it put forward itself.

        Args:
            doer: who does it.
            target: what it is about.
            stance: the stance.
        """
        if stance not in {"accepted", "provisional", "rejected", "conditional"}:
            return True
        owner = target.package.owner if target.package.sort != "deal" else None
        return owner is None or owner.name != doer.name

    def answering(self, doers: Sequence[Doer], stance: str | None) -> list[Doer]:
        """Those whose answer counts: a go-between that welcomes a text has not accepted it.

        Args:
            doers: who does it.
            stance: the stance.
        """
        found = self.both_sides.expand([doer for doer in doers if doer.role])
        if stance == "violated":  # who breaks a truce wages the war, and stands between nobody
            wages = [d for d in found if d.role != "mediator" or (d.actor and d.actor.country)]
            found = [evolve(d, role="state") if d.role == "mediator" else d for d in wages]
        sides = any(doer.role == "both" for doer in doers)
        return [d for d in found if sides or stance != "accepted" or d.role != "mediator"]

    def agree_together(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether several countries agree or sign, and do not only welcome something.

        Args:
            act: the act.
            doers: who does it.
        """
        word = self.scene.tokens.words[act.start]
        verb = word in self.scene.lexicon.any_of("agree_verb", "signing")
        return verb and are_countries(doers)

    def accuses(self, act: Act) -> bool:
        """Whether the subject calls something a breach, and so is not who is said to break it.

        Args:
            act: the act.
        """
        words = self.scene.tokens.words[act.start : act.end]
        return bool(self.scene.words_of("accusing") & set(words[:2])) or "as" in words

    def accused(self, act: Act, accuser: Doer) -> list[Doer]:
        """Who is said to break a deal: named in the accusation, or the other side told of before.

        Args:
            act: the act.
            accuser: who accuses.
        """
        company, cast = self.scene.company, self.scene.cast
        pairs = pairwise(self.scene.tokens.words[act.start : act.end])
        if self.scene.words_of("reciprocal") & {f"{one}_{other}" for one, other in pairs}:
            return [Doer(name="both", role="both")]
        inside = self.scene.tokens.words[act.start : act.end]
        if accuser.role == "both" and "other" in inside:  # "each side accused the other"
            return [accuser]
        named = [
            doer_of(actor)
            for actor in company.between(act.start, act.end)
            if actor.role not in {"", "both", accuser.role}
        ]
        before = cast.other_than(accuser.role, act.start)
        return named[:1] or [d for d in before if d.role != accuser.role]

    def follows(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Whether another party's answer went just before ("The army signed. The rebels did not.").

        Args:
            act: the act.
            doers: who does it.
            index: the sentence.
        """
        near = [
            note
            for note in self.desk.story.notes[-NOTES_BACK:]
            if index - self.scene.sentence_at(note.span.start) <= 1
        ]
        wanted = act.entry.word("follows").split()
        return bool(near) and near[-1].stance in wanted and near[-1].doer.name != doers[0].name


def are_countries(doers: Sequence[Doer]) -> bool:
    """Whether several countries that elsewhere mediate settle something among themselves.

    Args:
        doers: who does it.
    """
    names = {d.actor.country for d in doers if d.actor and d.role == "mediator"}
    return len(names - {""}) > 1 and all(d.role == "mediator" for d in doers)
