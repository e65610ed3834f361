"""Kinds of terms in plain words, rows of nouns told apart, and what is talked about but is no term."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.terms.find import find_terms, other_term
from qalamoun_terms.reading.text.frames import Span

EN = load("en")


def read(text):
    """The kinds and the words of the terms in a text that is surely content."""
    found = find_terms(text, Span(0, len(text)), (), EN, None, bare=True)
    return [(mention.term.kind, mention.span.text(text)) for mention in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the tanks go down to the highway", "troop_redeployment"),
        ("the militia stays behind the canal", "troop_redeployment"),
        ("the army searches no house without the mayor", "protection_guarantee"),
        ("each camp names four men", "joint_committee"),
        ("neither soldiers nor rebels levy anything on farmers", "other"),
        ("the recruitment of 700 local policemen", "local_governance"),
        ("the families of the quarter are brought home on buses", "displaced_return"),
        ("each family gets thirty cows for its dead", "property_protection"),
        ("sixty of theirs for nine of ours", "detainee_release"),
        ("two nights without shelling", "ceasefire"),
    ],
)
def test_plain_words_tell_the_kind_of_a_term(text, kind):
    assert [kind] == [found for found, _ in read(text)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "the release of forty prisoners, salaries from the capital",
            ["detainee_release", "other"],
        ),
        (
            "a ceasefire, liaison offices in both towns and identity papers for the children",
            ["ceasefire", "joint_committee", "services_restoration"],
        ),
        (
            "elections within nine months and a joint bilateral ceasefire",
            ["political_process", "ceasefire"],
        ),
    ],
)
def test_a_row_of_nouns_is_a_row_of_terms(text, kinds):
    assert kinds == [kind for kind, _ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "the opening of the road to buses and relief trucks",
        "the rebels give up tanks, artillery pieces and the ammunition for them",
        "the army and the police leave the town and the port",
        "whoever does not wish to stay is carried north with his family and one rifle",
    ],
)
def test_several_things_of_one_term_stay_one_term(text):
    assert [text] == [words for _, words in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "we do not discuss the borders",
        "the envoy told a press conference",
        "the question was not debated with anybody",
    ],
)
def test_what_is_not_to_be_talked_about_is_no_term(text):
    assert [] == read(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Posts north of the creek to be given up", "troop_redeployment"),
        ("Wages of the nurses up to June", "other"),
        ("The prisoners", "detainee_release"),
    ],
)
def test_a_listed_item_gets_the_kind_that_its_words_make_likeliest(text, kind):
    assert kind == other_term(text, Span(0, len(text)), EN).term.kind


def test_a_listed_item_without_any_likely_kind_keeps_its_words():
    text = "The bell is rung at noon."

    assert "other" == other_term(text, Span(0, len(text)), EN).term.kind
