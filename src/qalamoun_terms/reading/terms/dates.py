"""Reads dates out of words, absolute ones and those that count from the day of publication.

1. A date without a year is the last one before publication, or the next where that is close.
2. A weekday is the last one up to the day of publication; "last Sunday" lies before that day.
3. What cannot be resolved, for want of a date of publication or because the words may mean two
   days ("8/11/2013"), is found but stays without a date.
"""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.terms.calendars import Calendar, calendar_of, day_or_none
from qalamoun_terms.reading.terms.quantities import read_number
from qalamoun_terms.reading.terms.words import Words, plain_words
from qalamoun_terms.reading.text.frames import Span

_LONGEST = 100_000
"""More days than any text counts back."""


@frozen(kw_only=True)
class DateMention:
    """A date that a text states: its words, the date where it can be told, and how it was read.

    `rule` names the way; `derived` tells that it was counted from the date of publication.
    """

    span: Span
    date: Date | None
    rule: str
    derived: bool = False


_DAYS_OFF = {"day_before": -2, "day_after": 2}
"""Phrases that name a day, with how many days on it is."""


@frozen
class _Read:
    """A date read from word `first` up to `stop`; `parts` are year, month or season, day, mark."""

    stop: int
    edtf: str | None
    rule: str
    derived: bool


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
    >>> text = "written in mid August last year"
    >>> found = find_dates(text, Span(0, len(text)), load("en"), Date("2017-07"))
    >>> [(mention.date.edtf, mention.rule) for mention in found]
    [('2016-08-15~', 'mid_month')]
    """
    words = plain_words(text, scope)
    dates = calendar_of(lexicon, published)
    found: list[DateMention] = []
    done = 0
    for at in words.places_or_numbers(_openers(words, dates)):
        read = _read_at(words, at, dates) if at >= done else None
        if read is None:
            continue
        found.append(
            DateMention(
                span=words.span(at, read.stop),
                date=Date(read.edtf) if read.edtf else None,
                rule=read.rule,
                derived=read.derived,
            )
        )
        done = read.stop
    return tuple(found)


def _openers(words: Words, dates: Calendar) -> frozenset[str]:
    """The words that a date may begin with here: "the", too, where "the day before yesterday" may stand."""
    phrases = [dates.phrases[name] for name in _DAYS_OFF]
    more = [phrase[0] for phrase in phrases if phrase[-1] in words.lower]
    return dates.openers.union(more) if more else dates.openers


def _read_at(words: Words, at: int, dates: Calendar) -> _Read | None:
    """The date that begins at a word, by the first form that fits."""
    return (
        _numeric(words, at)
        or _mid(words, at, dates)
        or _day_first(words, at, dates)
        or _month_first(words, at, dates)
        or _season(words, at, dates)
        or _weekday(words, at, dates)
        or _day_by_phrase(words, at, dates)
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
    """As in "2017-07-16" and "16/7/2017", where only one of the two can be the month."""
    lower = words.lower
    mark = lower[at + 1] if at + 4 < len(lower) else ""
    if mark not in ("/", "-") or lower[at + 3] != mark:
        return None
    numbers = [lower[at], lower[at + 2], lower[at + 4]]
    if not all(n.isascii() and n.isdecimal() and len(n) <= 4 for n in numbers):
        return None
    first, second, third = map(int, numbers)
    if len(numbers[0]) == 4:
        day = day_or_none(first, second, third)
        return _Read(at + 5, day.isoformat(), "numeric", derived=False) if day else None
    if len(numbers[2]) != 4:
        return None
    both = {d for d in (day_or_none(third, second, first), day_or_none(third, first, second)) if d}
    if not both:
        return None
    edtf = both.pop().isoformat() if len(both) == 1 else None
    return _Read(at + 5, edtf, "numeric", derived=False)


def _month_at(words: Words, at: int, dates: Calendar) -> int | None:
    if at >= len(words) or not words.capital(at):
        return None
    return dates.months.get(words.lower[at])


def _year_after(words: Words, at: int, dates: Calendar) -> tuple[int | None, int, bool]:
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


def _mid(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "mid June last year", "the middle of June 2016"."""
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


def _day_number(word: str, dates: Calendar) -> int | None:
    for ending in dates.phrases["ordinal_endings"]:
        word = word.removesuffix(ending)
    day = int(word) if word.isascii() and word.isdecimal() and len(word) <= 2 else 0
    return day if 1 <= day <= 31 else None


def _day_first(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "16 July 2017", "the 3rd of May"."""
    day = _day_number(words.lower[at], dates)
    if day is None:
        return None
    place = at + 1
    while place < min(at + 3, len(words)) and words.lower[place] in ("of", "the"):
        place += 1
    month = _month_at(words, place, dates)
    return _of_month(words, place + 1, day, month, dates) if month else None


def _month_first(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "July 16, 2017", "June 2016", and "in June"."""
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


def _of_month(words: Words, at: int, day: int, month: int, dates: Calendar) -> _Read | None:
    year, stop, derived = _year_after(words, at, dates)
    year = year or dates.year_of(month, day)
    if year is None:
        return _Read(at, None, "day", derived=True)
    found = day_or_none(year, month, day)
    return _Read(stop, found.isoformat(), "day", derived) if found else None


def _season(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "the summer of 2014", "last autumn", "the summer of the past year"."""
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


def _weekday(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "last Sunday", "on Thursday", "next Monday"."""
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
        days = 7 - back
    else:
        days = -7 if back == 0 and before in dates.marks["last"] else -back
    return _Read(at + 1, _days_on(dates.day, days), "weekday", derived=True)


def _written_after(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "Sunday, 29 April 2018": the weekday adds nothing to the date that follows."""
    place = at + 1 + (at + 1 < len(words) and words.lower[at + 1] == ",")
    if place >= len(words):
        return None
    return _day_first(words, place, dates) or _month_first(words, place, dates)


def _relative_day(words: Words, at: int, dates: Calendar) -> _Read | None:
    days_on = dates.days.get(words.lower[at])
    return None if days_on is None else _shifted(at + 1, days_on, dates)


def _day_by_phrase(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "the day before yesterday"."""
    for name, days in _DAYS_OFF.items():
        phrase = dates.phrases[name]
        if words.lower[at] == phrase[0] and tuple(words.lower[at : at + len(phrase)]) == phrase:
            return _shifted(at + len(phrase), days, dates)
    return None


def _shifted(stop: int, days: int, dates: Calendar) -> _Read:
    return _Read(stop, _days_on(dates.day, days), "relative_day", derived=True)


def _days_on(day: dt.date | None, days: int) -> str | None:
    """A day some days on or, below zero, back; None beyond the calendar."""
    if day is None or abs(days) > _LONGEST:
        return None
    try:
        return (day + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _period(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "last week", "last month", "last year"."""
    lower = words.lower
    if at + 1 >= len(lower) or lower[at] not in dates.marks["last"]:
        return None
    unit = lower[at + 1]
    if unit == "year":
        return _Read(at + 2, f"{dates.year - 1:04}" if dates.year else None, "period", derived=True)
    if unit == "month":
        return _Read(at + 2, _months_back(dates, 1), "period", derived=True)
    if unit == "week":
        day = _days_on(dates.day, -7)
        return _Read(at + 2, f"{day}~" if day else None, "period", derived=True)
    return None


def _months_back(dates: Calendar, count: int) -> str | None:
    if dates.year is None or dates.month is None:
        return None
    year, month = divmod(12 * dates.year + dates.month - 1 - count, 12)
    return f"{year:04}-{month + 1:02}" if year >= 1 else None


def _ago(words: Words, at: int, dates: Calendar) -> _Read | None:
    """As in "three days ago", "two years ago"."""
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


def _counted_back(count: int, unit: str, dates: Calendar) -> str | None:
    if unit == "year":
        return f"{dates.year - count:04}" if dates.year and dates.year > count else None
    if unit == "month":
        return _months_back(dates, count)
    day = _days_on(dates.day, -count * (7 if unit == "week" else 1))
    return f"{day}~" if day and unit == "week" else day


def _year_alone(words: Words, at: int, dates: Calendar) -> _Read | None:
    year = _year_at(words, at)
    before = words.lower[at - 1] if at else ""
    if year is None or not 1900 <= year <= 2100 or before not in dates.marks["before_year"]:
        return None
    return _Read(at + 1, f"{year:04}", "year", derived=False)
