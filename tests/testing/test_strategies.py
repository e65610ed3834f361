"""The strategies make what they say, and reach all of it."""

import unicodedata

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from qalamoun_terms.model.grounds import Citation, Derived, Document, Quote
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.terms import KINDS
from qalamoun_terms.testing import (
    articles,
    documents,
    grounds,
    negotiations,
    quotes,
    sources,
    terms,
    texts,
)

WIDE = settings(
    max_examples=1_000,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
)
NARROW = settings(WIDE, max_examples=100)


def seen(strategy):
    """Collect what a strategy makes in a hundred tries, the same ones in every run."""
    values = []

    @NARROW
    @given(strategy)
    def keep(value):
        values.append(value)

    keep()
    return values


@given(texts())
def test_texts_say_something_and_have_whole_characters(text):
    assert text.strip()
    assert not any(unicodedata.category(character) == "Cs" for character in text)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda text: "ARABIC" in unicodedata.name(text[0], ""),
        lambda text: "\u200f" in text,
        lambda text: "\u202e" in text,
        lambda text: max(text) > "\uffff",
        lambda text: "\x00" in text,
        lambda text: "\r\n" in text,
        lambda text: text != text.strip(),
    ],
)
def test_texts_reach_what_breaks_programs(wanted):
    assert find(texts(), wanted, settings=WIDE)


@pytest.mark.parametrize("kind", KINDS)
def test_terms_reach_every_kind(kind):
    assert find(terms(), lambda term: term.kind == kind, settings=WIDE)


@pytest.mark.parametrize("kind", KINDS)
def test_terms_of_a_kind_are_of_that_kind(kind):
    assert find(terms(kind), lambda term: not term.negated, settings=WIDE).kind == kind


@pytest.mark.parametrize("field", [one.name for one in attrs.fields(Negotiation)])
def test_cases_reach_every_record(field):
    assert find(negotiations(), lambda case: bool(getattr(case, field)), settings=WIDE)


def test_articles_reach_accounts_that_differ():
    assert find(articles(), lambda article: bool(article.differences), settings=WIDE)


@given(st.data())
def test_quotes_of_a_document_have_its_words(data):
    document = data.draw(documents("d7"))
    if document.text is None or not document.text.strip():
        document = Document.of("d7", "Agreed.")
    quote = data.draw(quotes(document))

    assert quote.document == "d7"
    assert document.text[quote.start : quote.end] == quote.quote


def test_grounds_reach_every_form_and_stay_within_the_documents():
    blank, bare = Document.of("d1", " "), Document.of("d2", "Agreed.").without_text()
    made = seen(grounds([blank, bare]))

    assert {type(ground) for ground in made} == {Quote, Citation, Derived}
    assert {ground.document for ground in made if isinstance(ground, Quote)} == {"d2"}


def test_grounds_without_documents_are_derived_from_nothing():
    assert {type(ground) for ground in seen(grounds([]))} == {Derived}


def test_sources_speak_for_the_given_parties_only():
    assert {source.party for source in seen(sources(["y1", "y2"]))} == {None, "y1", "y2"}
    assert {source.party for source in seen(sources())} == {None}
