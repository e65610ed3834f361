"""Terms are pure values: equal exactly when they say the same."""

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.terms import (
    KINDS,
    ArmedExit,
    Ceasefire,
    HumanitarianAccess,
    Other,
    Quantity,
    StatusSettlement,
    Term,
    Weapon,
    WeaponsHandover,
    term_fields,
)
from qalamoun_terms.model.time import Duration
from qalamoun_terms.testing import terms


def refusal(make, **fields):
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    return str(caught.value)


def required(kind):
    return {"text": "x"} if kind == "other" else {}


def test_there_are_twenty_two_kinds():
    assert len(KINDS) == 22
    assert all(cls.kind == kind for kind, cls in KINDS.items())


def test_the_abstract_term_is_no_term():
    assert refusal(Term) == "term: expected one of the kinds, got the abstract Term itself"


@pytest.mark.parametrize("kind", KINDS)
def test_a_term_with_nothing_stated_has_no_values(kind):
    term = KINDS[kind](**required(kind))
    stated = {name for name in term_fields(KINDS[kind]) if getattr(term, name) is not None}

    assert stated == {"negated", *required(kind)}
    assert not term.negated


@pytest.mark.parametrize("kind", KINDS)
def test_a_term_cannot_be_changed(kind):
    term = KINDS[kind](**required(kind))

    with pytest.raises(FrozenInstanceError):
        term.negated = True


@pytest.mark.parametrize("kind", KINDS)
def test_the_subkinds_of_a_kind_are_accepted_and_no_others(kind):
    for subkind in KINDS[kind].SUBKINDS:
        assert KINDS[kind](subkind=subkind, **required(kind)).subkind == subkind
    subkinds = KINDS[kind].SUBKINDS
    known = f"one of {', '.join(subkinds)}" if subkinds else "None for this kind"
    assert refusal(KINDS[kind], subkind="strange", **required(kind)) == (
        f"{kind}.subkind: expected {known}; got 'strange'"
    )


def test_what_the_field_keeps_apart_stays_apart():
    assert StatusSettlement(subkind="amnesty") != StatusSettlement(subkind="security_clearance")
    assert StatusSettlement(subkind="amnesty") != StatusSettlement()


def test_terms_of_two_kinds_differ():
    assert Ceasefire() != WeaponsHandover()


def test_a_negated_term_differs():
    assert Ceasefire(negated=True) != Ceasefire()


def test_the_order_and_repetition_of_names_say_nothing():
    assert HumanitarianAccess(goods=["flour", "medicine", "flour"]) == HumanitarianAccess(
        goods={"medicine", "flour"}
    )


def test_weapons_stand_lightest_first_and_once():
    term = WeaponsHandover(weapons=[Weapon.HEAVY, Weapon.LIGHT, Weapon.HEAVY])

    assert term.weapons == (Weapon.LIGHT, Weapon.HEAVY)


def test_quantities_are_a_set():
    trucks, men = Quantity(min=5, unit="trucks"), Quantity(min=60, unit="men")

    assert Ceasefire(quantities=[trucks, men, trucks]) == Ceasefire(quantities=[men, trucks])


def test_not_stated_is_not_stated_to_be_none():
    assert ArmedExit(weapons=[]) != ArmedExit()
    assert (ArmedExit(weapons=[]).weapons, ArmedExit().weapons) == ((), None)


@pytest.mark.parametrize(
    ("make", "fields", "message"),
    [
        (Ceasefire, {"places": "Jerod"}, "ceasefire.places: expected a set of names or None, got"),
        (Ceasefire, {"places": ["Jerod", 7]}, "ceasefire.places[1]: expected text, got int 7"),
        (Ceasefire, {"places": [" "]}, "ceasefire.places[0]: expected text that is not blank"),
        (Ceasefire, {"negated": "false"}, "ceasefire.negated: expected True or False, got str"),
        (Ceasefire, {"negated": None}, "ceasefire.negated: expected True or False, got None"),
        (Ceasefire, {"reciprocal": 1}, "ceasefire.reciprocal: expected True or False or None"),
        (Ceasefire, {"duration": "P6M"}, "ceasefire.duration: expected Duration or None, got str"),
        (Ceasefire, {"trigger": ""}, "ceasefire.trigger: expected text that is not blank or None"),
        (WeaponsHandover, {"weapons": ["heavy"]}, "weapons_handover.weapons[0]: expected Weapon"),
        (WeaponsHandover, {"weapons": "heavy"}, "weapons_handover.weapons: expected a list or tu"),
        (
            WeaponsHandover,
            {"weapons": 3},
            "weapons_handover.weapons: expected a list or tuple of W",
        ),
        (
            WeaponsHandover,
            {"weapons": {"heavy": 1}},
            "weapons_handover.weapons: expected a list or",
        ),
        (Ceasefire, {"quantities": 60}, "ceasefire.quantities: expected a list or tuple of Quanti"),
        (Ceasefire, {"quantities": [60]}, "ceasefire.quantities[0]: expected Quantity, got int 60"),
        (Ceasefire, {"quantities": "60 men"}, "ceasefire.quantities: expected a list or tuple of"),
        (Other, {"text": ""}, "other.text: expected text that is not blank, got str ''"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(make, fields, message):
    assert refusal(make, **fields).startswith(message)


def test_a_provision_without_a_kind_has_its_text():
    with pytest.raises(TypeError, match="text"):
        Other()


@pytest.mark.parametrize(
    ("quantity", "printed"),
    [
        (Quantity(min=5, unit="men"), "at least 5 men"),
        (Quantity(min=5, max=5, unit="men"), "5 men"),
        (Quantity(min=60, max=100, unit="men"), "60 to 100 men"),
        (Quantity(min=60, max=60, unit="men", approximate=True), "about 60 men"),
        (Quantity(min=600, max=600, unit="trucks", per="day"), "600 trucks a day"),
    ],
)
def test_a_quantity_prints_as_it_is_said(quantity, printed):
    assert str(quantity) == printed


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"min": -1}, "quantity.min: expected a whole number from 0, got int -1"),
        ({"min": True}, "quantity.min: expected a whole number from 0, got bool True"),
        ({"min": 2.0}, "quantity.min: expected a whole number from 0, got float 2.0"),
        ({"min": 5, "max": 4}, "quantity.max: expected at least min (5), got 4"),
        ({"min": 5, "unit": " "}, "quantity.unit: expected text that is not blank"),
    ],
)
def test_a_quantity_that_counts_nothing_is_refused(fields, message):
    assert refusal(Quantity, **{"unit": "men", **fields}).startswith(message)


def test_fields_of_a_kind_begin_with_the_common_ones():
    common = term_fields(Term)

    assert all(term_fields(cls)[: len(common)] == common for cls in KINDS.values())
    assert term_fields(Ceasefire)[len(common) :] == ("extension", "scope", "reciprocal")


@given(terms())
def test_a_term_made_of_its_own_fields_is_the_same(term):
    fields = {name: getattr(term, name) for name in term_fields(type(term))}

    assert type(term)(**fields) == term
    assert hash(type(term)(**fields)) == hash(term)


def test_terms_serve_as_keys():
    assert {
        Ceasefire(duration=Duration.parse("P2M")),
        Ceasefire(duration=Duration.parse("P2M")),
    } == {Ceasefire(duration=Duration.parse("P2M"))}
