"""An article as the parts that can be bracketed, and an article made of parts that were decided on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from qalamoun_terms.comparison.brackets import NUMBER, WHOLE, Block, Slot, told_slots
from qalamoun_terms.comparison.describe import describe_article, in_words
from qalamoun_terms.comparison.merge_rows import Row
from qalamoun_terms.comparison.merge_words import alternatives, words_merged
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.proposals import Account, Article, Wording
from qalamoun_terms.model.terms import Other, term_fields

__all__ = [
    "BY_WORDS",
    "article_of",
    "block_slots",
    "compromise_of",
    "parts",
    "same_but_number",
    "told",
]

_TEXT, _HEADING, _KIND, _SAYS = "Text", "Heading", "Kind", "Accounts"
_NO_TEXT = "[no text]"

BY_WORDS = (_TEXT, _HEADING)
"""The parts of an article that are merged word by word where it is known word for word."""

_IN_KIND = ("negated",)


def parts(article: Article) -> dict[str, str]:
    """Cut an article into its number, its heading and its text, or the fields that a report states.

    Args:
        article: the article.

    Returns:
        The words of each part that is there, by its name.

    >>> from qalamoun_terms.model.terms import ServiceGrace
    >>> from qalamoun_terms.model.time import Duration
    >>> grace = ServiceGrace(duration=Duration.parse("P6M"))
    >>> parts(Article(id="a1", label="4", accounts=[Account(term=grace)]))
    {'Number': '4', 'Kind': 'service grace', 'Duration': '6 months'}
    """
    found = {NUMBER: article.label, _HEADING: article.heading}
    mode = _mode(article)
    if mode == _TEXT:
        found[_TEXT] = article.accounts[0].text
    elif mode == _SAYS:
        found[_SAYS] = describe_article(article)
    else:
        found |= _fields(article)
    return {name: text for name, text in found.items() if text}


def told(article: Article) -> str:
    """Write an article as a party has it, its parts one after the other.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> print(told(draft([(4, "Roads", "The road is open.")]).articles[0]))
    Number: 4
    Heading: Roads
    Text: The road is open.
    """
    return told_slots(parts(article))


def same_but_number(article: Article, base: Article | None) -> bool:
    """Say whether an article says just what that of the base says, whatever its number.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> one, two = (draft([(n, None, "Roads are open.")]).articles[0] for n in (4, 5))
    >>> same_but_number(one, two), same_but_number(one, None)
    (True, False)
    """
    numbers = {NUMBER: ""}
    return base is not None and {**parts(article), **numbers} == {**parts(base), **numbers}


def _mode(article: Article) -> str:
    """Say by what an article is merged: its text, the fields of its kind, or nothing but the whole of it."""
    account = article.accounts[0]
    if len(article.accounts) > 1:
        return _SAYS
    worded = account.text is not None or isinstance(account.term, Other)
    return _TEXT if account.wording is Wording.VERBATIM and worded else account.term.kind


def _fields(article: Article) -> dict[str, str]:
    term = article.accounts[0].term
    ban = "ban: " if term.negated else ""
    stated = {
        _part_name(name): _value_words(getattr(term, name))
        for name in term_fields(type(term))
        if name not in _IN_KIND and getattr(term, name) is not None
    }
    return {_KIND: f"{ban}{term.kind.replace('_', ' ')}", **stated}


def _part_name(field: str) -> str:
    return field.replace("_", " ").capitalize()


def _value_words(value: object) -> str:
    return "none" if value == () else in_words(value)


def block_slots(row: Row, holders: Mapping[str, Article], *, editorial: bool) -> tuple[Slot, ...]:
    """Merge one provision of several parties part by part.

    Args:
        row: the provision.
        holders: the articles of the parties that have it, in the order of the parties.
        editorial: whether changes that do not overlap are taken in.

    Returns:
        The parts; the whole article as one part where one party's is known word for word and another's by its
        fields, where they are of different kinds, or where the accounts of one disagree.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> one, two = (draft([(n, None, "Roads are open.")]).articles[0] for n in (4, 5))
    >>> for slot in block_slots(Row(base=None), {"A": one, "B": two}, editorial=False):
    ...     print(slot)
    Number: [A: 4] [B: 5]
    Text: Roads are open.
    """
    modes = {_mode(article) for article in holders.values()}
    if len(modes) > 1 or modes == {_SAYS}:
        said = {party: told(article) for party, article in holders.items()}
        base_told = None if row.base is None else told(row.base)
        return (Slot(name=WHOLE, segments=alternatives(said, base_told, editorial=editorial)),)
    known = row.base is not None and _mode(row.base) in modes
    base = parts(row.base) if row.base is not None and known else {}
    by_party = {party: parts(article) for party, article in holders.items()}
    slots = []
    for name in _names(next(iter(holders.values()))):
        absent = "" if modes == {_TEXT} else None
        of_base = base.get(name, "") if known else None
        if name in BY_WORDS and modes == {_TEXT}:
            texts = {party: own.get(name, "") for party, own in by_party.items()}
            segments = words_merged(texts, of_base, editorial=editorial)
        else:
            said_here = {party: own.get(name, absent) for party, own in by_party.items()}
            segments = alternatives(said_here, of_base, editorial=editorial)
        slots.append(Slot(name=name, segments=segments))
    return tuple(slot for slot in slots if slot.segments) or (Slot(name=_TEXT, segments=()),)


def _names(article: Article) -> list[str]:
    """List the parts that an article merged in the same way may have, in their order."""
    fields = [] if _mode(article) == _TEXT else term_fields(type(article.accounts[0].term))
    return [NUMBER, _HEADING, *([_KIND, *map(_part_name, fields)] if fields else [_TEXT])]


# --- and back


def article_of(row: Row, block: Block, *, id: str, numbering: str | None) -> Article:
    """Make the article on which nothing is left to decide.

    Args:
        row: the provision, with the articles that the words were taken from.
        block: its parts, without a bracket but around the number.
        id: the id of the article.
        numbering: the party whose number it takes where the parties number differently.

    Returns:
        The article of a party or of the base where one says just that; else a new one, whose fields rest on the
        evidence of the accounts they were taken from.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> known = draft([(4, None, "Roads are open.")]).articles[0]
    >>> block = Block(slots=[Slot(name="Text", segments=["Roads are shut."])])
    >>> article_of(Row(base=known), block, id="a1", numbering=None).accounts[0].text
    'Roads are shut.'
    """
    known = [*row.articles.values(), *([] if row.base is None else [row.base])]
    said = {slot.name: slot.reading(numbering or "") for slot in block.slots}
    if WHOLE in said:
        found = next((one for one in known if told(one) == said[WHOLE]), None)
        if found is not None:
            return evolve(found, id=id, continues=())
        said = {_TEXT: said[WHOLE].removeprefix(f"{_TEXT}: ")}
    number = said.pop(NUMBER, "") or None
    said = {name: text for name, text in said.items() if text.strip()}
    for article in known:
        own = parts(article)
        own.pop(NUMBER, None)
        if own == said:
            return evolve(article, id=id, label=number, continues=())
    heading = said.pop(_HEADING, None)
    account = _combined(said, known) if _KIND in said else _worded(said.get(_TEXT), heading, known)
    return Article(id=id, label=number, heading=heading, accounts=[account])


def compromise_of(words: str) -> str:
    """Write the words of a compromise as an article of them is told.

    Args:
        words: the words.

    >>> compromise_of("Roads are open.")
    'Text: Roads are open.'
    """
    return f"{_TEXT}: {words}"


def _worded(text: str | None, heading: str | None, known: Iterable[Article]) -> Account:
    same = (
        one.accounts[0] for one in known if _mode(one) == _TEXT and one.accounts[0].text == text
    )
    term = Other(text=text or heading or _NO_TEXT)
    new = Account(term=term, wording=Wording.VERBATIM, text=text)
    return next(same, new) if text else new


def _combined(said: Mapping[str, str], known: Iterable[Article]) -> Account:
    """Make a term of fields that were taken from several accounts, each with its evidence."""
    sources = [(one, parts(one)) for one in known if parts(one).get(_KIND)]
    head = _origin(sources, _KIND, said[_KIND]).accounts[0]
    values: dict[str, Any] = {"negated": head.term.negated}
    evidence = [one for one in head.evidence if one.field == "negated"]
    for name in term_fields(type(head.term)):
        part = _part_name(name)
        if name in _IN_KIND or part not in said:
            continue
        origin = _origin(sources, part, said[part]).accounts[0]
        values[name] = getattr(origin.term, name)
        evidence += [one for one in origin.evidence if one.field == name]
    return Account(term=type(head.term)(**values), wording=Wording.REPORTED, evidence=evidence)


def _origin(sources: Iterable[tuple[Article, Mapping[str, str]]], part: str, words: str) -> Article:
    """Find the article that a part was taken from."""
    found = next((one for one, own in sources if own.get(part) == words), None)
    if found is None:
        raise InvalidValueError(
            f"proposal: expected words of a draft or of the base for {part!r}, "
            f"got {v.describe(words)}"
        )
    return found
