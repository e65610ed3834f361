"""The partial order of positions, and a case looked up by its ids.

Dates that do not overlap decide; then what a position's words say that it came after, however many steps away.
The order of the text is never the order of events: where neither decides, the order is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qalamoun_terms.model.actors import Side
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Target
from qalamoun_terms.model.record import Position

__all__ = ["CaseIndex", "known_later", "natural"]

_DIGITS = re.compile(r"([0-9]+)")


def natural(id: str) -> tuple[tuple[int, int, str], ...]:
    """Give the key that sorts ids as people count, ``n2`` before ``n10``.

    >>> sorted(["n10", "n2"], key=natural)
    ['n2', 'n10']
    """
    return tuple(
        (1, int(part), part) if part.isdigit() else (0, 0, part) for part in _DIGITS.split(id)
    )


def known_later(a: Position, b: Position, case: Negotiation) -> bool:
    """Say whether one position is known to be later than another.

    Args:
        a: the position that may be the later one.
        b: the other one.
        case: the case that holds both.

    Returns:
        True if it is known to be later; False if it is known to be earlier or cannot be told.

    >>> from qalamoun_terms.model.proposals import ProposalRef
    >>> from qalamoun_terms.model.record import Stance
    >>> yes = Position(id="n1", party="y1", target=ProposalRef("p1"), stance=Stance.ACCEPTED)
    >>> no = Position(
    ...     id="n2", party="y1", target=ProposalRef("p1"), stance=Stance.REJECTED, after=["n1"]
    ... )
    >>> case = Negotiation(id="c", positions=[no, yes])
    >>> known_later(no, yes, case), known_later(yes, no, case)
    (True, False)
    """
    return CaseIndex(case).known_later(a, b)


class CaseIndex:
    """A case looked up by its ids, made once for many questions.

    Args:
        case: the case.

    >>> CaseIndex(Negotiation(id="c")).positions_on(()) == ()
    True
    """

    def __init__(self, case: Negotiation) -> None:
        self.case = case
        self.parties = {one.id: one for one in case.parties}
        self.sides = {one.id: one for one in case.sides}
        self.proposals = {one.id: one for one in case.proposals}
        self.positions = {one.id: one for one in case.positions}
        self.superseded_by: dict[str, list[str]] = {}
        for proposal in case.proposals:
            for earlier in proposal.supersedes:
                self.superseded_by.setdefault(earlier.proposal, []).append(proposal.id)
        self._by_target: dict[Target, list[Position]] = {}
        for position in sorted(case.positions, key=lambda one: natural(one.id)):
            self._by_target.setdefault(position.target, []).append(position)
        self._before: dict[str, dict[str, Position]] = {}

    def positions_on(self, targets: Iterable[Target]) -> tuple[Position, ...]:
        """List the positions on any of these targets, target by target, each in the order of ids."""
        return tuple(one for target in targets for one in self._by_target.get(target, ()))

    def side_of(self, party: str) -> Side | None:
        """Give the side that a party speaks for, or else belongs to; None where that is not known."""
        record = self.parties.get(party)
        wanted = record and (record.speaks_for or record.side)
        return self.sides.get(wanted) if wanted else None

    def name_of(self, party: str) -> str:
        """Give the name of a party."""
        return self.parties[party].name if party in self.parties else party

    def known_later(self, a: Position, b: Position) -> bool:
        """Say whether one position is known to be later than another; see `known_later`."""
        if a.id == b.id:
            return False
        by_date = _later_by_date(a, b)
        if by_date is not None:
            return by_date
        return self._reaches(a, b) and not self._reaches(b, a)

    def _reaches(self, a: Position, b: Position) -> bool:
        """Follow ``after`` back from one position and look for the other, or for a date that tells."""
        behind = self._behind(a)
        if b.id in behind:
            return True
        ahead = [one for one in self.positions.values() if b.id in self._behind(one)]
        return any(
            _later_by_date(late, early) for late in (a, *behind.values()) for early in (b, *ahead)
        )

    def _behind(self, position: Position) -> dict[str, Position]:
        """Collect the positions that one came after, step by step, where no date says otherwise."""
        if position.id not in self._before:
            found: dict[str, Position] = {}
            waiting = [position]
            while waiting:
                here = waiting.pop()
                for name in here.after:
                    earlier = self.positions.get(name)
                    if earlier and name not in found and _later_by_date(here, earlier) is not False:
                        found[name] = earlier
                        waiting.append(earlier)
            self._before[position.id] = found
        return self._before[position.id]


def _later_by_date(a: Position, b: Position) -> bool | None:
    if a.when is None or b.when is None:
        return None
    return b.when.before(a.when)
