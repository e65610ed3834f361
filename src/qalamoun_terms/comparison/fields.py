"""The fields in which two terms of one kind differ, and what inside of them changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from qalamoun_terms.comparison.changes import Claims
from qalamoun_terms.comparison.edits import FieldEdit, Part, TextEdit
from qalamoun_terms.comparison.values import in_words
from qalamoun_terms.comparison.wording import word_edits
from qalamoun_terms.model.proposals import Article
from qalamoun_terms.model.terms import Term, Weapon, term_fields
from qalamoun_terms.model.time import Deadline, Extension

__all__ = ["changed_fields", "claims_between", "field_edit", "field_edits", "parts_between"]

_LONG = 60
"""From so many characters on a text that changed in a few words is edited word by word."""


def changed_fields(old: Term, new: Term) -> tuple[str, ...]:
    """Name the fields in which two terms of one kind differ.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> changed_fields(Ceasefire(), Ceasefire(places=["Jerod"], scope=["air strikes"]))
    ('places', 'scope')
    """
    return tuple(
        name for name in term_fields(type(old)) if getattr(old, name) != getattr(new, name)
    )


def field_edits(article: str, account: int, old: Term, new: Term) -> Iterator[FieldEdit | TextEdit]:
    """Find the edits that lead from one term to another of the same kind.

    Args:
        article: the old article's id.
        account: which of its old accounts.
        old: the term before.
        new: the term after.

    >>> from qalamoun_terms.model.terms import ArmedExit
    >>> before = ArmedExit(weapons=[Weapon.LIGHT, Weapon.MEDIUM])
    >>> [edit] = field_edits("a1", 0, before, ArmedExit(weapons=[Weapon.LIGHT]))
    >>> edit.field, edit.parts[0].old, edit.parts[0].change
    ('weapons', 'medium', 'removed')
    """
    names = changed_fields(old, new)
    reworded = {name: _few_words(getattr(old, name), getattr(new, name)) for name in names}
    parts = parts_between(old, new, tuple(name for name in names if reworded[name] is None))
    for name in names:
        before, after, words = getattr(old, name), getattr(new, name), reworded[name]
        if words is not None:
            yield TextEdit(article=article, account=account, field=name, words=words)
        else:
            yield FieldEdit(
                article=article,
                account=account,
                kind=old.kind,
                field=name,
                old=before,
                new=after,
                parts=parts[name],
            )


def _few_words(old: object, new: object) -> tuple[Any, ...] | None:
    if not (isinstance(old, str) and isinstance(new, str) and len(old) >= _LONG):
        return None
    words = word_edits(old, new)
    changed = sum(len(edit.old) + len(edit.new) for edit in words)
    return words if 2 * changed < len(old) + len(new) else None


def parts_between(old: Term, new: Term, names: tuple[str, ...]) -> dict[str, tuple[Part, ...]]:
    """Find what inside of the given fields changed, by DeepDiff on their normalised values.

    Args:
        old: the term before.
        new: the term after, of the same kind.
        names: the fields that differ.

    Returns:
        The parts of each field, in a fixed order.

    >>> from qalamoun_terms.model.terms import ServiceGrace
    >>> from qalamoun_terms.model.time import Duration
    >>> grace = ServiceGrace(extension=Extension(up_to=Duration.parse("P1Y")))
    >>> parts_between(ServiceGrace(), grace, ("extension",))["extension"]
    (Part(path=('up_to',), old=None, new='P12M'),)
    """
    before = {name: getattr(old, name) for name in names}
    return _parts_of(before, {name: getattr(new, name) for name in names})


def field_edit(edit: FieldEdit, old: object, new: object) -> FieldEdit:
    """Make the edit of the same field from one value to another.

    Args:
        edit: any edit of the field.
        old: the value before.
        new: the value after.

    >>> edit = FieldEdit(article="a1", kind="ceasefire", field="places", new=("Jerod",))
    >>> field_edit(edit, ("Jerod",), ("Jerod", "Rahiba")).parts[0].new
    'Rahiba'
    """
    parts = _parts_of({edit.field: old}, {edit.field: new})[edit.field]
    return evolve(edit, old=old, new=new, parts=parts)


def _parts_of(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, tuple[Part, ...]]:
    return {
        name: tuple(
            sorted(_parts_between(_normalised(old[name]), _normalised(new[name])), key=_part_order)
        )
        for name in old
    }


def _parts_between(old: Any, new: Any) -> Iterator[Part]:
    """Find what changed inside of a value in its plain form; only sets and mappings have an inside."""
    if old == new:
        return
    if not (isinstance(old, (set, dict)) and isinstance(new, (set, dict))):
        yield from _parts((), old, new)
        return
    from deepdiff import DeepDiff

    difference = DeepDiff(old, new, view="tree", threshold_to_diff_deeper=0)
    for report, levels in difference.items():
        for level in levels:
            path = (str(one) for one in level.path(output_format="list") if one is not None)
            gone = None if report.endswith("_added") else level.t1
            come = None if report.endswith("_removed") else level.t2
            yield from _parts(tuple(path), gone, come)


def _part_order(part: Part) -> tuple[tuple[str, ...], str, str]:
    return part.path, part.old or "", part.new or ""


def _normalised(value: object) -> Any:
    """Put a value into the plain form in which equal quantities and equal sets are equal."""
    if isinstance(value, tuple):
        return {_plain(item) for item in value}
    if isinstance(value, Extension):
        parts = {"by": value.by, "up_to": value.up_to, "times": value.times}
        return {name: _plain(part) for name, part in parts.items() if part is not None}
    if isinstance(value, Deadline):
        ends = {"within": value.within, "by": value.by}
        return {name: _plain(end) for name, end in ends.items() if end is not None}
    return None if value is None else _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, Weapon):
        return value.value
    return in_words(value) if isinstance(value, bool) else str(value)


def _parts(path: tuple[str, ...], old: object, new: object) -> Iterator[Part]:
    """Take a value that came or went as a whole apart into its members."""
    if isinstance(old, (set, dict)) or isinstance(new, (set, dict)):
        for end, name in ((old, "old"), (new, "new")):
            if isinstance(end, dict):
                yield from (Part(path=(*path, key), **{name: end[key]}) for key in end)
            elif isinstance(end, set):
                yield from (Part(path=path, **{name: member}) for member in end)
    elif old is not None or new is not None:
        yield Part(
            path=path,
            old=None if old is None else str(old),
            new=None if new is None else str(new),
        )


def claims_between(old: Article, new: Article) -> tuple[Claims, ...]:
    """Find the fields of which the accounts of one article claim something else than those of another.

    Args:
        old: the article before, contested or not.
        new: the article after.

    Returns:
        One record for each field whose set of claimed values changed; ``kind`` first where kinds differ.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import WeaponsHandover
    >>> heavy = Account(term=WeaponsHandover(weapons=[Weapon.HEAVY]))
    >>> light = Account(term=WeaponsHandover(weapons=[Weapon.LIGHT]))
    >>> before, after = (
    ...     Article(id="a1", accounts=[heavy]),
    ...     Article(id="a1", accounts=[heavy, light]),
    ... )
    >>> [(claim.field, len(claim.old), len(claim.new)) for claim in claims_between(before, after)]
    [('weapons', 1, 2)]
    """
    kinds = _kinds(old), _kinds(new)
    found = []
    if set(kinds[0]) != set(kinds[1]):
        found.append(Claims(kind=kinds[1][0], field="kind", old=kinds[0], new=kinds[1]))
    shared = [account.term for account in old.accounts if account.term.kind in kinds[1]]
    for cls in dict.fromkeys(type(term) for term in shared):
        for name in term_fields(cls):
            before, after = _claimed(old, cls, name), _claimed(new, cls, name)
            if set(before) != set(after):
                found.append(Claims(kind=cls.kind, field=name, old=before, new=after))
    return tuple(found)


def _kinds(article: Article) -> tuple[str, ...]:
    return tuple(dict.fromkeys(account.term.kind for account in article.accounts))


def _claimed(article: Article, cls: type[Term], name: str) -> tuple[Any, ...]:
    terms = [account.term for account in article.accounts if isinstance(account.term, cls)]
    values = dict.fromkeys(getattr(term, name) for term in terms)
    return tuple(value for value in values if value is not None)
