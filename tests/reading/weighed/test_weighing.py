"""Terms that no word of the lexicon introduces: taken where all around them speaks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qalamoun_terms import parse, review, to_coding
from qalamoun_terms.comparison.review import Reason
from qalamoun_terms.lexicon.weights import linear_model
from qalamoun_terms.model.grounds import WEIGHED
from qalamoun_terms.reading.weighed.judging import NO_TERM, TERM

LEARNT = Path(__file__).parents[2] / "corpus" / "learnt"
TALKS = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal.\n\n"
    "The mediator's proposal calls for a six-week truce. "
)


def coding(text: str) -> dict:
    return to_coding(parse(text, published="2020-01-01"))


def kinds(text: str) -> list[str]:
    return [term["kind"] for one in coding(text)["proposals"] for term in one["terms"]]


@pytest.mark.parametrize(
    "background",
    [
        "The war has displaced two million people since 2011.",
        "The army captured the town last year and took dozens of prisoners.",
        "The rebels withdrew from the hill in March after heavy shelling.",
    ],
)
def test_background_is_no_term(background):
    assert kinds(TALKS + background) == ["ceasefire"]


def test_a_text_in_which_the_lexicon_finds_nothing_stays_silent():
    text = (
        "The army withdrew its tanks from the town on Monday. Prisoners were released and the road "
        "to the coast was opened, residents said. A truce had been spoken of in the talks."
    )

    assert coding(text)["proposals"] == []


def test_what_a_deal_is_for_is_no_term():
    text = "The army and the rebels signed a deal on Monday to end a war of twenty months."

    assert kinds(text) == []


def test_an_article_says_that_the_weights_took_it_and_is_to_be_checked():
    case = parse((LEARNT / "p605.txt").read_bytes(), published="2024-01-01")
    weighed = {
        f"{proposal.id}.{article.id}": WEIGHED in article.coding.rules
        for proposal in case.proposals
        for article in proposal.articles
    }
    flagged = {cell.ref: Reason.WEIGHED in cell.reasons for cell in review(case)}

    assert {True, False} == set(weighed.values())
    assert weighed == {ref: flagged[ref] for ref in weighed}


def test_the_weights_tell_a_term_from_none():
    assert linear_model("en", "content_model").labels == (NO_TERM, TERM)
