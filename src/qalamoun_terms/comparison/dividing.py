"""Which articles were split into several, and which were merged into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from statistics import median

from qalamoun_terms.comparison.features import Profile, shared
from qalamoun_terms.comparison.matching import HOPELESS, Matching, Pair
from qalamoun_terms.comparison.nearest import Index
from qalamoun_terms.comparison.parts import Part, is_part, parts_of
from qalamoun_terms.comparison.standpoint import Standpoint

__all__ = ["divided", "fidelity"]

_DOUBTFUL = 0.6
"""Below that a pair gives way where one of the two is clearly part of another article."""
_REGRET = 0.25
"""So much weaker than with another article a pair is in doubt too."""
_CLEAR = 1.7
_SAMPLE = 60


def divided(matching: Matching) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Find the parts of articles that were split or merged; pairs that are in doubt give way to clear parts.

    Args:
        matching: the pairs of articles that are compared by their words.

    Returns:
        The parts of old articles, and the parts of new ones.
    """
    division = _Division(matching)
    division.settle_in_place()
    division.settle_wholes()
    return division.split_and_merged()


def fidelity(matching: Matching) -> float:
    """Say how much of their words in their order articles keep, measured on the pairs, of many on some.

    Args:
        matching: the pairs of articles that are compared by their words.

    Returns:
        From 0.35 to 1.25; 1 where articles keep their order as most drafters do.
    """
    some = islice(matching.pairs, 0, None, 1 + len(matching.pairs) // _SAMPLE)
    kept = [matching.old.profiles[old].overlap(matching.new.profiles[new]) for old, new in some]
    return min(1.25, max(0.35, median(kept) / 0.7)) if kept else 1.0


class _Division:
    """The pairs, and the articles that stand in for parts."""

    def __init__(self, matching: Matching) -> None:
        self.old, self.new = matching.old, matching.new
        self.matching = matching
        self.pairs = matching.pairs
        self.fidelity = fidelity(matching)

    def settle_in_place(self) -> None:
        """Let an article go to its parts in its place, where it was matched with a like one elsewhere.

        A clause that is taken over for another body may be likelier to the old one than any of the parts into
        which the old one was split; but the parts together have more of it.
        """
        matched = {new for _, new in self.pairs}
        nearby: dict[int, list[int]] = {}
        for old, new in self.matching.candidates:
            if new not in matched and self.matching.here.fit(old, new) >= 0.6:
                nearby.setdefault(old, []).append(new)
        for old, new in list(self.pairs):
            profile, other = self.old.profiles[old], self.new.profiles[new]
            if old not in nearby or self.matching.here.fit(old, new) >= 0.5:
                continue
            parts = [
                place
                for place in nearby[old]
                if is_part(self.new.profiles[place], profile, self.fidelity)
            ]
            together = {key for place in parts for key in self.new.profiles[place].pairs}
            held = sum(weight for key, weight in profile.pairs.items() if key in together)
            if parts and held > shared(profile.pairs, other.pairs):
                best = max(
                    parts, key=lambda place: (self.matching.candidates[old, place].cosine, -place)
                )
                del self.pairs[old, new]
                self.pairs[old, best] = self.matching.scored[old, best]

    def settle_wholes(self) -> None:
        """Match an article without a counterpart with the largest of several without one that stand in it."""
        parts: dict[tuple[int, int], list[Pair]] = {}
        for pair in self._lone_candidates():
            old, new = self.old.profiles[pair[0]], self.new.profiles[pair[1]]
            if is_part(new, old, self.fidelity):
                parts.setdefault((0, pair[0]), []).append(pair)
            if is_part(old, new, self.fidelity):
                parts.setdefault((1, pair[1]), []).append(pair)
        settled: tuple[set[int], set[int]] = set(), set()
        for (at, _), pairs in parts.items():
            able = [
                pair for pair in pairs if pair[0] not in settled[0] and pair[1] not in settled[1]
            ]
            if len(able) > 1:
                part = 1 - at
                profiles = (self.old, self.new)[part].profiles
                largest = max(able, key=lambda pair: (profiles[pair[part]].pair_mass, -pair[part]))
                self.matching.settle(largest)
                for places, place in zip(settled, largest, strict=True):
                    places.add(place)

    def _lone_candidates(self) -> list[Pair]:
        """List the candidates of which neither article has a counterpart."""
        olds, news = {old for old, _ in self.pairs}, {new for _, new in self.pairs}
        held = ((old, new) for new, holders in self.matching.holders.items() for old in holders)
        return [
            (old, new)
            for old, new in dict.fromkeys((*self.matching.candidates, *held))
            if old not in olds and new not in news
        ]

    def split_and_merged(self) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Find the parts among the articles that have no counterpart, or one that is in doubt."""
        old, new, fidelity = self.old.profiles, self.new.profiles, self.fidelity
        doubted = self._doubted(at=1)
        lone = {place: one for place, one in new.items() if place in doubted}
        siblings = {one: (other, new[other]) for one, other in self.pairs}
        usual = self.matching.trust.usual
        splits = parts_of(
            lone, old, siblings, self._wholes_of(lone), fidelity=fidelity, usual=usual
        )
        kept_splits = self._kept(splits, at=1)
        doubted = self._doubted(at=0)
        lone = {place: one for place, one in old.items() if place in doubted}
        siblings = {other: (one, old[one]) for one, other in self.pairs}
        mergers = parts_of(
            lone, new, siblings, self._absorbers_of(lone), fidelity=fidelity, usual=usual
        )
        kept_mergers = self._kept(mergers, at=0)
        return self._with_wholes(kept_splits, at=1), self._with_wholes(kept_mergers, at=0)

    def _doubted(self, *, at: int) -> set[int]:
        """List the articles of one draft that have no counterpart, a weak one, or one much weaker than another."""
        best: dict[int, float] = {}
        for pair, score in self.matching.scored.items():
            best[pair[at]] = max(best.get(pair[at], 0.0), score)
        sure = {
            pair[at]
            for pair, score in self.pairs.items()
            if score >= max(_DOUBTFUL, best.get(pair[at], 0.0) - _REGRET)
        }
        return {*(self.new if at else self.old).profiles} - sure

    def _kept(self, parts: Iterable[Part], *, at: int) -> list[Part]:
        """Give up doubtful pairs for clear parts, and parts that are not clear for doubtful pairs."""
        doubtful = {pair[at]: pair for pair in self.pairs}
        kept = []
        for part in parts:
            pair = doubtful.get(part.part)
            if pair is None:
                kept.append(part)
            elif part.evidence >= _CLEAR and pair[1 - at] != part.whole:
                self.pairs.pop(pair, None)
                kept.append(part)
        return kept

    def _with_wholes(self, parts: Iterable[Part], *, at: int) -> tuple[Part, ...]:
        """Leave out the parts whose whole has lost its counterpart."""
        wholes = {pair[1 - at] for pair in self.pairs}
        return tuple(part for part in parts if part.whole in wholes)

    def _wholes_of(self, lone: Mapping[int, Profile]) -> dict[Pair, float]:
        """Look in the old draft for the articles that may hold those of the new one that stand alone."""
        found = [(place, whole) for place in lone for whole in self.matching.holders[place]]
        found += [(new, old) for old, new in self._overlapping()]
        likely = self.matching.scored.get
        return {pair: likely((pair[1], pair[0]), 0.0) for pair in found}

    def _absorbers_of(self, lone: Mapping[int, Profile]) -> dict[Pair, float]:
        """Look in the new draft for the articles that may hold those of the old one that stand alone."""
        known = [(new, old) for old, new in (*self.matching.known, *self.pairs)]
        here = Standpoint(known, ends=(self.new.size, self.old.size))
        index = Index(self.new.profiles if lone else {})
        found = [
            (place, whole)
            for place, profile in lone.items()
            for whole in index.holders(profile, expected=here.expected(place))
        ]
        found += self._overlapping()
        likely = self.matching.scored.get
        return {pair: likely(pair, 0.0) for pair in found}

    def _overlapping(self) -> Iterator[Pair]:
        """Go through the candidates that have more than next to nothing in common."""
        return (pair for pair, one in self.matching.candidates.items() if one.cosine > HOPELESS)
