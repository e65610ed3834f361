"""Options with numbers and letters: who is for which, and under what condition."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

PAPER = """\
OPTIONS PAPER
The wells of Arda

Prepared by the mediator

1A. The wells are guarded by the police of the district.
1B. The wells are guarded by monitors of the African Union.
2A. Forty prisoners are released by Sunday.
2B. All prisoners are released by Sunday.

Positions so far

"""


def stances(line: str) -> list[tuple[str, str, str]]:
    coding = to_coding(parse(PAPER + line))
    return [(s["side"], s["target"], s["stance"]) for s in coding["stances"][1:]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "The government prefers 1A and 2A.",
            [("state", "P1/T1", "accepted"), ("state", "P1/T3", "accepted")],
        ),
        ("The rebels are against 1A.", [("opposition", "P1/T1", "rejected")]),
        (
            "The rebels support 1B but reject 2A.",
            [("opposition", "P1/T2", "accepted"), ("opposition", "P1/T3", "rejected")],
        ),
        ("Option 2B the rebels have not yet discussed.", [("opposition", "P1/T4", "deferred")]),
        (
            "The government could accept 2A if the army leaves the school.",
            [("state", "P1/T3", "conditional"), ("state", "P2", "demanded")],
        ),
        ("The government has read 1A twice.", []),
    ],
)
def test_a_choice_is_a_stance_on_the_item(line, found):
    assert stances(line) == found


def test_it_is_the_party_of_the_sentence_before():
    assert stances("The government prefers 1A. It rejects 2A.") == [
        ("state", "P1/T1", "accepted"),
        ("state", "P1/T3", "rejected"),
    ]
