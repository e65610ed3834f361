"""Cuts a statement into the stretches that can each state one term.

Between two heads the place is sought where the second one's words begin. Everything looks at most a
bounded number of words around a head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from qalamoun_terms.reading.terms.edges import edge_before, is_passive
from qalamoun_terms.reading.terms.grammar import PAUSES, Grammar
from qalamoun_terms.reading.terms.heads import MATRIX, THING, TOLD, Head, find_heads
from qalamoun_terms.reading.terms.matrix import after_link

_HARD = frozenset(";:•–—|")
_MARKS = _HARD | frozenset("-).?!")
_NEAR = 12
_YEAR = 4
_BOTH_SIDES = 2


@frozen
class Clause:
    """A stretch of words with its heads; `bound` tells that it hangs on the one before it."""

    first: int
    stop: int
    heads: tuple[Head, ...]
    bound: bool = False


def stretch_of(clause: Clause, first: int, stop: int) -> Clause:
    """A stretch of a clause with the heads in it, bound where it is not the clause's beginning.

    Args:
        clause: the clause.
        first: the first word of the stretch.
        stop: the word after its last.
    """
    heads = tuple(head for head in clause.heads if first <= head.first < stop)
    return Clause(first, stop, heads, clause.bound or first > clause.first)


def cut(grammar: Grammar) -> tuple[Clause, ...]:
    """The clauses of a statement, each with its heads; stretches without a head have none.

    Args:
        grammar: the statement with its small words.
    """
    heads = find_heads(grammar)
    edges = _edges(grammar, heads)
    starts = [edge for edge, _ in edges]
    clauses: list[Clause] = []
    for (first, bound), stop in zip(edges, [*starts[1:], len(grammar.words)], strict=True):
        inside = tuple(head for head in heads if first <= head.first < stop)
        clause = Clause(first, stop, inside, bound)
        if stop > first and not _states_nothing(grammar, clause, heads):
            clauses.append(clause)
    return tuple(clauses)


def _states_nothing(grammar: Grammar, clause: Clause, heads: Sequence[Head]) -> bool:
    """Whether a clause introduces another one, tells what happened, or stands aside."""
    if not clause.heads and _is_aside(grammar, clause.first, clause.stop):
        return True
    if clause.first == 0 and _is_besides(grammar, heads, clause.stop):
        return True
    last = clause.stop == len(grammar.words)
    return _only_tells(clause.heads) or (not last and _leads_on(grammar, clause.first, clause.stop))


def _leads_on(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a stretch ends in "says", or in a verb and "that", so that what follows is its content."""
    if grammar.is_a(stop - 1, "saying"):
        return True
    verbs = (tag for tag in grammar.words.tags if tag.part == "verb" and tag.first >= first)
    return grammar.words.lower[stop - 1] == "that" and any(tag.stop == stop - 1 for tag in verbs)


def _is_aside(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether all the words of a stretch stand aside."""
    lower = grammar.words.lower
    return all(grammar.aside[at] or not lower[at][0].isalnum() for at in range(first, stop))


def _is_besides(grammar: Grammar, heads: Sequence[Head], stop: int) -> bool:
    """As in "Ending weeks of war, the two signed a deal": what only comes with the main clause."""
    if not heads or heads[0].form != "gerund" or heads[0].front > 0:
        return False
    main = next((head for head in heads if head.first >= stop), None)
    parted = grammar.words.lower[stop - 1] == "," and grammar.is_any(
        stop, ("determiners", "pronouns")
    )
    return parted and main is not None and main.form in ("finite", MATRIX, TOLD)


def _only_tells(heads: Sequence[Head]) -> bool:
    """Whether a clause only introduces content, or tells what happened."""
    return bool(heads) and (heads[-1].form == MATRIX or heads[0].form == TOLD)


def _edges(grammar: Grammar, heads: Sequence[Head]) -> list[tuple[int, bool]]:
    """The first words of the clauses, with whether each hangs on the clause before it."""
    last = len(grammar.words) - 1
    hard = [at + 1 for at in grammar.places_of(_MARKS) if at < last and _is_hard(grammar, at)]
    found: dict[int, bool] = {0: False} | dict.fromkeys([*grammar.content, *hard], False)
    before: list[Head] = []
    for head in heads:
        row = _subject_row(grammar, before, head)
        del before[len(before) - len(row) :]
        inside = {at: found.pop(at) for at in _row_edges(found, row, head)}
        lowest, first = _bounds(found, before, head)
        edge = edge_before(grammar, head, lowest, first=first)
        if edge is None and not first and _ends_content(grammar, before, head):
            edge = (head.front, False)
        if edge is not None and waits(grammar, before, edge[0]):
            edge = None
        start = lowest if edge is None else edge[0]
        found |= {at: bound for at, bound in inside.items() if at < start}
        if edge is not None and edge[0] not in found:
            found[edge[0]] = edge[1]
        before.append(head)
    _open_contents(grammar, heads, found)
    return sorted(found.items())


def waits(grammar: Grammar, before: Sequence[Head], at: int) -> bool:
    """As in "to free, within a week, all the captives": the verb before still waits for its object.

    Args:
        grammar: the statement with its small words.
        before: the heads before a word, in their order.
        at: the place of the word, after a comma.
    """
    lower = grammar.words.lower
    if not before or before[-1].form not in ("infinitive", "finite", "gerund"):
        return False
    stop = before[-1].stop
    inserted = lower[stop : stop + 1] == [","] and grammar.is_a(stop + 1, "prepositions")
    return inserted and lower[at - 1] == "," and list(lower[stop:at]).count(",") == _BOTH_SIDES


def _ends_content(grammar: Grammar, before: Sequence[Head], head: Head) -> bool:
    """As in "a deal for the men to leave was reached": the verb says something of the deal.

    So it does in "the demand that they leave, was refused".
    """
    if not before:
        return False
    last, lower = before[-1], grammar.words.lower
    demanded = (
        lower[head.front - 1] == "," and "that" in lower[max(last.front - _NEAR, 0) : last.front]
    )
    follows = last.form == "infinitive" or (demanded and last.form == "finite")
    helped = grammar.is_auxiliary(head.front) and not grammar.is_a(head.front, "ing_helpers")
    told = head.form == TOLD and last.form == "infinitive"
    return told or (follows and head.form == "finite" and helped)


def _subject_row(grammar: Grammar, before: Sequence[Head], head: Head) -> list[Head]:
    """The nouns right before a verb that belong to its subject."""
    at = len(before)
    says = head.form == "finite" or is_passive(grammar, head)
    while at and says and _in_subject(grammar, before[at - 1], head):
        at -= 1
    return list(before[at:])


def _row_edges(found: Mapping[int, bool], row: Sequence[Head], head: Head) -> list[int]:
    """The edges that were taken to part the nouns of a subject."""
    if not row:
        return []
    return [at for at, bound in found.items() if bound and row[0].front <= at <= head.front]


def _bounds(found: Mapping[int, bool], before: Sequence[Head], head: Head) -> tuple[int, bool]:
    """How far back the words of a head may reach, and whether nothing is said before them."""
    lowest = 0
    if before:
        lowest = before[-1].first if before[-1].form == MATRIX else before[-1].stop
    hard = [edge for edge in found if lowest <= edge <= head.front]
    return max([lowest, *hard]), not before or bool(hard)


def _open_contents(grammar: Grammar, heads: Sequence[Head], found: dict[int, bool]) -> None:
    """Begins a clause after each word that introduces content, where none begins there yet."""
    for index, head in enumerate(heads):
        if head.form == MATRIX:
            stop = heads[index + 1].front if index + 1 < len(heads) else len(grammar.words)
            content = after_link(grammar, head.stop, stop)
            if not any(head.first < edge <= content for edge in found):
                found[content] = False


def _in_subject(grammar: Grammar, thing: Head, head: Head) -> bool:
    """Whether a noun belongs to the subject of a verb: "talks on a truce and elections will begin"."""
    if thing.form == THING:
        return True
    between = grammar.words.lower[thing.stop : head.front]
    marks = [word for word in between if word in PAUSES]
    if thing.form == "gerund":
        return not marks
    inserted = len(marks) > 1 and set(marks) == {","} and between[-1] == ","
    enclosed = marks == ["(", ")"] or inserted
    return thing.form == "nominal" and (not marks or enclosed or _is_row(grammar, between))


def _is_row(grammar: Grammar, words: Sequence[str]) -> bool:
    """As in "of the city, the port and the mill": one comma, and "and" later but not at once."""
    if list(words).count(",") != 1 or PAUSES & set(words) != {","}:
        return False
    last = list(words)[list(words).index(",") + 1 :]
    return any(word == "or" or word in grammar.lists["joints"] for word in last[1:])


def _is_hard(grammar: Grammar, at: int) -> bool:
    """Whether a mark ends a statement for good, and is no hyphen and no time of day."""
    word, lower = grammar.words.lower[at], grammar.words.lower
    if word == "-":
        gap = at and grammar.words.starts[at] > grammar.words.ends[at - 1]
        return bool(gap)
    if word == ")" and is_letter(grammar, at - 1):
        return True
    if word in ".?!":
        return at + 1 < len(lower) and (grammar.words.capital(at + 1) or lower[at + 1] in '"“')
    numbered = word == ":" and at > 0 and lower[at - 1].isdecimal() and len(lower[at - 1]) < _YEAR
    return word in _HARD and not numbered


def is_letter(grammar: Grammar, at: int) -> bool:
    """Whether "(b)" opens an item in the middle of a line.

    Args:
        grammar: the statement with its small words.
        at: the place of the letter.
    """
    lower = grammar.words.lower
    if at < 2 or lower[at - 1] != "(" or not lower[at].isalpha():
        return False
    return len(lower[at]) == 1 or lower[at] in grammar.lists["item_numbers"]
