"""Matches articles that are known word for word and were reworded, renumbered, moved, split or merged.

The first matches are made by words alone. On them it is measured which signs these two drafts keep: numbers,
headings, places. With that the matches are made again. Then come the parts of articles that were split or merged,
and at last what is left over on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from qalamoun_terms.comparison.crossing import Crossing, crossings
from qalamoun_terms.comparison.dividing import divided, fidelity
from qalamoun_terms.comparison.leftover import pair_left_over
from qalamoun_terms.comparison.likeness import View
from qalamoun_terms.comparison.matched import Repeated
from qalamoun_terms.comparison.matching import ENOUGH, Matching, Pair
from qalamoun_terms.comparison.parts import Part
from qalamoun_terms.comparison.signs import Candidate, sides_of

__all__ = ["Found", "reworded"]


@frozen(kw_only=True)
class Found:
    """What was found of the articles that are compared by their words.

    Args:
        pairs: the old and the new place of each match, how sure it is, and why.
        splits: parts of an old article: the place of the part in the new draft, and of the whole in the old.
        mergers: parts of a new article: the place of the part in the old draft, and of the whole in the new.
        crossings: articles of which a portion went into an article that has another counterpart.
    """

    pairs: tuple[tuple[int, int, float, str], ...]
    splits: tuple[Part, ...] = ()
    mergers: tuple[Part, ...] = ()
    crossings: tuple[Crossing, ...] = ()


def reworded(
    old: Mapping[int, View],
    new: Mapping[int, View],
    known: Iterable[Pair],
    *,
    sizes: tuple[int, int],
    renumbered: Sequence[bool] = (),
    repeated: Repeated | None = None,
) -> Found:
    """Match articles by their words, numbers, headings and places.

    Args:
        old: the articles of the old draft that are not matched yet, by their place.
        new: those of the new draft.
        known: the places of the articles that are matched.
        sizes: how many articles each draft has.
        renumbered: for each known match with two numbers, whether they differ.
        repeated: what several articles of a draft have.

    >>> reworded({}, {}, [], sizes=(0, 0)).pairs
    ()
    """
    if not old or not new:
        return Found(pairs=())
    sides = sides_of(old, new, sizes, repeated)
    matching = Matching(sides, known, [not one for one in renumbered])
    matching.run()
    splits, mergers = divided(matching)
    pair_left_over(matching, {one.part for one in mergers}, {one.part for one in splits})
    parts = [
        *((one.whole, one.part) for one in splits),
        *((one.part, one.whole) for one in mergers),
    ]
    return Found(
        pairs=tuple(_told(matching)),
        splits=splits,
        mergers=mergers,
        crossings=crossings(matching, parts, fidelity=fidelity(matching)),
    )


def _told(matching: Matching) -> Iterator[tuple[int, int, float, str]]:
    """Give the pairs with how sure they are, and why they were made."""
    for (old, new), score in sorted(matching.pairs.items(), key=lambda item: item[0][1]):
        one = matching.candidates[old, new]
        sure = min(0.99, 0.5 + 0.5 * max(0.0, score - ENOUGH) / (1 - ENOUGH))
        yield old, new, round(sure, 3), _reason(one, matching.here.fit(old, new))


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
