"""What is open between whom, since when and over which words; common ground; parties apart from their side."""

import pytest

from qalamoun_terms.comparison.camps import Stand
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Citation, Evidence, Quote
from qalamoun_terms.model.negotiation import Round
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    Proposal,
    Status,
    Wording,
    parse_ref,
)
from qalamoun_terms.model.record import Measure, MeasureKind, Stance
from qalamoun_terms.model.terms import Ceasefire, DetaineeRelease, Weapon, WeaponsHandover


def camps(article):
    return {camp.stand: [str(one) for one in camp.members] for camp in article.camps}


@pytest.fixture
def offer(paper, between):
    return paper("p1", Ceasefire(), DetaineeRelease(), roles=between("y1", "y2", "y3", "y4"))


def test_a_dispute_is_between_those_for_it_and_those_against_it(offer, talks, said):
    answers = [
        said("n1", "y1", "p1", Stance.PROPOSED, "2017-01"),
        said("n2", "y2", "p1.a1", Stance.REJECTED, "2017-03"),
        said("n3", "y4", "p1", Stance.ACCEPTED, "2017-02"),
    ]
    article = open_articles(talks([offer], answers))["p1.a1"]

    assert article.outcome is Outcome.DISPUTED
    assert camps(article) == {
        Stand.FOR: ["State (Government)", "Rebels (Front)"],
        Stand.AGAINST: ["Opposition (Council)"],
    }
    assert article.positions == ("n2",)
    assert str(article.since) == "since 2017-03"
    assert article.between == ("State", "Rebels", "Opposition")


def test_the_first_of_several_refusals_opened_it(offer, talks, said):
    answers = [
        said("n1", "y1", "p1", Stance.PROPOSED),
        said("n2", "y2", "p1.a1", Stance.REJECTED, "2017-03"),
        said("n3", "y4", "p1.a1", Stance.REJECTED, "2017-01"),
    ]

    assert open_articles(talks([offer], answers))["p1.a1"].since.date == Date("2017-01")


def test_a_refusal_without_a_date_came_some_day_after_the_offer(offer, talks, said):
    stage = Round(id="r1", label="talks", date=Date("2017-01"), proposals=["p1"])
    answers = [said("n1", "y1", "p1", Stance.PROPOSED), said("n2", "y2", "p1.a1", Stance.REJECTED)]
    dated = open_articles(talks([offer], answers, rounds=[stage]))["p1.a1"]
    undated = open_articles(talks([offer], answers))["p1.a1"]

    assert str(dated.since) == "since some day after it was put forward (2017-01)"
    assert not dated.since.exact
    assert str(undated.since) == "since when is not known"


def test_what_nobody_answered_is_open_since_it_was_put_forward(talks, paper):
    offer = paper("p1", Ceasefire(), date=Date("2016-06~"))

    assert str(open_articles(talks([offer]))["p1.a1"].since) == "since 2016-06~"


def test_parties_of_one_side_may_stand_apart(offer, talks, said):
    answers = [
        said("n1", "y1", "p1", Stance.PROPOSED),
        said("n2", "y2", "p1.a1", Stance.ACCEPTED),
        said("n3", "y3", "p1.a1", Stance.REJECTED),
    ]
    found = open_articles(talks([offer], answers))

    assert found["p1.a1"].outcome is Outcome.SPLIT
    assert found["p1.a1"].split == ("Opposition",)
    assert [str(one) for one in found.apart] == [
        "p1.a1: of Opposition, Brigade is against it; Council: for it"
    ]


def test_a_party_outside_of_an_agreement_may_stand_apart_from_its_side(paper, talks, said, between):
    deal = paper("p1", Ceasefire(), roles=between("y1", "y2"))
    answers = [
        said("n1", "y1", "p1", Stance.ACCEPTED),
        said("n2", "y2", "p1", Stance.ACCEPTED),
        said("n3", "y3", "p1", Stance.REJECTED),
        said("n4", "y5", "p1", Stance.REJECTED),
    ]
    found = open_articles(talks([deal], answers))
    [apart] = found.apart

    assert len(found) == 0
    assert (apart.party, apart.stand, apart.counted) == ("Brigade", Stand.AGAINST, False)


def test_positions_whose_order_is_not_known_are_no_camp_of_their_own(offer, talks, said):
    answers = [
        said("n1", "y1", "p1", Stance.PROPOSED),
        said("n2", "y2", "p1.a1", Stance.ACCEPTED),
        said("n3", "y2", "p1.a1", Stance.REJECTED),
    ]
    article = open_articles(talks([offer], answers))["p1.a1"]

    assert camps(article)[Stand.UNCLEAR] == ["Opposition (Council)"]
    assert article.since.date is None


def test_the_words_are_those_of_the_article_or_those_it_is_quoted_by(talks):
    quoted = Quote(document="d1", start=0, end=7, quote="a truce")
    cited = Citation(document="d1", locator="item 2")
    field = Quote(document="d1", start=9, end=15, quote="Monday")
    evidence = [Evidence(field="sequence", ground=field), Evidence(ground=quoted)]
    accounts = [
        [Account(term=Ceasefire(), evidence=evidence)],
        [Account(term=Ceasefire(), wording=Wording.VERBATIM, text="Fire ceases.")],
        [Account(term=Ceasefire(), evidence=[Evidence(field="scope", ground=cited)])],
    ]
    articles = [Article(id=f"a{n}", accounts=one) for n, one in enumerate(accounts, 1)]
    quotes, own, place = open_articles(talks([Proposal(id="p1", articles=articles)]))

    assert quotes.words == (quoted,)
    assert own.texts == ("Fire ceases.",)
    assert (place.words, place.grounds) == ((), (cited,))
    assert 'over the words: "a truce"' in str(quotes)
    assert 'over the words: "Fire ceases."' in str(own)


def test_accounts_that_differ_are_named_with_the_fields(talks, paper):
    heavy, light = (WeaponsHandover(weapons=[one]) for one in (Weapon.HEAVY, Weapon.LIGHT))
    [article] = open_articles(talks([paper("p1", (heavy, light))]))

    assert article.differences == ("weapons",)
    assert "accounts differ on: weapons" in str(article)


def test_common_ground_needs_two_sides_of_which_nobody_is_elsewhere(offer, talks, said):
    answers = [
        said("n1", "y1", "p1", Stance.PROPOSED),
        said("n2", "y2", "p1.a1", Stance.ACCEPTED),
        said("n3", "y3", "p1.a2", Stance.REJECTED),
        said("n4", "y2", "p1.a2", Stance.ACCEPTED),
        said("n5", "y4", "p1.a1", Stance.REJECTED),
    ]
    found = open_articles(talks([offer], answers))
    [shared] = found.common

    assert str(shared.ref) == "p1.a1"
    assert (shared.sides, shared.others) == (("State", "Opposition"), ("Rebels",))
    assert not shared.of_all
    assert found.common_to("Opposition", "State") == (shared,)
    assert found.common_to("Rebels", "State") == ()


def test_what_all_accept_is_common_ground_and_not_open(paper, talks, said, between):
    deal = paper("p1", Ceasefire(), roles=between("y1", "y2", "y4"))
    answers = [said(f"n{n}", f"y{n}", "p1", Stance.ACCEPTED) for n in (1, 2, 4)]
    found = open_articles(talks([deal], answers))

    assert len(found) == 0
    assert found.common[0].of_all
    assert "Common ground:" in str(found)


def test_a_principal_side_that_has_no_part_is_not_with_the_others(paper, talks, said, between):
    deal = paper("p1", Ceasefire(), roles=between("y1", "y2"))
    answers = [said(f"n{n}", f"y{n}", "p1", Stance.ACCEPTED) for n in (1, 2)]
    [shared] = open_articles(talks([deal], answers)).common

    assert shared.others == ("Rebels",)


def test_what_a_source_calls_tentative_is_open_by_its_word(paper, talks, between):
    deal = paper(
        "p1", Ceasefire(), roles=between("y1", "y2"), status=Status.TENTATIVE, date=Date("2017")
    )
    [article] = open_articles(talks([deal]))

    assert camps(article) == {Stand.BY_STATUS: ["State", "Opposition"]}
    assert str(article.since) == "since 2017"


def test_the_most_contested_come_first_and_a_day_can_be_given(offer, talks, said):
    answers = [
        said("n1", "y1", "p1", Stance.PROPOSED, "2016"),
        said("n2", "y2", "p1.a2", Stance.REJECTED, "2017-03"),
    ]
    case = talks([offer], answers)

    assert [str(one.ref) for one in open_articles(case)] == ["p1.a2", "p1.a1"]
    assert {one.outcome for one in open_articles(case, Date("2016"))} == {Outcome.NO_RESPONSE}


def test_an_article_is_found_by_its_reference_or_named_as_missing(offer, talks):
    found = open_articles(talks([offer]))

    assert len(found) == 2
    with pytest.raises(KeyError, match="no open article 'p9"):
        found["p9.a1"]


def test_pressure_that_answers_an_article_or_its_proposal_stands_beside_it(offer, talks):
    pressure, relief = MeasureKind.PRESSURE, MeasureKind.RELIEF
    measures = [
        Measure(id="m1", kind=pressure, label="roads closed", answers=parse_ref("p1.a1")),
        Measure(id="m2", kind=pressure, label="a blockade", answers=parse_ref("p1")),
        Measure(id="m3", kind=relief, label="roads opened", answers=parse_ref("p1.a1")),
        Measure(id="m4", kind=pressure, label="shelling"),
    ]
    first, second = open_articles(talks([offer], measures=measures))

    assert [one.id for one in first.pressure] == ["m1", "m2"]
    assert [one.id for one in second.pressure] == ["m2"]
    assert "beside it, pressure: roads closed" in str(first)
