"""How the records of a case are called in a report, and where on its page each is found.

Ids may hold the same letters for records of different nouns, so that every anchor begins with the noun.
"""

from __future__ import annotations

from qalamoun_terms.model.grounds import Document
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ArticleRef, Target

__all__ = ["Names", "anchor_of", "document_anchor", "position_anchor", "text_anchor"]


def anchor_of(target: Target) -> str:
    """Give the anchor of an article or a proposal.

    >>> anchor_of(ArticleRef("p1", "a2"))
    'article-p1.a2'
    """
    return f"{'article' if isinstance(target, ArticleRef) else 'proposal'}-{target}"


def position_anchor(id: str) -> str:
    """Give the anchor of a position.

    >>> position_anchor("n1")
    'position-n1'
    """
    return f"position-{id}"


def document_anchor(id: str) -> str:
    """Give the anchor of a document.

    >>> document_anchor("d1")
    'document-d1'
    """
    return f"document-{id}"


def text_anchor(id: str, start: int) -> str:
    """Give the anchor of a place in the text of a document.

    >>> text_anchor("d1", 120)
    'text-d1-120'
    """
    return f"text-{id}-{start}"


class Names:
    """The names of a case's records, looked up by their ids.

    Args:
        case: the case.

    >>> Names(Negotiation(id="c")).party("y1")
    'y1'
    """

    def __init__(self, case: Negotiation) -> None:
        self.case = case
        self._parties = {one.id: one.name for one in case.parties}
        self._proposals = {one.id: one for one in case.proposals}
        self._documents = {one.id: one for one in case.documents}
        self._numbers = {key: number for number, key in enumerate(self._documents, 1)}

    def party(self, id: str) -> str:
        """Name a party."""
        return self._parties.get(id, id)

    def proposal(self, id: str) -> str:
        """Name a proposal as its text does, or else by its short name or its id."""
        found = self._proposals.get(id)
        return (found.title or found.name or id) if found else id

    def short(self, target: Target) -> str:
        """Name an article or a proposal in as few letters as a reader can ask for it by."""
        found = self._proposals.get(target.proposal)
        name = (found.name if found else None) or target.proposal
        return f"{name}.{target.article}" if isinstance(target, ArticleRef) else name

    def source(self, id: str) -> str:
        """Name a document by its number in the list of sources, as grounds do."""
        return f"source {self._numbers[id]}" if id in self._numbers else id

    def has_text(self, id: str) -> bool:
        """Say whether the words of a document are at hand."""
        return id in self._documents and self._documents[id].text is not None


def title_of(document: Document) -> str:
    """Name a document by its title, or else by who published it, or its id.

    >>> title_of(Document(id="d1", publisher="A paper"))
    'A paper (d1)'
    """
    if document.title:
        return document.title
    return f"{document.publisher} ({document.id})" if document.publisher else document.id
