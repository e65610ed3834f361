"""Marks what stands aside in a statement: its relative and subordinate clauses.

What they tell is no term of its own: "the men who hold the bridge leave" speaks of leaving only. A
relative clause that introduces content ("a paper which asks for ...") hands on to that content.
"""

from __future__ import annotations

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.reading.grammar import PAUSES, Grammar
from qalamoun_terms.reading.matrix import is_matrix, link_after
from qalamoun_terms.reading.words import Tag, Words

_NEAR = 12
_TELLING = 6
_RELATIVES = ("that", "whoever")
_OPENING = ("relatives", "reduced_relatives", "subordinators")
_NO_TAG = Tag(-1, -1, "", "")


def grammar_of(words: Words, lexicon: TermLexicon) -> Grammar:
    """The small words of a statement, with its relative and subordinate clauses marked.

    Args:
        words: the words of a statement.
        lexicon: the vocabulary of terms.
    """
    verb_at = {tag.first: tag for tag in reversed(words.tags) if tag.part == "verb"}
    aside = [False] * len(words)
    things = frozenset(tag.first for tag in words.tags if tag.part == "thing")
    grammar = Grammar(words, lexicon.grammar, lexicon, aside, verb_at, set(), things)
    at = 0
    while at < len(words):
        stop = _aside_until(grammar, at)
        for place in range(at, stop):
            aside[place] = True
        at = max(stop, at + 1)
    return grammar


def _aside_until(grammar: Grammar, at: int) -> int:
    """Where the relative or subordinate clause that begins at a word ends; `at` if none does."""
    if at and grammar.words.lower[at - 1] == ",":
        stop = _between_commas(grammar, at)
        if stop > at:
            return stop
    if grammar.words.lower[at] not in _RELATIVES and not grammar.is_any(at, _OPENING):
        return at
    if _is_relative(grammar, at):
        return _relative_end(grammar, at)
    if _is_reduced(grammar, at):
        return _reduced_end(grammar, at)
    if grammar.is_a(at, "subordinators") and not _is_comparison(grammar, at):
        return at if _contrasts(grammar, at) else _subordinate_end(grammar, at)
    return at


def _between_commas(grammar: Grammar, at: int) -> int:
    """As in ", made up of A, B and C, is to ..." and ", he added, ...": what only comes in between."""
    lower = grammar.words.lower
    verb = grammar.verb_at.get(at)
    opens = lower[at] in grammar.lists["composed"] or (verb is not None and verb.form == "ed")
    joins = grammar.is_a(at, "coordinators")
    for place in range(at + 1, min(at + 2 * _NEAR, len(lower))):
        if lower[place] == "," and (opens or joins) and grammar.is_auxiliary(place + 1):
            return place
        if joins and place in grammar.verb_at:
            return at
        if lower[place] == "," and place - at < _TELLING and lower[place - 1] in _speech(grammar):
            return place
        if (lower[place] in PAUSES and lower[place] != ",") or grammar.is_auxiliary(place):
            return at
    return at


def _speech(grammar: Grammar) -> frozenset[str]:
    return grammar.lists["speech"]


def _contrasts(grammar: Grammar, at: int) -> bool:
    """As in "the guns are handed in, while the road is opened": two statements side by side."""
    lower = grammar.words.lower
    if lower[at] not in grammar.lists["contrasts"] or at == 0 or lower[at - 1] != ",":
        return False
    for place in range(at + 1, min(at + 2 * _NEAR, len(lower))):
        if lower[place] in PAUSES:
            return False
        if grammar.is_auxiliary(place):
            return place > at + 1 and grammar.verb_at.get(place + 1, _NO_TAG).form != "ing"
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
    lower = grammar.words.lower
    before = lower[at - 1] if at else ""
    follower = lower[at + 1] if at + 1 < len(lower) else ""
    if lower[at] == "as":
        return not grammar.is_a(at + 1, "pronouns") or before in grammar.lists["before_as"]
    if lower[at] == "once":
        return before == "at" or not follower.isalpha() or follower in ("a", "in", "every")
    if lower[at] == "provided":
        return before.isalpha() and before not in grammar.lists["coordinators"]
    return lower[at] == "since" and grammar.is_auxiliary(at - 1)


def _is_relative(grammar: Grammar, at: int) -> bool:
    lower = grammar.words.lower
    if lower[at] in grammar.lists["relatives"] or lower[at] == "whoever":
        return not (
            at and lower[at - 1] in ("under", "by", "through", "to") and lower[at] == "which"
        )
    if lower[at] == "that" and at and at + 1 < len(lower):
        after_noun = lower[at - 1].isalpha() and lower[at - 1] not in grammar.lexicon.matrix_forms
        plain = not grammar.is_a(at - 1, "coordinators") and not grammar.is_auxiliary(at - 1)
        follows = grammar.is_auxiliary(at + 1) or _finite_tag(grammar, at + 1)
        noun = lower[at - 1] in grammar.lists["matrix_nouns"]
        follows = follows or _object_relative(grammar, at)
        return after_noun and plain and follows and not noun
    return False


def _object_relative(grammar: Grammar, at: int) -> bool:
    """As in "the reinforcements that the army brought in must leave": a second verb follows."""
    verb = at + 1
    while verb < at + _NEAR and _in_noun_phrase(grammar, verb):
        verb += 1
    if verb == at + 1 or grammar.is_auxiliary(verb) or not _finite_tag(grammar, verb):
        return False
    for place in range(verb + 1, min(verb + _NEAR, len(grammar.words))):
        if grammar.words.lower[place] in PAUSES:
            return False
        if grammar.is_auxiliary(place):
            return True
    return False


def _in_noun_phrase(grammar: Grammar, at: int) -> bool:
    if at >= len(grammar.words) or grammar.is_auxiliary(at) or at in grammar.verb_at:
        return False
    return grammar.words.lower[at].isalpha() and not grammar.is_a(at, "prepositions")


def _finite_tag(grammar: Grammar, at: int) -> bool:
    tag = grammar.verb_at.get(at)
    return tag is not None and tag.form in ("s", "ed", "past", "base")


def _relative_end(grammar: Grammar, at: int) -> int:
    owner = grammar.words.lower[at] == "whose" or grammar.words.lower[at - 1] == "of"
    start = place = _verb_group_end(grammar, at + 1 + owner)
    link = link_after(grammar, start - 1)
    introduces = grammar.is_a(at, "matters") and grammar.is_a(link, "content_links")
    if introduces and is_matrix(grammar, start - 1):
        content = link + 1
        grammar.content.add(content)
        return content
    while place < len(grammar.words) and not _ends_relative(grammar, place, start, at):
        place += 1
    return place


def _ends_relative(grammar: Grammar, place: int, start: int, at: int) -> bool:
    """Whether a relative clause is over: at a pause, or at the verb of the clause around it."""
    lower = grammar.words.lower
    if lower[place] in PAUSES | {"."} or lower[place : place + 2] == ["and", "to"]:
        return True
    if lower[place] == "to" and place > start and grammar.is_a(place + 1, "be"):
        return True
    if place > 0 and lower[place - 1] in grammar.lists["verb_goes_on"]:
        return False
    auxiliary = grammar.is_auxiliary(place) and not grammar.is_a(place, "do")
    if place >= max(start, at + 2) and is_matrix(grammar, place):
        return True
    return auxiliary or (place >= max(start, at + 2) and _is_main_verb(grammar, place))


def _is_main_verb(grammar: Grammar, at: int) -> bool:
    tag = grammar.verb_at.get(at)
    finite = tag is not None and tag.form in ("s", "base", "past")
    return finite and not grammar.is_auxiliary(at - 1)


def _verb_group_end(grammar: Grammar, at: int) -> int:
    """The word after the verb of a clause that begins at a word: within a few words of it."""
    place = at
    while place < min(at + _NEAR, len(grammar.words)):
        if grammar.words.lower[place] in PAUSES | {"."}:
            return place
        if grammar.is_auxiliary(place):
            while grammar.is_auxiliary(place) or grammar.is_a(place, "adverbs"):
                place += 1
            return min(place + 1, len(grammar.words))
        if place in grammar.verb_at:
            return grammar.verb_at[place].first + 1
        if place == at and not _opens_phrase(grammar, place):
            return place + 1
        place += 1
    return min(at + 1, len(grammar.words))


def _opens_phrase(grammar: Grammar, at: int) -> bool:
    lists = ("determiners", "pronouns", "prepositions", "adverbs")
    return grammar.is_any(at, lists) or grammar.words.is_number(at)


def _subordinate_end(grammar: Grammar, at: int) -> int:
    """A subordinate clause runs to the next pause; one in front of its main clause, to the subject."""
    stop = at + 1
    while stop < len(grammar.words) and grammar.words.lower[stop] not in PAUSES | {"."}:
        stop += 1
    if not grammar.is_auxiliary(at + 1):
        named = at + 1
        while named < stop and (grammar.words.capital(named) or grammar.words.is_number(named)):
            named += 1
        if named > at + 1 and (named == stop or _starts_predicate(grammar, named)):
            return named
    in_front = at == 0 or grammar.words.lower[at - 1] in PAUSES | {".", "and", "that"}
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
    return grammar.is_auxiliary(at) or _is_main_verb(grammar, at)
