"""Pairs of articles by all signs, chosen again as it becomes known which signs these two drafts keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qalamoun_terms.comparison.choice import choose
from qalamoun_terms.comparison.nearest import Index
from qalamoun_terms.comparison.odds import Trust, likelihoods, usual_likeness
from qalamoun_terms.comparison.signs import Candidate, Side, candidate
from qalamoun_terms.comparison.standpoint import Standpoint

__all__ = ["ENOUGH", "HOPELESS", "Matching", "Pair"]

ENOUGH = 0.36
"""So likely two articles must be one that they are taken for it, though another pair may be likelier."""
_FIRST = 0.5
_LIKELY = 0.6
"""Pairs that are less likely do not tell where others stand."""
HOPELESS = 0.08
"""What has no more words in common has nothing to do with each other."""
_UNLIKELY = 0.03
"""What is no likelier is looked at no longer."""
_SURE = 0.5
_AROUND = 4
"""So many articles on each side of the expected place are looked at."""
_ROUNDS = 3

Pair = tuple[int, int]
"""An old and a new place."""


class Matching:
    """The candidates, the trust in their signs, and the pairs chosen so far.

    Args:
        sides: the articles of the two drafts that are compared by their words.
        known: the places of the articles that are matched already.
        kept_numbers: for each match already known of two numbered articles, whether the number is the same.
    """

    def __init__(
        self, sides: tuple[Side, Side], known: Iterable[Pair], kept_numbers: Sequence[bool]
    ) -> None:
        self.old, self.new = sides
        self.known = list(known)
        self.kept_numbers = list(kept_numbers)
        self.trust = Trust()
        self.candidates: dict[Pair, Candidate] = {}
        self.pairs: dict[Pair, float] = {}
        self.fits: dict[Pair, float] = {}
        self.scored: dict[Pair, float] = {}
        self.holders: dict[int, list[int]] = {}
        self.stand()

    def stand(self) -> None:
        """Look from the matches so far that are likely."""
        ends = self.old.size, self.new.size
        likely = [pair for pair, score in self.pairs.items() if score >= _LIKELY]
        self.here = Standpoint([*self.known, *likely], ends=ends)

    def run(self) -> None:
        """Choose pairs, learn from them what to trust, and choose again."""
        self._by_words()
        self.trust = Trust(usual=usual_likeness(self.candidates))
        for turn in range(_ROUNDS):
            self.fits = {pair: self.here.fit(*pair) for pair in self.candidates}
            self.scored = scored = likelihoods(self.candidates, self.fits, self.trust, self.known)
            chosen = choose(scored, _enough if turn else _at_first)
            self.pairs = {pair: scored[pair] for pair in chosen}
            self.stand()
            self._learn()
            if turn == 0:
                self._without_hopeless(scored)
            if turn < 2:
                self._by_place()

    def _without_hopeless(self, scored: Mapping[Pair, float]) -> None:
        """Look no more at pairs that have next to nothing in common."""
        self.candidates = {
            pair: one
            for pair, one in self.candidates.items()
            if scored[pair] > _UNLIKELY
            or one.cosine > HOPELESS
            or one.number > 0
            or self.fits[pair] > 0
        }

    def settle(self, pair: Pair) -> None:
        """Match two articles, however likely that is."""
        self._add(*pair)
        self.scored.setdefault(pair, 0.0)
        self.fits.setdefault(pair, self.here.fit(*pair))
        self.pairs[pair] = max(ENOUGH, self.scored[pair])

    # --- candidates

    def _add(self, old: int, new: int) -> None:
        if (old, new) not in self.candidates and old in self.old.profiles:
            self.candidates[old, new] = candidate(self.old, self.new, (old, new))

    def _by_words(self) -> None:
        index = Index(self.old.profiles)
        for new, profile in self.new.profiles.items():
            likest, self.holders[new] = index.near(profile, expected=self.here.expected(new))
            for old in likest:
                self._add(old, new)
            self._add(self.old.by_number.get(self.new.numbers[new], -1), new)
            for old in self.old.by_heading.get(self.new.headed[new], ())[:_AROUND]:
                self._add(old, new)

    def _by_place(self) -> None:
        for new in self.new.profiles:
            gap, at = self.here.gap(new), self.here.expected(new)
            for old in range(max(gap.start, at - _AROUND), min(gap.stop, at + _AROUND + 1)):
                self._add(old, new)

    # --- trust

    def _chosen(self) -> list[Candidate]:
        return [self.candidates[pair] for pair in self.pairs]

    def _learn(self) -> None:
        found = self._chosen()
        sure = [one for one in found if one.text >= _SURE]
        if len(sure) >= max(4, len(found) // 5):
            found = sure
        numbers = [
            one.number > 0
            for one in found
            if self.old.numbers[one.old] and self.new.numbers[one.new]
        ]
        headings = [one.heading > 0.6 for one in found if one.heading is not None]
        self.trust = Trust(
            number=_rate([*numbers, *self.kept_numbers]),
            heading=_rate(headings),
            place=self.here.steadiness,
            noise=self._noise(),
            usual=self.trust.usual,
        )

    def _noise(self) -> float:
        """Say how like the likest article is that is not the one."""
        seconds: dict[int, float] = {}
        for (old, new), one in self.candidates.items():
            if (old, new) not in self.pairs:
                seconds[new] = max(seconds.get(new, 0.0), one.cosine)
        ranked = sorted(seconds.values())
        return min(0.3, max(0.05, 0.6 * ranked[len(ranked) // 2])) if ranked else 0.1


def _at_first(_pair: Pair) -> float:
    return _FIRST


def _enough(_pair: Pair) -> float:
    return ENOUGH


def _rate(found: Sequence[bool]) -> float:
    return (sum(found) + 0.5) / (len(found) + 1)
