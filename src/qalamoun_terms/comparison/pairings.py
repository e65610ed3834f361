"""What a change holds of the articles that were matched: rows of them that stay, and what is known of pairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import field, frozen

from qalamoun_terms.comparison.counting import counted, counted_row
from qalamoun_terms.comparison.force import Force
from qalamoun_terms.comparison.told import one_of
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v

__all__ = ["Claims", "Pairing", "Run"]

_LONGEST = 1_000_000
"""Far beyond any draft, and little enough to be written out."""


@frozen(kw_only=True)
class Run:
    """Articles that follow on each other in both drafts, each with its counterpart.

    Args:
        old: the first one's id in the old draft; the others count on.
        new: its id in the new draft; the others count on.
        at: how many articles stand before it in the old draft.
        length: how many articles.
        moved: whether they stand elsewhere among the others.
        shift: how far the numbers of their labels moved on.
        old_name: the first one's designator in the old draft, where that is not its id; the others count on.
        new_name: the same in the new draft.

    Raises:
        InvalidValueError: no article, or an id that does not count on.

    >>> Run(old="a1", new="a2", at=0, length=3).ids(2)
    ('a3', 'a4')
    """

    old: str = field(validator=v.undotted)
    new: str = field(validator=v.undotted)
    at: int = field(validator=v.count)
    length: int = field(default=1, validator=v.count)
    moved: bool = field(default=False, validator=v.boolean)
    shift: int = field(default=0, validator=v.instance(int))
    old_name: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    new_name: str | None = field(default=None, validator=v.optional(v.nonempty_text))

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.length <= _LONGEST:
            raise InvalidValueError(f"run.length: expected 1 to {_LONGEST}, got {self.length}")
        for name in ("old", "new", "old_name", "new_name") if self.length > 1 else ():
            first = getattr(self, name)
            if first is not None and counted(first, self.length - 1) is None:
                raise InvalidValueError(f"run.{name}: expected a number to count on, got {first!r}")

    def ids(self, index: int) -> tuple[str, str]:
        """Give the ids of one of its articles in the old and in the new draft.

        Args:
            index: which one, from 0.
        """
        return _counted(self.old, index), _counted(self.new, index)

    def designators(self, index: int) -> tuple[str, str]:
        """Give the designators of one of its articles in the old and in the new draft.

        Args:
            index: which one, from 0.

        >>> Run(old="a1", new="a1", at=0, length=2, old_name="4", new_name="5").designators(1)
        ('5', '6')
        """
        return (
            _counted(self.old_name or self.old, index),
            _counted(self.new_name or self.new, index),
        )

    def rows(self) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        """Go through its articles: the ids of each in the old and in the new draft, and its designators.

        >>> list(Run(old="a1", new="a2", at=0, length=2, new_name="5").rows())
        [(('a1', 'a2'), ('a1', '5')), (('a2', 'a3'), ('a2', '6'))]
        """
        old, new = (_counted_row(first, self.length) for first in (self.old, self.new))
        ids = list(zip(old, new, strict=True))
        if self.old_name is None and self.new_name is None:
            return zip(ids, ids, strict=True)
        old = _counted_row(self.old_name, self.length) if self.old_name else old
        new = _counted_row(self.new_name, self.length) if self.new_name else new
        return zip(ids, zip(old, new, strict=True), strict=True)


def _counted(first: str, step: int) -> str:
    text = counted(first, step)
    if text is None:
        raise _no_number(first)
    return text


def _counted_row(first: str, length: int) -> list[str]:
    found = counted_row(first, length)
    if found is None:
        raise _no_number(first)
    return found


def _no_number(text: str) -> InvalidValueError:
    return InvalidValueError(f"run: expected a number to count on, got {text!r}")


@frozen(kw_only=True)
class Claims:
    """What the accounts of a contested article claim of one field, before and after.

    Args:
        kind: the kind of term that has the field.
        field: the name of the field; ``kind`` where the accounts tell of different kinds.
        old: the different values claimed before, in the order of the accounts; empty where none is stated.
        new: the same after.

    >>> Claims(kind="ceasefire", field="scope", old=[("air strikes",)], new=[]).new
    ()
    """

    kind: str = attrs.field(validator=v.nonempty_text)
    field: str = attrs.field(validator=v.nonempty_text)
    old: tuple[Any, ...] = attrs.field(default=(), converter=v.to_tuple)
    new: tuple[Any, ...] = attrs.field(default=(), converter=v.to_tuple)


@frozen(kw_only=True)
class Pairing:
    """What is known of articles that were matched and are not simply equal.

    Args:
        old: their ids in the old draft.
        new: their ids in the new draft.
        relation: split, merged or amended, or kept where only what they rest on changed.
        confidence: how sure the match is, from 0 to 1.
        reason: why they were matched, in words.
        kind: the kind of term, by the new draft.
        subkind: the finer kind, where both sides state the same one.
        negated: whether both sides forbid what the kind describes.
        reported: whether either side is known by report, so that its words say nothing.
        expects: a mark of what the old article says, where it is edited.
        makes: the same of the new article.
        claims: the claimed values that changed, where either side is contested.
        force: what changed in what the wording binds to, where both are known word for word.

    >>> Pairing(old=["a1"], new=["a1"], kind="ceasefire", reason="same label").relation
    'amended'
    """

    old: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.undotted))
    new: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.undotted))
    relation: str = field(default="amended", validator=one_of("split", "merged", "amended", "kept"))
    confidence: float = field(default=1.0, validator=v.number_between(0, 1))
    reason: str = field(validator=v.nonempty_text)
    kind: str = field(validator=v.nonempty_text)
    subkind: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    negated: bool = field(default=False, validator=v.boolean)
    reported: bool = field(default=False, validator=v.boolean)
    expects: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    makes: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    claims: tuple[Claims, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Claims)
    )
    force: tuple[Force, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Force))
