"""A case as it stood on a day: without what is known to be later."""

from __future__ import annotations

from attrs import evolve, frozen

from qalamoun_terms.comparison.in_order import put_forward
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal
from qalamoun_terms.model.time import Date

__all__ = ["AsOf", "Day", "as_of_date", "date_of", "drawn_for"]

Day = Date | str | None
"""A day as a caller gives it: a date, the text of one in EDTF, or None for all that is known."""


@frozen(kw_only=True)
class AsOf:
    """A case as of a day, and what that left open.

    Args:
        case: the case without what is known to be later.
        undated: ids of positions that stayed although nothing says that they are not later: without a date, or with
            one that reaches beyond the day.

    >>> as_of_date(Negotiation(id="c"), Date("2017")).undated
    ()
    """

    case: Negotiation
    undated: tuple[str, ...]


def as_of_date(case: Negotiation, date: Date) -> AsOf:
    """Leave out of a case what is known to be later than a day: proposals, positions, measures, compliance.

    A proposal without a date has that of its round. What came after a position that is left out is left out too.
    What has no date, or one that reaches beyond the day, stays and is named.

    Args:
        case: the case.
        date: the day; of a month or a year, its last one.

    Returns:
        The case as of that day.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", date=Date("2018-04-19"))])
    >>> as_of_date(case, Date("2017")).case.proposals
    ()
    """
    proposals = [one for one in case.proposals if not _later(put_forward(case, one), date)]
    kept = {one.id for one in proposals}
    gone = {one.id for one in case.positions if _later(one.when, date)}
    gone |= {one.id for one in case.positions if one.target.proposal not in kept}
    index = CaseIndex(case)
    late = [one for one in case.positions if one.id in gone and _later(one.when, date)]
    positions = tuple(
        one
        for one in case.positions
        if one.id not in gone and not any(index.known_later(one, other) for other in late)
    )
    undated = tuple(one.id for one in positions if _may_be_later(one.when, date))
    remaining = evolve(
        case,
        positions=positions,
        proposals=tuple(_without(one, kept) for one in proposals),
        measures=tuple(one for one in case.measures if not _later(one.date, date)),
        compliance=tuple(
            one
            for one in case.compliance
            if one.target.proposal in kept and not _later(one.date, date)
        ),
    )
    return AsOf(case=remaining, undated=undated)


def _later(when: Date | None, date: Date) -> bool:
    return when is not None and date.before(when) is True


def _may_be_later(when: Date | None, date: Date) -> bool:
    """Tell whether something may have been after the last day of a date."""
    if when is None or when.latest is None or date.latest is None:
        return True
    return when.latest > date.latest


def _without(proposal: Proposal, kept: set[str]) -> Proposal:
    return evolve(
        proposal,
        continues=tuple(one for one in proposal.continues if one.proposal in kept),
        supersedes=tuple(one for one in proposal.supersedes if one.proposal in kept),
    )


def drawn_for(case: Negotiation, day: Day) -> Negotiation:
    """Give a case as of a day; as it is where no day is given.

    Args:
        case: the case.
        day: the day.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", date=Date("2018-04-19"))])
    >>> len(drawn_for(case, "2017").proposals), len(drawn_for(case, None).proposals)
    (0, 1)
    """
    date = date_of(day)
    return case if date is None else as_of_date(case, date).case


def date_of(day: Day) -> Date | None:
    """Read a day as a caller gives it.

    Raises:
        InvalidValueError: a text that is no date in EDTF.

    >>> date_of("2017-11"), date_of(None)
    (Date(edtf='2017-11'), None)
    """
    return Date(day) if isinstance(day, str) else day
