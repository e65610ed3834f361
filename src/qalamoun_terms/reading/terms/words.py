"""The words of a statement, each with the classes that the lexicon gives it there.

One pass over the words; the lexicon is looked up by the first word of its entries, gaps are bounded.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import operator
import re
from collections.abc import Container, Iterator, Sequence

from attrs import field, frozen

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.lexicon.wordings import Wording
from qalamoun_terms.reading.terms.forms import told_apart
from qalamoun_terms.reading.text.frames import Mention, Span
from qalamoun_terms.reading.text.tokens import cut

# an acronym with points, a number with its separators, a word with inner apostrophes, a possessive, or one mark
_WORD = re.compile(r"((?:\b[A-Z]\.){2,}|\d+(?:[.,:]\d+)+|\w+(?:['’](?!s\b)\w+)*|['’]s\b|[^\w\s])")
_GAP = 7
_AT_ONCE = 100_000
"""Characters of a text up to which its words are kept while it is read."""

_STOPS = frozenset(".,;:!?()")


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
    """The words of one scope: `lower` in small letters, with their places in the whole text."""

    text: str = field(repr=False)
    lower: Sequence[str] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    tags: Sequence[Tag] = field(repr=False)

    def __len__(self) -> int:
        return len(self.lower)

    def span(self, first: int, stop: int) -> Span:
        """The stretch of the text from word `first` up to but not including word `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])

    def part(self, first: int, stop: int) -> Words:
        """The words from `first` up to but not including `stop`, as words of their own."""
        where = slice(first, stop)
        return Words(self.text, self.lower[where], self.starts[where], self.ends[where], ())

    def printed(self, first: int, stop: int) -> str:
        """The words as printed, with single blanks between the lines of the text."""
        return " ".join(self.text[self.starts[first] : self.ends[stop - 1]].split())

    def places_of(self, known: Container[str]) -> Iterator[int]:
        """The places of words that are among those known."""
        return itertools.compress(range(len(self.lower)), map(known.__contains__, self.lower))

    def places_or_numbers(self, known: Container[str]) -> list[int]:
        """The places of words that are among those known, or that begin with a digit."""
        return [at for at, word in enumerate(self.lower) if word in known or word[0].isdecimal()]

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

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
    lower = [word.lower() for word in printed]
    if "’" in text:
        lower = [word.replace("’", "'") for word in lower]
    return Words(text, lower, starts, ends, ())


def _cut(text: str, start: int, end: int) -> Words:
    lower, starts, ends = [], [], []
    for found in _WORD.finditer(text, start, end):
        word = found.group().lower()
        lower.append(word if word.isascii() else word.replace("’", "'"))
        starts.append(found.start())
        ends.append(found.end())
    return Words(text, lower, starts, ends, ())


def scan(text: str, scope: Span, lexicon: TermLexicon, mentions: Sequence[Mention] = ()) -> Words:
    """The words of a scope with their classes.

    Args:
        text: the whole text.
        scope: the stretch to look at.
        lexicon: the vocabulary of terms.
        mentions: names of parties, places and persons found in the text.

    >>> from qalamoun_terms.lexicon.load import load
    >>> from qalamoun_terms.lexicon.load_terms import term_lexicon
    >>> words = scan("open the road", Span(0, 13), term_lexicon(load("en")))
    >>> [tag.group for tag in words.tags if tag.first == 2]
    ['road']
    """
    return tagged(plain_words(text, scope), lexicon, mentions)


def tagged(words: Words, lexicon: TermLexicon, mentions: Sequence[Mention] = ()) -> Words:
    """Words with the classes that the lexicon and the names of parties give them.

    Args:
        words: the words of a scope.
        lexicon: the vocabulary of terms.
        mentions: names found in the text, in its order.
    """
    parties = [*_parties(words, mentions)]
    found = told_apart(words, [*_wordings(words.lower, lexicon)], parties, lexicon.grammar)
    tags = sorted([*found, *parties], key=_ORDER)
    return Words(words.text, words.lower, words.starts, words.ends, tags)


_ORDER = operator.attrgetter("first", "stop", "group", "part")


def _wordings(lower: Sequence[str], lexicon: TermLexicon) -> Iterator[Tag]:
    """The wordings of the lexicon that begin at each word."""
    by_first = lexicon.by_first
    for at in itertools.compress(range(len(lower)), map(by_first.__contains__, lower)):
        wordings = by_first[lower[at]]
        after = _follower(lower, at)
        second = lower[after] if after < len(lower) else ""
        found = wordings.by_second.get(second, wordings.others)
        seen: set[tuple[str, str]] = set()
        for wording in found:
            key = (wording.group, wording.part)
            if key in seen:
                continue
            if wording.short:
                stop = at + 1 if len(wording.words) == 1 else after + 1
            else:
                stop = _match(wording, lower, at)
            if stop > 0:
                seen.add(key)
                yield Tag(at, stop, wording.group, wording.part, wording.form)


def _follower(lower: Sequence[str], at: int) -> int:
    """The place of the word after a word, over a hyphen."""
    after = at + 1
    return after + 1 if after < len(lower) - 1 and lower[after] == "-" else after


def _match(wording: Wording, lower: Sequence[str], at: int) -> int:
    """The place after a wording of several words, -1 where they do not stand there."""
    place = at + 1
    for index, word in enumerate(wording.words[1:], start=1):
        if wording.gap == index:
            place = _after_gap(word, lower, place)
        elif place < len(lower) - 1 and lower[place] == "-":
            place += 1
        if place < 0 or place >= len(lower) or lower[place] != word:
            return -1
        place += 1
    return place


def _after_gap(word: str, lower: Sequence[str], place: int) -> int:
    for at in range(place, min(place + _GAP, len(lower))):
        if lower[at] == word:
            return at
        if lower[at] in _STOPS:
            break
    return -1


def _parties(words: Words, mentions: Sequence[Mention]) -> Iterator[Tag]:
    """The parties named in the scope; mentions stand in the order of the text."""
    if not len(words):
        return
    scope = Span(words.starts[0], words.ends[-1])
    at = bisect.bisect_left(mentions, scope.start, key=lambda mention: mention.span.start)
    end = bisect.bisect_left(mentions, scope.end, lo=at, key=lambda mention: mention.span.start)
    for mention in mentions[at:end]:
        if mention.kind != "party" or not scope.covers(mention.span):
            continue
        first = bisect.bisect_left(words.starts, mention.span.start)
        stop = bisect.bisect_left(words.starts, mention.span.end)
        if first < stop:
            yield Tag(first, stop, "party", "thing")
            yield Tag(first, stop, f"party_{mention.role or 'other'}", "thing")
