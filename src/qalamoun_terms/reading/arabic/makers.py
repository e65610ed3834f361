"""Who makes a deal: the parties named as its makers, also where only one of them is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from qalamoun_terms.reading.arabic.fields import phrase_end
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.words import PAUSES, Page

_ROW = 16  # words that a row of makers may have
_REACH = 12  # words between a deal and the word "between"
_PRINCIPAL = frozenset({"state", "opposition", "civilian", "both", ""})


def makers_between(page: Page, parties: Sequence[Party], at: int, stop: int) -> list[Party]:
    """The makers of a deal that stand after "between".

    Args:
        page: the text.
        parties: the parties of the text.
        at: the word that names the deal.
        stop: the word after the last of the sentence.
    """
    for place in range(at + 1, min(stop, at + _REACH)):
        if page.word(place) in {"؛", ":"} or page.is_a(place, "negation"):
            return []
        if page.word(place) == "بين":
            return _agreed(list(_row(page, parties, place + 1, stop)))
    return []


def makers_named(page: Page, parties: Sequence[Party], first: int, stop: int) -> list[Party]:
    """The makers of a deal in a row of names: a verb's subject.

    Args:
        page: the text.
        parties: the parties of the text.
        first: the first word of the row.
        stop: the word after its last.
    """
    return _agreed(list(_row(page, parties, first, stop)))


def _row(page: Page, parties: Sequence[Party], first: int, stop: int) -> Iterator[Party]:
    """Each name of a row joined by "and" or "with"."""
    at, end = first, min(stop, first + _ROW)
    while at < end:
        lead = _lead(page, at, first=at == first)
        if lead is None:
            return
        name = _name(page, parties, at + (lead < 0), end, max(lead, 0))
        if name is None:
            return
        yield name
        at = name.stop
        while at < end and not _lead(page, at, first=False) and page.word(at) in {"،", ",", "»"}:
            at += 1


def _lead(page: Page, at: int, *, first: bool) -> int | None:
    """The letters before a name in a row, -1 where the whole word is a preposition, or None."""
    word = page.word(at)
    if word in {"وبين", "مع", "و"}:
        return -1
    if first:
        return 0
    return 1 if word.startswith("و") and len(word) > 2 else None


def _name(page: Page, parties: Sequence[Party], at: int, stop: int, lead: int) -> Party | None:
    """The party at a place of a row; a name of nobody known has no side."""
    word = page.word(at)
    if not word or word in PAUSES or not word[0].isalpha() or page.is_a(at, "preposition"):
        return None
    known = next((p for p in inside(parties, at, at + 4) if p.role and p.first < stop), None)
    if known and not any(page.joined(i) for i in range(at + 1, known.first + 1)):
        return known if known.first == at else evolve(known, first=at)
    end = phrase_end(page, at, stop, 4)
    end = next((i for i in range(at + 1, end) if page.joined(i)), end)
    span = page.span(at, end)
    name = " ".join(span.text(page.tokens.text)[lead:].split())
    return Party(
        first=at, stop=end, name=name, role="", noun=word, governed=False, follows_noun=False
    )


def _agreed(row: list[Party]) -> list[Party]:
    """The makers whose sides are known; one unknown is the other pole of the one that is known."""
    row = [evolve(p, role="state") if p.country else p for p in row]
    row = [party for party in row if party.role in _PRINCIPAL]
    if len(row) < 2 and not any(party.role == "both" for party in row):
        return []
    roles = {party.role for party in row}
    if "" in roles and len(roles) == 2:
        other = {"state": "opposition", "opposition": "state", "civilian": "state"}
        missing = other.get((roles - {""}).pop(), "")
        return [party if party.role else evolve(party, role=missing) for party in row]
    return [party for party in row if party.role]
