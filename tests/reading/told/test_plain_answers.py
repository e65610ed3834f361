"""Answers in the plain words of reports: a no, a refusal to move, an answer that is yet to come."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import parse, see

DRAFT = (
    "The government and the rebels met for a third round of talks. The mediator put forward a "
    "draft: the road is opened and all prisoners are released.\n\n"
)


def read(sentences: str) -> set[tuple[str, str]]:
    """Who did what in sentences after a lead of talks about a mediator's draft."""
    coding = to_coding(parse(DRAFT + sentences))
    after = [one for one in coding["stances"] if one["span"][1] > len(DRAFT)]
    return {(one["side"], one["stance"]) for one in after}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The prime minister told parliament that there would be no amnesty.", "state"),
        ("The dockers' union turned the draft down by a show of hands.", "opposition"),
        ("The opposition coalition voted by 26 to 10 to reject the draft.", "opposition"),
        ("The rebels are against the draft.", "opposition"),
        ("The draft was called an insult by the rebels.", "opposition"),
        ("The rebels said the draft did not bind them.", "opposition"),
        ("The rebels denied that there was any such agreement.", "opposition"),
        ("The prime minister answered that no such agreement existed.", "state"),
    ],
)
def test_a_plain_no_is_a_refusal(sentence: str, side: str) -> None:
    assert read(sentence) == {(side, "rejected")}


def test_what_was_just_asked_for_is_refused_in_few_words() -> None:
    found = read(
        "The government demanded that the rebels hand over their heavy weapons. "
        "The rebels would not discuss it."
    )
    assert found == {("state", "demanded"), ("opposition", "rejected")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels voted by letter.",
        "The rebels said there would be no rain.",
        "The rebels walked out of the barn at noon.",
        "The army would not admit that it was tired.",
        "The leader of the rebels stayed away from a reception.",
    ],
)
def test_not_every_no_refuses_a_term(sentence: str) -> None:
    assert read(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The government said the draft was final and could not be touched.",
        "The government never moved from its draft.",
    ],
)
def test_who_does_not_move_insists(sentence: str) -> None:
    assert read(sentence) == {("state", "insisted")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels said they would say on Saturday whether they accepted the draft.",
        "The rebels referred it to their council.",
        "No answer has been received from the rebels to the draft.",
        "The talks were adjourned at the request of the rebels, who were not ready.",
        "The rebels wanted until after Christmas to think about the draft.",
        "None of the rebels has answered the draft.",
    ],
)
def test_an_answer_that_is_yet_to_come_is_put_off(sentence: str) -> None:
    assert read(sentence) == {("opposition", "deferred")}


def test_where_neither_side_has_answered_both_put_it_off() -> None:
    found = read("Neither the government nor the rebels have answered the draft.")
    assert found == {("state", "deferred"), ("opposition", "deferred")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The government has answered the draft.",
        "The rebels did not say when the fire began.",
        "Madrid made no comment.",
        "The monitors said they were looking into both complaints.",
    ],
)
def test_not_every_silence_puts_off_an_answer(sentence: str) -> None:
    assert read(sentence) == set()


def test_a_plan_may_be_called_by_the_name_of_who_made_it() -> None:
    text = (
        "Commanders of the Hill Front have accepted a United Nations plan for weekly aid convoys, "
        "but the army has not yet given its answer.\n\n"
        "Under the plan, both sides would stop shelling along the river road."
    )
    coding = to_coding(parse(text))

    accepted = [one for one in coding["stances"] if one["stance"] == "accepted"]
    assert [one["side"] for one in accepted] == ["opposition"]
    (plan,) = [p for p in coding["proposals"] if p["id"] == accepted[0]["target"]]
    assert {term["kind"] for term in plan["terms"]} == {"humanitarian_access", "ceasefire"}


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("The rebels took up a United Nations plan for the road.", {"plan"}),
        ("The rebels took up the Arab League offer of talks.", {"offer"}),
        ("The Taliban plan to attack the convoys.", set()),
        ("The rebels demand that the road be opened.", set()),
        ("The United Nations offer food to all.", set()),
    ],
)
def test_a_name_before_a_plan_is_told_from_those_who_plan(sentence: str, nouns: set[str]) -> None:
    scene = see(sentence, load("en"), None, {})

    assert {phrase.noun for phrase in scene.phrases(0)} == nouns


def test_what_a_party_undertakes_in_a_deal_is_a_term_of_it() -> None:
    text = (
        "The teachers' union and the ministry of education reached a provisional agreement on Sunday. "
        "The ministry undertook to pay two months of arrears and to reopen the schools."
    )
    coding = to_coding(parse(text))

    assert len(coding["proposals"]) == 1
    assert {one["stance"] for one in coding["stances"]} == {"provisional"}
