"""What an Arabic text tells twice: news say in the body what their lead has said."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.reading.arabic.judging import consonants
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Block, Segment, Span, TermMention

_ALIKE = 0.7  # share of the words of the shorter of two statements that the other has, too
_RESTATED = 0.5  # share of the words of a standfirst that the paragraph after it has, too
_LEAD_WORDS = 12  # words that a lead has at least


def lead_of(page: Page, blocks: Sequence[Segment]) -> int:
    """The number of the block that is the lead: the first paragraph, where more follow.

    Args:
        page: the text.
        blocks: its blocks.
    """
    whole = [n for n, block in enumerate(blocks) if block.kind is Block.PARAGRAPH]
    long = [n for n in whole if _words(page, blocks[n].span) >= _LEAD_WORDS]
    return long[0] if len(long) > 1 else -1


def is_standfirst(page: Page, blocks: Sequence[Segment], lead: int) -> bool:
    """Whether the paragraph after the lead tells the same once more: the lead is a standfirst.

    Args:
        page: the text.
        blocks: its blocks.
        lead: the number of the lead.
    """
    after = [block for block in blocks[lead + 1 :] if block.kind is Block.PARAGRAPH]
    if lead < 0 or not after:
        return False
    own, again = _roots(page, blocks[lead].span), _roots(page, after[0].span)
    return len(own & again) >= _RESTATED * min(len(own), len(again))


def _words(page: Page, span: Span) -> int:
    first, stop = page.tokens.bounds(span)
    return stop - first


def says_again(page: Page, one: TermMention, other: TermMention) -> bool:
    """Whether two statements say the same: of one kind, in mostly the same words.

    Args:
        page: the text.
        one: a statement.
        other: another.
    """
    if one.term.kind != other.term.kind:
        return False
    weapons = [set(getattr(mention.term, "weapons", None) or ()) for mention in (one, other)]
    if all(weapons) and weapons[0] != weapons[1]:
        return False
    left, right = _roots(page, one.span), _roots(page, other.span)
    numbers = [{word for word in words if word[:1].isdigit()} for words in (left, right)]
    if numbers[0] != numbers[1] and all(numbers):
        return False
    shorter = min(len(left), len(right))
    return shorter > 1 and len(left & right) >= _ALIKE * shorter


def _roots(page: Page, span: Span) -> set[str]:
    """The consonants of the words of a stretch; numbers stand for themselves."""
    first, stop = page.tokens.bounds(span)
    first -= first > 0 and page.tokens.starts[first : first + 1] != [span.start]  # after "and"
    words = [page.word(at) for at in range(first, stop)]
    plain = [word for word in words if word[:1].isalnum() and word not in page.stems.words("small")]
    return {word if word[0].isdigit() else consonants(word) for word in plain}
