"""Pairs are the best as a whole, one-to-one."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.evaluation.pairing import best_pairs

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.sampled_from([1.0, 1.25, 1.5, 2.0])
)


def heaviest(weights):
    lefts = sorted({left for left, _ in weights})
    rights = [*sorted({right for _, right in weights}), *[None] * len(lefts)]
    choices = permutations(rights, len(lefts))
    return max(
        sum(weights.get(pair, 0) for pair in zip(lefts, chosen, strict=True)) for chosen in choices
    )


@given(WEIGHTS)
def test_no_other_pairs_weigh_more(weights):
    pairs = best_pairs(weights)

    assert sum(weights[pair] for pair in pairs.items()) == heaviest(weights)


@given(WEIGHTS)
def test_nobody_has_two_partners(weights):
    pairs = best_pairs(weights)

    assert len(set(pairs.values())) == len(pairs)
    assert all(pair in weights for pair in pairs.items())


def test_nothing_gives_nothing():
    assert best_pairs({}) == {}


def test_indexes_may_be_any():
    assert best_pairs({(7, 3): 1.0}) == {7: 3}
