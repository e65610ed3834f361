"""Who does what an act states: the subject before the words, or the agent after "by"."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

from attrs import define, evolve, field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.interposed import before_interposed
from qalamoun_terms.reading.who.modifiers import (
    LONGEST,
    heads_clause,
    is_finite,
    only_modifies,
    shares_verbs,
    stands_inside,
)
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side
from qalamoun_terms.reading.who.speakers import REPORT, Speaker, Voice, voice_at, voices_over

PRONOUN_REACH = 60  # words between a pronoun and whom it means
SHORTEST_DOING = 4  # letters; "king" is no participle
AGENTS = 4  # agents of one passive, at most
GROUP_REACH = 80  # words back to the two that "the former" and "the latter" mean
SUBJECT_GAP = 12  # words between a verb and a subject that does not stand right before it


@frozen(kw_only=True)
class Doer:
    """Who does something: the `name` in the text and the side's `role`."""

    name: str
    role: str
    actor: Actor | None = field(default=None, repr=False)

    @property
    def country(self) -> str:
        """The first letters of the state that it acts for, "" where none is named."""
        return self.actor.country if self.actor and self.role == "state" else ""


@define
class Cast:
    """Finds the subjects of a text's acts, and remembers the last one for "it" and "they"."""

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

    def before(self, at: int, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """The subject of the verb at a word.

        Args:
            at: the verb.
            first: the first word of its sentence.
            earlier: the subject of the act before it in the same sentence.
        """
        end = self._past_adverbs(at, first)
        if self.tokens.words[max(first, end - 2) : end] == ["said", "to"]:
            end = self._past_adverbs(end - 2, first)
        if "_".join(self.tokens.words[max(first, end - 3) : end]) in self.lexicon.words(
            "at_that_time"
        ):
            end -= 3
        found = self._ending(end, at, first, earlier) or self._labelled(end)
        if found and is_side(found[0].role):
            self.last = found[-1]
        return found

    def _passed(self, word: str) -> bool:
        """Whether a word between a subject and its verb says nothing of who does it."""
        adverb = word in self.lexicon.words("adverb") or (word.endswith("ly") and len(word) > 5)
        return adverb or word in _QUOTES

    def _past_adverbs(self, at: int, first: int) -> int:
        """The word from which only adverbs, auxiliaries and times stand before a word."""
        while at > first:
            start = before_interposed(self.tokens, at, first, self.lexicon)
            if start < at and self._may_end_at(start, first):
                at = start
            elif self._passed(self.tokens.words[at - 1]):
                at -= 1
            else:
                break
        return at

    def _may_end_at(self, end: int, first: int) -> bool:
        """Whether a subject may end where a time begins: no "talks with the rebels on Monday"."""
        actor = self._by_stop.get(end)
        before = self.tokens.words[actor.first - 1] if actor and actor.first > first else ""
        return before not in self.lexicon.words("before_no_subject")

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

    def _ending(self, end: int, at: int, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        words = self.tokens.words
        word = words[end - 1] if end > first else ""
        found = self._right_before(end, first)
        if found or word == "'s":
            return found
        if word in self.lexicon.words("subject_pronoun"):
            return self._both_before(word, end, first) or self._pronoun(word, at)
        again = self._again(end, first)
        if again or word == "both":
            return again or [Doer(name="both", role="both")]
        if word in {"who", "which", "that"}:
            return self._antecedent(end - 1, first)
        joined = list(earlier) if word in {"and", "but", "or", ",", ""} else []
        person = self._person(end, first)
        shared = self._far(end, end, first) or self._modified(end, first)
        shared = shared or self._opening(end, first)
        return person or joined or shared or self._carried(end, first)

    def _right_before(self, end: int, first: int) -> list[Doer]:
        """The actor whose name, or what is told of it between commas, ends before a word."""
        word = self.tokens.words[end - 1] if end > first else ""
        if word in _PAUSES and end - 1 > first:
            apposed = self._apposed(end - 1, first)
            if apposed:
                return self._around(apposed[-1].actor, end, first) or apposed
        actor = self._led(self._by_stop.get(end), first)
        if actor is not None:
            return self._around(actor, end, first) or self._coordinated(actor, first)
        return self._elliptic(end - 1, first) if word == "'s" else []

    def _led(self, actor: Actor | None, first: int) -> Actor | None:
        """The body in "a committee led by Sheikh Aref", and else the actor itself."""
        words = self.tokens.words
        if actor is None or actor.first - 2 <= first or words[actor.first - 1] != "by":
            return actor
        leads = words[actor.first - 2] in self.lexicon.words("leads")
        return (self._by_stop.get(actor.first - 2) or actor) if leads else actor

    def _elliptic(self, end: int, first: int) -> list[Doer]:
        """The two of "the minister's delegation and the rebels'", whose second noun is left out."""
        actor = self._by_stop.get(end)
        found = self._coordinated(actor, first) if actor else []
        return found if len(found) > 1 else []

    def _again(self, end: int, first: int) -> list[Doer]:
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

    def _opening(self, end: int, first: int) -> list[Doer]:
        """The subject of the whole sentence, which a second verb shares ("and initialed the text")."""
        actors = self.between(first, end)
        if self.tokens.words[end - 1 : end] != ["and"] or not actors:
            return []
        subject = actors[0]
        for actor in actors[1:]:
            if self.tokens.words[subject.stop : actor.first] not in (["and"], [",", "and"]):
                break
            subject = actor
        gap = set(self.tokens.words[subject.stop : end])
        leads = actors[0].first <= first + 1 and not subject.metonym
        return (
            self._coordinated(subject, first)
            if leads and not gap & self.lexicon.words("subject_cut")
            else []
        )

    def _modified(self, end: int, first: int) -> list[Doer]:
        """A subject that words of place, time or leadership part from its verb."""
        for actor in reversed(self.between(max(first, end - SUBJECT_GAP), end)):
            before = self.tokens.words[actor.first - 1] if actor.first > first else ""
            gap = self.tokens.words[actor.stop : end]
            dated = self._dated(gap)
            if before in self.lexicon.words("before_no_subject") or (actor.metonym and not dated):
                continue
            if gap[:1] == ["("] and ")" in gap:
                gap = gap[gap.index(")") + 1 :]
            doing = bool(gap) and gap[0].endswith("ing") and len(gap[0]) > SHORTEST_DOING
            opens = dated or doing or (bool(gap) and gap[0] in self.lexicon.words("after_subject"))
            closed = set(gap) & (self.lexicon.words("subject_cut") | self.lexicon.words("be_form"))
            return self._coordinated(actor, first) if opens and not closed else []
        return []

    def _around(self, actor: Actor | None, end: int, first: int) -> list[Doer]:
        """The subject around an actor that only stands in what tells more of it."""
        if actor is None:
            return []
        low = self._row_first(actor, first)
        if not stands_inside(self.tokens, low, first, self.lexicon):
            return []
        found = self._far(actor.first, end, first)
        owner = self.tokens.words[low - 1] in {"to", "for", "of", "from", "in", "at"}
        if owner and len(found) == 1 and not found[0].role:
            return [evolve(found[0], role=actor.role)]  # "an adviser to the rebels"
        return found

    def _far(self, before: int, end: int, first: int) -> list[Doer]:
        """A subject that only what tells more of it parts from its verb, named before a word."""
        for actor in reversed(self.between(max(first, end - LONGEST), before)):
            low = self._row_first(actor, first)
            heads = heads_clause(self.tokens, low, first, self.lexicon)
            if actor.stop >= end or not heads:
                continue
            shared = shares_verbs(self.tokens, actor.stop, end, self.lexicon)
            if shared or only_modifies(self.tokens, actor.stop, end, self.lexicon):
                return self._coordinated(actor, first)
        return []

    def _row_first(self, actor: Actor, first: int) -> int:
        """The first word of an actor, or of the first of those joined to it by "and" before it."""
        at = actor.first
        while at - 1 > first and self.tokens.words[at - 1] == "and":
            before = self._by_stop.get(at - 1)
            if before is None:
                break
            at = before.first
        return at

    def _dated(self, gap: Sequence[str]) -> bool:
        """Whether only a day stands between a country and its verb ("Riyadh on Monday presented")."""
        days = self.lexicon.words("weekday") | {"on", "late", "early"}
        return bool(gap) and set(gap) <= days

    def _carried(self, end: int, first: int) -> list[Doer]:
        """The last actor, where "them" in the sentence carries it on to a joined verb."""
        word = self.tokens.words[end - 1] if end > first else ""
        carried = set(self.tokens.words[first : first + 8]) & {"them", "they", "it", "he", "she"}
        teller = self.teller(end - 1) if carried and word in {"and", "but"} else REPORT
        if is_side(teller.role) and teller.kind != "report":
            return as_doer(teller)
        return [self.last] if word in {"and", "but"} and carried and self.last else []

    def _labelled(self, end: int) -> list[Doer]:
        """Who is named before the colon that a sentence opens with ("Government: agrees.")."""
        place = self.tokens.starts[min(end, len(self.tokens) - 1)]
        for voice in voices_over(self.voices, place):
            if voice.verb == ":" and self.tokens.at(voice.span.start) >= end - 1:
                return as_doer(voice.speaker)
        return []

    def _apposed(self, comma: int, first: int) -> list[Doer]:
        for back in range(comma - 1, max(first, comma - 24) - 1, -1):
            if self.tokens.words[back] not in _PAUSES:
                continue
            actor = self._by_stop.get(back)
            if actor:
                return self._coordinated(actor, first)
            named = self._person(back, first)
            if named:
                return named
        actor = self._by_stop.get(comma)
        return self._coordinated(actor, first) if actor and comma - actor.first > 0 else []

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

    def _both_before(self, word: str, end: int, first: int) -> list[Doer]:
        """As in "the army and the rebels said that they agreed": "they" are both who open it."""
        opening = self.between(first, min(first + 6, end))
        if word != "they" or len(opening) < 2 or opening[0].first > first + 1:
            return []
        found = self._coordinated(opening[1], first)
        return found if len({doer.role for doer in found}) > 1 else []

    def _pronoun(self, word: str, at: int) -> list[Doer]:
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
        word = self.tokens.words[at]
        if word in {"us", "me", "them"}:
            speaker = self.speaker(at)
            ours = as_doer(speaker) if word != "them" else self.other_than(speaker.role, at)
            return (ours[0] if ours else None), at + 1
        actor = next(iter(self.between(at, min(at + 4, limit))), None)
        return (self._doer(actor), self._past_behalf(actor.stop, limit)) if actor else (None, at)

    def _past_behalf(self, at: int, limit: int) -> int:
        """The word after "on behalf of the government" or "for the State", if it stands there."""
        words = self.tokens.words
        for phrase in self.lexicon.words("on_behalf"):
            opening = phrase.split("_")
            low = at + len(opening)
            if words[at:low] == opening:
                whose = next(iter(self.between(low, min(low + 2, limit))), None)
                return whose.stop if whose else at
        return at

    def _past_joint(self, at: int, limit: int) -> int:
        """The word after what joins one agent to the next: "and", ", by", "and by"."""
        place = at
        while place < limit and self.tokens.words[place] in self.lexicon.words("agent_joint"):
            place += 1
        joint = set(self.tokens.words[at:place]) & {"and", "by"}
        near = next(iter(self.between(place, min(place + 2, limit))), None)
        if near is None:
            return place if joint else at
        if self._begins_clause(near.stop, limit):
            return at  # "rejected by the army, the rebels said"
        return place if joint or self._row_goes_on(near.stop, limit) else at

    def _begins_clause(self, at: int, limit: int) -> bool:
        """Whether the actor before a word is the subject of a verb there, and no further agent."""
        words = self.tokens.words
        if at >= limit:
            return False
        listed = words[at] in self.lexicon.words("after_subject")
        past = words[at].endswith("ed") or words[at] in self.lexicon.irregular
        return is_finite(words[at], self.lexicon) or (past and not listed)

    def _row_goes_on(self, at: int, limit: int) -> bool:
        """Whether a row of agents goes on after one of them: ", B and C" ends with an "and"."""
        words = self.tokens.words
        while at < limit and words[at] in {",", "and"}:
            if "and" in words[at : at + 2]:
                return True
            near = next(iter(self.between(at + 1, min(at + 3, limit))), None)
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
        for place in range(at, min(at + SUBJECT_GAP, limit - 1)):
            word = self.tokens.words[place]
            if word == "by" and self._agent(place + 1, min(place + 5, limit))[0]:
                return place
            other_verb = word.endswith(("ed", "ing")) and word not in self.lexicon.words(
                "time_noun"
            )
            if other_verb or word in self.lexicon.words("agent_break"):
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
        for actor in self.between(first, stop):
            gap = self.tokens.words[at : actor.first]
            if len(gap) > 3 or any(w not in self.lexicon.words("row_joint") for w in gap):
                break
            if "on" in gap and "side" not in gap:
                break  # what the deal is on: "between the elders and the army on the rebels' exit"
            found.append(self._doer(actor))
            at = actor.stop
        return found


def doer_of(actor: Actor) -> Doer:
    """An actor as one who does something, on the side that its own words tell.

    Args:
        actor: the actor.
    """
    return Doer(name=actor.name, role=actor.role, actor=actor)


def as_doer(speaker: Speaker) -> list[Doer]:
    """A speaker as one who does something, under the name of the body that it speaks for.

    Args:
        speaker: who says something.

    >>> as_doer(Speaker(kind="named", name="Lina Moro", role="civilian"))[0].name
    'Lina Moro'
    """
    if not is_side(speaker.role):
        return []
    name = speaker.actor.name if speaker.actor else speaker.name or ""
    return [Doer(name=_body_in(name) or name, role=speaker.role, actor=speaker.actor)]


def _body_in(name: str) -> str:
    """The body that a phrase names in quotation marks ("a source in the "Town Council"")."""
    parts = name.replace("“", '"').replace("”", '"').split('"')
    return parts[1] if len(parts) > 2 else ""


_QUOTES = frozenset({'"', "“"})


_PAUSES = frozenset({",", "-", "–", "—", ")"})
