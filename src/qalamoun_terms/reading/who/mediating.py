"""Who stands between the parties in this text, whatever it is elsewhere: elders who carry the offers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.helping import find_help
from qalamoun_terms.reading.who.naming import Actor


def with_mediating(
    tokens: Tokens, bounds: Iterable[tuple[int, int]], actors: Sequence[Actor], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """The actors, with residents' bodies that the text says broker a deal as mediators all through it.

    Args:
        tokens: the words of the text.
        bounds: the first word of each sentence, and the word after its last.
        actors: the actors that it names.
        lexicon: the words of helping.
    """
    company = Company(tokens, actors, (), lexicon)
    called: set[str] = set()
    for first, stop in bounds:
        for help_ in find_help(company, first, stop):
            actor = help_.doer.actor
            if help_.role == "facilitator" and actor and _may_mediate(actor):
                called.add(tokens.words[actor.head])
    if not called:
        return tuple(actors)
    return tuple(
        evolve(actor, role="mediator")
        if _may_mediate(actor) and tokens.words[actor.head] in called
        else actor
        for actor in actors
    )


def _may_mediate(actor: Actor) -> bool:
    """Whether an actor is a body of residents, or one whose name does not settle its side."""
    return actor.role == "civilian" or (
        actor.role == "opposition" and actor.weak and actor.noun == "committee"
    )
