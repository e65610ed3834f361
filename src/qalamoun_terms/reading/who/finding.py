"""Which speaker a name, a pronoun or a noun phrase means."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

from attrs import define, evolve, field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.speakers import REPORT, Speaker, speaker_of


@define
class Memory:
    """Who has been met so far: persons by the last word of their name, and the last speaker."""

    persons: dict[str, Speaker] = field(factory=dict)
    last: Speaker = REPORT
    last_person: Speaker | None = None
    last_anonymous: Speaker | None = None


@frozen
class SpeakerFinder:
    """Finds speakers by their words, and remembers those met so far.

    `by_stop` are the actors by the word after their last, `by_first` by their first.
    """

    tokens: Tokens
    actors: Sequence[Actor]
    lexicon: Lexicon
    memory: Memory = field(factory=Memory)
    by_stop: Mapping[int, Actor] = field(init=False)
    by_first: Mapping[int, Actor] = field(init=False)
    _firsts: Sequence[int] = field(init=False)

    @_firsts.default
    def _find_firsts(self) -> Sequence[int]:
        return [actor.first for actor in self.actors]

    @by_stop.default
    def _find_stops(self) -> Mapping[int, Actor]:
        return {actor.stop: actor for actor in self.actors}

    @by_first.default
    def _by_their_firsts(self) -> Mapping[int, Actor]:
        return {actor.first: actor for actor in self.actors}

    def actors_between(self, first: int, stop: int) -> list[Actor]:
        """The actors named between two words.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        low = bisect.bisect_left(self._firsts, first)
        high = bisect.bisect_left(self._firsts, stop)
        return list(self.actors[low:high])

    def before_apposition(self, comma: int, first: int) -> Speaker | None:
        """The subject before ", who ..., said": the words between two commas are passed over.

        Args:
            comma: the comma after the clause.
            first: the first word of the sentence.
        """
        for back in range(comma - 1, max(first, comma - 24) - 1, -1):
            if self.tokens.words[back] in PAUSE:
                if self.tokens.words[back + 1] in {"and", "but"}:
                    return None
                found = self.ending_at(back, first)
                named = self.name_first(comma, back + 1) == back + 1 and comma - back > 1
                if found and named:
                    person = self._person(back + 1, comma, first)
                    return evolve(person, role=found.role or person.role, actor=found.actor)
                if found:
                    role = found.role or self._role_between(back, comma)
                    return evolve(found, role=role)
        return None

    def _role_between(self, start: int, stop: int) -> str:
        for at in range(start, stop):
            actor = self.by_first.get(at)
            if actor and actor.role and actor.role != "both":
                return actor.role
        return ""

    def ending_at(self, end: int, first: int) -> Speaker | None:
        """The speaker whose name, pronoun or noun phrase ends just before a word.

        Args:
            end: the word after it.
            first: the first word of the sentence.
        """
        if end <= first:
            return None
        words = self.tokens.words
        if words[end - 1] in self.lexicon.words("pronoun_speaker"):
            return self._pronoun(words[end - 1])
        name_first = self.name_first(end, first)
        actor = self.by_stop.get(end)
        begins = min(name_first, actor.first if actor else end)
        if begins - 1 > first and words[begins - 1] in {"of", "for", "from"}:
            whose = self.name_first(begins - 1, first)
            if whose < begins - 1 and (actor is None or actor.role):
                return evolve(
                    self._person(whose, begins - 1, first),
                    role=actor.role if actor else "",
                    actor=actor,
                )
        known = self.memory.persons.get(words[end - 1])
        if known and actor and actor.stop - actor.first == 1:
            return known
        longer = actor is None or name_first < actor.first
        if name_first < end and longer and not (actor and actor.person):
            return self._person(name_first, end, first)
        return self.of_actor(actor) if actor else None

    def name_first(self, end: int, first: int) -> int:
        """The first word of the name in capitals that ends at a word.

        Args:
            end: the word after the name.
            first: the first word of the sentence.
        """
        at = end
        while at > first:
            word = self.tokens.words[at - 1]
            name = self.tokens.capital(at - 1) and not self._is_no_name(word)
            if not (name or (at < end and word in self.lexicon.words("name_particle"))):
                break
            at -= 1
        while at < end and not self.tokens.capital(at):
            at += 1
        return at

    def _is_no_name(self, word: str) -> bool:
        """Whether a word in a capital is no part of a person's name: "The", "Wednesday"."""
        return any(word in self.lexicon.words(name) for name in ("function_word", "weekday"))

    def _pronoun(self, word: str) -> Speaker | None:
        if word in {"he", "she"}:
            return self.memory.last_person or _known(self.memory.last)
        return _known(self.memory.last)

    def _person(self, first: int, stop: int, limit: int) -> Speaker:
        """A speaker from a run of capitals; a surname alone is the person named before."""
        while first < stop - 1 and self.tokens.words[first] in self.lexicon.words("person_title"):
            first += 1
        name = self.tokens.text_of(first, stop)
        known = self.memory.persons.get(self.tokens.words[stop - 1])
        if known and known.name and name.casefold() in known.name.casefold():
            return known
        actor = self._affiliation(first, stop, limit)
        return Speaker(kind="named", name=name, role=actor.role if actor else "", actor=actor)

    def _affiliation(self, first: int, stop: int, limit: int) -> Actor | None:
        """The body that a person is said to belong to, from the words beside the name."""
        words = self.tokens.words
        before = first
        while before > limit and words[before - 1] in self.lexicon.words("before_person"):
            before -= 1
        actor = self.by_stop.get(before) or self.by_stop.get(first)
        if actor and actor.role:
            return actor
        if stop < len(words) and words[stop] in {",", "of", "for", "who", "from", "("}:
            for at in range(stop + 1, min(stop + 10, len(words))):
                actor = self.by_first.get(at)
                if actor and actor.role and actor.role != "both":
                    return actor
                if words[at] in self.lexicon.words("no_apposition"):
                    break
        return None

    def of_actor(self, actor: Actor) -> Speaker:
        """An actor as a speaker: a person with a title, somebody of theirs without a name, or the body.

        Args:
            actor: the actor.
        """
        noun = self.tokens.words[actor.head]
        affiliation = (
            actor.name if actor.stop - actor.head > 1 or actor.head > actor.first else None
        )
        if actor.person:
            return self._titled(actor)
        if self.unnamed(actor):
            return Speaker(kind="anonymous", affiliation=affiliation, role=actor.role, actor=actor)
        if noun in self.lexicon.words("source_noun") and self.memory.last_anonymous:
            return self.memory.last_anonymous
        return speaker_of(actor)

    def _titled(self, actor: Actor) -> Speaker:
        """A person who is named after a rank or an office."""
        name_first = actor.stop
        while name_first > actor.head + 1 and self.tokens.words[
            name_first - 1
        ] not in self.lexicon.words("person_noun"):
            name_first -= 1
        name = self.tokens.text_of(name_first, actor.stop)
        known = self.memory.persons.get(self.tokens.words[actor.stop - 1])
        if known and known.role:
            return known
        return Speaker(kind="named", name=name, role=actor.role, actor=actor)

    def unnamed(self, actor: Actor) -> bool:
        """Whether an actor is somebody of theirs without a name: "sources", "a rebel commander".

        Args:
            actor: the actor.
        """
        words = self.tokens.words[actor.first : actor.stop]
        hits = self.tokens.hits(self.lexicon.indexes["speech"], actor.first, actor.stop)
        return words[-1] == "sources" or any(
            h.entry.id == "unnamed-person" and h.start == actor.first for h in hits
        )

    def named_after(self, at: int, stop: int, first: int) -> Speaker | None:
        """The speaker whose name, pronoun or noun phrase begins at a word.

        Args:
            at: the word at which it begins.
            stop: the word after the last of the sentence.
            first: the first word of the sentence.
        """
        words = self.tokens.words
        begin = at
        while (
            begin < stop
            and words[begin] in self.lexicon.words("name_opening")
            and begin not in self.by_first
        ):
            begin += 1
        if begin < stop and words[begin] in self.lexicon.words("spoken_pronoun"):
            return self._pronoun({"him": "he", "her": "she"}.get(words[begin], words[begin]))
        actor = self.by_first.get(begin)
        if actor is None and begin + 1 < stop and words[begin] in {"its", "his"}:
            actor = self.by_first.get(begin + 1)
        end = self.name_stop(begin, stop)
        if actor and end <= max(begin, actor.stop):
            return self._with_name(actor, stop, first)
        return self._person(begin, end, first) if end > begin else None

    def _with_name(self, actor: Actor, stop: int, first: int) -> Speaker:
        """An actor, or the person whose name follows it ("its head, Umm Ayham")."""
        apposed = actor.stop < stop and self.tokens.words[actor.stop] == ","
        begin = actor.stop + apposed
        after = self.name_stop(begin, stop)
        if after <= begin + apposed or not actor.heads:
            return self.of_actor(actor)
        named = self._person(begin, after, first)
        return evolve(named, role=actor.role or named.role, actor=actor)

    def name_stop(self, at: int, stop: int) -> int:
        """The word after a name in capitals that begins at a word.

        Args:
            at: the word at which it begins.
            stop: the word after the last of the sentence.
        """
        words, capitals = self.tokens.words, self.tokens.capitals
        small, particles = self.lexicon.words("function_word"), self.lexicon.words("name_particle")
        end = at
        while end < stop:
            word = words[end]
            name = end in capitals and word not in small
            if not (name or (end > at and word in particles and word != "of")):
                break
            end += 1
        return end

    def labelled(self, colon: int, first: int) -> Speaker | None:
        """Who stands before a colon, with or without an affiliation in brackets.

        Args:
            colon: the colon.
            first: the first word of the line.
        """
        words = self.tokens.words
        if words[colon - 1] != ")" or "(" not in words[first:colon]:
            return self.ending_at(colon, first)
        opened = first + list(words[first:colon]).index("(")
        speaker = self.ending_at(opened, first)
        actor = next(iter(self.actors_between(opened, colon)), None)
        if speaker and actor and actor.role and not speaker.role:
            return evolve(speaker, role=actor.role, actor=actor)
        return speaker

    def remember(self, speaker: Speaker) -> None:
        """Keeps who has just spoken, for the pronouns and surnames to come.

        Args:
            speaker: who has spoken.
        """
        self.memory.last = speaker
        if speaker.kind == "anonymous":
            self.memory.last_anonymous = speaker
            self.memory.last_person = speaker
        if speaker.kind == "named" and speaker.name:
            last = speaker.name.split()[-1].lower()
            if speaker.actor is None or speaker.name != speaker.actor.name:
                self.memory.persons.setdefault(last, speaker)
                self.memory.last_person = self.memory.persons[last]
            elif speaker.actor.stop - speaker.actor.head == 1:
                self.memory.last_person = speaker

    def learn_persons(self, first: int, stop: int) -> None:
        """Persons who are named with what they speak for, though they say nothing here.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        end = first
        for at in filter(self.tokens.capitals.__contains__, range(first, stop)):
            if at < end:
                continue
            end = self.name_stop(at, stop)
            if end - at >= 2 and self.by_first.get(at) is None:
                actor = self._affiliation(at, end, first)
                last = self.tokens.words[end - 1]
                if actor and actor.role and last not in self.memory.persons:
                    name = self.tokens.text_of(at, end)
                    found = Speaker(kind="named", name=name, role=actor.role, actor=actor)
                    self.memory.persons[last] = found


PAUSE = frozenset({",", "-", "–", "—", ")"})


def _known(speaker: Speaker) -> Speaker | None:
    return None if speaker.kind == "report" else speaker
