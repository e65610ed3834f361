"""What changed in the terms, in plain words.

A movement is told as the change of a field and, where `movement.toml` has a rule, for whom the change is lighter
or heavier. It is never added up, never scored, and never called a concession. Where the new text is known by report
only, a field that it does not mention is not reported, never removed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from textwrap import shorten
from typing import Any

from attrs import evolve, field, frozen

from qalamoun_terms.comparison.changes import Change, Pairing, Run
from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.edits import Drop, FieldEdit, Insert, TextEdit
from qalamoun_terms.comparison.told import Contested, Movement
from qalamoun_terms.comparison.values import in_words
from qalamoun_terms.comparison.wording import WordEdit
from qalamoun_terms.model.proposals import ArticleRef
from qalamoun_terms.model.terms import Quantity
from qalamoun_terms.model.time import Amount, Deadline, Duration, Extension

__all__ = [
    "Contested",
    "Movement",
    "field_in_words",
    "kind_in_words",
    "movements_of",
    "what_happened",
]

_SHOWN = 240
"""So many characters of an article are shown in a movement."""


# --- the rules


@frozen(kw_only=True)
class _Rule:
    """A row of `movement.toml`."""

    name: str
    longer: str | None = None
    wider: str | None = None
    more: str | None = None
    added: str | None = None
    for_whom: str | None = None
    not_for: tuple[str, ...] = field(default=(), converter=tuple)
    yes: str = "yes"
    no: str = "no"

    def direction(self, change: str) -> str:
        said = {"longer": self.longer, "wider": self.wider, "more": self.more, "added": self.added}
        opposite = dict(
            zip(("shorter", "narrower", "fewer", "removed"), said.values(), strict=True)
        )
        turned = {"lighter": "heavier", "heavier": "lighter"}
        return said.get(change) or turned.get(opposite.get(change) or "", "neutral")


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    table = resources.files(__package__).joinpath("movement.toml").read_text(encoding="utf-8")
    return tomllib.loads(table)


def _rule(kind: str, name: str) -> _Rule:
    row = _rules()[kind].get(name) or _rules()["any"].get(name)
    if row is None:
        return _Rule(name=f"{name.replace('_', ' ')}:")
    row = dict(row)
    return _Rule(for_whom=row.pop("for", None), **row)


def kind_in_words(kind: str) -> str:
    """Name a kind of term as it stands in a sentence.

    >>> kind_in_words("protection_guarantee")
    'protection'
    """
    return str(_rules()[kind]["name"])


def field_in_words(kind: str, name: str) -> str:
    """Name a field of a kind as it stands in a movement.

    >>> field_in_words("weapons_handover", "weapon_items")
    'named arms'
    """
    return (_rule(kind, name).name or name.replace("_", " ")).rstrip(":")


# --- the movements of a change


def movements_of(change: Change) -> tuple[Movement, ...]:
    """Tell what changed in the terms.

    Args:
        change: the change.

    Returns:
        The movements in the order of the new draft, then those of the articles that only the old draft has.

    >>> from qalamoun_terms.comparison.compare import compare
    >>> from qalamoun_terms.model.proposals import Account, Article, Proposal
    >>> from qalamoun_terms.model.terms import ArmedExit, Weapon
    >>> before = ArmedExit(weapons=[Weapon.LIGHT, Weapon.MEDIUM])
    >>> after = ArmedExit(weapons=[Weapon.LIGHT])
    >>> old, new = (
    ...     Proposal(id=id, articles=[Article(id="a1", accounts=[Account(term=term)])])
    ...     for id, term in (("p1", before), ("p3", after))
    ... )
    >>> print(movements_of(compare(old, new))[0])
    armed exit: weapons those who leave may carry: light, medium -> light (heavier for those who leave)
    """
    edits: dict[str, list[FieldEdit | TextEdit]] = {}
    for edit in change.edits:
        if isinstance(edit, FieldEdit) or (isinstance(edit, TextEdit) and edit.field):
            edits.setdefault(edit.article, []).append(edit)
    pairings = {one.old[0]: one for one in change.pairings if len(one.old) == len(one.new) == 1}
    found: list[Movement] = []
    for piece in change.order:
        if isinstance(piece, Insert):
            found.append(_whole(change, piece))
            continue
        for pairing in _pairings_in(piece, pairings):
            found += _inside(change, pairing, edits.get(pairing.old[0], []))
    return (*found, *(_whole(change, drop) for drop in change.drops))


def _pairings_in(run: Run, pairings: Mapping[str, Pairing]) -> Iterator[Pairing]:
    for index in range(run.length):
        pairing = pairings.get(run.ids(index)[0])
        if pairing is not None:
            yield pairing


def _whole(change: Change, piece: Insert | Drop) -> Movement:
    """Tell of an article that only one of the drafts is known to have."""
    article, added = piece.article, isinstance(piece, Insert)
    told = _told_of(change, piece)
    ref = ArticleRef(change.new if added else change.old, article.id)
    said = shorten(describe_article(article), _SHOWN, placeholder=" …")
    return Movement(
        old_article=None if added else ref,
        new_article=ref if added else None,
        kind=article.kind,
        field="",
        change=told,
        words=f"{said} ({told})",
    )


def _told_of(change: Change, piece: Insert | Drop) -> str:
    """Say what became of an article that has no counterpart of its own."""
    added = isinstance(piece, Insert)
    for group in change.pairings:
        if len(group.old) == len(group.new) or piece.article.id not in (
            group.new if added else group.old
        ):
            continue
        proposal, others = (change.old, group.old) if added else (change.new, group.new)
        refs = ", ".join(f"{proposal}.{other}" for other in others)
        return f"{group.relation} {'from' if added else 'into'} {refs}"
    return change.comparability.presence if added else change.comparability.absence


def _inside(
    change: Change, pairing: Pairing, edits: list[FieldEdit | TextEdit]
) -> Iterator[Movement]:
    refs = ArticleRef(change.old, pairing.old[0]), ArticleRef(change.new, pairing.new[0])
    changes = [(one.kind, one.field, _one(one.old), _one(one.new)) for one in pairing.claims]
    if not pairing.claims and pairing.relation == "amended":
        changes = [
            (edit.kind, edit.field, edit.old, edit.new)
            for edit in edits
            if isinstance(edit, FieldEdit)
        ]
        for edit in edits:
            if isinstance(edit, TextEdit):
                yield evolve(_reworded(pairing, edit), old_article=refs[0], new_article=refs[1])
    for kind, name, old, new in changes:
        made = _movement(change, pairing, kind, name, (old, new))
        yield evolve(made, old_article=refs[0], new_article=refs[1])


def _one(values: tuple[Any, ...]) -> Any:
    if len(values) > 1:
        return Contested(values)
    return values[0] if values else None


def _reworded(pairing: Pairing, edit: TextEdit) -> Movement:
    shown = "; ".join(_exchange(one) for one in edit.words[:3])
    more = len(edit.words) - 3
    rest = f"; and {more} more" if more > 0 else ""
    return Movement(
        kind=pairing.kind,
        field=edit.field,
        change="changed",
        words=f"{kind_in_words(pairing.kind)}: {_rule(pairing.kind, edit.field).name} {shown}{rest}",
    )


def _exchange(edit: WordEdit) -> str:
    old, new = edit.old.strip(), edit.new.strip()
    if not old:
        return f"“{new}” added"
    return f"“{old}” -> “{new}”" if new else f"“{old}” taken out"


def _movement(
    change: Change, pairing: Pairing, kind: str, name: str, ends: tuple[Any, Any]
) -> Movement:
    rule = _rule(kind, name)
    what = what_happened(*ends)
    silent = pairing.negated or name == "subkind" or pairing.subkind in rule.not_for
    direction = "neutral" if silent else rule.direction(what)
    what, note = _as_far_as_reported(change, what, direction, ends)
    direction = "neutral" if what == "not reported" else direction
    for_whom = None if direction == "neutral" else rule.for_whom
    words = f"{kind_in_words(kind)}: {_sentence(rule, what, ends)}"
    return Movement(
        kind=kind,
        field=name,
        old=ends[0],
        new=ends[1],
        change=what,
        direction=direction,
        for_whom=for_whom,
        words=f"{words} ({direction} for {for_whom})" if for_whom else words,
        note=note,
    )


def _as_far_as_reported(
    change: Change, what: str, direction: str, ends: tuple[Any, Any]
) -> tuple[str, str | None]:
    """Say nothing of a silence: what a report does not mention may still have stood in the text.

    A value that a rule weighs when it is added is told as added all the same, with a note beside it.
    """
    if ends[1] is None and change.comparability.new == "reported":
        return "not reported", None
    if ends[0] is None and change.comparability.old == "reported":
        said = "not reported before"
        return (said, None) if direction == "neutral" else (what, said)
    return what, None


def _sentence(rule: _Rule, what: str, ends: tuple[Any, Any]) -> str:
    old, new = (_value(rule, end) for end in ends)
    if what == "not reported":
        return f"{_joined(rule, old)}, not reported in the new text"
    if what == "not reported before":
        return f"{_joined(rule, new)}, not reported before"
    if ends[0] is None:
        return _joined(rule, new if isinstance(ends[1], bool) else f"{new} added")
    if ends[1] is None:
        return f"{_joined(rule, old)} removed"
    return _joined(rule, f"{old} -> {new}")


def _joined(rule: _Rule, words: str) -> str:
    return f"{rule.name} {words}" if rule.name else words


def _value(rule: _Rule, value: Any) -> str:
    if isinstance(value, bool):
        return rule.yes if value else rule.no
    if isinstance(value, Contested):
        return str(value)
    words = in_words(value)
    return words.replace("_", " ") if rule.name in ("form", "kind of provision:") else words


# --- what happened to a value


def what_happened(old: Any, new: Any) -> str:
    """Say what happened to the value of a field: added, removed, longer, shorter, more, fewer, wider, narrower.

    Args:
        old: the value before; None where none is stated.
        new: the value after.

    Returns:
        The word; ``contested`` where accounts differ, ``changed`` where no other word is sure.

    >>> what_happened(("heavy", "medium"), ("heavy",)), what_happened(None, ("heavy",))
    ('narrower', 'added')
    """
    if isinstance(old, Contested) or isinstance(new, Contested):
        return "contested"
    if old is None or (old is False and new is True):
        return "added"
    if new is None or (old is True and new is False):
        return "removed"
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _counts(old, new) or _sets(set(old), set(new))
    before, after = _length_of(old), _length_of(new)
    return "changed" if before is None or after is None else _lengths(before, after)


def _sets(old: set[Any], new: set[Any]) -> str:
    if old < new:
        return "wider"
    return "narrower" if new < old else "changed"


def _counts(old: tuple[Any, ...], new: tuple[Any, ...]) -> str | None:
    """Say whether the counts of the same things went up or down; None where that is not all that changed."""
    if not all(isinstance(one, Quantity) for one in (*old, *new)):
        return None
    before, after = ({(one.unit, one.per): one for one in some} for some in (old, new))
    if before.keys() != after.keys() or len(before) < len(old) or len(after) < len(new):
        return None
    ways = {_count(before[key], after[key]) for key in before} - {"same"}
    return ways.pop() if len(ways) == 1 else None


def _count(old: Quantity, new: Quantity) -> str:
    """Say which of two counts is more where both ends agree on it; no upper end is above any."""
    ends = [(old.min, new.min), *(((old.max, new.max),) if old.max != new.max else ())]
    steps = {0 if a == b else 1 if a is not None and (b is None or b > a) else -1 for a, b in ends}
    if steps == {0}:
        return "same" if old.approximate == new.approximate else "changed"
    return "more" if steps <= {0, 1} else "fewer" if steps <= {0, -1} else "changed"


def _length_of(value: Any) -> Duration | None:
    if isinstance(value, Duration):
        return value
    if isinstance(value, Extension):
        return value.up_to if value.by is None and value.times is None else None
    return value.within if isinstance(value, Deadline) and value.by is None else None


def _lengths(old: Duration, new: Duration) -> str:
    """Say which is longer where both ends of the ranges agree on it."""
    ends = {_compared(new.min, old.min), _compared(new.max, old.max)}
    if ends <= {0, 1} and 1 in ends:
        return "longer"
    return "shorter" if ends <= {0, -1} and -1 in ends else "changed"


def _compared(one: Amount, other: Amount) -> int | None:
    return one.compare(other)
