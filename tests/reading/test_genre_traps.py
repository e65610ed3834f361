"""Texts with the structures of negotiation that are of nothing fought over: they give nothing."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

TRAPS = {
    "debating club": (
        "RESULTS OF THE DEBATE\n\nMotion | Proposed by | Government bench | Opposition bench\n"
        "------ | ----------- | ---------------- | ----------------\n"
        "Homework is banned | Class 6 | No | Yes\nThe shop sells fruit | Class 5 | Agreed | Yes\n"
        "Bells are silent | Class 4 | Refused | Agreed\n"
    ),
    "rowing club": (
        "MINUTES of the rowing club\n\nItem | Proposed by | Committee | Members\n"
        "---- | ----------- | --------- | -------\n"
        "The road to the boathouse is closed | Treasurer | Agreed | Agreed\n"
        "The bar opens on Fridays | Members | Refused | Yes\n"
        "Prizes are handed over in May | Secretary | Yes | Ready\n"
    ),
    "release of a program": (
        "Planning\n\n1A. The release is cut.\n1B. The release waits.\n\n"
        "The government customer prefers 1B. It rejects 1A.\n"
    ),
    "old soldier": (
        "CHAPTER THREE\n\nThe rebels had gone. The old soldier had three wishes. A house with a "
        "gate. The release of his dog. A long truce with his knees.\n"
    ),
    "memories": (
        "Interview with General Okoro, who commanded the army\n\n"
        "Q: What did you want as a boy?\nA: Two things. A bicycle. A road without holes.\n\n"
        "Q: Did the government help?\nA: No.\n\nQ: And the rebels?\nA: Out of the question.\n"
    ),
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_a_structure_alone_is_no_negotiation(text):
    coding = to_coding(parse(text))

    assert not coding["proposals"]
    assert not coding["stances"]
