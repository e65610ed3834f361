"""Articles that are left over on both sides and belong together after all."""

from __future__ import annotations

from collections.abc import Mapping

from qalamoun_terms.comparison.matching import ENOUGH, HOPELESS, Matching, Pair
from qalamoun_terms.comparison.odds import Trust
from qalamoun_terms.comparison.signs import Candidate

__all__ = ["pair_left_over"]

_LEFT_OVER, _LIKELIER = 0.22, 1.35
"""So much in common is enough, if it is so many times what either has in common with another article."""
_FITTING, _BEYOND_NOISE, _LIKELY = 0.6, 0.015, 0.2
"""So well two must fit their place, so much more have in common than any two, if places are kept, and so likely be one."""


def pair_left_over(matching: Matching, old_parts: set[int], new_parts: set[int]) -> None:
    """Match those left over that are clearly likelier to each other than to anything else, or in their place.

    Args:
        matching: the pairs so far; those that are found are put to them.
        old_parts: the places of the old articles that are parts of a new one.
        new_parts: the places of the new articles that are parts of an old one.
    """
    taken_old = old_parts | {old for old, _ in matching.pairs}
    taken_new = new_parts | {new for _, new in matching.pairs}
    alone = {
        pair: one
        for pair, one in matching.candidates.items()
        if pair[0] not in taken_old and pair[1] not in taken_new
    }
    likeliest = _likelier(alone, matching.candidates)
    matching.stand()
    in_place = {
        pair: likely
        for pair, one in alone.items()
        if (likely := matching.scored[pair]) >= _LIKELY
        and matching.here.fit(*pair) >= _FITTING
        and _remains(one, matching.trust)
    }
    for chosen in (likeliest, in_place):
        for old, new in sorted(chosen, key=lambda pair: (-round(chosen[pair], 9), pair)):
            if old not in taken_old and new not in taken_new:
                taken_old.add(old)
                taken_new.add(new)
                matching.pairs[old, new] = ENOUGH


def _likelier(
    alone: Mapping[Pair, Candidate], candidates: Mapping[Pair, Candidate]
) -> dict[Pair, float]:
    ranked: dict[tuple[int, int], list[float]] = {}
    for pair, one in candidates.items():
        for at, place in enumerate(pair):
            ranked.setdefault((at, place), []).append(one.cosine)
    seconds = {key: sorted(found)[-2:-1] for key, found in ranked.items()}
    return {
        (old, new): one.cosine
        for (old, new), one in alone.items()
        if one.cosine
        >= max(_LEFT_OVER, _LIKELIER * max(seconds[0, old] + seconds[1, new], default=0.0))
    }


def _remains(one: Candidate, trust: Trust) -> bool:
    """Say whether two articles in one place have more in common than any two, or a number that is kept."""
    if one.number > 0 and trust.number >= 0.5:
        return one.cosine > HOPELESS / 2
    return one.cosine >= trust.noise + _BEYOND_NOISE / max(0.3, trust.place) ** 2
