"""Whom "both sides" means."""

from __future__ import annotations

from qalamoun_terms.reading.told.both_sides import BothSides
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, doer_of

BOTH = Doer(name="both", role="both")


def names(scene, desk):
    return [doer.name.lower() for doer in BothSides(scene, desk).expand([BOTH])]


def test_the_named_parties_of_the_two_usual_sides(seen, desk_for):
    scene = seen("The army and the rebels met on Monday. Both sides agreed to a truce.")

    assert names(scene, desk_for(scene)) == ["army", "rebels"]


def test_two_states_where_no_opposition_is_named(seen, desk_for):
    scene = seen("Armenia and Azerbaijan met on Monday. Both sides agreed to a truce.")

    assert names(scene, desk_for(scene)) == ["armenia", "azerbaijan"]


def test_those_who_made_the_deal_at_hand(seen, desk_for):
    scene = seen("The rebels reached a deal with Russia. The army watched. Both sides signed it.")
    desk = desk_for(scene)
    span = scene.sentences[0].span
    deal = Target(desk.new("deal", "deal", span, 0))
    makers = [doer_of(actor) for actor in scene.company.between(*scene.bounds(0))]
    for doer in makers:
        desk.note(doer, deal, "accepted", span, 0)

    assert {doer.role for doer in makers} == {"opposition", "mediator"}
    assert BothSides(scene, desk).expand([BOTH]) == makers


def test_others_stay_as_they_are(seen, desk_for):
    scene = seen("The army left.")
    army = doer_of(scene.company.between(*scene.bounds(0))[0])

    assert BothSides(scene, desk_for(scene)).expand([army]) == [army]
