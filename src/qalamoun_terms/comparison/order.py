"""The partial order of positions, and a case looked up by its ids.

Dates that do not overlap decide; then what a position's words say that it came after, however many steps away.
The order of the text is never the order of events: where neither decides, the order is not known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from qalamoun_terms.model.actors import Side
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, Target
from qalamoun_terms.model.record import Position

__all__ = ["CaseIndex", "known_later", "natural"]

_Followed = tuple[dict[str, None], dt.date | None]
_UNDATED = (None, None)
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
        self.articles = dict(case.articles())
        self.positions = {one.id: one for one in case.positions}
        self.superseded_by: dict[str, list[str]] = {}
        for proposal in case.proposals:
            for earlier in proposal.supersedes:
                self.superseded_by.setdefault(earlier.proposal, []).append(proposal.id)
        self._by_target: dict[Target, list[Position]] = {}
        for position in sorted(case.positions, key=lambda one: natural(one.id)):
            self._by_target.setdefault(position.target, []).append(position)
        self._bounds = {
            one.id: (one.when.earliest, one.when.latest) for one in case.positions if one.when
        }
        self._later: dict[tuple[str, str], bool] = {}
        self._behind: dict[str, _Followed] = {}
        self._ahead: dict[str, _Followed] = {}
        self._earlier, self._followers = self._steps()

    def article(self, target: Target) -> Article | None:
        """Give the article that is meant, None where it is a whole proposal."""
        return self.articles[target] if isinstance(target, ArticleRef) else None

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
        key = (a.id, b.id)
        if key not in self._later:
            by_date = self._later_by_date(*key)
            self._later[key] = a.id != b.id and (
                self._reaches(*key) and not self._reaches(b.id, a.id)
                if by_date is None
                else by_date
            )
        return self._later[key]

    def _later_by_date(self, a: str, b: str) -> bool | None:
        start_a, end_a = self._bounds.get(a, _UNDATED)
        start_b, end_b = self._bounds.get(b, _UNDATED)
        if start_a is not None and end_b is not None and end_b < start_a:
            return True
        return False if start_b is not None and end_a is not None and end_a < start_b else None

    def _reaches(self, a: str, b: str) -> bool:
        """Follow ``after`` back from one position to the other, or to a date that tells.

        Between two steps by date no step by words can lead back in time, so that one date is enough.
        """
        before, start = self._followed(a, self._behind, self._earlier)
        _, end = self._followed(b, self._ahead, self._followers)
        return b in before or (start is not None and end is not None and end < start)

    def _followed(
        self, id: str, known: dict[str, _Followed], steps: dict[str, list[str]]
    ) -> _Followed:
        """Collect what is reached by ``after``, and the last day that starts it or the first that ends it."""
        if id not in known:
            found: dict[str, None] = {}
            waiting = [id]
            while waiting:
                for name in steps.get(waiting.pop(), ()):
                    if name not in found:
                        found[name] = None
                        waiting.append(name)
            bounds = [self._bounds.get(one, _UNDATED) for one in (id, *found)]
            if known is self._behind:
                day = max((start for start, _ in bounds if start is not None), default=None)
            else:
                day = min((end for _, end in bounds if end is not None), default=None)
            known[id] = (found, day)
        return known[id]

    def _steps(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Read ``after`` in both directions, leaving out what the dates of the two contradict."""
        earlier: dict[str, list[str]] = {}
        followers: dict[str, list[str]] = {}
        for position in self.positions.values():
            for name in position.after:
                if name in self.positions and self._later_by_date(position.id, name) is not False:
                    earlier.setdefault(position.id, []).append(name)
                    followers.setdefault(name, []).append(position.id)
        return earlier, followers
