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
_TIMES_THE_NEXT = 1.35
_BEYOND_CHANCE = 0.7
"""So much more than any other article must the whole hold of the part, if that is not most of it anyway."""
_OF_ITS_OWN = 0.55
"""So much of what it shares with the whole must be what the sibling left out."""


@frozen(kw_only=True)
class Part:
    """An article that is a part of one in the other draft.

    Args:
        part: the place of the part in its draft.
        whole: the place of the whole in the other draft.
        share: how much of the part's words stand there.
        in_order: how much of its word pairs.

    >>> Part(part=4, whole=2, share=0.8, in_order=0.6).whole
    2
    """

    part: int
    whole: int
    share: float
    in_order: float


def parts_of(
    lone: Mapping[int, Profile],
    wholes: Mapping[int, Profile],
    siblings: Mapping[int, tuple[int, Profile]],
    near: Iterable[tuple[int, int]],
    *,
    fidelity: float = 1.0,
) -> list[Part]:
    """Find the articles that were part of another one.

    Args:
        lone: the articles of the one draft that have no counterpart, or a doubtful one.
        wholes: the articles of the other draft.
        siblings: the counterpart of each whole that has one, with its place.
        near: pairs of a lone article and a whole that are worth a look.
        fidelity: how much of their words in their order articles keep from one draft to the other.

    Returns:
        For each lone article its whole, where there is one and no other article holds as much by chance.
    """
    found: dict[int, dict[int, float]] = {}
    for part, whole in near:
        if part in lone and lone[part].length >= _LEAST_WORDS and whole not in found.get(part, {}):
            found.setdefault(part, {})[whole] = lone[part].within(wholes[whole])
    rests: dict[int, Weights] = {}
    made = []
    for part, held in sorted(found.items()):
        ranked = sorted(held, key=lambda whole: (-held[whole], whole))
        others = [held[whole] for whole in ranked[1:2]]
        if held[ranked[0]] < min(
            _BEYOND_CHANCE * fidelity, _TIMES_THE_NEXT * max(others, default=0.0)
        ):
            continue
        for whole in ranked:
            sibling = siblings.get(whole)
            if sibling is None or sibling[0] == part:
                continue
            nearness = 1.0 if abs(sibling[0] - part) > 2 else _NEARBY
            share = _share(lone[part], wholes[whole], fidelity, nearness)
            if share and _adds(lone[part], whole, wholes[whole], sibling[1], rests):
                made.append(
                    Part(part=part, whole=whole, share=round(share, 3), in_order=held[whole])
                )
                break
    return made


def _adds(
    part: Profile, place: int, whole: Profile, sibling: Profile, rests: dict[int, Weights]
) -> bool:
    """Say whether most of what a part shares with the whole is what the counterpart left out."""
    if place not in rests:
        rests[place] = _rest(whole, sibling)
    return shared(part.pairs, rests[place]) >= _OF_ITS_OWN * shared(part.pairs, whole.pairs)


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
