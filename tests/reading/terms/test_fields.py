"""The fields of a term: who, what with, where, where to, for how long, by when, on what condition."""

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.model.terms import Quantity
from qalamoun_terms.model.time import Date, Deadline, Duration
from qalamoun_terms.reading.terms.find import find_terms
from qalamoun_terms.reading.text.frames import Span

ENGLISH = load("en")


def term(text, published=None):
    [mention] = find_terms(text, Span(0, len(text)), (), ENGLISH, published)
    return mention.term


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("They hand over their medium and heavy weapons.", ["medium", "heavy"]),
        ("They hand over two mortars and a tank.", ["medium", "heavy"]),
        ("They hand over their pistols.", ["light"]),
        ("They hand over the arms, light and medium.", ["light", "medium"]),
        ("They hand over weapons of any kind.", ["light", "medium", "heavy"]),
        ("They hand over heavy machine guns.", ["medium"]),
    ],
)
def test_weapon_classes_come_from_adjectives_and_from_types(text, classes):
    assert [weapon.value for weapon in term(text).weapons] == classes


def test_arms_without_a_class_leave_it_unstated():
    assert term("They hand over their weapons.").weapons is None


def test_heavy_says_nothing_of_arms_where_none_stand_near():
    assert term("They hand over their weapons after heavy rain.").weapons is None


def test_who_receives_arms_is_named():
    assert term("They hand over the mortars to the coast guard.").beneficiaries == ("coast guard",)


def test_whose_matter_is_settled_keeps_its_exception():
    text = "settling the situation of the wanted, except those who killed"

    assert term(text).beneficiaries == ("wanted, except those who killed",)


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("The rebels leave for Port Amber.", ("Port Amber",)),
        ("The rebels leave to the north.", ("north",)),
        ("The rebels leave with their families.", None),
    ],
)
def test_where_leavers_go(text, goals):
    assert term(text).destination == goals


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army withdraws from Port Amber.", ("Port Amber",)),
        ("The army withdraws from the market and the school.", ("market", "school")),
        ("The Amber road is to be reopened.", ("Amber road",)),
        ("The army withdraws from the town.", None),
        ("The army protects the city of Amberton.", ("Amberton",)),
        ("The army withdraws from eastern Amberland in May.", ("eastern Amberland",)),
    ],
)
def test_places_are_proper_names_and_definite_sites(text, places):
    assert term(text).places == places


def test_a_goal_is_no_place_besides():
    leaving = term("The rebels leave Old Amber for Port Amber.")

    assert leaving.destination == ("Port Amber",)
    assert leaving.places != ("Port Amber",)


def test_how_long_it_lasts():
    assert term("A truce of half a year begins.").duration == Duration.parse("P6M")


def test_a_bound_is_a_deadline_and_no_duration():
    handover = term("They hand over the mortars within 72 hours of the signing.")

    assert handover.duration is None
    assert handover.deadline == Deadline(within=Duration.parse("PT72H"))
    assert handover.trigger == "the signing"


def test_a_day_named_with_by_is_a_deadline():
    handover = term("They hand over the mortars by 3 May 2031.")

    assert handover.deadline == Deadline(by=Date("2031-05-03"))


def test_a_day_before_publication_is_no_deadline():
    handover = term("They hand over the mortars before 3 May.", Date("2031-05-20"))

    assert handover.deadline is None


def test_what_may_be_prolonged():
    truce = term("A truce of two months begins, renewable for two more months.")

    assert truce.duration == Duration.parse("P2M")
    assert truce.extension.by == Duration.parse("P2M")


def test_condition_and_order_are_kept_in_words():
    assert term("The army leaves if the road is open.").condition == "if the road is open"
    assert term("The army leaves before the bus moves.").sequence == "before the bus moves"


def test_counts_keep_their_unit_and_rate():
    aid = term("About 50 trucks a day with flour may enter.")

    assert aid.quantities == (Quantity(min=50, max=50, unit="trucks", approximate=True, per="day"),)


def test_who_moves_is_named_without_the_article():
    assert term("The Third Brigade of the army withdraws.").forces is not None


def test_evidence_points_at_the_words_of_each_field():
    text = "The rebels leave for Port Amber with their light weapons."
    [mention] = find_terms(text, Span(0, len(text)), (), ENGLISH)
    words = {name: span.text(text) for name, span in mention.evidence}

    assert words["destination"] == "Port Amber"
    assert words["weapons"] == "light"


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("Flour and fuel may enter.", "goods", ("Flour", "fuel")),
        ("Water and electricity are restored.", "services", ("Water", "electricity")),
        ("The municipality resumes its work.", "bodies", ("municipality",)),
        ("No orchard shall be confiscated.", "property", ("orchard",)),
        ("The rangers are merged into the border guard.", "into", ("border guard",)),
    ],
)
def test_what_a_kind_is_about_is_named(text, field, values):
    assert getattr(term(text), field) == values
