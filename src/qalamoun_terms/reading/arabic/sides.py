"""Parties of an Arabic text and whose side each is on, as the whole text tells."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from qalamoun_terms.lexicon.letters import folded
from qalamoun_terms.reading.arabic.nations import bargaining, brokering, nation_of
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS
from qalamoun_terms.reading.who.speakers import Speaker, speaker_of

_INTRODUCED_WITHIN = 400  # words in which those who act are introduced
_ASIDE = 8  # words after a name in which it stands whom the person speaks for
_NEAR = 4  # words around a state in which it is called a broker


@frozen(kw_only=True)
class Party:
    """A side named by words `first` up to `stop`; `governed` where a preposition stands before it."""

    first: int
    stop: int
    name: str
    role: str
    noun: str
    governed: bool
    follows_noun: bool
    country: bool = False

    def actor(self) -> Actor:
        """The party as an actor of the reader."""
        return Actor(
            first=self.first, stop=self.stop, head=self.first, name=self.name, role=self.role
        )

    def speaker(self) -> Speaker:
        """The party as a named speaker."""
        return speaker_of(self.actor())


def settled(page: Page, found: Sequence[Party]) -> tuple[Party, ...]:
    """The parties with the sides that only the whole text tells.

    Args:
        page: the text.
        found: the parties by themselves.
    """
    return tuple(_complemented(page, list(_states(page, list(_merged(page, found))))))


def _states(page: Page, found: Sequence[Party]) -> Iterator[Party]:
    """A state is a broker where it is called one, a party where no other state is, else neither."""
    roles = {party.role for party in found}
    poles = roles >= PRINCIPALS
    makers, third = bargaining(page, found), brokering(page)
    brokers = {p.noun for p in found if p.role == "country" and _brokers(page, p)}
    brokers |= {p.noun for p in found if nation_of(page, p.noun) in third}
    told = any(page.is_a(at, "broker") for at in range(len(page.tokens)))
    beside = ("mediator" if told or "mediator" in roles else "other") if poles else "state"
    for party in found:
        if party.role in _FOREIGN and nation_of(page, party.noun) in makers:
            yield evolve(party, role="state", country=True)
        elif party.role == "envoy":
            yield evolve(party, role="mediator" if poles or told else "state", country=True)
        elif party.role != "country":
            yield party
        else:
            role = "mediator" if party.noun in brokers else beside
            yield evolve(party, role=role, country=True)


_FOREIGN = frozenset({"country", "envoy"})


def _brokers(page: Page, party: Party) -> bool:
    near = (*range(party.first - _NEAR, party.first), party.stop)
    return any(page.is_a(at, "broker") for at in near)


def _complemented(page: Page, found: Sequence[Party]) -> Iterator[Party]:
    """Where only one of the two poles is named, a body that nothing else is said of is the other."""
    roles = {party.role for party in found}
    missing = list(PRINCIPALS - roles)
    role = missing.pop() if len(missing) == 1 else ""
    noun = next((party.noun for party in found if not party.role), None)
    for party in found:
        if party.role or party.noun != noun:
            yield party
        else:
            yield evolve(party, role="opposition" if _militia(page, party) and role else role)


def _militia(page: Page, party: Party) -> bool:
    """Whether a brigade is no regular one: those of an army are numbered."""
    words = folded(party.name).split()
    regular = any(word in page.stems.words("regular_brigade") or word.isdigit() for word in words)
    return party.noun == "لواء" and len(words) > 1 and not regular


def _merged(page: Page, found: Sequence[Party]) -> Iterator[Party]:
    """Reads "a delegation of the government" as one party."""
    skip = -1
    for at, party in enumerate(found):
        if at == skip:
            continue
        later = found[at + 1] if at + 1 < len(found) else None
        link = page.word(party.stop) == "من" or page.is_a(party.stop, "belonging")
        of = later is not None and later.first == party.stop + 1 and link
        if of and later and not party.role:
            skip = at + 1
            text = page.tokens.text[
                page.tokens.starts[party.first] : page.tokens.ends[later.stop - 1]
            ]
            yield evolve(party, stop=later.stop, name=" ".join(text.split()), role=later.role)
        else:
            yield party


def apposed(page: Page, parties: Sequence[Party], word: str, before: int) -> str:
    """The side of a person who is introduced by whom he speaks for: "X, for the council".

    Args:
        page: the text.
        parties: its parties.
        word: a word of the person's name or title.
        before: the word before which the introduction stands.
    """
    for at in range(min(before, _INTRODUCED_WITHIN)):
        if page.word(at).removeprefix("و").removeprefix("ل") != word:
            continue
        pause = (i for i in range(at + 1, at + _ASIDE) if page.word(i) in PAUSES)
        near = inside(parties, at + 1, next(pause, at + _ASIDE))
        role = next((p.role for p in near if p.role not in {"", "both", "other"}), "")
        if role:
            return role
    return ""


def inside(parties: Sequence[Party], first: int, stop: int) -> Sequence[Party]:
    """The parties that begin between two words.

    Args:
        parties: the parties of the text, in its order.
        first: the first word.
        stop: the word after the last.
    """
    low = bisect.bisect_left(parties, first, key=lambda p: p.first)
    return parties[low : bisect.bisect_left(parties, stop, lo=low, key=lambda p: p.first)]
