"""What the reader makes of a text: packages, stances, measures, and what it leaves unread."""

from __future__ import annotations

import pytest

from qalamoun_terms.errors import ReadingError
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef
from qalamoun_terms.model.record import Stance
from qalamoun_terms.reading.parse import decoded, parse

TALKS = "The talks between the government and the rebels went on, a mediator said. "


def stances(case):
    """The stances of a case with their sides, in its order."""
    sides = {side.id: side.role.value for side in case.sides}
    of = {party.id: sides[party.side] for party in case.parties}
    return [(of[p.party], p.stance.value) for p in case.positions]


def kinds(case):
    return [[article.kind for article in proposal.articles] for proposal in case.proposals]


ANSWERS = [
    # a sentence about the government's offer, and what the rebels are said to have done
    ("The rebels accepted the offer.", "accepted"),
    ("The rebels approved the offer.", "accepted"),
    ("The rebels agreed to the offer.", "accepted"),
    ("The rebels said yes to the offer.", "accepted"),
    ("The rebels gave preliminary approval to the offer.", "provisional"),
    ("The rebels agreed in principle to the offer.", "provisional"),
    ("The rebels accepted the offer on condition that the army stay away.", "conditional"),
    ("The rebels rejected the offer.", "rejected"),
    ("The rebels turned the offer down.", "rejected"),
    ("The rebels did not accept the offer.", "rejected"),
    ("The offer was rejected by the rebels.", "rejected"),
    ("The rebels asked for time to study the offer.", "deferred"),
    ("The government offered a truce. The rebels have not answered.", "deferred"),
]


@pytest.mark.parametrize(("sentence", "stance"), ANSWERS)
def test_an_answer_to_an_offer(sentence, stance):
    case = parse(TALKS + "The government's offer was presented on Monday. " + sentence)

    assert ("opposition", stance) in stances(case)


NO_ANSWERS = [
    "The rebels did not reject the offer.",
    "The rebels might accept the offer.",
    "If the rebels accept the offer, the army will leave.",
    "The envoy urged the rebels to accept the offer.",
    "Fighters who refuse the offer went home.",
    "The acceptance of the offer by the rebels is in doubt.",
    "Who accepted the offer is not known.",
]


@pytest.mark.parametrize("sentence", NO_ANSWERS)
def test_words_that_state_no_answer(sentence):
    case = parse(TALKS + "The government's offer was presented on Monday. " + sentence)

    answers = {"accepted", "rejected", "provisional", "conditional"}
    assert not {s for side, s in stances(case) if side == "opposition"} & answers


def test_a_deal_is_accepted_by_each_of_its_parties():
    case = parse("The rebels and the government reached a deal to exchange forty prisoners.")

    assert [("opposition", "accepted"), ("state", "accepted")] == stances(case)
    assert [["detainee_release"]] == kinds(case)
    assert "agreed" == case.proposals[0].status.value


def test_two_factions_of_one_side_are_both_parties_to_their_deal():
    case = parse("The truce signed between the Marvale Front and the Delmar Brigade still holds.")

    assert [("opposition", "accepted")] * 2 == stances(case)


def test_what_stands_under_a_deal_is_its_content():
    case = parse(
        "The rebels and the army reached an agreement. Under the agreement, which was brokered by "
        "Qatar, the rebels will hand over their heavy weapons. The siege will be lifted."
    )

    assert [["weapons_handover", "humanitarian_access"]] == kinds(case)


def test_the_items_of_an_agreements_text_are_its_articles():
    case = parse(
        "AGREEMENT\non the town of Marvale\n\nThe Government of Ardistan and the Marvale Front "
        "have agreed on the following:\n\n1. Fire ceases at once.\n2. The bell is rung at noon.\n"
        "3. All prisoners are released.\n"
    )

    assert [["ceasefire", "other", "detainee_release"]] == kinds(case)
    assert ["1.", "2.", "3."] == [article.label for article in case.proposals[0].articles]
    assert {("state", "accepted"), ("opposition", "accepted")} == set(stances(case))


def test_an_older_paper_and_a_new_offer_are_told_apart():
    case = parse(
        "The paper issued by the government in June 2014 provided for the surrender of the rifles. "
        "The rebels proposed last week that the road be opened.",
        published="2015-03-02",
    )

    assert [["weapons_handover"], ["movement_access"]] == kinds(case)
    assert [("state", "proposed"), ("opposition", "proposed")] == stances(case)
    assert "2014-06" == str(case.proposals[0].date)


def test_what_is_excepted_from_an_acceptance_is_refused():
    case = parse(
        "The government's draft contains three points:\n- release of the prisoners;\n- opening of "
        "the coast road;\n- surrender of the rifles.\n\nThe rebels accepted the draft except for "
        "the third point."
    )

    answers = [(p.stance, p.target) for p in case.positions if p.stance is not Stance.PROPOSED]
    assert [
        (Stance.ACCEPTED, ProposalRef("p1")),
        (Stance.REJECTED, ArticleRef("p1", "a3")),
    ] == answers


def test_one_of_the_articles_is_told_later():
    case = parse(
        "The rebels rejected one of the articles proposed by the government. The article concerns "
        "the surrender of the rifles."
    )

    rejected = next(p for p in case.positions if p.stance is Stance.REJECTED)
    assert ArticleRef("p1", "a1") == rejected.target


def test_a_condition_is_a_demand_of_its_own():
    case = parse(
        TALKS + "The army proposed a truce. The rebels accepted the truce on condition that the "
        "prisoners be released."
    )

    assert ("opposition", "conditional") in stances(case)
    assert ("opposition", "demanded") in stances(case)


def test_a_blockade_is_a_measure_and_no_term():
    case = parse(TALKS + "The army closed all roads to the town.")

    assert [] == kinds(case)
    assert ["closed all roads"] == [measure.label for measure in case.measures]


def test_a_sentence_about_the_talks_that_gave_nothing_is_unread():
    case = parse(TALKS + "The harvest was good.")

    assert [TALKS.strip()] == [unread.ground.quote for unread in case.unread]


NEGATIVES = [
    "The minister accepted the resignation of his deputy. The club rejected an offer for a player.",
    "Units of the army took two villages and opened the road. Twelve prisoners were set free.",
    "Some 4,000 people went back to their homes. Aid came in on nine days of fifteen.",
]


@pytest.mark.parametrize("text", NEGATIVES)
def test_a_text_without_negotiation_gives_no_terms(text):
    assert not any(kinds(parse(text)))


def test_the_caller_knows_the_sides_better():
    case = parse(
        "The Oat Growers rejected the government's offer.", parties={"Oat Growers": "opposition"}
    )

    assert ("opposition", "rejected") in stances(case)


def test_the_same_text_gives_the_same_case():
    text = TALKS + "The rebels rejected the government's offer."

    assert [one.stance.value for one in parse(text).positions] == ["proposed", "rejected"]
    assert parse(text) == parse(text)


def test_bytes_are_decoded_strictly_and_kept_whole():
    assert "\ufeffA deal.\r\n" == decoded(b"\xef\xbb\xbfA deal.\r\n")


def test_bytes_that_are_no_utf8_are_refused_with_their_place():
    with pytest.raises(ReadingError, match="byte 7: expected text in utf-8"):
        parse(b"A deal \xff")


def test_a_lone_surrogate_is_refused_with_its_place():
    with pytest.raises(ReadingError, match="character 7"):
        parse("A deal \ud800")


@pytest.mark.parametrize("text", ["", " \n\t", b"", "\ufeff"])
def test_an_empty_text_gives_an_empty_case(text):
    case = parse(text)

    assert not case.proposals
    assert not case.positions


def test_a_condition_of_an_answer_to_nothing_known_breaks_nothing():
    text = (
        "The Front's answer then was that it would sign such a thing only when the men were home."
    )

    assert parse(text).positions == ()
