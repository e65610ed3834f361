"""Reads dates out of words, absolute ones and those that count from the day of publication.

1. A date without a year is the last one before publication, or the next where that is close.
2. A weekday is the last one up to the day of publication; "last Sunday" lies before that day.
3. What cannot be resolved, for want of a date of publication or because the words may mean two
   days ("8/11/2013"), is found but stays without a date.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.frames import Span
from qalamoun_terms.reading.quantities import NumberWords, number_words, read_number
from qalamoun_terms.reading.words import Words, plain_words

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_CLOSE = dt.timedelta(days=75)
_FAR = dt.timedelta(days=150)


@frozen(kw_only=True)
class DateMention:
    """A date that a text states: its words, the date where it can be told, and how it was read.

    `rule` names the way; `derived` tells that it was counted from the date of publication.
    """

    span: Span
    date: Date | None
    rule: str
    derived: bool = False


@frozen
class _Read:
    """A date read from word `first` up to `stop`; `parts` are year, month or season, day, mark."""

    stop: int
    edtf: str | None
    rule: str
    derived: bool


@frozen(eq=False)
class _Calendar:
    """The date words of a language and the day of publication, as far as it is known."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    days: Mapping[str, int]
    marks: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[str, ...]]
    numbers: NumberWords
    year: int | None
    month: int | None
    day: dt.date | None

    def year_of(self, month: int, day: int = 1) -> int | None:
        """The year that a date without one lies in: the past one, or the next if close."""
        if self.year is None:
            return None
        today = self.day or dt.date(self.year, self.month or 12, 28)
        past = self.year if (month, day) <= (today.month, today.day) else self.year - 1
        ahead = _day(past + 1, month, day)
        behind = _day(past, month, day)
        if ahead and behind and ahead - today <= _CLOSE and today - behind > _FAR:
            return past + 1
        return past


def find_dates(
    text: str, scope: Span, lexicon: Lexicon, published: Date | None = None
) -> tuple[DateMention, ...]:
    """The dates that a stretch of text states, in its order.

    Args:
        text: the whole text.
        scope: the stretch to look at.
        lexicon: the lexicon of its language.
        published: when the text was published, as far as known.

    >>> from qalamoun_terms.lexicon.load import load
    >>> text = "issued in mid June last year"
    >>> found = find_dates(text, Span(0, len(text)), load("en"), Date("2017-07"))
    >>> [(mention.date.edtf, mention.rule) for mention in found]
    [('2016-06-15~', 'mid_month')]
    """
    words = plain_words(text, scope)
    dates = _calendar(lexicon, published)
    found: list[DateMention] = []
    at = 0
    while at < len(words):
        read = _read_at(words, at, dates)
        if read is None:
            at += 1
            continue
        found.append(
            DateMention(
                span=words.span(at, read.stop),
                date=Date(read.edtf) if read.edtf else None,
                rule=read.rule,
                derived=read.derived,
            )
        )
        at = read.stop
    return tuple(found)


@functools.cache
def _calendar_words(lexicon: Lexicon) -> dict[str, Mapping[str, int]]:
    table = lexicon.tables["dates"]
    found: dict[str, Mapping[str, int]] = {}
    for name in ("months", "weekdays", "seasons", "days"):
        section = table.get(name, {})
        if isinstance(section, dict):
            found[name] = {str(k): int(v) for k, v in section.items()}
    return found


@functools.lru_cache(maxsize=64)
def _calendar(lexicon: Lexicon, published: Date | None) -> _Calendar:
    words = _calendar_words(lexicon)
    marks = lexicon.tables["dates"].get("date_words", {})
    lists = (
        {str(k): tuple(map(str, v)) for k, v in marks.items()} if isinstance(marks, dict) else {}
    )
    iso = _ISO.match(published.edtf) if published else None
    year = int(published.edtf[:4]) if published and published.edtf[:4].isdecimal() else None
    parts = [int(part) for part in iso.group().split("-")] if iso else []
    month = parts[1] if len(parts) > 1 and 1 <= parts[1] <= 12 else None
    day = _day(parts[0], parts[1], parts[2]) if len(parts) == 3 else None
    return _Calendar(
        months=words["months"],
        weekdays=words["weekdays"],
        seasons=words["seasons"],
        days=words["days"],
        marks={name: frozenset(value) for name, value in lists.items()},
        phrases=lists,
        numbers=number_words(lexicon),
        year=year,
        month=month,
        day=day,
    )


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _read_at(words: Words, at: int, dates: _Calendar) -> _Read | None:
    return (
        _numeric(words, at)
        or _mid(words, at, dates)
        or _day_first(words, at, dates)
        or _month_first(words, at, dates)
        or _season(words, at, dates)
        or _weekday(words, at, dates)
        or _relative_day(words, at, dates)
        or _period(words, at, dates)
        or _ago(words, at, dates)
        or _year_alone(words, at, dates)
    )


def _year_at(words: Words, at: int) -> int | None:
    if at >= len(words):
        return None
    word = words.lower[at]
    year = len(word) == 4 and word.isascii() and word.isdecimal() and word[0] in "12"
    return int(word) if year else None


def _numeric(words: Words, at: int) -> _Read | None:
    """ "2017-07-16" and "16/7/2017", where only one of the two can be the month."""
    lower = words.lower
    mark = lower[at + 1] if at + 4 < len(lower) else ""
    if mark not in ("/", "-") or lower[at + 3] != mark:
        return None
    numbers = [lower[at], lower[at + 2], lower[at + 4]]
    if not all(n.isascii() and n.isdecimal() and len(n) <= 4 for n in numbers):
        return None
    first, second, third = map(int, numbers)
    if len(numbers[0]) == 4:
        day = _day(first, second, third)
        return _Read(at + 5, day.isoformat(), "numeric", derived=False) if day else None
    if len(numbers[2]) != 4:
        return None
    both = {d for d in (_day(third, second, first), _day(third, first, second)) if d}
    if not both:
        return None
    edtf = both.pop().isoformat() if len(both) == 1 else None
    return _Read(at + 5, edtf, "numeric", derived=False)


def _month_at(words: Words, at: int, dates: _Calendar) -> int | None:
    if at >= len(words) or not words.capital(at):
        return None
    return dates.months.get(words.lower[at])


def _year_after(words: Words, at: int, dates: _Calendar) -> tuple[int | None, int, bool]:
    """The year that follows a month, where it ends, and whether it was counted."""
    lower = words.lower
    place = at
    while place < min(at + 3, len(lower)) and lower[place] in dates.marks["links"]:
        place += 1
    year = _year_at(words, place)
    if year:
        return year, place + 1, False
    if place + 1 < len(lower) and lower[place + 1] == "year":
        for name, years in (("last", -1), ("this", 0), ("next", 1)):
            if lower[place] in dates.marks[name]:
                return dates.year and dates.year + years, place + 2, True
    return None, at, True


def _mid(words: Words, at: int, dates: _Calendar) -> _Read | None:
    """ "mid June last year", "the middle of June 2016"."""
    if words.lower[at] not in dates.marks["mid"]:
        return None
    place = at + 1
    while place < min(at + 4, len(words)) and words.lower[place] in dates.marks["links"]:
        place += 1
    month = _month_at(words, place, dates)
    if month is None:
        return None
    year, stop, derived = _year_after(words, place + 1, dates)
    year = year or dates.year_of(month, 15)
    edtf = f"{year:04}-{month:02}-15~" if year else None
    return _Read(stop, edtf, "mid_month", derived)


def _day_number(word: str, dates: _Calendar) -> int | None:
    for ending in dates.phrases["ordinal_endings"]:
        word = word.removesuffix(ending)
    day = int(word) if word.isascii() and word.isdecimal() and len(word) <= 2 else 0
    return day if 1 <= day <= 31 else None


def _day_first(words: Words, at: int, dates: _Calendar) -> _Read | None:
    """ "16 July 2017", "the 3rd of May"."""
    day = _day_number(words.lower[at], dates)
    if day is None:
        return None
    place = at + 1
    while place < min(at + 3, len(words)) and words.lower[place] in ("of", "the"):
        place += 1
    month = _month_at(words, place, dates)
    return _of_month(words, place + 1, day, month, dates) if month else None


def _month_first(words: Words, at: int, dates: _Calendar) -> _Read | None:
    """ "July 16, 2017", "June 2016", and "in June"."""
    month = _month_at(words, at, dates)
    if month is None:
        return None
    day = _day_number(words.lower[at + 1], dates) if at + 1 < len(words) else None
    if day:
        return _of_month(words, at + 2, day, month, dates)
    year, stop, derived = _year_after(words, at + 1, dates)
    before = words.lower[at - 1] if at else ""
    if year is None and before not in dates.marks["before_month"]:
        return None
    year = year or dates.year_of(month)
    return _Read(max(stop, at + 1), f"{year:04}-{month:02}" if year else None, "month", derived)


def _of_month(words: Words, at: int, day: int, month: int, dates: _Calendar) -> _Read | None:
    year, stop, derived = _year_after(words, at, dates)
    year = year or dates.year_of(month, day)
    if year is None:
        return _Read(at, None, "day", derived=True)
    found = _day(year, month, day)
    return _Read(stop, found.isoformat(), "day", derived) if found else None


def _season(words: Words, at: int, dates: _Calendar) -> _Read | None:
    """ "the summer of 2014", "last autumn", "the summer of the past year"."""
    season = dates.seasons.get(words.lower[at])
    if season is None:
        return None
    year, stop, derived = _year_after(words, at + 1, dates)
    before = words.lower[at - 1] if at else ""
    if year is None and before not in dates.marks["last"]:
        return None
    if year is None and dates.year is not None:
        month = dates.month or 1
        ended = month > min(3 * (season - 20) + 2, 12)
        year = dates.year if ended else dates.year - 1
    edtf = f"{year:04}-{season}" if year else None
    return _Read(max(stop, at + 1), edtf, "season", derived)


def _weekday(words: Words, at: int, dates: _Calendar) -> _Read | None:
    """ "last Sunday", "on Thursday", "next Monday"."""
    weekday = dates.weekdays.get(words.lower[at]) if words.capital(at) else None
    if weekday is None:
        return None
    dated = _written_after(words, at, dates)
    if dated:
        return dated
    if dates.day is None:
        return _Read(at + 1, None, "weekday", derived=True)
    before = words.lower[at - 1] if at else ""
    back = (dates.day.weekday() - weekday) % 7
    if before in dates.marks["next"]:
        day = dates.day + dt.timedelta(days=7 - back)
    else:
        day = dates.day - dt.timedelta(
            days=7 if back == 0 and before in dates.marks["last"] else back
        )
    return _Read(at + 1, day.isoformat(), "weekday", derived=True)


def _written_after(words: Words, at: int, dates: _Calendar) -> _Read | None:
    """ "Sunday, 29 April 2018": the weekday adds nothing to the date that follows."""
    place = at + 1 + (at + 1 < len(words) and words.lower[at + 1] == ",")
    if place >= len(words):
        return None
    return _day_first(words, place, dates) or _month_first(words, place, dates)


def _relative_day(words: Words, at: int, dates: _Calendar) -> _Read | None:
    for name, days in (("day_before", -2), ("day_after", 2)):
        phrase = dates.phrases[name]
        if tuple(words.lower[at : at + len(phrase)]) == phrase:
            return _shifted(at + len(phrase), days, dates)
    days_on = dates.days.get(words.lower[at])
    return None if days_on is None else _shifted(at + 1, days_on, dates)


def _shifted(stop: int, days: int, dates: _Calendar) -> _Read:
    day = dates.day + dt.timedelta(days=days) if dates.day else None
    return _Read(stop, day.isoformat() if day else None, "relative_day", derived=True)


def _period(words: Words, at: int, dates: _Calendar) -> _Read | None:
    """ "last week", "last month", "last year"."""
    lower = words.lower
    if at + 1 >= len(lower) or lower[at] not in dates.marks["last"]:
        return None
    unit = lower[at + 1]
    if unit == "year":
        return _Read(at + 2, f"{dates.year - 1:04}" if dates.year else None, "period", derived=True)
    if unit == "month":
        return _Read(at + 2, _months_back(dates, 1), "period", derived=True)
    if unit == "week":
        day = dates.day - dt.timedelta(days=7) if dates.day else None
        return _Read(at + 2, f"{day.isoformat()}~" if day else None, "period", derived=True)
    return None


def _months_back(dates: _Calendar, count: int) -> str | None:
    if dates.year is None or dates.month is None:
        return None
    year, month = divmod(12 * dates.year + dates.month - 1 - count, 12)
    return f"{year:04}-{month + 1:02}" if year >= 1 else None


def _ago(words: Words, at: int, dates: _Calendar) -> _Read | None:
    """ "three days ago", "two years ago"."""
    counted = read_number(words.lower, at, dates.numbers)
    if counted is None and words.lower[at] in dates.numbers.ones:
        counted = (dates.numbers.ones[words.lower[at]], at + 1)
    if counted is None or counted[1] + 1 >= len(words):
        return None
    count, place = counted
    unit = words.lower[place].removesuffix("s")
    if words.lower[place + 1] not in dates.marks["ago"] or unit not in dates.marks["units"]:
        return None
    return _Read(place + 2, _counted_back(count, unit, dates), "ago", derived=True)


def _counted_back(count: int, unit: str, dates: _Calendar) -> str | None:
    if unit == "year":
        return f"{dates.year - count:04}" if dates.year and dates.year > count else None
    if unit == "month":
        return _months_back(dates, count)
    days = count * (7 if unit == "week" else 1)
    if dates.day is None or days > 36_500 or dates.day.toordinal() <= days:
        return None
    day = dates.day - dt.timedelta(days=days)
    return day.isoformat() + ("~" if unit == "week" else "")


def _year_alone(words: Words, at: int, dates: _Calendar) -> _Read | None:
    year = _year_at(words, at)
    before = words.lower[at - 1] if at else ""
    if year is None or not 1900 <= year <= 2100 or before not in dates.marks["before_year"]:
        return None
    return _Read(at + 1, f"{year:04}", "year", derived=False)
