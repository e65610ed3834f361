"""Whose word counts for the outcome of a proposal: its negotiating parties, side by side."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.comparison.order import CaseIndex, natural
from qalamoun_terms.model.actors import RoleInProposal, SideRole
from qalamoun_terms.model.proposals import ArticleRef, Proposal, ProposalRef, Target

__all__ = ["Pole", "poles_of", "targets_within"]

_OF_A_PARTY = {RoleInProposal.CONFLICT_PARTY, RoleInProposal.NEGOTIATING_PARTY}
_OFFERING = {RoleInProposal.PROPOSER, RoleInProposal.ADDRESSEE}
_ASSISTING = {RoleInProposal.FACILITATOR, RoleInProposal.WITNESS, RoleInProposal.MONITOR}
_BESIDE = {SideRole.MEDIATOR, SideRole.OTHER}


@frozen(kw_only=True)
class Pole:
    """A side of one proposal, with those of its parties whose word counts.

    Args:
        key: the id of the side; of the party, where its side is not known; "" for parties of which neither
            side nor role is known.
        label: how it is called.
        parties: the ids of its negotiating parties.

    >>> Pole(key="s1", label="State", parties=("y1",)).known
    True
    """

    key: str
    label: str
    parties: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether its assent is somebody's: a party of no known side or role can only object."""
        return self.key != ""


def poles_of(index: CaseIndex, proposal: Proposal) -> tuple[Pole, ...]:
    """Group the negotiating parties of a proposal by side.

    Those with the role of a conflict party, negotiating party or signatory are meant, with the proposers and
    addressees of a principal side. Where these are of fewer than two sides, the parties with a position on it
    count too. Mediators and sides beside the negotiation are left out unless their role makes them a party.

    Args:
        index: the case.
        proposal: the proposal.

    Returns:
        The poles, by the order of their ids.

    >>> from qalamoun_terms.model.actors import Party, Role, Side
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> paper = Proposal(id="p1", roles=[Role(party="y1", role=RoleInProposal.PROPOSER)])
    >>> state = Side(id="s1", label="State", role=SideRole.STATE)
    >>> case = Negotiation(
    ...     id="c", sides=[state], parties=[Party(id="y1", name="A", side="s1")], proposals=[paper]
    ... )
    >>> [pole.label for pole in poles_of(CaseIndex(case), paper)]
    ['State']
    """
    roles: dict[str, set[RoleInProposal]] = {}
    for item in proposal.roles:
        roles.setdefault(item.party, set()).add(item.role)
    named = [party for party, held in roles.items() if _is_party(index, party, held)]
    poles = _grouped(index, named, roles)
    if len(poles) > 1 and any(_by_role(held) for held in roles.values()):
        return poles
    positions = index.positions_on(targets_within(proposal))
    speaking = [one.party for one in positions if _may_answer(index, one.party, roles)]
    return _grouped(index, [*named, *speaking], roles)


def targets_within(proposal: Proposal) -> tuple[Target, ...]:
    """List what a position on a proposal may be about: the whole, and each of its known articles.

    >>> targets_within(Proposal(id="p1"))
    (ProposalRef(proposal='p1'),)
    """
    articles = (ArticleRef(proposal.id, article.id) for article in proposal.articles)
    return (ProposalRef(proposal.id), *articles)


def _by_role(held: set[RoleInProposal]) -> bool:
    """Tell whether roles make a party; who signs as witness, facilitator or monitor signs as that."""
    if held & _OF_A_PARTY:
        return True
    return RoleInProposal.SIGNATORY in held and not held & _ASSISTING


def _is_party(index: CaseIndex, party: str, held: set[RoleInProposal]) -> bool:
    if _by_role(held):
        return True
    if not held & _OFFERING:
        return False
    side = index.side_of(party)
    if side is None:
        return not held & (_ASSISTING | {RoleInProposal.GUARANTOR})
    return side.principal and side.role is not SideRole.MEDIATOR


def _may_answer(index: CaseIndex, party: str, roles: dict[str, set[RoleInProposal]]) -> bool:
    if roles.get(party, set()) & (_ASSISTING | {RoleInProposal.GUARANTOR}):
        return False
    side = index.side_of(party)
    return side is None or (side.principal and side.role not in _BESIDE)


def _grouped(
    index: CaseIndex, parties: list[str], roles: dict[str, set[RoleInProposal]]
) -> tuple[Pole, ...]:
    groups: dict[str, list[str]] = {}
    for party in sorted(set(parties), key=natural):
        side = index.side_of(party)
        key = side.id if side else party if party in roles else ""
        groups.setdefault(key, []).append(party)
    return tuple(
        Pole(key=key, label=_label(index, key), parties=tuple(groups[key]))
        for key in sorted(groups, key=natural)
    )


def _label(index: CaseIndex, key: str) -> str:
    if key in index.sides:
        return index.sides[key].label
    return index.name_of(key) if key else "side not known"
