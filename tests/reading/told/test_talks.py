"""Talks as a term of their own."""

from __future__ import annotations

import pytest

from qalamoun_terms.reading.told.acts import find_acts
from qalamoun_terms.reading.told.talks import Talks
from qalamoun_terms.reading.who.doers import doer_of


def first_act(scene):
    first, stop = scene.bounds(0)
    return find_acts(scene.tokens, first, stop, scene.lexicon)[0].up_to(stop)


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        (
            "The rebels proposed direct talks with the government.",
            "direct talks with the government",
        ),
        ("The rebels proposed talks, the mediator said.", "talks"),
        ("The rebels proposed a truce before any talks.", None),
    ],
)
def test_the_talks_that_an_act_is_about(seen, desk_for, text, talks):
    scene = seen(text)

    found = Talks(scene, desk_for(scene)).after(first_act(scene))

    assert (found.text(text) if found else None) == talks


def test_an_offer_of_talks_is_a_package_of_who_offers_them(seen, desk_for):
    scene = seen("The rebels proposed direct talks with the government.")
    desk = desk_for(scene)
    rebels = doer_of(scene.company.between(*scene.bounds(0))[0])

    package = Talks(scene, desk).offered(first_act(scene), [rebels], "paper", 0)

    assert (package.role, package.sort) == ("opposition", "paper")
    assert [item.mention.rule for item in package.items] == ["politics.talks_alone"]
    assert desk.story.shelf.packages == [package]
