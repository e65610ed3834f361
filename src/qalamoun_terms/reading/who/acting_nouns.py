"""Parties under nouns that name no side: "the stevedores voted against it", "the front agreed".

Whoever answers or asks is a party, whatever it is called. Its side is left to all that is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment, Sentence
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor, in_order, named_actor

DESCRIBED = 3  # words before a noun that describe it, at most
ADVERBS = 4  # words such as "have already" before the verb, at most
VERB_WORDS = 7  # words of an act, from its verb on
LONG = 5  # letters of a noun that ends as those of doers do
_ENDINGS = ("ers", "ors", "ists", "ants", "men", "ees", "ians")
_ACTS = frozenset({"", "demand"})  # who offers something may well look on only


def with_acting_nouns(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    blocks: Sequence[Segment],
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> tuple[Actor, ...]:
    """The actors, with nouns of no known side that stand as subjects of acts.

    Args:
        tokens: the words of the text.
        sentences: its sentences.
        blocks: its blocks.
        actors: the actors whose nouns or names are known.
        lexicon: the words of acts, and nouns that may act.
    """
    covered = {at for actor in actors for at in range(actor.first, actor.stop)}
    found = [
        actor
        for sentence in sentences
        if blocks[sentence.segment].kind not in {Block.DATELINE, Block.HEADING}
        for actor in _acting(tokens, *tokens.bounds(sentence.span), covered, lexicon)
    ]
    return in_order((*actors, *found)) if found else tuple(actors)


def _acting(
    tokens: Tokens, first: int, stop: int, covered: set[int], lexicon: Lexicon
) -> Iterator[Actor]:
    """The nouns of a sentence that open a clause and are followed by the verb of an act."""
    known = lexicon.words("acting_noun")
    for at in range(first, stop - 1):
        word = tokens.words[at]
        doer = word in known or (word.endswith(_ENDINGS) and len(word) > LONG)
        if not doer or at in covered or word in lexicon.words("no_acting_noun"):
            continue
        low = _opening(tokens, at, first, covered, lexicon)
        if low is not None and _acts(tokens, at + 1, stop, lexicon):
            article = tokens.words[low] in lexicon.words("actor_determiner")
            yield named_actor(tokens, low + article, at + 1, "", article=article, weak=True)


def _opening(
    tokens: Tokens, at: int, first: int, covered: set[int], lexicon: Lexicon
) -> int | None:
    """The first word of the noun phrase, None where the noun is no subject."""
    for low in range(at, max(first, at - DESCRIBED) - 1, -1):
        if low in covered:
            return None
        if low == first or tokens.words[low] in lexicon.words("actor_determiner"):
            before = tokens.words[low - 1] if low > first else ""
            inside = before in lexicon.words("oblique")
            ours = tokens.words[low] in lexicon.words("owning")
            return None if inside or ours else low
    return None


def _acts(tokens: Tokens, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the verb of an answer or a demand follows a noun."""
    words = tokens.words
    for low in range(at, min(at + ADVERBS, stop)):
        found = (
            hit
            for table in ("stances", "proposals")
            for hit in lexicon.indexes[table].find(
                words, low, min(low + VERB_WORDS, stop), before=low + 1
            )
        )
        if any(h.entry.word("act") in _ACTS and not h.entry.data.get("passive") for h in found):
            return True
        if words[low] not in lexicon.any_of("adverb", "modal_verb", "be_form"):
            return False
    return False
