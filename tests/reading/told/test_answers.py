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
    ("The rebels vowed not to accept the proposal.", ("opposition", "rejected")),
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


CONSENT = [
    ("The rebels said they supported the Saudi proposal in all its parts.", "accepted"),
    ("The rebels stood by their signature.", "accepted"),
    ("The rebels gave permission on Monday morning.", "accepted"),
    ("The rebels took the offer on Monday.", "accepted"),
    ("The rebels undertook in July to release the captives.", "accepted"),
    ("The rebels agreed in March to release the captives.", "accepted"),
    ("The rebels agreed not to shell the town.", "accepted"),
    ("The proposal was received with approval by the rebels.", "accepted"),
    ("The rebels assented in principle to the truce.", "provisional"),
    ("The rebels took back their consent.", "withdrawn"),
    ("The rebels took it back on Wednesday under pressure.", "withdrawn"),
    ("The rebels cancelled their one-month ceasefire last week.", "withdrawn"),
    ("The rebels no longer felt bound by the truce.", "withdrawn"),
    ("The rebels dropped their claim for a seat in the cabinet.", "withdrawn"),
    ("The rebels revoked a guarantee of safe passage.", "withdrawn"),
    ("The rebels left their posts under an agreement with the army.", "accepted"),
    ("The agreement of 2020 between the army and the rebels provided for an amnesty.", "accepted"),
    ("The rebels confirmed the truce.", "accepted"),
    ("The rebels accepted the truce for the time being.", "provisional"),
]

NO_CONSENT = [
    "The rebels took the offer to their leaders.",
    "The rebels supported their families.",
    "The rebels gave their names.",
    "The rebels took the hill back.",
    "The families went back on Monday.",
    "The rebels ended their meal.",
    "The rebels dropped their bags.",
    "The rebels vowed not to sign the deal.",
    "The rebels agreed not to sign the deal.",
    "The rebels denied that they had ended the ceasefire.",
    "The rebels came under pressure to deal with the army.",
    "The agreement of 2020 was lost.",
    "The rebels confirmed the report.",
    "The envoy's proposal calls for a six-week truce.",
]


@pytest.mark.parametrize(("sentence", "stance"), CONSENT)
def test_consent_and_its_loss_in_everyday_words(sentence, stance):
    assert ("opposition", stance) in [(side, read) for side, _, read in stances(OFFER + sentence)]


@pytest.mark.parametrize("sentence", NO_CONSENT)
def test_what_only_looks_like_consent_is_none(sentence):
    assert [side for side, _, _ in stances(OFFER + sentence)] == ["mediator"]
