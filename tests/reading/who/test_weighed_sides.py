"""Sides that the words beside a name tell, where its own words leave them open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qalamoun_terms as qt
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.text.segments import segments
from qalamoun_terms.reading.text.sentences import quotations, sentences
from qalamoun_terms.reading.text.tokens import Tokens, tokenize
from qalamoun_terms.reading.who.census import census
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.weighed_sides import parties, side_features, with_weighed_sides

LEXICON = load("en")


def named(text: str) -> tuple[Tokens, tuple[Actor, ...]]:
    tokens, blocks = tokenize(text), segments(text, LEXICON)
    parts = sentences(text, blocks, quotations(text, blocks), LEXICON)
    return tokens, census(tokens, parts, blocks, LEXICON)


def sides(text: str) -> dict[str, str]:
    tokens, actors = named(text)
    return {actor.name: actor.role for actor in with_weighed_sides(tokens, actors, LEXICON)}


COMMAND = (
    "The government's Third Command pulled back. The rebels took the hill from the Third Command."
)
COUNCIL = (
    "The army let the convoy into Rahma on Sunday after the Council of the Valley had freed two "
    "captured clerks. The Council keeps its mortars behind the canal."
)
SHARED = "The government attacked. The rebels and the {0} hold the town, and the {0} left."
HERDERS = (
    "The Directorate of Pastures offered the movement a lease of ten years. The Directorate sent its "
    "officers home. The movement rejected it and kept its checkpoints."
)


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        (COMMAND, "Third Command", "state"),
        (COUNCIL, "Council of the Valley", "opposition"),
        (HERDERS, "movement", "opposition"),
    ],
)
def test_what_is_told_beside_a_name_tells_its_side(text: str, name: str, side: str) -> None:
    assert sides(text)[name] == side


@pytest.mark.parametrize(
    "text",
    [
        "The army offered a truce and the rebels accepted it.",
        "Residents of the town asked the government for bread.",
        "The United Nations envoy carried the offer to the rebels.",
    ],
)
def test_a_side_that_the_words_tell_clearly_stays(text: str) -> None:
    tokens, actors = named(text)

    assert with_weighed_sides(tokens, actors, LEXICON) == actors


def test_a_short_name_is_on_the_side_of_the_only_full_one_before_it() -> None:
    text = (
        "The government's Tarma Security Committee met the rebels of the Highland Council. "
        "The Committee would take down its roadblocks and the Council its flags."
    )

    assert (sides(text)["Committee"], sides(text)["Council"]) == ("state", "opposition")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SHARED.format("media activist"), "media activist"),
        (SHARED.format("delegations"), "delegations"),
        ("The government attacked. Our people want bread, and our people want the road.", "people"),
    ],
)
def test_onlookers_and_whom_others_are_meant_by_get_no_side(text: str, name: str) -> None:
    assert {side for actor, side in sides(text).items() if actor.lower().endswith(name)} == {""}


def test_sides_that_the_caller_knows_win() -> None:
    text = COMMAND + " The rebels offered a truce. The Third Command accepted it."
    read = qt.to_coding(qt.parse(text))
    told = qt.to_coding(qt.parse(text, parties={"Third Command": "mediator"}))

    assert "Third Command" in {s["party"] for s in read["stances"] if s["side"] == "state"}
    assert {p["side"] for p in told["parties"] if p["name"] == "Third Command"} == {"mediator"}


def test_all_mentions_of_a_name_are_one_party() -> None:
    tokens, actors = named(HERDERS)
    company = parties(tokens, actors, LEXICON)

    assert sorted(at for party in company for at in party.places) == list(range(len(actors)))
    directorate = next(party for party in company if party.words == ("directorate",))
    assert len(directorate.places) == 1


@given(st.lists(st.sampled_from(HERDERS.split() + COUNCIL.split()), max_size=60))
def test_every_party_of_any_words_has_features(words: list[str]) -> None:
    tokens, actors = named(" ".join(words))
    company = parties(tokens, actors, LEXICON)

    assert len(list(side_features(tokens, actors, company))) == len(company)
    weighed = with_weighed_sides(tokens, actors, LEXICON)
    assert [actor.span(tokens) for actor in weighed] == [actor.span(tokens) for actor in actors]
