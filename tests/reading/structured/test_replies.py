"""Short answers: what they say, what leaves them open, and what is no short answer."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.structured.replies import Reply, read_reply
from qalamoun_terms.reading.text.tokens import tokenize

EN = load("en")


def reply(text: str) -> Reply | None:
    tokens = tokenize(text)
    return read_reply(tokens, 0, len(tokens), EN)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Yes.", "accepted"),
        ("We have no objection.", "accepted"),
        ("Ready to sign", "accepted"),
        ("We accept, and at once.", "accepted"),
        ("No", "rejected"),
        ("Not acceptable.", "rejected"),
        ("Our answer is no.", "rejected"),
        ("Ad referendum", "provisional"),
        ("Agreed, subject to approval by the cabinet", "provisional"),
        ("Must consult the capital", "deferred"),
        ("Will reply on Sunday", "deferred"),
        ("Only if the guns are moved", "conditional"),
        ("Not before the well is shared.", "conditional"),
        ("Agreed, provided that the guns are moved", "conditional"),
        ("(own item)", ""),
    ],
)
def test_an_answer_without_a_verb_has_a_stance(text, stance):
    found = reply(text)

    assert found is not None
    assert found.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "No guns within a mile of the well",
        "Agreed to leave the well",
        "Agreed?",
        "The army leaves the well",
        "Three months",
        "They refused.",
        "The government refused.",
        "-",
        "",
    ],
)
def test_what_has_content_of_its_own_or_stays_open_is_no_short_answer(text):
    assert reply(text) is None


def test_the_condition_of_an_answer_is_told_apart():
    text = "No objection if the guns are moved; see annex"
    found = reply(text)

    assert found is not None
    assert found.condition is not None
    assert tokenize(text).span(*found.condition).text(text) == "the guns are moved"
