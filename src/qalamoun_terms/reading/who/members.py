"""Bodies whose side is told by who makes them up: "the committee, formed by elders", "which represents"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import is_side

GAP = 8  # words between a body and who makes it up


def with_members(tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon) -> list[Actor]:
    """The actors, with bodies of no sure side on the side of those whom they are said to consist of.

    Args:
        tokens: the words of the text.
        actors: the actors that it names, in its order.
        lexicon: the words that tell who makes up a body.
    """
    found: list[Actor] = []
    for body, member in zip_longest(actors, actors[1:]):
        joined = member is not None and (
            _is_member(tokens, body, member, lexicon) or _is_office(tokens, body, member)
        )
        found.append(evolve(body, role=member.role, weak=False) if joined and member else body)
    return found


def _is_office(tokens: Tokens, person: Actor, office: Actor) -> bool:
    """Whether a person's office stands after the name: "Colonel Sami, a rebel commander"."""
    if not (person.weak and person.person) or office.weak or office.person or office.metonym:
        return False
    apposed = list(tokens.words[person.stop : office.first]) == [","]
    opens = tokens.words[office.first] in {"a", "an", "the", "its", "their"}
    singular = not tokens.words[office.stop - 1].endswith("s")
    return apposed and opens and singular and is_side(office.role)


def _is_member(tokens: Tokens, body: Actor, member: Actor, lexicon: Lexicon) -> bool:
    """Whether the words between two actors say that one makes up the other, or is spoken for by it."""
    collective = body.heads & lexicon.words("collective")
    if not body.weak or body.person or body.metonym or not collective or member.metonym:
        return False
    if member.role in {"", "both", "mediator", body.role}:
        return False
    gap = tokens.words[body.stop : member.first]
    if not 0 < len(gap) <= GAP or not lexicon.words("made_up") & set(gap):
        return False
    opens = gap[0] in {",", "which", "that", "("} or gap[0] in lexicon.words("made_up")
    ends = gap[-1] in {"by", "of", "from", "the"} or gap[-1] in lexicon.words("made_up")
    return opens and ends and not {".", ";", "and"} & set(gap)
