"""The front door of the room: how well predicted codings agree with those that are trusted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from attrs import frozen

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.evaluation.alignment import align
from qalamoun_terms.evaluation.coding_in import read_coding
from qalamoun_terms.evaluation.codings import CodedDocument
from qalamoun_terms.evaluation.figures import METRICS, RATES, Figures, total
from qalamoun_terms.evaluation.findings import Finding, invented, missed
from qalamoun_terms.evaluation.scoring import score
from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.validation import describe

__all__ = ["Coded", "DocumentEvaluation", "Evaluation", "coded_documents", "evaluate"]

Coded = CodedDocument | Negotiation
"""What one coder found in one document: a coding, or a case that a reader or a person made."""


@frozen(kw_only=True)
class DocumentEvaluation:
    """How well one document was coded.

    Args:
        id: the document.
        figures: the counts.
        missed: what the gold coding has alone.
        invented: what the predicted coding has alone.

    >>> DocumentEvaluation(id="d", figures=Figures(), missed=(), invented=()).figures.term.f1
    1.0
    """

    id: str
    figures: Figures
    missed: tuple[Finding, ...]
    invented: tuple[Finding, ...]


@frozen(kw_only=True)
class Evaluation:
    """How well many documents were coded.

    Args:
        documents: each document.
        without_text: documents that were left out because texts were given and theirs was not.
        without_gold: predicted documents that no gold coding is there for.

    >>> Evaluation(documents=()).total.term.n
    0
    """

    documents: tuple[DocumentEvaluation, ...]
    without_text: tuple[str, ...] = ()
    without_gold: tuple[str, ...] = ()

    @property
    def total(self) -> Figures:
        """The counts of all documents, added up."""
        return total(one.figures for one in self.documents)

    def to_data(self) -> dict[str, Any]:
        """Give everything as plain values, for JSON.

        >>> sorted(Evaluation(documents=()).to_data())
        ['documents', 'total', 'without_gold', 'without_text']
        """
        return {
            "total": {**self.total.summary(), "documents": len(self.documents)},
            "documents": {one.id: _document_data(one) for one in self.documents},
            "without_text": list(self.without_text),
            "without_gold": list(self.without_gold),
        }

    def __str__(self) -> str:
        summed = self.total
        lines = [f"{'':10} precision  recall     f1      n"]
        for name in METRICS:
            one = summed.tally(name)
            lines.append(
                f"{name:10} {one.precision:9.3f} {one.recall:7.3f} {one.f1:6.3f} {one.n:6}"
            )
        for name in RATES:
            rate = summed.rate(name)
            lines.append(f"{name.replace('_', ' ')}: {'-' if rate is None else f'{rate:.3f}'}")
        return "\n".join([*lines, f"documents: {len(self.documents)}"])


def _document_data(document: DocumentEvaluation) -> dict[str, Any]:
    return {
        **{name: document.figures.tally(name).rounded() for name in METRICS},
        "missed": [_finding_data(one) for one in document.missed],
        "invented": [_finding_data(one) for one in document.invented],
    }


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "subject": finding.subject.value,
        "kind": finding.kind,
        "words": finding.words,
        "about": finding.about,
        "span": [finding.span.start, finding.span.end],
    }


def evaluate(
    gold: Coded | Mapping[str, Coded],
    predicted: Coded | Mapping[str, Coded],
    texts: str | Mapping[str, str] | None = None,
) -> Evaluation:
    """Compare predicted codings with those that are trusted, document by document.

    A document without a prediction counts as one in which nothing was found.

    Args:
        gold: the trusted coding of a document, or of many by their ids.
        predicted: the coding to check, or those of many documents by the same ids.
        texts: the text, or the texts by the same ids. With texts, documents that lack theirs are left out;
            without, nothing is said of whether spans lie in them.

    Returns:
        The figures, in total and by document, with what was missed and what was invented.

    Raises:
        InvalidValueError: something else than codings and cases, one on one side and many on the other, or a case
            of more than one document.

    >>> truce = {"id": "T1", "kind": "ceasefire", "span": [20, 29]}
    >>> term = {"id": "P1", "terms": [truce]}
    >>> gold = read_coding({"id": "d", "proposals": [term], "stances": []})
    >>> result = evaluate(gold, read_coding('{"id": "d", "proposals": [], "stances": []}'))
    >>> result.total.term.recall, result.documents[0].missed[0].kind
    (0.0, 'ceasefire')
    """
    golds, predictions = coded_documents(gold, predicted)
    known = _texts(texts, golds)
    ids = [one for one in golds if known is None or one in known]
    return Evaluation(
        documents=tuple(
            _document(
                one,
                golds[one],
                predictions.get(one, CodedDocument(id=one)),
                None if known is None else known[one],
            )
            for one in ids
        ),
        without_text=tuple(one for one in golds if one not in ids),
        without_gold=tuple(one for one in predictions if one not in golds),
    )


def _document(
    id: str, gold: CodedDocument, predicted: CodedDocument, text: str | None
) -> DocumentEvaluation:
    alignment = align(gold, predicted)
    return DocumentEvaluation(
        id=id,
        figures=score(alignment, None if text is None else len(text)),
        missed=missed(alignment, text),
        invented=invented(alignment, text),
    )


def coded_documents(
    first: Coded | Mapping[str, Coded], second: Coded | Mapping[str, Coded]
) -> tuple[dict[str, CodedDocument], dict[str, CodedDocument]]:
    """Take two coders' work as codings by the ids of their documents; two single ones go together.

    Args:
        first: the coding of one document, or of many by their ids.
        second: that of the other coder.

    Returns:
        The codings of each.

    Raises:
        InvalidValueError: something else, or one document on one side and many on the other.

    >>> coded_documents(CodedDocument(id="a"), CodedDocument(id="b"))[1]
    {'a': CodedDocument(id='b', published=None, proposals=(), stances=())}
    """
    if _is_coded(first) and _is_coded(second):
        return {first.id: _coded(first, "gold")}, {first.id: _coded(second, "predicted")}
    for name, value in (("gold", first), ("predicted", second)):
        if not isinstance(value, Mapping):
            expected = "codings by the ids of their documents, as on the other side"
            raise InvalidValueError(f"{name}: expected {expected}, got {describe(value)}")
    return _all_coded(first, "gold"), _all_coded(second, "predicted")


def _is_coded(value: object) -> TypeGuard[Coded]:
    return isinstance(value, CodedDocument | Negotiation)


def _all_coded(values: Any, name: str) -> dict[str, CodedDocument]:
    return {key: _coded(one, f"{name}[{key!r}]") for key, one in values.items()}


def _coded(value: object, name: str) -> CodedDocument:
    if isinstance(value, CodedDocument):
        return value
    if not isinstance(value, Negotiation):
        expected = "a coding (see read_coding) or a case"
        raise InvalidValueError(f"{name}: expected {expected}, got {describe(value)}")
    if len(value.documents) > 1:
        found = len(value.documents)
        raise InvalidValueError(f"{name}: expected a case of one document, got {found}")
    return read_coding(to_coding(value))


def _texts(
    texts: str | Mapping[str, str] | None, golds: Mapping[str, CodedDocument]
) -> Mapping[str, str] | None:
    if not isinstance(texts, str):
        return texts
    if len(golds) != 1:
        raise InvalidValueError("texts: expected texts by the ids of their documents, got one text")
    return dict.fromkeys(golds, texts)
