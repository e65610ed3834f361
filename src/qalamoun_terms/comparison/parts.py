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
_LOOKED_AT = 5
_GAIN, _GAIN_NEARBY, _NEAR = 0.5, 0.4, 3
"""So much of a part's words must be what the counterpart left out, far from that and close to it."""
_GAIN_TIMES = 1.6
_LEAST_IN_ORDER = 0.1
_REST, _REST_NEARBY, _LEAST_WHOLE = 0.4, 0.28, 20
"""So much of the whole must a part hold that grew, far from the counterpart and close to it."""
_LEAST_WORDS_ALONE = 10
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
    held: dict[int, dict[int, float]] = {}
    for part, whole in near:
        if part in lone and lone[part].length >= _LEAST_WORDS and whole not in held.get(part, {}):
            held.setdefault(part, {})[whole] = lone[part].within(wholes[whole])
    search = _Search(wholes=wholes, siblings=siblings, fidelity=fidelity)
    found = (search.part_of(part, lone[part], held[part]) for part in sorted(held))
    return [one for one in found if one is not None]


class _Search:
    """Looks for the whole of one part after the other."""

    def __init__(
        self,
        *,
        wholes: Mapping[int, Profile],
        siblings: Mapping[int, tuple[int, Profile]],
        fidelity: float,
    ) -> None:
        self._wholes, self._siblings, self._fidelity = wholes, siblings, fidelity
        self._rests: dict[int, _Rest] = {}

    def part_of(self, place: int, part: Profile, held: Mapping[int, float]) -> Part | None:
        """Find the whole of an article, by what each whole holds of it."""
        ranked = sorted(held, key=lambda whole: (-held[whole], whole))[:_LOOKED_AT]
        able = [
            whole
            for whole in ranked
            if whole in self._siblings and self._siblings[whole][0] != place
        ]
        whole = self._by_gain(place, part, able)
        if whole is not None and held[whole] < _LEAST_IN_ORDER:
            whole = None
        if whole is None and not self._by_chance([held[one] for one in ranked]):
            whole = next((one for one in able if self._in_order(place, part, one)), None)
        if whole is None:
            whole = next((one for one in able if self._holds_the_rest(place, part, one)), None)
        if whole is None:
            return None
        share = round(part.words_within(self._wholes[whole]), 3)
        return Part(part=place, whole=whole, share=share, in_order=held[whole])

    def _rest(self, whole: int) -> _Rest:
        if whole not in self._rests:
            self._rests[whole] = _Rest(self._wholes[whole], self._siblings[whole][1])
        return self._rests[whole]

    def _by_gain(self, place: int, part: Profile, able: list[int]) -> int | None:
        """Find the whole whose counterpart left out the words of the part, as no other's did."""
        if not able or part.length < _LEAST_WORDS_ALONE:
            return None
        gains = [(-shared(part.words, self._rest(whole).words), whole) for whole in able]
        (gain, whole), *others = sorted(gains)
        near = abs(self._siblings[whole][0] - place) <= _NEAR
        enough = -gain >= part.mass * (_GAIN_NEARBY if near else _GAIN)
        clear = -gain >= _GAIN_TIMES * max((-other for other, _ in others), default=0.0)
        return whole if enough and clear else None

    def _by_chance(self, held: list[float]) -> bool:
        """Say whether the first whole holds hardly more of the part than the next one."""
        next_one = max(held[1:], default=0.0)
        return held[0] < min(_BEYOND_CHANCE * min(1.0, self._fidelity), _TIMES_THE_NEXT * next_one)

    def _in_order(self, place: int, part: Profile, whole: int) -> bool:
        """Say whether the part stands in the whole, in its order, where the counterpart left it out."""
        nearness = 1.0 if abs(self._siblings[whole][0] - place) > 2 else _NEARBY
        one = self._wholes[whole]
        return bool(_share(part, one, self._fidelity, nearness)) and self._rest(whole).adds(
            part, one
        )

    def _holds_the_rest(self, place: int, part: Profile, whole: int) -> bool:
        """Say whether a part that grew holds, in order, much of what the counterpart left out."""
        one = self._wholes[whole]
        near = abs(self._siblings[whole][0] - place) <= _NEAR
        held = shared(self._rest(whole).pairs, part.pairs)
        return one.length >= _LEAST_WHOLE and held >= one.pair_mass * (
            _REST_NEARBY if near else _REST
        )


class _Rest:
    """What the counterpart left out of a whole."""

    def __init__(self, whole: Profile, sibling: Profile) -> None:
        self.words = _without(whole.words, sibling.words)
        self.pairs = _without(whole.pairs, sibling.pairs)

    def adds(self, part: Profile, whole: Profile) -> bool:
        """Say whether most of what a part shares with the whole is what the counterpart left out."""
        return shared(part.pairs, self.pairs) >= _OF_ITS_OWN * shared(part.pairs, whole.pairs)


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
    wanted = (_IN_ALL + 0.3 * max(0.0, 1 - fidelity)) * sqrt(nearness)
    return in_all if enough and in_all >= wanted else 0.0


def _without(whole: Weights, sibling: Weights) -> Weights:
    left = ((key, weight - sibling.get(key, 0.0)) for key, weight in whole.items())
    return {key: weight for key, weight in left if weight > 0}
