"""Articles that were split into several, and several that were merged into one.

A part is an article without a counterpart of its own whose words stand, in their order, in an article of the
other draft that has one, and just in that portion of it which the counterpart left out. A clause that both
repeat is no part: it adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt

from attrs import frozen

from qalamoun_terms.comparison.features import Profile, Weights, shared

__all__ = ["Part", "is_part", "parts_of"]

_LEAST_WORDS = 6
_IN_ORDER, _IN_ALL = 0.38, 0.5
"""So much of a part's word pairs, and of its words, must stand in the whole."""
_NEARBY = 0.7
"""Next to its sibling so much of that is enough."""
_OF_ITS_OWN = 0.55
"""So much of what it shares with the whole must be what the sibling left out."""


@frozen(kw_only=True)
class Part:
    """An article that is a part of one in the other draft.

    Args:
        part: the place of the part in its draft.
        whole: the place of the whole in the other draft.
        share: how much of the part's words stand there.
    """

    part: int
    whole: int
    share: float


def parts_of(
    free: Mapping[int, Profile],
    wholes: Mapping[int, Profile],
    siblings: Mapping[int, tuple[int, Profile]],
    near: Iterable[tuple[int, int]],
    *,
    fidelity: float = 1.0,
) -> list[Part]:
    """Find the articles that were part of another one.

    Args:
        free: the articles of the one draft that have no counterpart.
        wholes: the articles of the other draft.
        siblings: the counterpart of each whole that has one, with its place.
        near: pairs of a free article and a whole that are worth a look.
        fidelity: how much of their words in their order articles keep from one draft to the other.

    Returns:
        For each free article its best whole, where there is one.
    """
    best: dict[int, Part] = {}
    rests: dict[int, Weights] = {}
    for part, whole in near:
        if part not in free or whole not in siblings or free[part].length < _LEAST_WORDS:
            continue
        place, sibling = siblings[whole]
        share = _share(
            free[part], wholes[whole], fidelity * (1.0 if abs(place - part) > 2 else _NEARBY)
        )
        if not share:
            continue
        if whole not in rests:
            rests[whole] = _rest(wholes[whole], sibling)
        own = shared(free[part].pairs, rests[whole])
        if own < _OF_ITS_OWN * shared(free[part].pairs, wholes[whole].pairs):
            continue
        found = Part(part=part, whole=whole, share=round(share, 3))
        if part not in best or found.share > best[part].share:
            best[part] = found
    return [best[part] for part in sorted(best)]


def is_part(part: Profile, whole: Profile, fidelity: float = 1.0) -> bool:
    """Say whether the words of one article stand in another, in their order.

    Args:
        part: the shorter one.
        whole: the longer one.
        fidelity: how much of their words in their order articles keep from one draft to the other.
    """
    return part.length >= _LEAST_WORDS and _share(part, whole, fidelity) > 0


def _share(part: Profile, whole: Profile, fidelity: float, nearness: float = 1.0) -> float:
    """Give the part's share of words in the whole, or 0 where that is not enough.

    Where drafts do not keep words in their order, the more of the words themselves must be there.
    """
    in_order, in_all = part.within(whole), part.words_within(whole)
    enough = in_order >= _IN_ORDER * fidelity * nearness
    wanted = (_IN_ALL + 0.3 * (1 - fidelity)) * sqrt(nearness)
    return in_all if enough and in_all >= wanted else 0.0


def _rest(whole: Profile, sibling: Profile) -> Weights:
    """Give what the counterpart left out of the whole."""
    left = {key: weight - sibling.pairs.get(key, 0.0) for key, weight in whole.pairs.items()}
    return {key: weight for key, weight in left.items() if weight > 0}
