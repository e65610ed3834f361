"""Attaching the texts that do not ship with a case, and only those that were coded.

A report belongs to its publisher, so a case carries its hash and length in place of its words. Who has
the text attaches it: under the id of its document, or under any other name, such as that of a file,
and then the hash finds the document. A text that is not the one that was coded is refused, because
every offset in the case would point to other words.
"""

from __future__ import annotations

from collections.abc import Mapping

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.check import check
from qalamoun_terms.model.grounds import Document, text_digest
from qalamoun_terms.model.negotiation import Negotiation

__all__ = ["attach_texts"]


def attach_texts(case: Negotiation, texts: Mapping[str, str]) -> Negotiation:
    """Attach texts to the documents of a case that they were coded from.

    Args:
        case: the case.
        texts: the words, by the id of the document or by any other name.

    Returns:
        The case with these texts in it, checked: every quote stands in its text.

    Raises:
        InvalidValueError: a text that is not the one that was coded, or that no document can be
            found for.
        CheckError: a quote of the case that its text does not have.

    >>> report = Document.of("d1", "Both sides agreed to talk.")
    >>> case = Negotiation(id="c", documents=[report.without_text()])
    >>> attach_texts(case, {"report.txt": "Both sides agreed to talk."}).document("d1").text
    'Both sides agreed to talk.'
    """
    found = {_document_of(case, name, text).id: text for name, text in texts.items()}
    return check(case.with_texts(found))


def _document_of(case: Negotiation, name: str, text: str) -> Document:
    if (fault := v.text.fault(text)) is not None:
        raise v.invalid(f"text {name!r}", fault.expected, text)
    digest = text_digest(text)
    for document in case.documents:
        if document.id == name:
            return _same_text(document, text, digest)
    for document in case.documents:
        if document.sha256 == digest:
            return document
    known = ", ".join(f"{one.id} ({one.length} characters)" for one in _hashed(case)) or "none"
    raise InvalidValueError(
        f"text {name!r}: expected the text of a document whose hash the case keeps, got one of "
        f"{len(text)} characters with another hash; those it keeps: {known}"
    )


def _same_text(document: Document, text: str, digest: str) -> Document:
    if document.sha256 is None:
        raise InvalidValueError(
            f"text {document.id!r}: expected a document whose hash the case keeps; this one was "
            "coded from its facts alone"
        )
    if document.sha256 != digest:
        raise InvalidValueError(
            f"text {document.id!r}: expected the text that was coded, {document.length} characters "
            f"with SHA-256 {document.sha256[:12]}..., got {len(text)} characters with "
            f"{digest[:12]}..."
        )
    return document


def _hashed(case: Negotiation) -> tuple[Document, ...]:
    return tuple(one for one in case.documents if one.sha256 is not None)
