"""The shapes of the types that fields have: optional, one of a few values, many, by name, text or object."""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs

__all__ = ["is_enum", "is_many", "is_named", "is_optional", "is_worded", "members_of", "stated"]


def members_of(type_: Any) -> tuple[Any, ...]:
    """List the types of a union; a type that is none stands alone.

    >>> members_of(int | None)
    (<class 'int'>, <class 'NoneType'>)
    """
    return get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)


def is_optional(type_: Any) -> bool:
    """Say whether a field of this type may be None.

    >>> is_optional(int | None), is_optional(int)
    (True, False)
    """
    return NoneType in members_of(type_) and type_ is not NoneType


def stated(type_: Any) -> Any:
    """Give the type of a value that is stated: an optional type without its None.

    >>> stated(int | None)
    <class 'int'>
    """
    return functools.reduce(operator.or_, (one for one in members_of(type_) if one is not NoneType))


def is_enum(type_: Any) -> bool:
    """Say whether a field of this type holds one of a few values.

    >>> is_enum(str)
    False
    """
    return isinstance(type_, type) and issubclass(type_, Enum)


def is_many(type_: Any) -> bool:
    """Say whether a field of this type holds a tuple of any length.

    >>> is_many(tuple[str, ...]), is_many(tuple[str, int])
    (True, False)
    """
    return get_origin(type_) is tuple and get_args(type_)[1:] == (...,)


def is_named(type_: Any) -> bool:
    """Say whether a field of this type holds values by their names.

    >>> is_named(Mapping[str, int]), is_named(tuple[int, ...])
    (True, False)
    """
    return get_origin(type_) is Mapping and get_args(type_)[0] is str


def is_worded(type_: Any) -> bool:
    """Say whether a field of this type holds a text or an object of one class.

    >>> from qalamoun_terms.model.grounds import Quote
    >>> is_worded(str | Quote), is_worded(str | None)
    (True, False)
    """
    members = members_of(type_)
    return len(members) == 2 and members[0] is str and attrs.has(members[1])
