"""The rounds of a case: side by side, one after the other, and what moved from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.describe import in_words
from qalamoun_terms.comparison.in_order import in_order, put_forward, start_of
from qalamoun_terms.comparison.movement import Movement, kind_in_words
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Negotiation, Round
from qalamoun_terms.model.proposals import Proposal, ProposalRef
from qalamoun_terms.model.record import Measure
from qalamoun_terms.model.terms import KINDS
from qalamoun_terms.reports.grounds import ground_views
from qalamoun_terms.reports.names import Names, anchor_of
from qalamoun_terms.reports.page_view import Event, Grid, GridLine, Move, MoveGroup, MoveStep, Stop
from qalamoun_terms.reports.view import Group, Link
from qalamoun_terms.reports.words import date_words, isolated, source_words, spaced

__all__ = [
    "grid_of",
    "is_silence",
    "movement_words",
    "moves_of",
    "time_line",
]


def grid_of(case: Negotiation, groups: tuple[Group, ...]) -> Grid:
    """Arrange what each proposal says, kind by kind.

    Args:
        case: the case.
        groups: its proposals, arranged.

    >>> grid_of(Negotiation(id="c"), ()).lines
    ()
    """
    by_anchor = {group.anchor: group for group in groups}
    columns = [by_anchor[anchor_of(ProposalRef(one.id))] for one in in_order(case)]
    kinds = {article.kind for _, article in case.articles()}
    return Grid(
        columns=tuple(columns),
        lines=tuple(_line(case, kind, columns) for kind in KINDS if kind in kinds),
    )


def _line(case: Negotiation, kind: str, columns: list[Group]) -> GridLine:
    of_kind = {anchor_of(ref) for ref, article in case.articles() if article.kind == kind}
    return GridLine(
        kind=spaced(kind),
        cells=tuple(
            tuple(
                Link(words=one.row.says or "named, without details", anchor=one.row.anchor)
                for one in column.articles
                if one.row.anchor in of_kind
            )
            for column in columns
        ),
    )


def moves_of(case: Negotiation, names: Names, grid: Grid | None = None) -> tuple[MoveGroup, ...]:
    """Arrange what moved on each kind of term, from each proposal back to the latest earlier one that has it.

    Args:
        case: the case.
        names: its names.
        grid: what each proposal says, where the way from the first to the last is to be shown too.

    >>> moves_of(Negotiation(id="c"), Names(Negotiation(id="c")))
    ()
    """
    ordered = in_order(case)
    steps: dict[str, list[MoveStep]] = {}
    for index, new in enumerate(ordered):
        before: dict[str, list[str]] = {}
        for kind in dict.fromkeys(article.kind for article in new.articles):
            old = _latest_with(case, kind, new, ordered[:index])
            if old is not None:
                before.setdefault(old.id, []).append(kind)
        for earlier, kinds in before.items():
            change = compare(case[earlier], new)
            for kind in kinds:
                found = [one for one in change.movements if one.kind == kind]
                if found:
                    step = _step(names, case[earlier], new, found, change.comparability.words)
                    steps.setdefault(kind, []).append(step)
    return tuple(
        MoveGroup(
            kind=kind_in_words(kind),
            way=_way(case, names, grid, kind) if grid else (),
            steps=tuple(steps[kind]),
        )
        for kind in KINDS
        if kind in steps
    )


def _way(case: Negotiation, names: Names, grid: Grid, kind: str) -> tuple[Stop, ...]:
    """List what the proposals say on a kind, in their order: the first, those that have it, and the last."""
    cells = next(line.cells for line in grid.lines if line.kind == spaced(kind))
    stops = [
        Stop(of=_named(names, one), says=says)
        for one, says in zip(in_order(case), cells, strict=True)
        if put_forward(case, one) is not None
    ]
    last = len(stops) - 1
    return tuple(one for place, one in enumerate(stops) if one.says or place in (0, last))


def _latest_with(
    case: Negotiation, kind: str, new: Proposal, earlier: tuple[Proposal, ...]
) -> Proposal | None:
    """Find the latest proposal that has a kind of term and is known to be earlier."""
    for old in reversed(earlier):
        if any(article.kind == kind for article in old.articles) and _is_earlier(case, old, new):
            return old
    return None


def _is_earlier(case: Negotiation, old: Proposal, new: Proposal) -> bool:
    rounds = {name: place for place, one in enumerate(case.rounds) for name in one.proposals}
    if old.id in rounds and new.id in rounds and rounds[old.id] != rounds[new.id]:
        return rounds[old.id] < rounds[new.id]
    if ProposalRef(old.id) in (*new.continues, *new.supersedes):
        return True
    return bool(old.date and new.date and old.date.before(new.date))


def _step(
    names: Names, old: Proposal, new: Proposal, found: Iterable[Movement], note: str
) -> MoveStep:
    movements = tuple(found)
    return MoveStep(
        old=_named(names, old),
        new=_named(names, new),
        changed=tuple(_move(names, one) for one in movements if not is_silence(one)),
        silent=tuple(_move(names, one) for one in movements if is_silence(one)),
        note=note,
    )


def is_silence(movement: Movement) -> bool:
    """Say whether nothing is known to have moved: only one of the two texts mentions it.

    >>> is_silence(Movement(kind="ceasefire", field="", change="not reported", words="ceasefire"))
    True
    """
    told = ("not reported", "not reported before")
    return movement.direction == "neutral" and (movement.change in told or movement.note in told)


def _named(names: Names, proposal: Proposal) -> Link:
    date = f" ({date_words(proposal.date)})" if proposal.date else ""
    ref = ProposalRef(proposal.id)
    return Link(words=f"{names.proposal(proposal.id)}{date}", anchor=anchor_of(ref))


def _move(names: Names, movement: Movement) -> Move:
    target = movement.new_article or movement.old_article
    return Move(
        words=movement_words(movement).removeprefix(f"{kind_in_words(movement.kind)}: "),
        ref=names.short(target) if target else "",
        anchor=anchor_of(target) if target else "moved",
    )


def movement_words(movement: Movement) -> str:
    """Say a movement with what the state of the sources adds to it.

    >>> movement_words(Movement(kind="ceasefire", field="", change="x", words="a -> b", note="so"))
    'a → b (so)'
    """
    words = isolated(movement.words.replace(" -> ", " → "))
    return f"{words} ({movement.note})" if movement.note else words


def time_line(case: Negotiation, names: Names) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Put rounds, and proposals and measures with them, in order; what has no date and no round apart.

    Args:
        case: the case.
        names: its names.

    Returns:
        The time line, and what has no place on it.

    >>> case = Negotiation(id="c", rounds=[Round(id="r1", label="Talks", date=Date("2017-07"))])
    >>> [event.words for event in time_line(case, Names(case))[0]]
    ['Talks']
    """
    in_rounds = {name for one in case.rounds for name in (*one.proposals, *one.measures)}
    events: list[tuple[dt.date, Event]] = []
    reached, placed = dt.date.min, set[str]()
    for stage in case.rounds:
        reached = max(reached, start_of(stage.date)) if stage.date else reached
        events.append((reached, _round(case, names, stage, placed)))
        placed |= {*stage.proposals, *stage.measures}
    loose: list[tuple[Date | None, Event]] = [
        (one.date, _proposal(names, one)) for one in case.proposals if one.id not in in_rounds
    ]
    loose += [(one.date, _measure(names, one)) for one in case.measures if one.id not in in_rounds]
    events += [(start_of(date), event) for date, event in loose if date is not None]
    dated = tuple(event for _, event in sorted(events, key=lambda pair: pair[0]))
    return dated, tuple(event for date, event in loose if date is None)


def _round(case: Negotiation, names: Names, stage: Round, placed: set[str]) -> Event:
    """Arrange a round with what belongs to it and stands in no earlier one."""
    own = {*stage.proposals, *stage.measures} - placed
    within = [_proposal(names, one) for one in case.proposals if one.id in own]
    within += [_measure(names, one) for one in case.measures if one.id in own]
    return Event(
        date=date_words(stage.date),
        what="round",
        words=stage.label,
        anchor=None,
        facts=(("note", stage.note),) if stage.note else (),
        grounds=(),
        within=tuple(within),
    )


def _proposal(names: Names, proposal: Proposal) -> Event:
    return Event(
        date=date_words(proposal.date) if proposal.date else "",
        what="proposal",
        words=names.proposal(proposal.id),
        anchor=anchor_of(ProposalRef(proposal.id)),
        facts=(("called", spaced(proposal.status.value)),) if proposal.status else (),
        grounds=(),
        within=(),
    )


def _measure(names: Names, measure: Measure) -> Event:
    return Event(
        date=date_words(measure.date) if measure.date else "",
        what=measure.kind.value,
        words=measure.label,
        anchor=None,
        facts=tuple(_measure_facts(names, measure)),
        grounds=ground_views(names, measure.grounds),
        within=(),
        own_anchor=f"measure-{measure.id}",
    )


def _measure_facts(names: Names, measure: Measure) -> Iterator[tuple[str, str]]:
    if measure.by is not None:
        yield "by", names.party(measure.by)
    if measure.places:
        yield "in", in_words(measure.places)
    if measure.duration is not None:
        yield "for", in_words(measure.duration)
    if measure.answers is not None:
        yield "in answer to", names.short(measure.answers)
    yield "told by", source_words(measure.source)
