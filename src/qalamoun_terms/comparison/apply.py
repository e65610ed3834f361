"""Applying a change to a draft."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from qalamoun_terms.comparison.changes import Change
from qalamoun_terms.comparison.counting import counted
from qalamoun_terms.comparison.edits import (
    AccountEdit,
    ArticleEdit,
    Edit,
    EvidenceEdit,
    FieldEdit,
    Insert,
    TextEdit,
)
from qalamoun_terms.comparison.values import article_mark, in_words
from qalamoun_terms.comparison.wording import apply_words
from qalamoun_terms.errors import ConflictError
from qalamoun_terms.model.proposals import Account, Article, Proposal
from qalamoun_terms.model.terms import Term

__all__ = ["apply", "edited", "edited_account", "shifted"]


def apply(base: Proposal, change: Change) -> Proposal:
    """Make a change in a draft.

    Applied to the draft that the change was computed from, it gives the other one exactly. An article of the base
    that the change does not edit survives as it is, even where the old draft had it otherwise or not at all.

    Args:
        base: the draft.
        change: what `compare` found.

    Returns:
        The draft with the change made.

    Raises:
        ConflictError: an article that the change edits or drops, or a field of the proposal, is not as the change
            expects, or two articles would have one id.

    >>> from qalamoun_terms.comparison.compare import compare
    >>> old, new = Proposal(id="p1", title="First draft"), Proposal(id="p2", title="Second draft")
    >>> apply(old, compare(old, new)) == new
    True
    """
    articles = {article.id: article for article in base.articles}
    _check_drops(base, change, articles)
    made = _made(base, change, articles)
    return evolve(base, articles=made, **_header(base, change))


def _header(base: Proposal, change: Change) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for edit in change.proposal:
        found = getattr(base, edit.field)
        if found != edit.old:
            problem = f"expected {edit.field} {_said(edit.old)}, found {_said(found)}"
            raise ConflictError(base.id, problem)
        fields[edit.field] = edit.new
    return fields


def _said(value: object) -> str:
    return in_words(value) if value is None or isinstance(value, (bool, tuple)) else str(value)


def _check_drops(base: Proposal, change: Change, articles: dict[str, Article]) -> None:
    for drop in change.drops:
        found = articles.get(drop.article.id)
        if found != drop.article:
            state = "no such article" if found is None else "another one"
            problem = f"expected the article that the change drops, found {state}"
            raise ConflictError(f"{base.id}.{drop.article.id}", problem)


def _made(base: Proposal, change: Change, articles: dict[str, Article]) -> tuple[Article, ...]:
    edits: dict[str, list[Edit]] = {}
    for edit in change.edits:
        edits.setdefault(edit.article, []).append(edit)
    expected = {one.old[0]: one.expects for one in change.pairings if one.expects is not None}
    made: list[tuple[str | None, Article]] = []
    for piece in change.order:
        if isinstance(piece, Insert):
            made.append((None, piece.article))
            continue
        for index in range(piece.length):
            old, new = piece.ids(index)
            own, article = edits.get(old, []), articles.get(old)
            where = f"{base.id}.{old}"
            if article is not None:
                _check_expected(where, article, own, expected.get(old))
                article = shifted(where, edited(where, article, own), piece.shift)
                made.append((old, article if old == new else evolve(article, id=new)))
            elif own:
                raise ConflictError(where, "expected the article that the change edits, found none")
    return _with_strangers(base, change, made)


def _check_expected(where: str, article: Article, edits: list[Edit], expected: str | None) -> None:
    """Name the field that differs where an edit knows it; else say that the article does."""
    for edit in edits:
        if isinstance(edit, FieldEdit):
            found = _field_found(article, edit)
            if found != edit.old:
                problem = f"expected {edit.field} {in_words(edit.old)}, found {in_words(found)}"
                raise ConflictError(where, problem)
        if isinstance(edit, ArticleEdit) and edit.field == "label" and article.label != edit.old:
            problem = f"expected label {_said(edit.old)}, found {_said(article.label)}"
            raise ConflictError(where, problem)
    if expected is not None and article_mark(article) != expected:
        raise ConflictError(where, "expected the article that was compared, found another wording")


def _field_found(article: Article, edit: FieldEdit) -> object:
    if edit.account >= len(article.accounts):
        return None
    return getattr(article.accounts[edit.account].term, edit.field, None)


def shifted(where: str, article: Article, shift: int) -> Article:
    """Let the number of an article count on.

    Args:
        where: how an error names the article.
        article: the article before.
        shift: how far.

    Raises:
        ConflictError: its label has no number to count on.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> shifted("p1.a1", Article(id="a1", label="4", accounts=[Account(term=Ceasefire())]), 2).label
    '6'
    """
    if shift == 0:
        return article
    label = counted(article.label, shift) if article.label else None
    if label is None:
        problem = f"expected a label with a number to count on, found {article.label!r}"
        raise ConflictError(where, problem)
    return evolve(article, label=label)


def edited(where: str, article: Article, edits: list[Edit]) -> Article:
    """Make the edits in an article, but for its id and a number that only counts on.

    Args:
        where: how an error names the article.
        article: the article before.
        edits: its edits.

    Raises:
        ConflictError: the article does not have what an edit expects.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> edit = ArticleEdit(article="a1", field="heading", new="Truce")
    >>> edited("p1.a1", Article(id="a1", accounts=[Account(term=Ceasefire())]), [edit]).heading
    'Truce'
    """
    if not edits:
        return article
    fields: dict[str, Any] = {}
    for edit in edits:
        if (isinstance(edit, ArticleEdit) and edit.field != "account_order") or (
            isinstance(edit, EvidenceEdit) and edit.account is None
        ):
            fields[edit.field] = edit.new
    return evolve(article, accounts=_accounts(where, article, edits), **fields)


def _accounts(where: str, article: Article, edits: list[Edit]) -> tuple[Account, ...]:
    _check_accounts(where, article, edits)
    kept: dict[int, Account] = dict(enumerate(article.accounts))
    added: dict[int, Account] = {}
    order = list(kept)
    for edit in edits:
        if isinstance(edit, ArticleEdit):
            order = list(edit.new) if edit.field == "account_order" else order
        elif isinstance(edit, AccountEdit) and edit.old is None and edit.new is not None:
            added[edit.account] = edit.new
        elif edit.account is not None:
            account = edited_account(where, kept[edit.account], edit)
            if account is None:
                del kept[edit.account]
            else:
                kept[edit.account] = account
    made = [kept[index] for index in order if index in kept]
    for place in sorted(added):
        made.insert(place, added[place])
    return tuple(made)


def _check_accounts(where: str, article: Article, edits: list[Edit]) -> None:
    known = set(range(len(article.accounts)))
    named: set[int] = set()
    for edit in edits:
        if isinstance(edit, ArticleEdit):
            named.update(edit.old if edit.field == "account_order" else ())
        elif not (isinstance(edit, AccountEdit) and edit.old is None) and edit.account is not None:
            named.add(edit.account)
    if named - known:
        problem = f"expected at least {max(named) + 1} accounts, found {len(known)}"
        raise ConflictError(where, problem)


def edited_account(where: str, account: Account, edit: Edit) -> Account | None:
    """Make one edit in an account; None where the edit takes it out.

    Args:
        where: how an error names the article.
        account: the account before.
        edit: the edit.

    Raises:
        ConflictError: the account does not have the words that the edit expects.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> edit = AccountEdit(article="a1", account=0, old=Account(term=Ceasefire()))
    >>> edited_account("p1.a1", Account(term=Ceasefire()), edit) is None
    True
    """
    if isinstance(edit, AccountEdit):
        return edit.new
    if isinstance(edit, FieldEdit):
        return evolve(account, term=_with_field(account.term, edit.field, edit.new))
    if isinstance(edit, EvidenceEdit):
        return evolve(account, **{edit.field: edit.new})
    if isinstance(edit, TextEdit):
        return _reworded(where, account, edit)
    return account


def _reworded(where: str, account: Account, edit: TextEdit) -> Account:
    old = getattr(account.term, edit.field) if edit.field else account.text
    new = apply_words(old, edit.words) if isinstance(old, str) else None
    if new is None:
        raise ConflictError(where, "expected the words that the change edits, found others")
    if edit.field:
        return evolve(account, term=_with_field(account.term, edit.field, new))
    return evolve(account, text=new)


def _with_field(term: Term, name: str, value: object) -> Term:
    changes: dict[str, Any] = {name: value}
    return evolve(term, **changes)


def _with_strangers(
    base: Proposal, change: Change, made: list[tuple[str | None, Article]]
) -> tuple[Article, ...]:
    """Let the articles survive that the change does not know, each after the one that it followed."""
    dropped = {drop.article.id for drop in change.drops}
    known = {old for old, _ in made} | dropped
    following: dict[str | None, list[Article]] = {}
    last: str | None = None
    for article in base.articles:
        if article.id not in known:
            following.setdefault(last, []).append(article)
        elif article.id not in dropped:
            last = article.id
    result = list(following.get(None, ()))
    for old, article in made:
        result.append(article)
        if old is not None:
            result += following.get(old, ())
    _check_ids(base, result)
    return tuple(result)


def _check_ids(base: Proposal, articles: list[Article]) -> None:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            problem = "expected an id that no other article has"
            raise ConflictError(f"{base.id}.{article.id}", problem)
        seen.add(article.id)
