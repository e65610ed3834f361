"""When two coders' spans, names, durations and sources count as the same.

The rules are lenient where careful coders differ (a name with or without its article, a sentence or a part
of it) and exact where they do not (a duration, a class of weapons).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from qalamoun_terms.evaluation.codings import Span

__all__ = ["fold", "iou", "overlap", "same_duration", "same_source", "same_value"]

_EASTERN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
_DIGITS = {ord(sign): str(value) for row in _EASTERN for value, sign in enumerate(row)}
_ARTICLE = re.compile(r"\b(?:al|el|as|ar|ad|an|at|the)[- ]")
_ARABIC_ARTICLE = re.compile(r"\b[وبلكف]?ال(?=\w{2})")
_WORD = re.compile(r"\w+")
_FUNCTION_WORDS = frozenset(
    {"a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "who", "with"}
)
_NOT_NAMES = frozenset({"reporter", "anonymous"})

_DURATION = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)


def overlap(a: Span, b: Span) -> float:
    """Give the share of the shorter span that lies in the other one.

    >>> overlap(Span(0, 10), Span(5, 30))
    0.5
    """
    shorter = min(a.length, b.length)
    return max(0, _shared(a, b)) / shorter if shorter > 0 else 0.0


def iou(a: Span, b: Span) -> float:
    """Give the characters that two spans share over those that they cover together.

    >>> iou(Span(0, 10), Span(5, 15))
    0.3333333333333333
    """
    shared = max(0, _shared(a, b))
    together = a.length + b.length - shared
    return shared / together if together else 0.0


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def fold(words: str) -> str:
    """Leave out of some words what does not count when they are compared.

    Case, accents, articles (English, Arabic, transliterated) and punctuation do not; Arabic digits are digits.

    >>> fold("the Al-Nāsiriyah road"), fold("٧٢ hours")
    ('nasiriyah road', '72 hours')
    """
    letters = unicodedata.normalize("NFKD", words).translate(_DIGITS)
    plain = "".join(one for one in letters if not unicodedata.combining(one)).casefold()
    return " ".join(_WORD.findall(_ARABIC_ARTICLE.sub("", _ARTICLE.sub("", plain))))


def same_duration(a: str, b: str) -> bool:
    """Say whether two ISO 8601 durations are as long; months are never turned into days.

    >>> same_duration("P1Y", "P12M"), same_duration("P1M", "P30D")
    (True, False)
    """
    return _length(a) == _length(b)


def _length(written: str) -> tuple[int, int] | str:
    """Give months and seconds; what is no single duration stays as it is written."""
    plain = written.strip().upper()
    match = _DURATION.fullmatch(plain)
    if match is None or not any(match.groups()):
        return plain
    part = {name: int(digits or 0) for name, digits in match.groupdict().items()}
    hours = 24 * (7 * part["weeks"] + part["days"]) + part["hours"]
    return 12 * part["years"] + part["months"], 60 * (60 * hours + part["minutes"]) + part[
        "seconds"
    ]


def _same_in_set(a: str, b: str) -> bool:
    first, second = set(fold(a).split()), set(fold(b).split())
    return bool(first and second) and len(first & second) / len(first | second) >= 0.5


def _same_phrase(a: str, b: str) -> bool:
    """Compare phrases by their content words: half of the shorter one, and no essay for a word."""
    first, second = _content(a), _content(b)
    if not first or not second:
        return False
    short, long = sorted((len(first), len(second)))
    return len(first & second) / short >= 0.5 and long <= 3 * short + 3


def _content(words: str) -> set[str]:
    found = set(fold(words).split())
    return found - _FUNCTION_WORDS or found


_COMPARED: dict[str, Callable[[str, str], bool]] = {
    "duration": same_duration,
    "extension": same_duration,
    "weapons": _same_in_set,
    "place": _same_in_set,
}


def same_value(name: str, a: str, b: str) -> bool:
    """Say whether two values of a field count as the same.

    Args:
        name: the field.
        a: the value of one coder.
        b: the value of the other.

    >>> same_value("place", "al-Dumayr", "Dumayr"), same_value("duration", "P6M", "P9M")
    (True, False)
    """
    return _COMPARED.get(name, _same_phrase)(a, b)


def same_source(a: str, b: str) -> bool:
    """Say whether two coders name the same source.

    >>> same_source("a spokesman of the council", "council spokesman"), same_source("reporter", "a")
    (True, False)
    """
    first, second = fold(a), fold(b)
    if first == second or _NOT_NAMES & {first, second}:
        return first == second
    return _much_alike(first.split(), second.split())


def _much_alike(first: Iterable[str], second: Iterable[str]) -> bool:
    a, b = set(first) - _FUNCTION_WORDS, set(second) - _FUNCTION_WORDS
    return bool(a and b) and len(a & b) / len(a | b) >= 0.5
