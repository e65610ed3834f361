"""Lists that a sentence announces by their number, or as somebody's own."""

from __future__ import annotations

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

FRAME = "Talks on the Arda valley between the army and the rebels went on. {}"


def told(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    coding = to_coding(parse(FRAME.format(text)))
    kinds = [term["kind"] for p in coding["proposals"] for term in p["terms"]]
    return kinds, [(s["side"], s["stance"]) for s in coding["stances"]]


def test_as_many_sentences_as_are_counted_are_the_list():
    kinds, stances = told(
        "The rebels walked into the room with two requests. Forty prisoners go free. "
        "The army leaves the school. It rained on the tent."
    )

    assert kinds == ["detainee_release", "troop_redeployment"]
    assert stances == [("opposition", "demanded")]


def test_a_list_of_their_own_may_follow_a_colon():
    kinds, stances = told(
        "The army came back with a list of its own: the rebels hand over their mortars; "
        "forty prisoners go free; the road to the coast is opened."
    )

    assert kinds == ["weapons_handover", "detainee_release", "movement_access"]
    assert stances == [("state", "proposed")]


def test_counted_things_that_no_terms_follow_announce_nothing():
    kinds, stances = told("The rebels had two points. The lamp was old. The tea was cold.")

    assert (kinds, stances) == ([], [])


def test_a_request_of_their_own_after_a_colon_has_an_owner():
    kinds, stances = told(
        "In the evening the rebels added a request of their own: that forty prisoners be freed."
    )

    assert kinds == ["detainee_release"]
    assert stances == [("opposition", "demanded")]


def test_points_that_are_presented_are_told_apart_by_number():
    text = FRAME.format(
        "The mediator presented two points to the delegations: a truce of ten days; and the "
        "release of forty prisoners. On point 1 both delegations gave their consent. "
        "On point 2 the army says that it cannot agree."
    )
    found = [(s["side"], s["target"], s["stance"]) for s in to_coding(parse(text))["stances"]]

    assert ("state", "P1/T1", "accepted") in found
    assert ("opposition", "P1/T1", "accepted") in found
    assert ("state", "P1/T2", "rejected") in found
