"""Amounts of time, durations, extensions, deadlines.

1. A month is never turned into days: an `Amount` keeps months and seconds apart.
2. Order is partial. Where two values cannot be told apart the answer is None, never a guess.
"""

import re
from typing import Any

from attrs import Attribute, field, frozen

from qalamoun_terms.model.dates import Date
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
