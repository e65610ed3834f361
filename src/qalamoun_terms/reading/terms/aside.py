"""Marks what stands aside in a statement: its relative and subordinate clauses.

What they tell is no term of its own: "the men who hold the bridge leave" speaks of leaving only. A
relative clause that introduces content ("a paper which asks for ...") hands on to that content.
"""

from __future__ import annotations

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.reading.terms.grammar import ENDS, PAUSES, Grammar
from qalamoun_terms.reading.terms.relatives import (
    RELATIVE_LISTS,
    RELATIVES,
    is_main_verb,
    relative_start,
    relative_until,
)
from qalamoun_terms.reading.terms.words import Tag, Words

_NEAR = 12
_TELLING = 6
_OPENING = ("reduced_relatives", "subordinators")
_OPENS_ASIDE = (*_OPENING, *RELATIVE_LISTS)
_AUXILIARIES = ("modals", "be", "have", "do")
_IN_FRONT = ENDS | {"and", "that"}
_OWNER = frozenset({"'s"})
_COMMA = frozenset({","})
_NO_TAG = Tag(-1, -1, "", "")


def grammar_of(words: Words, lexicon: TermLexicon) -> Grammar:
    """The small words of a statement, with its relative and subordinate clauses marked.

    Args:
        words: the words of a statement.
        lexicon: the vocabulary of terms.
    """
    verb_at = {tag.first: tag for tag in reversed(words.tags) if tag.part == "verb"}
    aside = [False] * len(words)
    things = frozenset([tag.first for tag in words.tags if tag.part == "thing"])
    grammar = Grammar(
        words=words,
        lists=lexicon.grammar,
        lexicon=lexicon,
        aside=aside,
        verb_at=verb_at,
        content=set(),
        things=things,
        helping=_helping(words, lexicon),
        owners=frozenset(words.places_of(_OWNER)),
        tags_in={},
    )
    done = 0
    for at in _openings(words, lexicon):
        stop = _aside_until(grammar, at) if at >= done else at
        if stop > at:
            for place in range(relative_start(grammar, at), stop):
                aside[place] = True
            done = stop
    return grammar


def _helping(words: Words, lexicon: TermLexicon) -> frozenset[int]:
    """The places of modals and forms of be, have and do; "May" is a month and "Will" a name."""
    found = words.places_of(lexicon.small_words(_AUXILIARIES))
    return frozenset([at for at in found if not at or not words.capitals[at]])


def _openings(words: Words, lexicon: TermLexicon) -> list[int]:
    """Where a relative or subordinate clause may begin: at a word that opens one, or after a comma."""
    opening = {*words.places_of(lexicon.small_words(_OPENS_ASIDE)), *words.places_of(RELATIVES)}
    opening.update([at + 1 for at in words.places_of(_COMMA) if at + 1 < len(words)])
    return sorted(opening)


def _aside_until(grammar: Grammar, at: int) -> int:
    """Where the relative or subordinate clause that begins at a word ends; `at` if none does."""
    if at and grammar.words.lower[at - 1] == ",":
        stop = _between_commas(grammar, at)
        if stop > at:
            return stop
    stop = relative_until(grammar, at)
    if stop > at or not grammar.is_any(at, _OPENING):
        return stop
    if _is_reduced(grammar, at):
        return _reduced_end(grammar, at)
    if grammar.is_a(at, "subordinators") and not _is_comparison(grammar, at):
        return at if _contrasts(grammar, at) else _subordinate_end(grammar, at)
    return at


def _between_commas(grammar: Grammar, at: int) -> int:
    """As in ", made up of A, B and C, is to ..." and ", he added, ...": what only comes in between."""
    lower = grammar.words.lower
    if lower[at] == "it" and grammar.is_auxiliary(at + 1):
        return _impersonal_until(grammar, at)
    verb = grammar.verb_at.get(at)
    opens = lower[at] in grammar.lists["composed"] or (verb is not None and verb.form == "ed")
    opens = opens or lower[at] in grammar.lists["control_verbs"]
    joins = grammar.is_a(at, "coordinators")
    helping, speech = grammar.helping, grammar.lists["speech"]
    for place in range(at + 1, min(at + 2 * _NEAR, len(lower))):
        word = lower[place]
        parted = word == ","
        led = parted and (opens or joins)
        if led and _resumes(grammar, place + 1, led=opens, verb=verb is not None):
            return place
        if joins and (parted or place in grammar.verb_at):
            return at
        if parted and place - at < _TELLING and lower[place - 1] in speech:
            return place
        if (word in PAUSES and not parted) or place in helping:
            return at
    return at


def _resumes(grammar: Grammar, at: int, *, led: bool, verb: bool) -> bool:
    """Whether the clause around an insertion goes on at a word."""
    tag = grammar.verb_at.get(at)
    introduces = at < len(grammar.words) and grammar.words.lower[at] in grammar.lexicon.matrix_forms
    says = led and (introduces or (tag is not None and tag.form in ("base", "s")))
    return says or grammar.is_auxiliary(at) or (verb and grammar.is_a(at, "receiver_links"))


def _impersonal_until(grammar: Grammar, at: int) -> int:
    """As in ", it was agreed there, is to be held": where what only comes in between ends."""
    stop = min(at + _TELLING + 1, len(grammar.words))
    end = next((place for place in range(at + 2, stop) if grammar.words.lower[place] == ","), at)
    return end if grammar.is_auxiliary(end + 1) else at


def _contrasts(grammar: Grammar, at: int) -> bool:
    """As in "the guns are handed in, while the road is opened": two statements side by side."""
    lower = grammar.words.lower
    paused = at == 0 or lower[at - 1] == ","
    if lower[at] not in grammar.lists["contrasts"]:
        return False
    for place in range(at + 1, min(at + 2 * _NEAR, len(lower))):
        if lower[place] in PAUSES and (lower[place] != "," or at == 0):
            return False
        if at == 0 and grammar.is_any(place, ("be", "have", "do")):
            return False
        if grammar.is_auxiliary(place):
            subject = place > at + 1 and (paused or grammar.is_a(place, "modals"))
            return subject and grammar.verb_at.get(place + 1, _NO_TAG).form != "ing"
    return False


def _is_reduced(grammar: Grammar, at: int) -> bool:
    """As in "those unwilling to settle", "fighters rejecting the deal"."""
    if not grammar.is_a(at, "reduced_relatives") or at == 0:
        return False
    before = at - 1
    lists = ("prepositions", "coordinators", "adverbs")
    plain = grammar.words.lower[before].isalpha() and not grammar.is_auxiliary(before)
    return plain and not grammar.is_any(before, lists)


def _reduced_end(grammar: Grammar, at: int) -> int:
    """The word after "if need be", "where possible": up to a verb or a preposition."""
    lower = grammar.words.lower
    if at + 2 < len(lower) and lower[at + 1] == "to":
        return at + 3
    place = at + 1
    while place < min(at + 6, len(lower)):
        verb = place in grammar.verb_at or grammar.is_auxiliary(place)
        if verb or not lower[place].isalpha() or grammar.is_a(place, "prepositions"):
            return place
        place += 1
    return place


def _is_comparison(grammar: Grammar, at: int) -> bool:
    """Whether "as", "since", "once" and the like open no clause here."""
    lower = grammar.words.lower
    before = lower[at - 1] if at else ""
    follower = lower[at + 1] if at + 1 < len(lower) else ""
    if lower[at] == "as":
        return not grammar.is_a(at + 1, "pronouns") or before in grammar.lists["before_as"]
    if lower[at] == "once":
        return before == "at" or not follower.isalpha() or follower in ("a", "in", "every")
    if follower in grammar.lists["moments"]:
        return True
    if lower[at] == "unless" or before == "only" or (lower[at] == "provided" and before == ","):
        return True
    if lower[at] == "provided":
        return before.isalpha() and before not in grammar.lists["coordinators"]
    return lower[at] == "since" and grammar.is_auxiliary(at - 1)


def _subordinate_end(grammar: Grammar, at: int) -> int:
    """A subordinate clause runs to the next pause; one in front of its main clause, to the subject."""
    stop = at + 1
    while stop < len(grammar.words) and grammar.words.lower[stop] not in ENDS:
        stop += 1
    if not grammar.is_auxiliary(at + 1):
        named = at + 1
        while named < stop and (grammar.words.capital(named) or grammar.words.is_number(named)):
            named += 1
        if named > at + 1 and (named == stop or _starts_predicate(grammar, named)):
            return named
    in_front = at == 0 or grammar.words.lower[at - 1] in _IN_FRONT
    beside = _second_phrase(grammar, at, stop) if in_front else -1
    if beside > 0:
        return beside
    if not in_front or (stop < len(grammar.words) and grammar.words.lower[stop] == ","):
        return stop
    return _second_subject(grammar, at, stop)


def _second_subject(grammar: Grammar, at: int, stop: int) -> int:
    """As in "once the road is open the army leaves": the subject of the second verb, or `stop`."""
    first = next((i for i in range(at + 2, stop) if _starts_predicate(grammar, i)), stop)
    for place in range(first + 1, stop):
        if _starts_predicate(grammar, place) and not _starts_predicate(grammar, place - 1):
            articles = [i for i in range(first + 1, place) if grammar.is_a(i, "articles")]
            return articles[-1] if articles else stop
    return stop


def _second_phrase(grammar: Grammar, at: int, stop: int) -> int:
    """Where, after "after the departure of the last bus", the main clause begins without a pause."""
    lists = ("prepositions", "coordinators", "adverbs", "determiners", "relatives")
    for place in range(at + 3, stop):
        before = place - 1
        if not grammar.is_a(place, "articles") or not grammar.words.lower[before].isalpha():
            continue
        verb = before in grammar.verb_at or grammar.is_auxiliary(before)
        if not verb and not grammar.is_any(before, lists):
            return place
    return -1


def _starts_predicate(grammar: Grammar, at: int) -> bool:
    return grammar.is_auxiliary(at) or is_main_verb(grammar, at)
