"""Where the accounts of an article went, as the edits of the article tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qalamoun_terms.comparison.edits import AccountEdit, ArticleEdit, Edit

__all__ = ["AccountPlaces", "order_of"]


class AccountPlaces:
    """The places of accounts before and after the edits of one article.

    Args:
        edits: the edits of the article.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> gone = AccountEdit(article="a1", account=0, old=Account(term=Ceasefire()))
    >>> places = AccountPlaces([gone])
    >>> places.after(0), places.after(1), places.before(0)
    (None, 0, 1)
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.removed: list[int] = []
        self.added: list[int] = []
        self.order: tuple[int, ...] | None = None
        for edit in edits:
            if isinstance(edit, AccountEdit) and edit.new is None:
                self.removed.append(edit.account)
            elif isinstance(edit, AccountEdit) and edit.old is None:
                self.added.append(edit.account)
            elif isinstance(edit, ArticleEdit) and edit.field == "account_order":
                self.order = edit.new
        self.removed.sort()
        self.added.sort()

    def after(self, place: int) -> int | None:
        """Give the new place of an old account; None where it is gone."""
        if place in self.removed:
            return None
        if self.order is not None:
            return _among(self.order.index(place), self.added)
        return _among(place - sum(one < place for one in self.removed), self.added)

    def before(self, place: int) -> int | None:
        """Give the old place of a new account; None where it was added."""
        if place in self.added:
            return None
        rank = place - sum(one < place for one in self.added)
        return _among(rank, self.removed) if self.order is None else self.order[rank]


def _among(rank: int, others: Sequence[int]) -> int:
    """Give the place of the one of a rank among those that are not the others, which are in order."""
    for one in others:
        if one <= rank:
            rank += 1
    return rank


def order_of(article: str, pairs: Iterable[tuple[int, int]]) -> ArticleEdit | None:
    """Say in which order accounts stand that stay; None where it is the same.

    Args:
        article: the id of the article.
        pairs: the old and the new place of each.

    >>> order_of("a1", [(0, 1), (1, 0)]).new
    (1, 0)
    """
    order = tuple(old for _, old in sorted((new, old) for old, new in pairs))
    if order == tuple(sorted(order)):
        return None
    return ArticleEdit(article=article, field="account_order", old=tuple(sorted(order)), new=order)
