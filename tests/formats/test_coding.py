"""The coding format."""

from __future__ import annotations

from attrs import evolve

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.model.actors import Party, Role, RoleInProposal, Side, SideRole
from qalamoun_terms.model.grounds import Citation, Evidence, Quote, Source, SourceKind
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
    Status,
)
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.terms import Ceasefire, ServiceGrace, Weapon, WeaponsHandover
from qalamoun_terms.model.time import Duration, Extension

TEXT = "ten days of calm, and the rifles"
SIDES = (
    Side(id="s1", label="State", role=SideRole.STATE),
    Side(id="s2", label="Town", role=SideRole.CIVILIAN),
)
PARTIES = (Party(id="y1", name="army", side="s1"), Party(id="y2", name="council", side="s2"))


def quote(start, end):
    return Quote(document="d1", start=start, end=end, quote=TEXT[start:end])


def article(name, term, span):
    evidence = (Evidence(field="", ground=quote(*span)),)
    return Article(id=name, accounts=(Account(term=term, evidence=evidence),))


def case(articles, *, complete=None, roles=(), positions=()):
    proposal = Proposal(id="p1", articles=articles, complete=complete, roles=roles)
    return Negotiation(
        id="calm", sides=SIDES, parties=PARTIES, proposals=(proposal,), positions=positions
    )


CALM = article("a1", Ceasefire(duration=Duration.parse("P10D")), (0, 16))
RIFLES = article("a2", WeaponsHandover(weapons=[Weapon.LIGHT], places=["Marvale"]), (22, 32))


def test_terms_are_exported_with_their_span_and_fields():
    coding = to_coding(case((CALM, RIFLES)))

    terms = coding["proposals"][0]["terms"]
    assert [[0, 16], [22, 32]] == [term["span"] for term in terms]
    assert [{"duration": "P10D"}, {"weapons": ["light"], "place": ["Marvale"]}] == [
        term["fields"] for term in terms
    ]


def test_an_extension_is_the_length_that_is_stated():
    grace = ServiceGrace(extension=Extension(up_to=Duration.parse("P12M")))

    coding = to_coding(case((article("a1", grace, (0, 3)),)))

    assert {"extension": "P12M"} == coding["proposals"][0]["terms"][0]["fields"]


def rejected(target):
    return Position(id="n1", party="y2", target=target, stance=Stance.REJECTED)


def test_the_only_article_of_a_package_is_the_package():
    coding = to_coding(case((CALM,), positions=(rejected(ArticleRef("p1", "a1")),)))

    assert ["P1"] == [stance["target"] for stance in coding["stances"]]


def test_the_only_known_article_of_a_larger_package_is_itself():
    position = rejected(ArticleRef("p1", "a1"))

    coding = to_coding(case((CALM,), complete=False, positions=(position,)))

    assert ["P1/T1"] == [stance["target"] for stance in coding["stances"]]


def test_the_side_and_the_source_of_a_stance_are_told():
    anonymous = Source(kind=SourceKind.ANONYMOUS, affiliation="the town")
    position = Position(
        id="n1",
        party="y2",
        target=ProposalRef("p1"),
        stance=Stance.ACCEPTED,
        source=anonymous,
        grounds=(Citation(document="d1"), quote(0, 3)),
    )

    stance = to_coding(case((CALM, RIFLES), positions=(position,)))["stances"][0]

    assert ("civilian", "anonymous", [0, 3]) == (stance["side"], stance["said_by"], stance["span"])


def test_whose_proposal_it_is():
    def side(*roles):
        made = tuple(Role(party=party, role=role) for party, role in roles)
        return to_coding(case((CALM,), roles=made))["proposals"][0]["proposer_side"]

    proposer, party = RoleInProposal.PROPOSER, RoleInProposal.NEGOTIATING_PARTY
    assert "unstated" == side()
    assert "state" == side(("y1", proposer))
    assert "unstated" == side(("y2", proposer))
    assert "joint" == side(("y1", proposer), ("y2", proposer))
    assert "joint" == side(("y1", party), ("y2", party))


def test_what_was_agreed_is_of_both_where_nobody_put_it_forward():
    bare = case((CALM,))
    agreed, rejected = (
        evolve(bare, proposals=(evolve(bare.proposals[0], status=status),))
        for status in (Status.AGREED, Status.REJECTED)
    )

    assert "joint" == to_coding(agreed)["proposals"][0]["proposer_side"]
    assert "unstated" == to_coding(rejected)["proposals"][0]["proposer_side"]
