"""Amounts, durations, extensions, deadlines and dates known in part."""

import datetime as dt
import pickle

import pytest
from attrs.exceptions import FrozenInstanceError

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.time import Amount, Date, Deadline, Duration, Extension

DAY = 86_400

AMOUNTS = [
    # text, months, seconds, canonical text
    ("P6M", 6, 0, "P6M"),
    ("P1Y", 12, 0, "P12M"),
    ("P1Y6M", 18, 0, "P18M"),
    ("P2W", 0, 14 * DAY, "P14D"),
    ("P15D", 0, 15 * DAY, "P15D"),
    ("PT72H", 0, 3 * DAY, "P3D"),
    ("PT1H30M", 0, 5400, "PT1H30M"),
    ("P1DT1H", 0, DAY + 3600, "PT25H"),
    ("PT90S", 0, 90, "PT1M30S"),
    ("P1M1D", 1, DAY, "P1M1D"),
    ("P1MT1M", 1, 60, "P1MT1M"),
    ("P0D", 0, 0, "P0D"),
    ("PT0S", 0, 0, "P0D"),
    ("P006M", 6, 0, "P6M"),
]


@pytest.mark.parametrize(("iso", "months", "seconds", "canonical"), AMOUNTS)
def test_an_amount_is_read_into_months_and_seconds(iso, months, seconds, canonical):
    amount = Amount.parse(iso)

    assert Amount(months=months, seconds=seconds) == amount
    assert canonical == str(amount) == amount.iso


@pytest.mark.parametrize(
    "iso",
    ["", "P", "PT", "P1YT", "6M", "p6m", "-P6M", "P-6M", "P1.5M", "P1,5D", "P6", "P1D1M", "P6M ",
     "P6M\n", "P٦M", "P1H", "P6M/P9M", "P6M~", "P9999999999999M", 6, None, b"P6M"],
)  # fmt: skip
def test_an_amount_is_refused(iso):
    with pytest.raises(InvalidValueError, match=r"^amount: expected an ISO 8601 duration"):
        Amount.parse(iso)


@pytest.mark.parametrize("wrong", [-1, 1.5, True, "6", None, 10**12])
def test_an_amount_takes_whole_numbers_only(wrong):
    with pytest.raises(InvalidValueError, match=r"^amount\.months: expected"):
        Amount(months=wrong)
    with pytest.raises(InvalidValueError, match=r"^amount\.seconds: expected"):
        Amount(seconds=wrong)


def test_an_amount_beyond_the_limit_is_refused_where_it_is_read():
    with pytest.raises(InvalidValueError, match=r"^amount\.seconds: expected less than"):
        Amount.parse("P999999999999D")


def test_months_and_seconds_are_added_apart():
    assert Amount(7, 15 * DAY) == Amount(6) + Amount(1, 15 * DAY)
    with pytest.raises(TypeError):
        Amount(6) + 6


COMPARED = [
    ("P6M", "P9M", -1),
    ("P1Y", "P12M", 0),
    ("P1M", "P27D", 1),
    ("P1M", "P28D", None),  # never shorter, but in February it is the same
    ("P1M", "P30D", None),
    ("P1M", "P31D", None),
    ("P1M", "P32D", -1),
    ("P6M", "P5M10D", 1),
    ("P6M", "P5M30D", None),
    ("PT72H", "P3D", 0),
    ("PT71H", "P3D", -1),
]


@pytest.mark.parametrize(("one", "other", "expected"), COMPARED)
def test_amounts_compare_only_where_the_calendar_does_not_matter(one, other, expected):
    assert expected == Amount.parse(one).compare(Amount.parse(other))


def test_a_duration_of_one_amount_has_it_at_both_ends():
    duration = Duration(Amount(6))

    assert Amount(6) == duration.min == duration.max
    assert duration.exact
    assert duration == Duration(min=Amount(6), max=Amount(6), approximate=False)


@pytest.mark.parametrize(
    ("iso", "expected", "exact"),
    [
        ("P6M", Duration(Amount(6)), True),
        ("P6M~", Duration(Amount(6), approximate=True), False),
        ("P6M/P9M", Duration(Amount(6), Amount(9)), False),
        ("P6M/P9M~", Duration(Amount(6), Amount(9), approximate=True), False),
    ],
)
def test_a_duration_is_read_and_written(iso, expected, exact):
    duration = Duration.parse(iso)

    assert expected == duration
    assert exact is duration.exact
    assert iso == str(duration)


@pytest.mark.parametrize(
    "iso", ["", "~", "P6M~/P9M", "P6M/", "/P6M", "P6M/P7M/P8M", "P6M~~", 6, None]
)
def test_a_duration_is_refused(iso):
    with pytest.raises(InvalidValueError, match=r"^(amount|duration): expected"):
        Duration.parse(iso)


def test_a_range_that_surely_runs_backwards_is_refused():
    message = r"^duration\.max: expected at least the min of P9M, got str 'P6M'$"
    with pytest.raises(InvalidValueError, match=message):
        Duration(Amount(9), Amount(6))


def test_a_range_whose_order_the_calendar_decides_is_kept():
    assert str(Duration(Amount(1), Amount(seconds=30 * DAY))) == "P1M/P30D"


def test_a_duration_refuses_other_types():
    with pytest.raises(InvalidValueError, match=r"^duration\.min: expected Amount, got str 'P6M'$"):
        Duration("P6M")
    with pytest.raises(InvalidValueError, match=r"^duration\.approximate: expected True or False"):
        Duration(Amount(6), approximate=1)


def test_an_extension_may_state_nothing_but_itself():
    assert (Extension().by, Extension().up_to, Extension().times) == (None, None, None)


def test_an_extension_that_may_not_happen_has_no_length():
    assert Extension(times=0).times == 0
    with pytest.raises(InvalidValueError, match=r"^extension\.times: expected a number from 1"):
        Extension(by=Duration(Amount(6)), times=0)


def test_an_extension_refuses_other_types():
    with pytest.raises(InvalidValueError, match=r"^extension\.by: expected Duration or None"):
        Extension(by="P6M")
    with pytest.raises(InvalidValueError, match=r"^extension\.times: expected a whole number"):
        Extension(times=True)


def test_a_deadline_states_a_time_or_a_date():
    assert Deadline(by=Date("2018-04-21")).within is None
    assert Deadline(Duration.parse("PT72H"), Date("2018-04-21")).by == Date("2018-04-21")
    with pytest.raises(InvalidValueError, match=r"^deadline: expected within or by, got None$"):
        Deadline()
    with pytest.raises(InvalidValueError, match=r"^deadline\.by: expected Date or None"):
        Deadline(by=dt.date(2018, 4, 21))


def day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None


DATES = [
    # text, earliest, latest, precision
    ("2016-06-10", "2016-06-10", "2016-06-10", "day"),
    ("2016-02", "2016-02-01", "2016-02-29", "month"),
    ("1900-02", "1900-02-01", "1900-02-28", "month"),
    ("2016", "2016-01-01", "2016-12-31", "year"),
    ("2016-21", "2016-03-01", "2016-05-31", "season"),
    ("2016-22", "2016-06-01", "2016-08-31", "season"),
    ("2016-23", "2016-09-01", "2016-11-30", "season"),
    ("2016-24", "2016-12-01", "2017-02-28", "season"),  # a winter runs into the next year
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("2016-XX", "2016-01-01", "2016-12-31", "year"),
    ("2016-XX-XX", "2016-01-01", "2016-12-31", "year"),
    ("2016-06-XX", "2016-06-01", "2016-06-30", "month"),
    # doubt moves nothing
    ("2016-06?", "2016-06-01", "2016-06-30", "month"),
    # "about" widens, and so does "about" with doubt
    ("2016-06-10~", "2016-05-26", "2016-06-25", "day"),
    ("2016-06~", "2016-05-01", "2016-07-31", "month"),
    ("2016-01%", "2015-12-01", "2016-02-29", "month"),
    ("2016-06-XX~", "2016-05-01", "2016-07-31", "month"),
    ("2016-22~", "2016-05-01", "2016-09-30", "season"),
    ("2016~", "2015-01-01", "2017-12-31", "year"),
    ("201X~", "2000-01-01", "2029-12-31", "decade"),
    ("20XX~", "1900-01-01", "2199-12-31", "century"),
    # intervals
    ("2016/2017-06", "2016-01-01", "2017-06-30", "interval"),
    ("2016-06~/2016-08?", "2016-05-01", "2016-08-31", "interval"),
    ("2016-06/2016-06", "2016-06-01", "2016-06-30", "interval"),
    ("2016-06-10/2016-06", "2016-06-10", "2016-06-30", "interval"),
    ("../2016", None, "2016-12-31", "interval"),
    ("2016/..", "2016-01-01", None, "interval"),
    ("/2016", None, "2016-12-31", "interval"),
    ("2016/", "2016-01-01", None, "interval"),
    # the ends of the calendar hold
    ("0001~", "0001-01-01", "0002-12-31", "year"),
    ("0001-01-03~", "0001-01-01", "0001-01-18", "day"),
    ("9999-12-31~", "9999-12-16", "9999-12-31", "day"),
    ("9999~", "9998-01-01", "9999-12-31", "year"),
    ("9999-24", "9999-12-01", "9999-12-31", "season"),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest", "precision"), DATES)
def test_a_date_is_bounded_as_far_as_it_is_known(edtf, earliest, latest, precision):
    date = Date(edtf)

    assert (day(earliest), day(latest)) == (date.earliest, date.latest)
    assert precision == date.precision
    assert edtf == str(date) == date.edtf


REFUSED_DATES = [
    ("2015-02-29", "a day from 01 to 28 in 2015-02"),
    ("2016-06-31", "a day from 01 to 30 in 2016-06"),
    ("2016-06-00", "a day from 01 to 30 in 2016-06"),
    ("2016-13", "a month from 01 to 12"),
    ("2016-00", "a month from 01 to 12"),
    ("2016-25", "a month from 01 to 12"),  # the other seasons are level 2
    ("2016-21-01", "a month from 01 to 12, or a season from 21 to 24 without a day"),
    ("2016-21-XX", "a season from 21 to 24 without a day"),
    ("2016-XX-10", "no day after an unspecified month"),
    ("201X-06", "no month after a year with unspecified digits"),
    ("201X-XX", "no month after a year with unspecified digits"),
    ("0000", "a year from 0001"),
    ("000X", "a year from 0001"),
    ("-0044", "negative years are not supported"),
    ("-0044/2016", "negative years are not supported"),
    ("20160", "longer years are not supported"),
    ("Y17000", "longer years are not supported"),
    ("20160610", "longer years are not supported"),
    ("2016-06-10T12:00:00Z", "a date without a time of day"),
    ("2017/2016", "an interval that does not end before it starts"),
    ("2016-06-11/2016-06-10", "an interval that does not end before it starts"),
    ("/", "an interval with one slash and a stated end"),
    ("../..", "an interval with one slash and a stated end"),
    ("2016/2017/2018", "an interval with one slash and a stated end"),
    ("2016-06-XX/2016-07-03", "an interval without unspecified digits (level 2)"),
    ("2X16", "an EDTF date such as"),
    ("2XXX", "an EDTF date such as"),
    ("2016-0X", "an EDTF date such as"),
    ("2016-6", "an EDTF date such as"),
    ("2016?-06", "an EDTF date such as"),  # marks inside a date are level 2
    ("2016?~", "an EDTF date such as"),
    ("2016.", "an EDTF date such as"),
    ("2016 ", "an EDTF date such as"),
    ("2016\n", "an EDTF date such as"),
    ("٢٠١٦", "an EDTF date such as"),
    ("June 2016", "an EDTF date such as"),
    ("unknown", "an EDTF date such as"),
    ("", "an EDTF date such as"),
    ("..", "an EDTF date such as"),
    (2016, "text, got int 2016"),
    (None, "text, got None"),
]


@pytest.mark.parametrize(("edtf", "expected"), REFUSED_DATES)
def test_a_date_is_refused_with_a_word_on_what_was_expected(edtf, expected):
    with pytest.raises(InvalidValueError) as caught:
        Date(edtf)

    assert str(caught.value).startswith("date.edtf: expected ")
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [
        ("2016", False, False),
        ("2016~", True, False),
        ("2016?", False, True),
        ("2016%", True, True),
        ("2016~/2017", True, False),
        ("2016~/2017?", True, True),
    ],
)
def test_a_date_tells_about_from_doubt(edtf, approximate, uncertain):
    assert (approximate, uncertain) == (Date(edtf).approximate, Date(edtf).uncertain)


def test_dates_are_equal_by_their_text():
    assert Date("2016-06") == Date("2016-06")
    assert Date("2016-06") != Date("2016-06-XX")
    assert len({Date("2016-06"), Date("2016-06"), Date("2016-06?")}) == 2


def test_a_known_day_becomes_a_date():
    assert Date("0987-06-01") == Date.of(dt.date(987, 6, 1))
    assert Date("2016-06-10") == Date.of(dt.datetime(2016, 6, 10, 12, tzinfo=dt.UTC))
    with pytest.raises(InvalidValueError, match=r"^date: expected"):
        Date.of("2016-06-10")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2016-05", "2016-06-10", True),
        ("2016-06-10", "2016-05", False),
        ("2016-06", "2016-06-10", None),
        ("2016-06-10", "2016-06-10", None),  # two events of one day have no known order
        ("2016-06-09", "2016-06-10", True),
        ("2016-06-09~", "2016-06-10", None),
        ("2016-06-09?", "2016-06-10", True),
        ("../2016", "2017", True),
        ("2017", "/2016", False),
        ("2016/..", "2030", None),
        ("2016/", "2030", None),
        ("2016/", "2015", False),
        ("../2016", "2010", None),
        ("201X", "2020", True),
    ],
)
def test_one_date_is_before_another_only_where_their_bounds_say_so(one, other, expected):
    assert expected is Date(one).before(Date(other))
    assert (expected is None) is Date(one).overlaps(Date(other))


@pytest.mark.parametrize(
    "value",
    [Amount(6), Duration(Amount(6)), Extension(), Deadline(by=Date("2018")), Date("2016-06~")],
)
def test_values_are_frozen_slotted_hashable_and_survive_pickling(value):
    name = next(iter(type(value).__attrs_attrs__)).name

    with pytest.raises(FrozenInstanceError):
        setattr(value, name, None)
    assert not hasattr(value, "__dict__")
    assert value == pickle.loads(pickle.dumps(value))
    assert hash(value) == hash(pickle.loads(pickle.dumps(value)))
