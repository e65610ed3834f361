"""Frozen values of which some fields are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["Postponing", "postponed"]

_Fields = Mapping[str, object]


class Postponing:
    """A base for frozen values of which fields may be postponed.

    Such a value is equal to one that was made with all of its fields, and is written, copied and kept like it:
    whatever looks at a postponed field has it worked out. What that takes is forgotten then.
    """

    __slots__ = ("_due",)

    if not TYPE_CHECKING:  # a checker would take any name for a field

        def __getattr__(self, name: str) -> Any:
            due: tuple[tuple[str, ...], Callable[[], _Fields]] | None
            due = None if name == "_due" else getattr(self, "_due", None)
            if due is not None and name in due[0]:
                for one, value in due[1]().items():
                    object.__setattr__(self, one, value)
                object.__setattr__(self, "_due", None)
            return object.__getattribute__(self, name)


_Made = TypeVar("_Made", bound=Postponing)


def postponed(made: _Made, *names: str, work: Callable[[], _Fields], **known: object) -> _Made:
    """Leave fields of a value that was just made to be worked out later.

    Args:
        made: the value, which nobody else knows yet.
        *names: its fields that are postponed.
        work: gives them, always the same.
        **known: what would be worked out from them and is known already.

    Returns:
        The value.

    >>> from qalamoun_terms.comparison.changes import Link
    >>> link = Link(old=["4"], new=["5"], relation="moved", moved=True)
    >>> postponed(link, "reason", work=lambda: {"reason": "the same place"}).reason
    'the same place'
    """
    for name in names:
        object.__delattr__(made, name)
    for name, value in {**known, "_due": (names, work)}.items():
        object.__setattr__(made, name, value)
    return made
