"""What changed between two dates: answers that came or gave way, outcomes, truces that ran out.

Both ends are tables of positions as of a day. What has no date stands at both ends and has changed in neither, and so
does what has one that reaches beyond the first day; it is named, because it may belong between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from qalamoun_terms.comparison.asof import Day, date_of, drawn_for
from qalamoun_terms.comparison.clocks import Clock
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.comparison.positions import PositionTable, Row, positions
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef, Target
from qalamoun_terms.model.record import Compliance, Measure, Position, Stance
from qalamoun_terms.model.time import Date

__all__ = ["Answer", "PositionChange", "PositionChanges", "changes_between"]

_NOTHING = "not on record"


@frozen(kw_only=True)
class Answer:
    """A position as far as a change tells of it.

    Args:
        position: its id; for a proposer without any position, the one that its role implies.
        party: the name of the party.
        stance: what it did.
        target: what that is about: the article, or the whole proposal.
        when: when, None where no source says.

    >>> print(
    ...     Answer(
    ...         position="n4",
    ...         party="Council",
    ...         stance=Stance.REJECTED,
    ...         target=ProposalRef("p1"),
    ...         when=Date("2017-07"),
    ...     )
    ... )
    Council: rejected, on the whole (2017-07)
    """

    position: str = field(validator=v.identifier)
    party: str = field(validator=v.nonempty_text)
    stance: Stance = field(validator=v.instance(Stance))
    target: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    when: Date | None = field(default=None, validator=v.optional(v.instance(Date)))

    def __str__(self) -> str:
        said = "breach alleged" if self.stance is Stance.VIOLATED else self.stance.value
        whole = ", on the whole" if isinstance(self.target, ProposalRef) else ""
        return f"{self.party}: {said}{whole} ({self.when or 'no date reported'})"


@frozen(kw_only=True)
class PositionChange:
    """What changed about one article, or a proposal without known articles.

    Args:
        ref: its reference.
        title: what it says.
        before: what it came to at the first date; None where it was not on record.
        after: what it came to at the second date.
        label_before: the same with its grade, as it is to be printed.
        label_after: the same at the second date.
        came: positions that stand at the second date and did not at the first.
        gave_way: positions that stood at the first date and do not at the second.
        alleged: breaches alleged in between.
        clocks: its stated times that stand otherwise than before, as of the second date.

    >>> print(
    ...     PositionChange(
    ...         ref=ProposalRef("p1"),
    ...         title="An offer",
    ...         after=Outcome.NO_RESPONSE,
    ...         label_after="no response on record",
    ...     )
    ... )
    p1, An offer: not on record -> no response on record
    """

    ref: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    title: str = field(validator=v.nonempty_text)
    before: Outcome | None = field(default=None, validator=v.optional(v.instance(Outcome)))
    after: Outcome | None = field(default=None, validator=v.optional(v.instance(Outcome)))
    label_before: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    label_after: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    came: tuple[Answer, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Answer))
    gave_way: tuple[Answer, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Answer)
    )
    alleged: tuple[Answer, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Answer)
    )
    clocks: tuple[Clock, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Clock))

    @property
    def new(self) -> bool:
        """Whether it came onto the record in between."""
        return self.before is None

    @property
    def expired(self) -> bool:
        """Whether one of its stated times ran out in between."""
        return any(one.expired for one in self.clocks)

    @property
    def outcome_words(self) -> str:
        """What it came to before and after; once where that is the same."""
        if self.label_before == self.label_after:
            return f"still {self.label_after}"
        return f"{self.label_before or _NOTHING} -> {self.label_after or _NOTHING}"

    def __str__(self) -> str:
        lines = [f"{self.ref}, {self.title}: {self.outcome_words}"]
        lines += [f"  came: {one}" for one in self.came]
        lines += [f"  gave way: {one}" for one in self.gave_way]
        lines += [f"  alleged: {one}" for one in self.alleged]
        lines += [f"  {one}" for one in self.clocks]
        return "\n".join(lines)


@frozen(kw_only=True, repr=False)
class PositionChanges:
    """What changed in a case between two dates.

    Args:
        case: the id of the case.
        since: the first date, None for before everything.
        until: the second date, None for all that is known.
        changes: the articles of which something changed, in the order of the case.
        measures: pressure and relief between the two dates.
        compliance: what was said between them to have been done about agreed provisions.
        undated: positions that stand at both ends although nothing says that they were there at the first: without
            a date, or with one that reaches beyond it.

    >>> changes_between(Negotiation(id="c"), Date("2016"), Date("2018"))
    <PositionChanges of c, 2016 to 2018: none>
    """

    case: str = field(validator=v.nonempty_text)
    since: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    until: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    changes: tuple[PositionChange, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(PositionChange)
    )
    measures: tuple[Measure, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Measure)
    )
    compliance: tuple[Compliance, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Compliance)
    )
    undated: tuple[Answer, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Answer)
    )

    _repr_html_ = repr_html

    def __iter__(self) -> Iterator[PositionChange]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __getitem__(self, ref: Target | str) -> PositionChange:
        """Give the change of an article by its reference.

        Raises:
            KeyError: nothing changed about it, or there is none.
        """
        for one in self.changes:
            if str(one.ref) == str(ref):
                return one
        raise KeyError(f"nothing changed about {str(ref)!r} in {self.case}")

    @property
    def expired(self) -> tuple[PositionChange, ...]:
        """The articles of which a stated time ran out in between."""
        return tuple(one for one in self.changes if one.expired)

    @property
    def span(self) -> str:
        """The two dates in words."""
        if self.since is None:
            return f"up to {self.until}" if self.until else "from the beginning to the last known"
        return f"{self.since} to {self.until}" if self.until else f"after {self.since}"

    def __repr__(self) -> str:
        number = f"{len(self.changes)} articles" if self.changes else "none"
        return f"<PositionChanges of {self.case}, {self.span}: {number}>"

    def __str__(self) -> str:
        lines = [str(one) for one in self.changes] or ["Nothing is known to have changed."]
        lines += [f"{one.kind.value}: {one.label} ({one.date})" for one in self.measures]
        lines += [_said(one) for one in self.compliance]
        lines += [f"at both ends: {one}, of {one.target}" for one in self.undated]
        return "\n".join(lines)


def changes_between(case: Negotiation, since: Day, until: Day = None) -> PositionChanges:
    """Say what changed between two dates: article by article, and what was done beside the talks.

    Args:
        case: the case.
        since: the first date, or its text in EDTF; of a month or a year its last day. None for before everything.
        until: the second date, None for all that is known.

    Returns:
        The changes.

    Raises:
        InvalidValueError: the second date is known to be earlier than the first.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> offer = Proposal(id="p1", title="An offer", date=Date("2017-03"))
    >>> case = Negotiation(id="c", proposals=[offer])
    >>> print(changes_between(case, Date("2016"), Date("2017")))
    p1, An offer: not on record -> no response on record
    """
    first, last = date_of(since), date_of(until)
    if first is not None and last is not None and last.before(first):
        raise InvalidValueError(f"until: expected a date not before {first}, got {last}")
    later = positions(case, last)
    earlier = positions(case, first) if first is not None else None
    index = CaseIndex(case)
    before = {str(row.ref): row for row in earlier.rows} if earlier else {}
    found = [_change(index, before.get(str(row.ref)), row) for row in later.rows]
    past = Negotiation(id=case.id) if first is None else drawn_for(case, first)
    now = drawn_for(case, last)
    return PositionChanges(
        case=case.id,
        since=first,
        until=last,
        changes=[one for one in found if one is not None],
        measures=[one for one in now.measures if one.date and one not in past.measures],
        compliance=[one for one in now.compliance if one.date and one not in past.compliance],
        undated=_undated(index, earlier, later),
    )


def _undated(
    index: CaseIndex, earlier: PositionTable | None, later: PositionTable
) -> tuple[Answer, ...]:
    """List the positions that stand at both ends and that nothing puts before the first."""
    if earlier is None:
        return ()
    before = {one.id for row in earlier.rows for one in _standing(row)}
    there = {one.id: one for row in later.rows for one in _standing(row)}
    both = [one for key, one in there.items() if key in before and key in earlier.undated]
    return tuple(_answer(index, one) for one in both)


def _change(index: CaseIndex, before: Row | None, after: Row) -> PositionChange | None:
    """Tell what is otherwise than before; None where nothing is."""
    old = {one.id: one for one in _standing(before)} if before else {}
    new = {one.id: one for one in _standing(after)}
    alleged = {one.id for one in before.outcome.alleged} if before else set()
    change = PositionChange(
        ref=after.ref,
        title=after.title,
        before=before.outcome.outcome if before else None,
        after=after.outcome.outcome,
        label_before=before.outcome.label if before else None,
        label_after=after.outcome.label,
        came=[_answer(index, one) for key, one in new.items() if key not in old],
        gave_way=[_answer(index, one) for key, one in old.items() if key not in new],
        alleged=[_answer(index, one) for one in after.outcome.alleged if one.id not in alleged],
        clocks=_otherwise(before.clocks if before else None, after.clocks),
    )
    told = (change.came, change.gave_way, change.alleged, change.clocks)
    return change if any(told) or change.label_before != change.label_after else None


def _otherwise(before: tuple[Clock, ...] | None, after: tuple[Clock, ...]) -> tuple[Clock, ...]:
    """Pick the stated times that stand otherwise than before; without a day nothing is said of how they stand."""
    if before is None:
        return after
    states = [(one.what, one.lasts, one.state) for one in before]
    return tuple(
        one
        for one in after
        if one.state is not None and (one.what, one.lasts, one.state) not in states
    )


def _standing(row: Row) -> tuple[Position, ...]:
    """List the positions that stand, also those that do not count for the outcome."""
    cells = [cell for side in row.sides for cell in side.parties]
    return tuple(one for cell in cells for one in cell.standing)


def _answer(index: CaseIndex, position: Position) -> Answer:
    return Answer(
        position=position.id,
        party=index.name_of(position.party),
        stance=position.stance,
        target=position.target,
        when=position.when,
    )


def _said(item: Compliance) -> str:
    """Tell a record of compliance in a line; an allegation stays one."""
    return f"said of {item.target}: {item.status.value.replace('_', ' ')} ({item.date})"
