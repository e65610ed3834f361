"""The words of two texts as one text in which can be read what went, what came and what was moved.

1. A few common words between two longer edits are taken into them: a reader follows a clause that was replaced as
   a whole, not a row of single words. The ends of sentences are never taken in.
2. Words that went at one place and came at another are told as moved, from four words on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from qalamoun_terms.comparison.edges import SENTENCE_ENDS
from qalamoun_terms.comparison.stretches import MARKS, Stretch, with_moves
from qalamoun_terms.comparison.wording import WordEdit, pieces, word_edits, words

__all__ = ["MARKS", "Stretch", "as_text", "redline", "signs", "stretches_of"]

_SIGNS = {
    "same": ("", ""),
    "gone": ("[-", "-]"),
    "come": ("{+", "+}"),
    "moved away": ("[<", "<]"),
    "moved here": ("{>", ">}"),
}

_SHORT = 2
"""So many common words between two edits may be absorbed where the edits are longer than these."""

_TIMES = 3
"""More of them only between edits that are so many times as long."""


def redline(old: str, new: str) -> tuple[Stretch, ...]:
    """Mark what changed from one text to another.

    Args:
        old: the text before.
        new: the text after.

    Returns:
        Stretches of which those with `Stretch.before` make the old text, those with `Stretch.after` the new one.

    >>> [(one.words, one.mark) for one in redline("grace of six months", "grace of nine months")]
    [('grace of ', 'same'), ('six', 'gone'), ('nine', 'come'), (' months', 'same')]
    >>> print(
    ...     as_text(
    ...         redline(
    ...             "It ends in May. Both sides sign it now.",
    ...             "Both sides sign it now. It ends in May.",
    ...         )
    ...     )
    ... )
    [<It ends in May. <]Both sides sign it now.{> It ends in May.>}
    """
    return stretches_of(old, word_edits(old, new))


def stretches_of(old: str, edits: Iterable[WordEdit]) -> tuple[Stretch, ...]:
    """Mark edits in the text that they are of.

    Args:
        old: the text before.
        edits: the edits, in the order of the text.

    >>> edit = WordEdit(at=2, old="six", new="nine")
    >>> as_text(stretches_of("for six months", [edit]))
    'for [-six-]{+nine+} months'
    """
    found = [one for one in _stretches(old, tuple(edits)) if one.words]
    return tuple(with_moves(found))


def as_text(stretches: Iterable[Stretch]) -> str:
    """Write marked words as plain text, as a spreadsheet or a log shows them.

    Args:
        stretches: the words with their marks.

    >>> as_text(redline("grace of six months", "grace of nine months"))
    'grace of [-six-]{+nine+} months'
    """
    return "".join(f"{signs(one.mark)[0]}{one.words}{signs(one.mark)[1]}" for one in stretches)


def signs(mark: str) -> tuple[str, str]:
    """Give the signs that stand before and after words with a mark, where colour cannot be relied on.

    Args:
        mark: one of `MARKS`.

    >>> signs("gone"), signs("moved here")
    (('[-', '-]'), ('{>', '>}'))
    """
    return _SIGNS[mark]


def _stretches(old: str, edits: tuple[WordEdit, ...]) -> Iterator[Stretch]:
    before, place = pieces(old), 0
    for edit in _readable(before, edits):
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
    few = common < changed if common <= _SHORT else _TIMES * common <= changed
    return few and not SENTENCE_ENDS & set(between)


def _length(edit: WordEdit) -> int:
    return max(len(words(edit.old)), len(words(edit.new)))
