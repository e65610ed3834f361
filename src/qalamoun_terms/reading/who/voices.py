"""Finds who says what: reported speech before, after and around what is said.

A speaker carries on through "he added" and through a quotation that runs over sentences. What
nobody is said to have said is told by the report itself, or by whoever issued a statement.
"""

from __future__ import annotations

import bisect
import operator
from collections.abc import Sequence

from attrs import evolve, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment, Sentence, Span
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.finding import PAUSE, SpeakerFinder
from qalamoun_terms.reading.who.interposed import before_interposed
from qalamoun_terms.reading.who.modifiers import (
    LONGEST,
    heads_clause,
    is_finite,
    only_modifies,
    stands_inside,
)
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.speakers import Speaker, Voice

SUBJECT_REACH = 14  # words between a verb of saying and who says it
HEADS = 200  # actors among which the head of a column is looked for
SPEECH_LENGTH = 25  # characters from which quoted words are speech and no mere name
OPENING = 4  # blocks in which the place of a report may stand
HEARER = 6  # words of whom somebody told
_AROUND = ("said_around", "oblique", "weekday", "time_opening", "time_noun")
_START = operator.attrgetter("start")
VOICE_REACH = 4000  # characters before a sentence in which the voice that covers it may begin


def find_voices(
    tokens: Tokens,
    blocks: Sequence[Segment],
    sentences: Sequence[Sentence],
    *,
    quotes: Sequence[Span],
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> tuple[tuple[Voice, ...], dict[str, Speaker]]:
    """The stretches of a text that somebody is said to have said, and the persons it names.

    The persons are found by the last word of their names, in small letters.

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        sentences: its sentences.
        quotes: its quotations.
        actors: the actors it names.
        lexicon: the words of saying.
    """
    finder = SpeakerFinder(tokens, actors, lexicon)
    reader = _Reader(tokens, lexicon, finder)
    voices: list[Voice] = []
    for sentence in sentences:
        if blocks[sentence.segment].kind is Block.HEADING:
            reader.heading(sentence)
        if blocks[sentence.segment].kind in (Block.HEADING, Block.DATELINE):
            continue
        voices.extend(_column(blocks[sentence.segment], actors))
        voices.extend(reader.sentence(sentence, quotes, blocks[sentence.segment].span))
    spoken = [q for q in quotes if len(q) >= SPEECH_LENGTH or _ends_as_speech(q.text(tokens.text))]
    return _spread(tuple(voices), sentences, spoken), dict(finder.memory.persons)


@frozen
class _Reader:
    """Reads the voices of one sentence after another."""

    tokens: Tokens
    lexicon: Lexicon
    finder: SpeakerFinder

    def heading(self, sentence: Sentence) -> None:
        """Remembers the persons whom a heading names with what they speak for."""
        start = sentence.span.start
        for line in sentence.span.text(self.tokens.text).splitlines(keepends=True):
            self.finder.learn_persons(*self.tokens.bounds(Span(start, start + len(line))))
            start += len(line)

    def sentence(self, sentence: Sentence, quotes: Sequence[Span], block: Span) -> list[Voice]:
        """The voices of one sentence."""
        first, stop = self.tokens.bounds(sentence.span)
        opening = self.finder.actors_between(first, first + 4)
        if opening and self.finder.unnamed(opening[0]):
            self.finder.memory.last_anonymous = self.finder.memory.last_person = (
                self.finder.of_actor(opening[0])
            )
        found = self._according_to(first, stop, sentence)
        words, say = self.tokens.words, self.lexicon.words("say")
        for at in self.tokens.places_of(say, first + 1, stop):
            if not self._finite(at) and words[at - 1 : at + 1] != ["as", "saying"]:
                continue
            if self.tokens.capital(at) or self._unsaid(at, first):
                continue  # "the United States", "has not yet replied"
            if self._quoted(at, sentence, quotes) or words[at + 1 : at + 2] in (["yes"], ["no"]):
                continue
            speaker, after = self._quoted_as(at) or self._subject(at, first, stop)
            if speaker is None:
                continue
            start, encloses = self._governed_from(at, first, sentence, after)
            found.append(
                Voice(
                    span=Span(start, sentence.span.end),
                    speaker=speaker,
                    verb=words[at],
                    rank=2 if encloses else 1,
                )
            )
        self._unnamed_here(first, stop)
        label = self._label(first, stop, sentence, block)
        if label:
            found.append(label)
        self.finder.learn_persons(first, stop)
        if not found and opening:
            self._opened_by_person(opening[0], first)
        return found

    def _opened_by_person(self, actor: Actor, first: int) -> None:
        """Remembers the person who opens a sentence, for "he said" in the next one."""
        office = self.tokens.words[actor.head] in self.lexicon.words("of_a_person")
        if actor.first <= first + 1 and (actor.person or (office and actor.definite)):
            self.finder.memory.last_person = self.finder.of_actor(actor)

    def _unsaid(self, at: int, first: int) -> bool:
        return bool(set(self.tokens.words[max(first, at - 3) : at]) & self.lexicon.words("negator"))

    def _finite(self, at: int) -> bool:
        """Whether a verb of saying has a subject: no "-ing", a bare form only after a plural."""
        words = self.tokens.words
        word = words[at]
        if word.endswith("ing") or self._is_rumoured(at):
            return False
        if word.endswith(("ed", "s")) or word in self.lexicon.words("said"):
            return True
        before = words[at - 1]
        return before in {"they", "we", "i", "did", "to"} or before.endswith(("s", "n't"))

    def _is_rumoured(self, at: int) -> bool:
        """Whether a verb of saying is passive: "are said to want" tells of nobody who says it."""
        words = self.tokens.words
        return words[at - 1] in self.lexicon.words("be_form") and words[at + 1 : at + 2] == ["to"]

    def _quoted_as(self, at: int) -> tuple[Speaker, int] | None:
        """Who is meant in "quoted the minister as saying" and "quoted him as saying"."""
        words = self.tokens.words
        if words[at - 1 : at + 1] != ["as", "saying"]:
            return None
        near = range(at - 2, max(0, at - SUBJECT_REACH), -1)
        quoted = next((i for i in near if words[i] in self.lexicon.words("quoting")), None)
        if quoted is None:
            return None
        speaker = self.finder.named_after(quoted + 1, at - 1, quoted)
        if speaker is None:
            return None
        self.finder.remember(speaker)
        return speaker, at + 1

    def _unnamed_here(self, first: int, stop: int) -> None:
        """An actor that asks not to be named is the source of what follows."""
        for hit in self.tokens.hits(self.lexicon.indexes["speech"], first, stop):
            if hit.entry.id != "nameless":
                continue
            before = [a for a in self.finder.actors_between(first, hit.start) if a.heads]
            if before:
                actor = before[0]
                self.finder.remember(
                    Speaker(kind="anonymous", affiliation=actor.name, role=actor.role, actor=actor)
                )
            return

    def _quoted(self, at: int, sentence: Sentence, quotes: Sequence[Span]) -> bool:
        place = self.tokens.starts[at]
        return any(q.start < place < q.end for q in _near(quotes, sentence.span))

    def _according_to(self, first: int, stop: int, sentence: Sentence) -> list[Voice]:
        """A sentence with "according to" is of whom it names."""
        hits = [
            h
            for h in self.tokens.hits(self.lexicon.indexes["speech"], first, stop)
            if h.entry.id == "according-to"
        ]
        for hit in hits:
            speaker = self.finder.named_after(hit.end, stop, first)
            if speaker:
                self.finder.remember(speaker)
                return [Voice(span=sentence.span, speaker=speaker, verb="according", rank=2)]
        return []

    def _governed_from(
        self, at: int, first: int, sentence: Sentence, after: int
    ) -> tuple[int, bool]:
        """Where the words that are said begin, and whether the verb of saying closes them."""
        words = self.tokens.words
        before = first
        while before < at and not words[before][0].isalnum():
            before += 1
        _, stop = self.tokens.bounds(sentence.span)
        closes = stop - after <= 1 or self._closes(self._past_hearer(at, after, stop), stop)
        parenthesis = words[after : after + 1] == [","]
        lead = self._clause_start(at, first)
        if lead > before and (parenthesis or closes) and lead - before >= 2:
            return sentence.span.start, True
        return (self.tokens.starts[lead] if lead > first else sentence.span.start), False

    def _past_hearer(self, at: int, after: int, stop: int) -> int:
        """The word after whom somebody told ("told the agency", "told Radio Hills")."""
        words = self.tokens.words
        if words[at] not in self.lexicon.words("tell_verb") or after != at + 1:
            return after
        end = after
        while end < stop and end - after < HEARER:
            article = end == after and words[end] in {"the", "a", "an"}
            heard = words[end] in self.lexicon.words("told_to")
            name = self.tokens.capital(end) and words[end] not in self.lexicon.words("weekday")
            if not (article or heard or name):
                break
            end += 1
        return end

    def _closes(self, after: int, stop: int) -> bool:
        """Whether a verb of saying ends what was said: only time, place or hearer follow it."""
        words = self.tokens.words
        if after >= stop - 1 or words[after] in {".", ",", ";"}:
            return True
        if not any(words[after] in self.lexicon.words(name) for name in _AROUND):
            return False
        end = after
        while end < stop and words[end] not in {",", ";", "."} and end - after < SUBJECT_REACH:
            if words[end] == "that" or is_finite(words[end], self.lexicon):
                return False
            end += 1
        return end - after < SUBJECT_REACH

    def _clause_start(self, at: int, first: int) -> int:
        for back in range(at - 1, max(first, at - SUBJECT_REACH) - 1, -1):
            if self.tokens.words[back] in {",", ";", '"', "”", "but", "while"}:
                return back + 1
        return first

    def _subject(self, at: int, first: int, stop: int) -> tuple[Speaker | None, int]:
        """Who is the subject of the verb of saying at a word, and the word after what was read."""
        words = self.tokens.words
        end = self._back_over(at, first)
        mark = words[end - 1] if end > first else ""
        if end == at and mark in {",", "”", '"'} and self._inverted(at + 1, stop):
            speaker = self.finder.named_after(at + 1, stop, first)
            if speaker:
                self.finder.remember(speaker)
                return speaker, self._after_name(at + 1, stop)
        speaker = self.finder.before_apposition(end - 1, first) if mark in PAUSE else None
        speaker = speaker or self._modified(end, first)
        if speaker is None and end == at and mark in {",", "”", '"'}:
            if at + 1 < stop and words[at + 1] not in self.lexicon.words("object_pronoun"):
                speaker = self.finder.named_after(at + 1, stop, first)
            if speaker:
                self.finder.remember(speaker)
                return speaker, self._after_name(at + 1, stop)
        speaker = speaker or self._around(end, first) or self.finder.ending_at(end, first)
        if speaker:
            self.finder.remember(speaker)
        return speaker, at + 1

    def _after_name(self, at: int, stop: int) -> int:
        """The word after the noun phrase or the name that begins at a word."""
        actor = self.finder.by_first.get(at)
        return max(actor.stop if actor else at, self.finder.name_stop(at, stop))

    def _inverted(self, at: int, stop: int) -> bool:
        """Whether who says so stands after the verb: a noun phrase that no verb of its own follows."""
        end = self._after_name(at, stop)
        if end <= at:
            return False
        return end >= stop - 1 or self.tokens.words[end] in {",", ".", ";"}

    def _around(self, end: int, first: int) -> Speaker | None:
        """The source in "a source close to the committee told": the nearest name is none of a speaker."""
        actor = self.finder.by_stop.get(end)
        if self.tokens.words[end - 1] in {"who", "which"} and end - 2 > first:
            comma = self.tokens.words[end - 2] == ","
            named = self.finder.by_stop.get(end - 2 if comma else end - 1)
            return self.finder.of_actor(named) if named else None
        if actor is None or not stands_inside(self.tokens, actor.first, first, self.lexicon):
            return None
        return self._modified(end, first)

    def _modified(self, end: int, first: int) -> Speaker | None:
        """Who says so, where only what tells more of the speaker stands between: "rebels in the hills said"."""
        for actor in reversed(self.finder.actors_between(max(first, end - LONGEST), end)):
            heads = heads_clause(self.tokens, actor.first, first, self.lexicon)
            if heads and only_modifies(self.tokens, actor.stop, end, self.lexicon):
                return self.finder.of_actor(actor)
        return None

    def _back_over(self, at: int, first: int) -> int:
        """The end of a name before a verb of saying: before adverbs, days and closing marks."""
        end = at
        while end > first and self.tokens.words[end - 1] in self.lexicon.words("adverb"):
            end -= 1
        timed = before_interposed(self.tokens, end, first, self.lexicon)
        if timed < end and (
            timed in self.finder.by_stop or self.finder.name_first(timed, first) < timed
        ):
            end = timed
        if (
            end - 2 > first
            and self.tokens.words[end - 1] in {'"', "”"}
            and end - 1 in self.finder.by_stop
        ):
            return end - 1
        return end

    def _is_topic(self, first: int, stop: int) -> bool:
        """Whether the words before a colon say what follows is about ("Exit: ...")."""
        topics = self.lexicon.named_words("proposals", "topics").values()
        words = self.tokens.words[first:stop]
        return any(not called.isdisjoint(words) for called in topics)

    def _is_dateline(self, first: int, colon: int, sentence: Sentence) -> bool:
        """Whether a place stands before the colon with which a report opens ("HILLTOWN: The army")."""
        if sentence.segment > OPENING:
            return False
        printed = self.tokens.text_of(first, colon + 1)
        actor = self.finder.by_first.get(first)
        place = actor.metonym if actor else printed.isupper()
        return place and self.tokens.text.count(printed) == 1

    def _label(self, first: int, stop: int, sentence: Sentence, block: Span) -> Voice | None:
        """A speaker who is named before a colon at the beginning of a block speaks all of it."""
        if sentence.span.start - block.start > 2:
            return None
        for at in range(first, min(first + 9, stop)):
            if self.tokens.words[at] in {":", ">"}:
                speaker = self.finder.labelled(at, first)
                if at - first == 1 and self.tokens.words[first] in {"q", "a"}:
                    return None
                if speaker is None or at + 1 >= stop or self._is_dateline(first, at, sentence):
                    return None
                if speaker.actor is None and self._is_topic(first, at):
                    return None
                self.finder.remember(speaker)
                if (
                    speaker.actor
                    and speaker.name == speaker.actor.name
                    and not speaker.actor.person
                ):
                    speaker = evolve(speaker, kind="report", name=None)
                return Voice(
                    span=Span(self.tokens.starts[at + 1], block.end),
                    speaker=speaker,
                    verb=":",
                    rank=0,
                )
        return None


def _column(block: Segment, actors: Sequence[Actor]) -> list[Voice]:
    """What stands in a party's column of a table is the party's."""
    if block.kind is not Block.CELL or not block.marker:
        return []
    party = next((a for a in actors[:HEADS] if a.role and a.name in block.marker), None)
    if party is None:
        return []
    speaker = Speaker(kind="report", role=party.role, actor=party)
    return [Voice(span=block.span, speaker=speaker, verb=":", rank=0)]


def _near(quotes: Sequence[Span], span: Span) -> list[Span]:
    """The quotations that a stretch touches; quotations lie apart and in order."""
    at = max(0, bisect.bisect_left(quotes, span.start, key=_START) - 1)
    found = []
    while at < len(quotes) and quotes[at].start < span.end:
        if quotes[at].overlaps(span):
            found.append(quotes[at])
        at += 1
    return found


def _ends_as_speech(quoted: str) -> bool:
    """Whether a few quoted words end with the mark that parts speech from who says it.

    >>> _ends_as_speech('"Not a chance,"'), _ends_as_speech('"the accord"')
    (True, False)
    """
    return quoted.rstrip(_QUOTING)[-1:] in _SPOKEN_END


_QUOTING = "\"'”’»"
_SPOKEN_END = frozenset(",!?")


def _spread(
    voices: tuple[Voice, ...], sentences: Sequence[Sentence], quotes: Sequence[Span]
) -> tuple[Voice, ...]:
    """Gives all of a quotation to who speaks in the sentence where it begins or ends."""
    added: list[Voice] = []
    starts = [sentence.span.start for sentence in sentences]
    said = [voice.span.start for voice in voices]
    for quote in quotes:
        first = max(0, bisect.bisect_right(starts, quote.start) - 1)
        last = max(first, bisect.bisect_left(starts, quote.end) - 1)
        if first >= len(sentences):
            continue
        low = bisect.bisect_left(said, sentences[first].span.start - VOICE_REACH)
        high = bisect.bisect_left(said, sentences[last].span.end)
        ends = (sentences[first].span, sentences[last].span)
        speakers = [v for v in voices[low:high] if any(v.span.overlaps(end) for end in ends)]
        if speakers:
            speaker = speakers[-1].speaker
            added.append(Voice(span=quote, speaker=speaker, verb="says", quoted=True))
    return tuple(sorted(voices + tuple(added), key=lambda v: (v.span.start, v.quoted)))
