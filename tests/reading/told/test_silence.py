"""What is no answer and no offer, and a few plain ways to answer."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

TALKS = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal, "
    "with a mediator and proposals from both sides.\n\n"
)


def read(sentence: str) -> set[tuple[str, str]]:
    """Who did what in a sentence after a lead of talks."""
    coding = to_coding(parse(TALKS + sentence))
    return {(one["side"], one["stance"]) for one in coding["stances"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels rejected the plan and were ready to end the truce and resume the war.",
        "The army rejected the offer and suggested the rebels were responsible for the attack.",
        "The rebels rejected the plan and handed the paper back on Monday.",
    ],
)
def test_who_only_refuses_puts_nothing_forward(sentence: str) -> None:
    assert {stance for _, stance in read(sentence)} == {"rejected"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks between the government and the rebels have ended with no deal on prisoners.",
        "The talks of the government and the rebels failed over what had been settled on prisoners.",
        "The mediators called for restraint and said further talks on a truce were needed.",
        "The rebels urged restraint on both sides under the truce.",
        "Refugees had been stuck by the roadside for a week under the truce.",
    ],
)
def test_what_only_sounds_like_an_answer_is_none(sentence: str) -> None:
    assert not read(sentence)


def test_who_stands_between_demands_nothing_by_saying_what_should_be_done() -> None:
    assert not read("The envoy said both sides should stop fighting at once.")


@pytest.mark.parametrize(
    ("sentence", "side", "stance"),
    [
        (
            "The rebels gave in to the government's demand for peace talks.",
            "opposition",
            "accepted",
        ),
        ("The army yielded to the rebels' demand for the release of women.", "state", "accepted"),
        ("The rebels scorned the government's offer of an amnesty.", "opposition", "rejected"),
        ("The rebels withdrew from the peace agreement.", "opposition", "withdrawn"),
        ("The rebels ended their unilateral truce on Monday.", "opposition", "withdrawn"),
        ("The rebels delayed signing the peace plan.", "opposition", "deferred"),
        ("The rebels accepted the truce offer.", "opposition", "accepted"),
        ("The army turned down the rebels' five-point offer.", "state", "rejected"),
    ],
)
def test_plain_ways_to_answer(sentence: str, side: str, stance: str) -> None:
    assert (side, stance) in read(sentence)


def test_a_truce_that_serves_other_terms_is_a_term_itself() -> None:
    text = TALKS + (
        "The rebels agreed on Monday to a truce that lets aid convoys into the town of Ara."
    )
    kinds = {t["kind"] for p in to_coding(parse(text))["proposals"] for t in p["terms"]}
    assert "ceasefire" in kinds


def test_a_request_whose_words_all_belong_to_another_gives_nothing() -> None:
    offered = "The mediators sent both sides a draft. It provides for the release of prisoners.\n\n"
    said = (
        "The government said it had asked no country to mediate, "
        "hours after Canada announced that it would."
    )

    assert "demanded" not in {one["stance"] for one in to_coding(parse(offered + said))["stances"]}
