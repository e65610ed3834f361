"""What is wrong with an input, and where in it: the refusals that cattrs gathers, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import attrs
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)

from qalamoun_terms.errors import FormatError, InvalidValueError
from qalamoun_terms.model import validation as v

__all__ = ["RefusedError", "below", "key_of", "mismatch", "to_format_error"]

_LONGEST_KEY = 60


class RefusedError(Exception):
    """A value that does not have the type of its place; it becomes a `FormatError` with its path.

    Args:
        problem: what was expected and what was found.
        key: the key inside the value that is wrong, "" for the value itself.

    >>> RefusedError("expected text, got int 7").problem
    'expected text, got int 7'
    """

    def __init__(self, problem: str, key: str = "") -> None:
        self.problem = problem
        self.key = key
        super().__init__(problem, key)


def mismatch(expected: str, value: object) -> RefusedError:
    """Word the refusal of a value.

    >>> mismatch("a list", "Dumayr").problem
    "expected a list, got str 'Dumayr'"
    """
    return RefusedError(f"expected {expected}, got {v.describe(value)}")


def key_of(name: str) -> str:
    """Give the key of a field: its name, without the underscore that keeps it off a Python keyword.

    >>> key_of("from_"), key_of("up_to")
    ('from', 'up_to')
    """
    return name.rstrip("_")


def below(path: str, key: str) -> str:
    """Give the path of a key in the object at ``path``; a key that is no name stands in quotes.

    >>> below("proposals[0]", "title"), below("", "id"), below("d", "two words")
    ('proposals[0].title', 'id', "d['two words']")
    """
    if len(key) > _LONGEST_KEY or not key.partition("[")[0].isidentifier():
        return f"{path}[{v.describe(key).partition(' ')[2]}]"
    return f"{path}.{key}" if path else key


def to_format_error(error: Exception) -> FormatError:
    """Turn what cattrs gathered into one error that names the first place and lists the others.

    >>> print(to_format_error(mismatch("an object", [])))
    $: expected an object, got list []
    """
    (path, problem), *more = _problems(error, "")
    return FormatError(problem, path, (f"{at}: {what}" for at, what in more))


def _problems(error: Exception, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        for inner, where in _inside(error, path):
            yield from _problems(inner, where)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield below(path, key), _unknown_key(key, error.cl)
    elif isinstance(error, KeyError):
        yield path, "expected a value, got none"
    elif isinstance(error, RefusedError):
        yield (below(path, error.key) if error.key else path or "$"), error.problem
    elif isinstance(error, InvalidValueError):
        place, _, problem = str(error).partition(": ")
        field = place.partition(".")[2]
        yield (below(path, field) if field else path or "$"), problem
    else:
        raise error


def _inside(
    error: ClassValidationError | IterableValidationError, path: str
) -> Iterator[tuple[Exception, str]]:
    if isinstance(error, ClassValidationError):
        fields, whole = error.group_exceptions()
        yield from ((inner, below(path, key_of(note.name))) for inner, note in fields)
        yield from ((inner, path) for inner in whole)
    else:
        items, _ = error.group_exceptions()
        yield from ((inner, f"{path}[{note.index}]") for inner, note in items)


def _unknown_key(key: str, cls: type) -> str:
    known = [key_of(attribute.name) for attribute in attrs.fields(cls)]
    near = get_close_matches(key, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"expected a field of {cls.__name__}, got an unknown key{hint}"
