"""What a word may be is told by its neighbours: verb or noun, a word of its own or part of a name."""

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.load_terms import term_lexicon
from qalamoun_terms.reading.terms.scanning import scan
from qalamoun_terms.reading.text.frames import Mention, Span

VOCABULARY = term_lexicon(load("en"))


def groups(text, word, mentions=()):
    words = scan(text, Span(0, len(text)), VOCABULARY, mentions)
    at = words.lower.index(word)
    return {tag.group for tag in words.tags if tag.first == at}


def test_a_verb_in_a_name_is_none():
    assert "disclose" not in groups("villagers go home to Tell Amber", "tell")
    assert "disclose" in groups("they tell the families", "tell")


def test_a_noun_of_doing_in_a_name_is_none():
    assert "protect_strict" not in groups("a report to the Security Council", "security")
    assert "protect_strict" in groups("a report on the security of the port", "security")


def test_a_heading_in_capitals_keeps_its_verbs():
    assert "open" in groups("Both Sides Open The Road", "open")


def test_a_party_s_name_holds_no_republic_and_no_alliance():
    text = "the island returns to the Republic of Amber"
    party = Mention(span=Span(22, 43), kind="party", name="Republic of Amber", role="state")

    assert "politics" in groups(text, "republic")
    assert "politics" not in groups(text, "republic", [party])


def test_a_time_after_a_verb_is_no_particle():
    assert "settle_status" in groups("their status is settled in the next weeks", "settled")


@pytest.mark.parametrize("word", ["according", "including", "following"])
def test_a_preposition_in_ing_is_no_verb(word):
    text = f"the road opens {word} to the mayor"

    assert not groups(text, word)


def test_a_participle_that_closes_a_compound_is_no_verb():
    assert "store" not in groups("they leave for rebel-held areas", "held")


def test_coming_and_going_is_one_doing():
    assert "leave" not in groups("villagers may come and go", "go")


def test_a_thing_marked_as_it_stands_has_no_plural():
    assert "service" in groups("he is freed from service", "from")
    assert "service" not in groups("the town is cut off from services", "from")


def test_a_plural_that_closes_how_it_is_done_is_a_noun():
    assert "leave" not in groups("refugees come home on army buses.", "buses")
    assert "leave" in groups("the army buses them out", "buses")
