"""The values of terms as a movement tells them, and fingerprints of records."""

from __future__ import annotations

import hashlib
import json
from enum import Enum
from functools import cache
from typing import Any

import attrs

from qalamoun_terms.comparison import describe
from qalamoun_terms.model.proposals import Article
from qalamoun_terms.model.time import Extension

__all__ = ["article_mark", "fingerprint", "in_words"]


def in_words(value: object) -> str:
    """Say the value of a field in words, the members of a set side by side.

    Args:
        value: a value that a field of a term may hold.

    Returns:
        The words; ``not stated`` for None, ``none`` for an empty set.

    >>> from qalamoun_terms.model.terms import Weapon
    >>> from qalamoun_terms.model.time import Duration
    >>> in_words((Weapon.LIGHT, Weapon.MEDIUM)), in_words(()), in_words(None)
    ('light, medium', 'none', 'not stated')
    >>> in_words(Extension(up_to=Duration.parse("P1Y")))
    'up to 12 months'
    """
    if value is None:
        return "not stated"
    if isinstance(value, tuple):
        return ", ".join(in_words(item) for item in value) or "none"
    return _extension(value) if isinstance(value, Extension) else describe.in_words(value)


def _extension(value: Extension) -> str:
    if value.times == 0:
        return "excluded"
    parts = []
    if value.by is not None:
        parts.append(f"by {describe.in_words(value.by)}")
    if value.times is not None:
        parts.append("once" if value.times == 1 else f"{value.times} times")
    if value.up_to is not None:
        parts.append(f"up to {describe.in_words(value.up_to)}")
    return " ".join(parts) or "of unstated length"


def fingerprint(record: object) -> str:
    """Give a short mark of a record that is equal wherever the record says the same.

    Fields at their defaults do not count, so that a field which a later version adds changes no mark.

    Args:
        record: an attrs object of the model.

    Returns:
        Sixteen hexadecimal digits.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> fingerprint(Ceasefire()) == fingerprint(Ceasefire(places=None))
    True
    """
    return _mark(_stated(record))


def article_mark(article: Article) -> str:
    """Give a short mark of what an article says and rests on, whatever its id and its number.

    Args:
        article: the article.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> told = [Account(term=Ceasefire())]
    >>> article_mark(Article(id="a1", label="1", accounts=told)) == article_mark(
    ...     Article(id="a2", accounts=told)
    ... )
    True
    """
    stated = _stated_fields(article) | {"id": "a1"}
    stated.pop("label", None)
    return _mark({Article.__name__: stated})


def _mark(plain: object) -> str:
    return hashlib.sha256(_written(plain).encode("ascii")).hexdigest()[:16]


_written = json.JSONEncoder(sort_keys=True).encode


def _stated(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_stated(item) for item in value]
    if not attrs.has(type(value)):
        return value
    return {type(value).__name__: _stated_fields(value)}


def _stated_fields(record: Any) -> dict[str, Any]:
    stated = {}
    for name, default in _defaults(record.__class__):
        value = getattr(record, name)
        if value is not default and value != default:
            stated[name] = _stated(value)
    return stated


@cache
def _defaults(kind: type[attrs.AttrsInstance]) -> tuple[tuple[str, object], ...]:
    """Give the fields of a class with what they are where nothing is stated."""
    return tuple((one.name, _default(one)) for one in attrs.fields(kind))


def _default(attribute: attrs.Attribute[Any]) -> object:
    default: Any = attribute.default
    return default.factory() if hasattr(default, "factory") else default
