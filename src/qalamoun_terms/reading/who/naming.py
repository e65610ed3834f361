"""An actor as the words of a text name it."""

from __future__ import annotations

from attrs import field, frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import Tokens

LOOSE_ENDS = frozenset({"of", "'s", "the", "a", "an", "his", "its", "their", "our", "all", "no"})


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
