"""Words that place one stance after another."""

from __future__ import annotations

from qalamoun_terms.reading.parse import parse

OFFER = "The talks went on. The government's offer was presented by the mediator. "


def placed(text):
    """Pairs of stances of which the first is said to come after the second."""
    case = parse(OFFER + text)
    by_id = {position.id: position for position in case.positions}
    return {
        (position.stance.value, by_id[earlier].stance.value)
        for position in case.positions
        for earlier in position.after
    }


def test_a_concession_comes_before_its_main_clause():
    text = "Although the local council accepted the offer, the rebels rejected it."

    assert ("rejected", "accepted") in placed(text)


def test_later_is_after_what_the_same_side_did_before():
    text = "The rebels accepted the offer. Two days later the rebels rejected the offer."

    assert {("rejected", "accepted")} == placed(text)


def test_what_is_withdrawn_was_put_forward_before():
    assert ("withdrawn", "proposed") in placed("The government withdrew its offer.")


def test_the_order_of_the_text_is_no_order_of_events():
    text = "The rebels accepted the offer. The army rejected the offer."

    assert [one.stance.value for one in parse(OFFER + text).positions] == [
        "proposed",
        "accepted",
        "rejected",
    ]
    assert set() == placed(text)
