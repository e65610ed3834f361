"""Which stance a text's words place after which; the order of the text is never the order of events."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Sentence
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.told.notes import Note

OPENING = 6  # words at the beginning of a sentence in which "later" places all of it
BACK = 12  # stances that "later" may look back on


def order(
    notes: Sequence[Note], tokens: Tokens, sentences: Sequence[Sentence], lexicon: Lexicon
) -> None:
    """Writes into each stance those that the words place before it.

    Args:
        notes: the stances of a text, in its order.
        tokens: its words.
        sentences: its sentences.
        lexicon: the words that place events.
    """
    at = 0
    for sentence in sentences:
        inside: list[Note] = []
        while at < len(notes) and notes[at].span.start < sentence.span.end:
            if notes[at].span.start >= sentence.span.start:
                inside.append(notes[at])
            at += 1
        if inside:
            _in_one(inside, tokens, sentence, lexicon)
            _later(
                inside, notes[max(0, at - len(inside) - BACK) : at - len(inside)], tokens, lexicon
            )
    _taken_back(notes)


def _in_one(inside: Sequence[Note], tokens: Tokens, sentence: Sentence, lexicon: Lexicon) -> None:
    """Reads "although they had approved it, they now insist": the main clause comes after."""
    first, stop = tokens.bounds(sentence.span)
    opened = [i for i in range(first, stop) if tokens.words[i] in lexicon.words("before_clause")]
    if not opened:
        return
    start = tokens.starts[opened[0]]
    comma = next((i for i in range(opened[0], stop) if tokens.words[i] == ","), None)
    if comma is None:
        return
    middle = tokens.starts[comma]
    earlier = [n for n in inside if start <= n.span.start < middle]
    for note in inside:
        if note.span.start >= middle or note.span.start < start:
            _place(note, earlier)


def _later(
    inside: Sequence[Note], before: Sequence[Note], tokens: Tokens, lexicon: Lexicon
) -> None:
    """Reads "two days later it rejected the text": after what the same side did about it before."""
    for note in inside:
        at = tokens.at(note.span.start)
        opening = range(max(0, at - OPENING), at + 2)
        hits = lexicon.indexes["order"].find(
            tokens.words, opening.start, min(opening.stop, len(tokens))
        )
        if next(iter(hits), None) is None:
            continue
        _place(note, [b for b in before if _of_one(b, note)])


def _taken_back(notes: Sequence[Note]) -> None:
    """What is withdrawn was put forward or accepted before."""
    for index, note in enumerate(notes):
        if note.stance != "withdrawn":
            continue
        near = notes[max(0, index - BACK) : index + BACK]
        made = [n for n in near if n.stance in {"proposed", "demanded", "accepted", "provisional"}]
        _place(note, [n for n in made if _of_one(n, note)])


def _of_one(one: Note, other: Note) -> bool:
    """Whether two stances are of one side about one package."""
    return one.doer.role == other.doer.role and one.target.package is other.target.package


def _place(note: Note, earlier: Sequence[Note]) -> None:
    """Writes what comes before a stance, unless that is said to come after it already."""
    for other in earlier:
        if other is not note and other not in note.after and not _follows(other, note):
            note.after.append(other)


def _follows(note: Note, other: Note) -> bool:
    """Whether a stance is placed after another one, at once or through others between."""
    seen: list[Note] = []
    ahead = [note]
    while ahead:
        here = ahead.pop()
        if here is other:
            return True
        if here not in seen:
            seen.append(here)
            ahead.extend(here.after)
    return False
