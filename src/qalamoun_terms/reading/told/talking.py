"""Talks as what is offered, accepted or refused: "agreed to direct talks", "broke off negotiations"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from qalamoun_terms.reading.terms.find import talks_term
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import PUTTING, Act
from qalamoun_terms.reading.told.breaking import BreakReader
from qalamoun_terms.reading.told.notes import trimmed
from qalamoun_terms.reading.told.packages import Item, Package, proposer_side
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer

TALKS_NEAR = 6  # words between a verb and the talks that it is about
TALKS_LONGEST = 14  # words of "direct talks with the government in May"
_SORTS = {"proposed": "paper", "demanded": "demand", "accepted": "deal", "provisional": "deal"}
_FORWARD = frozenset({"proposed", "demanded"})
_STATUS = {"accepted": "agreed", "provisional": "tentative", "rejected": "rejected"}


@define
class TalkReader(BreakReader):
    """Reads talks themselves as a term where nothing else is what an act is about."""

    def _about_talks(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Somebody offers, accepts, refuses or breaks off talks."""
        stance = self._done_to_talks(act, doers)
        outside = {"", "civilian"} | ({"mediator", "other"} if stance == "accepted" else set())
        doers = [doer for doer in doers if doer.role not in outside]  # who mediates only welcomes
        if not stance or not doers or not self.bearings.negotiates_much:
            return False
        if stance == "withdrawn":
            return self._leaves_talks(act, doers, index)
        place = self._talks_after(act)
        first, stop = self.scene.bounds(index)
        tied = self.scene.words_of("unless") & set(self.scene.tokens.words[first:stop])
        if place is None or (stance == "rejected" and tied) or self._only_when(act.end, stop):
            return False
        target = self._talks_before(doers[0], stance) or self._talks(doers[0], stance, place, index)
        for doer in doers:
            self._note(doer, target, stance, self._act_span(act, index), act.start)
        self._touch(target.package, target.item, index)
        return True

    def _done_to_talks(self, act: Act, doers: Sequence[Doer]) -> str:
        """What an act does to the talks that it names, "" where that stays open."""
        if act.act == "stance":
            return self._stance(act) or ""
        if act.negated or (act.modal and act.act == "deal"):
            return ""
        if act.act in PUTTING and doers:
            return self._put_as(act, doers[0])
        return "accepted" if act.act == "deal" else ""

    def _talks_after(self, act: Act) -> Span | None:
        """The talks that an act is about, with whom and where they are."""
        words, tokens = self.scene.tokens.words, self.scene.tokens
        passed = self.scene.words_of("before_talks") | self.scene.words_of("actor_determiner")
        stop = min(act.end + TALKS_NEAR, act.limit)
        at = next(
            (i for i in range(act.end, stop) if words[i] in self.scene.words_of("talks")), None
        )
        if at is None or any(word not in passed for word in words[act.end : at]):
            return None
        first = act.end
        while words[first] in {"to", "for", "on", "of", "in", "with"} and first < at:
            first += 1
        end = min(first + TALKS_LONGEST, act.limit)
        ends = (
            self.scene.words_of("clause_break")
            | self.scene.words_of("turn")
            | {",", "that", "if", '"', "”"}
        )
        cut = next((i for i in range(at + 1, end) if words[i] in ends), end)
        return trimmed(tokens.text, self._as_told(tokens.span(first, cut)))

    def _talks_before(self, doer: Doer, stance: str) -> Target | None:
        """The talks that another side has put forward and that are answered here."""
        if stance in _FORWARD:
            return None
        mine = proposer_side(doer.role)
        for package in reversed(self.story.shelf.recent):
            for item in package.items:
                if item.mention.rule == "politics.talks_alone" and package.role != mine:
                    return Target(package)
        return None

    def _talks(self, doer: Doer, stance: str, place: Span, index: int) -> Target:
        """A package of the talks alone."""
        sort = _SORTS.get(stance, "paper")
        forward = stance in _FORWARD
        package = self._new(sort, "terms", place, index, by=doer if forward else None)
        package.status = _STATUS.get(stance, package.status)
        speaker = self.scene.cast.speaker(self.scene.tokens.at(place.start))
        mention = talks_term(place)
        package.items.append(Item(mention=mention, sentence=index, speaker=speaker))
        return Target(package)

    def _unknown(
        self, act: Act, doers: Sequence[Doer], sort: str, scope: Span, index: int
    ) -> Package | None:
        """Also takes an offer of talks, which are no more than named ("ready for direct talks")."""
        place = None if act.negated or act.modal else self._talks_after(act)
        if place is None:
            return super()._unknown(act, doers, sort, scope, index)
        stance = "demanded" if sort == "demand" else "proposed"
        return self._talks(doers[0], stance, place, index).package

    def _leaves_talks(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Reads "walked out of the talks": the talks are a package of which no term is told."""
        words = self.scene.tokens.words
        at = next(
            (i for i in range(act.start, act.end) if words[i] in self.scene.words_of("talks")), None
        )
        if at is None:
            return False
        package = self._new("paper", "talks", self.scene.tokens.span(at, at + 1), index)
        for doer in doers:
            self._note(doer, Target(package), "withdrawn", self._act_span(act, index), act.start)
        return True
