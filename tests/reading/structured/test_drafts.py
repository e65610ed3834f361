"""Texts that are a draft themselves: who proposes them, and which lists are no part of them."""

from __future__ import annotations

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

NOTE = """\
NON-PAPER
Two ways to settle the matter of the wells

Facilitator's team, Geneva, 4 May 2016

MATTER 1: GUARDS
1A. The wells are guarded by the police of the district.
1B. The wells are guarded by monitors of the African Union.

MATTER 2: PRISONERS
2A. Forty prisoners are released by Sunday.

Positions

1. The government is still there.
2. The rebels are still there.
"""


def test_the_items_of_a_draft_are_one_package_of_who_drew_it_up():
    coding = to_coding(parse(NOTE))

    assert [len(p["terms"]) for p in coding["proposals"]] == [3]
    assert coding["proposals"][0]["proposer_side"] == "mediator"
    assert coding["stances"][0]["stance"] == "proposed"


def test_who_prepared_a_draft_may_stand_in_its_opening():
    text = (
        "DRAFT AGREEMENT ON THE WELLS\nVersion 2, prepared by the envoy's office, 4 May 2016\n\n"
        "1. The army leaves the wells.\n2. Forty prisoners are released by Sunday.\n"
    )
    coding = to_coding(parse(text))

    assert coding["proposals"][0]["proposer_side"] == "mediator"
    assert [s["stance"] for s in coding["stances"]] == ["proposed"]


def test_a_draft_of_nobody_has_no_proposer():
    text = (
        "DRAFT AGREEMENT ON THE WELLS\n\n"
        "1. The army leaves the wells.\n2. Forty prisoners are released by Sunday.\n"
    )
    coding = to_coding(parse(text))

    assert coding["proposals"][0]["proposer_side"] == "unstated"
    assert coding["stances"] == []


RECORD = """\
RECORD OF IMPLEMENTATION
Understanding on the wells of Arda

The Understanding was signed on 2 March by Colonel Taha on behalf of the government and by \
Commander Idris for the Arda Command.

Undertaking 1. The army leaves the school.
Done. Verified on 9 March.

Undertaking 2. No fighter of the Command carries a rifle at the wells.
Breach recorded. On Friday eight men of the Command were seen at the wells.
"""


def test_the_duties_in_a_record_of_implementation_are_those_of_the_deal():
    coding = to_coding(parse(RECORD))

    assert [len(p["terms"]) for p in coding["proposals"]] == [2]


def test_a_breach_that_is_noted_below_a_duty_is_of_who_is_named_there():
    found = [(s["side"], s["target"], s["stance"]) for s in to_coding(parse(RECORD))["stances"]]

    assert ("state", "P1", "accepted") in found
    assert ("opposition", "P1/T2", "violated") in found
