"""What changed in the terms, in plain words.

A movement is told as the change of a field and, where `movement.toml` has a rule, for whom the change is lighter
or heavier. It is never added up, never scored, and never called a concession. Where the new text is known by report
only, a field that it does not mention is not reported, never removed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import Any

from attrs import evolve

from qalamoun_terms.comparison.changes import Change, Pairing, Run
from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.edits import Drop, FieldEdit, Insert, TextEdit
from qalamoun_terms.comparison.happened import what_happened
from qalamoun_terms.comparison.movement_rules import Rule, kind_in_words, rule_of
from qalamoun_terms.comparison.told import Contested, Movement
from qalamoun_terms.comparison.values import in_words
from qalamoun_terms.comparison.wording import WordEdit
from qalamoun_terms.model.proposals import ArticleRef

__all__ = ["Contested", "Movement", "kind_in_words", "movements_of"]

_SHOWN, _LOOKED_AT = 240, 500
"""So many characters of an article are shown in a movement, and so many are looked at to find the words."""


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
    into, from_ = _groups(change, added=False), _groups(change, added=True)
    for piece in change.order:
        if isinstance(piece, Insert):
            found.append(_whole(change, piece, from_.get(piece.article.id)))
            continue
        for pairing in _pairings_in(piece, pairings):
            found += _inside(change, pairing, edits.get(pairing.old[0], []))
    return (
        *found,
        *(_whole(change, drop, into.get(drop.article.id)) for drop in change.drops),
    )


def _pairings_in(run: Run, pairings: Mapping[str, Pairing]) -> Iterator[Pairing]:
    for (old, _), _ in run.rows():
        pairing = pairings.get(old)
        if pairing is not None:
            yield pairing


_Group = tuple[Pairing, tuple[str, ...]]
"""What was split or merged, and its articles in the other draft."""


def _groups(change: Change, *, added: bool) -> dict[str, _Group]:
    """Give for each new or old article the group in which it belongs to the most articles of the other draft."""
    found: dict[str, _Group] = {}
    for group in change.outlines.groups:
        own, others = (group.new, group.old) if added else (group.old, group.new)
        for article in own if len(own) != len(others) else ():
            if article not in found or len(others) > len(found[article][1]):
                found[article] = group, others
    return found


def _whole(change: Change, piece: Insert | Drop, group: _Group | None) -> Movement:
    """Tell of an article that only one of the drafts is known to have."""
    article, added = piece.article, isinstance(piece, Insert)
    told = _told_of(change, group, added=added)
    ref = ArticleRef(change.new if added else change.old, article.id)
    said = " ".join(describe_article(article).split())[:_LOOKED_AT]
    return Movement(
        old_article=None if added else ref,
        new_article=ref if added else None,
        kind=article.kind,
        field="",
        change=told,
        words=f"{shorten(said, _SHOWN, placeholder=' …')} ({told})",
    )


def _told_of(change: Change, group: _Group | None, *, added: bool) -> str:
    """Say what became of an article that has no counterpart of its own."""
    if group is None:
        return change.comparability.presence if added else change.comparability.absence
    pairing, others = group
    refs = ", ".join(f"{change.old if added else change.new}.{other}" for other in others)
    return f"{pairing.relation} {'from' if added else 'into'} {refs}"


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
        words=f"{kind_in_words(pairing.kind)}: {rule_of(pairing.kind, edit.field).name} {shown}{rest}",
    )


def _exchange(edit: WordEdit) -> str:
    old, new = edit.old.strip(), edit.new.strip()
    if not old:
        return f"“{new}” added"
    return f"“{old}” -> “{new}”" if new else f"“{old}” taken out"


def _movement(
    change: Change, pairing: Pairing, kind: str, name: str, ends: tuple[Any, Any]
) -> Movement:
    rule = rule_of(kind, name)
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


def _sentence(rule: Rule, what: str, ends: tuple[Any, Any]) -> str:
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


def _joined(rule: Rule, words: str) -> str:
    return f"{rule.name} {words}" if rule.name else words


def _value(rule: Rule, value: Any) -> str:
    if isinstance(value, bool):
        return rule.yes if value else rule.no
    if isinstance(value, Contested):
        return str(value)
    words = in_words(value)
    return words.replace("_", " ") if rule.name in ("form", "kind of provision:") else words
