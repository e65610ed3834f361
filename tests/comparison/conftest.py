"""Drafts for the tests of comparison."""

from __future__ import annotations

import pytest

from qalamoun_terms.model.proposals import Account, Article, Proposal, Wording
from qalamoun_terms.model.terms import Other, Term


@pytest.fixture(scope="session")
def paper():
    """Makes a proposal known by report; several terms in a tuple are accounts of one article."""

    def make(id, *articles, **fields):
        found = [
            Article(
                id=f"a{n}",
                accounts=[
                    Account(term=term) for term in ((one,) if isinstance(one, Term) else one)
                ],
            )
            for n, one in enumerate(articles, 1)
        ]
        return Proposal(id=id, articles=found, **fields)

    return make


@pytest.fixture(scope="session")
def draft():
    """Makes a complete draft known word for word, of pairs of a label and a text."""

    def make(id, *rows, complete=True):
        found = [
            Article(
                id=f"a{n}",
                label=label,
                accounts=[Account(term=Other(text=text), wording=Wording.VERBATIM, text=text)],
            )
            for n, (label, text) in enumerate(rows, 1)
        ]
        return Proposal(id=id, complete=complete, articles=found)

    return make
