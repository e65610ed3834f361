"""Who acts: unknown parties, subjects parted from their verbs, agents of passives, and "you"."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

TALKS = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal. "
    "The mediator proposed a draft of nine articles on prisoners, roads and a truce.\n\n"
)
ALONE = (
    "The government met its opponents in the capital for a third round of talks on a peace deal. "
    "The mediator proposed a draft of nine articles on prisoners, roads and a truce.\n\n"
)


def answers(text: str) -> set[tuple[str, str]]:
    """The sides of a text with what each of them did, without the mediator's proposal."""
    found = {(one["side"], one["stance"]) for one in to_coding(parse(text))["stances"]}
    return found - {("mediator", "proposed")}


@pytest.mark.parametrize(
    ("sentence", "side", "stance"),
    [
        ("Damascus last week rejected the draft.", "state", "rejected"),
        ("The rebels for their part rejected the draft.", "opposition", "rejected"),
        ("Damascus late on Sunday night accepted the draft.", "state", "accepted"),
        ("Damascus on 3 May accepted the draft.", "state", "accepted"),
        ("Chisinau has so far refused the draft.", "state", "rejected"),
        ("Damascus in January 2020 rejected the draft.", "state", "rejected"),
    ],
)
def test_a_time_between_subject_and_verb_is_passed_over(
    sentence: str, side: str, stance: str
) -> None:
    assert answers(TALKS + sentence) == {(side, stance)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The draft was initialled at Arda by the government and the rebels.",
        "Both panels gave the draft provisional approval.",
        "The minister's delegation and the rebels' had initialled the draft.",
        "The two teams agreed in principle on the draft.",
        "Envoys of the government and of the rebels initialled the draft.",
    ],
)
def test_several_who_act_together_each_answer(sentence: str) -> None:
    assert answers(TALKS + sentence) == {("state", "provisional"), ("opposition", "provisional")}


def test_an_agent_stands_far_from_its_passive() -> None:
    sentence = "The draft was rejected out of hand on Tuesday evening by the rebels."

    assert answers(TALKS + sentence) == {("opposition", "rejected")}


def test_who_signs_on_behalf_of_a_side_is_followed_by_the_next() -> None:
    sentence = (
        "The truce was signed on 2 March by the mayor on behalf of the government and by "
        "Commander Usop."
    )

    assert {("state", "accepted"), ("opposition", "accepted")} <= answers(TALKS + sentence)


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("QMLT fighters guarded the hall.", "opposition"),
        ("The QMLT, a rebel group, sent four men.", "opposition"),
        ("The QMLT, a government body, sent four men.", "state"),
        ("The army keeps an eye on QMLT rebels.", "opposition"),
        ("The talks between the government and the QMLT began in May.", "opposition"),
        ("The delegation of the QMLT came late.", "opposition"),
        ("Ali Hamdan heads the QMLT.", ""),
    ],
)
def test_the_side_of_an_unknown_party_is_told_beside_its_name(told: str, side: str) -> None:
    wanted = {(side, "rejected")} if side else set()

    assert answers(f"{TALKS}{told} The QMLT rejected the draft.") == wanted


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("Nimal Perera, the government's chief negotiator, spoke.", "state"),
        ("The rebels, led by R. Perera, came late.", "opposition"),
        ("The leader of the rebels is Nimal Perera.", "opposition"),
        ("Nimal Perera heads the rebel delegation.", "opposition"),
    ],
)
def test_a_surname_stands_for_the_office_told_before(told: str, side: str) -> None:
    assert answers(f"{TALKS}{told}\n\nThe hall was cold. Perera rejected the draft.") == {
        (side, "rejected")
    }


def test_an_unknown_party_before_a_lone_state_is_its_challenger() -> None:
    assert answers(ALONE + "The QMLT rejected the draft.") == {("opposition", "rejected")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The fighting in Qorma went on. Qorma rejected the draft.",
        "Yesterday rejected the draft.",
    ],
)
def test_a_place_and_a_day_are_no_party(sentence: str) -> None:
    assert answers(ALONE + sentence) == set()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The High National Council rejected the draft.", "opposition"),
        ("The Presidential Leadership Council rejected the draft.", "state"),
        ("The town council rejected the draft.", "civilian"),
        ("The Kurdish-led administration rejected the draft.", "opposition"),
    ],
)
def test_councils_stand_on_the_side_that_their_names_tell(text: str, side: str) -> None:
    assert answers(TALKS + text) == {(side, "rejected")}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Rebels holding the town of Arda have rejected the draft.", "opposition"),
        ("Rebel commanders led by Sheikh Aref have rejected the draft.", "opposition"),
        ("The army received the rebels in Doha and rejected the draft.", "state"),
    ],
)
def test_what_follows_a_subject_leaves_it_the_subject(sentence: str, side: str) -> None:
    assert answers(TALKS + sentence) == {(side, "rejected")}


def test_a_country_that_brokers_is_a_mediator() -> None:
    text = "The talks were brokered by China. China proposed a truce of ten days."
    coding = to_coding(parse(TALKS + text))

    assert {one["side"] for one in coding["stances"] if one["party"] == "China"} == {"mediator"}


def test_you_is_whom_a_letter_addresses() -> None:
    text = (
        "Republic of Arda\nOffice of the Governor\n\nTo the commander of the rebels\n\n"
        "We sent you our draft on the truce in May. Our draft has nine articles on prisoners and "
        "roads. We hear that our talks go on.\n\nYou rejected the draft.\n"
    )

    assert ("opposition", "rejected") in answers(text)


def test_they_is_no_minister() -> None:
    text = (
        "The rebels stayed in the hall with the prime minister. The prime minister rejected the "
        "draft. They accepted the draft."
    )

    assert ("opposition", "accepted") in answers(TALKS + text)


@pytest.mark.parametrize(
    "sentence",
    [
        "In the north of Sri Lanka, the army and the Tamil Tigers signed the draft.",
        "The army and leftist guerrillas signed the draft.",
        "The government and 13 of the 14 armed groups signed the draft in Rome.",
    ],
)
def test_all_of_a_row_act_whatever_describes_them(sentence: str) -> None:
    assert {side for side, _ in answers(TALKS + sentence)} == {"state", "opposition"}


def test_who_stands_beside_those_who_talk_does_not_act() -> None:
    assert answers(TALKS + "Talks with the army and the rebels failed.") == set()


def test_a_deal_is_made_by_those_named_after_its_day() -> None:
    text = TALKS + "A deal was reached in September by the rebels and an army delegation."

    assert answers(text) == {("state", "accepted"), ("opposition", "accepted")}


@pytest.mark.parametrize(
    ("sentence", "side", "stance"),
    [
        (
            "The rebel command called it useful but said it would sign only if the army left.",
            "opposition",
            "conditional",
        ),
        ("The rebels said nine was too little, and rejected it.", "opposition", "rejected"),
    ],
)
def test_who_tells_of_itself_is_meant_by_it(sentence: str, side: str, stance: str) -> None:
    assert (side, stance) in answers(TALKS + sentence)
    assert ("mediator", stance) not in answers(TALKS + sentence)


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The rebels shelled the road on Monday, in breach of the truce.", "opposition"),
        ("The navy closed the port in March, in clear violation of the truce.", "state"),
        ("The convoy was shelled by the army, in violation of the truce.", "state"),
        ("The mediator said the army had shelled the road in breach of the truce.", "state"),
    ],
)
def test_who_breaks_a_deal_is_the_subject_or_agent_of_what_was_done(
    sentence: str, side: str
) -> None:
    assert answers(TALKS + sentence) == {(side, "violated")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The zones were agreed on by the government and the rebels in May.",
        "In the matter of the wells, agreed in 1974 by the government and the rebels, all is done.",
        "The draft, signed by the government and the rebels in 2021, provides for a settlement.",
        "Fighters are to go north under a deal reached on Friday with the government.",
    ],
)
def test_both_parties_of_a_deal_are_found_at_a_distance(sentence: str) -> None:
    assert answers(TALKS + sentence) == {("state", "accepted"), ("opposition", "accepted")}


def test_the_maker_of_a_plan_is_no_agent_of_who_accepts_it() -> None:
    found = answers(TALKS + "The rebels, weary of war, accepted the plan by the mediator.")

    assert found == {("opposition", "accepted")}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The rebels said the army had lied, and refused the draft.", "opposition"),
        ("The rebels said the army must leave and rejected the draft.", "opposition"),
        ("The government said the rebels lied and refused the draft.", "opposition"),
        ("This time it was the government that refused the draft.", "state"),
    ],
)
def test_who_says_something_and_acts_is_told_from_whom_it_speaks_of(
    sentence: str, side: str
) -> None:
    assert answers(TALKS + sentence) == {(side, "rejected")}


@pytest.mark.parametrize(
    ("sentence", "side", "stance"),
    [
        (
            "The rebels' leader has indicated that his side would accept it.",
            "opposition",
            "accepted",
        ),
        ("The minister wrote that his government would not sign the draft.", "state", "rejected"),
        ("The rebels repeated that they would reject the draft.", "opposition", "rejected"),
    ],
)
def test_what_a_speaker_says_its_side_would_do(sentence: str, side: str, stance: str) -> None:
    assert answers(TALKS + sentence) == {(side, stance)}


def test_the_chief_negotiator_of_a_side_is_of_that_side() -> None:
    sentence = "The government's chief peace negotiator, Rodolfo Garay, accepted the draft."

    assert answers(TALKS + sentence) == {("state", "accepted")}


def test_who_only_helps_is_no_party_to_what_is_agreed() -> None:
    helped = "The army and the rebels, with the help of the OSCE and of Turkey, signed the draft."
    opening = (
        "The army and the rebels, with the participation of the OSCE and of Turkey, have agreed"
    )
    pact = f"AGREEMENT\n\n{opening} as follows:\n\n1. The road is opened.\n2. The fire stops.\n"

    for text in (TALKS + helped, pact):
        assert "Turkey" not in {one["party"] for one in to_coding(parse(text))["stances"]}
