"""Ids and labels that count on: ``a9`` is followed by ``a10``, ``Article 3`` by ``Article 4``.

A change keeps a thousand unchanged articles as one run. That works because their ids and their labels
count on, whatever stands around the number and in whatever digits it is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

__all__ = ["counted", "counted_row", "counts_on", "shift_between"]

_LAST_NUMBER = re.compile(r"(?P<before>.*?)(?P<digits>\d{1,15})(?P<after>\D*)", re.DOTALL)


def counted(text: str, step: int) -> str | None:
    """Count on from a text by its last number.

    Args:
        text: an id or a label.
        step: how many to count on; below zero, back.

    Returns:
        The text with its last number changed; None where it has none, or would go below zero.

    >>> counted("a9", 1), counted("Article 3.", -1), counted("٩", 1)
    ('a10', 'Article 2.', '١٠')
    >>> counted("preamble", 1) is None
    True
    """
    if step == 0:
        return text
    cut = _cut(text)
    if cut is None:
        return None
    before, digits, after = cut
    number = int(digits) + step
    if number < 0:
        return None
    written = str(number).zfill(len(digits) if digits[0] in "0٠" else 0)
    return f"{before}{written if digits.isascii() else _in_digits_of(digits[0], written)}{after}"


def counted_row(text: str, length: int) -> list[str] | None:
    """Give a text and those that count on from it.

    Args:
        text: an id or a label.
        length: how many to give, at least one.

    Returns:
        The texts; None where there are several and the first one has no number.

    >>> counted_row("a9", 3), counted_row("٩", 2), counted_row("preamble", 1)
    (['a9', 'a10', 'a11'], ['٩', '١٠'], ['preamble'])
    """
    cut = _cut(text) if length > 1 else None
    if cut is None:
        return [text] if length == 1 else None
    before, digits, after = cut
    if not _is_plain(digits):
        return [counted(text, step) or "" for step in range(length)]
    first = int(digits)
    return [text, *(f"{before}{one}{after}" for one in range(first + 1, first + length))]


@lru_cache(maxsize=1 << 15)
def _cut(text: str) -> tuple[str, str, str] | None:
    """Cut a text into what stands before its last number, the number, and what stands after it."""
    match = _LAST_NUMBER.fullmatch(text)
    return None if match is None else (match["before"], match["digits"], match["after"])


def _is_plain(digits: str) -> bool:
    """Say whether a number is written as Python would."""
    return digits[0] != "0" and digits.isascii()


def _in_digits_of(digit: str, number: str) -> str:
    zero = ord(digit) - int(digit)
    return "".join(chr(zero + int(one)) for one in number)


def counts_on(texts: Sequence[str]) -> bool:
    """Say whether each text follows from the first one by counting.

    >>> counts_on(["a9", "a10", "a11"]), counts_on(["a1", "a3"])
    (True, False)
    """
    return all(counted(one, 1) == other for one, other in pairwise(texts))


def shift_between(old: str | None, new: str | None) -> int | None:
    """Say how far a number moved on from one label to the other.

    Args:
        old: the label before, or None.
        new: the label after, or None.

    Returns:
        The step, 0 for equal labels; None where counting on would not lead from one to the other, or counting back not back again.

    >>> shift_between("Article 4", "Article 6"), shift_between("4", "IV") is None
    (2, True)
    """
    if old == new:
        return 0
    if old is None or new is None:
        return None
    before, after = _cut(old), _cut(new)
    if before is None or after is None:
        return None
    step = int(after[1]) - int(before[1])
    if _is_plain(before[1]) and _is_plain(after[1]):
        return step if before[0] == after[0] and before[2] == after[2] else None
    there_and_back = step and counted(old, step) == new and counted(new, -step) == old
    return step if there_and_back else None
