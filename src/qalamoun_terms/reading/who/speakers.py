"""Who says so: speakers, and the stretches of a text that are in their words."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from attrs import field, frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.who.naming import Actor

VOICES_BACK = 48  # voices looked back on


@frozen(kw_only=True)
class Speaker:
    """Who says something: `kind` is "report", "named" or "anonymous"; `role` the speaker's side."""

    kind: str = "report"
    name: str | None = None
    affiliation: str | None = None
    role: str = ""
    actor: Actor | None = field(default=None, repr=False)


REPORT = Speaker()


def speaker_of(actor: Actor) -> Speaker:
    """An actor as a named speaker.

    Args:
        actor: the actor.
    """
    return Speaker(kind="named", name=actor.name, role=actor.role, actor=actor)


@frozen(kw_only=True)
class Voice:
    """A stretch of text in somebody's words.

    `verb` is the verb of saying; `rank` is higher where the words of saying enclose the whole.
    """

    span: Span
    speaker: Speaker
    verb: str = ""
    rank: int = 1
    quoted: bool = False


def voice_at(voices: Sequence[Voice], place: int) -> Voice | None:
    """The voice that answers for a place of the text, None where the report itself speaks.

    Args:
        voices: the voices of the text.
        place: an offset into the text.

    >>> voice_at((), 3) is None
    True
    """
    covering = voices_over(voices, place)
    if not covering:
        return None
    return max(covering, key=lambda v: (v.quoted, v.rank, -v.span.start))


def voices_over(voices: Sequence[Voice], place: int) -> list[Voice]:
    """All voices that cover a place of the text, in their order.

    Args:
        voices: the voices of the text, by where they begin.
        place: an offset into the text.

    >>> voices_over((), 3)
    []
    """
    at = bisect.bisect_right(voices, place, key=lambda v: v.span.start)
    return [v for v in voices[max(0, at - VOICES_BACK) : at] if place < v.span.end]
