"""Foreign states in an Arabic text: which word means which, who of them bargains and who brokers."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Protocol

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.arabic.words import PAUSES, Page

_ROW = 8  # words of a row of makers before a name
_DEAL = 8  # words between a deal or talks and the word "between"
_WITH = 3  # words between a deal and "with"
_BROKERED = 2  # words between "under the auspices" and whose they are


class Named(Protocol):
    """Words that name a party, with the noun by which it is known."""

    @property
    def first(self) -> int:
        """The first word."""

    @property
    def noun(self) -> str:
        """The noun, without article."""


@functools.cache
def _words(lexicon: Lexicon) -> dict[str, str]:
    nations = lexicon.named_words("actors", "nations")
    return {word: nation for nation, words in nations.items() for word in words}


def nation_of(page: Page, noun: str) -> str:
    """The state that a name speaks of, or "".

    Args:
        page: the text.
        noun: the words of the name, without article.
    """
    known = _words(page.stems.lexicon)
    return next((known[word] for word in noun.split() if word in known), "")


def is_national(page: Page, at: int) -> bool:
    """Whether a word is a definite adjective of a state: "the Russian".

    Args:
        page: the text.
        at: the word.
    """
    word = page.word(at)
    return word.startswith("ال") and word.removeprefix("ال") in _words(page.stems.lexicon)


def brokering(page: Page) -> frozenset[str]:
    """The states under whose auspices something is done: "Egyptian mediation".

    Args:
        page: the text.
    """
    found = set()
    for at in range(len(page.tokens)):
        if page.is_a(at, "broker"):
            near = (page.word(i).removeprefix("ال") for i in range(at + 1, at + 1 + _BROKERED))
            found |= {nation_of(page, word) for word in near}
    return frozenset(found - {""})


def bargaining(page: Page, parties: Sequence[Named]) -> frozenset[str]:
    """The states that make deals or talk themselves: "between Russia and the factions".

    Args:
        page: the text.
        parties: the parties of the text.
    """
    found = {nation_of(page, p.noun) for p in parties if _bargains(page, p.first)}
    return frozenset(found - {""} - brokering(page))


def _bargains(page: Page, at: int) -> bool:
    """Whether a name is that of a maker: beside "between" or "with", or the subject of reaching."""
    if any(use.form.entry.id == "reach" for use in page.uses(at - 1, "stances")):
        return True
    if page.word(at - 1) == "مع":
        return _speaks_of_deal(page, at - 1 - _WITH, at - 1)
    low = at - 1 if not page.joined(at) and page.word(at - 1) != "وبين" else at - _ROW
    for place in range(at - 1, low - 1, -1):
        if page.word(place) in PAUSES:
            return False
        if page.word(place) == "بين":
            return _speaks_of_deal(page, place - _DEAL, place)
    return False


def _speaks_of_deal(page: Page, first: int, stop: int) -> bool:
    return any(page.is_a(at, "bargained") for at in range(max(0, first), stop))
