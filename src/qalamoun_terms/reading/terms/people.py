"""Finds who a clause speaks of: who is helped or concerned, and who does it."""

from __future__ import annotations

from collections.abc import Collection

from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.goals import without_article
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.kinds import Reading, clause_tags
from qalamoun_terms.reading.terms.phrases import Phrase, phrase_around
from qalamoun_terms.reading.terms.words import Tag
from qalamoun_terms.reading.text.frames import Span

_GAINED = frozenset(
    {
        "local_governance",
        "other",
        "political_process",
        "property_protection",
        "services_restoration",
    }
)
_TOLD_BY_LINK = frozenset(
    {"other", "property_protection", "protection_guarantee", "services_restoration"}
)
_PERSONS = frozenset(
    {"civilian", "conscript", "employee", "family", "fighter", "guards", "police",
     "student", "troops", "victim", "wanted", "youth", "displaced"}
)  # fmt: skip
_MOVED = frozenset(
    {"defector_status", "detainee_release", "displaced_return", "employment_reinstatement",
     "status_settlement"}
)  # fmt: skip
"""Kinds whose subject, where nothing tells persons, is who is freed, comes back or is forgiven."""

_SETTLING = frozenset({"settle_status", "pardon", "grant", "annul"})
_CONCERNED = 6
"""So many words after the head or object stands the link to those concerned."""

_SUBJECT = 16
"""So many words into a clause the verb of its subject is looked for."""


def beneficiaries(grammar: Grammar, clause: Clause, reading: Reading) -> dict[str, Span]:
    """Who is helped, receives, or whose matter is settled, as printed, with the words.

    Args:
        grammar: the statement with its small words.
        clause: the clause that states the term.
        reading: its kind.
    """
    kind = reading.rule.kind
    found = _receivers(grammar, clause, kind) if grammar.lexicon.fields_of(kind).receivers else None
    if found is None and kind in ("status_settlement", "defector_status"):
        found = _those_concerned(grammar, clause, reading)
    if found is None and kind in _TOLD_BY_LINK:
        found = _protected(grammar, clause)
    if found is None and kind == "other":
        found = _payee(grammar, clause)
    if found is None and kind in _GAINED:
        found = _gainer(grammar, clause)
    if found is None:
        found = _persons(grammar, clause, kind)
    if found is None and kind in _MOVED:
        found = _counted(grammar, clause, reading) or _moved_subject(grammar, clause, reading)
    if found is None:
        return {}
    return {without_article(found.text(grammar)): found.span(grammar)}


def _payee(grammar: Grammar, clause: Clause) -> Phrase | None:
    """Whose pay it is: "the wages of the pilots"."""
    for tag in grammar.words.tags:
        inside = clause.first <= tag.first and tag.stop + 1 < clause.stop
        if tag.group == "money" and inside and grammar.is_a(tag.stop, "of_links"):
            phrase = _from(grammar, tag.stop + 1, clause)
            if phrase and _names_persons(grammar, phrase):
                return phrase
    return None


def _names_persons(grammar: Grammar, phrase: Phrase) -> bool:
    groups = {t.group for t in grammar.words.tags if phrase.first <= t.first < phrase.stop}
    return bool(groups & _PERSONS) or grammar.is_a(phrase.first, "those")


def _counted(grammar: Grammar, clause: Clause, reading: Reading) -> Phrase | None:
    """As in "takes back 180 of the 212", "the return of nine"."""
    if reading.head is None:
        return None
    first = reading.head.stop + grammar.is_a(reading.head.stop, "of_links")
    if first >= clause.stop or not _is_count(grammar, first):
        return None
    stop = first + 1
    while stop < clause.stop and (
        _is_count(grammar, stop) or grammar.is_any(stop, ("of_links", "articles"))
    ):
        stop += 1
    while not _is_count(grammar, stop - 1):
        stop -= 1
    return Phrase(first, stop)


def _is_count(grammar: Grammar, at: int) -> bool:
    return grammar.words.is_number(at) or grammar.is_a(at, "counts")


def _protected(grammar: Grammar, clause: Clause) -> Phrase | None:
    """Whose safety or houses they are, told by a relative clause: "the safety of those who stay"."""
    for at in range(clause.first, clause.stop - 1):
        if grammar.is_a(at, "person_links") and grammar.is_a(at + 1, "those"):
            return _from(grammar, at + 1, clause)
    return None


def _gainer(grammar: Grammar, clause: Clause) -> Phrase | None:
    """Who has, gets or is given something: the subject ("the islanders have two seats")."""
    lower = grammar.words.lower
    for at in range(clause.first + 1, min(clause.first + _SUBJECT, clause.stop)):
        if grammar.aside[at]:
            continue
        helped = grammar.is_auxiliary(at - 1) or grammar.is_a(at - 1, "adverbs")
        if grammar.is_a(at, "gaining") or (helped and lower[at] in grammar.lists["given"]):
            return _subject_before(grammar, at, clause)
        if at in grammar.verb_at or lower[at] == ",":
            return None
    return None


def _moved_subject(grammar: Grammar, clause: Clause, reading: Reading) -> Phrase | None:
    """As in "all nineteen are back at work", "the boys on trial are forgiven"."""
    head = reading.head
    front = next((h.front for h in clause.heads if head and h.first == head.first), clause.first)
    phrase = _subject_before(grammar, front, clause) if front > clause.first else None
    if phrase is None or phrase.stop - phrase.first > _SUBJECT:
        return None
    if grammar.is_a(phrase.stop - 1, "pronouns"):
        return None
    things = [
        tag
        for tag in grammar.words.tags
        if phrase.first <= tag.first < phrase.stop and tag.part == "thing"
    ]
    return None if any(not grammar.aside[tag.first] for tag in things) else phrase


def _subject_before(grammar: Grammar, at: int, clause: Clause) -> Phrase | None:
    """The words before a verb and its helpers that name who does it."""
    stop = at
    while stop > clause.first and (
        grammar.is_auxiliary(stop - 1) or grammar.is_any(stop - 1, ("adverbs", "negators", "have"))
    ):
        stop -= 1
    first = clause.first
    while first < stop and grammar.is_any(first, ("openers", "coordinators", "subordinators")):
        first += 1
    phrase = Phrase(first, stop)
    said = stop > first and not grammar.is_any(first, ("pronouns", "prepositions", "negators"))
    return phrase if said and not _is_vague(grammar, phrase) else None


def _persons(grammar: Grammar, clause: Clause, kind: str) -> Phrase | None:
    """Whom a statement is about, by the classes that its kind looks for, first things first."""
    tags = clause_tags(grammar, clause)
    for group in grammar.lexicon.fields_of(kind).persons:
        for tag in tags:
            if tag.group == group and tag.part == "thing" and tag.first not in grammar.verb_at:
                phrase = phrase_around(grammar, tag, clause)
                if not _is_vague(grammar, phrase) and not _is_their_own(grammar, phrase, kind):
                    return phrase
    return _those_who(grammar, clause) if grammar.lexicon.fields_of(kind).persons else None


def _those_who(grammar: Grammar, clause: Clause) -> Phrase | None:
    """As in "those who fled may return": persons told by a relative clause at the beginning."""
    first = clause.first
    if not grammar.is_a(first, "those"):
        return None
    stop = first if grammar.aside[first] else first + 1
    while stop < clause.stop and grammar.aside[stop]:
        stop += 1
    return Phrase(first, stop) if stop > first + 1 else None


def _is_their_own(grammar: Grammar, phrase: Phrase, kind: str) -> bool:
    """As in "their owners", "their families": somebody's own people, who are not the ones meant."""
    own = grammar.is_a(phrase.first, "possessives")
    return own and kind in ("property_protection", "displaced_return", "armed_exit")


def _is_vague(grammar: Grammar, phrase: Phrase) -> bool:
    """As in "persons" alone names no class of persons."""
    content = [
        grammar.words.lower[i]
        for i in range(phrase.first, phrase.stop)
        if not grammar.is_a(i, "determiners")
    ]
    return bool(content) and all(word in grammar.lists["vague_persons"] for word in content)


def _those_concerned(grammar: Grammar, clause: Clause, reading: Reading) -> Phrase | None:
    """The persons after "the situation of" or "an amnesty for"."""
    start = reading.object or reading.head
    head = reading.head
    if start is None or (head and head.group not in _SETTLING):
        return None
    at = max(start.stop, reading.head.stop if reading.head else 0)
    first: Phrase | None = None
    for place in range(at, clause.stop - 1):
        near = place < at + _CONCERNED and grammar.is_a(place, "concern_links")
        link = near or (grammar.words.lower[place] == "for" and grammar.is_a(place + 1, "those"))
        if link and not grammar.aside[place]:
            phrase = _from(grammar, place + 1, clause)
            if phrase and (first is None or _names_persons(grammar, phrase)):
                first = phrase
            if first is not None and _names_persons(grammar, first):
                return first
    return first


def _from(grammar: Grammar, first: int, clause: Clause) -> Phrase | None:
    if first >= clause.stop:
        return None
    phrase = phrase_around(grammar, Tag(first, first + 1, "", "thing"), clause)
    return None if _is_vague(grammar, phrase) else Phrase(first, max(phrase.stop, first + 1))


def _receivers(grammar: Grammar, clause: Clause, kind: str) -> Phrase | None:
    """Who gets it: after "to" or "for", where no verb and no goal of a journey follows."""
    if not clause.heads:
        return None
    for at in range(clause.first, clause.stop - 1):
        word = grammar.words.lower[at]
        if word not in ("to", "for") or grammar.aside[at]:
            continue
        if kind == "weapons_handover" and word == "for":
            continue
        if at + 1 in grammar.verb_at and not grammar.is_a(at + 1, "determiners"):
            continue
        phrase = _from(grammar, at + 1, clause)
        if phrase and _is_receiver(grammar, phrase, kind):
            return phrase
    return None


def _is_receiver(grammar: Grammar, phrase: Phrase, kind: str) -> bool:
    """Whether a phrase names who may receive what is handed over."""
    groups = {
        tag.group
        for tag in grammar.words.tags
        if phrase.first <= tag.first < phrase.stop and tag.part == "thing"
    }
    noun = phrase.first + grammar.is_a(phrase.first, "articles")
    named = grammar.words.capital(min(noun, phrase.stop - 1))
    if groups & set(grammar.lexicon.fields_of(kind).receivers):
        return named or kind != "local_governance"
    if kind == "weapons_handover":
        return named
    return grammar.is_a(phrase.first, "relatives") or grammar.is_a(phrase.first, "those")


def forces(grammar: Grammar, clause: Clause, reading: Reading) -> dict[str, Span]:
    """Who moves, leaves or stands guard, as printed, with the words.

    Args:
        grammar: the statement with its small words.
        clause: the clause that states the term.
        reading: its kind.
    """
    tags = clause_tags(grammar, clause)
    for group in grammar.lexicon.fields_of(reading.rule.kind).forces:
        for tag in tags:
            if tag.group == group and tag.part == "thing" and not _is_adjective(grammar, tag):
                phrase = _force(grammar, phrase_around(grammar, tag, clause))
                return {without_article(phrase.text(grammar)): phrase.span(grammar)}
    return {}


def things(grammar: Grammar, clause: Clause, groups: Collection[str]) -> dict[str, Span]:
    """What a clause names of some classes of things, as printed, with the words.

    Args:
        grammar: the statement with its small words.
        clause: the clause that states the term.
        groups: the classes.
    """
    spans: dict[str, Span] = {}
    for tag in clause_tags(grammar, clause):
        if tag.group in groups and tag.part == "thing":
            text = grammar.words.printed(tag.first, tag.stop)
            spans.setdefault(text, grammar.words.span(tag.first, tag.stop))
    return spans


def _is_adjective(grammar: Grammar, tag: Tag) -> bool:
    """As in "military or civilian" says something of others and names no force."""
    lower = grammar.words.lower
    return lower[tag.first] == "military" and tag.stop - tag.first == 1


def _force(grammar: Grammar, phrase: Phrase) -> Phrase:
    """As in "the forces of the Third Division stationed there": the Third Division."""
    lower = grammar.words.lower
    first, stop = phrase.first, phrase.stop
    for at in range(first + 1, stop):
        if at in grammar.verb_at or (grammar.aside[at] and not grammar.aside[first]):
            stop = at
            break
    while stop - 1 > first and lower[stop - 1] in ("of", "in", "from", "and"):
        stop -= 1
    for at in range(first, stop - 1):
        after = at + 1 + (at + 2 < stop and grammar.is_a(at + 1, "articles"))
        named = grammar.words.capital(after)
        if lower[at] == "of" and lower[at - 1] in grammar.lists["vague_forces"] and named:
            first = at + 1
    return Phrase(first, stop)
