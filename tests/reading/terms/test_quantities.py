"""Numbers, lengths of time and what is said about prolonging them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.model.time import Duration, Extension
from qalamoun_terms.reading.terms.extensions import find_extension
from qalamoun_terms.reading.terms.quantities import find_durations, number_words, read_number
from qalamoun_terms.reading.terms.words import plain_words
from qalamoun_terms.reading.text.frames import Span

NUMBERS = number_words(load("en"))


def words(text):
    return plain_words(text, Span(0, len(text)))


def durations(text):
    return [str(span.duration) for span in find_durations(words(text), NUMBERS)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7),
        ("twenty-one", 21),
        ("one hundred and two", 102),
        ("a hundred", 100),
        ("three thousand four hundred", 3400),
        ("1,500", 1500),
        ("2 million", 2_000_000),
    ],
)
def test_numbers_are_read_from_words_and_digits(text, value):
    lower = words(text).lower

    assert read_number(lower, 0, NUMBERS) == (value, len(lower))


@pytest.mark.parametrize("text", ["many", "and", "a", "1.5", "٣", "12345678901234"])
def test_what_is_no_whole_number_is_none(text):
    assert read_number(words(text).lower, 0, NUMBERS) is None


def test_two_numbers_joined_by_and_stay_two():
    assert read_number(words("nine and fourteen").lower, 0, NUMBERS) == (9, 1)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("for six months", "P6M"),
        ("for half a year", "P6M"),
        ("for a year", "P12M"),
        ("for a year and a half", "P18M"),
        ("for 72 hours", "P3D"),
        ("for two weeks", "P14D"),
        ("a twelve-hour pause", "PT12H"),
        ("for five to eight years", "P60M/P96M"),
        ("between two and three weeks", "P14D/P21D"),
        ("for about ten days", "P10D~"),
        ("for sixty (60) days", "P60D"),
        ("for a fortnight", "P14D"),
    ],
)
def test_lengths_of_time_are_read(text, duration):
    assert durations(text) == [duration]


@pytest.mark.parametrize("text", ["a day", "twice a year", "15,000 shillings a year", "the month"])
def test_a_rate_is_no_length_of_time(text):
    assert durations(text) == []


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("within 72 hours", True),
        ("within a period of 72 hours", True),
        ("in two weeks", True),
        ("for two weeks", False),
    ],
)
def test_a_bound_is_told_from_a_length(text, deadline):
    [span] = find_durations(words(text), NUMBERS)

    assert span.deadline is deadline


@pytest.mark.parametrize("text", ["six months ago", "for the last six months", "each 2 days"])
def test_what_is_past_or_repeated_is_marked(text):
    [span] = find_durations(words(text), NUMBERS)

    assert span.past


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("two months, renewable", Extension()),
        ("two months, renewable for two more months", Extension(by=Duration.parse("P2M"))),
        ("six months, extendable to one year", Extension(up_to=Duration.parse("P12M"))),
        (
            "two months, renewed once for the same time",
            Extension(by=Duration.parse("P2M"), times=1),
        ),
        ("fifteen days and then for fifteen more", Extension(by=Duration.parse("P15D"))),
    ],
)
def test_what_is_said_about_prolonging(text, extension):
    statement = words(text)
    found = find_extension(statement, find_durations(statement, NUMBERS), NUMBERS)

    assert found is not None
    assert found[0] == extension


def test_nothing_about_prolonging_is_none():
    statement = words("for two months")

    assert find_extension(statement, find_durations(statement, NUMBERS), NUMBERS) is None


@given(text=st.text(max_size=80))
def test_any_text_has_durations_inside_of_it(text):
    for span in find_durations(words(text), NUMBERS):
        assert 0 <= span.first < span.stop <= len(words(text))


@given(count=st.integers(1, 999_999))
def test_digits_are_read_as_their_value(count):
    assert read_number([f"{count:,}"], 0, NUMBERS) == (count, 1)


def test_half_a_unit_may_follow_the_number():
    assert durations("a calm of four and a half months") == ["P4M15D"]
    assert durations("four and a half boats for six months") == ["P6M"]
