"""The small language in which the lexicon writes phrases, and how they are found among words.

A phrase is a row of elements: `word`, `this|that`, `verb~` (all its forms), `@class` (any word of a
class), each with `?` where it may be missing, and `<4>` for a gap of up to four words. Matching
looks only where the first word of a phrase stands and every gap is bounded, so it is linear.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from qalamoun_terms.errors import QalamounError

_STOPS = frozenset(".;:!?()")
_VOWELS = frozenset("aeiou")


@frozen
class Element:
    """One place of a phrase: the words that may stand there, or a gap of up to `gap` words."""

    words: frozenset[str] = frozenset()
    optional: bool = False
    gap: int = 0


@frozen
class Phrase:
    """A row of elements as written in the lexicon."""

    text: str
    elements: tuple[Element, ...] = field(repr=False)
    second: frozenset[str] = field(init=False, repr=False, eq=False)
    short: bool = field(init=False, repr=False, eq=False)
    found: int = field(init=False, repr=False, eq=False)

    @second.default
    def _second_words(self) -> frozenset[str]:
        """The words that must follow the first one at once; none where others may stand there."""
        leading = self.elements[:2]
        if len(leading) < 2 or any(element.optional or element.gap for element in leading):
            return frozenset()
        return leading[1].words

    @short.default
    def _is_short(self) -> bool:
        """Whether the first word, or that and the one that must follow it, are the whole phrase."""
        alone = len(self.elements) == 1 and not self.elements[0].optional
        return alone or (len(self.elements) == 2 and bool(self.second))

    @found.default
    def _found_by_index(self) -> int:
        """How many elements surely stand where an index has found the phrase."""
        return 2 if self.second else int(not self.elements[0].optional)

    def match(self, words: Sequence[str], at: int, end: int) -> int:
        """Where a match that begins at word `at` ends, or -1.

        Args:
            words: the words of a text in lower case.
            at: the index of the first word of the match.
            end: the index that the match may not pass.

        >>> parse_phrase("turn~ <2> down", {}).match("they turned it down".split(), 1, 4)
        4
        """
        return _match(self.elements, 0, words, at, end)


def _match(
    elements: tuple[Element, ...], place: int, words: Sequence[str], at: int, end: int
) -> int:
    for index in range(place, len(elements)):
        element = elements[index]
        if element.gap:
            return _match_gap(elements, index, words, at, end)
        if at >= end or words[at] not in element.words:
            if element.optional:
                continue
            return -1
        if element.optional:
            taken = _match(elements, index + 1, words, at + 1, end)
            if taken >= 0:
                return taken
            continue
        at += 1
    return at


def _match_gap(
    elements: tuple[Element, ...], index: int, words: Sequence[str], at: int, end: int
) -> int:
    after = elements[index + 1] if index + 1 < len(elements) else elements[index]
    loose = after.optional or after.gap > 0
    if not loose and after.words.isdisjoint(words[at : at + elements[index].gap + 1]):
        return -1
    for place in range(at, at + elements[index].gap + 1):
        if loose or (place < end and words[place] in after.words):
            found = _match(elements, index + 1, words, place, end)
            if found >= 0:
                return found
        if place >= end or words[place] in _STOPS:
            break
    return -1


def parse_phrase(
    text: str,
    classes: Mapping[str, frozenset[str]],
    irregular: Mapping[str, Sequence[str]] | None = None,
) -> Phrase:
    """The phrase that a line of the lexicon writes.

    Args:
        text: the phrase as written.
        classes: the named classes of words.
        irregular: the forms of irregular verbs, by their base form.

    Raises:
        QalamounError: the phrase names a class that is not there, or begins with a gap.

    >>> parse_phrase("the paper|text", {}).match(["the", "text"], 0, 2)
    2
    """
    pieces = text.replace("'s ", " 's ").split()  # as in a text, the mark of the owner is a word
    elements = tuple(_element(piece, classes, irregular or {}) for piece in pieces)
    if not elements or elements[0].gap:
        raise QalamounError(f"lexicon phrase {text!r}: expected a word at its beginning")
    return Phrase(text, elements)


def _element(
    piece: str, classes: Mapping[str, frozenset[str]], irregular: Mapping[str, Sequence[str]]
) -> Element:
    if piece.startswith("<"):
        return Element(gap=int(piece.strip("<>")))
    optional = len(piece) > 1 and piece.endswith("?")
    found: set[str] = set()
    for word in piece.removesuffix("?").split("|"):
        found.update(_words(word, classes, irregular))
    return Element(frozenset(found), optional)


def _words(
    word: str, classes: Mapping[str, frozenset[str]], irregular: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    if word.startswith("@"):
        if word[1:] not in classes:
            raise QalamounError(f"lexicon class {word!r}: expected one of {sorted(classes)}")
        return classes[word[1:]]
    if word.endswith("~"):
        return frozenset(forms(word[:-1], irregular))
    return frozenset({word})


def forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The forms of a verb: those listed where it is irregular, else by the rules of spelling.

    Args:
        verb: its base form.
        irregular: the forms of irregular verbs.

    >>> forms("deny", {})
    ('deny', 'denies', 'denied', 'denying')
    """
    if verb in irregular:
        return (verb, *irregular[verb])
    if verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
        return (verb, verb + "s", verb + "d", stem + "ing")
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return (verb, third, verb + "ed", verb + "ing")


@frozen(kw_only=True)
class Entry:
    """A line of the lexicon: its phrases, what they mean (`data`), an example and a counter-example."""

    id: str
    phrases: tuple[Phrase, ...]
    example: str
    counter_example: str
    data: Mapping[str, object] = field(factory=dict, hash=False)

    def word(self, key: str) -> str:
        """The entry's value for a key, "" where it has none."""
        value = self.data.get(key, "")
        return value if isinstance(value, str) else str(value)


@frozen
class Hit:
    """An entry found among words: from word `start` up to but not including word `end`."""

    entry: Entry
    start: int
    end: int


Pair = tuple[Entry, Phrase]


@frozen
class Openings:
    """The phrases that begin with one word, by the word after it; `others` do not ask for one.

    `near` are the words of which one must stand within `reach` for a phrase that has a gap after its
    first word; where none does, `closed` has all that is left.
    """

    by_second: Mapping[str, tuple[tuple[Entry, Phrase], ...]]
    others: tuple[tuple[Entry, Phrase], ...]
    near: frozenset[str] = frozenset()
    reach: int = 0
    closed: Openings | None = None


@frozen(eq=False)
class Index:
    """The entries of one table, found by the first words of their phrases."""

    by_word: Mapping[str, Openings] = field(repr=False)

    def find(
        self, words: Sequence[str], start: int, end: int, *, before: int | None = None
    ) -> Iterator[Hit]:
        """Every entry that begins at a word of the stretch, the longest match of each entry.

        Args:
            words: the words of a text in lower case.
            start: the first word of the stretch.
            end: the word after the stretch.
            before: the word before which an entry has to begin, if not just anywhere in the stretch.
        """
        last = end if before is None else before
        return self.find_at(self.places(words, start, last), words, end)

    def places(self, words: Sequence[str], start: int, end: int) -> Iterator[int]:
        """The words of a stretch with which some entry may begin.

        Args:
            words: the words of a text in lower case.
            start: the first word of the stretch.
            end: the word after the stretch.
        """
        known = map(self.by_word.__contains__, words[start:end])
        return itertools.compress(range(start, end), known)

    def find_at(self, places: Iterable[int], words: Sequence[str], end: int) -> Iterator[Hit]:
        """Every entry that begins at one of some words, the longest match of each entry.

        Args:
            places: words with which some entry may begin.
            words: the words of a text in lower case.
            end: the word that no entry may pass.
        """
        for at in places:
            openings = self.by_word[words[at]]
            if openings.closed is not None and openings.near.isdisjoint(
                words[at + 1 : at + openings.reach]
            ):
                openings = openings.closed
            after = words[at + 1] if at + 1 < end else ""
            pairs = openings.by_second.get(after, openings.others)
            if pairs:
                yield from _longest(pairs, words, at, end)


def _longest(pairs: Sequence[Pair], words: Sequence[str], at: int, end: int) -> Iterable[Hit]:
    """The longest match of each entry that begins at a word."""
    best: dict[str, Hit] = {}
    for entry, phrase in pairs:
        stop = at + phrase.found
        if not phrase.short:
            stop = _match(phrase.elements, phrase.found, words, stop, end)
        if stop > at:
            known = best.get(entry.id)
            if known is None or stop > known.end:
                best[entry.id] = Hit(entry, at, stop)
    return best.values()


def build_index(entries: Sequence[Entry]) -> Index:
    """An index over the first words of the entries' phrases.

    Args:
        entries: the entries, in the order in which they are to be found.
    """
    found: dict[str, list[Pair]] = defaultdict(list)
    for entry in entries:
        for phrase in entry.phrases:
            for word in sorted(_first_words(phrase)):
                found[word].append((entry, phrase))
    return Index({word: _openings(pairs) for word, pairs in found.items()})


def _openings(pairs: Sequence[Pair]) -> Openings:
    gaps = [_after_gap(phrase) for _, phrase in pairs]
    closed = [pair for pair, (near, _) in zip(pairs, gaps, strict=True) if not near]
    if len(closed) == len(pairs):
        return Openings(*_by_second(pairs))
    return Openings(
        *_by_second(pairs),
        near=frozenset().union(*(near for near, _ in gaps)),
        reach=max(reach for _, reach in gaps),
        closed=Openings(*_by_second(closed)),
    )


def _after_gap(phrase: Phrase) -> tuple[frozenset[str], int]:
    """The words of which one must follow the first word of a phrase over a gap, and within how many."""
    if len(phrase.elements) < 3 or not phrase.elements[1].gap:
        return frozenset(), 0
    first, gap, after = phrase.elements[:3]
    if first.optional or after.optional:
        return frozenset(), 0
    return after.words, gap.gap + 2


def _by_second(
    pairs: Sequence[Pair],
) -> tuple[Mapping[str, tuple[Pair, ...]], tuple[Pair, ...]]:
    """Phrases by the second word that they ask for, and those that ask for none."""
    fitting: dict[str, list[Pair]] = {
        word: [] for word in frozenset().union(*(phrase.second for _, phrase in pairs))
    }
    for pair in pairs:
        for word in pair[1].second or fitting:
            fitting[word].append(pair)
    others = tuple(pair for pair in pairs if not pair[1].second)
    return {word: tuple(found) for word, found in fitting.items()}, others


def _first_words(phrase: Phrase) -> set[str]:
    words: set[str] = set()
    for element in phrase.elements:
        words |= element.words
        if not element.optional:
            break
    return words
