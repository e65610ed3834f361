"""The classes of words that the lexicon names: each given once, without repetition, and read."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import qalamoun_terms
from qalamoun_terms.errors import QalamounError
from qalamoun_terms.lexicon import load as loading
from qalamoun_terms.lexicon.load import LANGUAGES, load

PACKAGE = Path(qalamoun_terms.__file__).parent
NAMES_IN_CODE = {
    name
    for path in PACKAGE.rglob("*.py")
    for name in re.findall(r'"([a-z_]+)"', path.read_text(encoding="utf-8"))
}
NAMES_BY_ROLE = {f"{role}_label" for role in ("state", "opposition", "mediator")}


def words_of(language: str) -> dict[str, list[str]]:
    """The words of each class as its file lists them."""
    sections = [table.get("classes", {}) for table in load(language).tables.values()]
    return {name: str(words).split() for section in sections for name, words in section.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_class_lists_a_word_twice(language):
    counts = {name: Counter(words) for name, words in words_of(language).items()}
    twice = {name: [w for w, n in found.items() if n > 1] for name, found in counts.items()}

    assert {} == {name: words for name, words in twice.items() if words}


def test_no_list_of_small_words_has_a_word_twice():
    lists = load("en").tables["grammar"]["grammar"]

    assert [] == [name for name, words in lists.items() if len(set(words)) < len(words)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_is_read_by_code_or_stands_in_a_phrase(language):
    files = (PACKAGE / "lexicon" / language).glob("*.toml")
    in_phrases = {
        name for file in files for name in re.findall(r"@(\w+)", file.read_text(encoding="utf-8"))
    }

    assert set() == words_of(language).keys() - NAMES_IN_CODE - NAMES_BY_ROLE - in_phrases


def test_every_list_of_small_words_is_read_by_code():
    assert set() == load("en").tables["grammar"]["grammar"].keys() - NAMES_IN_CODE


def test_a_class_that_two_files_give_is_refused():
    tables = {"one": {"classes": {"road": "lane"}}, "two": {"classes": {"road": "street"}}}

    with pytest.raises(QalamounError, match=r"two\.toml: class 'road': expected a name not yet"):
        loading._classes(tables, {})
