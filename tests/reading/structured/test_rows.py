"""Tables of minutes and matrices of positions: the matter of a row and what each party says to it."""

from __future__ import annotations

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

MINUTES = """\
MINUTES
Second meeting on the valley of Birzal

| No. | Item | Proposed by | Government | Highland Command |
|-----|------|-------------|------------|------------------|
| 1 | All shelling stops for ten days | Chair | Yes | Yes |
| 2 | Forty prisoners are released | Highland Command | Only if the road is opened | (own item) |
| 3 | The army leaves the school | Highland Command | Out of the question | - |
| 4 | A joint committee inspects the well | Government | | Will reply on Monday |
"""

MATRIX = """\
PROPOSALS OF THE PARTIES

Issue        Government                        Front
Prisoners    Two hundred prisoners are freed   Agreed
Road         Under study                       The road to the coast is opened
"""


def stances(text: str) -> list[tuple[str, str, str]]:
    coding = to_coding(parse(text))
    return [(s["side"], s["target"], s["stance"]) for s in coding["stances"]]


def test_a_row_of_minutes_has_a_proposer_and_an_answer_of_each_party():
    found = stances(MINUTES)

    assert ("mediator", "P1", "proposed") in found
    assert ("state", "P1", "accepted") in found
    assert ("opposition", "P1", "accepted") in found


def test_the_condition_in_a_cell_is_a_demand_of_its_own():
    found = stances(MINUTES)

    assert ("opposition", "P2", "proposed") in found
    assert ("state", "P2", "conditional") in found
    assert ("state", "P3", "demanded") in found


def test_a_dash_and_an_empty_cell_answer_nothing():
    found = stances(MINUTES)

    assert [one for one in found if one[1] == "P4"] == [
        ("opposition", "P4", "proposed"),
        ("state", "P4", "rejected"),
    ]
    assert [one for one in found if one[1] == "P5"] == [
        ("state", "P5", "proposed"),
        ("opposition", "P5", "deferred"),
    ]


def test_in_a_matrix_a_party_answers_the_position_of_the_other():
    found = stances(MATRIX)

    assert ("opposition", "P1", "accepted") in found or ("opposition", "P1/T1", "accepted") in found
    assert any(one[0] == "state" and one[2] == "deferred" for one in found)


def test_the_terms_of_a_table_are_its_matters():
    coding = to_coding(parse(MINUTES))
    kinds = [t["kind"] for p in coding["proposals"] for t in p["terms"]]

    assert kinds == [
        "ceasefire",
        "detainee_release",
        "movement_access",
        "troop_redeployment",
        "joint_committee",
    ]


def test_a_table_of_figures_has_no_matters():
    text = (
        "Prices at the market\n\nGoods | January | March\nFlour | 12 | 14\nRice | 20 | 22\n"
        "Yes | 1 | 2\n"
    )

    assert not to_coding(parse(text))["proposals"]
