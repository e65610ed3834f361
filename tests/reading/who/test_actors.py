"""Actors and the sides that their names give them."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.text.segments import segments
from qalamoun_terms.reading.text.sentences import quotations, sentences
from qalamoun_terms.reading.text.tokens import tokenize
from qalamoun_terms.reading.who.actors import find_actors

EN = load("en")

ROLES = [
    # a text that names one actor first, and the side of that actor
    ("The government of Ardistan agreed.", "state"),
    ("The delegation of the regime agreed.", "state"),
    ("The regime's delegation agreed.", "state"),
    ("The rebels agreed.", "opposition"),
    ("The spokesman of the rebels agreed.", "opposition"),
    ("The Free Ardish Army agreed.", "opposition"),
    ("The Popular Front of Ardistan agreed.", "opposition"),
    ("Jaysh al-Sahl agreed.", "opposition"),
    ("The 14th Division agreed.", "state"),
    ("The security committee agreed.", "state"),
    ("The envoy of the United Nations proposed it.", "mediator"),
    ("The Qatari delegation proposed it.", "mediator"),
    ("The residents of Marvale agreed.", "civilian"),
    ("Both sides agreed.", "both"),
    ("A Russian general proposed it.", "mediator"),
]


def named(text):
    tokens = tokenize(text)
    blocks = segments(text, EN)
    parts = sentences(text, blocks, quotations(text, blocks), EN)
    return tokens, find_actors(tokens, parts, blocks, EN)


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_side_of_an_actor(text, role):
    _, actors = named(text)

    assert role == actors[0].role


def test_a_state_at_war_is_no_mediator():
    _, actors = named("Kyiv refused. The Russian side insisted.")

    assert "state" == actors[-1].role


def test_a_bare_noun_takes_the_side_of_its_fuller_name():
    _, actors = named("The civil committee of Marvale met. The committee agreed.")

    assert "civilian" == actors[-1].role


def test_a_rank_takes_in_the_name_that_follows():
    tokens, actors = named("Brigadier Marwan Haddad agreed.")

    assert "Brigadier Marwan Haddad" == actors[0].span(tokens).text(tokens.text)
    assert actors[0].person


def test_a_name_and_its_owner_are_one_actor():
    _, actors = named("The Western Zone of the Government of Accord agreed.")

    assert ["state"] == [actor.role for actor in actors]
