"""Answers that an Arabic sentence states as nouns of doing: "the rebels' refusal", "its insistence on"."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.lexicon.stems import Use
from qalamoun_terms.reading.arabic.done import Act
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.words import Page

_BACK = 3  # words before such a noun that may say that it is only awaited
_FRONTED = 8  # words before such a noun in which that stands which was met with it
_KINDS = {"proposed": "offer", "demanded": "demand"}


def nominal_act(page: Page, here: Sequence[Party], use: Use, at: int, first: int) -> Act | None:
    """Reads "the government's approval of the paper": a noun of answering and whose it is.

    Args:
        page: the text.
        here: the parties of the sentence.
        use: the noun.
        at: its place.
        first: the first word of the sentence.
    """
    entry = use.form.entry
    stance = entry.word("stance")
    if entry.word("act") != "answer_noun" or entry.data.get("announced") or stance == "answered":
        return None
    owners = _owners(page, here, use, at)
    near = range(max(first, at - _BACK), at)
    denied = page.word(at - 1).lstrip("وبلف") == "عدم"
    if denied and stance != "accepted":
        return None
    awaited = any(page.is_a(i, "awaited") for i in near if not (denied and i == at - 1))
    if not owners or awaited:
        return None
    return Act(
        start=at,
        end=owners[-1].stop,
        kind=_KINDS.get(stance, "stance"),
        stance="rejected" if denied else stance,
        doers=owners,
        span_from=at,
        nominal=True,
        fronted=max(first, at - _FRONTED),
    )


def _owners(page: Page, here: Sequence[Party], use: Use, at: int) -> tuple[Party, ...]:
    """Whose answer it is: the party right after the noun, and those joined to it."""
    if "ال" in use.before or use.after or use.before == "ك":
        return ()
    owner = next((p for p in inside(here, at + 1, at + 2) if p.role and not p.governed), None)
    if owner is None and page.word(at + 1) == "من":
        start = at + 2 + page.is_exactly(at + 2, "of_whom_noun")
        owner = next((p for p in inside(here, start, start + 1) if p.role), None)
    if owner is None:
        return ()
    row = [owner]
    for party in inside(here, owner.stop, owner.stop + 8):
        if party.first == row[-1].stop and page.joined(party.first) and party.role:
            row.append(party)
    return tuple(row)
