"""Matches articles that are known word for word and were reworded, renumbered, moved, split or merged.

The first matches are made by words alone. On them it is measured which signs these two drafts keep: numbers,
headings, places. With that the matches are made again. At last come the parts of articles that were split or merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from statistics import median

from attrs import frozen

from qalamoun_terms.comparison.choice import choose
from qalamoun_terms.comparison.features import Profile, shared
from qalamoun_terms.comparison.likeness import View
from qalamoun_terms.comparison.nearest import Index
from qalamoun_terms.comparison.parts import Part, is_part, parts_of
from qalamoun_terms.comparison.signs import Candidate, Side, Trust, candidate, sides_of
from qalamoun_terms.comparison.standpoint import Standpoint

__all__ = ["Found", "reworded"]

_ENOUGH = 0.26
_ENOUGH_IN_PLACE = 0.21
_FIRST = 0.32
_DOUBTFUL = 0.42
"""Below that a pair gives way where one of the two is clearly part of another article."""
_CLEAR = 1.5
_REGRET = 0.25
"""So much weaker than with another article a pair is in doubt too."""
_HOPELESS = 0.08
_LEFT_OVER, _LIKELIER = 0.22, 1.35
"""At the end so much in common is enough, if it is so many times what either has in common with another."""
_FITTING, _BEYOND_NOISE = 0.6, 0.015
"""So well two that are left over must fit their place, and so much more have in common than any two, if places are kept."""
_SURE = 0.5
_AROUND = 4
"""So many articles on each side of the expected place are looked at."""
_ROUNDS = 3
_SAMPLE = 60

_Pair = tuple[int, int]


@frozen(kw_only=True)
class Found:
    """What was found of the articles that are compared by their words.

    Args:
        pairs: the old and the new place of each match, how sure it is, and why.
        splits: parts of an old article: the place of the part in the new draft, and of the whole in the old.
        mergers: parts of a new article: the place of the part in the old draft, and of the whole in the new.
    """

    pairs: tuple[tuple[int, int, float, str], ...]
    splits: tuple[Part, ...] = ()
    mergers: tuple[Part, ...] = ()


def reworded(
    old: Mapping[int, View],
    new: Mapping[int, View],
    known: Iterable[_Pair],
    *,
    sizes: tuple[int, int],
    renumbered: Sequence[bool] = (),
    repeated: frozenset[str | None] = frozenset(),
) -> Found:
    """Match articles by their words, numbers, headings and places.

    Args:
        old: the articles of the old draft that are not matched yet, by their place.
        new: those of the new draft.
        known: the places of the articles that are matched.
        sizes: how many articles each draft has.
        renumbered: for each known match with two numbers, whether they differ.
        repeated: headings that more than one article of a draft has.

    >>> reworded({}, {}, [], sizes=(0, 0)).pairs
    ()
    """
    if not old or not new:
        return Found(pairs=())
    search = _Search(sides_of(old, new, sizes, repeated), known, [not one for one in renumbered])
    search.run()
    search.settle_in_place()
    splits, mergers = search.split_and_merged()
    search.pair_left_over({one.part for one in mergers}, {one.part for one in splits})
    return Found(pairs=tuple(search.told()), splits=splits, mergers=mergers)


class _Search:
    """The candidates, the trust in their signs, and the pairs chosen so far."""

    def __init__(
        self, sides: tuple[Side, Side], known: Iterable[_Pair], kept_numbers: Sequence[bool]
    ) -> None:
        self.old, self.new = sides
        self.known = list(known)
        self.kept_numbers = list(kept_numbers)
        self.trust = Trust()
        self.candidates: dict[_Pair, Candidate] = {}
        self.pairs: dict[_Pair, float] = {}
        self.fits: dict[_Pair, float] = {}
        self.scored: dict[_Pair, float] = {}
        self.holders: dict[int, list[int]] = {}
        self._stand()

    def _stand(self) -> None:
        ends = self.old.size, self.new.size
        self.here = Standpoint([*self.known, *self.pairs], ends=ends)

    def run(self) -> None:
        """Choose pairs, learn from them what to trust, and choose again."""
        self._by_words()
        for turn in range(_ROUNDS):
            self.fits = {pair: self.here.fit(*pair) for pair in self.candidates}
            self.scored = scored = {
                pair: self.trust.score(one, self.fits[pair])
                for pair, one in self.candidates.items()
            }
            chosen = choose(scored, self._enough if turn else _at_first)
            self.pairs = {pair: scored[pair] for pair in chosen}
            self._stand()
            self._learn()
            if turn == 0:
                self._without_hopeless(scored)
            if turn < 2:
                self._by_place()

    def _without_hopeless(self, scored: Mapping[_Pair, float]) -> None:
        """Look no more at pairs that have next to nothing in common."""
        self.candidates = {
            pair: one
            for pair, one in self.candidates.items()
            if scored[pair] > _HOPELESS or one.number > 0 or self.fits[pair] > 0
        }

    def _enough(self, pair: _Pair) -> float:
        in_place = self.fits[pair] >= 0.8 and self.trust.place >= 0.4
        return _ENOUGH_IN_PLACE if in_place else _ENOUGH

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
            usual=max(0.1, median(one.text for one in self._chosen())) if self.pairs else 0.6,
        )

    def _noise(self) -> float:
        """Say how like the likest article is that is not the one."""
        seconds: dict[int, float] = {}
        for (old, new), one in self.candidates.items():
            if (old, new) not in self.pairs:
                seconds[new] = max(seconds.get(new, 0.0), one.cosine)
        ranked = sorted(seconds.values())
        return min(0.3, 0.6 * ranked[len(ranked) // 2]) if ranked else 0.1

    # --- parts

    @cached_property
    def _fidelity(self) -> float:
        """How much of their words in their order articles keep, measured on the pairs, of many on some."""
        some = islice(self.pairs, 0, None, 1 + len(self.pairs) // _SAMPLE)
        kept = [
            max(one.within(other), other.within(one))
            for one, other in (
                (self.old.profiles[old], self.new.profiles[new]) for old, new in some
            )
        ]
        return min(1.25, max(0.35, median(kept) / 0.7)) if kept else 1.0

    def settle_in_place(self) -> None:
        """Let an article go to its parts in its place, where it was matched with a like one elsewhere.

        A clause that is taken over for another body may be likelier to the old one than any of the parts into
        which the old one was split; but the parts together have more of it.
        """
        fidelity = self._fidelity
        matched = {new for _, new in self.pairs}
        nearby: dict[int, list[int]] = {}
        for old, new in self.candidates:
            if new not in matched and self.here.fit(old, new) >= 0.6:
                nearby.setdefault(old, []).append(new)
        for old, new in list(self.pairs):
            profile, other = self.old.profiles[old], self.new.profiles[new]
            if old not in nearby or self.here.fit(old, new) >= 0.5:
                continue
            parts = [
                place
                for place in nearby[old]
                if is_part(self.new.profiles[place], profile, fidelity)
            ]
            together = {key for place in parts for key in self.new.profiles[place].pairs}
            held = sum(weight for key, weight in profile.pairs.items() if key in together)
            if parts and held > shared(profile.pairs, other.pairs):
                best = max(parts, key=lambda place: (self.candidates[old, place].cosine, -place))
                del self.pairs[old, new]
                self.pairs[old, best] = self.trust.score(
                    self.candidates[old, best], self.here.fit(old, best)
                )

    def split_and_merged(self) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Find the parts among the articles that have no counterpart, or one that is in doubt."""
        old, new, fidelity = self.old.profiles, self.new.profiles, self._fidelity
        doubted = self._doubted(at=1)
        lone = {place: one for place, one in new.items() if place in doubted}
        siblings = {one: (other, new[other]) for one, other in self.pairs}
        splits = parts_of(lone, old, siblings, self._wholes_of(lone), fidelity=fidelity)
        kept_splits = self._kept(splits, at=1)
        doubted = self._doubted(at=0)
        lone = {place: one for place, one in old.items() if place in doubted}
        siblings = {other: (one, old[one]) for one, other in self.pairs}
        mergers = parts_of(lone, new, siblings, self._absorbers_of(lone), fidelity=fidelity)
        kept_mergers = self._kept(mergers, at=0)
        return self._with_wholes(kept_splits, at=1), self._with_wholes(kept_mergers, at=0)

    def _doubted(self, *, at: int) -> set[int]:
        """List the articles of one draft that have no counterpart, a weak one, or one much weaker than another."""
        best: dict[int, float] = {}
        for pair, score in self.scored.items():
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

    def _wholes_of(self, lone: Mapping[int, Profile]) -> Iterator[_Pair]:
        """Look in the old draft for the articles that may hold those of the new one that stand alone."""
        yield from ((place, whole) for place in lone for whole in self.holders[place])
        yield from ((new, old) for old, new in self._overlapping())

    def _absorbers_of(self, lone: Mapping[int, Profile]) -> Iterator[_Pair]:
        """Look in the new draft for the articles that may hold those of the old one that stand alone."""
        known = [(new, old) for old, new in (*self.known, *self.pairs)]
        here = Standpoint(known, ends=(self.new.size, self.old.size))
        index = Index(self.new.profiles if lone else {})
        for place, profile in lone.items():
            for whole in index.holders(profile, expected=here.expected(place)):
                yield place, whole
        yield from self._overlapping()

    def _overlapping(self) -> Iterator[_Pair]:
        """Go through the candidates that have more than next to nothing in common."""
        return (pair for pair, one in self.candidates.items() if one.cosine > _HOPELESS)

    def pair_left_over(self, old_parts: set[int], new_parts: set[int]) -> None:
        """Match those left over that are clearly likelier to each other than to anything else, or in their place."""
        taken_old = old_parts | {old for old, _ in self.pairs}
        taken_new = new_parts | {new for _, new in self.pairs}
        alone = {
            pair: one
            for pair, one in self.candidates.items()
            if pair[0] not in taken_old and pair[1] not in taken_new
        }
        likeliest = self._likelier(alone)
        self._stand()
        in_place = {
            pair: self.trust.score(one, fit)
            for pair, one in alone.items()
            if (fit := self.here.fit(*pair)) >= _FITTING and self._remains(one)
        }
        for chosen in (likeliest, in_place):
            for old, new in sorted(chosen, key=lambda pair: (-round(chosen[pair], 9), pair)):
                if old not in taken_old and new not in taken_new:
                    taken_old.add(old)
                    taken_new.add(new)
                    self.pairs[old, new] = _ENOUGH

    def _likelier(self, alone: Mapping[_Pair, Candidate]) -> dict[_Pair, float]:
        ranked: dict[tuple[int, int], list[float]] = {}
        for pair, one in self.candidates.items():
            for at, place in enumerate(pair):
                ranked.setdefault((at, place), []).append(one.cosine)
        seconds = {key: sorted(found)[-2:-1] for key, found in ranked.items()}
        return {
            (old, new): one.cosine
            for (old, new), one in alone.items()
            if one.cosine
            >= max(_LEFT_OVER, _LIKELIER * max(seconds[0, old] + seconds[1, new], default=0.0))
        }

    def _remains(self, one: Candidate) -> bool:
        """Say whether two articles in one place have more in common than any two, or a number that is kept."""
        if one.number > 0 and self.trust.number >= 0.5:
            return one.cosine > _HOPELESS / 2
        return one.cosine >= self.trust.noise + _BEYOND_NOISE / max(0.3, self.trust.place) ** 2

    # --- what is told

    def told(self) -> Iterable[tuple[int, int, float, str]]:
        """Give the pairs with how sure they are, and why they were made."""
        for (old, new), score in sorted(self.pairs.items(), key=lambda item: item[0][1]):
            one = self.candidates[old, new]
            sure = min(0.99, 0.5 + 0.6 * max(0.0, score - _ENOUGH))
            yield old, new, round(sure, 3), _reason(one, self.here.fit(old, new))


def _at_first(_pair: _Pair) -> float:
    return _FIRST


def _rate(found: Sequence[bool]) -> float:
    return (sum(found) + 0.5) / (len(found) + 1)


def _reason(one: Candidate, fit: float) -> str:
    signs = [
        (one.cosine >= 0.999, "the same words"),
        (0.8 <= one.cosine < 0.999, "nearly the same words"),
        (0.5 <= one.cosine < 0.8, "mostly the same words"),
        (one.text > one.cosine + 0.05, "the words of the shorter one within the longer"),
        (one.number > 0, "the same number"),
        (one.heading is not None and one.heading > 0.6, "the same heading"),
        (fit >= 0.9, "the same place"),
    ]
    found = [words for holds, words in signs if holds]
    return ", ".join(found) if found else "some rare words in common"
