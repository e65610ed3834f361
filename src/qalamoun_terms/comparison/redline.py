"""The words of two texts as one text in which can be read what went and what came.

A few common words between two long edits are taken into them: a reader follows a clause that was replaced as a
whole, not a row of single words.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from qalamoun_terms.comparison.told import one_of
from qalamoun_terms.comparison.wording import WordEdit, pieces, word_edits, words
from qalamoun_terms.model import validation as v

__all__ = ["Stretch", "redline"]

MARKS = ("same", "gone", "come")

_SHORT = 2
"""So many common words between two edits may be absorbed."""


@frozen
class Stretch:
    """Words that stay, go or come.

    Args:
        words: the words, with the spaces between them.
        mark: same, gone or come.

    >>> Stretch("six", "gone").mark
    'gone'
    """

    words: str = field(validator=v.text)
    mark: str = field(default="same", validator=one_of(*MARKS))


def redline(old: str, new: str) -> tuple[Stretch, ...]:
    """Mark what changed from one text to another.

    Args:
        old: the text before.
        new: the text after.

    Returns:
        Stretches of which those that are not ``come`` make the old text, those that are not ``gone`` the new one.

    >>> [(one.words, one.mark) for one in redline("grace of six months", "grace of nine months")]
    [('grace of ', 'same'), ('six', 'gone'), ('nine', 'come'), (' months', 'same')]
    """
    return tuple(one for one in _stretches(old, new) if one.words)


def _stretches(old: str, new: str) -> Iterator[Stretch]:
    before, place = pieces(old), 0
    for edit in _readable(before, word_edits(old, new)):
        yield Stretch("".join(before[place : edit.at]))
        yield Stretch(edit.old, "gone")
        yield Stretch(edit.new, "come")
        place = edit.at + len(pieces(edit.old))
    yield Stretch("".join(before[place:]))


def _readable(before: list[str], edits: tuple[WordEdit, ...]) -> Iterator[WordEdit]:
    last: WordEdit | None = None
    for edit in edits:
        if last is None:
            last = edit
            continue
        between = "".join(before[last.at + len(pieces(last.old)) : edit.at])
        if _is_short(between, last, edit):
            old, new = f"{last.old}{between}{edit.old}", f"{last.new}{between}{edit.new}"
            last = evolve(last, old=old, new=new)
        else:
            yield last
            last = edit
    if last is not None:
        yield last


def _is_short(between: str, one: WordEdit, other: WordEdit) -> bool:
    common = len(words(between))
    changed = min(_length(one), _length(other))
    return common <= _SHORT and common < changed and not set(between) & set("\n.;؛。")


def _length(edit: WordEdit) -> int:
    return max(len(words(edit.old)), len(words(edit.new)))
