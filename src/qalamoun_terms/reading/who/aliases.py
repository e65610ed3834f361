"""Short names: the acronym in brackets after a body's name, and the surname of a named person.

A report names a body or a person once in full and goes on with a short form: "the National Council
(NC) ... the NC refused", "the rebels' leader Omar Khoury ... Khoury refused".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Entry, Hit, Openings
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import is_side

SHORTEST_SURNAME = 4  # letters; shorter ones are mostly parts of names
LONGEST_ACRONYM = 10  # letters


def find_aliases(
    tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon
) -> Mapping[str, tuple[Entry, int]]:
    """The short names that a text introduces, each with its side and the word where it is given.

    Args:
        tokens: the words of the text.
        actors: the actors that were read by their full names.
        lexicon: the nouns that name actors.
    """
    index = lexicon.indexes["actors"].by_word
    found: dict[str, tuple[Entry, int]] = {}
    for actor in actors:
        for word, at in _short_names(tokens, actor, lexicon):
            known = word in index and not _only_bare(index[word])
            if not known and word not in found:
                found[word] = (_entry(word, _full_name(tokens, actor, at, lexicon)), at)
    return found


def _only_bare(openings: Openings) -> bool:
    """Whether a word is known only as a person's name, which a text may give an office of its own."""
    pairs = [*openings.others, *(pair for some in openings.by_second.values() for pair in some)]
    return all(entry.data.get("bare") for entry, _ in pairs)


def alias_hits(
    tokens: Tokens, first: int, stop: int, aliases: Mapping[str, tuple[Entry, int]]
) -> list[Hit]:
    """Where short names stand between two words, after the place that introduces them.

    Args:
        tokens: the words of the text.
        first: the first word.
        stop: the word after the last.
        aliases: the short names.
    """
    hits: list[Hit] = []
    for at in range(first, stop):
        entry, given = aliases.get(tokens.words[at], (None, at))
        if entry is not None and at > given and tokens.capital(at):
            hits.append(Hit(entry, at, at + 1))
    return hits


def _entry(word: str, actor: Actor) -> Entry:
    data = {"role": actor.role, "name": actor.name}
    return Entry(id=f"alias-{word}", phrases=(), example="", counter_example="", data=data)


def _full_name(tokens: Tokens, actor: Actor, at: int, lexicon: Lexicon) -> Actor:
    """The actor under the words that an acronym in brackets stands for, without an office before them."""
    if tokens.words[at - 1] != "(" or actor.stop != at - 1:
        return actor
    first = named_from(tokens, at, lexicon)
    if first is None or first <= actor.first:
        return actor
    return evolve(actor, name=tokens.text_of(first, at - 1))


def named_from(tokens: Tokens, at: int, lexicon: Lexicon) -> int | None:
    """The first of the words that an acronym in brackets stands for, None where they do not fit it.

    Args:
        tokens: the words of the text.
        at: the acronym.
        lexicon: the words that an acronym leaves out.
    """
    letters = [c.lower() for c in tokens.printed(at) if c.isalpha()]
    low = at - 1
    while low > 0 and at - low <= LONGEST_ACRONYM and letters:
        word = tokens.words[low - 1]
        if tokens.capital(low - 1) and word[0] == letters[-1]:
            letters.pop()
        elif word not in lexicon.words("acronym_gap") and not tokens.capital(low - 1):
            return None
        low -= 1
    return low if not letters else None


def _short_names(tokens: Tokens, actor: Actor, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """The words that may stand for an actor from here on, with their places: acronyms and surnames."""
    if not is_side(actor.role) or actor.metonym:
        return
    bracketed = _bracketed(tokens, actor.stop)
    if bracketed is not None and not actor.person:
        yield tokens.words[bracketed], bracketed
    leading = _leading_acronym(tokens, actor)
    if leading is not None:
        yield tokens.words[leading], leading
    last = actor.stop - 1
    if last > actor.head and not actor.person and is_acronym(tokens, last):
        yield tokens.words[last], last  # "separatist fighters of the MFDC"
    surname = actor.stop - 1 if actor.person else _apposed_surname(tokens, actor, lexicon)
    if surname is not None and _is_surname(tokens, surname, lexicon):
        yield tokens.words[surname], surname


def _bracketed(tokens: Tokens, at: int) -> int | None:
    words = tokens.words
    if list(words[at : at + 1]) != ["("] or list(words[at + 2 : at + 3]) != [")"]:
        return None
    return at + 1 if is_acronym(tokens, at + 1) else None


def _leading_acronym(tokens: Tokens, actor: Actor) -> int | None:
    """As in "M23 rebels": the acronym before the noun that tells the side."""
    at = actor.first
    if tokens.words[at] == "the":
        at += 1
    return at if at < actor.head and is_acronym(tokens, at) else None


def is_acronym(tokens: Tokens, at: int) -> bool:
    """Whether a word is written as acronyms are: capitals, or a capital and a number.

    Args:
        tokens: the words of the text.
        at: the word.
    """
    printed = tokens.printed(at)
    marks = sum(c.isupper() for c in printed)
    numbered = marks == 1 and any(c.isdigit() for c in printed)
    return printed[0].isupper() and 1 < len(printed) <= LONGEST_ACRONYM and (marks > 1 or numbered)


def _is_surname(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    word = tokens.words[at]
    plain = word not in lexicon.words("person_noun") and word not in lexicon.words("function_word")
    return tokens.capital(at) and len(word) >= SHORTEST_SURNAME and plain


def _apposed_surname(tokens: Tokens, actor: Actor, lexicon: Lexicon) -> int | None:
    """As in "Omar Khoury, the rebels' chief negotiator": the last word of the name before."""
    at = actor.first
    office = actor.heads & lexicon.words("person_noun")
    if at < 3 or tokens.words[at - 1] != "," or not office:
        return None
    named = tokens.capital(at - 2) and tokens.capital(at - 3)
    return at - 2 if named else None
