"""Running text: what the acts of a sentence do, and what a sentence without them goes on to state."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from qalamoun_terms.reading.structured.counted import CountedReader
from qalamoun_terms.reading.structured.spoken import SpokenReader
from qalamoun_terms.reading.told.acts import PUTTING, Act, Refused
from qalamoun_terms.reading.told.measures import MeasureReader
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.readers import ToldReaders
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import is_side


@frozen
class RunningReader:
    """Reads sentences act by act, and keeps the acts that found nothing to be about."""

    scene: Scene
    told: ToldReaders
    spoken: SpokenReader
    counted: CountedReader
    measures: MeasureReader
    _refused: list[Refused] = field(factory=list, init=False)

    def read(self, index: int) -> None:
        """Reads a sentence: acts in their order, then what merely goes on with an open package.

        Args:
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        acts = self.told.verbs.acts(index)
        opening = next(iter(self.scene.company.between(first, first + 2)), None)
        if opening and self.scene.tokens.words[opening.stop : opening.stop + 1] == ["'s"]:
            self.scene.cast.opened_by(first, stop)
        if self.told.prefaces.preface(index):
            return
        if not self._acted(index, acts):
            self._goes_on(index, acts)
        self.told.lists.opens_list(index, self.scene.phrases(index), acts)
        self.measures.note(index)
        if not any(self.told.doers.subjects(act, first, []) for act in acts):
            self.scene.cast.opened_by(first, stop)

    def _acted(self, index: int, acts: Sequence[Act]) -> bool:
        """Reads the packages that a sentence names, with their content, and its acts in their order."""
        told, phrases = self.told, self.scene.phrases(index)
        first, _ = self.scene.bounds(index)
        told.introductions.introduced(index, phrases)
        listed = (
            told.definitions.under(index, phrases, acts)
            or self.counted.owned_list(index, acts)
            or told.definitions.colon(index, phrases, acts)
            or told.definitions.items_are(index, phrases)
            or told.definitions.demand_is(index, phrases)
        )
        done = told.complements.complements(index, phrases, acts) or listed
        earlier: list[Doer] = []
        for act in acts:
            if listed and act.act == "define":
                continue
            doers = told.doers.subjects(act, first, earlier)
            earlier = doers or earlier
            told.doers.means(act, doers, first)
            done = self._act(act, doers, phrases, index) or done
        return told.breaches.attacks(index, phrases) or done or self.counted.announces(index, acts)

    def _goes_on(self, index: int, acts: Sequence[Act]) -> bool:
        """Reads a sentence in which nobody acts on a package: a condition, a plea, or more terms."""
        return (
            self.told.holding_out.unless(index)
            or self.told.pleas.urges(index, acts)
            or self.told.carried.states_more(index, acts)
            or self.spoken.tabled(index, acts)
            or self.told.carried.provides(index, acts)
        )

    def _act(self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int) -> bool:
        """Reads one act by its sort; what is only supposed ("if they accept") is no act."""
        supposed = act.hypothetical or self._subject_supposed(act, doers)
        if supposed and act.act in {"stance", "deal"}:
            return False
        match act.act:
            case "define":
                done = self.told.definitions.define(act, phrases, index)
            case "which":
                done = self.told.definitions.after_which(act, index)
            case "deal":
                done = self._dealt(act, doers, phrases, index)
            case "propose" | "demand":
                done = self._forwarded(act, doers, phrases, index)
            case "stance":
                done = self._answered(act, doers, phrases, index)
            case _:
                done = False
        if not done and self._may_be_of_more(act, doers):
            self._refused.append(Refused(act, tuple(doers)))
        return done

    def _dealt(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Parties come to terms, seal what lay before them, or would only under a condition."""
        return (
            self.told.responses.seals(act, doers, phrases, index)
            or self.told.deals.deal(act, doers, phrases, index)
            or self.told.responses.waits(act, doers, phrases, index)
            or self.told.responses.agrees_alone(act, doers, phrases, index)
            or self.told.talking.about_talks(act, doers, index)
        )

    def _forwarded(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Somebody proposes or demands; what several declare or pledge together is a deal."""
        offers, deals = self.told.offers, self.told.deals
        return (
            (offers.declared_together(act, doers) and deals.deal(act, doers, phrases, index))
            or offers.pledges(act, doers, index)
            or self.told.refusals.urges_refusal(act, doers, phrases, index)
            or offers.put_forward(act, doers, phrases, index)
            or (offers.pledged_by_both(act, doers) and deals.deal(act, doers, phrases, index))
            or self.told.talking.about_talks(act, doers, index)
        )

    def _answered(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Somebody answers what was put forward, insists on what was not, or speaks of talks."""
        return (
            self.told.responses.respond(act, doers, phrases, index)
            or self.told.offers.insists_anew(act, doers, index)
            or self.told.talking.about_talks(act, doers, index)
        )

    def _subject_supposed(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether "if" stands before a subject that is parted from its verb by many words."""
        firsts = [d.actor.first for d in doers if d.actor and d.actor.first < act.start]
        first = min(firsts, default=0)
        before = self.scene.tokens.words[first - 1] if first else ""
        return before in {"if", "unless", "whether"}

    def _may_be_of_more(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether somebody answers, or puts forward, something in words that are yet to be understood."""
        if act.act == "stance":
            return bool(doers)
        clear = not act.negated and not act.modal and not act.entry.data.get("own")
        forward = act.act in PUTTING and clear
        return forward and bool(doers) and all(is_side(d.role) for d in doers)

    def take_refused(self) -> tuple[Refused, ...]:
        """The acts that found nothing to be about since this was asked last."""
        taken = tuple(self._refused)
        self._refused.clear()
        return taken
