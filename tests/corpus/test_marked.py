"""How much of what is marked in reports of our own is found, and how much of what is found is marked."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVERY = 8
"""Of so many reports one is read: all of them take a minute."""

FLOORS = {"worked": (0.36, 0.74), "apart": (0.32, 0.71)}
"""The least recall and precision, a little under those of the time they were written."""


TERMS = {"worked": (0.38, 0.52), "apart": (0.38, 0.52)}


def benchmark(name):
    """A script that counts."""
    spec = importlib.util.spec_from_file_location(
        f"benchmark_of_{name}", ROOT / "benchmarks" / f"{name}.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bench():
    return benchmark("stances")


@pytest.mark.parametrize("part", TERMS)
def test_marked_terms_are_found(part):
    terms = benchmark("terms")
    reports = [r for path in terms.files(part) for r in terms.reports(path)]
    figures = terms.evaluation(reports[::2]).total

    recall, precision = TERMS[part]
    assert figures.term.n > 200
    assert figures.term.recall >= recall
    assert figures.term.precision >= precision


@pytest.mark.parametrize("part", FLOORS)
def test_marked_stances_are_found(bench, part):
    paths = sorted((ROOT / "data" / "marked" / "stances").glob(f"*_{part}.txt"))
    count = bench.Count()
    for report in list(bench.reports(paths))[::EVERY]:
        found = bench.found_in(report, own=False)
        for told, seen in zip(report.told, found, strict=True):
            count.add(told, seen)

    recall, precision = FLOORS[part]
    assert count.told.total() > 200
    assert count.right.total() >= recall * count.told.total()
    assert count.right.total() >= precision * count.found.total()


def test_a_marked_report_is_its_text_without_the_marks(bench, tmp_path):
    lines = "[[state:none|The army]] waited.\n[[both:accepted|Both sides]] agreed.\n"
    path = tmp_path / "one_worked.txt"
    path.write_text(lines, encoding="utf-8")

    (report,) = bench.reports([path])

    assert report.text == "The army waited. Both sides agreed."
    assert report.told == (set(), {("state", "accepts"), ("opposition", "accepts")})
    assert report.parties == {"The army": "state"}
