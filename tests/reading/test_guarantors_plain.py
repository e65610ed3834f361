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
def test_country_deals(sentence: str, sides: set[str]) -> None:
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
def test_no_deal(sentence: str) -> None:
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
def test_body(body: str, side: str) -> None:
    lead = "Talks on a deal for the besieged town went on for a third week in the province.\n\n"
    assert (side, "accepted") in read(f"The {body} signed the deal.", lead)
