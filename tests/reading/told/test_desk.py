"""What readers put down: packages, stances, and what the text is about."""

from __future__ import annotations

import pytest

from qalamoun_terms.reading.told.packages import Item
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import doer_of

TEXT = "The rebels demanded the release of the prisoners. The army rejected the demand."


@pytest.fixture
def scene(seen):
    return seen(TEXT)


@pytest.fixture
def desk(scene, desk_for):
    return desk_for(scene)


def test_who_put_a_package_forward_says_whose_it_is(scene, desk):
    rebels = doer_of(scene.company.between(*scene.bounds(0))[0])
    span = scene.sentences[0].span

    demand = desk.new("demand", "demand", span, 0, by=rebels)
    deal = desk.new("deal", "agreement", span, 0)

    assert (demand.role, demand.status) == ("opposition", "proposed")
    assert (deal.role, deal.status) == ("joint", "agreed")
    assert desk.story.shelf.packages == [demand, deal]


def test_a_stance_is_written_down_once(scene, desk):
    army = doer_of(scene.company.between(*scene.bounds(1))[0])
    span = scene.sentences[1].span
    target = Target(desk.new("demand", "demand", span, 1))

    assert desk.note(army, target, "rejected", span, 9) is not None
    assert desk.note(army, target, "rejected", span, 9) is None
    assert len(desk.story.notes) == 1


def test_what_a_package_has_is_told(scene, desk):
    stated = scene.bare_stated(scene.sentences[0].span)
    package = desk.new("demand", "demand", scene.sentences[0].span, 0)

    assert desk.untold(stated) == list(stated)

    package.items.append(Item(mention=stated[0].mention, sentence=0))

    assert stated[0] not in desk.untold(stated)


def test_what_was_touched_last_is_what_it_means(scene, desk):
    package = desk.new("demand", "demand", scene.sentences[0].span, 0)

    desk.touch(package, None, 0)
    desk.leave_open(package, 0)

    assert desk.flow.topic == Target(package)
    assert (desk.flow.open, desk.flow.open_at) == (package, 0)
