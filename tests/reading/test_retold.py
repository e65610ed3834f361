"""What a text tells twice is read once: leads, packages of the lead, and names that say a term."""

from __future__ import annotations

from tests.reading.told.test_packages import packages, stances

BETWEEN = "The talks lasted for a week.\n\nThey were held in a school.\n\n"
CLOSE = "The truce talks go on."


def test_a_lead_gives_way_to_the_body_that_says_it_in_full():
    lead = "The army and the rebels reached a deal on Monday under which prisoners will be released.\n\n"
    body = "Under the deal, forty prisoners held in the fort will be released on Friday.\n\n"

    assert packages(lead + BETWEEN + body + CLOSE) == [("joint", ["detainee_release"])]
    assert packages(lead + body + CLOSE) == [("joint", ["detainee_release"] * 2)]


def test_a_demand_of_the_lead_is_the_one_that_the_body_tells_again():
    lead = "The rebels demanded on Monday that prisoners be released.\n\n"
    body = (
        "The rebels demanded that forty prisoners held in the fort be released on Friday. "
        "The government rejected the demand.\n\n"
    )

    assert packages(lead + BETWEEN + body + CLOSE) == [("opposition", ["detainee_release"])]
    assert stances(lead + BETWEEN + body + CLOSE) == [
        ("opposition", "P1", "demanded"),
        ("state", "P1", "rejected"),
    ]


def test_the_name_of_a_truce_is_its_term_until_the_text_says_it_in_full():
    named = "The army and the rebels signed a truce agreement."

    assert packages(named) == [("joint", ["ceasefire"])]
    assert packages(f"{named} The ceasefire lasts ten days.") == [("joint", ["ceasefire"])]


def test_a_plan_of_the_body_that_holds_what_the_lead_offered_is_that_offer():
    lead = "The government offered on Monday to free prisoners.\n\n"
    body = (
        "The government put forward a plan. Under the plan, forty prisoners held in the fort will "
        "be released on Friday. The rebels rejected the plan.\n\n"
    )

    assert packages(lead + BETWEEN + body + CLOSE) == [("state", ["detainee_release"])]
    assert stances(lead + BETWEEN + body + CLOSE) == [
        ("state", "P1", "proposed"),
        ("opposition", "P1", "rejected"),
    ]


def test_a_truce_of_which_nothing_else_is_told_is_its_own_term():
    assert packages("The rebels rejected the truce.") == [("unstated", ["ceasefire"])]
