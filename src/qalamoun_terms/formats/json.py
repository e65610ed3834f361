"""Cases, proposals, changes and views of drafts as JSON: an envelope with type and version, and nothing lost on the way.

1. ``from_json(to_json(x)) == x``, and the same value gives the same text on every machine.
2. What could be read in two ways is refused: a key twice in one object, NaN, Infinity.
3. A file of a newer version is refused with both versions named; one of an older version is
   brought up to date by the functions in `MIGRATIONS`, one for each step.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qalamoun_terms.comparison.changes import Change
from qalamoun_terms.comparison.history import History
from qalamoun_terms.comparison.implementation import Implementation
from qalamoun_terms.comparison.negotiating import NegotiatingText
from qalamoun_terms.comparison.open_articles import OpenArticles
from qalamoun_terms.comparison.over_time import PositionChanges
from qalamoun_terms.comparison.preferences import Overlay, Preferences
from qalamoun_terms.comparison.side_by_side import SideBySide
from qalamoun_terms.errors import FormatError, VersionError
from qalamoun_terms.formats.converter import structure, unstructure
from qalamoun_terms.formats.refusals import below
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.check import check
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal

__all__ = ["MIGRATIONS", "TYPES", "VERSION", "from_json", "migrate", "to_json"]

VERSION = 1
"""The version of the format that this release writes."""

TYPES: dict[str, type] = {
    "negotiation": Negotiation,
    "proposal": Proposal,
    "change": Change,
    "history": History,
    "negotiating_text": NegotiatingText,
    "side_by_side": SideBySide,
    "position_changes": PositionChanges,
    "open_articles": OpenArticles,
    "implementation": Implementation,
    "preferences": Preferences,
    "overlay": Overlay,
}
"""What can stand in a file of its own, by its ``type``."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]
"""Makes the data of the next version out of those of one version, without changing what it is given."""

MIGRATIONS: dict[int, Migration] = {}
"""The step from each older version to the one after it."""

_DEEPEST = 100


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Write a case, a proposal, a change or a view of several drafts as JSON.

    Args:
        value: a value of one of the classes in `TYPES`.
        indent: spaces for each level; None for one line.

    Returns:
        The JSON text, its keys in the order of the fields, values that are the default left out.

    Raises:
        InvalidValueError: a value that is none of them.
        FormatError: a value that cannot be read back: sources or derivations that are nested too
            deep, a number that is too long.

    >>> print(to_json(Proposal(id="p1", title="ورقة المبادرة")))
    {
      "type": "proposal",
      "version": 1,
      "id": "p1",
      "title": "ورقة المبادرة"
    }
    """
    name = next((name for name, cls in TYPES.items() if type(value) is cls), None)
    if name is None:
        raise v.invalid("value", f"a {' or '.join(TYPES)}", value)
    try:
        data = {"type": name, "version": VERSION, **unstructure(value)}
        _refuse_doubtful(data)
        return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)
    except RecursionError:
        raise _too_deep() from None
    except ValueError:
        raise FormatError("expected no number of thousands of digits, got one") from None


def from_json(text: str | bytes) -> Any:
    """Read what `to_json` wrote; a case is also checked.

    Args:
        text: the JSON text, or its bytes in UTF-8.

    Returns:
        The value, of the class that its ``type`` names.

    Raises:
        FormatError: the text is no JSON, or names the place where a value is not as expected.
        VersionError: a version of the format that this release cannot read.
        CheckError: a case whose references point to nothing.

    >>> from_json('{"type": "proposal", "version": 1, "id": "p1"}').id
    'p1'
    >>> from_json('{"type": "proposal", "version": 2, "id": "p1"}')
    Traceback (most recent call last):
    qalamoun_terms.errors.VersionError: version: expected version 1 or older, got version 2; \
a newer release reads it
    """
    data = _envelope(_parse(_decode(text)))
    data = migrate(data, MIGRATIONS, VERSION)
    name = data.get("type")
    if not isinstance(name, str) or name not in TYPES:
        raise FormatError(f"expected one of {', '.join(TYPES)}, got {v.describe(name)}", "type")
    fields = {key: part for key, part in data.items() if key not in ("type", "version")}
    value: object = structure(fields, TYPES[name])
    return check(value) if isinstance(value, Negotiation) else value


def migrate(
    data: dict[str, Any], migrations: Mapping[int, Migration], current: int
) -> dict[str, Any]:
    """Bring the data of an older version up to date, one version at a time.

    Args:
        data: what stands in the file, with its ``version``.
        migrations: the step from each version to the next.
        current: the version to reach.

    Returns:
        The data of the current version; ``data`` itself stays as it is.

    Raises:
        VersionError: a version newer than ``current``, or one from which no step leads on.

    >>> steps = {1: lambda old: {"label": old["name"]}}
    >>> migrate({"version": 1, "name": "Draft"}, steps, 2)
    {'label': 'Draft', 'version': 2}
    """
    version = data["version"]
    if version > current:
        raise VersionError(
            f"expected version {current} or older, got version {version}; a newer release reads it",
            "version",
        )
    while version < current:
        if version not in migrations:
            raise VersionError(
                f"expected version {current}, got version {version}, which is read no more",
                "version",
            )
        data = {**migrations[version](data), "version": version + 1}
        version += 1
    return data


def _decode(text: str | bytes) -> str:
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = error.object[error.start]
            raise FormatError(
                f"expected utf-8, got byte 0x{byte:02x} at offset {error.start}"
            ) from None
    if not isinstance(text, str):
        raise v.invalid("text", "str or bytes", text)
    return text.removeprefix("\ufeff")


class _Repeating(dict[str, Any]):
    """An object in which a key stands twice; kept until its place is known."""

    repeated: str = ""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    seen: set[str] = set()
    marked = _Repeating(data)
    marked.repeated = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return marked


def _parse(text: str) -> Any:
    try:
        data = json.loads(text, object_pairs_hook=_pairs)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        reason = error.msg[:1].lower() + error.msg[1:]
        raise FormatError(f"expected JSON: {reason}", place) from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError:
        raise FormatError("expected no number of thousands of digits, got one") from None
    _refuse_doubtful(data)
    return data


def _refuse_doubtful(data: Any) -> None:
    """Refuse what JSON readers differ on: repeated keys, numbers that are none, endless nesting."""
    left: list[tuple[str, int, Any]] = [("", 0, data)]
    while left:
        path, depth, value = left.pop()
        if depth > _DEEPEST:
            raise _too_deep()
        if isinstance(value, _Repeating):
            raise FormatError(f"expected each key once, got {value.repeated!r} twice", path or "$")
        if isinstance(value, float) and not math.isfinite(value):
            raise FormatError(f"expected a finite number, got {value}", path or "$")
        left.extend((where, depth + 1, part) for where, part in _parts(path, value))


def _parts(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield below(path, key), part
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield f"{path}[{index}]", part


def _too_deep() -> FormatError:
    return FormatError(f"expected at most {_DEEPEST} levels of lists and objects, got more")


def _envelope(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise FormatError(f"expected an object, got {v.describe(data)}")
    for key in ("type", "version"):
        if key not in data:
            raise FormatError("expected a value, got none", key)
    version = data["version"]
    if type(version) is not int or version < 1:
        raise FormatError(f"expected a whole number from 1, got {v.describe(version)}", "version")
    return data
