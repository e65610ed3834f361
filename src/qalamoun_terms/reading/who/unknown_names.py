"""Parties that no lexicon knows: names that answer or offer, on the side that the text gives them.

"The MFDC rejected this" names a party, whatever it is. Its side is told by the words beside any of
its mentions ("MFDC fighters", "the MFDC, a rebel movement", "its leader is ..."), else by contrast:
who answers a state where the text names no other challenger is most likely the challenger.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment, Sentence
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.aliases import is_acronym
from qalamoun_terms.reading.who.interposed import before_interposed
from qalamoun_terms.reading.who.naming import Actor, in_order, named_actor
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side

NAME_WORDS = 7  # words of a name, at most
FULL_NAME = 3  # words of a person's name beside the one by which the person is called
MENTIONS = 60  # mentions of a name whose neighbours are looked at
NAMES = 200  # names of a text that are looked at
SURE, LIKELY, OPEN = 4, 2, 1  # how much words beside a name tell of its side

Name = tuple[str, ...]


def with_unknown_names(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    blocks: Sequence[Segment],
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> tuple[Actor, ...]:
    """The actors, with names that no lexicon knows and that stand as subjects of acts.

    Args:
        tokens: the words of the text.
        sentences: its sentences.
        blocks: its blocks.
        actors: the actors whose nouns or names the lexicon knows.
        lexicon: the words of acts, and those that tell sides.
    """
    finder = _Finder(tokens, actors, lexicon)
    for sentence in sentences:
        if blocks[sentence.segment].kind not in {Block.DATELINE, Block.HEADING}:
            finder.look(*tokens.bounds(sentence.span))
    roles = finder.roles()
    return finder.named(roles) if roles else tuple(actors)


@define
class _Finder:
    """Looks for names before acts, and for what the text says of them."""

    tokens: Tokens
    actors: Sequence[Actor]
    lexicon: Lexicon
    names: dict[Name, bool] = field(factory=dict)
    mentions: dict[Name, list[int]] = field(factory=dict)
    covering: dict[int, Actor] = field(factory=dict)
    by_stop: dict[int, Actor] = field(factory=dict)
    adverbs: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        self.adverbs = self.lexicon.any_of("adverb", "modal_verb")
        self.between = _between_words(self.lexicon)
        for actor in self.actors:
            self.by_stop[actor.stop] = actor
            self.covering.update(dict.fromkeys(range(actor.first, actor.stop), actor))

    def look(self, first: int, stop: int) -> None:
        """Notes the names of a sentence that stand as subjects of verbs of answering or offering."""
        end = first
        for at in self.tokens.names_between(first, stop):
            if at < end or len(self.names) >= NAMES or not self._is_name(at):
                continue
            end = self._name_end(at, stop)
            named = not self._is_plain(at, end, first)
            act = self._act(self._past_joined(end, stop), stop) if named else None
            if act is not None:
                name = tuple(self.tokens.words[at:end])
                self.names[name] = self.names.get(name, False) or act in {"", "deal"}

    def _is_name(self, at: int) -> bool:
        """Whether a word is part of a name that is no known actor, month or day."""
        word = self.tokens.words[at]
        if not self.tokens.capital(at) or at in self.covering or not word[0].isalpha():
            return False
        return word not in self.lexicon.any_of(*_NO_NAMES)

    def _name_end(self, at: int, stop: int) -> int:
        end = at + 1
        while end < stop and end - at < NAME_WORDS:
            linked = self.tokens.words[end] in self._links() and end + 1 < stop
            if not (self._is_name(end) or (linked and self._is_name(end + 1))):
                break
            end += 1
        return end

    def _links(self) -> frozenset[str]:
        return self.lexicon.words("name_particle") | {"of", "for"}

    def _is_plain(self, at: int, end: int, first: int) -> bool:
        """Whether a capital may only open a sentence: "Negotiators agreed"."""
        opens = at == first or not self.tokens.words[at - 1][0].isalpha()
        if not opens or end - at > 1 or is_acronym(self.tokens, at):
            return False
        word = self.tokens.words[at]
        return word in self.lexicon.verbs or word.endswith(("ly", "ing", "ed"))

    def _past_joined(self, end: int, stop: int) -> int:
        """Past the party that is joined to a name as a subject: "X and the army agreed"."""
        if self.tokens.words[end : end + 1] != ["and"] or end + 2 >= stop:
            return end
        actor = self._beginning(end + 1, 1)
        if actor is not None:
            return actor.stop
        return self._name_end(end + 1, stop) if self._is_name(end + 1) else end

    def _act(self, end: int, stop: int) -> str | None:
        """The sort of the act whose verb follows, past what may be interposed: "" for an answer."""
        words = self.tokens.words
        for low in range(end, min(end + NAME_WORDS, stop)):
            fits = low == end or words[low - 1] in self.adverbs
            fits = fits or before_interposed(self.tokens, low, end - 1, self.lexicon) == end
            act = self._act_at(low, stop) if fits else None
            if act is not None:
                return act
            if words[low] not in self.between and not words[low].isdigit():
                break
        return None

    def _act_at(self, at: int, stop: int) -> str | None:
        """The sort of the act that a word states, None where it states none."""
        word = self.tokens.words[at]
        finite = word.endswith(("ed", "s")) or word in self.lexicon.irregular
        if not finite and word not in {"not", "would", "will"}:
            return None
        found = (
            hit.entry.word("act")
            for table in ("stances", "proposals")
            for hit in self.lexicon.indexes[table].find(
                self.tokens.words, at, min(at + NAME_WORDS, stop), before=at + 1
            )
            if not hit.entry.data.get("passive")
        )
        return next((act for act in found if act in _ACTS), None)

    def roles(self) -> Mapping[Name, str]:
        """The sides of the names, as far as the text tells them."""
        self._find_mentions()
        challenger = self._lone_state()
        found: dict[Name, str] = {}
        for name in self.names:
            places = self.mentions.get(name, [])[:MENTIONS]
            if self._is_place(places):
                continue
            votes: Counter[str] = Counter()
            for at in places:
                votes.update(dict(self._sides_beside(at, at + len(name))))
            best = votes.most_common(2)
            if best and (len(best) == 1 or best[0][1] > best[1][1]):
                found[name] = best[0][0]
            elif not best and challenger and self.names[name] and self._is_body(places):
                found[name] = "opposition"
            elif not best and self.names[name] and len(name) > 1:
                found[name] = ""  # a person, most likely, whose side all that is said may tell
        return found

    def _find_mentions(self) -> None:
        """All places where the names stand; of two that begin at one word, the longer."""
        by_word: dict[str, list[Name]] = {}
        for name in sorted(self.names, key=len, reverse=True):
            by_word.setdefault(name[0], []).append(name)
        words = self.tokens.words
        for at in self.tokens.names:
            for name in by_word.get(words[at], ()):
                if tuple(words[at : at + len(name)]) == name:
                    self.mentions.setdefault(name, []).append(at)
                    break

    def _is_place(self, places: Sequence[int]) -> bool:
        """Whether a name stands where only places do ("in Dahm")."""
        words, places_of = self.tokens.words, self.lexicon.words("before_place")
        inside = self.lexicon.words("inside_body")
        return any(words[at - 1] in places_of and words[at - 2] not in inside for at in places)

    def _is_body(self, places: Sequence[int]) -> bool:
        """Whether a name is written as bodies' names are: an acronym, or with an article."""
        return any(
            is_acronym(self.tokens, at) or self.tokens.words[at - 1 : at] == ["the"]
            for at in places
        )

    def _lone_state(self) -> bool:
        """Whether the text has a state and names no challenger of it."""
        sovereign = self.lexicon.words("sovereign")
        state = any(
            a.role == "state" and not a.weak and (a.metonym or a.country or a.heads & sovereign)
            for a in self.actors
        )
        return state and not any(a.role == "opposition" and not a.weak for a in self.actors)

    def _sides_beside(self, at: int, end: int) -> Iterator[tuple[str, int]]:
        """The sides that the words beside a mention tell, each with how much they tell."""
        around = self.covering.get(at)
        if around is not None:
            yield from self._vote(around, at)
            if not around.role and around.noun in self.lexicon.words("of_a_party"):
                yield "opposition", OPEN
            return
        low, high = self._full_name(at, end)
        for beside in (self._before(low, high), self._apposed(high), self._led(high)):
            if beside is not None:
                yield from self._vote(beside, at)
        yield from self._opposed(low, high)

    def _vote(self, actor: Actor, at: int) -> Iterator[tuple[str, int]]:
        """The side of a phrase beside a name: little, where it is only the noun's usual one."""
        if not is_side(actor.role) or (
            actor.weak and actor.noun in self.lexicon.words("plain_office")
        ):
            return
        if actor.metonym and actor.first <= at < actor.stop:
            return
        yield actor.role, LIKELY if actor.weak else SURE

    def _full_name(self, at: int, end: int) -> tuple[int, int]:
        """A mention with the other words of the name: "Mr Ossufo Momade" around "Momade"."""
        low, high = at, end
        while low and at - low < FULL_NAME:
            initial = self.tokens.words[low - 1] == "." and len(self.tokens.words[low - 2]) == 1
            if not (self._is_name(low - 1) or initial):
                break
            low -= 1 + initial
        while low and self.tokens.words[low - 1] in self.lexicon.words("person_title"):
            low -= 1
        while high < len(self.tokens) and high - end < FULL_NAME and self._is_name(high):
            high += 1
        return low, high

    def _before(self, low: int, high: int) -> Actor | None:
        """The phrase that a name follows: "rebels led by X", "its delegate, lawyer X", "(X)"."""
        words = self.tokens.words
        actor = self.by_stop.get(low)
        if actor is not None:
            return actor if actor.stop - actor.first > 1 else None
        if words[low - 1 : low] in (["is"], ["was"], ["("]):
            return self.by_stop.get(low - 1)
        if words[low - 1 : low] == ["by"] and words[low - 2] in self.lexicon.words("leads"):
            return self.by_stop.get(low - 2) or self.by_stop.get(low - 3)
        for comma in range(low - 1, max(0, low - 4), -1):
            if words[comma] == ",":
                actor = self.by_stop.get(comma)
                person = actor is not None and actor.heads & self.lexicon.words("of_a_person")
                return actor if person and words[high : high + 1] != ["and"] else None
        return None

    def _apposed(self, high: int) -> Actor | None:
        """The phrase that says what a name is: ", a rebel group," or "(the rebels)" or "is the"."""
        words = self.tokens.words
        if words[high : high + 1] not in ([","], ["("], ["is"], ["was"], ["–"], ["—"]):
            return None
        actor = self._beginning(high + 1, 2)
        if actor is None:
            return None
        opens = (
            words[actor.first] in self.lexicon.words("actor_determiner") or actor.stop > high + 2
        )
        listed = words[actor.stop : actor.stop + 1] == ["and"]
        if not opens or listed:
            return None
        linked = words[actor.stop : actor.stop + 1] in (["to"], ["of"], ["for"], ["at"])
        return actor if actor.role or not linked else self._beginning(actor.stop + 1, 2)

    def _led(self, high: int) -> Actor | None:
        """The body that a name is said to lead: "X heads Renamo", "X, who leads the rebels"."""
        words = self.tokens.words
        verb = high + 2 if words[high : high + 2] == [",", "who"] else high
        leads = words[verb : verb + 1]
        found = bool(leads) and leads[0] in self.lexicon.words("leads")
        return self._beginning(verb + 1, 2) if found else None

    def _beginning(self, at: int, reach: int) -> Actor | None:
        """The actor that begins at a word or a few words after it."""
        for place in range(at, at + reach):
            actor = self.covering.get(place)
            if actor is not None:
                return actor if actor.first >= at - 1 else None
            if self.tokens.words[place : place + 1] in (["and"], ["or"], [","]):
                return None
        return None

    def _opposed(self, low: int, high: int) -> Iterator[tuple[str, int]]:
        """What a principal tells that is named in one breath: the states are known, mostly."""
        words = self.tokens.words
        if words[low - 1 : low] == ["the"]:
            low -= 1
        joined = words[low - 1 : low] in (["and"], [","])
        other = self.by_stop.get(low - 1) if joined else None
        if other is None and words[high : high + 1] == ["and"]:
            other = self._beginning(high + 1, 1)
        if other is None or other.role not in PRINCIPALS:
            return
        begins = min(low, other.first)
        between = "between" in words[max(0, begins - 2) : begins]
        if between and other.role == "opposition" and not other.weak:
            yield "state", OPEN
        else:
            yield "opposition", LIKELY if between else OPEN

    def named(self, roles: Mapping[Name, str]) -> tuple[Actor, ...]:
        """The actors of the text, with the names as actors of their own.

        Args:
            roles: the sides of the names.
        """
        changed: dict[int, Actor] = {}
        found: list[Actor] = []
        for name, role in roles.items():
            for at in self.mentions.get(name, ()):
                around = self.covering.get(at)
                if around is None:
                    article = at > 0 and self.tokens.words[at - 1] == "the"
                    stop = at + len(name)
                    found.append(
                        named_actor(self.tokens, at, stop, role, article=article, weak=True)
                    )
                elif not around.role and around.heads:
                    changed[around.first] = evolve(around, role=role)
        kept = [changed.get(actor.first, actor) for actor in self.actors]
        return in_order((*kept, *found))


@functools.cache
def _between_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that may stand between a name and its verb."""
    times = ("time_opening", "time_noun", "time_between", "weekday", "month", "cardinal_word")
    known = lexicon.any_of("adverb", "modal_verb", *times)
    return known.union(*(one.split("_") for one in lexicon.words("interposed_phrase")))


_NO_NAMES = (
    "function_word", "month", "weekday", "no_party", "person_title", "person_noun", "item_label"
)  # fmt: skip
_ACTS = frozenset({"", "propose", "demand", "deal"})
