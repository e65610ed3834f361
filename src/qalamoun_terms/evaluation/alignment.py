"""Which terms, packages and stances of two codings of one document are about the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from attrs import frozen

from qalamoun_terms.evaluation.codings import CodedDocument, CodedStance, PlacedTerm
from qalamoun_terms.evaluation.likeness import iou, overlap
from qalamoun_terms.evaluation.pairing import best_pairs

__all__ = ["POLARITY", "Alignment", "align"]

POLARITY = {
    "accepted": "accept",
    "provisional": "accept",
    "conditional": "conditional",
    "rejected": "reject",
    "withdrawn": "withdrawn",
    "proposed": "propose",
    "insisted": "propose",
    "demanded": "propose",
    "deferred": "deferred",
    "violated": "violated",
}
"""Which way each stance points, where the finer word does not count."""

Pairs = dict[int, int]
"""The index of a gold record to the index of the predicted one, in the order of the latter."""


@frozen(kw_only=True)
class Alignment:
    """Two codings laid side by side.

    Args:
        gold: the coding that is trusted, or the first coder's.
        predicted: the coding that is checked, or the second coder's.
        gold_terms: the terms of the first.
        predicted_terms: the terms of the second.
        same_kind: pairs of terms of one kind whose words overlap.
        same_words: pairs of terms whose words overlap, whatever their kind.
        terms: for the references of gold terms, those of the terms over the same words.
        packages: for the ids of gold proposals, those of the proposals they correspond to.

    >>> align(CodedDocument(id="a"), CodedDocument(id="b")).packages
    {}
    """

    gold: CodedDocument
    predicted: CodedDocument
    gold_terms: tuple[PlacedTerm, ...]
    predicted_terms: tuple[PlacedTerm, ...]
    same_kind: Pairs
    same_words: Pairs
    terms: dict[str, str]
    packages: dict[str, str]

    def target_of(self, ref: str) -> str | None:
        """Give the predicted target that corresponds to a gold one; None where there is none."""
        return self.terms.get(ref) if "/" in ref else self.packages.get(ref)

    def stances(self, alike: Callable[[CodedStance, CodedStance], bool]) -> Pairs:
        """Pair stances of one side that are alike; those over the same words first."""
        weights = {
            (i, j): 1 + overlap(one.span, other.span)
            for i, one in enumerate(self.gold.stances)
            for j, other in enumerate(self.predicted.stances)
            if one.side == other.side and alike(one, other)
        }
        return best_pairs(weights)

    def same_target(self, gold: CodedStance, predicted: CodedStance) -> bool:
        """Say whether two stances are about the same term, or the same package as a whole."""
        wanted = self.target_of(gold.target)
        return wanted is not None and wanted == predicted.target

    def same_package(self, gold: CodedStance, predicted: CodedStance) -> bool:
        """Say whether two stances are about the same package, a term of it or the whole."""
        wanted = self.packages.get(gold.package)
        return wanted is not None and wanted == predicted.package


def align(gold: CodedDocument, predicted: CodedDocument) -> Alignment:
    """Lay two codings of one document side by side.

    Args:
        gold: the coding that is trusted.
        predicted: the coding that is checked.

    Returns:
        The pairs of terms and packages; those of stances depend on what counts as alike.

    >>> align(CodedDocument(id="a"), CodedDocument(id="b")).same_kind
    {}
    """
    first, second = gold.terms, predicted.terms
    same_words = _pairs_of_terms(first, second, same_kind=False)
    return Alignment(
        gold=gold,
        predicted=predicted,
        gold_terms=first,
        predicted_terms=second,
        same_kind=_pairs_of_terms(first, second, same_kind=True),
        same_words=same_words,
        terms={first[i].ref: second[j].ref for i, j in same_words.items()},
        packages=_packages(gold, predicted, same_words),
    )


def _pairs_of_terms(
    gold: tuple[PlacedTerm, ...], predicted: tuple[PlacedTerm, ...], *, same_kind: bool
) -> Pairs:
    weights = {
        (i, j): 1 + iou(one.term.span, other.term.span)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (one.term.kind == other.term.kind or not same_kind) and _same_words(one, other)
    }
    return best_pairs(weights)


def _same_words(one: PlacedTerm, other: PlacedTerm) -> bool:
    a, b = one.term.span, other.term.span
    return overlap(a, b) >= 0.5 and iou(a, b) >= 0.15


def _packages(gold: CodedDocument, predicted: CodedDocument, same_words: Pairs) -> dict[str, str]:
    """Let the terms of each package vote; packages without a vote go together in the order of the text."""
    first, second = gold.terms, predicted.terms
    votes = Counter((first[i].proposal, second[j].proposal) for i, j in same_words.items())
    found: dict[str, str] = {}
    for (here, there), _ in votes.most_common():
        found.setdefault(here, there)
    taken = set(found.values())
    left = (one.id for one in gold.proposals if one.id not in found)
    free = (one.id for one in predicted.proposals if one.id not in taken)
    return found | dict(zip(list(left), free, strict=False))
