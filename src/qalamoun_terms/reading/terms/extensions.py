"""Reads what words say about prolonging: "renewable for two more months", "up to a year", "once"."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.model.time import Duration, Extension
from qalamoun_terms.reading.terms.quantities import NumberWords, TimeSpan, read_number, times_unit
from qalamoun_terms.reading.terms.words import Words
from qalamoun_terms.reading.text.frames import Span


def find_extension(
    words: Words, durations: Sequence[TimeSpan], numbers: NumberWords
) -> tuple[Extension, Span] | None:
    """What the words say about prolonging: by how much, up to what, how often.

    Args:
        words: the words of a statement.
        durations: the lengths of time found in it.
        numbers: the number words.
    """
    place = next((i for i, w in enumerate(words.lower) if w in numbers.marks["renew"]), -1)
    more = _added(words, durations, numbers)
    if place < 0:
        return more
    after = [d for d in durations if place < d.first <= place + 8]
    if not after:
        same = any(w in numbers.marks["same"] for w in words.lower[place : place + 8])
        before = [d for d in durations if d.stop <= place]
        by = before[-1].duration if same and before else None
        stop = min(place + 1, len(words))
        return Extension(by=by, times=_how_often(words, place, numbers)), words.span(place, stop)
    length = after[0]
    up_to = _reaches(words.lower, place, length.first, numbers)
    extension = (
        Extension(up_to=length.duration)
        if up_to
        else Extension(by=length.duration, times=_how_often(words, place, numbers))
    )
    return extension, words.span(place, length.stop)


def _added(
    words: Words, durations: Sequence[TimeSpan], numbers: NumberWords
) -> tuple[Extension, Span] | None:
    """As in "... and, if it holds, for fifteen more": a second number without a unit of its own."""
    if not durations:
        return None
    last = durations[-1]
    for at in range(last.stop, len(words)):
        read = read_number(words.lower, at, numbers)
        if read and read[1] < len(words) and words.lower[read[1]] in numbers.marks["more"]:
            unit = numbers.units.get(words.lower[last.stop - 1])
            amount = times_unit(unit, read[0]) if unit else None
            if amount:
                return Extension(by=Duration(amount)), words.span(at, read[1] + 1)
    return None


def _reaches(lower: Sequence[str], place: int, first: int, numbers: NumberWords) -> bool:
    between = lower[place:first]
    return bool(numbers.marks["up_to"] & set(between))


def _how_often(words: Words, place: int, numbers: NumberWords) -> int | None:
    for word in words.lower[max(place - 2, 0) : place + 6]:
        if word in numbers.times:
            return numbers.times[word]
    return None
