"""Stretches of a text that is read with its changes, and which of them were only moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from qalamoun_terms.comparison.told import one_of
from qalamoun_terms.comparison.wording import pieces
from qalamoun_terms.model import validation as v

__all__ = ["MARKS", "Stretch", "with_moves"]

MARKS = ("same", "gone", "come", "moved away", "moved here")
"""What may be said of words; those moved away stood there before, those moved here stand there now."""

_MOVED = 4
"""From so many words on what went and came again is told as moved, if that is nearly all that went or came there."""

_SURELY_MOVED = 8
"""From so many words on it is told as moved in any case."""

_NEARLY_ALL = 0.8


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


class _Words:
    """The words of a stretch, and which of its pieces they are."""

    def __init__(self, stretch: Stretch) -> None:
        self.pieces = pieces(stretch.words)
        self.at = [place for place, one in enumerate(self.pieces) if one[0].isalnum()]
        self.words = [self.pieces[place].casefold() for place in self.at]
        self.moved: list[tuple[int, int]] = []
        self.taken = bytearray(len(self.words))

    def grams(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        for place in range(len(self.words) - _MOVED + 1):
            yield place, tuple(self.words[place : place + _MOVED])

    def take(self, start: int, length: int) -> None:
        """Keep words as moved."""
        self.moved.append((start, start + length))
        self.taken[start : start + length] = b"\1" * length

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
            if length >= _SURELY_MOVED or length >= _NEARLY_ALL * min(
                len(source.words), len(other.words)
            ):
                source.take(start, length)
                other.take(place, length)
                reached = place + length


def _common_run(source: _Words, start: int, other: _Words, place: int) -> int:
    """Count the words that two stretches have in common from here on, as far as none was moved already."""
    longest = min(len(source.words) - start, len(other.words) - place)
    for n in range(longest):
        if source.taken[start + n] or source.words[start + n] != other.words[place + n]:
            return n
    return longest
