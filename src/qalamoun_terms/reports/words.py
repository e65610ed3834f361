"""The words and signs that all reports share: what a stance, an outcome, a date or a field is called.

A sign never stands without its word, and neither is left to colour.
"""

from __future__ import annotations

import re

from qalamoun_terms.comparison.describe import in_words
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Access, Source, Translation
from qalamoun_terms.model.record import Stance, Voice
from qalamoun_terms.model.terms import Term, term_fields

__all__ = [
    "ACCESS_WORDS",
    "NOT_REPORTED",
    "OUTCOME_SIGNS",
    "SILENT_SIGN",
    "STANCE_SIGNS",
    "STANCE_WORDS",
    "TRANSLATION_WORDS",
    "VOICE_WORDS",
    "counted",
    "date_words",
    "isolated",
    "listed",
    "source_words",
    "spaced",
    "term_words",
    "visible",
]

NOT_REPORTED = "not reported"
"""What stands where no source says anything; never the same as refused, and never left empty."""

SILENT_SIGN = "?"
"""The sign that goes with `NOT_REPORTED`."""

STANCE_SIGNS: dict[Stance, str] = {
    Stance.PROPOSED: "▸",
    Stance.DEMANDED: "▸",
    Stance.INSISTED: "▸",
    Stance.ACCEPTED: "✓",
    Stance.PROVISIONAL: "◔",
    Stance.CONDITIONAL: "◐",
    Stance.REJECTED: "✗",
    Stance.WITHDRAWN: "↩",
    Stance.DEFERRED: "…",
    Stance.VIOLATED: "!",
}
"""A sign for each stance, told apart without colour."""

STANCE_WORDS: dict[Stance, str] = {
    Stance.PROPOSED: "proposed",
    Stance.DEMANDED: "demanded",
    Stance.INSISTED: "insists",
    Stance.ACCEPTED: "accepted",
    Stance.PROVISIONAL: "accepted in principle",
    Stance.CONDITIONAL: "accepted on condition",
    Stance.REJECTED: "rejected",
    Stance.WITHDRAWN: "withdrew",
    Stance.DEFERRED: "deferred",
    Stance.VIOLATED: "alleged breach",
}
"""A word for each stance, as it stands in a cell."""

OUTCOME_SIGNS: dict[str, str] = {
    "agreed": "✓",
    "agreed in principle": "◔",
    "conditionally accepted": "◐",
    "disputed": "≠",
    "split": "÷",
    "no response on record": "?",
    "deferred": "…",
    "withdrawn": "↩",
    "superseded": "→",
}
"""A sign for each outcome, told apart without colour."""

VOICE_WORDS: dict[Voice, str] = {
    Voice.OWN: "in its own voice",
    Voice.COUNTERPART: "as its counterpart tells it",
    Voice.THIRD_PARTY: "as a third party tells it",
    Voice.REPORT: "as the report tells it",
}
"""Who tells of a position."""

ACCESS_WORDS: dict[Access, str] = {
    Access.VERBATIM: "the negotiated text, word for word",
    Access.LEAKED: "the negotiated text, leaked",
    Access.PUBLISHED_BY_PARTY: "the negotiated text, published by a party",
    Access.LISTED: "a report that lists the terms",
    Access.SUMMARISED: "a report that summarises the terms",
    Access.MENTIONED: "a report that mentions the terms",
}
"""How near a document brings the reader to the negotiated text."""

TRANSLATION_WORDS: dict[Translation, str] = {
    Translation.NONE: "not a translation",
    Translation.OFFICIAL: "official translation",
    Translation.PUBLISHER: "translated by the publisher",
    Translation.HUMAN: "translated by a person",
    Translation.MACHINE: "translated by a machine",
}
"""Who translated a document."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DATE = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?(?P<mark>[?~%]?)"
)
_CONTROL = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
_CONTROL |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


def date_words(date: Date | None) -> str:
    """Say a date in words.

    Args:
        date: the date, or None where none is stated.

    >>> date_words(Date("2016-06-15~")), date_words(Date("2017-07")), date_words(Date("../2018"))
    ('about 15 June 2016', 'July 2017', 'until 2018')
    >>> date_words(None), date_words(Date("201X?"))
    ('no date reported', 'the 2010s (uncertain)')
    """
    if date is None:
        return "no date reported"
    start, slash, end = date.edtf.partition("/")
    if not slash:
        return _one_date(start)
    if start in ("", ".."):
        return f"until {_one_date(end)}"
    if end in ("", ".."):
        return f"from {_one_date(start)} on"
    return _between(start, end)


def _between(start: str, end: str) -> str:
    if start[:8] == end[:8] and len(start) == len(end) == 10:
        return f"{int(start[8:])} to {_one_date(end)}"
    return f"{_one_date(start)} to {_one_date(end)}"


def _one_date(edtf: str) -> str:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day, mark = match.group("year", "month", "day", "mark")
    words = _year(year)
    if month and month != "XX":
        words = f"{_SEASONS.get(month) or _MONTHS[int(month) - 1]} {words}"
    if day and day != "XX":
        words = f"{int(day)} {words}"
    about = "about " if mark in ("~", "%") and mark else ""
    return f"{about}{words}{' (uncertain)' if mark in ('?', '%') and mark else ''}"


def _year(year: str) -> str:
    if year.endswith("XX"):
        return f"the years {year[:2]}00 to {year[:2]}99"
    return f"the {year[:3]}0s" if year.endswith("X") else year


def source_words(source: Source) -> str:
    """Name a source in a sentence.

    >>> from qalamoun_terms.model.grounds import SourceKind
    >>> source_words(Source()), source_words(Source(kind=SourceKind.ANONYMOUS))
    ('the report', 'anonymous')
    """
    return "the report" if source == Source() else source.label


def spaced(name: str) -> str:
    """Say the name of a kind, a field or a member of an enumeration in words.

    >>> spaced("service_grace")
    'service grace'
    """
    return name.replace("_", " ")


def counted(number: int, one: str, many: str | None = None) -> str:
    """Say how many there are of something.

    >>> counted(1, "article"), counted(2, "party", "parties"), counted(0, "article")
    ('1 article', '2 parties', 'no article')
    """
    if number == 0:
        return f"no {one}"
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(parts: tuple[str, ...] | list[str]) -> str:
    """Join parts as a sentence lists them.

    >>> listed(["one", "two", "three"])
    'one, two and three'
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def term_words(term: Term) -> tuple[tuple[str, str], ...]:
    """Say what a term states, field by field; what it does not state is left out.

    Args:
        term: the term.

    Returns:
        The name of each stated field and its value, both in words.

    >>> from qalamoun_terms.model.terms import Weapon, WeaponsHandover
    >>> term_words(WeaponsHandover(weapons=[Weapon.HEAVY], negated=True))
    (('forbidden', 'yes'), ('weapons', 'heavy'))
    """
    stated: list[tuple[str, str]] = []
    for name in term_fields(type(term)):
        value = getattr(term, name)
        if name == "negated":
            stated += [("forbidden", "yes")] if value else []
        elif value is not None:
            said = spaced(value) if name == "subkind" else in_words(value)
            stated.append((spaced(name), said or "stated to be none"))
    return tuple(stated)


def visible(text: str) -> str:
    r"""Make control characters of a text visible, so that it cannot steer what shows it.

    Args:
        text: words of a document or of a file's name.

    Returns:
        The text with a picture or a mark for each control character but tabs and line ends; as long as it was.

    >>> visible("a\x1b[2Jb")
    'a␛[2Jb'
    """
    return text.translate(_CONTROL)


_LETTERS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_FROM_THE_RIGHT = re.compile(
    rf"(?<=“)(?=[^“”{_LETTERS}]*[{_LETTERS}])[^“”]*(?=”)|[{_LETTERS}](?:[{_LETTERS}\d\s.-]*[{_LETTERS}])?"
)


def isolated(words: str) -> str:
    """Keep words that run from right to left from turning round the sentence that they stand in.

    Without that "from A to B" may be read as "from B to A" where both are Arabic.

    Args:
        words: a sentence in English with words of a source in it.

    Returns:
        The sentence, with marks around the quotations and words that run from right to left (Unicode, UAX 9).

    >>> [hex(ord(one)) for one in isolated("“\u0646\u0639\u0645”")]
    ['0x201c', '0x2068', '0x646', '0x639', '0x645', '0x2069', '0x201d']
    >>> isolated("from six to nine")
    'from six to nine'
    """
    return _FROM_THE_RIGHT.sub("\u2068\\g<0>\u2069", words)
