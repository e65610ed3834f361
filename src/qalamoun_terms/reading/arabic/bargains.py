"""Deals in an Arabic sentence: that sides agreed, reached or signed one, and which sides."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from qalamoun_terms.reading.arabic.done import Act
from qalamoun_terms.reading.arabic.makers import makers_between, makers_named
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.words import Page

_AROUND = 40  # words around a verb in which parties are looked at
_ROW = 24  # words after a verb in which its makers stand and the deal is named


def deal_act(page: Page, parties: Sequence[Party], kind: str, at: int, stop: int) -> Act | None:
    """Reads "agreed on", "reached a deal", "signed a deal", with the sides that did.

    Args:
        page: the text.
        parties: the parties of the sentence.
        kind: "deal" where the verb says it by itself; else the deal must be named.
        at: the verb.
        stop: the word after the last of the sentence.
    """
    window = range(at, min(stop, at + _ROW))
    named = any(_is_deal(page, i) for i in window)
    doers = _makers(page, parties, at, stop)
    together = any(p.role == "both" for p in doers) or len(doers) > 1
    if (kind != "deal" and not named) or not (together or page.word(stop - 1) == ":"):
        return None
    both = [party for party in doers if party.role == "both"]
    ahead = range(at, min(stop, at + _AROUND))
    content = next((i for i in ahead if page.word(i) in {"علي", ":"}), at)
    return Act(
        start=at,
        end=content + 1,
        kind="deal",
        doers=tuple(both[:1] or doers),
        span_from=min([at, *(p.first for p in doers)]),
        named_deal=named,
        tentative=any(page.is_a(i, "tentative") for i in window),
        content=page.word(content) in {"علي", ":"},
    )


def _makers(page: Page, parties: Sequence[Party], at: int, stop: int) -> list[Party]:
    """The sides of a deal: in a row around its verb, after "between", else all named so far."""
    ahead = range(at + 1, min(stop, at + _ROW))
    turn = next((i for i in ahead if page.is_a(i, "turning") or _is_deal(page, i)), stop)
    begin = at + 1 + page.is_a(at + 1, "pronoun")
    row = makers_named(page, parties, begin, turn) or makers_between(page, parties, at, stop)
    if row:
        return row
    here = inside(parties, at - _AROUND, at + 15)
    doers = [p for p in here if at < p.first and p.role]
    if len({p.role for p in doers}) < 2 and not any(p.role == "both" for p in doers):
        doers = list(here)
    return _poles([p for p in doers if p.role not in {"mediator", "other"}])


def _is_deal(page: Page, at: int) -> bool:
    return any(use.form.entry.id == "deal" for use in page.uses(at, "proposals"))


def _poles(principal: Sequence[Party]) -> list[Party]:
    """One party of each side; a party of no known side is the other pole."""
    if {p.role for p in principal} == {"state", ""}:
        principal = [p if p.role else evolve(p, role="opposition") for p in principal]
    once: dict[str, Party] = {}
    for party in principal:
        if party.role:
            once.setdefault(party.role, party)
    return list(once.values())
