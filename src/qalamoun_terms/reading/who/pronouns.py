"""Whom a pronoun means as a subject, or a noun that stands for a party named before."""

from __future__ import annotations

from attrs import define

from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer, as_doer
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side
from qalamoun_terms.reading.who.speakers import REPORT, Voice, voice_at, voices_over

PRONOUN_REACH = 60  # words between a pronoun and whom it means
GROUP_REACH = 80  # words back to the two that "the former" and "the latter" mean


@define
class PronounReader(Company):
    """Finds whom "it", "they", "we", "who", "his group" and "the latter" mean."""

    def _pronoun(self, word: str, at: int) -> list[Doer]:
        """Whom a pronoun means: who speaks, the other side of who speaks, or who was last spoken of."""
        speaker = self.speaker(at)
        if word in {"we", "i", "us", "you"}:
            return self._addressed(at) if word == "you" else as_doer(speaker)
        leading = [
            v
            for v in voices_over(self.voices, self.tokens.starts[at])
            if v.rank == 1 and not v.quoted and v.verb != ":"
        ]
        if leading and leading[-1].speaker.role and self._after_verb(leading[-1], at):
            return as_doer(leading[-1].speaker)
        if leading and leading[-1].verb == self.tokens.words[at]:
            return as_doer(leading[-1].speaker)
        others = word in {"they", "he", "she"} and speaker.role and speaker.kind != "report"
        same = self.last is not None and self.last.role == speaker.role
        between = (
            self.last is not None and self.last.role == "mediator" and speaker.role in PRINCIPALS
        )
        if others and (same or between):
            return self.other_than(speaker.role, at)
        if self.last:
            return [self._fitting(word, at) or self.last]
        return as_doer(speaker) if speaker.kind != "report" else []

    def _both_before(self, word: str, end: int, first: int) -> list[Doer]:
        """As in "the army and the rebels said that they agreed": "they" are both who open it."""
        opening = self.between(first, min(first + 6, end))
        if word != "they" or len(opening) < 2 or opening[0].first > first + 1:
            return []
        found = self._coordinated(opening[1], first)
        return found if len({doer.role for doer in found}) > 1 else []

    def _addressed(self, at: int) -> list[Doer]:
        """Who is "you" in a letter: whom it addresses, or the other side than its writer's."""
        if voice_at(self.voices, self.tokens.starts[at]):
            return []
        if self.addressee is not None:
            return [self._doer(self.addressee)]
        others = PRINCIPALS - {self.issuer.role} if self.issuer.role in PRINCIPALS else frozenset()
        return [self._doer(a) for a in self.actors if a.role in others and not a.metonym][:1]

    def _fitting(self, word: str, at: int) -> Doer | None:
        """The nearest actor before of whom "they" may be said, where the last one is one person."""
        actor = self.last.actor if self.last else None
        if actor is None or self._agrees(word, actor):
            return None
        for other in reversed(self.between(max(0, at - PRONOUN_REACH), at)):
            if is_side(other.role) and self._agrees(word, other):
                return self._doer(other)
        return None

    def _agrees(self, word: str, actor: Actor) -> bool:
        """Whether a pronoun may mean an actor: "they" is no minister."""
        noun = self.tokens.words[actor.head : min(actor.head + 2, actor.stop)]
        office = self.lexicon.words("person_noun") & set(noun)
        return word != "they" or not (actor.person or office)

    def other_than(self, role: str, at: int) -> list[Doer]:
        """Of whom a speaker says "they": the nearest actor before of another side than the speaker's.

        Args:
            role: the speaker's side.
            at: the word that speaks of the others.
        """
        near = [
            actor
            for actor in reversed(self.between(max(0, at - PRONOUN_REACH), at))
            if actor.role not in {"", "both", "civilian", role} and not actor.metonym
        ]
        fighting = (
            [actor for actor in near if actor.role in PRINCIPALS] if role in PRINCIPALS else near
        )
        if fighting or near:
            return [self._doer((fighting or near)[0])]
        return [self.last] if self.last else []

    def _after_verb(self, voice: Voice, at: int) -> bool:
        low = self.tokens.at(voice.span.start)
        return voice.verb in self.tokens.words[low:at]

    def _meant_by_noun(self, end: int, first: int) -> list[Doer]:
        """Who is meant by "his group" or "their side", and by "the former" and "the latter"."""
        words = self.tokens.words
        if words[end - 1] in {"former", "latter"} and words[end - 2] == "the":
            return self._of_two(words[end - 1], end - 2)
        if end - 2 < first or words[end - 1] not in self.lexicon.words("named_again"):
            return []
        if words[end - 2] in self.lexicon.words("owning"):
            speaker = self.speaker(end - 2)
            return as_doer(speaker) or ([self.last] if self.last else [])
        return []

    def _of_two(self, word: str, at: int) -> list[Doer]:
        """Who is meant by "the former" and "the latter": the last two parties named before."""
        found: list[Actor] = []
        for actor in reversed(self.between(max(0, at - GROUP_REACH), at)):
            known = {one.role for one in found} | {"", "both", "mediator"}
            if actor.role not in known and not actor.metonym:
                found.append(actor)
        if len(found) < 2:
            return []
        return [self._doer(found[0] if word == "latter" else found[1])]

    def _carried(self, end: int, first: int) -> list[Doer]:
        """The last actor, where "them" in the sentence carries it on to a joined verb."""
        word = self.tokens.words[end - 1] if end > first else ""
        carried = set(self.tokens.words[first : first + 8]) & {"them", "they", "it", "he", "she"}
        teller = self.teller(end - 1) if carried and word in {"and", "but"} else REPORT
        if is_side(teller.role) and teller.kind != "report":
            return as_doer(teller)
        return [self.last] if word in {"and", "but"} and carried and self.last else []

    def _antecedent(self, at: int, first: int) -> list[Doer]:
        for back in (at, at - 1):
            actor = self._by_stop.get(back)
            if actor and back - 1 >= first and self._relates(actor, at):
                return [self._doer(actor)]
        return []

    def _relates(self, actor: Actor, at: int) -> bool:
        """Whether "who" tells what an actor did, and does not only tell which ones are meant."""
        words = self.tokens.words
        verb = next(
            (w for w in words[at + 1 : at + 4] if w not in self.lexicon.words("adverb")), ""
        )
        done = verb.endswith("ed") or verb in self.lexicon.irregular
        several = words[at - 1].endswith("s") and actor.definite and not actor.metonym
        return words[at - 1] == "," or (several and done)

    def _person(self, end: int, first: int) -> list[Doer]:
        if end <= first or not self.tokens.capital(end - 1):
            return []
        known = self.persons.get(self.tokens.words[end - 1])
        return as_doer(known) if known else []
