"""How well an outcome is attested: signed, announced by all, reported, or claimed by one side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from attrs import frozen

from qalamoun_terms.comparison.fold import fold
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.poles import Pole
from qalamoun_terms.model.actors import SideRole
from qalamoun_terms.model.grounds import Source, SourceKind
from qalamoun_terms.model.proposals import Article, Proposal, Status, Wording
from qalamoun_terms.model.record import Basis, Position, Voice

__all__ = ["Attestation", "Grade", "attested", "attested_by_status"]


class Grade(Enum):
    """How well an outcome is attested; the weakest that applies is the one that is given."""

    SIGNED = "signed text"
    ANNOUNCED = "announced by all"
    REPORTED = "reported"
    ONE_SIDE = "claimed by one side"


@frozen
class Attestation:
    """The grade of an outcome, and whether only anonymous sources carry it.

    >>> str(Attestation(Grade.ONE_SIDE, anonymous=True))
    'claimed by one side, anonymous'
    """

    grade: Grade
    anonymous: bool = False

    def __str__(self) -> str:
        return f"{self.grade.value}, anonymous" if self.anonymous else self.grade.value


def attested(
    index: CaseIndex,
    poles: tuple[Pole, ...],
    positions: tuple[Position, ...],
    article: Article | None,
    *,
    assent: bool,
) -> Attestation:
    """Grade an outcome by the positions that it rests on.

    Args:
        index: the case.
        poles: the negotiating sides.
        positions: the standing positions.
        article: the article, None for a proposal without known articles.
        assent: whether the outcome is an assent, which alone can be signed or announced by all.

    Returns:
        The grade; claimed by one side wherever every source speaks for the same side.

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.model.proposals import ProposalRef
    >>> from qalamoun_terms.model.record import Stance
    >>> no = Position(id="n1", party="y1", target=ProposalRef("p1"), stance=Stance.REJECTED)
    >>> attested(CaseIndex(Negotiation(id="c")), (), (no,), None, assent=False).grade
    <Grade.REPORTED: 'reported'>
    """
    anonymous = _all_anonymous(one.source for one in positions)
    if _one_side(_speaker(index, poles, one) for one in positions):
        return Attestation(Grade.ONE_SIDE, anonymous)
    if assent and _each_party(positions, _signed):
        return Attestation(Grade.SIGNED)
    if assent and _each_party(positions, _announced):
        return Attestation(Grade.ANNOUNCED)
    proposal = index.proposals.get(positions[0].target.proposal) if positions else None
    if assent and article and proposal and _verbatim_of_agreed(proposal, article):
        return Attestation(Grade.SIGNED)
    return Attestation(Grade.REPORTED, anonymous)


def attested_by_status(
    index: CaseIndex, poles: tuple[Pole, ...], proposal: Proposal, article: Article | None
) -> Attestation:
    """Grade an outcome that rests on what a source calls the proposal as a whole.

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> index = CaseIndex(Negotiation(id="c"))
    >>> attested_by_status(index, (), Proposal(id="p1", status=Status.AGREED), None).grade
    <Grade.REPORTED: 'reported'>
    """
    anonymous = _all_anonymous([proposal.source])
    if _one_side([_side_of_source(index, poles, proposal.source)]):
        return Attestation(Grade.ONE_SIDE, anonymous)
    if article and _verbatim_of_agreed(proposal, article):
        return Attestation(Grade.SIGNED)
    return Attestation(Grade.REPORTED, anonymous)


def _signed(position: Position) -> bool:
    return position.basis is Basis.SIGNATURE


def _announced(position: Position) -> bool:
    return position.voice is Voice.OWN or position.basis is Basis.ANNOUNCEMENT or _signed(position)


def _each_party(positions: tuple[Position, ...], holds: Callable[[Position], bool]) -> bool:
    parties = dict.fromkeys(one.party for one in positions)
    return bool(positions) and all(
        any(holds(one) for one in positions if one.party == party) for party in parties
    )


def _verbatim_of_agreed(proposal: Proposal, article: Article) -> bool:
    agreed = proposal.status in (Status.AGREED, Status.IMPLEMENTED)
    return agreed and all(one.wording is Wording.VERBATIM for one in article.accounts)


def _all_anonymous(sources: Iterable[Source]) -> bool:
    kinds = {_origin(source).kind for source in sources}
    return kinds == {SourceKind.ANONYMOUS}


def _origin(source: Source) -> Source:
    while source.cites is not None:
        source = source.cites
    return source


def _one_side(speakers: Iterable[str | None]) -> bool:
    """Tell whether all speak for one and the same side; who speaks for none belongs to no side."""
    found = set(speakers)
    return len(found) == 1 and None not in found


def _speaker(index: CaseIndex, poles: tuple[Pole, ...], position: Position) -> str | None:
    """Name the side for which the source of a position speaks, None for nobody's."""
    by_source = _side_of_source(index, poles, position.source)
    if by_source or position.voice not in (Voice.OWN, Voice.COUNTERPART):
        return by_source
    own = next((pole.key for pole in poles if position.party in pole.parties), None)
    if position.voice is Voice.OWN:
        return own
    others = [pole.key for pole in poles if pole.key != own]
    return others[0] if own is not None and len(others) == 1 else None


def _side_of_source(index: CaseIndex, poles: tuple[Pole, ...], source: Source) -> str | None:
    origin = _origin(source)
    party = origin.party or _party_named(index, origin.affiliation or origin.name)
    if party is None:
        return None
    if (side := index.side_of(party)) is not None:
        partial = side.id in {pole.key for pole in poles} or (
            side.principal and side.role is not SideRole.MEDIATOR
        )
        return side.id if partial else None
    return next((pole.key for pole in poles if pole.known and party in pole.parties), None)


def _party_named(index: CaseIndex, words: str | None) -> str | None:
    """Find the party whose name is the affiliation or the name that a source is given."""
    if words is None:
        return None
    wanted = fold(words)
    for party in index.parties.values():
        if wanted in map(fold, (party.name, *(party.aliases or ()))):
            return party.id
    return None
