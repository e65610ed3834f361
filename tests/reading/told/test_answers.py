"""Answers that lean on what was said before: ellipsis, conditions, pronouns, accusations."""

from __future__ import annotations

import pytest
from tests.reading.told.test_packages import stances

OFFER = "The army and the rebels met for talks. The envoy proposed a truce of ten days. "

ANSWERS = [
    ("The army accepted the truce. The rebels did not.", ("opposition", "rejected")),
    ("The army accepted the truce. The rebels did too.", ("opposition", "accepted")),
    ("The rebels could accept it, provided the siege is lifted.", ("opposition", "conditional")),
    ("The rebels accepted the proposal but asked for changes.", ("opposition", "conditional")),
    ("The rebels shot the idea down.", ("opposition", "rejected")),
    ('The rebels "unconditionally back" it. The army rejected it.', ("state", "rejected")),
]


@pytest.mark.parametrize(("text", "last"), ANSWERS)
def test_an_answer_and_who_gives_it(text, last):
    assert last in [(side, stance) for side, _, stance in stances(OFFER + text)]


def test_who_is_accused_is_who_broke_the_deal():
    text = (
        "The army and the rebels agreed on a truce. The rebels accused the army of violating the "
        "truce."
    )

    assert ("state", "P1", "violated") in stances(text)
    assert ("opposition", "P1", "violated") not in stances(text)


def test_until_then_supposes_nothing():
    text = OFFER + "The rebels, who had until then rejected the truce, accepted it."

    assert "accepted" in [stance for _, _, stance in stances(text)]


def test_this_after_a_semicolon_may_be_what_was_just_said():
    text = (
        "The army and the rebels agreed on a truce. The army says that it may fire back; "
        "the rebels reject this."
    )

    assert stances(text) == [("state", "P1", "accepted"), ("opposition", "P1", "accepted")]


def test_both_who_open_a_sentence_are_they():
    text = "The government and the rebels said on Monday that they had agreed on a truce."

    assert {("state", "accepted"), ("opposition", "accepted")} == {
        (side, stance) for side, _, stance in stances(text)
    }
