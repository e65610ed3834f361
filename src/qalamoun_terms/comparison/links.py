"""The links of a change: its runs written out, article by article."""

from __future__ import annotations

from collections.abc import Iterator

from qalamoun_terms.comparison.changes import SAME, Change, Link, Pairing, Run
from qalamoun_terms.comparison.edits import ArticleEdit, Drop, Edit, Insert, Move

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
    edits: dict[str, list[Edit]] = {}
    for edit in change.edits:
        edits.setdefault(edit.article, []).append(edit)
    pairings = {one.old[0]: one for one in change.pairings if len(one.old) == len(one.new) == 1}
    before: str | None = None
    for piece in change.order:
        if isinstance(piece, Insert):
            yield -1, None, piece.article.id, _inserted(change, piece)
            before = piece.article.id
            continue
        for at, ((old, new), names) in enumerate(piece.rows(), piece.at):
            own: tuple[Edit | Move, ...] = tuple(edits.get(old, ()))
            if piece.moved:
                own = *own, Move(article=old, after=before)
            yield at, old, new, _link(piece, names, own, pairings.get(old))
            before = new


def _inserted(change: Change, piece: Insert) -> Link:
    return Link(
        old=(),
        new=(piece.designator,),
        relation="added",
        edits=(piece,),
        reason="nothing in the old draft matches it",
        told_as=change.comparability.presence,
    )


def _link(
    run: Run,
    names: tuple[str, str],
    edits: tuple[Edit | Move, ...],
    pairing: Pairing | None,
) -> Link:
    old, new = names
    renumbered = bool(run.shift) or any(
        isinstance(edit, ArticleEdit) and edit.field == "label" for edit in edits
    )
    return Link(
        old=(old,),
        new=(new,),
        relation=_relation(pairing, run.moved, renumbered),
        moved=run.moved,
        renumbered=renumbered,
        edits=edits,
        confidence=1.0 if pairing is None else pairing.confidence,
        reason=SAME if pairing is None else pairing.reason,
    )


def _relation(pairing: Pairing | None, moved: bool, renumbered: bool) -> str:  # noqa: FBT001
    if pairing is not None and pairing.relation != "kept":
        return pairing.relation
    if moved:
        return "moved"
    return "renumbered" if renumbered else "kept"


def _with_drops(change: Change, placed: list[_Placed]) -> list[_Placed]:
    """Put each lost article after the one that it followed in the old draft."""
    by_place = sorted(
        [(one[0], one) for one in placed if one[1] is not None]
        + [(drop.at, _dropped(change, drop)) for drop in change.drops],
        key=lambda one: one[0],
    )
    following: dict[str | None, list[_Placed]] = {}
    last: str | None = None
    for _, one in by_place:
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
    """Make one link of the articles that were split or merged."""
    groups = [one for one in change.pairings if len(one.old) != 1 or len(one.new) != 1]
    of_old = {article: one for one in groups for article in one.old}
    of_new = {article: one for one in groups for article in one.new}
    known = [of_old.get(one[1] or "") or of_new.get(one[2] or "") for one in placed]
    members: dict[int, list[_Placed]] = {}
    for one, group in zip(placed, known, strict=True):
        if group is not None:
            members.setdefault(id(group), []).append(one)
    for one, group in zip(placed, known, strict=True):
        if group is None:
            yield one
        elif members[id(group)][0] is one:
            yield *one[:3], _joined(group, [member[3] for member in members[id(group)]])


def _joined(group: Pairing, links: list[Link]) -> Link:
    return Link(
        old=tuple(name for link in links for name in link.old),
        new=tuple(name for link in links for name in link.new),
        relation=group.relation,
        moved=any(link.moved for link in links),
        renumbered=any(link.renumbered for link in links),
        edits=tuple(edit for link in links for edit in link.edits),
        confidence=group.confidence,
        reason=group.reason,
    )
