"""What is due, said to be done, and alleged to be broken, and by whom."""

import pytest

from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Quote, Source, SourceKind
from qalamoun_terms.model.proposals import Status, parse_ref
from qalamoun_terms.model.record import Compliance, ComplianceStatus, Stance
from qalamoun_terms.model.terms import (
    ArmedExit,
    Ceasefire,
    DetaineeRelease,
    ServicesRestoration,
    Weapon,
)
from qalamoun_terms.model.time import Deadline, Duration


def record(id, target, status, **stated):
    return Compliance(id=id, target=parse_ref(target), status=ComplianceStatus(status), **stated)


@pytest.fixture
def deal(paper, talks):
    def make(*terms, compliance=(), said=(), status=Status.AGREED, **fields):
        made = paper("p1", *terms, status=status, date=Date("2017-07-16"), **fields)
        return talks([made], said, compliance=compliance)

    return make


def test_a_deadline_goes_by_and_nothing_is_said_of_what_was_done(deal):
    release = DetaineeRelease(deadline=Deadline(within=Duration.parse("P10D")))
    before = implementation(deal(release), Date("2017-07-20"))
    after = implementation(deal(release), Date("2017-08"))

    assert before.past_due == ()
    assert [str(one.ref) for one in after.past_due] == ["p1.a1"]
    assert "what was done is not reported" in str(after)
    assert after.alleged == ()
    assert after.unreported == after.duties


def test_reports_say_what_was_done_of_whom_and_by_whose_word(deal):
    words = Quote(document="d1", start=0, end=4, quote="none")
    spoken = Source(kind=SourceKind.NAMED, name="A. Witness")
    told = [
        record("c1", "p1.a1", "full", source=spoken),
        record("c2", "p1.a1", "alleged_breach", of="y1", alleged_by="y2", grounds=[words]),
    ]
    [duty] = implementation(deal(DetaineeRelease(), compliance=told))

    assert [str(one) for one in duty.done] == [
        "said to have been done, told by A. Witness (no date reported)"
    ]
    [breach] = duty.alleged
    assert (breach.of, breach.by, breach.told_by) == ("Government", "Council", "the report")
    assert breach.grounds == (words,)


def test_a_position_that_alleges_a_breach_is_an_allegation_too(deal, said):
    alleged = said("n1", "y1", "p1.a1", Stance.VIOLATED, "2017-09")
    [duty] = implementation(deal(Ceasefire(), said=[alleged]))

    assert [str(one) for one in duty.alleged] == [
        "breach alleged, of Government, told by the report (2017-09)"
    ]
    assert duty.done == ()


def test_what_is_said_of_the_whole_is_not_said_of_each_article(deal):
    told = [record("c1", "p1", "partial")]
    whole, article = implementation(deal(Ceasefire(), compliance=told))

    assert (str(whole.ref), len(whole.reports)) == ("p1", 1)
    assert (str(article.ref), article.reports) == ("p1.a1", ())


def test_what_is_not_agreed_is_not_due_unless_something_is_said_of_it(deal):
    told = [record("c1", "p1.a2", "not_initiated")]
    found = implementation(
        deal(Ceasefire(), DetaineeRelease(), status=Status.PROPOSED, compliance=told)
    )

    assert [str(one.ref) for one in found] == ["p1.a2"]


def test_an_agreed_proposal_without_known_articles_is_due_as_a_whole(deal):
    [duty] = implementation(deal(title="The deal"))

    assert duty.title == "The deal"


@pytest.mark.parametrize(
    ("term", "owed_by"),
    [
        (ServicesRestoration(duty_bearers=["ministry"], forces=["army"]), ("ministry",)),
        (ArmedExit(forces=["fighters"], weapons=[Weapon.LIGHT]), ("fighters",)),
        (DetaineeRelease(held_by=["council"]), ("council",)),
        (Ceasefire(), ()),
    ],
)
def test_who_owes_it_is_told_by_the_words_of_the_provision(deal, term, owed_by):
    [duty] = implementation(deal(term))

    assert duty.owed_by == owed_by


def test_what_makes_a_duty_uncertain_is_told(deal):
    terms = (
        DetaineeRelease(condition="lists are exchanged", exception="soldiers"),
        DetaineeRelease(condition="lists are exchanged", trigger="signing"),
    )
    [duty] = implementation(deal(terms))

    assert duty.unclear == (
        "hangs on a condition: lists are exchanged",
        "runs from: signing",
        "except: soldiers",
        "accounts differ on: trigger, exception",
    )


def test_what_is_said_later_is_left_out_as_of_a_day(deal):
    told = [record("c1", "p1.a1", "reversed", date=Date("2019"))]
    case = deal(Ceasefire(), compliance=told)

    assert implementation(case, Date("2018"))["p1.a1"].reports == ()
    assert len(implementation(case)["p1.a1"].reports) == 1
    assert len(implementation(case, Date("2016"))) == 0
    with pytest.raises(KeyError, match="nothing agreed has the reference 'p9'"):
        implementation(case)["p9"]
