"""Short names: acronyms and surnames stand for the names they were given with."""

from __future__ import annotations

import pytest
from tests.reading.who.test_actors import named

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

SHORT = [
    # a text, and the side of the last actor in it
    ("The National League for Reform (NLR) met. The NLR agreed.", "opposition"),
    ("The Ministry of Marshes (MOM) met. The MOM agreed.", "state"),
    ("The rebel leader Omar Khatabi came. Khatabi agreed.", "opposition"),
    ("Omar Khatabi, the rebels' chief negotiator, came. Khatabi agreed.", "opposition"),
    ("K17 rebels took the mill. The K17 agreed.", "opposition"),
]


@pytest.mark.parametrize(("text", "role"), SHORT)
def test_a_short_name_has_the_side_of_the_full_one(text, role):
    _, actors = named(text)

    assert role == actors[-1].role


def test_a_short_name_means_nothing_before_it_is_given():
    _, actors = named("Khatabi came. The rebel leader Omar Khatabi agreed.")

    assert ["rebel leader Omar Khatabi"] == [actor.name for actor in actors]


def test_a_surname_is_the_party_that_was_named_in_full():
    text = (
        "The government made an offer of a truce. The rebel leader Omar Khatabi read the offer. "
        "Khatabi rejected the offer."
    )

    stances = to_coding(parse(text))["stances"]
    assert ("opposition", "rejected") == (stances[-1]["side"], stances[-1]["stance"])


def test_an_acronym_with_points_is_one_word_and_ends_no_sentence():
    tokens, actors = named("The U.N. Secretary-General met the rebels. The U.N. Envoy agreed.")

    assert "un" in tokens.words
    assert "mediator" == actors[-1].role
