"""How packages come to be: named, typed, listed, urged, or told in passing."""

from __future__ import annotations

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

TALKS = (
    "The negotiations of the government and the rebels on a truce deal went on, a mediator said. "
)


def packages(text):
    """The packages of a text: whose they are, and their kinds of term."""
    proposals = to_coding(parse(text))["proposals"]
    return [(p["proposer_side"], [term["kind"] for term in p["terms"]]) for p in proposals]


def stances(text):
    return [(s["side"], s["target"], s["stance"]) for s in to_coding(parse(text))["stances"]]


def test_who_typed_a_paper_put_it_forward():
    text = (
        TALKS + "The first paper is from May. It was typed by the governor. The rebels hand over "
        "their rifles."
    )

    assert [("state", ["weapons_handover"])] == packages(text)
    assert [("state", "P1", "proposed")] == stances(text)


def test_they_made_the_offer_that_they_withdrew():
    text = TALKS + "The rebels have withdrawn the offer which they made last week."

    assert [("opposition", "P1", "proposed"), ("opposition", "P1", "withdrawn")] == stances(text)


def test_members_of_an_enumeration_are_all_kept():
    text = (
        TALKS
        + "The rebels handed the army three points: the release of the prisoners; the ringing "
        "of the bell at noon; and the opening of the coast road."
    )

    assert [("opposition", ["detainee_release", "other", "movement_access"])] == packages(text)


def test_a_text_parted_by_slashes_is_read():
    text = (
        "The rebels and the government reached an agreement / the prisoners are released / the coast "
        "road is opened / the rebels hand over their rifles"
    )

    assert [("joint", ["detainee_release", "movement_access", "weapons_handover"])] == packages(
        text
    )


def test_an_item_that_ends_in_a_colon_is_one_with_those_under_it():
    text = (
        "AGREEMENT\n\nThe Government and the Marvale Front have agreed as follows:\n\n"
        "1. Weapons\n  (a) The town is kept free of:\n    (i) tanks;\n    (ii) mortars.\n"
        "2. Roads\n  (a) The coast road is opened.\n"
    )

    labels = {article.label for p in parse(text).proposals for article in p.articles}
    assert {"(a)"} == labels


def test_a_heading_may_name_what_is_listed_below():
    text = (
        "Voices from the valley\n\nThe government and the rebels have met for a truce deal.\n\n"
        "Draft text\n\n1. The prisoners shall be released.\n2. The coast road shall be opened.\n"
    )

    kinds = [kinds for _, kinds in packages(text)]
    assert ["detainee_release", "movement_access"] in kinds


def test_what_a_side_maintains_should_be_done_is_its_demand():
    text = TALKS + "The rebel delegation maintained that the army should withdraw from the town."

    assert [("opposition", ["troop_redeployment"])] == packages(text)
    assert [("opposition", "P1", "demanded")] == stances(text)


def test_a_pledge_inside_a_deal_is_part_of_it():
    text = (
        "The rebels and the government reached a deal to release the prisoners. The government "
        "pledged also to open the coast road."
    )

    assert [("joint", ["detainee_release", "movement_access"])] == packages(text)


def test_it_was_asked_for_by_others_too():
    text = TALKS + "The army proposed the opening of the coast road. The rebels also asked for it."

    assert ("opposition", "P1", "demanded") in stances(text)


def test_part_yes_and_part_no_is_a_conditional_answer():
    text = (
        TALKS
        + "The envoy proposed that weapons be collected in two depots. The rebels agreed to it "
        "for the tanks and refused it for the mortars."
    )

    assert ("opposition", "P1", "conditional") in stances(text)


def test_a_denial_of_what_was_just_claimed_leaves_it_open():
    text = (
        TALKS
        + "The envoy proposed a ceasefire of ten days. A diplomat said the rebels accepted the "
        "proposal. The rebels denied it."
    )

    assert stances(text) == [("mediator", "P1", "proposed"), ("opposition", "P1", "accepted")]


def test_whoever_calls_something_a_breach_has_not_broken_it():
    text = (
        "The rebels and the government reached a ceasefire agreement. On Friday the army shelled the "
        "town. The rebels called this a breach of the ceasefire."
    )

    assert [side for side, _, stance in stances(text) if stance == "violated"] == ["state"]


def test_items_are_meant_by_number_letter_and_words():
    text = (
        "The government's draft contains three points:\n(a) release of the prisoners;\n(b) opening of "
        "the coast road;\n(c) surrender of the rifles.\n\nThe rebels accepted (a). The rebels "
        "rejected the third point. To the road the rebels said yes."
    )

    answers = [s for s in stances(text) if s[2] != "proposed"]
    assert ("opposition", "P1/T1", "accepted") in answers
    assert ("opposition", "P1/T3", "rejected") in answers
    assert ("opposition", "P1/T2", "accepted") in answers
