"""Finds the places that a clause names: proper names and definite sites, and where somebody goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from qalamoun_terms.reading.clauses import Clause, Grammar
from qalamoun_terms.reading.frames import Span
from qalamoun_terms.reading.kinds import Reading
from qalamoun_terms.reading.phrases import Phrase, phrase_around, proper_names
from qalamoun_terms.reading.words import Tag

_LEAVING = frozenset({"armed_exit", "civilian_evacuation", "troop_redeployment", "defector_status"})
_SITES_OF = frozenset(
    {
        "troop_redeployment",
        "movement_access",
        "disarmament_zone",
        "protection_guarantee",
        "services_restoration",
        "weapons_handover",
        "local_governance",
        "ceasefire",
        "joint_committee",
        "humanitarian_access",
        "displaced_return",
        "status_settlement",
        "other",
        "detainee_release",
        "civilian_evacuation",
        "employment_reinstatement",
        "political_process",
    }
)


def destinations(grammar: Grammar, clause: Clause, reading: Reading) -> dict[str, Span]:
    """Where those who leave go to, as printed, with the words.

    Args:
        grammar: the statement with its small words.
        clause: the clause that states the term.
        reading: its kind.
    """
    if reading.rule.kind not in _LEAVING:
        return {}
    if reading.rule.kind == "troop_redeployment" and (
        reading.head is None or reading.head.group != "leave"
    ):
        return {}
    found: dict[str, Span] = {}
    for at in range(clause.first, clause.stop - 1):
        if not grammar.is_a(at, "destinations") or grammar.aside[at]:
            continue
        for phrase in _goals(grammar, at + 1, clause):
            found[without_article(phrase.text(grammar))] = phrase.span(grammar)
    return found


def _goals(grammar: Grammar, at: int, clause: Clause) -> Iterator[Phrase]:
    """The goals after "to": a name, a part of the country, a camp; several joined by "or" and "and"."""
    first = at
    while first < clause.stop and grammar.is_a(first, "articles"):
        first += 1
    stop = _goal_end(grammar, first, clause)
    if stop > first:
        yield Phrase(at, stop)


def _goal_end(grammar: Grammar, first: int, clause: Clause) -> int:
    if first >= clause.stop or grammar.aside[first]:
        return first
    words = grammar.words
    tag = next((t for t in words.tags if t.first <= first + 2 and t.first >= first and t.group in ("camp", "goal")), None)
    named = words.capital(first) or grammar.is_a(first, "compass") or words.lower[first] in ("al", "el")
    near = any(words.capital(i) or grammar.is_a(i, "compass") for i in range(first, min(first + 4, clause.stop))) and words.lower[first] not in words_of_no_goal
    if words.lower[first] in grammar.lists["articles"]:
        return first
    if not (named or tag or near):
        return first
    stop = max(first + 1, tag.stop if tag else 0)
    while stop < clause.stop:
        word = words.lower[stop]
        joined = word in ("of", "-", "in") and stop + 1 < clause.stop
        if not joined and not _goes_on(grammar, stop):
            break
        stop += 1
        if joined and stop < clause.stop and grammar.is_a(stop, "articles"):
            stop += 1
    return stop


words_of_no_goal = frozenset({"be", "have", "the"})


def _goes_on(grammar: Grammar, at: int) -> bool:
    word = grammar.words.lower[at]
    if not word[0].isalpha() or grammar.aside[at] or at in grammar.verb_at:
        return False
    lists = ("prepositions", "coordinators", "modals", "be", "have", "adverbs", "pronouns", "articles")
    return not any(grammar.is_a(at, name) for name in lists)


def without_article(text: str) -> str:
    """A name without the article in front of it.

    >>> without_article("the coast road")
    'coast road'
    """
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else text


def places(
    grammar: Grammar, clause: Clause, reading: Reading, taken: Collection[str]
) -> dict[str, Span]:
    """The places that a clause names, without those that are a goal.

    Args:
        grammar: the statement with its small words.
        clause: the clause that states the term.
        reading: its kind.
        taken: the goals found in it.
    """
    if reading.rule.kind not in _SITES_OF:
        taken = set(taken)
    found: dict[str, Span] = {}
    covered: list[Phrase] = []
    for phrase in [*_site_phrases(grammar, clause, reading), *_name_phrases(grammar, clause)]:
        if any(p.first <= phrase.first and phrase.stop <= p.stop for p in covered):
            continue
        covered.append(phrase)
        name = without_article(phrase.text(grammar))
        if not any(name in goal or goal in name for goal in taken):
            found.setdefault(name, phrase.span(grammar))
    return found


def _name_phrases(grammar: Grammar, clause: Clause) -> Iterator[Phrase]:
    """Proper names after a word of place, or next to a noun of place."""
    parties = [t for t in grammar.words.tags if t.group == "party"]
    for name in proper_names(grammar, clause):
        if any(t.first < name.stop and name.first < t.stop for t in parties):
            continue
        if _is_dated(grammar, name):
            continue
        if _stands_in_place(grammar, name, clause):
            yield _without_generic(grammar, _with_site(grammar, name, clause))


def _is_dated(grammar: Grammar, name: Phrase) -> bool:
    lower = grammar.words.lower
    return any(lower[i] in grammar.lists["not_places"] for i in range(name.first, name.stop))


def _stands_in_place(grammar: Grammar, name: Phrase, clause: Clause) -> bool:
    before = name.first - 1
    while before >= clause.first and (grammar.is_a(before, "articles") or grammar.is_a(before, "compass") or grammar.is_a(before, "generic_places")):
        before -= 1
    if before >= 0 and grammar.is_a(before, "locatives") and grammar.words.lower[before] not in ("by", "for"):
        if grammar.words.lower[before] in ("of", "and", "or", "to", "from"):
            return not _is_body(grammar, name)
        return not _is_body(grammar, name)
    return _site_after(grammar, name.stop, clause) > name.stop and not _is_body(grammar, name)


def _is_body(grammar: Grammar, name: Phrase) -> bool:
    """Whether a name is that of a force, a body or a person rather than of a place."""
    bodies = grammar.lists["body_words"]
    return any(grammar.words.lower[i] in bodies for i in range(name.first, min(name.stop + 1, len(grammar.words))))


def _site_after(grammar: Grammar, at: int, clause: Clause) -> int:
    """Where a noun of place right after a name ends ("Netzarim corridor"), or `at`."""
    best = at
    for place in range(at, min(at + 3, clause.stop)):
        if not grammar.words.lower[place].isalpha():
            break
        if grammar.is_a(place, "sites"):
            best = place + 1
        elif grammar.is_a(place, "prepositions") or grammar.is_auxiliary(place):
            break
    return best


def _with_site(grammar: Grammar, name: Phrase, clause: Clause) -> Phrase:
    return Phrase(name.first, _site_after(grammar, name.stop, clause))


def _without_generic(grammar: Grammar, name: Phrase) -> Phrase:
    stop = name.stop
    while stop - 1 > name.first and grammar.is_a(stop - 1, "generic_places"):
        stop -= 1
    return Phrase(name.first, stop)


def _site_phrases(grammar: Grammar, clause: Clause, reading: Reading) -> Iterator[Phrase]:
    """Definite sites: "the market", "the girls' school", "hospitals and power plants"."""
    for at in range(clause.first, clause.stop):
        if not grammar.is_a(at, "sites") or grammar.aside[at]:
            continue
        if at + 1 < clause.stop and grammar.is_a(at + 1, "sites") and grammar.words.lower[at + 1] != ",":
            continue
        phrase = _site(grammar, at, clause)
        if phrase and _is_definite(grammar, phrase, reading):
            yield phrase


def _site(grammar: Grammar, at: int, clause: Clause) -> Phrase | None:
    tag = Tag(at, at + 1, "site", "thing")
    around = phrase_around(grammar, tag, clause)
    first = around.first
    while first < at and (grammar.is_a(first, "determiners") or not grammar.words.lower[first][0].isalnum()):
        first += 1
    while first < at and grammar.words.lower[first] == "and":
        first += 1
    stop = at + 1
    if stop < clause.stop and grammar.words.lower[stop] == "of":
        stop = _of_name(grammar, stop, clause)
    elif stop + 2 < clause.stop and grammar.words.lower[stop] == "from":
        stop = _from_to(grammar, stop, clause)
    return Phrase(first, stop)


def _of_name(grammar: Grammar, at: int, clause: Clause) -> int:
    """"the hill of Sitio Danao", "the roof of the silo": up to the end of the name."""
    stop = at + 1
    while stop < clause.stop and grammar.is_a(stop, "articles"):
        stop += 1
    start = stop
    while stop < clause.stop and (grammar.words.capital(stop) or (stop == start and _goes_on(grammar, stop)) or grammar.words.lower[stop] == "-"):
        stop += 1
    return stop if stop > start else at


def _from_to(grammar: Grammar, at: int, clause: Clause) -> int:
    """"the road from Jufra to the coast" is one site."""
    lower = grammar.words.lower
    names = [i for i in range(at + 1, min(at + 6, clause.stop)) if lower[i] == "to"]
    if not names or not grammar.words.capital(at + 1):
        return at
    stop = names[0] + 1
    while stop < clause.stop and grammar.is_a(stop, "articles"):
        stop += 1
    return min(stop + 1, clause.stop)


def _is_definite(grammar: Grammar, phrase: Phrase, reading: Reading) -> bool:
    """A site counts where an article, a number or a name makes it a certain one."""
    before = phrase.first - 1
    lower = grammar.words.lower
    inner = range(phrase.first, phrase.stop)
    if any(grammar.words.capital(i) for i in inner if i > 0):
        return True
    definite = before >= 0 and (lower[before] in ("the", "all") or grammar.is_a(before, "possessives"))
    place_before = before - 1 if definite else before
    located = place_before >= 0 and grammar.is_a(place_before, "locatives") and lower[place_before] not in ("of", "and", "for", "by", "or")
    joined = place_before >= 0 and lower[place_before] in ("and", ",", "or")
    plural_site = lower[phrase.stop - 1].endswith("s") and located
    if reading.rule.kind == "movement_access" and definite:
        return phrase.stop - phrase.first > 1
    return (definite and (located or joined)) or plural_site


def named_sites(grammar: Grammar, clauses: Sequence[Clause]) -> tuple[Phrase, ...]:
    """All proper names of a statement's clauses."""
    return tuple(name for clause in clauses for name in proper_names(grammar, clause))
