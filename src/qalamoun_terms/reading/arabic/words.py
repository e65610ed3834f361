"""The words of an Arabic text, each with what the lexicon says it may be."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import field, frozen

from qalamoun_terms.lexicon.letters import TATWEEL, shadow
from qalamoun_terms.lexicon.phrases import Entry
from qalamoun_terms.lexicon.stems import StemLexicon, Use
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import Tokens

_WORD = re.compile(r"[^\W\d]+|\d+|([^\w\s])\1*")
_KEPT = 20_000  # places whose words are kept in mind
PAUSES = frozenset("،,؛;:.()؟!")


def tokens_of(text: str) -> Tokens:
    """The words of a text in the folded spelling, at their places in the text as given.

    Args:
        text: the text.

    >>> tokens_of("هُدنة").words, tokens_of("هُدنة").ends
    (['هدنه'], [5])
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _WORD.finditer(shadow(text)):
        words.append(found.group().replace(TATWEEL, "") or TATWEEL)
        starts.append(found.start())
        ends.append(found.end())
    return Tokens(text, words, starts, ends)


@frozen(eq=False)
class Page:
    """A text as words, with the vocabulary to read them and the sides of the parties named in it."""

    tokens: Tokens
    stems: StemLexicon = field(repr=False)
    roles: Mapping[int, str] = field(factory=dict, repr=False)
    _known: dict[tuple[int, str], tuple[Use, ...]] = field(factory=dict, init=False, repr=False)

    def word(self, at: int) -> str:
        """The word at a place, "" outside of the text."""
        words = self.tokens.words
        return words[at] if 0 <= at < len(words) else ""

    def uses(self, at: int, table: str) -> tuple[Use, ...]:
        """What the word at a place may be by one table of the lexicon, with the words after it."""
        if not self.stems.uses_of(self.word(at), table):
            return ()
        known = self._known.get((at, table))
        if known is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            known = self._known[at, table] = self._uses(at, table)
        return known

    def _uses(self, at: int, table: str) -> tuple[Use, ...]:
        found = [
            use
            for use in self.stems.uses_of(self.word(at), table)
            if self._follow(use.form.rest, at)
        ]
        longest = max((len(use.form.rest) for use in found), default=0)
        return tuple(use for use in found if len(use.form.rest) == longest)

    def _follow(self, rest: tuple[frozenset[str], ...], at: int) -> bool:
        """Whether the words after a place are those that its noun consists of."""
        return all(
            self.word(at + n) in words or self.word(at + n).removeprefix("ال") in words
            for n, words in enumerate(rest, start=1)
        )

    def entry(self, at: int, table: str) -> Entry | None:
        """The first entry of a table that the word at a place belongs to."""
        return next((use.form.entry for use in self.uses(at, table)), None)

    def is_a(self, at: int, name: str) -> bool:
        """Whether the word at a place, or what follows its "and", is of a class."""
        words = self.tokens.words
        return 0 <= at < len(words) and words[at] in self.stems.words_with_and(name)

    def is_exactly(self, at: int, name: str) -> bool:
        """Whether the word at a place is of a class as it stands, without any "and"."""
        return self.word(at) in self.stems.words(name)

    def joined(self, at: int) -> bool:
        """Whether a word begins with "and"."""
        return self.word(at)[:1] == "و"

    def span(self, first: int, stop: int) -> Span:
        """The stretch of words without marks at its ends."""
        while stop - 1 > first and not self.word(stop - 1)[0].isalnum():
            stop -= 1
        while first < stop - 1 and not self.word(first)[0].isalnum():
            first += 1
        return self.tokens.span(first, stop)
