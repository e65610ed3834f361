"""Kinds by learnt weights: where no rule fits, and where a rule is very unlikely."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.model.terms import KINDS
from qalamoun_terms.reading.terms.find import find_terms
from qalamoun_terms.reading.text.frames import Span

EN = load("en")


def read(text, *, bare=True):
    found = find_terms(text, Span(0, len(text)), (), EN, None, bare=bare)
    return [(mention.term.kind, mention.rule.split(".")[0]) for mention in found]


def test_a_clause_that_no_rule_fits_is_judged_by_its_words():
    assert [("property_protection", "weights")] == read(
        "the owners find their barns empty of strangers"
    )


def test_a_term_says_by_what_it_was_read():
    text = "the owners find their barns empty of strangers"
    (found,) = find_terms(text, Span(0, len(text)), (), EN, None, bare=True)

    assert found.rule == f"weights.{found.term.kind}"


@pytest.mark.parametrize(
    "text",
    [
        "it rained for most of the night over the northern hills",
        "his brother keeps a small shop that sells radios",
    ],
)
def test_what_is_no_term_is_not_made_one(text):
    assert [] == read(text, bare=False)


def test_every_kind_of_the_weights_is_a_kind_of_the_model():
    from qalamoun_terms.lexicon.kind_model import NO_TERM, kind_model

    model = kind_model("en")
    assert set(KINDS) | {NO_TERM} == set(model.labels)
