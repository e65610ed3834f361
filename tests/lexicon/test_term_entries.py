"""Every entry of the vocabulary of terms keeps the promise of its own examples."""

import pytest

from qalamoun_terms.errors import QalamounError
from qalamoun_terms.lexicon.inflect import noun_forms, spellings, verb_forms
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.load_terms import EntryCheck, Rule, _rule, term_lexicon
from qalamoun_terms.model.terms import KINDS
from qalamoun_terms.reading.terms.aside import grammar_of
from qalamoun_terms.reading.terms.scanning import scan
from qalamoun_terms.reading.terms.statements import read_clauses, read_statements
from qalamoun_terms.reading.text.frames import Span

ENGLISH = load("en")
VOCABULARY = term_lexicon(ENGLISH)


def groups_in(text: str) -> set[str]:
    return {tag.group for tag in scan(text, Span(0, len(text)), VOCABULARY).tags}


def rules_in(text: str, rule: Rule) -> set[str]:
    grammar = grammar_of(scan(text, Span(0, len(text)), VOCABULARY), VOCABULARY)
    clauses = read_clauses(grammar, VOCABULARY)
    found = read_statements(grammar, clauses, VOCABULARY, bare=not rule.heads)
    return {statement.reading.rule.id for statement in found if statement.reading}


def group_of(entry: EntryCheck) -> str:
    return "weapon" if entry.id.startswith("weapon.") else entry.id


def weapon_class_in(text: str) -> set[str]:
    words = scan(text, Span(0, len(text)), VOCABULARY)
    return {
        VOCABULARY.weapon_of[tuple(words.lower[tag.first : tag.stop])]
        for tag in words.tags
        if tag.group == "weapon"
    }


@pytest.mark.parametrize("entry", VOCABULARY.checks, ids=lambda entry: entry.id)
def test_an_entry_finds_its_example(entry):
    assert group_of(entry) in groups_in(entry.example)


@pytest.mark.parametrize("entry", VOCABULARY.checks, ids=lambda entry: entry.id)
def test_an_entry_passes_by_its_counter_example(entry):
    if entry.id.startswith("weapon."):
        name = {"weapon.any": ""}.get(entry.id, entry.id.removeprefix("weapon."))
        assert name not in weapon_class_in(entry.counter_example)
    else:
        assert entry.id not in groups_in(entry.counter_example)


@pytest.mark.parametrize("rule", VOCABULARY.rules, ids=lambda rule: rule.id)
def test_a_rule_reads_its_example(rule):
    assert rule.id in rules_in(rule.example, rule)


@pytest.mark.parametrize("rule", VOCABULARY.rules, ids=lambda rule: rule.id)
def test_a_rule_passes_by_its_counter_example(rule):
    assert rule.id not in rules_in(rule.counter_example, rule)


@pytest.mark.parametrize("rule", VOCABULARY.rules, ids=lambda rule: rule.id)
def test_a_rule_names_a_kind_and_a_subkind_of_the_model(rule):
    assert rule.kind in KINDS
    assert rule.subkind is None or rule.subkind in KINDS[rule.kind].SUBKINDS


def test_rule_ids_are_given_once():
    ids = [rule.id for rule in VOCABULARY.rules]

    assert len(ids) == len(set(ids))


def test_every_kind_has_a_rule():
    assert {rule.kind for rule in VOCABULARY.rules} == set(KINDS)


def test_every_example_differs_from_its_counter_example():
    for entry in (*VOCABULARY.checks, *VOCABULARY.rules):
        assert entry.example.strip()
        assert entry.counter_example.strip()
        assert entry.example != entry.counter_example


def test_a_rule_with_an_unknown_class_is_refused_by_name():
    row = {"id": "odd", "kind": "ceasefire", "heads": ["no_such_class"], "weight": 1}

    with pytest.raises(QalamounError, match=r"'odd'.*no_such_class"):
        _rule(row, frozenset())


def test_weapon_classes_are_those_of_the_model():
    assert set(VOCABULARY.weapon_of.values()) == {"", "light", "medium", "heavy"}
    assert set(VOCABULARY.weapon_adjectives.values()) == {"light", "medium", "heavy"}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("deny", ("deny", "denies", "denied", "denying")),
        ("release", ("release", "releases", "released", "releasing")),
        ("free", ("free", "frees", "freed", "freeing")),
        ("stop", ("stop", "stops", "stopped", "stopping")),
        ("cross", ("cross", "crosses", "crossed", "crossing")),
        ("cancel", ("cancel", "cancels", "cancelled", "canceled", "cancelling", "canceling")),
        ("enter", ("enter", "enters", "entered", "entering")),
    ],
)
def test_verbs_are_inflected_by_rule(verb, forms):
    assert forms == tuple(form for form, _ in verb_forms(verb, {}).items())


def test_irregular_verbs_have_both_pasts():
    taken = verb_forms("take", {"take": ("takes", "took", "taken", "taking")})

    assert taken.past == ("took", "taken")


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("militia", ("militia", "militias")),
        ("body", ("body", "bodies")),
        ("prisoner of war", ("prisoner of war", "prisoners of war")),
        ("hostilities", ("hostilities",)),
        ("wanted person", ("wanted person", "wanted people", "wanted persons")),
        ("policeman", ("policeman", "policemen")),
    ],
)
def test_nouns_have_their_plurals(noun, forms):
    assert forms == noun_forms(noun)


def test_words_in_ise_are_also_found_in_ize():
    assert spellings("demilitarise") == ("demilitarise", "demilitarize")
    assert spellings("raise") == ("raise",)
