"""The values of terms in words, and fingerprints of records."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from enum import Enum
from typing import Any

import attrs

from qalamoun_terms.model.terms import Weapon
from qalamoun_terms.model.time import Amount, Deadline, Duration, Extension

__all__ = ["fingerprint", "in_words"]

_DAY, _HOUR, _MINUTE = 86_400, 3_600, 60


def in_words(value: object) -> str:
    """Say the value of a field in words.

    Args:
        value: a value that a field of a term may hold.

    Returns:
        The words; ``not stated`` for None, ``none`` for an empty set.

    >>> in_words(Duration.parse("P6M/P9M~")), in_words((Weapon.LIGHT, Weapon.MEDIUM)), in_words(())
    ('about 6 to 9 months', 'light, medium', 'none')
    >>> in_words(Extension(up_to=Duration.parse("P1Y")))
    'up to 12 months'
    """
    if isinstance(value, tuple):
        return ", ".join(in_words(item) for item in value) or "none"
    for kind, say in _SAY:
        if isinstance(value, kind):
            return say(value)
    return str(value)


def _duration(value: Duration) -> str:
    low, high = _amount(value.min), _amount(value.max)
    about = "about " if value.approximate else ""
    if low == high:
        return about + low
    same_unit = low.count(" ") == high.count(" ") == 1 and _unit(low) == _unit(high)
    return f"{about}{low.split()[0] if same_unit else low} to {high}"


def _unit(words: str) -> str:
    return words.rsplit(maxsplit=1)[-1].removesuffix("s")


def _amount(amount: Amount) -> str:
    """Count hours in days only where they make whole days, as the model does."""
    seconds = amount.seconds
    days = seconds // _DAY if seconds % _DAY == 0 else 0
    rest = seconds - days * _DAY
    parts = (
        (amount.months, "month"),
        (days, "day"),
        (rest // _HOUR, "hour"),
        (rest % _HOUR // _MINUTE, "minute"),
        (rest % _MINUTE, "second"),
    )
    said = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number]
    return " ".join(said) or "0 days"


def _extension(value: Extension) -> str:
    if value.times == 0:
        return "excluded"
    parts = []
    if value.by is not None:
        parts.append(f"by {_duration(value.by)}")
    if value.times is not None:
        parts.append("once" if value.times == 1 else f"{value.times} times")
    if value.up_to is not None:
        parts.append(f"up to {_duration(value.up_to)}")
    return " ".join(parts) or "of unstated length"


def _deadline(value: Deadline) -> str:
    parts = []
    if value.within is not None:
        parts.append(f"within {_duration(value.within)}")
    if value.by is not None:
        parts.append(f"by {value.by}")
    return ", ".join(parts)


_SAY: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (type(None), lambda _: "not stated"),
    (bool, lambda value: "yes" if value else "no"),
    (Weapon, lambda value: value.value),
    (Duration, _duration),
    (Extension, _extension),
    (Deadline, _deadline),
)


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
    plain = json.dumps(_stated(record), sort_keys=True)
    return hashlib.sha256(plain.encode("ascii")).hexdigest()[:16]


def _stated(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_stated(item) for item in value]
    if not attrs.has(type(value)):
        return value
    fields = {
        one.name: _stated(getattr(value, one.name))
        for one in attrs.fields(type(value))
        if getattr(value, one.name) != _default(one)
    }
    return {type(value).__name__: fields}


def _default(attribute: attrs.Attribute[Any]) -> object:
    default: Any = attribute.default
    return default.factory() if hasattr(default, "factory") else default
