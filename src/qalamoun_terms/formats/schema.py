"""The JSON Schema of the format, made from the classes themselves, so that the two cannot differ.

It says what a file looks like. What concerns several fields at once, such as the length of a quote
or a reference that must point somewhere, only `from_json` can tell.
"""

from __future__ import annotations

from typing import Any

import attrs

from qalamoun_terms.formats.converter import TAGS, TEXTS, choices_of
from qalamoun_terms.formats.json import TYPES, VERSION
from qalamoun_terms.formats.refusals import key_of
from qalamoun_terms.formats.shapes import (
    is_enum,
    is_many,
    is_named,
    is_optional,
    is_worded,
    members_of,
    stated,
)
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef, Target
from qalamoun_terms.model.terms import Term
from qalamoun_terms.model.time import Amount, Date, Duration

__all__ = ["json_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}

_PARTS = ["Y", "M", "W", "D"], ["H", "M", "S"]
_DAYS, _CLOCK = ("".join(f"([0-9]{{1,12}}{unit})?" for unit in part) for part in _PARTS)
_AMOUNT = f"P(?=[0-9T]){_DAYS}(T(?=[0-9]){_CLOCK})?"
_DAY = r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"
_END = rf"({_DAY}|\.\.)?"
_ID = "[A-Za-z0-9_:+-]+"

_PATTERNS: dict[Any, tuple[str, str]] = {
    Amount: ("an ISO 8601 duration without fractions", f"^{_AMOUNT}$"),
    Date: ("a date in EDTF, levels 0 and 1", f"^({_DAY}|{_END}/{_END})$"),
    Duration: ("one or two ISO 8601 durations, ~ for about", f"^{_AMOUNT}(/{_AMOUNT})?~?$"),
    ArticleRef: ("an article: p3.a2", rf"^{_ID}\.{_ID}$"),
    ProposalRef: ("a proposal: p3", f"^{_ID}$"),
    Target: ("a proposal or an article: p3 or p3.a2", rf"^{_ID}(\.{_ID})?$"),
}

_NOT_BLANK = {"pattern": r"\S"}
_FACETS: dict[str, dict[str, Any]] = {
    v.nonempty_text.expected: _NOT_BLANK,
    v.identifier.expected: {"pattern": "^[A-Za-z0-9_.:+-]+$"},
    v.undotted.expected: {"pattern": f"^{_ID}$"},
    v.count.expected: {"minimum": 0},
    v.names.expected: {"items": {"type": "string", **_NOT_BLANK}},
}
"""What a field's validator demands beyond its type, by what the validator says it expects."""


def json_schema(type_name: str = "negotiation") -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of what `to_json` writes.

    Args:
        type_name: what stands in the file: ``negotiation``, ``proposal``, ``change``, ``history``,
            ``negotiating_text`` or ``side_by_side``.

    Returns:
        The schema, as plain data.

    Raises:
        InvalidValueError: a type that no file has.

    >>> schema = json_schema("proposal")
    >>> schema["required"], schema["properties"]["version"]
    (['type', 'version', 'id'], {'const': 1})
    """
    if type_name not in TYPES:
        raise v.invalid("type_name", f"one of {', '.join(TYPES)}", type_name)
    schemas = _Schemas()
    body = schemas.object(TYPES[type_name])
    envelope = {"type": {"const": type_name}, "version": {"const": VERSION}}
    return {
        "$schema": _DIALECT,
        "title": type_name,
        **body,
        "properties": {**envelope, **body["properties"]},
        "required": [*envelope, *body["required"]],
        "$defs": dict(sorted(schemas.definitions.items())),
    }


class _Schemas:
    """Makes the schemas of types, and keeps those of classes, which may hold one another."""

    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}

    def of(self, type_: Any) -> dict[str, Any]:
        if is_optional(type_):
            return {"anyOf": [self.of(stated(type_)), {"type": "null"}]}
        if type_ in TEXTS:
            description, pattern = _PATTERNS[type_]
            return {"type": "string", "description": description, "pattern": pattern}
        if choices := choices_of(type_):
            members = [self.reference(cls) for cls in choices.values()]
            return members[0] if len(members) == 1 else {"anyOf": members}
        if is_worded(type_):
            return {"anyOf": [self.of(one) for one in members_of(type_)]}
        return self.held(type_)

    def held(self, type_: Any) -> dict[str, Any]:
        if is_many(type_):
            return {"type": "array", "items": self.of(type_.__args__[0])}
        if is_named(type_):
            return {"type": "object", "additionalProperties": self.of(type_.__args__[1])}
        if attrs.has(type_) or is_enum(type_):
            return self.reference(type_)
        return {"type": _PLAIN[type_]} if type_ in _PLAIN else {}

    def reference(self, cls: type) -> dict[str, Any]:
        name = cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # the class may hold itself
            self.definitions[name] = _enum(cls) if is_enum(cls) else self.object(cls)
        return {"$ref": f"#/$defs/{name}"}

    def object(self, cls: type) -> dict[str, Any]:
        attrs.resolve_types(cls)
        tag = {key: {"const": value} for key, value in (TAGS[cls],)} if cls in TAGS else {}
        properties = {key_of(one.name): self.field(cls, one) for one in attrs.fields(cls)}
        required = [key_of(one.name) for one in attrs.fields(cls) if one.default is attrs.NOTHING]
        return {
            **_described(cls),
            "type": "object",
            "properties": {**tag, **properties},
            "required": [*tag, *required],
            "additionalProperties": False,
        }

    def field(self, cls: type, attribute: attrs.Attribute[Any]) -> dict[str, Any]:
        doc = attribute.metadata.get("doc")
        described = {"description": doc} if doc else {}
        if issubclass(cls, Term) and attribute.name == "subkind":
            return {**described, "enum": [*cls.SUBKINDS, None]}
        return {**described, **_narrowed(self.of(attribute.type), attribute.validator)}


def _narrowed(schema: dict[str, Any], validator: object) -> dict[str, Any]:
    """Add what the validator demands to the schema of the type."""
    expected = validator.expected.removesuffix(" or None") if isinstance(validator, v.Check) else ""
    if "anyOf" in schema and {"type": "null"} in schema["anyOf"]:
        value, null = schema["anyOf"]
        return {"anyOf": [{**value, **_FACETS.get(expected, {})}, null]}
    if (of := "a list or tuple of ") in expected:
        items = {**schema["items"], **_FACETS.get(expected.removeprefix(of), {})}
        return {**schema, "items": items}
    return {**schema, **_FACETS.get(expected, {})}


def _enum(cls: Any) -> dict[str, Any]:
    return {**_described(cls), "enum": [member.value for member in cls]}


def _described(cls: type) -> dict[str, str]:
    first = (cls.__doc__ or "").partition("\n")[0]
    return {"description": first} if first else {}
