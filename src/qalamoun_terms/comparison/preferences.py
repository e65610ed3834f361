"""A table of a user's own preferences, laid over the movements of a change and shown beside what it gives.

The library has no preferences: it says for whom a change is lighter or heavier, and nothing is added up. Whoever
knows what somebody wants writes it down as a table. Which movements go its way and which go against it is then read off
row by row, and the table is always printed with it, so that nobody takes the one for the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

import attrs
from attrs import field, frozen

from qalamoun_terms.comparison.changes import Change
from qalamoun_terms.comparison.movement_rules import field_in_words, kind_in_words
from qalamoun_terms.comparison.told import Movement, one_of
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.proposals import ArticleRef
from qalamoun_terms.model.terms import KINDS, term_fields

__all__ = ["Overlay", "Preference", "Preferences", "Reading", "Way", "overlay"]

_OPPOSITES = {
    "longer": "shorter",
    "shorter": "longer",
    "wider": "narrower",
    "narrower": "wider",
    "added": "removed",
    "removed": "added",
    "more": "fewer",
    "fewer": "more",
}


class Way(Enum):
    """Which way a movement goes, by a row of the table."""

    TOWARD = "as the table prefers"
    AGAINST = "against what the table prefers"
    OPEN = "the table does not tell"


@frozen(kw_only=True)
class Preference:
    """What somebody is held to prefer of one field of one kind of term.

    Args:
        whose: of whom it is said.
        kind: the kind of term.
        field: the field.
        wants: longer, shorter, wider, narrower, more, fewer, added or removed.
        reason: why the author of the table thinks so.

    Raises:
        InvalidValueError: a kind or a field that does not exist, or a wish that is none of these.

    >>> print(
    ...     Preference(whose="Opposition", kind="service_grace", field="duration", wants="longer")
    ... )
    Opposition: service grace, duration: longer
    """

    whose: str = attrs.field(validator=v.nonempty_text)
    kind: str = attrs.field(validator=one_of(*KINDS))
    field: str = attrs.field(validator=v.nonempty_text)
    wants: str = attrs.field(validator=one_of(*_OPPOSITES))
    reason: str | None = attrs.field(default=None, validator=v.optional(v.nonempty_text))

    def __attrs_post_init__(self) -> None:
        known = term_fields(KINDS[self.kind])
        if self.field not in known:
            raise InvalidValueError(
                f"preference.field: expected a field of {self.kind}, got {self.field!r}"
            )

    def __str__(self) -> str:
        named = f"{kind_in_words(self.kind)}, {field_in_words(self.kind, self.field)}"
        reason = f" ({self.reason})" if self.reason else ""
        return f"{self.whose}: {named}: {self.wants}{reason}"


@frozen(kw_only=True)
class Preferences:
    """A table of preferences, and whose table it is.

    Args:
        title: what it is called.
        author: who drew it up.
        rows: the preferences.

    Raises:
        InvalidValueError: two rows that want the opposite of each other, or the same, for the same party.

    >>> table = Preferences(
    ...     title="What the families asked for",
    ...     author="A. Reader",
    ...     rows=[
    ...         Preference(whose="Families", kind="service_grace", field="duration", wants="longer")
    ...     ],
    ... )
    >>> print(table)
    What the families asked for, a table by A. Reader:
      Families: service grace, duration: longer
    """

    title: str = field(validator=v.nonempty_text)
    author: str = field(validator=v.nonempty_text)
    rows: tuple[Preference, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Preference))

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[str, ...]] = set()
        for one in self.rows:
            about = (one.whose, one.kind, one.field)
            if (*about, one.wants) in seen or (*about, _OPPOSITES[one.wants]) in seen:
                raise InvalidValueError(
                    f"preferences.rows: expected one row each, got two for {', '.join(about)}"
                )
            seen.add((*about, one.wants))

    def __iter__(self) -> Iterator[Preference]:
        return iter(self.rows)

    def __str__(self) -> str:
        rows = (f"  {one}" for one in self.rows)
        return "\n".join([f"{self.title}, a table by {self.author}:", *rows])


@frozen(kw_only=True)
class Reading:
    """A movement as a row of the table reads it.

    Args:
        words: the movement in words, by itself.
        article: the article after, or else the one before.
        row: the row of the table that speaks of it.
        way: which way it goes by that row.

    >>> row = Preference(whose="Families", kind="service_grace", field="duration", wants="longer")
    >>> print(
    ...     Reading(words="service grace: duration 6 months -> 9 months", row=row, way=Way.TOWARD)
    ... )
    service grace: duration 6 months -> 9 months: for Families, as the table prefers
    """

    words: str = field(validator=v.nonempty_text)
    article: ArticleRef | None = field(default=None, validator=v.optional(v.instance(ArticleRef)))
    row: Preference = field(validator=v.instance(Preference))
    way: Way = field(validator=v.instance(Way))

    def __str__(self) -> str:
        return f"{self.words}: for {self.row.whose}, {self.way.value}"


@frozen(kw_only=True, repr=False)
class Overlay:
    """A table of preferences beside what it says of a change; nothing is added up.

    Args:
        table: the table.
        readings: the movements that it speaks of, each with its row.
        unread: the movements that it says nothing of, in words.

    >>> overlay([], Preferences(title="Mine", author="A. Reader", rows=[]))
    <Overlay of 'Mine': nothing in it speaks of these movements>
    """

    table: Preferences = field(validator=v.instance(Preferences))
    readings: tuple[Reading, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Reading)
    )
    unread: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text)
    )

    _repr_html_ = repr_html

    def __iter__(self) -> Iterator[Reading]:
        return iter(self.readings)

    def __len__(self) -> int:
        return len(self.readings)

    def __repr__(self) -> str:
        told = (
            f"{len(self.readings)} readings"
            if self.readings
            else "nothing in it speaks of these movements"
        )
        return f"<Overlay of {self.table.title!r}: {told}>"

    def __str__(self) -> str:
        lines = [str(self.table), "By this table, and by nothing else:"]
        lines += [f"  {one}" for one in self.readings] or ["  nothing is said of these movements"]
        lines += [f"  {one}: not in the table" for one in self.unread]
        return "\n".join(lines)


def overlay(change: Change | Iterable[Movement], table: Preferences) -> Overlay:
    """Lay a table of preferences over the movements of a change.

    Args:
        change: the change, or movements.
        table: the table.

    Returns:
        The table with what it says of each movement.

    >>> movement = Movement(
    ...     kind="service_grace", field="duration", change="shorter", words="grace: shorter"
    ... )
    >>> row = Preference(whose="Families", kind="service_grace", field="duration", wants="longer")
    >>> print(overlay([movement], Preferences(title="Mine", author="A. Reader", rows=[row])))
    Mine, a table by A. Reader:
      Families: service grace, duration: longer
    By this table, and by nothing else:
      grace: shorter: for Families, against what the table prefers
    """
    movements = tuple(change.movements if isinstance(change, Change) else change)
    readings: list[Reading] = []
    unread: list[str] = []
    for movement in movements:
        rows = [one for one in table if (one.kind, one.field) == (movement.kind, movement.field)]
        readings += [_reading(movement, row) for row in _one_each(movement, rows)]
        unread += [] if rows else [_words(movement)]
    return Overlay(table=table, readings=readings, unread=unread)


def _one_each(movement: Movement, rows: list[Preference]) -> list[Preference]:
    """Take for each party the row that tells the way of a movement, or else its first one."""
    chosen: dict[str, Preference] = {}
    for row in sorted(rows, key=lambda one: movement.change not in _told_by(one)):
        chosen.setdefault(row.whose, row)
    return [row for row in rows if chosen[row.whose] is row]


def _told_by(row: Preference) -> tuple[str, str]:
    return row.wants, _OPPOSITES[row.wants]


def _reading(movement: Movement, row: Preference) -> Reading:
    ways = {row.wants: Way.TOWARD, _OPPOSITES[row.wants]: Way.AGAINST}
    return Reading(
        words=_words(movement),
        article=movement.new_article or movement.old_article,
        row=row,
        way=ways.get(movement.change, Way.OPEN),
    )


def _words(movement: Movement) -> str:
    return f"{movement.words} ({movement.note})" if movement.note else movement.words
