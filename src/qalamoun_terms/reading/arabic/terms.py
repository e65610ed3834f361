"""Terms in Arabic: what is done (a head) to what (an object) gives the kind, by the lexicon's table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from qalamoun_terms.lexicon.phrases import Entry
from qalamoun_terms.lexicon.stems import Use
from qalamoun_terms.model.terms import KINDS, term_fields
from qalamoun_terms.reading.arabic.fields import read_fields
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.frames import Span, TermMention

_AHEAD = 7  # words after a head in which its object stands
_BACK = 3  # words before a verb in which it stands
_LONGEST = 60  # words of one statement


@frozen
class Reading:
    """The kind read from a stretch: the rule, its head (or -1) and its object (or -1)."""

    rule: Entry
    head: int
    object: int


@frozen
class Stretch:
    """Words `first` up to `stop` that state one term."""

    first: int
    stop: int
    reading: Reading


def find_terms(
    page: Page, first: int, stop: int, *, item: bool = False
) -> tuple[tuple[TermMention, Stretch], ...]:
    """The terms that a stretch of a text states.

    Args:
        page: the text.
        first: the first word.
        stop: the word after the last.
        item: whether the stretch is an item of a list: it is a term from its first word on.
    """
    found: list[Stretch] = []
    for low, high in _parts(page, first, stop):
        reading = read_kind(page, low, high)
        again = (
            found and reading and reading.rule.word("kind") == found[-1].reading.rule.word("kind")
        )
        if found and (reading is None or again) and high - found[-1].first < _LONGEST:
            last = found[-1]
            if item or again:
                found[-1] = Stretch(last.first, high, last.reading)
        elif reading is not None:
            cue = reading.head if reading.head >= 0 else reading.object
            start = low if item else max(low, _negated_from(page, min(cue, reading.object)))
            end = high if item else _pause(page, max(cue, reading.object), high)
            found.append(Stretch(first if item and not found else start, end, reading))
    return tuple((_mention(page, one), one) for one in found)


def _negated_from(page: Page, head: int) -> int:
    return head - 1 if page.word(head - 1).lstrip("و") in {"عدم", "لا", "الا"} else head


def _pause(page: Page, at: int, stop: int) -> int:
    """The end of a statement in running text: the first comma after which nothing of it follows."""
    limits = page.stems.numbers["limits"]
    for place in range(at, stop):
        if page.word(place) != "،":
            continue
        after = page.word(place + 1)
        longer = any(limits.get(page.word(i)) == "prolong" for i in range(place + 1, place + 4))
        if not after.startswith("و") and not longer:
            return place
    return stop


def _parts(page: Page, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """A stretch cut before each "and" that begins another statement, and at semicolons."""
    start = first
    for at in range(first + 1, stop):
        mark = page.word(at) in ("؛", ";")
        opens = page.joined(at) and _opens(page, at, stop)
        if (mark or opens) and at > start:
            yield start, at
            start = at + 1 if mark else at
    if start < stop:
        yield start, stop


def _opens(page: Page, at: int, stop: int) -> bool:
    """Whether a word with "and" is a head: a noun of doing, or a verb."""
    if page.word(at) in ("وعدم", "وان", "والا"):
        return True
    if page.word(at) in ("وعلي", "والي"):
        return any(page.uses(at + 1, "terms"))
    for use in page.uses(at, "terms"):
        if use.before.startswith("و") and "ال" not in use.before:
            return True
    return any(
        use.before.startswith("و") and use.form.entry.id == "truce"
        for use in page.uses(at, "objects")
    )


def _groups(page: Page, at: int, table: str) -> Iterator[Use]:
    yield from page.uses(at, table)


def read_kind(page: Page, first: int, stop: int) -> Reading | None:
    """The kind of the statement in a stretch: its first head that has an object near it.

    Args:
        page: the text.
        first: the first word.
        stop: the word after the last.
    """
    rules = page.stems.lexicon.entries["kinds"]
    for at in range(first, min(stop, first + 25)):
        heads = {use.form.entry.id for use in page.uses(at, "terms")}
        if any(use.form.entry.id == "truce" for use in page.uses(at, "objects")):
            return Reading(rules[0], -1, at)
        if heads:
            reading = _with_object(page, at, heads, first, stop)
            if reading:
                return reading
    return None


def _with_object(page: Page, at: int, heads: set[str], first: int, stop: int) -> Reading | None:
    rules = page.stems.lexicon.entries["kinds"]
    after = range(at + 1, min(stop, at + 1 + _AHEAD))
    before = range(at - 1, max(first, at - _BACK) - 1, -1)
    for place in (*after, *before):
        if place > at and page.word(place) in PAUSES and place > at + 3:
            break
        objects = {
            use.form.entry.id
            for use in page.uses(place, "objects")
            if use.form.entry.id != "whoever" or (not use.after and _who(page, place))
        }
        for rule in rules:
            if heads & set(rule.word("heads").split()) and objects & set(
                rule.word("objects").split()
            ):
                return Reading(rule, at, place)
    return None


def _who(page: Page, at: int) -> bool:
    """Whether a word means "who" and not "from": a verb follows."""
    after = page.word(at + 1)
    return after in {"لا", "لم", "شاء", "رغب"} or after.startswith(("ي", "ت"))


def is_negated(page: Page, stretch: Stretch) -> bool:
    """Whether a statement says that something is not to be done.

    Args:
        page: the text.
        stretch: the words that state it.
    """
    at = stretch.reading.head
    near = {page.word(i) for i in range(max(stretch.first, at - 2), max(at, 0))}
    return bool(near & {"لا", "عدم", "وعدم", "ولا", "الا", "لن"})


def _mention(page: Page, stretch: Stretch) -> TermMention:
    reading = stretch.reading
    kind = reading.rule.word("kind")
    cls = KINDS[kind]
    known = term_fields(cls)
    found = {
        name: value
        for name, value in read_fields(
            page, stretch.first, stretch.stop, kind, reading.object
        ).items()
        if name in known
    }
    span = page.span(stretch.first, stretch.stop)
    if (page.joined(stretch.first) and _opens(page, stretch.first, stretch.stop)) or any(
        use.before == "ب" for use in page.uses(stretch.first, "terms")
    ):
        span = Span(span.start + 1, span.end)
    values: dict[str, Any] = {name: value for name, (value, _) in found.items()}
    if "text" in known:
        values["text"] = " ".join(span.text(page.tokens.text).split())
    cue = reading.head if reading.head >= 0 else reading.object
    return TermMention(
        span=span,
        term=cls(negated=is_negated(page, stretch), **values),
        evidence=tuple((name, place) for name, (_, spans) in found.items() for place in spans),
        rule=f"ar.{reading.rule.id}",
        cue=page.span(cue, cue + 1),
    )


def stretches(found: Sequence[tuple[TermMention, Stretch]]) -> tuple[Stretch, ...]:
    """The stretches of terms.

    Args:
        found: terms with their stretches.
    """
    return tuple(stretch for _, stretch in found)
