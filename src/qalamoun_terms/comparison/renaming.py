"""A record with its references and names changed, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from attrs import evolve, frozen

from qalamoun_terms.model.actors import Party, Role
from qalamoun_terms.model.grounds import Derived, Evidence, Ground, Quote, Source, Unread
from qalamoun_terms.model.negotiation import Round
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
    Target,
)
from qalamoun_terms.model.record import Compliance, Measure, Position
from qalamoun_terms.model.terms import Term, term_fields

__all__ = ["Renaming", "distinct"]

_T = TypeVar("_T")
_Name = Callable[[str], str]

_PLACE_FIELDS = ("places", "destination", "origin", "route")
_PARTY_FIELDS = (
    "forces",
    "beneficiaries",
    "duty_bearers",
    "verifier",
    "escort",
    "authority",
    "held_by",
    "guarantors",
    "members",
    "participants",
    "into",
    "carriers",
    "bodies",
    "employer",
)
"""The fields of terms that name actors; other sets of names are goods, services and the like."""


def distinct(items: Iterable[_T]) -> tuple[_T, ...]:
    """List items in their order, each once.

    >>> distinct(["p2", "p1", "p2"])
    ('p2', 'p1')
    """
    return tuple(dict.fromkeys(items))


def _as_it_is(name: str) -> str:
    return name


@frozen(kw_only=True)
class Renaming:
    """New names for what records refer to.

    Args:
        document: the new id of a document.
        party: the new id of a party.
        side: the new id of a side.
        proposal: the new id of a proposal.
        article: the new reference of an article.
        record: the new id of a position, measure, round or compliance record.
        party_name: the canonical name of an actor that a term names.
        place_name: the canonical spelling of a place.

    >>> renaming = Renaming(
    ...     document=str,
    ...     party=lambda id: f"a:{id}",
    ...     side=str,
    ...     proposal=str,
    ...     article=lambda ref: ref,
    ...     record=str,
    ... )
    >>> renaming.source(Source(party="y1")).party
    'a:y1'
    """

    document: _Name
    party: _Name
    side: _Name
    proposal: _Name
    article: Callable[[ArticleRef], ArticleRef]
    record: _Name
    party_name: _Name = _as_it_is
    place_name: _Name = _as_it_is

    def target(self, target: Target) -> Target:
        """Rename what a position or a measure is about."""
        if isinstance(target, ArticleRef):
            return self.article(target)
        return ProposalRef(self.proposal(target.proposal))

    def ground(self, ground: Ground) -> Ground:
        """Rename the documents of a ground."""
        if isinstance(ground, Derived):
            return evolve(ground, from_=tuple(self.ground(part) for part in ground.from_))
        return evolve(ground, document=self.document(ground.document))

    def source(self, source: Source) -> Source:
        """Rename the party of a source, and of those that it passes on."""
        party = None if source.party is None else self.party(source.party)
        return evolve(source, party=party, cites=source.cites and self.source(source.cites))

    def of_party(self, party: Party) -> Party:
        """Rename the sides of a party."""
        return evolve(
            party,
            side=None if party.side is None else self.side(party.side),
            speaks_for=None if party.speaks_for is None else self.side(party.speaks_for),
        )

    def of_round(self, stage: Round) -> Round:
        """Rename what a round holds."""
        return evolve(
            stage,
            id=self.record(stage.id),
            proposals=distinct(map(self.proposal, stage.proposals)),
            measures=distinct(map(self.record, stage.measures)),
        )

    def of_proposal(self, proposal: Proposal) -> Proposal:
        """Rename what a proposal refers to; its own id and those of its articles stay."""
        roles = (Role(party=self.party(one.party), role=one.role) for one in proposal.roles)
        return evolve(
            proposal,
            roles=distinct(roles),
            articles=tuple(map(self.of_article, proposal.articles)),
            territory=_renamed(proposal.territory, self.place_name),
            continues=self._proposals(proposal.continues),
            supersedes=self._proposals(proposal.supersedes),
            source=self.source(proposal.source),
            evidence=self._evidence(proposal.evidence),
        )

    def of_article(self, article: Article) -> Article:
        """Rename what an article refers to."""
        return evolve(
            article,
            accounts=distinct(map(self._account, article.accounts)),
            continues=distinct(map(self.article, article.continues)),
        )

    def of_position(self, position: Position) -> Position:
        """Rename a position and what it refers to."""
        return evolve(
            position,
            id=self.record(position.id),
            party=self.party(position.party),
            target=self.target(position.target),
            after=tuple(map(self.record, position.after)),
            source=self.source(position.source),
            grounds=self._grounds(position.grounds),
        )

    def of_measure(self, measure: Measure) -> Measure:
        """Rename a measure and what it refers to."""
        return evolve(
            measure,
            id=self.record(measure.id),
            by=None if measure.by is None else self.party(measure.by),
            places=_renamed(measure.places, self.place_name),
            answers=None if measure.answers is None else self.target(measure.answers),
            source=self.source(measure.source),
            grounds=self._grounds(measure.grounds),
        )

    def of_compliance(self, item: Compliance) -> Compliance:
        """Rename a compliance record and what it refers to."""
        return evolve(
            item,
            id=self.record(item.id),
            target=self.target(item.target),
            of=None if item.of is None else self.party(item.of),
            alleged_by=None if item.alleged_by is None else self.party(item.alleged_by),
            source=self.source(item.source),
            grounds=self._grounds(item.grounds),
        )

    def of_unread(self, unread: Unread) -> Unread:
        """Rename the document of an unread sentence."""
        quote: Quote = evolve(unread.ground, document=self.document(unread.ground.document))
        return evolve(unread, ground=quote)

    def _account(self, account: Account) -> Account:
        return evolve(
            account,
            term=self._term(account.term),
            source=self.source(account.source),
            evidence=self._evidence(account.evidence),
        )

    def _term(self, term: Term) -> Term:
        known = set(term_fields(type(term)))
        namers = {
            **dict.fromkeys(_PLACE_FIELDS, self.place_name),
            **dict.fromkeys(_PARTY_FIELDS, self.party_name),
        }
        changes: dict[str, Any] = {
            name: _renamed(getattr(term, name), namer)
            for name, namer in namers.items()
            if name in known
        }
        return evolve(term, **changes)

    def _proposals(self, refs: Sequence[ProposalRef]) -> tuple[ProposalRef, ...]:
        return distinct(ProposalRef(self.proposal(ref.proposal)) for ref in refs)

    def _grounds(self, grounds: Iterable[Ground]) -> tuple[Ground, ...]:
        return distinct(map(self.ground, grounds))

    def _evidence(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return distinct(evolve(one, ground=self.ground(one.ground)) for one in evidence)


def _renamed(names: tuple[str, ...] | None, namer: _Name) -> tuple[str, ...] | None:
    return None if names is None else tuple(map(namer, names))
