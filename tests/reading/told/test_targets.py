"""What an answer is about, and which package a sentence speaks of."""

from __future__ import annotations

from typing import Any

import pytest

from qalamoun_terms import parse, to_coding

TALKS = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal, "
    "with a mediator and proposals from both sides.\n\n"
)


def coding(text: str) -> dict[str, Any]:
    return to_coding(parse(TALKS + text, published="2020-01-01"))


def stances(text: str) -> set[tuple[str, str, str]]:
    return {(s["side"], s["stance"], s["target"]) for s in coding(text)["stances"]}


def packages(text: str) -> list[list[str]]:
    return [[t["kind"] for t in p["terms"]] for p in coding(text)["proposals"]]


@pytest.mark.parametrize(
    "offer",
    [
        "The American envoy last month floated a third way.",
        "The Russian foreign minister floated unarmed ones.",
        "The mediator came up with something else.",
        "The mediator suggested two hostels in the north.",
    ],
)
def test_an_offer_in_words_that_name_no_term_stands_once_it_is_answered(offer):
    assert stances(f"{offer} The rebels rejected it.") == {
        ("mediator", "proposed", "P1"),
        ("opposition", "rejected", "P1"),
    }
    assert stances(offer) == set()


@pytest.mark.parametrize(
    "answer",
    [
        "Both delegations accepted.",
        "Both sides put their seals to it.",
        "Both delegations were content with this.",
    ],
)
def test_what_both_sides_agree_to_is_what_was_put_forward_just_before(answer):
    assert stances(f"The mediator suggested two hostels in the north. {answer}") == {
        ("mediator", "proposed", "P1"),
        ("state", "accepted", "P1"),
        ("opposition", "accepted", "P1"),
    }


@pytest.mark.parametrize(
    "answer", ["signed the same evening", "signed a day later", "signed in Doha", "signed in 2019"]
)
def test_a_time_or_a_place_after_a_verb_is_no_object(answer):
    text = f"The mediator offered a pause of ten days. The rebels {answer}."

    assert ("opposition", "accepted", "P1") in stances(text)


@pytest.mark.parametrize("answer", ["refused bread", "signed a lease", "rejected a visit"])
def test_an_object_that_nothing_was_told_of_gets_no_stance(answer):
    text = f"The mediator offered a pause of ten days. The rebels {answer}."

    assert stances(text) == {("mediator", "proposed", "P1")}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The peace deal that President Kiir signed last month is a thin one.", "accepted"),
        ("The truce the government signed in May has collapsed.", "accepted"),
        ("The mediators handed over a plan that the government rejected.", "rejected"),
    ],
)
def test_a_relative_clause_answers_the_noun_before_it(text, answer):
    assert ("state", answer, "P1") in stances(text)


def test_the_new_text_is_not_the_first_draft():
    text = (
        "The mediator's first draft required the rebels to give up heavy weapons. The rebels "
        "rejected it. The new text provides for the opening of the road. The government accepted "
        "the new text."
    )

    assert packages(text) == [["weapons_handover"], ["movement_access"]]
    assert ("state", "accepted", "P2") in stances(text)


@pytest.mark.parametrize("noun", ["the idea", "the request", "the proposal"])
def test_a_loose_noun_means_what_was_put_forward_just_before(noun):
    text = (
        "The rebels' paper provides for the opening of the road. The mediator asked that observers "
        f"be admitted. The government rejected {noun}."
    )

    assert ("state", "rejected", "P2") in stances(text)


def test_the_text_is_a_paper_that_lies_there_and_no_demand():
    text = (
        "The mediator's paper provides for the opening of the road. The rebels demanded the release "
        "of all prisoners. The government endorsed the text on Monday."
    )

    assert ("state", "accepted", "P1") in stances(text)


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        (("(i)", "(ii)"), ("(ii)", "(i)")),
        (("(a)", "(b)"), ("(b)", "(a)")),
        (("(1)", "(2)"), ("(2)", "(1)")),
    ],
)
def test_items_are_named_by_their_marks(marks, words):
    text = (
        f"The mediators proposed: {marks[0]} release of prisoners; {marks[1]} opening of the road. "
        f"The government agreed to {words[0]} and rejected {words[1]}."
    )

    assert {("state", "accepted", "P1/T2"), ("state", "rejected", "P1/T1")} <= stances(text)


@pytest.mark.parametrize(
    ("words", "items"),
    [("the first two points", {"P1/T1", "P1/T2"}), ("the last two points", {"P1/T2", "P1/T3"})],
)
def test_several_items_are_named_by_their_rank(words, items):
    text = (
        "The mediators proposed: (a) release of prisoners; (b) opening of the road; (c) a "
        f"ceasefire. The government accepted {words}."
    )

    assert {t for side, _, t in stances(text) if side == "state"} == items


def test_the_former_and_the_latter_are_the_items_of_a_pair():
    text = (
        "The mediators proposed the release of prisoners and the opening of the road. "
        "The government accepted the former. The rebels refused the latter."
    )

    assert {("state", "accepted", "P1/T1"), ("opposition", "rejected", "P1/T2")} <= stances(text)


def test_the_subject_of_a_sentence_is_not_what_stands_aside_in_it():
    text = (
        "The agreement itself, just over a page long, commits the parties to the handover of "
        "border crossings. The rebels accepted the agreement."
    )

    assert len(coding(text)["proposals"]) == 1


def test_two_of_one_side_who_differ_have_not_answered_under_a_condition():
    text = (
        "The army chief has rejected the peace deal that President Kiir signed last month, "
        "throwing it into doubt."
    )

    assert {stance for _, stance, _ in stances(text)} == {"accepted", "rejected"}


def test_what_stands_in_another_paragraph_without_a_tie_is_a_package_of_its_own():
    text = (
        "The mediator's proposal calls for a six-week truce. Fighting went on in the south.\n\n"
        "Prices have doubled since March.\n\n"
        "Moldova has long demanded that the 1,500 or so soldiers stationed in the region go home."
    )

    assert packages(text) == [["ceasefire"], ["troop_redeployment"]]


def test_what_is_acceptable_provided_that_something_happens_is_accepted_under_a_condition():
    text = (
        "The mediator's proposal calls for a truce of 40 days. The rebels said the truce was "
        "acceptable provided that the prisoners were released first."
    )

    assert ("opposition", "conditional", "P1") in stances(text)
    assert ("opposition", "demanded", "P2") in stances(text)
    assert packages(text) == [["ceasefire"], ["detainee_release"]]


def test_a_demand_in_words_that_name_no_term_stands_once_it_is_answered():
    text = "The rebels asked for 700. The government rejected the demand."

    assert stances(text) == {("opposition", "demanded", "P1"), ("state", "rejected", "P1")}
