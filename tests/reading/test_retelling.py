"""Our retelling of the founding report is read to the positions of the report."""

from __future__ import annotations

from pathlib import Path

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

RETELLING = Path(__file__).parents[2] / "data" / "cases" / "eastern-qalamoun" / "retelling.txt"

POSITIONS = {
    ("state", "P1", "proposed", "Wissam Abdul Nour"),
    ("opposition", "P1", "provisional", "Wissam Abdul Nour"),
    ("opposition", "P1/T1", "rejected", "Wissam Abdul Nour"),
    ("state", "P1/T1", "insisted", "Wissam Abdul Nour"),
    ("state", "P2", "accepted", "anonymous"),
    ("opposition", "P2", "accepted", "anonymous"),
    ("state", "P3", "proposed", "anonymous"),
}


def test_the_retelling_gives_the_same_positions():
    coding = to_coding(parse(RETELLING.read_bytes(), published="2017-07"))

    found = {(s["side"], s["target"], s["stance"], s["said_by"]) for s in coding["stances"]}
    assert found == POSITIONS


def test_the_retelling_gives_the_same_packages():
    coding = to_coding(parse(RETELLING.read_bytes(), published="2017-07"))

    heads = [(p["proposer_side"], p["date"], p["status"]) for p in coding["proposals"]]
    assert [
        ("state", None, "proposed"),
        ("joint", None, "agreed"),
        ("state", "2016-06-15~", "proposed"),
    ] == heads
    assert [1, 3, 5] == [len(p["terms"]) for p in coding["proposals"]]
