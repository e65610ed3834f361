"""Where edits begin."""

from __future__ import annotations

import pytest

from qalamoun_terms.comparison.edges import best_shift
from qalamoun_terms.comparison.wording import pieces, word_edits


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("One. Two.", "One. New. Two.", "New. "),
        ("One. Two.", "One. Two. New.", " New."),
        ("a, c", "a, b, c", "b, "),
        ("The road is open.", "The old road is open.", "old "),
        ("الطريق مفتوح. الماء", "الطريق مفتوح. الطريق آمن. الماء", "الطريق آمن. "),
        ("One\nTwo", "One\nNew\nTwo", "New\n"),
    ],
)
def test_what_is_put_in_begins_where_something_new_does(old, new, expected):
    assert [one.new for one in word_edits(old, new)] == [expected]
    assert [one.old for one in word_edits(new, old)] == [expected]


def test_words_that_can_stand_at_one_place_only_stay_there():
    assert best_shift(pieces("a b "), pieces("x "), pieces("c d")) == 0


def test_a_word_over_and_over_is_set_only_so_far():
    assert abs(best_shift(["a", " "] * 5_000, ["a", " "], ["a", " "] * 5_000)) <= 200
