"""What a person should look at in a case, the riskiest first, and the record of who has looked.

A false "accepted" is worse than a gap: an assent by the word of one side comes before anything that is merely
unsure, and a claim whose words do not stand in the text comes before all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeVar

from attrs import evolve, frozen

from qalamoun_terms.comparison.grade import Grade
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.outcome import OutcomeBasis, OutcomeOfArticle, derive
from qalamoun_terms.comparison.verify import Grounding, verify
from qalamoun_terms.errors import CheckError
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import (
    WEIGHED,
    Coding,
    Derived,
    Ground,
    Quote,
    SourceKind,
    quotes_in,
)
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, Proposal, ProposalRef
from qalamoun_terms.model.record import Position, Stance, Voice

__all__ = ["NOT_FOUND", "CellToCheck", "Reason", "checked", "review"]

NOT_FOUND = Derived(rule="not found in the text")
"""The ground that marks a claim for which no words stand in the text."""

_ASSENT = {Stance.ACCEPTED, Stance.PROVISIONAL, Stance.CONDITIONAL}
_UNKNOWN_CODER = "not recorded"


class Reason(Enum):
    """Why a cell should be checked, the gravest first."""

    NOT_GROUNDED = "its words do not stand in the text"
    ONE_SIDED = "an assent by the word of one side"
    SOURCES_CONFLICT = "sources conflict"
    ORDER_UNKNOWN = "order not known"
    ACCOUNTS_DIFFER = "accounts differ on what it says"
    BY_STATUS = "an assent by what a source calls the whole"
    ALLEGED_BREACH = "an alleged breach"
    INFERRED = "inferred, not stated"
    WEIGHED = "taken for a term by learnt weights, where no word introduces one"
    ANONYMOUS = "only an anonymous source says so"
    UNCHECKED = "coded by a machine, checked by nobody"
    NO_CODER = "no coder on record"


_Record = TypeVar("_Record", Proposal, Article, Position)

_RANK = {reason: rank for rank, reason in enumerate(Reason)}


@frozen(kw_only=True)
class CellToCheck:
    """A proposal, an article or a position that a person should look at.

    Args:
        ref: how `checked` calls it: ``p1``, ``p1.a2`` or ``n3``.
        label: what it is, in words.
        reasons: why, the gravest first.
        quote: the words that it rests on, "" where there are none.

    >>> print(CellToCheck(ref="n3", label="State: accepted p1", reasons=(Reason.INFERRED,)))
    n3 (State: accepted p1): inferred, not stated
    """

    ref: str
    label: str
    reasons: tuple[Reason, ...]
    quote: str = ""

    @property
    def risk(self) -> tuple[int, ...]:
        """What cells are sorted by: the gravest reason first, then the next one."""
        return (*(_RANK[reason] for reason in self.reasons), len(Reason))

    def __str__(self) -> str:
        return f"{self.ref} ({self.label}): {'; '.join(one.value for one in self.reasons)}"


def review(case: Negotiation) -> tuple[CellToCheck, ...]:
    """List the cells of a case that a person should check, the riskiest first.

    What a person has checked is left out, unless its words do not stand in the text.

    Args:
        case: the case.

    Returns:
        The proposals, articles and positions, each with the reasons; in the order of the case where those are
        equally grave.

    >>> offer = Proposal(id="p1", coding=Coding(coder="rules", by_machine=True))
    >>> for cell in review(Negotiation(id="c", proposals=[offer])):
    ...     print(cell)
    p1 (a proposal): its words do not stand in the text; coded by a machine, checked by nobody
    """
    index = CaseIndex(case)
    lost = _without_words(case)
    cells = (*_terms(index, lost), *_positions(index, lost))
    return tuple(sorted((one for one in cells if one.reasons), key=lambda one: one.risk))


def _without_words(case: Negotiation) -> set[str]:
    """Name the records with a claim for which no words stand in the text, or no ground at all."""
    verification = verify(case)
    proposals = {one.id for one in case.proposals}
    paths = [*verification.without_ground]
    paths += [
        one.path
        for one in verification.grounds
        if one.grounding is Grounding.NOT_GROUNDED or one.ground == NOT_FOUND
    ]
    return {_record_of(path, proposals) for path in paths}


def _record_of(path: str, proposals: set[str]) -> str:
    article, accounts, _ = path.partition(".accounts[")
    if accounts:
        return article
    first = path.partition(".")[0]
    return first if first in proposals else path


def _terms(index: CaseIndex, lost: set[str]) -> Iterator[CellToCheck]:
    for proposal in index.case.proposals:
        yield _of_proposal(index, proposal, lost)
        for article in proposal.articles:
            yield _of_article(index, ArticleRef(proposal.id, article.id), article, lost)


def _of_proposal(index: CaseIndex, proposal: Proposal, lost: set[str]) -> CellToCheck:
    outcome = None if proposal.articles else derive(index, ProposalRef(proposal.id))
    return CellToCheck(
        ref=proposal.id,
        label=proposal.name or proposal.title or "a proposal",
        reasons=_reasons(
            proposal.coding, _of_outcome(outcome) if outcome else (), proposal.id in lost
        ),
        quote=_first_words(item.ground for item in proposal.evidence),
    )


def _of_article(index: CaseIndex, ref: ArticleRef, article: Article, lost: set[str]) -> CellToCheck:
    evidence = (item for account in article.accounts for item in account.evidence)
    return CellToCheck(
        ref=str(ref),
        label=article.kind.replace("_", " "),
        reasons=_reasons(article.coding, _of_outcome(derive(index, ref)), str(ref) in lost),
        quote=_first_words(item.ground for item in evidence),
    )


def _positions(index: CaseIndex, lost: set[str]) -> Iterator[CellToCheck]:
    for one in index.case.positions:
        yield CellToCheck(
            ref=one.id,
            label=f"{index.name_of(one.party)}: {one.stance.value} {one.target}",
            reasons=_reasons(one.coding, _of_position(one), one.id in lost),
            quote=_first_words(one.grounds),
        )


def _reasons(coding: Coding | None, found: Iterable[Reason], lost: bool) -> tuple[Reason, ...]:  # noqa: FBT001
    grave = (Reason.NOT_GROUNDED,) if lost else ()
    if coding is not None and coding.checked_by is not None:
        return grave
    return (*grave, *found, *_of_coding(coding))


def _of_coding(coding: Coding | None) -> tuple[Reason, ...]:
    if coding is None:
        return (Reason.NO_CODER,)
    weighed = (Reason.WEIGHED,) if coding.rules and WEIGHED in coding.rules else ()
    return (*weighed, Reason.UNCHECKED) if coding.by_machine else weighed


def _of_outcome(outcome: OutcomeOfArticle) -> tuple[Reason, ...]:
    assent = outcome.outcome.is_assent
    by_status = outcome.basis is OutcomeBasis.STATUS
    holds = {
        Reason.ONE_SIDED: assent and outcome.grade is Grade.ONE_SIDE,
        Reason.SOURCES_CONFLICT: outcome.sources_conflict,
        Reason.ORDER_UNKNOWN: outcome.order_unknown,
        Reason.ACCOUNTS_DIFFER: outcome.content_conflict,
        Reason.BY_STATUS: assent and by_status,
        Reason.ANONYMOUS: outcome.attestation is not None and outcome.attestation.anonymous,
    }
    return tuple(reason for reason, up in holds.items() if up)


def _of_position(position: Position) -> tuple[Reason, ...]:
    holds = {
        Reason.ONE_SIDED: position.stance in _ASSENT and position.voice is Voice.COUNTERPART,
        Reason.ALLEGED_BREACH: position.stance is Stance.VIOLATED,
        Reason.INFERRED: position.inferred,
        Reason.ANONYMOUS: position.source.kind is SourceKind.ANONYMOUS,
    }
    return tuple(reason for reason, up in holds.items() if up)


def _first_words(grounds: Iterable[Ground]) -> str:
    leaves = (leaf for ground in grounds for leaf in quotes_in(ground))
    return next((leaf.quote for leaf in leaves if isinstance(leaf, Quote)), "")


def checked(
    case: Negotiation,
    refs: str | Iterable[object],
    *,
    by: str,
    on: Date | str | None = None,
) -> Negotiation:
    """Record that a person has checked some cells of a case.

    Args:
        case: the case; it stays as it is.
        refs: what was checked: ``p1``, ``p1.a2``, ``n3``, or references; a proposal does not stand for its articles.
        by: who checked it.
        on: when, as EDTF.

    Returns:
        The case with the check on record.

    Raises:
        CheckError: names every reference that is none of a proposal, an article or a position of the case.
        InvalidValueError: nobody's name, or no date.

    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1")])
    >>> done = checked(case, ["p1"], by="A. Reader", on="2024-05-02")
    >>> done["p1"].coding.checked_by, case["p1"].coding
    ('A. Reader', None)
    >>> checked(case, ["n7"], by="A. Reader")
    Traceback (most recent call last):
    qalamoun_terms.errors.CheckError: 1 problem: n7: expected a proposal, an article or a position of the case
    """
    wanted = {str(one) for one in ([refs] if isinstance(refs, str) else refs)}
    _refuse_unknown(case, wanted)
    date = Date(on) if isinstance(on, str) else on
    stamp = _Stamp(wanted, by, date)
    return evolve(
        case,
        proposals=tuple(stamp.proposal(one) for one in case.proposals),
        positions=tuple(stamp.on(one, one.id) for one in case.positions),
    )


def _refuse_unknown(case: Negotiation, wanted: set[str]) -> None:
    known = {
        *(one.id for one in case.proposals),
        *(str(ref) for ref, _ in case.articles()),
        *(one.id for one in case.positions),
    }
    unknown = sorted(wanted - known)
    if unknown:
        expected = "expected a proposal, an article or a position of the case"
        raise CheckError(f"{one}: {expected}" for one in unknown)


@frozen
class _Stamp:
    """The check that is to be recorded."""

    wanted: set[str]
    by: str
    date: Date | None

    def on(self, record: _Record, ref: str) -> _Record:
        if ref not in self.wanted:
            return record
        coding = record.coding or Coding(coder=_UNKNOWN_CODER, by_machine=False)
        return evolve(record, coding=evolve(coding, checked_by=self.by, checked_on=self.date))

    def proposal(self, proposal: Proposal) -> Proposal:
        articles = tuple(self.on(one, f"{proposal.id}.{one.id}") for one in proposal.articles)
        return evolve(self.on(proposal, proposal.id), articles=articles)
