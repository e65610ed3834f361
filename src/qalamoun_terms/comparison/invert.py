"""Reading a change backwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from qalamoun_terms.comparison.accounts import AccountPlaces, order_of
from qalamoun_terms.comparison.changes import Change, Claims, Pairing, Run
from qalamoun_terms.comparison.edits import (
    AccountEdit,
    ArticleEdit,
    Drop,
    Edit,
    EvidenceEdit,
    Insert,
    Part,
    TextEdit,
)
from qalamoun_terms.comparison.force import turned_force
from qalamoun_terms.comparison.told import Comparability
from qalamoun_terms.comparison.wording import WordEdit, pieces

__all__ = ["invert", "inverted_edits"]

_TURNED = {"split": "merged", "merged": "split"}
_REASONS = {
    "its words stand in several": "the words of several stand in it",
    "the words of several stand in it": "its words stand in several",
}


def invert(change: Change) -> Change:
    """Turn a change round, so that it leads from the new draft to the old one.

    Neither draft is needed for that, and the result is as small as the change.

    Args:
        change: what `compare` found.

    Returns:
        The change that undoes it.

    >>> from qalamoun_terms.comparison.apply import apply
    >>> from qalamoun_terms.comparison.compare import compare
    >>> from qalamoun_terms.comparison.draft import draft
    >>> old = draft([(1, "Truce", "A truce of two months.")])
    >>> new = draft([(1, "Exit", "Fighters leave."), (2, "Truce", "A truce of six months.")])
    >>> change = compare(old, new)
    >>> apply(new, invert(change)) == old, invert(invert(change)) == change
    (True, True)
    """
    order, drops = _turned(change)
    return Change(
        old=change.new,
        new=change.old,
        comparability=_comparability(change.comparability),
        order=order,
        drops=drops,
        edits=tuple(_edits(change)),
        pairings=tuple(_pairing(one) for one in change.pairings),
        proposal=tuple(evolve(one, old=one.new, new=one.old) for one in change.proposal),
    )


def _comparability(told: Comparability) -> Comparability:
    return evolve(
        told,
        old=told.new,
        new=told.old,
        old_complete=told.new_complete,
        new_complete=told.old_complete,
    )


def _turned(change: Change) -> tuple[tuple[Run | Insert, ...], tuple[Drop, ...]]:
    """Give the old draft's articles in their order, and those that it does not have."""
    placed: list[tuple[int, Run | Insert]] = [
        (drop.at, Insert(article=drop.article, name=drop.name)) for drop in change.drops
    ]
    drops, place = [], 0
    for piece in change.order:
        if isinstance(piece, Insert):
            drops.append(Drop(at=place, article=piece.article, name=piece.name))
            place += 1
        else:
            placed.append((piece.at, _run(piece, place)))
            place += piece.length
    return tuple(one for _, one in sorted(placed, key=lambda pair: pair[0])), tuple(drops)


def _run(run: Run, at: int) -> Run:
    return evolve(
        run,
        old=run.new,
        new=run.old,
        at=at,
        shift=-run.shift,
        old_name=run.new_name,
        new_name=run.old_name,
    )


# --- inside of an article


def _edits(change: Change) -> Iterator[Edit]:
    edits: dict[str, list[Edit]] = {}
    for edit in change.edits:
        edits.setdefault(edit.article, []).append(edit)
    ids = dict(
        ends
        for piece in change.order
        if edits and isinstance(piece, Run)
        for ends in map(piece.ids, range(piece.length))
        if ends[0] in edits
    )
    for article, own in edits.items():
        yield from inverted_edits(own, ids.get(article, article))


def inverted_edits(edits: Iterable[Edit], article: str) -> Iterator[Edit]:
    """Turn the edits of one article round.

    Args:
        edits: all edits of the article.
        article: its id in the new draft.

    >>> edit = ArticleEdit(article="a1", field="heading", old="Exit", new="Departure")
    >>> [one.new for one in inverted_edits([edit], "a4")]
    ['Exit']
    """
    own = list(edits)
    places = AccountPlaces(own)
    for edit in own:
        turned = _edit(edit, article, places)
        if turned is not None:
            yield turned


def _edit(edit: Edit, article: str, places: AccountPlaces) -> Edit | None:
    if isinstance(edit, ArticleEdit) and edit.field == "account_order":
        return order_of(article, ((places.after(one) or 0, one) for one in edit.new))
    if isinstance(edit, ArticleEdit):
        return _swapped(edit, article, None)
    if edit.account is None or _is_one_sided(edit):
        return _swapped(edit, article, edit.account)
    place = places.after(edit.account)
    return None if place is None else _swapped(edit, article, place)


def _is_one_sided(edit: Edit) -> bool:
    return isinstance(edit, AccountEdit) and (edit.old is None or edit.new is None)


def _swapped(edit: Edit, article: str, place: int | None) -> Edit:
    if isinstance(edit, ArticleEdit):
        return evolve(edit, article=article, old=edit.new, new=edit.old)
    if isinstance(edit, EvidenceEdit):
        return evolve(edit, article=article, account=place, old=edit.new, new=edit.old)
    at = place or 0
    if isinstance(edit, TextEdit):
        return evolve(edit, article=article, account=at, words=tuple(_words(edit.words)))
    if isinstance(edit, AccountEdit):
        return evolve(edit, article=article, account=at, old=edit.new, new=edit.old)
    parts = tuple(Part(path=one.path, old=one.new, new=one.old) for one in edit.parts)
    return evolve(edit, article=article, account=at, old=edit.new, new=edit.old, parts=parts)


def _words(edits: Iterable[WordEdit]) -> Iterator[WordEdit]:
    longer = 0
    for edit in edits:
        yield WordEdit(at=edit.at + longer, old=edit.new, new=edit.old)
        longer += len(pieces(edit.new)) - len(pieces(edit.old))


# --- what is known of the pairs


def _pairing(one: Pairing) -> Pairing:
    kinds = [claim for claim in one.claims if claim.field == "kind"]
    kind = kinds[0].old[0] if kinds else one.kind
    return evolve(
        one,
        old=one.new,
        new=one.old,
        relation=_TURNED.get(one.relation, one.relation),
        reason=_REASONS.get(one.reason, one.reason),
        kind=kind,
        expects=one.makes,
        makes=one.expects,
        claims=tuple(_claim(claim) for claim in one.claims),
        force=turned_force(one.force),
    )


def _claim(claim: Claims) -> Claims:
    kind = claim.old[0] if claim.field == "kind" else claim.kind
    return evolve(claim, kind=kind, old=claim.new, new=claim.old)
