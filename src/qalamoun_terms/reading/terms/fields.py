"""Reads the fields of a term out of the clause that states it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.model.terms import KINDS, Weapon, term_fields
from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.extensions import find_extension
from qalamoun_terms.reading.terms.goals import destinations
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.kinds import Reading
from qalamoun_terms.reading.terms.limits import LimitReader, limits
from qalamoun_terms.reading.terms.people import beneficiaries, forces, things
from qalamoun_terms.reading.terms.places import places
from qalamoun_terms.reading.text.frames import Span

FieldWords = dict[str, tuple[object, tuple[Span, ...]]]
"""Fields with their values and the words that state them."""

FIELDS = {kind: term_fields(cls) for kind, cls in KINDS.items()}
"""The fields of each kind."""

_NEAR = 6
_WITHOUT_DURATION = frozenset(
    {"troop_redeployment", "detainee_release", "displaced_return", "employment_reinstatement"}
)
"""Kinds where a length of time mostly tells when, not for how long."""


@frozen
class Found:
    """The fields of a term and the words that give each."""

    values: Mapping[str, object]
    evidence: tuple[tuple[str, Span], ...] = field(default=())


def read_fields(reader: LimitReader, reading: Reading, lexicon: TermLexicon) -> Found:
    """The fields of a term of the kind that was read, as far as the clause states them.

    Args:
        reader: the clause that states the term, and what is known of its language.
        reading: the kind that was read.
        lexicon: the vocabulary of terms.
    """
    grammar, clause, kind = reader.grammar, reader.clause, reading.rule.kind
    known = FIELDS[kind]
    found = limits(reader)
    if "weapons" in known:
        handed = _before_kept(grammar, clause) if kind == "weapons_handover" else clause
        found |= _weapons(grammar, handed, lexicon)
    found |= _times(reader, kind, known)
    goals = {}
    if "destination" in known and kind != "displaced_return":
        goals = destinations(grammar, clause, reading)
    found |= _named("destination", goals)
    found |= _named("places", places(grammar, clause, reading, set(goals)))
    found |= _named("beneficiaries", beneficiaries(grammar, clause, reading))
    found |= _named("forces", forces(grammar, clause, reading))
    for name, groups in lexicon.fields_of(kind).named:
        found |= _named(name, things(grammar, clause, groups))
    inside = {name: value for name, value in found.items() if name in known}
    return Found(
        {name: value for name, (value, _) in inside.items()},
        tuple((name, span) for name, (_, spans) in inside.items() for span in spans),
    )


def _named(name: str, found: Mapping[str, Span]) -> FieldWords:
    return {name: (tuple(found), tuple(found.values()))} if found else {}


def _weapons(grammar: Grammar, clause: Clause, lexicon: TermLexicon) -> FieldWords:
    """The classes of arms of a statement; "weapons of any kind" are all of them."""
    found: dict[Weapon, Span] = {}
    for name, first, stop in _weapon_words(grammar, clause, lexicon):
        found.setdefault(Weapon(name), grammar.words.span(first, stop))
    if not found and _of_any_kind(grammar, clause):
        tag = next(t for t in grammar.words.tags if t.group == "weapon" and t.first >= clause.first)
        found = dict.fromkeys(Weapon, grammar.words.span(tag.first, tag.stop))
    if not found:
        return {}
    return {"weapons": (tuple(found), tuple(found.values()))}


def _before_kept(grammar: Grammar, clause: Clause) -> Clause:
    """A clause up to the words that say what is not handed over ("and keep their rifles")."""
    inside = range(clause.first + 1, clause.stop)
    stop = next((at for at in inside if grammar.is_a(at, "keeping")), clause.stop)
    return Clause(clause.first, stop, clause.heads, clause.bound)


def _of_any_kind(grammar: Grammar, clause: Clause) -> bool:
    lower = list(grammar.words.lower[clause.first : clause.stop])
    named = any(
        t.group == "weapon" and clause.first <= t.first < clause.stop for t in grammar.words.tags
    )
    return named and any(lower[i : i + 3] == ["of", "any", "kind"] for i in range(len(lower)))


def _weapon_words(
    grammar: Grammar, clause: Clause, lexicon: TermLexicon
) -> Iterator[tuple[str, int, int]]:
    """The words of a statement that tell a class of arms."""
    lower = grammar.words.lower
    for tag in grammar.words.tags:
        if tag.group == "weapon" and clause.first <= tag.first < clause.stop:
            words = tuple(w for w in lower[tag.first : tag.stop] if w != "-")
            if lexicon.weapon_of.get(words):
                yield lexicon.weapon_of[words], tag.first, tag.stop
    for at in range(clause.first, clause.stop):
        name = lexicon.weapon_adjectives.get(lower[at])
        if name and _goes_with_arms(grammar, at, clause, lexicon):
            yield name, at, at + 1


def _goes_with_arms(grammar: Grammar, at: int, clause: Clause, lexicon: TermLexicon) -> bool:
    """Whether "light" or "heavy" says something of arms: some stand near, or "ones" follow."""
    lower = grammar.words.lower
    if at + 1 < clause.stop and lower[at + 1] == "ones":
        return True
    for tag in grammar.words.tags:
        if tag.group != "weapon":
            continue
        words = tuple(w for w in lower[tag.first : tag.stop] if w != "-")
        if tag.first <= at < tag.stop and lexicon.weapon_of.get(words):
            return False
        ahead = at < tag.first <= at + _NEAR and not _broken(grammar, at, tag.first)
        behind = tag.stop <= at <= tag.stop + _NEAR
        if (ahead and not lexicon.weapon_of.get(words)) or (
            behind and _follows_arms(lower[at - 1])
        ):
            return True
    return False


def _broken(grammar: Grammar, first: int, stop: int) -> bool:
    return any(grammar.words.lower[at] in (";", ".", ":") for at in range(first, stop))


def _follows_arms(word: str) -> bool:
    return word in (",", "and", "both", "kind", "or", "(", ":")


def _times(reader: LimitReader, kind: str, known: tuple[str, ...]) -> FieldWords:
    """How long a statement holds, and what is said about prolonging it."""
    words = reader.grammar.words
    inside = [span for span in reader.inside() if not span.past]
    found: FieldWords = {}
    extension = find_extension(words, inside, reader.numbers) if "extension" in known else None
    taken = extension[1] if extension else None
    if extension:
        found["extension"] = (extension[0], (extension[1],))
    lasting = [
        span
        for span in inside
        if not span.deadline and not (taken and taken.covers(words.span(span.first, span.stop)))
    ]
    if lasting and kind not in _WITHOUT_DURATION:
        first = lasting[0]
        found["duration"] = (first.duration, (words.span(first.first, first.stop),))
    return found
