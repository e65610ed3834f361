"""Stretches of a text that is read with its changes: where each begins, and which of them were only moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from qalamoun_terms.comparison.told import one_of
from qalamoun_terms.comparison.wording import pieces
from qalamoun_terms.model import validation as v

__all__ = ["MARKS", "SENTENCE_ENDS", "Stretch", "settled", "with_moves"]

MARKS = ("same", "gone", "come", "moved away", "moved here")
"""What may be said of words; those moved away stood there before, those moved here stand there now."""

SENTENCE_ENDS = frozenset("\n.;؛。؟!?")
"""After these a reader expects something new to begin."""

_CLAUSE_ENDS = frozenset(",،:)")

_MOVED = 4
"""From so many words on what went and came again is told as moved."""

_FARTHEST = 200
"""By so many words and marks an edit is set back or forth at most."""


@frozen
class Stretch:
    """Words that stay, go, come or are moved.

    Args:
        words: the words, with the spaces between them.
        mark: one of `MARKS`.

    >>> Stretch("six", "gone").mark
    'gone'
    """

    words: str = field(validator=v.text)
    mark: str = field(default="same", validator=one_of(*MARKS))

    @property
    def before(self) -> bool:
        """Whether the words stand in the old text."""
        return self.mark not in ("come", "moved here")

    @property
    def after(self) -> bool:
        """Whether the words stand in the new text."""
        return self.mark not in ("gone", "moved away")


# --- where an edit begins


def settled(found: Sequence[Stretch]) -> list[Stretch]:
    """Let words that were only put in or taken out begin where a sentence or a clause does.

    Where the words around allow it, an edit can be told at several places: "a. [b. ]c" is also "a[. b]. c".

    Args:
        found: the stretches of a text.

    >>> [one.words for one in settled([Stretch("A"), Stretch(". B", "come"), Stretch(". C")])]
    ['A. ', 'B. ', 'C']
    """
    padded = [Stretch(""), *found, Stretch("")]
    cut = [pieces(one.words) for one in padded]
    for place in range(1, len(padded) - 1):
        around = {padded[place - 1].mark, padded[place + 1].mark}
        if padded[place].mark != "same" and around == {"same"}:
            _settle(cut[place - 1], cut[place], cut[place + 1])
    told = [Stretch("".join(own), one.mark) for one, own in zip(padded, cut, strict=True)]
    return [one for one in told if one.words]


def _settle(left: list[str], own: list[str], right: list[str]) -> None:
    """Move the edges of an edit to the best place that the words around it allow."""
    back, forth = _room(left[::-1], own[::-1]), _room(right, own)
    row = [*left, *own, *right]
    start, length = len(left), len(own)
    best = max(
        range(start - back, start + forth + 1),
        key=lambda at: (_worth(row, at), _worth(row, at + length), -abs(at - start)),
    )
    left[:], own[:], right[:] = row[:best], row[best : best + length], row[best + length :]


def _room(beside: Sequence[str], own: Sequence[str]) -> int:
    """Count by how much an edit can be set towards what stands beside it."""
    most = min(len(beside), _FARTHEST)
    return next((n for n in range(most) if beside[n] != own[n % len(own)]), most)


def _worth(row: Sequence[str], at: int) -> int:
    """Say how good a place is to begin an edit: where a sentence, a clause or at least a word begins."""
    before = row[at - 1] if at else "\n"
    spaced = before.isspace()
    mark = before if not spaced or "\n" in before or at < 2 else row[at - 2]
    ends = _ends(mark)
    return 2 * ends + (1 if spaced and not (at < len(row) and row[at].isspace()) else 0)


def _ends(mark: str) -> int:
    if set(mark) & SENTENCE_ENDS:
        return 2
    return 1 if mark in _CLAUSE_ENDS else 0


# --- what was moved


class _Words:
    """The words of a stretch, and which of its pieces they are."""

    def __init__(self, stretch: Stretch) -> None:
        self.pieces = pieces(stretch.words)
        self.at = [place for place, one in enumerate(self.pieces) if one[0].isalnum()]
        self.words = [self.pieces[place].casefold() for place in self.at]
        self.moved: list[tuple[int, int]] = []

    def grams(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        for place in range(len(self.words) - _MOVED + 1):
            yield place, tuple(self.words[place : place + _MOVED])

    def cut(self, stretch: Stretch, mark: str) -> Iterator[Stretch]:
        """Give the stretch in parts, those of moved words with another mark."""
        start = 0
        for first, last in sorted(self.moved):
            begin = self.at[first] if first else 0
            end = self.at[last] if last < len(self.at) else len(self.pieces)
            yield Stretch("".join(self.pieces[start:begin]), stretch.mark)
            yield Stretch("".join(self.pieces[begin:end]), mark)
            start = end
        yield Stretch("".join(self.pieces[start:]), stretch.mark)


def with_moves(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Tell words that went at one place and came at another as moved.

    Args:
        found: the stretches of a text.

    >>> words = "as the parties agreed"
    >>> one, other = with_moves([Stretch(words, "gone"), Stretch(words, "come")])
    >>> one.mark, other.mark
    ('moved away', 'moved here')
    """
    gone = {n: _Words(one) for n, one in enumerate(found) if one.mark == "gone"}
    come = {n: _Words(one) for n, one in enumerate(found) if one.mark == "come"}
    _find_moves(list(gone.values()), list(come.values()))
    for place, one in enumerate(found):
        cut = gone.get(place) or come.get(place)
        if cut is None or not cut.moved:
            yield one
        else:
            mark = "moved away" if place in gone else "moved here"
            yield from (part for part in cut.cut(one, mark) if part.words)


def _find_moves(gone: Sequence[_Words], come: Sequence[_Words]) -> None:
    known: dict[tuple[str, ...], tuple[_Words, int]] = {}
    for one in gone:
        for place, gram in one.grams():
            known.setdefault(gram, (one, place))
    for other in come:
        reached = 0
        for place, gram in other.grams():
            if place < reached or gram not in known:
                continue
            source, start = known[gram]
            length = _common_run(source, start, other, place)
            if length >= _MOVED:
                source.moved.append((start, start + length))
                other.moved.append((place, place + length))
                reached = place + length


def _common_run(source: _Words, start: int, other: _Words, place: int) -> int:
    """Count the words that two stretches have in common from here on, as far as none was moved already."""
    end = min([first for first, _ in source.moved if first >= start] or [len(source.words)])
    if any(first <= start < last for first, last in source.moved):
        return 0
    longest = min(end - start, len(other.words) - place)
    pairs = zip(
        source.words[start : start + longest],
        other.words[place : place + longest],
        strict=True,
    )
    return next((n for n, (one, two) in enumerate(pairs) if one != two), longest)
