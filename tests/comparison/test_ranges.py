"""The numbers that each party has stated, and whether they meet."""

import pytest

from qalamoun_terms.comparison.ranges import StatedRange, ranges
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.actors import Role, RoleInProposal
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.proposals import ArticleRef
from qalamoun_terms.model.record import Stance
from qalamoun_terms.model.terms import Ceasefire, DetaineeRelease, Quantity, ServiceGrace
from qalamoun_terms.model.time import Deadline, Duration, Extension


def grace(iso):
    return ServiceGrace(duration=Duration.parse(iso))


def freed(least, most, **stated):
    return DetaineeRelease(quantities=[Quantity(min=least, max=most, unit="prisoners", **stated)])


@pytest.fixture
def stated(paper, talks, said):
    """The ranges where the State puts the first terms forward and the Opposition the second ones."""

    def make(state, opposition, stance=Stance.DEMANDED):
        offers = [(f"p{n}", "y1", one) for n, one in enumerate(state, 1)]
        offers += [(f"q{n}", "y2", one) for n, one in enumerate(opposition, 1)]
        papers = [paper(name, term) for name, _, term in offers]
        answers = [said(f"n:{name}", party, name, stance) for name, party, _ in offers]
        return ranges(talks(papers, answers))

    return make


@pytest.mark.parametrize(
    ("state", "opposition", "meets"),
    [
        ([grace("P6M")], [grace("P1Y")], False),
        ([grace("P6M"), grace("P9M")], [grace("P9M"), grace("P1Y")], True),
        ([grace("P6M/P1Y")], [grace("P9M")], True),
        ([grace("P1M")], [grace("P30D")], None),
        ([grace("P1M"), grace("P30D")], [grace("P2Y")], None),
        ([grace("P6M~")], [grace("P7M")], None),
        ([grace("P6M")], [grace("P6M")], True),
        ([freed(100, 100)], [freed(200, 200)], False),
        ([freed(100, None)], [freed(200, 200)], True),
        ([freed(100, 150)], [freed(120, 300)], True),
    ],
)
def test_ranges_meet_where_one_value_lies_in_both(stated, state, opposition, meets):
    [number] = stated(state, opposition)

    assert number.meets is meets


def test_a_range_goes_from_the_least_to_the_most_that_a_party_stated(stated):
    [number] = stated([grace("P6M"), grace("P3M")], [grace("P1Y")])

    assert [str(one) for one in number.stated] == [
        "Government: 3 to 6 months (p1.a1, p2.a1)",
        "Council: 12 months (q1.a1)",
    ]
    assert number.verdict == "the ranges do not meet"
    assert [one.side for one in number.stated] == ["State", "Opposition"]


def test_who_refuses_a_number_has_not_stated_it(stated):
    assert stated([grace("P6M")], [], Stance.REJECTED) == ()
    assert stated([grace("P6M")], [], Stance.VIOLATED) == ()


def test_a_number_of_one_party_alone_meets_nothing(stated):
    [number] = stated([grace("P6M")], [])

    assert number.meets is None
    assert number.verdict == "stated by one party alone"


def test_a_proposer_states_what_it_puts_forward_without_a_word_more(paper, talks):
    role = Role(party="y1", role=RoleInProposal.PROPOSER)
    [number] = ranges(talks([paper("p1", grace("P6M"), roles=[role])]))

    assert [one.party for one in number.stated] == ["Government"]


def test_numbers_of_different_things_are_kept_apart(stated):
    state = [
        ServiceGrace(
            duration=Duration.parse("P6M"),
            extension=Extension(by=Duration.parse("P1M"), up_to=Duration.parse("P1Y")),
            deadline=Deadline(within=Duration.parse("P3D")),
        ),
        freed(5, 5, per="day"),
        freed(50, 50),
        Ceasefire(subkind="calming", duration=Duration.parse("P1M")),
        Ceasefire(duration=Duration.parse("P1M")),
    ]

    assert [one.title for one in stated(state, [])] == [
        "service grace, duration",
        "service grace, extended up to",
        "service grace, extended by",
        "service grace, deadline",
        "detainees, prisoners a day",
        "detainees, prisoners",
        "ceasefire (calming), duration",
        "ceasefire, duration",
    ]


def test_accounts_that_differ_widen_the_range(stated):
    [number] = stated([(grace("P6M"), grace("P9M"))], [])

    assert number.stated[0].words == "6 to 9 months"


def test_later_numbers_are_left_out_as_of_a_day(paper, talks, said):
    papers = [
        paper("p1", grace("P6M"), date=Date("2016")),
        paper("p2", grace("P1Y"), date=Date("2018")),
    ]
    answers = [said("n1", "y1", "p1", Stance.PROPOSED), said("n2", "y1", "p2", Stance.PROPOSED)]
    [number] = ranges(talks(papers, answers), Date("2017"))

    assert number.stated[0].words == "6 months"


def test_what_cannot_be_compared_is_told(stated):
    [number] = stated([grace("P1M"), grace("P30D")], [grace("P2Y")])

    assert number.stated[0].words == "1 month, and another that cannot be compared"
    assert number.verdict == "it cannot be told whether they meet"


def test_a_range_is_of_a_duration_or_of_a_count():
    with pytest.raises(InvalidValueError, match="a duration or a quantity"):
        StatedRange(party="Council", articles=[ArticleRef("p1", "a1")])
