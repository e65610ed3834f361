"""What every term has in common, whatever its kind.

A term is a pure value: it holds what a provision says and nothing about where that was read. Two terms are
equal exactly when they say the same. Names in a term are the spelling that is canonical in its case; the other
spellings stand in the case's places and parties.

Absence has two forms throughout: ``None`` is "not stated", an empty tuple is "stated to be none".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, ClassVar

import attrs
from attrs import field, frozen

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.stated import Stated
from qalamoun_terms.model.time import Deadline, Duration

__all__ = ["Quantity", "Term", "Weapon", "term_fields"]


class Weapon(Enum):
    """A class of weapon, as agreements name them.

    Light covers small arms and individual or personal weapons, medium machine guns and mortars, heavy tanks,
    artillery, armour and rocket launchers.

    >>> Weapon("light")
    <Weapon.LIGHT: 'light'>
    """

    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"


_WEAPON_ORDER = {weapon: rank for rank, weapon in enumerate(Weapon)}


def names_field(doc: str) -> Any:
    """Declare a field that holds a set of names: a sorted tuple, or None where not stated."""
    return field(
        default=None, converter=v.to_names, validator=v.optional(v.names), metadata={"doc": doc}
    )


def text_field(doc: str) -> Any:
    """Declare a field that holds words, or None where not stated."""
    return field(default=None, validator=v.optional(v.nonempty_text), metadata={"doc": doc})


def value_field(cls: type, doc: str) -> Any:
    """Declare a field that holds one value of ``cls``, or None where not stated."""
    return field(default=None, validator=v.optional(v.instance(cls)), metadata={"doc": doc})


def flag_field(doc: str) -> Any:
    """Declare a field that is true, false, or None where not stated."""
    return field(default=None, validator=v.optional(v.boolean), metadata={"doc": doc})


def weapons_field(doc: str) -> Any:
    """Declare a field that holds a set of weapon classes, lightest first, or None where not stated."""
    return field(
        default=None,
        converter=_weapon_set,
        validator=v.optional(v.tuple_of(Weapon)),
        metadata={"doc": doc},
    )


def _weapon_set(value: Any) -> Any:
    if value is None or isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        return value
    members = list(value)
    if not all(isinstance(member, Weapon) for member in members):
        return tuple(members)
    return tuple(sorted(set(members), key=_WEAPON_ORDER.__getitem__))


@frozen(kw_only=True, repr=False)
class Quantity(Stated):
    """A count that a provision states, such as "between 60 and 100 policemen" or "five trucks a day".

    Args:
        min: the count, or the lower end of a range.
        unit: what is counted, in the words of the text.
        max: the upper end; equal to ``min`` where one number is stated, None where only a floor is stated.
        approximate: the text says "about", "some", "nearly".
        per: the period of a rate, such as "day".

    Raises:
        InvalidValueError: a count below zero, or a range that runs backwards.

    >>> str(Quantity(min=60, max=100, unit="policemen"))
    '60 to 100 policemen'
    >>> str(Quantity(min=600, max=600, unit="trucks", per="day"))
    '600 trucks a day'
    """

    min: int = field(validator=v.count)
    unit: str = field(validator=v.nonempty_text)
    max: int | None = field(default=None, validator=v.optional(v.count))
    approximate: bool = field(default=False, validator=v.boolean)
    per: str | None = field(default=None, validator=v.optional(v.nonempty_text))

    def __attrs_post_init__(self) -> None:
        if self.max is not None and self.max < self.min:
            raise InvalidValueError(
                f"quantity.max: expected at least min ({self.min}), got {self.max}"
            )

    def __str__(self) -> str:
        if self.max is None:
            number = f"at least {self.min}"
        elif self.max == self.min:
            number = f"{self.min}"
        else:
            number = f"{self.min} to {self.max}"
        about = "about " if self.approximate else ""
        rate = f" a {self.per}" if self.per else ""
        return f"{about}{number} {self.unit}{rate}"


def quantities_field() -> Any:
    """Declare the field for the counts that a provision states."""
    return field(
        default=None,
        converter=_quantity_set,
        validator=v.optional(v.tuple_of(Quantity)),
        metadata={"doc": "the counts that the provision states"},
    )


def _quantity_set(value: Any) -> Any:
    if value is None or isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        return value
    members = list(value)
    if not all(isinstance(member, Quantity) for member in members):
        return tuple(members)
    return tuple(sorted(set(members), key=_quantity_key))


def _quantity_key(quantity: Quantity) -> tuple[str, int, int, bool, str]:
    highest = -1 if quantity.max is None else quantity.max
    return (quantity.unit, quantity.min, highest, quantity.approximate, quantity.per or "")


@frozen(kw_only=True, repr=False)
class Term(Stated):
    """The typed content of an article; each kind of term is a subclass.

    The fields here are those that a provision of any kind may state: who must do it and to whom, where, for how
    long, by when, on what condition and under whose eyes.

    Args:
        subkind: a finer distinction that the field makes within the kind, one of the class's ``SUBKINDS``.
        negated: the provision forbids what the kind describes ("the army shall not enter").
        forces: whoever carries it out, moves, leaves or stands guard.
        beneficiaries: receivers or persons helped, and persons whose status the provision touches.
        places: proper names and definite sites that the provision itself names.
        duration: how long it lasts.
        quantities: counts stated.
        duty_bearers: who owes it, where that is somebody else than ``forces`` or is said besides.
        deadline: by when it is to be done.
        trigger: the event from which it runs ("signing").
        sequence: its place among other steps ("before the first bus moves").
        condition: what it depends on.
        exception: whom or what it leaves out.
        verifier: who checks that it is done.

    Raises:
        InvalidValueError: a value of the wrong type, or a subkind that the kind does not have.
    """

    kind: ClassVar[str] = ""
    SUBKINDS: ClassVar[tuple[str, ...]] = ()

    subkind: str | None = text_field("a finer distinction within the kind")
    negated: bool = field(
        default=False,
        validator=v.boolean,
        metadata={"doc": "whether the provision forbids what the kind describes"},
    )
    forces: tuple[str, ...] | None = names_field(
        "who carries it out, moves, leaves or stands guard"
    )
    beneficiaries: tuple[str, ...] | None = names_field("receivers, persons helped or concerned")
    places: tuple[str, ...] | None = names_field("places that the provision itself names")
    duration: Duration | None = value_field(Duration, "how long it lasts")
    quantities: tuple[Quantity, ...] | None = quantities_field()
    duty_bearers: tuple[str, ...] | None = names_field("who owes it")
    deadline: Deadline | None = value_field(Deadline, "by when it is to be done")
    trigger: str | None = text_field("the event from which it runs")
    sequence: str | None = text_field("its place among other steps")
    condition: str | None = text_field("what it depends on")
    exception: str | None = text_field("whom or what it leaves out")
    verifier: tuple[str, ...] | None = names_field("who checks that it is done")

    def __attrs_post_init__(self) -> None:
        if not self.kind:
            raise InvalidValueError("term: expected one of the kinds, got the abstract Term itself")
        if self.subkind is not None and self.subkind not in self.SUBKINDS:
            known = f"one of {', '.join(self.SUBKINDS)}" if self.SUBKINDS else "None for this kind"
            raise InvalidValueError(f"{self.kind}.subkind: expected {known}; got {self.subkind!r}")


def term_fields(cls: type[Term]) -> tuple[str, ...]:
    """Name the fields of a kind, the common ones first.

    >>> term_fields(Term)[:3]
    ('subkind', 'negated', 'forces')
    """
    known = _FIELDS.get(cls)
    if known is None:
        known = _FIELDS[cls] = tuple(attribute.name for attribute in attrs.fields(cls))
    return known


_FIELDS: dict[type, tuple[str, ...]] = {}
