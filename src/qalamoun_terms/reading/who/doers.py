"""Who does something: a party under the name that the text gives it."""

from __future__ import annotations

from attrs import field, frozen

from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import is_side
from qalamoun_terms.reading.who.speakers import Speaker


@frozen(kw_only=True)
class Doer:
    """Who does something: the `name` in the text and the side's `role`."""

    name: str
    role: str
    actor: Actor | None = field(default=None, repr=False)

    @property
    def country(self) -> str:
        """The first letters of the state that it acts for, "" where none is named."""
        return self.actor.country if self.actor and self.role == "state" else ""


def doer_of(actor: Actor) -> Doer:
    """An actor as one who does something, on the side that its own words tell.

    Args:
        actor: the actor.
    """
    return Doer(name=actor.name, role=actor.role, actor=actor)


def as_doer(speaker: Speaker) -> list[Doer]:
    """A speaker as one who does something, under the name of the body that it speaks for.

    Args:
        speaker: who says something.

    >>> as_doer(Speaker(kind="named", name="Lina Moro", role="civilian"))[0].name
    'Lina Moro'
    """
    if not is_side(speaker.role):
        return []
    name = speaker.actor.name if speaker.actor else speaker.name or ""
    return [Doer(name=_body_in(name) or name, role=speaker.role, actor=speaker.actor)]


def _body_in(name: str) -> str:
    """The body that a phrase names in quotation marks ("a source in the "Town Council"")."""
    parts = name.replace("“", '"').replace("”", '"').split('"')
    return parts[1] if len(parts) > 2 else ""
