"""Durations counted on from dates that are known in part."""

import datetime as dt

import pytest

from qalamoun_terms.comparison.spans import between_days, date_words, end_of, shifted
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.time import Amount, Duration


@pytest.mark.parametrize(
    ("start", "lasts", "end"),
    [
        ("2017-07-16", "P2M", "2017-09-16"),
        ("2016-12-31", "P2M", "2017-02-28"),
        ("2017-07-16", "PT72H", "2017-07-19"),
        ("2017-07-16", "PT36H", "2017-07-17/2017-07-18"),
        ("2017-07", "P10D", "2017-07-11/2017-08-10"),
        ("2017-07-16", "P2M/P3M", "2017-09-16/2017-10-16"),
        ("2017-07-16", "P6M~", "2017-11-16/2018-03-16"),
        ("2017-07-16", "P1M~", "2017-07-16/2017-09-16"),
        ("2017-07-16", "P10D~", "2017-07-23/2017-07-29"),
        ("2017-07-16/..", "P2M", "2017-09-16/.."),
        ("../2017-07-16", "P2M", "../2017-09-16"),
        ("9999-12", "P2M", "9999-12-31"),
    ],
)
def test_the_end_is_known_as_far_as_start_and_duration_are(start, lasts, end):
    assert end_of(Date(start), Duration.parse(lasts)) == Date(end)


def test_what_lies_beyond_the_calendar_ends_with_it():
    longest = Amount(months=10**12 - 1, seconds=10**12 - 1)

    assert shifted(dt.date(2017, 1, 1), longest, latest=True) == dt.date.max
    assert shifted(dt.date(9999, 12, 1), Amount.parse("P60D")) == dt.date.max
    assert end_of(Date("2017"), Duration(longest, approximate=True)) is not None


def test_of_two_unknown_days_nothing_is_known():
    assert between_days(None, None) is None
    assert between_days(None, dt.date(2017, 1, 2)) == Date("../2017-01-02")


def test_dates_are_told_as_in_a_sentence():
    told = [date_words(Date(one)) for one in ("2017", "../2017", "2017/..", "2016/2017")]

    assert told == ["2017", "by 2017", "not before 2017", "between 2016 and 2017"]
