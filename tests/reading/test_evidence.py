"""Every value rests on words of the text; no text makes the reader fail or hang."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.model.check import problems
from qalamoun_terms.model.grounds import Quote, quotes_in
from qalamoun_terms.model.proposals import Account
from qalamoun_terms.reading.parse import parse

WORDS = [
    *("the", "government", "rebels", "army", "Marvale", "envoy", "said", "agreed", "rejected"),
    *("accepted", "offer", "paper", "deal", "truce", "to", "that", "of", "and", ",", ".", ":"),
    *(";", '"', "”", "\n", "\n\n", "-", "1.", "(a)", "First:", "release", "prisoners", "open"),
    *("road", "heavy", "weapons", "under", "which", "will", "be", "not", "if", "two", "months"),
    *("3", "May", "2015", "proposed", "by", "Article", "they", "it", "on", "condition"),
]

negotiation_like = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


def quotes(case):
    """All quotes of a case."""
    for proposal in case.proposals:
        grounds = [e.ground for e in proposal.evidence]
        for article in proposal.articles:
            account: Account
            for account in article.accounts:
                grounds += [e.ground for e in account.evidence]
        yield from (q for g in grounds for q in quotes_in(g))
    for record in (*case.positions, *case.measures):
        yield from (q for g in record.grounds for q in quotes_in(g))
    yield from (unread.ground for unread in case.unread)


def check(text):
    case = parse(text)

    assert [] == list(problems(case))
    for quote in quotes(case):
        assert isinstance(quote, Quote)
        assert text[quote.start : quote.end] == quote.quote
    return case


@given(st.text(max_size=200).filter(lambda t: not any(0xD800 <= ord(c) <= 0xDFFF for c in t)))
def test_any_text_is_read_without_failing(text):
    check(text)


@given(negotiation_like)
def test_negotiation_like_text_is_grounded(text):
    check(text)


SNIPPETS = [
    line
    for path in sorted((Path(__file__).parents[2] / "data" / "training").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line
]
"""Sentences of our own with marked parties: wordings that no rule was written for."""

MARK = re.compile(r"\[\[[^\]|]*\|([^\]|]+)\]\]")


@given(st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=4))
def test_reports_put_together_from_any_sentences_are_grounded(snippets):
    check("\n\n".join(MARK.sub(r"\1", snippet) for snippet in snippets))


HOSTILE = [
    "The rebels\x00 accepted\x00 the government's offer.",
    "\ufeffThe rebels accepted the government's offer.\r\nThe army left.\r\n",
    "\u200fThe rebels accepted\u200e the government's \u202eoffer\u202c.",
    'The rebels" accepted the "government\'s offer. “He said.',
    "The rebels accepted the government's offer" + "." * 500,
    "1. 2. 3. (a) (b) - - -",
    "\r\r\r\n\n\r",
    "القوات قبلت العرض. The rebels accepted the government's offer.",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_grounded(text):
    check(text)


def test_crlf_counts_as_it_stands():
    unix = check("They met.\nThe rebels rejected the government's offer.")
    windows = check("They met.\r\nThe rebels rejected the government's offer.")

    places = [[p.grounds[0].start for p in case.positions] for case in (unix, windows)]
    assert [start + 1 for start in places[0]] == places[1]


LONG = 400_000


@pytest.mark.parametrize(
    "piece",
    ["a", " ", ".", '"', "\n", "(", "deal ", ". ", "- a\n", '" . ', "1.1.", "a: "],
    ids=repr,
)
def test_long_monotonous_text_is_read_to_its_end(piece):
    case = parse(piece * (LONG // len(piece)))

    assert not case.proposals


def test_a_case_can_be_rebuilt_from_its_fields():
    case = check("The rebels and the government reached a deal to exchange forty prisoners.")

    assert case == attrs.evolve(case)
