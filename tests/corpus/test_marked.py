"""How many of the stances marked in reports of our own are found, and how many of those found are marked."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVERY = 8
"""Of so many reports one is read: all of them take a minute."""

FLOORS = {"worked": (0.30, 0.72), "apart": (0.28, 0.70)}
"""The least recall and precision, a little under those of the time they were written."""


@pytest.fixture(scope="module")
def bench():
    """The benchmark that counts them."""
    path = ROOT / "benchmarks" / "stances.py"
    spec = importlib.util.spec_from_file_location("benchmark_of_stances", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", FLOORS)
def test_marked_stances_are_found(bench, part):
    paths = sorted((ROOT / "data" / "marked").glob(f"*_{part}.txt"))
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
