"""Sentences and direct speech inside the blocks of a text, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment, Sentence, Span

# a full stop with the closing marks after it, then a space or the end of the block
_STOP = re.compile(r"[.!?…؟]{1,3}[\"”’'»)\]]{0,3}(?=\s|$)")
_MARK = re.compile(r"[\"“”«»]")
_POINTED = re.compile(r"(?<!\w)[A-Z]\.[A-Z]\.$")
_OPENING = re.compile(r"\w{1,12}")
_WORD_BEFORE = re.compile(r"[\w.]{1,12}$")
_BLANK = re.compile(r"\s+")
_LONGEST = 2_500
"""Characters of the longest sentence; a text without full stops is read in pieces."""


def quotations(text: str, segments: Sequence[Segment]) -> tuple[Span, ...]:
    """Direct speech and quoted words, from the opening mark to the closing one.

    A mark that closes nothing is left alone; a quotation that is never closed runs to the end of
    its block.

    Args:
        text: the text.
        segments: its blocks.

    >>> quotations('He said: "No."', [Segment(span=Span(0, 14), kind=Block.PARAGRAPH)])
    (Span(start=9, end=14),)
    """
    return tuple(span for segment in segments for span in _quotations(text, segment.span))


def _quotations(text: str, block: Span) -> Iterator[Span]:
    """Direct speech inside a block; what nobody closes runs to its end."""
    opened: int | None = None
    for found in _MARK.finditer(text, block.start, block.end):
        at, mark = found.start(), found.group()
        if mark in "“«" or (mark == '"' and opened is None and _opens(text, block, at)):
            opened = at if opened is None else opened
        elif mark in '”»"' and opened is not None and at > opened:
            yield Span(opened, at + 1)
            opened = None
    if opened is not None:
        yield Span(opened, block.end)


def _opens(text: str, block: Span, at: int) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return not before.isalnum() and not after.isspace()


def sentences(
    text: str, blocks: Sequence[Segment], quoted: Sequence[Span], lexicon: Lexicon
) -> tuple[Sentence, ...]:
    """The sentences of each block, in order.

    Args:
        text: the text.
        blocks: its blocks.
        quoted: its quotations, as `quotations` finds them.
        lexicon: the abbreviations after which a full stop ends nothing.

    >>> from qalamoun_terms.lexicon.load import load
    >>> block = Segment(span=Span(0, 31), kind=Block.PARAGRAPH)
    >>> found = sentences("Gen. Malik came. They sat down.", [block], (), load("en"))
    >>> [(s.span.start, s.span.end) for s in found]
    [(0, 16), (17, 31)]
    """
    found: list[Sentence] = []
    position = 0
    for index, block in enumerate(blocks):
        for span in _bounded(text, _split(text, block, lexicon)):
            while position < len(quoted) and quoted[position].end <= span.start:
                position += 1
            inside = position < len(quoted) and quoted[position].start <= span.start
            found.append(Sentence(span=span, segment=index, in_quote=inside))
    return tuple(found)


def _bounded(text: str, found: Iterator[Span]) -> Iterator[Span]:
    """What is far too long for a sentence in pieces, each up to a pause or at least a whole word."""
    for span in found:
        start = span.start
        while span.end - start > _LONGEST:
            stop = _piece_end(text, start, span.end)
            yield Span(start, stop)
            after = _BLANK.match(text, stop, span.end)
            start = after.end() if after else stop
        if start < span.end:
            yield Span(start, span.end)


def _piece_end(text: str, start: int, end: int) -> int:
    """Where a piece of bounded length ends: after its last pause, else at the next blank."""
    middle, last = start + _LONGEST // 2, start + _LONGEST
    pause = max(text.rfind(mark, middle, last) for mark in ";,،")
    blank = _BLANK.search(text, last, end) if pause < 0 else None
    return pause + 1 if pause >= 0 else blank.start() if blank else end


def _split(text: str, block: Segment, lexicon: Lexicon) -> Iterator[Span]:
    """The sentences of a block: one of a heading, lines of what slashes part, else up to each stop."""
    if block.kind in (Block.HEADING, Block.DATELINE):
        yield block.span
        return
    start = block.span.start
    if text.count(" / ", block.span.start, block.span.end) > 1:
        yield from _slashed(text, block.span)
        return
    for stop in _STOP.finditer(text, start, block.span.end):
        if not _ends(text, stop.start(), stop.end(), block.span, lexicon):
            continue
        yield Span(start, stop.end())
        start = stop.end()
        while start < block.span.end and text[start].isspace():
            start += 1
    if start < block.span.end:
        yield Span(start, block.span.end)


def _slashed(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a text that parts them with slashes."""
    start = block.start
    while start < block.end:
        at = text.find(" / ", start, block.end)
        end = block.end if at < 0 else at
        if end > start:
            yield Span(start, end)
        start = end + 3


def _ends(text: str, mark: int, stop: int, block: Span, lexicon: Lexicon) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, and no small letter follows."""
    after = stop
    while after < block.end and text[after].isspace():
        after += 1
    if after >= block.end:
        return True
    if text[after].islower() or text[mark - 1 : mark] in {"(", "["}:
        return False  # dots in brackets are left out words
    if text[mark] != "." or stop - mark > 1:
        return True
    if _POINTED.search(text[max(block.start, mark - 6) : stop]):
        opening = _OPENING.match(text, after)
        return opening is not None and opening.group().lower() in lexicon.words("function_word")
    before = _WORD_BEFORE.search(text, max(block.start, mark - 12), mark)
    word = before.group().lower() if before else ""
    if len(word) == 1 and word.isalpha() and word != "i":
        lone = text[max(block.start, mark - 3) : mark - 1].rstrip()[-1:].islower()
        return lone and not _initial(text, block, mark, after, lexicon)
    return word not in lexicon.words("abbreviation") or _ordinary(word, text, after)


def _initial(text: str, block: Span, mark: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a capital with a point is part of a name ("Mr J. Amsel")."""
    earlier = text[max(block.start, mark - 12) : mark - 1].split()
    opening = _OPENING.match(text, after)
    if not text[mark - 1].isupper() or not earlier or opening is None:
        return False
    return earlier[-1].istitle() and opening.group().lower() not in lexicon.words("function_word")


def _ordinary(word: str, text: str, after: int) -> bool:
    """Whether a short word that is also an abbreviation may end a sentence here."""
    if word in {"no", "sun", "sat", "mon", "may", "mar"}:
        return (
            not text[after].isdigit() and not text[after].isupper()
            if word != "no"
            else (not text[after].isdigit())
        )
    return False
