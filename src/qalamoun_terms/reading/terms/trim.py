"""Trims a clause to the smallest stretch that states its term: no "that" before, no "he said" after."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.reading.terms.clauses import Clause, is_letter
from qalamoun_terms.reading.terms.grammar import PAUSES, Grammar
from qalamoun_terms.reading.terms.heads import Head
from qalamoun_terms.reading.terms.words import Tag

_TAIL = 14
_NAMED = 5
_QUOTES = ('"', "“", "”")
_CLOSING = frozenset("\"”'’)")


def trimmed(grammar: Grammar, clause: Clause, core: Tag | None = None) -> Clause:
    """A clause without the small words around it that say nothing of the term.

    Args:
        grammar: the statement with its small words.
        clause: a clause of it.
        core: the word that says what the term is; circumstances stand around what belongs to it.
    """
    stop = _end(grammar, clause.first, clause.stop)
    first = clause.first
    said = core or _first_said(clause)
    if said is not None:
        stop = _without_circumstance(grammar, max(clause.first + 1, said.stop), stop)
        stop = _end(grammar, clause.first, stop)
        first = _content_start(grammar, clause, said.first)
    stop = _without_tail(grammar, first, stop)
    first = _start(grammar, first, stop)
    return Clause(first, _end(grammar, first, stop), clause.heads, clause.bound)


def _first_said(clause: Clause) -> Head | None:
    """The first verb or noun of doing of a clause."""
    return clause.heads[0] if clause.heads else None


def _content_start(grammar: Grammar, clause: Clause, core: int) -> int:
    """Where what a clause speaks of begins: "a chapter about the return", "ready to open the road"."""
    head = next((head for head in clause.heads if head.first == core), None)
    front = head.front if head else _noun_front(grammar, clause, core)
    if front <= clause.first or (head is not None and head.form == "finite"):
        return clause.first
    before = range(clause.first, front)
    if head is not None and head.form == "infinitive":
        controlled = any(grammar.is_a(at, "control_verbs") for at in before)
        return front if controlled and grammar.words.lower[front] == "to" else clause.first
    return front if _is_spoken_of(grammar, before) else clause.first


def _is_spoken_of(grammar: Grammar, before: Sequence[int]) -> bool:
    """Whether words only lead to a noun: "agreed with us on", "a chapter about", "the paper is"."""
    last = grammar.words.lower[before[-1]]
    if grammar.is_a(before[-1], "be"):
        return any(grammar.is_a(at, "papers") for at in before)
    if last == "for":
        return grammar.is_a(before[-1] - 1, "be")
    if last == "of":
        return any(grammar.is_a(at, "assuring") for at in before)
    return last == "about" or (last == "on" and any(_is_spoken(grammar, at) for at in before))


def _is_spoken(grammar: Grammar, at: int) -> bool:
    """Whether a word may say that people agree or write on something."""
    return grammar.words.lower[at] in grammar.lexicon.matrix_forms or grammar.is_a(at, "papers")


def _noun_front(grammar: Grammar, clause: Clause, at: int) -> int:
    """The first word of the noun phrase of a noun: back to the word that leads or parts it."""
    lists = ("prepositions", "be", "coordinators")
    front = at
    while front > clause.first and not (
        grammar.is_any(front - 1, lists) or grammar.words.lower[front - 1] in PAUSES
    ):
        front -= 1
    return front


def _start(grammar: Grammar, first: int, stop: int) -> int:
    while first < stop:
        words = _leading_words(grammar, first, stop)
        if not words:
            break
        first += words
    return first


def _leading_words(grammar: Grammar, first: int, stop: int) -> int:
    """How many words at the front of a stretch say nothing of its term, of those that stand together."""
    lower = grammar.words.lower
    numbered = grammar.words.is_number(first) or grammar.is_a(first, "item_numbers")
    if first + 2 < stop and lower[first] == "(" and lower[first + 2] == ")":
        return 3
    if numbered and first + 1 < stop and lower[first + 1] in (".", ")"):
        return 2
    if " ".join(lower[first : first + 2]) in grammar.lists["adverbial_openers"]:
        return 2
    return int(_is_leading(grammar, first, stop) or _is_paragraph(grammar, first, stop))


def _is_leading(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a word is a mark, a quotation mark that nothing closes, or a word such as "that"."""
    lower = grammar.words.lower
    if lower[first] in _QUOTES:
        return not any(lower[at] in _QUOTES for at in range(first + 1, stop))
    marker = not lower[first][0].isalnum() and lower[first] not in "'‘("
    opener = grammar.is_a(first, "openers") or lower[first] == "'s"
    return marker or opener or (lower[first] == "to" and _is_linked(grammar, first + 1))


def _is_linked(grammar: Grammar, at: int) -> bool:
    """Whether "to" before a word only links a noun, as in "agreed to a truce" and "to ending it"."""
    gerund = at in grammar.verb_at and grammar.verb_at[at].form == "ing"
    return gerund or grammar.is_a(at, "determiners")


def _is_paragraph(grammar: Grammar, at: int, stop: int) -> bool:
    """Whether a word only numbers what follows: "2.1 The fighters ..."."""
    word = grammar.words.lower[at]
    number = word.replace(".", "").isdecimal() and not word.isdecimal()
    return number and at + 1 < stop and grammar.words.capital(at + 1)


def _end(grammar: Grammar, first: int, stop: int) -> int:
    while stop > first:
        words = _trailing_words(grammar, first, stop)
        if not words:
            break
        stop -= words
    return stop


def _trailing_words(grammar: Grammar, first: int, stop: int) -> int:
    """How many words at the end of a stretch say nothing of its term, of those that stand together."""
    last = grammar.words.lower[stop - 1]
    if _is_particle(grammar, first, stop):
        return 0
    if last[0].isalnum():
        return 0 if stop == len(grammar.words) else _trailing_small(grammar, first, stop)
    if last == ")" and is_letter(grammar, stop - 2):
        return 3
    kept = last in _CLOSING and (last == ")" or _opens_inside(grammar, first, stop - 1))
    return int(not kept)


def _trailing_small(grammar: Grammar, first: int, stop: int) -> int:
    """The same where the stretch ends in a word and the statement goes on."""
    lower = grammar.words.lower
    if lower[stop - 2] == "," and _says_nothing(grammar, stop - 1):
        return 2
    phrase = " ".join(lower[stop - 2 : stop]) in grammar.lists["trailing_phrases"]
    if phrase and stop - 2 > first and (lower[stop - 1] != "well" or lower[stop] == "as"):
        return 2
    return int(grammar.is_a(stop - 1, "trailing"))


def _says_nothing(grammar: Grammar, at: int) -> bool:
    """Whether a word left over after a comma says nothing alone: "and, later", ", was"."""
    return grammar.is_auxiliary(at) or grammar.is_a(at, "adverbs")


def _is_particle(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether the last word belongs to the verb ("let the trucks in")."""
    return grammar.words.lower[stop - 1] in grammar.lists["particles"] and any(
        tag.part == "verb" and tag.stop == stop and tag.first >= first for tag in grammar.words.tags
    )


def _opens_inside(grammar: Grammar, first: int, at: int) -> bool:
    return any(grammar.words.lower[i] in ('"', "“", "'", "‘") for i in range(first, at))


def _without_tail(grammar: Grammar, first: int, stop: int) -> int:
    """Without ", he said" and ", which everyone saw": comments after the last comma."""
    lower = grammar.words.lower
    for at in range(stop - 2, max(first, stop - 40), -1):
        if lower[at] != ",":
            continue
        follower = lower[at + 1]
        inserted = grammar.is_a(at + 1, "relatives") or grammar.aside[at + 1]
        goes_on = inserted and "," in lower[at + 1 : stop]
        led = follower in ("in", "for") and grammar.is_a(at + 2, "relatives")
        if (led or follower in grammar.lists["endings"]) and not goes_on:
            return _without_tail(grammar, first, at)
        if stop - at <= _TAIL and (
            _is_comment(grammar, at + 1, stop) or _is_apposition(grammar, at + 1, stop)
        ):
            return _without_tail(grammar, first, at)
    return _before_aside_place(grammar, first, stop)


def _without_circumstance(grammar: Grammar, first: int, stop: int) -> int:
    """Without "in line with ...", "with the aim of ..." and "under an agreement ..." at the end."""
    lower = grammar.words.lower
    for at in grammar.places_in("first_of_tails", first, max(stop - 1, first)):
        if _is_counted(grammar, at):
            continue
        phrases = (" ".join(lower[at : at + length]) for length in range(1, 5))
        if any(phrase in grammar.lists["tail_phrases"] for phrase in phrases):
            return at
        if lower[at] == "under" and _is_paper(grammar, at + 1, stop):
            return at
    return stop


def _is_counted(grammar: Grammar, at: int) -> bool:
    """As in "21 days after": by when, and no circumstance."""
    timed = grammar.is_a(at, "time_units")
    return timed and (grammar.words.is_number(at - 1) or grammar.is_a(at - 1, "counts"))


def _is_paper(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether the next few words name an agreement: "the reconciliation agreement"."""
    article = grammar.is_a(first, "articles")
    return article and any(
        grammar.is_a(at, "papers") for at in range(first + 1, min(first + _NAMED, stop))
    )


def _is_apposition(grammar: Grammar, first: int, stop: int) -> bool:
    """As in ", a key demand of the opposition": it tells what the term is to somebody."""
    if not grammar.is_a(first, "articles") or "," in grammar.words.lower[first:stop]:
        return False
    return any(grammar.is_a(at, "appraisals") for at in range(first + 1, min(first + _NAMED, stop)))


def _is_comment(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether the last words only tell who said it."""
    lower = grammar.words.lower
    telling = grammar.lexicon.small_words(("speech", "saying"))
    places = {*range(first, min(first + 7, stop)), stop - 1}
    says = any(lower[at] in telling for at in places)
    negated = grammar.is_a(first + 1, "negators")
    return says and not negated and "," not in lower[first:stop]


def _before_aside_place(grammar: Grammar, first: int, stop: int) -> int:
    """Without "where ..." after a name: it describes the place and is no part of the term."""
    for at in grammar.places_in("place_clauses", first + 1, max(stop - 1, first + 1)):
        if grammar.words.capitals[at - 1]:
            return at
    return stop
