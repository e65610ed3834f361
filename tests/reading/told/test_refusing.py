"""Stances in plain words: refusals of a deed, what somebody holds out for, breaches, conditions."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

TALKS = (
    "The government and the rebels met in the capital for a third round of talks on a peace deal, "
    "with a mediator and proposals from both sides.\n\n"
)


def read(sentence: str) -> tuple[set[tuple[str, str]], list[str]]:
    """Who did what in a sentence after a lead of talks, and the kinds of the terms that it states."""
    coding = to_coding(parse(TALKS + sentence))
    kinds = [term["kind"] for one in coding["proposals"] for term in one["terms"]]
    return {(one["side"], one["stance"]) for one in coding["stances"]}, kinds


@pytest.mark.parametrize(
    ("sentence", "side", "kind"),
    [
        (
            "We will not leave our cities, a government spokesman said.",
            "state",
            "troop_redeployment",
        ),
        (
            "Idris Tamo, commander of the Karu Front, said his troops would not leave Karu.",
            "opposition",
            "troop_redeployment",
        ),
        (
            "The rebels will never hold talks with the government.",
            "opposition",
            "political_process",
        ),
        ("The army said it had no intention of leaving the town.", "state", "troop_redeployment"),
        ("The rebels vowed never to lay down their arms.", "opposition", "weapons_handover"),
        (
            '"We are not going to release a single prisoner," the minister said.',
            "state",
            "detainee_release",
        ),
        ("The rebels would not withdraw, their commander said.", "opposition", "armed_exit"),
    ],
)
def test_who_will_not_do_what_others_ask_refuses_it(sentence: str, side: str, kind: str) -> None:
    assert read(sentence) == ({(side, "rejected")}, [kind])


def test_a_deed_that_was_asked_for_is_refused_as_that_demand() -> None:
    found, kinds = read(
        "The government asked the rebels to withdraw from Karu. "
        '"We will not withdraw," rebel spokesman Idris Tamo said.'
    )
    assert found == {("state", "demanded"), ("opposition", "rejected")}
    assert kinds == ["armed_exit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels would not say when talks would resume.",
        "The mediator said he would not give up hope.",
        "The fighters did not leave the town.",
        "The army would not enter the town, the governor promised residents.",
    ],
)
def test_not_every_deed_left_undone_is_refused(sentence: str) -> None:
    assert read(sentence)[0] == set()


@pytest.mark.parametrize(
    ("sentence", "side", "kind"),
    [
        (
            "The Karu Liberation Front will not disarm before the army withdraws from the north.",
            "opposition",
            "troop_redeployment",
        ),
        (
            "The rebels said they would return to talks only if the army lifted the siege of Karu.",
            "opposition",
            "humanitarian_access",
        ),
        (
            "Until the army withdraws from Karu, there will be no talks, the rebel leader said.",
            "opposition",
            "troop_redeployment",
        ),
        (
            "The rebels said talks were not possible until the departure of all foreign troops.",
            "opposition",
            "troop_redeployment",
        ),
    ],
)
def test_what_somebody_holds_out_for_is_a_demand(sentence: str, side: str, kind: str) -> None:
    assert read(sentence) == ({(side, "demanded")}, [kind])


@pytest.mark.parametrize(
    "sentence",
    [
        "Before the talks began, the army left the town.",
        "The army did not enter the town before the rebels had left.",
    ],
)
def test_what_came_first_is_no_demand(sentence: str) -> None:
    assert read(sentence)[0] == set()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The government asked the rebels to withdraw from Karu.", "armed_exit"),
        ("The government gave the rebels 48 hours to leave Karu.", "armed_exit"),
        ("The government told the rebels to leave the town.", "armed_exit"),
    ],
)
def test_a_demand_holds_the_deed_that_is_asked(sentence: str, kind: str) -> None:
    assert read(sentence) == ({("state", "demanded")}, [kind])


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The army said it would withdraw from Karu.", "troop_redeployment"),
        ("The rebels said they would withdraw from Karu.", "armed_exit"),
    ],
)
def test_a_pronoun_in_a_term_means_the_party(sentence: str, kind: str) -> None:
    assert read(sentence)[1] == [kind]


def test_a_bare_truce_is_one_term() -> None:
    assert read("The government accused the rebels of violating the truce.") == (
        {("opposition", "violated")},
        ["ceasefire"],
    )


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Government forces shelled the town of Karu on Friday despite the truce.", "state"),
        (
            "Officials accused the rebels of shelling Karu despite the truce signed in March.",
            "opposition",
        ),
        ("Despite the ceasefire, rebels attacked an army post near Karu on Sunday.", "opposition"),
        ("The town was bombed by army helicopters in violation of the ceasefire.", "state"),
        ("The army broke the ceasefire by attacking rebel positions, the rebels said.", "state"),
        ("The army said rebel fighters had opened fire, violating the truce.", "opposition"),
        ("Armed groups breached the cessation of hostilities agreement.", "opposition"),
        ("The rebels accuse the president of reneging on a 2007 deal.", "state"),
    ],
)
def test_an_attack_set_against_a_deal_breaks_it(sentence: str, side: str) -> None:
    assert read(sentence)[0] == {(side, "violated")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels denied violating the truce.",
        "The government rejected accusations that it had violated the ceasefire.",
        "The army will respond to any violation of the truce, a spokesman said.",
        "Residents said the truce was holding despite minor violations.",
    ],
)
def test_a_breach_that_is_denied_or_only_feared_is_none(sentence: str) -> None:
    assert read(sentence)[0] == set()


@pytest.mark.parametrize(
    ("sentence", "side", "kind"),
    [
        ("The United States urged the army to hold talks.", "other", "political_process"),
        (
            "International mediators called on both parties to stop fighting.",
            "mediator",
            "ceasefire",
        ),
        ("Egypt called on Friday for the ceasefire to be resumed at once.", "other", "ceasefire"),
    ],
)
def test_an_appeal_from_outside_is_a_demand(sentence: str, side: str, kind: str) -> None:
    assert read(sentence) == ({(side, "demanded")}, [kind])


@pytest.mark.parametrize(
    ("sentence", "side", "stance", "kinds"),
    [
        (
            "Rebel leader Idris Tamo has agreed to historic face-to-face talks.",
            "opposition",
            "accepted",
            ["political_process"],
        ),
        (
            "The rebels said they were ready for talks.",
            "opposition",
            "proposed",
            ["political_process"],
        ),
        ("The rebels are boycotting the talks.", "opposition", "rejected", ["political_process"]),
        ("The government broke off the negotiations on Friday.", "state", "withdrawn", []),
        ("The opposition walked out of the talks.", "opposition", "withdrawn", []),
    ],
)
def test_talks_themselves_are_answered(
    sentence: str, side: str, stance: str, kinds: list[str]
) -> None:
    assert read(sentence) == ({(side, stance)}, kinds)


@pytest.mark.parametrize(
    ("sentence", "side", "stance", "kind"),
    [
        (
            "The rebels declared on Friday a seven-day ceasefire.",
            "opposition",
            "proposed",
            "ceasefire",
        ),
        ("Forty wanted gunmen refused to leave.", "opposition", "rejected", "armed_exit"),
    ],
)
def test_words_between_verb_and_object_are_passed_over(
    sentence: str, side: str, stance: str, kind: str
) -> None:
    assert read(sentence) == ({(side, stance)}, [kind])


@pytest.mark.parametrize(
    ("sentence", "side", "stance", "kind"),
    [
        (
            "Why should we hand over our weapons? a rebel spokesman said.",
            "opposition",
            "rejected",
            "weapons_handover",
        ),
        ("There will be no ceasefire, the army chief said.", "state", "rejected", "ceasefire"),
        (
            "There is no question of talks, the rebel leader said.",
            "opposition",
            "rejected",
            "political_process",
        ),
        (
            "The minister said a withdrawal from Karu was out of the question.",
            "state",
            "rejected",
            "troop_redeployment",
        ),
        (
            "A withdrawal from Karu is not on the table, the minister said.",
            "state",
            "rejected",
            "troop_redeployment",
        ),
        (
            "The government said the release of the prisoners was unacceptable.",
            "state",
            "rejected",
            "detainee_release",
        ),
        (
            "The government dismissed calls for the president to resign.",
            "state",
            "rejected",
            "political_process",
        ),
        (
            "The rebels said the release of all prisoners was a precondition for peace.",
            "opposition",
            "demanded",
            "detainee_release",
        ),
        (
            "The rebels made the release of their leader a condition for further talks.",
            "opposition",
            "demanded",
            "detainee_release",
        ),
        (
            "The government would accept only a permanent ceasefire.",
            "state",
            "demanded",
            "ceasefire",
        ),
        (
            "The rebels insist that any deal must include the withdrawal of foreign troops.",
            "opposition",
            "demanded",
            "troop_redeployment",
        ),
        (
            "The rebels said they were ready to disarm if the government agrees.",
            "opposition",
            "proposed",
            "weapons_handover",
        ),
    ],
)
def test_refusals_and_conditions_in_other_words(
    sentence: str, side: str, stance: str, kind: str
) -> None:
    assert read(sentence) == ({(side, stance)}, [kind])


def test_who_urges_a_refusal_refuses() -> None:
    found, kinds = read(
        "The army chief urged the president to reject the rebels' demand for a truce."
    )
    assert found == {("opposition", "demanded"), ("state", "rejected")}
    assert kinds == ["ceasefire"]


@pytest.mark.parametrize(
    "sentence",
    [
        "There will be no firing from Saturday, the rebel leader said.",
        "There will be no rain, the minister said.",
        "The army would violate the truce if it fired, the envoy said.",
        "The rebels preferred not to sign anything on Monday.",
    ],
)
def test_look_alikes_of_refusals_stay_silent(sentence: str) -> None:
    assert read(sentence)[0] == set()


def test_a_broken_truce_is_no_deal_on_something_else() -> None:
    coding = to_coding(
        parse(
            "The government and the rebels agreed on Monday to a swap of prisoners. "
            "The army accused the rebels of shelling Karu despite the truce signed in March."
        )
    )
    targets = {name: set() for name in ("violated", "accepted")}
    for stance in coding["stances"]:
        targets[stance["stance"]].add(stance["target"])
    assert targets["violated"]
    assert not targets["violated"] & targets["accepted"]


def test_what_a_party_holds_out_for_is_not_what_it_refuses() -> None:
    coding = to_coding(
        parse(
            "The governor presented a paper of three points: weapons are handed over, the road is "
            "opened, prisoners are freed. The faction will not hand over weapons before the prisoners "
            "are freed, its spokesman said."
        )
    )
    kinds = {f"{p['id']}/{t['id']}": t["kind"] for p in coding["proposals"] for t in p["terms"]}
    held_out = [s["target"] for s in coding["stances"] if s["stance"] == "conditional"]
    assert [kinds[target] for target in held_out] == ["weapons_handover"]


@pytest.mark.parametrize(
    ("sentence", "side", "kind"),
    [
        (
            "The rebels, most of them veterans of the last war, want the release of all prisoners.",
            "opposition",
            "detainee_release",
        ),
        (
            "The rebels who hold the eastern bridge want the release of all prisoners.",
            "opposition",
            "detainee_release",
        ),
        (
            "The rebels have asked twice, in May and in June, for the release of all prisoners.",
            "opposition",
            "detainee_release",
        ),
        (
            "The government called at the talks for a buffer zone of ten kilometres.",
            "state",
            "disarmament_zone",
        ),
        (
            "The government was seeking the withdrawal of foreign fighters from the north.",
            "state",
            "troop_redeployment",
        ),
        ("The government wrote that the rebels must leave the town.", "state", "armed_exit"),
    ],
)
def test_a_demand_is_read_in_whatever_form_its_verb_stands(
    sentence: str, side: str, kind: str
) -> None:
    assert read(sentence) == ({(side, "demanded")}, [kind])


@pytest.mark.parametrize(
    "sentence",
    [
        "The mediator let the rebels want peace.",
        "The envoy asked the rebels to let their men seek work.",
        "The rebels did not want to leave.",
        "The rebels met to seek shelter from the rain.",
    ],
)
def test_a_bare_verb_after_another_demands_nothing(sentence: str) -> None:
    assert not {stance for _, stance in read(sentence)[0]} & {"demanded", "insisted"}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The army raided two houses in the north, contrary to the agreement.", "state"),
        ("The army killed two men in the north, in disregard of the truce.", "state"),
        ("The army did not comply with the ceasefire agreement.", "state"),
        ("The truce was violated twice by the rebels.", "opposition"),
        ("The rebels went back on the ceasefire agreement.", "opposition"),
    ],
)
def test_a_breach_may_be_told_after_the_deed(sentence: str, side: str) -> None:
    assert read(sentence)[0] == {(side, "violated")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The families went back on Monday of their own accord to the villages.",
        "The army went back on the road to the capital.",
    ],
)
def test_who_goes_back_somewhere_breaks_nothing(sentence: str) -> None:
    assert read(sentence)[0] == set()


@pytest.mark.parametrize(
    ("sentence", "stance", "kind"),
    [
        (
            "The government could live with the draft provided that the road is opened.",
            "conditional",
            "movement_access",
        ),
        (
            "The government will let women and children leave the city if the rebels stop shelling.",
            "proposed",
            "civilian_evacuation",
        ),
        (
            "The rebels would join the talks only if 200 prisoners were released.",
            "demanded",
            "detainee_release",
        ),
    ],
)
def test_a_condition_makes_an_answer_conditional_and_a_deed_an_offer(
    sentence: str, stance: str, kind: str
) -> None:
    stances, kinds = read(sentence)
    assert stance in {one for _, one in stances}
    assert "accepted" not in {one for _, one in stances}
    assert kinds == [kind]
