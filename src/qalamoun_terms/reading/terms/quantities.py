"""Reads numbers, counts and lengths of time out of words: "half a year", "two months, renewable".

Amounts of time keep months apart from days; a bound such as "within 72 hours" is a deadline and no
duration; "six months ago" is neither.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.model.time import Amount, Duration
from qalamoun_terms.reading.terms.words import Words

_LARGEST = 10**9


@frozen(kw_only=True)
class NumberWords:
    """The number words and units of a language."""

    values: Mapping[str, int]
    scales: Mapping[str, int]
    ones: Mapping[str, int]
    groups: Mapping[str, int]
    units: Mapping[str, tuple[int, int]]
    marks: Mapping[str, frozenset[str]]
    times: Mapping[str, int]
    openers: frozenset[str] = field(init=False, repr=False)
    lasting: frozenset[str] = field(init=False, repr=False)

    @openers.default
    def _words_that_open(self) -> frozenset[str]:
        """The words that a number may begin with; besides them only digits do."""
        return frozenset().union(self.values, self.scales, self.ones)

    @lasting.default
    def _words_that_open_lengths(self) -> frozenset[str]:
        """The words that a length of time may begin with; besides them only digits do."""
        return self.openers.union(self.groups, self.marks["half"])


@frozen(kw_only=True)
class TimeSpan:
    """A length of time that the words state: from word `first` up to but not including `stop`."""

    first: int
    stop: int
    duration: Duration
    deadline: bool = False
    past: bool = False


@functools.cache
def number_words(lexicon: Lexicon) -> NumberWords:
    """The number words of a lexicon.

    Args:
        lexicon: the lexicon of a language.

    >>> from qalamoun_terms.lexicon.load import load
    >>> number_words(load("en")).values["twelve"]
    12
    """
    words = lexicon.section("numbers", "words")
    marks = {
        name: frozenset(str(w) for w in value)
        for name, value in words.items()
        if isinstance(value, list)
    }
    times = words.get("times", {})
    units = {}
    for name, value in lexicon.section("numbers", "units").items():
        if isinstance(value, list):
            units[name] = units[f"{name}s"] = (int(value[0]), int(value[1]))
    return NumberWords(
        values=lexicon.numbers("numbers", "numbers"),
        scales=lexicon.numbers("numbers", "scales"),
        ones=lexicon.numbers("numbers", "articles"),
        groups=lexicon.numbers("numbers", "groups"),
        units=units,
        marks=marks,
        times={str(k): int(v) for k, v in times.items()} if isinstance(times, dict) else {},
    )


def read_number(lower: Sequence[str], at: int, numbers: NumberWords) -> tuple[int, int] | None:
    """The whole number that begins at a word, with the word after it.

    Args:
        lower: the words, in small letters.
        at: where to begin.
        numbers: the number words.

    >>> from qalamoun_terms.lexicon.load import load
    >>> read_number(["one", "hundred", "and", "two", "days"], 0, number_words(load("en")))
    (102, 4)
    """
    if at >= len(lower):
        return None
    if lower[at][0].isdecimal():
        return _digits(lower, at, numbers)
    return _spelled(lower, at, numbers)


def _digits(lower: Sequence[str], at: int, numbers: NumberWords) -> tuple[int, int] | None:
    plain = lower[at].replace(",", "")
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 9):
        return None
    value, stop = int(plain), at + 1
    if stop < len(lower) and lower[stop] in numbers.scales:
        value, stop = value * numbers.scales[lower[stop]], stop + 1
    return value, stop


def _spelled(lower: Sequence[str], at: int, numbers: NumberWords) -> tuple[int, int] | None:
    """A number in words, and the place after it."""
    total, current, stop, found = 0, 0, at, False
    while stop < len(lower):
        word = lower[stop]
        if word in numbers.values:
            current, found = current + numbers.values[word], True
        elif word in numbers.scales and (found or _is_one(lower, stop, numbers)):
            current = max(current, 1) * numbers.scales[word]
            if numbers.scales[word] >= 1000:
                total, current = total + current, 0
            found = True
        elif word in ("and", "-") and found and _continues(lower, stop, numbers):
            pass
        elif not (stop == at and word in numbers.ones and _scale_follows(lower, stop, numbers)):
            break
        stop += 1
        if total > _LARGEST or current > _LARGEST:
            return None
    return (total + current, stop) if found else None


def _is_one(lower: Sequence[str], at: int, numbers: NumberWords) -> bool:
    return at > 0 and lower[at - 1] in numbers.ones


def _scale_follows(lower: Sequence[str], at: int, numbers: NumberWords) -> bool:
    return at + 1 < len(lower) and lower[at + 1] in numbers.scales


def _continues(lower: Sequence[str], at: int, numbers: NumberWords) -> bool:
    """Whether "and" or a hyphen binds two number words into one ("a hundred and two")."""
    after = lower[at + 1] if at + 1 < len(lower) else ""
    before = lower[at - 1]
    if lower[at] == "-":
        return after in numbers.values and numbers.values.get(before, 0) >= 20
    return before in numbers.scales and after in numbers.values


def find_durations(words: Words, numbers: NumberWords) -> tuple[TimeSpan, ...]:
    """Every length of time among the words, in their order.

    Args:
        words: the words of a statement.
        numbers: the number words.
    """
    found: list[TimeSpan] = []
    done = 0
    for at in words.places_or_numbers(numbers.lasting):
        read = _duration_at(words.lower, at, numbers) if at >= done else None
        if read is None:
            continue
        duration, done = read
        found.append(
            TimeSpan(
                first=at,
                stop=done,
                duration=duration,
                deadline=_is_deadline(words.lower, at, done, numbers),
                past=_is_past(words.lower, at, done, numbers),
            )
        )
    return tuple(found)


def _duration_at(
    lower: Sequence[str], at: int, numbers: NumberWords
) -> tuple[Duration, int] | None:
    """The length of time that begins at a word, and the place after it."""
    about = lower[at - 1] in numbers.marks["about"] if at else False
    return (
        _half(lower, at, numbers)
        or _ranged(lower, at, numbers, about=about)
        or _joined(lower, at, numbers, about=about)
    )


def _half(lower: Sequence[str], at: int, numbers: NumberWords) -> tuple[Duration, int] | None:
    """As in "Half a year", and "a year and a half" by way of `_joined`."""
    if lower[at] not in numbers.marks["half"]:
        return None
    place = at + 1 + (at + 1 < len(lower) and lower[at + 1] in numbers.ones)
    if place >= len(lower) or lower[place] not in numbers.units:
        return None
    halved = times_unit(numbers.units[lower[place]], 1, half=True)
    return (Duration(halved), place + 1) if halved else None


def times_unit(unit: tuple[int, int], count: int, *, half: bool = False) -> Amount | None:
    """A number of units of time, or with `half` the last of them halved; None if it cannot be told.

    Args:
        unit: the months and seconds of the unit.
        count: how many.
        half: whether the last one counts half.

    >>> times_unit((12, 0), 1, half=True)
    Amount(months=6, seconds=0)
    """
    months, seconds = unit
    if not half:
        return Amount(months * count, seconds * count)
    if months % 2:
        return Amount(0, 15 * 86_400) if months == 1 and count == 1 else None
    return Amount(months * (2 * count - 1) // 2, seconds * (2 * count - 1) // 2)


def _counted(lower: Sequence[str], at: int, numbers: NumberWords) -> tuple[int, int] | None:
    """A number, or an article that counts as one: "for a week"."""
    read = read_number(lower, at, numbers)
    if read:
        return read
    if lower[at] in numbers.ones and at + 1 < len(lower) and lower[at + 1] in numbers.units:
        before = lower[at - 1] if at else ""
        if before in numbers.marks["lasting"] or before in numbers.marks["within"]:
            return numbers.ones[lower[at]], at + 1
    return None


def _unit_after(lower: Sequence[str], at: int, numbers: NumberWords) -> int:
    """The place of the unit after a number, over a hyphen, a bracketed numeral or "more", or -1."""
    place = at
    if place + 2 < len(lower) and lower[place] == "(" and lower[place + 2] == ")":
        place += 3
    if place < len(lower) and lower[place] in ("-", "‑"):
        place += 1
    for _ in range(2):
        if place < len(lower) and lower[place] in numbers.marks["between_number_and_unit"]:
            place += 1
    return place if place < len(lower) and lower[place] in numbers.units else -1


def _joined(
    lower: Sequence[str], at: int, numbers: NumberWords, *, about: bool
) -> tuple[Duration, int] | None:
    """A number with its unit, and with "and a half" behind either."""
    counted = _counted(lower, at, numbers)
    if counted and list(lower[counted[1] : counted[1] + 3]) == ["and", "a", "half"]:
        return _and_half(lower, counted, numbers, about=about)
    place = _unit_after(lower, counted[1], numbers) if counted else -1
    if counted is None or place < 0:
        return None
    amount = times_unit(numbers.units[lower[place]], counted[0])
    stop = place + 1
    if amount is None:
        return None
    rest = lower[stop : stop + 3]
    if rest == ["and", "a", "half"]:
        extra = times_unit(numbers.units[lower[place]], 1, half=True)
        return (Duration(amount + extra, approximate=about), stop + 3) if extra else None
    return Duration(amount, approximate=about), stop


def _and_half(
    lower: Sequence[str], counted: tuple[int, int], numbers: NumberWords, *, about: bool
) -> tuple[Duration, int] | None:
    """As in "four and a half months"."""
    place = _unit_after(lower, counted[1] + 3, numbers)
    if place < 0:
        return None
    unit = numbers.units[lower[place]]
    whole, half = times_unit(unit, counted[0]), times_unit(unit, 1, half=True)
    return (Duration(whole + half, approximate=about), place + 1) if whole and half else None


def _ranged(
    lower: Sequence[str], at: int, numbers: NumberWords, *, about: bool
) -> tuple[Duration, int] | None:
    """As in "Five to eight years", "six or nine months", "between two and three weeks"."""
    low = read_number(lower, at, numbers)
    if low is None or low[1] >= len(lower):
        return None
    place = low[1]
    if lower[place] in numbers.units:
        place += 1
    if place >= len(lower) or lower[place] not in numbers.marks["range"]:
        return None
    if lower[place] == "and" and not (at and lower[at - 1] in numbers.marks["between"]):
        return None
    high = read_number(lower, place + 1, numbers)
    unit = _unit_after(lower, high[1], numbers) if high else -1
    if high is None or unit < 0 or high[0] <= low[0]:
        return None
    first = (
        numbers.units[lower[low[1]]]
        if lower[low[1]] in numbers.units
        else numbers.units[lower[unit]]
    )
    shortest, longest = times_unit(first, low[0]), times_unit(numbers.units[lower[unit]], high[0])
    if shortest is None or longest is None or shortest.compare(longest) == 1:
        return None
    return Duration(shortest, longest, approximate=about), unit + 1


def _is_deadline(lower: Sequence[str], at: int, stop: int, numbers: NumberWords) -> bool:
    """Whether a length of time tells by when: "within 72 hours", "in two weeks", "three days after"."""
    place = at - 1
    while place > 0 and lower[place] in numbers.marks["before_number"]:
        place -= 1
    before = lower[place] if place >= 0 else ""
    if before in numbers.marks["within"]:
        return True
    after = lower[stop] if stop < len(lower) else ""
    if before in numbers.marks["in"]:
        return after not in numbers.marks["of"]
    return at == 0 and after in numbers.marks["from"]


def _is_past(lower: Sequence[str], at: int, stop: int, numbers: NumberWords) -> bool:
    """Whether it tells how long ago, since when, or how often: no length that is agreed."""
    after = lower[stop] if stop < len(lower) else ""
    before = set(lower[max(at - 2, 0) : at])
    if (
        at > 1
        and lower[at - 1] in numbers.marks["lasting"]
        and lower[at - 2] in numbers.marks["up_to"]
    ):
        return False
    if after in numbers.marks["past_after"] or before & numbers.marks["past_before"]:
        return True
    return _tells_since(lower, at, stop, numbers)


def _tells_since(lower: Sequence[str], at: int, stop: int, numbers: NumberWords) -> bool:
    """As in "a six-year war", "three years of siege" and "two weeks after the talks"."""
    after = list(lower[stop : stop + 3])
    if after[:1] == ["of"]:
        after = after[1:]
    hardship = after[:1] and after[0] in numbers.marks["hardship"]
    told = bool(hardship) or (after[:1] == ["civil"] and after[1:2] == ["war"])
    lasting = at > 0 and lower[at - 1] in numbers.marks["lasting"]
    return told or (after[:1] != [] and after[0] in numbers.marks["moment"] and not lasting)
