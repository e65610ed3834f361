"""What the weights see of words and distances."""

from __future__ import annotations

from qalamoun_terms.reading.weighed.features import how_far, stem


def test_forms_of_a_word_and_all_numbers_are_taken_for_one():
    assert stem("released") == stem("releases")
    assert stem("40") == stem("1999")


def test_distances_are_told_apart_by_steps():
    assert [how_far(distance) for distance in (0, 1, 2, 3, 4, 5)] == [
        "0",
        "1",
        "2",
        "4",
        "4",
        "far",
    ]
