"""Concession is said only where all four conditions hold."""

import pytest
from attrs import evolve

from qalamoun_terms.comparison.concessions import Concession, concessions
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Citation, Quote
from qalamoun_terms.model.proposals import Account, Article, ArticleRef, Proposal, parse_ref
from qalamoun_terms.model.record import Measure, MeasureKind, Stance
from qalamoun_terms.model.terms import (
    Ceasefire,
    DetaineeRelease,
    Quantity,
    ServiceGrace,
    Weapon,
    WeaponsHandover,
)
from qalamoun_terms.model.time import Duration

QUOTED = [Quote(document="d1", start=0, end=3, quote="yes")]


@pytest.fixture
def gave_up(talks, said):
    """The concessions of one party between two positions, on an article and on what continues it."""

    def make(first, second, terms=None, continues=True, measures=(), **fields):
        old, new = terms or (Ceasefire(), Ceasefire())
        lineage = [ArticleRef("p1", "a1")] if continues else []
        drafts = [
            Proposal(id="p1", articles=[Article(id="a1", accounts=[Account(term=old)])]),
            Proposal(
                id="p2",
                articles=[Article(id="a1", accounts=[Account(term=new)], continues=lineage)],
            ),
        ]
        fields = {"grounds": QUOTED} | fields
        answers = [
            said("n1", "y2", first[0], first[1], first[2], **fields),
            said("n2", second[3] if len(second) > 3 else "y2", *second[:3], **fields),
        ]
        return [one.gave_up for one in concessions(talks(drafts, answers, measures=measures))]

    return make


REJECTED = ("p1.a1", Stance.REJECTED, "2017-01")
ACCEPTED = ("p1.a1", Stance.ACCEPTED, "2017-03")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (REJECTED, ACCEPTED, ["its rejection"]),
        (REJECTED, ("p1.a1", Stance.PROVISIONAL, "2017-03"), ["its rejection"]),
        (REJECTED, ("p1.a1", Stance.CONDITIONAL, "2017-03"), ["its rejection, on a condition"]),
        (REJECTED, ("p2.a1", Stance.ACCEPTED, "2017-03"), ["its rejection"]),
        (("p1.a1", Stance.CONDITIONAL, "2017-01"), ACCEPTED, ["its condition"]),
        (
            ("p1.a1", Stance.INSISTED, "2017-01"),
            ("p1.a1", Stance.WITHDRAWN, "2017-03"),
            ["what it insisted on"],
        ),
        (
            ("p1.a1", Stance.DEMANDED, "2017-01"),
            ("p1.a1", Stance.WITHDRAWN, "2017-03"),
            ["its demand"],
        ),
        (("p1.a1", Stance.ACCEPTED, "2017-01"), ("p1.a1", Stance.REJECTED, "2017-03"), []),
        (REJECTED, ("p1.a1", Stance.DEFERRED, "2017-03"), []),
        (("p1.a1", Stance.VIOLATED, "2017-01"), ACCEPTED, []),
    ],
)
def test_a_refusal_a_condition_or_an_insistence_may_be_given_up(gave_up, first, second, told):
    assert gave_up(first, second) == told


def test_it_takes_one_party(gave_up):
    assert gave_up(REJECTED, (*ACCEPTED, "y3")) == []


def test_it_takes_two_dates_that_do_not_overlap(gave_up):
    assert gave_up(REJECTED, ("p1.a1", Stance.ACCEPTED, None)) == []
    assert gave_up(("p1.a1", Stance.REJECTED, "2017"), ACCEPTED) == []


def test_it_takes_one_article_and_not_the_whole_proposal(gave_up):
    assert gave_up(REJECTED, ("p1", Stance.ACCEPTED, "2017-03")) == []
    assert gave_up(REJECTED, ("p2.a1", Stance.ACCEPTED, "2017-03"), continues=False) == []


def test_it_takes_quoted_words_of_both(gave_up):
    assert gave_up(REJECTED, ACCEPTED, grounds=()) == []
    assert gave_up(REJECTED, ACCEPTED, grounds=[Citation(document="d1", locator="p. 4")]) == []


def test_taking_a_text_that_was_changed_gives_up_no_refusal(gave_up):
    changed = (Ceasefire(), Ceasefire(duration=Duration.parse("P2M")))

    assert gave_up(REJECTED, ("p2.a1", Stance.ACCEPTED, "2017-03"), changed) == []


def grace(iso):
    return ServiceGrace(duration=Duration.parse(iso))


def arms(*weapons):
    return WeaponsHandover(weapons=weapons)


def freed(number):
    return DetaineeRelease(quantities=[Quantity(min=number, max=number, unit="prisoners")])


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (
            (grace("P1Y"), grace("P6M")),
            ["part of its demand, service grace: duration, 12 months -> 6 months"],
        ),
        (
            (arms(Weapon.MEDIUM, Weapon.HEAVY), arms(Weapon.HEAVY)),
            ["part of its demand, weapons handover: weapons, medium"],
        ),
        (
            (freed(100), freed(60)),
            ["part of its demand, detainees: numbers, 100 prisoners -> 60 prisoners"],
        ),
        ((grace("P6M"), grace("P1Y")), []),
        ((grace("P1M"), grace("P30D")), []),
        ((arms(Weapon.MEDIUM, Weapon.HEAVY), arms(Weapon.LIGHT, Weapon.HEAVY)), []),
        ((arms(Weapon.HEAVY), WeaponsHandover()), []),
        ((arms(Weapon.MEDIUM, Weapon.HEAVY), Ceasefire()), []),
        (
            (
                WeaponsHandover(weapons=[Weapon.MEDIUM, Weapon.HEAVY]),
                WeaponsHandover(weapons=[Weapon.HEAVY], places=["Ardal"]),
            ),
            [],
        ),
    ],
)
def test_a_demand_is_given_up_in_part_where_it_only_became_smaller(gave_up, terms, told):
    first, second = ("p1.a1", Stance.DEMANDED, "2017-01"), ("p2.a1", Stance.DEMANDED, "2017-03")

    assert gave_up(first, second, terms) == told


def test_an_offer_that_became_smaller_is_no_concession(gave_up):
    first, second = ("p1.a1", Stance.PROPOSED, "2017-01"), ("p2.a1", Stance.PROPOSED, "2017-03")

    assert gave_up(first, second, (grace("P1Y"), grace("P6M"))) == []


def test_pressure_on_record_is_named_beside_it(talks, said, paper):
    answers = [
        said("n1", "y2", *REJECTED, grounds=QUOTED),
        said("n2", "y2", *ACCEPTED, grounds=QUOTED),
    ]
    pressure, relief = MeasureKind.PRESSURE, MeasureKind.RELIEF
    measures = [
        Measure(id="m1", kind=pressure, label="blockade", answers=parse_ref("p1")),
        Measure(id="m2", kind=pressure, label="shelling", date=Date("2017-02")),
        Measure(id="m3", kind=pressure, label="arrests", date=Date("2019")),
        Measure(id="m4", kind=relief, label="a reopening", date=Date("2017-02")),
        Measure(id="m5", kind=pressure, label="a curfew"),
    ]
    [one] = concessions(talks([paper("p1", Ceasefire())], answers, measures=measures))

    assert [measure.label for measure in one.pressure] == ["blockade", "shelling"]
    assert str(one).splitlines() == [
        "Council gave up its rejection (p1.a1)",
        '  2017-01, rejected: "yes" (d1)',
        '  2017-03, accepted: "yes" (d1)',
        "  beside it, pressure: blockade",
        "  beside it, pressure: shelling",
    ]


def test_no_value_can_be_made_that_breaks_the_conditions(talks, said, paper):
    answers = [
        said("n1", "y2", *REJECTED, grounds=QUOTED),
        said("n2", "y2", *ACCEPTED, grounds=QUOTED),
    ]
    [one] = concessions(talks([paper("p1", Ceasefire())], answers))

    with pytest.raises(InvalidValueError, match="two dated and quoted positions"):
        evolve(one, later=one.earlier)
    assert isinstance(one, Concession)


def test_as_of_a_day_what_came_later_is_not_known(talks, said, paper):
    answers = [
        said("n1", "y2", *REJECTED, grounds=QUOTED),
        said("n2", "y2", *ACCEPTED, grounds=QUOTED),
    ]

    assert concessions(talks([paper("p1", Ceasefire())], answers), Date("2017-02")) == ()
