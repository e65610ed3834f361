"""Sets of terms that a text tells apart: an old paper and a new draft, an offer, demands, a deal."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from attrs import define, field

from qalamoun_terms.reading.text.frames import Span, TermMention
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import AT_TABLE
from qalamoun_terms.reading.who.speakers import REPORT, Speaker

PACKAGES_BACK = 24  # packages that words may still mean

WHOLES = frozenset({"deal", "paper"})
"""Packages that stand for a whole text, agreed or on the table; the others ask for something, or are a part."""


@define(kw_only=True)
class Item:
    """A term of a package: where it is stated, and its mark in a list.

    `weighed` tells that learnt weights took it for a term, where no word introduces one; `named` that
    only the name of its package states it ("the ceasefire deal"); `stems` are the words by which
    answers come back to it, once those are asked for.
    """

    mention: TermMention
    sentence: int
    label: str | None = None
    heading: str | None = None
    speaker: Speaker = REPORT
    weighed: bool = False
    named: bool = False
    stems: tuple[AbstractSet[str], AbstractSet[str]] | None = field(
        default=None, init=False, eq=False, repr=False
    )


@define(kw_only=True, eq=False)
class Package:
    """A set of terms while the text is being read."""

    sort: str
    noun: str
    title: str
    place: Span
    sentence: int
    owner: Actor | None = None
    role: str = "unstated"
    items: list[Item] = field(factory=list)
    status: str = "proposed"
    partial: bool = False
    verbatim: bool = False  # whether the text at hand is the package itself
    speaker: Speaker = REPORT
    dated: list[Span] = field(factory=list)

    def holds(self, kind: str) -> bool:
        """Whether one of its terms is of a kind.

        Args:
            kind: the kind.
        """
        return any(item.mention.term.kind == kind for item in self.items)

    @property
    def told(self) -> bool:
        """Whether the text states any of its terms, and does not just call it a truce."""
        return any(not item.named for item in self.items)

    def count_told(self) -> int:
        """How many of its terms the text states."""
        return len([None for item in self.items if not item.named])


@define
class Shelf:
    """The packages of a text so far, in the order in which they were met."""

    packages: list[Package] = field(factory=list)
    current: Package | None = None

    def add(self, package: Package) -> Package:
        """Puts a new package on the shelf and makes it the current one."""
        self.packages.append(package)
        self.current = package
        return package

    @property
    def recent(self) -> list[Package]:
        """The packages that words may still mean."""
        return self.packages[-PACKAGES_BACK:]


def proposer_side(role: str) -> str:
    """The word for whose proposal it is: residents and onlookers are not told apart.

    Args:
        role: the side's word.

    >>> proposer_side("state"), proposer_side("civilian")
    ('state', 'unstated')
    """
    return role if role in AT_TABLE else "unstated"
