"""Changes of force between two wordings of one article: of duty, negation, condition, number and length of time.

1. Signs that stand at the same place and mean the same are no change, however they are worded.
2. Of those that are left, signs of one sort that stand nearest to each other are set against each other.
3. What is lost at one place and put in at another, with the same meaning, was moved and is no change of force.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from qalamoun_terms.comparison.signs_of_force import Sign, signs_of
from qalamoun_terms.comparison.told import one_of
from qalamoun_terms.comparison.wording import WordEdit, number_of_pieces, pieces, word_edits
from qalamoun_terms.comparison.wordings import SORTS, language_of, wordings
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.time import Amount

__all__ = ["ALL_SORTS", "Force", "force_changes", "joined_force", "turned_force"]

ALL_SORTS = (*SORTS, "number", "length", "share", "month")
"""What a change of force may concern."""

_NEAR = 40
"""Signs that stand so many pieces apart, words and spaces, are not set against each other any more."""

_AROUND = 20
"""So many pieces on each side of an edit are read, more than any sign or what it refers to takes."""

_MORE = {
    "duty": 1,
    "negation": 3,
    "condition": 6,
    "exception": 6,
    "scope": 2,
    "limit": 3,
    "number": 1,
}
"""So many words that follow a sign are quoted with it."""

_STOPS = frozenset(".;؛\n")
"""Where a quotation ends at the latest."""


@frozen(kw_only=True)
class Force:
    """A change of what a provision binds to.

    Args:
        sort: what it concerns, one of `ALL_SORTS`.
        was: what the sign meant; None where there was none.
        now: what it means now; None where there is none any more.
        old: the words before, with a few that follow.
        new: the words now.

    Raises:
        InvalidValueError: nothing before and nothing after.

    >>> print(Force(sort="duty", was="obligation", now="permission", old="shall go", new="may go"))
    duty: obligation -> permission (“shall go” -> “may go”)
    """

    sort: str = field(validator=one_of(*ALL_SORTS))
    was: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    now: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    old: str | None = field(default=None, validator=v.optional(v.text))
    new: str | None = field(default=None, validator=v.optional(v.text))

    def __attrs_post_init__(self) -> None:
        if self.was is None and self.now is None:
            raise InvalidValueError("force.now: expected a meaning before or after, got None twice")

    @property
    def change(self) -> str:
        """What happened: added, removed, changed, or longer and shorter where lengths can be compared."""
        if self.was is None or self.now is None:
            return "added" if self.was is None else "removed"
        if self.sort != "length":
            return "changed"
        longer = Amount.parse(self.now).compare(Amount.parse(self.was))
        return {1: "longer", -1: "shorter"}.get(longer or 0, "changed")

    def __str__(self) -> str:
        if self.was is None:
            return f"{self.sort}: {self._meant(self.now)}added (“{self.new}”)"
        if self.now is None:
            return f"{self.sort}: {self._meant(self.was)}taken out (“{self.old}”)"
        quoted = f"“{self.old}” -> “{self.new}”"
        if self.sort == "length":
            return f"{self.sort}: {quoted}{'' if self.change == 'changed' else f' ({self.change})'}"
        if self.sort in SORTS:
            return f"{self.sort}: {self.was} -> {self.now} ({quoted})"
        return f"{self.sort}: {quoted}"

    def _meant(self, meaning: str | None) -> str:
        return f"{meaning} " if self.sort in ("duty", "condition", "limit", "scope") else ""


def force_changes(old: str, new: str, edits: Iterable[WordEdit] | None = None) -> tuple[Force, ...]:
    """Find what changed in what a wording binds to.

    Args:
        old: the words before.
        new: the words after.
        edits: the edits between them, where they are known.

    Returns:
        The changes, those of duties first, in the order of the text.

    >>> before = "The army shall withdraw within 72 hours and may not enter the town."
    >>> after = "The army may withdraw within three days and may not enter the town without notice."
    >>> for one in force_changes(before, after):
    ...     print(one)
    duty: obligation -> permission (“shall withdraw” -> “may withdraw”)
    negation: added (“without notice”)
    """
    made = word_edits(old, new) if edits is None else tuple(edits)
    words, texts = wordings(language_of(old, new)), (pieces(old), pieces(new))
    rows = list(_rows(made))
    around = list(_windows(rows, len(texts[0])))
    signs = (
        [one for start, end, _, _ in around for one in signs_of(texts[0], words, start, end)],
        [one for _, _, start, end in around for one in signs_of(texts[1], words, start, end)],
    )
    if not any(signs):
        return ()
    before, after = _left_over(*signs, _Map(rows))
    found = [_force(one, other, texts) for one, other in _paired(before, after)]
    return tuple(sorted(found, key=lambda one: ALL_SORTS.index(one.sort)))


_Row = tuple[int, int, int, int]
"""Where an edit begins, how many pieces go and how many come, and by how many the new text is longer before it."""


def _rows(edits: Iterable[WordEdit]) -> Iterator[_Row]:
    longer = 0
    for edit in edits:
        gone, come = number_of_pieces(edit.old), number_of_pieces(edit.new)
        yield edit.at, gone, come, longer
        longer += come - gone


def _windows(rows: Iterable[_Row], size: int) -> Iterator[tuple[int, int, int, int]]:
    """Give the parts of both texts around the edits; what lies farther off is the same in both."""
    found: list[list[int]] = []
    for at, gone, come, longer in rows:
        start, end = max(0, at - _AROUND), min(size, at + gone + _AROUND)
        behind = end + longer + come - gone
        if found and start <= found[-1][1]:
            found[-1][1], found[-1][3] = end, behind
        else:
            found.append([start, end, start + longer, behind])
    yield from ((a, b, c, d) for a, b, c, d in found)


def _force(
    one: Sign | None, other: Sign | None, texts: tuple[Sequence[str], Sequence[str]]
) -> Force:
    return Force(
        sort=(one or other or _NONE).sort,
        was=one.meaning if one else None,
        now=other.meaning if other else None,
        old=_quoted(texts[0], one) if one else None,
        new=_quoted(texts[1], other) if other else None,
    )


def _quoted(text: Sequence[str], sign: Sign) -> str:
    """Give the words of a sign with a few after it, up to the end of the sentence."""
    end, more = sign.end, _MORE.get(sign.sort, 0)
    end += end < len(text) and text[end] in "%٪"
    while more and end < len(text) and _STOPS.isdisjoint(text[end]):
        more -= text[end][0].isalnum()
        end += 1
    return " ".join("".join(text[sign.start : end]).split()).rstrip(" ,،:(")


# --- which signs belong together


class _Map:
    """Where a piece of the new text stands in the old one."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self.starts = [at + longer for at, _, _, longer in rows]
        self.rows = rows

    def old(self, place: int) -> int:
        row = bisect_right(self.starts, place) - 1
        if row < 0:
            return place
        at, gone, come, longer = self.rows[row]
        inside = place - self.starts[row]
        return at + min(inside, gone) if inside < come else place - longer - come + gone


_Placed = tuple[int, Sign]


def _left_over(
    old: Sequence[Sign], new: Sequence[Sign], where: _Map
) -> tuple[list[_Placed], list[_Placed]]:
    """Leave out the signs that stand at the same place and mean the same."""
    after = [(where.old(one.start), one) for one in new]
    known = {(place, one.sort, one.meaning) for place, one in after}
    same = {(one.start, one.sort, one.meaning) for one in old} & known
    return (
        [(one.start, one) for one in old if (one.start, one.sort, one.meaning) not in same],
        [(place, one) for place, one in after if (place, one.sort, one.meaning) not in same],
    )


def _paired(
    old: Sequence[_Placed], new: Sequence[_Placed]
) -> list[tuple[Sign | None, Sign | None]]:
    """Set signs of one sort against each other, the nearest first; what is lost and found elsewhere goes."""
    pairs: list[tuple[int, Sign | None, Sign | None]] = []
    sorts: dict[str, tuple[list[_Placed], list[_Placed]]] = {}
    for at, rows in enumerate((old, new)):
        for one in rows:
            sorts.setdefault(one[1].sort, ([], []))[at].append(one)
    for before, after in sorts.values():
        after.sort(key=lambda one: one[0])
        if not before or not after:
            pairs += _not_moved(before, after)
            continue
        chosen = _nearest(before, after)
        taken = set(chosen.values())
        pairs += [
            (before[a][0], before[a][1], after[b][1])
            for a, b in chosen.items()
            if before[a][1].meaning != after[b][1].meaning
        ]
        pairs += _not_moved(
            [one for place, one in enumerate(before) if place not in chosen],
            [one for place, one in enumerate(after) if place not in taken],
        )
    return [(one, other) for _, one, other in sorted(pairs, key=_by_place)]


def _by_place(pair: tuple[int, Sign | None, Sign | None]) -> tuple[int, bool, str]:
    place, one, other = pair
    return place, one is None, (one or other or _NONE).meaning


_NONE = Sign("", "", 0, 0)


def _nearest(old: Sequence[_Placed], new: Sequence[_Placed]) -> dict[int, int]:
    places = [place for place, _ in new]
    able = [
        (abs(place - places[b]), sign.meaning != new[b][1].meaning, a, b)
        for a, (place, sign) in enumerate(old)
        for b in range(bisect_left(places, place - _NEAR), bisect_right(places, place + _NEAR))
    ]
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, a, b in sorted(able):
        if a not in chosen and b not in taken:
            chosen[a] = b
            taken.add(b)
    return chosen


def _not_moved(
    lost: Sequence[_Placed], found: Sequence[_Placed]
) -> Iterator[tuple[int, Sign | None, Sign | None]]:
    """Leave out what was lost at one place and found at another."""
    if not lost or not found:
        yield from ((place, sign, None) for place, sign in lost)
        yield from ((place, None, sign) for place, sign in found)
        return
    moved = Counter(one.meaning for _, one in lost) & Counter(one.meaning for _, one in found)
    for rows, is_old in ((lost, True), (found, False)):
        left = Counter(moved)
        for place, sign in rows:
            if left[sign.meaning]:
                left[sign.meaning] -= 1
            else:
                yield (place, sign, None) if is_old else (place, None, sign)


# --- joined and turned round


def turned_force(found: Iterable[Force]) -> tuple[Force, ...]:
    """Read changes of force backwards.

    Args:
        found: the changes.

    >>> turned_force([Force(sort="duty", was="obligation", old="shall go")])[0].now
    'obligation'
    """
    return tuple(
        Force(sort=one.sort, was=one.now, now=one.was, old=one.new, new=one.old) for one in found
    )


def joined_force(first: Iterable[Force], second: Iterable[Force]) -> tuple[Force, ...]:
    """Join changes of force with those that follow on them; what is undone goes.

    Args:
        first: the earlier changes.
        second: the later ones.

    >>> one = Force(sort="duty", was="obligation", now="permission", old="shall go", new="may go")
    >>> joined_force([one], turned_force([one]))
    ()
    """
    later = list(second)
    made: list[Force] = []
    for one in first:
        follows = next(
            (o for o in later if (o.sort, o.was, o.old) == (one.sort, one.now, one.new)), None
        )
        if follows is None or one.now is None:
            made.append(one)
            continue
        later.remove(follows)
        if one.was != follows.now:
            made.append(
                Force(sort=one.sort, was=one.was, now=follows.now, old=one.old, new=follows.new)
            )
    return (*made, *later)
