"""Changes of force: who must, who may, how long, how many, on what condition."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.compose import compose
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.force import Force, force_changes, joined_force, turned_force
from qalamoun_terms.comparison.invert import invert
from qalamoun_terms.errors import FormatError, InvalidValueError
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.formats.schema import json_schema

LEAVE = "The army shall leave the town within 72 hours."


def told(old, new):
    return [str(one) for one in force_changes(old, new)]


def test_a_duty_that_becomes_a_permission_is_told():
    assert told(LEAVE, LEAVE.replace("shall", "may")) == [
        "duty: obligation -> permission (“shall leave” -> “may leave”)"
    ]


def test_a_duty_that_is_negated_becomes_a_prohibition():
    assert told(LEAVE, LEAVE.replace("shall", "shall not")) == [
        "duty: obligation -> prohibition (“shall leave” -> “shall not leave”)"
    ]


def test_must_for_shall_is_no_change_of_force():
    assert told(LEAVE, LEAVE.replace("shall", "must")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("for 6 months", "for half a year"),
        ("within 72 hours", "within three days"),
        ("a period of two weeks", "a period of 14 days"),
        ("thirty (30) days", "30 days"),
        ("one thousand prisoners", "1,000 prisoners"),
        ("twenty-five per cent", "25 %"),
        ("six months (6 months)", "half a year"),
        ("ستة أشهر (6 أشهر)", "ستة أشهر"),
        ("خلال ٧٢ ساعة", "خلال ثلاثة أيام"),
        ("مدة ستة أشهر", "مدة نصف سنة"),
        ("durante seis meses", "durante medio año"),
        ("en un plazo de 72 horas", "en un plazo de tres días"),
    ],
)
def test_one_quantity_in_other_words_is_no_change_of_force(old, new):
    assert told(old, new) == []


def test_of_two_lengths_the_longer_is_named():
    [one] = force_changes("a truce of six months", "a truce of one year")
    [other] = force_changes("for 30 days", "for one month")

    assert (one.change, str(one)) == ("longer", "length: “six months” -> “one year” (longer)")
    assert other.change == "changed"


def test_what_is_added_or_taken_out_is_quoted_with_what_follows():
    assert told(LEAVE, LEAVE.replace("hours.", "hours, provided that buses are there.")) == [
        "condition: only if added (“provided that buses are there”)"
    ]
    assert told("They leave without weapons.", "They leave.") == [
        "negation: taken out (“without weapons”)"
    ]


def test_words_of_one_sort_are_set_against_those_at_the_same_place():
    assert told("A shall go and B may stay.", "A may go and B shall stay.") == [
        "duty: obligation -> permission (“shall go” -> “may go”)",
        "duty: permission -> obligation (“may stay” -> “shall stay”)",
    ]


def test_what_was_only_moved_is_no_change_of_force():
    one, two = "Roads stay open for six months.", "Nobody may be searched on the way to the town."

    assert told(f"{one} {two}", f"{two} {one}") == []


def test_the_number_of_an_article_or_of_an_item_is_no_amount():
    assert told("As Article 4 says, roads are open.", "As Article 5 says, roads are open.") == []
    assert told("1. Roads are open.", "2. Roads are open.") == []


def test_duties_are_told_first():
    changes = told(LEAVE, "The army may leave the town within 96 hours.")

    assert [one.partition(":")[0] for one in changes] == ["duty", "length"]


def test_arabic_and_spanish_duties_are_known():
    arabic = told("يجب على الطرفين الانسحاب.", "يجوز للطرفين الانسحاب.")
    spanish = told("La Comisión deberá visitar la ciudad.", "La Comisión podrá visitar la ciudad.")

    assert arabic[0].startswith("duty: obligation -> permission")
    assert spanish == ["duty: obligation -> permission (“deberá visitar” -> “podrá visitar”)"]


def test_a_force_says_something():
    with pytest.raises(InvalidValueError, match="expected a meaning before or after"):
        Force(sort="duty")


def test_a_comparison_tells_changes_of_force_first():
    old = draft([(1, "", LEAVE), (2, "", "Roads are open to all traffic at all hours.")])
    new = draft(
        [(1, "", LEAVE.replace("shall", "may")), (2, "", "Roads are closed to all traffic.")]
    )
    change = compare(old, new)

    assert change.movements[0] == change.force[0]
    assert str(change.force[0].new_article) == "p1.a1"
    assert change.force[0].change == "changed"


def test_a_change_of_force_that_is_undone_is_none():
    old, new = draft([(1, "", LEAVE)]), draft([(1, "", LEAVE.replace("shall", "may"))])
    change = compare(old, new)

    assert compose(change, invert(change)).force == ()
    assert invert(change).force[0].new == "obligation"


def test_two_changes_of_force_that_follow_on_each_other_are_one():
    drafts = [draft([(1, "", LEAVE.replace("shall", verb))]) for verb in ("shall", "should", "may")]
    joined = compose(compare(*drafts[:2]), compare(*drafts[1:]))

    assert [str(one) for one in joined.pairings[0].force] == [
        "duty: obligation -> permission (“shall leave” -> “may leave”)"
    ]


WORDS = (
    "shall",
    "may",
    "not",
    "if",
    "six",
    "months",
    "72",
    "hours",
    ".",
    "roads",
    "يجب",
    "لا",
    "%",
)
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@settings(deadline=None)
@given(texts, texts)
def test_read_backwards_twice_changes_of_force_are_the_same(old, new):
    found = force_changes(old, new)

    assert turned_force(turned_force(found)) == found
    assert joined_force(found, ()) == joined_force((), found) == found


@settings(deadline=None)
@given(texts)
def test_nothing_changes_in_force_from_a_text_to_itself(text):
    assert force_changes(text, text) == ()


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(old, new):
    assert all(str(one) for one in force_changes(old, new))


def test_changes_of_force_survive_a_file():
    old, new = draft([(1, "", LEAVE)]), draft([(1, "", LEAVE.replace("shall", "may"))])
    change = compare(old, new)
    text = to_json(change)

    assert '"was": "obligation"' in text
    assert from_json(text) == change
    assert Draft202012Validator(json_schema("change")).is_valid(json.loads(text))
    with pytest.raises(FormatError, match=r"force\[0\]\.sort: expected one of duty"):
        from_json(text.replace('"sort": "duty"', '"sort": "tone"'))
