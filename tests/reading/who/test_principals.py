"""A country that makes the deal itself is a party of it and no mediator."""

from __future__ import annotations

import pytest
from tests.reading.who.test_actors import named

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

MAKERS = [
    ("Qatar and the rebels signed an accord.", ["state", "opposition"]),
    ("Talks between Turkey and Greece on a truce began.", ["state", "state"]),
    ("Qatar urged the rebels to sign an accord.", ["mediator", "opposition"]),
    ("Qatar and Norway proposed a truce.", ["mediator", "mediator"]),
]


@pytest.mark.parametrize(("text", "roles"), MAKERS)
def test_who_deals_is_a_principal(text, roles):
    _, actors = named(text)

    assert roles == [actor.role for actor in actors]


def test_two_states_that_sign_are_two_parties():
    text = (
        "We, the President of the Republic of Armenia and the President of the Republic of Georgia, "
        "agreed on the following:\n1. Both armies withdraw from the bridge.\n2. The road is opened."
    )

    stances = to_coding(parse(text))["stances"]
    assert [("state", "accepted")] * 2 == [(s["side"], s["stance"]) for s in stances]
    assert 2 == len({s["party"] for s in stances})


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Russian general staff agreed.", "mediator"),
        ("The Syrian National Coalition agreed.", "opposition"),
        ("The Syrian delegation agreed.", "state"),
        ("Libya's rival administrations agreed.", "both"),
    ],
)
def test_a_countrys_adjective_gives_the_side_where_the_noun_gives_none(text, role):
    _, actors = named(text)

    assert role == actors[0].role
