"""Nouns of no known side are parties where they answer or ask, and nothing elsewhere."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.text.segments import segments
from qalamoun_terms.reading.text.sentences import quotations, sentences
from qalamoun_terms.reading.text.tokens import tokenize
from qalamoun_terms.reading.who.acting_nouns import with_acting_nouns


def named(text: str) -> list[str]:
    """The names of the parties that are found in a text in which no other is known."""
    lexicon = load("en")
    tokens = tokenize(text)
    blocks = segments(text, lexicon)
    split = sentences(text, blocks, quotations(text, blocks), lexicon)
    return [actor.name for actor in with_acting_nouns(tokens, split, blocks, (), lexicon)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The inmates have already rejected the offer.", "inmates"),
        ("On Monday the striking tanners refused the draft.", "striking tanners"),
        ("The front demanded the release of its men.", "front"),
    ],
)
def test_who_answers_or_asks_is_a_party(sentence: str, name: str) -> None:
    assert named(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy came with an offer for the inmates.",
        "The inmates slept in the yard.",
        "The papers rejected on Monday lay on the table.",
        "In the front rejected goods were piled up.",
    ],
)
def test_who_does_neither_is_none(sentence: str) -> None:
    assert named(sentence) == []
