"""The words of a stretch of a text, with their places in the whole of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.reading.terms.words import plain_words
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import tokenize

TEXTS = st.text(alphabet="abAB 12.,:-'’\"\n", max_size=40)


@given(TEXTS, st.data())
def test_the_words_of_a_stretch_are_all_that_is_printed_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    scope = Span(start, data.draw(st.integers(start, len(text))))

    words = plain_words(text, scope)

    printed = "".join(scope.text(text).lower().replace("’", "'").split())
    assert "".join(words.lower) == printed
    assert [
        text[a:b].lower().replace("’", "'") for a, b in zip(words.starts, words.ends, strict=True)
    ] == (words.lower)
    assert all(scope.covers(Span(a, b)) for a, b in zip(words.starts, words.ends, strict=True))


@given(TEXTS)
def test_every_word_of_a_text_stands_where_it_is_said_to_stand(text):
    tokens = tokenize(text)

    places = list(zip(tokens.starts, tokens.ends, strict=True))
    assert "".join(text[a:b] for a, b in places) == "".join(text.split())
    assert places == sorted(places)
    assert {i for i, (a, _) in enumerate(places) if text[a].isupper()} <= tokens.capitals


def test_a_long_text_has_the_words_of_a_short_one():
    short = "The army's men leave at 10:30. "
    far = Span(len(short) * 5_000, len(short) * 5_001)

    words = plain_words(short * 5_001, far)

    assert words.lower == plain_words(short, Span(0, len(short))).lower
    assert words.starts[0] == far.start
