"""What somebody does in a sentence, as its verb says it, and as the story takes it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.arabic.sides import Party
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.who.doers import Doer


@frozen(kw_only=True)
class Act:
    """A verb in its sentence: words `start` up to `end`, who does it, and what it says.

    `named` tells that it is an act only where a package is named as its object, `quoted`
    that who is said to say it does it, `accuser` who alleges it, `nominal` that a noun of doing
    states it, `beside` that who does it is told by the clause before ("..., demanding that").
    """

    start: int
    end: int
    kind: str
    stance: str = ""
    doers: tuple[Party, ...] = ()
    span_from: int
    own: bool = False
    pronoun: bool = False
    tentative: bool = False
    named_deal: bool = False
    fronted: int | None = None
    condition: int | None = None
    comment: bool = False
    content: bool = False
    named: bool = False
    quoted: bool = False
    accuser: tuple[Party, ...] = ()
    nominal: bool = False
    beside: bool = False


@frozen(eq=False)
class Deed:
    """An act as it is read: who does it, where its object ends, and the words that state it.

    `lists` tells that a list follows its sentence.
    """

    act: Act
    doers: Sequence[Doer]
    limit: int
    stop: int
    span: Span
    lists: bool


def doer_of(party: Party) -> Doer:
    """A party as one who does something.

    Args:
        party: the party.
    """
    return Doer(name=party.name, role=party.role or "other", actor=party.actor())
