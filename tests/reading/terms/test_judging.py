"""Kinds by learnt weights: where no rule fits, and where a rule is very unlikely."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.model.terms import KINDS
from qalamoun_terms.reading.terms import judging
from qalamoun_terms.reading.terms.find import find_terms, portions_of, with_kind_settled
from qalamoun_terms.reading.text.frames import Span, TermMention

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


def settled(text, kind):
    """The kind of a text that was read as a term of a kind, looked at once more by all its words."""
    span = Span(0, len(text))
    (portion,) = portions_of(text, span, (), EN)
    read = TermMention(span=span, term=KINDS[kind](), rule="by.hand", cue=span)
    return with_kind_settled(read, portion).term.kind


@pytest.mark.parametrize(
    ("text", "kind", "likelier"),
    [
        ("they abstain from every act of sabotage", "armed_exit", "ceasefire"),
        ("the front's men are lodged in marked camps", "status_settlement", "armed_exit"),
        ("the captives are handed back to their families", "displaced_return", "detainee_release"),
    ],
)
def test_all_words_of_a_term_may_speak_for_another_kind(text, kind, likelier):
    assert likelier == settled(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the prisoners of both camps walk free", "detainee_release"),
        ("the tanks go down to the highway", "movement_access"),
    ],
)
def test_the_kind_that_was_read_has_the_benefit_of_the_doubt(text, kind):
    assert kind == settled(text, kind)


def test_the_weights_say_nothing_against_a_kind_that_they_do_not_know():
    text = "the captives are handed back to their families"
    (portion,) = portions_of(text, Span(0, len(text)), (), EN)

    assert judging.likelier_kind(portion.words, "en", "heritage_return") is None
    assert "detainee_release" == judging.likelier_kind(portion.words, "en", "other")
