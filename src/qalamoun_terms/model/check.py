"""Whether the cross-references of a case hold; asked once, where a case is made or loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from qalamoun_terms.errors import CheckError
from qalamoun_terms.model.grounds import Ground, Quote, Source, quotes_in
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, Proposal, Target
from qalamoun_terms.model.record import Position

__all__ = ["check", "problems"]


def check(case: Negotiation) -> Negotiation:
    """Make sure that every reference in a case points to something in it.

    Args:
        case: the case.

    Returns:
        The same case.

    Raises:
        CheckError: lists every reference that points to nothing, every id that is used twice, every quote that
            its document's text does not have, and every circle in ``after``.

    >>> check(Negotiation(id="empty")).id
    'empty'
    """
    found = tuple(problems(case))
    if found:
        raise CheckError(found)
    return case


def problems(case: Negotiation) -> Iterator[str]:
    """Say what is wrong with a case's references, one sentence each.

    >>> from qalamoun_terms.model.actors import Party
    >>> list(problems(Negotiation(id="c", parties=[Party(id="y1", name="A", side="s9")])))
    ["party y1: expected the id of a side, got 's9'"]
    """
    yield from _repeated(case)
    known = _Known(case)
    yield from _actors(case, known)
    yield from _rounds(case, known)
    for proposal in case.proposals:
        yield from _proposal(proposal, known)
    for position in case.positions:
        yield from _position(position, known)
    yield from _circles(case.positions)
    yield from _beside(case, known)


class _Known:
    """The ids of a case, by what they name."""

    def __init__(self, case: Negotiation) -> None:
        self.documents = {one.id: one for one in case.documents}
        self.parties = {one.id for one in case.parties}
        self.sides = {one.id for one in case.sides}
        self.proposals = {one.id for one in case.proposals}
        self.measures = {one.id for one in case.measures}
        self.positions = {one.id for one in case.positions}
        self.articles = {ref for ref, _ in case.articles()}

    def target(self, where: str, target: Target | None) -> Iterator[str]:
        if target is None:
            return
        if isinstance(target, ArticleRef):
            if target not in self.articles:
                yield f"{where}: expected an article of the case, got '{target}'"
        elif target.proposal not in self.proposals:
            yield f"{where}: expected a proposal of the case, got '{target}'"

    def party(self, where: str, party: str | None) -> Iterator[str]:
        if party is not None and party not in self.parties:
            yield f"{where}: expected the id of a party, got {party!r}"

    def source(self, where: str, source: Source | None) -> Iterator[str]:
        while source is not None:
            yield from self.party(f"{where}.source", source.party)
            source = source.cites

    def grounds(self, where: str, grounds: Iterable[Ground]) -> Iterator[str]:
        for ground in grounds:
            for leaf in quotes_in(ground):
                document = self.documents.get(leaf.document)
                if document is None:
                    yield f"{where}: expected the id of a document, got {leaf.document!r}"
                elif (
                    isinstance(leaf, Quote)
                    and document.text is not None
                    and document.text[leaf.start : leaf.end] != leaf.quote
                ):
                    yield (
                        f"{where}: expected the words of {leaf.document} at "
                        f"{leaf.start}..{leaf.end}, got {leaf.quote!r}"
                    )


def _repeated(case: Negotiation) -> Iterator[str]:
    groups: dict[str, list[str]] = {
        "document": [one.id for one in case.documents],
        "party": [one.id for one in case.parties],
        "side": [one.id for one in case.sides],
        "place": [one.id for one in case.places],
        "round": [one.id for one in case.rounds],
        "proposal": [one.id for one in case.proposals],
        "position": [one.id for one in case.positions],
        "measure": [one.id for one in case.measures],
        "compliance": [one.id for one in case.compliance],
        "proposal name": [one.name for one in case.proposals if one.name is not None],
    }
    for what, ids in groups.items():
        for name, times in Counter(ids).items():
            if times > 1:
                yield f"{what} {name}: expected once, got {times} times"


def _actors(case: Negotiation, known: _Known) -> Iterator[str]:
    for party in case.parties:
        for side in (party.side, party.speaks_for):
            if side is not None and side not in known.sides:
                yield f"party {party.id}: expected the id of a side, got {side!r}"


def _rounds(case: Negotiation, known: _Known) -> Iterator[str]:
    for stage in case.rounds:
        for proposal in stage.proposals:
            if proposal not in known.proposals:
                yield f"round {stage.id}: expected the id of a proposal, got {proposal!r}"
        for measure in stage.measures:
            if measure not in known.measures:
                yield f"round {stage.id}: expected the id of a measure, got {measure!r}"


def _proposal(proposal: Proposal, known: _Known) -> Iterator[str]:
    where = f"proposal {proposal.id}"
    for role in proposal.roles:
        yield from known.party(where, role.party)
    for earlier in (*proposal.continues, *proposal.supersedes):
        yield from known.target(where, earlier)
    yield from known.source(where, proposal.source)
    yield from known.grounds(where, (item.ground for item in proposal.evidence))
    for article in proposal.articles:
        yield from _article(f"article {proposal.id}.{article.id}", article, known)


def _article(where: str, article: Article, known: _Known) -> Iterator[str]:
    for earlier in article.continues:
        yield from known.target(where, earlier)
    for account in article.accounts:
        yield from known.source(where, account.source)
        yield from known.grounds(where, (item.ground for item in account.evidence))


def _position(position: Position, known: _Known) -> Iterator[str]:
    where = f"position {position.id}"
    yield from known.party(where, position.party)
    yield from known.target(where, position.target)
    for earlier in position.after:
        if earlier not in known.positions:
            yield f"{where}: expected the id of a position, got {earlier!r}"
    yield from known.source(where, position.source)
    yield from known.grounds(where, position.grounds)


def _circles(positions: tuple[Position, ...]) -> Iterator[str]:
    """Find the positions that stand after themselves, however long the way round."""
    known = {one.id for one in positions}
    left = {one.id: set(one.after) & known for one in positions}
    followers: dict[str, list[str]] = {}
    for later, before in left.items():
        for earlier in before:
            followers.setdefault(earlier, []).append(later)
    free = [first for first, before in left.items() if not before]
    while free:
        done = free.pop()
        del left[done]
        for later in followers.get(done, ()):
            left[later].discard(done)
            if not left[later]:
                free.append(later)
    if left:
        yield f"positions {', '.join(sorted(left))}: expected an order, got a circle in after"


def _beside(case: Negotiation, known: _Known) -> Iterator[str]:
    for measure in case.measures:
        where = f"measure {measure.id}"
        yield from known.party(where, measure.by)
        yield from known.target(where, measure.answers)
        yield from known.source(where, measure.source)
        yield from known.grounds(where, measure.grounds)
    for item in case.compliance:
        where = f"compliance {item.id}"
        yield from known.party(where, item.of)
        yield from known.party(where, item.alleged_by)
        yield from known.target(where, item.target)
        yield from known.source(where, item.source)
        yield from known.grounds(where, item.grounds)
    for unread in case.unread:
        yield from known.grounds("unread", (unread.ground,))
