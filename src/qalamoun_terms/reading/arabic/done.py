"""What somebody does in a sentence, as its verb says it."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.arabic.sides import Party


@frozen(kw_only=True)
class Act:
    """A verb in its sentence: words `start` up to `end`, who does it, and what it says.

    `named` tells that it is an act only where a package is named as its object, `quoted`
    that who is said to say it does it, `accuser` who alleges it.
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
