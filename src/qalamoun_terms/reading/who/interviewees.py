"""Who answers in an interview: the person that its opening presents, in every answer of the text."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from itertools import pairwise

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment, Span
from qalamoun_terms.reading.text.tokens import COLON, Tokens
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import is_side
from qalamoun_terms.reading.who.speakers import Speaker, Voice, speaker_of

LEAST_QUESTIONS = 3  # questions with answers that make an interview
OPENING = 8  # blocks at the beginning that may present who answers
SPEAKS_REACH = 8  # words between a person and the party the person speaks for
NAME_WORDS = 4  # words of a person's name


def answer_voices(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> tuple[Voice, ...]:
    """The answers of an interview, each in the voice of who is interviewed.

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        actors: the actors it names.
        lexicon: the words that present a person.
    """
    answers = find_answers(tokens, blocks, lexicon)
    if len(answers) < LEAST_QUESTIONS:
        return ()
    opening = [block for block in blocks[:OPENING] if block.span.end <= answers[0][0].span.start]
    found = [_presented(tokens, block, actors, lexicon) for block in opening]
    found += [_titled(tokens, block, actors) for block in opening]
    speaker = next((one for one in found if one is not None), None)
    if speaker is None:
        return ()
    return tuple(
        Voice(span=span, speaker=speaker, verb=":", rank=0)
        for _, answer in answers
        if (span := _words_of(tokens, answer, lexicon))
    )


def section_voices(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> tuple[Voice, ...]:
    """What stands below "The Front's written response", up to the next heading, in the Front's voice.

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        actors: the actors it names.
        lexicon: the words of responding.
    """
    found: list[Voice] = []
    speaker: Speaker | None = None
    for at, block in enumerate(blocks):
        if block.kind is Block.HEADING and not block.cells:
            speaker = _responding(tokens, block, actors, lexicon) if at else None
        elif speaker is not None and block.kind is Block.PARAGRAPH:
            found.append(Voice(span=block.span, speaker=speaker, verb=":", rank=0))
    return tuple(found)


def _responding(
    tokens: Tokens, block: Segment, actors: Sequence[Actor], lexicon: Lexicon
) -> Speaker | None:
    """Whose response a heading announces: the one party that it names."""
    first, stop = tokens.bounds(block.span)
    if not lexicon.words("reaction") & set(tokens.words[first:stop]):
        return None
    low = bisect.bisect_left(actors, first, key=lambda actor: actor.first)
    high = bisect.bisect_left(actors, stop, key=lambda actor: actor.first)
    named = [actor for actor in actors[low:high] if is_side(actor.role)]
    if len(named) != 1 or named[0].first > first + 4:
        return None
    return speaker_of(named[0])


def find_answers(
    tokens: Tokens, blocks: Sequence[Segment], lexicon: Lexicon
) -> list[tuple[Segment, Segment]]:
    """The questions of an interview with their answers; none where other names stand before colons.

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        lexicon: the marks of questions and answers.
    """
    found: list[tuple[Segment, Segment]] = []
    questions, answers = lexicon.words("question_label"), lexicon.words("answer_label")
    for question, answer in pairwise(blocks):
        if (
            not _asks(tokens, question, lexicon)
            or _asks(tokens, answer, lexicon)
            or answer.kind is Block.CELL
        ):
            continue
        mark = _mark(tokens, answer)
        if mark in answers or (not mark and _mark(tokens, question) not in questions):
            found.append((question, answer))
    return found


def _asks(tokens: Tokens, block: Segment, lexicon: Lexicon) -> bool:
    """Whether a block is a question: by its mark, or by the letter before it."""
    marked = tokens.text[block.span.end - 1] == "?" or _mark(tokens, block) in lexicon.words(
        "question_label"
    )
    return marked and block.kind is not Block.CELL


def _mark(tokens: Tokens, block: Segment) -> str:
    """The name or letter before the colon with which a block begins, "" where there is none."""
    first, stop = tokens.bounds(block.span)
    colon = tokens.first_of(COLON, first, min(first + 5, stop))
    return " ".join(tokens.words[first:colon]) if colon else ""


def _words_of(tokens: Tokens, block: Segment, lexicon: Lexicon) -> Span | None:
    """An answer without the letter before it."""
    first, stop = tokens.bounds(block.span)
    if _mark(tokens, block) in lexicon.words("answer_label"):
        first += 2
    return tokens.span(first, stop) if first < stop else None


def _presented(
    tokens: Tokens, block: Segment, actors: Sequence[Actor], lexicon: Lexicon
) -> Speaker | None:
    """A person whom a block of the opening presents with the party that the person speaks for."""
    first, stop = tokens.bounds(block.span)
    within = [a for a in actors if first <= a.first < stop and is_side(a.role)]
    for actor in within:
        low = max(first, actor.first - SPEAKS_REACH)
        speaks = [
            i for i in range(low, actor.first) if tokens.words[i] in lexicon.words("speaks_for")
        ]
        for verb in reversed(speaks):
            name = _name_before(tokens, verb, first, lexicon)
            if name is not None:
                return Speaker(kind="named", name=name, role=actor.role, actor=actor)
    return None


def _titled(tokens: Tokens, block: Segment, actors: Sequence[Actor]) -> Speaker | None:
    """The person of a title such as "Interview with Defence Minister Odera"."""
    first, stop = tokens.bounds(block.span)
    for actor in actors:
        inside = first < actor.first < stop and actor.person and is_side(actor.role)
        if inside and tokens.words[actor.first - 1] == "with":
            return speaker_of(actor)
    return None


def _name_before(tokens: Tokens, at: int, first: int, lexicon: Lexicon) -> str | None:
    """The run of capitals that ends before a word."""
    low = at
    while low > first and at - low < NAME_WORDS and tokens.capital(low - 1):
        low -= 1
    while low < at and tokens.words[low] in lexicon.words("function_word"):
        low += 1
    return tokens.text_of(low, at) if at - low >= 2 else None
