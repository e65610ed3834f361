"""Cuts a text into blocks, with exact offsets: headings, datelines, paragraphs and listed items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from qalamoun_terms.lexicon.letters import TATWEEL
from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment, Span
from qalamoun_terms.reading.text.tables import Row, table_rows

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"[-*•‣▪●◦·–—‒➢✓✔►➤■□▫◾◽🔹🔸🔷🔶🔵🔴🟢📌✅]+\ufe0f?(?=\s)")
_NUMBER = re.compile(
    r"\(?\d{1,3}(?:\.\d{1,2}){0,3}(?:[.)/:]{1,2}|\s?[-–—](?=\s))(?=\s|[^\W\d])"
    r"|\(?\d{1,2}\s?[-–—](?=[\u0621-\u064a])"
    r"|\d\ufe0f?\u20e3|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[A-Z])|[A-Z]\d{1,2}(?:[.):](?=\s+\S)|(?=\s+[A-Z]))"
    r"|\d{1,2}[A-Za-z][.):](?=\s+\S)"
)
_LETTER = re.compile(
    r"\([A-Za-z]{1,5}\)|[A-Za-z\u0621-\u064a]\u0640?[.)](?=\s)|[ivxIVX]{1,5}[.)](?=\s)"
    r"|[\u0621-\u064a]\u0640?\s?[-–](?=\s)"
)
_LABEL = re.compile(
    r"([^\W\d]{3,12})\.?\s+(?:(\(?\w{1,7}\)?)\s{0,2}[.:)–—-]{1,2}(?=\s)|\d{1,3}(?=\s+[A-Z]))"
)
_ALONE = re.compile(
    r"([^\W\d]{3,12})\s+(\(?(?:\d{1,3}|[IVXLC]{1,7}|[^\W\d]{3,12})\)?)\s{0,2}[.:)–—-]{0,2}"
)
_WORD = re.compile(r"([^\W\d]{3,12})\s?(?:[.:]|/(?=\s)|,?\s[-–—](?=\s))")
_SPOKEN = re.compile(r"[A-Z][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20}){0,3}\s?[>:]\s")
_STAMP = re.compile(
    r"\[?(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{1,3}/\d{1,3})\]?:?\s{1,2}"
    r"(?:[-–—:|]\s)?(?=[^\W\d_]|[\"“@])"
)
_NAMED = re.compile(
    r"^[ \t]*[\[(]?([^\W\d_][\w.'’()-]{0,24}(?:,? [\w.'’()-]{1,24}){0,5}?)(?::| [–—-])(?=[ \t])",
    re.MULTILINE,
)
_RULE = re.compile(r"[-=_*~+|\s]+")
_DATELINE = re.compile(r"[A-Z][\w .,'/’()]{2,60}?(?:\s[-–—]{1,2}\s|\d{4}\. )")
_END = ".!?:;,…"
HEADING_LENGTH = 140
LABEL_LENGTH = 40  # characters of a bracket in which the name of who remarks stands
WRAPPED_LENGTH = 55
TITLE_WORDS = 8


def segments(text: str, lexicon: Lexicon) -> tuple[Segment, ...]:
    r"""The blocks of a text, in order.

    Args:
        text: the text as given.
        lexicon: the words that number items.

    >>> from qalamoun_terms.lexicon.load import load
    >>> [s.kind.value for s in segments("DEAL\n\nThey agreed:\n1. Fire stops.", load("en"))]
    ['heading', 'paragraph', 'item']
    """
    found: list[Segment] = []
    opener: int | None = None
    indents: list[tuple[int, str]] = []
    heads: list[str] = []
    article: str | None = None
    rows = table_rows(text)
    names = _line_names(text)
    blocks = list(_blocks(text, lexicon, rows, names))
    unmarked = _unmarked(text, blocks)
    for at, (span, indent, marker) in enumerate(blocks):
        if span.start in rows:
            heads = _heads(text, rows[span.start]) or heads
            found.extend(_row(rows[span.start], heads))
            continue
        named = _article_named(text, blocks, at, lexicon)
        if named:
            article, indents = named, []
            continue
        if article and marker is None and _titles_article(text, blocks, at, lexicon):
            found.append(Segment(span=span, kind=Block.HEADING))
            continue
        if article and marker is None and not _ends_articles(text, span, lexicon):
            indents = [(indent, "article")]
            found.append(Segment(span=span, kind=Block.ITEM, marker=article, parent=opener))
            continue
        if at in unmarked:
            found.append(Segment(span=span, kind=Block.ITEM, parent=opener))
            continue
        if marker is None:
            article = None
            indents = []
            found.extend(_plain(text, span, names))
            opener = len(found) - 1
            continue
        level = _level(indents, indent, _style(marker))
        body = _after(text, span, marker)
        mark = f"{article} {marker}" if article else marker
        found.append(Segment(span=body, kind=Block.ITEM, marker=mark, level=level, parent=opener))
    return tuple(found)


def _unmarked(text: str, blocks: list[tuple[Span, int, str | None]]) -> frozenset[int]:
    """The lines of a list that has lost its marks: two or more short ones, one under the other, after a colon."""
    found: set[int] = set()
    for at, (span, _, marker) in enumerate(blocks):
        if marker is not None or text[span.end - 1] != ":" or text[span.start] == "|":
            continue
        stop = at + 1
        while stop < len(blocks) and _is_short_line(text, blocks[stop]):
            if (
                stop > at + 1
                and text.count("\n", blocks[stop - 1][0].end, blocks[stop][0].start) > 1
            ):
                break
            stop += 1
        if stop - at > 2:
            found.update(range(at + 1, stop))
    return frozenset(found)


def _is_short_line(text: str, block: tuple[Span, int, str | None]) -> bool:
    span, _, marker = block
    plain = marker is None and text[span.start] not in '|"“'
    return plain and len(span) <= HEADING_LENGTH and text[span.end - 1] not in '.!?:…”"'


def _article_named(
    text: str, blocks: list[tuple[Span, int, str | None]], at: int, lexicon: Lexicon
) -> str | None:
    """The mark of an article that stands on a line of its own ("Article 4", "Article 4: Roads")."""
    span, _, marker = blocks[at]
    if at + 1 == len(blocks):
        return None
    if marker is None:
        alone = _ALONE.fullmatch(text, span.start, span.end)
        labels = alone is not None and _plain_word(alone.group(1)) in lexicon.words("item_label")
        number = alone.group(2).strip("()").lower() if alone else ""
        counts = number.isdigit() or set(number) <= set("ivxlc") or _numbers(number, lexicon)
        return span.text(text) if labels and counts else None
    label = _LABEL.match(text, span.start, span.end)
    titled = label is not None and _plain_word(label.group(1)) in lexicon.words("item_label")
    body = _after(text, span, marker)
    follows = blocks[at + 1][2] is None and not is_heading(text, blocks[at + 1][0])
    short = len(body.text(text).split()) <= TITLE_WORDS and text[span.end - 1] not in _END
    return marker.strip() if titled and short and follows else None


def _titles_article(
    text: str, blocks: list[tuple[Span, int, str | None]], at: int, lexicon: Lexicon
) -> bool:
    """Whether a line is the title of the article that the line above only numbers."""
    span = blocks[at][0]
    if at == 0 or at + 1 == len(blocks) or len(span.text(text).split()) > TITLE_WORDS:
        return False
    numbered = _article_named(text, blocks, at - 1, lexicon) is not None
    return numbered and is_heading(text, span) and not is_heading(text, blocks[at + 1][0])


def _ends_articles(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a block is no part of an article: a heading, or the formula that closes the text."""
    first = re.match(r"\w+", text[span.start : span.start + 24])
    closing = first is not None and _plain_word(first.group()) in lexicon.words("closing")
    return closing or is_heading(text, span)


def _line_names(text: str) -> frozenset[int]:
    """Where lines begin with a name before a colon that begins another line, too: speakers, parties."""
    found = [(match.group(1), match.start(1)) for match in _NAMED.finditer(text)]
    often = Counter(name for name, _ in found)
    return frozenset(at for name, at in found if often[name] > 1)


def _blocks(
    text: str, lexicon: Lexicon, rows: Mapping[int, Row], names: frozenset[int]
) -> Iterator[tuple[Span, int, str | None]]:
    """Lines joined to blocks where a paragraph or an item was wrapped; rows stand by themselves."""
    held: tuple[Span, int, str | None] | None = None
    for line in _LINE.finditer(text):
        start, end = _stripped(text, line.start(), line.end())
        if start == end or _RULE.fullmatch(text, start, end):
            if held:
                yield held
            held = None
            continue
        marker = None if start in rows else item_marker(text, start, end, lexicon)
        if held and (start in rows or held[0].start in rows):
            yield held
            held = None
        alone = held is not None and _ALONE.fullmatch(text, held[0].start, held[0].end)
        fresh = marker is not None or bool({start, start + 1} & names)
        if held and not alone and not fresh and _wrapped(text, held, line.start(), start):
            held = (Span(held[0].start, end), held[1], held[2])
            continue
        if held:
            yield held
        held = (Span(start, end), start - line.start(), marker)
    if held:
        yield held


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\x00\u200e\u200f"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _wrapped(text: str, held: tuple[Span, int, str | None], line: int, start: int) -> bool:
    """Whether a line goes on with the block before it: no blank line between, and cut short."""
    if _SPOKEN.match(text, start) or _STAMP.match(text, start):
        return False
    gap = text[held[0].end : line]
    if gap.count("\n") > 1 or (gap.count("\r") > 1 and "\n" not in gap):
        return False
    if text[held[0].end - 1] in ".!?:;":
        last = text.rfind("\n", held[0].start, held[0].end)
        long = held[0].end - max(last, held[0].start) >= WRAPPED_LENGTH
        return long and text[held[0].end - 1] in ",;." and text[start].islower()
    last = max(text.rfind("\n", held[0].start, held[0].end) + 1, held[0].start)
    return text[start].islower() or held[0].end - last >= WRAPPED_LENGTH


def _heads(text: str, row: Row) -> list[str]:
    """The heads of the columns, where a row is the first of its table."""
    return [cell.text(text) for cell in row.cells] if row.head else []


def _row(row: Row, heads: list[str]) -> Iterator[Segment]:
    """The cells of a table's row that have words; those of the first row are headings."""
    for column, cell in enumerate(row.cells):
        if not len(cell):
            continue
        if row.head:
            yield Segment(span=cell, kind=Block.HEADING, cells=row.cells)
        else:
            head = heads[column] if column < len(heads) else None
            yield Segment(span=cell, kind=Block.CELL, marker=head or None, cells=row.cells)


def item_marker(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The mark with which a line begins an item of a list, as printed, or None.

    Args:
        text: the text.
        start: where the line begins.
        end: where it ends.
        lexicon: the words that number items.

    >>> from qalamoun_terms.lexicon.load import load
    >>> item_marker("Article 4 - The road opens", 0, 26, load("en"))
    'Article 4 -'
    """
    for pattern in (_BULLET, _NUMBER, _LETTER):
        found = pattern.match(text, start, end)
        if found and found.end() < end:
            return found.group()
    label = _LABEL.match(text, start, end)
    labels = lexicon.any_of("item_label", "inline_label")
    if label and _plain_word(label.group(1)) in labels and label.end() < end:
        return label.group()
    word = _WORD.match(text, start, end)
    if word and word.end() < end and _numbers(_plain_word(word.group(1)), lexicon):
        return word.group()
    return None


def _plain_word(word: str) -> str:
    """A word in small letters, without the lines that lengthen or stand for marks in Arabic."""
    return word.lower().replace(TATWEEL, "")


def _numbers(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words("ordinal_word") or word in lexicon.words("cardinal_word")


def _style(marker: str) -> str:
    """What sort of mark an item has; the items of one list have one."""
    if any(c.isdigit() for c in marker):
        return "number"
    inner = marker.strip("().:- ")
    if not inner:
        return marker
    if set(inner) <= set("ivx") and inner not in {"v", "x"}:
        return "roman"
    return "letter" if len(inner) == 1 else "word"


def _level(indents: list[tuple[int, str]], indent: int, style: str) -> int:
    """The depth of an item, from its indentation and the styles of marks seen above it."""
    for depth, (width, known) in enumerate(indents):
        if known == style and abs(width - indent) <= 1:
            del indents[depth + 1 :]
            return depth
    while indents and indents[-1][0] > indent:
        indents.pop()
    indents.append((indent, style))
    return len(indents) - 1


def _after(text: str, span: Span, marker: str) -> Span:
    start, _ = _stripped(text, span.start + len(marker), span.end)
    return Span(start, span.end)


def _plain(text: str, span: Span, names: frozenset[int]) -> Iterator[Segment]:
    """A heading, a dateline with its paragraph, or a paragraph."""
    stamp = _STAMP.match(text, span.start, span.end)
    if stamp:
        span = Span(stamp.end(), span.end)
    remark = text[span.start] in "[(" and ":" in text[span.start : span.start + LABEL_LENGTH]
    named = remark or bool({span.start, span.start + 1} & names)
    if is_heading(text, span) and not named:
        yield Segment(span=span, kind=Block.HEADING)
        return
    dateline = _DATELINE.match(text, span.start, min(span.end, span.start + 80))
    if dateline and _is_dateline(dateline.group()) and dateline.end() < span.end:
        yield Segment(span=Span(span.start, dateline.end()), kind=Block.DATELINE)
        span = Span(*_stripped(text, dateline.end(), span.end))
    yield Segment(span=span, kind=Block.PARAGRAPH)


def _is_dateline(prefix: str) -> bool:
    words = prefix.replace("-", " ").split()
    loud = bool(words) and words[0].split("/")[0].strip(",.").isupper() and len(words[0]) > 2
    return loud or (any(c.isdigit() for c in prefix) and not prefix.endswith(". "))


def is_heading(text: str, span: Span) -> bool:
    """Whether a block is a heading: one short line that does not end as a sentence does.

    Args:
        text: the text.
        span: the block.

    >>> is_heading("Talks stall in the valley", Span(0, 25))
    True
    """
    last = text[span.end - 1]
    return len(span) <= HEADING_LENGTH and last not in _END.replace("?", "") and last not in '"”'
