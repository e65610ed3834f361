"""The words and word pairs of articles, weighed by how rare they are in two drafts.

No list of words of any language is needed: a word that stands in nearly every article weighs nearly nothing.
Letters are folded (case, accents, vowel signs, Arabic letter forms); scripts without spaces are cut into letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from math import log, sqrt

from attrs import field, frozen

__all__ = ["Lexis", "Profile", "folded_words", "shared"]

_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_LETTER_FORMS = str.maketrans(
    {"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ٱ": "ا", "ـ": "", "ß": "ss", "\xad": ""}
)
_PAIR = 0.7
"""What a pair of neighbouring words weighs, of what it would by its rareness alone."""

Weights = dict[int, float]
"""Features and their weights."""


def folded_words(text: str) -> list[str]:
    """List the words of a text in the form in which they are compared.

    Args:
        text: a text in any language.

    >>> folded_words("The Convention of LOMÉ, 1975"), folded_words("هُدْنَة")
    (['the', 'convention', 'of', 'lome', '1975'], ['هدنه'])
    """
    if text.isascii():
        return _WORD.findall(text.lower())
    letters = unicodedata.normalize("NFKD", text).translate(_LETTER_FORMS).casefold()
    kept = letters if letters.isascii() else _without_marks(letters)
    return _WORD.findall(kept)


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

    >>> profile = Lexis([["six", "months"], ["six", "days"]]).profile(["six", "months"])
    >>> profile.length, len(profile.words), len(profile.pairs)
    (2, 2, 1)
    """

    words: Weights = field(repr=False)
    pairs: Weights = field(repr=False)
    length: int

    @cached_property
    def norm(self) -> float:
        """The length of its vector of words."""
        return sqrt(sum(weight * weight for weight in self.words.values()))

    @cached_property
    def mass(self) -> float:
        """What its words weigh together."""
        return sum(self.words.values())

    @cached_property
    def pair_mass(self) -> float:
        """What its word pairs weigh together."""
        return sum(self.pairs.values())

    def cosine(self, other: Profile) -> float:
        """Say how much two articles have in common by their rare words, from 0 to 1."""
        if not self.norm or not other.norm:
            return 0.0
        one, two = self.words, other.words
        found = sum([one[key] * two[key] for key in sorted(one.keys() & two.keys())])
        return found / (self.norm * other.norm)

    def within(self, other: Profile) -> float:
        """Say which part of its word pairs the other has too, from 0 to 1."""
        return shared(self.pairs, other.pairs) / self.pair_mass if self.pair_mass else 0.0

    def words_within(self, other: Profile) -> float:
        """Say which part of its words the other has too, from 0 to 1."""
        return shared(self.words, other.words) / self.mass if self.mass else 0.0


def shared(one: Weights, other: Weights) -> float:
    """Weigh what is in both.

    >>> shared({1: 2.0, 2: 1.0}, {1: 0.5, 3: 1.0})
    0.5
    """
    return sum([min(one[key], other[key]) for key in sorted(one.keys() & other.keys())])


class Lexis:
    """How rare words and word pairs are in two drafts together.

    Args:
        texts: the words of each article of both drafts.

    >>> Lexis([["six", "months"], ["six", "days"]]).number
    2
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self.number = 0
        self._ids: dict[str, int] = {}
        self._word_count: Counter[int] = Counter()
        self._pair_count: Counter[int] = Counter()
        for words in texts:
            self.number += 1
            ids = self._known(words)
            self._word_count.update(set(ids))
            self._pair_count.update(set(_paired(ids)))

    def _known(self, words: Sequence[str]) -> list[int]:
        ids = self._ids
        return [ids.setdefault(word, len(ids)) for word in words]

    def profile(self, words: Sequence[str]) -> Profile:
        """Weigh the words of an article.

        Args:
            words: its words, folded.
        """
        ids = self._known(words)
        pairs = _paired(ids)
        return Profile(
            words=self._weighed(Counter(ids), self._word_count, 1.0),
            pairs=self._weighed(Counter(pairs), self._pair_count, _PAIR),
            length=len(ids),
        )

    def _weighed(self, times: Counter[int], known: Counter[int], factor: float) -> Weights:
        rare = log(self.number + 1.0)
        return {
            key: factor * (1 + log(many)) * (rare - log(known[key] + 0.5) + 0.1)
            for key, many in times.items()
        }


def _paired(ids: Sequence[int]) -> list[int]:
    return [one << 32 | other for one, other in pairwise(ids)]
