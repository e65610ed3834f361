"""A term in plain words, for the titles of tables."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

import attrs

from qalamoun_terms.model.proposals import Article
from qalamoun_terms.model.terms import Term
from qalamoun_terms.model.time import Amount, Deadline, Duration, Extension

__all__ = ["describe", "describe_article", "in_words"]

_DAY = 86_400
_UNITS = ((_DAY, "day"), (3600, "hour"), (60, "minute"), (1, "second"))

_PHRASES = {
    "forces": "{}",
    "beneficiaries": "for {}",
    "places": "in {}",
    "duration": "for {}",
    "quantities": "{}",
    "duty_bearers": "owed by {}",
    "deadline": "{}",
    "trigger": "from {}",
    "sequence": "{}",
    "condition": "on condition: {}",
    "exception": "except {}",
    "verifier": "checked by {}",
    "weapons": "{} weapons",
    "destination": "to {}",
    "origin": "from {}",
    "extension": "{}",
    "route": "by {}",
    "escort": "accompanied by {}",
    "authority": "before {}",
    "against": "against {}",
    "guarantors": "guaranteed by {}",
    "into": "into {}",
    "members": "of {}",
    "tasks": "for {}",
    "held_by": "held by {}",
    "in_exchange_for": "in exchange for {}",
    "carriers": "brought by {}",
    "participants": "between {}",
    "goods": "{}",
    "services": "{}",
    "bodies": "{}",
    "subjects": "{}",
    "property": "{}",
    "text": "{}",
    "procedure": "{}",
    "method": "{}",
    "scope": "of {}",
    "weapon_items": "{}",
    "belongings": "taking {}",
    "composition": "{}",
    "powers": "with {}",
    "storage": "kept: {}",
    "posting": "then {}",
}
"""How a field is put into a title; a field that is not here is named by what its class says of it."""

_FOR_KIND = {
    ("armed_exit", "beneficiaries"): "{}",
    ("civilian_evacuation", "beneficiaries"): "{}",
    ("displaced_return", "beneficiaries"): "{}",
    ("movement_access", "places"): "at {}",
    ("armed_exit", "weapons"): "carrying {} weapons",
    ("armed_exit", "weapon_items"): "carrying {}",
    ("defector_status", "beneficiaries"): "{}",
    ("disarmament_zone", "weapons"): "no {} weapons",
    ("protection_guarantee", "forces"): "by {}",
    ("troop_redeployment", "places"): "at {}",
}
"""Where a kind puts a field otherwise."""

_FLAGS = {
    ("families", True): "with their families",
    ("families", False): "without their families",
    ("reciprocal", True): "binding both sides",
    ("reciprocal", False): "binding one side",
    ("reinstatement", True): "rejoining their units",
    ("reinstatement", False): "not rejoining their units",
}

_FIRST = ("forces", "beneficiaries")
_LAST = (
    "quantities",
    "places",
    "duration",
    "extension",
    "duty_bearers",
    "deadline",
    "trigger",
    "sequence",
    "condition",
    "exception",
    "verifier",
)
_HEAD = ("subkind", "negated")


def describe(term: Term) -> str:
    """Put a term into plain words: its kind, then what it states, and nothing that it does not.

    Args:
        term: the term.

    Returns:
        One line.

    >>> from qalamoun_terms.model.terms import ArmedExit, ServiceGrace, Weapon
    >>> describe(ArmedExit(forces=["insurgents"], weapons=[Weapon.MEDIUM, Weapon.LIGHT]))
    'armed exit: insurgents, carrying light and medium weapons'
    >>> from qalamoun_terms.model.time import Duration
    >>> describe(ServiceGrace(duration=Duration.parse("P6M")))
    'service grace: for 6 months'
    >>> describe(ArmedExit(forces=["insurgents"], beneficiaries=["insurgents"]))
    'armed exit: insurgents'
    """
    parts: list[str] = []
    for name in _ordered(type(term)):
        part, value = _part(term, name), getattr(term, name)
        named = isinstance(value, tuple) and value != ()
        if part and not (named and _is_said(in_words(value), parts)):
            parts.append(part)
    return _titled(_head(term), parts)


def _is_said(words: str, parts: list[str]) -> bool:
    """Tell whether words stand in what is said already, as "45 prisoners" does in "for 45 prisoners"."""
    return any(f" {words.casefold()} " in f" {part.casefold()} " for part in parts)


def describe_article(article: Article) -> str:
    """Put an article into plain words; where its accounts differ, all that they say stands side by side.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import Weapon, WeaponsHandover
    >>> one = Account(term=WeaponsHandover(weapons=[Weapon.HEAVY]))
    >>> other = Account(term=WeaponsHandover(weapons=[Weapon.HEAVY, Weapon.MEDIUM]))
    >>> describe_article(Article(id="a1", accounts=[one, other]))
    'weapons handover; accounts differ: heavy weapons / medium and heavy weapons'
    """
    terms = [account.term for account in article.accounts]
    differing = article.differences
    if not differing:
        return describe(terms[0])
    if differing == ("kind",) or set(differing) & set(_HEAD):
        return f"accounts differ: {' / '.join(dict.fromkeys(map(describe, terms)))}"
    shared = [_part(terms[0], name) for name in _ordered(type(terms[0])) if name not in differing]
    versions = dict.fromkeys(_said(term, differing) for term in terms)
    head = _titled(_head(terms[0]), [part for part in shared if part])
    return f"{head}; accounts differ: {' / '.join(versions)}"


def in_words(value: object) -> str:
    """Put one value of a term into words.

    >>> in_words(Duration.parse("P6M/P9M")), in_words(("flour", "medicine", "water"))
    ('6 to 9 months', 'flour, medicine and water')
    """
    if isinstance(value, tuple):
        return _listed([in_words(one) for one in value])
    for kind, words in _WORDS.items():
        if isinstance(value, kind):
            return words(value)
    return str(value)


def _head(term: Term) -> str:
    kind = term.kind.replace("_", " ")
    if term.subkind:
        kind = f"{kind} ({term.subkind.replace('_', ' ')})"
    return f"ban: {kind}" if term.negated else kind


def _titled(head: str, parts: list[str]) -> str:
    return f"{head}: {', '.join(parts)}" if parts else head


def _ordered(cls: type[Term]) -> list[str]:
    names = [one.name for one in attrs.fields(cls) if one.name not in _HEAD]
    own = [name for name in names if name not in _FIRST and name not in _LAST]
    first = [name for name in _FIRST if name in names]
    return [*first, *own, *(name for name in _LAST if name in names)]


def _part(term: Term, name: str) -> str:
    value = getattr(term, name)
    if value is None:
        return ""
    doc = attrs.fields_dict(type(term))[name].metadata.get("doc", name.replace("_", " "))
    if isinstance(value, bool):
        return _FLAGS.get((name, value), f"{doc}: {in_words(value)}")
    phrase = _FOR_KIND.get((term.kind, name), _PHRASES.get(name))
    if value == ():
        return f"{phrase.format('no')}" if phrase and name == "weapons" else f"{doc}: none"
    return phrase.format(in_words(value)) if phrase else f"{doc}: {in_words(value)}"


def _said(term: Term, names: tuple[str, ...]) -> str:
    parts = [_part(term, name) or f"{name.replace('_', ' ')} not stated" for name in names]
    return ", ".join(parts)


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _amount(amount: Amount) -> str:
    months = [_counted(amount.months, "month")] if amount.months else []
    if amount.seconds == 0:
        return "".join(months) or "no time"
    size, unit = next(one for one in _UNITS if amount.seconds % one[0] == 0)
    return _listed([*months, _counted(amount.seconds // size, unit)])


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _duration(duration: Duration) -> str:
    least, most = _amount(duration.min), _amount(duration.max)
    words = most
    if least != most:
        number, _, unit = least.partition(" ")
        same = unit.rstrip("s") == most.partition(" ")[2].rstrip("s")
        words = f"{number if same else least} to {most}"
    return f"about {words}" if duration.approximate else words


def _extension(extension: Extension) -> str:
    if extension.times == 0:
        return "not extendable"
    by = f" by {_duration(extension.by)}" if extension.by else ""
    up_to = f" up to {_duration(extension.up_to)}" if extension.up_to else ""
    times = f", {_counted(extension.times, 'time')}" if extension.times else ""
    return f"extendable{by}{up_to}{times}"


def _deadline(deadline: Deadline) -> str:
    within = [f"within {_duration(deadline.within)}"] if deadline.within else []
    by = [f"by {deadline.by}"] if deadline.by else []
    return ", ".join([*within, *by])


_WORDS: dict[type, Callable[[Any], str]] = {
    Enum: lambda value: str(value.value).replace("_", " "),
    bool: lambda value: "yes" if value else "no",
    Duration: _duration,
    Extension: _extension,
    Deadline: _deadline,
}
"""How a value of a term is put into words, by its class."""
