"""The words by which the reader tells sides apart, in `Actor.role`, `Speaker.role` and `Doer.role`.

"state", "opposition", "mediator", "civilian" and "other" are the roles of the model's sides; "both"
is said of all who wage the war at once, and "" where no word tells a side.
"""

from __future__ import annotations

PRINCIPALS = frozenset({"state", "opposition"})
"""The two poles of a war."""

CHALLENGING = frozenset({"opposition", "civilian"})
"""Those of the country whom its state has to talk to."""

LOCAL = PRINCIPALS | CHALLENGING
"""Those whose country it is."""

AT_TABLE = PRINCIPALS | {"mediator"}
"""Those who put drafts forward."""

SIDES = LOCAL | AT_TABLE
"""All that are told apart by more than being others."""


def is_side(role: str) -> bool:
    """Whether a word names one certain side.

    Args:
        role: the word.

    >>> [is_side(role) for role in ("state", "both", "")]
    [True, False, False]
    """
    return role not in _NO_SIDE


_NO_SIDE = frozenset({"", "both"})
