"""Interviews: who answers, what a question asks for, and what its answer gives."""

from __future__ import annotations

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

INTERVIEW = """\
"We came with two bags"

Hana Moro led the delegation of the rebels at the talks in Arda.

Q: What did the government offer?
A: Two things. Forty prisoners would be released. The army would leave the school.

Q: And your answer?
A: On the prisoners we said yes. We do not accept the army in the valley.

Q: What did you ask for?
A: A truce of ten days.

Q: Did you like the food?
A: No.
"""


def stances(text: str) -> list[tuple[str, str, str, str]]:
    coding = to_coding(parse(text))
    return [(s["side"], s["target"], s["stance"], s["said_by"]) for s in coding["stances"]]


def test_what_a_question_asks_for_is_told_in_the_answer():
    coding = to_coding(parse(INTERVIEW))
    first, second = coding["proposals"]

    assert [t["kind"] for t in first["terms"]] == ["detainee_release", "troop_redeployment"]
    assert [t["kind"] for t in second["terms"]] == ["ceasefire"]


def test_who_is_presented_at_the_beginning_answers_for_a_party():
    found = stances(INTERVIEW)

    assert ("state", "P1", "proposed", "Hana Moro") in found
    assert ("opposition", "P1/T1", "accepted", "Hana Moro") in found
    assert ("opposition", "P2", "demanded", "Hana Moro") in found


def test_small_talk_is_no_answer_to_a_proposal():
    assert not [one for one in stances(INTERVIEW) if one[2] == "rejected" and one[1] == "P2"]
