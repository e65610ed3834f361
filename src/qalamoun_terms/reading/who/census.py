"""Everybody whom a text names, with the sides that the lexicon and the text's structure tell."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Segment, Sentence
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.acting_nouns import with_acting_nouns
from qalamoun_terms.reading.who.actors import find_actors
from qalamoun_terms.reading.who.label_legends import with_labels
from qalamoun_terms.reading.who.mediating import with_mediating
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.opponents import with_opponents
from qalamoun_terms.reading.who.plain_nouns import with_plain_nouns
from qalamoun_terms.reading.who.unknown_names import with_unknown_names


def census(
    tokens: Tokens, sentences: Sequence[Sentence], blocks: Sequence[Segment], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """The actors of a text in its order.

    Args:
        tokens: the words of the text.
        sentences: its sentences.
        blocks: its blocks.
        lexicon: the lexicon of its language.
    """
    named = find_actors(tokens, sentences, blocks, lexicon)
    named = with_opponents(tokens, blocks, named, lexicon)
    named = with_labels(tokens, blocks, named, lexicon)
    named = with_unknown_names(tokens, sentences, blocks, named, lexicon)
    bounds = (tokens.bounds(one.span) for one in sentences)
    named = with_mediating(tokens, bounds, named, lexicon)
    named = with_plain_nouns(tokens, named, lexicon)
    return with_acting_nouns(tokens, sentences, blocks, named, lexicon)
