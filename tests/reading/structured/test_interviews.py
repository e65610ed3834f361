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


def test_the_person_of_the_title_answers_and_a_letter_is_no_speaker():
    text = (
        "Interview with Defence Minister Odera\n\n"
        "Q: The bishop has proposed a truce of ten days with the rebels.\nA: No objection.\n\n"
        "Q: And the release of forty prisoners, which the rebels demand?\nA: Out of the question.\n\n"
        "Q: Is it cold?\nA: Yes.\n"
    )
    found = stances(text)

    assert ("mediator", "P1", "proposed", "reporter") in found
    assert ("state", "P1", "accepted", "Defence Minister Odera") in found


def test_who_is_said_to_have_proposed_has_proposed():
    text = (
        "Talks went on between the army and the rebels. "
        "The army is said to have proposed a truce of ten days."
    )

    assert [one[:3] for one in stances(text)] == [("state", "P1", "proposed")]


PRESS = """\
Press conference of the chief negotiator of the Northern Front, Amara Diallo
Accra, 2 October 2013

REUTERS: Ms Diallo, what is in the paper that the government gave you?

DIALLO: It has two parts. Our men would hand over their mortars. The army would return to Kedra.

AFP: Will you sign it?

DIALLO: The return of the army to Kedra we reject.

RADIO: And the mortars?

DIALLO: Only after our prisoners have been released.
"""


def test_who_is_named_in_the_title_answers_for_a_party_and_not_whoever_is_asked_about():
    found = [one[:3] for one in stances(PRESS)]

    assert ("opposition", "P1/T2", "rejected") in found
    assert ("opposition", "P1/T1", "conditional") in found
    assert not [one for one in found if one[0] == "state" and one[2] != "proposed"]
