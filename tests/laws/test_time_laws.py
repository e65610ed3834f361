"""Laws of the values of time: round trips, partial orders, and bounds that another library has."""

import datetime as dt
import math
from itertools import permutations
from time import struct_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.time import Amount, Date, Duration

DAY = 86_400

small = st.integers(0, 40)
amounts = st.builds(Amount, st.integers(0, 10**12 - 1), st.integers(0, 10**12 - 1)) | st.builds(
    Amount, small, small.map(lambda days: days * DAY)
)


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    one, other = draw(amounts), draw(amounts)
    ends = (other, one) if one.compare(other) == 1 else (one, other)
    return Duration(*ends, approximate=draw(st.booleans()))


days = st.dates().map(dt.date.isoformat)
years = st.integers(1, 9999).map("{:04}".format)
months = days.map(lambda day: day[:7])
seasons = st.builds("{}-{}".format, years, st.integers(21, 23))
winters = years.map("{}-24".format)
unspecified = st.one_of(
    years.map(lambda year: f"{year[:3]}X"),
    years.map(lambda year: f"{year[:2]}XX"),
    years.map("{}-XX".format),
    years.map("{}-XX-XX".format),
    months.map("{}-XX".format),
).filter(lambda edtf: edtf not in ("000X", "00XX"))
marks = st.sampled_from(["", "?", "~", "%"])


def marked(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(str.__add__, texts, marks)


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[str], unstated: tuple[str, ...]) -> str:
    start, end = draw(ends), draw(ends)
    if draw(st.booleans()):
        start, end = draw(st.sampled_from([(start, side) for side in unstated]
                                          + [(side, end) for side in unstated]))  # fmt: skip
    try:
        return Date(f"{start}/{end}").edtf
    except InvalidValueError:
        return f"{end}/{start}"


stated = marked(days | months | years | seasons | winters)
dates = st.builds(Date, stated | marked(unspecified) | intervals(stated, ("", "..")))

# `edtf` 5.0.2 is the measure, apart from what it gets wrong or decides otherwise:
# - a winter ends with its December there, "for simplicity" as its settings say: `winters` are out;
# - it cannot read a season with a mark: seasons are unmarked, and not in marked intervals;
# - an unknown end becomes ten years from the other one: only the open ends `..` are compared;
# - it takes 30 February for a day: only days of the calendar are asked for;
# - its bounds for "about" depend on its settings: the marks there are compared without a margin.
measured = st.one_of(
    marked(days | months | years),
    seasons,
    marked(unspecified),
    intervals(marked(days | months | years), ("..",)),
)


def without_margin(edtf: str) -> Date:
    return Date(edtf.replace("~", "").replace("%", ""))


def as_day(bound: struct_time | float) -> dt.date | None:
    if isinstance(bound, float):
        assert math.isinf(bound)
        return None
    return dt.date(*bound[:3])


@given(amounts)
def test_an_amount_reads_back_from_its_text(amount):
    assert amount == Amount.parse(str(amount))


@given(durations())
def test_a_duration_reads_back_from_its_text(duration):
    assert duration == Duration.parse(str(duration))


@given(st.text(alphabet="PT0123456789YMWDHS/~-. ", max_size=12))
def test_reading_a_duration_gives_a_duration_or_a_refusal(text):
    try:
        duration = Duration.parse(text)
    except InvalidValueError:
        return
    assert duration == Duration.parse(str(duration))


@given(amounts, amounts)
def test_the_sum_does_not_depend_on_the_order(one, other):
    assume(max(one.months + other.months, one.seconds + other.seconds) < 10**12)

    assert one + other == other + one
    assert one + Amount() == one


@given(amounts, amounts)
def test_comparing_is_antisymmetric_and_zero_only_for_equals(one, other):
    forth, back = one.compare(other), other.compare(one)

    assert (forth is None) == (back is None)
    assert forth is None or forth == -back
    assert (forth == 0) == (one == other)


@given(st.tuples(amounts, amounts, amounts))
def test_comparing_is_transitive(three):
    for one, other, third in permutations(three):
        if one.compare(other) == -1 and other.compare(third) == -1:
            assert one.compare(third) == -1


@given(st.dates(dt.date(1600, 1, 1), dt.date(2400, 1, 1)), small, small, small, small)
def test_a_told_order_holds_on_every_calendar(start, months_, days_, other_months, other_days):
    def end(amount: Amount) -> dt.date:
        number = 12 * start.year + start.month - 1 + amount.months
        first = dt.date(number // 12, number % 12 + 1, 1)
        return first + dt.timedelta(seconds=amount.seconds)

    one, other = Amount(months_, days_ * DAY), Amount(other_months, other_days * DAY)
    told = one.compare(other)

    assert told != -1 or end(one) < end(other)
    assert told != 1 or end(one) > end(other)


@given(dates)
def test_the_bounds_of_a_date_are_ordered(date):
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


@given(dates)
def test_a_date_keeps_its_text(date):
    assert date == Date(str(date))
    assert hash(date) == hash(Date(str(date)))


@given(dates)
def test_about_never_narrows_a_date(date):
    plain = without_margin(date.edtf)

    assert not plain.earliest or date.earliest <= plain.earliest
    assert not plain.latest or date.latest >= plain.latest
    assert date.approximate or (plain.earliest, plain.latest) == (date.earliest, date.latest)


@given(dates, dates)
def test_before_is_antisymmetric(one, other):
    forth, back = one.before(other), other.before(one)

    assert (forth is None) == (back is None)
    assert forth is None or forth is not back
    assert one.overlaps(other) == other.overlaps(one) == (forth is None)


@given(st.tuples(dates, dates, dates))
def test_before_is_transitive(three):
    for one, other, third in permutations(three):
        if one.before(other) and other.before(third):
            assert one.before(third)


@given(st.dates(), st.dates())
def test_known_days_are_ordered_as_days(one, other):
    expected = None if one == other else one < other

    assert expected is Date.of(one).before(Date.of(other))


@given(st.text(alphabet="0123456789X-/.?~%T ", max_size=14) | st.text(max_size=8))
def test_reading_a_date_gives_a_date_or_a_refusal(text):
    try:
        date = Date(text)
    except InvalidValueError:
        return
    assert text == date.edtf
    assert not (date.earliest is None and date.latest is None)


@given(measured)
def test_bounds_without_a_margin_are_those_of_the_edtf_library(text):
    edtf = pytest.importorskip("edtf")
    date, theirs = without_margin(text), edtf.parse_edtf(text)

    assert date.earliest == as_day(theirs.lower_strict())
    assert date.latest == as_day(theirs.upper_strict())
