"""Which sentences of two texts belong together, so that words are compared inside of them.

Compared as one row of words, two texts also have words in common that mean nothing: an "of the" of one sentence
with an "of the" of another. Equal sentences are found first; between them those that are likest, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, compress, count, pairwise, repeat
from operator import contains

from attrs import frozen

__all__ = ["Block", "ends_a_sentence", "sentence_blocks"]

_ENDS = frozenset(".؟!?")
"""Semicolons part the clauses of one sentence more often than they end it."""

_ALIKE = 0.4
"""From so much in common on two sentences may be one that was reworded."""

_KEPT = 0.7
"""If pairs of sentences keep less of what the texts have in common, all is compared as one row of words."""

_MOST = 900
"""Above so many pairs of sentences between two equal ones all of them are compared as one row of words."""


@frozen
class Block:
    """A part of the old text and the part of the new one that it is to be compared with, in pieces.

    Args:
        old: where the part of the old text begins.
        old_end: where it ends.
        new: where the part of the new text begins.
        new_end: where it ends.
    """

    old: int
    old_end: int
    new: int
    new_end: int


def sentence_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    """Give the parts of two texts that differ, sentence by sentence where there are several.

    Args:
        old: the pieces of the text before.
        new: the pieces of the text after.

    Returns:
        The parts in their order; what lies between them is equal. A part of one text alone has nothing in the other.

    >>> old, new = ["A", ".", " ", "B", "."], ["A", ".", " ", "C", ".", " ", "B", "."]
    >>> list(sentence_blocks(old, new))
    [Block(old=3, old_end=3, new=3, new_end=6)]
    """
    edges = _edges(old), _edges(new)
    if max(map(len, edges)) <= 2:
        yield Block(0, len(old), 0, len(new))
        return
    sides = _Side(old, edges[0]), _Side(new, edges[1])
    for gap in _gaps(*sides):
        for one in _pairs(*sides, gap):
            yield Block(
                edges[0][one.old], edges[0][one.old_end], edges[1][one.new], edges[1][one.new_end]
            )


def ends_a_sentence(text: Sequence[str]) -> bool:
    """Say whether a sentence or a paragraph ends in some pieces of a text.

    Args:
        text: the pieces.

    >>> ends_a_sentence(["six", " ", "months"]), ends_a_sentence(["six", "."])
    (False, True)
    """
    return not _ENDS.isdisjoint(text) or any(map(contains, text, repeat("\n")))


def _edges(text: Sequence[str]) -> list[int]:
    """Give the places at which sentences begin, and the end of the text."""
    last = len(text) - 1
    breaks = {"\n"}
    lines = "".join(text).count("\n")
    if lines and text.count("\n") != lines:
        breaks = {piece for piece in set(text) if "\n" in piece}
    begun: dict[int, None] = {}
    for place in compress(count(), map((_ENDS | breaks).__contains__, text)):
        at = place if text[place] in breaks else place + 1
        if at < last and text[at].isspace():
            begun[at + 1] = None
    return [0, *begun, len(text)]


class _Side:
    """A text as its sentences."""

    def __init__(self, text: Sequence[str], edges: Sequence[int]) -> None:
        self._cut = [text[start:end] for start, end in pairwise(edges)]
        self.keys = list(map("".join, self._cut))

    def sentences(self, start: int, end: int) -> list[list[str]]:
        """Give some sentences without their spaces, which all sentences have in common."""
        return [[piece for piece in one if not piece.isspace()] for one in self._cut[start:end]]


def _gaps(old: _Side, new: _Side) -> Iterator[Block]:
    """Give the sentences between equal ones."""
    from rapidfuzz.distance import Indel

    first, begin = 0, 0
    for step in Indel.opcodes(old.keys, new.keys):
        if step.tag == "equal":
            if (first, begin) != (step.src_start, step.dest_start):
                yield Block(first, step.src_start, begin, step.dest_start)
            first, begin = step.src_end, step.dest_end
    ends = len(old.keys), len(new.keys)
    if (first, begin) != ends:
        yield Block(first, ends[0], begin, ends[1])


def _pairs(old: _Side, new: _Side, gap: Block) -> Iterator[Block]:
    """Set the sentences of a gap against each other, the likest in their order."""
    sizes = gap.old_end - gap.old, gap.new_end - gap.new
    if min(sizes) == 0 or max(sizes) == 1 or sizes[0] * sizes[1] > _MOST:
        yield gap
        return
    own, others = old.sentences(gap.old, gap.old_end), new.sentences(gap.new, gap.new_end)
    pairs = _likest(own, others)
    if _loses_much(own, others, pairs):
        yield gap
        return
    first, begin = gap.old, gap.new
    for one, other in pairs:
        yield from _apart(first, gap.old + one, begin, gap.new + other)
        first, begin = gap.old + one + 1, gap.new + other + 1
        yield Block(first - 1, first, begin - 1, begin)
    yield from _apart(first, gap.old_end, begin, gap.new_end)


def _loses_much(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], pairs: Sequence[tuple[int, int]]
) -> bool:
    """Say whether much is common that is not within pairs, as where a sentence was cut in two."""
    from rapidfuzz.distance import Indel

    common = Indel.similarity(list(chain(*old)), list(chain(*new)))
    return sum(Indel.similarity(old[a], new[b]) for a, b in pairs) < _KEPT * common


def _apart(old: int, old_end: int, new: int, new_end: int) -> Iterator[Block]:
    """Give sentences that have no counterpart: those that go, then those that come; one for one is a pair."""
    if old_end - old == new_end - new == 1:
        yield Block(old, old_end, new, new_end)
        return
    if old < old_end:
        yield Block(old, old_end, new, new)
    if new < new_end:
        yield Block(old_end, old_end, new, new_end)


def _likest(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Choose pairs of sentences in their order that have the most words in common."""
    from rapidfuzz.distance import Indel

    worth = [
        [
            alike * (len(one) + len(other))
            if (alike := Indel.normalized_similarity(one, other)) >= _ALIKE
            else 0.0
            for other in new
        ]
        for one in old
    ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            pair = worth[i][j] + best[i + 1][j + 1] if worth[i][j] else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    return list(_walked(worth, best))


def _walked(worth: list[list[float]], best: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(worth) and j < len(worth[0]):
        if worth[i][j] and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
