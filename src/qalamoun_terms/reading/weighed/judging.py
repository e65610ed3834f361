"""Who judges what is a term where no word says so: learnt weights, or whoever is asked in their place."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.weights import linear_model
from qalamoun_terms.reading.terms.find import Stated

NO_TERM, TERM = "none", "term"
ENOUGH = 0.45  # probability from which a statement is taken for content

Judge = Callable[[AbstractSet[str], Stated], bool]
"""Whether a statement is a term of what is negotiated, by the features of where and how it stands."""


def judged_by_weights(lexicon: Lexicon) -> Judge:
    """The judgement of the learnt weights of a language; nothing is a term where it has none.

    Args:
        lexicon: the lexicon of the language.
    """
    model = linear_model(lexicon.language, "content_model")

    def judge(features: AbstractSet[str], _stated: Stated) -> bool:
        return model is not None and model.probabilities(features)[TERM] >= ENOUGH

    return judge
