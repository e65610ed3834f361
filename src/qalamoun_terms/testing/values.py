"""Strategies for texts, names, dates and amounts of time."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from qalamoun_terms.model.time import Amount, Date, Deadline, Duration, Extension

__all__ = [
    "amounts",
    "dates",
    "deadlines",
    "durations",
    "extensions",
    "names",
    "texts",
]

_REMARKABLE = (
    "Jerod",
    "جيرود",
    "\u200fالرحيبة\u200f",
    "\u202eright to left\u202c",
    "الضُّمَيْر (Dumayr)",
    "🕊️ 👨‍👩‍👧",
    "e\u0301 ≠ é",
    "a\x00b\x1fc\x7f",
    "first\r\nsecond\u2028third\x85",
    "\ufeffmarked",
    "\"quoted\" \\ '' “curly” </script>",
    "  padded  ",
    "null",
    "true",
    "0",
)
_ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
_TEXTS = st.one_of(st.sampled_from(_REMARKABLE), _ANY.filter(lambda text: bool(text.strip())))
_QUALIFIERS = st.sampled_from(("", "", "?", "~", "%"))


def texts() -> SearchStrategy[str]:
    """Make short texts that are not blank, in several scripts, without lone surrogates.

    >>> from hypothesis import find
    >>> find(texts(), lambda text: "ج" in text)
    'جيرود'
    """
    return _TEXTS


def names() -> SearchStrategy[list[str]]:
    """Make lists of a few names, among them the empty one."""
    return st.lists(_TEXTS, max_size=2)


def _span(day: dt.date, precision: str) -> str:
    """Write a day as far as ``precision`` states it; a decade has a year from 10, a century from 100."""
    year, month = f"{day.year:04}", f"{day.month:02}"
    return {
        "day": f"{year}-{month}-{day.day:02}",
        "month": f"{year}-{month}",
        "year": year,
        "season": f"{year}-{21 + day.month % 4}",
        "decade": f"{year[:3]}X",
        "century": f"{year[:2]}XX",
        "some day": f"{year}-{month}-XX",
        "some month": f"{year}-XX",
        "some day of some month": f"{year}-XX-XX",
    }[precision]


_PLAIN = ("day", "month", "year")
_PARTLY = ("season", "decade", "century", "some day", "some month", "some day of some month")
_DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2020, 12, 31)) | st.dates(dt.date(100, 1, 1))


@st.composite
def _intervals(draw: st.DrawFn) -> str:
    first, last = sorted((draw(_DAYS), draw(_DAYS)))
    start, end = (
        _span(day, draw(st.sampled_from(_PLAIN))) + draw(_QUALIFIERS) for day in (first, last)
    )
    return draw(
        st.sampled_from((f"{start}/{end}", f"../{end}", f"/{end}", f"{start}/..", f"{start}/"))
    )


def dates() -> SearchStrategy[Date]:
    """Make dates of every precision, marked as uncertain or approximate, and intervals.

    >>> from hypothesis import find
    >>> find(dates(), lambda date: date.precision == "day")
    Date(edtf='2010-01-01')
    """
    precisions = st.sampled_from((*_PLAIN, *_PARTLY))
    single = st.builds(
        lambda day, precision, mark: _span(day, precision) + mark, _DAYS, precisions, _QUALIFIERS
    )
    return st.builds(Date, single | _intervals())


def amounts() -> SearchStrategy[Amount]:
    """Make amounts of months and seconds, small and large.

    >>> from hypothesis import find
    >>> find(amounts(), lambda amount: amount.months > 1)
    Amount(months=2, seconds=0)
    """
    numbers = st.integers(0, 40) | st.integers(0, 10**12 - 1)
    whole_days = st.integers(0, 90).map(lambda days: 86_400 * days)
    return st.builds(Amount, numbers, numbers | whole_days)


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    """Make durations: one amount or a range, exact or "about".

    >>> from hypothesis import find
    >>> find(durations(), lambda duration: duration.approximate).exact
    False
    """
    shortest = draw(amounts())
    longest = draw(st.none() | amounts())
    if longest is not None and shortest.compare(longest) == 1:
        shortest, longest = longest, shortest
    return Duration(shortest, longest, approximate=draw(st.booleans()))


@st.composite
def extensions(draw: st.DrawFn) -> Extension:
    """Make extensions, from "extendable" to "not extendable".

    >>> from hypothesis import find
    >>> find(extensions(), lambda extension: extension.times == 0)
    Extension(by=None, up_to=None, times=0)
    """
    times = draw(st.none() | st.integers(0, 12))
    lengths = st.none() if times == 0 else st.none() | durations()
    return Extension(by=draw(lengths), up_to=draw(lengths), times=times)


def deadlines() -> SearchStrategy[Deadline]:
    """Make deadlines: within a time, by a date, or both."""
    return st.one_of(
        st.builds(Deadline, within=durations()),
        st.builds(Deadline, by=dates()),
        st.builds(Deadline, within=durations(), by=dates()),
    )
