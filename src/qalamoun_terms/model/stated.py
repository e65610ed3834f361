"""How a record shows itself where a person types: what it states, and nothing that it leaves out."""

from __future__ import annotations

from typing import Any

import attrs

__all__ = ["Stated"]


class Stated:
    """Gives a class of the model a ``repr`` of the fields that differ from their defaults.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> Ceasefire(negated=True, scope=["air strikes"])
    Ceasefire(negated=True, scope=('air strikes',))
    """

    __slots__ = ()

    def __repr__(self) -> str:
        fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(self))  # type: ignore[arg-type]
        stated = (
            f"{one.name}={getattr(self, one.name)!r}"
            for one in fields
            if one.repr and getattr(self, one.name) != _default(one)
        )
        return f"{type(self).__name__}({', '.join(stated)})"


def _default(attribute: attrs.Attribute[Any]) -> object:
    default: Any = attribute.default
    factory = getattr(default, "factory", None)
    return default if factory is None else factory()
