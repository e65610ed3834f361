"""The edits of a change as data: which class each is, and of which type its old and new values are.

A field edit says of which kind and field its values are; their type is the one that this field has in the model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import GenericAlias
from typing import Any

import attrs

from qalamoun_terms.comparison.changes import Claims, Run
from qalamoun_terms.comparison.edits import (
    AccountEdit,
    ArticleEdit,
    EvidenceEdit,
    FieldEdit,
    Insert,
    ProposalEdit,
    TextEdit,
)
from qalamoun_terms.model.proposals import Account, Article, Proposal
from qalamoun_terms.model.terms import KINDS

__all__ = ["EDIT_TAGS", "VALUE_TYPES"]

EDIT_TAGS: dict[type, tuple[str, str]] = {
    FieldEdit: ("type", "field_edit"),
    TextEdit: ("type", "text_edit"),
    AccountEdit: ("type", "account_edit"),
    EvidenceEdit: ("type", "evidence_edit"),
    ArticleEdit: ("type", "article_edit"),
    Run: ("type", "run"),
    Insert: ("type", "insert"),
}
"""The classes of a change that stand where others may stand."""

_TypeOf = Callable[[Mapping[str, Any]], Any]


def _of_term(data: Mapping[str, Any]) -> Any:
    kind = data.get("kind")
    return _type_in(KINDS.get(kind) if isinstance(kind, str) else None, data.get("field"))


def _of_evidence(data: Mapping[str, Any]) -> Any:
    return _type_in(Article if data.get("account") is None else Account, data.get("field"))


def _of_article(data: Mapping[str, Any]) -> Any:
    if data.get("field") == "account_order":
        return tuple[int, ...]
    return _type_in(Article, data.get("field"))


def _of_proposal(data: Mapping[str, Any]) -> Any:
    return _type_in(Proposal, data.get("field"))


def _of_claims(data: Mapping[str, Any]) -> Any:
    one = str if data.get("field") == "kind" else _of_term(data)
    lists = all(isinstance(data.get(end, []), list) for end in ("old", "new"))
    return GenericAlias(list, (one,)) if lists and one is not None else None


def _type_in(cls: type | None, name: object) -> Any:
    """Give the type of a field; None where there is no such field, which the edit itself refuses."""
    if cls is None or not isinstance(name, str):
        return None
    attrs.resolve_types(cls)
    attribute = attrs.fields_dict(cls).get(name)
    return None if attribute is None else attribute.type


VALUE_TYPES: dict[type, _TypeOf] = {
    FieldEdit: _of_term,
    EvidenceEdit: _of_evidence,
    ArticleEdit: _of_article,
    ProposalEdit: _of_proposal,
    Claims: _of_claims,
}
"""For the classes that hold values of many types: what gives the type of ``old`` and ``new``."""
