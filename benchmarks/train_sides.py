"""Learns the weights of `side_model.json` from our own snippets and golden documents.

    python benchmarks/train_sides.py

Needs scikit-learn (`pip install scikit-learn`); the reader itself does not. What is learnt is the side
of each party, from its name, the words beside it and the others in the text. A tenth of the texts is
set aside, and the share of their parties that is judged right is printed beside what the lexicon gives
them. The result is the same on every run.

The snippets in `data/training/sides_en_*.txt` are one a line, with the parties marked as
`[[side|name]]`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen
from golden import LEXICON, ROOT, documents, shared, store

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.text.segments import segments
from qalamoun_terms.reading.text.sentences import quotations, sentences
from qalamoun_terms.reading.text.tokens import tokenize
from qalamoun_terms.reading.who.census import census
from qalamoun_terms.reading.who.weighed_sides import parties, side_features

SIDES = {"state", "opposition", "mediator", "civilian", "other"}
MARK = re.compile(r"\[\[(\w+)\|([^\]|]+)\]\]")
LEAST = 0.03  # weights smaller than this are left out
STRENGTH = 0.15  # the inverse of how much large weights are held down
COUNTS = {"sentences": 0.3}  # what a party of a file counts beside one of a document
PART = 0.5  # of the shorter of two stretches, to be the same mention
NAME = 3  # letters that a name in a coding has at least

Named = tuple[int, int, str]
"""The first character of a name, the one after its last, and its side."""


@frozen
class Example:
    """A party: the number of its text, its features, its side, the lexicon's, and what it counts."""

    text: int
    features: frozenset[str]
    side: str
    told: str
    counts: float


def examples() -> Iterator[Example]:
    """The parties of all texts whose sides are known."""
    for number, (text, named, counts) in enumerate(_texts()):
        yield from _parties(number, text, named, counts)


def _texts() -> Iterator[tuple[str, list[Named], float]]:
    for _, text, coding in documents(retold=True):
        sides = {(p["name"], p["side"]) for p in coding.get("parties", [])}
        sides |= {(s["party"], s["side"]) for s in coding["stances"]}
        named = [
            (found.start(), found.end(), side)
            for name, side in sorted(sides)
            if len(name) >= NAME
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        ]
        yield text, named, 1.0
    for path in sorted((ROOT / "data" / "training").glob("sides_en_*.txt")):
        counts = COUNTS.get(path.stem.rpartition("_")[2], 1.0)
        for line in path.read_text(encoding="utf-8").splitlines():
            yield *_marked(line), counts


def _marked(line: str) -> tuple[str, list[Named]]:
    """A snippet without its marks, and where the marked names stand in it."""
    text, named, at = "", [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        named.append((len(text), len(text) + len(mark[2]), mark[1]))
        text, at = text + mark[2], mark.end()
    return text + line[at:], named


def _parties(number: int, text: str, named: Sequence[Named], counts: float) -> Iterator[Example]:
    lexicon = load("en")
    tokens, blocks = tokenize(text), segments(text, lexicon)
    parts = sentences(text, blocks, quotations(text, blocks), lexicon)
    actors = census(tokens, parts, blocks, lexicon)
    company = parties(tokens, actors, lexicon)
    for party, features in zip(company, side_features(tokens, actors, company), strict=True):
        spans = [actors[at].span(tokens) for at in party.places]
        known = Counter(side for s in spans if (side := _side((s.start, s.end), named)) in SIDES)
        if known:
            side = known.most_common(1)[0][0]
            yield Example(number, features, side, party.told, counts)


def _side(place: tuple[int, int], named: Sequence[Named]) -> str:
    """The side of the name that shares most with a stretch, "" where none is much the same."""
    best, most = "", 0.0
    for start, end, side in named:
        common = shared(place, (start, end))
        if common >= PART * min(place[1] - place[0], end - start) and common > most:
            best, most = side, common
    return best


def main() -> None:
    """Trains, prints how well the texts set aside are judged, and writes the weights."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = list(examples())
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(sorted(row.features), 1.0) for row in rows])
    model: Any = LogisticRegression(C=STRENGTH, max_iter=4000)
    held = [at for at, row in enumerate(rows) if row.text % 10 == 7]
    kept = [at for at, row in enumerate(rows) if row.text % 10 != 7]
    model.fit(table[kept], [rows[at].side for at in kept], [rows[at].counts for at in kept])
    guessed = model.predict(table[held])
    right = sum(rows[at].side == side for at, side in zip(held, guessed, strict=True))
    told = sum(rows[at].side == rows[at].told for at in held)
    print(f"{len(rows)} parties; of {len(held)} set aside {right} right, by the lexicon {told}")
    model.fit(table, [row.side for row in rows], [row.counts for row in rows])
    store(model, vectors.get_feature_names_out(), LEAST, LEXICON / "en" / "side_model.json")


if __name__ == "__main__":
    main()
