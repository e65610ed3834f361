"""Who stands where on one article: the sides and parties grouped by what stands of their positions."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from qalamoun_terms.comparison.outcome import OutcomeBasis, OutcomeOfArticle
from qalamoun_terms.comparison.standing import Leaning, Standing, leaning, standing_of
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.actors import SideRole

__all__ = ["ASSENTING", "Camp", "Member", "Stand", "camps_of"]


class Stand(Enum):
    """Where a party stands on an article."""

    FOR = "for it"
    PROVISIONAL = "for it in principle"
    CONDITIONAL = "for it on a condition"
    DEFERRED = "has put off its answer"
    AGAINST = "against it"
    WITHDREW = "withdrew from it"
    UNCLEAR = "went different ways, in an order that is not known"
    BY_STATUS = "by the word of a source on the whole"
    SILENT = "no answer on record"


ASSENTING = (Stand.FOR, Stand.PROVISIONAL, Stand.CONDITIONAL)
"""Where a party is for the article, if only in principle or on a condition."""

_STANDS = {
    Leaning.FOR: Stand.FOR,
    Leaning.PROVISIONAL: Stand.PROVISIONAL,
    Leaning.CONDITIONAL: Stand.CONDITIONAL,
    Leaning.DEFERRED: Stand.DEFERRED,
    Leaning.AGAINST: Stand.AGAINST,
    Leaning.WITHDRAWN: Stand.WITHDREW,
}


@frozen(kw_only=True)
class Member:
    """The parties of one side that stand together.

    Args:
        side: the label of the side, or the name of a party whose side is not known.
        parties: the names of the parties; empty for a side of which no party has spoken.
        counted: whether their word counts for the outcome.

    >>> print(Member(side="Opposition", parties=["Council", "Brigade"]))
    Opposition (Council, Brigade)
    """

    side: str = field(validator=v.nonempty_text)
    parties: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text)
    )
    counted: bool = field(default=True, validator=v.boolean)

    def __str__(self) -> str:
        notes = [] if self.parties == (self.side,) else list(self.parties)
        notes += [] if self.counted else ["not a party to it"]
        return f"{self.side} ({', '.join(notes)})" if notes else self.side


@frozen(kw_only=True)
class Camp:
    """All who stand in one place.

    Args:
        stand: where.
        members: who, side by side.

    >>> print(Camp(stand=Stand.AGAINST, members=[Member(side="Opposition")]))
    against it: Opposition
    """

    stand: Stand = field(validator=v.instance(Stand))
    members: tuple[Member, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Member))

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides in it whose word counts."""
        return tuple(one.side for one in self.members if one.counted)

    def __str__(self) -> str:
        return f"{self.stand.value}: {', '.join(map(str, self.members))}"


def camps_of(outcome: OutcomeOfArticle) -> tuple[Camp, ...]:
    """Group the sides and parties of an article by where they stand.

    Negotiating sides come first; then parties of the other principal sides and of the same sides that are no
    party to the proposal and have said something of it all the same.

    Args:
        outcome: the outcome of the article.

    Returns:
        The camps that somebody stands in, in the order of `Stand`.

    >>> from qalamoun_terms.comparison.outcome import outcome_of
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.model.proposals import Proposal
    >>> camps_of(outcome_of(Negotiation(id="c", proposals=[Proposal(id="p1")]), "p1"))
    ()
    """
    found: dict[Stand, dict[tuple[str, bool], list[str]]] = {}
    by_party = {item.party: item for item in outcome.standings}
    for pole in outcome.poles:
        silent = True
        for party in pole.parties:
            if by_party[party].positions:
                silent = False
                _put(found, _stand(by_party[party]), (pole.label, True), outcome, party)
        if silent:
            stand = Stand.BY_STATUS if outcome.basis is OutcomeBasis.STATUS else Stand.SILENT
            found.setdefault(stand, {}).setdefault((pole.label, True), [])
    for party, label in _others(outcome):
        standing = standing_of(outcome.index, party, outcome.target)
        if standing.positions:
            _put(found, _stand(standing), (label, False), outcome, party)
    return tuple(_camp(stand, found[stand]) for stand in Stand if stand in found)


def _stand(standing: Standing) -> Stand:
    leanings = {leaning(one) for one in standing.positions}
    return _STANDS[leanings.pop()] if len(leanings) == 1 else Stand.UNCLEAR


def _put(
    found: dict[Stand, dict[tuple[str, bool], list[str]]],
    stand: Stand,
    member: tuple[str, bool],
    outcome: OutcomeOfArticle,
    party: str,
) -> None:
    found.setdefault(stand, {}).setdefault(member, []).append(outcome.index.name_of(party))


def _others(outcome: OutcomeOfArticle) -> list[tuple[str, str]]:
    """List the parties of principal sides that spoke without being a party to it, with their sides."""
    parties = dict.fromkeys(one.party for one in outcome.beside)
    found = []
    for party in parties:
        side = outcome.index.side_of(party)
        if side is not None and side.principal and side.role is not SideRole.MEDIATOR:
            found.append((party, side.label))
    return found


def _camp(stand: Stand, members: dict[tuple[str, bool], list[str]]) -> Camp:
    return Camp(
        stand=stand,
        members=[
            Member(side=side, parties=names, counted=counted)
            for (side, counted), names in members.items()
        ],
    )
