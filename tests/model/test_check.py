"""Every reference of a case points to something in it, or the check says which does not."""

import pytest
from attrs import evolve
from hypothesis import given

from qalamoun_terms.errors import CheckError
from qalamoun_terms.model.actors import Party, Role, RoleInProposal, Side, SideRole
from qalamoun_terms.model.check import check, problems
from qalamoun_terms.model.grounds import (
    Citation,
    Derived,
    Document,
    Evidence,
    Quote,
    Source,
    Unread,
)
from qalamoun_terms.model.negotiation import Negotiation, Round
from qalamoun_terms.model.proposals import Account, Article, ArticleRef, Proposal, ProposalRef
from qalamoun_terms.model.record import (
    Compliance,
    ComplianceStatus,
    Measure,
    MeasureKind,
    Position,
    Stance,
)
from qalamoun_terms.model.terms import Ceasefire
from qalamoun_terms.testing import negotiations

LOST = Citation(document="d9")
WRONG = Quote(document="d1", start=0, end=7, quote="Refused")
RIGHT = Quote(document="d1", start=0, end=6, quote="Agreed")
STRANGER = Source(party="y9")


def account(**fields):
    return Account(term=Ceasefire(), **fields)


def article(**fields):
    return Article(**{"id": "a1", "accounts": (account(),), **fields})


def paper(**fields):
    return Proposal(**{"id": "p1", "articles": (article(),), **fields})


def position(id="n1", **fields):
    stated = {"party": "y1", "target": ProposalRef("p1"), "stance": Stance.ACCEPTED, **fields}
    return Position(id=id, **stated)


def measure(**fields):
    return Measure(id="m1", kind=MeasureKind.RELIEF, label="road open", **fields)


def compliance(**fields):
    stated = {"target": ProposalRef("p1"), "status": ComplianceStatus.PARTIAL, **fields}
    return Compliance(id="c1", **stated)


CASE = Negotiation(
    id="c",
    documents=(Document.of("d1", "Agreed."), Document.of("d2", "Gone.").without_text()),
    sides=(Side(id="s1", label="State", role=SideRole.STATE),),
    parties=(Party(id="y1", name="Army", side="s1", speaks_for="s1"),),
    proposals=(paper(),),
    positions=(position(target=ArticleRef("p1", "a1"), grounds=(RIGHT,)),),
    measures=(measure(by="y1", answers=ProposalRef("p1")),),
    compliance=(compliance(of="y1", alleged_by="y1"),),
    rounds=(Round(id="r1", label="First", proposals=("p1",), measures=("m1",)),),
    unread=(Unread(ground=RIGHT, reason="r"),),
)

NO_ARTICLE = "expected an article of the case, got 'p1.a9'"
NO_PROPOSAL = "expected a proposal of the case, got 'p9'"
NO_PARTY = "expected the id of a party, got 'y9'"
NO_DOCUMENT = "expected the id of a document, got 'd9'"
NO_WORDS = "expected the words of d1 at 0..7, got 'Refused'"


def test_a_case_that_holds_together_has_no_problems():
    assert list(problems(CASE)) == []
    assert check(CASE) is CASE


@given(negotiations())
def test_a_case_from_the_strategies_has_no_problems(case):
    assert list(problems(case)) == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"parties": (Party(id="y1", name="A", side="s9"),)},
            "party y1: expected the id of a side",
        ),
        ({"parties": (Party(id="y1", name="A", speaks_for="s9"),)}, "party y1: expected the id of"),
        (
            {"rounds": (Round(id="r1", label="x", proposals=("p9",)),)},
            "round r1: expected the id of a proposal, got 'p9'",
        ),
        (
            {"rounds": (Round(id="r1", label="x", measures=("m9",)),)},
            "round r1: expected the id of a measure, got 'm9'",
        ),
        (
            {"proposals": (paper(roles=(Role(party="y9", role=RoleInProposal.WITNESS),)),)},
            f"proposal p1: {NO_PARTY}",
        ),
        ({"proposals": (paper(continues=(ProposalRef("p9"),)),)}, f"proposal p1: {NO_PROPOSAL}"),
        ({"proposals": (paper(supersedes=(ProposalRef("p9"),)),)}, f"proposal p1: {NO_PROPOSAL}"),
        ({"proposals": (paper(source=STRANGER),)}, f"proposal p1.source: {NO_PARTY}"),
        ({"proposals": (paper(source=Source(cites=STRANGER)),)}, f"proposal p1.source: {NO_PARTY}"),
        ({"proposals": (paper(evidence=(Evidence(ground=LOST),)),)}, f"proposal p1: {NO_DOCUMENT}"),
        (
            {"proposals": (paper(articles=(article(continues=(ArticleRef("p1", "a9"),)),)),)},
            f"article p1.a1: {NO_ARTICLE}",
        ),
        (
            {"proposals": (paper(articles=(article(accounts=(account(source=STRANGER),)),)),)},
            f"article p1.a1.source: {NO_PARTY}",
        ),
        (
            {
                "proposals": (
                    paper(
                        articles=(article(accounts=(account(evidence=(Evidence(ground=WRONG),)),)),)
                    ),
                )
            },
            f"article p1.a1: {NO_WORDS}",
        ),
        ({"positions": (position(party="y9"),)}, f"position n1: {NO_PARTY}"),
        ({"positions": (position(target=ProposalRef("p9")),)}, f"position n1: {NO_PROPOSAL}"),
        ({"positions": (position(target=ArticleRef("p1", "a9")),)}, f"position n1: {NO_ARTICLE}"),
        (
            {"positions": (position(after=("n9",)),)},
            "position n1: expected the id of a position, got 'n9'",
        ),
        ({"positions": (position(source=STRANGER),)}, f"position n1.source: {NO_PARTY}"),
        ({"positions": (position(grounds=(WRONG,)),)}, f"position n1: {NO_WORDS}"),
        (
            {"positions": (position(grounds=(Derived(rule="r", from_=(LOST,)),)),)},
            f"position n1: {NO_DOCUMENT}",
        ),
        ({"measures": (measure(by="y9"),)}, f"measure m1: {NO_PARTY}"),
        ({"measures": (measure(answers=ProposalRef("p9")),)}, f"measure m1: {NO_PROPOSAL}"),
        ({"measures": (measure(source=STRANGER),)}, f"measure m1.source: {NO_PARTY}"),
        ({"measures": (measure(grounds=(LOST,)),)}, f"measure m1: {NO_DOCUMENT}"),
        ({"compliance": (compliance(of="y9"),)}, f"compliance c1: {NO_PARTY}"),
        ({"compliance": (compliance(alleged_by="y9"),)}, f"compliance c1: {NO_PARTY}"),
        ({"compliance": (compliance(target=ProposalRef("p9")),)}, f"compliance c1: {NO_PROPOSAL}"),
        ({"compliance": (compliance(source=STRANGER),)}, f"compliance c1.source: {NO_PARTY}"),
        ({"compliance": (compliance(grounds=(LOST,)),)}, f"compliance c1: {NO_DOCUMENT}"),
        ({"unread": (Unread(ground=WRONG, reason="r"),)}, f"unread: {NO_WORDS}"),
    ],
)
def test_a_reference_to_nothing_is_a_problem(fields, problem):
    (found,) = problems(evolve(CASE, **fields))

    assert found.startswith(problem)


@pytest.mark.parametrize(
    ("field", "record"),
    [
        ("documents", "document d2"),
        ("parties", "party y1"),
        ("sides", "side s1"),
        ("rounds", "round r1"),
        ("proposals", "proposal p1"),
        ("positions", "position n1"),
        ("measures", "measure m1"),
        ("compliance", "compliance c1"),
    ],
)
def test_an_id_that_is_used_twice_is_a_problem(field, record):
    records = getattr(CASE, field)
    twice = evolve(CASE, **{field: (*records, records[-1])})

    assert list(problems(twice)) == [f"{record}: expected once, got 2 times"]


def test_a_proposal_name_that_is_used_twice_is_a_problem():
    twice = evolve(CASE, proposals=(paper(name="offer"), paper(id="p2", name="offer")))

    assert list(problems(twice)) == ["proposal name offer: expected once, got 2 times"]


def test_words_of_a_text_that_is_not_at_hand_are_no_problem():
    unseen = Quote(document="d2", start=0, end=7, quote="Refused")

    assert list(problems(evolve(CASE, positions=(position(grounds=(unseen,)),)))) == []


def test_words_beyond_the_end_of_a_text_are_a_problem():
    beyond = Quote(document="d1", start=90, end=96, quote="Agreed")
    (found,) = problems(evolve(CASE, positions=(position(grounds=(beyond,)),)))

    assert found == "position n1: expected the words of d1 at 90..96, got 'Agreed'"


@pytest.mark.parametrize(
    ("after", "circle"),
    [
        ({"n1": ["n1"]}, "n1"),
        ({"n1": ["n2"], "n2": ["n1"]}, "n1, n2"),
        ({"n1": ["n3"], "n2": ["n1"], "n3": ["n2"]}, "n1, n2, n3"),
        ({"n1": [], "n2": ["n1", "n3"], "n3": ["n2"]}, "n2, n3"),
    ],
)
def test_a_circle_in_the_order_is_a_problem(after, circle):
    positions = tuple(position(name, after=earlier) for name, earlier in after.items())

    assert list(problems(evolve(CASE, positions=positions))) == [
        f"positions {circle}: expected an order, got a circle in after"
    ]


def test_a_long_order_without_a_circle_is_none():
    chain = [position("n0")]
    chain += [position(f"n{n}", after=[f"n{n - 1}"]) for n in range(1, 3_000)]
    forked = position("n3000", after=["n1", "n2", "n2999"])

    assert list(problems(evolve(CASE, positions=(forked, *reversed(chain))))) == []


def test_the_check_names_every_problem():
    broken = evolve(CASE, positions=(position(party="y9", after=("n9",)),))

    with pytest.raises(CheckError) as caught:
        check(broken)

    assert caught.value.problems == (
        f"position n1: {NO_PARTY}",
        "position n1: expected the id of a position, got 'n9'",
    )
    assert str(caught.value).startswith("2 problems: position n1: ")
