"""Trims a clause to the smallest stretch that states its term: no "that" before, no "he said" after."""

from __future__ import annotations

from qalamoun_terms.reading.clauses import Clause
from qalamoun_terms.reading.grammar import Grammar

_TAIL = 14


def trimmed(grammar: Grammar, clause: Clause) -> Clause:
    """A clause without the small words around it that say nothing of the term.

    Args:
        grammar: the statement with its small words.
        clause: a clause of it.
    """
    stop = _end(grammar, clause.first, clause.stop)
    stop = _without_tail(grammar, clause.first, stop)
    first = _start(grammar, clause.first, stop)
    return Clause(first, _end(grammar, first, stop), clause.heads, clause.bound)


def _start(grammar: Grammar, first: int, stop: int) -> int:
    lower = grammar.words.lower
    while first < stop:
        marker = not lower[first][0].isalnum() and lower[first] not in "\"“'‘("
        opener = lower[first] in grammar.lists["openers"] or lower[first] == "'s"
        numeral = (
            first + 1 < stop
            and lower[first + 1] in (".", ")")
            and (grammar.words.is_number(first) or lower[first] in grammar.lists["item_numbers"])
        )
        bracketed = first + 2 < stop and lower[first] == "(" and lower[first + 2] == ")"
        if bracketed:
            first += 3
        elif numeral:
            first += 2
        elif marker or opener:
            first += 1
        else:
            break
    return first


def _end(grammar: Grammar, first: int, stop: int) -> int:
    lower = grammar.words.lower
    while stop > first:
        last = lower[stop - 1]
        mark = not last[0].isalnum() and last not in "\"”'’)"
        if mark or (stop < len(lower) and last in grammar.lists["trailing"]):
            stop -= 1
        elif (
            stop - 2 > first
            and " ".join(lower[stop - 2 : stop]) in grammar.lists["trailing_phrases"]
        ):
            stop -= 2
        elif last in "\"”'’" and not _opens_inside(grammar, first, stop - 1):
            stop -= 1
        else:
            break
    return stop


def _opens_inside(grammar: Grammar, first: int, at: int) -> bool:
    return any(grammar.words.lower[i] in ('"', "“", "'", "‘") for i in range(first, at))


def _without_tail(grammar: Grammar, first: int, stop: int) -> int:
    """Without ", he said" and ", which everyone saw": comments after the last comma."""
    lower = grammar.words.lower
    for at in range(stop - 1, max(first, stop - 40), -1):
        if lower[at] != "," or at + 1 >= stop:
            continue
        follower = lower[at + 1]
        goes_on = grammar.is_a(at + 1, "relatives") and "," in lower[at + 1 : stop]
        if follower in grammar.lists["endings"] and not goes_on:
            return at
        if stop - at <= _TAIL and _is_comment(grammar, at + 1, stop):
            return at
    return _before_aside_place(grammar, first, stop)


def _is_comment(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether the last words only tell who said it."""
    lower = grammar.words.lower
    says = any(lower[i] in grammar.lists["speech"] for i in range(first, min(first + 7, stop)))
    return says and "," not in lower[first:stop]


def _before_aside_place(grammar: Grammar, first: int, stop: int) -> int:
    """Without "where ..." after a name: it describes the place and is no part of the term."""
    for at in range(first + 1, stop - 1):
        if grammar.words.lower[at] in grammar.lists["place_clauses"] and grammar.words.capital(
            at - 1
        ):
            return at
    return stop
