"""Numbers, lengths of time and extensions in Arabic words."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from qalamoun_terms.model.time import Duration, Extension
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Span


@frozen
class Length:
    """A length of time in words `first` up to `stop`."""

    first: int
    stop: int
    iso: str
    deadline: bool

    @property
    def duration(self) -> Duration:
        """The length as a value of the model."""
        return Duration.parse(self.iso)


def number(page: Page, at: int, stop: int) -> tuple[int, int] | None:
    """A number in digits or words, and the place after it.

    Args:
        page: the text.
        at: where it may begin.
        stop: where to stop.
    """
    word = page.word(at)
    if word.isdecimal() and len(word) < 7:
        return int(word), at + 1
    total, place = 0, at
    while place < min(stop, at + 6):
        value = _value(page, page.word(place), first=place == at)
        if value is None:
            break
        total = total * value if value == 1000 and 0 < total < 1000 else total + value
        place += 1
    return (total, place) if place > at else None


def _value(page: Page, word: str, *, first: bool) -> int | None:
    known = page.stems.numbers["numbers"]
    plain = word.removeprefix("ال")
    joined = (word[1:],) if word[:1] == ("ل" if first else "و") else ()
    for one in (word, plain, *joined):
        if one in known:
            return int(known[one])
    return None


def lengths(page: Page, first: int, stop: int) -> Iterator[Length]:
    """The lengths of time between two words.

    Args:
        page: the text.
        first: the first word.
        stop: the word after the last.
    """
    at = first
    while at < stop:
        found = _length(page, at, stop)
        if found:
            yield found
            at = found.stop
        else:
            at += 1


def _length(page: Page, at: int, stop: int) -> Length | None:
    """A length of time that begins at a word: a dual, a number with a unit, or a unit alone."""
    word, kinds = page.word(at), page.stems.numbers
    limits = {page.word(at - 1), page.word(at - 1)[1:]}
    late = any(kinds["limits"].get(w) == "deadline" for w in limits) or page.word(at - 1) == "في"
    plain = word.removeprefix("ل")
    if plain in kinds["duals"]:
        return Length(at, at + 1, _iso(2, kinds["duals"][plain]), late)
    read = number(page, at, stop)
    unit = kinds["units"].get(page.word(read[1])) if read and read[1] < stop else None
    if read and unit:
        return Length(at, read[1] + 1, _iso(read[0], unit), late)
    lasting = any(kinds["limits"].get(w) == "once" for w in limits)
    if (
        word in page.stems.words("one_unit")
        and (lasting or word.endswith("ا"))
        and word in kinds["units"]
    ):
        return Length(at, at + 1, _iso(1, kinds["units"][word]), late)
    return None


def _iso(count: int, unit: str) -> str:
    return f"PT{count}H" if unit == "H" else f"P{count}{unit}"


def duration_and_extension(
    page: Page, first: int, stop: int
) -> tuple[tuple[Duration, Span] | None, tuple[Extension, Span] | None]:
    """How long something lasts, and by how much it may be prolonged, with the words for each.

    Args:
        page: the text.
        first: the first word of the clause.
        stop: the word after its last.
    """
    found = [length for length in lengths(page, first, stop) if not length.deadline]
    if not found:
        return None, None
    main = found[0]
    lasts = (main.duration, page.span(main.first, main.stop))
    prolong = next((i for i in range(main.stop, stop) if _limit(page, i, "prolong")), None)
    if prolong is None:
        return lasts, None
    later = next((n for n in found[1:] if n.first > prolong), None)
    if later:
        return lasts, (Extension(by=later.duration), page.span(later.first, later.stop))
    same = next((i for i in range(prolong, stop) if _limit(page, i, "same")), None)
    if same is None:
        return lasts, None
    return lasts, (Extension(by=main.duration), page.span(same, same + 1))


def _limit(page: Page, at: int, name: str) -> bool:
    known = page.stems.numbers["limits"]
    return known.get(page.word(at)) == name
