"""Kinds of term about persons: whose status, freedom, service, home or work a provision settles."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from qalamoun_terms.model.terms.base import Term, flag_field, names_field, text_field, value_field
from qalamoun_terms.model.time import Extension

__all__ = [
    "CivilianEvacuation",
    "DefectorStatus",
    "DetaineeRelease",
    "DisplacedReturn",
    "EmploymentReinstatement",
    "ServiceGrace",
    "StatusSettlement",
]


@frozen(kw_only=True, repr=False)
class CivilianEvacuation(Term):
    """Civilians, wounded, patients or families leave or may leave.

    Args:
        destination: where to.
        route: by which road or corridor.
        escort: who accompanies or carries them.

    >>> CivilianEvacuation(beneficiaries=["the wounded"], destination=["Homs"]).destination
    ('Homs',)
    """

    kind: ClassVar[str] = "civilian_evacuation"

    destination: tuple[str, ...] | None = names_field("where to")
    route: tuple[str, ...] | None = names_field("by which road or corridor")
    escort: tuple[str, ...] | None = names_field("who accompanies or carries them")


@frozen(kw_only=True, repr=False)
class StatusSettlement(Term):
    """The legal status of fighters, wanted persons or residents is settled.

    ``security_clearance`` is the press's *taswiyat al-wad'*, which clears a person with the security services;
    ``amnesty`` extinguishes an offence; ``non_prosecution`` promises not to pursue; ``handover_of_wanted`` gives
    persons up.

    Args:
        authority: the body that settles it.
        procedure: how, in the text's words ("at a centre inside the region").

    >>> StatusSettlement(subkind="amnesty", beneficiaries=["all who fought"]).subkind
    'amnesty'
    """

    kind: ClassVar[str] = "status_settlement"
    SUBKINDS: ClassVar[tuple[str, ...]] = (
        "security_clearance",
        "amnesty",
        "non_prosecution",
        "handover_of_wanted",
    )

    authority: tuple[str, ...] | None = names_field("the body that settles it")
    procedure: str | None = text_field("how it is settled")


@frozen(kw_only=True, repr=False)
class ServiceGrace(Term):
    """Conscripts, draft evaders or reservists get a deferral or a grace period before military service.

    Args:
        extension: how the grace may be prolonged.
        posting: where or with which unit the service is then done.

    >>> from qalamoun_terms.model.time import Duration
    >>> grace = ServiceGrace(
    ...     duration=Duration.parse("P6M"), extension=Extension(up_to=Duration.parse("P1Y"))
    ... )
    >>> str(grace.extension.up_to)
    'P12M'
    """

    kind: ClassVar[str] = "service_grace"

    extension: Extension | None = value_field(Extension, "how the grace may be prolonged")
    posting: str | None = text_field("where or with whom the service is done")


@frozen(kw_only=True, repr=False)
class DefectorStatus(Term):
    """What becomes of dissident officers and of soldiers who left the army.

    Args:
        authority: the body they go before.
        reinstatement: whether they rejoin their units.
        destination: where they may go instead.

    >>> DefectorStatus(beneficiaries=["dissident officers"], reinstatement=True).reinstatement
    True
    """

    kind: ClassVar[str] = "defector_status"

    authority: tuple[str, ...] | None = names_field("the body they go before")
    reinstatement: bool | None = flag_field("whether they rejoin their units")
    destination: tuple[str, ...] | None = names_field("where they may go instead")


@frozen(kw_only=True, repr=False)
class DetaineeRelease(Term):
    """Prisoners, abductees and bodies: release, exchange, lists, knowing their fate.

    Args:
        held_by: who holds them.
        in_exchange_for: who or what is given in return.
        method: how it is done, in the text's words ("all for all").

    >>> DetaineeRelease(subkind="exchange", method="all for all").subkind
    'exchange'
    """

    kind: ClassVar[str] = "detainee_release"
    SUBKINDS: ClassVar[tuple[str, ...]] = ("release", "exchange", "fate", "lists", "remains")

    held_by: tuple[str, ...] | None = names_field("who holds them")
    in_exchange_for: tuple[str, ...] | None = names_field("who or what is given in return")
    method: str | None = text_field("how it is done")


@frozen(kw_only=True, repr=False)
class DisplacedReturn(Term):
    """Displaced people go back.

    Args:
        destination: where to.
        origin: where they are now.

    >>> DisplacedReturn(beneficiaries=["families of Mahin"], destination=["Mahin"]).destination
    ('Mahin',)
    """

    kind: ClassVar[str] = "displaced_return"

    destination: tuple[str, ...] | None = names_field("where to")
    origin: tuple[str, ...] | None = names_field("where they are now")


@frozen(kw_only=True, repr=False)
class EmploymentReinstatement(Term):
    """Dismissed employees and students go back to their posts and places.

    Args:
        employer: who takes them back.
        rights: what they get with it ("with arrears of pay").

    >>> EmploymentReinstatement(beneficiaries=["dismissed teachers"]).beneficiaries
    ('dismissed teachers',)
    """

    kind: ClassVar[str] = "employment_reinstatement"

    employer: tuple[str, ...] | None = names_field("who takes them back")
    rights: str | None = text_field("what they get with it")
