"""Named bodies: names in capitals that end or begin as those of armed and political bodies do."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterator, Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor, named_actor

_FIRST = operator.itemgetter(0)


def named_bodies(
    tokens: Tokens, first: int, stop: int, chunks: Sequence[Actor], lexicon: Lexicon
) -> Iterator[Actor]:
    """Names in capitals that end or begin as names of armed and political bodies do."""
    covered = {at for chunk in chunks for at in range(chunk.first, chunk.stop)}
    done = first
    for at in _may_start_name(tokens, first, stop):
        if at < done or at in covered or not _starts_name(tokens, at, lexicon):
            continue
        end = _name_end(tokens, at, stop)
        end = next((i for i in range(at, end) if i in covered), end)
        while end > at and tokens.words[end - 1] in lexicon.words("loose_end"):
            end -= 1
        words = tokens.words[at:end]
        if end - at > 1 and _is_body(words, lexicon):
            article = at > first and tokens.words[at - 1] == "the"
            role = body_role(words, lexicon)
            yield named_actor(tokens, at, end, role, article=article, weak=True)
        done = end


def _may_start_name(tokens: Tokens, first: int, stop: int) -> list[int]:
    """The words that are written as names are, or begin with a digit."""
    words = tokens.words[first:stop]
    digits = map(str.isdigit, map(_FIRST, words))
    named = map(tokens.capitals.__contains__, range(first, stop))
    return [*itertools.compress(range(first, stop), map(operator.or_, named, digits))]


def _starts_name(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    word = tokens.words[at]
    if at in tokens.capitals:
        return word not in lexicon.any_of("function_word", "month", "weekday")
    return word[0].isdigit() and word[-1].isalpha()


def _name_end(tokens: Tokens, at: int, stop: int) -> int:
    """The word after a name in capitals with small words inside of it."""
    end = at + 1
    while end < stop and end - at < 9:
        word = tokens.words[end]
        named = tokens.capital(end) and word[0].isalpha()
        linked = word in {"of", "the", "for", "and"} and _name_goes_on(tokens, end, stop)
        owned = word in {"'", "’"} and end + 1 < stop and tokens.capital(end + 1)
        if not (named or linked or owned):
            break
        end += 1
    return end


def _name_goes_on(tokens: Tokens, at: int, stop: int) -> bool:
    if tokens.words[at] == "and":
        return False
    after = at + 1
    if after < stop and tokens.words[after] == "the":
        after += 1
    return after < stop and tokens.capital(after) and tokens.words[after][0].isalpha()


def _is_body(words: Sequence[str], lexicon: Lexicon) -> bool:
    return words[0] in lexicon.words("org_prefix") or any(
        word in lexicon.words("org_name") for word in words
    )


def body_role(words: Sequence[str], lexicon: Lexicon) -> str:
    """The usual side of a named body: numbered units and ministries are a state's.

    Args:
        words: the words of its name.
        lexicon: the words that number.
    """
    numbered = any(w[0].isdigit() or w in lexicon.words("ordinal_word") for w in words)
    if lexicon.words("regular_unit") & set(words) or numbered:
        return "state"
    if lexicon.words("civil_body") & set(words):
        return "civilian"
    if lexicon.words("open_body") & set(words):
        return ""
    return "opposition"
