"""The same input gives the same output, whatever the hash seed."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import hashlib
import qalamoun_terms as qt
from qalamoun_terms.cases import demo_text

read = qt.parse(demo_text(), published="2017-07")
case = qt.load_case("eastern-qalamoun")
change = qt.compare(case["initiative-2016"], case["agreement-2018"])
made = {
    "json of what was read": qt.to_json(read),
    "json of the case": qt.to_json(case),
    "json of the change": qt.to_json(change),
    "coding": repr(qt.to_coding(read)),
    "page": qt.to_html(case),
    "page of what was read": qt.to_html(read),
    "markdown": qt.to_markdown(case),
    "verification": str(qt.verify(case)),
    "outcomes": "".join(row.outcome.explain() for row in qt.positions(case).rows),
    "schema": repr(qt.json_schema()),
}
for name, text in made.items():
    print(name, hashlib.sha256(text.encode()).hexdigest())
"""


def fingerprints(seed):
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    if run.returncode:
        pytest.fail(run.stderr)
    return run.stdout.splitlines()


def test_everything_that_is_made_is_equal_under_two_hash_seeds():
    first = fingerprints("1")

    assert len(first) == 10
    assert first == fingerprints("2")
