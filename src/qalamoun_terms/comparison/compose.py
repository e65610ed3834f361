"""Two changes that follow on each other, joined into one without any of the drafts.

What came with the first change and went with the second leaves no trace. An article that the first change put in,
or the second one took out, is known whole, so that the other change's edits are made in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from qalamoun_terms.comparison.apply import edited, shifted
from qalamoun_terms.comparison.changes import Change, Pairing, Run
from qalamoun_terms.comparison.compose_edits import composed_edits
from qalamoun_terms.comparison.compose_pairings import composed_groups, composed_pairing
from qalamoun_terms.comparison.counting import counted, shift_between
from qalamoun_terms.comparison.edits import ArticleEdit, Drop, Edit, Insert, ProposalEdit
from qalamoun_terms.comparison.invert import inverted_edits
from qalamoun_terms.comparison.runs import joined_runs
from qalamoun_terms.comparison.standpoint import longest_increasing
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.proposals import Article

__all__ = ["compose"]


def compose(first: Change, second: Change) -> Change:
    """Join two changes that follow on each other into one.

    No draft is needed for that, and the result grows with the edits and not with the drafts. Its links say of
    each article what the two changes say together; comparing the first draft with the last may align them otherwise.

    Args:
        first: the change from the first draft to the second.
        second: the change from the second draft to the third.

    Returns:
        The change from the first draft to the third.

    Raises:
        InvalidValueError: the second change does not start where the first one ends.

    >>> from qalamoun_terms.comparison.apply import apply
    >>> from qalamoun_terms.comparison.compare import compare
    >>> from qalamoun_terms.comparison.draft import draft
    >>> terms = "A truce of two months.", "A truce of six months.", "A truce of six full months."
    >>> a, b, c = (draft([(1, "", text)], id=f"p{n}") for n, text in enumerate(terms, 1))
    >>> apply(a, compose(compare(a, b), compare(b, c))) == c
    True
    """
    if first.new != second.old:
        raise InvalidValueError(
            f"compose: expected a change that starts at {first.new}, got one from {second.old}"
        )
    if first.is_empty:
        return second
    return first if second.is_empty else _Composition(first, second).change()


@frozen(kw_only=True)
class _Whence:
    """Where an article of the middle draft comes from."""

    old: str
    at: int
    shift: int
    name: str | None


def _grouped(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.article, []).append(edit)
    return found


def _pairs(change: Change) -> dict[str, Pairing]:
    return {one.old[0]: one for one in change.pairings if len(one.old) == len(one.new) == 1}


def _whences(change: Change) -> dict[str, _Whence]:
    return {
        piece.ids(index)[1]: _Whence(
            old=piece.ids(index)[0],
            at=piece.at + index,
            shift=piece.shift,
            name=counted(piece.old_name, index) if piece.old_name else None,
        )
        for piece in change.order
        if isinstance(piece, Run)
        for index in range(piece.length)
    }


class _Composition:
    """The two changes, looked up by the articles of the middle draft."""

    def __init__(self, first: Change, second: Change) -> None:
        self.first, self.second = first, second
        self.whence = _whences(first)
        self.put_in = {one.article.id: one for one in first.order if isinstance(one, Insert)}
        self.earlier, self.later = _grouped(first.edits), _grouped(second.edits)
        self.known = _pairs(first), _pairs(second)
        self.edits: list[Edit] = []
        self.pairings: list[Pairing] = []

    def change(self) -> Change:
        order = self._order()
        drops = tuple(sorted((*self.first.drops, *self._drops()), key=lambda drop: drop.at))
        one, other = self.first.comparability, self.second.comparability
        return Change(
            old=self.first.old,
            new=self.second.new,
            comparability=evolve(one, new=other.new, new_complete=other.new_complete),
            order=order,
            drops=drops,
            edits=tuple(self.edits),
            pairings=(*self.pairings, *composed_groups(self.first, self.second)),
            proposal=tuple(self._header()),
        )

    def _header(self) -> Iterator[ProposalEdit]:
        found: dict[str, ProposalEdit] = {}
        for edit in (*self.first.proposal, *self.second.proposal):
            found[edit.field] = evolve(edit, old=found.get(edit.field, edit).old)
        yield from (edit for edit in found.values() if edit.old != edit.new)

    # --- which article stands where

    def _order(self) -> tuple[Run | Insert, ...]:
        pieces = [one for piece in self.second.order for one in self._pieces(piece)]
        staying = longest_increasing([one.at for one in pieces if isinstance(one, Run)])
        return tuple(
            joined_runs(
                evolve(one, moved=one.at not in staying) if isinstance(one, Run) else one
                for one in pieces
            )
        )

    def _pieces(self, piece: Run | Insert) -> Iterator[Run | Insert]:
        if isinstance(piece, Insert):
            yield piece
            return
        for index in range(piece.length):
            middle, new = piece.ids(index)
            name = counted(piece.new_name, index) if piece.new_name else None
            if middle in self.put_in:
                article = self._made(self.put_in[middle].article, piece.shift)
                yield Insert(article=evolve(article, id=new), name=name)
            else:
                yield self._run(self._from(middle), middle, new, piece.shift, name)

    def _made(self, article: Article, shift: int) -> Article:
        where = f"{self.second.old}.{article.id}"
        return shifted(where, edited(where, article, self.later.get(article.id, [])), shift)

    def _from(self, middle: str) -> _Whence:
        found = self.whence.get(middle)
        if found is None:
            raise InvalidValueError(
                f"compose: expected the articles that the first change leads to, got {middle}"
            )
        return found

    def _run(self, whence: _Whence, middle: str, new: str, shift: int, name: str | None) -> Run:
        old = whence.old
        first, second = self.earlier.get(old, []), self.later.get(middle, [])
        label, shift = _label(old, (_own(first), whence.shift), (_own(second), shift))
        own = _without_label(first), _without_label(second)
        edits = (*label, *composed_edits(old, *own))
        self.edits += edits
        if edits:
            pair = self.known[0].get(old), self.known[1].get(middle)
            self.pairings.append(composed_pairing(old, new, pair, edits))
        return Run(old=old, new=new, at=whence.at, shift=shift, old_name=whence.name, new_name=name)

    def _drops(self) -> Iterator[Drop]:
        for drop in self.second.drops:
            if drop.article.id in self.put_in:
                continue
            whence = self._from(drop.article.id)
            where = f"{self.first.new}.{drop.article.id}"
            back = list(inverted_edits(self.earlier.get(whence.old, []), drop.article.id))
            article = shifted(where, edited(where, drop.article, back), -whence.shift)
            yield Drop(at=whence.at, article=evolve(article, id=whence.old), name=whence.name)


# --- the number of an article


def _own(edits: Iterable[Edit]) -> ArticleEdit | None:
    own = (one for one in edits if isinstance(one, ArticleEdit) and one.field == "label")
    return next(own, None)


def _without_label(edits: Iterable[Edit]) -> list[Edit]:
    return [one for one in edits if not (isinstance(one, ArticleEdit) and one.field == "label")]


def _label(
    article: str, first: tuple[ArticleEdit | None, int], second: tuple[ArticleEdit | None, int]
) -> tuple[tuple[ArticleEdit, ...], int]:
    """Say how the number changed from the first draft to the third: by an edit, or by counting on."""
    (one, step), (other, on) = first, second
    if one is None and other is None:
        return (), step + on
    old = one.old if one is not None else _counted(other, "old", -step)
    new = other.new if other is not None else _counted(one, "new", on)
    shift = shift_between(old, new)
    if shift is not None:
        return (), shift
    return (ArticleEdit(article=article, field="label", old=old, new=new),), 0


def _counted(edit: ArticleEdit | None, end: str, step: int) -> str | None:
    label = getattr(edit, end, None)
    return counted(label, step) if label and step else label
