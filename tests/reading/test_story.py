"""A text is read from its first sentence to its last by readers that were put together for it."""

from __future__ import annotations

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import see
from qalamoun_terms.reading.story import read_story, story_reader

TALKS = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal.\n\n"
    "The mediator's proposal calls for a six-week truce. Also on the table: the return of the "
    "displaced and the opening of the road."
)


def scene_of(text):
    return see(text, load("en"), None, {})


def nothing_more(_features, _stated):
    return False


def told(story):
    return [item.mention.term.kind for p in story.shelf.packages for item in p.items]


def test_a_story_has_packages_with_their_terms():
    assert "ceasefire" in told(read_story(scene_of(TALKS)))


def test_whoever_judges_is_asked_about_what_the_lexicon_left():
    asked = []

    def refuse_all(features, stated):
        asked.append((frozenset(features), stated.kind))
        return False

    story = read_story(scene_of(TALKS), judge=refuse_all)

    assert not any(item.weighed for p in story.shelf.packages for item in p.items)
    assert all("gathered:1" in features or "gathered:0" in features for features, _ in asked)
    assert asked


def test_cells_are_read_by_the_same_reader_as_running_text():
    reader = story_reader(scene_of(TALKS), nothing_more)

    assert reader.rows.run == reader.running.read
    assert reader.weighing.responses is reader.told.responses


def test_two_texts_share_nothing():
    one, other = (story_reader(scene_of(TALKS), nothing_more) for _ in range(2))
    for index in range(len(one.scene.sentences)):
        one.sentence(index)
    one.close()

    assert one.desk.story.shelf.packages
    assert other.desk.story.shelf.packages == []
