"""Learns the weights of the Arabic `kind_model.json` and `content_model.json`.

    python benchmarks/train_arabic.py

From our own clauses and golden documents: of what kind a clause is, and which statements are terms.
Needs scikit-learn; the reader itself does not. How well documents and clauses set aside are judged is
printed; the weights are then learnt from all. The result is the same on every run.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator

from attrs import define, field
from golden import LEXICON, ROOT, Lesson, Row, documents, learn, same

from qalamoun_terms.lexicon.kind_model import NO_TERM
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.stems import stem_lexicon
from qalamoun_terms.lexicon.weights import LinearModel, linear_model
from qalamoun_terms.reading.arabic.judging import LIKELY, features
from qalamoun_terms.reading.arabic.read import reader_of
from qalamoun_terms.reading.arabic.weighing import ENOUGH, TERM, Weigher
from qalamoun_terms.reading.arabic.words import Page, tokens_of
from qalamoun_terms.reading.text.frames import TermMention

LONGEST = 30  # words of a sentence that serves as an example of no term
SHORTEST = 4
PARTS = 5  # of the documents, each read by weights learnt from the others
KINDS = "kind_model.json"
CONTENT = Lesson(none=NO_TERM, sure=ENOUGH)


def clauses() -> Iterator[tuple[str, str, str]]:
    """Clauses with their kinds and where they come from."""
    for path in sorted((ROOT / "data" / "training").glob("kinds_ar*.toml")):
        for kind, examples in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield from ((example, example, kind) for example in examples)
    for entry in load("ar").entries["kinds"]:
        yield entry.id, entry.word("example"), entry.word("kind")
        yield entry.id, entry.word("counter_example"), NO_TERM
    for name, text, coding in documents(arabic=True):
        terms = [term for p in coding["proposals"] for term in p["terms"]]
        yield from ((name, text[slice(*term["span"])], term["kind"]) for term in terms)
        spans = [tuple(term["span"]) for term in terms]
        yield from ((name, sentence, NO_TERM) for sentence in background(text, spans))


def background(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """The sentences of a document in which no term stands."""
    for found in re.finditer(r"[^.؟!\n]+", text):
        clear = all(stop <= found.start() or found.end() <= start for start, stop in spans)
        if clear and SHORTEST <= len(found.group().split()) <= LONGEST:
            yield found.group().strip()


def rows() -> Iterator[Row]:
    """The features of each clause, with its kind."""
    stems = stem_lexicon(load("ar"))
    for name, clause, kind in clauses():
        page = Page(tokens_of(clause), stems)
        yield name, features(page, 0, len(page.tokens)), kind


@define
class Recorder(Weigher):
    """Keeps what the weights are asked about, and takes none of it for a term."""

    recorded: list[tuple[frozenset[str], TermMention]] = field(factory=list)

    def _is_content(
        self, features: frozenset[str], mention: TermMention, model: LinearModel | None
    ) -> bool:
        self.recorded.append((features, mention))
        return False


def statements(names: Collection[str]) -> Iterator[Row]:
    """What the lexicon left, with the name of its document, and whether a coder took it for a term."""
    for name, text, coding in documents(arabic=True):
        if name not in names:
            continue
        reader = reader_of(text, load("ar"), {})
        recorder = Recorder(reader.book, reader.nouns, reader.blocks)
        reader.weigher = recorder
        reader.read()
        spans = [tuple(term["span"]) for p in coding["proposals"] for term in p["terms"]]
        for found, mention in recorder.recorded:
            stretch = mention.span.start, mention.span.end
            coded = any(same(stretch, span) for span in spans)
            yield name, found, TERM if coded else NO_TERM


def main() -> None:
    """Trains, prints how well what is set aside is judged, and writes the weights.

    What the second weights are asked about is read by first weights that have not seen its document.
    """
    folder = LEXICON / "ar"
    kinds = Lesson(none=NO_TERM, sure=LIKELY, strength=1.0, least=0.04)
    clauses_of = list(rows())
    names = sorted({name for name, _, _ in documents(arabic=True)})
    asked: list[Row] = []
    for fold in range(PARTS):
        unseen = set(names[fold::PARTS])
        seen = [row for row in clauses_of if row[0] not in unseen]
        learn(seen, kinds, folder / KINDS, judge=False)
        linear_model.cache_clear()
        asked += statements(unseen)
    learn(clauses_of, kinds, folder / KINDS)
    learn(sorted(asked, key=lambda row: row[0]), CONTENT, folder / "content_model.json")


if __name__ == "__main__":
    main()
