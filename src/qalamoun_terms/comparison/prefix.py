"""Ids that tell from which case a record comes."""

from __future__ import annotations

from attrs import evolve

from qalamoun_terms.comparison.renaming import Renaming, distinct
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ArticleRef

__all__ = ["prefixed", "renamed"]


def _atoms(case: Negotiation) -> tuple[str, ...]:
    """List the ids of the cases that a case was combined of."""
    return distinct((case.id, *case.id.split("+")))


def prefixed(case: Negotiation) -> Negotiation:
    """Put the id of a case before the ids of its records that have no such prefix yet.

    Args:
        case: the case.

    Returns:
        The case with the prefixes, in every reference too.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> case = Negotiation(id="founding", proposals=[Proposal(id="p1")])
    >>> prefixed(case).proposals[0].id, prefixed(prefixed(case)) == prefixed(case)
    ('founding:p1', True)
    """
    known = tuple(f"{atom}:" for atom in _atoms(case) if atom)

    def prefix(id: str) -> str:
        return id if id.startswith(known) else f"{case.id}:{id}"

    renaming = Renaming(
        document=prefix,
        party=prefix,
        side=prefix,
        proposal=prefix,
        article=lambda ref: ArticleRef(prefix(ref.proposal), ref.article),
        record=prefix,
    )
    return evolve(
        renamed(case, renaming),
        documents=tuple(evolve(one, id=prefix(one.id)) for one in case.documents),
        sides=tuple(evolve(one, id=prefix(one.id)) for one in case.sides),
        parties=tuple(evolve(renaming.of_party(one), id=prefix(one.id)) for one in case.parties),
        places=tuple(evolve(one, id=prefix(one.id)) for one in case.places),
        proposals=tuple(
            evolve(renaming.of_proposal(one), id=prefix(one.id)) for one in case.proposals
        ),
        unifications=tuple(
            evolve(one, kept=prefix(one.kept), dropped=prefix(one.dropped))
            for one in case.unifications
        ),
    )


def renamed(case: Negotiation, renaming: Renaming) -> Negotiation:
    """Rename in the records that are never unified.

    Args:
        case: the case.
        renaming: the new names.

    Returns:
        The case with rounds, positions, measures, compliance and unread sentences renamed.
    """
    return evolve(
        case,
        rounds=tuple(map(renaming.of_round, case.rounds)),
        positions=tuple(map(renaming.of_position, case.positions)),
        measures=tuple(map(renaming.of_measure, case.measures)),
        compliance=tuple(map(renaming.of_compliance, case.compliance)),
        unread=tuple(map(renaming.of_unread, case.unread)),
    )
