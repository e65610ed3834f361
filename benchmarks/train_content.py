"""Learns the weights of `content_model.json`: which statements are terms of what is negotiated.

    python benchmarks/train_content.py

Reads our own golden documents with the lexicon alone, and looks at the statements that it left: those
that a human coder took for a term, and those that none did. Needs scikit-learn; the reader itself does
not. How well documents set aside are judged is printed; the weights are then learnt from all. The
result is the same on every run.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import partial

from golden import LEXICON, Lesson, Row, documents, learn, same

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import see
from qalamoun_terms.reading.story import read_story
from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.weighed.judging import ENOUGH, NO_TERM, TERM


def examples() -> Iterator[Row]:
    """What the lexicon left, with the name of its document, and whether a coder took it for a term."""
    for name, text, coding in documents():
        recorded: list[tuple[frozenset[str], Stated]] = []
        read_story(see(text, load("en"), None, {}), judge=partial(_record, recorded))
        spans = [tuple(term["span"]) for p in coding["proposals"] for term in p["terms"]]
        for features, stated in recorded:
            stretch = stated.span.start, stated.span.end
            coded = any(same(stretch, span) for span in spans)
            yield name, features, TERM if coded else NO_TERM


def _record(
    recorded: list[tuple[frozenset[str], Stated]], features: AbstractSet[str], stated: Stated
) -> bool:
    """Keeps what the weights are asked about, and takes none of it for a term."""
    recorded.append((frozenset(features), stated))
    return False


def main() -> None:
    """Trains, prints how well documents set aside are judged, and writes the weights."""
    target = LEXICON / "en" / "content_model.json"
    learn(list(examples()), Lesson(none=NO_TERM, sure=ENOUGH), target)


if __name__ == "__main__":
    main()
