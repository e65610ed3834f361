"""The openings of agreements: who makes them, and the list that they open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.notes import (
    once_per_side,
    partners,
    roles_of,
)
from qalamoun_terms.reading.told.partners import parties_between, parties_listed, parties_we
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, as_doer, doer_of
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS

OUTSIDERS = 4  # countries at the head of an agreement that are looked at
NEAR = 4  # words before a helper's name in which it stands what it does
ABOVE = 6  # lines above a list that may name its parties

_ROW = frozenset({"and", ",", "of", "the"})
"""Words that join those who stand in one row."""


@frozen
class PrefaceReader:
    """Reads who settles something in the opening of a text that is an agreement."""

    scene: Scene
    desk: Desk

    def preface(self, index: int) -> bool:
        """The opening of an agreement's text: its parties accept it, and the list is its content.

        Args:
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        if not self.scene.opens_items(index):
            return False
        if self.scene.words_of("preface").isdisjoint(self.scene.tokens.words[first:stop]):
            return False
        if any(phrase.sort == "demand" for phrase in self.scene.phrases(index)):
            return False
        parties = self._together_above(index) or self.preamble(index)
        current = self.desk.story.shelf.current
        again = (
            current
            if current and current is self.desk.flow.listed and current.sort == "deal"
            else None
        )
        if partners(parties) < 2 and not self.scene.title_words() and not again:
            return False
        span = self.scene.sentences[index].span
        package = again or self.desk.new("deal", "agreement", span, index)
        package.verbatim = True
        for doer in parties:
            self.desk.note(doer, Target(package), "accepted", span, first)
        self.desk.touch(package, None, index)
        self.desk.flow.listed = package
        return True

    def _together_above(self, index: int) -> list[Doer]:
        """The parties of "between X and Y", in the opening of a list or in a line above it."""
        for at in range(index, max(-1, index - ABOVE), -1):
            doers = self.named_together(at)
            if doers:
                return list(doers)
        return []

    def named_together(self, index: int) -> tuple[Doer, ...]:
        """The parties that "between X and Y" or "We, X and Y" names in a line.

        Args:
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        company = self.scene.company
        return (
            parties_between(company, first, stop)
            or parties_we(company, first, stop)
            or parties_listed(company, *self.scene.tokens.bounds(self.scene.sentences[index].span))
        )

    def preamble(self, index: int) -> list[Doer]:
        """The parties that the opening of an agreement names: one of each side, facilitators apart.

        Args:
            index: the sentence.
        """
        _, stop = self.scene.bounds(index)
        start = self.scene.bounds(max(0, index - 3) if index > 12 else 0)[0]
        outside = self._with_outsiders(start, stop)
        if outside:
            return outside
        actors = self.scene.company.between(start, stop)
        beside = self._beside(actors, start)
        found = [
            doer_of(actor)
            for actor in actors
            if actor.role not in {"", "both", "mediator", "other"} and actor.first not in beside
        ]
        roles = roles_of(found)
        if len(roles) == 1 and len(found) > 1 and not _states(found):
            other = "opposition" if "state" in roles else "state"
            found[1] = evolve(found[1], role=other)
        principals = [d for d in found if d.role in PRINCIPALS]
        return once_per_side(principals if len(roles_of(principals)) == 2 else found)

    def _beside(self, actors: Sequence[Actor], start: int) -> set[int]:
        """Where those are named who only help: "with the participation of the OSCE and of Russia"."""
        words, found = self.scene.tokens.words, set[int]()
        for before, actor in zip((None, *actors), actors, strict=False):
            near = set(words[max(start, actor.first - NEAR) : actor.first])
            joined = (
                before is not None
                and before.first in found
                and set(words[before.stop : actor.first]) <= _ROW
            )
            if joined or near & self.scene.words_of("aside"):
                found.add(actor.first)
        return found

    def _with_outsiders(self, start: int, stop: int) -> list[Doer]:
        """The parties of an opening where a guarantor settles something itself.

        That is two countries at its head ("Turkey and the Russian Federation, as guarantors, ..."), or
        who issues the text and the country that it met ("held a session with the Russian side").
        """
        company, words = self.scene.company, self.scene.tokens.words
        actors = company.between(start, stop)
        for one, other in pairwise([a for a in actors if a.country][:OUTSIDERS]):
            joined = set(words[one.stop : other.first]) <= {"and", "the"}
            after = words[other.stop : other.stop + OUTSIDERS]
            if joined and self._begins(one.first) and self.scene.words_of("guarantor") & set(after):
                return [Doer(name=a.name, role="mediator", actor=a) for a in (one, other)]
        countries = [a for a in actors if a.role == "mediator" and a.country]
        met = next((a for a in countries if "with" in words[a.first - 2 : a.first]), None)
        faced = any(a.role in PRINCIPALS and "with" in words[a.first - 2 : a.first] for a in actors)
        issuer = as_doer(company.issuer) if company.issuer.role in PRINCIPALS else []
        if met is None or faced or not issuer:
            return []
        return [*issuer, doer_of(met)]

    def _begins(self, at: int) -> bool:
        """Whether a sentence or a line begins at a word, or at the article before it."""
        index = self.scene.sentence_at(self.scene.tokens.starts[at])
        first, _ = self.scene.tokens.bounds(self.scene.sentences[index].span)
        return at - first <= 1


def _states(doers: Sequence[Doer]) -> bool:
    """Whether those who make a deal are states, told apart by their names."""
    return len({doer.country for doer in doers if doer.country}) > 1
