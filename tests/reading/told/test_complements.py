"""What a package's noun says of its own content, and what is only its purpose."""

from __future__ import annotations

import pytest
from tests.reading.told.test_packages import TALKS, packages, stances

CONTENT = [
    (
        "A deal to open the bridge was announced by the rebels.",
        ["movement_access"],
    ),
    (
        (
            "The checkpoint at the mill is open again in line with an agreement between the army and "
            "the rebels."
        ),
        ["movement_access"],
    ),
    (
        "This is part of the agreement, under which two hundred rebels leave the town.",
        ["armed_exit"],
    ),
    (
        "The deal requires that the rebels hand over their rifles, but every road has to be opened.",
        ["weapons_handover", "movement_access"],
    ),
]


@pytest.mark.parametrize(("text", "kinds"), CONTENT)
def test_what_a_noun_is_followed_by_is_its_content(text, kinds):
    found = packages(TALKS + text)

    assert [kinds] == [terms for _, terms in found if terms]


@pytest.mark.parametrize(
    "text",
    [
        "The army and the rebels signed a deal on Monday to end a war of twenty months.",
        "The envoy hopes for a deal to open the bridge.",
        "There was no deal to open the bridge.",
    ],
)
def test_a_purpose_or_a_deal_that_is_not_there_has_no_content(text):
    assert [] == [terms for _, terms in packages(TALKS + text) if terms]


def test_what_a_party_says_it_would_do_is_its_offer():
    text = TALKS + "The rebels said on Sunday they would release forty soldiers."

    assert [("opposition", ["detainee_release"])] == packages(text)
    assert [("opposition", "P1", "proposed")] == stances(text)


def test_what_a_party_would_not_do_is_no_offer():
    assert [] == packages(TALKS + "The rebels said they would not attend the games.")


def test_what_talks_depend_on_is_a_demand():
    text = TALKS + "The rebels will not come to the talks unless the army lifts the siege."

    assert [("opposition", ["humanitarian_access"])] == packages(text)
    assert [("opposition", "P1", "demanded")] == stances(text)


def test_demands_that_follow_each_other_are_one_list():
    text = (
        TALKS
        + "The rebels demand the release of the prisoners. They also demand the opening of the road."
    )

    assert [("opposition", ["detainee_release", "movement_access"])] == packages(text)
