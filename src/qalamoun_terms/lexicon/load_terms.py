"""Makes the reader's vocabulary of terms out of a lexicon's tables: words, classes and rules."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from qalamoun_terms.errors import QalamounError
from qalamoun_terms.lexicon.inflect import verb_forms
from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.wordings import (
    Wordings,
    by_first,
    head_wordings,
    list_of,
    text_of,
    thing_wordings,
)

PARTY_CLASSES = frozenset(
    {"party", "party_state", "party_opposition", "party_mediator", "party_civilian", "party_other"}
)
"""Classes that do not stand in a lexicon: names of parties, by what the document says of them."""

_TOGETHER = {
    "before_form": ("modals", "do", "be", "pronouns"),
    "before_name": ("determiners", "counts", "prepositions"),
    "before_noun": ("determiners", "possessives", "counts"),
    "before_object": ("determiners", "possessives", "pronouns"),
    "before_verb": ("adverbs", "negators"),
}
"""Lists of small words that are made of several, by what they stand before."""

_NO_ADVERBS = frozenset({"no", "nobody", "none", "nothing", "all", "at", "once", "both", "without"})
"""Adverbs and negators that do not stand between an auxiliary and its verb."""

CARRIED = "carried_weapon"
"""The class of arms that somebody has with him, told from others by their preposition."""


@frozen(kw_only=True)
class Rule:
    """One line of the table that tells the kind of a statement from the company of its words."""

    id: str
    kind: str
    subkind: str | None
    heads: frozenset[str]
    objects: frozenset[str]
    also: frozenset[str]
    without: frozenset[str]
    words: frozenset[str]
    negated: bool
    affirmed: bool
    order: str
    phrase: bool
    direct: bool
    near: int
    weight: float
    example: str
    counter_example: str


@frozen(kw_only=True)
class KindFields:
    """Where the fields of a kind are looked for, as the lexicon has it."""

    persons: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()
    goals: bool = False
    sites: bool = False


@frozen(kw_only=True)
class EntryCheck:
    """An entry's own example and counter-example, for the tests of the lexicon."""

    id: str
    example: str
    counter_example: str


@frozen(kw_only=True)
class TermLexicon:
    """What the reader of terms knows of one language.

    `content_ends` are the last words of what may open content; `rules_of` the rules by the classes
    of their heads ("" for none), `rules_about` the same by those of their objects, too.
    """

    language: str
    by_first: Mapping[str, Wordings] = field(repr=False, hash=False)
    grammar: Mapping[str, frozenset[str]] = field(repr=False, hash=False)
    weapon_of: Mapping[tuple[str, ...], str] = field(repr=False, hash=False)
    weapon_adjectives: Mapping[str, str] = field(repr=False, hash=False)
    standing_alone: frozenset[str] = field(repr=False)
    matrix_forms: frozenset[str] = field(repr=False)
    matrix_ends: frozenset[str] = field(repr=False)
    rules: tuple[Rule, ...] = field(repr=False)
    content_ends: frozenset[str] = field(repr=False)
    rules_of: Mapping[str, tuple[Rule, ...]] = field(repr=False, hash=False)
    rules_about: Mapping[str, Mapping[str, tuple[Rule, ...]]] = field(repr=False, hash=False)
    kind_fields: Mapping[str, KindFields] = field(repr=False, hash=False)
    checks: tuple[EntryCheck, ...] = field(repr=False)
    _phrases: dict[str, Mapping[str, tuple[list[str], ...]]] = field(
        factory=dict, init=False, repr=False, eq=False
    )
    _unions: dict[tuple[str, ...], frozenset[str]] = field(
        factory=dict, init=False, repr=False, eq=False
    )

    def small_words(self, names: tuple[str, ...]) -> frozenset[str]:
        """The small words of several lists.

        Args:
            names: the names of the lists.

        >>> from qalamoun_terms.lexicon.load import load
        >>> "the" in term_lexicon(load("en")).small_words(("articles", "prepositions"))
        True
        """
        found = self._unions.get(names)
        if found is None:
            found = frozenset().union(*(self.grammar[name] for name in names))
            self._unions[names] = found
        return found

    def small_phrases(self, name: str) -> Mapping[str, tuple[list[str], ...]]:
        """The phrases of a list by their first words, the longest first.

        Args:
            name: the name of the list.

        >>> from qalamoun_terms.lexicon.load import load
        >>> term_lexicon(load("en")).small_phrases("exception_phrases")["except"]
        (['except', 'for'], ['except'])
        """
        found = self._phrases.get(name)
        if found is None:
            rows = sorted((p.split() for p in self.grammar[name]), key=lambda p: (-len(p), p))
            found = {row[0]: tuple(r for r in rows if r[0] == row[0]) for row in rows}
            self._phrases[name] = found
        return found

    def fields_of(self, kind: str) -> KindFields:
        """Where the fields of a kind are looked for.

        Args:
            kind: the name of the kind.

        >>> from qalamoun_terms.lexicon.load import load
        >>> term_lexicon(load("en")).fields_of("armed_exit").goals
        True
        """
        return self.kind_fields.get(kind, KindFields())


@functools.cache
def term_lexicon(lexicon: Lexicon) -> TermLexicon:
    """The vocabulary of terms of a lexicon, made once.

    Args:
        lexicon: the lexicon of a language.

    Raises:
        QalamounError: a rule names a class that no entry has.

    >>> from qalamoun_terms.lexicon.load import load
    >>> term_lexicon(load("en")).weapon_adjectives["heavy"]
    'heavy'
    """
    return _of_tables(lexicon.language, _Tables(lexicon.tables))


@frozen(eq=False)
class _Tables:
    """The tables of a lexicon, to be asked for their rows and sections."""

    tables: Mapping[str, Mapping[str, object]]

    def rows(self, table: str, name: str) -> list[Mapping[str, object]]:
        rows = self.tables.get(table, {}).get(name, [])
        return rows if isinstance(rows, list) else []

    def section(self, table: str, name: str) -> Mapping[str, object]:
        section = self.tables.get(table, {}).get(name, {})
        return section if isinstance(section, dict) else {}


def _of_tables(language: str, tables: _Tables) -> TermLexicon:
    irregular = {
        verb: tuple(str(forms).split())
        for verb, forms in tables.section("terms", "irregular").items()
    }
    heads, things = tables.rows("terms", "head"), tables.rows("objects", "thing")
    weapons, rules = tables.rows("weapons", "weapon"), tables.rows("kinds", "rule")
    wordings = [
        *(w for row in heads for w in head_wordings(row, irregular)),
        *(w for row in things for w in thing_wordings(row, text_of(row, "id"))),
        *(w for row in weapons for w in thing_wordings(row, "weapon")),
    ]
    groups = frozenset(wording.group for wording in wordings)
    made = tuple(_rule(row, groups) for row in rules)
    grammar, matrix = _grammar(tables), _matrix_forms(tables, irregular)
    matrix_ends = grammar["matrix_nouns"] | {form.split()[-1] for form in matrix}
    rules_of = _rules_of(made)
    return TermLexicon(
        language=language,
        by_first=by_first(wordings),
        grammar=grammar,
        weapon_of=_weapon_classes(weapons),
        weapon_adjectives=_weapon_adjectives(tables),
        standing_alone=frozenset(text_of(row, "id") for row in things if row.get("alone")),
        matrix_forms=matrix,
        matrix_ends=matrix_ends,
        content_ends=matrix_ends | grammar["last_of_openers"] | {"that"},
        rules=made,
        rules_of=rules_of,
        rules_about={group: _by_object(members) for group, members in rules_of.items()},
        kind_fields=_kind_fields(tables),
        checks=tuple(_check(row) for row in [*heads, *things, *weapons]),
    )


def _grammar(tables: _Tables) -> dict[str, frozenset[str]]:
    section = tables.section("grammar", "grammar")
    lists = {name: frozenset(list_of(section, name)) for name in section}
    names = ("content_openers", "row_openers")
    openers = frozenset().union(*(lists.get(name, frozenset()) for name in names))
    made = {
        name: frozenset().union(*(lists.get(part, frozenset()) for part in parts))
        for name, parts in _TOGETHER.items()
    }
    made["before_verb"] = (made["before_verb"] | {"been"}) - _NO_ADVERBS
    made["last_of_openers"] = frozenset(opener.split()[-1] for opener in openers)
    return lists | made


def _matrix_forms(tables: _Tables, irregular: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    for verb in list_of(tables.section("grammar", "grammar"), "matrix_verbs"):
        first, *rest = verb.split()
        forms = verb_forms(first, irregular).items()
        found.update(" ".join((form, *rest)) for form, _ in forms)
    return frozenset(found)


def _weapon_classes(rows: Sequence[Mapping[str, object]]) -> dict[tuple[str, ...], str]:
    return {
        wording.words: text_of(row, "class")
        for row in rows
        for wording in thing_wordings(row, "weapon")
    }


def _weapon_adjectives(tables: _Tables) -> dict[str, str]:
    section = tables.section("weapons", "weapon_classes")
    return {word: name for name in section for word in list_of(section, name)}


def _rule(row: Mapping[str, object], groups: frozenset[str]) -> Rule:
    rule = Rule(
        id=text_of(row, "id"),
        kind=text_of(row, "kind"),
        subkind=text_of(row, "subkind") or None,
        heads=frozenset(list_of(row, "heads")),
        objects=frozenset(list_of(row, "objects")),
        also=frozenset(list_of(row, "also")),
        without=frozenset(list_of(row, "without")),
        words=frozenset(list_of(row, "words")),
        negated=bool(row.get("negated", False)),
        affirmed=bool(row.get("affirmed", False)),
        order=text_of(row, "order"),
        phrase=bool(row.get("phrase", False)),
        direct=bool(row.get("direct", False)),
        near=int(text_of(row, "near") or 0),
        weight=float(text_of(row, "weight")),
        example=text_of(row, "example"),
        counter_example=text_of(row, "counter_example"),
    )
    named = rule.heads | rule.objects | rule.also | rule.without
    unknown = sorted(named - groups - PARTY_CLASSES - {CARRIED})
    if unknown:
        raise QalamounError(f"lexicon rule {rule.id!r}: expected known classes, got {unknown}")
    return rule


def _rules_of(rules: Sequence[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules by the classes of their heads; those that need no head under ""."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for group in sorted(rule.heads) or [""]:
            found[group].append(rule)
    return {group: tuple(members) for group, members in found.items()}


def _by_object(rules: Sequence[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Rules by the classes of their objects; those that need no object under ""."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for group in sorted(rule.objects) or [""]:
            found[group].append(rule)
    return {group: tuple(members) for group, members in found.items()}


def _kind_fields(tables: _Tables) -> dict[str, KindFields]:
    section = tables.section("kinds", "fields")
    return {
        kind: KindFields(
            persons=tuple(list_of(row, "persons")),
            forces=tuple(list_of(row, "forces")),
            receivers=tuple(list_of(row, "receivers")),
            named=_named(row.get("named", {})),
            goals=bool(row.get("goals", False)),
            sites=bool(row.get("sites", False)),
        )
        for kind, row in section.items()
        if isinstance(row, dict)
    }


def _named(table: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = table if isinstance(table, dict) else {}
    return tuple((str(name), tuple(list_of(rows, name))) for name in sorted(rows))


def _check(row: Mapping[str, object]) -> EntryCheck:
    return EntryCheck(
        id=text_of(row, "id"),
        example=text_of(row, "example"),
        counter_example=text_of(row, "counter_example"),
    )
