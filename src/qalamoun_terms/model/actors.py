"""Who negotiates, who stands beside them, and where."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.stated import Stated

__all__ = ["Party", "Place", "Role", "RoleInProposal", "Side", "SideRole"]


class SideRole(Enum):
    """What a side is in a negotiation; two sides may share a role (two states, two factions)."""

    STATE = "state"
    OPPOSITION = "opposition"
    MEDIATOR = "mediator"
    CIVILIAN = "civilian"
    OTHER = "other"


@frozen(kw_only=True, repr=False)
class Side(Stated):
    """A pole of one negotiation.

    Args:
        id: ``s1``, ``s2``, ...
        label: how the side is called in this case; for display only.
        role: what it is in the negotiation.
        principal: whether the negotiation is between this side and others, and not merely near it.

    >>> Side(id="s1", label="State", role=SideRole.STATE).principal
    True
    """

    id: str = field(validator=v.identifier)
    label: str = field(validator=v.nonempty_text)
    role: SideRole = field(validator=v.instance(SideRole))
    principal: bool = field(default=True, validator=v.boolean)


@frozen(kw_only=True, repr=False)
class Party(Stated):
    """A named actor: a government, an army unit, a faction, a committee, a guarantor state.

    Args:
        id: ``y1``, ``y2``, ...
        name: the name that is canonical in the case.
        aliases: other names and spellings.
        side: the id of the side it belongs to, None where that is not known.
        speaks_for: the id of the side it speaks for, where that is not the one it belongs to.

    >>> Party(id="y1", name="Third Division", aliases=["Army Third Division"], side="s1").aliases
    ('Army Third Division',)
    """

    id: str = field(validator=v.identifier)
    name: str = field(validator=v.nonempty_text)
    aliases: tuple[str, ...] | None = field(
        default=None, converter=v.to_names, validator=v.optional(v.names)
    )
    side: str | None = field(default=None, validator=v.optional(v.identifier))
    speaks_for: str | None = field(default=None, validator=v.optional(v.identifier))


@frozen(kw_only=True, repr=False)
class Place(Stated):
    """A place with its spellings, and its position where the gazetteer knows it.

    Args:
        id: ``l1``, ``l2``, ...
        name: the spelling that is canonical in the case.
        spellings: other spellings.
        latitude: degrees north (WGS 84).
        longitude: degrees east (WGS 84).
        geonames: the GeoNames identifier.

    Raises:
        InvalidValueError: coordinates out of range, or one without the other.

    >>> Place(id="l1", name="Jerod", spellings=["Jayrud", "Jeroud"]).spellings
    ('Jayrud', 'Jeroud')
    """

    id: str = field(validator=v.identifier)
    name: str = field(validator=v.nonempty_text)
    spellings: tuple[str, ...] | None = field(
        default=None, converter=v.to_names, validator=v.optional(v.names)
    )
    latitude: float | None = field(default=None, validator=v.optional(v.number_between(-90, 90)))
    longitude: float | None = field(default=None, validator=v.optional(v.number_between(-180, 180)))
    geonames: int | None = field(default=None, validator=v.optional(v.count))

    def __attrs_post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise InvalidValueError(
                "place.longitude: expected both coordinates or neither, got one of them"
            )


class RoleInProposal(Enum):
    """What a party is to one proposal; it may be several things at once."""

    PROPOSER = "proposer"
    ADDRESSEE = "addressee"
    CONFLICT_PARTY = "conflict_party"
    NEGOTIATING_PARTY = "negotiating_party"
    SIGNATORY = "signatory"
    FACILITATOR = "facilitator"
    GUARANTOR = "guarantor"
    WITNESS = "witness"
    MONITOR = "monitor"


@frozen(kw_only=True, repr=False)
class Role(Stated):
    """A party's role in a proposal.

    Args:
        party: the id of the party.
        role: what it is to the proposal.

    >>> Role(party="y2", role=RoleInProposal.GUARANTOR).role.value
    'guarantor'
    """

    party: str = field(validator=v.identifier)
    role: RoleInProposal = field(validator=v.instance(RoleInProposal))
