"""How long a provision runs, by when it is due, and whether it still ran on a day.

1. Nothing runs before it is agreed: an offer that nobody accepted has no clock.
2. A clock starts with the agreement: on the date of a proposal that a source calls agreed, or else on the last
   of that date and those of the answers. Where it hangs on a condition, on an answer without a date or on an
   event of which the record has no date, it starts on an unknown day that is not before.
3. What is not known stays unknown: a day between the first and the last possible end gives no answer.
4. That a duration is over says nothing of what was done: an extension that nobody reports may have been made.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from importlib import resources

from attrs import field, frozen

from qalamoun_terms.comparison.describe import in_words
from qalamoun_terms.comparison.fold import fold
from qalamoun_terms.comparison.in_order import put_forward
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.outcome import Outcome, OutcomeBasis, OutcomeOfArticle
from qalamoun_terms.comparison.spans import between_days, date_words, end_of
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.proposals import Proposal, Status
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.terms import Term
from qalamoun_terms.model.time import Date, Deadline, Duration, Extension

__all__ = ["Clock", "ClockState", "clocks_of", "expired"]

_CALLED_AGREED = (Status.TENTATIVE, Status.AGREED, Status.IMPLEMENTED)
_OWN_TEXT = (Stance.PROPOSED, Stance.DEMANDED, Stance.INSISTED)


class ClockState(Enum):
    """Whether something that runs for a time ran on a day."""

    NOT_BEGUN = "not begun"
    RUNNING = "running"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Clock:
    """A stated time of an agreed provision, and how it stood on a day.

    Args:
        what: ``duration``, ``validity`` of the whole proposal, or ``deadline``.
        lasts: how long it runs, None for a deadline that is a date.
        start: when it started, as far as that is known.
        end: when it ends, as far as that is known.
        state: how it stood on the day, None where no day is asked for.
        extension: how it may be prolonged, by the words of the term.
        why: why its start is not known; None where it is.

    >>> lasts = Duration.parse("P2M")
    >>> start, end = Date("2017-07-16"), Date("2017-09-16")
    >>> print(Clock(what="duration", lasts=lasts, start=start, end=end, state=ClockState.EXPIRED))
    2 months from 2017-07-16: expired on 2017-09-16
    >>> print(Clock(what="duration", lasts=lasts, state=ClockState.UNKNOWN, why="no date is known"))
    2 months: unknown whether it still runs, because no date is known
    """

    what: str = field(validator=v.nonempty_text)
    lasts: Duration | None = field(default=None, validator=v.optional(v.instance(Duration)))
    start: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    end: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    state: ClockState | None = field(default=None, validator=v.optional(v.instance(ClockState)))
    extension: Extension | None = field(default=None, validator=v.optional(v.instance(Extension)))
    why: str | None = field(default=None, validator=v.optional(v.nonempty_text))

    @property
    def expired(self) -> bool:
        """Whether its stated time was over by the day, for all that is known."""
        return self.state is ClockState.EXPIRED

    @property
    def words(self) -> str:
        """The clock in words: what was stated, how it stood, and what that leaves open."""
        said = self._said()
        words = f"{self._stated()}: {said}" if said else self._stated()
        if self.extension is None or self.what == "deadline":
            return words
        more = in_words(self.extension)
        open_end = self.expired and self.extension.times != 0
        return f"{words} ({more}{'; no extension is on record' if open_end else ''})"

    def __str__(self) -> str:
        return self.words

    def _stated(self) -> str:
        if self.lasts is None:
            return f"due by {date_words(self.end)}" if self.end else "due"
        lead = {"deadline": "due within ", "validity": "valid for "}.get(self.what, "")
        start = f" from {date_words(self.start)}" if self.start else ""
        return f"{lead}{in_words(self.lasts)}{start}"

    def _said(self) -> str:
        on = "" if self.end is None or self.lasts is None else _on(self.end)
        past = "past" if self.what == "deadline" else "expired"
        if self.state is ClockState.UNKNOWN:
            why = f"because {self.why}" if self.why else f"it ends {on}" if on else "on that day"
            asked = "is past" if self.what == "deadline" else "still runs"
            return f"unknown whether it {asked}, {why}"
        ends = f"ends {on}" if on else ""
        said = {
            ClockState.NOT_BEGUN: ("not begun",),
            ClockState.RUNNING: ("not past" if self.what == "deadline" else "running", ends),
            ClockState.EXPIRED: (f"{past} {on}".strip(),),
        }
        return ", ".join(one for one in (said[self.state] if self.state else (ends,)) if one)


def _on(date: Date) -> str:
    words = date_words(date)
    return words if "/" in date.edtf else f"on {words}"


def clocks_of(
    index: CaseIndex, outcome: OutcomeOfArticle, day: Date | None = None
) -> tuple[Clock, ...]:
    """Read the stated times of an agreed provision as clocks; one that is not agreed has none.

    Args:
        index: the case.
        outcome: the outcome of the provision.
        day: the day for which their state is asked; of a month or a year, its last one.

    Returns:
        The duration, or else the validity of the whole proposal, then the deadline. Where accounts
        state different times, each has its own.

    >>> from qalamoun_terms.comparison.outcome import derive
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.model.proposals import Account, Article, parse_ref
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> truce = Account(term=Ceasefire(duration=Duration.parse("P2M")))
    >>> paper = Proposal(
    ...     id="p1",
    ...     date=Date("2017-07-16"),
    ...     status=Status.TENTATIVE,
    ...     articles=[Article(id="a1", accounts=[truce])],
    ... )
    >>> index = CaseIndex(Negotiation(id="c", proposals=[paper]))
    >>> print(*clocks_of(index, derive(index, parse_ref("p1.a1")), Date("2017-10")))
    2 months from 2017-07-16: expired on 2017-09-16
    """
    if not outcome.outcome.is_assent:
        return ()
    proposal, article = index.proposals[outcome.target.proposal], index.article(outcome.target)
    agreed = _agreed_on(index, outcome, proposal)
    terms = [account.term for account in article.accounts] if article else []
    found = [
        one for term in dict.fromkeys(terms) for one in _of_term(term, _starts(term, agreed), day)
    ]
    lasting = [one for one in found if one.what == "duration"]
    if not lasting and proposal.validity is not None:
        found.insert(0, _run("validity", proposal.validity, agreed, day))
    return tuple(dict.fromkeys(found))


@frozen(kw_only=True)
class _Start:
    """When something starts, and why that is not known where it is not."""

    date: Date | None
    why: str | None = None


def _agreed_on(index: CaseIndex, outcome: OutcomeOfArticle, proposal: Proposal) -> _Start:
    """Say when a provision was agreed, as far as its date and its answers tell."""
    date = put_forward(index.case, proposal)
    if outcome.outcome is Outcome.CONDITIONAL:
        return _not_before(date, "it is accepted on a condition")
    called = outcome.basis is OutcomeBasis.STATUS or proposal.status in _CALLED_AGREED
    if called and date is not None:
        return _Start(date=date)
    answers = [one for one in outcome.standing if not _is_own(one, proposal)]
    known = [one.when for one in answers if one.when is not None]
    latest = _latest([*known, *([date] if date else [])])
    if len(known) < len(answers) or not answers:
        return _not_before(latest, "nothing says when it was agreed")
    return _Start(date=latest)


def _is_own(position: Position, proposal: Proposal) -> bool:
    """Tell whether a position stands by one's own text, so that it was taken with it."""
    return position.stance in _OWN_TEXT and position.party in proposal.proposers


def _latest(dates: list[Date]) -> Date | None:
    """Give the time by which all of the dates have come."""
    if len(set(dates)) < 2:
        return dates[0] if dates else None
    firsts = [one.earliest for one in dates if one.earliest is not None]
    lasts = [one.latest for one in dates if one.latest is not None]
    last = max(lasts) if len(lasts) == len(dates) else None
    return between_days(max(firsts, default=None), last)


def _not_before(date: Date | None, why: str) -> _Start:
    first = date.earliest if date else None
    return _Start(date=between_days(first, None) if first else None, why=why)


def _starts(term: Term, agreed: _Start) -> _Start:
    """Say when a term starts to run: with the agreement, unless it hangs on something else."""
    if term.condition is not None:
        return _not_before(agreed.date, f"it hangs on a condition: {term.condition}")
    if term.trigger is not None and fold(term.trigger) not in _events():
        return _not_before(
            agreed.date, f"it runs from an event of which no date is known: {term.trigger}"
        )
    return agreed


@cache
def _events() -> frozenset[str]:
    """The events that are the agreement itself."""
    table = resources.files(__package__).joinpath("clocks.toml").read_text(encoding="utf-8")
    return frozenset(map(fold, tomllib.loads(table)["agreement"]))


def _of_term(term: Term, start: _Start, day: Date | None) -> Iterator[Clock]:
    if term.duration is not None:
        yield _run("duration", term.duration, start, day, getattr(term, "extension", None))
    if term.deadline is not None:
        yield _due(term.deadline, start, day)


def _run(
    what: str, lasts: Duration, start: _Start, day: Date | None, extension: Extension | None = None
) -> Clock:
    end = end_of(start.date, lasts) if start.date else None
    why = start.why or (None if start.date else "no date of it is known")
    return Clock(
        what=what,
        lasts=lasts,
        start=start.date,
        end=end,
        state=_state(start.date, end, day),
        extension=extension,
        why=why,
    )


def _due(deadline: Deadline, start: _Start, day: Date | None) -> Clock:
    if deadline.by is None and deadline.within is not None:
        return _run("deadline", deadline.within, start, day)
    return Clock(
        what="deadline",
        lasts=deadline.within,
        end=deadline.by,
        state=_state(None, deadline.by, day),
    )


def _state(start: Date | None, end: Date | None, day: Date | None) -> ClockState | None:
    """Say how something stood at the end of a day; its last day still belongs to it."""
    if day is None:
        return None
    at = day.latest
    if at is None:
        return ClockState.UNKNOWN
    if _is_before(at, start.earliest if start else None):
        return ClockState.NOT_BEGUN
    if end is not None and end.latest is not None and end.latest < at:
        return ClockState.EXPIRED
    begun = start is None or (start.latest is not None and start.latest <= at)
    lasting = end is not None and end.earliest is not None and at <= end.earliest
    return ClockState.RUNNING if begun and lasting else ClockState.UNKNOWN


def _is_before(day: dt.date, other: dt.date | None) -> bool:
    return other is not None and day < other


def expired(clocks: Iterable[Clock]) -> bool:
    """Say whether a provision has run out: it had a time, and none of its times still runs or may run.

    >>> expired([Clock(what="duration", state=ClockState.EXPIRED)]), expired([])
    (True, False)
    """
    lasting = [one for one in clocks if one.what != "deadline"]
    return bool(lasting) and all(one.expired for one in lasting)
