"""Rows of nouns inside one clause whose members the learnt weights take for terms of different kinds.

"liaison offices in both towns, identity papers for the children and a halt to the raids" are three
terms. A clause that is surely content is cut where a noun phrase begins after a comma or "and", and the
pieces on both sides are surely of different kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from qalamoun_terms.reading.terms.clauses import Clause, stretch_of
from qalamoun_terms.reading.terms.grammar import PAUSES, Grammar
from qalamoun_terms.reading.terms.heads import THING

LONGEST = 80  # words of a clause that is cut: what is longer is a tale
SHORTEST = 3  # words that a piece has at least

Judge = Callable[[Clause], str]
"""The kind that a piece of a clause surely is, "" where none is sure."""


def pieces(grammar: Grammar, clause: Clause, kind_of: Judge) -> Iterator[tuple[Clause, str]]:
    """The stretches of a clause that are surely of different kinds, with their kinds; none where it is one.

    Args:
        grammar: the statement with its small words.
        clause: a clause of it.
        kind_of: what a piece surely is.
    """
    if clause.stop - clause.first > LONGEST or _says(clause):
        return
    starts = [clause.first, *_starts(grammar, clause), clause.stop]
    if len(starts) <= SHORTEST - 1:
        return
    found: list[tuple[int, str]] = []
    for first, stop in pairwise(starts):
        kind = kind_of(stretch_of(clause, first, stop)) if stop - first >= SHORTEST else ""
        if not found or (kind and found[-1][1] and kind != found[-1][1]):
            found.append((first, kind))
    if len(found) < SHORTEST - 1:
        return
    ends = [first for first, _ in found[1:]] + [clause.stop]
    for (first, kind), stop in zip(found, ends, strict=True):
        yield stretch_of(clause, first, stop), kind


def _says(clause: Clause) -> bool:
    """Whether a verb says something of all that a clause names."""
    return any(head.form not in ("nominal", "gerund", "participle", THING) for head in clause.heads)


def _starts(grammar: Grammar, clause: Clause) -> Iterator[int]:
    """Where a noun phrase begins after a comma or "and"."""
    fronts = {head.front for head in clause.heads}
    for at in range(clause.first + SHORTEST, clause.stop - SHORTEST + 1):
        joined = grammar.is_a(at - 1, "joints") or grammar.words.lower[at - 1] == ","
        if joined and _opens(grammar, at, fronts):
            yield at


def _opens(grammar: Grammar, at: int, fronts: Collection[int]) -> bool:
    """Whether a word begins a noun phrase of its own, given where those of the heads begin."""
    word = grammar.words.lower[at]
    if grammar.aside[at] or word in PAUSES or not word[0].isalnum():
        return False
    counted = grammar.is_any(at, ("determiners", "counts")) or grammar.words.is_number(at)
    return counted or at in fronts or _is_many(grammar, at)


def _is_many(grammar: Grammar, at: int) -> bool:
    """As in "identity papers for all": things in the plural, after no word that tells which."""
    return any(grammar.words.lower[place].endswith("s") for place in (at, at + 1)) and not (
        grammar.is_any(at, ("joints", "prepositions", "adverbs", "relatives", "coordinators"))
        or at in grammar.verb_at
        or grammar.is_auxiliary(at)
    )
