"""Amounts of time, durations, extensions, deadlines, and dates known only in part.

1. A month is never turned into days: an `Amount` keeps months and seconds apart.
2. A `Date` is the text of an EDTF date, levels 0 and 1 (the Extended Date/Time Format of ISO
   8601-2:2019, as described by the Library of Congress, https://www.loc.gov/standards/datetime/),
   and keeps that text. What it leaves open, it leaves open: its bounds say how far.
3. Order is partial. Where two values cannot be told apart the answer is None, never a guess.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from typing import Any

from attrs import Attribute, field, frozen

from qalamoun_terms.model.validation import boolean, count, instance, invalid, optional, text

__all__ = ["Amount", "Date", "Deadline", "Duration", "Extension"]

_DAY = 86_400
_SHORTEST_MONTH, _LONGEST_MONTH = 28 * _DAY, 31 * _DAY
_AMOUNT_LIMIT = 10**12
"""Far beyond any agreement, and short enough that its digits can always be read back."""

_AMOUNT = re.compile(
    r"""P(?=[0-9T])  # at least one part must follow: "P" says nothing
    (?:(?P<years>[0-9]{1,12})Y)?(?:(?P<months>[0-9]{1,12})M)?
    (?:(?P<weeks>[0-9]{1,12})W)?(?:(?P<days>[0-9]{1,12})D)?
    (?:T(?=[0-9])  # nor may T stand alone
    (?:(?P<hours>[0-9]{1,12})H)?(?:(?P<minutes>[0-9]{1,12})M)?(?:(?P<seconds>[0-9]{1,12})S)?)?""",
    re.VERBOSE,
)
_AMOUNT_EXPECTED = "an ISO 8601 duration without fractions, such as P6M, P15D or PT72H"
_DURATION_EXPECTED = "one or two ISO 8601 durations, such as P6M, P6M/P9M or P6M~"


def _check_limit(owner: object, attribute: "Attribute[Any]", value: Any) -> None:
    if value >= _AMOUNT_LIMIT:
        raise invalid(f"amount.{attribute.name}", f"less than {_AMOUNT_LIMIT}", value)


@frozen
class Amount:
    """An amount of time as a text states it: months, and seconds beside them.

    "A year" is 12 months and "two weeks" 14 days of seconds, but six months and 180 days stay
    different, because the calendar says how long a month is. Source: ISO 8601-1:2019, 5.5.2.

    Args:
        months: Calendar months; a year is 12.
        seconds: Seconds; a day is 86 400, a week seven days.

    Raises:
        InvalidValueError: A number is negative, not whole, or beyond 10**12.

    >>> Amount(months=6)
    Amount(months=6, seconds=0)
    >>> str(Amount.parse("P1Y"))
    'P12M'
    """

    months: int = field(default=0, validator=[count, _check_limit])
    seconds: int = field(default=0, validator=[count, _check_limit])

    @classmethod
    def parse(cls, iso: str) -> "Amount":
        """Read an ISO 8601 duration: years, months, weeks, days, hours, minutes, seconds.

        Args:
            iso: The duration, without fractions or a sign.

        Returns:
            The amount.

        Raises:
            InvalidValueError: The text is no such duration.

        >>> Amount.parse("P1Y6M")
        Amount(months=18, seconds=0)
        >>> Amount.parse("PT72H") == Amount.parse("P3D")
        True
        """
        match = None if text.fault(iso) else _AMOUNT.fullmatch(iso)
        if match is None:
            raise invalid("amount", _AMOUNT_EXPECTED, iso)
        part = {name: int(digits or 0) for name, digits in match.groupdict().items()}
        days = 7 * part["weeks"] + part["days"]
        minutes = 60 * part["hours"] + part["minutes"]
        return cls(
            12 * part["years"] + part["months"], _DAY * days + 60 * minutes + part["seconds"]
        )

    @property
    def iso(self) -> str:
        """The canonical ISO 8601 text: months, then whole days, or a clock time.

        >>> Amount(months=12, seconds=86_400).iso, Amount(seconds=90_000).iso, Amount().iso
        ('P12M1D', 'PT25H', 'P0D')
        """
        months = f"{self.months}M" if self.months else ""
        if self.seconds % _DAY:
            return f"P{months}T{_clock(self.seconds)}"
        days = f"{self.seconds // _DAY}D" if self.seconds or not months else ""
        return f"P{months}{days}"

    def __str__(self) -> str:
        return self.iso

    def __add__(self, other: "Amount") -> "Amount":
        """Put two amounts together, months to months and seconds to seconds.

        >>> str(Amount.parse("P6M") + Amount.parse("P1M15D"))
        'P7M15D'
        """
        if not isinstance(other, Amount):
            return NotImplemented
        return Amount(self.months + other.months, self.seconds + other.seconds)

    def compare(self, other: "Amount") -> int | None:
        """Say which amount is longer, knowing only that a month has 28 to 31 days.

        Args:
            other: The amount to compare with.

        Returns:
            -1 if this one is surely shorter, 1 if surely longer, 0 if they are the same amount,
            None if it cannot be told.

        >>> Amount.parse("P6M").compare(Amount.parse("P9M"))
        -1
        >>> Amount.parse("P1M").compare(Amount.parse("P20D"))
        1
        >>> Amount.parse("P1M").compare(Amount.parse("P30D")) is None
        True
        """
        months, seconds = self.months - other.months, self.seconds - other.seconds
        if months == seconds == 0:
            return 0
        ends = (months * _SHORTEST_MONTH + seconds, months * _LONGEST_MONTH + seconds)
        if min(ends) > 0:
            return 1
        return -1 if max(ends) < 0 else None


def _clock(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    parts = ((hours, "H"), (rest // 60, "M"), (rest % 60, "S"))
    return "".join(f"{number}{unit}" for number, unit in parts if number)


@frozen(init=False)
class Duration:
    """How long something lasts: one amount of time, or a range from one to another.

    Args:
        min: The shortest it may last.
        max: The longest it may last; left out, the same as `min`.
        approximate: Whether the source says "about".

    Raises:
        InvalidValueError: A value has the wrong type, or `min` is surely longer than `max`.

    >>> Duration(Amount(months=6)).exact
    True
    >>> str(Duration(min=Amount(months=6), max=Amount(months=9)))
    'P6M/P9M'
    """

    min: Amount = field(validator=instance(Amount))
    max: Amount = field(validator=instance(Amount))
    approximate: bool = field(validator=boolean)

    def __init__(
        self, min: Amount, max: Amount | None = None, *, approximate: bool = False
    ) -> None:
        self.__attrs_init__(min, min if max is None else max, approximate)

    def __attrs_post_init__(self) -> None:
        if self.min.compare(self.max) == 1:
            raise invalid("duration.max", f"at least the min of {self.min}", self.max.iso)

    @classmethod
    def parse(cls, iso: str) -> "Duration":
        """Read a duration as `str` writes it.

        Args:
            iso: One ISO 8601 duration or two with a slash between them, and ``~`` for "about".

        Returns:
            The duration.

        Raises:
            InvalidValueError: The text is no such duration.

        >>> Duration.parse("P6M/P9M").max
        Amount(months=9, seconds=0)
        >>> Duration.parse("P6M~").approximate
        True
        """
        if text.fault(iso) or iso.count("/") > 1:
            raise invalid("duration", _DURATION_EXPECTED, iso)
        amounts = [Amount.parse(part) for part in iso.removesuffix("~").split("/")]
        return cls(amounts[0], amounts[-1], approximate=iso.endswith("~"))

    def __str__(self) -> str:
        amounts = self.min.iso if self.min == self.max else f"{self.min.iso}/{self.max.iso}"
        return f"{amounts}~" if self.approximate else amounts

    @property
    def exact(self) -> bool:
        """Whether the source states one amount, and not "about".

        >>> Duration.parse("P6M").exact, Duration.parse("P6M~").exact
        (True, False)
        """
        return self.min == self.max and not self.approximate


@frozen
class Extension:
    """That something may be extended, and by how much, as far as the source says.

    With nothing stated it says "extendable", and no more.

    Args:
        by: How long one extension lasts.
        up_to: The longest that it may last in all, extensions included.
        times: How often it may be extended; 0 where the source says that it may not.

    Raises:
        InvalidValueError: A value has the wrong type, or 0 times stands beside a length.

    >>> Extension(up_to=Duration.parse("P12M")).times is None
    True
    """

    by: Duration | None = field(default=None, validator=optional(instance(Duration)))
    up_to: Duration | None = field(default=None, validator=optional(instance(Duration)))
    times: int | None = field(default=None, validator=optional(count))

    def __attrs_post_init__(self) -> None:
        if self.times == 0 and (self.by, self.up_to) != (None, None):
            raise invalid("extension.times", "a number from 1 beside by or up_to", self.times)


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


@frozen
class Deadline:
    """By when something is to be done: within a time, by a date, or both.

    Args:
        within: The time it may take, counted from what the article says.
        by: The date it must be done by.

    Raises:
        InvalidValueError: A value has the wrong type, or neither is set.

    >>> Deadline(within=Duration.parse("PT72H")).by is None
    True
    """

    within: Duration | None = field(default=None, validator=optional(instance(Duration)))
    by: Date | None = field(default=None, validator=optional(instance(Date)))

    def __attrs_post_init__(self) -> None:
        if self.within is None and self.by is None:
            raise invalid("deadline", "within or by", None)
