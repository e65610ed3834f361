"""Who does what, and who says so, in plain sentences of reports."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt

LEAD = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal, "
    "with a mediator and proposals from both sides.\n\n"
)


def stances(sentence: str) -> list[tuple[str, str]]:
    """The side and the stance of all that is read in a sentence after a lead."""
    coding = qt.to_coding(qt.parse(LEAD + sentence, published="2020-01-01"))
    found = coding["stances"]
    assert isinstance(found, list)
    return sorted((stance["side"], stance["stance"]) for stance in found)


def sources(sentence: str) -> set[str]:
    """Who is said to say so, of all that is read in a sentence after a lead."""
    coding = qt.to_coding(qt.parse(LEAD + sentence, published="2020-01-01"))
    found = coding["stances"]
    assert isinstance(found, list)
    return {stance["said_by"] for stance in found}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The Southern Front faction active in the north has signed the agreement.", "opposition"),
        ("Rebel fighters holding the west of the city have rejected the deal.", "opposition"),
        ("The faction that holds most of the old city refused to sign the deal.", "opposition"),
        ("Some of the rebel groups active along the border rejected the deal.", "opposition"),
        ("The government of President Maro, in office since 2009, has rejected the deal.", "state"),
        ("Fighters loyal to General Haro, who rules the east, rejected the deal.", "opposition"),
        ("The army (and the militias allied with it) has rejected the deal.", "state"),
    ],
)
def test_a_subject_is_found_across_what_tells_more_of_it(sentence: str, side: str) -> None:
    assert {one for one, _ in stances(sentence)} == {side}


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels who have been fighting to topple the regime have rejected the deal.",
        "Insurgents fighting to overthrow the government rejected the deal.",
        "The militants battling government forces have rejected the deal.",
        "The faction which met the army commander has rejected the deal.",
    ],
)
def test_the_object_of_a_modifier_is_no_subject(sentence: str) -> None:
    assert stances(sentence) == [("opposition", "rejected")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The deal was rejected by the government, the rebels said on Sunday.",
        "The deal was rejected by the government, as the two sides look to talks.",
        "The deal was rejected by the government and the rebels said so.",
    ],
)
def test_who_merely_follows_an_agent_is_none(sentence: str) -> None:
    assert stances(sentence) == [("state", "rejected")]


def test_a_row_of_agents_is_read_to_its_end() -> None:
    found = stances("The deal was rejected by the army, the rebels and the Free Hills Front.")
    assert {side for side, _ in found} == {"opposition", "state"}


@pytest.mark.parametrize(
    ("sentence", "said_by"),
    [
        ("The army has rejected the deal, the rebels said in a statement on Sunday.", "rebels"),
        ("The army has rejected the deal, a diplomat told Radio Hills on Sunday.", "anonymous"),
        ("The army has rejected the deal, said the rebels.", "rebels"),
        ("Rebels in the hills said the army had rejected the deal.", "Rebels"),
        ("A source close to the army said the rebels had rejected the deal.", "anonymous"),
        ("The army rejected the deal and said it was ready for war.", "reporter"),
    ],
)
def test_a_source_is_who_is_said_to_say_so(sentence: str, said_by: str) -> None:
    assert sources(sentence) == {said_by}


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The government (which lost the north) and the rebels signed the deal.", "os"),
        ("The Islamic Alliance (IA) and the government rejected the deal.", "os"),
        ("Government and rebel negotiators rejected the deal.", "os"),
        ("The military rejected the deal.", "s"),
        ("The president of the Karo Forum for Dialogue (KFD) spoke. KFD rejected the deal.", "o"),
        ("The Front for Change and Concord (FCC) met. The FCC rejected the deal.", "o"),
        ("Syria's opposition rejected the deal.", "o"),
        ("The Hills Army rejected the deal.", "o"),
        ("The Sarland Army rejected the deal, the Sarland government said.", "s"),
        ("Brig. Gen. Tolo Maraki rejected the deal.", "s"),
        ("An adviser to the rebel leadership rejected the deal.", "o"),
        ("The mediator spoke. The army, which said on Sunday it had rejected the deal, left.", "s"),
        ("Prominent figures in the town rejected the deal.", "c"),
    ],
)
def test_sides_are_told_by_the_words_of_a_name(sentence: str, sides: str) -> None:
    assert sorted({side[0] for side, _ in stances(sentence)}) == list(sides)


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The committee, formed by elders and notables, rejected the deal.", "civilian"),
        ("The city's council, made up of rebel brigades, rejected the deal.", "opposition"),
        ("The self-styled Hills People's Council rejected the deal.", "opposition"),
        (
            "The elders, who mediated between the rebels and the army, rejected the deal.",
            "mediator",
        ),
        ("The rebels met on Monday. Then the group rejected the deal.", "opposition"),
        ("The army spoke to the rebels. The latter rejected the deal.", "opposition"),
        ("The army spoke to the rebels. The former rejected the deal.", "state"),
    ],
)
def test_a_body_is_on_the_side_of_whom_it_stands_for(sentence: str, side: str) -> None:
    assert stances(sentence) == [(side, "rejected")]


def test_neither_and_nor_join_two_subjects() -> None:
    found = stances("Neither the government nor the rebels accepted the deal.")
    assert found == [("opposition", "rejected"), ("state", "rejected")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army denied that its troops had violated the truce.",
        "The rebels denied violating the truce.",
        "The rebels denied accusations that they had broken the ceasefire.",
    ],
)
def test_who_denies_a_breach_is_not_said_to_have_broken_anything(sentence: str) -> None:
    assert stances(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "said_by"),
    [
        ('Rebel leader Sano Bekri spoke. "We reject the deal," he told reporters.', "Sano Bekri"),
        ("State television quoted the president as saying the rebels rejected it.", "president"),
    ],
)
def test_a_speaker_is_found_by_pronouns_and_through_who_quotes(sentence: str, said_by: str) -> None:
    assert sources("The rebels and the army signed the deal.\n\n" + sentence) >= {said_by}


def test_it_in_said_it_accepts_is_who_says_so_and_no_object() -> None:
    assert stances("The army said it accepted the deal.") == [("state", "accepted")]


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The army attacked the rebels and rejected the deal.", "state"),
        ("The army said the rebels attacked the town and rejected the deal.", "opposition"),
        ("Most of the rebels in the hills, he went on, rejected the deal.", "opposition"),
        ("Turkey rejected the deal.", "other"),
        ("The deal was brokered by Turkey. Turkey rejected a change to the deal.", "mediator"),
    ],
)
def test_a_subject_may_have_several_verbs(sentence: str, side: str) -> None:
    assert side in {one for one, _ in stances(sentence)}


def test_a_country_that_breaks_a_truce_is_no_mediator() -> None:
    assert stances("Russian and regime forces soon violated the truce.") == [
        ("state", "violated"),
        ("state", "violated"),
    ]


@pytest.mark.parametrize(
    ("sentence", "said_by"),
    [
        ("HILLTOWN: The army has rejected the deal.", "reporter"),
        ("The army rejected the deal, two people familiar with the talks said.", "anonymous"),
        ("The army rejected the deal, local sources told our correspondent.", "anonymous"),
        ("The army rejected the deal, the rebels said after the meeting ended.", "rebels"),
        ("The news agency Sana on Saturday reported the army had rejected the deal.", "Sana"),
        ("A military source quoted by the agency on Sunday denied the deal.", "anonymous"),
        ("The rebels insist that the army leave the town under the deal.", "reporter"),
    ],
)
def test_the_words_around_a_verb_of_saying_tell_the_source(sentence: str, said_by: str) -> None:
    assert sources(sentence) == {said_by}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        (
            "The self-proclaimed president of the region, Igor Tolan, rejected the deal.",
            "opposition",
        ),
        ("The rebel-appointed governor of the province rejected the deal.", "opposition"),
        ("The state-appointed governor of the province rejected the deal.", "state"),
        ("The opposition's main political body in exile rejected the deal.", "opposition"),
        (
            "A spokesman for the eastern-based Hill Tigers, now at war, rejected the deal.",
            "opposition",
        ),
        ('"We reject the deal," said Colonel Sami, a rebel commander.', "opposition"),
    ],
)
def test_words_before_and_after_a_title_tell_its_side(sentence: str, side: str) -> None:
    assert stances(sentence) == [(side, "rejected")]


def test_a_clause_with_the_month_of_may_in_it_is_no_clause_with_a_verb() -> None:
    found = stances("The army, which has held the town since May, and the elders signed the deal.")
    assert {side for side, _ in found} == {"civilian", "state"}


def test_they_in_a_quotation_are_the_other_side_of_the_war() -> None:
    sentence = '"They have violated the truce," said Colonel Sami, a rebel commander.'
    assert stances(sentence) == [("state", "violated")]


def test_a_condition_after_a_comma_belongs_to_who_agreed() -> None:
    sentence = (
        "The army quoted its chief as saying that the rebels had agreed to the deal, provided that "
        "the siege is lifted."
    )
    assert stances(sentence) == [("opposition", "conditional")]


def test_an_adjective_and_the_name_after_it_are_one_party() -> None:
    found = stances("The army and the rebel Hill Tigers signed the deal.")
    assert found == [("opposition", "accepted"), ("state", "accepted")]


def test_a_country_that_leans_on_both_sides_is_neither() -> None:
    assert {side for side, _ in stances("China urged both sides to stop fighting.")} == {"mediator"}


def test_what_two_subjects_would_do_is_no_answer() -> None:
    sentence = "It holds if the cabinet and the leadership of the Front (HF) in the hills sign it."
    assert stances(sentence) == []
