"""Sentences after a deal that tell what has come about are no more of its provisions."""

import pytest

import qalamoun_terms as qt

LEAD = (
    "The government and the rebels agreed on Monday on a deal for the two towns.\n\n"
    "Under the deal the rebels will hand over their heavy weapons. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The two towns have been under siege for more than two years.",
        "The quarter has been choked by a siege of government troops.",
        "The country's war has seen several such ceasefires.",
    ],
)
def test_what_has_come_about_is_no_provision(sentence: str) -> None:
    case = qt.parse(LEAD + sentence)
    kinds = [article.term.kind for p in case.proposals for article in p.articles]
    assert kinds == ["weapons_handover"]


def test_a_provision_about_those_who_have_done_something_stays() -> None:
    case = qt.parse(LEAD + "Fighters who have not settled their status leave for the north.")
    kinds = [article.term.kind for p in case.proposals for article in p.articles]
    assert "armed_exit" in kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "The movement's commander rejected the statement of the army that his men had left the hills.",
        "A statement by the rebels, in which the release of prisoners was mentioned, came later.",
    ],
)
def test_a_statement_is_nothing_that_is_put_forward(sentence: str) -> None:
    case = qt.parse(LEAD + sentence)
    assert "proposed" not in [position.stance.value for position in case.positions]


def test_a_joint_statement_may_be_what_was_agreed() -> None:
    case = qt.parse(
        "The government and the rebels signed a joint statement on Monday. "
        "Under the joint statement the rebels will hand over their heavy weapons."
    )
    assert [a.term.kind for p in case.proposals for a in p.articles] == ["weapons_handover"]
