"""The words of a statement, each with the classes that the lexicon gives it there.

One pass over the words; the lexicon is looked up by the first word of its entries, gaps are bounded.
"""

from __future__ import annotations

import bisect
import itertools
import operator
from collections.abc import Iterator, Sequence

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.lexicon.wordings import Wording
from qalamoun_terms.reading.terms.forms import told_apart
from qalamoun_terms.reading.terms.words import Tag, Words, plain_words
from qalamoun_terms.reading.text.frames import Mention, Span

_GAP = 7
_STOPS = frozenset(".,;:!?()")


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
    return Words(words.text, words.lower, words.starts, words.ends, words.capitals, tags)


_ORDER = operator.attrgetter("first", "stop", "group", "part")
_START = operator.attrgetter("span.start")


def _wordings(lower: Sequence[str], lexicon: TermLexicon) -> Iterator[Tag]:
    """The wordings of the lexicon that begin at each word."""
    by_first = lexicon.by_first
    stands = frozenset(lower).issuperset
    last = len(lower) - 1
    for at in itertools.compress(range(last + 1), map(by_first.__contains__, lower)):
        wordings = by_first[lower[at]]
        after = at + 1
        if after < last and lower[after] == "-":
            after += 1
        second = lower[after] if after <= last else ""
        seen: set[tuple[str, str]] = set()
        for wording in wordings.by_second.get(second, wordings.others):
            if wording.sort in seen:
                continue
            if wording.short:
                stop = at + 1 if len(wording.words) == 1 else after + 1
            else:
                stop = _match(wording, lower, at) if stands(wording.words) else -1
            if stop > 0:
                seen.add(wording.sort)
                yield Tag(at, stop, wording.group, wording.part, wording.form)


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
    at = bisect.bisect_left(mentions, scope.start, key=_START)
    end = bisect.bisect_left(mentions, scope.end, lo=at, key=_START)
    for mention in mentions[at:end]:
        if mention.kind != "party" or not scope.covers(mention.span):
            continue
        first = bisect.bisect_left(words.starts, mention.span.start)
        stop = bisect.bisect_left(words.starts, mention.span.end)
        if first < stop:
            yield Tag(first, stop, "party", "thing")
            yield Tag(first, stop, f"party_{mention.role or 'other'}", "thing")
