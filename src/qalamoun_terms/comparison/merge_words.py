"""The words of several parties for one part of an article, as clean text and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from qalamoun_terms.comparison.brackets import BASE, Bracket, Option, Segment
from qalamoun_terms.comparison.wording import pieces, word_edits, words

__all__ = ["alternatives", "words_merged"]

_SHORT_RUN = 2
"""So few common words between two disputed places are told in both alternatives: nobody reads confetti."""

_MANY = 3
"""So many disputed places in a sentence are one where less between them is common than disputed."""

_Region = dict[str, str]
"""The words of each party at one place of the text."""


def alternatives(
    said: Mapping[str, str | None], base: str | None, *, editorial: bool
) -> tuple[Segment, ...]:
    """Give one value of several parties as clean text or as one bracket.

    Args:
        said: the words of each party; empty for none wanted, None for not reported.
        base: the words of the base; None where the base has no such article.
        editorial: whether a change that nobody else's change overlaps is taken in.

    Returns:
        Nothing where nobody has words; clean text or a bracket.

    >>> alternatives({"A": "6 months", "B": "6 months"}, "3 months", editorial=False)
    ('6 months',)
    >>> print(*alternatives({"A": "6 months", "B": None}, "3 months", editorial=False))
    [A: 6 months] [B not reported]
    """
    told = set(said.values())
    if base and told == {None}:
        return (base,) if editorial else (_bracket({BASE: base, **said}),)
    if told <= {"", None}:
        return ()
    wanted = told
    if editorial:
        wanted = {one for one in told if one is not None and one != base} or {base}
    if len(wanted) > 1 or wanted == {None}:
        return (_bracket(said),)
    return tuple(text for text in wanted if text)


def words_merged(
    said: Mapping[str, str], base: str | None, *, editorial: bool
) -> tuple[Segment, ...]:
    """Give the texts of several parties as the words that they share and brackets where they differ.

    Args:
        said: the text of each party.
        base: the text of the base; None where it has none.
        editorial: whether a change that nobody else's change overlaps is taken in.

    >>> said = {"A": "Grace of six months is granted.", "B": "Grace of nine months is granted."}
    >>> print(*words_merged(said, None, editorial=False), sep="")
    Grace of [A: six] [B: nine] months is granted.
    >>> words_merged(said, "Grace of six months is granted.", editorial=True)
    ('Grace of nine months is granted.',)
    """
    centre = said[min(said)] if base is None else base
    found: list[str | _Region] = []
    taken: set[int] = set()
    for part, of_base in _regions(said, centre):
        if isinstance(part, str):
            found.append(part)
            continue
        changed = {one for one in part.values() if one != of_base}
        if editorial and base is not None and len(changed) == 1:
            taken.add(len(found))
            found.append(changed.pop())
        elif len(set(part.values())) == 1:
            found.append(next(iter(part.values())))
        else:
            found.append(part)
    joined = _absorbed(found, taken)
    return tuple(_tidied(_trimmed(joined if taken else _widened(joined))))


def _regions(said: Mapping[str, str], centre: str) -> Iterator[tuple[str | _Region, str]]:
    """Cut a text where no party changed it and where some did; touching changes are at one place."""
    before = pieces(centre)
    edits = {
        party: [
            (one.at, one.at + len(pieces(one.old)), one.new) for one in word_edits(centre, text)
        ]
        for party, text in said.items()
    }
    at = 0
    for start, end in _spans(sorted((a, b) for own in edits.values() for a, b, _ in own)):
        if at < start:
            yield "".join(before[at:start]), ""
        region = {party: _rewritten(before, start, end, own) for party, own in edits.items()}
        yield region, "".join(before[start:end])
        at = end
    if at < len(before):
        yield "".join(before[at:]), ""


def _spans(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    first: tuple[int, int] | None = None
    for start, end in spans:
        if first is not None and start <= first[1]:
            first = first[0], max(first[1], end)
            continue
        if first is not None:
            yield first
        first = start, end
    if first is not None:
        yield first


def _rewritten(
    before: Sequence[str], start: int, end: int, edits: Sequence[tuple[int, int, str]]
) -> str:
    made: list[str] = []
    at = start
    for first, last, new in edits:
        if start <= first and last <= end:
            made += [*before[at:first], new]
            at = last
    return "".join([*made, *before[at:end]])


def _absorbed(found: Sequence[str | _Region], taken: set[int]) -> list[str | _Region]:
    """Join disputed places that few common words stand between; words taken in for one party stay out."""
    made: list[str | _Region] = []
    barred = False
    for place, part in enumerate(found):
        barred = (barred or place in taken) if isinstance(part, str) else barred
        if isinstance(part, str):
            joined = bool(made) and isinstance(made[-1], str)
            made[-1:] = [f"{made[-1]}{part}"] if joined else [*made[-1:], part]
            continue
        run = made[-1] if len(made) > 1 else None
        if not barred and isinstance(run, str) and len(words(run)) <= _SHORT_RUN:
            earlier = made[-2]
            if not isinstance(earlier, str):
                made[-2:] = [{one: f"{earlier[one]}{run}{text}" for one, text in part.items()}]
                continue
        made.append(part)
        barred = False
    return made


def _widened(found: Sequence[str | _Region]) -> Iterator[str | _Region]:
    """Make one dispute of the many in a sentence of which less is common than disputed."""
    for sentence in _sentences(found):
        places = [n for n, one in enumerate(sentence) if not isinstance(one, str)]
        if len(places) < _MANY:
            yield from sentence
            continue
        first, last = places[0], places[-1]
        span = sentence[first : last + 1]
        common = sum(len(words(one)) for one in span if isinstance(one, str))
        if common > sum(_most_words(one) for one in span if not isinstance(one, str)):
            yield from sentence
        else:
            yield from (*sentence[:first], _as_one(span), *sentence[last + 1 :])


def _sentences(found: Sequence[str | _Region]) -> Iterator[list[str | _Region]]:
    sentence: list[str | _Region] = []
    for one in found:
        parts = _AFTER_SENTENCE.split(one) if isinstance(one, str) else [one]
        for place, part in enumerate(parts):
            if place:
                yield sentence
                sentence = []
            sentence.append(part)
    yield sentence


_AFTER_SENTENCE = re.compile(r"(?<=[.;؛؟!?])(?=\s)|(?<=\n)")


def _most_words(region: _Region) -> int:
    return max(len(words(text)) for text in region.values())


def _as_one(span: Sequence[str | _Region]) -> _Region:
    parties = next(one for one in span if not isinstance(one, str))
    return {
        party: "".join(one if isinstance(one, str) else one[party] for one in span)
        for party in parties
    }


def _trimmed(found: Iterable[str | _Region]) -> Iterator[Segment]:
    """Put the words that all alternatives begin or end with outside of the bracket."""
    for part in found:
        if isinstance(part, str):
            yield part
            continue
        cut = {party: pieces(text) for party, text in part.items()}
        start = _common(list(cut.values()))
        end = _common([own[start:][::-1] for own in cut.values()])
        own = next(iter(cut.values()))
        yield "".join(own[:start])
        yield _bracket({one: "".join(text[start : len(text) - end]) for one, text in cut.items()})
        yield "".join(own[len(own) - end :])


def _common(texts: Sequence[Sequence[str]]) -> int:
    columns = zip(*texts, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def _tidied(segments: Iterator[Segment]) -> Iterator[Segment]:
    clean = ""
    for one in segments:
        if isinstance(one, str):
            clean += one
            continue
        if clean:
            yield clean
        clean = ""
        yield one
    if clean:
        yield clean


def _bracket(said: Mapping[str, str | None]) -> Bracket:
    parties: dict[str | None, list[str]] = {}
    for party, text in said.items():
        parties.setdefault(text, []).append(party)
    return Bracket(options=[Option(parties=own, text=text) for text, own in parties.items()])
