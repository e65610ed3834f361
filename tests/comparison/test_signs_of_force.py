"""What gives a text its force, as it is found."""

from __future__ import annotations

import pytest

from qalamoun_terms.comparison.signs_of_force import signs_of
from qalamoun_terms.comparison.wording import pieces
from qalamoun_terms.comparison.wordings import LANGUAGES, SORTS, language_of, wordings


def found(text, language=None):
    words = wordings(language or language_of(text))
    return [(one.sort, one.meaning) for one in signs_of(pieces(text), words)]


PHRASES = [
    (language, " ".join(words), sort, meaning)
    for language in LANGUAGES
    for rows in wordings(language).phrases.values()
    for words, sort, meaning in rows
]


@pytest.mark.parametrize(("language", "phrase", "sort", "meaning"), PHRASES)
def test_each_phrase_of_the_tables_is_found_whole(language, phrase, sort, meaning):
    amount = [("number", "7")] if sort == "limit" else []

    assert found(f"x {phrase} {'7' if amount else ''} x", language) == [(sort, meaning), *amount]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sort(language):
    rows = wordings(language).phrases.values()

    assert {sort for row in rows for _, sort, _ in row} == set(SORTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three to six months", [("number", "3"), ("length", "P6M")]),
        ("two hundred and fifty men", [("number", "250")]),
        ("three million", [("number", "3000000")]),
        ("3 million", [("number", "3000000")]),
        ("2.5 tons, 1,250,000 people", [("number", "2.5"), ("number", "1250000")]),
        ("30 calendar days", [("length", "P30D")]),
        ("a fortnight, an hour", [("length", "P14D"), ("length", "PT1H")]),
        ("half the men", []),
        ("one of them, on the one hand", []),
        ("one month, 1 man", [("length", "P1M"), ("number", "1")]),
        ("as provided for, within the aims, about roads", []),
        ("All leave. 2. Roads open; 3) so", [("scope", "all")]),
        ("on 5 June", [("number", "5"), ("month", "6")]),
        ("in paragraphs 2 and resolution 2254", []),
        ("shall. Not now", [("duty", "obligation"), ("negation", "not")]),
        ("خمسة وعشرين يوماً ولمدة شهر", [("length", "P25D"), ("length", "P1M")]),
        ("شهرين وأسبوعين", [("length", "P2M"), ("length", "P14D")]),
        ("ولا يجوز لأحد", [("duty", "prohibition")]),
        ("treinta y cinco días; 20 por ciento", [("length", "P35D"), ("share", "20 %")]),
    ],
)
def test_amounts_and_phrases_are_told_apart(text, expected):
    assert found(text, "es" if "días" in text else None) == expected


def test_vowel_signs_and_accents_make_no_difference():
    assert found("يُمنَعُ الدخول") == found("يمنع الدخول") == [("duty", "prohibition")]
    assert pieces("يُمنَعُ الدخول") == ["يُمنَعُ", " ", "الدخول"]
