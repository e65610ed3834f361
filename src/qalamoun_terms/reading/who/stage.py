"""Who acted last in a text, and an actor as a doer in that light."""

from __future__ import annotations

from attrs import define

from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.modifiers import LONGEST, heads_clause, only_modifies
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import is_side

DESCRIBED = 6  # words of what describes an actor between "and" and its noun
DESCRIBING = ("ist", "ian", "ese", "ern", "ish", "al", "ic", "ed", "less", "er", "est")
LEAST_ROW = 2


@define
class Stage:
    """Keeps who acted last, for "it" and "they", and tells whose doing an actor's is."""

    company: Company
    last: Doer | None = None

    def opened_by(self, first: int, stop: int) -> None:
        """Remembers the actor that opens a sentence, for "it" and "they" in the next one.

        Args:
            first: the first word of the sentence.
            stop: the word after its last.
        """
        for actor in self.company.between(first, min(first + 6, stop))[:1]:
            before = self.company.tokens.words[actor.first - 1] if actor.first > first else ""
            if (
                is_side(actor.role)
                and before not in self.company.lexicon.words("before_no_subject")
                and not actor.metonym
            ):
                self.last = self.doer(actor)

    def coordinated(self, actor: Actor, first: int) -> list[Doer]:
        """An actor with those joined to it by "and" before it.

        Args:
            actor: the actor.
            first: the first word of its sentence.
        """
        found = [actor]
        at = actor.first
        while at - 1 > first:
            at = self._past_description(at, first)
            if self.company.tokens.words[at - 1] not in {"and", ",", "nor"}:
                break
            before = self.company.by_stop.get(at - 1)
            if before is None and self.company.tokens.words[at - 2 : at] == [",", "and"]:
                before = self.company.by_stop.get(at - 2)
            if before is None and self.company.tokens.words[at - 1] == "and":
                before = self._before_modifiers(at - 1, first)
            if before is None:
                break
            found.insert(0, before)
            at = before.first
        return [self.doer(one) for one in self._without_place(found, first)]

    def _past_description(self, at: int, first: int) -> int:
        """The word after "and" in "and leftist guerrillas", "and 13 of the 14 armed groups"."""
        words = self.company.tokens.words
        passed = self.company.lexicon.any_of("part_of", "actor_adjective", "actor_determiner")
        for back in range(at - 1, max(first, at - DESCRIBED) - 1, -1):
            if words[back] == "and":
                return back + 1 if self.company.by_stop.get(back) else at
            described = words[back] in passed or words[back][0].isdigit() or words[back] == "of"
            if not described and not (back == at - 1 and words[back].endswith(DESCRIBING)):
                break
        return at

    def _without_place(self, found: list[Actor], first: int) -> list[Actor]:
        """Of a row the actors that do something: not the place in "In Sri Lanka, the army and ..."."""
        words, begins = self.company.tokens.words, found[0].first
        if begins <= first or words[begins - 1] not in self.company.lexicon.words(
            "before_no_subject"
        ):
            return found
        opens = words[found[0].stop] == "," and len(found) > LEAST_ROW
        return found[1:] if opens else found[-1:]

    def _before_modifiers(self, end: int, first: int) -> Actor | None:
        """The first of two subjects, where brackets or a clause tell more of it: "A (of B) and C"."""
        if self.company.tokens.words[end - 1] not in {",", ")"}:
            return None
        for actor in reversed(self.company.between(max(first, end - LONGEST), end)):
            opens = self.company.tokens.words[actor.stop : actor.stop + 1] in ([","], ["("])
            heads = heads_clause(self.company.tokens, actor.first, first, self.company.lexicon)
            if (
                opens
                and heads
                and only_modifies(self.company.tokens, actor.stop, end, self.company.lexicon)
            ):
                return actor
        return None

    def doer(self, actor: Actor) -> Doer:
        """An actor as somebody who does something; "our men" are of the side of who says so.

        Args:
            actor: the actor.
        """
        role, word = actor.role, self.company.tokens.words[actor.first]
        own = word in self.company.lexicon.words(
            "owning"
        ) and actor.noun in self.company.lexicon.words("own_men")
        if own or (not role and word in self.company.lexicon.words("owning")):
            speaker = self.company.speaker(actor.first)
            role = speaker.role or role or (self.last.role if self.last else "")
        return Doer(name=actor.name, role=role, actor=actor)
