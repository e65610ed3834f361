"""Who is named after a verb: the agents of a passive, and the parties of "between A and B"."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer, as_doer
from qalamoun_terms.reading.who.modifiers import (
    is_finite,
)
from qalamoun_terms.reading.who.pronouns import PronounReader
from qalamoun_terms.reading.who.stage import Stage

AGENTS = 4  # agents of one passive, at most
AGENT_REACH = 12  # words between a passive and its agent


@frozen
class AgentReader:
    """Finds who is named after "by", "between" and "with"."""

    company: Company
    stage: Stage
    pronouns: PronounReader

    def after(self, at: int, limit: int) -> list[Doer]:
        """The agents of a passive: the actors right after "by", with those joined to them.

        Args:
            at: the word after "by".
            limit: the word that ends the clause.
        """
        found: list[Doer] = []
        place = at
        while place < limit and len(found) < AGENTS:
            agent, stop = self._agent(place, limit)
            if agent is None:
                break
            found.append(agent)
            place = self._past_joint(stop, limit)
            if place == stop:
                break
        return found

    def _agent(self, at: int, limit: int) -> tuple[Doer | None, int]:
        """Who is named after "by", or meant by "us" and "them", and the word after the name."""
        word = self.company.tokens.words[at]
        if word in {"us", "me", "them"}:
            speaker = self.company.speaker(at)
            ours = (
                as_doer(speaker) if word != "them" else self.pronouns.other_than(speaker.role, at)
            )
            return (ours[0] if ours else None), at + 1
        actor = next(iter(self.company.between(at, min(at + 4, limit))), None)
        return (
            (self.stage.doer(actor), self._past_behalf(actor.stop, limit)) if actor else (None, at)
        )

    def _past_behalf(self, at: int, limit: int) -> int:
        """The word after "on behalf of the government" or "for the State", if it stands there."""
        words = self.company.tokens.words
        for phrase in self.company.lexicon.words("on_behalf"):
            opening = phrase.split("_")
            low = at + len(opening)
            if words[at:low] == opening:
                whose = next(iter(self.company.between(low, min(low + 2, limit))), None)
                return whose.stop if whose else at
        return at

    def _past_joint(self, at: int, limit: int) -> int:
        """The word after what joins one agent to the next: "and", ", by", "and by"."""
        place = at
        while place < limit and self.company.tokens.words[place] in self.company.lexicon.words(
            "agent_joint"
        ):
            place += 1
        joint = set(self.company.tokens.words[at:place]) & {"and", "by"}
        near = next(iter(self.company.between(place, min(place + 2, limit))), None)
        if near is None:
            return place if joint else at
        if self._begins_clause(near.stop, limit):
            return at  # "rejected by the army, the rebels said"
        return place if joint or self._row_goes_on(near.stop, limit) else at

    def _begins_clause(self, at: int, limit: int) -> bool:
        """Whether the actor before a word is the subject of a verb there, and no further agent."""
        words = self.company.tokens.words
        if at >= limit:
            return False
        listed = words[at] in self.company.lexicon.words("after_subject")
        past = words[at].endswith("ed") or words[at] in self.company.lexicon.irregular
        return is_finite(words[at], self.company.lexicon) or (past and not listed)

    def _row_goes_on(self, at: int, limit: int) -> bool:
        """Whether a row of agents goes on after one of them: ", B and C" ends with an "and"."""
        words = self.company.tokens.words
        while at < limit and words[at] in {",", "and"}:
            if "and" in words[at : at + 2]:
                return True
            near = next(iter(self.company.between(at + 1, min(at + 3, limit))), None)
            if near is None:
                return False
            at = near.stop
        return False

    def agent_at(self, at: int, limit: int) -> int | None:
        """Where "by" stands that names the agent of a passive at a distance ("signed in Doha by ...").

        Args:
            at: the word after the verb.
            limit: the word that ends the clause.
        """
        for place in range(at, min(at + AGENT_REACH, limit - 1)):
            word = self.company.tokens.words[place]
            if word == "by" and self._agent(place + 1, min(place + 5, limit))[0]:
                return place
            other_verb = word.endswith(("ed", "ing")) and word not in self.company.lexicon.words(
                "time_noun"
            )
            if other_verb or word in self.company.lexicon.words("agent_break"):
                return None
        return None

    def joined(self, first: int, stop: int) -> list[Doer]:
        """The parties that a phrase like "between A and B" or "with C" names.

        Args:
            first: the word after the preposition.
            stop: the word that ends the clause.
        """
        found: list[Doer] = []
        at = first
        for actor in self.company.between(first, stop):
            gap = self.company.tokens.words[at : actor.first]
            if len(gap) > 3 or any(w not in self.company.lexicon.words("row_joint") for w in gap):
                break
            if "on" in gap and "side" not in gap:
                break  # what the deal is on: "between the elders and the army on the rebels' exit"
            found.append(self.stage.doer(actor))
            at = actor.stop
        return found
