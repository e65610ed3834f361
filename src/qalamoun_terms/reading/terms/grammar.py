"""The small words of a language as they stand in one statement."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Mapping, Sequence

from attrs import frozen

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.reading.terms.words import Tag, Words

PAUSES = frozenset(",;:()—–|")
"""Marks at which a clause may end."""

ENDS = PAUSES | {"."}
"""Marks at which a clause or a sentence may end."""


@frozen(eq=False)
class Grammar:
    """The small words of a language, and what stands aside in one statement.

    `helping` are the places of modals and forms of be, have and do, `owners` those of "'s"; `tags_in` keeps the classes of
    stretches that were asked for.
    """

    words: Words
    lists: Mapping[str, frozenset[str]]
    lexicon: TermLexicon
    aside: Sequence[bool]
    verb_at: Mapping[int, Tag]
    content: set[int]
    things: frozenset[int]
    helping: frozenset[int]
    owners: frozenset[int]
    tags_in: dict[tuple[int, int], tuple[Tag, ...]]

    def is_a(self, at: int, name: str) -> bool:
        """Whether the word at a place belongs to a list of small words."""
        lower = self.words.lower
        return 0 <= at < len(lower) and lower[at] in self.lists[name]

    def is_any(self, at: int, names: tuple[str, ...]) -> bool:
        """Whether the word at a place belongs to one of several lists of small words."""
        lower = self.words.lower
        return 0 <= at < len(lower) and lower[at] in self.lexicon.small_words(names)

    def is_auxiliary(self, at: int) -> bool:
        """Whether the word at a place is a modal or a form of be, have or do."""
        return at in self.helping

    def places_of(self, known: Container[str]) -> Iterator[int]:
        """The places of words that are among those known."""
        return self.words.places_of(known)

    def places_in(self, name: str, first: int, stop: int) -> Iterator[int]:
        """The places of words of a list of small words, from word `first` up to `stop`."""
        known = map(self.lists[name].__contains__, self.words.lower[first:stop])
        return itertools.compress(range(first, stop), known)

    @property
    def last_of_openers(self) -> frozenset[str]:
        """The last words of the phrases that open content."""
        return self.lists["last_of_openers"]
