"""Amounts, durations, extensions and deadlines."""

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
