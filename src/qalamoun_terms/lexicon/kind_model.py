"""What the words of a clause say of its kind, as features that learnt weights speak of.

A clause is seen as a set of features: the beginnings of its words, of several lengths, and the classes
that the lexicon gives them. The weights are `kind_model.json`, made by `benchmarks/train_kinds.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qalamoun_terms.lexicon.weights import LinearModel, linear_model

__all__ = ["NO_TERM", "clause_features", "kind_model"]

BEGINNINGS = (4, 5, 7)  # letters by which the forms of a word are taken for one
NO_TERM = "none"


def clause_features(words: Sequence[str], classes: Collection[str]) -> frozenset[str]:
    """The features of a clause: beginnings of words, and classes of the lexicon.

    Args:
        words: the words of the clause in small letters; marks are passed over.
        classes: the classes that the lexicon gives to some of them.

    >>> sorted(clause_features(["prisoners", "released"], ["detainee"]))
    ['g:detainee', 's:pris', 's:priso', 's:prisone', 's:rele', 's:relea', 's:release']
    """
    starts = {
        "0" if word[0].isdigit() else word[:letters]
        for word in words
        if word[0].isalnum()
        for letters in BEGINNINGS
    }
    return frozenset([*(f"s:{start}" for start in starts), *(f"g:{name}" for name in classes)])


def kind_model(language: str) -> LinearModel | None:
    """The learnt weights of a language for kinds, `none` (no term at all) among them, or None.

    Args:
        language: the language's code.

    >>> model = kind_model("en")
    >>> model.verdict(clause_features("the captives walk free".split(), ["detainee"])).label
    'detainee_release'
    """
    return linear_model(language, "kind_model")
