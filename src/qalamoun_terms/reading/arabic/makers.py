"""Who makes a deal: the parties named as its makers, also where only one of them is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from qalamoun_terms.reading.arabic.phrases import phrase_end
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.who.sides import LOCAL

_ASIDE = 6  # words that say more of a name in a row
_ROW = 16  # words that a row of makers may have
_FAR = 30  # words of a row in which "and between" stands once more
_REACH = 12  # words between a deal and the word "between"
_PRINCIPAL = LOCAL | {"both", ""}


def makers_between(page: Page, parties: Sequence[Party], at: int, stop: int) -> list[Party]:
    """The makers of a deal that stand after "between".

    Args:
        page: the text.
        parties: the parties of the text.
        at: the word that names the deal.
        stop: the word after the last of the sentence.
    """
    for place in range(at + 1, min(stop, at + _REACH)):
        other = any(use.form.entry.id == "deal" for use in page.uses(place, "proposals"))
        turned = page.word(place) in {"؛", ":"} or page.is_exactly(place, "clause_turn")
        if turned or page.is_a(place, "negation"):
            return []
        if other and page.is_a(place - 1, "preposition"):
            return []  # "the agreement, as in earlier ones between ..."
        if page.word(place) == "بين":
            row = list(_row(page, parties, place + 1, stop))
            return [] if any(_is_site(page, p.first) for p in row) else _agreed(page, row)
    return []


def makers_named(page: Page, parties: Sequence[Party], first: int, stop: int) -> list[Party]:
    """The makers of a deal in a row of names: a verb's subject.

    Args:
        page: the text.
        parties: the parties of the text.
        first: the first word of the row.
        stop: the word after its last.
    """
    row = list(_row(page, parties, first, stop))
    with_whom = range(stop, stop + _REACH)
    other = next((i for i in with_whom if page.word(i) == "مع"), None)
    if row and other is not None:
        row += list(_row(page, parties, other + 1, other + _ROW))[:1]
    return _agreed(page, row)


def _row(page: Page, parties: Sequence[Party], first: int, stop: int) -> Iterator[Party]:
    """Each name of a row joined by "and" or "with"."""
    first += 2 * (page.word(first) in {"كل", "كلا"} and page.word(first + 1) == "من")
    at, end = first, min(stop, first + _ROW)
    far = range(end, min(stop, first + _FAR))
    end = next((i + _ASIDE for i in far if page.word(i) == "وبين"), end)
    while at < end:
        lead = _lead(page, at, first=at == first)
        if lead is None:
            return
        name = _name(page, parties, at + (lead < 0), end, max(lead, 0))
        if name is None:
            return
        yield name
        at = name.stop
        at = _next_name(page, parties, at, end)


def _next_name(page: Page, parties: Sequence[Party], at: int, stop: int) -> int:
    """Where the next name of a row begins, over words that say more of the one before."""
    again = next((i for i in range(at, stop) if page.word(i) == "وبين"), None)
    if again is not None:
        return again
    for place in range(at, min(stop, at + _ASIDE)):
        if page.word(place) == "مع":
            return place
        if any(page.uses(place, "terms")):
            return at
        titled = any(use.form.entry.id == "person" for use in page.uses(place, "speech"))
        known = bool(inside(parties, place, place + 1)) or page.word(place)[1:3] == "ال" or titled
        if page.joined(place) and known and not page.is_a(place - 1, "preposition"):
            return place
    return at


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
    doing = any(use.before.lstrip("و") in {"ب", "ل"} for use in page.uses(at, "terms"))
    if doing or page.is_a(at, "ban"):
        return None  # what they agreed on, and no name
    tables = ("stances", "speech", "proposals", "wills")
    if any(use.form.part == "verb" for table in tables for use in page.uses(at, table)):
        return None
    titled = any(use.form.entry.id == "person" for use in page.uses(at, "speech"))
    for_whom = inside(parties, at + 2, at + 3) if page.word(at + 1) in {"عن", "من"} else ()
    if titled and for_whom and for_whom[0].role:
        return evolve(for_whom[0], first=at)
    known = next((p for p in inside(parties, at, at + 4) if p.role and p.first < stop), None)
    between = range(at + 1, known.first + 1 if known else at)
    if known and not any(page.joined(i) or page.is_a(i, "preposition") for i in between):
        return known if known.first == at else evolve(known, first=at)
    end = phrase_end(page, at, stop, 4)
    end = next((i for i in range(at + 1, end) if page.joined(i)), end)
    span = page.span(at, end)
    name = " ".join(span.text(page.tokens.text)[lead:].split())
    role = "state" if any(page.is_a(i, "ruler") for i in (at, at + 1)) else ""
    return Party(
        first=at, stop=end, name=name, role=role, noun=word, governed=False, follows_noun=False
    )


def _is_site(page: Page, at: int) -> bool:
    """Whether a name is that of a part of the land: "the north"."""
    return page.word(at).removeprefix("و").removeprefix("ال") in page.stems.words("vague_site")


def _side(page: Page, party: Party, known: str, other: Mapping[str, str]) -> str:
    """The side of an unknown maker: two armed groups are on one side, else it is the other pole."""
    armed = page.word(party.first).removeprefix("و").removeprefix("ال")
    if known == "opposition" and armed in page.stems.words("armed_group"):
        return known
    return other.get(known, "")


def _agreed(page: Page, row: list[Party]) -> list[Party]:
    """The makers whose sides are known; one unknown is the other pole of the one that is known."""
    row = [evolve(p, role="state") if p.country else p for p in row]
    row = [party for party in row if party.role in _PRINCIPAL]
    both = [party for party in row if party.role == "both"]
    if both:
        return both[:1]
    if len(row) < 2:
        return []
    roles = {party.role for party in row}
    if roles == {"state"} and not any(party.country for party in row):
        return []  # bodies of one state
    if roles == {""}:
        return row
    if "" in roles and len(roles) == 2:
        other = {"state": "opposition", "opposition": "state", "civilian": "state"}
        known = (roles - {""}).pop()
        return [p if p.role else evolve(p, role=_side(page, p, known, other)) for p in row]
    return [party for party in row if party.role]
