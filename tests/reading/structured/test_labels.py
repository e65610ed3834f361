"""Texts with structure: who a label stands for, which clause an answer is about, who makes a pact."""

from __future__ import annotations

import pytest

from qalamoun_terms import parse, to_coding
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.structured.replies import read_reply
from qalamoun_terms.reading.text.tokens import tokenize

OPENING = (
    "Minutes of the joint commission, 3 May 2014\n\nThe parties took up the ceasefire text.\n\n"
)
CLAUSES = (
    "The rebels hand over their mortars within a week.",
    "The army leaves the school.",
)


def _answers(text: str) -> set[tuple[str, str, str]]:
    """Who answers what: the side, the stance and the words of the term, "" for a whole package."""
    coding = to_coding(parse(text))
    words = {
        f"{proposal['id']}/{term['id']}": text[slice(*term["span"])]
        for proposal in coding["proposals"]
        for term in proposal["terms"]
    }
    alone = {
        proposal["id"]: text[slice(*proposal["terms"][0]["span"])]
        for proposal in coding["proposals"]
        if len(proposal["terms"]) == 1
    }
    return {
        (s["side"], s["stance"], (words | alone).get(s["target"], "")[:9])
        for s in coding["stances"]
    }


def _minutes(first: str, second: str) -> str:
    return f"{OPENING}1. {CLAUSES[0]}\n{first}\n\n2. {CLAUSES[1]}\n{second}\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Government: agreed\nRebels: cannot be accepted", "Government: no\nRebels: agreed"),
        ("Government – agreed\nRebels – no", "Government – no\nRebels – agreed"),
        ("[Government: agreed. Rebels: no.]", "[Government: no. Rebels: agreed.]"),
        ("Government: agreed; rebels: no.", "Government: no; rebels: agreed."),
        ("Reactions: Government yes; rebels no.", "Reactions: Government no; rebels yes."),
        ("Accepted: Government. Refused: rebels.", "Refused: Government. Accepted: rebels."),
        ("\nGOVERNMENT\nAgreed.\n\nREBELS\nNo.\n", "\nGOVERNMENT\nNo.\n\nREBELS\nAgreed.\n"),
    ],
)
def test_answers_below_a_clause_are_about_that_clause(first: str, second: str) -> None:
    assert {
        ("state", "accepted", "The rebel"),
        ("opposition", "rejected", "The rebel"),
        ("state", "rejected", "The army "),
        ("opposition", "accepted", "The army "),
    } <= _answers(_minutes(first, second))


@pytest.mark.parametrize(
    "clause",
    [
        "The army leaves the school [Government: no; rebels: yes].",
        "The army leaves the school (Government: no. Rebels: yes.).",
    ],
)
def test_answers_within_a_clause_are_about_it(clause: str) -> None:
    found = _answers(f"{OPENING}1. {CLAUSES[0]}\n2. {clause}\n")
    assert ("opposition", "accepted", "The army ") in found


@pytest.mark.parametrize(
    "mark", ["Para 1.", "Para. 1", "Art. 1.", "Article 1.", "Clause 1.", "Point 1."]
)
def test_a_clause_is_known_by_its_abbreviated_mark(mark: str) -> None:
    text = (
        "DRAFT PROTOCOL, drawn up by the mediator\n\n"
        f"{mark} {CLAUSES[0]}\n   Army: agreed.\n   Rebels: under study.\n\n"
        f"{mark.replace('1', '2')} {CLAUSES[1]}\n   Army: no.\n   Rebels: agreed.\n"
    )
    assert {
        ("state", "accepted", "The rebel"),
        ("opposition", "deferred", "The rebel"),
    } <= _answers(text)


@pytest.mark.parametrize(
    ("legend", "labels", "side"),
    [
        ("KD = Kovar delegation, TD = Tamir delegation", ("KD", "TD"), "state"),
        ("RF = Ridge Front; GS = Government of Sarland", ("GS", "RF"), "opposition"),
        ("FS = Government of Sarland, HD = Hill delegation", ("FS", "HD"), "opposition"),
    ],
)
def test_a_legend_says_whom_labels_stand_for(
    legend: str, labels: tuple[str, str], side: str
) -> None:
    text = (
        f"DRAFT, drawn up by the mediator. Notes: {legend}.\n\n"
        f"1. {CLAUSES[0]}\n{labels[0]}: ok\n{labels[1]}: cannot be accepted\n\n"
        f"2. {CLAUSES[1]}\n{labels[0]}: under study\n{labels[1]}: same\n"
    )
    assert {
        ("state", "accepted", "The rebel"),
        (side, "rejected", "The rebel"),
        (side, "deferred", "The army "),
    } <= _answers(text)


@pytest.mark.parametrize(
    ("present", "name"),
    [
        ("Attending: Governor Adan; Sheikh Roble, for the rebels of the hill.", "SHEIKH ROBLE"),
        ("For the State: Governor Adan. For the rebels: their spokesman, Roble.", "ROBLE"),
        ("Present: Governor Adan (government); Mr Hani Roble (rebels).", "MR ROBLE"),
    ],
)
def test_who_is_present_tells_on_whose_side_a_speaker_is(present: str, name: str) -> None:
    text = (
        f"Minutes of the ceasefire talks\n\n{present}\n\n"
        f"GOVERNOR ADAN: {CLAUSES[0]}\n\n{name}: Out of the question.\n\n"
        f"GOVERNOR ADAN: The prisoners are exchanged on Monday.\n\n{name}: Agreed.\n"
    )
    assert {
        ("opposition", "rejected", "The rebel"),
        ("opposition", "accepted", "The priso"),
    } <= _answers(text)


def test_a_list_of_those_present_puts_nothing_forward() -> None:
    text = (
        "Minutes of the ceasefire talks\n\nFor the State: Sub-prefect Adan. "
        f"For the rebels: their spokesman, Roble.\n\nADAN: {CLAUSES[0]}\n\nROBLE: No.\n\n"
        f"ADAN: {CLAUSES[1]}\n\nROBLE: Yes.\n"
    )
    terms = [t["span"] for p in to_coding(parse(text))["proposals"] for t in p["terms"]]
    assert all(start > text.index("ADAN:") for start, _ in terms)


PACT = "1. Fire ceases on 3 May.\n2. The Front hands over its mortars.\n3. The army leaves the school.\n"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("ACCORD\n\nbetween the State of Sarland and the Ridge Front", ""),
        ("ACCORD\n\nbetween the State of Sarland, represented by A, and the Ridge wing", ""),
        ("ACCORD OF BER", "For the Government: A. Adan\nFor the Ridge Front: B. Roble"),
        ("ACCORD OF BER", "Signed by A. Adan for the Government, and for the Front by B. Roble."),
        ("ACCORD OF BER", "Signatures: the mayor of Ber; the commander of the Front."),
        ("ACCORD OF BER\n\nParties: the Government of Sarland; the Ridge Front.", ""),
    ],
)
def test_the_parties_to_a_pact_accept_it(above: str, below: str) -> None:
    coding = to_coding(parse(f"{above}\n\n{PACT}\n{below}\n"))
    agreed = next(p for p in coding["proposals"] if len(p["terms"]) == 3)
    assert agreed["proposer_side"] == "joint"
    assert sorted(
        (s["side"], s["stance"]) for s in coding["stances"] if s["target"] == agreed["id"]
    ) == [("opposition", "accepted"), ("state", "accepted")]


def test_two_clans_that_make_a_pact_are_both_challengers() -> None:
    text = f"PACT\n\nbetween the clan of the Aru and the clan of the Beno\n\n{PACT}"
    sides = [s["side"] for s in to_coding(parse(text))["stances"] if s["stance"] == "accepted"]
    assert sides == ["opposition", "opposition"]


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Cannot be accepted.", "rejected"),
        ("Noted, under study in the capital.", "deferred"),
        ("To be taken up by the ministers.", "deferred"),
        ("We keep ten.", "insisted"),
        ("We can accept that.", "accepted"),
        ("Good, but then the army leaves the fields, too.", "conditional"),
        ("Yes, but two hours and not four.", "conditional"),
        ("Silent so far.", "deferred"),
        ("Likewise.", "same"),
        ("Delete this paragraph.", "rejected"),
    ],
)
def test_short_answers_in_the_words_of_minutes(answer: str, stance: str) -> None:
    tokens = tokenize(answer)
    reply = read_reply(tokens, 0, len(tokens), load("en"))
    assert reply is not None
    assert reply.stance == stance


@pytest.mark.parametrize("words", ["Good roads are needed.", "The road is clear of mines."])
def test_words_that_only_look_like_an_answer_are_none(words: str) -> None:
    tokens = tokenize(words)
    assert read_reply(tokens, 0, len(tokens), load("en")) is None


def test_roman_numbers_name_clauses() -> None:
    text = (
        "GROUND RULES\n\nThe government proposed to the rebels:\n\n"
        f"i. {CLAUSES[0]}\nii. {CLAUSES[1]}\niii. The prisoners are exchanged.\n\n"
        "The rebels accepted points i to ii and rejected point iii.\n"
    )
    assert {
        ("opposition", "accepted", "The rebel"),
        ("opposition", "accepted", "The army "),
        ("opposition", "rejected", "The priso"),
    } <= _answers(text)
