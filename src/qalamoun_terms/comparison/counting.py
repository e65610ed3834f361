"""Ids and labels that count on: ``a9`` is followed by ``a10``, ``Article 3`` by ``Article 4``.

A change keeps a thousand unchanged articles as one run. That works because their ids and their labels
count on, whatever stands around the number and in whatever digits it is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["counted", "counts_on", "shift_between"]

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
    match = _LAST_NUMBER.fullmatch(text)
    if match is None:
        return None
    digits = match["digits"]
    number = int(digits) + step
    if number < 0:
        return None
    written = _in_digits_of(digits[0], str(number).zfill(len(digits) if digits[0] in "0٠" else 0))
    return f"{match['before']}{written}{match['after']}"


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
    numbers = [_LAST_NUMBER.fullmatch(one) for one in (old, new)]
    if numbers[0] is None or numbers[1] is None:
        return None
    step = int(numbers[1]["digits"]) - int(numbers[0]["digits"])
    there_and_back = step and counted(old, step) == new and counted(new, -step) == old
    return step if there_and_back else None
