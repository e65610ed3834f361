"""What a reader of the bundled case has to see at once, by the verbs of the front door."""

import pytest

from qalamoun_terms.cases import load_case
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.model.proposals import ArticleRef


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
