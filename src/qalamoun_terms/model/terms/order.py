"""Kinds of term about order and process: local government, committees, politics, and what fits no kind."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from qalamoun_terms.model import validation as v
from qalamoun_terms.model.terms.base import Term, names_field, text_field

__all__ = ["JointCommittee", "LocalGovernance", "Other", "PoliticalProcess"]


@frozen(kw_only=True, repr=False)
class LocalGovernance(Term):
    """Councils, police and civil administration; state institutions return.

    Args:
        bodies: the council, police or institution.
        composition: who sits in it or staffs it, in the text's words.
        powers: what it may do.

    >>> LocalGovernance(bodies=["local council"], powers="full powers").powers
    'full powers'
    """

    kind: ClassVar[str] = "local_governance"

    bodies: tuple[str, ...] | None = names_field("the council, police or institution")
    composition: str | None = text_field("who sits in it or staffs it")
    powers: str | None = text_field("what it may do")


@frozen(kw_only=True, repr=False)
class JointCommittee(Term):
    """Committees, monitoring, liaison and mechanisms for disputes.

    Args:
        members: who sits in it.
        tasks: what it is for.
        meets: how often or where, in the text's words.

    >>> JointCommittee(subkind="liaison", members=["region", "Russia", "state"]).members
    ('Russia', 'region', 'state')
    """

    kind: ClassVar[str] = "joint_committee"
    SUBKINDS: ClassVar[tuple[str, ...]] = (
        "monitoring_verification",
        "dispute_resolution",
        "liaison",
        "implementation",
    )

    members: tuple[str, ...] | None = names_field("who sits in it")
    tasks: tuple[str, ...] | None = names_field("what it is for")
    meets: str | None = text_field("how often or where it meets")


@frozen(kw_only=True, repr=False)
class PoliticalProcess(Term):
    """Talks, elections, constitution, power sharing, recognition and borders.

    Args:
        subjects: what is talked about or decided.
        participants: who takes part.

    >>> PoliticalProcess(subjects=["elections"]).subjects
    ('elections',)
    """

    kind: ClassVar[str] = "political_process"
    SUBKINDS: ClassVar[tuple[str, ...]] = (
        "talks",
        "elections",
        "constitution",
        "power_sharing",
        "recognition",
        "borders",
    )

    subjects: tuple[str, ...] | None = names_field("what is talked about or decided")
    participants: tuple[str, ...] | None = names_field("who takes part")


@frozen(kw_only=True, repr=False)
class Other(Term):
    """A negotiated provision that fits none of the kinds; nothing a text lists is lost.

    Args:
        text: the provision in the words of its source.

    Raises:
        InvalidValueError: an empty text.

    >>> Other(text="No party flies its flag over the school.").kind
    'other'
    """

    kind: ClassVar[str] = "other"
    SUBKINDS: ClassVar[tuple[str, ...]] = (
        "natural_resources",
        "mine_action",
        "media_conduct",
        "final_clauses",
        "finance",
    )

    text: str = field(
        validator=v.nonempty_text, metadata={"doc": "the provision in the words of its source"}
    )
