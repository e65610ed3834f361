"""The kinds of term: one class each, twenty-one and ``Other``."""

from __future__ import annotations

from qalamoun_terms.model.terms.base import Quantity, Term, Weapon, term_fields
from qalamoun_terms.model.terms.life import (
    HumanitarianAccess,
    MovementAccess,
    PropertyProtection,
    ServicesRestoration,
)
from qalamoun_terms.model.terms.order import (
    JointCommittee,
    LocalGovernance,
    Other,
    PoliticalProcess,
)
from qalamoun_terms.model.terms.persons import (
    CivilianEvacuation,
    DefectorStatus,
    DetaineeRelease,
    DisplacedReturn,
    EmploymentReinstatement,
    ServiceGrace,
    StatusSettlement,
)
from qalamoun_terms.model.terms.security import (
    ArmedExit,
    Ceasefire,
    DisarmamentZone,
    ForceIntegration,
    ProtectionGuarantee,
    TroopRedeployment,
    WeaponsHandover,
)

KINDS: dict[str, type[Term]] = {
    cls.kind: cls
    for cls in (
        Ceasefire,
        TroopRedeployment,
        ArmedExit,
        CivilianEvacuation,
        WeaponsHandover,
        StatusSettlement,
        ServiceGrace,
        DefectorStatus,
        DetaineeRelease,
        HumanitarianAccess,
        MovementAccess,
        ServicesRestoration,
        DisplacedReturn,
        LocalGovernance,
        ProtectionGuarantee,
        JointCommittee,
        PropertyProtection,
        EmploymentReinstatement,
        ForceIntegration,
        PoliticalProcess,
        DisarmamentZone,
        Other,
    )
}
"""Every kind by its name, in the order of the coding format."""

__all__ = [
    "KINDS",
    "ArmedExit",
    "Ceasefire",
    "CivilianEvacuation",
    "DefectorStatus",
    "DetaineeRelease",
    "DisarmamentZone",
    "DisplacedReturn",
    "EmploymentReinstatement",
    "ForceIntegration",
    "HumanitarianAccess",
    "JointCommittee",
    "LocalGovernance",
    "MovementAccess",
    "Other",
    "PoliticalProcess",
    "PropertyProtection",
    "ProtectionGuarantee",
    "Quantity",
    "ServiceGrace",
    "ServicesRestoration",
    "StatusSettlement",
    "Term",
    "TroopRedeployment",
    "Weapon",
    "WeaponsHandover",
    "term_fields",
]
