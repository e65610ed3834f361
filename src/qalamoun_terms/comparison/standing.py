"""What stands of all that a party is said to have done about one article, and what was replaced."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.model.proposals import ArticleRef, Proposal, ProposalRef, Target
from qalamoun_terms.model.record import Position, Stance

__all__ = ["Leaning", "Replacement", "Standing", "leaning", "proposed_by_role", "standing_of"]


class Leaning(Enum):
    """Which way a stance goes, the weakest for an agreement first; an alleged breach goes no way."""

    WITHDRAWN = "withdrawn"
    AGAINST = "against"
    DEFERRED = "deferred"
    CONDITIONAL = "conditional"
    PROVISIONAL = "provisional"
    FOR = "for"


_LEANINGS = {
    Stance.PROPOSED: Leaning.FOR,
    Stance.DEMANDED: Leaning.FOR,
    Stance.INSISTED: Leaning.FOR,
    Stance.ACCEPTED: Leaning.FOR,
    Stance.PROVISIONAL: Leaning.PROVISIONAL,
    Stance.CONDITIONAL: Leaning.CONDITIONAL,
    Stance.REJECTED: Leaning.AGAINST,
    Stance.WITHDRAWN: Leaning.WITHDRAWN,
    Stance.DEFERRED: Leaning.DEFERRED,
}
_ASSENT = {Leaning.FOR, Leaning.PROVISIONAL, Leaning.CONDITIONAL}
_REFUSAL = {Leaning.AGAINST, Leaning.WITHDRAWN}


def leaning(position: Position) -> Leaning:
    """Say which way a position goes; proposing, demanding and insisting are for one's own text.

    >>> yes = Position(id="n1", party="y1", target=ProposalRef("p1"), stance=Stance.INSISTED)
    >>> leaning(yes)
    <Leaning.FOR: 'for'>
    """
    return _LEANINGS[position.stance]


@frozen(kw_only=True)
class Replacement:
    """A position that no longer stands, and the one that took its place.

    Args:
        position: the one that was replaced or outweighed.
        by: the one that stands instead.
        later: True where that one is known to be later, False where it speaks of the article itself and the
            order of the two is not known.

    >>> old = Position(id="n1", party="y1", target=ProposalRef("p1"), stance=Stance.PROVISIONAL)
    >>> new = Position(id="n2", party="y1", target=ArticleRef("p1", "a1"), stance=Stance.REJECTED)
    >>> Replacement(position=old, by=new, later=False).by.id
    'n2'
    """

    position: Position
    by: Position
    later: bool


@frozen(kw_only=True)
class Standing:
    """What a party's positions on one article come to.

    Args:
        party: the id of the party.
        positions: those that stand; more than one where their order is not known.
        replaced: those that do not, each with the one in its place.
        alleged: alleged breaches; they are shown and change nothing.
        sources_conflict: whether different sources say assent and refusal of it, neither known to be later.

    >>> Standing(party="y1").order_unknown
    False
    """

    party: str
    positions: tuple[Position, ...] = ()
    replaced: tuple[Replacement, ...] = ()
    alleged: tuple[Position, ...] = ()
    sources_conflict: bool = False

    @property
    def order_unknown(self) -> bool:
        """Whether positions that go different ways stand beside each other."""
        return len({leaning(one) for one in self.positions}) > 1

    @property
    def assents(self) -> bool:
        """Whether some assent stands, be it provisional or conditional."""
        return any(leaning(one) in _ASSENT for one in self.positions)

    @property
    def refuses(self) -> bool:
        """Whether a rejection stands."""
        return any(leaning(one) is Leaning.AGAINST for one in self.positions)


def standing_of(index: CaseIndex, party: str, target: Target) -> Standing:
    """Say what stands of a party's positions on an article, blanket ones on its proposal included.

    Args:
        index: the case.
        party: the id of the party.
        target: the article, or a proposal of which no article is known.

    Returns:
        What stands, what was replaced by what, and what is alleged.

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> yes = Position(id="n1", party="y1", target=ProposalRef("p1"), stance=Stance.PROVISIONAL)
    >>> no = Position(id="n2", party="y1", target=ArticleRef("p1", "a1"), stance=Stance.REJECTED)
    >>> index = CaseIndex(Negotiation(id="c", positions=[yes, no]))
    >>> [one.id for one in standing_of(index, "y1", ArticleRef("p1", "a1")).positions]
    ['n2']
    """
    targets = (ProposalRef(target.proposal), target) if _is_article(target) else (target,)
    own = [one for one in index.positions_on(targets) if one.party == party]
    stances = [one for one in own if one.stance is not Stance.VIOLATED]
    replaced = _replaced(index, stances)
    gone = {item.position.id for item in replaced}
    left = [one for one in stances if one.id not in gone]
    outweighed = _outweighed(left)
    gone |= {item.position.id for item in outweighed}
    return Standing(
        party=party,
        positions=tuple(one for one in left if one.id not in gone),
        replaced=(*replaced, *outweighed),
        alleged=tuple(one for one in own if one.stance is Stance.VIOLATED),
        sources_conflict=_sources_conflict(left),
    )


def proposed_by_role(proposal: Proposal, party: str) -> Position:
    """Make the position that the role of proposer implies, where none is recorded.

    >>> proposed_by_role(Proposal(id="p1"), "y1").inferred
    True
    """
    return Position(
        id=f"{proposal.id}:proposer:{party}",
        party=party,
        target=ProposalRef(proposal.id),
        stance=Stance.PROPOSED,
        when=proposal.date,
        inferred=True,
        source=proposal.source,
        grounds=tuple(one.ground for one in proposal.evidence if one.field in ("", "roles")),
    )


def _is_article(target: Target) -> bool:
    return isinstance(target, ArticleRef)


def _replaced(index: CaseIndex, stances: list[Position]) -> tuple[Replacement, ...]:
    """Find the positions that a later one replaces which itself is replaced by none."""
    later = {
        one.id: [other for other in stances if index.known_later(other, one)] for one in stances
    }
    found = []
    for one in stances:
        last = [other for other in later[one.id] if not later[other.id]]
        if last:
            found.append(Replacement(position=one, by=last[-1], later=True))
    return tuple(found)


def _outweighed(left: list[Position]) -> tuple[Replacement, ...]:
    """Find the blanket positions that give way to one on the article itself, order unknown."""
    specific = [one for one in left if _is_article(one.target)]
    if not specific:
        return ()
    return tuple(
        Replacement(position=one, by=specific[-1], later=False)
        for one in left
        if not _is_article(one.target)
    )


def _sources_conflict(left: list[Position]) -> bool:
    assents = [one for one in left if leaning(one) in _ASSENT]
    refusals = [one for one in left if leaning(one) in _REFUSAL]
    return any(yes.source != no.source for yes in assents for no in refusals)
