"""The proposals of a case in the order of time, as far as it is known."""

from __future__ import annotations

import datetime as dt

from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal

__all__ = ["in_order", "put_forward", "start_of"]


def in_order(case: Negotiation) -> tuple[Proposal, ...]:
    """Put the proposals in the order of their rounds and dates; what has neither comes last.

    Args:
        case: the case.

    >>> case = Negotiation(
    ...     id="c",
    ...     proposals=[Proposal(id="p1", date=Date("2018")), Proposal(id="p2", date=Date("2016"))],
    ... )
    >>> [one.id for one in in_order(case)]
    ['p2', 'p1']
    """
    return tuple(sorted(case.proposals, key=lambda one: start_of(put_forward(case, one))))


def put_forward(case: Negotiation, proposal: Proposal) -> Date | None:
    """Give the date of a proposal, or else that of its round.

    Args:
        case: the case.
        proposal: one of its proposals.

    >>> put_forward(Negotiation(id="c"), Proposal(id="p1", date=Date("2016"))).edtf
    '2016'
    """
    if proposal.date is not None:
        return proposal.date
    return next((one.date for one in case.rounds if proposal.id in one.proposals), None)


def start_of(date: Date | None) -> dt.date:
    """Give the first day that a date may mean; the last day of all where it is not known.

    Args:
        date: the date, or None.

    >>> start_of(Date("2016")).isoformat()
    '2016-01-01'
    """
    return (date and (date.earliest or date.latest)) or dt.date.max
