"""Kinds of term about civilian life: aid, roads, services, property."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from qalamoun_terms.model.terms.base import Term, names_field, text_field

__all__ = ["HumanitarianAccess", "MovementAccess", "PropertyProtection", "ServicesRestoration"]


@frozen(kw_only=True, repr=False)
class HumanitarianAccess(Term):
    """Aid, food or medicine come in; a siege is lifted.

    Args:
        goods: what comes in.
        carriers: who brings it.
        route: by which road, port or crossing.

    >>> HumanitarianAccess(goods=["medicine", "flour"]).goods
    ('flour', 'medicine')
    """

    kind: ClassVar[str] = "humanitarian_access"

    goods: tuple[str, ...] | None = names_field("what comes in")
    carriers: tuple[str, ...] | None = names_field("who brings it")
    route: tuple[str, ...] | None = names_field("by which road, port or crossing")


@frozen(kw_only=True, repr=False)
class MovementAccess(Term):
    """Roads, crossings and checkpoints are opened, eased or closed; freedom of movement.

    Args:
        hours: when it is open, in the text's words.
        traffic: what may pass ("goods", "private cars").

    >>> MovementAccess(subkind="open", places=["Manin road"]).places
    ('Manin road',)
    """

    kind: ClassVar[str] = "movement_access"
    SUBKINDS: ClassVar[tuple[str, ...]] = ("open", "ease", "close", "remove_barrier")

    hours: str | None = text_field("when it is open")
    traffic: tuple[str, ...] | None = names_field("what may pass")


@frozen(kw_only=True, repr=False)
class ServicesRestoration(Term):
    """Water, power, hospitals, schools, civil papers and reconstruction.

    Args:
        services: what is restored.

    >>> ServicesRestoration(services=["water", "power"]).services
    ('power', 'water')
    """

    kind: ClassVar[str] = "services_restoration"

    services: tuple[str, ...] | None = names_field("what is restored")


@frozen(kw_only=True, repr=False)
class PropertyProtection(Term):
    """Homes and belongings: no confiscation, restitution, compensation.

    Args:
        property: what is protected or given back.
        compensation: what is paid, in the text's words.

    >>> PropertyProtection(subkind="no_confiscation", property=["houses"]).property
    ('houses',)
    """

    kind: ClassVar[str] = "property_protection"
    SUBKINDS: ClassVar[tuple[str, ...]] = ("no_confiscation", "restitution", "compensation")

    property: tuple[str, ...] | None = names_field("what is protected or given back")
    compensation: str | None = text_field("what is paid")
