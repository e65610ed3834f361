"""Provisions and tales, told apart by their verbs."""

from __future__ import annotations

import pytest

from qalamoun_terms.reading.told.moods import Moods


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The army shall leave the town.", True),
        ("The road is to be opened.", True),
        ("Prisoners released within a month.", True),
        ("The army left the town.", False),
        ("The town has been under siege for a year.", False),
        ("The deal does not mention a pullout.", False),
    ],
)
def test_whether_a_sentence_has_the_mood_of_a_provision(seen, text, states):
    assert Moods(seen(text)).states(0, strict=False) is states


def test_in_the_next_paragraph_only_a_modal_verb_will_do(seen):
    moods = Moods(seen("Free passage for all. The road shall be opened."))

    assert [moods.states(index, strict=True) for index in (0, 1)] == [False, True]


@pytest.mark.parametrize(
    ("text", "obliges"),
    [
        ("The guns are to fall silent.", True),
        ("The guns shall fall silent.", True),
        ("The guns may fall silent.", False),
    ],
)
def test_what_has_to_be(seen, text, obliges):
    scene = seen(text)

    assert Moods(scene).obliges(*scene.bounds(0)) is obliges
