"""Finds where those who leave go to."""

from __future__ import annotations

from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.kinds import Reading
from qalamoun_terms.reading.terms.phrases import Phrase
from qalamoun_terms.reading.text.frames import Span

_PARTS = ("ern", "al", "held", "by", "down", "er")
"""Endings of adjectives before the name of a goal: "rural", "central", "nearby", "lower"."""


def without_article(text: str) -> str:
    """A name without the article in front of it.

    Args:
        text: the name as printed.

    >>> without_article("the coast road")
    'coast road'
    """
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else text


def destinations(grammar: Grammar, clause: Clause, reading: Reading) -> dict[str, Span]:
    """Where those who leave go to, as printed, with the words.

    Args:
        grammar: the statement with its small words.
        clause: the clause that states the term.
        reading: its kind.
    """
    if not grammar.lexicon.fields_of(reading.rule.kind).goals or not _is_going(grammar, reading):
        return {}
    found: dict[str, Span] = {}
    for at in range(clause.first, clause.stop - 1):
        leads = grammar.is_a(at, "destinations") and _leads(grammar, at, clause)
        goal = leads and not grammar.aside[at]
        if goal or _is_destination_be(grammar, at):
            phrase = _goal(grammar, at + 1, clause)
            if phrase:
                found[without_article(phrase.text(grammar))] = phrase.span(grammar)
    return found


def _is_going(grammar: Grammar, reading: Reading) -> bool:
    head = reading.head
    if head is None or reading.rule.kind != "troop_redeployment":
        return True
    return any(tag.first == head.first and tag.group == "leave" for tag in grammar.words.tags)


def _leads(grammar: Grammar, at: int, clause: Clause) -> bool:
    """Whether a word leads to a goal: "for" does only behind a going ("leave X for Y")."""
    return grammar.words.lower[at] != "for" or any(
        clause.first <= tag.first < at and tag.group == "leave" for tag in grammar.words.tags
    )


def _is_destination_be(grammar: Grammar, at: int) -> bool:
    """As in "the destination of the buses is X"."""
    lower = grammar.words.lower
    before = lower[max(at - 6, 0) : at]
    return grammar.is_a(at, "be") and any(word in grammar.lists["goal_words"] for word in before)


def _goal(grammar: Grammar, at: int, clause: Clause) -> Phrase | None:
    """The goal after "to": a name, a part of the country, a camp."""
    first = at
    while first < clause.stop and grammar.is_a(first, "articles"):
        first += 1
    if first >= clause.stop or grammar.aside[first] or first in grammar.verb_at:
        return None
    if first == at and _is_deed(grammar, first):
        return None
    stop = first
    while (
        stop < clause.stop
        and in_goal(grammar, stop, clause)
        and not _is_further(grammar, first, stop)
    ):
        stop += 1
    while stop > first and not _may_close(grammar, stop - 1):
        stop -= 1
    stop = _with_others(grammar, stop, clause) if stop > first else stop
    return Phrase(at, stop) if stop > first and _names_goal(grammar, first, stop) else None


def _is_deed(grammar: Grammar, at: int) -> bool:
    """As in "to press Russia": a small word right before a name is a verb, if no part of a country."""
    word = grammar.words.lower[at]
    part = word.endswith(_PARTS) or grammar.is_a(at, "compass") or grammar.is_a(at + 1, "compass")
    named = at + 1 < len(grammar.words) and grammar.words.capital(at + 1)
    return named and not grammar.words.capital(at) and word.isalpha() and not part


def _with_others(grammar: Grammar, at: int, clause: Clause) -> int:
    """Over the names that are goals, too: "to Jordan or Turkey", "to Doha, Muscat and Mumbai"."""
    lower, stop = grammar.words.lower, at
    while (
        stop + 1 < clause.stop
        and (lower[stop] in (",", "or") or grammar.is_a(stop, "joints"))
        and grammar.words.capital(at - 1)
        and grammar.words.capital(stop + 1)
        and stop + 1 not in grammar.verb_at
    ):
        stop += 2
        while stop < clause.stop and grammar.words.capital(stop):
            stop += 1
    says = stop < len(lower) and (grammar.is_auxiliary(stop) or stop in grammar.verb_at)
    closed = stop > at and any(
        lower[i] == "or" or grammar.is_a(i, "joints") for i in range(at, stop)
    )
    return stop if closed and not says else at


def _is_further(grammar: Grammar, first: int, at: int) -> bool:
    """Whether "in" tells more than the goal: after a name, or before stages and times."""
    if grammar.words.lower[at] != "in":
        return False
    named = any(grammar.words.capital(place) for place in range(first, at))
    return named or grammar.is_a(at + 1, "counts") or grammar.is_a(at + 1, "time_openers")


def in_goal(grammar: Grammar, at: int, clause: Clause) -> bool:
    """Whether a word goes on with the name of a goal or a site.

    Args:
        grammar: the statement with its small words.
        at: the place of the word.
        clause: the clause that states the term.
    """
    word = grammar.words.lower[at]
    if word in ("of", "in") or (
        grammar.is_a(at, "articles") and grammar.words.lower[at - 1] in ("of", "in")
    ):
        return at + 1 < clause.stop
    if word == "-":
        return True
    lists = ("prepositions", "coordinators", "modals", "be", "have", "pronouns", "articles")
    plain = word[0].isalnum() and not grammar.aside[at] and at not in grammar.verb_at
    return plain and not grammar.is_any(at, lists)


def _may_close(grammar: Grammar, at: int) -> bool:
    return grammar.words.lower[at] not in ("of", "in", "-", "the", "their")


def _names_goal(grammar: Grammar, first: int, stop: int) -> bool:
    if any(grammar.words.lower[i] in grammar.lists["not_places"] for i in range(first, stop)):
        return False
    named = any(grammar.words.capital(i) or grammar.is_a(i, "compass") for i in range(first, stop))
    camp = any(t.group == "camp" and first <= t.first < stop for t in grammar.words.tags)
    goal = any(grammar.words.lower[i] in grammar.lists["goal_words"] for i in range(first, stop))
    return named or camp or goal
