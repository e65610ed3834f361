"""Who helps which package along, and what is done on the ground beside it."""

from __future__ import annotations

from qalamoun_terms.reading.told.helpers import HelperReader
from qalamoun_terms.reading.told.measures import MeasureReader
from qalamoun_terms.reading.told.resolving import Resolver


def helper_reader(scene, desk):
    return HelperReader(scene, desk, Resolver(scene, desk))


def test_a_broker_is_noted_with_what_it_brokered(seen, desk_for):
    scene = seen("The two sides signed a truce brokered by Oman.")
    desk = desk_for(scene)
    deal = desk.new("deal", "truce", scene.sentences[0].span, 0)

    helper_reader(scene, desk).note(0)

    assert [(one.help.role, one.package) for one in desk.story.helpers] == [("facilitator", deal)]


def test_a_broker_told_of_before_helps_the_deal_that_follows(seen, desk_for):
    scene = seen("The talks were brokered by Oman. The two sides signed a truce.")
    desk = desk_for(scene)
    reader = helper_reader(scene, desk)

    reader.note(0)
    assert [one.package for one in desk.story.helpers] == [None]

    deal = desk.new("deal", "truce", scene.sentences[1].span, 1)
    reader.settle()
    assert [one.package for one in desk.story.helpers] == [deal]


def test_a_measure_is_noted_with_whoever_takes_it(seen, desk_for):
    scene = seen("The army closed the road to the town.")
    desk = desk_for(scene)

    MeasureReader(scene, desk).note(0)

    assert [one.doer.role for one in desk.story.measures if one.doer] == ["state"]
