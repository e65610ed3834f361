"""Countries that deal with one side or with each other, bodies whose names tell their side, deals not made."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

TALKS = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal, "
    "with a mediator and proposals from both sides.\n\n"
)


def read(sentence: str, lead: str = TALKS) -> set[tuple[str, str]]:
    """Who did what in a sentence after a lead of talks."""
    coding = to_coding(parse(lead + sentence))
    return {(one["side"], one["stance"]) for one in coding["stances"]}


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        (
            "The rebels of Daraa reached an agreement with Russia on Friday to hand over their tanks.",
            {"opposition", "mediator"},
        ),
        (
            "Jaysh al-Islam signed a deal with the Russian forces under which its fighters leave.",
            {"opposition", "mediator"},
        ),
        ("Russia and Turkey agreed on Monday to set up a demilitarised zone.", {"mediator"}),
        (
            "The factions in Syria reached a deal with Russia. The sides also agreed to free captives.",
            {"opposition", "mediator"},
        ),
        (
            "An agreement was reached with the Russians to let the wounded out, a rebel said.",
            {"opposition", "mediator"},
        ),
    ],
)
def test_a_country_that_makes_a_deal_has_accepted_it(sentence: str, sides: set[str]) -> None:
    assert read(sentence) == {(side, "accepted") for side in sides}


@pytest.mark.parametrize(
    "sentence",
    [
        "Qatar and Egypt welcomed the rebels' offer.",
        "Any agreement signed by the regime and the factions must provide for a release of captives.",
        "Whoever signed an agreement with the regime will be held to account, the rebels said.",
        "No agreement binds the region unless it is signed by the civilians and the army.",
    ],
)
def test_a_deal_that_is_only_spoken_of_is_accepted_by_nobody(sentence: str) -> None:
    assert not {side for side, stance in read(sentence) if stance == "accepted"}


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ("Salvation Government", "opposition"),
        ("Self-Administration", "opposition"),
        ("Rahma Corps", "opposition"),
        ("Southern Operations Chamber", "opposition"),
        ("National Defence Forces", "state"),
        ("Popular Mobilisation Forces", "state"),
        ("reconciliation committee", "civilian"),
    ],
)
def test_a_body_that_signs_is_on_the_side_that_its_name_tells(body: str, side: str) -> None:
    lead = "Talks on a deal for the besieged town went on for a third week in the province.\n\n"
    assert (side, "accepted") in read(f"The {body} signed the deal.", lead)


@pytest.mark.parametrize(
    ("opening", "sides"),
    [
        (
            "Iran and Turkey, as guarantors of the ceasefire, have agreed on the following:",
            {"mediator"},
        ),
        (
            "The Republic of Turkey and the Russian Federation, as guarantors, have agreed upon:",
            {"mediator"},
        ),
    ],
)
def test_guarantors_that_agree_among_themselves_are_the_makers(
    opening: str, sides: set[str]
) -> None:
    items = "1. A ceasefire is observed in Madaya.\n\n2. The wounded are evacuated from the town."
    coding = to_coding(parse(f"Agreement on the town of Madaya\n\n{opening}\n\n{items}\n"))
    assert {(one["side"], one["stance"]) for one in coding["stances"]} == {
        (side, "accepted") for side in sides
    }


def test_the_quarters_that_a_party_stands_for_are_no_parties() -> None:
    text = (
        "Agreement between the Elders of the quarters of Rima and Jub and the Government of Sarland"
        "\n\nThe two sides have agreed on the following:\n\n1. A ceasefire is observed.\n\n"
        "2. The wounded are evacuated from the town.\n"
    )
    assert {one["side"] for one in to_coding(parse(text))["stances"]} == {"civilian", "state"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The two sides declared a truce for fifteen days.",
            {("state", "accepted"), ("opposition", "accepted")},
        ),
        (
            "The deal bears the signatures of an army general and of several rebel commanders.",
            {("state", "accepted"), ("opposition", "accepted")},
        ),
        (
            "The officer told the notables that the fighters must surrender their rifles by Friday.",
            {("state", "demanded")},
        ),
        (
            "The regime set a deadline: all armed men were to leave the town by Monday.",
            {("state", "demanded")},
        ),
        (
            "The government would honour the plan provided that the fighting stopped.",
            {("state", "conditional"), ("state", "demanded")},
        ),
        ("He told reporters that the solution must be political.", set()),
        ("The rebels declared a unilateral ceasefire.", {("opposition", "proposed")}),
    ],
)
def test_what_is_done_together_or_set_as_a_deadline_has_its_doers(
    sentence: str, found: set[tuple[str, str]]
) -> None:
    assert read(sentence) == found


def test_a_truce_of_two_groups_of_one_side_is_accepted_by_that_side() -> None:
    text = (
        "Two Islamist groups that have battled each other for four days agreed on Sunday to cease fire, "
        "the Falcons Movement said. Residents of the plain came out to watch the Falcons Movement and "
        "the Levant Front drive their pickups back to the hills beyond the river.\n"
    )
    coding = to_coding(parse(text))
    assert {(one["side"], one["stance"]) for one in coding["stances"]} == {
        ("opposition", "accepted")
    }


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        (
            "The two sides agreed that the lamps in the harbour be lit again.",
            ["services_restoration"],
        ),
        ("The army and the rebels agreed to a plan drawn up by Qatar.", []),
    ],
)
def test_what_agreed_that_says_is_a_term_in_whatever_words(sentence, kinds):
    coding = to_coding(parse(sentence))

    assert kinds == [term["kind"] for p in coding["proposals"] for term in p["terms"]]
