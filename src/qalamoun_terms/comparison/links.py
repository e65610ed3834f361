"""The links of a change: its runs written out, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from operator import itemgetter

from qalamoun_terms.comparison.changes import Change, Link, Pairing, Run
from qalamoun_terms.comparison.edits import Drop, Insert, Move
from qalamoun_terms.comparison.outlines import Outline, Outlines
from qalamoun_terms.comparison.postponed import postponed

__all__ = ["links_of"]

_Placed = tuple[float, str | None, str | None, Link]
"""Where an article stood in the old draft, its old id, its new id, and its link."""


def links_of(change: Change) -> tuple[Link, ...]:
    """Write out what became of each article.

    Args:
        change: the change.

    Returns:
        The links in the order of the new draft; an article that only the old draft has stands after the one
        that it followed there.

    >>> from qalamoun_terms.comparison.changes import Comparability
    >>> told = Comparability(old="reported", new="reported")
    >>> run = Run(old="a1", new="a2", at=0, length=2)
    >>> [link.new for link in links_of(Change(old="p1", new="p2", comparability=told, order=[run]))]
    [('a2',), ('a3',)]
    """
    placed = list(_present(change))
    return tuple(link for *_, link in _grouped(change, _with_drops(change, placed)))


def _present(change: Change) -> Iterator[_Placed]:
    outlines = change.outlines
    before: str | None = None
    for piece in change.order:
        if isinstance(piece, Insert):
            yield -1, None, piece.article.id, _inserted(change, piece)
            before = piece.article.id
            continue
        for at, ((old, new), names) in enumerate(piece.rows(), piece.at):
            moves = (Move(article=old, after=before),) if piece.moved else ()
            outline = outlines.pairs.get(old)
            if outline is None:
                yield at, old, new, _link(piece, names, _EQUAL, moves)
            else:
                edits = partial(_edits, outlines, old, moves)
                yield at, old, new, postponed(_link(piece, names, outline), "edits", work=edits)
            before = new


_EQUAL = Outline()


def _edits(outlines: Outlines, article: str, moves: tuple[Move, ...]) -> dict[str, object]:
    return {"edits": (*outlines.edits_of(article), *moves)}


def _inserted(change: Change, piece: Insert) -> Link:
    return Link(
        old=(),
        new=(piece.designator,),
        relation="added",
        edits=(piece,),
        reason="nothing in the old draft matches it",
        told_as=change.comparability.presence,
    )


def _link(run: Run, names: tuple[str, str], outline: Outline, moves: tuple[Move, ...] = ()) -> Link:
    old, new = names
    renumbered = bool(run.shift) or outline.relabelled
    return Link(
        old=(old,),
        new=(new,),
        relation=_relation(outline.relation, run.moved, renumbered),
        moved=run.moved,
        renumbered=renumbered,
        edits=moves,
        confidence=outline.confidence,
        reason=outline.reason,
    )


def _relation(inside: str, moved: bool, renumbered: bool) -> str:  # noqa: FBT001
    if inside != "kept":
        return inside
    if moved:
        return "moved"
    return "renumbered" if renumbered else "kept"


def _with_drops(change: Change, placed: list[_Placed]) -> list[_Placed]:
    """Put each lost article after the one that it followed in the old draft."""
    stood = [one for one in placed if one[1] is not None]
    stood += [_dropped(change, drop) for drop in change.drops]
    following: dict[str | None, list[_Placed]] = {}
    last: str | None = None
    for one in sorted(stood, key=itemgetter(0)):
        if one[2] is None:
            following.setdefault(last, []).append(one)
        else:
            last = one[1]
    ordered = list(following.get(None, ()))
    for one in placed:
        ordered.append(one)
        if one[1] is not None:
            ordered += following.get(one[1], ())
    return ordered


def _dropped(change: Change, drop: Drop) -> _Placed:
    link = Link(
        old=(drop.designator,),
        new=(),
        relation="dropped",
        edits=(drop,),
        reason="nothing in the new draft matches it",
        told_as=change.comparability.absence,
    )
    return drop.at, drop.article.id, None, link


def _grouped(change: Change, placed: list[_Placed]) -> Iterator[_Placed]:
    """Make one link of the articles that were split or merged together; an article may be in several such links."""
    groups = [_Group(one) for one in change.outlines.groups]
    of_old = _by_article((article, one) for one in groups for article in one.pairing.old)
    of_new = _by_article((article, one) for one in groups for article in one.pairing.new)
    first: dict[int, list[_Group]] = {}
    for place, one in enumerate(placed):
        if one[1] not in of_old and one[2] not in of_new:
            continue
        near = list(dict.fromkeys([*of_old.get(one[1], ()), *of_new.get(one[2], ())]))
        around = [group for group in near if group.holds(one)]
        if around:
            first[place] = [group for group in around if not group.whole]
        for group in near:
            group.take(one, told=group in around[:1])
    for place, one in enumerate(placed):
        if place not in first:
            yield one
        for group in first.get(place, ()):
            yield *one[:3], group.link()


def _by_article(ends: Iterable[tuple[str, _Group]]) -> dict[str | None, list[_Group]]:
    found: dict[str | None, list[_Group]] = {}
    for article, group in ends:
        found.setdefault(article, []).append(group)
    return found


class _Group:
    """What was split or merged together, and the articles of it that were met.

    What was edited in an article is told once, in the first group that has it before and after.
    """

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self._old, self._new = set(pairing.old), set(pairing.new)
        self._names: tuple[list[str], list[str]] = [], []
        self.whole: list[Link] = []
        self._told: list[Link] = []

    def holds(self, one: _Placed) -> bool:
        """Say whether an article belongs to it before and after, as far as it is there."""
        return one[1] in {None, *self._old} and one[2] in {None, *self._new}

    def take(self, one: _Placed, *, told: bool) -> None:
        """Take in an article of which it has one end at least."""
        _, old, new, link = one
        self._names[0].extend(link.old if old in self._old else ())
        self._names[1].extend(link.new if new in self._new else ())
        if self.holds(one):
            self.whole.append(link)
        if told:
            self._told.append(link)

    def link(self) -> Link:
        """Tell what became of its articles together."""
        link = Link(
            old=tuple(self._names[0]),
            new=tuple(self._names[1]),
            relation=self.pairing.relation,
            moved=any(link.moved for link in self.whole),
            renumbered=any(link.renumbered for link in self.whole),
            confidence=self.pairing.confidence,
            reason=self.pairing.reason,
        )
        return postponed(link, "edits", work=partial(_edits_together, self._told))


def _edits_together(links: Iterable[Link]) -> dict[str, object]:
    return {"edits": tuple(edit for link in links for edit in link.edits)}
