"""The actors and voices of a text: who is named where, and who says what is said of them."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.speakers import REPORT, Speaker, Voice, voice_at, voices_over


@frozen
class Company:
    """The actors and voices of a text.

    `issuer` and `addressee` are who issues it, and to whom. `persons` are those whom it names, by the
    last word of their names: the ones who were `met`, and who says something. `by_stop` are the
    actors by the word after their last.
    """

    tokens: Tokens
    actors: Sequence[Actor]
    voices: Sequence[Voice]
    lexicon: Lexicon
    issuer: Speaker = REPORT
    met: Mapping[str, Speaker] = field(factory=dict)
    addressee: Actor | None = None

    by_stop: Mapping[int, Actor] = field(init=False, repr=False)
    persons: Mapping[str, Speaker] = field(init=False, repr=False)
    _firsts: Sequence[int] = field(init=False, repr=False)

    @_firsts.default
    def _find_firsts(self) -> Sequence[int]:
        return [actor.first for actor in self.actors]

    @by_stop.default
    def _find_stops(self) -> Mapping[int, Actor]:
        return {actor.stop: actor for actor in self.actors}

    @persons.default
    def _find_persons(self) -> Mapping[str, Speaker]:
        found = dict(self.met)
        for voice in self.voices:
            if voice.speaker.kind == "named" and voice.speaker.name:
                found.setdefault(voice.speaker.name.split()[-1].lower(), voice.speaker)
        return found

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

    def row_first(self, actor: Actor, first: int) -> int:
        """The first word of an actor, or of the first of those joined to it by "and" before it.

        Args:
            actor: the actor.
            first: the first word of its sentence.
        """
        at = actor.first
        while at - 1 > first and self.tokens.words[at - 1] == "and":
            before = self.by_stop.get(at - 1)
            if before is None:
                break
            at = before.first
        return at
