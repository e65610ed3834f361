"""The way back to where the reading stood after a sentence."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import see
from qalamoun_terms.reading.told.bearings import take_bearings
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.weighed.past import Past

TEXT = "The rebels presented a plan. The army presented an offer. The rebels rejected it."


@pytest.fixture
def desk():
    scene = see(TEXT, load("en"), None, {})
    return Desk(scene, take_bearings(scene))


@pytest.fixture
def past(desk):
    remembered = Past(desk.scene, desk)
    for index, sentence in enumerate(desk.scene.sentences[:2]):
        desk.touch(desk.new("paper", "paper", sentence.span, index), None, index)
        remembered.remember(index, answered=False, gathered=index == 1, refused=())
    return remembered


def test_the_desk_lies_as_it_did_then(desk, past):
    packages = desk.story.shelf.packages

    seen = [
        (moment.index, len(desk.story.shelf.packages), desk.flow.topic_at, ahead)
        for moment, ahead in past.again()
    ]

    assert seen == [(0, 1, 0, 1), (1, 2, 1, 0)]
    assert desk.story.shelf.packages == packages


def test_what_is_put_there_meanwhile_stays(desk, past):
    span = desk.scene.sentences[0].span

    added = [desk.new("paper", "guess", span, moment.index) for moment, _ in past.again()]

    assert [p.noun for p in desk.story.shelf.packages] == ["paper", "guess", "paper", "guess"]
    assert all(package in desk.story.shelf.packages for package in added)


def test_a_text_in_which_nothing_was_read_is_silent(desk):
    past = Past(desk.scene, desk)
    past.remember(0, answered=False, gathered=False, refused=())

    assert past.is_silent
