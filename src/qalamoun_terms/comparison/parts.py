"""Articles that were split into several, and several that were merged into one.

A part is an article without a counterpart of its own whose words stand in an article of the other draft that has
one, and just in that portion of it which the counterpart left out. A clause that both repeat is no part: it adds
nothing. What speaks for a part is weighed together: how much of it is what was left out, how much of what was left
out it takes up, both by words and by their order, whether it stands next to the counterpart or to another part, and
whether any other article holds as much of it by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from qalamoun_terms.comparison.features import Profile, Weights, shared, without

__all__ = ["Part", "is_part", "parts_of"]

_LEAST_WORDS = 6
_LOOKED_AT = 5
_LEAST, _LEAST_NEAR = 0.1, 0.03
"""What holds less of an article is not its whole, far from the counterpart and close to it."""
_IN_ORDER, _IN_ALL = 0.38, 0.5
"""So much of the word pairs of an article, and of its words, must stand in another one to be part of it by itself."""

_WORDS, _PAIRS = 1.0, 0.6
"""What it weighs that the words of a part, and its word pairs, are those that the counterpart left out."""
_TAKEN_WORDS, _TAKEN_PAIRS = 0.25, 0.3
"""What it weighs that the words, and the word pairs, which the counterpart left out are taken up in the part."""
_NEXT_TO, _NEAR, _NEARBY = 0.48, 0.26, 3
"""What it weighs that the part stands next to the counterpart or another part, or at most so many places away."""
_BEFORE_OTHERS = 0.8
"""What it weighs that no other article holds as much of the part."""
_REWRITTEN, _MOSTLY_KEPT = 0.7, 0.6
"""How much less is enough where articles that are one have less of their words in common than so much."""
_LIKELY = 0.5
"""What it weighs that the part would be taken for the whole if that had no counterpart."""
_TWIN, _TELLING = 0.6, 0.25
"""So much of its words an article has in common with a twin; what sets it apart is so much of its rarest word at least."""
_ENOUGH = 0.92
_LEAST_ADDED = 0.2
"""So much of the evidence must be in the words of the part, and not in where it stands."""
_MARGIN = 1e-6
"""Far more than sums differ by the order in which they are made."""


@frozen(kw_only=True)
class Part:
    """An article that is a part of one in the other draft.

    Args:
        part: the place of the part in its draft.
        whole: the place of the whole in the other draft.
        share: how much of the part's words stand there.
        evidence: how much speaks for it; 0.92 is enough, and less where all is rewritten.

    >>> Part(part=4, whole=2, share=0.8, evidence=1.6).whole
    2
    """

    part: int
    whole: int
    share: float
    evidence: float


def parts_of(
    lone: Mapping[int, Profile],
    wholes: Mapping[int, Profile],
    siblings: Mapping[int, tuple[int, Profile]],
    near: Mapping[tuple[int, int], float],
    *,
    fidelity: float = 1.0,
    usual: float = 1.0,
) -> list[Part]:
    """Find the articles that were part of another one.

    Args:
        lone: the articles of the one draft that have no counterpart, or a doubtful one.
        wholes: the articles of the other draft.
        siblings: the counterpart of each whole that has one, with its place.
        near: pairs of a lone article and a whole that are worth a look, and how likely they are one.
        fidelity: how much of their words in their order articles keep from one draft to the other.
        usual: how much of their words articles have in common that are one.

    Returns:
        For each lone article its whole, where there is one that enough speaks for.
    """
    ordered = min(1.0, fidelity)
    held: dict[int, dict[int, float]] = {}
    for part, whole in near:
        if part in lone and lone[part].length >= _LEAST_WORDS and whole not in held.get(part, {}):
            held.setdefault(part, {})[whole] = _held(lone[part], wholes[whole], ordered)
    enough = _ENOUGH - _REWRITTEN * max(0.0, _MOSTLY_KEPT - usual)
    search = _Search(wholes, siblings, near, ordered, enough)
    return list(_found(search, lone, held))


def _found(
    search: _Search, lone: Mapping[int, Profile], held: Mapping[int, Mapping[int, float]]
) -> Iterator[Part]:
    """Look for parts, and again around each that was found: what stands next to a part may be one too."""
    waiting, known = sorted(held), set[int]()
    while waiting:
        able = [search.part_of(part, lone[part], held[part]) for part in waiting]
        parts = list(search.still_parts([one for one in able if one is not None], lone))
        known.update(one.part for one in parts)
        beside = {
            place
            for one in parts
            for place in range(one.part - _NEARBY, one.part + _NEARBY + 1)
            if place not in known and one.whole in held.get(place, ())
        }
        waiting = sorted(beside)
        yield from parts


def _held(part: Profile, whole: Profile, ordered: float) -> float:
    """Say how much of a part a whole holds: by word pairs as far as drafts keep words in their order, else by words."""
    found = ordered * part.within(whole)
    return found if ordered == 1.0 else found + (1 - ordered) * part.words_within(whole)


class _Search:
    """Looks for the whole of one part after the other."""

    def __init__(
        self,
        wholes: Mapping[int, Profile],
        siblings: Mapping[int, tuple[int, Profile]],
        likely: Mapping[tuple[int, int], float],
        ordered: float,
        enough: float,
    ) -> None:
        self._wholes, self._siblings, self._ordered = wholes, siblings, ordered
        self._enough = enough
        self._likely = likely
        self._rests: dict[int, _Rest] = {}
        self._around: dict[int, float] = {}
        self._tied = {whole: [place] for whole, (place, _) in siblings.items()}

    def part_of(self, place: int, part: Profile, held: Mapping[int, float]) -> Part | None:
        """Find the whole of an article, by what each whole holds of it."""
        ranked = sorted(held, key=lambda whole: (-held[whole], whole))[:_LOOKED_AT]
        found = []
        for whole in ranked:
            if whole not in self._siblings or self._siblings[whole][0] == place:
                continue
            nearness = _nearness(min(abs(one - place) for one in self._tied[whole]))
            if held[whole] < (_LEAST_NEAR if nearness else _LEAST):
                continue
            most = next((held[other] for other in ranked if other != whole), 0.0)
            around = nearness + _BEFORE_OTHERS * (held[whole] - most)
            around += _LIKELY * self._likely[place, whole]
            rest = self._rest(whole)
            if rest.may_reach(self._enough - around, part, min(1.0, held[whole] / self._ordered)):
                found.append((-around - rest.evidence(part), whole, around))
        if not found or -min(found)[0] < self._enough:
            return None
        evidence, whole, self._around[place] = min(found)
        share = round(part.words_within(self._wholes[whole]), 3)
        return Part(part=place, whole=whole, share=share, evidence=-evidence)

    def still_parts(self, parts: Iterable[Part], lone: Mapping[int, Profile]) -> Iterator[Part]:
        """Give the parts that still add something when the clearer ones of the same whole are known."""
        for one in sorted(parts, key=lambda one: (-round(one.evidence, 9), one.part)):
            rest, part = self._rest(one.whole), lone[one.part]
            added = rest.evidence(part)
            if added >= _LEAST_ADDED and self._around[one.part] + added >= self._enough:
                rest.take(part)
                self._tied[one.whole].append(one.part)
                yield one

    def _rest(self, whole: int) -> _Rest:
        if whole not in self._rests:
            self._rests[whole] = _Rest(self._wholes[whole], self._siblings[whole][1])
        return self._rests[whole]


class _Rest:
    """What the counterpart left out of a whole, without the parts that are known."""

    def __init__(self, whole: Profile, sibling: Profile) -> None:
        self._words, self._pairs = _Left(whole.words), _Left(whole.pairs)
        self._takers = list[Profile]()
        self.take(sibling)

    def take(self, part: Profile) -> None:
        """Leave out what an article took over."""
        self._takers.append(part)
        self._words.take(part.words)
        self._pairs.take(part.pairs)

    def evidence(self, part: Profile) -> float:
        """Weigh how much of a part is what was left out, and how much of that is in the part."""
        words, pairs = self._words.shared(part.words), self._pairs.shared(part.pairs)
        of_part = _WORDS * _of(words, part.mass) + _PAIRS * _of(pairs, part.pair_mass)
        if self._has_twin_of(part):
            of_part = max(of_part, self._beyond_twins(part))
        taken = _TAKEN_WORDS * _of(words, self._words.mass)
        return of_part + taken + _TAKEN_PAIRS * _of(pairs, self._pairs.mass)

    def _has_twin_of(self, part: Profile) -> bool:
        return any(part.words_within(one) >= _TWIN for one in self._takers)

    def _beyond_twins(self, part: Profile) -> float:
        """Weigh how much of what sets an article apart from those that took words over is what they left out.

        A clause for one town and the same for another have nearly all in common; if they become one for both,
        what tells is that it names both.
        """
        words, pairs = part.words, part.pairs
        for one in self._takers:
            words, pairs = without(words, one.words), without(pairs, one.pairs)
        mass = sum(words.values())
        if mass < _TELLING * max(part.words.values()):
            return 0.0
        of_words, of_pairs = self._words.shared(words), self._pairs.shared(pairs)
        return _WORDS * of_words / mass + _PAIRS * _of(of_pairs, sum(pairs.values()))

    def may_reach(self, evidence: float, part: Profile, pairs: float) -> bool:
        """Say whether there may be so much evidence, which is cheaper to deny than to weigh.

        Args:
            evidence: how much.
            part: the part.
            pairs: how much of its word pairs is in the whole at most.
        """
        wanted = evidence - _PAIRS * pairs - _TAKEN_PAIRS - _MARGIN
        mass = self._words.mass
        if _WORDS * _of(mass, part.mass) + _TAKEN_WORDS >= wanted:
            words = self._words.shared(part.words)
            if _WORDS * _of(words, part.mass) + _TAKEN_WORDS * _of(words, mass) >= wanted:
                return True
        return self._has_twin_of(part)


class _Left:
    """What is left of the words of a whole, or of its word pairs, worked out when it is asked for."""

    def __init__(self, whole: Weights) -> None:
        self._weights, self._waiting = whole, list[Weights]()
        self._mass = 0.0

    def take(self, part: Weights) -> None:
        """Leave out what is in a part."""
        self._waiting.append(part)

    @property
    def mass(self) -> float:
        """What the rest weighs."""
        if self._waiting:
            for one in self._waiting:
                self._weights = without(self._weights, one)
            self._waiting = []
            self._mass = sum(self._weights.values())
        return self._mass

    def shared(self, part: Weights) -> float:
        """Weigh what is in the rest and in a part."""
        return shared(part, self._weights) if self.mass else 0.0


def _nearness(distance: int) -> float:
    if distance == 1:
        return _NEXT_TO
    return _NEAR if distance <= _NEARBY else 0.0


def _of(share: float, mass: float) -> float:
    return share / mass if mass else 0.0


def is_part(part: Profile, whole: Profile, fidelity: float = 1.0) -> bool:
    """Say whether the words of one article stand in another, in their order.

    Where drafts do not keep words in their order, the more of the words themselves must be there.

    Args:
        part: the shorter one.
        whole: the longer one.
        fidelity: how much of their words in their order articles keep from one draft to the other.
    """
    return (
        part.length >= _LEAST_WORDS
        and part.within(whole) >= _IN_ORDER * fidelity
        and part.words_within(whole) >= _IN_ALL + 0.3 * max(0.0, 1 - fidelity)
    )
