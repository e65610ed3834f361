"""The actors and voices of a text: who is named where, who is joined to whom, and who says so."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

from attrs import define, field

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.modifiers import (
    LONGEST,
    heads_clause,
    only_modifies,
)
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import is_side
from qalamoun_terms.reading.who.speakers import REPORT, Speaker, Voice, voice_at, voices_over


@define
class Company:
    """The actors and voices of a text, and who acted last, for "it" and "they"."""

    tokens: Tokens
    actors: Sequence[Actor]
    voices: Sequence[Voice]
    lexicon: Lexicon
    issuer: Speaker = REPORT
    last: Doer | None = None
    _firsts: list[int] = field(init=False)
    _by_stop: Mapping[int, Actor] = field(init=False)
    persons: dict[str, Speaker] = field(factory=dict)
    addressee: Actor | None = None

    def __attrs_post_init__(self) -> None:
        self._firsts = [actor.first for actor in self.actors]
        self._by_stop = {actor.stop: actor for actor in self.actors}
        for voice in self.voices:
            if voice.speaker.kind == "named" and voice.speaker.name:
                self.persons.setdefault(voice.speaker.name.split()[-1].lower(), voice.speaker)

    def between(self, first: int, stop: int) -> list[Actor]:
        """The actors named between two words.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        low = bisect.bisect_left(self._firsts, first)
        high = bisect.bisect_left(self._firsts, stop)
        return list(self.actors[low:high])

    def speaker(self, at: int) -> Speaker:
        """Who says the word at an index: a voice of the text, or whoever issued it."""
        voice = voice_at(self.voices, self.tokens.starts[at])
        return voice.speaker if voice else self.issuer

    def source(self, at: int) -> Speaker:
        """Who says that somebody did what the verb at a word tells.

        Nobody but the report says so where the verb itself narrates ("announced a truce"), or where
        the words of saying only come later ("rejected the plan and said ...").
        """
        place = self.tokens.starts[at]
        voices = [v for v in voices_over(self.voices, place) if not self._only_narrates(v, at)]
        voice = voice_at(voices, place)
        return voice.speaker if voice else self.issuer

    def _only_narrates(self, voice: Voice, at: int) -> bool:
        """Whether who speaks only tells of others here, so that a subject may still be meant by itself."""
        if voice.rank != 1 or voice.quoted or voice.verb in {"", ":"}:
            return False
        words = self.tokens.words
        if words[at] == voice.verb:
            plain = words[at + 1 : at + 2] != ["that"] and words[at + 1] != "in"
            resolves = voice.verb in self.lexicon.words("resolving")
            return resolves or (plain and voice.verb in self.lexicon.words("narrating"))
        return voice.verb not in words[self.tokens.at(voice.span.start) : at + 1]

    def teller(self, at: int) -> Speaker:
        """Who is said right here to say the word at an index, by whoever passes it on."""
        near = [
            voice.speaker
            for voice in voices_over(self.voices, self.tokens.starts[at])
            if voice.rank == 1 and not voice.quoted and voice.speaker.role
        ]
        return near[-1] if near else self.speaker(at)

    def opened_by(self, first: int, stop: int) -> None:
        """Remembers the actor that opens a sentence, for "it" and "they" in the next one.

        Args:
            first: the first word of the sentence.
            stop: the word after its last.
        """
        for actor in self.between(first, min(first + 6, stop))[:1]:
            before = self.tokens.words[actor.first - 1] if actor.first > first else ""
            if (
                is_side(actor.role)
                and before not in self.lexicon.words("before_no_subject")
                and not actor.metonym
            ):
                self.last = self._doer(actor)

    def _row_first(self, actor: Actor, first: int) -> int:
        """The first word of an actor, or of the first of those joined to it by "and" before it."""
        at = actor.first
        while at - 1 > first and self.tokens.words[at - 1] == "and":
            before = self._by_stop.get(at - 1)
            if before is None:
                break
            at = before.first
        return at

    def _coordinated(self, actor: Actor, first: int) -> list[Doer]:
        """An actor with those joined to it by "and" before it."""
        found = [actor]
        at = actor.first
        while at - 1 > first:
            at -= self.tokens.words[at - 2 : at] == ["and", "of"]
            if self.tokens.words[at - 1] not in {"and", ",", "nor"}:
                break
            before = self._by_stop.get(at - 1)
            if before is None and self.tokens.words[at - 2 : at] == [",", "and"]:
                before = self._by_stop.get(at - 2)
            if before is None and self.tokens.words[at - 1] == "and":
                before = self._before_modifiers(at - 1, first)
            if before is None:
                break
            found.insert(0, before)
            at = before.first
        if found[0].first - 1 >= first and self.tokens.words[
            found[0].first - 1
        ] in self.lexicon.words("before_no_subject"):
            found = [actor]
        return [self._doer(one) for one in found]

    def _before_modifiers(self, end: int, first: int) -> Actor | None:
        """The first of two subjects, where brackets or a clause tell more of it: "A (of B) and C"."""
        if self.tokens.words[end - 1] not in {",", ")"}:
            return None
        for actor in reversed(self.between(max(first, end - LONGEST), end)):
            opens = self.tokens.words[actor.stop : actor.stop + 1] in ([","], ["("])
            heads = heads_clause(self.tokens, actor.first, first, self.lexicon)
            if opens and heads and only_modifies(self.tokens, actor.stop, end, self.lexicon):
                return actor
        return None

    def _doer(self, actor: Actor) -> Doer:
        role, word = actor.role, self.tokens.words[actor.first]
        own = word in self.lexicon.words("owning") and actor.noun in self.lexicon.words("own_men")
        if own or (not role and word in self.lexicon.words("owning")):
            speaker = self.speaker(actor.first)
            role = speaker.role or role or (self.last.role if self.last else "")
        return Doer(name=actor.name, role=role, actor=actor)
