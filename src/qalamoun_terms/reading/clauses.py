"""Cuts a statement into the stretches that can each state one term.

Between two heads the place is sought where the second one's words begin: after a mark or a word
that separates, with its subject, or after words that only introduce content. Everything looks at
most a bounded number of words around a head.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.grammar import PAUSES, Grammar
from qalamoun_terms.reading.heads import MATRIX, THING, TOLD, Head, find_heads
from qalamoun_terms.reading.matrix import after_link, is_matrix, opener_ends

_HARD = frozenset(";:•–—")
_NEAR = 12
_SUBJECT = 40


@frozen
class Clause:
    """A stretch of words with its heads; `bound` tells that it hangs on the one before it."""

    first: int
    stop: int
    heads: tuple[Head, ...]
    bound: bool = False


def cut(grammar: Grammar) -> tuple[Clause, ...]:
    """The clauses of a statement, each with its heads; stretches without a head have none.

    Args:
        grammar: the statement with its small words.
    """
    heads = find_heads(grammar)
    edges = _edges(grammar, heads)
    clauses: list[Clause] = []
    starts = [edge for edge, _ in edges]
    for (first, bound), stop in zip(edges, [*starts[1:], len(grammar.words)], strict=True):
        inside = tuple(head for head in heads if first <= head.first < stop)
        if stop > first and not _only_tells(inside):
            clauses.append(Clause(first, stop, inside, bound))
    return tuple(clauses)


def _only_tells(heads: Sequence[Head]) -> bool:
    """Whether a clause only introduces content, or tells what happened."""
    return bool(heads) and (heads[-1].form == MATRIX or heads[0].form == TOLD)


def _edges(grammar: Grammar, heads: Sequence[Head]) -> list[tuple[int, bool]]:
    """The first words of the clauses, with whether each hangs on the clause before it."""
    found: dict[int, bool] = {0: False} | dict.fromkeys(grammar.content, False)
    for at in range(1, len(grammar.words)):
        if _is_hard(grammar, at - 1):
            found[at] = False
    before: list[Head] = []
    for head in heads:
        while before and head.form == "finite" and _in_subject(grammar, before[-1], head):
            before.pop()
        previous = before[-1] if before else None
        lowest = 0
        if previous:
            lowest = previous.first if previous.form == MATRIX else previous.stop
        hard = [edge for edge in found if lowest <= edge <= head.front]
        lowest = max([lowest, *hard])
        edge = _edge_before(grammar, head, lowest, first=previous is None or bool(hard))
        if edge is not None and edge[0] not in found:
            found[edge[0]] = edge[1]
        before.append(head)
    for index, head in enumerate(heads):
        if head.form == MATRIX:
            stop = heads[index + 1].front if index + 1 < len(heads) else len(grammar.words)
            content = after_link(grammar, head.stop, stop)
            if not any(head.first < edge <= content for edge in found):
                found[content] = False
    return sorted(found.items())


def _in_subject(grammar: Grammar, thing: Head, head: Head) -> bool:
    """Whether a noun belongs to the subject of a verb: "talks on a truce and elections will begin"."""
    if thing.form == THING:
        return True
    between = grammar.words.lower[thing.stop : head.front]
    return thing.form == "nominal" and not PAUSES & set(between)


def _is_hard(grammar: Grammar, at: int) -> bool:
    word, lower = grammar.words.lower[at], grammar.words.lower
    if word == "-":
        gap = at and grammar.words.starts[at] > grammar.words.ends[at - 1]
        return bool(gap)
    if word in ".?!":
        return at + 1 < len(lower) and (grammar.words.capital(at + 1) or lower[at + 1] in '"“')
    return word in _HARD and not (at and lower[at - 1].isdecimal() and word == ":")


def _edge_before(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    """Where the words of a head begin, if a new clause begins between `lowest` and its front."""
    opened = _opened(grammar, head, lowest)
    if head.form in ("nominal", "gerund", THING):
        edge = _listed(grammar, head, lowest, first=first)
    elif head.form == "infinitive":
        edge = _to_do(grammar, head, lowest, first=first)
    elif head.form in ("finite", MATRIX, TOLD):
        edge = _with_subject(grammar, head, lowest, first=first)
    elif head.form == "participle" and not first:
        edge = _told_on(grammar, head, lowest)
    else:
        edge = None
    if opened is not None and (edge is None or edge[0] < opened):
        return opened, False
    if opened is not None and edge and head.form == "finite":
        return edge if _paused(grammar, opened, edge[0]) else (opened, False)
    return edge


def _opened(grammar: Grammar, head: Head, lowest: int) -> int | None:
    """The last word between two heads after which content begins ("proposed that", "on condition that")."""
    lower = grammar.words.lower
    if head.form == MATRIX:
        return None
    for at in range(head.front, max(lowest, head.front - _SUBJECT) - 1, -1):
        if at > lowest and lower[at - 1] == "that" and _opens_content(grammar, at - 1, lowest):
            return at
        if at > 0 and is_matrix(grammar, at - 1) and at - 1 >= lowest:
            return after_link(grammar, at, head.front)
        if opener_ends(grammar, at, head.front):
            return at
    return None


def _opens_content(grammar: Grammar, at: int, lowest: int) -> bool:
    return at >= lowest and not grammar.aside[at] and not _so_that(grammar, at)


def _so_that(grammar: Grammar, at: int) -> bool:
    return grammar.is_a(at - 1, "after_so")


def _joins(grammar: Grammar, at: int) -> bool:
    """Whether a word joins clauses or the items of a row."""
    return grammar.is_a(at, "coordinators") or (at >= 0 and grammar.words.lower[at] == ",")


def _listed(grammar: Grammar, head: Head, lowest: int, *, first: bool) -> tuple[int, bool] | None:
    """A noun or gerund begins a clause where it is an item of a row: after a comma or "and"."""
    before = head.front - 1
    if (
        before - 1 >= lowest
        and grammar.is_a(before, "prepositions")
        and _joins(grammar, before - 1)
    ):
        return head.front, True
    if before < lowest:
        return None
    if (
        before == lowest
        and not first
        and grammar.is_a(before, "coordinators")
        and head.form == "nominal"
        and not (grammar.is_a(head.front, "articles") and _says_all(grammar, before))
    ):
        return None
    if grammar.is_a(before, "coordinators") or grammar.words.lower[before] in (",", "(", '"', "“"):
        return head.front, True
    return None


def _says_all(grammar: Grammar, stop: int) -> bool:
    """Whether the noun that ends at a word says a term by itself, as "a truce" does."""
    rules = (
        rule
        for tag in grammar.words.tags
        if tag.stop == stop and tag.part != "verb"
        for rule in grammar.lexicon.rules_of.get(tag.group, ())
    )
    return any(not (rule.objects or rule.also or rule.words) for rule in rules)


def _to_do(grammar: Grammar, head: Head, lowest: int, *, first: bool) -> tuple[int, bool] | None:
    lower = grammar.words.lower
    before = head.front - 1
    if before < lowest:
        return None
    if _joins(grammar, before):
        return (head.front, not first)
    for at in range(before - 1, max(lowest, before - _NEAR), -1):
        if lower[at] == "and" and lower[at - 1] == "," and grammar.is_a(at + 1, "articles"):
            return at + 1, False
    return None


def _with_subject(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    """A finite verb's clause begins with its subject: after the last pause that leaves one."""
    lower = grammar.words.lower
    if head.front > lowest and lower[head.front - 1] == ",":
        if first:
            return None
        plain = head.front == head.first and not grammar.is_auxiliary(head.first)
        beyond = _before_parenthesis(grammar, head, lowest)
        return beyond or ((head.front, True) if plain else None)
    for at in range(head.front - 1, max(lowest, head.front - _SUBJECT) - 1, -1):
        if not _joins(grammar, at):
            continue
        if at + 1 == head.front:
            return (head.front, True) if grammar.is_a(at, "coordinators") else None
        if grammar.aside[at] and lower[at] != ",":
            continue
        if _is_subject(grammar, at + 1, head.front):
            start = _whole_subject(grammar, at, lowest, first=first) + 1
            return (start, False) if start > lowest or not first else None
    return None


def _told_on(grammar: Grammar, head: Head, lowest: int) -> tuple[int, bool] | None:
    """As in "it halted the raids and allowed convoys in": a second verb of one subject."""
    joined = head.front - 1 >= lowest and grammar.is_a(head.front - 1, "coordinators")
    has_object = not grammar.is_a(head.stop, "prepositions") and head.stop < len(grammar.words)
    plain = has_object and grammar.words.lower[head.stop][0].isalnum()
    return (head.front, True) if joined and plain else None


def _before_parenthesis(grammar: Grammar, head: Head, lowest: int) -> tuple[int, bool] | None:
    lower = grammar.words.lower
    for at in range(head.front - 2, lowest - 1, -1):
        joined = lower[at] == "," and grammar.is_a(at + 1, "coordinators")
        if joined and _is_subject(grammar, at + 2, head.front):
            return at + 2, False
    return None


def _whole_subject(grammar: Grammar, at: int, lowest: int, *, first: bool) -> int:
    """Where "A, B and C" are the subject, the pause before A."""
    lower = grammar.words.lower
    best = at
    if lower[at - 1] == "," and not first:
        return at
    if first and lower[at] != "," and not _paused(grammar, lowest, at):
        return lowest - 1
    for place in range(at - 1, lowest - 1, -1):
        if lower[place] == "," or grammar.is_a(place, "coordinators"):
            if _is_subject(grammar, place + 1, at):
                best = place
            if place and lower[place - 1] == "," and not first:
                return best
        elif not _may_be_in_subject(grammar, place, first=first):
            return best
    return lowest - 1 if first else best


def _paused(grammar: Grammar, first: int, stop: int) -> bool:
    lower = grammar.words.lower
    return any(
        lower[i] in PAUSES or grammar.is_auxiliary(i)
        for i in range(first, stop)
        if not grammar.aside[i]
    )


def _may_be_in_subject(grammar: Grammar, at: int, *, first: bool) -> bool:
    allowed = ("of", "from", "between", "in") if first else ("of",)
    if grammar.words.lower[at] in allowed:
        return True
    verb = at in grammar.verb_at and grammar.verb_at[at].form != "ing"
    return not (
        verb or grammar.is_a(at, "prepositions") or grammar.words.lower[at] in (";", ":", ".")
    )


def _is_subject(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a stretch can be the subject of the verb that follows it."""
    if first >= stop:
        return False
    lower = grammar.words.lower
    skip = ("prepositions", "relatives", "subordinators", "coordinators")
    if grammar.is_any(first, skip) and lower[first] not in ("who", "between"):
        return False
    if not (lower[first][0].isalnum() or lower[first] in "\"“'"):
        return False
    return first not in grammar.verb_at or grammar.verb_at[first].form == "ing"
