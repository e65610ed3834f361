"""Finds the noun phrases of a clause: who is meant, where, and where to."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.words import Tag
from qalamoun_terms.reading.text.frames import Span

_LONGEST = 30
_LONG_RELATIVE = 9
_PERSONS = frozenset({"civilian", "sick", "detainee", "family", "displaced", "fighter", "student"})


@frozen
class Phrase:
    """A noun phrase: words from `first` up to but not including `stop`."""

    first: int
    stop: int

    def span(self, grammar: Grammar) -> Span:
        """The stretch of the text."""
        return grammar.words.span(self.first, self.stop)

    def text(self, grammar: Grammar) -> str:
        """The words as printed."""
        return grammar.words.printed(self.first, self.stop)


def phrase_around(grammar: Grammar, tag: Tag, clause: Clause) -> Phrase:
    """The noun phrase that a noun heads, with its modifiers on both sides.

    Args:
        grammar: the statement with its small words.
        tag: the noun.
        clause: the clause that it stands in.
    """
    first = max(_start(grammar, tag.first, clause.first), clause.first)
    return Phrase(first, min(max(_end(grammar, tag.stop, clause), tag.stop), clause.stop))


def _start(grammar: Grammar, at: int, lowest: int) -> int:
    """The first word of the noun phrase around a word."""
    start = at
    lists = ("prepositions", "modals", "be", "have", "do", "coordinators", "negators")
    for place in range(at - 1, max(lowest, at - 6) - 1, -1):
        word = grammar.words.lower[place]
        if word == "and" and _joins(grammar, place, lowest):
            start = place
            continue
        if not (word[0].isalnum() or word in "-'") or grammar.is_any(place, lists):
            break
        verb = grammar.verb_at.get(place)
        if verb and verb.form != "ed" and not grammar.is_a(place - 1, "articles"):
            break
        start = place
        if grammar.is_a(place, "articles"):
            break
    return start


def _joins(grammar: Grammar, at: int, lowest: int) -> bool:
    """Whether "and" joins two words of one phrase ("armed and unarmed people")."""
    before = at - 1
    if before < lowest or not grammar.words.lower[before].isalpha():
        return False
    follows = grammar.words.lower[at + 1]
    plain = before not in grammar.verb_at and not grammar.is_a(at + 1, "determiners")
    return plain and follows.isalpha()


def _end(grammar: Grammar, stop: int, clause: Clause) -> int:
    """Over "of ...", "from ..." and a relative clause, up to the verb or the next pause."""
    place = stop
    last = min(clause.stop, stop + _LONGEST)
    while place < last:
        if grammar.aside[place]:
            after = _after_aside(grammar, place, clause.stop)
            if after - place > _LONG_RELATIVE:
                break
            place = after
            if place < last and grammar.aside[place]:
                break
        elif _is_in_phrase(grammar, place, clause):
            place += 1
        else:
            break
    while place > stop and not _may_end(grammar, place - 1):
        place -= 1
    return place


def _may_end(grammar: Grammar, at: int) -> bool:
    lists = ("phrase_links", "agent_links", "coordinators", "articles")
    plain = grammar.words.lower[at][0].isalnum()
    return plain and not grammar.is_any(at, lists)


def _is_in_phrase(grammar: Grammar, at: int, clause: Clause) -> bool:
    """Whether a word after the noun still belongs to its phrase."""
    word = grammar.words.lower[at]
    agent = grammar.is_a(at, "agent_links") and at - 1 in grammar.verb_at
    if agent or grammar.is_a(at, "coordinators") or grammar.is_a(at, "phrase_links"):
        return _phrase_follows(grammar, at, clause)
    if word == ",":
        return _apposition_follows(grammar, at, clause)
    if grammar.is_a(at, "determiners"):
        lists = ("phrase_links", "agent_links", "coordinators")
        return grammar.is_any(at - 1, lists)
    return _is_plain(grammar, at)


def _is_plain(grammar: Grammar, at: int) -> bool:
    """Whether a word is a noun, an adjective or a participle, as far as small words tell."""
    word = grammar.words.lower[at]
    if not (word[0].isalnum() or word in ("-", "'", "'s")):
        return False
    if grammar.is_a(at, "prepositions") or grammar.is_auxiliary(at) or grammar.is_a(at, "adverbs"):
        return word in ("around", "about")
    verb = grammar.verb_at.get(at)
    return verb is None or verb.form == "ed"


def _apposition_follows(grammar: Grammar, at: int, clause: Clause) -> bool:
    """An exception, or a pair that closes the clause ("citizens, military or civilian")."""
    lower = grammar.words.lower
    after = lower[at + 1 : at + 4]
    if after[:1] == ["except"] or after == ["with", "the", "exception"]:
        return True
    if _is_row_of_persons(grammar, at, clause):
        return True
    ends = at + 4 == clause.stop or at + 3 == clause.stop
    return ends and len(after) > 1 and any(word in ("or", "and") for word in after[1:2])


def _is_row_of_persons(grammar: Grammar, at: int, clause: Clause) -> bool:
    """As in "all women, children and other non-combatants": further persons, the last after "and"."""
    persons = {tag.stop for tag in grammar.words.tags if tag.group in _PERSONS}
    starts = {tag.first for tag in grammar.words.tags if tag.group in _PERSONS}
    joint = next(
        (i for i in range(at + 2, min(at + 4, clause.stop)) if grammar.is_a(i, "joints")), 0
    )
    return at in persons and joint in persons and bool(starts & set(range(joint + 1, joint + 4)))


def _phrase_follows(grammar: Grammar, at: int, clause: Clause) -> bool:
    after = at + 1
    if after >= clause.stop or grammar.is_auxiliary(after):
        return False
    word = grammar.words.lower[after]
    verb = grammar.verb_at.get(after)
    return word[0].isalnum() and (verb is None or verb.form == "ed") and word != "to"


def _after_aside(grammar: Grammar, at: int, stop: int) -> int:
    """The end of a relative clause, without what those meant have with them."""
    place = at
    while place < stop and grammar.aside[place] and grammar.words.lower[place] != "with":
        place += 1
    return place


def proper_names(grammar: Grammar, clause: Clause) -> Iterator[Phrase]:
    """Runs of capitalised words ("Third Army Division"), not counting the clause's first word alone.

    Args:
        grammar: the statement with its small words.
        clause: the clause to look at.
    """
    place = clause.first
    while place < clause.stop:
        if not _is_name(grammar, place, clause):
            place += 1
            continue
        stop = place + 1
        while stop < clause.stop and (
            _is_name(grammar, stop, clause) or _binds(grammar, stop, clause)
        ):
            stop += 1
        yield Phrase(place, stop)
        place = stop


def _is_name(grammar: Grammar, at: int, clause: Clause) -> bool:
    """Whether a word is part of a name in capitals."""
    words = grammar.words
    if words.lower[at] in ("al", "el", "ash", "as", "ar", "ad", "an", "at") and _hyphen_name(
        grammar, at, clause
    ):
        return True
    if not words.capitals[at]:
        return False
    return at > 0 or not (grammar.is_a(at, "determiners") or grammar.is_a(at, "prepositions"))


def _hyphen_name(grammar: Grammar, at: int, clause: Clause) -> bool:
    words = grammar.words
    return (
        at + 2 < clause.stop
        and words.lower[at + 1] == "-"
        and words.starts[at + 1] == words.ends[at]
    )


def _binds(grammar: Grammar, at: int, clause: Clause) -> bool:
    """A hyphen or possessive between two names."""
    words = grammar.words
    if at + 1 >= clause.stop:
        return False
    if words.lower[at] in ("'", "’"):
        return words.lower[at - 1].endswith("s") and words.capital(at + 1)
    if words.lower[at] == "of":
        return grammar.is_a(at - 1, "sites") and words.capital(at + 1)
    if words.lower[at] not in ("-", "'s"):
        return False
    return words.lower[at] == "'s" or words.capital(at + 1) or words.capital(at - 1)
