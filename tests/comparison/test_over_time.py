"""What changed between two dates."""

import pytest

from qalamoun_terms.comparison.clocks import ClockState
from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.comparison.over_time import changes_between
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.proposals import ProposalRef, Status
from qalamoun_terms.model.record import (
    Compliance,
    ComplianceStatus,
    Measure,
    MeasureKind,
    Stance,
)
from qalamoun_terms.model.terms import Ceasefire
from qalamoun_terms.model.time import Duration


@pytest.fixture
def case(paper, talks, said, between):
    offer = paper("p1", Ceasefire(), date=Date("2016"), roles=between("y1", "y2"))
    return talks(
        [offer],
        [
            said("n1", "y1", "p1", Stance.PROPOSED, "2016"),
            said("n2", "y2", "p1", Stance.PROVISIONAL, "2017-02"),
            said("n3", "y2", "p1.a1", Stance.REJECTED, "2017-05"),
            said("n4", "y1", "p1.a1", Stance.VIOLATED, "2017-05"),
            said("n5", "y3", "p1", Stance.DEFERRED),
        ],
        measures=[
            Measure(id="m1", kind=MeasureKind.PRESSURE, label="closed", date=Date("2017-03")),
            Measure(id="m2", kind=MeasureKind.PRESSURE, label="shelled", date=Date("2019")),
            Measure(id="m3", kind=MeasureKind.RELIEF, label="reopened"),
        ],
        compliance=[
            Compliance(
                id="c1",
                target=ProposalRef("p1"),
                status=ComplianceStatus.PARTIAL,
                date=Date("2017-03"),
            )
        ],
    )


def test_an_answer_that_gives_way_is_told_with_the_one_in_its_place(case):
    [change] = changes_between(case, Date("2017-03"), Date("2017-06"))

    assert [one.position for one in change.came] == ["n3"]
    assert [one.position for one in change.gave_way] == ["n2"]
    assert (change.before, change.after) == (Outcome.IN_PRINCIPLE, Outcome.DISPUTED)
    assert [one.position for one in change.alleged] == ["n4"]
    assert not change.new
    assert "gave way: Council: provisional, on the whole (2017-02)" in str(change)
    assert "alleged: Government: breach alleged (2017-05)" in str(change)


def test_what_was_not_on_record_is_new(case):
    [change] = changes_between(case, Date("2015"), Date("2016"))

    assert change.new
    assert str(change).startswith("p1.a1, ceasefire: not on record -> no response on record")


def test_everything_is_new_from_the_beginning(case):
    found = changes_between(case, None)

    assert [one.new for one in found] == [True]
    assert found.span == "from the beginning to the last known"
    assert found.undated == ()


def test_measures_and_what_was_said_to_be_done_are_told_between_the_dates(case):
    found = changes_between(case, Date("2017-02"), Date("2018"))

    assert [one.id for one in found.measures] == ["m1"]
    assert [one.id for one in found.compliance] == ["c1"]
    assert "said of p1: partial (2017-03)" in str(found)


def test_positions_without_a_date_stand_at_both_ends_and_are_named(case):
    found = changes_between(case, Date("2017"), Date("2018"))

    assert [one.position for one in found.undated] == ["n5"]
    assert "at both ends: Brigade: deferred, on the whole (no date reported), of p1" in str(found)


def test_a_truce_that_ran_out_is_a_change_though_nobody_spoke(paper, talks):
    truce = Ceasefire(duration=Duration.parse("P2M"))
    deal = paper("p1", truce, date=Date("2017-07-16"), status=Status.TENTATIVE)
    case = talks([deal])
    found = changes_between(case, Date("2017-08"), Date("2017-11"))

    assert found.expired == found.changes
    assert found["p1.a1"].clocks[0].state is ClockState.EXPIRED
    assert found["p1.a1"].outcome_words.startswith("still agreed in principle")
    assert len(changes_between(case, Date("2017-11"), Date("2018"))) == 0
    assert len(changes_between(case, Date("2017-11"))) == 0


def test_nothing_changes_between_a_date_and_itself(case):
    found = changes_between(case, Date("2017-03"), Date("2017-03"))

    assert len(found) == 0
    assert repr(found) == "<PositionChanges of c, 2017-03 to 2017-03: none>"


def test_dates_the_wrong_way_round_are_refused(case):
    with pytest.raises(InvalidValueError, match="until: expected a date not before 2018, got 2016"):
        changes_between(case, Date("2018"), Date("2016"))


def test_an_article_that_did_not_change_is_named_as_such(case):
    with pytest.raises(KeyError, match="nothing changed about 'p1"):
        changes_between(case, Date("2018"), Date("2019"))["p1.a1"]


def test_the_two_dates_are_told():
    from qalamoun_terms.model.negotiation import Negotiation

    empty = Negotiation(id="c")
    spans = [
        changes_between(empty, since and Date(since), until and Date(until)).span
        for since, until in (("2016", None), (None, "2017"), ("2016", "2017"))
    ]

    assert spans == ["after 2016", "up to 2017", "2016 to 2017"]
    assert str(changes_between(empty, None)) == "Nothing is known to have changed."
