"""Two rows of edits of one article, joined into one without the article itself.

1. An account that only one of the rows touches keeps its edits.
2. Edits of one field become one edit from the first value to the last; words are joined by `composed_words`.
3. Where an edit holds a whole account, the edits of the other row are made in it, forwards or backwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve

from qalamoun_terms.comparison.accounts import AccountPlaces, order_of
from qalamoun_terms.comparison.apply import edited_account
from qalamoun_terms.comparison.edits import (
    AccountEdit,
    ArticleEdit,
    Edit,
    EvidenceEdit,
    FieldEdit,
    TextEdit,
)
from qalamoun_terms.comparison.fields import field_edit
from qalamoun_terms.comparison.inside import account_edits
from qalamoun_terms.comparison.invert import inverted_edits
from qalamoun_terms.comparison.wording import apply_words, composed_words, word_edits
from qalamoun_terms.model.proposals import Account

__all__ = ["composed_edits"]


def composed_edits(article: str, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Join the edits that lead to an article with those that lead on from it.

    Args:
        article: the id of the article before all of them.
        first: the earlier edits.
        second: the later ones.

    Returns:
        The edits from the first state of the article to the last; its number is left to the caller.

    >>> one = ArticleEdit(article="a1", field="heading", old="Exit", new="Departure")
    >>> other = ArticleEdit(article="a4", field="heading", old="Departure", new="Exit")
    >>> composed_edits("a1", [one], [other])
    ()
    """
    if not first or not second:
        return tuple(evolve(edit, article=article) for edit in (*first, *second))
    return tuple(_composed(article, first, second))


def _composed(article: str, first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[Edit]:
    yield from _of_the_article(article, first, second)
    before, after = AccountPlaces(first), AccountPlaces(second)
    earlier, later = _by_account(first, before), _by_account(second, None)
    for edit in first:
        if isinstance(edit, AccountEdit) and edit.new is None:
            yield evolve(edit, article=article)
    for place in sorted({*earlier, *later}):
        ends = before.before(place), after.after(place)
        yield from _of_an_account(article, ends, earlier.get(place, []), later.get(place, []))
    for edit in second:
        if isinstance(edit, AccountEdit) and edit.old is None:
            yield evolve(edit, article=article)
    order = order_of(article, _that_stay(before, after))
    if order is not None:
        yield order


def _of_the_article(article: str, first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[Edit]:
    found: dict[str, ArticleEdit | EvidenceEdit] = {}
    for edit in (*first, *second):
        if not isinstance(edit, (ArticleEdit, EvidenceEdit)):
            continue
        inside = isinstance(edit, EvidenceEdit) and edit.account is not None
        if not inside and edit.field not in ("label", "account_order"):
            old = found.get(edit.field, edit).old
            found[edit.field] = evolve(edit, article=article, old=old)
    yield from (edit for edit in found.values() if edit.old != edit.new)


def _by_account(edits: Iterable[Edit], places: AccountPlaces | None) -> dict[int, list[Edit]]:
    """Sort the edits by the place of their account in the middle; an account that is not there has none."""
    found: dict[int, list[Edit]] = {}
    for edit in edits:
        if isinstance(edit, ArticleEdit) or edit.account is None:
            continue
        added = isinstance(edit, AccountEdit) and edit.old is None
        place: int | None = edit.account
        if places is None:
            place = None if added else edit.account
        elif not added:
            place = places.after(edit.account)
        if place is not None:
            found.setdefault(place, []).append(edit)
    return found


def _that_stay(before: AccountPlaces, after: AccountPlaces) -> Iterator[tuple[int, int]]:
    """Give the first and the last place of the accounts that stay, if their order can have changed."""
    pairs: list[tuple[int | None, int | None]] = []
    if before.order is not None:
        pairs = [(one, before.after(one)) for one in before.order]
    elif after.order is not None:
        pairs = [(before.before(place), place) for place in after.order]
    for old, middle in pairs:
        new = None if middle is None else after.after(middle)
        if old is not None and new is not None:
            yield old, new


# --- one account


def _of_an_account(
    article: str, ends: tuple[int | None, int | None], first: list[Edit], second: list[Edit]
) -> Iterator[Edit]:
    old, new = ends
    whole = [edit for edit in first if isinstance(edit, AccountEdit)]
    later = [edit for edit in second if isinstance(edit, AccountEdit)]
    if old is None and new is None:
        return
    if not whole and not later:
        yield from _merged(article, old or 0, first, second)
        return
    before = whole[0].old if whole else _made(later[0].old, reversed(_backwards(first)))
    after = later[0].new if later else _made(whole[0].new, second)
    if before is not None and after is not None and old is not None:
        yield from account_edits(article, old, before, after)
    elif old is not None:
        yield AccountEdit(article=article, account=old, old=before)
    elif new is not None:
        yield AccountEdit(article=article, account=new, new=after)


def _backwards(edits: Iterable[Edit]) -> list[Edit]:
    return list(inverted_edits([_placed(edit, "a1", 0) for edit in edits], "a1"))


def _placed(edit: Edit, article: str, account: int) -> Edit:
    if isinstance(edit, ArticleEdit):
        return evolve(edit, article=article)
    return evolve(edit, article=article, account=account)


def _made(account: Account | None, edits: Iterable[Edit]) -> Account | None:
    for edit in edits:
        account = None if account is None else edited_account("change", account, edit)
    return account


def _merged(
    article: str, place: int, first: Iterable[Edit], second: Iterable[Edit]
) -> Iterator[Edit]:
    found: dict[tuple[bool, str], Edit | None] = {}
    for edit in (*first, *second):
        one = _placed(edit, article, place)
        known = found.get(_what(edit))
        found[_what(edit)] = one if known is None else _joined(known, one)
    yield from (edit for edit in found.values() if edit is not None)


def _what(edit: Edit) -> tuple[bool, str]:
    """Name what an edit is of: a field of the term, or something of the account such as its text."""
    if isinstance(edit, TextEdit):
        return bool(edit.field), edit.field or "text"
    return isinstance(edit, FieldEdit), getattr(edit, "field", "")


def _joined(one: Edit, other: Edit) -> Edit | None:
    """Join two edits of one thing; both have its values, or one of them has its words."""
    if isinstance(one, TextEdit) and isinstance(other, TextEdit):
        words = composed_words(one.words, other.words)
        return evolve(one, words=words) if words else None
    old = _back(one, other.old) if not isinstance(other, TextEdit) else _old(one)
    new = _on(other, one.new) if not isinstance(one, TextEdit) else _new(other)
    old, new = _old(one, old), _new(other, new)
    kept = other if isinstance(one, TextEdit) else one
    if old == new:
        return None
    if isinstance(kept, FieldEdit):
        return field_edit(kept, old, new)
    if not isinstance(kept, EvidenceEdit):
        return kept
    if kept.field == "text" and isinstance(old, str) and isinstance(new, str):
        words = word_edits(old, new)
        return TextEdit(article=kept.article, account=kept.account or 0, words=words)
    return evolve(kept, old=old, new=new)


def _old(edit: Edit, other: Any = None) -> Any:
    return other if isinstance(edit, TextEdit) else edit.old


def _new(edit: Edit, other: Any = None) -> Any:
    return other if isinstance(edit, TextEdit) else edit.new


def _on(edit: Edit, value: Any) -> Any:
    return apply_words(value, edit.words) if isinstance(edit, TextEdit) else None


def _back(edit: Edit, value: Any) -> Any:
    if not isinstance(edit, TextEdit):
        return None
    [turned] = inverted_edits([edit], edit.article)
    return _on(turned, value)
