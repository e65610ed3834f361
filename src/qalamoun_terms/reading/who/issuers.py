"""Who issued a text that speaks for itself: a letter, a statement, a bulletin."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment, Span
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import is_side
from qalamoun_terms.reading.who.speakers import REPORT, Speaker, speaker_of
from qalamoun_terms.reading.who.voices import SPEECH_LENGTH

ADDRESS = 8  # blocks at the beginning of a letter that may address somebody
ADDRESS_LINE = 120  # characters of a line of an address, at most


def find_issuer(
    tokens: Tokens,
    blocks: Sequence[Segment],
    quotes: Sequence[Span],
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> Speaker:
    """Who issued a text that speaks of itself as "we": a letter, a statement, a bulletin.

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        quotes: its quotations.
        actors: the actors it names.
        lexicon: the words of the first person.
    """
    titled = _title_issuer(tokens, blocks, actors, lexicon)
    if titled:
        return titled
    own = lexicon.words("first_person")
    ours = tokens.places_of(own, 0, len(tokens))
    if not ours:
        return REPORT
    spoken = [block.span for block in blocks if _is_spoken(tokens, block)]
    said = [i for i in ours if not _within(spoken, tokens.starts[i])]
    unquoted = [i for i in said if not _inside(quotes, tokens.starts[i])]
    if len(unquoted) < 3 or len(unquoted) * 2 < len(said):
        return REPORT
    addressee = find_addressee(tokens, blocks, actors, lexicon)
    others = [actor for actor in actors if addressee is None or actor.name != addressee.name]
    return _letterhead(tokens, blocks, others) or _letterhead(tokens, blocks, actors) or REPORT


def find_addressee(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> Actor | None:
    """Whom a letter addresses: the first party in its address, or in the lines right above "Dear".

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        actors: the actors it names.
        lexicon: the words that open a letter.
    """
    for at, block in enumerate(blocks[:ADDRESS]):
        opening = tokens.at(block.span.start)
        if tokens.words[opening] not in lexicon.words("addressing"):
            continue
        above = () if tokens.words[opening] == "to" else blocks[max(0, at - 3) : at]
        for line in (block, *reversed(above)):
            if len(line.span) > ADDRESS_LINE:
                continue
            named = next((a for a in actors if line.span.covers(a.span(tokens))), None)
            if named is not None and is_side(named.role) and not named.metonym:
                return named
    return None


def _title_issuer(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> Speaker | None:
    """The body in a title such as "Statement of the Operations Room"."""
    heads = [block for block in blocks[:2] if block.kind is Block.HEADING]
    if not heads:
        return None
    first, stop = tokens.at(heads[0].span.start), tokens.at(heads[-1].span.end)
    words = set(tokens.words[first:stop])
    issued = lexicon.words("issued")
    told = words & (lexicon.words("dealing_verb") | {"joint"})
    if not words & issued or told:
        return None
    named = [a for a in actors if first <= a.first < stop and is_side(a.role)]
    by = [a for a in named if a.first and tokens.words[a.first - 1] in {"by", "of", "from", "the"}]
    beside = [
        a
        for a in named
        if issued & {*tokens.words[a.first - 1 : a.first], *tokens.words[a.stop : a.stop + 1]}
    ]
    if not (by or beside):
        return None
    issuer = (by or beside)[0]
    return speaker_of(issuer)


def _is_spoken(tokens: Tokens, block: Segment) -> bool:
    """Whether a block begins with a name before a colon: then its "we" is that speaker's."""
    first, stop = tokens.bounds(block.span)
    return block.kind is not Block.HEADING and ":" in tokens.words[first : min(first + 5, stop)]


def _within(spans: Sequence[Span], place: int) -> bool:
    at = bisect.bisect_right(spans, place, key=lambda span: span.start)
    return at > 0 and place < spans[at - 1].end


def _inside(quotes: Sequence[Span], place: int) -> bool:
    at = bisect.bisect_left(quotes, place, key=lambda quote: quote.start)
    return at > 0 and quotes[at - 1].end > place and len(quotes[at - 1]) > SPEECH_LENGTH


def _letterhead(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor]
) -> Speaker | None:
    """The first actor that heads a text or signs it."""
    places = [
        block.span
        for block in (*blocks[:4], *reversed(blocks[-4:]))
        if block.kind is Block.HEADING and tokens.text[block.span.end - 1] != "?"
    ]
    for span in places:
        for actor in actors:
            if not is_side(actor.role) or not span.covers(actor.span(tokens)):
                continue
            if actor.first > 0 and tokens.words[actor.first - 1] in {"to", "by", "with", "dear"}:
                continue
            if actor.metonym and tokens.words[actor.stop : actor.stop + 1] == [","]:
                continue  # "Addis Ababa, 29 June": where a letter was written
            return speaker_of(actor)
    return None
