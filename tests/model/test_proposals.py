"""Proposals and their articles; what accounts disagree on is never chosen between."""

import pytest
from hypothesis import given

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.actors import Role, RoleInProposal
from qalamoun_terms.model.grounds import Citation, Evidence
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
    parse_ref,
)
from qalamoun_terms.model.terms import Ceasefire, Weapon, WeaponsHandover
from qalamoun_terms.model.time import Duration
from qalamoun_terms.testing import articles, proposals

TRUCE = Account(term=Ceasefire(duration=Duration.parse("P2M")))


def refusal(make, *args, **fields):
    with pytest.raises(InvalidValueError) as caught:
        make(*args, **fields)
    return str(caught.value)


def evidence(field):
    return Evidence(field=field, ground=Citation(document="d1"))


def article(id, **fields):
    return Article(id=id, accounts=[TRUCE], **fields)


@pytest.mark.parametrize("ref", [ProposalRef("p3"), ArticleRef("p3", "a2"), ProposalRef("x:p3")])
def test_a_reference_is_read_as_it_is_printed(ref):
    assert parse_ref(str(ref)) == ref


@pytest.mark.parametrize("text", ["", ".", "p3.", ".a2", "p3.a2.x", "p 3", "p3.a 2", "p3\n"])
def test_a_text_that_is_no_reference_is_refused(text):
    assert "expected" in refusal(parse_ref, text)


def test_ids_that_a_dot_may_follow_have_none():
    assert refusal(Proposal, id="p.1").startswith("proposal.id: expected an identifier of letters")
    assert refusal(article, "a.1").startswith("article.id: expected an identifier of letters")
    assert refusal(ArticleRef, "p1", "a.1").startswith("article_ref.article: expected")


def test_evidence_is_for_a_field_that_the_term_has():
    Account(term=Ceasefire(), evidence=[evidence(""), evidence("duration"), evidence("scope")])

    assert refusal(Account, term=Ceasefire(), evidence=[evidence("weapons")]) == (
        "account.evidence: expected a field of ceasefire, got 'weapons'"
    )
    assert refusal(Proposal, id="p1", evidence=[evidence("weapons")]) == (
        "proposal.evidence: expected a field of proposal, got 'weapons'"
    )


def test_accounts_that_agree_give_the_term():
    one = Article(id="a1", accounts=[TRUCE, TRUCE])

    assert one.term == TRUCE.term
    assert one.differences == ()


def test_accounts_that_disagree_stay_side_by_side():
    heavy = Account(term=WeaponsHandover(weapons=[Weapon.HEAVY], places=["Jerod"]))
    unstated = Account(term=WeaponsHandover(places=["Jerod"], negated=True))
    one = Article(id="a1", accounts=[heavy, unstated])

    assert one.term is None
    assert one.differences == ("negated", "weapons")
    assert one.accounts == (heavy, unstated)


def test_accounts_of_two_kinds_differ_in_kind():
    one = Article(id="a1", accounts=[TRUCE, Account(term=WeaponsHandover())])

    assert (one.term, one.differences, one.kind) == (None, ("kind",), "ceasefire")


@given(articles())
def test_an_article_has_a_term_exactly_where_nothing_differs(one):
    assert (one.term is None) == bool(one.differences)


def test_an_article_needs_an_account():
    assert refusal(Article, id="a1", accounts=[]) == (
        "article.accounts: expected at least one account, got none"
    )
    assert refusal(Article, id="a1", accounts=TRUCE).startswith("article.accounts: expected a list")


def test_two_articles_do_not_share_an_id():
    assert refusal(Proposal, id="p1", articles=[article("a1"), article("a2"), article("a1")]) == (
        "proposal.articles: expected each id once, got a1 more than once"
    )


def test_a_proposal_has_no_more_articles_than_it_is_said_to_have():
    assert Proposal(id="p1", articles=[article("a1")], articles_total=1).articles_known == 1
    assert refusal(Proposal, id="p1", articles=[article("a1")], articles_total=0) == (
        "proposal.articles_total: expected at least 1, the number of known articles; got 0"
    )


def test_parties_are_listed_by_role_each_once():
    roles = [
        Role(party="y2", role=RoleInProposal.SIGNATORY),
        Role(party="y1", role=RoleInProposal.PROPOSER),
        Role(party="y2", role=RoleInProposal.GUARANTOR),
    ]
    paper = Proposal(id="p1", roles=roles)

    assert paper.proposers == ("y1",)
    assert paper.with_role(RoleInProposal.GUARANTOR, RoleInProposal.SIGNATORY) == ("y2",)
    assert paper.with_role(RoleInProposal.WITNESS) == ()


def test_an_article_is_found_by_its_id_or_its_own_label():
    first, second, third = article("a1", label="a2"), article("a2", label="3"), article("a3")
    paper = Proposal(id="p1", articles=[first, second, third])

    assert (paper["a1"], paper["a2"], paper["3"]) == (first, second, second)


def test_a_label_that_stands_twice_finds_nothing():
    paper = Proposal(id="p1", articles=[article("a1", label="1"), article("a2", label="1")])

    with pytest.raises(KeyError, match="p1 has no article '1'"):
        paper["1"]


@given(proposals())
def test_every_article_is_found_by_its_id(proposal):
    assert [proposal[one.id] for one in proposal.articles] == list(proposal.articles)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"territory": "Jerod"}, "proposal.territory: expected a set of names or None, got str"),
        ({"complete": 1}, "proposal.complete: expected True or False or None, got int 1"),
        ({"articles_total": True}, "proposal.articles_total: expected a whole number from 0 or No"),
        ({"date": "2016"}, "proposal.date: expected Date or None, got str '2016'"),
        ({"validity": "P6M"}, "proposal.validity: expected Duration or None, got str 'P6M'"),
        ({"status": "agreed"}, "proposal.status: expected Status or None, got str 'agreed'"),
        ({"continues": ["p0"]}, "proposal.continues[0]: expected ProposalRef, got str 'p0'"),
        ({"source": None}, "proposal.source: expected Source, got None"),
        ({"articles": "a1"}, "proposal.articles: expected a list or tuple of Article, got str"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(fields, message):
    assert refusal(Proposal, id="p1", **fields).startswith(message)
