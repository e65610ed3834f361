"""Learnt weights: probabilities, reasons, and a language that has none."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.lexicon.weights import LinearModel, linear_model, side_by_side

MODEL = linear_model("en", "kind_model")
FEATURES = sorted(MODEL.weights)[::700]


@given(st.sets(st.sampled_from(sorted(MODEL.weights)[::50])))
def test_probabilities_add_up_to_one_for_any_features(features):
    assert math.isclose(1.0, sum(MODEL.probabilities(features).values()), rel_tol=1e-9)


@given(st.permutations(FEATURES))
def test_probabilities_do_not_hang_on_the_order_of_the_features(features):
    assert MODEL.probabilities(features) == MODEL.probabilities(FEATURES)


def test_a_language_without_weights_has_no_model():
    assert linear_model("xx", "kind_model") is None


def test_a_purpose_without_weights_has_no_model():
    assert linear_model("en", "no_such_model") is None


def test_what_no_feature_speaks_for_is_told_by_the_bias_alone():
    model = LinearModel(labels=("a", "b"), bias=(0, 1_000), weights={})

    assert "b" == model.verdict(()).label


def test_the_weights_of_each_label_are_added_by_themselves():
    weights = {"x": side_by_side([(0, -1_000), (1, 500)]), "y": side_by_side([(0, 250)])}
    model = LinearModel(labels=("a", "b"), bias=(100, -100), weights=weights)

    found = model.probabilities({"x", "y", "not known"})

    assert math.isclose(
        math.log(found["b"] / found["a"]), (-100 + 500 - (100 - 1_000 + 250)) / 1_000
    )
    assert ("x",) == model.verdict({"x", "y"}).because
