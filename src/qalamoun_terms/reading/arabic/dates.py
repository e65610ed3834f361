"""When packages in Arabic texts were put forward: dates beside their names, or of the text itself."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping

from qalamoun_terms.lexicon.letters import TATWEEL, shadow
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.stems import stem_lexicon
from qalamoun_terms.model.grounds import Derived, Document, Quote
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.notes import Story

_NUMERIC = re.compile(
    r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b|\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b"
)
_NAMED = re.compile(r"(?:\b(\d{1,2})\s)?([^\W\d]{3,14})(?:\s(الاول|الثاني))?\s(\d{4})")
_HEAD = 400  # characters at the beginning in which a text dates itself


def arabic_dates(
    story: Story, document: Document, text: str
) -> dict[int, tuple[Date, Derived | Quote]]:
    """The dates of packages, by each package's `id()`.

    Args:
        story: the story, read to its end.
        document: the document.
        text: its text.
    """
    found: dict[int, tuple[Date, Derived | Quote]] = {}
    lengthened = TATWEEL in text
    own = next(_dates(document, text, Span(0, min(len(text), _HEAD)), lengthened=lengthened), None)
    for package in story.shelf.packages:
        span = package.dated[0] if package.dated else package.place
        near = Span(span.start, min(span.end, span.start + 400))
        inside = [item.mention.span for item in package.items]
        beside = next(
            (
                dated
                for dated in _dates(document, text, near, lengthened=lengthened)
                if not any(s.start <= dated[1].start < s.end for s in inside)
            ),
            None,
        )
        listed = any(item.label for item in package.items)
        dated = beside or (own if listed else None)
        if dated:
            found[id(package)] = dated
    return found


def _dates(
    document: Document, text: str, scope: Span, *, lengthened: bool
) -> Iterator[tuple[Date, Quote]]:
    """The dates in a stretch, with months by name or by number."""
    plain = shadow(scope.text(text))
    plain = plain.replace(TATWEEL, " ") if lengthened else plain
    months = stem_lexicon(load("ar")).numbers["months"]
    for found in (*_NUMERIC.finditer(plain), *_NAMED.finditer(plain)):
        edtf = _numeric(found) if found.re is _NUMERIC else _named(found, months)
        if edtf:
            at = scope.start + found.start(), scope.start + found.end()
            quote = Quote(document=document.id, start=at[0], end=at[1], quote=text[at[0] : at[1]])
            yield Date(edtf), quote


def _numeric(found: re.Match[str]) -> str | None:
    day, month, year = found.group(1), found.group(2), found.group(3)
    if found.group(4):
        year, month, day = found.group(4), found.group(5), found.group(6)
    return _edtf(int(year), int(month), int(day))


def _named(found: re.Match[str], months: Mapping[str, str]) -> str | None:
    name = "_".join(part for part in found.group(2, 3) if part)
    month = months.get(name)
    if month is None:
        return None
    return _edtf(int(found.group(4)), int(month), int(found.group(1)) if found.group(1) else None)


def _edtf(year: int, month: int, day: int | None) -> str | None:
    if not (1000 <= year <= 2200 and 1 <= month <= 12):
        return None
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
