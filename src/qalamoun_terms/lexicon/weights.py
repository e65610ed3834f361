"""Learnt weights: what the features of a stretch of text speak for.

The weights are data (JSON beside the other tables of a language), made by the scripts in `benchmarks/`
from our own clauses and golden documents. They are whole numbers, so that a sum of them does not hang
on their order, and each judgement can name the features that spoke for it most.
"""

from __future__ import annotations

import functools
import json
import math
import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib import resources

from attrs import field, frozen

__all__ = ["LinearModel", "Verdict", "likeliest", "linear_model", "side_by_side"]

_ONE = 1_000  # the weights are stored to three digits
_BITS = 32  # bits for the sum of one label
_ZERO = 1 << (_BITS - 1)  # what each label starts from, so that no sum is negative


@frozen(kw_only=True)
class Verdict:
    """The likeliest label, its probability, and the features that speak for it most."""

    label: str
    probability: float
    because: tuple[str, ...] = ()


@frozen(eq=False, kw_only=True)
class LinearModel:
    """A linear model: a weight for each feature and label, and a bias for each label.

    They count thousandths, as whole numbers. The weights of a feature are kept side by side in one
    number (see `side_by_side`), so that one addition adds those of all labels.
    """

    labels: tuple[str, ...]
    bias: tuple[int, ...] = field(repr=False)
    weights: Mapping[str, int] = field(repr=False)
    _start: int = field(init=False, repr=False)

    @_start.default
    def _biased(self) -> int:
        return side_by_side((at, _ZERO + bias) for at, bias in enumerate(self.bias))

    def probabilities(self, features: Collection[str]) -> dict[str, float]:
        """How likely each label is; they add up to one.

        Args:
            features: the features of what is judged.
        """
        return self.chances(self.scores(features))

    def scores(self, features: Collection[str]) -> tuple[int, ...]:
        """What features speak for, in thousandths: a number for each label, in their order.

        Args:
            features: the features of what is judged.
        """
        return self.scores_of(self.added(features))

    def added(self, features: Collection[str]) -> int:
        """The weights of some features, added up for all labels side by side.

        Args:
            features: the features.
        """
        return sum(filter(None, map(self.weights.get, features)))

    def scores_of(self, added: int) -> tuple[int, ...]:
        """The score of each label, given the weights of all features added up.

        Args:
            added: sums of what `added` gives for features of which none is counted twice.
        """
        return self._by_label(self._start + added)

    def chances(self, scores: Sequence[int]) -> dict[str, float]:
        """How likely each label is by its score; they add up to one.

        Args:
            scores: the scores of the labels, in their order.
        """
        top = max(scores)
        raised = [math.exp((score - top) / _ONE) for score in scores]
        total = sum(raised)
        return {label: value / total for label, value in zip(self.labels, raised, strict=True)}

    def is_ahead(self, scores: Sequence[int], label: str, head_start: float) -> bool:
        """Whether a label surely has the highest score, given a head start.

        Args:
            scores: the scores of the labels, in their order.
            label: the label.
            head_start: what counts for it besides, in logarithms of odds.
        """
        if label not in self.labels:
            return False
        at = self.labels.index(label)
        others = max((*scores[:at], *scores[at + 1 :]))
        return scores[at] + _ONE * head_start > others + 1

    def best(self, scores: Sequence[int]) -> str:
        """The label with the highest score, as `likeliest` finds it among the chances.

        Args:
            scores: the scores of the labels, in their order.
        """
        return max(zip(scores, self.labels, strict=True))[1]

    def verdict(self, features: Collection[str]) -> Verdict:
        """The likeliest label, with the features that speak for it most.

        Args:
            features: the features of what is judged.
        """
        found = self.probabilities(features)
        label = likeliest(found)
        index = self.labels.index(label)
        least = self._by_label(self._start)[index]
        weighed = sorted(
            (
                (self._by_label(self._start + self.weights.get(f, 0))[index] - least, f)
                for f in features
            ),
            reverse=True,
        )
        reasons = tuple(feature for weight, feature in weighed[:3] if weight > 0)
        return Verdict(label=label, probability=found[label], because=reasons)

    def _by_label(self, numbers: int) -> tuple[int, ...]:
        """The numbers of the labels that stand side by side in one."""
        size = len(self.labels)
        return struct.unpack(f"<{size}I", numbers.to_bytes(size * _BITS // 8, "little"))


def side_by_side(numbers: Iterable[tuple[int, int]]) -> int:
    """One number that holds the numbers of some labels, each in bits of its own.

    The sum of two such numbers holds the sums of what they hold.

    Args:
        numbers: labels, counted from 0, each with its number; each label once.

    >>> side_by_side([(0, 5)]) + side_by_side([(0, 2), (1, 3)]) == side_by_side([(0, 7), (1, 3)])
    True
    """
    return sum([number << (_BITS * label) for label, number in numbers])


def likeliest(chances: Mapping[str, float]) -> str:
    """The name with the highest probability; of equal ones the last by the alphabet.

    Args:
        chances: probabilities by name.

    >>> likeliest({"ceasefire": 0.2, "other": 0.7, "none": 0.1})
    'other'
    """
    return max(zip(chances.values(), chances, strict=True))[1]


@functools.cache
def linear_model(language: str, name: str) -> LinearModel | None:
    """The learnt weights of a language for a purpose, or None where it has none.

    Args:
        language: the language's code.
        name: the file of the weights, without its ending.

    >>> linear_model("en", "kind_model").labels[0]
    'armed_exit'
    """
    folder = resources.files("qalamoun_terms.lexicon") / language / f"{name}.json"
    if not folder.is_file():
        return None
    stored = json.loads(folder.read_text(encoding="utf-8"))
    return LinearModel(
        labels=tuple(stored["labels"]),
        bias=tuple(round(_ONE * weight) for weight in stored["bias"]),
        weights={
            feature: side_by_side(
                [(int(index), round(_ONE * weight)) for index, weight in row.items()]
            )
            for feature, row in stored["weights"].items()
        },
    )
