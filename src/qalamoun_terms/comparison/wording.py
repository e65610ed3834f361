"""Words of a text, and the edits that lead from one text to another.

A text is cut into words, single marks and the spaces between them, so that joining the pieces gives the text
back. Edits carry the old words beside the new ones: that makes them readable, and a base that differs is seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import ne

from attrs import field, frozen

from qalamoun_terms.comparison.edges import best_shift
from qalamoun_terms.comparison.sentence_pairs import Block, ends_a_sentence, sentence_blocks
from qalamoun_terms.model import validation as v

__all__ = [
    "WordEdit",
    "apply_words",
    "composed_words",
    "number_of_pieces",
    "pieces",
    "similarity",
    "word_edits",
    "words",
]

_MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Accents and vowel signs that stand on the letter before them and do not end its word."""

_LETTERS = rf"\w+(?:[{_MARKS}]+\w*)*"
_PIECE = re.compile(rf"{_LETTERS}|\s+|[^\w\s]")
_ASCII_PIECE = re.compile(r"[A-Za-z0-9_]+|\s+|.")
"""Cuts a text without other letters than these as `_PIECE` does, which takes longer for that."""
_WORD = re.compile(_LETTERS)
_MATRIX_LIMIT = 25_000_000
"""Above so many pairs of pieces the two middles are exchanged whole, so that no text can stop a comparison."""


@frozen(kw_only=True)
class WordEdit:
    """Words that give way to others.

    Args:
        at: which piece of the old text it starts at.
        old: the words that go, as they stood; empty where words are only put in.
        new: the words that come.

    >>> WordEdit(at=4, old="six", new="nine").new
    'nine'
    """

    at: int = field(validator=v.count)
    old: str = field(validator=v.text)
    new: str = field(validator=v.text)


def pieces(text: str) -> list[str]:
    """Cut a text into words, marks and spaces, losing nothing.

    >>> pieces("Six months, no more.")
    ['Six', ' ', 'months', ',', ' ', 'no', ' ', 'more', '.']
    """
    return list(_cut(text))


def number_of_pieces(text: str) -> int:
    """Say into how many words, marks and spaces a text is cut.

    >>> number_of_pieces("Six months, no more."), number_of_pieces("six"), number_of_pieces("")
    (9, 1, 0)
    """
    return 1 if text.isalnum() else len(_pattern(text).findall(text))


@lru_cache(maxsize=32)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(_pattern(text).findall(text))


def _pattern(text: str) -> re.Pattern[str]:
    return _ASCII_PIECE if text.isascii() else _PIECE


def words(text: str) -> list[str]:
    """List the words of a text without case.

    >>> words("Six months, NO more.")
    ['six', 'months', 'no', 'more']
    """
    return [word.casefold() for word in _WORD.findall(text)]


def similarity(old: Sequence[str], new: Sequence[str]) -> float:
    """Say how much of two lists of words is common to both in the same order, from 0 to 1.

    Of lists that are too long to align, the common words count whatever their order.

    >>> round(similarity(["six", "months"], ["nine", "months"]), 2)
    0.5
    """
    from rapidfuzz.distance import Indel

    if not old or not new:
        return 0.0
    if len(old) * len(new) > _MATRIX_LIMIT:
        return 2 * (Counter(old) & Counter(new)).total() / (len(old) + len(new))
    return Indel.normalized_similarity(old, new)


@lru_cache(maxsize=64)
def word_edits(old: str, new: str) -> tuple[WordEdit, ...]:
    """Find the words that changed from one text to the other.

    Args:
        old: the text before.
        new: the text after.

    Returns:
        The edits in the order of the text; none where the texts are equal.

    >>> word_edits("grace of six months", "grace of nine months")
    (WordEdit(at=4, old='six', new='nine'),)
    """
    before, after = _cut(old), _cut(new)
    steps = _joined(
        step
        for block in _blocks(before, after)
        for step in _inside(
            block.old, before[block.old : block.old_end], after[block.new : block.new_end]
        )
    )
    return tuple(
        WordEdit(at=at, old="".join(gone), new="".join(come))
        for at, gone, come in _settled(before, steps)
    )


_Step = tuple[int, Sequence[str], Sequence[str]]
"""Where an edit begins, the pieces that go, and those that come."""


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterable[Block]:
    """Give the parts of two texts to compare: what differs, or the sentences where that is more than one."""
    start, end = _common_ends(before, after)
    ends = len(before) - end, len(after) - end
    if ends_a_sentence(before[start : ends[0]]) or ends_a_sentence(after[start : ends[1]]):
        return sentence_blocks(before, after)
    return [Block(start, ends[0], start, ends[1])]


def _inside(at: int, old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    """Find the pieces that go and come in a part of the text that begins at a place."""
    start, end = _common_ends(old, new)
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if not (old and new) or len(old) == len(new) == 1:
        if old or new:
            yield at + start, old, new
        return
    for step, gone, come in _joined(one for one in _steps(old, new) if one[1] != one[2]):
        same, rest = _common_ends(gone, come)
        yield (
            at + start + step + same,
            gone[same : len(gone) - rest],
            come[same : len(come) - rest],
        )


def _joined(steps: Iterable[_Step]) -> Sequence[_Step]:
    """Make one edit of edits that touch."""
    made: list[tuple[int, list[str], list[str]]] = []
    for at, gone, come in steps:
        if made and made[-1][0] + len(made[-1][1]) == at:
            _, before, after = made[-1]
            before += gone
            after += come
        else:
            made.append((at, [*gone], [*come]))
    return made


def _settled(before: Sequence[str], steps: Sequence[_Step]) -> Iterator[_Step]:
    """Let words that are only put in or taken out begin where a sentence or a clause does."""
    ends = [at + len(gone) for at, gone, _ in steps]
    starts = [at for at, _, _ in steps]
    reached = 0
    for place, (at, gone, come) in enumerate(steps):
        by = 0
        if not (gone and come):
            until = starts[place + 1] if place + 1 < len(steps) else len(before)
            around = before[reached:at], before[ends[place] : until]
            by = best_shift(around[0], gone or come, around[1], opens=not place)
        reached = ends[place] + by
        yield at + by, _turned(gone, by), _turned(come, by)


def _turned(own: Sequence[str], by: int) -> Sequence[str]:
    turn = by % len(own) if own else 0
    return [*own[turn:], *own[:turn]] if turn else own


def _common_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    shorter = min(len(old), len(new))
    start = next(compress(count(), map(ne, old, new)), shorter)
    end = next(compress(count(), map(ne, reversed(old), reversed(new))), shorter)
    return start, min(end, shorter - start)


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    """Find the words and marks that go and come; spaces alone hold no texts together."""
    if len(old) * len(new) > _MATRIX_LIMIT:
        yield 0, old, new
        return
    from rapidfuzz.distance import Indel

    before, after = _word_places(old), _word_places(new)
    yield 0, old[: before[0]], new[: after[0]]
    for step in Indel.opcodes([old[n] for n in before[:-1]], [new[n] for n in after[:-1]]):
        if step.tag == "equal":
            for n, m in zip(
                range(step.src_start, step.src_end),
                range(step.dest_start, step.dest_end),
                strict=True,
            ):
                place, other = before[n] + 1, after[m] + 1
                yield place, old[place : before[n + 1]], new[other : after[m + 1]]
        else:
            place, other = before[step.src_start], after[step.dest_start]
            yield place, old[place : before[step.src_end]], new[other : after[step.dest_end]]


def _word_places(text: Sequence[str]) -> list[int]:
    """Give the places of words and marks, and the end of the text."""
    return [*(n for n, piece in enumerate(text) if not piece.isspace()), len(text)]


def apply_words(text: str, edits: Iterable[WordEdit]) -> str | None:
    """Make the edits in a text.

    Args:
        text: the text before.
        edits: the edits, in the order of the text.

    Returns:
        The text after; None where the text does not have the words that an edit expects.

    >>> apply_words("grace of six months", word_edits("six", "nine")) is None
    True
    >>> apply_words("six", word_edits("six", "nine"))
    'nine'
    """
    before = pieces(text)
    made: list[str] = []
    position = 0
    for edit in edits:
        end = edit.at + len(pieces(edit.old))
        if edit.at < position or "".join(before[edit.at : end]) != edit.old:
            return None
        made += [*before[position : edit.at], edit.new]
        position = end
    return "".join([*made, *before[position:]])


@frozen
class _Stretch:
    """An edit by where it stands in the middle text, in pieces."""

    start: int
    end: int
    other: list[str]


def composed_words(first: Sequence[WordEdit], second: Sequence[WordEdit]) -> tuple[WordEdit, ...]:
    """Join the edits from one text to a second with those from that to a third.

    None of the texts is needed: what both touch is known from the edits.

    Args:
        first: the edits of the first text.
        second: the edits of the second one.

    Returns:
        The edits that lead from the first text to the third.

    >>> texts = "grace of six months", "grace of nine months", "grace of nine full months"
    >>> first, second = word_edits(*texts[:2]), word_edits(*texts[1:])
    >>> apply_words(texts[0], composed_words(first, second)) == texts[2]
    True
    """
    known: dict[int, str] = {}
    before, after, longer = [], [], 0
    for edit in first:
        start, come, gone = edit.at + longer, pieces(edit.new), pieces(edit.old)
        known |= enumerate(come, start)
        before.append(_Stretch(start, start + len(come), gone))
        longer += len(come) - len(gone)
    for edit in second:
        gone = pieces(edit.old)
        known |= enumerate(gone, edit.at)
        after.append(_Stretch(edit.at, edit.at + len(gone), pieces(edit.new)))
    return tuple(_composed(before, after, known))


def _composed(
    before: list[_Stretch], after: list[_Stretch], known: dict[int, str]
) -> Iterator[WordEdit]:
    every = sorted(
        [(one.start, one.end, 0, one) for one in before]
        + [(one.start, one.end, 1, one) for one in after],
        key=lambda row: row[:3],
    )
    longer, place = 0, 0
    while place < len(every):
        start, end = every[place][:2]
        sides: tuple[list[_Stretch], list[_Stretch]] = ([], [])
        while place < len(every) and every[place][0] <= end:
            sides[every[place][2]].append(every[place][3])
            end = max(end, every[place][1])
            place += 1
        old, new = ("".join(_told(side, known, start, end)) for side in sides)
        if old != new:
            yield WordEdit(at=start - longer, old=old, new=new)
        longer += sum(one.end - one.start - len(one.other) for one in sides[0])


def _told(
    stretches: Iterable[_Stretch], known: dict[int, str], start: int, end: int
) -> Iterator[str]:
    """Say a part of the middle text as it stands on the other side of the edits."""
    for one in stretches:
        yield from (known[at] for at in range(start, one.start))
        yield from one.other
        start = one.end
    yield from (known[at] for at in range(start, end))
