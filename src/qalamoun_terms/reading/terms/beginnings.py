"""Where a clause with a finite verb begins: at its subject, which may be a row or be interrupted.

The words before the verb are looked at as pieces between commas. The last piece is the subject, or
comes in between ("the army, for its part, leaves"); what "and" joins to it may stand in the pieces
before it ("the women, the elderly and the sick leave").
"""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.reading.terms.grammar import PAUSES, Grammar

_REACH = 40
_PAUSED = PAUSES - {"(", ")"}
_LONGEST_ITEM = 9

Piece = tuple[int, int]
"""The first word of a piece and the word after it."""


def subject_start(grammar: Grammar, front: int, lowest: int, *, first: bool) -> int | None:
    """The first word of the subject of the verb whose words begin at `front`, None if there is none.

    Args:
        grammar: the statement with its small words.
        front: where the words of the verb begin.
        lowest: what stands before this word belongs to another clause.
        first: whether nothing is said before, so that the subject may reach back to `lowest`.
    """
    begin = _past_marker(grammar, max(lowest, front - _REACH))
    if grammar.is_a(begin - 1, "saying") and is_subject(grammar, begin, front):
        return begin
    pieces = _pieces(grammar, begin, front)
    if first and not _has_verb(grammar, (begin, front)):
        said = _after_saying(grammar, (begin, front))
        return _past_circumstances(grammar, pieces) if said is None else said
    if pieces[-1][0] == pieces[-1][1]:
        pieces = _without_parenthesis(grammar, pieces)
    if not pieces:
        return None
    return _row_start(grammar, pieces, first=first)


def interrupted_subject(grammar: Grammar, front: int, lowest: int) -> int | None:
    """The first word of "the army, for its part," before a verb, None where no such thing stands.

    Args:
        grammar: the statement with its small words.
        front: where the words of the verb begin, after a comma.
        lowest: what stands before this word belongs to another clause.
    """
    *_, subject, between, _ = [(0, 0), (0, 0), *_pieces(grammar, max(lowest, 0), front)]
    inserted = between[0] < between[1] and _is_circumstance(grammar, between, later=False)
    if inserted and _joined(grammar, subject) and _may_be_subject(grammar, subject):
        return subject[0] + 1
    return None


def is_subject(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a stretch can be the subject of the verb that follows it.

    Args:
        grammar: the statement with its small words.
        first: its first word.
        stop: the word after it.
    """
    if first >= stop:
        return False
    lower = grammar.words.lower
    skip = ("prepositions", "relatives", "subordinators", "coordinators")
    if grammar.is_any(first, skip) and lower[first] not in ("who", "between"):
        return False
    if not (lower[first][0].isalnum() or lower[first] in "\"“'"):
        return False
    return first not in grammar.verb_at or grammar.verb_at[first].form == "ing"


def is_paused(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a pause or an auxiliary stands in a stretch, brackets and what is aside left out.

    Args:
        grammar: the statement with its small words.
        first: its first word.
        stop: the word after it.
    """
    lower = grammar.words.lower
    return any(
        lower[at] in _PAUSED or grammar.is_auxiliary(at)
        for at in range(first, stop)
        if not grammar.aside[at]
    )


def _past_marker(grammar: Grammar, at: int) -> int:
    """The word after the marker of an item, such as "(b)" or a dash."""
    lower = grammar.words.lower
    if lower[at : at + 1] == ["("] and lower[at + 2 : at + 3] == [")"]:
        return at + 3
    return at + 1 if lower[at] in ("-", "•", "*", "–", "—") else at


def _past_circumstances(grammar: Grammar, pieces: Sequence[Piece]) -> int:
    """The first word after what only tells when or under what: "In the first phase, the army ..."."""
    for index, piece in enumerate(pieces[:-1]):
        if not any(is_subject(grammar, *after) for after in pieces[index + 1 :]):
            return piece[0]
        if _is_circumstance(grammar, piece, later=index > 0):
            continue
        row = index == 0 or _has_and(grammar, pieces[-1]) or pieces[-1][0] == pieces[-1][1]
        if row and not _is_aside(grammar, piece):
            return piece[0]
    return pieces[-1][0]


def _is_circumstance(grammar: Grammar, piece: Piece, *, later: bool) -> bool:
    first = piece[0] + (grammar.words.lower[piece[0]] in "\"“'")
    if grammar.is_a(first, "place_openers"):
        return False
    adverb = grammar.is_a(first, "adverbs") and not grammar.is_a(first, "determiners")
    opens = adverb or grammar.is_any(first, ("prepositions", "subordinators"))
    return opens or (later and grammar.is_a(first, "coordinators"))


def _pieces(grammar: Grammar, first: int, stop: int) -> list[Piece]:
    found: list[Piece] = []
    start = first
    for at in range(first, stop):
        if grammar.words.lower[at] == ",":
            found.append((start, at))
            start = at + 1
    return [*found, (start, stop)]


def _without_parenthesis(grammar: Grammar, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces before one that only comes in between ("the army, for its part, leaves")."""
    kept = list(pieces[:-1])
    if len(kept) > 1 and grammar.is_a(kept[-1][0], "contrary"):
        kept.pop()
    if not kept:
        return []
    while len(kept) > 1 and (
        _is_aside(grammar, kept[-1]) or not _may_be_subject(grammar, kept[-1])
    ):
        kept.pop()
        if _may_be_subject(grammar, kept[-1]):
            return kept
    if len(kept) > 1 and _may_be_subject(grammar, kept[-2]) and not _joined(grammar, kept[-2]):
        kept.pop()
    return kept if _may_be_subject(grammar, kept[-1]) else []


def _is_aside(grammar: Grammar, piece: Piece) -> bool:
    return all(grammar.aside[at] for at in range(*piece))


def _may_be_subject(grammar: Grammar, piece: Piece) -> bool:
    first = piece[0] + _joined(grammar, piece)
    return is_subject(grammar, first, piece[1]) and not _has_verb(grammar, piece)


def _joined(grammar: Grammar, piece: Piece) -> bool:
    """Whether a piece begins with "and"."""
    return piece[0] < piece[1] and grammar.is_a(piece[0], "coordinators")


def _has_verb(grammar: Grammar, piece: Piece) -> bool:
    """Whether something is already said: by an auxiliary, or a verb with its object."""
    return any(
        grammar.is_auxiliary(at) or (_is_told(grammar, at) and grammar.is_a(at + 1, "determiners"))
        for at in range(*piece)
        if not grammar.aside[at]
    )


def _is_told(grammar: Grammar, at: int) -> bool:
    return at in grammar.verb_at and grammar.verb_at[at].form == "ed"


def _row_start(grammar: Grammar, pieces: Sequence[Piece], *, first: bool) -> int | None:
    """Where a clause begins whose subject is a row: "A, B and C withdraw"."""
    last = len(pieces) - 1
    start = _piece_start(grammar, pieces[last], alone=last == 0, first=first)
    whole = start is not None and start <= pieces[last][0] + 1
    if start is None or not whole or not _has_and(grammar, pieces[last]):
        return start
    at = last
    while at > 0 and _is_item(grammar, pieces[at - 1]):
        at -= 1
        if _joined(grammar, pieces[at]):
            return pieces[at][0] + 1
    if at == last or (at == 0 and first):
        return pieces[at][0] if at < last else start
    return pieces[at][0] if first else start


def _has_and(grammar: Grammar, piece: Piece) -> bool:
    return any(grammar.is_a(at, "joints") for at in range(*piece))


def _is_item(grammar: Grammar, piece: Piece) -> bool:
    """Whether a piece can be an item of a row that is a subject."""
    short = sum(not grammar.aside[at] for at in range(*piece)) <= _LONGEST_ITEM
    return short and _may_be_subject(grammar, piece) and not grammar.is_a(piece[0], "adverbs")


def _piece_start(grammar: Grammar, piece: Piece, *, alone: bool, first: bool) -> int | None:
    """Where a subject begins in the piece before its verb."""
    start, stop = piece
    said = _after_saying(grammar, piece)
    if said is not None:
        return said
    joined = _joined(grammar, piece)
    start += joined
    if (first or joined or not alone) and is_subject(grammar, start, stop):
        return _after_verb(grammar, start, stop)
    for at in range(stop - 1, start - 1, -1):
        joins = grammar.is_a(at, "coordinators") and not grammar.aside[at]
        if joins and is_subject(grammar, at + 1, stop):
            return at + 1
    return None


def _after_verb(grammar: Grammar, start: int, stop: int) -> int:
    """The last stretch after "and", where a verb stands before that."""
    for at in range(stop - 1, start, -1):
        joins = grammar.is_a(at, "coordinators") and not grammar.aside[at]
        if joins and is_subject(grammar, at + 1, stop) and _has_verb(grammar, (start, at)):
            return at + 1
    return start


def _after_saying(grammar: Grammar, piece: Piece) -> int | None:
    """The subject of what somebody says, without "that": "the envoy says it will leave"."""
    for at in reversed([*grammar.places_in("saying", piece[0], max(piece[1] - 1, piece[0]))]):
        if not grammar.aside[at] and is_subject(grammar, at + 1, piece[1]):
            return at + 1
    return None
