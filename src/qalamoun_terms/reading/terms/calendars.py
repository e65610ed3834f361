"""The date words of a language and the day of publication, from which relative dates count."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.terms.quantities import NumberWords, number_words

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_CLOSE = dt.timedelta(days=75)
_FAR = dt.timedelta(days=150)


@frozen(eq=False)
class Calendar:
    """The date words of a language and the day of publication, as far as it is known.

    `openers` are the words that a date may begin with, besides numbers in digits and `phrases`.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    days: Mapping[str, int]
    marks: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[str, ...]]
    numbers: NumberWords
    openers: frozenset[str]
    year: int | None
    month: int | None
    day: dt.date | None

    def year_of(self, month: int, day: int = 1) -> int | None:
        """The year that a date without one lies in: the past one, or the next if close."""
        if self.year is None:
            return None
        today = self.day or dt.date(self.year, self.month or 12, 28)
        past = self.year if (month, day) <= (today.month, today.day) else self.year - 1
        ahead = day_or_none(past + 1, month, day)
        behind = day_or_none(past, month, day)
        if ahead and behind and ahead - today <= _CLOSE and today - behind > _FAR:
            return past + 1
        return past


@functools.lru_cache(maxsize=64)
def calendar_of(lexicon: Lexicon, published: Date | None) -> Calendar:
    """The date words of a lexicon and the day of publication.

    Args:
        lexicon: the lexicon of a language.
        published: when a text was published, as far as known.

    >>> from qalamoun_terms.lexicon.load import load
    >>> calendar_of(load("en"), Date("2017-07")).month
    7
    """
    marks = lexicon.section("dates", "date_words")
    lists = {name: tuple(map(str, v)) for name, v in marks.items() if isinstance(v, list)}
    iso = _ISO.match(published.edtf) if published else None
    year = int(published.edtf[:4]) if published and published.edtf[:4].isdecimal() else None
    parts = [int(part) for part in iso.group().split("-")] if iso else []
    month = parts[1] if len(parts) > 1 and 1 <= parts[1] <= 12 else None
    day = day_or_none(parts[0], parts[1], parts[2]) if len(parts) == 3 else None
    return Calendar(
        months=lexicon.numbers("dates", "months"),
        weekdays=lexicon.numbers("dates", "weekdays"),
        seasons=lexicon.numbers("dates", "seasons"),
        days=lexicon.numbers("dates", "days"),
        marks={name: frozenset(value) for name, value in lists.items()},
        phrases=lists,
        numbers=number_words(lexicon),
        openers=_openers(lexicon, lists),
        year=year,
        month=month,
        day=day,
    )


def _openers(lexicon: Lexicon, lists: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The words that a date may begin with; besides them numbers in digits and phrases do."""
    named = (lexicon.numbers("dates", name) for name in ("months", "weekdays", "seasons", "days"))
    words = (*named, lists["mid"], lists["last"])
    return number_words(lexicon).openers.union(*words)


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    """A day of the calendar, or None where there is no such day.

    >>> day_or_none(2015, 2, 31) is None
    True
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
