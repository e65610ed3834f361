"""What is known of a text before its story is read."""

from __future__ import annotations

import pytest
from attrs.exceptions import FrozenInstanceError

DRAFT = "Draft agreement\n\nThe sides agree on the following:\n1. The road is opened.\n2. Prisoners go free."


def words(scene, index):
    return scene.tokens.words[slice(*scene.bounds(index))]


def test_a_sentence_begins_after_the_name_of_its_speaker(seen):
    scene = seen("Army: The road stays closed.\n\nThe rebels left the town.")

    assert words(scene, 0)[0] == "the"
    assert scene.content(0).text(scene.tokens.text) == "The road stays closed."
    assert words(scene, 1)[:2] == ["the", "rebels"]


def test_nouns_of_packages_are_found_sentence_by_sentence(seen):
    scene = seen("The rebels presented a plan. The army rejected the offer of the rebels.")

    assert [[p.noun for p in scene.phrases(i)] for i in (0, 1)] == [["plan"], ["offer"]]
    assert scene.phrases(1)[0].span(scene.tokens).text(scene.tokens.text) == (
        "the offer of the rebels"
    )


def test_items_follow_what_opens_them(seen):
    scene = seen(DRAFT)
    opening = next(i for i in range(len(scene.sentences)) if "following" in words(scene, i))

    assert scene.opens_items(opening)
    assert scene.next_is_item(opening)
    assert not scene.next_is_item(len(scene.sentences) - 1)


def test_the_words_of_the_first_headings(seen):
    scene = seen(DRAFT)

    assert {"draft", "agreement"} <= scene.heading_words()
    assert scene.title_words() == {"agreement"}


def test_the_sentence_that_holds_a_place(seen):
    text = "The army left. The rebels stayed."
    scene = seen(text)

    assert [scene.sentence_at(text.index(word)) for word in ("army", "rebels")] == [0, 1]
    assert scene.sentence_at(len(text)) == 1


def test_a_scene_does_not_change(seen):
    with pytest.raises(FrozenInstanceError):
        seen("The army left.").cast = None
