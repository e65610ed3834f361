"""A case as it stood on a day."""

import pytest
from attrs import evolve

from qalamoun_terms.comparison.asof import as_of_date, date_of
from qalamoun_terms.comparison.concessions import concessions
from qalamoun_terms.comparison.conditions import conditional_acceptances
from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.over_time import changes_between
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.comparison.ranges import ranges
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Round
from qalamoun_terms.model.proposals import ProposalRef
from qalamoun_terms.model.record import (
    Compliance,
    ComplianceStatus,
    Measure,
    MeasureKind,
    Stance,
)
from qalamoun_terms.model.terms import Ceasefire

BY_DAY = (positions, open_articles, implementation, conditional_acceptances, concessions, ranges)


@pytest.fixture
def case(paper, talks, said):
    return talks(
        [paper("p1", Ceasefire(), date=Date("2016")), paper("p2", Ceasefire())],
        [
            said("n1", "y1", "p1", Stance.PROPOSED, "2016"),
            said("n2", "y2", "p1", Stance.REJECTED, "2018"),
            said("n3", "y2", "p2", Stance.ACCEPTED),
        ],
    )


@pytest.mark.parametrize("view", BY_DAY)
def test_a_day_may_be_a_date_or_its_text(case, view):
    assert view(case, "2017") == view(case, Date("2017")) or view is positions
    assert repr(view(case, "2017")) == repr(view(case, Date("2017")))


@pytest.mark.parametrize("view", BY_DAY)
def test_a_text_that_is_no_date_is_refused(case, view):
    with pytest.raises(InvalidValueError, match="expected an EDTF date"):
        view(case, "last year")


def test_both_dates_of_a_change_may_be_texts(case):
    assert changes_between(case, "2017", "2018") == changes_between(
        case, Date("2017"), Date("2018")
    )


def test_a_proposal_without_a_date_has_that_of_its_round(case):
    later = Round(id="r1", label="later", date=Date("2019"), proposals=["p2"])
    drawn = as_of_date(evolve(case, rounds=[later]), Date("2017")).case

    assert [one.id for one in drawn.proposals] == ["p1"]
    assert [one.id for one in drawn.positions] == ["n1"]


def test_measures_and_compliance_that_are_later_are_left_out(case):
    told = {"target": ProposalRef("p1"), "status": ComplianceStatus.PARTIAL}
    case = evolve(
        case,
        measures=[
            Measure(id=f"m{n}", kind=MeasureKind.RELIEF, label="opened", date=date)
            for n, date in enumerate((Date("2016"), Date("2018"), None))
        ],
        compliance=[
            Compliance(id=f"c{n}", date=date, **told)
            for n, date in enumerate((Date("2016"), Date("2018"), None))
        ],
    )
    drawn = as_of_date(case, Date("2017")).case

    assert [one.id for one in drawn.measures] == ["m0", "m2"]
    assert [one.id for one in drawn.compliance] == ["c0", "c2"]


def test_no_day_is_all_that_is_known():
    assert date_of(None) is None


@pytest.mark.parametrize(
    ("when", "named"),
    [
        (None, True),
        ("2017", True),
        ("2017-06", False),
        ("2017-06-15~", False),
        ("2017-06-20~", True),
        ("2016/..", True),
        ("2016", False),
    ],
)
def test_a_position_that_may_be_later_stays_and_is_named(talks, paper, said, when, named):
    answer = said("n1", "y1", "p1", Stance.ACCEPTED, when)
    drawn = as_of_date(talks([paper("p1", Ceasefire())], [answer]), Date("2017-06"))

    assert [one.id for one in drawn.case.positions] == ["n1"]
    assert drawn.undated == (("n1",) if named else ())
