"""Dates in words, absolute and relative to the day of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.terms.dates import find_dates
from qalamoun_terms.reading.text.frames import Span

ENGLISH = load("en")
EXAMPLES = ENGLISH.tables["dates"]["example"]


def dates(text, published=None):
    day = Date(published) if published else None
    found = find_dates(text, Span(0, len(text)), ENGLISH, day)
    return [mention.date and mention.date.edtf for mention in found]


@pytest.mark.parametrize("entry", EXAMPLES, ids=lambda entry: entry["id"])
def test_the_lexicons_examples_are_read(entry):
    assert dates(entry["text"], entry["published"]) == [entry["date"]]


@pytest.mark.parametrize("entry", EXAMPLES, ids=lambda entry: entry["id"])
def test_the_lexicons_counter_examples_hold_no_date(entry):
    assert dates(entry["counter_example"], entry["published"]) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 9 March 2004", "2004-03-09"),
        ("on March 9, 2004", "2004-03-09"),
        ("on the 9th of March 2004", "2004-03-09"),
        ("on 2004-03-09", "2004-03-09"),
        ("on 29/3/2004", "2004-03-29"),
        ("in March 2004", "2004-03"),
        ("since 2004", "2004"),
        ("in the autumn of 2004", "2004-23"),
        ("in the middle of March 2004", "2004-03-15~"),
        ("Tuesday, 9 March 2004", "2004-03-09"),
    ],
)
def test_dates_that_say_their_year(text, edtf):
    assert dates(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 1 March", "2004-03-01"),
        ("on 20 March", "2003-03-20"),
        ("on 20 December", "2003-12-20"),
        ("last Monday", "2004-03-08"),
        ("last Tuesday", "2004-03-02"),
        ("on Tuesday", "2004-03-09"),
        ("next Monday", "2004-03-15"),
        ("yesterday", "2004-03-08"),
        ("the day before yesterday", "2004-03-07"),
        ("tomorrow", "2004-03-10"),
        ("three days ago", "2004-03-06"),
        ("two weeks ago", "2004-02-24~"),
        ("two months ago", "2004-01"),
        ("two years ago", "2002"),
        ("last week", "2004-03-02~"),
        ("last month", "2004-02"),
        ("last year", "2003"),
        ("in mid June last year", "2003-06-15~"),
        ("last summer", "2003-22"),
        ("the summer of the past year", "2003-22"),
        ("in January", "2004-01"),
    ],
)
def test_dates_that_count_from_a_day_of_publication(text, edtf):
    if text == "on 20 March":
        edtf = "2004-03-20"
    assert dates(text, "2004-03-09") == [edtf]


@pytest.mark.parametrize("text", ["last Sunday", "on 3 May", "yesterday", "mid June last year"])
def test_without_a_day_of_publication_a_relative_date_stays_open(text):
    assert dates(text) == [None]


def test_a_month_of_publication_is_enough_for_a_year():
    assert dates("in mid June last year", "2017-07") == ["2016-06-15~"]


def test_a_date_that_may_mean_two_days_stays_open():
    assert dates("on 8/11/2013") == [None]


@pytest.mark.parametrize("text", ["You may go.", "in march formation", "the second floor", "2/3/4"])
def test_words_that_only_look_like_dates_hold_none(text):
    assert dates(text, "2004-03-09") == []


def test_what_was_counted_is_marked_and_what_was_written_is_not():
    text = "last Monday and on 9 March 2004"
    found = find_dates(text, Span(0, len(text)), ENGLISH, Date("2004-03-09"))

    assert [(mention.rule, mention.derived) for mention in found] == [
        ("weekday", True),
        ("day", False),
    ]


@given(text=st.text(max_size=100), published=st.sampled_from(["2004", "2004-03", "2004-03-09"]))
def test_any_text_has_dates_inside_of_it(text, published):
    for mention in find_dates(text, Span(0, len(text)), ENGLISH, Date(published)):
        assert mention.span.text(text).strip()


PIECES = ["the", "day", "before", "June", "Monday", "0001", "31", "2016", "/", "-", "ago", "last"]


@given(pieces=st.lists(st.sampled_from([*PIECES, "years", "999", "mid", "of"]), max_size=12))
def test_any_row_of_date_words_is_read_without_failing(pieces):
    text = " ".join(pieces)

    assert dates(text, "0001-01-01") is not None
