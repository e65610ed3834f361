"""Deals in an Arabic sentence: that sides agreed, reached or signed one, and which sides."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from qalamoun_terms.reading.arabic.done import Act
from qalamoun_terms.reading.arabic.makers import makers_between, makers_named
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.who.sides import is_side

_AROUND = 40  # words around a verb in which parties are looked at
_WITH = 9  # words after a deal in which "with" stands
_HOPED = 6  # words before a verb in which a deal is said to be sought
_NAMED = 4  # words before a verb in which the deal is named that "was reached"
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
    begin = _begin(page, at)
    window = range(max(begin, at - _NAMED), min(stop, at + _ROW))
    named = any(_is_deal(page, i) for i in window)
    hoped = any(page.is_a(i, "hoped") or _denies(page, i) for i in range(begin, at))
    doers = _makers(page, parties, at, stop)
    together = any(p.role == "both" for p in doers) or len(doers) > 1
    if hoped or (kind != "deal" and not named) or not (together or page.word(stop - 1) == ":"):
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
        tentative=any(page.is_a(i, "tentative") or page.is_a(i, "draft") for i in window),
        content=page.word(content) in {"علي", ":"},
    )


def _begin(page: Page, at: int) -> int:
    """The first word before a verb that may say that a deal is only sought."""
    back = range(at - 1, at - 1 - _HOPED, -1)
    return next((i + 1 for i in back if page.word(i) in PAUSES), max(0, at - _HOPED))


def made_unnamed(page: Page, plain: Act) -> Act | None:
    """Reads "it was agreed to open the road": a deal whose makers are not named.

    Args:
        page: the text.
        plain: the verb.
    """
    at = plain.start
    done = any(use.form.entry.id == "done" for use in page.uses(at, "stances"))
    told = page.is_a(at + 1, "concluded") and page.word(at + 2) == "علي"
    back = range(_begin(page, at), at)
    if any(page.is_a(i, "hoped") or page.is_a(i, "awaited") or _denies(page, i) for i in back):
        return None
    if plain.kind == "reach" and not done and any(_reached(page, i) for i in range(at + 1, at + 4)):
        return evolve(plain, kind="deal", end=at + 1, doers=(), named_deal=True)
    if not (done and told):
        return None
    return evolve(plain, kind="deal", end=at + 3, doers=(), named_deal=True, content=True)


def _reached(page: Page, at: int) -> bool:
    """Whether a deal is what is come to: after "to"."""
    return _is_deal(page, at) and (page.word(at - 1) == "الي" or page.word(at).startswith("ل"))


def _makers(page: Page, parties: Sequence[Party], at: int, stop: int) -> list[Party]:
    """The sides of a deal: in a row around its verb, after "between", else all named so far."""
    ahead = range(at + 1, min(stop, at + _ROW))
    turn = next((i for i in ahead if page.is_a(i, "turning") or _is_deal(page, i)), stop)
    begin = at + 1 + page.is_a(at + 1, "pronoun")
    row = makers_named(page, parties, begin, turn) or makers_between(page, parties, at, stop)
    row = row or _with(page, parties, turn, stop)
    if row:
        return row
    after = [p for p in inside(parties, at + 1, at + 15) if p.role == "both"]
    before = [p for p in inside(parties, at - _AROUND, at) if not p.governed]
    return _poles([p for p in after or before if p.role not in {"mediator", "other"}])


def _with(page: Page, parties: Sequence[Party], turn: int, stop: int) -> list[Party]:
    """The party named last before a deal, and with whom it is made."""
    ahead = range(turn, min(stop, turn + _WITH))
    place = next((i for i in ahead if page.word(i) == "مع"), None)
    if place is None:
        return []
    other = [p for p in inside(parties, place + 1, place + 3) if p.role]
    one = [p for p in inside(parties, turn - _AROUND, turn) if is_side(p.role)]
    named = [evolve(p, role="state") if p.country else p for p in (*one[-1:], *other[:1])]
    return _poles(named) if one and other else []


def _denies(page: Page, at: int) -> bool:
    """Whether a verb says that something is not so."""
    return any(use.form.entry.word("act") == "deny" for use in page.uses(at, "stances"))


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
