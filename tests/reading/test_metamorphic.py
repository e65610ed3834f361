"""The same story in other words gives the same reading, and another story another one."""

from __future__ import annotations

import random

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

REPORT = (
    "The {giver} offered that the {kin} prisoners be released and that the road to {town} be opened. "
    "The {taker} {answer} the offer."
)
PLACES = ("Marvale", "Tel Oran", "Kasr Dema", "Sennar Gap", "Ostrivka", "Puerto Lindo")
ACCEPT = ("accepted", "approved", "endorsed", "welcomed", "agreed to")
REJECT = ("rejected", "refused", "turned down", "dismissed", "declined")


def coded(giver, taker, town, kin, answer):
    text = REPORT.format(giver=giver, taker=taker, town=town, kin=kin, answer=answer)
    return to_coding(parse(text))


def shape(coding):
    """A coding without its words: sides, stances, kinds."""
    return (
        [(s["side"], s["target"], s["stance"]) for s in coding["stances"]],
        [[t["kind"] for t in p["terms"]] for p in coding["proposals"]],
    )


@pytest.mark.parametrize("seed", range(8))
def test_coined_names_and_other_verbs_change_nothing_but_the_answer(seed):
    chance = random.Random(seed)
    town, kin = chance.choice(PLACES), chance.randint(2, 900)
    yes = coded("government", "rebels", town, kin, chance.choice(ACCEPT))
    no = coded("government", "rebels", town, kin, chance.choice(REJECT))

    terms = [["detainee_release", "movement_access"]]
    assert ([("state", "P1", "proposed"), ("opposition", "P1", "accepted")], terms) == shape(yes)
    assert ([("state", "P1", "proposed"), ("opposition", "P1", "rejected")], terms) == shape(no)


@pytest.mark.parametrize("seed", range(4))
def test_swapped_sides_are_read_as_swapped(seed):
    chance = random.Random(seed)
    town, kin, verb = chance.choice(PLACES), chance.randint(2, 900), chance.choice(REJECT)
    stances, _ = shape(coded("rebels", "government", town, kin, verb))

    assert [("opposition", "P1", "proposed"), ("state", "P1", "rejected")] == stances


@pytest.mark.parametrize("seed", range(6))
def test_paragraphs_that_do_not_lean_on_each_other_may_change_places(seed):
    paragraphs = [
        "The government proposed that the road to Marvale be opened.",
        "The rebels demanded the release of forty prisoners.",
        "The envoy suggested a truce of ten days.",
        "The harvest in the hills was good this year, and the wells are full.",
    ]
    shuffled = random.Random(seed).sample(paragraphs, len(paragraphs))

    def read(parts):
        coding = to_coding(parse("\n\n".join(parts)))
        return sorted((s["side"], s["stance"]) for s in coding["stances"])

    expected = [("mediator", "proposed"), ("opposition", "demanded"), ("state", "proposed")]
    assert expected == read(paragraphs) == read(shuffled)


@pytest.mark.parametrize(
    ("words", "iso"), [("nine days", "P9D"), ("seven weeks", "P7W"), ("fourteen months", "P14M")]
)
def test_unseen_numbers_are_read(words, iso):
    coding = to_coding(parse(f"The envoy proposed a ceasefire of {words}. The army agreed."))

    fields = coding["proposals"][0]["terms"][0]["fields"]
    assert fields["duration"] in {iso, "P49D"}
