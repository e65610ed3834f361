"""Places, goals and persons in the words of a term."""

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.terms.find import find_terms
from qalamoun_terms.reading.text.frames import Mention, Span

ENGLISH = load("en")


def term(text, mentions=()):
    [mention] = find_terms(text, Span(0, len(text)), mentions, ENGLISH)
    return mention.term


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The road from Amber to the coast is to be reopened.", ("road from Amber to the coast",)),
        ("The army withdraws from the hill of Old Amber.", ("hill of Old Amber",)),
        ("The army withdraws from the University of Amber.", ("University of Amber",)),
        ("The army withdraws from hospitals and schools.", ("hospitals", "schools")),
        ("The army stays two kilometres from the school.", ("school",)),
        ("No rifle is carried within a mile of the market.", ("market",)),
        ("The flag is raised above the municipality.", ("municipality",)),
        ("The telephone line between the two commands is opened.", None),
        ("The army withdraws from Amber by 3 June.", ("Amber",)),
        ("Captured Amberian soldiers are released.", None),
        ("Al-Qasr road is to be reopened.", ("Al-Qasr road",)),
        ("The army withdraws from Amber's market.", ("Amber's market",)),
        ("The army withdraws from the ports of Amber, Topaz and Opal.", ("Amber", "Opal", "Topaz")),
        ("The army leaves Amber within a week.", ("Amber",)),
        ("The Amber District shall be returned to the crown.", ("Amber",)),
        ("Amber is placed under the administration of the clans.", ("Amber",)),
        ("The army withdraws from the Amberian town of Topaz.", ("Topaz",)),
        ("The 60-Amber Street is to be reopened.", ("60-Amber Street",)),
        ("The road to Dyers' Lane is to be reopened on Mondays.", ("Dyers' Lane",)),
    ],
)
def test_where_a_term_holds(text, places):
    assert term(text).places == places


def test_a_party_is_no_place():
    text = "The army withdraws from the positions of Amber."
    party = Mention(span=Span(41, 46), kind="party", name="Amber", role="opposition")

    assert term(text, [party]).places is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("An aircraft flies weekly between Amber and Topaz.", ("Amber", "Topaz")),
        ("Aircraft of Amber fly weekly to Topaz.", ("Topaz",)),
    ],
)
def test_a_town_that_also_names_its_rulers(text, places):
    at = text.index("Amber")
    party = Mention(span=Span(at, at + 5), kind="party", name="Amber", role="state")

    assert term(text, [party]).places == places


def test_a_verb_after_a_place_makes_no_body_of_it():
    assert term("The refugees in Amber cross back with their herds.").places == ("Amber",)


def test_a_place_that_people_fled_to_is_not_where_they_return():
    assert term("Those who fled to Amber come home to Topaz.").places == ("Topaz",)


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("The destination of the rebels is Port Amber.", ("Port Amber",)),
        ("The rebels leave for the three camps.", ("three camps",)),
        ("The rebels leave to the countryside of Amber.", ("countryside of Amber",)),
        ("The rebels leave to Amber or to Topaz.", ("Amber", "Topaz")),
        ("The rebels leave to be with their families.", None),
        ("The rebels leave for June.", None),
        ("It is time for the rebels in Topaz to leave for Amber.", ("Amber",)),
        ("The rebels leave for Amber in two stages.", ("Amber",)),
        ("The rebels leave for rebel-held areas in two stages.", ("rebel-held areas",)),
    ],
)
def test_where_those_who_leave_go(text, goals):
    assert term(text).destination == goals


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Those who fled go back to their villages.", ("Those who fled",)),
        ("Sick and wounded captives are set free.", ("Sick and wounded captives",)),
        ("The captives held at the mill are set free.", ("captives held at the mill",)),
        ("The captives, except officers, are set free.", ("captives, except officers",)),
        ("A pardon for all rebels.", ("all rebels",)),
        ("Nobody is punished for having taken part.", None),
        ("Flour is brought in for each family.", ("each family",)),
        ("They hand over the mortars to the Amber Guard.", ("Amber Guard",)),
        ("They hand over the mortars to end the war.", None),
        ("A deferment is granted to those who study.", ("those who study",)),
        ("The movement has two seats in parliament.", ("movement",)),
        ("All nineteen are back at their jobs.", ("All nineteen",)),
        ("Those who only carried letters are forgiven.", ("Those who only carried letters",)),
        ("Let them go home to Amber.", None),
        ("The release of nine of the 21 is agreed.", ("nine of the 21",)),
        ("The arrears of the pilots are paid in May.", ("pilots",)),
        ("The houses of those who leave are not confiscated.", ("those who leave",)),
        ("Proceedings for rebellion are dropped against the boatmen.", ("boatmen",)),
        ("The safety of those who stay is guaranteed.", ("those who stay",)),
        ("Widows in each village are paid a pension.", ("Widows in each village",)),
        ("They have two seats in parliament.", None),
        ("The mill is handed over to Amber Brigade.", None),
        ("Proceedings are dropped against the boatmen.", ("boatmen",)),
        ("An amnesty, once voted, for whoever fought.", ("whoever fought",)),
    ],
)
def test_whom_a_term_is_for(text, persons):
    assert term(text).beneficiaries == persons


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        ("The forces of the Third Division withdraw.", ("Third Division",)),
        ("The soldiers stationed at the mill withdraw.", ("soldiers",)),
        ("The safety of citizens, military or civilian, is protected.", None),
    ],
)
def test_which_forces_a_term_moves(text, forces):
    assert term(text).forces == forces
