"""The strict field checks: what they accept, what they refuse, and how they word it."""

import re
from collections.abc import Iterator

import pytest
from attrs import field, frozen

from qalamoun_terms.errors import InvalidValueError, QalamounError
from qalamoun_terms.model.validation import (
    any_of,
    boolean,
    count,
    identifier,
    instance,
    names,
    nonempty_text,
    number_between,
    optional,
    text,
    to_names,
    to_tuple,
    tuple_of,
    undotted,
)


@frozen
class Note:
    """One line of a record."""

    words: str = field(validator=text)


@frozen(kw_only=True)
class FieldRecord:
    """A class with a field for each check."""

    words: str = field(default="", validator=text)
    title: str = field(default="Initiative paper", validator=nonempty_text)
    id: str = field(default="d1", validator=identifier)
    note: Note | None = field(default=None, validator=optional(instance(Note)))
    notes: tuple[Note, ...] = field(
        default=(), converter=to_tuple, validator=tuple_of(instance(Note))
    )
    places: tuple[str, ...] | None = field(
        default=None, converter=to_names, validator=optional(names)
    )
    negated: bool = field(default=False, validator=boolean)
    times: int = field(default=0, validator=count)


def refusal(**values: object) -> str:
    with pytest.raises(InvalidValueError) as caught:
        FieldRecord(**values)  # type: ignore[arg-type]
    return str(caught.value)


REFUSED = [
    # text is whole characters, and nothing is turned into text
    ({"words": 7}, "field_record.words: expected text, got int 7"),
    ({"words": b"a"}, "field_record.words: expected text, got bytes b'a'"),
    ({"words": None}, "field_record.words: expected text, got None"),
    (
        {"words": "ab\ud83d"},
        "field_record.words: expected valid unicode text, got a lone surrogate at index 2",
    ),
    # a title that is blank says nothing
    ({"title": ""}, "field_record.title: expected text that is not blank, got str ''"),
    ({"title": " \n"}, "field_record.title: expected text that is not blank, got str ' \\n'"),
    ({"title": None}, "field_record.title: expected text, got None"),
    # an id is one plain word
    (
        {"id": ""},
        "field_record.id: expected an identifier of letters, digits and _ . : + -, got str ''",
    ),
    # a value of another class, also where None would do
    ({"note": "n"}, "field_record.note: expected Note or None, got str 'n'"),
    # the index of the wrong item
    ({"notes": "nn"}, "field_record.notes: expected a list or tuple of Note, got str 'nn'"),
    ({"notes": None}, "field_record.notes: expected a list or tuple of Note, got None"),
    ({"notes": [Note("a"), "b"]}, "field_record.notes[1]: expected Note, got str 'b'"),
    # one name is not a set of its letters
    (
        {"places": "Dumayr"},
        "field_record.places: expected a set of names or None, got str 'Dumayr'",
    ),
    ({"places": 3}, "field_record.places: expected a set of names or None, got int 3"),
    (
        {"places": {"Dumayr": 1}},
        "field_record.places: expected a set of names or None, got dict {'Dumayr': 1}",
    ),
    ({"places": ["a", 3]}, "field_record.places[1]: expected text, got int 3"),
    ({"places": ["a", ""]}, "field_record.places[0]: expected text that is not blank, got str ''"),
    # numbers and truth values do not stand in for each other
    ({"negated": 1}, "field_record.negated: expected True or False, got int 1"),
    ({"times": True}, "field_record.times: expected a whole number from 0, got bool True"),
    ({"times": -1}, "field_record.times: expected a whole number from 0, got int -1"),
    ({"times": 1.0}, "field_record.times: expected a whole number from 0, got float 1.0"),
]


@pytest.mark.parametrize(("values", "message"), REFUSED)
def test_a_refusal_names_the_field_what_was_expected_and_what_was_given(values, message):
    assert message == refusal(**values)


def test_a_refusal_is_a_value_error_and_an_error_of_this_package():
    with pytest.raises(ValueError, match="field_record"):
        FieldRecord(times=-1)
    assert issubclass(InvalidValueError, QalamounError)


@pytest.mark.parametrize(
    "good", ["d1", "p3", "a2", "p3.a2", "founding:p1", "a+b", "round-1", "X_9"]
)
def test_an_identifier_may_be(good):
    assert good == FieldRecord(id=good).id


@pytest.mark.parametrize("bad", ["p 1", "d1\n", "p/1", "é", "п1", "p1#a2", "١"])
def test_an_identifier_is_never(bad):
    assert "expected an identifier" in refusal(id=bad)


def test_text_may_be_empty_arabic_or_beyond_the_basic_plane():
    for words in ("", "جيش تحرير القلمون", "\U0001f54a"):
        assert words == FieldRecord(words=words).words


def test_sets_of_names_are_equal_whatever_their_order_and_container():
    expected = ("Dumayr", "Nasiriyah", "Ruhaybah")

    def one_by_one() -> Iterator[str]:
        yield from ("Ruhaybah", "Dumayr", "Nasiriyah")

    for given in (
        ["Ruhaybah", "Dumayr", "Nasiriyah", "Dumayr"],
        {"Nasiriyah", "Dumayr", "Ruhaybah"},
        frozenset(expected),
        dict.fromkeys(expected).keys(),
        one_by_one(),
    ):
        assert expected == FieldRecord(places=given).places


def test_a_set_that_is_not_stated_differs_from_one_that_is_stated_to_be_empty():
    assert FieldRecord().places is None
    assert FieldRecord(places=[]).places == ()


def test_lists_become_tuples():
    assert (Note("a"), Note("b")) == FieldRecord(notes=[Note("a"), Note("b")]).notes


def test_checks_nest_and_the_message_says_how_deep():
    check = tuple_of(tuple_of(count))

    fault = check.fault(((1, 2), (3, "4")))

    assert fault is not None
    assert (fault.where, fault.found) == ("[1][1]", "str '4'")


def test_an_optional_list_still_names_the_index_of_its_wrong_item():
    fault = optional(tuple_of(count)).fault((1, "4"))

    assert fault is not None
    assert (fault.where, fault.expected) == ("[1]", "a whole number from 0")


def test_a_long_value_is_cut_short_in_the_message():
    assert len(refusal(times="x" * 100_000)) < 150
    assert len(refusal(notes=tuple(range(100_000)))) < 150
    assert re.search(r"too long to show$", refusal(times=-(10**5000)))


def test_a_field_may_hold_values_of_several_classes():
    check = any_of(Note, str)

    assert check.fault(Note("a")) is None
    assert check.fault("a") is None
    assert str(check.fault(7)) == "Fault(where='', expected='Note or str', found='int 7')"


@pytest.mark.parametrize("good", [-90, 0, 33.8, 90])
def test_a_number_may_lie_between_its_limits_or_on_them(good):
    assert number_between(-90, 90).fault(good) is None


@pytest.mark.parametrize("bad", [-90.1, 91, float("nan"), float("inf"), True, "33.8", None])
def test_a_number_is_never_beyond_its_limits_nor_anything_else(bad):
    fault = number_between(-90, 90).fault(bad)

    assert fault is not None
    assert fault.expected == "a number from -90 to 90"


def test_an_undotted_id_leaves_the_dot_to_references():
    assert undotted.fault("founding:p3") is None
    assert [undotted.fault(bad) is None for bad in ("p3.a2", "", "p 3", 3)] == [False] * 4
