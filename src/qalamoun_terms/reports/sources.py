"""The documents of a case: their words with the evidence marked, or what is missing of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from urllib.parse import urlsplit

from qalamoun_terms.model.grounds import Document, Ground, Quote, quotes_in
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ProposalRef
from qalamoun_terms.reports.grounds import ground_views
from qalamoun_terms.reports.highlight import Mark, cut
from qalamoun_terms.reports.names import (
    Names,
    anchor_of,
    document_anchor,
    position_anchor,
    title_of,
)
from qalamoun_terms.reports.page_view import SourceView, UnreadView
from qalamoun_terms.reports.view import GroundView, Link
from qalamoun_terms.reports.words import (
    ACCESS_WORDS,
    STANCE_WORDS,
    TRANSLATION_WORDS,
    date_words,
    spaced,
)

__all__ = ["sources_of", "unread_of", "web_address"]

_Found = tuple[str, str, str, Ground]
"""The anchor, the label and the note of something, and what it rests on."""


def web_address(url: str | None) -> str | None:
    """Give an address that a page may link to: http or https, with a host; None for any other.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if url is None or url != url.strip():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def sources_of(case: Negotiation, names: Names, shown: AbstractSet[str]) -> tuple[SourceView, ...]:
    """Arrange the documents, each with what rests on it.

    Args:
        case: the case.
        names: its names.
        shown: the anchors that the page has; what rests on the text but is not shown is not marked.

    >>> note = Document.of("d1", "Both sides agreed to talk.", title="A note")
    >>> case = Negotiation(id="c", documents=[note])
    >>> [source] = sources_of(case, Names(case), set())
    >>> source.title, source.missing is None, len(source.pieces)
    ('A note', True, 1)
    """
    marks: dict[str, list[tuple[Mark, Quote]]] = {}
    for anchor, label, note, ground in _all_grounds(case, names):
        for leaf in quotes_in(ground) if anchor in shown else ():
            if isinstance(leaf, Quote):
                mark = Mark(start=leaf.start, end=leaf.end, target=anchor, label=label, note=note)
                marks.setdefault(leaf.document, []).append((mark, leaf))
    return tuple(_source(names, one, marks.get(one.id, [])) for one in case.documents)


def _all_grounds(case: Negotiation, names: Names) -> Iterator[_Found]:
    yield from _proposal_grounds(case, names)
    for position in case.positions:
        note = f"{names.party(position.party)}: {STANCE_WORDS[position.stance]}"
        for ground in position.grounds:
            yield position_anchor(position.id), STANCE_WORDS[position.stance], note, ground
    for measure in case.measures:
        for ground in measure.grounds:
            yield f"measure-{measure.id}", measure.kind.value, measure.label, ground
    for done in case.compliance:
        for ground in done.grounds:
            note = f"{names.short(done.target)}: {spaced(done.status.value)}"
            yield f"compliance-{done.id}", "compliance", note, ground
    for unread in case.unread:
        yield "unread", "not read", unread.reason, unread.ground


def _proposal_grounds(case: Negotiation, names: Names) -> Iterator[_Found]:
    for proposal in case.proposals:
        ref = ProposalRef(proposal.id)
        for item in proposal.evidence:
            note = f"{names.short(ref)}: {spaced(item.field) or 'the proposal'}"
            yield anchor_of(ref), names.short(ref), note, item.ground
    for target, article in case.articles():
        for account in article.accounts:
            for item in account.evidence:
                note = f"{names.short(target)}: {spaced(item.field) or 'the article'}"
                yield anchor_of(target), names.short(target), note, item.ground


def _source(names: Names, document: Document, marks: list[tuple[Mark, Quote]]) -> SourceView:
    text = document.text
    return SourceView(
        anchor=document_anchor(document.id),
        id=document.id,
        number=names.source(document.id),
        title=title_of(document),
        facts=tuple(_facts(document)),
        url=web_address(document.url),
        language=document.language,
        missing=None if text is not None else _missing(document),
        pieces=cut(text, [mark for mark, _ in marks]) if text is not None else (),
        quotes=() if text is not None else tuple(_quotes(names, marks)),
    )


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    stated = {
        "publisher": document.publisher,
        "author": document.author,
        "published": date_words(document.published) if document.published else None,
        "retrieved": date_words(document.retrieved) if document.retrieved else None,
        "language": document.language,
        "first written in": document.original_language,
        "translation": document.translation and TRANSLATION_WORDS[document.translation],
        "brings": document.access and ACCESS_WORDS[document.access],
        "address": None if web_address(document.url) else document.url,
        "licence": document.licence,
    }
    yield from ((name, value) for name, value in stated.items() if value)


def _missing(document: Document) -> str:
    known = []
    if document.length is not None:
        known.append(f"{document.length:,} characters")
    if document.sha256 is not None:
        known.append(f"SHA-256 {document.sha256[:16]}…")
    if not known:
        return "Its text does not travel with the case; it was coded from the place that is cited."
    return (
        f"Its text does not travel with the case: {', '.join(known)}. "
        "Who has it can attach it and check every quote."
    )


def _quotes(
    names: Names, marks: Iterable[tuple[Mark, Quote]]
) -> Iterator[tuple[GroundView, tuple[Link, ...]]]:
    by_quote: dict[Quote, dict[Link, None]] = {}
    for mark, quote in sorted(marks, key=lambda pair: (pair[0], pair[1].quote)):
        by_quote.setdefault(quote, {})[Link(words=mark.note, anchor=mark.target)] = None
    for quote, links in by_quote.items():
        [ground] = ground_views(names, [quote])
        yield ground, tuple(links)


def unread_of(case: Negotiation, names: Names) -> tuple[UnreadView, ...]:
    """Arrange the sentences that were not read.

    >>> unread_of(Negotiation(id="c"), Names(Negotiation(id="c")))
    ()
    """
    return tuple(
        UnreadView(ground=ground, reason=one.reason)
        for one in case.unread
        for ground in ground_views(names, [one.ground])
    )
