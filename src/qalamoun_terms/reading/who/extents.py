"""Where the noun phrase of an actor begins and ends: "the delegation of the regime", "General Malik"."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Hit
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.aliases import is_acronym, named_from

SHORT_RANK = 4  # letters of a rank that a point cuts short ("Gen.", "Brig.")
REACH = 6  # words that a noun phrase may stretch to the left or right of its noun
_QUOTES = frozenset({'"', "“", "”"})


def phrase_start(
    tokens: Tokens, hit: Hit, limit: int, lexicon: Lexicon, actor_words: AbstractSet[int]
) -> int:
    """Where the noun phrase around a noun begins: over determiners, adjectives and names.

    Args:
        tokens: the words of the text.
        hit: the noun.
        limit: the first word that may belong to it.
        lexicon: the words that stand before nouns of actors.
        actor_words: where words of actors stand.
    """
    at = hit.start
    while at > limit and hit.start - at < REACH:
        word = tokens.words[at - 1]
        if word in lexicon.words("actor_determiner"):
            at -= 1
            if at > limit and tokens.words[at - 1] in {"both", "all", "of"}:
                continue
            break
        if not _modifies(tokens, at - 1, lexicon, actor_words):
            break
        at -= 2 if word == "'s" and at - 1 > limit and tokens.words[at - 2][0].isalpha() else 1
    return at


def phrase_end(
    tokens: Tokens, hit: Hit, stop: int, lexicon: Lexicon, starts: Mapping[int, int]
) -> int:
    """Where the noun phrase around a noun ends: with what it is of, a name, and an acronym.

    Args:
        tokens: the words of the text.
        hit: the noun.
        stop: the word after the last of the sentence.
        lexicon: the words that stand after nouns of actors.
        starts: where further nouns of actors begin, and the word after each.
    """
    end = _with_name(tokens, _right(tokens, hit.end, stop, lexicon, starts), stop, lexicon)
    return _to_acronym(tokens, end, stop, lexicon)


def _modifies(tokens: Tokens, at: int, lexicon: Lexicon, actor_words: AbstractSet[int]) -> bool:
    """Whether a word before a noun belongs to the name: an adjective, another actor, a capital."""
    word = tokens.words[at]
    if word in lexicon.words("actor_adjective") or at in actor_words or word == "'s":
        return True
    if _describes(word, lexicon):
        return True
    if not word[0].isalpha():
        return word[0].isdigit() and word[-1].isalpha()
    dated = word in lexicon.words("weekday") or word in lexicon.words("month")
    return tokens.capital(at) and not dated and word not in lexicon.words("function_word")


def _describes(word: str, lexicon: Lexicon) -> bool:
    """Whether a word such as "eastern-based" or "self-styled" stands before the noun of a body."""
    part = word.rpartition("-")[2] if "-" in word else ""
    return part in lexicon.words("modifying_part") or word in lexicon.words("challenger_modifier")


def _right(tokens: Tokens, at: int, stop: int, lexicon: Lexicon, starts: Mapping[int, int]) -> int:
    """The end of the noun phrase: "of the ..." and "for ..." are taken in, at most twice."""
    end = at
    for _ in range(2):
        end = _owned(tokens, end, stop, lexicon, starts)
        after = _linked(tokens, end, stop, lexicon, starts)
        if after == end:
            break
        end = after
    return end


def _with_name(tokens: Tokens, at: int, stop: int, lexicon: Lexicon) -> int:
    """Past the name after a rank or an office ("General Malik", "its spokesman Abu Hadi")."""
    if tokens.words[at - 1].rpartition("-")[2] not in lexicon.words("person_noun"):
        return at
    point = list(tokens.words[at : at + 1]) == ["."] and len(tokens.words[at - 1]) <= SHORT_RANK
    end = at + point
    while (
        end < stop
        and end - at < 5
        and (
            (tokens.capital(end) and tokens.words[end] not in lexicon.words("function_word"))
            or (end > at and tokens.words[end] in lexicon.words("name_particle"))
        )
    ):
        end += 1
    return at if end == at + point else end


def _to_acronym(tokens: Tokens, at: int, stop: int, lexicon: Lexicon) -> int:
    """The end of a name that goes on to an acronym in brackets: "Front for Change and Concord (FCC)"."""
    for end in range(at + 1, min(at + REACH, stop - 2)):
        if tokens.words[end] == "(":
            fits = tokens.words[end + 2] == ")" and is_acronym(tokens, end + 1)
            first = named_from(tokens, end + 1, lexicon) if fits else None
            return end if first is not None and first < at else at
        if not tokens.words[end][0].isalpha():
            break
    return at


def _owned(tokens: Tokens, at: int, stop: int, lexicon: Lexicon, starts: Mapping[int, int]) -> int:
    """Past further nouns, and past a possessive with the noun that is owned ("the minister's office")."""
    end = at
    while end < stop:
        if end in starts:
            end = starts[end]
            continue
        ahead = end + 1 if tokens.words[end] == "'s" else end
        if list(tokens.words[end : end + 1]) == ["("] and list(tokens.words[end + 2 : end + 3]) == [
            ")"
        ]:
            ahead = end + 3 if end + 3 < stop and end + 3 in starts else ahead
        while ahead < stop and ahead not in starts:
            if tokens.words[ahead] not in lexicon.words("actor_adjective"):
                break
            ahead += 1
        if ahead == end or ahead not in starts:
            break
        end = starts[ahead]
    return end


def _linked(tokens: Tokens, at: int, stop: int, lexicon: Lexicon, starts: Mapping[int, int]) -> int:
    """The word after "of the northern district": what a name goes on with behind a preposition."""
    if at >= stop or tokens.words[at] not in lexicon.words("actor_link"):
        return at
    linked = end = at + 1
    place_only = tokens.words[at] in {"at", "from", "under"}
    while end < stop and end - linked < REACH:
        word = tokens.words[end]
        if word in lexicon.words("month"):
            break
        if end in starts and not place_only:
            end = starts[end]
            continue
        if not (
            word in lexicon.words("actor_determiner")
            or word in lexicon.words("actor_ground")
            or word in lexicon.words("actor_adjective")
            or _describes(word, lexicon)
            or word in {"'s", "of"}
            or (word.isdigit() and tokens.words[end - 1] == "of")
            or (word in _QUOTES and (_capital_at(tokens, end + 1) or tokens.capital(end - 1)))
            or (tokens.capital(end) and word[0].isalpha())
        ):
            break
        end += 1
    while end > linked and tokens.words[end - 1] in lexicon.words("loose_end"):
        end -= 1
    named = _capital_in(tokens, linked, end) or any(linked <= s < end for s in starts)
    loose = place_only or tokens.words[at] == "in"
    return end if end > linked and (named or not loose) else at


def _capital_at(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.capital(at)


def _capital_in(tokens: Tokens, first: int, stop: int) -> bool:
    return any(tokens.capital(at) for at in range(first, stop))
