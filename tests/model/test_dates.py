"""Dates known in part: what they may mean, and their order."""

import datetime as dt

import pytest

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.dates import Date


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
