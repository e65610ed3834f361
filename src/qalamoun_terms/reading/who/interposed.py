"""What stands between a subject and its verb and tells nothing of who acts: when, and in what turn."""

from __future__ import annotations

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens

LONGEST = 8  # words of a time between a subject and its verb
SAYING = 4  # words of a fixed phrase such as "for its part", at most


def before_interposed(tokens: Tokens, end: int, first: int, lexicon: Lexicon) -> int:
    """The word where an interposed time or phrase begins that ends before a word, else that word.

    Args:
        tokens: the words of the text.
        end: the word after what may be interposed.
        first: the first word of the sentence.
        lexicon: the words of time, and the phrases that may stand there.
    """
    return _phrase(tokens, end, first, lexicon) or _time(tokens, end, first, lexicon) or end


def _phrase(tokens: Tokens, end: int, first: int, lexicon: Lexicon) -> int | None:
    """Where a fixed phrase begins ("for its part", "so far")."""
    known = lexicon.words("interposed_phrase")
    for length in range(2, SAYING + 1):
        start = end - length
        if start > first and "_".join(tokens.words[start:end]) in known:
            return start
    return None


def _time(tokens: Tokens, end: int, first: int, lexicon: Lexicon) -> int | None:
    """Where a time begins ("last week", "on 3 May", "late on Monday")."""
    start = end
    while start > first and end - start < LONGEST and _of_time(tokens, start - 1, lexicon):
        start -= 1
    opening = lexicon.any_of("time_opening", "weekday")
    while start < end and tokens.words[start] not in opening:
        start += 1
    told = lexicon.any_of("time_noun", "weekday")
    dated = any(
        tokens.words[at] in told or tokens.words[at].isdigit() or _is_month(tokens, at, lexicon)
        for at in range(start, end)
    )
    return start if dated and start > first else None


def _of_time(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    word = tokens.words[at]
    listed = ("time_opening", "time_noun", "time_between", "weekday", "cardinal_word")
    return word.isdigit() or word in lexicon.any_of(*listed) or _is_month(tokens, at, lexicon)


def _is_month(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    return tokens.words[at] in lexicon.words("month") and tokens.capital(at)
