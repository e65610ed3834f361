"""Drafts for the tests of comparison."""

from __future__ import annotations

import pytest

from qalamoun_terms.model.actors import Party, Role, RoleInProposal, Side, SideRole
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Article, Proposal, Wording, parse_ref
from qalamoun_terms.model.record import Position
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


@pytest.fixture(scope="session")
def said():
    """Makes a position on ``p1`` or ``p1.a1``."""

    def make(id, party, target, stance, when=None, **stated):
        date = Date(when) if when else None
        return Position(
            id=id, party=party, target=parse_ref(target), stance=stance, when=date, **stated
        )

    return make


@pytest.fixture(scope="session")
def talks():
    """Makes a case between the State (y1), the Opposition (y2, y3) and the Rebels (y4), with a mediator (y5)."""

    def make(proposals, positions=(), **fields):
        sides = [
            Side(id="s1", label="State", role=SideRole.STATE),
            Side(id="s2", label="Opposition", role=SideRole.OPPOSITION),
            Side(id="s3", label="Rebels", role=SideRole.OPPOSITION),
            Side(id="s4", label="Mediator", role=SideRole.MEDIATOR, principal=False),
        ]
        parties = [
            Party(id="y1", name="Government", side="s1"),
            Party(id="y2", name="Council", side="s2"),
            Party(id="y3", name="Brigade", side="s2"),
            Party(id="y4", name="Front", side="s3"),
            Party(id="y5", name="Envoy", side="s4"),
        ]
        return Negotiation(
            id="c",
            sides=sides,
            parties=parties,
            proposals=proposals,
            positions=positions,
            **fields,
        )

    return make


@pytest.fixture(scope="session")
def between():
    """Makes the roles of negotiating parties."""

    def make(*parties):
        return [Role(party=one, role=RoleInProposal.NEGOTIATING_PARTY) for one in parties]

    return make
