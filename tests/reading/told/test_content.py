"""Statements of terms in plain reports: what introduces them, their kinds, their words."""

from __future__ import annotations

from typing import Any

import pytest

import qalamoun_terms as qt

LEAD = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal, "
    "with a mediator and proposals from both sides.\n\n"
)


def _terms(text: str) -> list[tuple[str, str]]:
    whole = LEAD + text
    coding: Any = qt.to_coding(qt.parse(whole, published="2020-01-01"))
    return [
        (term["kind"], whole[slice(*term["span"])])
        for proposal in coding["proposals"]
        for term in proposal["terms"]
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            'The rebels offered a truce. "The army must leave the hills," rebel spokesman Demir said.',
            "troop_redeployment",
            "must leave the hills",
        ),
        (
            '"It is crucial that both sides now cease hostilities," the mediator Anna Berg said.',
            "ceasefire",
            "cease hostilities",
        ),
        (
            "The UN envoy said both sides should stop fighting at once.",
            "ceasefire",
            "stop fighting",
        ),
        (
            "The rebels said the siege needs to be lifted before any talks.",
            "humanitarian_access",
            "the siege needs to be lifted",
        ),
        (
            "The rebels said there would be no ceasefire without the release of prisoners.",
            "detainee_release",
            "the release of prisoners",
        ),
        (
            "The deal will not be carried out before the militia has been removed from the city, a rebel said.",
            "armed_exit",
            "the militia has been removed from the city",
        ),
    ],
)
def test_what_somebody_says_must_be_done_is_a_demand(text: str, kind: str, words: str) -> None:
    assert any(k == kind and words in w for k, w in _terms(text))


@pytest.mark.parametrize(
    "text",
    [
        "The two sides signed a truce. The town has been under siege for two years.",
        "The two sides signed a truce. Rebels say they are being forced to relocate by shelling.",
        "The two sides signed a truce. In October the Red Crescent evacuated civilians there.",
        "The two sides signed a truce. The UN estimates that people are trapped under siege.",
        "The two sides signed a truce. The goods might end up with the gunmen.",
    ],
)
def test_what_is_told_beside_a_deal_is_no_term(text: str) -> None:
    assert [kind for kind, _ in _terms(text) if kind != "ceasefire"] == []


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("exercise restraint", "ceasefire"),
        ("not take any action against the cadres", "ceasefire"),
        ("a treaty on the non-use of force", "ceasefire"),
        ("a complete withdrawal from the region", "troop_redeployment"),
        ("a joint deployment in the disputed areas", "troop_redeployment"),
        ("tripartite talks", "political_process"),
        ("a return to the negotiating table", "political_process"),
        ("that the president must go", "political_process"),
        ("that no radical group may remain there", "armed_exit"),
    ],
)
def test_plain_words_have_their_kind(phrase: str, kind: str) -> None:
    link = "" if phrase.startswith(("a ", "that ", "trip")) else "to "
    terms = _terms(f"The agreement provides for the following points: {link}{phrase}.")
    assert kind in [k for k, _ in terms]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Under the deal, rebels will be bused to Idlib while the rest will hand in their weapons.",
            ["armed_exit", "weapons_handover"],
        ),
        ("Fighters began leaving the town under a deal with the government.", ["armed_exit"]),
        ("The talks are due to resume on Monday in Geneva.", ["political_process"]),
        ("The two sides pledged to protect civilians.", ["protection_guarantee"]),
        ("The rebels said they wanted independence.", ["political_process"]),
    ],
)
def test_plain_sentences_of_reports_give_their_terms(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in _terms(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The rebels want him to go. They had pressed the government to call it off.",
        "The minister urged people to go about their normal daily business.",
        "The envoy is due to hold talks with officials and will then travel to Tehran.",
        '"It is important that we keep the political process alive," the envoy said.',
    ],
)
def test_wishes_without_a_matter_and_visits_are_no_terms(text: str) -> None:
    assert _terms(text) == []


def _fields(text: str) -> list[dict[str, Any]]:
    coding: Any = qt.to_coding(qt.parse(LEAD + text, published="2020-01-01"))
    return [term["fields"] for proposal in coding["proposals"] for term in proposal["terms"]]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("the withdrawal of forces from Aden and Abyan", "place", ["Abyan", "Aden"]),
        ("the departure of all foreign troops from Afghanistan", "place", ["Afghanistan"]),
        ("a ceasefire over Eid al-Adha in Aleppo", "place", ["Aleppo"]),
        ("the release of prisoners after an eight-month siege", "duration", None),
        (
            "the release of all women, children and other non-combatants",
            "beneficiary",
            "all women, children and other non-combatants",
        ),
    ],
)
def test_fields_of_plain_statements(text: str, name: str, value: object) -> None:
    found = _fields(f"The two sides signed an agreement. It provides for {text}.")[0].get(name)
    assert (sorted(found) if isinstance(found, list) else found or None) == value


def test_goals_joined_by_or_are_one_destination() -> None:
    text = "The agreement says that all the inhabitants may leave for Jordan or Turkey."
    assert _fields(text)[0]["destination"] == "Jordan or Turkey"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The deal says that aid will reach those who need it and prisoners will be freed.",
            ["aid will reach those who need it", "prisoners will be freed"],
        ),
        (
            "The deal calls for the rebels to leave the camps and to end any military or security acts.",
            ["the rebels to leave the camps", "to end any military or security acts"],
        ),
        (
            "The rebels announced an indefinite ceasefire, rather than one of a few days.",
            ["an indefinite ceasefire"],
        ),
    ],
)
def test_statements_end_where_the_next_one_or_a_comment_begins(text: str, words: list[str]) -> None:
    assert [said for _, said in _terms(text)] == words


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The rebels repeated their demand that the army leave the town.", ["troop_redeployment"]),
        ("The rebels have led calls for the president to leave power.", ["political_process"]),
        ("The rebels issued a statement calling for an end to the bombing.", ["ceasefire"]),
        (
            "Before talks, the rebels want gestures. They named the freeing of captives.",
            ["detainee_release"],
        ),
    ],
)
def test_demands_told_by_nouns_and_named_later_have_their_terms(
    text: str, kinds: list[str]
) -> None:
    assert [kind for kind, _ in _terms(text)] == kinds


def test_what_is_said_of_a_plan_that_was_put_forward_is_none_of_its_terms() -> None:
    assert _terms("The plan that the envoy has put forward will fail without the army.") == []
