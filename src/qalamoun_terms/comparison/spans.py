"""Days and durations put together, where either may be known only in part.

1. A month is a month of the calendar: two months from 16 July end on 16 September, and from 31 December on the
   last of February.
2. Part of a day counts as a day for the latest end, and as none for the earliest.
3. "About" (a duration that a source gives as about so long) is read with a margin, because no source gives
   one: a quarter of it, and at least one of the units that it is counted in.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.time import Amount, Duration

__all__ = ["between_days", "date_words", "end_of", "shifted"]

_DAY = 86_400
_LONGEST = 10**12 - 1
"""The largest number that an amount can hold."""


def shifted(day: dt.date, amount: Amount, *, latest: bool = False) -> dt.date:
    """Count an amount of time on from a day.

    Args:
        day: the day.
        amount: how long.
        latest: whether part of a day counts as a whole one.

    Returns:
        The day; the last one of the calendar where that lies beyond it.

    >>> shifted(dt.date(2016, 12, 31), Amount(months=2)).isoformat()
    '2017-02-28'
    >>> shifted(dt.date(2017, 7, 16), Amount.parse("PT36H"), latest=True).isoformat()
    '2017-07-18'
    """
    number = 12 * day.year + day.month - 1 + amount.months
    year, month = divmod(number, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    moved = dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    days = -(-amount.seconds // _DAY) if latest else amount.seconds // _DAY
    try:
        return moved + dt.timedelta(days)
    except OverflowError:
        return dt.date.max


def end_of(start: Date, lasts: Duration) -> Date | None:
    """Say when something ends that starts on a date and lasts so long, as far as both are known.

    Args:
        start: when it starts.
        lasts: how long it lasts.

    Returns:
        A day, or an interval between the first and the last day on which it may end; None where nothing is known.

    >>> end_of(Date("2017-07-16"), Duration.parse("P2M"))
    Date(edtf='2017-09-16')
    >>> end_of(Date("2017-07-16/.."), Duration.parse("P2M/P3M"))
    Date(edtf='2017-09-16/..')
    >>> end_of(Date("2017-07"), Duration.parse("P2M~"))
    Date(edtf='2017-08-01/2017-10-31')
    """
    first, last = start.earliest, start.latest
    least, most = lasts.min, lasts.max
    if lasts.approximate:
        least, most = _about(least, -1), _about(most, 1)
    return between_days(
        None if first is None else shifted(first, least),
        None if last is None else shifted(last, most, latest=True),
    )


def between_days(first: dt.date | None, last: dt.date | None) -> Date | None:
    """Give the date that lies between two days, either of which may be unknown.

    >>> between_days(dt.date(2017, 9, 16), None)
    Date(edtf='2017-09-16/..')
    >>> between_days(None, None) is None
    True
    """
    if first is None and last is None:
        return None
    if first == last and first is not None:
        return Date.of(first)
    ends = (".." if day is None else Date.of(day).edtf for day in (first, last))
    return Date("/".join(ends))


def date_words(date: Date) -> str:
    """Say a date as it stands in a sentence, an interval by its ends.

    >>> date_words(Date("2017-09-16/.."))
    'not before 2017-09-16'
    >>> date_words(Date("2017-09-16/2017-09-20"))
    'between 2017-09-16 and 2017-09-20'
    >>> date_words(Date("../2017")), date_words(Date("2017"))
    ('by 2017', '2017')
    """
    first, slash, last = date.edtf.partition("/")
    if not slash:
        return first
    if first in ("", ".."):
        return f"by {last}"
    return f"not before {first}" if last in ("", "..") else f"between {first} and {last}"


def _about(amount: Amount, sign: int) -> Amount:
    """Move an amount by its margin, down or up."""
    unit = next(one for one in (_DAY, 3600, 60, 1) if amount.seconds % one == 0)
    return Amount(
        min(_LONGEST, amount.months + sign * _margin(amount.months, 1)),
        min(_LONGEST, amount.seconds + sign * _margin(amount.seconds, unit)),
    )


def _margin(number: int, unit: int) -> int:
    """Give a quarter, and at least one unit; of nothing, nothing."""
    return 0 if number == 0 else min(number, max(unit, -(-number // 4)))
