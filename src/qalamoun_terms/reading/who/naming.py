"""An actor as the words of a text name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import field, frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import Tokens


@frozen(kw_only=True)
class Actor:
    """A noun phrase that names an actor: words `first` up to `stop`, around the noun at `head`.

    `role` is the side's word, "both" for all principals, "" where the words do not tell; `weak`
    says that the role is only the noun's usual one. `person` marks a named person, `metonym` a
    country or capital that may also be no more than a place; `noun` is the word that gave the role, and
    `country` the first letters of the country that the phrase names, the same for "Armenia" and
    "Armenian".
    """

    first: int
    stop: int
    head: int
    name: str
    role: str = ""
    weak: bool = False
    person: bool = False
    metonym: bool = False
    definite: bool = False
    noun: str = ""
    country: str = ""
    heads: frozenset[str] = field(default=frozenset(), repr=False)

    def span(self, tokens: Tokens) -> Span:
        """The stretch of the text that names the actor."""
        return tokens.span(self.first, self.stop)


def named_actor(
    tokens: Tokens, first: int, stop: int, role: str, *, article: bool = False, weak: bool = False
) -> Actor:
    """An actor that is a mere name, with no noun that tells what it is.

    Args:
        tokens: the words of the text.
        first: the first word of the name.
        stop: the word after its last.
        role: its side's word.
        article: whether an article stands before the name.
        weak: whether the side is only likely.

    >>> from qalamoun_terms.reading.text.tokens import tokenize
    >>> named_actor(tokenize("The Oat Growers met."), 1, 3, "opposition", article=True).name
    'Oat Growers'
    """
    return Actor(
        first=first - article,
        stop=stop,
        head=stop - 1,
        name=tokens.text_of(first, stop),
        role=role,
        weak=weak,
        definite=True,
        noun=tokens.words[stop - 1],
        heads=frozenset(tokens.words[first:stop]),
    )


def in_place(actors: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    """Actors with others in place of those whose words they share, in the order of the text.

    Args:
        actors: the actors so far.
        others: the actors that win over them.
    """
    taken = {at for actor in others for at in range(actor.first, actor.stop)}
    kept = [actor for actor in actors if taken.isdisjoint(range(actor.first, actor.stop))]
    return in_order((*kept, *others))


def in_order(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors in the order of the text.

    Args:
        actors: the actors.
    """
    return tuple(sorted(actors, key=lambda actor: actor.first))
