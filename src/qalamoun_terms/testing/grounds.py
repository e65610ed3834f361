"""Strategies for documents, sources, and what a value rests on."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from qalamoun_terms.model.grounds import (
    Access,
    Citation,
    Coding,
    Derived,
    Document,
    Ground,
    Quote,
    Source,
    SourceKind,
    Translation,
)
from qalamoun_terms.testing.values import dates, names, texts

__all__ = ["codings", "documents", "grounds", "quotable", "quotes", "sources"]

_SENTENCES = (
    "Both sides agreed to talk.",
    "اتفق الطرفان على التهدئة.",
    "\u200fThe army stays out 🕊️ of «الرحيبة».\r\n",
)


@st.composite
def documents(draw: st.DrawFn, id: str = "d1") -> Document:
    """Make documents, some without their text.

    Args:
        id: the id of the document.

    >>> from hypothesis import find
    >>> find(documents(), lambda document: document.text is None).length is None
    False
    """
    sentences = st.lists(st.sampled_from(_SENTENCES) | texts(), max_size=4)
    stated = st.fixed_dictionaries(
        {},
        optional={
            "title": texts(),
            "language": st.sampled_from(("en", "ar")),
            "original_language": st.sampled_from(("en", "ar")),
            "translation": st.sampled_from(Translation),
            "publisher": texts(),
            "author": texts(),
            "url": st.just("https://example.org/report"),
            "published": dates(),
            "retrieved": dates(),
            "access": st.sampled_from(Access),
            "licence": texts(),
        },
    )
    whole = Document.of(id, " ".join(draw(sentences)))
    travels = draw(st.booleans())
    kept = {"sha256": whole.sha256, "length": whole.length, "text": whole.text if travels else None}
    return Document(id=id, **kept, **draw(stated))  # type: ignore[arg-type]


def quotable(document: Document) -> bool:
    """Say whether a quote of a document can hold: it has words, or its words are not at hand."""
    return document.text is None or bool(document.text.strip())


@st.composite
def quotes(draw: st.DrawFn, document: Document | None = None) -> Quote:
    """Make quotes.

    Args:
        document: what is quoted; where it has no words at hand, or is left out, the words are made up.

    >>> from hypothesis import find
    >>> agreed = Document.of("d7", "Agreed.")
    >>> find(quotes(agreed), lambda quote: len(quote.quote) == 7).quote
    'Agreed.'
    """
    name = "d1" if document is None else document.id
    text = "" if document is None or document.text is None else document.text
    if not text.strip():
        words, start = draw(texts()), draw(st.integers(0, 10_000))
        return Quote(document=name, start=start, end=start + len(words), quote=words)
    solid = [index for index, character in enumerate(text) if character.strip()]
    middle = draw(st.sampled_from(solid))
    start, end = draw(st.integers(0, middle)), draw(st.integers(middle + 1, len(text)))
    return Quote(document=name, start=start, end=end, quote=text[start:end])


def grounds(documents: Sequence[Document] | None = None) -> SearchStrategy[Ground]:
    """Make quotes, citations and derivations.

    Args:
        documents: what is quoted and cited; left out, a document ``d1`` whose words are made up.

    >>> from hypothesis import find
    >>> find(grounds(), lambda ground: isinstance(ground, Quote)).document
    'd1'
    """
    leaves: list[SearchStrategy[Ground]] = [quotes(), _citations("d1")] if documents is None else []
    for one in documents or ():
        leaves += [quotes(one), _citations(one.id)] if quotable(one) else [_citations(one.id)]
    return st.recursive(
        st.one_of(*leaves, st.builds(Derived, rule=texts())),
        lambda inner: st.builds(Derived, rule=texts(), from_=st.lists(inner, max_size=2)),
        max_leaves=3,
    )


def _citations(document: str) -> SearchStrategy[Ground]:
    words = st.none() | texts()
    return st.builds(Citation, document=st.just(document), locator=words, coder=words)


@st.composite
def sources(draw: st.DrawFn, parties: Sequence[str] = (), depth: int = 2) -> Source:
    """Make sources: the report, named and anonymous ones, and those that pass on others.

    Args:
        parties: ids of the parties that a source may speak for.
        depth: how many sources may stand behind a source.

    >>> from hypothesis import find
    >>> find(sources(), lambda source: source.kind is SourceKind.NAMED).name
    'Jerod'
    """
    kind = draw(st.sampled_from(SourceKind))
    behind = sources(parties, depth - 1) if depth else st.nothing()
    return Source(
        kind=kind,
        name=draw(texts()) if kind is SourceKind.NAMED else None,
        affiliation=draw(st.none() | texts()),
        party=draw(st.sampled_from((None, *parties))),
        cites=draw(st.none() | behind),
    )


@st.composite
def codings(draw: st.DrawFn) -> Coding:
    """Make records of who coded something, and of who checked it."""
    return Coding(
        coder=draw(texts()),
        by_machine=draw(st.booleans()),
        coded_on=draw(st.none() | dates()),
        rules=draw(st.none() | names()),
        checked_by=draw(st.none() | texts()),
        checked_on=draw(st.none() | dates()),
    )
