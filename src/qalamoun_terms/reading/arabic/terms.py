"""Terms in Arabic: a stretch of content is cut into statements, and each is read for its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from qalamoun_terms.model.terms import KINDS, term_fields
from qalamoun_terms.reading.arabic.fields import read_fields
from qalamoun_terms.reading.arabic.judging import WEIGHTS, by_weights, reviewed
from qalamoun_terms.reading.arabic.kinds import Reading, is_denied, read_kind
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Span, TermMention

OTHER = "ar.listed"
"""The rule by which a listed item in words of no kind is kept."""

_LONGEST = 60  # words of one statement
_ITEM_WORDS = 2  # words that a listed item must have


@frozen
class Stretch:
    """Words `first` up to `stop` that state one term."""

    first: int
    stop: int
    reading: Reading


def find_terms(
    page: Page, first: int, stop: int, *, item: bool = False, weighed: bool = False
) -> tuple[TermMention, ...]:
    """The terms that a stretch of a text states.

    Args:
        page: the text.
        first: the first word.
        stop: the word after the last.
        item: whether the stretch is an item of a list: it is a term from its first word on.
        weighed: whether it is surely content, so that learnt weights may say the kind.
    """
    found = _stretches(page, first, stop, item=item, weighed=weighed)
    return tuple(_mention(page, one) for one in found)


def _stretches(page: Page, first: int, stop: int, *, item: bool, weighed: bool) -> list[Stretch]:
    """The statements of a stretch; parts of one kind that follow each other are one."""
    found: list[Stretch] = []
    for low, high in _parts(page, first, stop):
        reading = read_kind(page, low, high)
        if weighed:
            reading = reviewed(page, reading, low, high) if reading else by_weights(page, low, high)
        last = found[-1] if found else None
        key = "kind" if item else "id"
        same = last and reading and _of(reading, key) == _of(last.reading, key)
        if last and (reading is None or same) and high - last.first < _LONGEST:
            if item or same:
                found[-1] = evolve(last, stop=high)
        elif reading is not None:
            start = first if item and not found else low
            found.append(_stretch(page, reading, start, high, item=item))
    return found


def _of(reading: Reading, key: str) -> str:
    return reading.rule.id if key == "id" else reading.rule.word(key)


def _stretch(page: Page, reading: Reading, low: int, high: int, *, item: bool) -> Stretch:
    """The words of a statement: a whole item, or from its head to the first pause after its object."""
    if item:
        return Stretch(low, high, reading)
    places = [at for at in (reading.head, reading.object) if at >= 0]
    start = max(low, _negated_from(page, min(places), low))
    return Stretch(start, _pause(page, max(places), high), reading)


def _negated_from(page: Page, head: int, low: int) -> int:
    for at in range(head - 1, max(low - 1, head - 3), -1):
        if page.is_a(at, "ban"):
            return at
    return head


def _pause(page: Page, at: int, stop: int) -> int:
    """The end of a statement in running text: the first comma after which nothing of it follows."""
    limits = page.stems.numbers["limits"]
    for place in range(at, stop):
        closes = page.word(place) in _QUOTES and page.word(place + 1) in {"،", ",", "و", ".", ""}
        if page.word(place) in {"»", "("} or closes:
            return place
        counted = page.word(place - 1).isdigit() and page.word(place + 1).isdigit()
        if page.word(place) not in {"،", ","} or counted:
            continue
        after = page.word(place + 1)
        longer = any(limits.get(page.word(i)) == "prolong" for i in range(place + 1, place + 4))
        turns = not after.startswith("و") or after in page.stems.words("trailing")
        if turns and not longer:
            return place
    return stop


def _parts(page: Page, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """A stretch cut before each word that begins another statement, and at semicolons."""
    start = first
    for at in range(first + 1, stop):
        mark = page.word(at) in ("؛", ";")
        if mark or (at > start and _opens(page, at)):
            if at > start:
                yield start, at
            start = at + 1 if mark else at
    if start < stop:
        yield start, stop


def _opens(page: Page, at: int) -> bool:
    """Whether a word begins another statement: a noun of doing or a verb after "and" or a comma."""
    word = page.word(at)
    if word in ("وعدم", "وان", "والا", "ولا", "ولن", "ومنع", "وحظر") or _leads_on(page, at):
        return True
    if word == "علي" and page.word(at + 1) == "ان":
        return _heading(page, at + 2)
    if word in ("وعلي", "والي", "وعن") or page.is_a(at, "besides"):
        return any(_heading(page, i) for i in range(at + 1, at + 4))
    before = page.word(at - 2) if page.word(at - 1) in _QUOTES else page.word(at - 1)
    after_pause = before in {"،", ",", "و"} or page.is_a(at - 1, "besides")
    return (word.startswith("و") or after_pause) and _heading(page, at)


def _leads_on(page: Page, at: int) -> bool:
    """Whether one statement leads on to another: "as a step to", "without the entry of", "that allows"."""
    if page.word(at) in ("دون", "بدون"):
        return any(use.form.entry.id in _KEPT_OUT for use in page.uses(at + 1, "terms"))
    return _allows(page, at) or (page.word(at) == "تمهيدا" and _heading(page, at + 1))


def _allows(page: Page, at: int) -> bool:
    """Whether a verb goes on with what a term makes possible: "a truce that allows aid to enter"."""
    if not page.word(at).startswith(("ي", "ت")):
        return False
    uses = (*page.uses(at, "proposals"), *page.uses(at, "terms"))
    opening = any(
        use.form.tense == "imperfect"
        and (use.form.entry.id == "ease" or use.form.entry.word("act") == "define")
        for use in uses
    )
    return opening and (
        _heading(page, at + 1) or (page.word(at + 1) == "علي" and _heading(page, at + 2))
    )


def _heading(page: Page, at: int) -> bool:
    """Whether a word may be the head of a statement, or a noun that states one by itself."""
    joined = page.joined(at)
    for use in page.uses(at, "terms"):
        if use.before == "وب" and use.form.entry.id in _ADVERBIAL:
            continue
        verb = use.form.part == "verb" and use.form.tense == "imperfect"
        if verb or (use.form.part == "noun" and (not joined or use.before.startswith("و"))):
            return True
    return any(
        use.form.entry.id in _STANDING and "ال" not in use.before and (not joined or use.before)
        for use in page.uses(at, "objects")
    )


_KEPT_OUT = frozenset({"enter", "deploy"})  # what is promised not to be: "without the army's entry"
_QUOTES = frozenset({'"', "”", "“", "«"})
_ADVERBIAL = frozenset({"govern", "monitor", "ease"})  # "and under the supervision of"
_STANDING = frozenset({"truce", "committee", "zone"})


def _mention(page: Page, stretch: Stretch) -> TermMention:
    """A statement with the fields of its kind and the words they rest on."""
    reading = stretch.reading
    kind = reading.rule.word("kind")
    cls = KINDS[kind]
    known = term_fields(cls)
    fields = read_fields(page, stretch.first, stretch.stop, kind, reading.object)
    found = {name: value for name, value in fields.items() if name in known}
    span = _span(page, stretch)
    values: dict[str, Any] = {name: value for name, (value, _) in found.items()}
    if "text" in known:
        values["text"] = " ".join(span.text(page.tokens.text).split())
    if reading.rule.word("subkind"):
        values["subkind"] = reading.rule.word("subkind")
    return TermMention(
        span=span,
        term=cls(negated=is_denied(page, reading.cue, stretch.first), **values),
        evidence=tuple((name, place) for name, (_, spans) in found.items() for place in spans),
        rule=_name(reading),
        cue=page.span(reading.cue, reading.cue + 1),
    )


def _name(reading: Reading) -> str:
    """The name of what read a term: the weights, or a rule of the Arabic table."""
    name = reading.rule.id
    return name if name.startswith(WEIGHTS) else f"ar.{name}"


def _span(page: Page, stretch: Stretch) -> Span:
    """The words of a statement without the "and" or "with" that its first word carries."""
    span = page.span(stretch.first, stretch.stop)
    joined = page.joined(stretch.first) and _opens(page, stretch.first)
    carried = any(use.before == "ب" for use in page.uses(stretch.first, "terms"))
    return Span(span.start + 1, span.end) if joined or carried else span


def other_term(page: Page, first: int, stop: int) -> TermMention | None:
    """What is listed in words of no kind, kept with its text.

    Args:
        page: the text.
        first: the first word of the item.
        stop: the word after its last.
    """
    if stop - first < _ITEM_WORDS:
        return None
    span = page.span(first, stop)
    values: dict[str, Any] = {"text": " ".join(span.text(page.tokens.text).split())}
    term = KINDS["other"](**values)
    return TermMention(
        span=span, term=term, evidence=(), rule=OTHER, cue=page.span(first, first + 1)
    )
