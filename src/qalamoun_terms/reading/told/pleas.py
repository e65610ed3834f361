"""Demands that no verb of demanding tells: "It is crucial that they stop", "the army must leave"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.carrying import PROVISIONS_APART
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, as_doer
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side

EVIDENCE = 12  # words after a verb that belong to the words of a demand
NEEDED_WITHIN = 4  # words between "it is" and "that" in "it is of the utmost importance that"

_IT_IS = frozenset({"it", "is"})


@frozen
class Plea:
    """A demand: where its words and its content begin, a word of what is due, and who makes it."""

    at: int
    begin: int
    due: int
    doers: Sequence[Doer]


@frozen
class PleaReader:
    """Reads what somebody says has to be done."""

    scene: Scene
    desk: Desk
    contents: ContentReader

    def urges(self, index: int, acts: Sequence[Act]) -> bool:
        """Reads "The delegation maintained that the army should withdraw": a demand of its own.

        Args:
            index: the sentence.
            acts: the acts of the sentence.
        """
        if not self.desk.bearings.negotiates_much or any(a.act == "stance" for a in acts):
            return False
        first, stop = self.scene.bounds(index)
        plea = self._needed(first, stop) or self._said_of_duty(first, stop, index)
        if plea is None or not plea.doers:
            return False
        scope = self.scene.tokens.span(plea.begin, stop)
        due = self.scene.tokens.starts[plea.due]
        asked = self.desk.untold(self.scene.bare_stated(scope))
        if not any(m.span.start <= due < m.span.end for m in asked):
            return False
        doer = plea.doers[0]
        package = self.desk.new("demand", "demand", scope, index, by=doer)
        self.contents.gather(package, scope, index, bare=True)
        evidence = self.scene.tokens.span(first, min(stop, plea.at + EVIDENCE))
        sided = [d for d in plea.doers if d.role in PRINCIPALS]
        for one in sided:
            self.desk.note(one, Target(package), "demanded", evidence, plea.at)
        return True

    def _needed(self, first: int, stop: int) -> Plea | None:
        """Reads "It is crucial that both sides cease fire", said by somebody who has a side."""
        words = self.scene.tokens.words
        for at in self.scene.tokens.places_of(_IT_IS, first, stop - NEEDED_WITHIN):
            if words[at + 1] not in self.scene.words_of("being_needed"):
                continue
            for link in range(at + 2, min(at + 2 + NEEDED_WITHIN, stop - 2)):
                needed = self.scene.words_of("necessary") & set(words[at + 1 : link])
                ours = words[link + 1] in self.scene.words_of("first_person")
                if needed and not ours and words[link] in {"that", "for"}:
                    return Plea(at, link + 1, link + 2, self._tellers(link))
        return None

    def _said_of_duty(self, first: int, stop: int, index: int) -> Plea | None:
        """Reads "said the army must leave" and ""The army must leave," he said"."""
        words = self.scene.tokens.words
        due = self.scene.tokens.places_of(self.scene.lexicon.any_of("duty", "bound"), first, stop)
        should = next((i for i in due if self._is_duty(i, first)), None)
        if should is None:
            return None
        verbs = self.scene.words_of("urge")
        at = next((i for i in range(first, should) if words[i] in verbs), None)
        if at is not None:
            told = self.scene.cast.before(at, first, [])
            return Plea(at, at + 1, should, [d for d in told if is_side(d.role)])
        talked = (
            self.desk.bearings.opposed
            and self.desk.bearings.is_fought()
            and bool(self.desk.story.shelf.packages)
        )
        if self._deal_is_open(index) or not talked:
            return None
        return Plea(first, first, should, self._tellers(should))

    def _is_duty(self, at: int, first: int) -> bool:
        """Whether a word says that somebody must do something: "should", "has to", "needed to"."""
        words = self.scene.tokens.words
        if words[at] in self.scene.words_of("duty"):
            return at > first and words[at - 1] not in {"that", ",", "and"}
        bound = words[at] in self.scene.words_of("bound") and words[at + 1 : at + 2] == ["to"]
        return bound and at > first and words[at - 1] not in self.scene.words_of("nominative")

    def _deal_is_open(self, index: int) -> bool:
        """Whether a deal was told of just before: what must be done is then a clause of it."""
        package = self.desk.flow.open or self.desk.story.shelf.current
        near = index - max(self.desk.flow.open_at, self.desk.flow.topic_at) <= PROVISIONS_APART
        return package is not None and package.sort == "deal" and near

    def _tellers(self, at: int) -> list[Doer]:
        """Who is said to say a word, if it is somebody named."""
        teller = self.scene.company.teller(at)
        return as_doer(teller) if teller.kind == "named" else []
