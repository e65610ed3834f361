"""Records that were taken for one, made one: the first stands, the others fill what it leaves open."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs
from attrs import evolve

from qalamoun_terms.comparison.renaming import distinct
from qalamoun_terms.comparison.unify import party_names, place_names
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.actors import Party, Place, Side
from qalamoun_terms.model.grounds import Document
from qalamoun_terms.model.proposals import Article, Proposal, ProposalRef

__all__ = [
    "differing",
    "join_articles",
    "join_documents",
    "join_parties",
    "join_places",
    "join_proposals",
    "join_sides",
    "once",
]

_Record = TypeVar("_Record", bound=Any)


def once(what: str, records: list[_Record]) -> tuple[_Record, ...]:
    """List records by id, each once, and refuse two that bear one id and differ.

    Args:
        what: what the records are, for the message.
        records: the records.

    Returns:
        The records, in their order.

    Raises:
        InvalidValueError: two records with one id that differ: two cases have one id.

    >>> jerod = Place(id="a:l1", name="Jerod")
    >>> len(once("place", [jerod, jerod]))
    1
    """
    found: dict[str, _Record] = {}
    for record in records:
        if found.setdefault(record.id, record) != record:
            raise differing(what, record.id)
    return tuple(found.values())


def differing(what: str, id: str) -> InvalidValueError:
    """Word the refusal of two records that bear one id and differ."""
    case = id.rpartition(":")[0] or id
    return InvalidValueError(
        f"combine: expected one {what} {id}, got two that differ; "
        f"two different cases must not both be called {case!r}"
    )


def join_documents(first: Document, other: Document) -> Document:
    """Make one document of two with the same hash.

    >>> note = Document.of("a:d1", "Agreed.")
    >>> join_documents(note.without_text(), note).text
    'Agreed.'
    """
    return _filled(first, other)


def join_sides(first: Side, other: Side) -> Side:
    """Make one side of two; it is principal if either of them is.

    >>> from qalamoun_terms.model.actors import SideRole
    >>> state = Side(id="a:s1", label="State", role=SideRole.STATE)
    >>> join_sides(state, state) == state
    True
    """
    return evolve(first, principal=first.principal or other.principal)


def join_parties(first: Party, other: Party) -> Party:
    """Make one party of two, known by all the names of both.

    >>> join_parties(Party(id="a:y1", name="State"), Party(id="b:y1", name="Regime")).aliases
    ('Regime',)
    """
    aliases = _also_called(first.name, first.aliases, (party_names(other), other.aliases))
    return evolve(_filled(first, other), aliases=aliases)


def join_places(first: Place, other: Place) -> Place:
    """Make one place of two, with all the spellings of both.

    Where two gazetteer entries claim it, the one with the smaller number stands, in whatever order they come.

    >>> join_places(Place(id="a:l1", name="Jerod"), Place(id="b:l1", name="Jayrud")).spellings
    ('Jayrud',)
    """
    spellings = _also_called(first.name, first.spellings, (place_names(other), other.spellings))
    where = min(first, other, key=_entry)
    return evolve(
        first,
        spellings=spellings,
        latitude=where.latitude,
        longitude=where.longitude,
        geonames=where.geonames,
    )


def _entry(place: Place) -> tuple[bool, int, bool, float, float]:
    """Give the key by which gazetteer entries are put in order; those that say nothing come last."""
    located = place.latitude is not None and place.longitude is not None
    return (
        place.geonames is None,
        place.geonames or 0,
        not located,
        place.latitude or 0.0,
        place.longitude or 0.0,
    )


def join_articles(first: Article, other: Article) -> Article:
    """Make one article of two: the accounts of both, which may differ.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> truce = Article(id="a1", accounts=[Account(term=Ceasefire())])
    >>> pause = Article(id="a1", accounts=[Account(term=Ceasefire(subkind="humanitarian_pause"))])
    >>> join_articles(truce, pause).differences
    ('subkind',)
    """
    return evolve(
        _filled(first, other),
        accounts=distinct((*first.accounts, *other.accounts)),
        continues=distinct((*first.continues, *other.continues)),
    )


def join_proposals(first: Proposal, other: Proposal) -> Proposal:
    """Make one proposal of two: the roles, articles and evidence of both, and what only one states.

    A stated number of articles falls away where more than that are known together.

    >>> joined = join_proposals(Proposal(id="a:p1"), Proposal(id="b:p1", title="The paper"))
    >>> joined.id, joined.title
    ('a:p1', 'The paper')
    """
    articles: dict[str, Article] = {}
    for one in (*first.articles, *other.articles):
        articles[one.id] = join_articles(articles[one.id], one) if one.id in articles else one
    changes = _missing(first, other)
    total = changes.get("articles_total", first.articles_total)
    return evolve(
        first,
        **changes | {"articles_total": None if (total or 0) < len(articles) else total},
        roles=distinct((*first.roles, *other.roles)),
        articles=tuple(articles.values()),
        continues=_others(first.id, first.continues, other.continues),
        supersedes=_others(first.id, first.supersedes, other.supersedes),
        evidence=distinct((*first.evidence, *other.evidence)),
    )


def _also_called(
    name: str,
    others: tuple[str, ...] | None,
    joined: tuple[tuple[str, ...], tuple[str, ...] | None],
) -> tuple[str, ...] | None:
    """Add the names of one record to the other names of another; not stated stays not stated."""
    names, stated = joined
    more = [one for one in names if one != name]
    if others is None and stated is None and not more:
        return None
    return (*(others or ()), *more)


def _others(
    id: str, refs: tuple[ProposalRef, ...], more: tuple[ProposalRef, ...]
) -> tuple[ProposalRef, ...]:
    return distinct(ref for ref in (*refs, *more) if ref.proposal != id)


def _filled(first: _Record, other: _Record) -> _Record:
    filled: _Record = evolve(first, **_missing(first, other))
    return filled


def _missing(first: Any, other: Any) -> dict[str, Any]:
    """Collect what one record states and the other leaves open."""
    return {
        one.name: getattr(other, one.name)
        for one in attrs.fields(type(first))
        if getattr(first, one.name) is None and getattr(other, one.name) is not None
    }
