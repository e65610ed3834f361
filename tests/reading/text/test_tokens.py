"""The words of a text, and what is found among them."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.text.tokens import tokenize

TEXT = "The rebels rejected the plan. The army agreed to a truce, and al-Waer gave up its arms."


@pytest.mark.parametrize("table", ["stances", "proposals", "actors"])
def test_the_entries_of_a_stretch_are_those_that_its_table_finds(table):
    tokens, index = tokenize(TEXT), load("en").indexes[table]
    stretches = [(0, 6), (6, len(tokens)), (3, 9), (4, 4)]

    for first, stop in stretches:
        expected = [*index.find(tokens.words, first, stop)]
        assert expected == [*tokens.hits(index, first, stop)]


def test_names_come_in_the_order_of_the_text():
    tokens = tokenize(TEXT)

    assert [tokens.printed(at) for at in tokens.names] == ["The", "The", "al-Waer"]
    assert [tokens.printed(at) for at in tokens.names_between(1, 9)] == ["The"]
