"""The two parties that a structured text sets against each other."""

from __future__ import annotations

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import see


def roles(text: str) -> dict[str, str]:
    return {actor.name: actor.role for actor in see(text, load("en"), None, {}).company.actors}


def test_the_column_beside_the_government_is_who_challenges_it():
    text = "Item | Government | Lake Command\nWell | Yes | No\nMill | No | Yes\n"

    assert roles(text)["Lake Command"] == "opposition"


def test_a_name_before_a_colon_is_a_party_where_it_stands_twice():
    text = "Government: yes.\n\nUplands: no.\n\nGovernment: no.\n\nUplands: yes.\n"

    assert roles(text)["Uplands"] == "opposition"
    assert "Uplands" not in roles("Government: yes.\n\nUplands: no.\n\nGovernment: no.\n")


def test_two_countries_stay_states():
    text = "Item | Armenia | Azerbaijan\nWell | Yes | No\nMill | No | Yes\n"

    assert {roles(text)["Armenia"], roles(text)["Azerbaijan"]} == {"state"}


def test_who_comes_for_a_party_is_on_its_side():
    text = (
        "MINUTES\nFor the Government: Colonel Taha\nFor the rebels: Brigadier Malik\n\n"
        "The Brigadier agreed."
    )

    assert roles(text)["Brigadier Malik"] == "opposition"
    assert roles(text)["Brigadier"] == "opposition"


def test_what_brackets_say_of_a_delegate_is_no_delegation() -> None:
    text = (
        "Minutes\nPresent: for the Port Directorate, Ms. Bah (chair of its team) and Captain Lo; for "
        "the Dockers' League, Mr. Sané; as mediator, Imam Diop.\n\n1. Wages. The Directorate repeated "
        "its offer of 6 per cent. Ms. Bah said more was not possible.\n"
    )
    told = roles(text)

    assert (told["Bah"], told["Lo"], told["Sané"]) == ("state", "state", "opposition")
