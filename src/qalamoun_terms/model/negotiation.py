"""The case: everything that is known of one negotiation, from all its documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import evolve, field, frozen

from qalamoun_terms.model import validation as v
from qalamoun_terms.model.actors import Party, Place, Side
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.grounds import Document, Unread
from qalamoun_terms.model.proposals import Article, ArticleRef, Proposal, ProposalRef, Target
from qalamoun_terms.model.record import Compliance, Measure, Position
from qalamoun_terms.model.stated import Stated
from qalamoun_terms.model.time import Date

__all__ = ["Negotiation", "Round", "Unification"]

_Record = TypeVar("_Record", Document, Party, Side)


@frozen(kw_only=True, repr=False)
class Round(Stated):
    """A stage of the case; it may hold no proposal.

    Args:
        id: ``r1``, ``r2``, ...
        label: how it is called, for display only.
        date: when it was.
        proposals: ids of the proposals made in it.
        measures: ids of the measures taken in it.
        note: what happened, where no proposal tells it.

    >>> Round(id="r1", label="The initiative paper").proposals
    ()
    """

    id: str = field(validator=v.identifier)
    label: str = field(validator=v.nonempty_text)
    date: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    proposals: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.undotted)
    )
    measures: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.identifier)
    )
    note: str | None = field(default=None, validator=v.optional(v.nonempty_text))


@frozen(kw_only=True, repr=False)
class Unification(Stated):
    """Two records of different documents that were taken for one, and why.

    Args:
        record: what was unified: side, party, place, proposal or article.
        kept: the id that stayed.
        dropped: the id that went into it.
        reason: the alias they share, or who said so.

    >>> Unification(record="party", kept="y1", dropped="b:y4", reason="same alias").kept
    'y1'
    """

    record: str = field(validator=v.nonempty_text)
    kept: str = field(validator=v.identifier)
    dropped: str = field(validator=v.identifier)
    reason: str = field(validator=v.nonempty_text)


@frozen(kw_only=True, repr=False)
class Negotiation:
    """A case: documents, actors, rounds, proposals, and what is said to have been done about them.

    Cross-references are not checked here but by ``check``, once, where a case is made or loaded.

    Args:
        id: a short identifier of the case; it prefixes the ids of its records when cases are combined.
        title: how the case is called.
        documents: the source texts.
        parties: the named actors.
        sides: the poles.
        places: the places.
        rounds: the stages, in their order.
        proposals: the proposals.
        positions: what parties are said to have done.
        measures: pressure and relief beside the talks.
        compliance: what is said to have been done about agreed provisions.
        unread: sentences that speak of the negotiation and yielded nothing.
        unifications: records of different documents that were taken for one.

    >>> case = Negotiation(id="empty")
    >>> len(case.proposals), list(case.articles())
    (0, [])
    """

    id: str = field(validator=v.undotted)
    title: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    documents: tuple[Document, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Document)
    )
    parties: tuple[Party, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Party)
    )
    sides: tuple[Side, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Side))
    places: tuple[Place, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Place))
    rounds: tuple[Round, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Round))
    proposals: tuple[Proposal, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Proposal)
    )
    positions: tuple[Position, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Position)
    )
    measures: tuple[Measure, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Measure)
    )
    compliance: tuple[Compliance, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Compliance)
    )
    unread: tuple[Unread, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Unread)
    )
    unifications: tuple[Unification, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Unification)
    )

    def __repr__(self) -> str:
        counts = (
            f"{len(getattr(self, name))} {name}"
            for name in ("documents", "proposals", "positions", "unread")
        )
        return f"<Negotiation {self.id}: {', '.join(counts)}>"

    _repr_html_ = repr_html

    def __getitem__(self, name: str) -> Proposal:
        """Give the proposal with this id or short name.

        Raises:
            KeyError: there is none; the message lists those there are.
        """
        for proposal in self.proposals:
            if name in (proposal.id, proposal.name):
                return proposal
        known = ", ".join(one.name or one.id for one in self.proposals) or "none"
        raise KeyError(f"the case {self.id} has no proposal {name!r}; it has: {known}")

    def articles(self) -> Iterator[tuple[ArticleRef, Article]]:
        """Go through all articles of all proposals, in their order, each with its reference."""
        for proposal in self.proposals:
            for article in proposal.articles:
                yield ArticleRef(proposal.id, article.id), article

    def resolve(self, target: Target) -> Proposal | Article:
        """Give what a reference points to.

        Args:
            target: a reference to a proposal or an article of this case.

        Raises:
            KeyError: it points to nothing in this case.

        >>> case = Negotiation(id="c", proposals=[Proposal(id="p1")])
        >>> case.resolve(ProposalRef("p1")).id
        'p1'
        """
        proposal = next((one for one in self.proposals if one.id == target.proposal), None)
        if proposal is None:
            raise KeyError(f"the case {self.id} has no proposal {target.proposal!r}")
        if isinstance(target, ProposalRef):
            return proposal
        for article in proposal.articles:
            if article.id == target.article:
                return article
        raise KeyError(f"{proposal.id} has no article {target.article!r}")

    def document(self, id: str) -> Document:
        """Give the document with this id.

        Raises:
            KeyError: there is none.
        """
        return _by_id(self.documents, id, "document")

    def party(self, id: str) -> Party:
        """Give the party with this id.

        Raises:
            KeyError: there is none.
        """
        return _by_id(self.parties, id, "party")

    def side_of(self, party: str) -> Side | None:
        """Give the side that a party speaks for, or else belongs to; None where that is not known.

        >>> from qalamoun_terms.model.actors import SideRole
        >>> state = Side(id="s1", label="State", role=SideRole.STATE)
        >>> case = Negotiation(id="c", sides=[state], parties=[Party(id="y1", name="A", side="s1")])
        >>> case.side_of("y1").label
        'State'
        """
        record = self.party(party)
        wanted = record.speaks_for or record.side
        return None if wanted is None else _by_id(self.sides, wanted, "side")

    def with_texts(self, texts: dict[str, str]) -> Negotiation:
        """Attach texts that do not travel with the case.

        Args:
            texts: the words, by the id of their document.

        Returns:
            The case with these texts in it.

        Raises:
            KeyError: a document that the case does not have.
            InvalidValueError: a text that is not the one that was coded.

        >>> from qalamoun_terms.model.grounds import Document
        >>> case = Negotiation(id="c", documents=[Document.of("d1", "Agreed.").without_text()])
        >>> case.with_texts({"d1": "Agreed."}).document("d1").text
        'Agreed.'
        """
        for wanted in texts:
            self.document(wanted)
        documents = tuple(
            evolve(one, text=texts[one.id]) if one.id in texts else one for one in self.documents
        )
        return evolve(self, documents=documents)


def _by_id(records: tuple[_Record, ...], id: str, what: str) -> _Record:
    for record in records:
        if record.id == id:
            return record
    raise KeyError(f"the case has no {what} {id!r}")
