"""How far two coders agree beyond chance, by Krippendorff's alpha.

Alpha compares what two coders said of the same unit. Which stretches of a text are units at all is not in it:
that is why each alpha comes with the number of units that only one of them has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from qalamoun_terms.errors import QalamounError
from qalamoun_terms.evaluation.alignment import Alignment, Pairs, align
from qalamoun_terms.evaluation.evaluate import Coded, coded_documents
from qalamoun_terms.evaluation.likeness import overlap
from qalamoun_terms.evaluation.pairing import best_pairs

__all__ = ["Agreement", "Alpha", "MissingExtraError", "agreement"]


class MissingExtraError(QalamounError, ImportError):
    """A function that needs a package which only an extra brings.

    >>> print(MissingExtraError("agreement: expected the package krippendorff"))
    agreement: expected the package krippendorff
    """


@frozen(kw_only=True)
class Alpha:
    """Krippendorff's alpha for values without an order (nominal).

    Args:
        value: 1 for perfect agreement, 0 for chance; None where it is not defined, because there are no units or
            all values are one.
        units: how many units both coders have.
        first_alone: how many the first has alone.
        second_alone: how many the second has alone.

    >>> print(Alpha(value=0.875, units=12, first_alone=1, second_alone=0))
    0.875 (12 units; 1 by the first alone, 0 by the second alone)
    """

    value: float | None
    units: int
    first_alone: int
    second_alone: int

    def __str__(self) -> str:
        value = "not defined" if self.value is None else f"{self.value:.3f}"
        alone = f"{self.first_alone} by the first alone, {self.second_alone} by the second alone"
        return f"{value} ({self.units} units; {alone})"


@frozen(kw_only=True)
class Agreement:
    """How far two coders agree.

    Args:
        kinds: on the kinds of terms over the same words.
        stances: on the stances of one side on one package.

    >>> alpha = Alpha(value=None, units=0, first_alone=0, second_alone=0)
    >>> Agreement(kinds=alpha, stances=alpha).kinds.units
    0
    """

    kinds: Alpha
    stances: Alpha

    def __str__(self) -> str:
        return f"kinds: {self.kinds}\nstances: {self.stances}"


def agreement(first: Coded | Mapping[str, Coded], second: Coded | Mapping[str, Coded]) -> Agreement:
    """Say how far two coders of the same documents agree beyond chance.

    Needs the extra ``agreement``. Documents that only one of the two has coded are left out.

    Args:
        first: one coder's coding of a document, or of many by their ids.
        second: the other's.

    Returns:
        Krippendorff's alpha on the kinds of terms and on stances, over all documents together.

    Raises:
        MissingExtraError: the package ``krippendorff`` is not there.
        InvalidValueError: something else than codings and cases, or one on one side and many on the other.

    >>> from qalamoun_terms.evaluation.codings import CodedDocument, CodedProposal, CodedTerm, Span
    >>> def coder(*kinds):
    ...     spans = (Span(10 * n, 10 * n + 9) for n in range(len(kinds)))
    ...     terms = [CodedTerm(id=kind, kind=kind, span=next(spans)) for kind in kinds]
    ...     return CodedDocument(id="d", proposals=[CodedProposal(id="P1", terms=terms)])
    >>> one = coder("ceasefire", "armed_exit", "detainee_release")
    >>> print(agreement(one, coder("ceasefire", "armed_exit", "other")).kinds)
    0.615 (3 units; 0 by the first alone, 0 by the second alone)
    """
    firsts, seconds = coded_documents(first, second)
    both = [align(firsts[one], seconds[one]) for one in firsts if one in seconds]
    return Agreement(
        kinds=_alpha(_kinds(one) for one in both), stances=_alpha(_stances(one) for one in both)
    )


@frozen
class _Units:
    """What two coders said of the units of one document, and how many each has in all."""

    values: tuple[tuple[str, str], ...]
    first: int
    second: int


def _kinds(alignment: Alignment) -> _Units:
    first, second = alignment.gold_terms, alignment.predicted_terms
    values = ((first[i].term.kind, second[j].term.kind) for i, j in alignment.same_words.items())
    return _Units(tuple(values), len(first), len(second))


def _stances(alignment: Alignment) -> _Units:
    first, second = alignment.gold.stances, alignment.predicted.stances
    values = ((first[i].stance, second[j].stance) for i, j in _same_cell(alignment).items())
    return _Units(tuple(values), len(first), len(second))


def _same_cell(alignment: Alignment) -> Pairs:
    """Pair what two coders say of one side and one package, on the same article and words if they can be."""
    weights = {
        (i, j): 1 + alignment.same_target(one, other) + overlap(one.span, other.span)
        for i, one in enumerate(alignment.gold.stances)
        for j, other in enumerate(alignment.predicted.stances)
        if one.side == other.side and alignment.same_package(one, other)
    }
    return best_pairs(weights)


def _alpha(documents: Iterable[_Units]) -> Alpha:
    units = list(documents)
    values = [pair for one in units for pair in one.values]
    return Alpha(
        value=_nominal_alpha(values),
        units=len(values),
        first_alone=sum(one.first for one in units) - len(values),
        second_alone=sum(one.second for one in units) - len(values),
    )


def _nominal_alpha(values: list[tuple[str, str]]) -> float | None:
    library = _library()
    codes = {
        name: code for code, name in enumerate(sorted({one for pair in values for one in pair}))
    }
    if len(codes) < 2:
        return None
    rows = [[codes[pair[coder]] for pair in values] for coder in (0, 1)]
    return float(library.alpha(reliability_data=rows, level_of_measurement="nominal"))


def _library() -> Any:
    try:
        import krippendorff
    except ImportError:
        raise MissingExtraError(
            "agreement: expected the package krippendorff; install qalamoun-terms[agreement]"
        ) from None
    return krippendorff
