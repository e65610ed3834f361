"""Who does what in a text: subjects, agents, those who are joined, and whom pronouns mean."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.who.agents import AgentReader
from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.pronouns import PronounReader
from qalamoun_terms.reading.who.stage import Stage
from qalamoun_terms.reading.who.subjects import SubjectReader


def cast_of(company: Company) -> Cast:
    """Puts together those who find who does what.

    Args:
        company: the actors and voices of the text.
    """
    stage = Stage(company)
    pronouns = PronounReader(company, stage)
    return Cast(
        stage=stage,
        pronouns=pronouns,
        agents=AgentReader(company, stage, pronouns),
        subjects=SubjectReader(company, stage, pronouns),
    )


@frozen(kw_only=True)
class Cast:
    """Asked for whoever does something, it asks those who know; `stage` keeps who acted last."""

    stage: Stage
    pronouns: PronounReader
    agents: AgentReader
    subjects: SubjectReader

    @property
    def last(self) -> Doer | None:
        """Who acted last."""
        return self.stage.last

    def before(self, at: int, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """The subject of the verb at a word.

        Args:
            at: the verb.
            first: the first word of its sentence.
            earlier: the subject of the act before it in the same sentence.
        """
        return self.subjects.before(at, first, earlier)

    def after(self, at: int, limit: int) -> list[Doer]:
        """The agents of a passive: the actors right after "by", with those joined to them.

        Args:
            at: the word after "by".
            limit: the word that ends the clause.
        """
        return self.agents.after(at, limit)

    def agent_at(self, at: int, limit: int) -> int | None:
        """Where "by" stands that names the agent of a passive at a distance.

        Args:
            at: the word after the verb.
            limit: the word that ends the clause.
        """
        return self.agents.agent_at(at, limit)

    def joined(self, first: int, stop: int) -> list[Doer]:
        """The parties that a phrase like "between A and B" or "with C" names.

        Args:
            first: the word after the preposition.
            stop: the word that ends the clause.
        """
        return self.agents.joined(first, stop)

    def other_than(self, role: str, at: int) -> list[Doer]:
        """Of whom a speaker says "they".

        Args:
            role: the speaker's side.
            at: the word that speaks of the others.
        """
        return self.pronouns.other_than(role, at)

    def opened_by(self, first: int, stop: int) -> None:
        """Remembers the actor that opens a sentence, for "it" and "they" in the next one.

        Args:
            first: the first word of the sentence.
            stop: the word after its last.
        """
        self.stage.opened_by(first, stop)
