"""The outcome of an article, derived from what its negotiating parties are said to have done.

1. The weakest standing reading wins: a false "accepted" is worse than a gap.
2. What nobody reported is no answer: it is neither a refusal nor an assent.
3. An alleged breach changes nothing, and neither does the word of who only mediates.
"""

from __future__ import annotations

from enum import Enum

from attrs import evolve, field, frozen

from qalamoun_terms.comparison.grade import Attestation, Grade, attested, attested_by_status
from qalamoun_terms.comparison.order import CaseIndex, natural
from qalamoun_terms.comparison.poles import Pole, poles_of, targets_within
from qalamoun_terms.comparison.standing import (
    Leaning,
    Replacement,
    Standing,
    leaning,
    proposed_by_role,
    standing_of,
)
from qalamoun_terms.model.actors import Side, SideRole
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, Proposal, ProposalRef, Status, Target, parse_ref
from qalamoun_terms.model.record import Position, Stance

__all__ = [
    "Footing",
    "Outcome",
    "OutcomeBasis",
    "OutcomeOfArticle",
    "derive",
    "footing_of",
    "outcome_of",
]


class Outcome(Enum):
    """What the record of positions on an article comes to, the first that applies."""

    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    SPLIT = "split"
    DISPUTED = "disputed"
    DEFERRED = "deferred"
    CONDITIONAL = "conditionally accepted"
    NO_RESPONSE = "no response on record"
    IN_PRINCIPLE = "agreed in principle"
    AGREED = "agreed"

    @property
    def is_assent(self) -> bool:
        """Whether every negotiating side is on record with some assent."""
        return self in (Outcome.CONDITIONAL, Outcome.IN_PRINCIPLE, Outcome.AGREED)


class OutcomeBasis(Enum):
    """What an outcome is derived from: positions, or the word of a source on the whole proposal."""

    POSITIONS = "positions"
    STATUS = "status"


_BY_STATUS = {
    Status.AGREED: Outcome.AGREED,
    Status.IMPLEMENTED: Outcome.AGREED,
    Status.TENTATIVE: Outcome.IN_PRINCIPLE,
    Status.REJECTED: Outcome.DISPUTED,
    Status.COLLAPSED: Outcome.WITHDRAWN,
}

_UNATTESTED = (Outcome.NO_RESPONSE, Outcome.SUPERSEDED)
"""Outcomes that no account of a party's word carries, so that none can be graded."""


@frozen(kw_only=True)
class OutcomeOfArticle:
    """The outcome of one article, with all that it rests on.

    Args:
        target: the article, or the proposal where none of its articles is known.
        outcome: the outcome.
        basis: whether it rests on positions or on the status of the proposal.
        attestation: the grade; None where nothing but silence stands.
        poles: the negotiating sides.
        standings: what stands of each negotiating party, by the order of sides and parties.
        silent: the labels of the negotiating sides without a position.
        absent: the labels of the principal sides of the case that have no part in the proposal.
        beside: positions of others, mediators above all, which do not count.
        dissenting: names of parties of a principal side whose rejection stands, but does not count because they
            are no party to the proposal.
        sources_conflict: whether sources differ on what a party did.
        content_conflict: whether accounts differ on what the article says.
        order_unknown: whether positions of one party stand side by side because their order is not known.
        index: the case it was derived from, looked up by its ids.

    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", status=Status.TENTATIVE)])
    >>> print(outcome_of(case, "p1"))
    agreed in principle (reported; by the status of the proposal)
    """

    target: Target
    outcome: Outcome
    basis: OutcomeBasis
    attestation: Attestation | None
    poles: tuple[Pole, ...]
    standings: tuple[Standing, ...]
    silent: tuple[str, ...]
    absent: tuple[str, ...]
    beside: tuple[Position, ...]
    dissenting: tuple[str, ...]
    sources_conflict: bool
    content_conflict: bool
    order_unknown: bool
    index: CaseIndex = field(repr=False, eq=False)

    def __str__(self) -> str:
        return self.label

    @property
    def grade(self) -> Grade | None:
        """The grade by itself."""
        return self.attestation.grade if self.attestation else None

    @property
    def standing(self) -> tuple[Position, ...]:
        """The positions that stand."""
        return tuple(one for item in self.standings for one in item.positions)

    @property
    def replaced(self) -> tuple[Replacement, ...]:
        """The positions that no longer stand, each with the one in its place."""
        return tuple(one for item in self.standings for one in item.replaced)

    @property
    def alleged(self) -> tuple[Position, ...]:
        """The alleged breaches by negotiating parties."""
        return tuple(one for item in self.standings for one in item.alleged)

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags that are up, in words."""
        words = {
            "sources conflict": self.sources_conflict,
            "accounts differ": self.content_conflict,
            "order not known": self.order_unknown,
        }
        return tuple(word for word, up in words.items() if up)

    @property
    def label(self) -> str:
        """The outcome as it is to be printed: never without its grade and basis.

        An assent is not printed without who is silent, and who rejects it without being a party to it.
        """
        notes = [str(self.attestation)] if self.attestation else []
        if self.basis is OutcomeBasis.STATUS and self.outcome is not Outcome.NO_RESPONSE:
            notes.append("by the status of the proposal")
        if self.outcome.is_assent:
            by_status = self.basis is OutcomeBasis.STATUS
            silent = self.absent if by_status else (*self.silent, *self.absent)
            notes += [f"no answer of {' or '.join(silent)} on record"] if silent else []
            notes += [f"rejected by {', '.join(self.dissenting)}"] if self.dissenting else []
        return f"{self.outcome.value} ({'; '.join(notes)})" if notes else self.outcome.value

    def explain(self) -> str:
        """Say in plain sentences how the outcome comes about, down to the quoted words.

        >>> case = Negotiation(id="c", proposals=[Proposal(id="p1")])
        >>> print(outcome_of(case, "p1").explain())
        p1: no response on record.
        No negotiating party is known.
        """
        from qalamoun_terms.comparison.explain import sentences

        return "\n".join(sentences(self))


def outcome_of(case: Negotiation, target: Target | str) -> OutcomeOfArticle:
    """Derive the outcome of an article, or of a proposal of which no article is known.

    Args:
        case: the case.
        target: the article or the proposal, as a reference or as printed (``p3.a2``).

    Returns:
        The outcome with all that it rests on.

    Raises:
        KeyError: the case has no such article or proposal.
        InvalidValueError: a text that is no reference.

    >>> from qalamoun_terms.model.proposals import ProposalRef
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1")])
    >>> outcome_of(case, ProposalRef("p1")).outcome
    <Outcome.NO_RESPONSE: 'no response on record'>
    """
    ref = parse_ref(target) if isinstance(target, str) else target
    case.resolve(ref)
    return derive(CaseIndex(case), ref)


@frozen(kw_only=True)
class Footing:
    """What the outcomes of all articles of one proposal share.

    Args:
        poles: the negotiating sides.
        heard: whether a negotiating party has a position on the proposal or on any of its articles.

    >>> Footing(poles=(), heard=False).parties
    ()
    """

    poles: tuple[Pole, ...]
    heard: bool

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the negotiating parties."""
        return tuple(party for pole in self.poles for party in pole.parties)


def footing_of(index: CaseIndex, proposal: Proposal) -> Footing:
    """Say who negotiates a proposal, and whether anybody of them is on record.

    >>> paper = Proposal(id="p1")
    >>> footing_of(CaseIndex(Negotiation(id="c", proposals=[paper])), paper).heard
    False
    """
    poles = poles_of(index, proposal)
    parties = {party for pole in poles for party in pole.parties}
    heard = any(
        one.party in parties and one.stance is not Stance.VIOLATED
        for one in index.positions_on(targets_within(proposal))
    )
    return Footing(poles=poles, heard=heard)


def derive(index: CaseIndex, target: Target, footing: Footing | None = None) -> OutcomeOfArticle:
    """Derive the outcome of an article of a case that is indexed already; see `outcome_of`.

    Args:
        index: the case.
        target: the article or the proposal.
        footing: what the articles of its proposal share, where the caller has it.

    Returns:
        The outcome with all that it rests on.

    >>> from qalamoun_terms.model.proposals import ProposalRef
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1")])
    >>> derive(CaseIndex(case), ProposalRef("p1")).silent
    ()
    """
    proposal = index.proposals[target.proposal]
    article = index.article(target)
    footing = footing or footing_of(index, proposal)
    poles, parties, by_status = footing.poles, footing.parties, not footing.heard
    recorded = [standing_of(index, party, target) for party in parties]
    standings = tuple(_with_role(item, proposal) for item in recorded)
    beside = _beside(index, target, parties)
    outcome = _by_status(proposal) if by_status else _by_positions(poles, standings)
    if target.proposal in index.superseded_by:
        outcome = Outcome.SUPERSEDED
    attestation = (
        attested_by_status(index, poles, proposal, article)
        if by_status
        else _attestation(index, poles, standings, outcome, article)
    )
    return OutcomeOfArticle(
        target=target,
        outcome=outcome,
        basis=OutcomeBasis.STATUS if by_status else OutcomeBasis.POSITIONS,
        attestation=None if outcome in _UNATTESTED else attestation,
        poles=poles,
        standings=standings,
        silent=_silent(poles, standings),
        absent=_absent(index, poles),
        beside=beside,
        dissenting=_dissenting(index, target, beside),
        sources_conflict=any(item.sources_conflict for item in standings),
        content_conflict=article is not None and bool(article.differences),
        order_unknown=any(item.order_unknown for item in standings),
        index=index,
    )


def _with_role(item: Standing, proposal: Proposal) -> Standing:
    """Let a proposer without any position stand by its own text."""
    if item.positions or item.party not in proposal.proposers:
        return item
    return evolve(item, positions=(proposed_by_role(proposal, item.party),))


def _by_status(proposal: Proposal) -> Outcome:
    if proposal.status is None:
        return Outcome.NO_RESPONSE
    return _BY_STATUS.get(proposal.status, Outcome.NO_RESPONSE)


def _by_positions(poles: tuple[Pole, ...], standings: tuple[Standing, ...]) -> Outcome:
    """Apply the rules in their order; the first that holds gives the outcome."""
    by_party = {item.party: item for item in standings}
    leanings = {leaning(one) for item in standings for one in item.positions}
    rules = {
        Outcome.WITHDRAWN: Leaning.WITHDRAWN in leanings,
        Outcome.SPLIT: any(_is_split(pole, by_party) for pole in poles if pole.known),
        Outcome.DISPUTED: Leaning.AGAINST in leanings,
        Outcome.DEFERRED: Leaning.DEFERRED in leanings,
    }
    return next((outcome for outcome, holds in rules.items() if holds), None) or _by_assent(
        [pole for pole in poles if pole.known], by_party, leanings
    )


def _by_assent(poles: list[Pole], by_party: dict[str, Standing], leanings: set[Leaning]) -> Outcome:
    """Say how far the assent goes, where nothing stands against it; one side alone agrees nothing."""
    assenting = [pole for pole in poles if any(by_party[one].assents for one in pole.parties)]
    if len(assenting) > 1 and Leaning.CONDITIONAL in leanings:
        return Outcome.CONDITIONAL
    if len(assenting) < 2 or len(assenting) < len(poles):
        return Outcome.NO_RESPONSE
    return Outcome.IN_PRINCIPLE if Leaning.PROVISIONAL in leanings else Outcome.AGREED


def _is_split(pole: Pole, by_party: dict[str, Standing]) -> bool:
    standings = [by_party[party] for party in pole.parties]
    return any(
        one.assents and other.refuses
        for one in standings
        for other in standings
        if one.party != other.party
    )


def _silent(poles: tuple[Pole, ...], standings: tuple[Standing, ...]) -> tuple[str, ...]:
    speaking = {item.party for item in standings if item.positions}
    return tuple(
        pole.label for pole in poles if pole.known and not speaking.intersection(pole.parties)
    )


def _absent(index: CaseIndex, poles: tuple[Pole, ...]) -> tuple[str, ...]:
    taking_part = {pole.key for pole in poles}
    return tuple(
        side.label
        for side in index.case.sides
        if _is_pole_of_case(side) and poles and side.id not in taking_part
    )


def _dissenting(index: CaseIndex, target: Target, beside: tuple[Position, ...]) -> tuple[str, ...]:
    parties = dict.fromkeys(one.party for one in beside)
    return tuple(
        index.name_of(party)
        for party in sorted(parties, key=natural)
        if _is_pole_of_case(index.side_of(party)) and standing_of(index, party, target).refuses
    )


def _is_pole_of_case(side: Side | None) -> bool:
    return side is not None and side.principal and side.role is not SideRole.MEDIATOR


def _beside(index: CaseIndex, target: Target, parties: tuple[str, ...]) -> tuple[Position, ...]:
    targets = dict.fromkeys((ProposalRef(target.proposal), target))
    return tuple(one for one in index.positions_on(targets) if one.party not in parties)


def _attestation(
    index: CaseIndex,
    poles: tuple[Pole, ...],
    standings: tuple[Standing, ...],
    outcome: Outcome,
    article: Article | None,
) -> Attestation:
    counted = {
        party for pole in poles if pole.known or not outcome.is_assent for party in pole.parties
    }
    positions = tuple(one for item in standings if item.party in counted for one in item.positions)
    return attested(index, poles, positions, article, assent=outcome.is_assent)
