"""What a stance is about: a whole package, or one of its items named by number, words or "it"."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.told.packages import Item, Package

PACKAGES_BACK = 24  # packages that words may still come back to
ITEMS_OF_ONE = 60  # items of one package that are looked at
SHARE = 0.35  # of the words asked about that an item must share
NUMBERS_BACK = 12  # words of a row of numbers after "points"
PAIR = 2
STEM = 5  # letters by which two words are taken for forms of one

ROMANS = 3  # items with Roman numbers from which those name them in the text, too
_ROMAN = re.compile(r"[ivx]{1,5}")


@frozen
class Target:
    """A package, or one of its items."""

    package: Package
    item: Item | None = None


def numbered_items(
    tokens: Tokens, first: int, stop: int, package: Package, lexicon: Lexicon
) -> list[Item]:
    """The items that words name by number: "the second item", "Article 4", "the first and the third".

    Args:
        tokens: the words of the text.
        first: the first word.
        stop: the word after the last.
        package: the package whose items are counted.
        lexicon: the number words.
    """
    ordinals = lexicon.numbers("structure", "ordinals")
    words = tokens.words
    found: list[Item] = _by_roman(words, first, stop, package, lexicon)
    for at in range(first, stop):
        word = words[at]
        before = words[at - 1] if at > first else ""
        after = words[at + 1] if at + 1 < stop else ""
        number = None
        if before == "at" and word in {"first", "last"}:
            continue
        ranked = _by_rank(words, at, stop, package, lexicon)
        if ranked:
            found.extend(ranked)
            continue
        if word in ordinals and word.endswith(("st", "nd", "rd", "th", "ird")):
            bare = after in lexicon.words("after_ordinal") or at + 1 == stop
            part = after in lexicon.words("part") or after in lexicon.words("counted_part")
            number = ordinals[word] if part or bare else None
        elif (word.isdigit() or word in ordinals) and _numbers_part(words, at, first, lexicon):
            number = int(word) if word.isdigit() else ordinals[word]
        elif before == "(" and after == ")":
            found.extend(_by_mark(package, word))
        elif CODE.fullmatch(word):
            found.extend(i for i in package.items if bare_code(i.label) == word)
        elif word == "last" and after in lexicon.words("part"):
            number = len(package.items)
        if number and 0 < number <= max(len(package.items), 40):
            found.extend(_by_number(package, number))
    return found


def _by_rank(
    words: Sequence[str], at: int, stop: int, package: Package, lexicon: Lexicon
) -> list[Item]:
    """The items that "the first two points", "the last three items" and "the latter" mean."""
    word = words[at]
    if word in _OF_TWO and len(package.items) == PAIR and words[at - 1] == "the":
        return [package.items[_OF_TWO[word]]]
    several = _several(words, at, stop, lexicon) if word in {"first", "last"} else 0
    if not several:
        return []
    return package.items[:several] if word == "first" else package.items[-several:]


def _several(words: Sequence[str], at: int, stop: int, lexicon: Lexicon) -> int:
    """How many items "the first two points" names, 0 where it names none."""
    after = words[at + 1 : min(at + 3, stop)]
    if len(after) < PAIR:
        return 0
    part = after[1] in lexicon.words("part") or after[1] in lexicon.words("counted_part")
    number = (
        int(after[0])
        if after[0].isdigit()
        else lexicon.numbers("structure", "ordinals").get(after[0], 0)
    )
    return number if part and number > 1 else 0


def _by_roman(
    words: Sequence[str], first: int, stop: int, package: Package, lexicon: Lexicon
) -> list[Item]:
    """The items that Roman numbers name: "we accede to i to iii", "as to iv"."""
    labels = {
        code: item for item in package.items if _ROMAN.fullmatch(code := bare_code(item.label))
    }
    if len(labels) < ROMANS:
        return []
    order, leads = (
        list(labels),
        lexicon.any_of("part", "function_word", "range_mark"),
    )
    found: list[Item] = []
    for at in range(first + 1, stop):
        word, before = words[at], words[at - 1]
        if word not in labels or not (before in leads or before == ","):
            continue
        since = words[at - 2] if at - 2 >= first and before in lexicon.words("range_mark") else ""
        if word == "i" and words[at + 1 : at + 2] != ["to"]:
            continue  # more likely the pronoun
        low = order.index(since) if since in labels else order.index(word)
        found.extend(
            labels[code] for code in order[low : order.index(word) + 1] if labels[code] not in found
        )
    return found


def _numbers_part(words: Sequence[str], at: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a number stands after "points", or in a row of numbers that does ("points 1, 2 and 4")."""
    place = at - 1
    while place > first and at - place < NUMBERS_BACK:
        if words[place] not in lexicon.words("row_mark") and not words[place].isdigit():
            break
        place -= 1
    row = place < at - 1 and words[at].isdigit()
    return place >= first and words[place] in lexicon.words("part") and (place == at - 1 or row)


_OF_TWO = {"former": 0, "latter": 1}


def _by_number(package: Package, number: int) -> list[Item]:
    """The items with this printed number, else the one at this place of the list."""
    labelled = [item for item in package.items if item.label and _digits(item.label) == str(number)]
    if labelled:
        return labelled
    return package.items[number - 1 : number]


def _by_mark(package: Package, mark: str) -> list[Item]:
    """The items with a mark, as "(ii)" or "(b)"; by their place where no item keeps its mark."""
    marked = [item for item in package.items if _bare_label(item.label) == mark]
    if marked or any(item.label for item in package.items):
        return marked
    number = int(mark) if mark.isdigit() else _MARKS.get(mark, 0)
    return package.items[number - 1 : number] if number else []


_ROMAN_NUMBERS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MARKS = {
    **{letter: at for at, letter in enumerate("abcdefgh", start=1)},
    **{roman: at for at, roman in enumerate(_ROMAN_NUMBERS, start=1)},
}
CODE = re.compile(r"\d{1,2}[a-z]|[a-z]\d{1,2}")


def bare_code(label: str | None) -> str:
    """The number of an item with its letter, without the words and marks around it.

    Args:
        label: the item's mark as printed.

    >>> bare_code("Option 1A."), bare_code("(b)")
    ('1a', 'b')
    """
    words = (label or "").strip("().:- ").lower().split()
    return words[-1].strip("().:-") if words else ""


def _bare_label(label: str | None) -> str:
    return (label or "").strip("().:- ").lower()


def _digits(label: str) -> str:
    return "".join(c for c in label if c.isdigit())


def topical_items(
    tokens: Tokens, first: int, stop: int, packages: Sequence[Package], lexicon: Lexicon
) -> list[Target]:
    """The items that words come back to, by what they share with each item's own words.

    An item is named only where it shares more with the words than every other item does.

    Args:
        tokens: the words of the text.
        first: the first word.
        stop: the word after the last.
        packages: the packages whose items may be meant, the likeliest last.
        lexicon: the words by which items are called.
    """
    asked = _stems(tokens.words[first:stop], lexicon)
    if not asked:
        return []
    recent = packages[-PACKAGES_BACK:]
    pool = [(package, item) for package in recent for item in package.items[:ITEMS_OF_ONE]]
    pool = [(package, item) for package, item in pool if not item.named]
    profiles = [_profile(tokens, item, lexicon) for _, item in pool]
    spread = Counter(stem for own, topic in profiles for stem in own | topic)
    scored = [
        (sum(1.0 / spread[s] for s in asked & own) + 0.4 * len(asked & (topic - own)), index)
        for index, (own, topic) in enumerate(profiles)
    ]
    best = max((score for score, _ in scored), default=0.0)
    if best < 0.33:
        return []
    shared = max(
        len(asked & own) + len(asked & topic)
        for (own, topic), (score, _) in zip(profiles, scored, strict=True)
        if score == best
    )
    if shared < SHARE * len(asked):
        return []
    top = [index for score, index in scored if score == best]
    latest = [i for i in top if pool[i][0] is pool[top[-1]][0]]
    return [Target(*pool[latest[0]])] if len(latest) == 1 else []


def _profile(
    tokens: Tokens, item: Item, lexicon: Lexicon
) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """The stems of an item's own words, and of the words that its kind is usually called by."""
    if item.stems is None:
        first, stop = tokens.bounds(item.mention.span)
        own = _stems(tokens.words[first:stop], lexicon)
        if item.heading:
            own |= _stems(item.heading.lower().split(), lexicon)
        topics = lexicon.named_words("proposals", "topics")
        item.stems = own, _stems(topics.get(item.mention.term.kind, ()), lexicon)
    return item.stems


def _stems(words: Iterable[str], lexicon: Lexicon) -> set[str]:
    idle = _idle(lexicon)
    return {
        word.removesuffix("s")[:STEM]
        for word in words
        if len(word) > 2 and word[0].isalpha() and word not in idle
    }


@functools.cache
def _idle(lexicon: Lexicon) -> frozenset[str]:
    """The words by which no item is told from another."""
    names = ("function_word", "package", "part", "generic")
    return frozenset().union(*(lexicon.words(name) for name in names))
