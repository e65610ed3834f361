"""Learns the weights of `kind_model.json` from our own clauses and golden documents.

    python benchmarks/train_kinds.py [en]

Needs scikit-learn (`pip install scikit-learn`); the reader itself does not. A tenth of the clauses is
set aside and the share of them that is judged right is printed; the weights are then learnt from all.
The result is the same on every run.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator

from golden import LEXICON, ROOT, store

from qalamoun_terms.lexicon.kind_model import NO_TERM, clause_features
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.load_terms import term_lexicon
from qalamoun_terms.reading.terms.scanning import scan
from qalamoun_terms.reading.text.frames import Span

HELD = ("held", "apart")  # documents that nothing is learnt from
LEAST = 0.03  # weights smaller than this are left out
LONGEST = 30  # words of a sentence that serves as an example of no term
STRENGTH = 0.4  # the inverse of how much large weights are held down
WIDE = ("wire", "articles", "neighbours")  # files of very many clauses, none out of a document
COUNTS = 0.15  # what a term of theirs counts beside one of a document


def clauses(language: str) -> Iterator[tuple[str, str, float]]:
    """Clauses with their kinds and what they count.

    They are the training files', the rules' examples and the golden documents'.
    """
    for path in sorted((ROOT / "data" / "training").glob(f"kinds_{language}*.toml")):
        wide = path.stem.rpartition("_")[2] in WIDE
        for kind, examples in tomllib.loads(path.read_text(encoding="utf-8")).items():
            counts = COUNTS if wide and kind != NO_TERM else 1.0
            yield from ((example, kind, counts) for example in examples)
    yield from ((rule.example, rule.kind, 1.0) for rule in term_lexicon(load(language)).rules)
    for path in sorted((ROOT / "tests" / "corpus").glob("*/*.json")):
        if path.parent.name in HELD or path.stem.startswith("ar") != (language == "ar"):
            continue
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        coding = json.loads(path.read_text(encoding="utf-8"))
        spans = [term for p in coding["proposals"] for term in p["terms"]]
        yield from ((text[slice(*term["span"])], term["kind"], 1.0) for term in spans)
        yield from ((sentence, NO_TERM, 1.0) for sentence in _background(text, spans))


def _background(text: str, spans: list[dict[str, list[int]]]) -> Iterator[str]:
    for found in re.finditer(r"[^.!?\n]+", text):
        clear = all(s["span"][1] <= found.start() or found.end() <= s["span"][0] for s in spans)
        if clear and 4 <= len(found.group().split()) <= LONGEST:
            yield found.group().strip()


def features(text: str, language: str) -> frozenset[str]:
    """The features of a clause, as the reader sees it."""
    words = scan(text, Span(0, len(text)), term_lexicon(load(language)))
    return clause_features(words.lower, {tag.group for tag in words.tags})


def main(language: str = "en") -> None:
    """Trains, prints how well the clauses set aside are judged, and writes the weights."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = list(clauses(language))
    seen = [dict.fromkeys(features(text, language), 1.0) for text, _, _ in rows]
    kinds = [kind for _, kind, _ in rows]
    counts = [count for _, _, count in rows]
    vectors = DictVectorizer().fit(seen)
    table = vectors.transform(seen)
    held = [at for at in range(len(rows)) if at % 10 == 7]
    kept = [at for at in range(len(rows)) if at % 10 != 7]
    model = LogisticRegression(C=STRENGTH, max_iter=4000)
    model.fit(table[kept], [kinds[at] for at in kept], [counts[at] for at in kept])
    right = model.predict(table[held]) == [kinds[at] for at in held]
    print(f"{len(rows)} clauses, {sum(right)} of {len(held)} set aside judged right")
    model.fit(table, kinds, counts)
    target = LEXICON / language / "kind_model.json"
    store(model, vectors.get_feature_names_out(), LEAST, target)


if __name__ == "__main__":
    main(*sys.argv[1:2])
