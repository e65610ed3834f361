"""What a party holds out for: "will not disarm unless the siege is lifted", "only if the road opens"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import as_told
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, as_doer, doer_of
from qalamoun_terms.reading.who.sides import LOCAL, is_side

OPEN_NEAR = 2  # sentences after a package's terms in which "only after" may tell of one more


@frozen
class HoldOutReader:
    """Reads a condition that somebody sets, and that answers nothing, as a demand."""

    scene: Scene
    desk: Desk
    contents: ContentReader

    def unless(self, index: int) -> bool:
        """Reads "It will not disarm unless (until) the siege is lifted": a demand of its own.

        Args:
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        found = self._held_out_for(first, stop) if self.desk.bearings.negotiates_much else None
        if found is None:
            return False
        at, scope = found
        beside = words[first:at] or words[self.scene.tokens.at(scope.end) : stop]
        if not self._holds_out(beside, words[at]) or self.is_provided(at, index):
            return False
        if not self.desk.untold(self.scene.bare_stated(scope)):
            return False
        doers = self._holding_out(first, at)
        if not doers or doers[0].role == "mediator":
            return False
        package = self.desk.new("demand", "demand", scope, index, by=doers[0])
        self.contents.gather(package, scope, index, bare=True)
        self.desk.note(
            doers[0], Target(package), "demanded", self.scene.tokens.span(first, stop), at
        )
        return True

    @cached_property
    def _beginning(self) -> frozenset[str]:
        """The words with which a condition may begin."""
        return self.scene.words_of("unless") | {"only"}

    def _held_out_for(self, first: int, stop: int) -> tuple[int, Span] | None:
        """What stands after "unless", "until", "before" and "only if", and where that word stands."""
        words, joints = self.scene.tokens.words, self.scene.words_of("unless")
        for at in self.scene.tokens.places_of(self._beginning, first, stop - 2):
            only = words[at] == "only" and words[at + 1] in self.scene.words_of("only_when")
            if not only and words[at] not in joints:
                continue
            end = stop
            if at == first:  # "Until the army leaves, there will be no talks"
                end = next((i for i in range(at, stop) if words[i] == ","), at)
            low = at + 1 + only
            return (
                (at, as_told(self.scene, self.scene.tokens.span(low, end))) if low < end else None
            )
        return None

    def only_when(self, first: int, stop: int) -> bool:
        """Whether an offer is tied to what others do first ("only if the siege is lifted").

        Args:
            first: the first word.
            stop: the word after the last.
        """
        words = self.scene.tokens.words
        return any(
            words[at] == "only" and words[at + 1] in self.scene.words_of("only_when")
            for at in range(first, stop - 1)
        )

    def is_provided(self, at: int, index: int) -> bool:
        """Whether a report only goes on with a text: "They leave only after the road is open".

        Args:
            at: the word.
            index: the sentence.
        """
        near = self.desk.flow.open is not None and index - self.desk.flow.open_at <= OPEN_NEAR
        return near and self.scene.company.teller(at).role not in LOCAL

    def _holding_out(self, first: int, at: int) -> list[Doer]:
        """Who holds out: named before the condition, or who tells it."""
        named = [a for a in self.scene.company.between(first, at) if is_side(a.role)]
        doers = [doer_of(a) for a in named[:1]]
        return doers or as_doer(self.scene.company.teller(at)) or self._carried_on(first)

    def _holds_out(self, before: Sequence[str], joint: str) -> bool:
        """Whether "would not disarm" or "threatened to leave" stands before "unless" or "until".

        "They did not leave until the road was opened" only tells what came first.
        """
        said = set(before)
        if joint == "only":
            return bool(self.scene.lexicon.any_of("strong_mood", "readiness") & said)
        if joint == "unless" and self.scene.words_of("negator") & said:
            return True
        moods = self.scene.lexicon.any_of("strong_mood", "readiness")
        negated = (self.scene.words_of("negator") | {"no"}) - {joint}
        ahead = negated & said and moods & said
        return bool(ahead or (self.scene.lexicon.any_of("held_out", "threat")) & said)

    def _carried_on(self, first: int) -> list[Doer]:
        """Who is meant where a sentence opens with "it", "they" or "the group"."""
        words, last = self.scene.tokens.words, self.scene.cast.last
        again = words[first] == "the" and words[first + 1] in self.scene.words_of("named_again")
        return (
            [last] if last and (again or words[first] in self.scene.words_of("nominative")) else []
        )
