"""Who says so: the voice behind each stretch of a text.

Reported speech is found before, after and around what is said; a speaker carries on through "he
added" and through a quotation that runs over sentences. What nobody is said to have said is told
by the report itself, or by whoever issued a statement.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.actors import Actor
from qalamoun_terms.reading.frames import Block, Segment, Sentence, Span
from qalamoun_terms.reading.tokens import Tokens

SPEECH_LENGTH = 25  # characters from which quoted words are speech and no mere name
VOICE_REACH = 4000  # characters before a sentence in which the voice that covers it may begin
VOICES_BACK = 48  # voices looked back on
SUBJECT_REACH = 14  # words between a verb of saying and who says it


@frozen(kw_only=True)
class Speaker:
    """Who says something: `kind` is "report", "named" or "anonymous"; `role` the speaker's side."""

    kind: str = "report"
    name: str | None = None
    affiliation: str | None = None
    role: str = ""
    actor: Actor | None = field(default=None, repr=False)


REPORT = Speaker()


@frozen(kw_only=True)
class Voice:
    """A stretch of text in somebody's words.

    `verb` is the verb of saying; `rank` is higher where the words of saying enclose the whole.
    """

    span: Span
    speaker: Speaker
    verb: str = ""
    rank: int = 1
    quoted: bool = False


@define
class _Memory:
    """Who has been met so far: persons by the last word of their name, and the last speaker."""

    persons: dict[str, Speaker] = field(factory=dict)
    last: Speaker = REPORT
    last_person: Speaker | None = None
    last_anonymous: Speaker | None = None


def find_voices(
    tokens: Tokens,
    blocks: Sequence[Segment],
    sentences: Sequence[Sentence],
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
    reader = _Reader(tokens, actors, lexicon)
    voices: list[Voice] = []
    for sentence in sentences:
        if blocks[sentence.segment].kind in (Block.HEADING, Block.DATELINE):
            continue
        voices.extend(reader.sentence(sentence, quotes, blocks[sentence.segment].span))
    return _spread(tuple(voices), sentences, quotes), dict(reader.memory.persons)


@define
class _Reader:
    tokens: Tokens
    actors: Sequence[Actor]
    lexicon: Lexicon
    memory: _Memory = field(factory=_Memory)
    _firsts: list[int] = field(init=False)
    _by_stop: dict[int, Actor] = field(init=False)
    _by_first: dict[int, Actor] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._firsts = [actor.first for actor in self.actors]
        self._by_stop = {actor.stop: actor for actor in self.actors}
        self._by_first = {actor.first: actor for actor in self.actors}

    def sentence(self, sentence: Sentence, quotes: Sequence[Span], block: Span) -> list[Voice]:
        """The voices of one sentence."""
        first, stop = self.tokens.bounds(sentence.span)
        opening = self.actors_between(first, first + 4)
        if opening and self._unnamed(opening[0]):
            self.memory.last_anonymous = self.memory.last_person = self._of_actor(opening[0], first)
        found = self._according_to(first, stop, sentence)
        words, say = self.tokens.words, self.lexicon.words("say")
        for at in range(first, stop):
            if words[at] not in say or at == first or not self._finite(at):
                continue
            if self._quoted(at, sentence, quotes) or words[at + 1 : at + 2] in (["yes"], ["no"]):
                continue
            speaker, after = self._subject(at, first, stop)
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
        self._learn_persons(first, stop)
        return found

    def _finite(self, at: int) -> bool:
        """Whether a verb of saying has a subject: no "-ing", a bare form only after a plural."""
        words = self.tokens.words
        word = words[at]
        if word.endswith("ing"):
            return False
        if word.endswith(("ed", "s")) or word in self.lexicon.words("said"):
            return True
        before = words[at - 1]
        return before in {"they", "we", "i", "did", "to"} or before.endswith(("s", "n't"))

    def _unnamed_here(self, first: int, stop: int) -> None:
        """An actor that asks not to be named is the source of what follows."""
        for hit in self.lexicon.indexes["speech"].find(self.tokens.words, first, stop):
            if hit.entry.id != "nameless":
                continue
            before = [a for a in self.actors_between(first, hit.start) if a.heads]
            if before:
                actor = before[0]
                self._remember(
                    Speaker(kind="anonymous", affiliation=actor.name, role=actor.role, actor=actor)
                )
            return

    def actors_between(self, first: int, stop: int) -> list[Actor]:
        """The actors named between two words."""
        low = bisect.bisect_left(self._firsts, first)
        high = bisect.bisect_left(self._firsts, stop)
        return list(self.actors[low:high])

    def _quoted(self, at: int, sentence: Sentence, quotes: Sequence[Span]) -> bool:
        place = self.tokens.starts[at]
        return any(q.start < place < q.end for q in _near(quotes, sentence.span))

    def _according_to(self, first: int, stop: int, sentence: Sentence) -> list[Voice]:
        hits = [
            h
            for h in self.lexicon.indexes["speech"].find(self.tokens.words, first, stop)
            if h.entry.id == "according-to"
        ]
        for hit in hits:
            speaker = self._named_after(hit.end, stop, first, stop)
            if speaker:
                self._remember(speaker)
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
        rest = stop - after
        closes = (
            rest <= 1
            or words[after] in {".", ",", ";"}
            or (rest <= 5 and words[after] in {"on", "in", "by", "at", "to", "late"})
        )
        parenthesis = words[after : after + 1] == [","]
        lead = self._clause_start(at, first)
        if lead > before and (parenthesis or closes) and lead - before >= 2:
            return sentence.span.start, True
        return (self.tokens.starts[lead] if lead > first else sentence.span.start), False

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
        speaker = self._before_apposition(end - 1, first) if mark in _PAUSE else None
        if speaker is None and end == at and mark in {",", "”", '"'}:
            if at + 1 < stop and words[at + 1] not in self.lexicon.words("object_pronoun"):
                speaker = self._named_after(at + 1, stop, first, stop)
            if speaker:
                self._remember(speaker)
                return speaker, self._name_stop(at + 1, stop)
        speaker = speaker or self._ending_at(end, first)
        if speaker:
            self._remember(speaker)
        return speaker, at + 1

    def _back_over(self, at: int, first: int) -> int:
        end = at
        while end > first and self.tokens.words[end - 1] in self.lexicon.words("adverb"):
            end -= 1
        if (
            end - 2 > first
            and self.tokens.words[end - 1] in {'"', "”"}
            and end - 1 in self._by_stop
        ):
            return end - 1
        return end

    def _before_apposition(self, comma: int, first: int) -> Speaker | None:
        """The subject before ", who ..., said": the words between two commas are passed over."""
        for back in range(comma - 1, max(first, comma - 24) - 1, -1):
            if self.tokens.words[back] in _PAUSE:
                if self.tokens.words[back + 1] in {"and", "but"}:
                    return None
                found = self._ending_at(back, first)
                named = self._name_first(comma, back + 1) == back + 1 and comma - back > 1
                if found and named:
                    person = self._person(back + 1, comma, first)
                    return evolve(person, role=found.role or person.role, actor=found.actor)
                if found:
                    role = found.role or self._role_between(back, comma)
                    return evolve(found, role=role)
        return None

    def _role_between(self, start: int, stop: int) -> str:
        for at in range(start, stop):
            actor = self._by_first.get(at)
            if actor and actor.role and actor.role != "both":
                return actor.role
        return ""

    def _ending_at(self, end: int, first: int) -> Speaker | None:
        """The speaker whose name, pronoun or noun phrase ends just before a word."""
        if end <= first:
            return None
        words = self.tokens.words
        if words[end - 1] in self.lexicon.words("pronoun_speaker"):
            return self._pronoun(words[end - 1])
        name_first = self._name_first(end, first)
        actor = self._by_stop.get(end)
        begins = min(name_first, actor.first if actor else end)
        if begins - 1 > first and words[begins - 1] in {"of", "for", "from"}:
            whose = self._name_first(begins - 1, first)
            if whose < begins - 1 and (actor is None or actor.role):
                return evolve(
                    self._person(whose, begins - 1, first),
                    role=actor.role if actor else "",
                    actor=actor,
                )
        if actor and actor.person:
            return self._titled(actor)
        if name_first < end and (actor is None or name_first < actor.first or not actor.heads):
            return self._person(name_first, end, first)
        if actor:
            return self._of_actor(actor, first)
        if name_first < end:
            return self._person(name_first, end, first)
        return None

    def _name_first(self, end: int, first: int) -> int:
        at = end
        while at > first:
            word = self.tokens.words[at - 1]
            name = self.tokens.capital(at - 1) and word not in self.lexicon.words("function_word")
            if not (name or (at < end and word in self.lexicon.words("name_particle"))):
                break
            at -= 1
        while at < end and not self.tokens.capital(at):
            at += 1
        return at

    def _pronoun(self, word: str) -> Speaker | None:
        if word in {"he", "she"}:
            return self.memory.last_person or _known(self.memory.last)
        return _known(self.memory.last)

    def _person(self, first: int, stop: int, limit: int) -> Speaker:
        """A speaker from a run of capitals; a surname alone is the person named before."""
        while first < stop - 1 and self.tokens.words[first] in self.lexicon.words("person_title"):
            first += 1
        name = self.tokens.span(first, stop).text(self.tokens.text)
        known = self.memory.persons.get(self.tokens.words[stop - 1])
        if known and known.name and name in known.name:
            return known
        actor = self._affiliation(first, stop, limit)
        return Speaker(kind="named", name=name, role=actor.role if actor else "", actor=actor)

    def _affiliation(self, first: int, stop: int, limit: int) -> Actor | None:
        """The body that a person is said to belong to, from the words beside the name."""
        words = self.tokens.words
        before = first
        while before > limit and words[before - 1] in {",", "as", "by"}:
            before -= 1
        actor = self._by_stop.get(before) or self._by_stop.get(first)
        if actor and actor.role:
            return actor
        if stop < len(words) and words[stop] in {",", "of", "for", "who", "from", "("}:
            for at in range(stop + 1, min(stop + 10, len(words))):
                actor = self._by_first.get(at)
                if actor and actor.role and actor.role != "both":
                    return actor
                if words[at] in {".", ";", ":"}:
                    break
        return None

    def _of_actor(self, actor: Actor, first: int) -> Speaker | None:
        noun = self.tokens.words[actor.head]
        affiliation = (
            actor.name if actor.stop - actor.head > 1 or actor.head > actor.first else None
        )
        if actor.person:
            return self._titled(actor)
        if self._unnamed(actor):
            found = Speaker(kind="anonymous", affiliation=affiliation, role=actor.role, actor=actor)
            return found
        if noun in _SOURCE_NOUNS and self.memory.last_anonymous:
            return self.memory.last_anonymous
        return Speaker(kind="named", name=actor.name, role=actor.role, actor=actor)

    def _titled(self, actor: Actor) -> Speaker:
        """A person who is named after a rank or an office."""
        name_first = actor.stop
        while name_first > actor.head + 1 and not (
            self.tokens.words[name_first - 1] in self.lexicon.words("person_noun")
        ):
            name_first -= 1
        name = self.tokens.span(name_first, actor.stop).text(self.tokens.text)
        known = self.memory.persons.get(self.tokens.words[actor.stop - 1])
        if known and known.role:
            return known
        return Speaker(kind="named", name=name, role=actor.role, actor=actor)

    def _unnamed(self, actor: Actor) -> bool:
        words = self.tokens.words[actor.first : actor.stop]
        hits = self.lexicon.indexes["speech"].find(self.tokens.words, actor.first, actor.stop)
        return words[-1] in {"sources"} or any(
            h.entry.id == "unnamed-person" and h.start == actor.first for h in hits
        )

    def _named_after(self, at: int, stop: int, first: int, limit: int) -> Speaker | None:
        """The speaker whose name or noun phrase begins at a word."""
        words = self.tokens.words
        begin = at
        while (
            begin < stop
            and words[begin] in {"a", "the", "an", '"', "“"}
            and begin not in self._by_first
        ):
            begin += 1
        if begin < stop and words[begin] in self.lexicon.words("pronoun_speaker") | {
            "him",
            "her",
            "them",
        }:
            return self._pronoun({"him": "he", "her": "she"}.get(words[begin], words[begin]))
        actor = self._by_first.get(begin)
        if actor is None and begin + 1 < stop and words[begin] in {"the", "a", "an", "its", "his"}:
            actor = self._by_first.get(begin + 1)
        end = self._name_stop(begin, stop)
        if actor and (end <= actor.stop or not self.tokens.capital(begin)):
            if end <= begin or end <= actor.stop:
                begin = actor.stop + (actor.stop < stop and words[actor.stop] == ",")
                after = self._name_stop(begin, stop)
                if after > begin + (begin > actor.stop) and actor.heads:
                    named = self._person(begin, after, first)
                    return evolve(named, role=actor.role or named.role, actor=actor)
                return self._of_actor(actor, first)
        if end > begin:
            return self._person(begin, end, first)
        return None

    def _name_stop(self, at: int, stop: int) -> int:
        end = at
        while end < stop:
            word = self.tokens.words[end]
            name = self.tokens.capital(end) and word not in self.lexicon.words("function_word")
            if not (
                name or (end > at and word in self.lexicon.words("name_particle") and word != "of")
            ):
                break
            end += 1
        return end

    def _label(self, first: int, stop: int, sentence: Sentence, block: Span) -> Voice | None:
        """A speaker who is named before a colon at the beginning of a block speaks all of it."""
        if sentence.span.start - block.start > 2:
            return None
        for at in range(first, min(first + 9, stop)):
            if self.tokens.words[at] == ":":
                speaker = self._labelled(at, first)
                if speaker is None or at + 1 >= stop:
                    return None
                self._remember(speaker)
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

    def _labelled(self, colon: int, first: int) -> Speaker | None:
        """Who stands before a colon, with or without an affiliation in brackets."""
        words = self.tokens.words
        if words[colon - 1] != ")" or "(" not in words[first:colon]:
            return self._ending_at(colon, first)
        opened = first + list(words[first:colon]).index("(")
        speaker = self._ending_at(opened, first)
        actor = next(iter(self.actors_between(opened, colon)), None)
        if speaker and actor and actor.role and not speaker.role:
            return evolve(speaker, role=actor.role, actor=actor)
        return speaker

    def _remember(self, speaker: Speaker) -> None:
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

    def _learn_persons(self, first: int, stop: int) -> None:
        """Persons who are named with what they speak for, though they say nothing here."""
        at = first
        while at < stop:
            end = self._name_stop(at, stop) if self.tokens.capital(at) else at
            if end - at >= 2 and self._by_first.get(at) is None:
                actor = self._affiliation(at, end, first)
                last = self.tokens.words[end - 1]
                if actor and actor.role and last not in self.memory.persons:
                    name = self.tokens.span(at, end).text(self.tokens.text)
                    found = Speaker(kind="named", name=name, role=actor.role, actor=actor)
                    self.memory.persons[last] = found
            at = max(end, at + 1)


_PAUSE = frozenset({",", "-", "–", "—", ")"})
_SOURCE_NOUNS = frozenset({"source", "sources", "official", "diplomat", "officer", "fighter"})


def _known(speaker: Speaker) -> Speaker | None:
    return None if speaker.kind == "report" else speaker


def _near(quotes: Sequence[Span], span: Span) -> list[Span]:
    """The quotations that a stretch touches; quotations lie apart and in order."""
    at = max(0, bisect.bisect_left(quotes, Span(span.start, span.start)) - 1)
    found = []
    while at < len(quotes) and quotes[at].start < span.end:
        if quotes[at].overlaps(span):
            found.append(quotes[at])
        at += 1
    return found


def _spread(
    voices: tuple[Voice, ...], sentences: Sequence[Sentence], quotes: Sequence[Span]
) -> tuple[Voice, ...]:
    """Gives all of a quotation to who speaks in the sentence where it begins or ends."""
    added: list[Voice] = []
    starts = [sentence.span.start for sentence in sentences]
    said = [voice.span.start for voice in voices]
    for quote in quotes:
        if len(quote) < SPEECH_LENGTH:
            continue
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


def find_issuer(
    tokens: Tokens,
    blocks: Sequence[Segment],
    quotes: Sequence[Span],
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> Speaker:
    """Who issued a text that speaks of itself as "we": a letter, a statement, a bulletin.

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        quotes: its quotations.
        actors: the actors it names.
        lexicon: the words of the first person.
    """
    titled = _title_issuer(tokens, blocks, actors, lexicon)
    if titled:
        return titled
    own = lexicon.words("first_person")
    said = [i for i, word in enumerate(tokens.words) if word in own]
    unquoted = [i for i in said if not _inside(quotes, tokens.starts[i])]
    if len(unquoted) < 3 or len(unquoted) * 2 < len(said):
        return REPORT
    return _letterhead(tokens, blocks, actors) or REPORT


def _title_issuer(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> Speaker | None:
    """The body in a title such as "Statement of the Operations Room"."""
    heads = [block for block in blocks[:2] if block.kind is Block.HEADING]
    if not heads:
        return None
    first, stop = tokens.at(heads[0].span.start), tokens.at(heads[-1].span.end)
    words = set(tokens.words[first:stop])
    if not words & lexicon.words("issued") or "joint" in words:
        return None
    named = [a for a in actors if first <= a.first < stop and a.role not in {"", "both"}]
    if not named:
        return None
    return Speaker(kind="named", name=named[-1].name, role=named[-1].role, actor=named[-1])


def _inside(quotes: Sequence[Span], place: int) -> bool:
    at = bisect.bisect_right(quotes, Span(place, place))
    return at > 0 and quotes[at - 1].end > place and len(quotes[at - 1]) > SPEECH_LENGTH


def _letterhead(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor]
) -> Speaker | None:
    """The first actor that heads a text or signs it."""
    places = [b.span for b in blocks[:4]] + [b.span for b in reversed(blocks[-4:])]
    for span in places:
        for actor in actors:
            if actor.role in {"", "both"} or not span.covers(actor.span(tokens)):
                continue
            if actor.first > 0 and tokens.words[actor.first - 1] in {"to", "by", "with", "dear"}:
                continue
            return Speaker(kind="named", name=actor.name, role=actor.role, actor=actor)
    return None


def voice_at(voices: Sequence[Voice], place: int) -> Voice | None:
    """The voice that answers for a place of the text, None where the report itself speaks.

    Args:
        voices: the voices of the text.
        place: an offset into the text.

    >>> voice_at((), 3) is None
    True
    """
    covering = voices_over(voices, place)
    if not covering:
        return None
    return max(covering, key=lambda v: (v.quoted, v.rank, -v.span.start))


def voices_over(voices: Sequence[Voice], place: int) -> list[Voice]:
    """All voices that cover a place of the text, in their order.

    Args:
        voices: the voices of the text, by where they begin.
        place: an offset into the text.

    >>> voices_over((), 3)
    []
    """
    at = bisect.bisect_right(voices, place, key=lambda v: v.span.start)
    return [v for v in voices[max(0, at - VOICES_BACK) : at] if place < v.span.end]
