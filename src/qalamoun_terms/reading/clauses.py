"""Cuts a statement into the stretches that can each state one term.

Between two heads the place is sought where the second one's words begin: after a mark or a word
that separates, with its subject, or after words that only introduce content. Everything looks at
most a bounded number of words around a head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from qalamoun_terms.reading.beginnings import interrupted_subject, is_paused, subject_start
from qalamoun_terms.reading.grammar import PAUSES, Grammar
from qalamoun_terms.reading.heads import MATRIX, THING, TOLD, Head, find_heads
from qalamoun_terms.reading.matrix import after_link, is_matrix, opener_ends

_HARD = frozenset(";:•–—|")
_MARKS = _HARD | frozenset("-).?!")
_NEAR = 12
_YEAR = 4
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
        says = grammar.is_a(stop - 1, "saying") and stop < len(grammar.words)
        besides = first == 0 and _is_besides(grammar, heads, stop)
        empty = not inside and _is_aside(grammar, first, stop)
        if stop > first and not (says or besides or empty or _only_tells(inside)):
            clauses.append(Clause(first, stop, inside, bound))
    return tuple(clauses)


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
        edge = _edge_before(grammar, head, lowest, first=first)
        if edge is None and not first and _ends_content(grammar, before, head):
            edge = (head.front, False)
        start = lowest if edge is None else edge[0]
        found |= {at: bound for at, bound in inside.items() if at < start}
        if edge is not None and edge[0] not in found:
            found[edge[0]] = edge[1]
        before.append(head)
    _open_contents(grammar, heads, found)
    return sorted(found.items())


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


def _is_passive(grammar: Grammar, head: Head) -> bool:
    """Whether something is to be done to what stands before: "the road to be opened"."""
    return head.form == "infinitive" and grammar.is_a(head.front + 1, "be")


def _subject_row(grammar: Grammar, before: Sequence[Head], head: Head) -> list[Head]:
    """The nouns right before a verb that belong to its subject."""
    at = len(before)
    says = head.form == "finite" or _is_passive(grammar, head)
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
    return any(word in grammar.lists["joints"] for word in last[1:])


def _is_hard(grammar: Grammar, at: int) -> bool:
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
        return edge if is_paused(grammar, opened, edge[0]) else (opened, False)
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
    determines = grammar.is_a(at - 1, "prepositions")
    return at >= lowest and not (grammar.aside[at] or determines or _so_that(grammar, at))


def _so_that(grammar: Grammar, at: int) -> bool:
    return grammar.is_a(at - 1, "after_so")


def _joins(grammar: Grammar, at: int) -> bool:
    """Whether a word joins clauses or the items of a row."""
    return grammar.is_a(at, "coordinators") or (at >= 0 and grammar.words.lower[at] == ",")


def _listed(grammar: Grammar, head: Head, lowest: int, *, first: bool) -> tuple[int, bool] | None:
    """A noun or gerund begins a clause where it is an item of a row: after a comma or "and"."""
    before = head.front - 1
    if lowest and grammar.is_a(lowest - 1, "letting"):
        return None
    if (
        before - 1 >= lowest
        and grammar.is_a(before, "prepositions")
        and _joins(grammar, before - 1)
        and (first or _leads_on(grammar, before, lowest))
    ):
        return head.front, True
    if before < lowest:
        return None
    if (
        before == lowest
        and not first
        and grammar.is_a(before, "coordinators")
        and head.form == "nominal"
        and not (grammar.is_a(head.front, "determiners") and _says_all(grammar, before))
    ):
        return None
    if grammar.is_a(before, "coordinators") or grammar.words.lower[before] in (",", "(", '"', "“"):
        return head.front, True
    return None


def _leads_on(grammar: Grammar, at: int, lowest: int) -> bool:
    """Whether a preposition leads a further item: as the one before, or as the verb asks for it."""
    lower = grammar.words.lower
    if lower[at] in lower[max(0, lowest - _NEAR) : lowest] or is_matrix(grammar, lowest):
        return True
    return lower[at - 1] == "," and lower[at] == "with"


def _says_all(grammar: Grammar, stop: int) -> bool:
    """Whether the word before says all: a verb, or a noun that is a term by itself, as "a truce"."""
    nouns = [tag for tag in grammar.words.tags if tag.stop == stop and tag.part != "verb"]
    rules = [rule for tag in nouns for rule in grammar.lexicon.rules_of.get(tag.group, ())]
    return not nouns or any(not (rule.objects or rule.also or rule.words) for rule in rules)


def _to_do(grammar: Grammar, head: Head, lowest: int, *, first: bool) -> tuple[int, bool] | None:
    before = head.front - 1
    if before < lowest or _is_right(grammar, head.front):
        return None
    if _joins(grammar, before):
        tells_what_for = grammar.words.lower[before] == "," and _is_passive(grammar, head)
        return None if tells_what_for else (head.front, not first)
    start = None
    if _is_passive(grammar, head):
        start = subject_start(grammar, head.front, lowest, first=False)
    elif not first:
        start = _listed_subject(grammar, head, lowest)
    return None if start is None else (start, False)


def _is_right(grammar: Grammar, at: int) -> bool:
    """As in "the right to be heard and to vote": both belong to the one noun."""
    lower = grammar.words.lower
    if not grammar.is_a(at - 1, "joints"):
        return False
    places = range(max(at - _SUBJECT, 1), at)
    return any(lower[place] == "to" and grammar.is_a(place - 1, "rights") for place in places)


def _listed_subject(grammar: Grammar, head: Head, lowest: int) -> int | None:
    """As in "the men to leave, and the women to stay": a row of subjects with what each is to do."""
    lower = grammar.words.lower
    for at in range(head.front - 2, max(lowest, head.front - _NEAR), -1):
        if lower[at] == "and" and lower[at - 1] == "," and grammar.is_a(at + 1, "articles"):
            return at + 1
    return None


def _with_subject(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    """A finite verb's clause begins with its subject; it has none of its own after "and" or a comma."""
    before = head.front - 1
    if _tells_purpose(grammar, lowest, head.front):
        return None
    plain = head.front == head.first and not grammar.is_auxiliary(head.first)
    if plain and lowest and grammar.is_a(lowest - 1, "letting") and not _is_joined(grammar, before):
        return None
    if before >= lowest and grammar.is_a(before, "coordinators"):
        return head.front, True
    if before >= lowest and grammar.words.lower[before] == "," and not first and plain:
        start = interrupted_subject(grammar, head.front, lowest)
        return (head.front, True) if start is None else (start, False)
    start = subject_start(grammar, head.front, lowest, first=first)
    if start is None or (start <= lowest and first):
        return None
    return start, grammar.is_a(start, "demonstratives")


def _tells_purpose(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether "so that" stands in a stretch: what follows it is no term of its own."""
    return any(
        grammar.words.lower[at] == "that" and _so_that(grammar, at) for at in range(first + 1, stop)
    )


def _is_joined(grammar: Grammar, at: int) -> bool:
    return grammar.is_a(at, "coordinators")


def _told_on(grammar: Grammar, head: Head, lowest: int) -> tuple[int, bool] | None:
    """As in "it halted the raids and allowed convoys in": a second verb of one subject."""
    joined = head.front - 1 > lowest and grammar.is_a(head.front - 1, "coordinators")
    has_object = not grammar.is_a(head.stop, "prepositions") and head.stop < len(grammar.words)
    plain = has_object and grammar.words.lower[head.stop][0].isalnum()
    return (head.front, True) if joined and plain else None
