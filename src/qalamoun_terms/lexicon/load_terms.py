"""Makes the reader's vocabulary of terms out of a lexicon's tables: words, classes and rules."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from qalamoun_terms.errors import QalamounError
from qalamoun_terms.lexicon.inflect import noun_forms, spellings, verb_forms
from qalamoun_terms.lexicon.load import Lexicon

PARTY_CLASSES = frozenset(
    {"party", "party_state", "party_opposition", "party_mediator", "party_civilian", "party_other"}
)
"""Classes that do not stand in a lexicon: names of parties, by what the document says of them."""

_PREFIXES = frozenset({"re", "de"})

CARRIED = "carried_weapon"
"""The class of arms that somebody has with him, told from others by their preposition."""


@frozen
class Wording:
    """One form of an entry: a row of words, the class it belongs to and what part it can play.

    `part` is "verb", "noun" (of doing), "adjective" or "thing"; `form` tells the verb form; `gap` is
    the number of words after which others may stand between ("hand ... over"), or 0.
    """

    words: tuple[str, ...]
    group: str
    part: str
    form: str = ""
    gap: int = 0


@frozen
class Wordings:
    """The wordings that begin with one word, by the word after it; `others` do not ask for one."""

    by_second: Mapping[str, tuple[Wording, ...]]
    others: tuple[Wording, ...]


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
    order: str
    phrase: bool
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
    """What the reader of terms knows of one language."""

    language: str
    by_first: Mapping[str, Wordings] = field(repr=False, hash=False)
    grammar: Mapping[str, frozenset[str]] = field(repr=False, hash=False)
    weapon_of: Mapping[tuple[str, ...], str] = field(repr=False, hash=False)
    weapon_adjectives: Mapping[str, str] = field(repr=False, hash=False)
    standing_alone: frozenset[str] = field(repr=False)
    matrix_forms: frozenset[str] = field(repr=False)
    matrix_ends: frozenset[str] = field(repr=False)
    rules: tuple[Rule, ...] = field(repr=False)
    rules_of: Mapping[str, tuple[Rule, ...]] = field(repr=False, hash=False)
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


def term_lexicon(lexicon: Lexicon) -> TermLexicon:
    """The vocabulary of terms of a lexicon, made once a language.

    Args:
        lexicon: the lexicon of a language.

    Raises:
        QalamounError: a rule names a class that no entry has.

    >>> from qalamoun_terms.lexicon.load import load
    >>> term_lexicon(load("en")).weapon_adjectives["heavy"]
    'heavy'
    """
    return _of_language(lexicon.language, _Tables(lexicon.tables))


@frozen(eq=False)
class _Tables:
    """The tables of a lexicon; all tables of one language are the same, so they compare equal."""

    tables: Mapping[str, Mapping[str, object]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tables)

    def __hash__(self) -> int:
        return 0

    def rows(self, table: str, name: str) -> list[Mapping[str, object]]:
        rows = self.tables.get(table, {}).get(name, [])
        return rows if isinstance(rows, list) else []

    def section(self, table: str, name: str) -> Mapping[str, object]:
        section = self.tables.get(table, {}).get(name, {})
        return section if isinstance(section, dict) else {}


@functools.cache
def _of_language(language: str, tables: _Tables) -> TermLexicon:
    irregular = {
        verb: tuple(str(forms).split())
        for verb, forms in tables.section("terms", "irregular").items()
    }
    heads, things = tables.rows("terms", "head"), tables.rows("objects", "thing")
    weapons, rules = tables.rows("weapons", "weapon"), tables.rows("kinds", "rule")
    wordings = [
        *(w for row in heads for w in _head_wordings(row, irregular)),
        *(w for row in things for w in _thing_wordings(row, _text(row, "id"))),
        *(w for row in weapons for w in _thing_wordings(row, "weapon")),
    ]
    groups = frozenset(wording.group for wording in wordings)
    made = tuple(_rule(row, groups) for row in rules)
    grammar, matrix = _grammar(tables), _matrix_forms(tables, irregular)
    return TermLexicon(
        language=language,
        by_first=_by_first(wordings),
        grammar=grammar,
        weapon_of=_weapon_classes(weapons),
        weapon_adjectives=_weapon_adjectives(tables),
        standing_alone=frozenset(_text(row, "id") for row in things if row.get("alone")),
        matrix_forms=matrix,
        matrix_ends=grammar["matrix_nouns"] | {form.split()[-1] for form in matrix},
        rules=made,
        rules_of=_rules_of(made),
        kind_fields=_kind_fields(tables),
        checks=tuple(_check(row) for row in [*heads, *things, *weapons]),
    )


def _text(row: Mapping[str, object], key: str) -> str:
    return str(row.get(key, ""))


def _list(row: Mapping[str, object], key: str) -> list[str]:
    value = row.get(key, [])
    return [str(item) for item in value] if isinstance(value, list) else []


def _head_wordings(
    row: Mapping[str, object], irregular: Mapping[str, Sequence[str]]
) -> Iterator[Wording]:
    group = _text(row, "id")
    for verb in _list(row, "verbs"):
        yield from _verb_wordings(verb, group, irregular)
    for noun in _list(row, "nouns"):
        for form in noun_forms(noun):
            for spelling in _all_spellings(form):
                yield Wording(tuple(spelling.split()), group, "noun")
    for adjective in _list(row, "adjectives"):
        yield Wording(tuple(adjective.split()), group, "adjective")


def _verb_wordings(
    verb: str, group: str, irregular: Mapping[str, Sequence[str]]
) -> Iterator[Wording]:
    first, *rest = verb.split()
    prefix: tuple[str, ...] = ()
    if first in _PREFIXES:
        prefix, (first, *rest) = (first,), rest
    gap = rest.index("_") + 1 if "_" in rest else 0
    tail = tuple(word for word in rest if word != "_")
    for form, name in verb_forms(first, irregular).items():
        for spelling in spellings(form):
            yield Wording((*prefix, spelling, *tail), group, "verb", name, gap)


def _all_spellings(phrase: str) -> set[str]:
    found = [""]
    for word in phrase.split():
        found = [f"{start} {form}".strip() for start in found for form in spellings(word)]
    return set(found)


def _thing_wordings(row: Mapping[str, object], group: str) -> Iterator[Wording]:
    for thing in _list(row, "words"):
        for form in noun_forms(thing):
            for spelling in sorted(_all_spellings(form)):
                yield Wording(tuple(spelling.split()), group, "thing")


def _by_first(wordings: Sequence[Wording]) -> dict[str, Wordings]:
    found: dict[str, dict[Wording, None]] = defaultdict(dict)
    for wording in wordings:
        found[wording.words[0]][wording] = None
    return {
        word: _by_second(sorted(ws, key=lambda w: (-len(w.words), w.gap, w.group, w.part, w.form)))
        for word, ws in found.items()
    }


def _by_second(wordings: Sequence[Wording]) -> Wordings:
    asked = {wording: _second(wording) for wording in wordings}
    return Wordings(
        {
            second: tuple(w for w in wordings if asked[w] in ("", second))
            for second in set(asked.values()) - {""}
        },
        tuple(w for w in wordings if not asked[w]),
    )


def _second(wording: Wording) -> str:
    """The word that must follow the first one, "" where none or any may."""
    return wording.words[1] if len(wording.words) > 1 and wording.gap != 1 else ""


def _grammar(tables: _Tables) -> dict[str, frozenset[str]]:
    section = tables.section("grammar", "grammar")
    lists = {name: frozenset(_list(section, name)) for name in section}
    names = ("content_openers", "row_openers")
    openers = frozenset().union(*(lists.get(name, frozenset()) for name in names))
    return lists | {"last_of_openers": frozenset(opener.split()[-1] for opener in openers)}


def _matrix_forms(tables: _Tables, irregular: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    for verb in _list(tables.section("grammar", "grammar"), "matrix_verbs"):
        first, *rest = verb.split()
        forms = verb_forms(first, irregular).items()
        found.update(" ".join((form, *rest)) for form, _ in forms)
    return frozenset(found)


def _weapon_classes(rows: Sequence[Mapping[str, object]]) -> dict[tuple[str, ...], str]:
    return {
        wording.words: _text(row, "class")
        for row in rows
        for wording in _thing_wordings(row, "weapon")
    }


def _weapon_adjectives(tables: _Tables) -> dict[str, str]:
    section = tables.section("weapons", "weapon_classes")
    return {word: name for name in section for word in _list(section, name)}


def _rule(row: Mapping[str, object], groups: frozenset[str]) -> Rule:
    rule = Rule(
        id=_text(row, "id"),
        kind=_text(row, "kind"),
        subkind=_text(row, "subkind") or None,
        heads=frozenset(_list(row, "heads")),
        objects=frozenset(_list(row, "objects")),
        also=frozenset(_list(row, "also")),
        without=frozenset(_list(row, "without")),
        words=frozenset(_list(row, "words")),
        negated=bool(row.get("negated", False)),
        order=_text(row, "order"),
        phrase=bool(row.get("phrase", False)),
        near=int(_text(row, "near") or 0),
        weight=float(_text(row, "weight")),
        example=_text(row, "example"),
        counter_example=_text(row, "counter_example"),
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


def _kind_fields(tables: _Tables) -> dict[str, KindFields]:
    section = tables.section("kinds", "fields")
    return {
        kind: KindFields(
            persons=tuple(_list(row, "persons")),
            forces=tuple(_list(row, "forces")),
            receivers=tuple(_list(row, "receivers")),
            named=_named(row.get("named", {})),
            goals=bool(row.get("goals", False)),
            sites=bool(row.get("sites", False)),
        )
        for kind, row in section.items()
        if isinstance(row, dict)
    }


def _named(table: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = table if isinstance(table, dict) else {}
    return tuple((str(name), tuple(_list(rows, name))) for name in sorted(rows))


def _check(row: Mapping[str, object]) -> EntryCheck:
    return EntryCheck(
        id=_text(row, "id"),
        example=_text(row, "example"),
        counter_example=_text(row, "counter_example"),
    )
