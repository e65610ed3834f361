"""Weights learnt from clauses of known kinds: what the words of a clause speak for.

The weights are data (`kind_model.json` beside the other tables of a language), made by
`benchmarks/train_kinds.py` from our own clauses and golden documents. A clause is seen as a set of
features: the beginnings of its words, pairs of them, and the classes that the lexicon gives them.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Collection, Mapping, Sequence
from importlib import resources
from itertools import pairwise

from attrs import field, frozen

__all__ = ["KindModel", "Verdict", "clause_features", "kind_model", "likeliest"]

BEGINNING = 5  # letters by which the forms of a word are taken for one
NO_TERM = "none"
_ONE = 1_000  # the weights are stored to three digits


@frozen(kw_only=True)
class Verdict:
    """The likeliest kind of a clause, its probability, and the features that speak for it most."""

    kind: str
    probability: float
    because: tuple[str, ...] = ()


@frozen(eq=False, kw_only=True)
class KindModel:
    """A linear model: a weight for each feature and kind, and a bias for each kind.

    They count thousandths, as whole numbers: a sum of those does not hang on their order.
    """

    kinds: tuple[str, ...]
    bias: tuple[int, ...] = field(repr=False)
    weights: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)

    def probabilities(self, features: Collection[str]) -> dict[str, float]:
        """How likely each kind is, `none` (no term at all) among them; they add up to one.

        Args:
            features: the features of a clause, as `clause_features` makes them.
        """
        scores = list(self.bias)
        for feature in filter(self.weights.__contains__, features):
            for index, weight in self.weights[feature]:
                scores[index] += weight
        top = max(scores)
        raised = [math.exp((score - top) / _ONE) for score in scores]
        total = sum(raised)
        return {kind: value / total for kind, value in zip(self.kinds, raised, strict=True)}

    def verdict(self, features: Collection[str]) -> Verdict:
        """The likeliest kind, with the features that speak for it most.

        Args:
            features: the features of a clause.
        """
        found = self.probabilities(features)
        kind = likeliest(found)
        index = self.kinds.index(kind)
        weighed = sorted(
            ((dict(self.weights.get(f, ())).get(index, 0), f) for f in features), reverse=True
        )
        reasons = tuple(feature for weight, feature in weighed[:3] if weight > 0)
        return Verdict(kind=kind, probability=found[kind], because=reasons)


def likeliest(chances: Mapping[str, float]) -> str:
    """The name with the highest probability; of equal ones the last by the alphabet.

    Args:
        chances: probabilities by name.

    >>> likeliest({"ceasefire": 0.2, "other": 0.7, "none": 0.1})
    'other'
    """
    return max(zip(chances.values(), chances, strict=True))[1]


def clause_features(words: Sequence[str], classes: Collection[str]) -> frozenset[str]:
    """The features of a clause: beginnings of words, pairs of them, and classes of the lexicon.

    Args:
        words: the words of the clause in small letters; marks are passed over.
        classes: the classes that the lexicon gives to some of them.

    >>> sorted(clause_features(["prisoners", "released"], ["detainee"]))
    ['b:priso relea', 'g:detainee', 's:priso', 's:relea']
    """
    plain = [word for word in words if word[0].isalnum()]
    starts = ["0" if word[0].isdigit() else word[:BEGINNING] for word in plain]
    return frozenset(
        {f"s:{start}" for start in starts}
        | {f"b:{one} {other}" for one, other in pairwise(starts)}
        | {f"g:{name}" for name in classes}
    )


@functools.cache
def kind_model(language: str) -> KindModel | None:
    """The learnt weights of a language, or None where it has none.

    Args:
        language: the language's code.

    >>> model = kind_model("en")
    >>> model.verdict(clause_features("the captives walk free".split(), ["detainee"])).kind
    'detainee_release'
    """
    folder = resources.files("qalamoun_terms.lexicon") / language / "kind_model.json"
    if not folder.is_file():
        return None
    stored = json.loads(folder.read_text(encoding="utf-8"))
    return KindModel(
        kinds=tuple(stored["kinds"]),
        bias=tuple(round(_ONE * weight) for weight in stored["bias"]),
        weights={
            feature: tuple((int(index), round(_ONE * weight)) for index, weight in row.items())
            for feature, row in stored["weights"].items()
        },
    )
