"""The fields of a term in Arabic: for how long, which arms, who, where and where to."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from qalamoun_terms.lexicon.stems import StemLexicon
from qalamoun_terms.model.terms import Weapon
from qalamoun_terms.reading.arabic.quantities import duration_and_extension, number
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.frames import Span

FieldWords = dict[str, tuple[object, tuple[Span, ...]]]

_PERSONS = frozenset(
    {"fighter", "civilian", "displaced", "detainee", "conscript", "employee", "whoever", "status"}
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
    }
)


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
    if goal and kind in _GOALS:
        found |= _named("destination", [goal])
    if goal and kind == "weapons_handover":
        found |= _named("beneficiaries", [goal])
    if kind in _HELPED:
        found |= _named("beneficiaries", list(_helped(page, first, stop, thing))[:1])
    if kind in _SITES:
        inside = [s for s in _sites(page, first, stop) if not (goal and goal[1].overlaps(s[1]))]
        found |= _named("places", inside[:2])
    return found


def _named(name: str, found: list[tuple[str, Span]]) -> FieldWords:
    if not found:
        return {}
    return {name: (tuple(n for n, _ in found), tuple(s for _, s in found))}


def _weapons(page: Page, first: int, stop: int) -> FieldWords:
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
    table = stems.lexicon.tables["weapons"].get("weapons", {})
    classes = table.items() if isinstance(table, dict) else ()
    cuts = set(_cuts(word))
    return tuple(Weapon(name) for name, words in classes if cuts & set(str(words).split()))


def _cuts(word: str) -> Iterator[str]:
    for before in ("", "و", "ال", "وال", "بال", "لل", "ب"):
        if word.startswith(before):
            core = word[len(before) :]
            yield core
            for after in ("هم", "ها", "ه", "ين", "ان", "تين", "تان"):
                if core.endswith(after):
                    yield core[: -len(after)]
                    yield core[: -len(after)] + "ه"


def phrase_end(page: Page, at: int, stop: int, longest: int = 5) -> int:
    """The end of a noun phrase: over names and adjectives, up to a small word, a verb or a mark.

    Args:
        page: the text.
        at: its first word.
        stop: where to stop.
        longest: the most words it may have.
    """
    end = at + 1
    while end < min(stop, at + longest) and _goes_on(page, end):
        if _article(page.word(end - 1)) and not _article(page.word(end)) and not _counts(page, end):
            break  # after a word with the article only more of them say something of it
        end += 1
    return end


def _article(word: str) -> bool:
    return word.startswith(("ال", "وال", "بال", "لل"))


def _counts(page: Page, at: int) -> bool:
    return number(page, at, at + 1) is not None


def _goes_on(page: Page, at: int) -> bool:
    word = page.word(at)
    if not word or word in PAUSES or not word[0].isalnum():
        return False
    if page.is_a(at, "preposition") or page.is_a(at, "turn") or page.is_a(at, "negation"):
        return False
    if word.startswith(("لل", "بال", "ول", "وب")) and not word.startswith("وبر"):
        return False
    if any(use.before in {"ب", "ل", "وب", "ول"} for use in page.uses(at, "objects")):
        return False
    heads = any("ال" not in use.before for use in page.uses(at, "terms"))
    acts = any(use.form.part == "verb" for use in page.uses(at, "stances"))
    return not (page.joined(at) and heads) and not acts


def _after_to(page: Page, first: int, stop: int) -> tuple[str, Span] | None:
    for at in range(first, stop - 1):
        if page.word(at) == "الي":
            return _phrase(page, at + 1, phrase_end(page, at + 1, stop, 4))
    return None


def _phrase(page: Page, first: int, stop: int, lead: int = 0) -> tuple[str, Span]:
    span = page.span(first, stop)
    span = Span(span.start + lead, span.end)
    return " ".join(span.text(page.tokens.text).split()), span


def _helped(page: Page, first: int, stop: int, thing: int) -> Iterator[tuple[str, Span]]:
    """Who is released, returns or is paid: the noun phrase around the word for persons."""
    places = [
        at
        for at in range(first, stop)
        if any(
            (use.form.entry.id in _PERSONS and use.form.entry.id != "status")
            or (use.form.entry.id == "property" and at == thing)
            for use in page.uses(at, "objects")
        )
        and page.word(at) != "سراح"
    ]
    at = thing if thing in places else next(iter(places), None)
    if at is None:
        return
    start = at
    for back in range(max(first, at - 3), at):
        read = number(page, back, stop)
        if read and read[1] == at:
            start = back
            break
    yield _phrase(page, start, phrase_end(page, at, stop))


def _sites(page: Page, first: int, stop: int) -> Iterator[tuple[str, Span]]:
    """Sites with their names: a noun such as "road" and the words that say which."""
    known = page.stems.words("site")
    at = first
    while at < stop:
        core, lead = _site(page.word(at), known)
        end = phrase_end(page, at, stop, 3)
        if core and (end > at + 1 or "ال" in page.word(at)[:3]):
            yield _phrase(page, at, end, lead)
            at = end
        else:
            at += 1


def _site(word: str, known: frozenset[str]) -> tuple[str, int]:
    for before in ("", "ال", "ب", "ل", "و", "بال"):
        if word.startswith(before) and word[len(before) :] in known:
            return word[len(before) :], len(before) if "ال" not in before else 0
    return "", 0
