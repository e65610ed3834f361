"""What a reader of the bundled case has to see at once, by the verbs of the front door."""

import pytest

from qalamoun_terms.cases import load_case
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.concessions import concessions
from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.proposals import ArticleRef
from qalamoun_terms.reports.pages import page_of_case


@pytest.fixture(scope="module")
def case():
    return load_case("eastern-qalamoun")


@pytest.fixture(scope="module")
def table(case):
    return positions(case)


def rows_of(table, name):
    return [row for row in table.rows if row.proposal.name == name]


def test_redeployment_along_the_gas_line_is_the_one_dispute(table):
    [row] = table.disputed

    assert row.proposal.name == "delegation-articles-2017"
    assert row.kind == "troop_redeployment"
    assert row.outcome.label == "disputed (reported)"


def test_the_dispute_is_explained_down_to_the_words(table):
    [row] = table.disputed
    told = row.outcome.explain()

    assert "the opposition rejected one of the articles" in told
    assert "the regime insists on the deployment of troops on the line" in told
    assert "initial approval to all the articles" in told


def test_the_opposition_has_both_its_approval_and_its_rejection_in_the_cell(case, table):
    [row] = table.disputed
    opposition = next(one.id for one in case.parties if one.name == "opposition")
    cell = row.party(opposition)

    assert [one.stance.value for one in cell.earlier] == ["provisional"]
    assert [one.stance.value for one in cell.standing] == ["rejected"]


def test_the_paper_of_2016_has_no_response_on_record(table):
    rows = rows_of(table, "initiative-2016")

    assert [row.outcome.label for row in rows] == ["no response on record"] * 5
    assert {row.outcome.silent for row in rows} == {("Opposition",)}


def test_what_the_direct_contact_agreed_is_one_sides_anonymous_claim(table):
    rows = rows_of(table, "direct-contact-2017")

    assert [row.outcome.label for row in rows] == ["agreed (claimed by one side, anonymous)"] * 3


def test_the_trial_is_agreed_in_principle_by_its_status_alone(table):
    rows = rows_of(table, "trial-agreement-2017")

    assert {row.outcome.label for row in rows} == {
        "agreed in principle (reported; by the status of the proposal)"
    }


def test_the_agreement_of_2018_is_between_the_factions_and_russia(table):
    rows = rows_of(table, "agreement-2018")

    assert {(row.outcome.outcome.value, row.outcome.grade.value) for row in rows} == {
        ("agreed", "reported")
    }
    assert all("no answer of State on record" in row.outcome.label for row in rows)
    assert {tuple(pole.label for pole in row.outcome.poles) for row in rows} == {
        ("Opposition", "Russia")
    }
    assert [row.kind for row in rows if row.outcome.flags] == ["weapons_handover"]


def test_the_refusing_faction_changes_no_outcome_and_is_shown(case, table):
    faction = next(one.id for one in case.parties if one.name == "Jaysh Tahrir al-Sham")
    leaving = next(row for row in rows_of(table, "agreement-2018") if row.kind == "armed_exit")

    assert leaving.party(faction).words.startswith("accepted")
    assert [one.stance.value for one in leaving.party(faction).earlier] == ["rejected"]


@pytest.mark.parametrize(
    "movement",
    [
        "service grace: extension up to 12 months added (lighter for those liable to service)",
        "protection: forces Third Division -> Russian military police",
    ],
)
def test_the_movements_from_2016_to_2018_are_told(case, movement):
    change = compare(case["initiative-2016"], case["agreement-2018"])

    assert movement in [str(one) for one in change.movements]


def test_leavers_keep_fewer_weapons_in_2018(case):
    change = compare(case["initiative-2016"], case["agreement-2018"])
    told = [str(one) for one in change.movements]

    assert [one for one in told if "light, medium -> light (heavier for those who leave)" in one]


def test_each_item_of_2016_but_one_has_its_match_in_2018(case):
    change = compare(case["initiative-2016"], case["agreement-2018"])
    pairs = {(*link.old, *link.new) for link in change.links if link.old and link.new}
    kinds = {case.resolve(ArticleRef(case["agreement-2018"].id, new)).kind for _, new in pairs}

    assert {old for old, _ in pairs} == {"a1", "a2", "a4", "a5"}
    assert kinds == {"armed_exit", "status_settlement", "service_grace", "protection_guarantee"}


def way(case, kind):
    """What the page tells of a kind, from the first proposal to the last: the date and the words."""
    group = next(one for one in page_of_case(case).moves if one.kind == kind)
    return [" / ".join(one.words for one in stop.says) or "not reported" for stop in group.way]


def test_the_page_tells_each_kind_from_2016_to_2018_as_the_record_has_it(case):
    assert way(case, "service grace") == [
        "for 6 months",
        "for draft evaders and reservists, for 6 months, extendable up to 12 months",
    ]
    assert way(case, "ceasefire") == [
        "not reported",
        "calming: of all aspects of tension",
        "for 2 months, extendable",
        "immediately",
    ]
    first, last = way(case, "protection")
    assert "by Third Division, in Jerod" in first
    assert "by Russian military police, against entry of the army" in last
    first, last = way(case, "armed exit")
    assert "carrying light and medium weapons" in first
    assert "carrying individual weapons" in last


def test_the_duration_of_the_truce_is_not_reported_in_2018_and_never_dropped(case):
    group = next(one for one in page_of_case(case).moves if one.kind == "ceasefire")
    told = [one.words for one in group.steps[-1].silent]

    assert "duration 2 months, not reported in the new text" in told
    assert group.steps[-1].changed == ()


def test_the_two_months_of_the_trial_were_over_in_the_fourth(case):
    truce = next(row for row in rows_of(positions(case, Date("2017-11")), "trial-agreement-2017"))

    assert truce.expired
    assert str(truce.clocks[0]).startswith("2 months from 2017-07-16: expired on 2017-09-16")
    assert not positions(case, Date("2017-08")).expired


def test_the_dispute_is_open_between_state_and_opposition_over_the_quoted_words(case):
    dispute = next(iter(open_articles(case)))

    assert [str(camp) for camp in dispute.camps] == [
        "for it: State (Syrian government, government delegation)",
        "against it: Opposition (opposition)",
    ]
    assert not dispute.since.exact
    assert [one.label.partition(":")[0] for one in dispute.pressure] == [
        "all roads closed, with the barriers around Rahiba and Jerod",
        "humanitarian blockade",
    ]
    assert "the redeployment of the forces" in dispute.words[0].quote


def test_one_faction_stands_apart_from_its_side_on_all_but_the_exit(case):
    apart = open_articles(case).apart

    assert {one.party for one in apart} == {"Jaysh Tahrir al-Sham"}
    assert len(apart) == 8
    assert not any(one.counted for one in apart)


def test_no_acceptance_of_the_state_is_made_of_the_agreement_of_2018(case):
    shared = [one for one in open_articles(case).common if "agreement-2018" in str(one.ref)]

    assert {one.others for one in shared} == {("State",)}


def test_the_breach_that_the_factions_allege_stays_their_word(case):
    [duty] = implementation(case).alleged
    [report] = duty.alleged

    assert (report.of, report.by) == ("Syrian government", "factions of Eastern Qalamoun")
    assert report.alleged


def test_nothing_in_the_record_is_a_concession(case):
    assert concessions(case) == ()
