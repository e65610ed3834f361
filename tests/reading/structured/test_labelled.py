"""Short answers under a party's name: in transcripts, in notes on a draft, with the matter named."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

TRANSCRIPT = """\
SESSION OF 4 MAY
Talks on the Arda valley

CHAIR: I propose that all shooting stop for ten days.

GOVERNMENT: No objection.

REBELS: We agree, on condition that the army leaves the school.

CHAIR: I propose that forty prisoners be released by Sunday.

GOVERNMENT: Out of the question.

REBELS: Yes.
"""

DRAFT = """\
DRAFT AGREEMENT ON THE ARDA VALLEY
Prepared by the office of the mediator

1. All shelling stops for ten days.
[Government: agreed.]
[Rebels: need to consult.]

2. Forty prisoners are released by Sunday.
[Government: not acceptable.]
Note by the delegation of the rebels: agreed.
"""

LIVE = """\
LIVE: talks on the Arda valley

10:30 The mediator has put forward a plan: a truce of ten days; the release of forty prisoners; the wounded leave the valley.

11:15 Government spokesman: "The truce, yes. The prisoners, only if the road is opened."

12:20 Rebel reply on the prisoners: not acceptable.
"""


def stances(text: str) -> list[tuple[str, str, str, str]]:
    coding = to_coding(parse(text))
    return [(s["side"], s["target"], s["stance"], s["said_by"]) for s in coding["stances"]]


def test_in_a_transcript_each_party_answers_what_was_put_last():
    found = [one[:3] for one in stances(TRANSCRIPT)]

    assert ("state", "P1", "accepted") in found
    assert ("opposition", "P1", "conditional") in found
    assert ("state", "P3", "rejected") in found
    assert ("opposition", "P3", "accepted") in found


def test_the_condition_of_an_answer_is_a_demand_and_not_the_next_matter():
    found = [one[:3] for one in stances(TRANSCRIPT)]

    assert ("opposition", "P2", "demanded") in found


def test_notes_on_a_draft_are_answers_to_the_item_above_by_who_wrote_them():
    assert stances(DRAFT)[1:] == [
        ("state", "P1/T1", "accepted", "Government"),
        ("opposition", "P1/T1", "deferred", "Rebels"),
        ("state", "P1/T2", "rejected", "Government"),
        ("opposition", "P1/T2", "accepted", "delegation of the rebels"),
    ]


def test_an_answer_may_name_its_matter():
    found = [one[:3] for one in stances(LIVE)]

    assert ("state", "P1/T1", "accepted") in found
    assert ("state", "P1/T2", "conditional") in found
    assert ("opposition", "P1/T2", "rejected") in found


@pytest.mark.parametrize(
    "line",
    [
        "Rebels: the road is long.",
        "Rebels: did they agree?",
        "Weather: fine.",
        "The clerk wrote: agreed.",
    ],
)
def test_what_is_no_answer_of_a_party_gives_no_stance(line):
    text = f"SESSION\nTalks\n\nCHAIR: I propose that all shooting stop for ten days.\n\n{line}\n"

    assert [one[:3] for one in stances(text)] == [("mediator", "P1", "proposed")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Granted by Colonel Taha on the telephone.", [("state", "P1", "accepted")]),
        ("No answer from the government.", [("state", "P1", "deferred")]),
        ("Granted by the weather.", []),
    ],
)
def test_who_answers_may_stand_after_the_answer(line, found):
    text = (
        "Talks of the government with the rebels.\n\n"
        f"The rebels asked for the release of forty prisoners. {line}\n"
    )

    assert [one[:3] for one in stances(text)][1:] == found


SUMMARY = """\
CHAIR'S SUMMARY
Talks of the government and the Alliance of rebels on the Arda valley

1. The Chair recalled the three points of the draft of 2 June: a ceasefire of ninety days; \
the withdrawal of both forces from the town of Merowa; and the release of all detainees.

2. Point one. Both delegations accepted it.

3. Point two. The rebels said that they would withdraw only after the police had left the airport.

4. Points one and three were read again. The lamp went out.
"""


def test_a_fragment_that_names_an_item_is_the_matter_of_what_follows():
    found = [one[:3] for one in stances(SUMMARY)]

    assert ("state", "P1/T1", "accepted") in found
    assert ("opposition", "P1/T1", "accepted") in found
    assert ("opposition", "P1/T2", "conditional") in found
    assert not [one for one in found if one[1] == "P1/T3"]


def test_a_row_of_numbers_names_several_items():
    text = SUMMARY + "\nThe government accepts points 1 and 3.\n"
    found = [one[:3] for one in stances(text)]

    assert ("state", "P1/T3", "accepted") in found


def test_a_sentence_inside_an_item_announces_no_list():
    text = (
        "Talks of the government with the rebels.\n\nRequests received\n"
        "(a) The rebels asked for the release of forty prisoners. Granted by Colonel Taha.\n"
        "(b) The mediator proposed that the bell be rung at noon. No answer from the government.\n"
    )
    found = [one[:3] for one in stances(text)]

    assert ("state", "P1", "accepted") in found
    assert ("state", "P2", "deferred") in found


def test_of_a_no_with_a_condition_only_the_condition_is_the_answer():
    text = (
        "SESSION OF 4 MAY\nTalks on the Arda valley\n\n"
        "CHAIR: I propose that all shooting stop for ten days.\n\n"
        "REBELS: No. Not while the army is in the school.\n"
    )
    found = [one[:3] for one in stances(text)]

    assert ("opposition", "P1", "conditional") in found
    assert ("opposition", "P1", "rejected") not in found


def test_who_leads_a_delegation_answers_for_it():
    text = (
        "SUMMARY RECORD\n\nThe government, led by Anil Perera, and the rebels, led by Rosa Anand, "
        "met on the Arda valley.\n\nThe mediator proposed that all shelling stop for ten days. "
        "Perera agreed. Anand refused.\n"
    )
    found = [one[:3] for one in stances(text)]

    assert ("state", "P1", "accepted") in found
    assert ("opposition", "P1", "rejected") in found
