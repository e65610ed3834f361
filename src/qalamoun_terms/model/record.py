"""What is said to have been done: positions, measures beside the talks, and compliance."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from qalamoun_terms.model import validation as v
from qalamoun_terms.model.grounds import Citation, Coding, Derived, Ground, Quote, Source
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef, Target
from qalamoun_terms.model.stated import Stated
from qalamoun_terms.model.time import Date, Duration

__all__ = [
    "Basis",
    "Compliance",
    "ComplianceStatus",
    "Measure",
    "MeasureKind",
    "Position",
    "Stance",
    "Voice",
]


class Stance(Enum):
    """What a party is said to have done about a proposal or an article.

    ``provisional`` is in principle, ad referendum or initial (VCLT art. 12(2)(b) for signature ad referendum);
    ``violated`` is an alleged breach that a source reports, never a finding.
    """

    PROPOSED = "proposed"
    DEMANDED = "demanded"
    INSISTED = "insisted"
    ACCEPTED = "accepted"
    PROVISIONAL = "provisional"
    CONDITIONAL = "conditional"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    VIOLATED = "violated"


class Basis(Enum):
    """The footing of a position: the party signed, announced, stated, or acted; None where no source says."""

    SIGNATURE = "signature"
    ANNOUNCEMENT = "announcement"
    STATEMENT = "statement"
    CONDUCT = "conduct"


class Voice(Enum):
    """Who tells of a position: the party itself, its counterpart, a third party, or the report."""

    OWN = "own"
    COUNTERPART = "counterpart"
    THIRD_PARTY = "third_party"
    REPORT = "report"


@frozen(kw_only=True, repr=False)
class Position(Stated):
    """What a party is said to have done about a proposal or an article.

    The order of positions is partial: dates that do not overlap decide, then ``after``; the order of the text is
    never the order of events.

    Args:
        id: ``n1``, ``n2``, ...
        party: the id of the party.
        target: the proposal or the article.
        stance: what it did.
        basis: on what footing.
        condition: on what condition, in the source's words.
        reason: the reason that is given.
        when: when it did so.
        after: ids of the positions that the source's words place it after.
        voice: who tells of it.
        inferred: True where the stance follows from the words but is not stated by them.
        source: who says so.
        grounds: what it rests on.
        coding: who coded it.

    >>> no = Position(id="n1", party="y1", target=ArticleRef("p1", "a1"), stance=Stance.REJECTED)
    >>> no.voice.value, no.inferred
    ('report', False)
    """

    id: str = field(validator=v.identifier)
    party: str = field(validator=v.identifier)
    target: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    stance: Stance = field(validator=v.instance(Stance))
    basis: Basis | None = field(default=None, validator=v.optional(v.instance(Basis)))
    condition: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    reason: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    when: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    after: tuple[str, ...] = field(
        default=(), converter=v.to_names, validator=v.tuple_of(v.identifier)
    )
    voice: Voice = field(default=Voice.REPORT, validator=v.instance(Voice))
    inferred: bool = field(default=False, validator=v.boolean)
    source: Source = field(default=Source(), validator=v.instance(Source))
    grounds: tuple[Ground, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.any_of(Quote, Citation, Derived))
    )
    coding: Coding | None = field(default=None, validator=v.optional(v.instance(Coding)))


class MeasureKind(Enum):
    """Pressure or relief outside of the terms."""

    PRESSURE = "pressure"
    RELIEF = "relief"


@frozen(kw_only=True, repr=False)
class Measure(Stated):
    """Pressure or relief outside of the terms: a blockade, a road closure, a reopening.

    Args:
        id: ``m1``, ``m2``, ...
        kind: pressure or relief.
        label: what was done.
        by: the id of the party that did it, None where no source says.
        places: where.
        date: when it began or happened.
        duration: how long it lasted.
        answers: what it is said to answer or to aim at.
        source: who says so.
        grounds: what it rests on.

    >>> Measure(id="m1", kind=MeasureKind.PRESSURE, label="all roads closed").kind.value
    'pressure'
    """

    id: str = field(validator=v.identifier)
    kind: MeasureKind = field(validator=v.instance(MeasureKind))
    label: str = field(validator=v.nonempty_text)
    by: str | None = field(default=None, validator=v.optional(v.identifier))
    places: tuple[str, ...] | None = field(
        default=None, converter=v.to_names, validator=v.optional(v.names)
    )
    date: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    duration: Duration | None = field(default=None, validator=v.optional(v.instance(Duration)))
    answers: Target | None = field(
        default=None, validator=v.optional(v.any_of(ProposalRef, ArticleRef))
    )
    source: Source = field(default=Source(), validator=v.instance(Source))
    grounds: tuple[Ground, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.any_of(Quote, Citation, Derived))
    )


class ComplianceStatus(Enum):
    """What is said to have been done about an agreed provision (after the Peace Accords Matrix's scale)."""

    NOT_INITIATED = "not_initiated"
    PARTIAL = "partial"
    FULL = "full"
    REVERSED = "reversed"
    ALLEGED_BREACH = "alleged_breach"
    DISPUTED = "disputed"


@frozen(kw_only=True, repr=False)
class Compliance(Stated):
    """What is said to have been done about an agreed provision; an allegation is never a finding.

    Args:
        id: ``c1``, ``c2``, ...
        target: the provision or the proposal.
        status: what is said.
        of: the id of the party whose conduct it is.
        alleged_by: the id of the party that says so, None where it is the report.
        date: when.
        source: who says so.
        grounds: what it rests on.

    >>> Compliance(id="c1", target=ProposalRef("p1"), status=ComplianceStatus.PARTIAL).status.value
    'partial'
    """

    id: str = field(validator=v.identifier)
    target: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    status: ComplianceStatus = field(validator=v.instance(ComplianceStatus))
    of: str | None = field(default=None, validator=v.optional(v.identifier))
    alleged_by: str | None = field(default=None, validator=v.optional(v.identifier))
    date: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    source: Source = field(default=Source(), validator=v.instance(Source))
    grounds: tuple[Ground, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.any_of(Quote, Citation, Derived))
    )
