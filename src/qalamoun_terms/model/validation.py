"""Strict checks for the fields of a model, shared by all its classes.

1. A converter never refuses: it tidies what it knows and hands on the rest, because only the
   validator that runs after it knows the class and the field to name.
2. Nothing is coerced: ``"6"`` is no number, ``True`` is no number, ``"Dumayr"`` is no set of names.
3. Every refusal is an ``InvalidValueError``: ``class.field: expected X, got Y``.
"""

import re
import reprlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import Attribute, frozen

from qalamoun_terms.errors import InvalidValueError

__all__ = [
    "Check",
    "Fault",
    "Simple",
    "any_of",
    "boolean",
    "count",
    "describe",
    "identifier",
    "instance",
    "invalid",
    "names",
    "nonempty_text",
    "number_between",
    "optional",
    "text",
    "to_names",
    "to_tuple",
    "tuple_of",
    "undotted",
    "values_of",
]

_IDENTIFIER = re.compile(r"[A-Za-z0-9_.:+-]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60


@frozen
class Fault:
    """What is wrong with a value: where inside it, what was expected, what was found.

    >>> Fault("[1]", "text", "int 7")
    Fault(where='[1]', expected='text', found='int 7')
    """

    where: str
    expected: str
    found: str


@frozen
class Check:
    """A validator for an attrs field that names the class and the field it refuses.

    Args:
        expected: What the field holds, in words that complete "expected ...".
        fault: Finds what is wrong with a value; None when nothing is.

    >>> text.expected
    'text'
    """

    expected: str
    fault: Callable[[object], Fault | None]

    def __call__(self, owner: object, attribute: "Attribute[Any]", value: object) -> None:
        """Refuse a value that the field cannot hold.

        Raises:
            InvalidValueError: Names the class, the field and what was expected.
        """
        fault = self.fault(value)
        if fault is not None:
            place = f"{_snake(type(owner).__name__)}.{attribute.name}{fault.where}"
            raise InvalidValueError(f"{place}: expected {fault.expected}, got {fault.found}")


@frozen
class _OrNone(Check):
    """A check of a field that may be left unstated, which most fields are."""

    stated: Callable[[object], Fault | None]

    def __call__(self, owner: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is not None and self.stated(value) is not None:
            super().__call__(owner, attribute, value)


@frozen
class _Instance(Check):
    """A check of the class of a value."""

    kind: type

    def __call__(self, owner: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, self.kind):
            super().__call__(owner, attribute, value)


@frozen
class _Items(Check):
    """A check of each item of a tuple."""

    fault_in: Callable[[object], Fault | None]

    def __call__(self, owner: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, tuple) or any(map(self.fault_in, value)):
            super().__call__(owner, attribute, value)


@frozen
class Simple(Check):
    """A check that only asks whether something holds of a value.

    Args:
        holds: Says whether the field can hold a value.

    >>> Simple("text", text.fault, str.isprintable).expected
    'text'
    """

    holds: Callable[[object], bool]

    def __call__(self, owner: object, attribute: "Attribute[Any]", value: object) -> None:
        """Refuse a value that the field cannot hold.

        Raises:
            InvalidValueError: Names the class, the field and what was expected.
        """
        if not self.holds(value):
            super().__call__(owner, attribute, value)


def invalid(place: str, expected: str, value: object) -> InvalidValueError:
    """Word the refusal of a value, for checks that look at more than one field.

    Args:
        place: The class and field, ``class.field``.
        expected: What the field holds.
        value: What was given.

    Returns:
        The error, to be raised by the caller.

    >>> print(invalid("date.edtf", "a date in EDTF", "June 2016"))
    date.edtf: expected a date in EDTF, got str 'June 2016'
    """
    return InvalidValueError(f"{place}: expected {expected}, got {describe(value)}")


def instance(kind: type) -> Check:
    """Accept the values of one class.

    Args:
        kind: The class.

    Returns:
        The validator.

    >>> instance(dict).fault([])
    Fault(where='', expected='dict', found='list []')
    """
    expected = kind.__name__

    def fault(value: object) -> Fault | None:
        return None if isinstance(value, kind) else Fault("", expected, describe(value))

    return _Instance(expected, fault, kind)


def any_of(*kinds: type) -> Check:
    """Accept the values of several classes.

    Args:
        kinds: The classes.

    Returns:
        The validator.

    >>> any_of(int, str).expected
    'int or str'
    """
    expected = " or ".join(kind.__name__ for kind in kinds)
    return _plain(expected, lambda value: isinstance(value, kinds))


def number_between(lowest: float, highest: float) -> Check:
    """Accept a number from ``lowest`` to ``highest``, both included; True and False are no numbers.

    Args:
        lowest: The lowest number accepted.
        highest: The highest number accepted.

    Returns:
        The validator.

    >>> number_between(-90, 90).fault(33.8) is None
    True
    """
    return _plain(
        f"a number from {lowest:g} to {highest:g}",
        lambda value: (
            isinstance(value, (int, float))
            and not isinstance(value, bool)
            and lowest <= value <= highest
        ),
    )


def optional(check: Check) -> Check:
    """Accept None, which says "not stated", beside what another validator accepts.

    Args:
        check: The other validator.

    Returns:
        The validator.

    >>> optional(count).fault("6")
    Fault(where='', expected='a whole number from 0 or None', found="str '6'")
    """
    expected = f"{check.expected} or None"

    def fault(value: object) -> Fault | None:
        found = None if value is None else check.fault(value)
        if found is None or found.where or found.expected != check.expected:
            return found
        return Fault("", expected, found.found)

    return _OrNone(expected, fault, check.fault)


def tuple_of(kind: type | Check) -> Check:
    """Accept a tuple of values of one kind; pair it with `to_tuple` to take lists as well.

    Args:
        kind: The class of the items, or the validator of each.

    Returns:
        The validator, which names the index of the first wrong item.

    >>> tuple_of(int).fault((1, "b"))
    Fault(where='[1]', expected='int', found="str 'b'")
    """
    item = kind if isinstance(kind, Check) else instance(kind)
    expected = f"a list or tuple of {item.expected}"

    def fault(value: object) -> Fault | None:
        if not isinstance(value, tuple):
            return Fault("", expected, describe(value))
        return _first_fault(item, value)

    return _Items(expected, fault, item.fault)


def values_of(kind: type) -> Check:
    """Accept a mapping of names to values of one class.

    Args:
        kind: The class of the values.

    Returns:
        The validator, which names the first wrong value.

    >>> values_of(int).fault({"one": 1, "two": "b"})
    Fault(where="['two']", expected='int', found="str 'b'")
    """
    item = instance(kind)
    expected = f"an object of {item.expected}"

    def fault(value: object) -> Fault | None:
        if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
            return Fault("", expected, describe(value))
        faults = ((name, item.fault(part)) for name, part in value.items())
        found = next(((name, one) for name, one in faults if one is not None), None)
        if found is None:
            return None
        return Fault(f"[{found[0]!r}]", found[1].expected, found[1].found)

    return Check(expected, fault)


def to_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Make a tuple of a list, and hand on anything else for the validator to judge.

    Typed with Any because type checkers do not follow a generic converter of an attrs field.

    Args:
        value: What was given for the field.

    Returns:
        The tuple.

    >>> to_tuple(["d1", "d2"])
    ('d1', 'd2')
    """
    return tuple(value) if isinstance(value, list) else value  # type: ignore[return-value]


def to_names(value: Iterable[str] | None) -> tuple[str, ...] | None:
    """Make a sorted tuple without repeats of a set of names, so that equal sets are equal.

    A single string is handed on as it is, for the validator to refuse: read as an iterable it
    would become a set of letters.

    Args:
        value: The names in any order, or None for "not stated".

    Returns:
        The names, sorted by code point; None stays None.

    >>> to_names(["Ruhaybah", "Dumayr", "Ruhaybah"])
    ('Dumayr', 'Ruhaybah')
    >>> to_names([])
    ()
    """
    if value is None or isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]
    items = tuple(value)
    return tuple(sorted(set(items))) if all(isinstance(item, str) for item in items) else items


def _plain(expected: str, holds: Callable[[object], bool]) -> Check:
    def fault(value: object) -> Fault | None:
        return None if holds(value) else Fault("", expected, describe(value))

    return Simple(expected, fault, holds)


def _text_fault(value: object) -> Fault | None:
    if not isinstance(value, str):
        return Fault("", "text", describe(value))
    half = None if value.isascii() else _SURROGATE.search(value)
    if half is None:
        return None
    return Fault("", "valid unicode text", f"a lone surrogate at index {half.start()}")


def _nonempty_fault(value: object) -> Fault | None:
    if isinstance(value, str):
        if not value or value.isspace():
            return Fault("", nonempty_text.expected, describe(value))
        if value.isascii():
            return None
    return _text_fault(value)


def _names_fault(value: object) -> Fault | None:
    if not isinstance(value, tuple):
        return Fault("", names.expected, describe(value))
    return _first_fault(nonempty_text, value)


def _first_fault(item: Check, values: tuple[object, ...]) -> Fault | None:
    find = item.fault
    for index, value in enumerate(values):
        fault = find(value)
        if fault is not None:
            return Fault(f"[{index}]{fault.where}", fault.expected, fault.found)
    return None


def describe(value: object) -> str:
    """Say what was given, in a few words: its type and the beginning of it.

    Args:
        value: What was given.

    Returns:
        The words that complete "expected ..., got ...".

    >>> describe("6"), describe(None)
    ("str '6'", 'None')
    """
    if value is None:
        return "None"
    try:
        return f"{type(value).__name__} {_SHORT.repr(value)}"
    except ValueError:  # python shows no whole number of more than 4300 digits
        return f"{type(value).__name__} too long to show"


def _snake(name: str) -> str:
    return _WORD_START.sub("_", name).lower()


text = Check("text", _text_fault)
"""Accept a string of whole characters; it may be empty."""

nonempty_text = Check("text that is not blank", _nonempty_fault)
"""Accept a string of whole characters that says something."""

identifier = _plain(
    "an identifier of letters, digits and _ . : + -",
    lambda value: isinstance(value, str) and _IDENTIFIER.fullmatch(value) is not None,
)
"""Accept an opaque id such as ``d1``, ``p3.a2`` or ``founding:p1``."""

undotted = _plain(
    "an identifier of letters, digits and _ : + -",
    lambda value: (
        isinstance(value, str)
        and (
            (value.isascii() and value.isalnum())
            or ("." not in value and _IDENTIFIER.fullmatch(value) is not None)
        )
    ),
)
"""Accept an id that a dot may follow in a reference, such as the ``p3`` of ``p3.a2``."""

names = Check("a set of names", _names_fault)
"""Accept the tuple of names that `to_names` made."""

boolean = _plain("True or False", lambda value: isinstance(value, bool))
"""Accept True and False, and no numbers for them."""

count = _plain(
    "a whole number from 0",
    lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
)
"""Accept 0, 1, 2 and so on, and no True or False for them."""
