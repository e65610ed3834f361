"""Where an exchange of the parties stands: under whose name words stand, and what they answer."""

from __future__ import annotations

from attrs import define, field, frozen

from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.speakers import Speaker


@frozen(kw_only=True)
class Label:
    """Whose words follow a colon: the parties, who speaks for them, and the matter that is named.

    `stop` is the word after the colon, `bracketed` tells a note in brackets.
    """

    doers: tuple[Doer, ...]
    speaker: Speaker
    stop: int
    topic: tuple[int, int] | None = None
    bracketed: bool = False


@define
class Exchange:
    """The label that the words at hand stand under, the matter that was put last, and what was asked.

    `asked` are the packages that a question asks for, by the block that answers it.
    """

    label: Label | None = None
    label_segment: int = -1
    matter: list[Target] = field(factory=list)
    matter_segment: int = -1
    asked: dict[int, Package] = field(factory=dict)
