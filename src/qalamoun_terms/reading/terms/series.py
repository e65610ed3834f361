"""Rows inside one clause: items that are told by a noun alone, and things that share one verb.

"the release of ten captives, and forty trucks a day" are two terms; so are "they hand in their guns
within a week and their mortars within a month", because either could be kept without the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.reading.terms.clauses import Clause, stretch_of, waits
from qalamoun_terms.reading.terms.grammar import PAUSES, Grammar
from qalamoun_terms.reading.terms.heads import THING, Head
from qalamoun_terms.reading.terms.kinds import Reading, clause_tags, read_kind

_SHORTEST = 3
_LONGEST = 9
_TIMED = 4
"""So many words after "within" or "by" the unit or the name of a time may stand."""

Part = tuple[Clause, Reading]
"""A clause with what was read in it."""


def by_nouns(
    grammar: Grammar, clause: Clause, reading: Reading, lexicon: TermLexicon
) -> list[Part]:
    """A clause in two where its last item is told by a noun alone and is of another kind.

    Args:
        grammar: the statement with its small words.
        clause: a clause of it.
        reading: what was read in the clause.
        lexicon: the vocabulary of terms.
    """
    if _has_verb(clause):
        return [(clause, reading)]
    for at in _ends_of_items(grammar, clause):
        item = Clause(at, clause.stop, (), bound=True)
        other = read_kind(grammar, item, lexicon, bare=True)
        if other is not None and other.rule.kind != reading.rule.kind:
            return [(_until(clause, at), reading), (item, other)]
    return [(clause, reading)]


def by_plain_nouns(
    grammar: Grammar, clause: Clause, reading: Reading, lexicon: TermLexicon
) -> list[Part]:
    """A clause in parts at nouns that are terms by themselves: "a prisoner exchange and elections".

    Args:
        grammar: the statement with its small words.
        clause: a clause of it.
        reading: what was read in the clause.
        lexicon: the vocabulary of terms.
    """
    if _has_verb(clause):
        return [(clause, reading)]
    for at in _plain_items(grammar, clause):
        first, rest = stretch_of(clause, clause.first, at), stretch_of(clause, at, clause.stop)
        before = read_kind(grammar, first, lexicon, bare=True)
        after = read_kind(grammar, rest, lexicon, bare=True)
        if before and after and before.rule.kind != after.rule.kind:
            return [(first, before), *by_plain_nouns(grammar, rest, after, lexicon)]
    return [(clause, reading)]


def _has_verb(clause: Clause) -> bool:
    """Whether a clause has another head than nouns and what they do: then its nouns are no items."""
    return any(head.form not in ("nominal", "gerund", THING) for head in clause.heads)


def _plain_items(grammar: Grammar, clause: Clause) -> Iterator[int]:
    """Where "elections" or the like begins an item, or what follows such an item does."""
    for at in range(clause.first + 2, clause.stop):
        if not _joined(grammar, at) or grammar.aside[at]:
            continue
        plain = _is_plain(grammar, at, clause.stop), _is_plain(grammar, clause.first, at)
        says = [head for head in clause.heads if head.form == "nominal"]
        after = any(head.front == at for head in says)
        before = any(head.first < at for head in says)
        if (plain[0] and (before or plain[1])) or (plain[1] and after):
            yield at


def _joined(grammar: Grammar, at: int) -> bool:
    """Whether "and" or a comma joins a word to what stands before it."""
    joins = grammar.is_a(at - 1, "joints") or grammar.words.lower[at - 1] == ","
    return joins and not grammar.is_a(at, "joints")


def _is_plain(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a noun phrase begins at a word whose noun is a term by itself: "early elections"."""
    for at in range(first, min(first + _SHORTEST, stop)):
        if grammar.is_a(at, "prepositions") or not grammar.words.lower[at][0].isalpha():
            return False
        if grammar.is_a(at, "plain_terms"):
            ends = at + 1 >= stop or not grammar.words.lower[at + 1].isalpha()
            return ends or grammar.is_any(at + 1, ("prepositions", "joints"))
    return False


def by_doings(
    grammar: Grammar, clause: Clause, reading: Reading, lexicon: TermLexicon
) -> list[Part]:
    """A clause in parts where several things each have a participle: "the road opened and pay raised".

    Args:
        grammar: the statement with its small words.
        clause: a clause of it.
        reading: what was read in the clause.
        lexicon: the vocabulary of terms.
    """
    for head in clause.heads[1:]:
        at = _participle_item(grammar, clause, head)
        if at <= clause.first or waits(grammar, [h for h in clause.heads if h.stop <= at], at):
            continue
        first = stretch_of(clause, clause.first, at)
        rest = stretch_of(clause, at, clause.stop)
        before = read_kind(grammar, first, lexicon)
        after = read_kind(grammar, rest, lexicon)
        if before and after and before.rule.kind != after.rule.kind:
            return [(first, before), *by_doings(grammar, rest, after, lexicon)]
    return [(clause, reading)]


def _participle_item(grammar: Grammar, clause: Clause, head: Head) -> int:
    """Where "the road opened" begins after "and" or a comma, given its verb; 0 if nowhere."""
    joined = grammar.is_a(head.first - 1, "coordinators")
    if head.form != "participle" or head.front != head.first or joined:
        return 0
    for at in range(head.first - 1, max(head.first - _LONGEST, clause.first), -1):
        joined = grammar.is_a(at - 1, "joints") or grammar.words.lower[at - 1] == ","
        if joined:
            return at
        if at in grammar.verb_at or grammar.is_auxiliary(at) or grammar.words.lower[at] in PAUSES:
            return 0
    return 0


def by_times(grammar: Grammar, clause: Clause, reading: Reading) -> list[Part]:
    """A clause in parts where several things share its verb but each has a time of its own.

    Args:
        grammar: the statement with its small words.
        clause: a clause of it.
        reading: what was read in the clause.
    """
    verbs = [head for head in clause.heads if head.form not in ("nominal", THING)]
    said = max((head.stop for head in verbs), default=clause.stop)
    opens = [at for at in range(said + 2, clause.stop - 2) if _opens_timed(grammar, at)]
    ends = [*opens[1:], clause.stop] if opens else []
    items = [at for at, end in zip(opens, ends, strict=True) if _is_timed(grammar, at, end)]
    if not items or not _is_timed(grammar, clause.first, items[0]):
        return [(clause, reading)]
    parts = [(_until(clause, items[0]), reading)]
    for at, end in zip(items, [*items[1:], clause.stop], strict=True):
        parts.append(_timed_part(grammar, Clause(at, end, (), bound=True), reading))
    return parts


def _timed_part(grammar: Grammar, item: Clause, reading: Reading) -> Part:
    thing = next((tag for tag in clause_tags(grammar, item) if tag.part == "thing"), None)
    return item, evolve(reading, head=None, object=thing)


def _opens_timed(grammar: Grammar, at: int) -> bool:
    """Whether an item begins at a word, and not the year of a date."""
    year = grammar.words.is_number(at) and not grammar.words.lower[at + 1].isalpha()
    return not year and _opens_item(grammar, at)


def _until(clause: Clause, at: int) -> Clause:
    return Clause(clause.first, at, clause.heads, clause.bound)


def _ends_of_items(grammar: Grammar, clause: Clause) -> Iterator[int]:
    """Where an item begins after ", and", past the last head."""
    said = max((head.stop for head in clause.heads), default=clause.first)
    for at in range(said + 2, clause.stop - _SHORTEST):
        if _opens_item(grammar, at) and grammar.words.lower[at - 2] == ",":
            yield at


def _opens_item(grammar: Grammar, at: int) -> bool:
    """Whether a word begins a noun phrase of its own right after "and" or a comma."""
    before = grammar.words.lower[at - 1]
    if not (before == "," or before in grammar.lists["joints"]) or grammar.aside[at]:
        return False
    counted = grammar.is_any(at, ("determiners", "counts"))
    return counted or grammar.words.is_number(at) or _is_bound(grammar, at)


def _is_bound(grammar: Grammar, at: int) -> bool:
    """As in "at least forty" and "up to forty"."""
    return " ".join(grammar.words.lower[at : at + 2]) in grammar.lists["number_bounds"]


def _is_timed(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a stretch tells by when: "within a week", "by 1 March", "at once"."""
    lower = grammar.words.lower
    for at in range(first + 1, stop):
        if grammar.is_a(at, "date_links") and any(
            _is_time(grammar, place) for place in range(at + 1, min(at + 1 + _TIMED, stop))
        ):
            return True
        if lower[at] in grammar.lists["at_once"]:
            return True
    return False


def _is_time(grammar: Grammar, at: int) -> bool:
    named = grammar.is_a(at, "not_places") and grammar.words.capital(at)
    return named or grammar.is_a(at, "time_units")
