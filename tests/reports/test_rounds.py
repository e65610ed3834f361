from attrs import evolve

from qalamoun_terms.comparison.in_order import in_order
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Negotiation, Round
from qalamoun_terms.model.proposals import Account, Article, Proposal, ProposalRef
from qalamoun_terms.model.record import Measure, MeasureKind
from qalamoun_terms.model.terms import Ceasefire, ServiceGrace
from qalamoun_terms.model.time import Duration
from qalamoun_terms.reports.names import Names
from qalamoun_terms.reports.rounds import moves_of, time_line


def proposal(id, date=None, months=None, **fields):
    duration = Duration.parse(f"P{months}M") if months else None
    article = Article(id="a1", accounts=[Account(term=ServiceGrace(duration=duration))])
    return Proposal(id=id, date=Date(date) if date else None, articles=[article], **fields)


def moved(case):
    return [
        (step.old.anchor, step.new.anchor, [one.words for one in step.changed])
        for group in moves_of(case, Names(case))
        for step in group.steps
    ]


def test_what_moved_is_told_from_each_proposal_back_to_the_latest_earlier_one():
    drafts = [proposal("p1", "2016", 6), proposal("p2", "2018", 12), proposal("p3", "2017", 9)]
    case = Negotiation(id="c", proposals=drafts)

    assert [(old, new) for old, new, _ in moved(case)] == [
        ("proposal-p1", "proposal-p3"),
        ("proposal-p3", "proposal-p2"),
    ]


def test_the_order_of_a_text_is_not_the_order_of_events():
    case = Negotiation(id="c", proposals=[proposal("p1", months=6), proposal("p2", months=9)])

    assert moved(case) == []


def test_rounds_and_lineage_order_proposals_without_dates():
    drafts = (proposal("p1", months=6), proposal("p2", months=9))
    rounds = [
        Round(id="r1", label="one", proposals=["p1"]),
        Round(id="r2", label="two", proposals=["p2"]),
    ]
    case = Negotiation(id="c", proposals=drafts)
    heir = evolve(drafts[1], continues=[ProposalRef("p1")])

    assert len(moved(evolve(case, rounds=rounds))) == 1
    assert len(moved(evolve(case, proposals=(drafts[0], heir)))) == 1


def test_a_kind_that_no_earlier_proposal_has_did_not_move():
    truce = Article(id="a1", accounts=[Account(term=Ceasefire())])
    later = Proposal(id="p2", date=Date("2018"), articles=[truce])
    case = Negotiation(id="c", proposals=[proposal("p1", "2016", 6), later])

    assert moved(case) == []


def test_undated_proposals_come_last():
    case = Negotiation(id="c", proposals=[proposal("p1"), proposal("p2", "2018")])

    assert [one.id for one in in_order(case)] == ["p2", "p1"]


def test_the_time_line_keeps_rounds_in_order_and_the_undated_apart():
    closed = Measure(id="m1", kind=MeasureKind.PRESSURE, label="closed", date=Date("2017-01"))
    opened = Measure(id="m2", kind=MeasureKind.RELIEF, label="opened")
    case = Negotiation(
        id="c",
        rounds=[
            Round(id="r1", label="first", date=Date("2016")),
            Round(id="r2", label="second"),
            Round(id="r3", label="third", date=Date("2018"), proposals=["p1"]),
        ],
        proposals=[proposal("p1"), proposal("p2", "2017-02")],
        measures=[closed, opened],
    )

    dated, undated = time_line(case, Names(case))

    assert [one.words for one in dated] == ["first", "second", "closed", "p2", "third"]
    assert [one.words for one in dated[-1].within] == ["p1"]
    assert [one.words for one in undated] == ["opened"]


def test_a_measure_of_two_rounds_is_told_in_the_first():
    closed = Measure(id="m1", kind=MeasureKind.PRESSURE, label="closed")
    rounds = [Round(id=f"r{n}", label=f"round {n}", measures=["m1"]) for n in (1, 2)]
    case = Negotiation(id="c", rounds=rounds, measures=[closed])

    dated, _ = time_line(case, Names(case))

    assert [len(one.within) for one in dated] == [1, 0]
