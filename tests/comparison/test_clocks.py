"""Truces, grace periods and deadlines on a day: running, over, not begun, or not known."""

import pytest

from qalamoun_terms.comparison.clocks import Clock, ClockState, expired
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Round
from qalamoun_terms.model.proposals import Status
from qalamoun_terms.model.record import Stance
from qalamoun_terms.model.terms import Ceasefire, DetaineeRelease, ServiceGrace
from qalamoun_terms.model.time import Deadline, Duration, Extension

TWO_MONTHS = Ceasefire(duration=Duration.parse("P2M"))


@pytest.fixture
def clock(paper, talks):
    def make(term, day, date="2017-07-16", status=Status.AGREED, said=(), **fields):
        deal = paper("p1", term, status=status, date=Date(date) if date else None, **fields)
        rows = positions(talks([deal], said), as_of=Date(day) if day else None).rows
        return rows[0].clocks if rows else ()

    return make


def state(clocks):
    [one] = clocks
    return one.state.value if one.state else None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-07-16", "running"),
        ("2017-08", "running"),
        ("2017-09-16", "running"),
        ("2017-09-17", "expired"),
        ("2017-11", "expired"),
        ("2017", "expired"),
        ("2017/..", "unknown"),
        (None, None),
    ],
)
def test_a_truce_of_two_months_is_over_in_the_fourth(clock, day, expected):
    assert state(clock(TWO_MONTHS, day)) == expected


@pytest.mark.parametrize(
    ("date", "day", "expected"),
    [
        ("2017-07", "2017-08-31", "running"),
        ("2017-07", "2017-09-10", "unknown"),
        ("2017-07", "2017-10-01", "expired"),
        ("2017", "2017-12-31", "unknown"),
        ("2017", "2018-03-01", "expired"),
        ("../2017-07-16", "2017-10", "expired"),
        ("../2017-07-16", "2017-08", "unknown"),
        ("2017-07-16~", "2017-10-02", "expired"),
        ("2017-07-16~", "2017-09-20", "unknown"),
        (None, "2019", "unknown"),
    ],
)
def test_a_start_that_is_known_in_part_leaves_open_what_it_must(clock, date, day, expected):
    assert state(clock(TWO_MONTHS, day, date)) == expected


def test_an_unknown_start_is_told_as_the_reason(clock):
    [one] = clock(TWO_MONTHS, "2019", date=None)

    assert (one.start, one.end) == (None, None)
    assert str(one).startswith("2 months: unknown whether it still runs, because")


def test_a_proposal_without_a_date_starts_with_its_round(paper, talks):
    stage = Round(id="r1", label="talks", date=Date("2017-07-16"), proposals=["p1"])
    case = talks([paper("p1", TWO_MONTHS, status=Status.AGREED)], rounds=[stage])

    assert [row.ref.article for row in positions(case, Date("2017-10")).expired] == ["a1"]
    assert positions(case, Date("2016")).rows == ()


def test_what_nobody_agreed_to_does_not_run(clock):
    assert clock(TWO_MONTHS, "2019", status=Status.PROPOSED) == ()
    assert clock(TWO_MONTHS, "2019", status=Status.COLLAPSED) == ()


def test_it_starts_with_the_last_answer_where_no_source_calls_it_agreed(clock, said, between):
    answers = [
        said("n1", "y1", "p1", Stance.PROPOSED, "2017-01"),
        said("n2", "y2", "p1", Stance.ACCEPTED, "2017-03-05"),
    ]
    fields = {"date": "2017-01", "status": None, "roles": between("y1", "y2")}
    [one] = clock(TWO_MONTHS, "2017-05-05", said=answers, **fields)

    assert one.start == Date("2017-03-05")
    assert one.state is ClockState.RUNNING


def test_an_answer_without_a_date_leaves_only_the_earliest_start(clock, said, between):
    answers = [
        said("n1", "y1", "p1", Stance.ACCEPTED, "2017-01-10"),
        said("n2", "y2", "p1", Stance.ACCEPTED),
    ]
    fields = {"date": None, "status": None, "roles": between("y1", "y2")}
    [one] = clock(TWO_MONTHS, "2019", said=answers, **fields)

    assert one.start == Date("2017-01-10/..")
    assert one.state is ClockState.UNKNOWN


def test_conditions_and_unknown_events_leave_the_start_open(clock, said, between):
    answers = [
        said("n1", "y1", "p1", Stance.ACCEPTED),
        said("n2", "y2", "p1", Stance.CONDITIONAL, condition="the road opens"),
    ]
    on_condition = clock(TWO_MONTHS, "2019", status=None, said=answers, roles=between("y1", "y2"))
    by_event = clock(Ceasefire(duration=Duration.parse("P2M"), trigger="the first bus"), "2019")
    hanging = clock(Ceasefire(duration=Duration.parse("P2M"), condition="monitors come"), "2019")

    assert [state(one) for one in (on_condition, by_event, hanging)] == ["unknown"] * 3
    assert "the first bus" in str(by_event[0])
    assert "monitors come" in str(hanging[0])


@pytest.mark.parametrize("event", ["signing", "The signing of the agreement", "توقيع الاتفاق"])
def test_an_event_that_is_the_agreement_itself_starts_with_it(clock, event):
    assert state(clock(Ceasefire(duration=Duration.parse("P2M"), trigger=event), "2017-10")) == (
        "expired"
    )


def test_the_validity_of_the_whole_is_that_of_an_article_without_a_duration(clock):
    fields = {"validity": Duration.parse("P1Y")}
    [whole] = clock(DetaineeRelease(), "2019", **fields)
    [own] = clock(TWO_MONTHS, "2019", **fields)

    assert str(whole) == "valid for 12 months from 2017-07-16: expired on 2018-07-16"
    assert own.what == "duration"


@pytest.mark.parametrize(
    ("deadline", "day", "expected"),
    [
        (Deadline(by=Date("2017-08-01")), "2017-07", "due by 2017-08-01: not past"),
        (Deadline(by=Date("2017-08-01")), "2017-09", "due by 2017-08-01: past"),
        (
            Deadline(within=Duration.parse("PT72H")),
            "2017-09",
            "due within 3 days from 2017-07-16: past on 2017-07-19",
        ),
        (
            Deadline(within=Duration.parse("P2M")),
            "2017-08",
            "due within 2 months from 2017-07-16: not past, ends on 2017-09-16",
        ),
        (Deadline(by=Date("2017-08")), "2017-08-10", "due by 2017-08: unknown whether it is past"),
    ],
)
def test_deadlines_are_read_as_dates_that_go_by(clock, deadline, day, expected):
    [one] = clock(DetaineeRelease(deadline=deadline), day)

    assert str(one).startswith(expected)
    assert not expired([one])


def test_an_extension_that_nobody_reports_may_have_been_made(clock):
    grace = ServiceGrace(
        duration=Duration.parse("P6M"), extension=Extension(up_to=Duration.parse("P1Y"))
    )
    final = Ceasefire(duration=Duration.parse("P2M"), extension=Extension(times=0))

    assert str(clock(grace, "2019")[0]).endswith(
        "(extendable up to 12 months; no extension is on record)"
    )
    assert str(clock(final, "2019")[0]).endswith("(not extendable)")


def test_accounts_that_differ_each_have_their_clock(clock):
    three = Ceasefire(duration=Duration.parse("P3M"))
    clocks = clock((TWO_MONTHS, three, Ceasefire()), "2017-10-01")

    assert [one.state.value for one in clocks] == ["expired", "running"]
    assert not expired(clocks)


def test_what_has_no_stated_time_never_runs_out(clock):
    assert clock(Ceasefire(), "2050") == ()
    assert not expired(())
    assert expired([Clock(what="validity", state=ClockState.EXPIRED)])


def test_the_table_says_how_many_had_run_out(paper, talks):
    case = talks([paper("p1", TWO_MONTHS, date=Date("2017-07-16"), status=Status.TENTATIVE)])
    table = positions(case, Date("2017-11"))

    assert table.sentence == (
        "Of 1 known article: 1 agreed in principle. 1 of them had run out by then."
    )
    assert table.expired == table.rows
    assert positions(case).expired == ()
