"""Codings come in: plain JSON, checked to the last key, so that a slip of the pen is not counted as an error of reading."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from attrs import frozen

from qalamoun_terms.errors import FormatError
from qalamoun_terms.evaluation.codings import (
    CodedDocument,
    CodedProposal,
    CodedStance,
    CodedTerm,
    Span,
)
from qalamoun_terms.formats.refusals import below
from qalamoun_terms.model.actors import SideRole
from qalamoun_terms.model.proposals import Status
from qalamoun_terms.model.record import Stance
from qalamoun_terms.model.terms import KINDS
from qalamoun_terms.model.validation import describe

__all__ = ["read_coding"]

_T = TypeVar("_T")

_SIDES = tuple(side.value for side in SideRole)
_PROPOSER_SIDES = ("state", "opposition", "mediator", "joint", "unstated")
_STATUSES = (*(status.value for status in Status), "unstated")
_STANCES = tuple(stance.value for stance in Stance)
_GENRES = ("report", "agreement_text", "statement")


def read_coding(data: Mapping[str, Any] | str | bytes) -> CodedDocument:
    """Read a coding of one document.

    Args:
        data: the coding, as JSON or as the plain values that JSON gives.

    Returns:
        The coding; parties, places and notes stay behind, since nothing is scored by them.

    Raises:
        FormatError: names every place that does not follow the format, and what was expected there.

    >>> read_coding('{"id": "d", "proposals": [], "stances": []}')
    CodedDocument(id='d', published=None, proposals=(), stances=())
    >>> read_coding({"id": "d", "proposals": [], "stance": []})
    Traceback (most recent call last):
    qalamoun_terms.errors.FormatError: stances: expected a value, got none (and 1 more problem)
    """
    problems: list[tuple[str, str]] = []
    document = _document(_Place(_plain(data), "", problems))
    if problems:
        (path, problem), *more = problems
        raise FormatError(problem, path or "$", (f"{at or '$'}: {what}" for at, what in more))
    return document


def _plain(data: Mapping[str, Any] | str | bytes) -> Any:
    if not isinstance(data, str | bytes):
        return data
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FormatError(f"expected JSON: {error.msg[:1].lower()}{error.msg[1:]}", place) from None
    except UnicodeDecodeError as error:
        raise FormatError(f"expected utf-8, got another byte at offset {error.start}") from None
    except (RecursionError, ValueError):
        raise FormatError("expected plain JSON, got lists or numbers beyond measure") from None


@frozen
class _Place:
    """A value at its place in a coding; what is wrong with it goes on the list of problems."""

    value: Any
    path: str
    problems: list[tuple[str, str]]

    def refuse(self, expected: str, hint: str = "") -> None:
        found = describe(self.value)
        self.problems.append((self.path, f"expected {expected}, got {found}{hint}"))

    def record(
        self, required: Collection[str], optional: Collection[str] = ()
    ) -> dict[str, _Place]:
        """Give the keys of an object; those that nobody knows and those that are missing are refused."""
        if not isinstance(self.value, Mapping):
            self.refuse("an object")
            return {}
        known = (*required, *optional, "notes")
        for key in required:
            if key not in self.value:
                self.problems.append((below(self.path, key), "expected a value, got none"))
        found = {str(key): self.at(str(key), value) for key, value in self.value.items()}
        for key in [key for key in found if key not in known]:
            near = get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            found[key].problems.append((found[key].path, f"expected no such key{hint}"))
        return found

    def at(self, key: str, value: Any) -> _Place:
        return _Place(value, below(self.path, key), self.problems)

    def items(self) -> Iterator[_Place]:
        if not isinstance(self.value, list | tuple):
            self.refuse("a list")
            return
        for index, value in enumerate(self.value):
            yield _Place(value, f"{self.path}[{index}]", self.problems)

    def text(self, *, empty: bool = True) -> str:
        if isinstance(self.value, str) and (self.value.strip() or empty):
            return self.value
        self.refuse("text")
        return ""

    def one_of(self, known: Collection[str]) -> str:
        if isinstance(self.value, str) and self.value in known:
            return self.value
        near = get_close_matches(str(self.value), known, n=1)
        self.refuse(f"one of {', '.join(known)}", f"; did you mean {near[0]}?" if near else "")
        return ""


def _document(place: _Place) -> CodedDocument:
    keys = place.record(("id", "proposals", "stances"), ("published", "genre", "parties", "places"))
    _maybe(keys, "genre", lambda one: one.one_of(_GENRES))
    document = CodedDocument(
        id=_text(keys, "id"),
        published=_maybe(keys, "published", _Place.text),
        proposals=_list(keys, "proposals", _proposal),
        stances=_list(keys, "stances", _stance),
    )
    _own_ids(keys, "proposals", [one.id for one in document.proposals])
    _known_targets(keys, document)
    return document


def _proposal(place: _Place) -> CodedProposal:
    keys = place.record(("id", "terms"), ("label", "proposer_side", "date", "status"))
    terms = _list(keys, "terms", _term)
    _own_ids(keys, "terms", [one.id for one in terms])
    return CodedProposal(
        id=_id(keys),
        label=_maybe(keys, "label", _Place.text) or "",
        proposer_side=_maybe(keys, "proposer_side", lambda one: one.one_of(_PROPOSER_SIDES)),
        date=_maybe(keys, "date", _Place.text),
        status=_maybe(keys, "status", lambda one: one.one_of(_STATUSES)),
        terms=terms,
    )


def _term(place: _Place) -> CodedTerm:
    keys = place.record(("id", "kind", "span"), ("gist", "fields"))
    return CodedTerm(
        id=_id(keys),
        kind=keys["kind"].one_of(tuple(KINDS)) if "kind" in keys else "",
        gist=_maybe(keys, "gist", _Place.text) or "",
        span=_span(keys),
        fields=_maybe(keys, "fields", _fields) or {},
    )


def _fields(place: _Place) -> dict[str, tuple[str, ...]]:
    if not isinstance(place.value, Mapping):
        place.refuse("an object")
        return {}
    names = {str(name): place.at(str(name), value) for name, value in place.value.items()}
    return {name: values for name, one in names.items() if (values := _values(one))}


def _values(place: _Place) -> tuple[str, ...]:
    """Give the values of a field: one text or several; nothing where it is left empty."""
    if place.value in (None, ""):
        return ()
    if isinstance(place.value, list | tuple):
        return tuple(one.text(empty=False) for one in place.items())
    if not isinstance(place.value, str):
        place.refuse("text or a list of texts")
        return ()
    return (place.value,)


def _stance(place: _Place) -> CodedStance:
    keys = place.record(("side", "target", "stance", "span"), ("party", "said_by"))
    return CodedStance(
        side=keys["side"].one_of(_SIDES) if "side" in keys else "",
        party=_maybe(keys, "party", _Place.text) or "",
        target=_text(keys, "target"),
        stance=keys["stance"].one_of(_STANCES) if "stance" in keys else "",
        said_by=_maybe(keys, "said_by", _Place.text) or "reporter",
        span=_span(keys),
    )


def _span(keys: Mapping[str, _Place]) -> Span:
    place = keys.get("span")
    if place is None:
        return Span(0, 0)
    ends = place.value
    if isinstance(ends, list | tuple) and len(ends) == 2 and all(type(one) is int for one in ends):
        return Span(*ends)
    place.refuse("two whole numbers, start and end")
    return Span(0, 0)


def _maybe(keys: Mapping[str, _Place], name: str, read: Callable[[_Place], _T]) -> _T | None:
    place = keys.get(name)
    return None if place is None or place.value is None else read(place)


def _text(keys: Mapping[str, _Place], name: str) -> str:
    return keys[name].text(empty=False) if name in keys else ""


def _id(keys: Mapping[str, _Place]) -> str:
    found = _text(keys, "id")
    if "/" in found:
        keys["id"].refuse("an id without a slash")
    return found


def _list(keys: Mapping[str, _Place], name: str, read: Callable[[_Place], _T]) -> tuple[_T, ...]:
    return tuple(read(one) for one in keys[name].items()) if name in keys else ()


def _own_ids(keys: Mapping[str, _Place], name: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for index, one in enumerate(ids):
        if one and one in seen:
            where = f"{keys[name].path}[{index}].id"
            keys[name].problems.append((where, f"expected an id of its own, got {one!r} again"))
        seen.add(one)


def _known_targets(keys: Mapping[str, _Place], document: CodedDocument) -> None:
    known = {*(one.id for one in document.proposals), *(one.ref for one in document.terms)}
    for index, stance in enumerate(document.stances):
        if stance.target and stance.target not in known:
            where = f"{keys['stances'].path}[{index}].target"
            problem = f"expected a proposal or a term of this coding, got {stance.target!r}"
            keys["stances"].problems.append((where, problem))
