"""Reads short answers that stand by themselves: "Yes.", "Out of the question", "Only if the road opens"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Hit
from qalamoun_terms.reading.text.tokens import Tokens

LEAD = 6  # words that may stand before the words that answer
LONGEST = 40  # words that a short answer has, at most
_MARKS = frozenset({".", ",", ";", ":", "!", "!!", "-", "–", "—", ")", "]", '"', "”", "...", "…"})
_OPENERS = frozenset({'"', "“", "(", "[", "-", "–", "—", ":", "*", "'"})
_LAST = {"yes": "accepted", "no": "rejected"}


@frozen(kw_only=True)
class Reply:
    """An answer: its `stance`, "" where it answers nothing, and the words of its condition.

    `stop` is the word after those that answer, `end` the word after the whole answer.
    """

    stance: str
    first: int
    stop: int
    end: int
    condition: tuple[int, int] | None = None


def read_reply(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> Reply | None:
    """The short answer that a stretch of words is, or None where it is none.

    Args:
        tokens: the words of the text.
        first: the first word of the answer.
        stop: the word after its last.
        lexicon: the words of answering.

    >>> from qalamoun_terms.lexicon.load import load
    >>> from qalamoun_terms.reading.text.tokens import tokenize
    >>> tokens = tokenize("We have no objection, provided that the guns are moved.")
    >>> reply = read_reply(tokens, 0, len(tokens), load("en"))
    >>> reply.stance, tokens.text_of(*reply.condition)
    ('conditional', 'the guns are moved')
    """
    if stop - first > LONGEST or "?" in tokens.words[max(first, stop - 2) : stop]:
        return None
    hit = _opening(tokens, first, stop, lexicon)
    if hit is None:
        return _closing(tokens, first, stop)
    after = tokens.words[hit.end : min(hit.end + 1, stop)]
    has_object = hit.entry.data.get("object") and set(after) & lexicon.words("reply_object")
    if has_object and not _closes(tokens, hit.end + 1, stop):
        return None
    end = _sentence_end(tokens, hit.end, stop)
    stance = hit.entry.word("stance")
    if not stance and tokens.words[hit.end : hit.end + 1] in ([","], [";"]):
        later = read_reply(tokens, hit.end + 1, stop, lexicon)
        return later or Reply(stance="", first=first, stop=hit.end, end=end)
    if hit.entry.data.get("conditional"):
        return Reply(
            stance=stance,
            first=first,
            stop=hit.end,
            end=end,
            condition=_trimmed(tokens, hit.end, end),
        )
    return _with_rest(tokens, Reply(stance=stance, first=first, stop=hit.end, end=end), lexicon)


def hits_from(
    table: str, tokens: Tokens, first: int, stop: int, lexicon: Lexicon
) -> Mapping[int, Sequence[Hit]]:
    """The entries of a table that begin at the words of a stretch, by those words.

    Args:
        table: the name of the table.
        tokens: the words of the text.
        first: the first word.
        stop: the word after the last.
        lexicon: the lexicon that has the table.
    """
    found: dict[int, list[Hit]] = {}
    for hit in tokens.hits(lexicon.indexes[table], first, stop):
        found.setdefault(hit.start, []).append(hit)
    return found


def _opening(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> Hit | None:
    """The words with which an answer begins, after those that may lead to them."""
    lead = lexicon.words("reply_lead")
    replies = lexicon.indexes["replies"]
    for at in range(first, min(first + LEAD, stop)):
        hits = [
            hit
            for hit in replies.find(tokens.words, at, stop, before=at + 1)
            if not hit.entry.data.get("closed") or _closes(tokens, hit.end, stop)
        ]
        if hits:
            return max(hits, key=lambda hit: hit.end)
        if tokens.words[at] not in lead and tokens.words[at] not in _OPENERS:
            return None
    return None


def _closing(tokens: Tokens, first: int, stop: int) -> Reply | None:
    """The "yes" or "no" with which an answer ends after its reason ("Before the courts, no.")."""
    end = stop
    while end > first and tokens.words[end - 1] in _MARKS:
        end -= 1
    stance = _LAST.get(tokens.words[end - 1]) if end - first > 2 else None
    if stance is None or tokens.words[end - 2] != ",":
        return None
    return Reply(stance=stance, first=first, stop=end, end=end)


def _closes(tokens: Tokens, at: int, stop: int) -> bool:
    return at >= stop or tokens.words[at] in _MARKS


def _with_rest(tokens: Tokens, reply: Reply, lexicon: Lexicon) -> Reply | None:
    """An answer with what follows it: a condition, or a turn that leaves it open."""
    if reply.stance != "accepted":
        return reply
    rest = tokens.words[reply.stop : reply.end]
    turn = next((at for at, word in enumerate(rest) if word in lexicon.words("reply_turn")), None)
    if turn is not None:
        return _turned(tokens, reply, reply.stop + turn + 1, lexicon)
    hit = condition_in(tokens, reply.stop, reply.end, lexicon)
    if hit is None:
        return reply
    return Reply(
        stance="conditional",
        first=reply.first,
        stop=hit.end,
        end=reply.end,
        condition=_trimmed(tokens, hit.end, reply.end),
    )


def _turned(tokens: Tokens, reply: Reply, at: int, lexicon: Lexicon) -> Reply | None:
    """What follows a turn is the condition of an answer ("Good, but then the army leaves, too")."""
    while at < reply.end and tokens.words[at] in lexicon.words("after_turn"):
        at += 1
    condition = _trimmed(tokens, at, reply.end)
    if condition is None:
        return None
    return Reply(
        stance="conditional", first=reply.first, stop=at, end=reply.end, condition=condition
    )


def condition_in(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> Hit | None:
    """The first words between two that open a condition ("provided that", "only if").

    Args:
        tokens: the words of the text.
        first: the first word.
        stop: the word after the last.
        lexicon: the words of answering.
    """
    found = hits_from("replies", tokens, first, stop, lexicon)
    hits = [
        hit
        for at, row in found.items()
        for hit in row
        if hit.entry.data.get("conditional") and tokens.words[at - 1] != "at"
    ]
    return min(hits, key=lambda hit: (hit.start, -hit.end), default=None)


def _sentence_end(tokens: Tokens, at: int, stop: int) -> int:
    """The word after an answer: where its sentence or a semicolon ends."""
    while at < stop and tokens.words[at] not in {".", ";", "!", "!!"}:
        at += 1
    return at


def _trimmed(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    while first < stop and tokens.words[first] in _MARKS:
        first += 1
    while stop > first and tokens.words[stop - 1] in _MARKS:
        stop -= 1
    return (first, stop) if stop - first >= 2 else None
