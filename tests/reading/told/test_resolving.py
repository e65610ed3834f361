"""Which package a noun phrase means."""

from __future__ import annotations

import pytest

from qalamoun_terms.reading.told.resolving import Resolver


@pytest.fixture
def read(seen, desk_for):
    def packages(text):
        scene = seen(text)
        desk = desk_for(scene)
        resolver = Resolver(scene, desk)
        nouns = [(p, i) for i in range(len(scene.sentences)) for p in scene.phrases(i)]
        return [resolver.package(phrase, index) for phrase, index in nouns], desk

    return packages


def test_the_plan_is_the_one_that_was_told_of(read):
    (first, second), desk = read("The rebels presented a plan. The army rejected the plan.")

    assert first is second
    assert desk.story.shelf.packages == [first]


def test_a_second_plan_is_another(read):
    (first, second), _ = read("The rebels presented a plan. The army presented a second plan.")

    assert first is not second


def test_a_package_is_its_owners_and_says_so(read):
    (package,), desk = read("The army rejected the rebels' proposal.")

    assert package.role == "opposition"
    assert [(n.doer.role, n.stance) for n in desk.story.notes] == [("opposition", "proposed")]


def test_a_name_may_state_a_ceasefire(read):
    (package,), _ = read("The sides signed a ten-day ceasefire deal.")

    assert [(item.mention.term.kind, item.named) for item in package.items] == [("ceasefire", True)]
