"""The report this package was founded on is read as two careful coders coded it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

SHARED = Path(__file__).resolve().parents[3] / "shared"
NAME = "eastern-qalamoun-2017"
REPORT, GOLD = SHARED / "cases" / f"{NAME}.txt", SHARED / "gold" / f"{NAME}.json"


@pytest.fixture(scope="module")
def codings():
    """The coding by hand, and ours."""
    if not REPORT.exists():
        if os.environ.get("CI"):
            pytest.fail(f"expected the report at {REPORT}")
        pytest.skip("the report is somebody's article and does not ship")
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    return gold, to_coding(parse(REPORT.read_bytes(), published=gold["published"]), id=NAME)


def overlap(a, b):
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (max(a[1], b[1]) - min(a[0], b[0]))


def test_its_proposals_are_told_apart(codings):
    gold, ours = codings

    def heads(coding):
        keys = ("proposer_side", "date", "status")
        return [tuple(p[k] for k in keys) for p in coding["proposals"]]

    assert heads(gold) == heads(ours)


def test_its_terms_are_found_where_they_stand(codings):
    gold, ours = codings
    overlaps = []
    for wanted, found in zip(gold["proposals"], ours["proposals"], strict=True):
        assert [t["kind"] for t in wanted["terms"]] == [t["kind"] for t in found["terms"]]
        overlaps += [
            overlap(a["span"], b["span"])
            for a, b in zip(wanted["terms"], found["terms"], strict=True)
        ]

    assert sum(overlaps) / len(overlaps) >= 0.8


def test_its_positions_are_read_with_their_sources(codings):
    gold, ours = codings

    def said(coding):
        keys = ("side", "target", "stance", "said_by")
        return sorted(tuple(s[k] for k in keys) for s in coding["stances"])

    assert said(gold) == said(ours)


def test_its_fields_are_read(codings):
    gold, ours = codings
    scored = ("duration", "weapons", "destination")
    for wanted, found in zip(gold["proposals"], ours["proposals"], strict=True):
        for a, b in zip(wanted["terms"], found["terms"], strict=True):
            assert {k: v for k, v in a["fields"].items() if k in scored} == {
                k: v for k, v in b["fields"].items() if k in scored
            }
            assert set(a["fields"].get("place", [])) == set(b["fields"].get("place", []))
