"""The words of a text with their places, found in one pass."""

from __future__ import annotations

import bisect
import itertools
import operator
import re
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from qalamoun_terms.lexicon.phrases import Hit, Index
from qalamoun_terms.reading.text.frames import Span

# an acronym with points (told by its first capital, which most words lack), a word with its inner
# hyphens and apostrophes (but without a possessive), the possessive itself, or a run of one mark
_TOKEN = re.compile(
    r"([A-Z](?<=\b.)\.(?:[A-Z]\.)+(?:-\w+)*|\w+(?:(?:[-‑]|['’](?!s\b))\w+)*|['’]s\b|([^\w\s])\2*)"
)
COLON = frozenset({":"})
_FIRST = operator.itemgetter(0)
_OWNERS = re.compile(r"(?<=\ws)['’](?= [a-z])")
_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")


@frozen(eq=False)
class Tokens:
    """The words of a text: as lower-case `words`, as printed by `printed`, at `starts` and `ends`.

    `capitals` are the words that are written as names are, `names` the same in their order.
    """

    text: str = field(repr=False)
    words: Sequence[str] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    capitals: frozenset[int] = field(default=frozenset(), repr=False)
    names: Sequence[int] = field(init=False, repr=False)
    _openings: dict[Index, Sequence[int]] = field(factory=dict, init=False, repr=False)
    _bounds: dict[tuple[int, int], tuple[int, int]] = field(factory=dict, init=False, repr=False)
    _places: dict[frozenset[str], Sequence[int]] = field(factory=dict, init=False, repr=False)

    @names.default
    def _in_order(self) -> Sequence[int]:
        return sorted(self.capitals)

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
        place = span.start, span.end
        found = self._bounds.get(place)
        if found is None:
            found = self._bounds[place] = self.at(span.start), self.at(span.end)
        return found

    def span(self, first: int, stop: int) -> Span:
        """The stretch from word `first` up to but not including word `stop`.

        >>> tokenize("open the road").span(1, 3)
        Span(start=5, end=13)
        """
        return Span(self.starts[first], self.ends[stop - 1])

    def text_of(self, first: int, stop: int) -> str:
        """The stretch from word `first` up to but not including word `stop`, as the text prints it.

        >>> tokenize("open the Road").text_of(1, 3)
        'the Road'
        """
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def printed(self, index: int) -> str:
        """A word as the text prints it.

        >>> tokenize("The Army").printed(1)
        'Army'
        """
        return self.text[self.starts[index] : self.ends[index]]

    def places_of(self, known: frozenset[str], first: int, stop: int) -> Sequence[int]:
        """The places of words that are among those known, between two words.

        The whole text is looked through once for each set of words that is asked for.

        Args:
            known: the words looked for, a class of the lexicon or the like.
            first: the first word.
            stop: the word after the last.

        >>> tokenize("open the road to the mill").places_of(frozenset({"the"}), 0, 4)
        [1]
        """
        places = self._places.get(known)
        if places is None:
            found = map(known.__contains__, self.words)
            places = self._places[known] = [*itertools.compress(range(len(self.words)), found)]
        return between(places, first, stop)

    def first_of(self, known: frozenset[str], first: int, stop: int) -> int | None:
        """The first place of a word that is among those known, between two words; None if there is none.

        Args:
            known: the words looked for, a class of the lexicon or the like.
            first: the first word.
            stop: the word after the last.

        >>> tokenize("open the road to the mill").first_of(frozenset({"the"}), 2, 6)
        4
        """
        return next(iter(self.places_of(known, first, stop)), None)

    def names_between(self, first: int, stop: int) -> Sequence[int]:
        """The words between two words that are written as names are.

        Args:
            first: the first word.
            stop: the word after the last.

        >>> tokenize("The army and the Front met").names_between(1, 6)
        [4]
        """
        return between(self.names, first, stop)

    def hits(self, index: Index, first: int, stop: int) -> Iterable[Hit]:
        """The entries of a table that begin at a word of a stretch, as `Index.find` gives them.

        Args:
            index: the table.
            first: the first word of the stretch.
            stop: the word after its last.
        """
        openings = self._openings.get(index)
        if openings is None:
            openings = self._openings[index] = [*index.places(self.words, 0, len(self.words))]
        places = between(openings, first, stop)
        return index.find_at(places, self.words, stop) if places else ()

    def capital(self, index: int) -> bool:
        """Whether a word is written as a name is: a capital first, or after a hyphen ("al-Waer").

        >>> tokenize("The army").capital(1), tokenize("from al-Waer").capital(1)
        (False, True)
        """
        return index in self.capitals


def between(places: Sequence[int], first: int, stop: int) -> Sequence[int]:
    """Of places in their order, those between two.

    Args:
        places: places, such as those of some words.
        first: the first that may be among them.
        stop: the first that may not.

    >>> between([1, 4, 9], 2, 9)
    [4]
    """
    low = bisect.bisect_left(places, first)
    if low == len(places) or places[low] >= stop:
        return ()
    return places[low : bisect.bisect_left(places, stop, lo=low)]


def tokenize(text: str) -> Tokens:
    """The words and marks of a text.

    Args:
        text: any text.

    >>> tokenize("Russia's envoy").words
    ['russia', "'s", 'envoy']
    """
    printed, starts, ends = cut(_TOKEN, text)
    words = [*map(str.lower, printed)]
    if "’" in text or "‑" in text:
        words = [word.replace("’", "'").replace("‑", "-") for word in words]
    words = [w.replace(".", "") if "." in w and w[0] != "." else w for w in words]
    capitals = {
        at for at, w in enumerate(words) if "-" in w and _goes_on_in_capitals(printed[at], w)
    }
    upper = map(str.isupper, map(_FIRST, printed))
    capitals.update(itertools.compress(range(len(words)), upper))
    owners = _owners(text)
    if owners:
        words = ["'s" if starts[at] in owners else word for at, word in enumerate(words)]
    return Tokens(text, words, starts, ends, frozenset(capitals))


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
