"""Dates known only in part.

1. A `Date` is the text of an EDTF date, levels 0 and 1 (the Extended Date/Time Format of ISO
   8601-2:2019, as described by the Library of Congress, https://www.loc.gov/standards/datetime/),
   and keeps that text. What it leaves open, it leaves open: its bounds say how far.
2. Order is partial. Where two dates cannot be told apart the answer is None, never a guess.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from typing import Any

from attrs import Attribute, field, frozen

from qalamoun_terms.model.validation import instance, invalid, text

__all__ = ["Date"]

_DATE = re.compile(
    r"""(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)
    (?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?
    (?P<qualifier>[?~%]?)""",
    re.VERBOSE,
)
_DATE_EXPECTED = "an EDTF date such as 2016, 2016-06, 2016-06-10, 2016-22, 201X, 2016~ or 2016/2017"
_UNSUPPORTED = (
    (re.compile(r"-"), "a year from 0001: negative years are not supported"),
    (re.compile(r"Y|[0-9]{5}"), "a year of four digits: longer years are not supported"),
    (re.compile(r"[0-9-]{10}T"), "a date without a time of day"),
)
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_MARGIN_DAYS = 15
_MARGIN_MONTHS = {"month": 1, "season": 1, "year": 12, "decade": 120, "century": 1200}


@frozen
class _Span:
    """One date that is no interval: its days without a margin, and how it is stated."""

    first: dt.date
    last: dt.date
    precision: str
    qualifier: str

    @property
    def approximate(self) -> bool:
        return self.qualifier in ("~", "%")

    @property
    def earliest(self) -> dt.date:
        if not self.approximate:
            return self.first
        if self.precision == "day":
            return _day_shifted(self.first, -_MARGIN_DAYS)
        return _month_start(_month_number(self.first) - _MARGIN_MONTHS[self.precision])

    @property
    def latest(self) -> dt.date:
        if not self.approximate:
            return self.last
        if self.precision == "day":
            return _day_shifted(self.last, _MARGIN_DAYS)
        return _month_end(_month_number(self.last) + _MARGIN_MONTHS[self.precision])


def _day_shifted(day: dt.date, days: int) -> dt.date:
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min


def _month_number(day: dt.date) -> int:
    return 12 * day.year + day.month - 1


def _month_start(number: int) -> dt.date:
    year, month = divmod(number, 12)
    return dt.date(year, month + 1, 1) if year >= dt.MINYEAR else dt.date.min


def _month_end(number: int) -> dt.date:
    year, month = divmod(number, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, monthrange(year, month + 1)[1])


@lru_cache(maxsize=4096)
def _read_date(edtf: str) -> tuple[_Span | None, ...]:
    """Read a date into one span, or an interval into two; None for an open or unknown end."""
    if "/" not in edtf:
        return (_read_span(edtf, edtf),)
    if "X" in edtf:
        raise invalid("date.edtf", "an interval without unspecified digits (level 2)", edtf)
    ends = edtf.split("/")
    spans = tuple(None if end in ("", "..") else _read_span(end, edtf) for end in ends)
    if len(spans) != 2 or spans == (None, None):
        raise invalid("date.edtf", "an interval with one slash and a stated end", edtf)
    start, end = spans
    if start and end and start.first > end.last:
        raise invalid("date.edtf", "an interval that does not end before it starts", edtf)
    return spans


def _read_span(part: str, edtf: str) -> _Span:
    match = _DATE.fullmatch(part)
    if match is None:
        hints = (hint for pattern, hint in _UNSUPPORTED if pattern.match(part))
        raise invalid("date.edtf", next(hints, _DATE_EXPECTED), edtf)
    year, month, day, qualifier = match.group("year", "month", "day", "qualifier")
    try:
        return _Span(*_stated_days(year, month, day), qualifier)
    except ValueError as error:
        raise invalid("date.edtf", str(error), edtf) from None


def _stated_days(year: str, month: str | None, day: str | None) -> tuple[dt.date, dt.date, str]:
    """Say which days a date may mean and how finely it is stated; a ValueError says what is off."""
    if year in ("0000", "000X", "00XX"):
        raise ValueError("a year from 0001")
    if "X" in year:
        if month is not None:
            raise ValueError("no month after a year with unspecified digits")
        precision = "century" if year.endswith("XX") else "decade"
        return (*_months(int(year.replace("X", "0")), 1, 12 * 10 ** year.count("X")), precision)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError("no day after an unspecified month")
        return (*_months(int(year), 1, 12), "year")
    return _days_within(int(year), int(month), day)


def _days_within(year: int, month: int, day: str | None) -> tuple[dt.date, dt.date, str]:
    if month in _SEASON_STARTS and day is None:
        return (*_months(year, _SEASON_STARTS[month], 3), "season")
    if not 1 <= month <= 12:
        raise ValueError("a month from 01 to 12, or a season from 21 to 24 without a day")
    if day in (None, "XX"):
        return (*_months(year, month, 1), "month")
    last = monthrange(year, month)[1]
    if not 1 <= int(day) <= last:
        raise ValueError(f"a day from 01 to {last} in {year:04}-{month:02}")
    stated = dt.date(year, month, int(day))
    return stated, stated, "day"


def _months(year: int, month: int, length: int) -> tuple[dt.date, dt.date]:
    start = 12 * year + month - 1
    return _month_start(start), _month_end(start + length - 1)


def _check_edtf(owner: object, attribute: "Attribute[Any]", value: Any) -> None:
    text(owner, attribute, value)
    _read_date(value)


@frozen
class Date:
    """A date as far as it is known, in the Extended Date/Time Format (EDTF), levels 0 and 1.

    A day, month, season, year, decade or century, or an interval of two of them. Two dates are
    equal when their texts are. The forms:

    - ``2016``, ``2016-06``, ``2016-06-10``; the seasons ``2016-21`` to ``2016-24``, spring to
      winter of the north by whole months: from March, June, September, December;
    - unspecified digits: ``201X``, ``20XX``, ``2016-XX``, ``2016-06-XX``, ``2016-XX-XX``;
    - a mark at the end, also of each end of an interval: ``?`` uncertain, ``~`` approximate, ``%``
      both;
    - intervals of dates without X: ``2016/2017-06``, open ``../2016`` and ``2016/..``, with an
      unknown end ``/2016`` and ``2016/``.

    Years run from 0001 to 9999. Source: ISO 8601-2:2019, clause 4, and
    https://www.loc.gov/standards/datetime/.

    Args:
        edtf: The text of the date, kept as it is.

    Raises:
        InvalidValueError: The text is no such date, or the calendar has no such day.

    >>> str(Date("2016-06~"))
    '2016-06~'
    >>> Date("2016-02-30")
    Traceback (most recent call last):
    qalamoun_terms.errors.InvalidValueError: date.edtf: expected a day from 01 to 29 in 2016-02, \
got str '2016-02-30'
    """

    edtf: str = field(validator=_check_edtf)

    @classmethod
    def of(cls, day: dt.date) -> "Date":
        """Make the date of one known day.

        Args:
            day: The day; of a `datetime.datetime` only its day is taken.

        Returns:
            The date, with the precision of a day.

        Raises:
            InvalidValueError: `day` is no date of the standard library.

        >>> Date.of(dt.date(2016, 6, 10))
        Date(edtf='2016-06-10')
        """
        if instance(dt.date).fault(day):
            raise invalid("date", "a dt.date", day)
        return cls(f"{day.year:04}-{day.month:02}-{day.day:02}")

    def __str__(self) -> str:
        return self.edtf

    @property
    def earliest(self) -> dt.date | None:
        """The first day that it may mean, or None where the start is open or unknown.

        "About" (``~``, ``%``) is read with a margin, because the standard gives none: 15 days
        around a day, a month around a month or a season, and one more of its kind around a year,
        a decade or a century. Doubt (``?``) moves no bound: it doubts the date, not its width.

        >>> Date("2016-06").earliest, Date("2016-06~").earliest
        (datetime.date(2016, 6, 1), datetime.date(2016, 5, 1))
        >>> Date("../2016").earliest is None
        True
        """
        start = _read_date(self.edtf)[0]
        return start.earliest if start else None

    @property
    def latest(self) -> dt.date | None:
        """The last day that it may mean, or None where the end is open or unknown.

        The margin for "about" is that of `earliest`.

        >>> Date("2016-02").latest, Date("2016-06-10~").latest
        (datetime.date(2016, 2, 29), datetime.date(2016, 6, 25))
        """
        end = _read_date(self.edtf)[-1]
        return end.latest if end else None

    @property
    def approximate(self) -> bool:
        """Whether it, or an end of it, is marked as "about".

        >>> Date("2016~").approximate, Date("2016?").approximate, Date("2015/2016%").approximate
        (True, False, True)
        """
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether it, or an end of it, is marked as doubtful.

        >>> Date("2016~").uncertain, Date("2016?").uncertain, Date("2015/2016%").uncertain
        (False, True, True)
        """
        return "?" in self.edtf or "%" in self.edtf

    @property
    def precision(self) -> str:
        """How finely it is stated: day, month, season, year, decade, century, or interval.

        An unspecified part is not stated: ``2016-XX`` has the precision of a year.

        >>> Date("2016-06-10").precision, Date("2016-XX").precision, Date("2016/2017").precision
        ('day', 'year', 'interval')
        """
        spans = _read_date(self.edtf)
        return spans[0].precision if len(spans) == 1 and spans[0] else "interval"

    def before(self, other: "Date") -> bool | None:
        """Say whether it is earlier than another date, as far as both are known.

        Args:
            other: The other date.

        Returns:
            True if it is surely earlier, False if it is surely later, None if it cannot be told,
            as for two events of one day. An end that is open or unknown settles nothing. Doubt
            (``?``) is not weighed: see `uncertain`.

        >>> Date("2016-05").before(Date("2016-06-10"))
        True
        >>> Date("2016-06").before(Date("2016-06-10")) is None
        True
        """
        if _ends_before(self, other):
            return True
        return False if _ends_before(other, self) else None

    def overlaps(self, other: "Date") -> bool:
        """Say whether there is a day that both dates may mean.

        Args:
            other: The other date.

        Returns:
            True if so; an end that is open or unknown counts as without bound.

        >>> Date("2016-06").overlaps(Date("2016-06-10")), Date("2016").overlaps(Date("2018/.."))
        (True, False)
        """
        return self.before(other) is None


def _ends_before(one: Date, other: Date) -> bool:
    end, start = one.latest, other.earliest
    return end is not None and start is not None and end < start
