"""Who says so."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import see
from qalamoun_terms.reading.who.speakers import voice_at

EN = load("en")

SPOKEN = [
    # a text, words in it, and who is said to have said them (None: the report itself)
    ("The governor said that the road was open.", "road", "governor"),
    ("The road was open, the governor said.", "road", "governor"),
    ('"The road is open," said Mayor Tarik Bel.', "road", "Tarik Bel"),
    ("According to Lina Moro, the road was open.", "road", "Lina Moro"),
    ("Lina Moro, who speaks for the town, said the road was open.", "road", "Lina Moro"),
    ("Lina Moro told us of it. She added that the road was open.", "road", "Lina Moro"),
    ("A security official said that the road was open.", "road", "anonymous"),
    (
        "A member of the team, who asked not to be named, spoke. The road was open, he said.",
        "road",
        "anonymous",
    ),
    ("The road was open.", "road", None),
    ("The governor came. The road was open.", "road", None),
]


@pytest.mark.parametrize(("text", "word", "speaker"), SPOKEN)
def test_who_is_said_to_have_said_it(text, word, speaker):
    scene = see(text, EN, None, {})

    voice = voice_at(scene.company.voices, text.index(word))

    found = voice and (voice.speaker.name or voice.speaker.kind)
    assert speaker == found


def test_a_statement_is_in_the_words_of_who_issued_it():
    text = (
        "Statement of the Marvale Front\n\nWe met the envoy. We told him what we think. "
        "Our answer will come."
    )

    assert "Marvale Front" == see(text, EN, None, {}).company.issuer.name


def test_a_report_is_in_the_words_of_the_report():
    text = 'The front met the envoy. "We told him what we think," its spokesman said.'

    assert "report" == see(text, EN, None, {}).company.issuer.kind
