"""The edits that a change is made of, each a small value that says what was and what is.

An article is named by its id in the old draft, an account by its place among the article's old accounts. An
added account is named by its place among the new ones.
"""

from __future__ import annotations

from typing import Any

import attrs
from attrs import field, frozen

from qalamoun_terms.comparison.told import one_of
from qalamoun_terms.comparison.wording import WordEdit
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.proposals import Account, Article, Proposal
from qalamoun_terms.model.terms import KINDS

__all__ = [
    "AccountEdit",
    "ArticleEdit",
    "Drop",
    "Edit",
    "EvidenceEdit",
    "FieldEdit",
    "Insert",
    "Move",
    "Part",
    "ProposalEdit",
    "TextEdit",
]

_ARTICLE_FIELDS = ("label", "heading", "continues", "account_order")
_EVIDENCE_FIELDS = ("wording", "text", "source", "evidence", "coding")


def _check_value(owner: object, place: str, cls: type, name: str) -> None:
    """Refuse a value that the field of a class could not hold."""
    attribute = attrs.fields_dict(cls).get(name)
    if attribute is None:
        raise InvalidValueError(f"{place}.field: expected a field of {cls.__name__}, got {name!r}")
    for end in ("old", "new"):
        check = attribute.validator
        fault = check.fault(getattr(owner, end)) if isinstance(check, v.Check) else None
        if fault is not None:
            raise InvalidValueError(
                f"{place}.{end}{fault.where}: expected {fault.expected}, got {fault.found}"
            )


@frozen(kw_only=True)
class Part:
    """One inner part of a field that came, went or changed.

    Args:
        path: where inside of the field; empty for a member of a set.
        old: what was there, in its plain form; None where it is new.
        new: what is there now; None where it is gone.

    >>> Part(old="medium").change
    'removed'
    """

    path: tuple[str, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(v.text))
    old: str | None = field(default=None, validator=v.optional(v.text))
    new: str | None = field(default=None, validator=v.optional(v.text))

    @property
    def change(self) -> str:
        """What happened to it: added, removed or changed."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"


@frozen(kw_only=True)
class FieldEdit:
    """A field of the term that an account tells.

    Args:
        article: the old article's id.
        account: which of its old accounts.
        kind: the kind of the term.
        field: the name of the field.
        old: the value before, as typed as in the term.
        new: the value after.
        parts: what inside of the value changed.

    Raises:
        InvalidValueError: a field that the kind does not have, or a value that the field cannot hold.

    >>> from qalamoun_terms.model.time import Duration
    >>> FieldEdit(
    ...     article="a4", kind="service_grace", field="duration", new=Duration.parse("P6M")
    ... ).old is None
    True
    """

    article: str = attrs.field(validator=v.undotted)
    account: int = attrs.field(default=0, validator=v.count)
    kind: str = attrs.field(validator=one_of(*KINDS))
    field: str = attrs.field(validator=v.nonempty_text)
    old: Any = attrs.field(default=None)
    new: Any = attrs.field(default=None)
    parts: tuple[Part, ...] = attrs.field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Part)
    )

    def __attrs_post_init__(self) -> None:
        _check_value(self, "field_edit", KINDS[self.kind], self.field)


@frozen(kw_only=True)
class TextEdit:
    """Words of an account's text, or of a long text inside of its term.

    Args:
        article: the old article's id.
        account: which of its old accounts.
        field: the field of the term whose words they are; empty for the account's own text.
        words: the edits, in the order of the text.

    >>> TextEdit(article="a1", words=[WordEdit(at=0, old="May", new="Shall")]).field
    ''
    """

    article: str = attrs.field(validator=v.undotted)
    account: int = attrs.field(default=0, validator=v.count)
    field: str = attrs.field(default="", validator=v.text)
    words: tuple[WordEdit, ...] = attrs.field(converter=v.to_tuple, validator=v.tuple_of(WordEdit))


@frozen(kw_only=True)
class AccountEdit:
    """A telling that came, went, or tells of another kind of term.

    Args:
        article: the old article's id.
        account: its place among the old accounts, or among the new ones where it is added.
        old: the account before; None where it is added.
        new: the account after; None where it is gone.

    Raises:
        InvalidValueError: neither an old account nor a new one.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> AccountEdit(article="a1", account=1, new=Account(term=Ceasefire())).old is None
    True
    """

    article: str = field(validator=v.undotted)
    account: int = field(validator=v.count)
    old: Account | None = field(default=None, validator=v.optional(v.instance(Account)))
    new: Account | None = field(default=None, validator=v.optional(v.instance(Account)))

    def __attrs_post_init__(self) -> None:
        if self.old is None and self.new is None:
            raise InvalidValueError("account_edit.new: expected an account, got None twice")


@frozen(kw_only=True)
class EvidenceEdit:
    """What an account or an article rests on; the terms stay as they are.

    Args:
        article: the old article's id.
        account: which of its old accounts; None for the coding of the article.
        field: wording, text, source, evidence or coding.
        old: the value before.
        new: the value after.

    Raises:
        InvalidValueError: another field, or a value that it cannot hold.

    >>> EvidenceEdit(article="a1", account=0, field="text", new="Six months.").field
    'text'
    """

    article: str = attrs.field(validator=v.undotted)
    account: int | None = attrs.field(default=None, validator=v.optional(v.count))
    field: str = attrs.field(validator=one_of(*_EVIDENCE_FIELDS))
    old: Any = attrs.field(default=None)
    new: Any = attrs.field(default=None)

    def __attrs_post_init__(self) -> None:
        cls = Article if self.account is None else Account
        _check_value(self, "evidence_edit", cls, self.field)


@frozen(kw_only=True)
class ArticleEdit:
    """The number, the heading or the lineage of an article, or the order of its accounts.

    Args:
        article: the old article's id.
        field: label, heading, continues or account_order.
        old: the value before; for ``account_order`` the places of the accounts that stay.
        new: the value after; for ``account_order`` the same places in their new order.

    Raises:
        InvalidValueError: another field, or a value that it cannot hold.

    >>> ArticleEdit(article="a1", field="label", old="4", new="IV").new
    'IV'
    """

    article: str = attrs.field(validator=v.undotted)
    field: str = attrs.field(validator=one_of(*_ARTICLE_FIELDS))
    old: Any = attrs.field(default=None)
    new: Any = attrs.field(default=None)

    def __attrs_post_init__(self) -> None:
        if self.field != "account_order":
            _check_value(self, "article_edit", Article, self.field)
        elif sorted(self.old or ()) != sorted(self.new or ()):
            raise InvalidValueError(
                f"article_edit.new: expected the places {self.old} in another order, got {self.new}"
            )


@frozen(kw_only=True)
class ProposalEdit:
    """A field of the proposal itself, such as its id, its date or its status.

    Args:
        field: any field of a proposal but its articles.
        old: the value before.
        new: the value after.

    Raises:
        InvalidValueError: another field, or a value that it cannot hold.

    >>> ProposalEdit(field="id", old="p1", new="p3").new
    'p3'
    """

    field: str = attrs.field(
        validator=one_of(*(one.name for one in attrs.fields(Proposal) if one.name != "articles"))
    )
    old: Any = attrs.field(default=None)
    new: Any = attrs.field(default=None)

    def __attrs_post_init__(self) -> None:
        _check_value(self, "proposal_edit", Proposal, self.field)


@frozen(kw_only=True)
class Insert:
    """An article that only the new draft has.

    Args:
        article: the article.
        name: its designator in the new draft, where that is not its id.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> Insert(article=Article(id="a2", accounts=[Account(term=Ceasefire())])).designator
    'a2'
    """

    article: Article = field(validator=v.instance(Article))
    name: str | None = field(default=None, validator=v.optional(v.nonempty_text))

    @property
    def designator(self) -> str:
        """The printed label where it is unique in its draft, else the id."""
        return self.name or self.article.id


@frozen(kw_only=True)
class Drop:
    """An article that only the old draft has.

    Args:
        at: how many articles stand before it in the old draft.
        article: the article.
        name: its designator in the old draft, where that is not its id.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> Drop(at=1, article=Article(id="a2", accounts=[Account(term=Ceasefire())])).designator
    'a2'
    """

    at: int = field(validator=v.count)
    article: Article = field(validator=v.instance(Article))
    name: str | None = field(default=None, validator=v.optional(v.nonempty_text))

    @property
    def designator(self) -> str:
        """The printed label where it is unique in its draft, else the id."""
        return self.name or self.article.id


@frozen(kw_only=True)
class Move:
    """Articles that stand elsewhere among the others.

    Args:
        article: the id of the first one, as it was.
        length: how many stand together.
        after: the new id of the article that they now follow; None at the head of the draft.

    >>> Move(article="a7", after="a2").length
    1
    """

    article: str = field(validator=v.undotted)
    length: int = field(default=1, validator=v.count)
    after: str | None = field(default=None, validator=v.optional(v.undotted))


Edit = FieldEdit | TextEdit | AccountEdit | EvidenceEdit | ArticleEdit
"""An edit inside of an article."""
