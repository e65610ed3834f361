"""Deciding on the brackets of a negotiating text, one at a time."""

from __future__ import annotations

from attrs import evolve

from qalamoun_terms.comparison.brackets import NUMBER, WHOLE, Block, Bracket, Option, Segment, Slot
from qalamoun_terms.comparison.merge_articles import BY_WORDS, compromise_of
from qalamoun_terms.comparison.negotiating import Decision, NegotiatingText, OpenBracket
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v

__all__ = ["resolve"]


def resolve(
    text: NegotiatingText, number: int, *, take: str | None = None, words: str | None = None
) -> NegotiatingText:
    """Decide on one bracket: for an alternative that stands in it, or for words of a compromise.

    Args:
        text: the text.
        number: the number of the bracket, as `NegotiatingText.brackets` gives it.
        take: the label of a party whose alternative is taken; ``base`` where the base stands in the bracket.
        words: the words that are agreed instead, which may be none; only where the bracket is one of words.

    Returns:
        The text with those words clean and the bracket gone.

    Raises:
        InvalidValueError: no such bracket, not just one of ``take`` and ``words``, a party that does not stand
            in it or of which nothing is known, words for a field of a term or for a whole article's place.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> from qalamoun_terms.comparison.merge import merge
    >>> one, two = (draft([(1, None, f"Grace of {n} months.")]) for n in ("six", "nine"))
    >>> text = merge(one, {"State": one, "Opposition": two})
    >>> resolve(text, 1, take="Opposition").proposal().articles[0].accounts[0].text
    'Grace of nine months.'
    >>> resolve(text, 1, words="seven").proposal().articles[0].accounts[0].text
    'Grace of seven months.'
    """
    found = next((one for one in text.brackets if one.number == number), None)
    if found is None:
        raise InvalidValueError(
            f"resolve.number: expected 1 to {text.counts.brackets}, got {number!r}"
        )
    if (take is None) == (words is None):
        raise InvalidValueError("resolve: expected either take or words")
    made = _taken(found, take) if words is None else _compromise(found, words)
    place = found.article - 1
    first = next(one.number for one in text.brackets if one.article == found.article)
    block = _decided(text.bracketed.blocks[place], number - first, made)
    decision = Decision(
        article=found.article,
        part=found.part,
        words=made if found.part else None,
        taken=take,
        options=[Option(parties=names, text=told) for names, told in found.options.items()],
    )
    return _with_block(evolve(text, decisions=(*text.decisions, decision)), place, block)


def _taken(bracket: OpenBracket, take: str | None) -> str:
    known = {party: told for parties, told in bracket.options.items() for party in parties}
    told = known.get(take or "")
    if told is None:
        wanted = " or ".join(party for party, told in known.items() if told is not None)
        raise InvalidValueError(f"resolve.take: expected {wanted}, got {take!r}")
    return told


def _compromise(bracket: OpenBracket, words: str) -> str:
    if bracket.part not in (*BY_WORDS, WHOLE):
        what = f"the field {bracket.part!r}" if bracket.part else "a whole article"
        raise InvalidValueError(
            f"resolve.words: expected take for {what}, which is not decided by words, "
            f"got {v.describe(words)}"
        )
    if v.text.fault(words) is not None:
        raise v.invalid("resolve.words", "text", words)
    return compromise_of(words) if bracket.part == WHOLE else words


def _decided(block: Block, index: int, made: str) -> Block | None:
    """Decide on the bracket with this place in its article; None where the article goes."""
    if block.holders:
        if index == 0:
            return evolve(block, holders=(), out=(), silent=()) if made else None
        index -= 1
    slots = list(block.slots)
    for place, slot in enumerate(slots):
        if slot.name == NUMBER:
            continue
        if index < len(slot.brackets):
            slots[place] = evolve(slot, segments=_cleaned(slot, index, made))
            break
        index -= len(slot.brackets)
    return evolve(block, slots=slots)


def _cleaned(slot: Slot, index: int, words: str) -> tuple[Segment, ...]:
    made: list[Segment] = []
    seen = -1
    for one in slot.segments:
        seen += isinstance(one, Bracket)
        piece = words if isinstance(one, Bracket) and seen == index else one
        if isinstance(piece, str) and made and isinstance(made[-1], str):
            made[-1] = f"{made[-1]}{piece}"
        elif piece != "":
            made.append(piece)
    return tuple(made)


def _with_block(text: NegotiatingText, place: int, block: Block | None) -> NegotiatingText:
    kept = () if block is None else (block,)
    blocks, rows = text.bracketed.blocks, text.rows
    return evolve(
        text,
        rows=(*rows[:place], *rows[place : place + len(kept)], *rows[place + 1 :]),
        bracketed=evolve(text.bracketed, blocks=(*blocks[:place], *kept, *blocks[place + 1 :])),
    )
