"""Each entry of the Arabic lexicon fires on its example and keeps still on its counter-example."""

from __future__ import annotations

import pytest
from attrs import evolve

from qalamoun_terms.lexicon.letters import folded, is_arabic, shadow
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.phrases import Entry
from qalamoun_terms.lexicon.stems import stem_lexicon
from qalamoun_terms.reading.arabic.parties import find_parties
from qalamoun_terms.reading.arabic.terms import find_terms
from qalamoun_terms.reading.arabic.words import Page, tokens_of

ENTRIES = [
    pytest.param(table, entry, id=f"{table}-{entry.id}")
    for table, entries in load("ar").entries.items()
    for entry in entries
]


def fires(table: str, entry: Entry, text: str) -> bool:
    page = Page(tokens_of(text), stem_lexicon(load("ar")))
    if table == "kinds":
        parties = find_parties(page, {})
        page = evolve(page, roles={party.first: party.role for party in parties})
        found = find_terms(page, 0, len(page.tokens))
        return any(mention.rule == f"ar.{entry.id}" for mention in found)
    if table == "actors":
        role = {"country": "state"}.get(entry.word("role"), entry.word("role"))
        return any(party.role == role for party in find_parties(page, {}))
    uses = (use for at in range(len(page.tokens)) for use in page.uses(at, table))
    return any(use.form.entry.id == entry.id for use in uses)


@pytest.mark.parametrize(("table", "entry"), ENTRIES)
def test_an_entry_fires_on_its_example(table, entry):
    assert entry.example
    assert fires(table, entry, entry.example)


@pytest.mark.parametrize(("table", "entry"), ENTRIES)
def test_an_entry_keeps_still_on_its_counter_example(table, entry):
    assert entry.counter_example
    assert not fires(table, entry, entry.counter_example)


def test_folding_a_word_joins_its_spellings():
    assert folded("الأُسَرِ") == folded("الاسر")
    assert folded("قـــرية") == folded("قريه")
    assert folded("۱۲") == folded("١٢") == "12"


def test_a_shadow_is_as_long_as_its_text():
    text = "وُقِّعَ الاتّفاقُ في ٣ أيّار"

    assert len(shadow(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "entry"),
    [("وبالاتفاق", "deal"), ("للورقة", "paper"), ("ورفضتها", "reject"), ("سيوافقون", "accept")],
)
def test_small_words_and_pronouns_are_cut_off(word, entry):
    uses = stem_lexicon(load("ar")).uses(folded(word))

    assert entry in {use.form.entry.id for use in uses}


def test_the_script_of_most_letters_decides():
    assert is_arabic("وافقت الحكومة على اقتراح UN.")
    assert not is_arabic("The council (مجلس) met.")


def objects_in(text: str) -> list[str]:
    page = Page(tokens_of(text), stem_lexicon(load("ar")))
    return [use.form.entry.id for at in range(len(page.tokens)) for use in page.uses(at, "objects")]


def test_a_noun_of_several_words_hides_what_its_first_word_is_alone():
    assert "allied_police" in objects_in("الشرطة العسكرية")
    assert "institution" not in objects_in("الشرطة العسكرية")
    assert "institution" in objects_in("الشرطة")


def test_a_noun_that_is_kept_as_it_stands_has_no_other_forms():
    uses = stem_lexicon(load("ar")).uses

    assert "demand" in {use.form.entry.id for use in uses(folded("الشرط"))}
    assert "demand" not in {use.form.entry.id for use in uses(folded("الشرطة"))}


def test_a_ha_at_the_end_of_a_word_is_no_ta_marbuta():
    assert "service" in objects_in("المياه")
    assert "service" not in objects_in("مئات")
