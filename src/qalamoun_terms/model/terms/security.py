"""Kinds of term about armed force: who stops, moves, leaves, gives up arms or stands guard."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from qalamoun_terms.model.terms.base import (
    Term,
    Weapon,
    flag_field,
    names_field,
    text_field,
    value_field,
    weapons_field,
)
from qalamoun_terms.model.time import Extension

__all__ = [
    "ArmedExit",
    "Ceasefire",
    "DisarmamentZone",
    "ForceIntegration",
    "ProtectionGuarantee",
    "TroopRedeployment",
    "WeaponsHandover",
]


@frozen(kw_only=True, repr=False)
class Ceasefire(Term):
    """A stop or pause of fighting, shelling or bombing, and the promise not to attack.

    The subkinds are those that the field keeps apart (PA-X codebook, "Ceasefire"; Clayton et al., ETH/PRIO Civil
    Conflict Ceasefire Dataset, for cessation of hostilities, preliminary and definitive).

    Args:
        extension: how it may be prolonged.
        scope: what stops, in the text's words ("air strikes", "attacks on oil pipelines").
        reciprocal: True where both sides are bound, False where one is.

    >>> from qalamoun_terms.model.time import Duration
    >>> str(Ceasefire(duration=Duration.parse("P2M")).duration)
    'P2M'
    """

    kind: ClassVar[str] = "ceasefire"
    SUBKINDS: ClassVar[tuple[str, ...]] = (
        "calming",
        "humanitarian_pause",
        "cessation_of_hostilities",
        "preliminary",
        "definitive",
    )

    extension: Extension | None = value_field(Extension, "how it may be prolonged")
    scope: tuple[str, ...] | None = names_field("what stops")
    reciprocal: bool | None = flag_field("whether both sides are bound")


@frozen(kw_only=True, repr=False)
class TroopRedeployment(Term):
    """State, allied or foreign forces deploy to, withdraw from or stay out of places, bases and lines.

    The subkind tells the movement; with ``negated`` it is a ban on that movement.

    Args:
        destination: where to.
        origin: where from.
        distance: how far, in the text's words ("forty kilometres").

    >>> TroopRedeployment(subkind="deploy", negated=True, forces=["the army"]).negated
    True
    """

    kind: ClassVar[str] = "troop_redeployment"
    SUBKINDS: ClassVar[tuple[str, ...]] = ("deploy", "withdraw", "hold")

    destination: tuple[str, ...] | None = names_field("where to")
    origin: tuple[str, ...] | None = names_field("where from")
    distance: str | None = text_field("how far")


@frozen(kw_only=True, repr=False)
class ArmedExit(Term):
    """Fighters, with or without their families, leave: on what condition, with what arms, where to.

    Args:
        weapons: the classes that those who leave may carry; empty means unarmed.
        weapon_items: arms named more closely ("one rifle each").
        destination: where to.
        families: whether their families leave with them.
        escort: who accompanies or searches them on the way.
        belongings: what else they may take.

    >>> ArmedExit(weapons=[Weapon.MEDIUM, Weapon.LIGHT]).weapons
    (<Weapon.LIGHT: 'light'>, <Weapon.MEDIUM: 'medium'>)
    """

    kind: ClassVar[str] = "armed_exit"

    weapons: tuple[Weapon, ...] | None = weapons_field("the classes that those who leave may carry")
    weapon_items: tuple[str, ...] | None = names_field("arms named more closely")
    destination: tuple[str, ...] | None = names_field("where to")
    families: bool | None = flag_field("whether their families leave with them")
    escort: tuple[str, ...] | None = names_field("who accompanies or searches them")
    belongings: tuple[str, ...] | None = names_field("what else they may take")


@frozen(kw_only=True, repr=False)
class WeaponsHandover(Term):
    """Arms are given up, registered or kept: which classes, to whom, by when.

    Args:
        weapons: the classes concerned.
        weapon_items: arms and stores named more closely ("two mortars", "ammunition depots").
        storage: where or how they are kept ("containers under international lock").

    Raises:
        InvalidValueError: a weapon class that is none of the three.

    >>> WeaponsHandover(weapons=[Weapon.HEAVY], beneficiaries=["Seventh Division"]).weapons
    (<Weapon.HEAVY: 'heavy'>,)
    """

    kind: ClassVar[str] = "weapons_handover"
    SUBKINDS: ClassVar[tuple[str, ...]] = ("surrender", "storage", "registration", "retention")

    weapons: tuple[Weapon, ...] | None = weapons_field("the classes concerned")
    weapon_items: tuple[str, ...] | None = names_field("arms and stores named more closely")
    storage: str | None = text_field("where or how they are kept")


@frozen(kw_only=True, repr=False)
class ProtectionGuarantee(Term):
    """Who protects or polices the area, who guarantees what, no-arrest and no-entry promises, security of residents.

    Args:
        against: what is promised not to happen or guarded against ("arrest at checkpoints").
        guarantors: who answers for a stated clause.

    >>> ProtectionGuarantee(forces=["Third Division"], places=["Jerod"]).forces
    ('Third Division',)
    """

    kind: ClassVar[str] = "protection_guarantee"
    SUBKINDS: ClassVar[tuple[str, ...]] = (
        "third_party_guarantee",
        "security_provision",
        "non_entry",
        "non_arrest",
    )

    against: tuple[str, ...] | None = names_field("what is guarded against")
    guarantors: tuple[str, ...] | None = names_field("who answers for a stated clause")


@frozen(kw_only=True, repr=False)
class ForceIntegration(Term):
    """Fighters join the army, the police or a local force.

    Args:
        into: the force that they join.
        rank: what becomes of rank and seniority.
        tasks: what the force is for.

    >>> ForceIntegration(beneficiaries=["guards"], into=["police"]).into
    ('police',)
    """

    kind: ClassVar[str] = "force_integration"

    into: tuple[str, ...] | None = names_field("the force that they join")
    rank: str | None = text_field("what becomes of rank and seniority")
    tasks: tuple[str, ...] | None = names_field("what the force is for")


@frozen(kw_only=True, repr=False)
class DisarmamentZone(Term):
    """Demilitarised or de-escalation zones, buffer lines, arms kept out of an area.

    Args:
        weapons: the classes kept out.
        weapon_items: arms named more closely.
        distance: the width of the zone or line, in the text's words.

    >>> DisarmamentZone(weapons=[Weapon.HEAVY], distance="three kilometres").distance
    'three kilometres'
    """

    kind: ClassVar[str] = "disarmament_zone"

    weapons: tuple[Weapon, ...] | None = weapons_field("the classes kept out")
    weapon_items: tuple[str, ...] | None = names_field("arms named more closely")
    distance: str | None = text_field("the width of the zone or line")
