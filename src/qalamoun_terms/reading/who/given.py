"""Actors whose sides the caller knows; they win over what is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from qalamoun_terms.reading.text.tokens import Tokens, tokenize
from qalamoun_terms.reading.who.naming import Actor, in_place, named_actor


def with_given(
    tokens: Tokens, actors: Sequence[Actor], roles: Mapping[str, str]
) -> tuple[Actor, ...]:
    """The actors of a text, with those that the caller named in place of what was read there.

    Args:
        tokens: the words of the text.
        actors: the actors that were read.
        roles: the sides of the parties that the caller knows, by name.

    >>> found = with_given(tokenize("The Oat Growers met."), (), {"Oat Growers": "opposition"})
    >>> [(actor.name, actor.role) for actor in found]
    [('Oat Growers', 'opposition')]
    """
    if not roles:
        return tuple(actors)
    return in_place(actors, _given(tokens, roles))


def _given(tokens: Tokens, roles: Mapping[str, str]) -> list[Actor]:
    """Where the names stand; of two that begin at one word, the longer."""
    by_word: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for name, role in roles.items():
        words = list(tokenize(name).words)
        if words:
            by_word[words[0]].append((words, role))
    found: list[Actor] = []
    at = 0
    while at < len(tokens):
        fitting = [
            (words, role)
            for words, role in by_word.get(tokens.words[at], ())
            if list(tokens.words[at : at + len(words)]) == words
        ]
        if not fitting:
            at += 1
            continue
        words, role = max(fitting, key=lambda pair: len(pair[0]))
        article = at > 0 and tokens.words[at - 1] in {"the", "a", "an"}
        found.append(named_actor(tokens, at, at + len(words), role, article=article))
        at += len(words)
    return found
