"""Sides, parties, places and roles."""

import pytest

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.actors import Party, Place, Role, RoleInProposal, Side, SideRole


@pytest.mark.parametrize(
    ("make", "fields", "message"),
    [
        (Side, {"label": ""}, "side.label: expected text that is not blank, got str ''"),
        (Side, {"role": "state"}, "side.role: expected SideRole, got str 'state'"),
        (Side, {"principal": None}, "side.principal: expected True or False, got None"),
        (Side, {"id": "s 1"}, "side.id: expected an identifier of letters, digits and _ . : + -,"),
        (Party, {"name": "\ud800"}, "party.name: expected valid unicode text, got a lone surrogat"),
        (Party, {"aliases": "Army"}, "party.aliases: expected a set of names or None, got str"),
        (Party, {"side": ""}, "party.side: expected an identifier"),
        (Place, {"spellings": [""]}, "place.spellings[0]: expected text that is not blank"),
        (Place, {"latitude": 90.1, "longitude": 0}, "place.latitude: expected a number from -90 "),
        (Place, {"latitude": 0, "longitude": 181}, "place.longitude: expected a number from -180"),
        (Place, {"latitude": True, "longitude": 0}, "place.latitude: expected a number from -90 "),
        (Place, {"latitude": 33.8}, "place.longitude: expected both coordinates or neither, got o"),
        (Place, {"longitude": 36.7}, "place.longitude: expected both coordinates or neither, got"),
        (Place, {"geonames": "170654"}, "place.geonames: expected a whole number from 0 or None"),
        (Role, {"role": "witness"}, "role.role: expected RoleInProposal, got str 'witness'"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(make, fields, message):
    valid = {
        Side: {"id": "s1", "label": "State", "role": SideRole.STATE},
        Party: {"id": "y1", "name": "Army"},
        Place: {"id": "l1", "name": "Jerod"},
        Role: {"party": "y1", "role": RoleInProposal.WITNESS},
    }
    with pytest.raises(InvalidValueError) as caught:
        make(**{**valid[make], **fields})

    assert str(caught.value).startswith(message)


def test_two_sides_may_share_a_role():
    roles = [Side(id=f"s{n}", label=f"State {n}", role=SideRole.STATE).role for n in (1, 2)]

    assert roles == [SideRole.STATE, SideRole.STATE]


def test_other_names_are_a_set():
    party = Party(id="y1", name="Army", aliases=["Third Division", "3rd", "Third Division"])

    assert party.aliases == ("3rd", "Third Division")


def test_unknown_names_and_no_names_are_different():
    assert Party(id="y1", name="Army").aliases is None
    assert Party(id="y1", name="Army", aliases=[]).aliases == ()


def test_coordinates_may_be_whole_numbers():
    assert Place(id="l1", name="Jerod", latitude=33, longitude=-180).latitude == 33
