"""Reads what limits a term: by when, from what event, on what condition, in what order, save for whom."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.model.terms import Quantity
from qalamoun_terms.model.time import Date, Deadline
from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.dates import find_dates
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.quantities import NumberWords, TimeSpan, read_number
from qalamoun_terms.reading.text.frames import Span

_LONGEST = 25
_TRIGGER = 6

Found = dict[str, tuple[object, tuple[Span, ...]]]


@frozen(kw_only=True, eq=False)
class LimitReader:
    """What reading the limits of a clause needs."""

    grammar: Grammar
    clause: Clause
    lexicon: Lexicon
    numbers: NumberWords
    published: Date | None
    durations: tuple[TimeSpan, ...]

    @property
    def lower(self) -> Sequence[str]:
        """The words of the statement in small letters."""
        return self.grammar.words.lower

    def inside(self) -> list[TimeSpan]:
        """The lengths of time that the clause states."""
        first, stop = self.clause.first, self.clause.stop
        return [span for span in self.durations if first <= span.first and span.stop <= stop]


def limits(reader: LimitReader) -> Found:
    """The fields that limit a term, with the words that state each.

    Args:
        reader: the clause that states the term, and what is known of its language.
    """
    durations = reader.inside()
    found: Found = {}
    found |= _deadline(reader, durations)
    found |= _trigger(reader, durations)
    found |= _phrase(reader, "condition", "condition_phrases") or _words(
        reader, "condition", "condition_words"
    )
    found |= _phrase(reader, "exception", "exception_phrases")
    found |= _words(reader, "sequence", "sequence_words")
    found |= _quantities(reader, durations)
    return found


def _deadline(reader: LimitReader, durations: Sequence[TimeSpan]) -> Found:
    """By when: a length of time that is a deadline, or a day after words such as "by"."""
    within = next((d for d in durations if d.deadline and not d.past), None)
    if within:
        span = reader.grammar.words.span(within.first, within.stop)
        return {"deadline": (Deadline(within=within.duration), (span,))}
    words, clause = reader.grammar.words, reader.clause
    links = reader.grammar.lists["deadline_words"]
    if links.isdisjoint(words.lower[clause.first : clause.stop]):
        return {}
    scope = words.span(clause.first, clause.stop)
    for mention in find_dates(words.text, scope, reader.lexicon, reader.published):
        at = next(
            i for i in range(clause.first, clause.stop) if words.starts[i] >= mention.span.start
        )
        if (
            mention.date
            and _sets_deadline(reader, at)
            and not _is_over(mention.date, reader.published)
        ):
            return {"deadline": (Deadline(by=mention.date), (mention.span,))}
    return {}


def _sets_deadline(reader: LimitReader, at: int) -> bool:
    before = at - 1
    while reader.grammar.is_a(before, "articles"):
        before -= 1
    return reader.grammar.is_a(before, "deadline_words")


def _is_over(date: Date, published: Date | None) -> bool:
    """Whether a date that was counted back cannot be a deadline."""
    return (
        published is not None and date.edtf[:4] == published.edtf[:4] and date.edtf < published.edtf
    )


def _trigger(reader: LimitReader, durations: Sequence[TimeSpan]) -> Found:
    """As in "within 72 hours of signing": the event from which the time runs."""
    for span in durations:
        at = span.stop
        if not span.deadline or not reader.grammar.is_a(at, "trigger_links"):
            continue
        stop = at + 1
        while stop < min(at + 1 + _TRIGGER, reader.clause.stop) and reader.lower[stop].isalpha():
            stop += 1
        if stop > at + 1:
            text = reader.grammar.words.printed(at + 1, stop)
            return {"trigger": (text, (reader.grammar.words.span(at + 1, stop),))}
    return {}


def _phrase(reader: LimitReader, name: str, table: str) -> Found:
    """The words from a phrase such as "with the exception of" to the next pause."""
    openers = reader.grammar.lexicon.small_phrases(table)
    lower, first, stop = reader.lower, reader.clause.first, reader.clause.stop
    known = map(openers.__contains__, lower[first:stop])
    for at in itertools.compress(range(first, stop), known):
        for phrase in openers[lower[at]]:
            if list(lower[at : at + len(phrase)]) == phrase:
                return _to_pause(reader, name, at + len(phrase))
    return {}


def _words(reader: LimitReader, name: str, table: str) -> Found:
    """A subordinate clause by its first word, such as "if" or "before"."""
    lower, first, stop = reader.lower, reader.clause.first, reader.clause.stop
    known = map(reader.grammar.lists[table].__contains__, lower[first:stop])
    for at in itertools.compress(range(first, stop), known):
        if reader.grammar.aside[at]:
            return _to_pause(reader, name, at)
    return {}


def _to_pause(reader: LimitReader, name: str, first: int) -> Found:
    """A field that holds the words up to the next pause."""
    stop = first
    last = min(reader.clause.stop, first + _LONGEST)
    while stop < last and reader.lower[stop] not in (",", ";", ".", ":"):
        stop += 1
    if stop <= first:
        return {}
    span = reader.grammar.words.span(first, stop)
    return {name: (reader.grammar.words.printed(first, stop), (span,))}


def _quantities(reader: LimitReader, durations: Sequence[TimeSpan]) -> Found:
    found = list(_counted(reader, durations))
    if not found:
        return {}
    return {"quantities": (tuple(q for q, _ in found), tuple(span for _, span in found))}


def _counted(reader: LimitReader, durations: Sequence[TimeSpan]) -> Iterator[tuple[Quantity, Span]]:
    """The numbers of a clause that count something, and are no lengths of time and no dates."""
    done, openers = 0, reader.numbers.openers
    for at in range(reader.clause.first, reader.clause.stop):
        word = reader.lower[at]
        counts = at >= done and (word in openers or word[0].isdecimal())
        read = read_number(reader.lower, at, reader.numbers) if counts else None
        if read is None:
            continue
        timed = next((d.stop for d in durations if d.first <= at < d.stop), 0)
        if timed:
            done = timed
            continue
        count, done = read
        unit = _unit(reader, done)
        if unit > done and not _is_date(reader, at, done):
            yield _quantity(reader, at, count, (done, unit))


def _quantity(
    reader: LimitReader, at: int, count: int, unit: tuple[int, int]
) -> tuple[Quantity, Span]:
    """A number with its unit and its rate."""
    words = reader.grammar.words
    about = at > 0 and reader.lower[at - 1] in reader.numbers.marks["about"]
    quantity = Quantity(
        min=count,
        max=count,
        unit=words.printed(*unit),
        approximate=about,
        per=_rate(reader, unit[1], reader.numbers.units),
    )
    return quantity, words.span(at, unit[1])


def _unit(reader: LimitReader, at: int) -> int:
    """Where the noun that is counted ends: a plural, a few words on, before any small word."""
    lists = ("prepositions", "coordinators", "modals", "be", "have", "determiners", "pronouns")
    for place in range(at, min(at + 3, reader.clause.stop)):
        word = reader.lower[place]
        if not word.isalpha() or reader.grammar.is_any(place, lists):
            return at
        noun = any(t.part == "thing" and t.stop == place + 1 for t in reader.grammar.words.tags)
        if noun or (word.endswith("s") and word not in reader.numbers.units):
            return place + 1
    return at


def _is_date(reader: LimitReader, at: int, stop: int) -> bool:
    after = reader.lower[stop] if stop < len(reader.lower) else ""
    return after in reader.grammar.lists["not_places"] or (
        at > 0 and reader.lower[at - 1] in reader.grammar.lists["not_places"]
    )


def _rate(reader: LimitReader, at: int, units: Mapping[str, tuple[int, int]]) -> str | None:
    if reader.grammar.is_a(at, "rates") and at + 1 < len(reader.lower):
        unit = reader.lower[at + 1]
        return unit if unit in units else None
    return None
