"""The words of a text with their places, found in one pass."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from attrs import field, frozen

from qalamoun_terms.reading.frames import Span

# an acronym with points, a word with its inner hyphens and apostrophes (but without a possessive),
# the possessive itself, or a run of one mark
_TOKEN = re.compile(r"\b(?:[A-Z]\.){2,}|\w+(?:(?:[-‑]|['’](?!s\b))\w+)*|['’]s\b|([^\w\s])\1*")
_OWNERS = re.compile(r"(?<=\ws)['’](?= [a-z])")
_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")


@frozen(eq=False)
class Tokens:
    """The words of a text: as lower-case `words`, as printed by `printed`, at `starts` and `ends`.

    `capitals` are the words that are written as names are.
    """

    text: str = field(repr=False)
    words: Sequence[str] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    capitals: frozenset[int] = field(default=frozenset(), repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """The index of the first word that begins at or after an offset.

        Args:
            offset: a place in the text.

        >>> tokenize("the road").at(1)
        1
        """
        return bisect.bisect_left(self.starts, offset)

    def bounds(self, span: Span) -> tuple[int, int]:
        """The first word of a stretch and the word after its last.

        Args:
            span: a stretch of the text.

        >>> tokenize("open the road").bounds(Span(5, 13))
        (1, 3)
        """
        return self.at(span.start), self.at(span.end)

    def span(self, first: int, stop: int) -> Span:
        """The stretch from word `first` up to but not including word `stop`.

        >>> tokenize("open the road").span(1, 3)
        Span(start=5, end=13)
        """
        return Span(self.starts[first], self.ends[stop - 1])

    def printed(self, index: int) -> str:
        """A word as the text prints it.

        >>> tokenize("The Army").printed(1)
        'Army'
        """
        return self.text[self.starts[index] : self.ends[index]]

    def capital(self, index: int) -> bool:
        """Whether a word is written as a name is: a capital first, or after a hyphen ("al-Waer").

        >>> tokenize("The army").capital(1), tokenize("from al-Waer").capital(1)
        (False, True)
        """
        return index in self.capitals


def tokenize(text: str) -> Tokens:
    """The words and marks of a text.

    Args:
        text: any text.

    >>> tokenize("Russia's envoy").words
    ['russia', "'s", 'envoy']
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    capitals: list[int] = []
    owners = _owners(text)
    for found in _TOKEN.finditer(text):
        printed = found.group()
        start, end = found.span()
        word = printed.lower()
        if not word.isascii():
            word = word.replace("’", "'").replace("‑", "-")
        if word[-1] == "." and word[0] != ".":
            word = word.replace(".", "")
        if printed[0].isupper() or ("-" in word and _goes_on_in_capitals(printed, word)):
            capitals.append(len(words))
        words.append("'s" if start in owners else word)
        starts.append(start)
        ends.append(end)
    return Tokens(text, words, starts, ends, frozenset(capitals))


def _goes_on_in_capitals(printed: str, word: str) -> bool:
    """Whether a capital follows the hyphen after a word's first letters ("al-Waer")."""
    hyphen = word.find("-", 0, 6)
    return 0 < hyphen < len(printed) - 1 and printed[hyphen + 1].isupper()


def _owners(text: str) -> frozenset[int]:
    """Where a mark makes a plural an owner ("the rebels' offer"), unless it may end a quotation."""
    if _OPENS.search(text):
        return frozenset()
    return frozenset(found.start() for found in _OWNERS.finditer(text))
