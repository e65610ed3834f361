"""Who issued an Arabic text, or is interviewed in it, as its headings tell."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.reading.arabic.phrases import phrase_end
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Sentence
from qalamoun_terms.reading.who.sides import is_side
from qalamoun_terms.reading.who.speakers import REPORT, Speaker

_HEADINGS = 3  # sentences at the head of a text
_HEADING = 30  # words of a heading that tells who issued a text


def issuer_of(page: Page, sentences: Sequence[Sentence], parties: Sequence[Party]) -> Speaker:
    """Who issued a statement, where a heading calls the text one or is the name of a body.

    Args:
        page: the text.
        sentences: its sentences.
        parties: its parties.
    """
    for sentence in sentences[:2]:
        first, stop = page.tokens.bounds(sentence.span)
        if stop - first > _HEADING:
            continue
        called = any(page.is_a(at, "statement") for at in range(first, min(stop, first + 2)))
        named = [p for p in inside(parties, first, stop) if is_side(p.role)]
        if named and (called or named[0].first == first):
            party = named[0]
            heads = any(page.is_a(at, "statement") for at in range(party.stop, stop))
            if called or party.stop >= stop - 1 or heads:
                return party.speaker()
    return _called(page, sentences, parties)


def _called(page: Page, sentences: Sequence[Sentence], parties: Sequence[Party]) -> Speaker:
    """Whoever the headings of a statement name, or who says "we, the people of the town"."""
    spans = [page.tokens.bounds(sentence.span) for sentence in sentences[:_HEADINGS]]
    heads = [(first, stop) for first, stop in spans if stop - first <= _HEADING]
    called = any(
        page.is_a(at, "statement")
        for first, stop in heads
        for at in range(first, min(stop, first + 3))
    )
    if not called:
        return REPORT
    rows = [inside(parties, first, stop) for first, stop in heads]
    last = spans[-1][1] if spans else 0
    we = [
        inside(parties, at + 1, at + 3) for at in range(last + _HEADING) if page.word(at) == "نحن"
    ]
    named = [p for row in (*we, *rows) for p in row if is_side(p.role)]
    if not named:
        return REPORT
    party = named[0]
    return party.speaker()


def guest_of(page: Page, sentences: Sequence[Sentence], parties: Sequence[Party]) -> Speaker:
    """Who is interviewed, where a heading says with whom the talk is.

    Args:
        page: the text.
        sentences: its sentences.
        parties: its parties.
    """
    for sentence in sentences[:2]:
        first, stop = page.tokens.bounds(sentence.span)
        talk = next((i for i in range(first, stop) if page.is_a(i, "interview")), None)
        if talk is None or page.word(talk + 1) != "مع":
            continue
        end = phrase_end(page, talk + 2, stop, 5)
        name = " ".join(page.span(talk + 2, end).text(page.tokens.text).split())
        near = inside(parties, talk + 2, min(stop, talk + 10))
        party = next((p for p in near if is_side(p.role)), None)
        role, actor = (party.role, party.actor()) if party else ("", None)
        return Speaker(kind="named", name=name, role=role, actor=actor)
    return REPORT
