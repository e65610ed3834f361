"""The words of a text with their places, found in one pass."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Container, Iterator, Sequence

from attrs import field, frozen

from qalamoun_terms.reading.text.frames import Span

# an acronym with points, a word with its inner hyphens and apostrophes (but without a possessive),
# the possessive itself, or a run of one mark
_TOKEN = re.compile(
    r"(\b(?:[A-Z]\.){2,}(?:-\w+)*|\w+(?:(?:[-‑]|['’](?!s\b))\w+)*|['’]s\b|([^\w\s])\2*)"
)
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

    def places_of(self, known: Container[str], first: int, stop: int) -> Iterator[int]:
        """The places of words that are among those known, between two words.

        Args:
            known: the words looked for.
            first: the first word.
            stop: the word after the last.

        >>> list(tokenize("open the road to the mill").places_of({"the"}, 0, 4))
        [1]
        """
        inside = self.words[first:stop]
        return itertools.compress(range(first, stop), map(known.__contains__, inside))

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
    printed, starts, ends = cut(_TOKEN, text)
    words = [word.lower() for word in printed]
    if "’" in text or "‑" in text:
        words = [word.replace("’", "'").replace("‑", "-") for word in words]
    words = [w.replace(".", "") if "." in w and w[0] != "." else w for w in words]
    capitals = frozenset(
        at
        for at, word in enumerate(printed)
        if word[0].isupper() or ("-" in words[at] and _goes_on_in_capitals(word, words[at]))
    )
    owners = _owners(text)
    if owners:
        words = ["'s" if starts[at] in owners else word for at, word in enumerate(words)]
    return Tokens(text, words, starts, ends, capitals)


def cut(words: re.Pattern[str], text: str) -> tuple[list[str], list[int], list[int]]:
    r"""The words of a text as printed, with where each begins and ends, in one pass.

    Args:
        words: what a word is; a pattern with one group around all of it, or with one more inside.
        text: any text.

    >>> cut(re.compile(r"(\w+)"), "the road")
    (['the', 'road'], [0, 4], [3, 8])
    """
    pieces = words.split(text)
    if words.groups == 2:
        del pieces[2::3]
    places = list(itertools.accumulate(map(len, pieces)))
    return pieces[1::2], places[:-1:2], places[1::2]


def _goes_on_in_capitals(printed: str, word: str) -> bool:
    """Whether a capital follows the hyphen after a word's first letters ("al-Waer")."""
    hyphen = word.find("-", 0, 6)
    return 0 < hyphen < len(printed) - 1 and printed[hyphen + 1].isupper()


def _owners(text: str) -> frozenset[int]:
    """Where a mark makes a plural an owner ("the rebels' offer"), unless it may end a quotation."""
    if _OPENS.search(text):
        return frozenset()
    return frozenset(found.start() for found in _OWNERS.finditer(text))
