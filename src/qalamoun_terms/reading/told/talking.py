"""Talks as what is offered, accepted or refused: "agreed to direct talks", "broke off negotiations"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.told.acts import PUTTING, Act
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.holding_out import HoldOutReader
from qalamoun_terms.reading.told.offers import OfferReader
from qalamoun_terms.reading.told.packages import proposer_side
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import act_span
from qalamoun_terms.reading.told.stances import StanceReader
from qalamoun_terms.reading.told.talks import FORWARD, Talks
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer


@frozen
class TalkReader:
    """Reads talks themselves as a term where nothing else is what an act is about."""

    scene: Scene
    desk: Desk
    talks: Talks
    offers: OfferReader
    holding_out: HoldOutReader
    stances: StanceReader

    def about_talks(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Somebody offers, accepts, refuses or breaks off talks.

        Args:
            act: the act.
            doers: who does it.
            index: the sentence.
        """
        stance = self._done_to_talks(act, doers)
        outside = {"", "civilian"} | ({"mediator", "other"} if stance == "accepted" else set())
        doers = [doer for doer in doers if doer.role not in outside]  # who mediates only welcomes
        if not stance or not doers or not self.desk.bearings.negotiates_much:
            return False
        if stance == "withdrawn":
            return self._leaves_talks(act, doers, index)
        place = self.talks.after(act)
        first, stop = self.scene.bounds(index)
        tied = self.scene.words_of("unless") & set(self.scene.tokens.words[first:stop])
        if (
            place is None
            or (stance == "rejected" and tied)
            or self.holding_out.only_when(act.end, stop)
        ):
            return False
        target = self._talks_before(doers[0], stance) or self.talks.package(
            doers[0], stance, place, index
        )
        for doer in doers:
            self.desk.note(doer, target, stance, act_span(self.scene, act, index), act.start)
        self.desk.touch(target.package, target.item, index)
        return True

    def _done_to_talks(self, act: Act, doers: Sequence[Doer]) -> str:
        """What an act does to the talks that it names, "" where that stays open."""
        if act.act == "stance":
            return self.stances.stance(act) or ""
        if act.negated or (act.modal and act.act == "deal"):
            return ""
        if act.act in PUTTING and doers:
            return self.offers.put_as(act, doers[0])
        return "accepted" if act.act == "deal" else ""

    def _talks_before(self, doer: Doer, stance: str) -> Target | None:
        """The talks that another side has put forward and that are answered here."""
        if stance in FORWARD:
            return None
        mine = proposer_side(doer.role)
        for package in reversed(self.desk.story.shelf.recent):
            for item in package.items:
                if item.mention.rule == "politics.talks_alone" and package.role != mine:
                    return Target(package)
        return None

    def _leaves_talks(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Reads "walked out of the talks": the talks are a package of which no term is told."""
        words = self.scene.tokens.words
        at = next(
            (i for i in range(act.start, act.end) if words[i] in self.scene.words_of("talks")), None
        )
        if at is None:
            return False
        package = self.desk.new("paper", "talks", self.scene.tokens.span(at, at + 1), index)
        for doer in doers:
            self.desk.note(
                doer, Target(package), "withdrawn", act_span(self.scene, act, index), act.start
            )
        return True
