"""Which words an act is about."""

from __future__ import annotations

import pytest

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import find_acts
from qalamoun_terms.reading.told.scopes import act_span, as_told, is_purpose, scope_of


def first_act(scene):
    first, stop = scene.bounds(0)
    act = find_acts(scene.tokens, first, stop, scene.lexicon)[0]
    return act.up_to(stop)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The rebels demanded that the siege be lifted.", "the siege be lifted."),
        ("The rebels demanded the release of the prisoners.", "the release of the prisoners."),
        (
            "The rebels made the release of prisoners a condition for talks.",
            "the release of prisoners",
        ),
    ],
)
def test_what_an_act_is_about(seen, text, scope):
    scene = seen(text)

    assert scope_of(scene, first_act(scene)).text(text) == scope


def test_an_act_is_quoted_from_whoever_does_it(seen):
    text = "On Monday the rebels rejected the offer."
    scene = seen(text)

    quoted = act_span(scene, first_act(scene), 0).text(text)

    assert quoted.startswith("the rebels rejected")


def test_whose_words_they_are_is_no_part_of_them(seen):
    text = '"The army must leave the town," the rebels said on Monday.'
    scene = seen(text)

    told = as_told(scene, Span(1, len(text)))

    assert told.text(text) == 'The army must leave the town,"'


def test_what_a_deal_is_for(seen):
    scene = seen("They signed a deal in Doha to end the war. They signed a deal to open the road.")
    ends = [scene.bounds(i) for i in (0, 1)]

    assert [is_purpose(scene, first + 4, stop) for first, stop in ends] == [True, False]
