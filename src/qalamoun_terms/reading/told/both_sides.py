"""Whom a text means by "both sides"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from qalamoun_terms.reading.told.desk import NOTES_BACK, Desk
from qalamoun_terms.reading.told.notes import ACCEPTING
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.doers import Doer, doer_of
from qalamoun_terms.reading.who.naming import Actor

MOST_NAMED = 2  # mentions from which the most named actor of a side is its party


@frozen(slots=False)  # slots slow a class that has cached properties
class BothSides:
    """Puts the parties that a text has named in the place of "both"."""

    scene: Scene
    desk: Desk

    def expand(self, doers: Sequence[Doer]) -> list[Doer]:
        """The doers, with the principals that the text has named for "both sides".

        Args:
            doers: who does something.
        """
        found: list[Doer] = []
        for doer in doers:
            if doer.role != "both":
                found.append(doer)
                continue
            dealt = self._dealt()
            if dealt:
                found.extend(dealt)
                continue
            found.extend(doer_of(a) for a in self._two_states)
            found.extend(() if self._two_states else self._principals)
        return found

    def _dealt(self) -> list[Doer]:
        """Those who made the deal that the text is about, where they are not the two usual sides."""
        deal = self.desk.story.shelf.current
        if deal is None or deal.sort != "deal":
            return []
        made = [
            note.doer
            for note in self.desk.story.notes[-NOTES_BACK:]
            if note.target.package is deal and note.stance in ACCEPTING
        ]
        mediated = any(doer.role == "mediator" for doer in made)
        return made if mediated and len(made) == 2 else []

    @cached_property
    def _two_states(self) -> list[Actor]:
        """The two states that deal with each other, in a text that names no opposition."""
        if any(actor.role == "opposition" for actor in self.scene.company.actors):
            return []
        first: dict[str, Actor] = {}
        for actor in self.scene.company.actors:
            if actor.role == "state" and actor.country:
                first.setdefault(actor.country, actor)
        return list(first.values()) if len(first) == 2 else []

    @cached_property
    def _principals(self) -> list[Doer]:
        """The parties of the two usual sides, as far as the text names them."""
        named = ((role, self._principal(role)) for role in ("state", "opposition"))
        return [Doer(name=actor.name, role=role, actor=actor) for role, actor in named if actor]

    def _principal(self, role: str) -> Actor | None:
        """The actor of a side that a text names as its party: the first clear one, or the most named."""
        fitting = [a for a in self.scene.company.actors if a.role == role and not a.metonym]
        clear = next((a for a in fitting if not a.weak and a.definite), None)
        often = Counter(actor.name for actor in fitting)
        most = max(fitting, key=lambda actor: often[actor.name], default=None)
        return most if most and often[most.name] > MOST_NAMED else clear or most
