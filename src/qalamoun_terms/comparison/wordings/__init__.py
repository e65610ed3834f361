"""What gives a provision its force, language by language: words as data, read from the TOML files beside this one."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from attrs import field, frozen

from qalamoun_terms.lexicon.letters import folded, is_arabic
from qalamoun_terms.model.time import Amount

__all__ = ["LANGUAGES", "SORTS", "Phrase", "Wordings", "language_of", "plain", "wordings"]

LANGUAGES = ("en", "ar", "es")
"""The languages whose words of force are known."""

SORTS = ("duty", "negation", "condition", "exception", "qualification", "limit", "scope")
"""The sorts of words of force that are found as phrases."""


Phrase = tuple[tuple[str, ...], str, str]
"""The words of a phrase, its sort and its meaning."""


@frozen(kw_only=True)
class Wordings:
    """The words of force of one language, in their plain spelling.

    Args:
        language: its code.
        common: words by which a text is known to be in it.
        prefixes: what may be written together with a word, the longest first.
        phrases: for the first word of each phrase: its words, its sort and its meaning, the longest first.
        numbers: number words.
        scales: number words that multiply.
        units: the units of time.
        lengths: lengths of time in one word.
        months: the months of the year.
        small: small words around numbers, by what they are for.
        amounts: all words with which a number, a length of time or a month may begin.
    """

    language: str
    common: frozenset[str] = field(repr=False)
    prefixes: tuple[str, ...] = field(repr=False)
    phrases: Mapping[str, tuple[Phrase, ...]] = field(repr=False)
    numbers: Mapping[str, int] = field(repr=False)
    scales: Mapping[str, int] = field(repr=False)
    units: Mapping[str, Amount] = field(repr=False)
    lengths: Mapping[str, Amount] = field(repr=False)
    months: Mapping[str, str] = field(repr=False)
    small: Mapping[str, frozenset[str]] = field(repr=False)
    amounts: frozenset[str] = field(init=False, repr=False)
    _opened: Mapping[tuple[str, str], tuple[Phrase, ...]] = field(init=False, repr=False, eq=False)
    _starts: dict[str, str] = field(factory=dict, init=False, repr=False, eq=False)

    @amounts.default
    def _amounts(self) -> frozenset[str]:
        tables = (self.numbers, self.scales, self.lengths, self.months)
        words = {word for table in tables for word in table}
        return frozenset(words | self.small["half"] | self.small["a_single"])

    @_opened.default
    def _by_two_words(self) -> Mapping[tuple[str, str], tuple[Phrase, ...]]:
        found = {}
        for first, known in self.phrases.items():
            for second in {"", *(one[0][1] for one in known if len(one[0]) > 1)}:
                found[first, second] = tuple(
                    one for one in known if len(one[0]) == 1 or one[0][1] == second
                )
        return found

    def phrases_of(self, first: str, second: str) -> tuple[Phrase, ...]:
        """Give the phrases that may stand where two words follow on each other, the longest first.

        Args:
            first: the first word, in the plain spelling.
            second: the word after it; empty at the end of a text.

        >>> [" ".join(words) for words, _, _ in wordings("en").phrases_of("shall", "never")]
        ['shall never', 'shall']
        """
        return self._opened.get((first, second)) or self._opened.get((first, ""), ())

    def readings(self, word: str) -> Iterator[str]:
        """Give a word as it is, then without what may be written together with it.

        Args:
            word: a word in the plain spelling.

        >>> list(wordings("ar").readings("ويجب"))
        ['ويجب', 'يجب']
        """
        yield word
        for before in self.prefixes:
            if word.startswith(before) and len(word) > len(before) + 1:
                yield word[len(before) :]

    def start(self, word: str) -> str:
        """Give the reading of a printed word with which something that has force may begin; empty for none.

        Args:
            word: a word as printed.

        >>> wordings("en").start("Shall"), wordings("en").start("road"), wordings("en").start("72")
        ('shall', '', '72')
        """
        found = self._starts.get(word)
        if found is None:
            if len(self._starts) >= _KEPT:
                self._starts.clear()
            found = self._starts[word] = self._start(plain(word))
        return found

    def starts(self, words: Iterable[str]) -> list[str]:
        """Give `start` of several words.

        Args:
            words: words as printed.

        >>> wordings("en").starts(["Roads", "may", "open"])
        ['', 'may', '']
        """
        known = self._starts
        return [self.start(one) if (found := known.get(one)) is None else found for one in words]

    def _start(self, word: str) -> str:
        if word[:1].isdecimal():
            return word
        known = (self.phrases, self.amounts)
        return next((one for one in self.readings(word) if any(one in some for some in known)), "")


_KEPT = 50_000


@lru_cache(maxsize=_KEPT)
def plain(word: str) -> str:
    """Write a word without case, accents and vowel signs, and with Arabic letters in one spelling.

    Args:
        word: a word as printed.

    >>> plain("Podrá"), plain("يُمنَع") == plain("يمنع")
    ('podra', True)
    """
    if word.isascii():
        return word.casefold()
    letters = unicodedata.normalize("NFKD", folded(unicodedata.normalize("NFC", word)))
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold()


def language_of(*texts: str) -> str:
    """Say in which of the known languages texts are, by their common words; English where nothing tells.

    Args:
        *texts: the texts, which are taken together.

    >>> language_of("La Comisión podrá visitar los campamentos."), language_of("Roads are open.")
    ('es', 'en')
    """
    heads = [text[:_ENOUGH] for text in texts]
    if not all(map(str.isascii, heads)) and any(map(is_arabic, heads)):
        return "ar"
    telling = _english_or_spanish()
    found = " ".join(heads).casefold().split()
    return "en" if sum([telling[one] for one in found if one in telling]) >= 0 else "es"


@cache
def _english_or_spanish() -> dict[str, int]:
    """Give 1 for the common words of English, -1 for those of Spanish; those of both tell nothing."""
    english, spanish = wordings("en").common, wordings("es").common
    return {word: 1 if word in english else -1 for word in english ^ spanish}


_ENOUGH = 400
"""So many characters of a text tell its language."""


@cache
def wordings(language: str) -> Wordings:
    """Give the words of force of a language.

    Args:
        language: one of `LANGUAGES`.

    >>> wordings("en").numbers["twelve"], wordings("es").months["agosto"]
    (12, '8')
    """
    text = resources.files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    return Wordings(
        language=language,
        common=_words(table["common"]),
        prefixes=tuple(sorted(map(plain, table.get("prefixes", ())), key=lambda one: -len(one))),
        phrases=_phrases(table),
        numbers={plain(word): number for word, number in table["number"].items()},
        scales={plain(word): number for word, number in table["scale"].items()},
        units=_amounts(table["unit"]),
        lengths=_amounts(table["length"]),
        months={word: number for number, row in table["month"].items() for word in _words(row)},
        small={name: _words(row) for name, row in table["words"].items()},
    )


def _words(row: str) -> frozenset[str]:
    return frozenset(map(plain, row.split()))


def _amounts(section: Mapping[str, str]) -> dict[str, Amount]:
    return {word: Amount.parse(iso) for iso, row in section.items() for word in _words(row)}


def _phrases(table: Mapping[str, Any]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for sort in SORTS:
        for meaning, phrases in table[sort].items():
            for words in _split(phrases):
                found.setdefault(words[0], []).append((words, sort, meaning))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()
    }


def _split(phrases: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for phrase in phrases:
        yield tuple(map(plain, phrase.split()))
