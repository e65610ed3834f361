"""The words and word pairs of articles, weighed by how rare they are in two drafts.

No list of words of any language is needed: a word that stands in nearly every article weighs nearly nothing.
Letters are folded (case, accents, vowel signs, Arabic letter forms); scripts without spaces are cut into letters, and
Arabic words lose what is written together with them: "and", the article, and a preposition before the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, repeat
from math import log, sqrt
from operator import add

from attrs import field, frozen

__all__ = [
    "Profile",
    "Weights",
    "bare_words",
    "folded_words",
    "heaviest_pair",
    "heaviest_word",
    "profiles_of",
    "shared",
    "without",
]

_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_LETTER_FORMS = str.maketrans(
    {"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ٱ": "ا", "ـ": "", "ß": "ss", "\xad": ""}
)
_ASCII_FOLDED = "".join(one.lower() if one.isalnum() else " " for one in map(chr, range(128)))
"""What each ASCII character becomes: what is no letter and no digit parts words."""
_ARABIC = re.compile(r"[\u0621-\u064a]")
_ARTICLE, _CONJUNCTION = (
    re.compile(r"\b[وف]?(?:ال|بال|كال|لل)(?=\w{3})"),
    re.compile(r"\b[وف](?=\w{4})"),
)
_PAIR = 0.7
"""What a pair of neighbouring words weighs, of what it would by its rareness alone."""
_REPEATED = 2.0
"""What weighs so many times what another article has of it is repeated, and not used up by that."""

Weights = dict[int, float]
"""Features and their weights; no pair of words has the number of a word."""


def folded_words(text: str) -> list[str]:
    """List the words of a text in the form in which they are compared.

    Args:
        text: a text in any language.

    >>> folded_words("The Convention of LOMÉ, 1975"), folded_words("هُدْنَة")
    (['the', 'convention', 'of', 'lome', '1975'], ['هدنه'])
    """
    if text.isascii():
        return text.translate(_ASCII_FOLDED).split()
    letters = unicodedata.normalize("NFKD", text).translate(_LETTER_FORMS).casefold()
    kept = letters if letters.isascii() else _without_marks(letters)
    return _WORD.findall(kept)


def bare_words(text: str) -> list[str]:
    """List the folded words of a text, those in Arabic without the article and what stands before it.

    Args:
        text: a text in any language.

    >>> bare_words("وبالأسرى") == bare_words("أسرى"), bare_words("the wells")
    (True, ['the', 'wells'])
    """
    words = folded_words(text)
    if text.isascii() or not _ARABIC.search(text):
        return words
    return _CONJUNCTION.sub("", _ARTICLE.sub("", " ".join(words))).split()


def _without_marks(letters: str) -> str:
    marks = {one for one in set(letters) if unicodedata.combining(one)}
    return letters.translate({ord(one): None for one in marks}) if marks else letters


@frozen(kw_only=True, eq=False)
class Profile:
    """What an article weighs in words and word pairs.

    Args:
        words: the weight of each word.
        pairs: the weight of each pair of neighbouring words.
        length: how many words it has.
        norm: the length of its vector of words.
        mass: what its words weigh together.
        pair_mass: what its word pairs weigh together.

    >>> profile, _ = profiles_of([["six", "months"], ["six", "days"]])
    >>> profile.length, len(profile.words), len(profile.pairs)
    (2, 2, 1)
    """

    words: Weights = field(repr=False)
    pairs: Weights = field(repr=False)
    length: int
    norm: float = field(init=False)
    mass: float = field(init=False)
    pair_mass: float = field(init=False)

    @norm.default
    def _length_of_vector(self) -> float:
        return sqrt(sum([weight * weight for weight in self.words.values()]))

    @mass.default
    def _weight_of_words(self) -> float:
        return sum(self.words.values())

    @pair_mass.default
    def _weight_of_pairs(self) -> float:
        return sum(self.pairs.values())

    def cosine(self, other: Profile) -> float:
        """Say how much two articles have in common by their rare words, from 0 to 1."""
        if not self.norm or not other.norm:
            return 0.0
        less, more = _by_length(self.words, other.words)
        found: float = sum([less[key] * more[key] for key in filter(more.__contains__, less)])
        return found / (self.norm * other.norm)

    def within(self, other: Profile) -> float:
        """Say which part of its word pairs the other has too, from 0 to 1."""
        return shared(self.pairs, other.pairs) / self.pair_mass if self.pair_mass else 0.0

    def overlap(self, other: Profile) -> float:
        """Say which part of the word pairs of the lighter of two articles the other has too, from 0 to 1."""
        least = min(self.pair_mass, other.pair_mass)
        return shared(self.pairs, other.pairs) / least if least else 0.0

    def words_within(self, other: Profile) -> float:
        """Say which part of its words the other has too, from 0 to 1."""
        return shared(self.words, other.words) / self.mass if self.mass else 0.0


def shared(one: Weights, other: Weights) -> float:
    """Weigh what is in both.

    >>> shared({1: 2.0, 2: 1.0}, {1: 0.5, 3: 1.0})
    0.5
    """
    less, more = _by_length(one, other)
    return sum(
        [
            weight if (weight := less[key]) < (taken := more[key]) else taken
            for key in filter(more.__contains__, less)
        ]
    )


def _by_length(one: Weights, other: Weights) -> tuple[Weights, Weights]:
    """Put the shorter one first: it is gone through, and the longer one asked."""
    return (one, other) if len(one) <= len(other) else (other, one)


def without(whole: Weights, other: Weights) -> Weights:
    """Leave out of a whole what another article has; what the whole repeats over and over stays.

    >>> without({1: 2.0, 2: 1.0, 3: 3.0}, {1: 2.0, 3: 2.0})
    {2: 1.0, 3: 1.0}
    """
    left = dict(whole)
    for key in filter(other.__contains__, whole):
        weight, taken = whole[key], other[key]
        if weight <= taken:
            del left[key]
        elif weight < _REPEATED * taken:
            left[key] = weight - taken
    return left


def heaviest_pair(texts: int) -> float:
    """Say what a word pair weighs that one article of each draft has, and no other.

    Args:
        texts: how many articles both drafts have.

    >>> round(heaviest_pair(200), 2)
    3.14
    """
    return _PAIR * heaviest_word(texts)


def heaviest_word(texts: int) -> float:
    """Say what a word weighs that one article of each draft has once, and no other.

    Args:
        texts: how many articles both drafts have.

    >>> round(heaviest_word(200), 2)
    4.49
    """
    return _rareness(texts, 2)


def profiles_of(texts: Iterable[Sequence[str]], *, paired: bool = True) -> list[Profile]:
    """Weigh the words and word pairs of articles by how rare they are among them.

    Args:
        texts: the words of each article of both drafts, folded.
        paired: whether to weigh the word pairs too.

    >>> [profile.length for profile in profiles_of([["six", "months"], ["days"]])]
    [2, 1]
    """
    ids: dict[str, int] = defaultdict(count().__next__)
    cut = [list(map(ids.__getitem__, words)) for words in texts]
    pairs = _weighed(_pairs_in(cut, len(ids)), _PAIR) if paired else repeat(_NOTHING, len(cut))
    return [
        Profile(words=words, pairs=pairs, length=len(text))
        for words, pairs, text in zip(_weighed(cut, 1.0), pairs, cut, strict=True)
    ]


_NOTHING: Weights = {}


def _pairs_in(texts: Iterable[Sequence[int]], words: int) -> Iterator[list[int]]:
    """Number the pairs of neighbouring words, from the number of words on; equal pairs are one object."""
    first = [one * words for one in range(words)]
    ids: dict[int, int] = defaultdict(count(words).__next__)
    for text in texts:
        yield list(map(ids.__getitem__, map(add, map(first.__getitem__, text), text[1:])))


def _rareness(texts: int, holders: int) -> float:
    return log(texts + 1.0) + 0.1 - log(holders + 0.5)


def _weighed(texts: Iterable[Sequence[int]], factor: float) -> Iterator[Weights]:
    """Weigh the words of articles: the fewer articles have them, the more; a repeated one a little more."""
    times = list(map(Counter, texts))
    holders = Counter(chain.from_iterable(times))
    by_number = {many: factor * _rareness(len(times), many) for many in set(holders.values())}
    weights = dict(zip(holders, map(by_number.__getitem__, holders.values()), strict=True))
    most = max(chain.from_iterable(one.values() for one in times), default=0)
    again = [1 + log(many or 1) for many in range(most + 1)]
    for one in times:
        yield {
            word: weights[word] if many == 1 else weights[word] * again[many]
            for word, many in one.items()
        }
