"""Strategies for proposals, their articles, and the tellings of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from qalamoun_terms.model.actors import Role, RoleInProposal
from qalamoun_terms.model.grounds import Document, Evidence
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
    Status,
    Wording,
)
from qalamoun_terms.model.terms import term_fields
from qalamoun_terms.testing.grounds import codings, grounds, sources
from qalamoun_terms.testing.terms import terms
from qalamoun_terms.testing.values import dates, durations, names, texts

__all__ = ["accounts", "articles", "proposals"]

_T = TypeVar("_T")


def _evidence(
    fields: Sequence[str], documents: Sequence[Document] | None
) -> SearchStrategy[list[Evidence]]:
    one = st.builds(Evidence, field=st.sampled_from(("", *fields)), ground=grounds(documents))
    return st.lists(one, max_size=2)


@st.composite
def accounts(
    draw: st.DrawFn, *, documents: Sequence[Document] | None = None, parties: Sequence[str] = ()
) -> Account:
    """Make tellings of an article.

    Args:
        documents: what the evidence quotes and cites.
        parties: ids of the parties that a source may speak for.

    >>> from hypothesis import find
    >>> find(accounts(), lambda account: account.wording is Wording.VERBATIM).evidence
    ()
    """
    term = draw(terms())
    return Account(
        term=term,
        wording=draw(st.sampled_from(Wording)),
        text=draw(st.none() | texts()),
        source=draw(sources(parties, depth=1)),
        evidence=draw(_evidence(term_fields(type(term)), documents)),
    )


@st.composite
def articles(
    draw: st.DrawFn,
    id: str = "a1",
    *,
    documents: Sequence[Document] | None = None,
    parties: Sequence[str] = (),
    earlier: Sequence[ArticleRef] = (),
) -> Article:
    """Make articles, some of which have two accounts that differ.

    Args:
        id: the id of the article.
        documents: what the evidence quotes and cites.
        parties: ids of the parties that a source may speak for.
        earlier: articles that it may continue.

    >>> from hypothesis import find
    >>> find(articles("a7"), lambda article: article.term is None).id
    'a7'
    """
    told = accounts(documents=documents, parties=parties)
    return Article(
        id=id,
        label=draw(st.none() | texts()),
        heading=draw(st.none() | texts()),
        accounts=draw(st.lists(told, min_size=1, max_size=2)),
        continues=draw(_some(earlier)),
        coding=draw(st.none() | codings()),
    )


@st.composite
def proposals(
    draw: st.DrawFn,
    id: str = "p1",
    *,
    documents: Sequence[Document] | None = None,
    parties: Sequence[str] = (),
    earlier: Sequence[Proposal] = (),
) -> Proposal:
    """Make proposals of up to two articles.

    Args:
        id: the id of the proposal.
        documents: what the evidence quotes and cites.
        parties: ids of the parties that may have a role in it.
        earlier: proposals that it, and its articles, may continue.

    >>> from hypothesis import find
    >>> find(proposals("p3"), lambda proposal: proposal.articles_known == 1).id
    'p3'
    """
    before = [ArticleRef(one.id, article.id) for one in earlier for article in one.articles]
    whole = [ProposalRef(one.id) for one in earlier]
    known = [
        draw(articles(f"a{number}", documents=documents, parties=parties, earlier=before))
        for number in range(1, 1 + draw(st.integers(0, 2)))
    ]
    stated = st.fixed_dictionaries(
        {},
        optional={
            "title": texts(),
            "date": dates(),
            "status": st.sampled_from(Status),
            "territory": names(),
            "validity": durations(),
            "complete": st.booleans(),
            "articles_total": st.integers(len(known), 30),
            "coding": codings(),
        },
    )
    fields = [attribute.name for attribute in attrs.fields(Proposal)]
    return Proposal(
        id=id,
        name=draw(st.none() | st.just(f"proposal-{id}")),
        articles=known,
        roles=draw(_roles(parties)),
        continues=draw(_some(whole)),
        supersedes=draw(_some(whole)),
        source=draw(sources(parties, depth=1)),
        evidence=draw(_evidence(fields, documents)),
        **draw(stated),
    )


def _roles(parties: Sequence[str]) -> SearchStrategy[list[Role]]:
    if not parties:
        return st.just([])
    role = st.builds(Role, party=st.sampled_from(parties), role=st.sampled_from(RoleInProposal))
    return st.lists(role, max_size=3)


def _some(items: Sequence[_T]) -> SearchStrategy[list[_T]]:
    return st.lists(st.sampled_from(items), max_size=1) if items else st.just([])
