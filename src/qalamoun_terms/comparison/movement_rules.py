"""How the change of a field is told, and whose obligation it makes lighter or heavier: the rows of `movement.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from attrs import field, frozen

from qalamoun_terms.model.terms import KINDS, term_fields

__all__ = ["Rule", "field_in_words", "kind_in_words", "rule_of", "weighed_fields"]


@frozen(kw_only=True)
class Rule:
    """A row of `movement.toml`: how a change of a field is told, and for whom it is lighter or heavier.

    >>> Rule(name="duration", longer="lighter", for_whom="those who wait").direction("shorter")
    'heavier'
    """

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
        """Say whether a change is lighter or heavier; neutral where no rule says so."""
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


def rule_of(kind: str, name: str) -> Rule:
    """Give the rule for a field of a kind; one without a direction where none is declared.

    >>> rule_of("service_grace", "duration").for_whom
    'those liable to service'
    """
    row = _rules()[kind].get(name) or _rules()["any"].get(name)
    if row is None:
        return Rule(name=f"{name.replace('_', ' ')}:")
    row = dict(row)
    return Rule(for_whom=row.pop("for", None), **row)


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
    return (rule_of(kind, name).name or name.replace("_", " ")).rstrip(":")


def weighed_fields(kind: str) -> tuple[tuple[str, str, str, str], ...]:
    """List the fields of a kind of which a change makes somebody's obligation lighter or heavier.

    Args:
        kind: the kind of term.

    Returns:
        For each the field, what happens to it, whether that is lighter or heavier, and for whom; the opposite
        change is the opposite.

    >>> weighed_fields("property_protection")[-1]
    ('property', 'wider', 'lighter', 'the owners')
    """
    rules = {name: rule_of(kind, name) for name in term_fields(KINDS[kind])}
    return tuple(
        (name, change, rule.direction(change), rule.for_whom)
        for name, rule in rules.items()
        for change in ("longer", "wider", "more", "added")
        if rule.for_whom and rule.direction(change) != "neutral"
    )
