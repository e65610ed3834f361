"""Strategies for whole cases, whose references all point to something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from qalamoun_terms.model.actors import Party, Place, Side, SideRole
from qalamoun_terms.model.grounds import Document, Unread
from qalamoun_terms.model.negotiation import Negotiation, Round, Unification
from qalamoun_terms.model.proposals import ArticleRef, Proposal, ProposalRef, Target
from qalamoun_terms.model.record import (
    Basis,
    Compliance,
    ComplianceStatus,
    Measure,
    MeasureKind,
    Position,
    Stance,
    Voice,
)
from qalamoun_terms.testing.grounds import codings, documents, grounds, quotable, quotes, sources
from qalamoun_terms.testing.proposals import proposals
from qalamoun_terms.testing.values import dates, durations, names, texts

__all__ = ["negotiations", "positions"]

_T = TypeVar("_T")


def positions(
    id: str = "n1",
    *,
    parties: Sequence[str] = ("y1",),
    targets: Sequence[Target] = (ProposalRef("p1"),),
    documents: Sequence[Document] | None = None,
    earlier: Sequence[str] = (),
) -> SearchStrategy[Position]:
    """Make positions.

    Args:
        id: the id of the position.
        parties: ids of the parties that may hold it.
        targets: the proposals and articles that it may be about.
        documents: what its grounds quote and cite.
        earlier: ids of the positions that it may stand after.

    >>> from hypothesis import find
    >>> find(positions(), lambda position: position.stance is Stance.REJECTED).party
    'y1'
    """
    optional = {
        "basis": st.sampled_from(Basis),
        "condition": texts(),
        "reason": texts(),
        "when": dates(),
        "after": st.lists(st.sampled_from(earlier), max_size=2) if earlier else st.just([]),
        "voice": st.sampled_from(Voice),
        "inferred": st.booleans(),
        "source": sources(parties, depth=1),
        "grounds": st.lists(grounds(documents), max_size=2),
        "coding": codings(),
    }
    required = {
        "id": st.just(id),
        "party": st.sampled_from(parties),
        "target": st.sampled_from(targets),
        "stance": st.sampled_from(Stance),
    }
    made = st.fixed_dictionaries(required, optional=optional)
    return made.map(lambda stated: Position(**stated))


@st.composite
def negotiations(draw: st.DrawFn) -> Negotiation:
    """Make small cases that pass `check`.

    >>> from hypothesis import find
    >>> find(negotiations(), lambda case: len(case.proposals) == 1).proposals[0].id
    'p1'
    """
    sides = _each(draw, "s", 2, _sides)
    parties = _each(draw, "y", 2, lambda one: _parties(one, sides))
    known = _Known(
        documents=_each(draw, "d", 2, documents),
        parties=tuple(party.id for party in parties),
    )
    known = _with_proposals(draw, known)
    measures = _each(draw, "m", 1, lambda one: _measures(one, known))
    return Negotiation(
        id="case",
        title=draw(st.none() | texts()),
        documents=known.documents,
        sides=sides,
        parties=parties,
        places=_each(draw, "l", 1, _places),
        proposals=known.proposals,
        positions=_positions(draw, known),
        measures=measures,
        compliance=_each(draw, "c", 1 if known.targets else 0, lambda one: _compliance(one, known)),
        rounds=_each(draw, "r", 2, lambda one: _rounds(one, known, measures)),
        unread=_unread(draw, known),
        unifications=tuple(draw(st.lists(_UNIFICATIONS, max_size=1))),
    )


@frozen(kw_only=True)
class _Known:
    """What the references of a case may point to, while it is made."""

    documents: tuple[Document, ...]
    parties: tuple[str, ...]
    proposals: tuple[Proposal, ...] = ()

    @property
    def targets(self) -> tuple[Target, ...]:
        whole = tuple(ProposalRef(one.id) for one in self.proposals)
        parts = (ArticleRef(one.id, part.id) for one in self.proposals for part in one.articles)
        return (*whole, *parts)


def _each(
    draw: st.DrawFn, letter: str, most: int, make: Callable[[str], SearchStrategy[_T]]
) -> tuple[_T, ...]:
    """Draw some records, each with its id: the letter and a number."""
    count = draw(st.integers(0, most))
    return tuple(draw(make(f"{letter}{number}")) for number in range(1, count + 1))


def _with_proposals(draw: st.DrawFn, known: _Known) -> _Known:
    """Add proposals, of which a later one may continue an earlier one."""
    for number in range(1, 1 + draw(st.integers(0, 2))):
        one = proposals(
            f"p{number}",
            documents=known.documents,
            parties=known.parties,
            earlier=known.proposals,
        )
        known = evolve(known, proposals=(*known.proposals, draw(one)))
    return known


def _positions(draw: st.DrawFn, known: _Known) -> tuple[Position, ...]:
    if not known.parties or not known.targets:
        return ()
    made: list[Position] = []
    for number in range(1, 1 + draw(st.integers(0, 3))):
        one = positions(
            f"n{number}",
            parties=known.parties,
            targets=known.targets,
            documents=known.documents,
            earlier=[earlier.id for earlier in made],
        )
        made.append(draw(one))
    return tuple(made)


def _sides(id: str) -> SearchStrategy[Side]:
    roles = st.sampled_from(SideRole)
    return st.builds(Side, id=st.just(id), label=texts(), role=roles, principal=st.booleans())


def _parties(id: str, sides: Sequence[Side]) -> SearchStrategy[Party]:
    side = st.sampled_from((None, *(one.id for one in sides)))
    aliases = st.none() | names()
    return st.builds(
        Party, id=st.just(id), name=texts(), aliases=aliases, side=side, speaks_for=side
    )


@st.composite
def _places(draw: st.DrawFn, id: str) -> Place:
    point = draw(st.none() | st.tuples(st.floats(-90, 90), st.integers(-180, 180)))
    return Place(
        id=id,
        name=draw(texts()),
        spellings=draw(st.none() | names()),
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        geonames=draw(st.none() | st.integers(0, 10**8)),
    )


@st.composite
def _measures(draw: st.DrawFn, id: str, known: _Known) -> Measure:
    return Measure(
        id=id,
        kind=draw(st.sampled_from(MeasureKind)),
        label=draw(texts()),
        by=draw(st.sampled_from((None, *known.parties))),
        places=draw(st.none() | names()),
        date=draw(st.none() | dates()),
        duration=draw(st.none() | durations()),
        answers=draw(st.sampled_from((None, *known.targets))),
        source=draw(sources(known.parties, depth=0)),
        grounds=draw(st.lists(grounds(known.documents), max_size=1)),
    )


@st.composite
def _compliance(draw: st.DrawFn, id: str, known: _Known) -> Compliance:
    return Compliance(
        id=id,
        target=draw(st.sampled_from(known.targets)),
        status=draw(st.sampled_from(ComplianceStatus)),
        of=draw(st.sampled_from((None, *known.parties))),
        alleged_by=draw(st.sampled_from((None, *known.parties))),
        date=draw(st.none() | dates()),
        source=draw(sources(known.parties, depth=0)),
        grounds=draw(st.lists(grounds(known.documents), max_size=1)),
    )


def _rounds(id: str, known: _Known, measures: Sequence[Measure]) -> SearchStrategy[Round]:
    return st.builds(
        Round,
        id=st.just(id),
        label=texts(),
        date=st.none() | dates(),
        proposals=_subset([one.id for one in known.proposals]),
        measures=_subset([one.id for one in measures]),
        note=st.none() | texts(),
    )


def _subset(ids: Sequence[str]) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), unique=True) if ids else st.just([])


def _unread(draw: st.DrawFn, known: _Known) -> tuple[Unread, ...]:
    quoted = [quotes(one) for one in known.documents if quotable(one)]
    if not quoted:
        return ()
    one = st.builds(Unread, ground=st.one_of(quoted), reason=texts())
    return tuple(draw(st.lists(one, max_size=1)))


_UNIFICATIONS = st.builds(
    Unification,
    record=st.sampled_from(("side", "party", "place", "proposal", "article")),
    kept=st.just("y1"),
    dropped=st.just("other:y1"),
    reason=texts(),
)
