"""What a bundled case is made of: its files, their order, and what a coder holds to be the same."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from qalamoun_terms.errors import FormatError
from qalamoun_terms.model import validation as v

__all__ = ["Manifest", "Same", "parse_manifest"]


@frozen(kw_only=True)
class Same:
    """Two proposals or articles of different files that a coder holds to be one, and why.

    Args:
        kept: the reference that stays, such as ``trial-2017:p1``.
        dropped: the reference that goes into it.
        reason: why they are one.

    >>> Same(kept="a:p1", dropped="b:p1", reason="one text, two reports").dropped
    'b:p1'
    """

    kept: str = field(validator=v.identifier)
    dropped: str = field(validator=v.identifier)
    reason: str = field(validator=v.nonempty_text)


@frozen(kw_only=True)
class Manifest:
    """The parts of a bundled case.

    Args:
        title: how the case is called.
        files: the coded sources, in the order in which they are joined.
        same: what is one across the files beyond what names tell.

    >>> Manifest(title="A town", files=["report.json"]).files
    ('report.json',)
    """

    title: str = field(validator=v.nonempty_text)
    files: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))
    same: tuple[Same, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Same))


def parse_manifest(text: str) -> Manifest:
    r"""Read the manifest of a case.

    Args:
        text: the manifest, in TOML.

    Returns:
        The parts of the case.

    Raises:
        FormatError: the text is no TOML, or has other keys than a manifest has.
        InvalidValueError: a value of the wrong type.

    >>> parse_manifest('title = "A town"\nfiles = ["report.json"]').title
    'A town'
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"expected TOML: {error}", "manifest") from None
    _expect_keys(data, {"title", "files"}, {"same"}, "manifest")
    same = [_same(item, f"manifest.same[{index}]") for index, item in enumerate(_items(data))]
    return Manifest(title=data["title"], files=data["files"], same=same)


def _items(data: Mapping[str, Any]) -> list[Any]:
    items = data.get("same", [])
    if not isinstance(items, list):
        raise FormatError("expected a list of tables", "manifest.same")
    return items


def _same(item: Any, where: str) -> Same:
    if not isinstance(item, dict):
        raise FormatError("expected a table", where)
    _expect_keys(item, {"kept", "dropped", "reason"}, set(), where)
    return Same(**item)


def _expect_keys(data: Mapping[str, Any], needed: set[str], allowed: set[str], where: str) -> None:
    missing = sorted(needed - data.keys())
    if missing:
        raise FormatError(f"expected {', '.join(missing)}", where)
    unknown = sorted(data.keys() - needed - allowed)
    if unknown:
        raise FormatError(
            f"expected {', '.join(sorted(needed | allowed))}, got {unknown[0]}", where
        )
