"""Whom a pronoun means as a subject, or a noun that stands for a party named before."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer, as_doer
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side
from qalamoun_terms.reading.who.speakers import REPORT, Voice, voice_at, voices_over
from qalamoun_terms.reading.who.stage import Stage

PRONOUN_REACH = 60  # words between a pronoun and whom it means
GROUP_REACH = 80  # words back to the two that "the former" and "the latter" mean


@frozen
class PronounReader:
    """Finds whom "it", "they", "we", "who", "his group" and "the latter" mean."""

    company: Company
    stage: Stage

    def pronoun(self, word: str, at: int) -> list[Doer]:
        """Whom a pronoun means: who speaks, the other side of who speaks, or who was last spoken of.

        Args:
            word: the pronoun.
            at: the verb of which it is the subject.
        """
        speaker = self.company.speaker(at)
        if word in {"we", "i", "us", "you"}:
            return self._addressed(at) if word == "you" else as_doer(speaker)
        leading = [
            v
            for v in voices_over(self.company.voices, self.company.tokens.starts[at])
            if v.rank == 1 and not v.quoted and v.verb != ":"
        ]
        if leading and leading[-1].speaker.role and self._after_verb(leading[-1], at):
            return as_doer(leading[-1].speaker)
        if leading and leading[-1].verb == self.company.tokens.words[at]:
            return as_doer(leading[-1].speaker)
        others = word in {"they", "he", "she"} and speaker.role and speaker.kind != "report"
        same = self.stage.last is not None and self.stage.last.role == speaker.role
        between = (
            self.stage.last is not None
            and self.stage.last.role == "mediator"
            and speaker.role in PRINCIPALS
        )
        if others and (same or between):
            return self.other_than(speaker.role, at)
        if self.stage.last:
            return [self._fitting(word, at) or self.stage.last]
        return as_doer(speaker) if speaker.kind != "report" else []

    def both_before(self, word: str, end: int, first: int) -> list[Doer]:
        """As in "the army and the rebels said that they agreed": "they" are both who open it.

        Args:
            word: the pronoun.
            end: the word after it.
            first: the first word of its sentence.
        """
        opening = self.company.between(first, min(first + 6, end))
        if word != "they" or len(opening) < 2 or opening[0].first > first + 1:
            return []
        found = self.stage.coordinated(opening[1], first)
        return found if len({doer.role for doer in found}) > 1 else []

    def _addressed(self, at: int) -> list[Doer]:
        """Who is "you" in a letter: whom it addresses, or the other side than its writer's."""
        if voice_at(self.company.voices, self.company.tokens.starts[at]):
            return []
        if self.company.addressee is not None:
            return [self.stage.doer(self.company.addressee)]
        others = (
            PRINCIPALS - {self.company.issuer.role}
            if self.company.issuer.role in PRINCIPALS
            else frozenset()
        )
        return [
            self.stage.doer(a) for a in self.company.actors if a.role in others and not a.metonym
        ][:1]

    def _fitting(self, word: str, at: int) -> Doer | None:
        """The nearest actor before of whom "they" may be said, where the last one is one person."""
        actor = self.stage.last.actor if self.stage.last else None
        if actor is None or self._agrees(word, actor):
            return None
        for other in reversed(self.company.between(max(0, at - PRONOUN_REACH), at)):
            if is_side(other.role) and self._agrees(word, other):
                return self.stage.doer(other)
        return None

    def _agrees(self, word: str, actor: Actor) -> bool:
        """Whether a pronoun may mean an actor: "they" is no minister."""
        noun = self.company.tokens.words[actor.head : min(actor.head + 2, actor.stop)]
        office = self.company.lexicon.words("person_noun") & set(noun)
        return word != "they" or not (actor.person or office)

    def other_than(self, role: str, at: int) -> list[Doer]:
        """Of whom a speaker says "they": the nearest actor before of another side than the speaker's.

        Args:
            role: the speaker's side.
            at: the word that speaks of the others.
        """
        near = [
            actor
            for actor in reversed(self.company.between(max(0, at - PRONOUN_REACH), at))
            if actor.role not in {"", "both", "civilian", role} and not actor.metonym
        ]
        fighting = (
            [actor for actor in near if actor.role in PRINCIPALS] if role in PRINCIPALS else near
        )
        if fighting or near:
            return [self.stage.doer((fighting or near)[0])]
        return [self.stage.last] if self.stage.last else []

    def _after_verb(self, voice: Voice, at: int) -> bool:
        low = self.company.tokens.at(voice.span.start)
        return voice.verb in self.company.tokens.words[low:at]

    def meant_by_noun(self, end: int, first: int) -> list[Doer]:
        """Who is meant by "his group" or "their side", and by "the former" and "the latter".

        Args:
            end: the word after the noun.
            first: the first word of its sentence.
        """
        words = self.company.tokens.words
        if words[end - 1] in {"former", "latter"} and words[end - 2] == "the":
            return self._of_two(words[end - 1], end - 2)
        if end - 2 < first or words[end - 1] not in self.company.lexicon.words("named_again"):
            return []
        if words[end - 2] in self.company.lexicon.words("owning"):
            speaker = self.company.speaker(end - 2)
            return as_doer(speaker) or ([self.stage.last] if self.stage.last else [])
        return []

    def _of_two(self, word: str, at: int) -> list[Doer]:
        """Who is meant by "the former" and "the latter": the last two parties named before."""
        found: list[Actor] = []
        for actor in reversed(self.company.between(max(0, at - GROUP_REACH), at)):
            known = {one.role for one in found} | {"", "both", "mediator"}
            if actor.role not in known and not actor.metonym:
                found.append(actor)
        if len(found) < 2:
            return []
        return [self.stage.doer(found[0] if word == "latter" else found[1])]

    def carried(self, end: int, first: int) -> list[Doer]:
        """The last actor, where "them" in the sentence carries it on to a joined verb.

        Args:
            end: the word after the joint.
            first: the first word of its sentence.
        """
        word = self.company.tokens.words[end - 1] if end > first else ""
        carried = set(self.company.tokens.words[first : first + 8]) & {
            "them",
            "they",
            "it",
            "he",
            "she",
        }
        teller = self.company.teller(end - 1) if carried and word in {"and", "but"} else REPORT
        if is_side(teller.role) and teller.kind != "report":
            return as_doer(teller)
        return [self.stage.last] if word in {"and", "but"} and carried and self.stage.last else []

    def antecedent(self, at: int, first: int) -> list[Doer]:
        """Of whom "who" tells what was done.

        Args:
            at: the relative.
            first: the first word of its sentence.
        """
        for back in (at, at - 1):
            actor = self.company.by_stop.get(back)
            if actor and back - 1 >= first and self._relates(actor, at):
                return [self.stage.doer(actor)]
        return []

    def _relates(self, actor: Actor, at: int) -> bool:
        """Whether "who" tells what an actor did, and does not only tell which ones are meant."""
        words = self.company.tokens.words
        verb = next(
            (w for w in words[at + 1 : at + 4] if w not in self.company.lexicon.words("adverb")), ""
        )
        done = verb.endswith("ed") or verb in self.company.lexicon.irregular
        several = words[at - 1].endswith("s") and actor.definite and not actor.metonym
        return words[at - 1] == "," or (several and done)

    def person(self, end: int, first: int) -> list[Doer]:
        """The party of a person whose name ends before a word.

        Args:
            end: the word after the name.
            first: the first word of its sentence.
        """
        if end <= first or not self.company.tokens.capital(end - 1):
            return []
        known = self.company.persons.get(self.company.tokens.words[end - 1])
        return as_doer(known) if known else []
