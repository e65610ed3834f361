"""The readers of running text hold whom they ask; nobody inherits from anybody."""

from __future__ import annotations

import attrs

from qalamoun_terms.reading.told.readers import told_readers


def test_all_readers_sit_at_one_desk(seen, desk_for):
    scene = seen("The army left.")
    desk = desk_for(scene)

    readers = attrs.asdict(told_readers(scene, desk), recurse=False)

    assert {id(r.desk) for r in readers.values() if hasattr(r, "desk")} == {id(desk)}
    assert {id(r.scene) for r in readers.values()} == {id(scene)}


def test_whoever_is_asked_is_the_one_that_all_ask(seen, desk_for):
    scene = seen("The army left.")
    told = told_readers(scene, desk_for(scene))

    assert told.deals.contents is told.offers.contents is told.contents
    assert told.responses.refusals is told.refusals


def test_no_reader_inherits_from_another(seen, desk_for):
    scene = seen("The army left.")

    readers = attrs.asdict(told_readers(scene, desk_for(scene)), recurse=False)

    assert {type(reader).__bases__ for reader in readers.values()} == {(object,)}
