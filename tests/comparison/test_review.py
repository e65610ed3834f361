"""What a person should look at, the riskiest first, and the record that someone has."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from qalamoun_terms.comparison.review import NOT_FOUND, Reason, checked, review
from qalamoun_terms.errors import CheckError, InvalidValueError
from qalamoun_terms.model.actors import Party, Role, RoleInProposal, Side, SideRole
from qalamoun_terms.model.check import check
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Coding, Document, Evidence, Quote, Source, SourceKind
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
    Status,
)
from qalamoun_terms.model.record import Position, Stance, Voice
from qalamoun_terms.model.terms import Ceasefire, Other
from qalamoun_terms.testing import negotiations

TEXT = "The words."
WORDS = Quote(document="d1", start=0, end=9, quote="The words")
RULES = Coding(coder="rules", by_machine=True)
PERSON = Coding(coder="A. Coder", by_machine=False)
ANONYMOUS = Source(kind=SourceKind.ANONYMOUS)


def position(number, party, stance, target=ProposalRef("p1"), **more):  # noqa: B008
    fields = {"grounds": [WORDS], "coding": PERSON} | more
    return Position(id=f"n{number}", party=party, target=target, stance=stance, **fields)


def case(*positions, articles=None, **more):
    """Makes a case of two sides and one offer, all of it grounded and coded by a person."""
    article = Article(
        id="a1",
        accounts=[Account(term=Ceasefire(), evidence=[Evidence(ground=WORDS)])],
        coding=PERSON,
    )
    fields = {"coding": PERSON, "evidence": [Evidence(ground=WORDS)]} | more
    parties = ("y1", "y2")
    roles = [Role(party=one, role=RoleInProposal.NEGOTIATING_PARTY) for one in parties]
    return check(
        Negotiation(
            id="c",
            documents=[Document.of("d1", TEXT)],
            sides=[
                Side(id="s1", label="State", role=SideRole.STATE, principal=True),
                Side(id="s2", label="Opposition", role=SideRole.OPPOSITION, principal=True),
            ],
            parties=[
                Party(id="y1", name="the army", side="s1"),
                Party(id="y2", name="the council", side="s2"),
            ],
            proposals=[
                Proposal(
                    id="p1",
                    roles=roles,
                    articles=[article] if articles is None else articles,
                    **fields,
                )
            ],
            positions=positions,
        )
    )


def reasons(case):
    return {cell.ref: cell.reasons for cell in review(case)}


def test_what_a_person_coded_on_firm_ground_is_not_listed():
    assert review(case(position(1, "y1", Stance.REJECTED))) == ()


def test_what_a_machine_coded_is_listed_until_somebody_checks_it():
    machine = case(position(1, "y1", Stance.REJECTED, coding=RULES))

    assert reasons(machine) == {"n1": (Reason.UNCHECKED,)}
    assert review(checked(machine, "n1", by="A. Reader")) == ()


def test_what_nobody_is_named_for_is_listed():
    assert reasons(case(position(1, "y1", Stance.REJECTED, coding=None))) == {
        "n1": (Reason.NO_CODER,)
    }


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"stance": Stance.REJECTED, "inferred": True}, Reason.INFERRED),
        ({"stance": Stance.REJECTED, "source": ANONYMOUS}, Reason.ANONYMOUS),
        ({"stance": Stance.VIOLATED}, Reason.ALLEGED_BREACH),
        ({"stance": Stance.ACCEPTED, "voice": Voice.COUNTERPART}, Reason.ONE_SIDED),
        ({"stance": Stance.PROVISIONAL, "voice": Voice.COUNTERPART}, Reason.ONE_SIDED),
        ({"stance": Stance.REJECTED, "grounds": []}, Reason.NOT_GROUNDED),
        ({"stance": Stance.REJECTED, "grounds": [NOT_FOUND]}, Reason.NOT_GROUNDED),
    ],
)
def test_a_position_says_why_it_is_listed(fields, reason):
    assert reason in reasons(case(position(1, "y1", **fields)))["n1"]


def test_a_refusal_that_the_other_side_reports_is_no_assent():
    refusal = position(1, "y1", Stance.REJECTED, voice=Voice.COUNTERPART)

    assert "n1" not in reasons(case(refusal))


def test_an_agreement_by_the_word_of_one_side_is_listed():
    own = Source(kind=SourceKind.NAMED, name="a spokesman", party="y1")
    both = [position(n, f"y{n}", Stance.ACCEPTED, source=own) for n in (1, 2)]

    assert Reason.ONE_SIDED in reasons(case(*both))["p1.a1"]


def test_an_agreement_by_anonymous_sources_alone_is_listed():
    both = [position(n, f"y{n}", Stance.ACCEPTED, source=ANONYMOUS) for n in (1, 2)]

    assert Reason.ANONYMOUS in reasons(case(*both))["p1.a1"]


def test_an_agreement_by_what_the_whole_is_called_is_listed():
    assert reasons(case(status=Status.AGREED)) == {"p1.a1": (Reason.BY_STATUS,)}


def test_a_proposal_without_articles_carries_the_reasons_itself():
    bare = case(status=Status.AGREED, articles=[], name="the deal")

    assert [str(cell) for cell in review(bare)] == [
        f"p1 (the deal): {Reason.BY_STATUS.value}",
    ]


def test_sources_and_orders_that_are_not_settled_are_listed():
    said = [
        position(1, "y1", Stance.ACCEPTED, source=ANONYMOUS),
        position(2, "y1", Stance.REJECTED),
    ]
    found = reasons(case(*said))["p1.a1"]

    assert Reason.SOURCES_CONFLICT in found or Reason.ORDER_UNKNOWN in found


def test_accounts_that_differ_are_listed():
    evidence = [Evidence(ground=WORDS)]
    accounts = [
        Account(term=Ceasefire(), evidence=evidence),
        Account(term=Other(text="something else"), evidence=evidence),
    ]
    article = Article(id="a1", accounts=accounts, coding=PERSON)

    assert reasons(case(articles=[article])) == {"p1.a1": (Reason.ACCOUNTS_DIFFER,)}


def test_a_fact_without_a_ground_is_listed_with_its_proposal():
    lone = case(status=Status.PROPOSED, evidence=[Evidence(field="date", ground=WORDS)])

    assert reasons(lone)["p1"] == (Reason.NOT_GROUNDED,)


def test_the_gravest_comes_first_and_more_reasons_weigh_more():
    said = [
        position(1, "y1", Stance.REJECTED, coding=RULES),
        position(2, "y1", Stance.REJECTED, coding=RULES, inferred=True),
        position(3, "y1", Stance.REJECTED, inferred=True),
        position(4, "y1", Stance.ACCEPTED, voice=Voice.COUNTERPART),
        position(5, "y1", Stance.REJECTED, coding=RULES),
    ]
    refs = [cell.ref for cell in review(case(*said)) if cell.ref.startswith("n")]

    assert refs == ["n4", "n2", "n3", "n1", "n5"]


def test_a_cell_says_what_it_is_and_shows_its_words():
    (cell,) = review(case(position(1, "y1", Stance.REJECTED, coding=RULES)))

    assert cell.quote == "The words"
    assert cell.label == "the army: rejected p1"


def test_a_check_does_not_make_up_for_missing_words():
    done = checked(case(position(1, "y1", Stance.REJECTED, grounds=[])), ["n1"], by="A. Reader")

    assert reasons(done) == {"n1": (Reason.NOT_GROUNDED,)}


def test_checks_are_recorded_and_the_case_stays_as_it_was():
    before = case(position(1, "y1", Stance.REJECTED, coding=RULES))
    refs = [ArticleRef("p1", "a1"), ProposalRef("p1"), "n1"]
    after = checked(before, refs, by="A. Reader", on=Date("2024-05"))
    stamp = {"checked_by": "A. Reader", "checked_on": Date("2024-05")}

    assert before.positions[0].coding == RULES
    assert after.positions[0].coding == evolve(RULES, **stamp)
    assert after["p1"].coding == after["p1"].articles[0].coding == evolve(PERSON, **stamp)


def test_a_proposal_does_not_stand_for_its_articles():
    after = checked(case(), "p1", by="A. Reader")

    assert after["p1"].articles[0].coding.checked_by is None


def test_who_coded_it_stays_unknown_where_it_was():
    after = checked(case(coding=None), "p1", by="A. Reader", on="2024")

    assert after["p1"].coding == Coding(
        coder="not recorded", by_machine=False, checked_by="A. Reader", checked_on=Date("2024")
    )


def test_every_unknown_reference_is_named():
    with pytest.raises(CheckError) as refused:
        checked(case(), ["p1", "p1.a7", "n9"], by="A. Reader")

    assert [one.partition(":")[0] for one in refused.value.problems] == ["n9", "p1.a7"]


@pytest.mark.parametrize("wrong", [{"by": ""}, {"by": "A. Reader", "on": "yesterday"}])
def test_a_check_needs_a_name_and_a_real_date(wrong):
    with pytest.raises(InvalidValueError):
        checked(case(), "p1", **wrong)


@given(negotiations())
def test_whatever_is_listed_can_be_checked_and_is_then_done(any_case):
    done = checked(any_case, [cell.ref for cell in review(any_case)], by="A. Reader")

    assert all(cell.reasons == (Reason.NOT_GROUNDED,) for cell in review(done))
