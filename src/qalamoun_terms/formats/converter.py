"""Models to plain data and back: one cattrs converter that coerces nothing.

1. By itself cattrs turns ``"false"`` into True, None into ``"None"``, 7.9 into 7 and a string into
   a list of letters. Here every value has the type that its field declares, or it is refused.
2. Dates, amounts, durations and references are the texts that the model prints for them.
3. A class that stands where others may stand says which it is: terms by ``kind``, grounds by ``type``.
4. A field that has its default value is left out, so that files stay short.
5. A refusal names the place in the input: ``proposals[1].articles[0].label: expected ..., got ...``.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from enum import Enum
from types import GenericAlias
from typing import Any, TypeVar, get_args

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote, BaseValidationError, ClassValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.formats.changes import EDIT_TAGS, VALUE_TYPES
from qalamoun_terms.formats.refusals import RefusedError, key_of, mismatch, to_format_error
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
from qalamoun_terms.model.grounds import Citation, Derived, Quote
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef, Target, parse_ref
from qalamoun_terms.model.terms import KINDS, Term
from qalamoun_terms.model.time import Amount, Date, Duration

__all__ = [
    "TAGS",
    "TEXTS",
    "choices_of",
    "structure",
    "unstructure",
]

_T = TypeVar("_T")


def _article_ref(text: str) -> ArticleRef:
    ref = parse_ref(text)
    if isinstance(ref, ProposalRef):
        raise v.invalid("reference", "an article such as p3.a2", text)
    return ref


def _proposal_ref(text: str) -> ProposalRef:
    ref = parse_ref(text)
    if isinstance(ref, ArticleRef):
        raise v.invalid("reference", "a proposal such as p3", text)
    return ref


TEXTS: dict[Any, Callable[[str], object]] = {
    Amount: Amount.parse,
    Date: Date,
    Duration: Duration.parse,
    ArticleRef: _article_ref,
    ProposalRef: _proposal_ref,
    Target: parse_ref,
}
"""What is written as a text, and what reads it; ``str`` writes it."""

TAGS: dict[type, tuple[str, str]] = {
    Quote: ("type", "quote"),
    Citation: ("type", "citation"),
    Derived: ("type", "derived"),
    **{cls: ("kind", kind) for kind, cls in KINDS.items()},
    **EDIT_TAGS,
}
"""The classes that stand where others may stand: the key and the value that tell them apart."""


def unstructure(value: object) -> Any:
    """Turn a model into dictionaries, lists, texts and numbers.

    Args:
        value: a model, or a part of one.

    Returns:
        Plain data, with the keys in the order of the fields and the default values left out.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> unstructure(Proposal(id="p1", date=Date("2016-06~"), complete=False))
    {'id': 'p1', 'date': '2016-06~', 'complete': False}
    """
    return _CONVERTER.unstructure(value)


def structure(data: object, cls: type[_T]) -> _T:
    """Turn plain data into a model, strictly.

    Args:
        data: dictionaries, lists, texts and numbers, as `unstructure` makes them.
        cls: the class of the model.

    Returns:
        The model.

    Raises:
        FormatError: names the place of the first value that is not of the type expected there; its
            ``more`` lists the others.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> structure({"id": "p1", "articles_total": "5"}, Proposal)
    Traceback (most recent call last):
    qalamoun_terms.errors.FormatError: articles_total: expected a whole number, got str '5'
    """
    try:
        return _CONVERTER.structure(data, cls)
    except (BaseValidationError, RefusedError) as error:
        raise to_format_error(error) from None


def _plain(expected: str, holds: Callable[[Any], bool]) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if not holds(value):
            raise mismatch(expected, value)
        return value

    return hook


def _text(value: Any, _: Any) -> Any:
    fault = v.text.fault(value)
    if fault is not None:
        raise RefusedError(f"expected {fault.expected}, got {fault.found}")
    return value


def _optional(type_: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    rest = stated(type_)

    def hook(value: Any, _: Any) -> Any:
        return None if value is None else converter.structure(value, rest)

    return hook


def _enum(type_: type[Enum]) -> Callable[[Any, Any], Enum]:
    members = {member.value: member for member in type_}

    def hook(value: Any, _: Any) -> Enum:
        if not isinstance(value, str) or value not in members:
            raise mismatch(f"one of {', '.join(members)}", value)
        return members[value]

    return hook


def _written(type_: Any) -> Callable[[Any, Any], Any]:
    read = TEXTS[type_]

    def hook(value: Any, _: Any) -> Any:
        try:
            return read(_text(value, str))
        except InvalidValueError as error:
            raise RefusedError(str(error).partition(": ")[2]) from None

    return hook


def _many(type_: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    listed: Any = GenericAlias(list, get_args(type_)[:1])

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise mismatch("a list", value)
        return tuple(converter.structure(value, listed))

    return hook


def _named(type_: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    held = get_args(type_)[1]

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise mismatch("an object", value)
        found, faults = {}, []
        for name, part in value.items():
            try:
                found[_text(name, str)] = converter.structure(part, held)
            except (BaseValidationError, RefusedError, InvalidValueError) as error:
                error.add_note(AttributeValidationNote("", name, held))
                faults.append(error)
        if faults:
            raise ClassValidationError("a value by its name", faults, dict)
        return found

    return hook


def _worded(type_: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    cls = members_of(type_)[1]

    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, dict):
            return converter.structure(value, cls)
        if not isinstance(value, str):
            raise mismatch("text or an object", value)
        return _text(value, str)

    return hook


def _renamed(type_: type) -> Any:
    """Say which key each field has; typed with Any for the keyword arguments of cattrs."""
    return {one.name: override(rename=key_of(one.name)) for one in attrs.fields(type_)}


def _object(type_: type, converter: Converter) -> Callable[[Any, Any], Any]:
    hook: Callable[[Any, Any], Any] = make_dict_structure_fn(type_, converter, **_renamed(type_))

    def strict(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise mismatch("an object", value)
        return hook(_with_values(value, type_, converter), type_)

    return strict


def _with_values(data: dict[str, Any], type_: type, converter: Converter) -> dict[str, Any]:
    """Read the values whose type another field of the same object tells."""
    type_of = VALUE_TYPES.get(type_)
    value_type = None if type_of is None else type_of(data)
    if value_type is None:
        return data
    read = dict(data)
    for key in ("old", "new"):
        if data.get(key) is not None:
            try:
                read[key] = converter.structure(data[key], value_type)
            except (BaseValidationError, RefusedError) as error:
                raise RefusedError(to_format_error(error).problem, key) from None
    return read


def choices_of(type_: Any) -> dict[str, type]:
    """List the tagged classes that may stand in a field of this type, by their tags.

    >>> choices_of(Quote | Citation)
    {'quote': <class '...Quote'>, 'citation': <class '...Citation'>}
    """
    members = members_of(type_)
    if not all(isinstance(one, type) for one in members) or object in members:
        return {}
    return {tag: cls for cls, (_, tag) in TAGS.items() if issubclass(cls, members)}


def _tagged(type_: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    choices = choices_of(type_)
    key = TAGS[next(iter(choices.values()))][0]
    expected = f"one of {', '.join(choices)}"

    @functools.cache
    def plain(cls: type) -> Callable[[Any, Any], Any]:
        return _object(cls, converter)

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise mismatch("an object", value)
        tag = value.get(key)
        if not isinstance(tag, str) or tag not in choices:
            raise RefusedError(f"expected {expected}, got {v.describe(tag)}", key)
        rest = {name: part for name, part in value.items() if name != key}
        return plain(choices[tag])(rest, choices[tag])

    return hook


def _fields(type_: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    hook: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        type_, converter, _cattrs_omit_if_default=True, **_renamed(type_)
    )
    keys = [key_of(one.name) for one in attrs.fields(type_)]
    tag = dict([TAGS[type_]]) if type_ in TAGS else {}

    def in_order(value: Any) -> dict[str, Any]:
        found = hook(value)
        return tag | {key: found[key] for key in keys if key in found}

    return in_order


def _make_converter() -> Converter:
    converter = Converter(
        forbid_extra_keys=True,
        detailed_validation=True,
        unstruct_collection_overrides={tuple: list},
    )
    whole = _plain("a whole number", lambda value: type(value) is int)
    number = _plain("a number", lambda value: type(value) in (int, float))
    truth = _plain("true or false", lambda value: type(value) is bool)
    for cls, hook in ((str, _text), (int, whole), (float, number), (bool, truth)):
        converter.register_structure_hook(cls, hook)
    converter.register_structure_hook_factory(is_enum, _enum)
    converter.register_structure_hook_factory(is_many, _many)
    converter.register_structure_hook_factory(is_named, _named)
    converter.register_structure_hook_factory(attrs.has, _object)
    converter.register_structure_hook_factory(lambda type_: bool(choices_of(type_)), _tagged)
    converter.register_structure_hook_factory(is_worded, _worded)
    converter.register_structure_hook_factory(is_optional, _optional)
    converter.register_structure_hook_factory(lambda type_: type_ in TEXTS, _written)
    converter.register_unstructure_hook_factory(attrs.has, _fields)
    converter.register_unstructure_hook_func(
        lambda type_: type_ is Term,
        converter.unstructure,  # by the class that the value really has
    )
    for written in (Amount, Date, Duration, ArticleRef, ProposalRef):
        converter.register_unstructure_hook(written, str)
    return converter


_CONVERTER = _make_converter()
