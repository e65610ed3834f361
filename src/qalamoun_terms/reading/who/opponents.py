"""The parties that a structured text sets against each other: heads of columns, names before colons.

Minutes, matrices and notes name each party in the same place again and again. Where one of two such
parties is the state, the other is who challenges it, whatever its name says elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment, Span
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.given import with_given
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side

LABEL_WORDS = 5  # words that a name before a colon has, at most
LABELS = 400  # blocks of a text that are looked at for such names


def with_opponents(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """The actors, with the sides of the two parties that the text sets against each other.

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        actors: the actors it names.
        lexicon: the words that stand where a name may.
    """
    by_first = {actor.first: actor for actor in actors}
    seen: dict[str, Actor | None] = {}
    for span in _named(tokens, blocks, lexicon):
        first, stop = tokens.bounds(span)
        within = [by_first[at] for at in range(first, stop) if at in by_first]
        seen.setdefault(span.text(tokens.text), within[0] if within else None)
    poles = {name: one for name, one in seen.items() if one is None or one.role not in _APART}
    sovereign = lexicon.words("sovereign")
    states = [name for name, one in poles.items() if one is not None and _is_state(one, sovereign)]
    others = [name for name in poles if name not in states]
    found = tuple(actors)
    if len(states) == 1 and len(others) == 1 and _undecided(poles[others[0]]):
        found = with_given(tokens, found, dict.fromkeys(_spellings(others[0]), "opposition"))
    return _with_spoken_for(tokens, _with_delegates(tokens, blocks, found))


_APART = frozenset({"mediator", "both", "other"})


def _is_state(actor: Actor, sovereign: frozenset[str]) -> bool:
    """Whether a name says itself that it is a government's."""
    named = actor.metonym or bool(actor.country) or bool(actor.heads & sovereign)
    return actor.role == "state" and (named or actor.noun in sovereign)


def _undecided(actor: Actor | None) -> bool:
    """Whether a party's name leaves its side open, or only suggests one."""
    return actor is None or actor.role in {"", "civilian", "state"}


def _spellings(name: str) -> list[str]:
    return sorted({name, name.title(), name.removeprefix("The ").removeprefix("the ")})


def _named(tokens: Tokens, blocks: Sequence[Segment], lexicon: Lexicon) -> Iterator[Span]:
    """Where parties stand: heads of columns that have answers, names that stand before colons twice."""
    labels: list[Span] = []
    for block in blocks[:LABELS]:
        if block.kind is Block.HEADING and block.cells:
            if _is_name(tokens, block.span, lexicon):
                yield block.span
            continue
        label = _label(tokens, block)
        if label is not None and _is_name(tokens, label, lexicon):
            labels.append(label)
    often = Counter(label.text(tokens.text) for label in labels)
    yield from (label for label in labels if often[label.text(tokens.text)] > 1)


def _label(tokens: Tokens, block: Segment) -> Span | None:
    """The words before the colon with which a block begins, without a bracket before them."""
    first, stop = tokens.bounds(block.span)
    while first < stop and tokens.words[first] in {"[", "("}:
        first += 1
    for at in range(first + 1, min(first + LABEL_WORDS + 1, stop)):
        if tokens.words[at] in {":", ">"}:
            return tokens.span(first, at)
    return None


def _is_name(tokens: Tokens, span: Span, lexicon: Lexicon) -> bool:
    """Whether a stretch may name a party: capitals, and no word for a matter or a column."""
    first, stop = tokens.bounds(span)
    words = tokens.words[first:stop]
    if not words or len(words) > LABEL_WORDS or not tokens.capital(first):
        return False
    other = lexicon.any_of("matter_head", "aside_head")
    other = other | lexicon.any_of("proposer_head", "no_party")
    return not set(words) & other


def _with_delegates(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The actors, with the persons of "For the Council: Brigadier Malik" on their party's side."""
    roles: dict[str, str] = {}
    for block in blocks[:LABELS]:
        first, stop = tokens.bounds(block.span)
        colon = next(
            (i for i in range(first, min(first + 9, stop)) if tokens.words[i] == ":"), None
        )
        if colon is None or "for" not in tokens.words[first : first + 2]:
            continue
        within = [actor for actor in actors if first <= actor.first < stop]
        party = next((a for a in within if a.stop <= colon and is_side(a.role)), None)
        if party is not None:
            for actor in within:
                if actor.first > colon and actor.person:
                    roles.setdefault(actor.name, party.role)
                    roles.setdefault(tokens.words[actor.head], party.role)
    if not roles:
        return tuple(actors)
    return tuple(_as_delegate(tokens, actor, roles) for actor in actors)


def _as_delegate(tokens: Tokens, actor: Actor, roles: dict[str, str]) -> Actor:
    alone = actor.stop - actor.head == 1
    role = roles.get(actor.name) or (roles.get(tokens.words[actor.head]) if alone else None)
    return evolve(actor, role=role) if role and actor.weak else actor


def _with_spoken_for(tokens: Tokens, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors, with bodies on the side of the person who is said to sign or speak for them."""
    roles: dict[str, str] = {}
    for person, body in pairwise(actors):
        gap = tokens.words[person.stop : body.first]
        speaks = list(gap) in (["for"], ["for", "the"], ["on", "behalf", "of"])
        if speaks and person.person and person.role in PRINCIPALS and not body.role:
            roles.setdefault(body.noun, person.role)
    if not roles:
        return tuple(actors)
    return tuple(_with_body(actor, roles) for actor in actors)


def _with_body(actor: Actor, roles: dict[str, str]) -> Actor:
    """An actor of no side on the side of the body in its name ("men of the Command")."""
    words = actor.name.lower().split() if not actor.role else []
    role = next((roles[word] for word in reversed(words) if word in roles), "")
    return evolve(actor, role=role) if role else actor
