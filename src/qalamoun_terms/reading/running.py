"""Running text: what the acts of a sentence do, and what a sentence without them goes on to state."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from qalamoun_terms.reading.structured.counted import CountedReader
from qalamoun_terms.reading.structured.spoken import SpokenReader
from qalamoun_terms.reading.told.acts import Act, Refused
from qalamoun_terms.reading.told.measures import MeasureReader
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.readers import ToldReaders
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import is_side


@frozen
class RunningReader:
    """Reads sentences act by act; `refused` are the acts that found nothing to be about."""

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
        phrases = self.scene.phrases(index)
        acts = self.told.verbs.acts(index)
        earlier: list[Doer] = []
        opening = next(iter(self.scene.cast.between(first, first + 2)), None)
        if opening and self.scene.tokens.words[opening.stop : opening.stop + 1] == ["'s"]:
            self.scene.cast.opened_by(first, stop)
        if self.told.lists.preface(index):
            return
        self.told.deals.introduced(index, phrases)
        listed = (
            self.told.contents.under(index, phrases, acts)
            or self.counted.owned_list(index, acts)
            or self.told.contents.colon(index, phrases, acts)
            or self.told.contents.items_are(index, phrases)
            or self.told.contents.demand_is(index, phrases)
        )
        touched = self.told.complements.complements(index, phrases, acts) or listed
        for act in acts:
            if listed and act.act == "define":
                continue
            doers = self.told.doers.subjects(act, first, earlier)
            earlier = doers or earlier
            self.told.doers.means(act, doers, first)
            touched = self._act(act, doers, phrases, index) or touched
        touched = (
            self.told.breaches.attacks(index, phrases)
            or touched
            or self.counted.announces(index, acts)
        )
        if (
            not touched
            and not self.told.offers.unless(index)
            and not self.told.pleas.urges(index, acts)
        ):
            self.told.carried.states_more(index, acts) or self.spoken.tabled(
                index, acts
            ) or self.told.carried.provides(index, acts)
        self.told.lists.opens_list(index, phrases, acts)
        self.measures.note(index)
        if not any(self.told.doers.subjects(a, first, []) for a in acts):
            self.scene.cast.opened_by(first, stop)

    def _act(self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int) -> bool:
        """Reads one act by its sort; what is only supposed ("if they accept") is no act."""
        supposed = act.hypothetical or self._subject_supposed(act, doers)
        if supposed and act.act in {"stance", "deal"}:
            return False
        match act.act:
            case "define":
                done = self.told.contents.define(act, phrases, index)
            case "which":
                done = self.told.contents.after_which(act, index)
            case "deal":
                done = (
                    self.told.responses.seals(act, doers, phrases, index)
                    or self.told.deals.deal(act, doers, phrases, index)
                    or self.told.responses.waits(act, doers, phrases, index)
                    or self.told.talking.about_talks(act, doers, index)
                )
            case "propose" | "demand":
                done = (
                    (
                        self.told.offers.declared_together(act, doers)
                        and self.told.deals.deal(act, doers, phrases, index)
                    )
                    or self.told.offers.pledges(act, doers, index)
                    or self.told.refusals.urges_refusal(act, doers, phrases, index)
                    or self.told.offers.put_forward(act, doers, phrases, index)
                    or (
                        self.told.offers.pledged_by_both(act, doers)
                        and self.told.deals.deal(act, doers, phrases, index)
                    )
                )
                done = done or self.told.talking.about_talks(act, doers, index)
                if not done and self._may_forward(act, doers):
                    self._refused.append(Refused(act, tuple(doers)))
            case "stance":
                done = self.told.responses.respond(
                    act, doers, phrases, index
                ) or self.told.offers.insists_anew(act, doers, index)
                done = done or self.told.talking.about_talks(act, doers, index)
                if doers and not done:
                    self._refused.append(Refused(act, tuple(doers)))
            case _:
                done = False
        return done

    def _subject_supposed(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether "if" stands before a subject that is parted from its verb by many words."""
        firsts = [d.actor.first for d in doers if d.actor and d.actor.first < act.start]
        first = min(firsts, default=0)
        before = self.scene.tokens.words[first - 1] if first else ""
        return before in {"if", "unless", "whether"}

    def _may_forward(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether somebody puts something forward here, in words that are yet to be understood."""
        clear = not act.negated and not act.modal and not act.entry.data.get("own")
        return clear and bool(doers) and all(is_side(d.role) for d in doers)

    def take_refused(self) -> tuple[Refused, ...]:
        """The acts that found nothing to be about since this was asked last."""
        taken = tuple(self._refused)
        self._refused.clear()
        return taken
