"""Armies that are no state's: "the Hills Army", "Army of the Dawn", named after no country of the text."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor


def with_armies(tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors, with armies that bear a name but no country's on the side of who challenges the state.

    Args:
        tokens: the words of the text.
        actors: the actors that it names.
        lexicon: the words of states and their armies.
    """
    named = {
        at: word for at, actor in enumerate(actors) if (word := _named(tokens, actor, lexicon))
    }
    if not named:
        return tuple(actors)
    lands = _lands(tokens, lexicon)
    return tuple(
        evolve(actor, role="opposition") if at in named and named[at] not in lands else actor
        for at, actor in enumerate(actors)
    )


def _named(tokens: Tokens, actor: Actor, lexicon: Lexicon) -> str:
    """The word after which an army is called, "" where it is the army of a country or has no name."""
    words, at = tokens.words, actor.head
    plain = actor.role == "state" and words[at] == "army" and not actor.country
    if not plain or not tokens.capital(at):
        return ""
    if at > actor.first and tokens.capital(at - 1):
        called = at - 1
    elif at + 2 < actor.stop and words[at + 1] == "of":
        called = at + 2 + (words[at + 2] == "the")
    else:
        return ""
    regular = lexicon.any_of("regular_army", "function_word")
    return words[called] if called < actor.stop and words[called] not in regular else ""


def _lands(tokens: Tokens, lexicon: Lexicon) -> frozenset[str]:
    """Names that stand beside a word of a state: "the Sarland government", "the President of Sarland"."""
    words, found = tokens.words, set()
    ruling = (lexicon.any_of("sovereign", "head_of_state")) - {"army"}
    for at in range(1, len(words)):
        if words[at] not in ruling:
            continue
        owner = at - 2 if words[at - 1] == "'s" and at > 1 else at - 1
        found.add(words[owner])
        if list(words[at + 1 : at + 2]) == ["of"] and at + 2 < len(words):
            found.add(words[at + 2])
    return frozenset(found)
