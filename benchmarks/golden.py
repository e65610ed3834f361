"""What the training scripts share: our own golden documents, and how weights are learnt and stored."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

ROOT = Path(__file__).resolve().parents[1]
LEXICON = ROOT / "src" / "qalamoun_terms" / "lexicon"
FOLDERS = ("tests/corpus/dev", "tests/corpus/own", "tests/corpus/genres", "tests/corpus/learnt")
RETOLD = "tests/corpus/retold"
FOLDS = 10
TOLERANCE = 1e-3
SIDES_OF_TWO = (-1, 1)
SHARED, COMMON = 0.5, 0.15  # of the shorter of two stretches, and of both, to be the same statement

Row = tuple[str, frozenset[str], str]
"""The name of a document, the features of something in it, and its label."""


def documents(
    *, arabic: bool = False, retold: bool = False
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Our golden documents of one language: the name, the text and its coding.

    Args:
        arabic: whether those in Arabic are wanted, and not those in English.
        retold: whether the news that is retold is wanted, too.
    """
    for folder in (*FOLDERS, RETOLD) if retold else FOLDERS:
        for path in sorted((ROOT / folder).glob("*.json")):
            if path.stem.startswith("ar") == arabic:
                text = path.with_suffix(".txt").read_bytes().decode("utf-8")
                yield path.stem, text, json.loads(path.read_text(encoding="utf-8"))


def shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def same(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches are taken for the same statement."""
    common = shared(one, other)
    lengths = one[1] - one[0], other[1] - other[0]
    return common >= SHARED * min(lengths) and common >= COMMON * (sum(lengths) - common)


@frozen(kw_only=True)
class Lesson:
    """How weights are learnt: `none` is the label of what is nothing.

    `sure` is the probability of being something from which the reader takes it for that, `strength`
    the inverse of how much large weights are held down; those smaller than `least` are left out.
    """

    none: str
    sure: float
    strength: float = 0.2
    least: float = 0.03


def learn(rows: Sequence[Row], lesson: Lesson, target: Path, *, judge: bool = True) -> None:
    """Learns a label from features, prints how documents set aside are judged, writes the weights.

    Args:
        rows: the examples.
        lesson: how to learn.
        target: the file of the weights.
        judge: whether to judge documents set aside, which takes ten times as long.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(sorted(row[1]), 1.0) for row in rows])
    wanted = [row[2] for row in rows]
    model = LogisticRegression(C=lesson.strength, max_iter=5000, tol=TOLERANCE)
    print(
        f"{len(rows)} examples, {sum(label != lesson.none for label in wanted)} of them something"
    )
    if judge:
        names = [row[0] for row in rows]
        print(f"set aside: {_set_aside(model, table, wanted, names, lesson)}")
    model.fit(table, wanted)
    store(model, vectors.get_feature_names_out(), lesson.least, target)


def store(model: Any, names: Sequence[str], least: float, target: Path) -> None:
    """Writes the weights of a model that was learnt, and prints how many there are.

    Args:
        model: the linear model.
        names: its features.
        least: weights that are smaller are left out.
        target: the file.
    """
    rows_of, bias = model.coef_, model.intercept_
    if len(model.classes_) == len(SIDES_OF_TWO):  # only the second of two has weights: share them
        rows_of = [side * rows_of[0] / 2 for side in SIDES_OF_TWO]
        bias = [side * bias[0] / 2 for side in SIDES_OF_TWO]
    weights: dict[str, dict[int, float]] = {}
    for index, row in enumerate(rows_of):
        for name, weight in zip(names, row, strict=True):
            if abs(weight) >= least:
                weights.setdefault(str(name), {})[index] = round(float(weight), 2)
    stored = {
        "labels": [str(label) for label in model.classes_],
        "bias": [round(float(one), 3) for one in bias],
        "weights": dict(sorted(weights.items())),
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")
    print(f"{len(weights)} features in {target.relative_to(ROOT)}")


def _set_aside(
    model: Any, table: Any, wanted: Sequence[str], names: Sequence[str], lesson: Lesson
) -> str:
    """How documents are judged by weights that were learnt from the others."""
    from sklearn.model_selection import GroupKFold, cross_val_predict

    folds = GroupKFold(FOLDS)
    chances = cross_val_predict(
        model, table, wanted, groups=names, cv=folds, method="predict_proba"
    )
    return judged(chances, sorted(set(wanted)), wanted, lesson)


def judged(
    chances: Collection[Sequence[float]],
    labels: Sequence[str],
    wanted: Sequence[str],
    lesson: Lesson,
) -> str:
    """How many examples were taken for something, and for how many of them that was right."""
    nothing = labels.index(lesson.none)
    taken = right = exact = 0
    for row, label in zip(chances, wanted, strict=True):
        if 1 - row[nothing] < lesson.sure:
            continue
        likeliest = max((i for i in range(len(labels)) if i != nothing), key=lambda i: row[i])
        taken += 1
        right += label != lesson.none
        exact += label == labels[likeliest]
    return f"{taken} taken, {right} of them something, {exact} exactly that"
