"""The small language of the lexicon's phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.errors import QalamounError
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.phrases import Entry, build_index, forms, parse_phrase

CLASSES = {"deal": frozenset({"deal", "truce"})}
IRREGULAR = {"give": ("gives", "gave", "given", "giving")}

MATCHES = [
    # phrase, words, where a match that begins at the first word ends (-1: none)
    ("sign~", "signed the paper", 1),
    ("sign~ the paper", "signs the paper", 3),
    ("turn~ <2> down", "turned it flatly down", 4),
    ("turn~ <2> down", "turned it once more flatly down", -1),
    ("turn~ <2> down", "turned . down", -1),
    ("give~ the? nod", "gave nod", 2),
    ("give~ the? nod", "gave the nod", 3),
    ("the|a @deal", "a truce", 2),
    ("the|a @deal", "a loaf", -1),
    ("no <1> @deal", "no such deal", 3),
]


@pytest.mark.parametrize(("phrase", "words", "end"), MATCHES)
def test_a_phrase_matches_from_its_first_word(phrase, words, end):
    listed = words.split()

    assert end == parse_phrase(phrase, CLASSES, IRREGULAR).match(listed, 0, len(listed))


@pytest.mark.parametrize(
    ("verb", "written"),
    [
        ("deny", ("deny", "denies", "denied", "denying")),
        ("pledge", ("pledge", "pledges", "pledged", "pledging")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("give", ("give", "gives", "gave", "given", "giving")),
    ],
)
def test_the_forms_of_a_verb_follow_its_spelling(verb, written):
    assert written == forms(verb, IRREGULAR)


def test_a_phrase_may_not_begin_with_a_gap():
    with pytest.raises(QalamounError, match="expected a word at its beginning"):
        parse_phrase("<3> down", {})


def test_an_unknown_class_is_named():
    with pytest.raises(QalamounError, match="@pact"):
        parse_phrase("the @pact", CLASSES)


def test_the_longest_phrase_of_an_entry_is_found():
    phrases = tuple(parse_phrase(text, {}) for text in ("agree~", "agree~ in principle"))
    entry = Entry(id="agrees", phrases=phrases, example="", counter_example="")
    words = ["they", "agreed", "in", "principle"]

    hits = list(build_index([entry]).find(words, 0, len(words)))

    assert [(1, 4)] == [(hit.start, hit.end) for hit in hits]


def test_entries_that_begin_before_a_word_are_found_to_their_ends():
    phrases = tuple(parse_phrase(text, {}) for text in ("truce deal", "deal"))
    entry = Entry(id="deal", phrases=phrases, example="", counter_example="")
    index = build_index([entry])

    found = list(index.find(["a", "truce", "deal"], 0, 3, before=2))

    assert [(1, 3)] == [(hit.start, hit.end) for hit in found]


def test_an_unknown_language_is_refused():
    with pytest.raises(QalamounError, match="expected one of en"):
        load("tlh")


def test_the_lexicon_is_loaded_once():
    assert load("en") is load("en")


LINES = ("give~ <2> up", "give~ up", "give~", "give~ the? nod", "no <1> @deal", "no such @deal")


@given(st.lists(st.sampled_from(["gave", "up", "the", "nod", "no", "such", "deal", ".", "it"])))
def test_an_index_finds_what_trying_every_phrase_at_every_word_finds(words):
    phrases = [parse_phrase(line, CLASSES, IRREGULAR) for line in LINES]
    index = build_index(
        [Entry(id=p.text, phrases=(p,), example="", counter_example="") for p in phrases]
    )

    found = {(hit.entry.id, hit.start, hit.end) for hit in index.find(words, 0, len(words))}

    ends = (
        (p.text, at, p.match(words, at, len(words))) for p in phrases for at in range(len(words))
    )
    assert {one for one in ends if one[2] >= 0} == found
