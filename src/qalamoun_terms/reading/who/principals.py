"""Countries that deal for themselves: who usually mediates may be a party of this very deal.

By convention a state is a mediator where the text has it broker or guarantee a deal, and a principal
where it makes one: "the United States and the insurgents signed", "talks between Turkey and Greece".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS

TOLD_WITHIN = 20_000  # words of a text that say which war it is about
NEAR = 4  # words between the parties and the verb by which they make a deal


def with_principals(tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors, with the countries that make a deal of their own as states.

    Args:
        tokens: the words of the text.
        actors: the actors of the text, in its order.
        lexicon: the verbs and nouns of dealing.
    """
    brokers = _brokers(tokens, actors, lexicon)
    if brokers:
        actors = [
            evolve(actor, role="mediator")
            if actor.country in brokers and actor.role == "state"
            else actor
            for actor in actors
        ]
    guarantors = _guarantors(tokens, actors, lexicon)
    domestic = any(actor.role == "opposition" for actor in actors)
    countries = {
        one.country
        for first, second in pairwise(actors)
        if _deal(tokens, first, second, lexicon)
        and not (domestic and first.role == second.role == "mediator")
        for one in (first, second)
        if one.country and one.country not in guarantors
    }
    if not countries:
        return tuple(actors)
    return tuple(
        evolve(actor, role="state") if actor.country in countries and _mediates(actor) else actor
        for actor in actors
    )


def _brokers(tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon) -> frozenset[str]:
    """The countries that the text has broker the deal: "brokered by China", "Paris, which brokered"."""
    brokered = lexicon.words("brokered")
    found = set()
    for actor in actors:
        if not actor.country or actor.role != "state":
            continue
        after = list(tokens.words[actor.stop : actor.stop + NEAR])
        relative = after[:2] in ([",", "which"], [",", "who"]) and brokered & set(after[2:])
        before = tokens.words[max(0, actor.first - 2) : actor.first]
        by = bool(before) and before[-1] == "by" and before[0] in brokered
        if relative or by or (after and after[0] in brokered and actor.metonym):
            found.add(actor.country)
    return frozenset(found)


def _guarantors(tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon) -> frozenset[str]:
    """The countries that guarantee what the sides of a war settle: Russia and Turkey in Syria."""
    if not lexicon.words("guaranteed_war") & set(tokens.words[:TOLD_WITHIN]):
        return frozenset()
    names = lexicon.words("war_guarantor")
    return frozenset(
        actor.country
        for actor in actors
        if actor.country and names & set(tokens.words[actor.first : actor.stop])
    )


def _mediates(actor: Actor) -> bool:
    return actor.role == "mediator"


def _deal(tokens: Tokens, first: Actor, second: Actor, lexicon: Lexicon) -> bool:
    """Whether two actors side by side, of whom one usually mediates, deal with each other."""
    roles = {first.role, second.role}
    both_countries = roles == {"mediator"} and bool(first.country and second.country)
    if not both_countries and not ("mediator" in roles and roles & PRINCIPALS):
        return False
    gap = tokens.words[first.stop : second.first]
    if len(gap) > 2 or "and" not in gap or not set(gap) <= lexicon.words("party_joint"):
        return False
    before = tokens.words[max(0, first.first - NEAR) : first.first]
    if "between" in before[-2:]:
        return bool(set(before) & lexicon.words("dealing_noun"))
    after = tokens.words[second.stop : second.stop + NEAR]
    return not both_countries and bool(set(after) & lexicon.words("dealing_verb"))
