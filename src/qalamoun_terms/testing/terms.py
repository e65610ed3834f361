"""Strategies for terms, made from the fields of their classes, so that a new kind is made at once."""

from __future__ import annotations

import functools
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from qalamoun_terms.model.terms import KINDS, Quantity, Term, Weapon
from qalamoun_terms.model.time import Deadline, Duration, Extension
from qalamoun_terms.testing.values import deadlines, durations, extensions, names, texts

__all__ = ["quantities", "terms"]


def terms(kind: str | None = None) -> SearchStrategy[Term]:
    """Make terms.

    Args:
        kind: the kind of the terms, any kind if left out.

    >>> from hypothesis import find
    >>> find(terms("ceasefire"), lambda term: term.negated).kind
    'ceasefire'
    """
    return _of_kind(kind) if kind is not None else st.sampled_from(tuple(KINDS)).flatmap(_of_kind)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Make counts and ranges of counts."""
    least = draw(st.integers(0, 10**6))
    most = draw(st.none() | st.integers(least, 10**7) | st.just(least))
    rate = draw(st.none() | st.sampled_from(("day", "week")))
    return Quantity(
        min=least, max=most, unit=draw(texts()), approximate=draw(st.booleans()), per=rate
    )


@functools.cache
def _of_kind(kind: str) -> SearchStrategy[Term]:
    cls = KINDS[kind]
    attrs.resolve_types(cls)
    fields = {one.name: _field(cls, one) for one in attrs.fields(cls)}
    required = {one.name for one in attrs.fields(cls) if one.default is attrs.NOTHING}
    return st.fixed_dictionaries(
        {name: values for name, values in fields.items() if name in required},
        optional={name: values for name, values in fields.items() if name not in required},
    ).map(lambda stated: cls(**stated))


def _field(cls: type[Term], attribute: attrs.Attribute[Any]) -> SearchStrategy[Any]:
    if attribute.name == "subkind":
        return st.sampled_from((None, *cls.SUBKINDS))
    return _BY_TYPE[attribute.type]


_BY_TYPE: dict[Any, SearchStrategy[Any]] = {
    str: texts(),
    str | None: texts(),
    bool: st.booleans(),
    bool | None: st.booleans(),
    tuple[str, ...] | None: names(),
    tuple[Weapon, ...] | None: st.lists(st.sampled_from(Weapon), max_size=3),
    tuple[Quantity, ...] | None: st.lists(quantities(), max_size=2),
    Duration | None: durations(),
    Extension | None: extensions(),
    Deadline | None: deadlines(),
}
