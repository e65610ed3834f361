"""Who is named in a text and who says what; who acted last."""

from __future__ import annotations

import pytest
from attrs.exceptions import FrozenInstanceError

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import see

TEXT = "The army and the rebels met. They left the town, General Haddad said."


@pytest.fixture
def scene():
    return see(TEXT, load("en"), None, {})


def test_actors_between_two_words(scene):
    named = scene.company.between(*scene.bounds(0))

    assert [actor.name.lower() for actor in named] == ["army", "rebels"]
    assert scene.company.by_stop[named[0].stop] is named[0]


def test_a_row_of_actors_begins_with_its_first(scene):
    army, rebels = scene.company.between(*scene.bounds(0))

    assert scene.company.row_first(rebels, 0) == army.first


def test_whoever_says_something_is_known_by_the_last_word_of_the_name(scene):
    assert "haddad" in scene.company.persons


def test_who_is_named_does_not_change_while_the_text_is_read(scene):
    with pytest.raises(FrozenInstanceError):
        scene.company.actors = ()


def test_the_subject_of_a_verb_is_who_acted_last(scene):
    first, _ = scene.bounds(0)
    met = scene.tokens.words.index("met")

    found = scene.cast.before(met, first, [])

    assert [doer.role for doer in found] == ["state", "opposition"]
    assert scene.cast.last == found[-1]


def test_who_opens_a_sentence_acted_last(scene):
    scene.cast.opened_by(*scene.bounds(0))

    assert scene.cast.last.role == "state"
