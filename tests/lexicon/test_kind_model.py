"""The features of a clause, and what the weights for kinds make of them."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.lexicon.kind_model import clause_features, clause_scores, kind_model

MODEL = kind_model("en")


@given(st.lists(st.text(max_size=12), max_size=30), st.sets(st.text(max_size=8), max_size=5))
def test_probabilities_add_up_to_one_for_any_words(words, classes):
    found = MODEL.probabilities(clause_features([w for w in words if w], classes))

    assert math.isclose(1.0, sum(found.values()), rel_tol=1e-9)


WORDS = (
    "release",
    "released",
    "prisoner",
    "prisons",
    "the",
    "40",
    "73",
    ",",
    ".",
    "zzzza",
    "zzzzb",
)


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sets(st.sampled_from(["detainee", "go"])))
def test_sums_kept_by_word_give_what_the_features_give(words, classes):
    scores = clause_scores(MODEL, words, classes)

    assert scores == MODEL.scores(clause_features(words, classes))


def test_a_verdict_names_the_features_that_speak_for_it():
    verdict = MODEL.verdict(clause_features(["the", "captives", "walk", "free"], ["detainee"]))

    assert "detainee_release" == verdict.label
    assert "g:detainee" in verdict.because


def test_numbers_are_one_feature():
    assert clause_features(["40", "men"], ()) == clause_features(["73", "men"], ())


def test_a_language_without_weights_has_no_model():
    assert kind_model("xx") is None
