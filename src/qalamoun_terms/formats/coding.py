"""The coding format: what a careful human coder would write down after reading one document."""

from __future__ import annotations

from collections.abc import Iterator

from qalamoun_terms.model.actors import RoleInProposal
from qalamoun_terms.model.grounds import Ground, Quote, Source, SourceKind, quotes_in
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, Proposal, Status
from qalamoun_terms.model.record import Position
from qalamoun_terms.model.terms import Term
from qalamoun_terms.model.time import Extension

JsonDict = dict[str, object]


def to_coding(case: Negotiation, *, id: str | None = None, genre: str = "report") -> JsonDict:
    """The coding of a case, as plain JSON values.

    A package with one article, of which no source says that it has more, is itself the target of a
    position on that article. Records without a place in a text have the span [0, 0].

    Args:
        case: the case.
        id: the id of the coding; by default that of the case.
        genre: "report", "agreement_text" or "statement".

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> to_coding(Negotiation(id="empty"))["proposals"]
    []
    """
    roles = {side.id: side.role.value for side in case.sides}
    sides = {party.id: roles.get(party.side or "", "other") for party in case.parties}
    names = {party.id: party.name for party in case.parties}
    published = case.documents[0].published if case.documents else None
    return {
        "id": id or case.id,
        "published": str(published) if published else None,
        "genre": genre,
        "proposals": [_proposal(proposal, sides) for proposal in case.proposals],
        "stances": [_stance(position, case, sides, names) for position in case.positions],
        "parties": [{"name": p.name, "side": sides[p.id]} for p in case.parties],
        "places": [place.name for place in case.places],
        "notes": "",
    }


def _number(name: str) -> str:
    return "".join(c for c in name if c.isdigit()) or name


def _proposal(proposal: Proposal, sides: dict[str, str]) -> JsonDict:
    return {
        "id": f"P{_number(proposal.id)}",
        "label": proposal.title or proposal.name or proposal.id,
        "proposer_side": _proposer_side(proposal, sides),
        "date": str(proposal.date) if proposal.date else None,
        "status": proposal.status.value if proposal.status else "unstated",
        "terms": [_term(article) for article in proposal.articles],
    }


def _proposer_side(proposal: Proposal, sides: dict[str, str]) -> str:
    """Whose proposal it is: of one side, of several together, or of a side the format leaves out.

    What was agreed is of all who agreed, where nobody is told to have put it forward alone.
    """
    proposers = {sides.get(party, "other") for party in proposal.proposers}
    makers = proposal.with_role(
        RoleInProposal.NEGOTIATING_PARTY, RoleInProposal.SIGNATORY, RoleInProposal.CONFLICT_PARTY
    )
    agreed = bool(makers) or proposal.status is Status.AGREED
    if len(proposers) > 1 or (not proposers and agreed):
        return "joint"
    side = next(iter(proposers), "unstated")
    return side if side in {"state", "opposition", "mediator"} else "unstated"


def _term(article: Article) -> JsonDict:
    account = article.accounts[0]
    grounds = [item.ground for item in account.evidence if not item.field]
    return {
        "id": f"T{_number(article.id)}",
        "kind": article.kind,
        "gist": account.text or article.heading or article.kind,
        "span": _span(grounds),
        "fields": dict(_fields(account.term)),
    }


def _fields(term: Term) -> Iterator[tuple[str, object]]:
    """The fields of the format that a term states."""
    if term.duration:
        yield "duration", str(term.duration)
    extension = getattr(term, "extension", None)
    if isinstance(extension, Extension) and (extension.by or extension.up_to):
        yield "extension", str(extension.by or extension.up_to)
    weapons = getattr(term, "weapons", None)
    if weapons:
        yield "weapons", [weapon.value for weapon in weapons]
    if term.forces:
        yield "force", "; ".join(term.forces)
    if term.places:
        yield "place", list(term.places)
    if term.beneficiaries:
        yield "beneficiary", "; ".join(term.beneficiaries)
    destination = getattr(term, "destination", None)
    if destination:
        whole = destination if isinstance(destination, str) else "; ".join(destination)
        yield "destination", whole


def _span(grounds: list[Ground]) -> list[int]:
    quotes = [q for ground in grounds for q in quotes_in(ground) if isinstance(q, Quote)]
    return [quotes[0].start, quotes[0].end] if quotes else [0, 0]


def _stance(
    position: Position, case: Negotiation, sides: dict[str, str], names: dict[str, str]
) -> JsonDict:
    return {
        "side": sides.get(position.party, "other"),
        "party": names.get(position.party, position.party),
        "target": _target(position, case),
        "stance": position.stance.value,
        "said_by": _said_by(position.source),
        "span": _span(list(position.grounds)),
    }


def _target(position: Position, case: Negotiation) -> str:
    target = position.target
    proposal = f"P{_number(target.proposal)}"
    if not isinstance(target, ArticleRef):
        return proposal
    whole = next(p for p in case.proposals if p.id == target.proposal)
    if len(whole.articles) == 1 and whole.complete is not False:
        return proposal
    return f"{proposal}/T{_number(target.article)}"


def _said_by(source: Source) -> str:
    if source.kind is SourceKind.ANONYMOUS:
        return "anonymous"
    return source.name or "reporter"
