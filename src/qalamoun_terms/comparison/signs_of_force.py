"""Finds in a text what gives it its force: who must and who may, how long, how many, on what condition.

1. A sign has a meaning, by which two signs are equal however they are worded: "72 hours" and "three days" are one.
2. The longest phrase counts, so that "shall not" is one sign and no "shall".
3. Numbers of articles, of list items and of paragraphs are names and no amounts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple

from qalamoun_terms.comparison.wordings import Phrase, Wordings, plain
from qalamoun_terms.model.time import Amount

__all__ = ["Sign", "signs_of"]

_LIMITED = 4
"""Within so many words after a limit stands the amount that it limits."""

_PHRASE_GAP = 2
"""Between two words of a phrase stand so many pieces at most: a space, or a mark and a space."""

_PARTS = frozenset(".;:")
"""What parts two words, so that they are of no phrase."""


class Sign(NamedTuple):
    """A sign of force in a text.

    Args:
        sort: what it concerns: duty, negation, condition, exception, qualification, limit, scope, number, length,
            share or month.
        meaning: what it means, equal for equal signs.
        start: its first piece in the text.
        end: the piece after its last one.

    >>> Sign("duty", "permission", 4, 5).meaning
    'permission'
    """

    sort: str
    meaning: str
    start: int
    end: int


def signs_of(
    text: Sequence[str], words: Wordings, start: int = 0, end: int | None = None
) -> tuple[Sign, ...]:
    """Find the signs of force in a text or in a part of it, in their order.

    Args:
        text: the text, cut into `pieces`.
        words: the words of its language.
        start: the first piece to look at.
        end: the piece to end before; None for the end of the text.

    >>> from qalamoun_terms.comparison.wording import pieces
    >>> from qalamoun_terms.comparison.wordings import wordings
    >>> found = signs_of(pieces("Fighters may leave within 72 hours."), wordings("en"))
    >>> [(one.sort, one.meaning) for one in found]
    [('duty', 'permission'), ('limit', 'at most'), ('length', 'P3D')]
    """
    return tuple(_Reader(text[start:end], words).read(start))


class _Reader:
    """A text in its pieces, and the places of its words."""

    def __init__(self, text: Sequence[str], words: Wordings) -> None:
        self.words, self.pieces = words, text
        is_word = list(map(str.isalnum, map(itemgetter(0), text)))
        self.at = list(compress(range(len(text)), is_word))
        printed = list(compress(text, is_word))
        self.plain = list(map(plain, printed))
        self.starts = words.starts(printed)

    def read(self, before: int) -> Iterator[Sign]:
        """Give the signs, by their places in a text of which so many pieces stand before these."""
        words, reached = self.words, 0
        following = [*self.plain[1:], ""]
        for place in compress(count(), self.starts):
            if place < reached:
                continue
            start = self.starts[place]
            known = words.phrases_of(start, following[place])
            found = self._phrase(place, known) if known else None
            if found is None and (start in words.amounts or start[0].isdecimal()):
                found = self._amount(place)
            if found is not None:
                sort, meaning, reached = found
                if sort:
                    first, last = self.at[place], self.at[reached - 1]
                    yield Sign(sort, meaning, before + first, before + last + 1)

    # --- phrases

    def _phrase(self, place: int, known: Sequence[Phrase]) -> tuple[str, str, int] | None:
        """Read the longest of some phrases that stands at a place; their first words are known to."""
        for phrase, sort, meaning in known:
            after = place + len(phrase)
            if after == place + 1 or (
                tuple(self.plain[place + 1 : after]) == phrase[1:] and self._together(place, after)
            ):
                return (sort, meaning, after) if self._says(sort, after) else None
        return None

    def _says(self, sort: str, after: int) -> bool:
        """Say whether a phrase says something here: a limit is one of an amount."""
        near = self.starts[after : after + _LIMITED]
        return sort != "limit" or any(
            one in self.words.amounts or one[:1].isdecimal() for one in near
        )

    def _together(self, place: int, after: int) -> bool:
        return all(
            self.at[one + 1] - self.at[one] <= _PHRASE_GAP
            and "\n" not in self._between(one)
            and _PARTS.isdisjoint(self._between(one))
            for one in range(place, after - 1)
        )

    def _between(self, place: int) -> str:
        """Give what stands between a word and the next one."""
        end = self.at[place + 1] if place + 1 < len(self.at) else len(self.pieces)
        return "".join(self.pieces[self.at[place] + 1 : end])

    # --- numbers and lengths

    def _amount(self, place: int) -> tuple[str, str, int] | None:
        """Read a number, a length of time, a share or a month; of no sort where the number is a name."""
        number = self._number(place)
        if number is None:
            return self._without_number(place)
        value, after = number
        again = self._said_twice(value, after)
        if again == after and self._names_something(place, after):
            return "", "", after
        return self._counted(value, again)

    def _counted(self, value: str, after: int) -> tuple[str, str, int]:
        """Read what a number counts: time, shares, or anything; "one" alone is hardly ever a number."""
        unit = self._unit(after)
        if unit is not None and value.isdecimal():
            length = _times(unit[0], int(value))
            return "length", length, self._length_again(length, unit[1])
        share = self._share(after)
        if share is not None:
            return "share", f"{value} %", share
        alone = value == "1" and not self.plain[after - 1].isdecimal()
        return ("" if alone else "number"), value, after

    def _without_number(self, place: int) -> tuple[str, str, int] | None:
        """Read a length or a month in one word, a unit after an article, or half of one: "half a year"."""
        word, small = self.plain[place], self.words.small
        if word in small["half"] or word in small["a_single"]:
            return self._of_one_unit(place)
        for reading in self.words.readings(word):
            if reading in self.words.lengths and not _has_article(word, reading):
                return "length", str(self.words.lengths[reading]), place + 1
            if reading in self.words.months:
                return "month", self.words.months[reading], place + 1
        return None

    def _of_one_unit(self, place: int) -> tuple[str, str, int] | None:
        small = self.words.small
        parts = 2 if self.plain[place] in small["half"] else 1
        after = place + 1
        if parts == 2 and after < len(self.plain) and self.plain[after] in small["a_single"]:
            after += 1
        unit = self._unit(after)
        if unit is None or unit[0].months % parts or unit[0].seconds % parts:
            return None
        return "length", str(Amount(unit[0].months // parts, unit[0].seconds // parts)), unit[1]

    def _unit(self, place: int) -> tuple[Amount, int] | None:
        while (
            place < len(self.plain)
            and self.plain[place] in self.words.small["between_number_and_unit"]
        ):
            place += 1
        if place >= len(self.plain):
            return None
        for reading in self.words.readings(self.plain[place]):
            if reading in self.words.units:
                return self.words.units[reading], place + 1
        return None

    def _share(self, after: int) -> int | None:
        small = self.words.small
        if "%" in self._between(after - 1) or "٪" in self._between(after - 1):
            return after
        if after < len(self.plain) and self.plain[after] in small["percent"]:
            return after + 1
        if set(self.plain[after : after + 2]) == small["per_cent"]:
            return after + 2
        return None

    def _number(self, place: int) -> tuple[str, int] | None:
        digits = self._digits(place)
        if digits is not None:
            value, after = digits
            if (
                value.isdecimal()
                and after < len(self.plain)
                and self.plain[after] in self.words.scales
            ):
                return str(int(value) * self.words.scales[self.plain[after]]), after + 1
            return value, after
        return self._number_words(place)

    def _digits(self, place: int) -> tuple[str, int] | None:
        if not self.plain[place].isdecimal():
            return None
        value, after = str(int(self.plain[place])), place + 1
        while after < len(self.plain) and self.plain[after].isdecimal():
            between = self._between(after - 1)
            if between in (",", ".", "٬", "'") and len(self.plain[after]) == 3:
                value += str(int(self.plain[after])).zfill(3)
            elif between in (".", ",", "٫") and "." not in value:
                value += f".{int(self.plain[after])}"
            else:
                break
            after += 1
        return value, after

    def _number_words(self, place: int) -> tuple[str, int] | None:
        total, last, after = 0, 0, place
        for at in range(place, len(self.plain)):
            word = self.plain[at]
            if at > place and word in self.words.small["and"] and last:
                continue
            value = self._value(word)
            if value is None or (at > place and not self._joins(last, value, word, at - after)):
                break
            if word in self.words.scales or self._is_scale(word):
                total, last = total - last + max(last, 1) * value, max(last, 1) * value
            else:
                total, last = total + value, value
            after = at + 1
        return None if after == place else (str(total), after)

    def _value(self, word: str) -> int | None:
        for reading in self.words.readings(word):
            if reading in self.words.numbers:
                return self.words.numbers[reading]
            if reading in self.words.scales:
                return self.words.scales[reading]
        return None

    def _is_scale(self, word: str) -> bool:
        return any(reading in self.words.scales for reading in self.words.readings(word))

    def _joins(self, last: int, value: int, word: str, apart: int) -> bool:
        """Say whether a number word goes on with the number before it: "twenty five", and no "three, six"."""
        if self._is_scale(word) and not apart:
            return last < value
        tens = last >= 20 and last % 10 == 0 and last < 100 and value < 10
        turned = last < 10 and value >= 20 and value % 10 == 0 and value < 100
        return tens or (turned and word not in self.words.numbers) or (last >= 100 > value)

    def _said_twice(self, value: str, after: int) -> int:
        """Pass over a number that stands again in parentheses: "thirty (30) days"."""
        if after < len(self.plain) and self._between(after - 1).strip() == "(":
            again = self._digits(after)
            if again is not None and again[0] == value and self._between(again[1] - 1)[:1] == ")":
                return again[1]
        return after

    def _length_again(self, length: str, after: int) -> int:
        """Pass over a length that stands again in parentheses: "six months (6 months)"."""
        if after < len(self.plain) and self._between(after - 1).strip() == "(":
            digits = self._digits(after)
            unit = self._unit(digits[1]) if digits is not None else None
            if digits is not None and unit is not None and digits[0].isdecimal():
                same = _times(unit[0], int(digits[0])) == length
                return unit[1] if same and self._between(unit[1] - 1)[:1] == ")" else after
        return after

    def _names_something(self, place: int, after: int) -> bool:
        """Say whether a number is the name of an article, of an item of a list or of a paragraph."""
        if place and self.plain[place - 1] in self.words.small["reference"]:
            return True
        before = "".join(self.pieces[: self.at[0]]) if not place else self._between(place - 1)
        behind = self._between(after - 1)[:1] if after <= len(self.plain) else ""
        begins = not place or "\n" in before or before.strip()[-1:] in tuple(".;:؛")
        return behind in (".", ")") and (begins or before.endswith("(")) and len(self.plain) > 1


def _times(unit: Amount, number: int) -> str:
    return (
        str(Amount(unit.months * number, unit.seconds * number))
        if number < 10**6
        else f"{number} {unit}"
    )


def _has_article(word: str, reading: str) -> bool:
    return "ال" in word.removesuffix(reading)
