"""What the reader makes of the golden documents: grounded throughout, silent on negatives, no worse than before.

The floors lie a little under the figures of the time they were written, to be raised with the reader. They hold
a change to the reader to what it does to documents as a whole.
"""

from pathlib import Path

import pytest

import qalamoun_terms as qt

CORPUS = Path(__file__).parent

FLOORS = {
    # folder: (measure, least F1)
    "dev": {"term": 0.90, "field": 0.84, "group": 0.90, "stance": 0.64, "package": 0.67},
    "own": {"term": 0.82, "field": 0.72, "group": 0.90, "stance": 0.48, "package": 0.50},
    "genres": {"term": 0.80, "field": 0.70, "group": 0.85, "stance": 0.52, "package": 0.54},
    "learnt": {"term": 0.75, "field": 0.60, "group": 0.82, "stance": 0.30, "package": 0.36},
    "retold": {"term": 0.43, "field": 0.63, "group": 0.86, "stance": 0.26, "package": 0.33},
    "held": {"term": 0.42, "field": 0.50, "group": 0.80, "stance": 0.08, "package": 0.11},
    "apart": {"term": 0.42, "field": 0.62, "group": 0.78, "stance": 0.19, "package": 0.22},
}

REVERSED = 0.03
"""The largest share of stances that may say accept for reject, or the other way round."""

ALARMS = {"learnt": 0.2, "retold": 0.2, "apart": 0.2}
"""How many terms and stances there may be for each document that has none, where not 0."""


def documents(folder):
    """The documents of a folder, English and Arabic."""
    return sorted((CORPUS / folder).glob("*.txt"))


ALL = [path for folder in FLOORS for path in documents(folder)]


def gold(path):
    return qt.read_coding(path.with_suffix(".json").read_bytes())


def read(path):
    return qt.parse(path.read_bytes(), published=gold(path).published)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_value_that_is_read_has_its_words(path):
    verification = qt.verify(read(path))

    assert verification.not_grounded == ()
    assert verification.not_checkable == ()


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_case_that_was_read_survives_its_file(path):
    case = read(path)

    assert qt.from_json(qt.to_json(case)) == case


@pytest.mark.parametrize("folder", FLOORS)
def test_the_reader_is_no_worse_than_its_floors(folder):
    paths = documents(folder)
    evaluation = qt.evaluate(
        {path.stem: gold(path) for path in paths},
        {path.stem: qt.read_coding(qt.to_coding(read(path))) for path in paths},
        {path.stem: path.read_bytes().decode("utf-8") for path in paths},
    )
    total = evaluation.total

    assert {
        name: total.tally(name).f1
        for name in FLOORS[folder]
        if total.tally(name).f1 < FLOORS[folder][name]
    } == {}
    assert total.rate("reversed_stances") <= REVERSED
    assert total.rate("false_alarms_per_negative") <= ALARMS.get(folder, 0)
    assert total.rate("grounded") == 1
