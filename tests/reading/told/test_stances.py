"""The many wordings of one answer: nouns, participles, idioms, silence, and what only looks like them."""

from __future__ import annotations

import pytest

from qalamoun_terms import parse, to_coding

LEAD = (
    "The government and the rebels met in the capital for talks on ending the war. The United "
    "Nations envoy presented a proposal to both sides on Monday. It calls for a ceasefire of 60 "
    "days and the release of all prisoners.\n\n"
)

NOUNS = [
    ("The rebels' acceptance of the proposal came on Tuesday.", "accepted"),
    ("The rebels' rejection of the proposal dashed hopes.", "rejected"),
    ("The rebels' refusal to accept the proposal angered the envoy.", "rejected"),
    ("The rebels' answer to the proposal was yes.", "accepted"),
    ("There was no immediate response from the rebels to the proposal.", "deferred"),
    ("The proposal met with a flat no from the rebels.", "rejected"),
    ("The proposal won the backing of the rebels.", "accepted"),
    ("The proposal is unacceptable to the rebels.", "rejected"),
]

PARTICIPLES = [
    ("The rebels walked out, rejecting the proposal.", "rejected"),
    ("The rebels issued a statement accepting the proposal.", "accepted"),
    ("Accepting the proposal, the rebels said they were tired.", "accepted"),
]

IDIOMS = [
    ("The rebels poured scorn on the proposal.", "rejected"),
    ("The rebels gave the proposal the thumbs down.", "rejected"),
    ("The rebels would hear nothing of the proposal.", "rejected"),
    ("The rebels were having none of it.", "rejected"),
    ("The rebels have distanced themselves from the proposal.", "rejected"),
    ("The rebels are opposed to the proposal.", "rejected"),
    ("The rebels swallowed the proposal.", "accepted"),
    ("The rebels had no qualms about the proposal.", "accepted"),
    ("The rebels threw their support behind the proposal.", "accepted"),
    ("The rebels took the offer off the table.", "withdrawn"),
    ("The rebels remain undecided about the proposal.", "deferred"),
    ("The rebels neither accepted nor rejected the proposal.", "deferred"),
    ("The rebels declined to say whether they would accept the proposal.", "deferred"),
    ("The rebels dug in their heels over the release of all prisoners.", "insisted"),
    ("The rebels will not sign the proposal unless the army leaves the city.", "conditional"),
    ("The rebels asked the army to leave the city.", "demanded"),
    ("The rebels gave the army 48 hours to leave the city.", "demanded"),
    ("The rebels wrote to the envoy proposing a prisoner swap.", "proposed"),
]

SPEECH = [
    ('"Not a chance," the rebel leader said when asked about the proposal.', "rejected"),
    ('"We will never accept the proposal," the rebel commander said.', "rejected"),
    ("We have not agreed to any truce, the rebels said.", "rejected"),
    ("The rebels say they will think about it.", "deferred"),
]

UNTURNED = [
    ("The rebels raised no objection to the proposal.", "accepted", "rejected"),
    ("The rebels gave no consent to the proposal.", "rejected", "accepted"),
    ("The rebels have retracted their acceptance of the proposal.", "withdrawn", "accepted"),
    ("None of the rebel factions signed the proposal.", "rejected", "accepted"),
    ("The rebels see no reason to accept the proposal.", "rejected", "accepted"),
    ("The rebels did not oppose the proposal.", "accepted", "rejected"),
]

SILENT = [
    "The envoy is still waiting for the rebels' acceptance of the proposal.",
    "The rebels' rejection of the proposal would end the talks.",
    "A rebel who asked not to be named spoke of the weather.",
    "The soldiers accepted the surrender of forty men.",
    "The rebels closed the door of the school.",
    "The report about the mill is baseless, the rebels said.",
]


def stances(sentence: str) -> list[tuple[str, str]]:
    """Who takes which stance in a sentence that follows an offer."""
    coding = to_coding(parse(LEAD + sentence, published="2020-01-01"))
    told = [s for s in coding["stances"] if s["span"][0] >= len(LEAD)]
    return [(s["side"], s["stance"]) for s in told]


@pytest.mark.parametrize(("sentence", "stance"), [*NOUNS, *PARTICIPLES, *IDIOMS, *SPEECH])
def test_every_wording_of_an_answer_is_read_as_that_answer(sentence, stance):
    assert ("opposition", stance) in stances(sentence)


@pytest.mark.parametrize(("sentence", "stance", "reverse"), UNTURNED)
def test_a_denied_obstacle_or_consent_is_not_read_as_its_reverse(sentence, stance, reverse):
    found = stances(sentence)

    assert ("opposition", reverse) not in found
    assert not found or ("opposition", stance) in found


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_awaited_supposed_or_said_of_other_things_is_no_answer(sentence):
    assert stances(sentence) == []
