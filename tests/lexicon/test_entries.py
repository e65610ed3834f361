"""Each entry of the lexicon fires on its example and keeps still on its counter-example."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import LANGUAGES, load
from qalamoun_terms.lexicon.phrases import Entry, build_index
from qalamoun_terms.reading.text.tokens import tokenize

ENTRIES = [
    pytest.param(entry, id=f"{language}-{table}-{entry.id}")
    for language in LANGUAGES
    for table, entries in load(language).entries.items()
    for entry in entries
    if entry.phrases
]


def fires(entry: Entry, text: str) -> bool:
    """Whether a phrase of the entry stands in a text, as the reader looks for it."""
    tokens = tokenize(text)
    hits = build_index([entry]).find(tokens.words, 0, len(tokens))
    capital = bool(entry.data.get("capital"))
    return any(tokens.capital(hit.start) or not capital for hit in hits)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_fires_on_its_example(entry):
    assert entry.example
    assert fires(entry, entry.example)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_keeps_still_on_its_counter_example(entry):
    assert entry.counter_example
    assert not fires(entry, entry.counter_example)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ids_of_a_table_are_unique(language):
    for entries in load(language).entries.values():
        ids = [entry.id for entry in entries]

        assert len(set(ids)) == len(ids)
