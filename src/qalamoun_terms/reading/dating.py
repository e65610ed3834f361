"""When a package was put forward or signed, as far as the text says it beside the package's name."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.model.grounds import Derived, Document, Quote
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.terms.dates import DateMention, find_dates
from qalamoun_terms.reading.text.frames import Block, Segment, Span
from qalamoun_terms.reading.told.notes import Story
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.speakers import Speaker

_MONTH = len("2020-01")
NEAR = 110  # characters after a package's name in which its date stands
DATED_BLOCK = 2000  # characters of a block up to which it may be the date of the text
CLOSING_BLOCKS = 4  # blocks at the end of a text in which it may be dated and signed

Dated = tuple[Date, Quote | Derived]


def package_dates(
    story: Story,
    document: Document,
    text: str,
    scene: Scene,
) -> dict[int, Dated]:
    """The dates of the packages of a story, by each package's `id()`.

    Args:
        story: the story, read to its end.
        document: the document, with its date of publication.
        text: its text.
        scene: what was seen in it.
    """
    blocks, lexicon, issuer = scene.blocks, scene.lexicon, scene.company.issuer
    found: dict[int, Dated] = {}
    if not story.shelf.packages:
        return found
    own = _own_date(document, text, blocks, lexicon)
    for package in story.shelf.packages:
        beside = _beside(package, document, text, lexicon)
        dated = beside or (own if _is_the_text(package, blocks, issuer) else None)
        if dated:
            found[id(package)] = dated
    return found


def _is_the_text(package: Package, blocks: Sequence[Segment], issuer: Speaker) -> bool:
    """Whether a package is what the document itself puts down.

    That is a signed list, a party's demands, or what was put forward in a meeting whose minutes
    the document is.
    """
    labelled = any(item.label for item in package.items)
    if labelled and (package.sort == "deal" or package.speaker.kind == "named"):
        return True
    if issuer.kind == "named" and package.owner and package.role == issuer.role:
        return True
    at = bisect.bisect_right(blocks, package.place.start, key=lambda b: b.span.start) - 1
    return at >= 0 and blocks[at].kind is Block.ITEM and package.sort != "deal"


def _beside(package: Package, document: Document, text: str, lexicon: Lexicon) -> Dated | None:
    """A date in the sentence that first names the package, close after its name or alone in it."""
    sentence = package.dated[0] if package.dated else package.place
    start = max(sentence.start, package.place.start)
    near = Span(start, min(sentence.end, start + NEAR))
    inside = [item.mention.span for item in package.items]
    for scope in (near, sentence):
        mentions = [
            mention
            for mention in find_dates(text, scope, lexicon, document.published)
            if mention.date and not any(span.overlaps(mention.span) for span in inside)
            if not _is_limit(text, mention, lexicon)
        ]
        if mentions and (scope is near or len(mentions) == 1):
            return _grounded(mentions[0], document, text)
    return None


def _is_limit(text: str, mention: DateMention, lexicon: Lexicon) -> bool:
    """Whether a date is a deadline or a beginning of something, by the word before it."""
    before = text[max(0, mention.span.start - 12) : mention.span.start].lower().split()
    return bool(before) and before[-1] in lexicon.words("date_limit")


def _own_date(
    document: Document, text: str, blocks: Sequence[Segment], lexicon: Lexicon
) -> Dated | None:
    """The date that heads a text or stands where it is signed."""
    heads = [b for b in blocks[:5] if b.kind in (Block.HEADING, Block.DATELINE)]
    ends = [b for b in blocks[-CLOSING_BLOCKS:] if b.kind is not Block.ITEM]
    first: DateMention | None = None
    for span in dict.fromkeys(block.span for block in (*heads, *ends, *blocks[:3])):
        if len(span) > DATED_BLOCK:
            continue
        for mention in find_dates(text, span, lexicon, document.published):
            if not mention.date or len(mention.date.edtf) < _MONTH:
                continue
            if mention.date.edtf[:4] in mention.span.text(text):
                return _grounded(mention, document, text)
            first = first or mention
    return _grounded(first, document, text) if first else None


def _grounded(mention: DateMention, document: Document, text: str) -> Dated | None:
    """A date with the words it rests on; None where they tell no day."""
    if mention.date is None:
        return None
    quote = Quote(
        document=document.id,
        start=mention.span.start,
        end=mention.span.end,
        quote=mention.span.text(text),
    )
    ground = Derived(rule=mention.rule, from_=(quote,)) if mention.derived else quote
    return mention.date, ground
