"""What the words of a clause say of its kind, as features that learnt weights speak of.

A clause is seen as a set of features: the beginnings of its words, of several lengths, and the classes
that the lexicon gives them. The weights are `kind_model.json`, made by `benchmarks/train_kinds.py`.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence

from attrs import frozen

from qalamoun_terms.lexicon.weights import LinearModel, linear_model

__all__ = ["NO_TERM", "clause_features", "clause_scores", "kind_model"]

BEGINNINGS = (4, 5, 7)  # letters by which the forms of a word are taken for one
NO_TERM = "none"
_WORDS = 8_000  # words whose weights are kept at hand


def clause_features(words: Sequence[str], classes: Collection[str]) -> frozenset[str]:
    """The features of a clause: beginnings of words, and classes of the lexicon.

    Args:
        words: the words of the clause in small letters; marks are passed over.
        classes: the classes that the lexicon gives to some of them.

    >>> sorted(clause_features(["prisoners", "released"], ["detainee"]))
    ['g:detainee', 's:pris', 's:priso', 's:prisone', 's:rele', 's:relea', 's:release']
    """
    starts = frozenset().union(*map(_beginnings, words))
    return starts.union([f"g:{name}" for name in classes])


def clause_scores(
    model: LinearModel, words: Sequence[str], classes: Collection[str]
) -> tuple[int, ...]:
    """What the features of a clause speak for, as `model.scores(clause_features(words, classes))`.

    The weights of each word are added up once for all clauses, so that only sums are left to add.

    Args:
        model: the weights.
        words: the words of the clause in small letters.
        classes: the classes that the lexicon gives to some of them.

    >>> model = kind_model("en")
    >>> clause = ["prisoners", "released"], ["detainee"]
    >>> clause_scores(model, *clause) == model.scores(clause_features(*clause))
    True
    """
    parts = set(map(functools.partial(_part_of, model), words))
    if len({part.first for part in parts}) < len(
        parts
    ):  # some share a beginning, to be counted once
        return model.scores(clause_features(words, classes))
    named = model.added([f"g:{name}" for name in classes])
    return model.scores_of(sum([part.weight for part in parts], named))


@frozen(eq=False)
class _Part:
    """What the words with the same features add: the first of these, and the sum of their weights."""

    first: str
    weight: int


@functools.lru_cache(maxsize=_WORDS)
def _part_of(model: LinearModel, word: str) -> _Part:
    return _part(model, _beginnings(word))


@functools.lru_cache(maxsize=_WORDS)
def _part(model: LinearModel, features: tuple[str, ...]) -> _Part:
    return _Part(features[0] if features else "", model.added(frozenset(features)))


def _beginnings(word: str) -> tuple[str, ...]:
    """What a word adds to the features of its clause; a mark adds nothing, and all numbers the same."""
    if not word[0].isalnum():
        return ()
    if word[0].isdigit():
        return ("s:0",)
    return tuple(f"s:{word[:letters]}" for letters in BEGINNINGS)


def kind_model(language: str) -> LinearModel | None:
    """The learnt weights of a language for kinds, `none` (no term at all) among them, or None.

    Args:
        language: the language's code.

    >>> model = kind_model("en")
    >>> model.verdict(clause_features("the captives walk free".split(), ["detainee"])).label
    'detainee_release'
    """
    return linear_model(language, "kind_model")
