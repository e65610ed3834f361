"""The words of a statement, and the classes that they may carry."""

from __future__ import annotations

import bisect
import functools
import itertools
import operator
import re
from collections.abc import Container, Iterator, Sequence

from attrs import field, frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import cut

# an acronym with points, a number with its separators, a word with inner apostrophes, a possessive, or one mark
_WORD = re.compile(
    r"([A-Z](?<=\b.)\.(?:\b[A-Z]\.)+|\d+(?:[.,:]\d+)+|\w+(?:['’](?!s\b)\w+)*|['’]s\b|[^\w\s])"
)
_FIRST = operator.itemgetter(0)
_AT_ONCE = 100_000
"""Characters of a text up to which its words are kept while it is read."""


@frozen
class Tag:
    """A class that the lexicon gives to the words from `first` up to but not including `stop`."""

    first: int
    stop: int
    group: str
    part: str
    form: str = ""


@frozen(eq=False)
class Words:
    """The words of one scope: `lower` in small letters, with their places in the whole text.

    `capitals` tells of each whether it begins with a capital letter.
    """

    text: str = field(repr=False)
    lower: Sequence[str] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    capitals: Sequence[bool] = field(repr=False)
    tags: Sequence[Tag] = field(default=(), repr=False)

    def __len__(self) -> int:
        return len(self.lower)

    def span(self, first: int, stop: int) -> Span:
        """The stretch of the text from word `first` up to but not including word `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])

    def part(self, first: int, stop: int) -> Words:
        """The words from `first` up to but not including `stop`, as words of their own."""
        where = slice(first, stop)
        return Words(
            self.text,
            self.lower[where],
            self.starts[where],
            self.ends[where],
            self.capitals[where],
        )

    def printed(self, first: int, stop: int) -> str:
        """The words as printed, with single blanks between the lines of the text."""
        return " ".join(self.text[self.starts[first] : self.ends[stop - 1]].split())

    def places_of(self, known: Container[str]) -> Iterator[int]:
        """The places of words that are among those known."""
        return itertools.compress(range(len(self.lower)), map(known.__contains__, self.lower))

    def places_or_numbers(self, known: Container[str]) -> list[int]:
        """The places of words that are among those known, or that begin with a digit."""
        numbers = map(str.isdecimal, map(_FIRST, self.lower))
        looked_for = map(operator.or_, map(known.__contains__, self.lower), numbers)
        return [*itertools.compress(range(len(self.lower)), looked_for)]

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.capitals[index]

    def is_number(self, index: int) -> bool:
        """Whether a word begins with a digit."""
        return self.lower[index][0].isdecimal()


def plain_words(text: str, scope: Span) -> Words:
    """The words of a scope, without classes.

    Args:
        text: the whole text.
        scope: the stretch to look at.

    >>> plain_words("Open the road!", Span(0, 14)).lower
    ['open', 'the', 'road', '!']
    """
    if len(text) > _AT_ONCE:
        return _cut(text, scope.start, scope.end)
    words = _all_words(text)
    first = bisect.bisect_left(words.starts, scope.start)
    stop = bisect.bisect_left(words.starts, scope.end)
    whole = first == 0 or words.ends[first - 1] <= scope.start
    if whole and (stop == first or words.ends[stop - 1] <= scope.end):
        return words.part(first, stop)
    return _cut(text, scope.start, scope.end)


@functools.lru_cache(maxsize=1)
def _all_words(text: str) -> Words:
    printed, starts, ends = cut(_WORD, text)
    lower = [*map(str.lower, printed)]
    if "’" in text:
        lower = [word.replace("’", "'") for word in lower]
    return Words(text, lower, starts, ends, [*map(str.isupper, map(_FIRST, printed))])


def _cut(text: str, start: int, end: int) -> Words:
    found = [*_WORD.finditer(text, start, end)]
    printed = [one.group() for one in found]
    return Words(
        text,
        [word.lower().replace("’", "'") for word in printed],
        [one.start() for one in found],
        [one.end() for one in found],
        [*map(str.isupper, map(_FIRST, printed))],
    )
