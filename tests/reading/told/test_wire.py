"""The sentences in which news reports most often tell of offers, deals and answers."""

from __future__ import annotations

import pytest

from qalamoun_terms import parse, to_coding
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import see
from qalamoun_terms.reading.told.package_nouns import find_packages

LEAD = (
    "Negotiators met in the capital for a third round of talks on a peace deal, with a mediator and "
    "proposals from both sides.\n\n"
)
OFFER = LEAD + "The mediator's proposal calls for a six-week truce. "

HELD = [
    ("The envoy presented a plan to reopen the road and free the prisoners.", "detainee_release"),
    ("The rebels submitted a proposal for the release of prisoners.", "detainee_release"),
    ("The envoy on Monday presented a plan, including a nationwide ceasefire.", "ceasefire"),
    ("The envoy circulated a document that would disarm the militias.", "weapons_handover"),
    ("The government and the rebels have agreed a 30-day truce.", "ceasefire"),
    ("The rebels declared a unilateral ceasefire for the holiday.", "ceasefire"),
    ("The rebels announced an immediate halt to attacks on oil plants.", "ceasefire"),
    ("The army ordered a suspension of all offensive operations for the feast.", "ceasefire"),
    ("The army ordered the cessation of all shelling.", "ceasefire"),
]

ANSWERS = [
    ("The rebels said they would not accept the plan.", ("opposition", "rejected")),
    ("The militia said it would reject the proposal.", ("opposition", "rejected")),
    ("The militia said on Friday that it will accept the proposal.", ("opposition", "accepted")),
    ("The rebels have vowed to reject it.", ("opposition", "rejected")),
    ("The government said it would never agree to a truce.", ("state", "rejected")),
    ("The rebels said they had no intention of signing it.", ("opposition", "rejected")),
    ("The rebels said they were ready to sign the deal.", ("opposition", "accepted")),
    ("The government gave its cautious backing to the plan.", ("state", "accepted")),
]


def coding(text: str) -> dict:
    return to_coding(parse(text, published="2020-01-01"))


def kinds(text: str) -> list[list[str]]:
    return [[term["kind"] for term in one["terms"]] for one in coding(text)["proposals"]]


def stances(text: str) -> list[tuple[str, str, str]]:
    return [(s["side"], s["target"], s["stance"]) for s in coding(text)["stances"]]


@pytest.mark.parametrize(("sentence", "kind"), HELD)
def test_what_is_put_forward_or_agreed_holds_its_terms(sentence, kind):
    found = kinds(LEAD + sentence + " The army rejected it.")

    assert kind in found[0]


@pytest.mark.parametrize(("sentence", "answer"), ANSWERS)
def test_an_announced_answer_is_an_answer_to_the_offer(sentence, answer):
    side, stance = answer

    assert (side, "P1", stance) in stances(OFFER + sentence)


def test_what_a_party_will_do_under_a_deal_is_part_of_it():
    text = (
        "The army and the rebels have agreed to stop the shelling during the holiday. The army "
        "pledged to release all detainees. The two sides also agreed to set up a joint committee."
    )

    assert kinds(text) == [["ceasefire", "detainee_release", "joint_committee"]]


def test_what_is_agreed_under_a_declaration_is_part_of_it():
    text = (
        "The army and the rebels signed a declaration of principles in Doha on Saturday to end "
        "fighting in the east. In the declaration both sides vowed to uphold a permanent ceasefire."
    )

    assert kinds(text) == [["ceasefire"]]


def test_who_signed_a_deal_is_told_after_by():
    text = (
        "The agreement was signed by the government and the rebels in Nairobi. It provides for a "
        "ceasefire."
    )

    assert {(side, stance) for side, _, stance in stances(text)} == {
        ("state", "accepted"),
        ("opposition", "accepted"),
    }


def test_both_are_the_two_states_where_a_text_names_no_opposition():
    text = (
        "Serbia and Kosovo agreed on Saturday to open the border crossing. The two accepted the "
        "annex to the accord."
    )
    found = coding(text)["stances"]

    assert {s["party"] for s in found} == {"Serbia", "Kosovo"}


def test_the_group_is_the_opposition_last_named():
    text = LEAD + "The rebels offered a truce. The group insisted on a full lifting of the siege."

    assert [s["side"] for s in coding(text)["stances"]] == ["opposition", "opposition"]


def test_what_a_deal_did_not_mention_is_no_term_of_it():
    text = (
        "The army and the rebels signed a deal to open the road. The deal did not mention any "
        "withdrawal of the army from the town."
    )

    assert kinds(text) == [["movement_access"]]


def test_the_name_of_a_group_is_no_mark_of_a_list():
    text = (
        "The army and the M23 rebels signed a deal to open the road.\n\n"
        "M23 negotiator Jean Kabila said the deal did not mention a withdrawal from the town."
    )

    assert kinds(text) == [["movement_access"]]


def test_a_headline_that_tells_of_a_declaration_issues_none():
    text = (
        "Government, rebels sign declaration of principles in Doha\n\n"
        "The government and the rebels signed a declaration to open the road."
    )

    assert {s["said_by"] for s in coding(text)["stances"]} == {"reporter"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels' main demand is the release of prisoners.",
        "A key demand of the rebels is the release of prisoners.",
    ],
)
def test_a_demand_is_whose_it_is_and_what_it_asks_for(sentence):
    text = LEAD + sentence

    assert kinds(text) == [["detainee_release"]]
    assert stances(text) == [("opposition", "P1", "demanded")]


def test_how_a_truce_was_broken_is_no_term_of_it():
    text = LEAD + "The rebels said the army had violated the ceasefire by shelling the town."

    assert kinds(text) == [["ceasefire"]]  # a bare "the ceasefire" is one term
    assert stances(text) == [("state", "P1", "violated")]


def test_a_deal_that_one_side_approves_is_there():
    text = LEAD + "The government approved a ceasefire deal with the rebels on Friday."

    assert ("state", "P1", "accepted") in stances(text)


def test_a_plan_is_known_by_the_country_that_put_it_forward():
    text = LEAD + (
        "The U.S. envoy proposed a 60-day truce. Egypt, meanwhile, floated a plan to reopen the "
        "crossing. The rebels accepted the Egyptian plan but rejected the U.S. proposal."
    )

    assert ("opposition", "P2", "accepted") in stances(text)
    assert ("opposition", "P1", "rejected") in stances(text)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("The Egyptian plan failed.", ["The Egyptian plan"]),
        ("An Egyptian plan to reopen the road came.", ["An Egyptian plan"]),
        ("The Taliban plan to attack the town.", []),
        ("The Iraqis plan to attack the town.", []),
    ],
)
def test_a_nation_has_a_plan_and_a_people_plan_to_do_things(sentence, named):
    lexicon = load("en")
    scene = see(sentence, lexicon, None, {})
    tokens = scene.tokens
    found = find_packages(tokens, 0, len(tokens), scene.company.actors, lexicon)

    assert [tokens.span(one.first, one.stop).text(sentence) for one in found] == named


def test_not_giving_up_what_another_side_demands_refuses_it():
    text = LEAD + (
        "The army wants the rebels to disarm before talks; the rebels say they will not give up "
        "their weapons."
    )

    assert ("opposition", "P1", "rejected") in stances(text)
    assert ("opposition", "P1", "insisted") not in stances(text)


def test_its_demand_is_whoever_was_last_spoken_of():
    text = LEAD + (
        "The rebels rejected the plan. Their main demand is self-rule for the region, which the "
        "government has ruled out."
    )

    assert {("opposition", "P2", "demanded"), ("state", "P2", "rejected")} <= set(stances(text))


ROWS = [
    ("a ceasefire and a prisoner exchange", ["ceasefire", "detainee_release"]),
    ("the withdrawal of troops and early elections", ["troop_redeployment", "political_process"]),
    ("a truce and safe passage for civilians", ["ceasefire", "civilian_evacuation"]),
    ("an exchange of prisoners and aid deliveries", ["detainee_release", "humanitarian_access"]),
    ("monitoring of the ceasefire and prisoner exchange", ["detainee_release"]),
    ("release and exchange of prisoners", ["detainee_release"]),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_nouns_that_are_terms_by_themselves_are_told_apart_in_a_row(row, expected):
    assert kinds(LEAD + f"The plan provides for {row}.") == [expected]


CHANGED = [
    ("The army had earlier rejected it, but now said it accepted it.", ["rejected", "accepted"]),
    ("The army accepted it at first but later rejected it.", ["accepted", "rejected"]),
    ("Neither side accepted it. The army met the rebels.", ["rejected", "rejected"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CHANGED)
def test_a_change_of_mind_and_a_refusal_by_all_are_on_record(sentence, expected):
    answers = [stance for side, _, stance in stances(OFFER + sentence) if side != "mediator"]

    assert answers == expected


@pytest.mark.parametrize("second", ["the second", "the second part", "the second element"])
def test_parts_are_accepted_and_rejected_by_their_number(second):
    text = (
        LEAD + "The deal has two parts: a ceasefire and a prisoner exchange. The rebels accepted "
        f"the first but rejected {second}."
    )

    assert stances(text) == [
        ("opposition", "P1/T1", "accepted"),
        ("opposition", "P1/T2", "rejected"),
    ]


@pytest.mark.parametrize(
    "part",
    [
        "a clause on disarmament of the militias",
        "the article requiring them to hand over their heavy weapons",
        "Article 7, which provides for disarmament",
    ],
)
def test_a_part_that_only_its_refusal_tells_of_is_a_term_of_the_package(part):
    text = OFFER + f"The rebels rejected {part}."

    assert kinds(text) == [["ceasefire", "weapons_handover"]]
    assert ("opposition", "P1/T2", "rejected") in stances(text)


INSISTS = [
    ("The rebels insist on independence.", [["political_process"]]),
    ("The government insists that the province remain part of the country.", [["other"]]),
    ("The government insisted that it had not broken the truce.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), INSISTS)
def test_what_is_insisted_on_before_anyone_put_it_forward_is_a_demand(sentence, expected):
    assert kinds(LEAD + sentence) == expected


PARTIES = "The government and the rebels met for talks on a peace deal, with a mediator.\n\n"
OF_BOTH = PARTIES + "The government and the rebels agreed a ceasefire in June. "

REFUSED = [
    "Talks stalled over the government's refusal to withdraw troops from the city.",
    "The mediator's plan calls for the army to leave the city. The government refused to do so.",
]


@pytest.mark.parametrize("told", REFUSED)
def test_a_refusal_by_its_noun_and_one_to_do_so_are_rejections(told):
    assert ("state", "P1", "rejected") in stances(PARTIES + told)


def test_who_accuse_each_other_are_both_said_to_break_the_deal():
    found = stances(OF_BOTH + "The two sides have accused each other of violating it.")

    assert {side for side, _, stance in found if stance == "violated"} == {"state", "opposition"}


def test_who_accuses_another_body_is_not_said_to_break_the_deal():
    found = stances(OF_BOTH + "The government accused the rebels of violating it.")

    assert {side for side, _, stance in found if stance == "violated"} == {"opposition"}


def test_a_threat_to_leave_unless_something_is_done_is_a_demand():
    text = PARTIES + "The rebels threatened to quit unless the army lifts the siege of the town."

    assert kinds(text) == [["humanitarian_access"]]
    assert stances(text) == [("opposition", "P1", "demanded")]


@pytest.mark.parametrize(
    "silence",
    [
        "The rebels did not respond to a request for comment.",
        "The government declined to comment.",
        "An officer of the army, who asked not to be named, spoke to reporters.",
    ],
)
def test_silence_towards_reporters_is_no_answer(silence):
    assert stances(OFFER + silence) == [("mediator", "P1", "proposed")]


def test_what_an_accord_calls_on_both_sides_to_do_is_its_content():
    text = (
        LEAD + "The accord calls on both sides to pull back their guns and exchange all prisoners."
    )

    assert len(kinds(text)[0]) == 2
    assert stances(text) == []


def test_what_one_party_agreed_to_after_a_deal_is_part_of_it():
    text = (
        LEAD
        + "The deal obliges the government to let aid convoys in. The rebels have agreed to hand "
        "over their heavy weapons."
    )

    assert kinds(text) == [["humanitarian_access", "weapons_handover"]]


def test_an_exchange_that_one_side_agreed_to_is_a_deal():
    text = PARTIES + "The rebels agreed to free 12 soldiers in exchange for 40 of their fighters."

    assert kinds(text) == [["detainee_release"]]
    assert stances(text) == [("opposition", "P1", "accepted")]


def test_the_group_is_the_opposition_also_after_another_side_was_named():
    text = PARTIES + "The government offered a truce of ten days. The group rejected the offer."

    assert ("opposition", "P1", "rejected") in stances(text)


@pytest.mark.parametrize("until", ["not disarm until", "not disarm unless", "never disarm until"])
def test_what_is_refused_until_something_is_done_is_a_demand_for_that(until):
    text = PARTIES + f"The rebels said they would {until} all foreign troops leave."

    assert stances(text) == [("opposition", "P1", "demanded")]
    assert kinds(text) == [["troop_redeployment"]]


@pytest.mark.parametrize(
    ("whose", "side"), [("a rebel demand", "opposition"), ("a Russian proposal", "mediator")]
)
def test_an_adjective_tells_whose_a_demand_or_a_proposal_is(whose, side):
    text = PARTIES + f"The government on Tuesday rejected {whose} for the release of prisoners."
    (proposal,) = coding(text)["proposals"]

    assert proposal["proposer_side"] == side
    assert ("state", "P1", "rejected") in stances(text)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("a buffer zone", "disarmament_zone"),
        ("a full Israeli withdrawal from the valley", "troop_redeployment"),
        ("reopening air and sea links", "movement_access"),
        ("a two-year transition", "political_process"),
    ],
)
def test_what_a_plan_calls_for_may_be_a_noun_alone(content, kind):
    assert kinds(LEAD + f"The Turkish plan calls for {content}.") == [[kind]]


def test_an_acronym_with_points_stands_whole_in_a_term():
    text = (
        LEAD + "The plan obliges the rebels to hand over their weapons to the U.N. within a week."
    )
    (term,) = coding(text)["proposals"][0]["terms"]

    assert text[slice(*term["span"])].endswith("to the U.N. within a week")


def test_what_is_said_beside_a_refusal_is_no_content():
    text = LEAD + "The rebels rejected the draft, saying it failed to free the prisoners."

    assert kinds(text) == [[]]


@pytest.mark.parametrize("who", ["army", "government", "rebels"])
def test_who_frees_prisoners_may_also_open_a_road(who):
    text = LEAD + f"Under the deal, the {who} will free the prisoners and reopen the coast road."

    assert kinds(text) == [["detainee_release", "movement_access"]]


def test_an_acronym_at_the_end_of_a_name_is_known_again():
    text = (
        "Separatist fighters of the MFDC and the government met for talks on a truce. The mediators "
        "proposed a joint committee. A spokesman for the MFDC said it accepted the proposal."
    )

    assert ("opposition", "P1", "accepted") in stances(text)


def test_what_came_first_in_a_tale_is_no_demand():
    text = PARTIES + "The rebels did not leave the hill until all foreign troops left."

    assert stances(text) == []
