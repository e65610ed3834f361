"""The fields of a term in Arabic: for how long, which arms, who, where and where to."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from qalamoun_terms.lexicon.stems import StemLexicon
from qalamoun_terms.model.terms import Weapon
from qalamoun_terms.reading.arabic.kinds import means_who
from qalamoun_terms.reading.arabic.phrases import phrase, phrase_end
from qalamoun_terms.reading.arabic.quantities import duration_and_extension, number
from qalamoun_terms.reading.arabic.sites import find_sites
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Span

FieldWords = dict[str, tuple[object, tuple[Span, ...]]]

_PERSONS = frozenset(
    {
        "fighter",
        "civilian",
        "displaced",
        "detainee",
        "conscript",
        "employee",
        "whoever",
        "status",
        "wanted",
        "resident",
        "defector",
        "foreign_fighter",
    }
)
_HELPED = frozenset(
    {
        "detainee_release",
        "displaced_return",
        "status_settlement",
        "service_grace",
        "employment_reinstatement",
        "civilian_evacuation",
        "property_protection",
    }
)
_TIMED = frozenset({"ceasefire", "service_grace", "status_settlement", "movement_access"})
_GOALS = frozenset({"armed_exit", "civilian_evacuation"})
_SITES = frozenset(
    {
        "troop_redeployment",
        "movement_access",
        "services_restoration",
        "disarmament_zone",
        "humanitarian_access",
        "local_governance",
        "civilian_evacuation",
        "protection_guarantee",
        "armed_exit",
    }
)


_SERVED = frozenset({"movement_access", "humanitarian_access", "protection_guarantee"})
_MOST_PLACES = 4


def read_fields(page: Page, first: int, stop: int, kind: str, thing: int) -> FieldWords:
    """The fields of a term, each with the words that give it.

    Args:
        page: the text.
        first: the first word of the clause.
        stop: the word after its last.
        kind: the kind of the term.
        thing: the word that names what it is about, or -1.
    """
    found: FieldWords = {}
    if kind in _TIMED:
        lasts, longer = duration_and_extension(page, first, stop)
        found |= {"duration": (lasts[0], (lasts[1],))} if lasts else {}
        found |= {"extension": (longer[0], (longer[1],))} if longer else {}
    found |= _weapons(page, first, stop)
    goal = _after_to(page, first, stop) if kind in (*_GOALS, "weapons_handover") else None
    if goal and kind not in _GOALS and _is_place(page, goal[1]):
        goal = None  # arms are given to somebody
    if goal and kind in _GOALS:
        found |= _named("destination", [goal])
    if kind in {"weapons_handover", "local_governance"}:
        given = goal or _received(page, first, stop)
        found |= _named("beneficiaries", [given] if given else [])
    if kind in _HELPED:
        found |= _named(
            "beneficiaries",
            list(_helped(page, first, stop, thing, paid=kind == "property_protection"))[:1],
        )
    if kind in _SERVED:
        served = [*_served(page, first, stop), *_guarded(page, first, stop, kind)]
        found |= _named("beneficiaries", served[:1])
    sites = find_sites(page, first, stop, definite=kind in _SITES)
    inside = [site for site in sites if not (goal and goal[1].overlaps(site[1]))]
    found |= _named("places", inside[:_MOST_PLACES])
    return found


def _named(name: str, found: list[tuple[str, Span]]) -> FieldWords:
    if not found:
        return {}
    return {name: (tuple(n for n, _ in found), tuple(s for _, s in found))}


def _weapons(page: Page, first: int, stop: int) -> FieldWords:
    """The classes of the arms that a statement names."""
    found: dict[Weapon, Span] = {}
    armed = any(
        use.form.entry.id == "weapon"
        for at in range(first, stop)
        for use in page.uses(at, "objects")
    )
    for at in range(first, stop if armed else first):
        for weapon in _classes_of(page.stems, page.word(at)):
            found.setdefault(weapon, page.span(at, at + 1))
    return {"weapons": (tuple(found), tuple(found.values()))} if found else {}


@functools.lru_cache(maxsize=4096)
def _classes_of(stems: StemLexicon, word: str) -> tuple[Weapon, ...]:
    """The classes of weapons that a word names."""
    classes = stems.lexicon.named_words("weapons", "weapons").items()
    cuts = set(_cuts(word))
    return tuple(Weapon(name) for name, words in classes if cuts & words)


def _cuts(word: str) -> Iterator[str]:
    """A word without what may be written together with it before and behind."""
    for before in ("", "و", "ال", "وال", "بال", "لل", "ب"):
        if word.startswith(before):
            core = word[len(before) :]
            yield core
            for after in ("هم", "ها", "ه", "ين", "ان", "تين", "تان"):
                if core.endswith(after):
                    yield core[: -len(after)]
                    yield core[: -len(after)] + "ه"


def _after_to(page: Page, first: int, stop: int) -> tuple[str, Span] | None:
    for at in range(first, stop - 1):
        about = page.word(at) == "نحو" and number(page, at + 1, stop) is not None
        if page.is_exactly(at, "towards") and not about:
            return phrase(page, at + 1, phrase_end(page, at + 1, stop, 4))
    return None


def _received(page: Page, first: int, stop: int) -> tuple[str, Span] | None:
    """Who is given something: after "to", or a party or a body with "to" in one word."""
    for at in range(first + 1, stop):
        word = page.word(at)
        body = {use.form.entry.id for use in page.uses(at, "objects")} & _BODIES
        if page.is_a(at - 1, "belonging"):
            continue
        if word.startswith("ل") and (at in page.roles or body):
            lead = 2 if word.startswith("لل") else 1
            return phrase(page, at, phrase_end(page, at, stop, 4), lead)
    return None


_BODIES = frozenset({"institution", "force_body", "troops", "committee"})


def _served(page: Page, first: int, stop: int) -> Iterator[tuple[str, Span]]:
    """Who something is done for: persons after "before" or "against"."""
    for at in range(first + 1, stop):
        if page.is_exactly(at - 1, "in_favour") and page.word(at) != "الجميع":
            yield phrase(page, at, phrase_end(page, at, stop, 4))


def _guarded(page: Page, first: int, stop: int, kind: str) -> Iterator[tuple[str, Span]]:
    """Who is to be safe: residents and civilians whom a promise of protection names."""
    for at in range(first, stop if kind == "protection_guarantee" else first):
        for use in page.uses(at, "objects"):
            if use.form.entry.id in _SAFE and "و" not in use.before:
                lead = 2 if use.before == "لل" else int(use.before in {"ل", "ب"})
                yield phrase(page, at, phrase_end(page, at, stop, 4), lead)
                break


_SAFE = frozenset({"civilian", "displaced", "resident"})


def _is_place(page: Page, span: Span) -> bool:
    at, _ = page.tokens.bounds(span)
    return page.word(at).removeprefix("ال") in page.stems.words("place_name")


def _is_person(page: Page, at: int, group: str) -> bool:
    return group != "status" and (group != "whoever" or means_who(page, at))


def _helped(
    page: Page, first: int, stop: int, thing: int, *, paid: bool
) -> Iterator[tuple[str, Span]]:
    """Who is released, returns or is paid: the noun phrase around the word for persons."""
    places = [
        at
        for at in range(first, stop)
        if any(
            (use.form.entry.id in _PERSONS and _is_person(page, at, use.form.entry.id))
            or (use.form.entry.id == "victim" and paid)
            for use in page.uses(at, "objects")
        )
        and page.word(at) != "سراح"
    ]
    at = thing if thing in places else next(iter(places), None)
    if at is None:
        return
    start = at - 1 if page.is_a(at - 1, "every") and at > first else at
    for back in range(max(first, at - 3), at):
        read = number(page, back, stop)
        if read and read[1] == at:
            start = back
            break
    yield phrase(page, start, phrase_end(page, at, stop))
