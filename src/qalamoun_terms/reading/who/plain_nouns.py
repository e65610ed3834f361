"""Bodies that go by a plain noun once they are named: "the group", "the movement"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor, in_order, named_actor

REACH = 120  # words back to the body that "the group" means


def with_plain_nouns(
    tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """The actors, with "the group" for the challenger of the state that was named last.

    Args:
        tokens: the words of the text.
        actors: the actors that it names.
        lexicon: the plain nouns that may stand for a body.
    """
    return in_order((*actors, *_meant_by_noun(tokens, actors, lexicon)))


def _meant_by_noun(tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon) -> Iterator[Actor]:
    """Nouns such as "the group" as the party of the opposition that was named just before."""
    known = lexicon.words("named_again")
    places = tokens.places_of(known, 1, len(tokens))
    if not places:
        return
    covered = {at for actor in actors for at in range(actor.first, actor.stop)}
    named = [a for a in actors if a.role == "opposition" and not a.metonym]
    at = 0
    for place in places:
        if not _stands_alone(tokens, place, covered):
            continue
        while at < len(named) and named[at].first < place:
            at += 1
        last = named[at - 1] if at else None
        if last is not None and place - last.stop <= REACH:
            meant = named_actor(tokens, place, place + 1, last.role, article=True)
            yield evolve(meant, name=last.name)


def _stands_alone(tokens: Tokens, at: int, covered: set[int]) -> bool:
    """Whether "the group" stands alone, as no part of a name or of "the group of seven"."""
    after = tokens.words[at + 1] if at + 1 < len(tokens) else "."
    alone = tokens.words[at - 1] == "the" and not tokens.capital(at) and at not in covered
    return alone and after not in {"of", "'s"} and not tokens.capital(at + 1)
