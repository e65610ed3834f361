"""Rows inside one clause: items told by a noun alone, things that share a verb but not a date."""

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.terms.find import find_terms
from qalamoun_terms.reading.text.frames import Span

ENGLISH = load("en")


def found(text, *, bare=False):
    mentions = find_terms(text, Span(0, len(text)), (), ENGLISH, bare=bare)
    return [(mention.term.kind, mention.span.text(text)) for mention in mentions]


@pytest.mark.parametrize("link", ["at least", "some", "a further"])
def test_the_last_item_of_a_row_may_be_a_noun_alone(link):
    text = (
        f"the release of ten captives, three of them boys, and {link} forty trucks of flour a day"
    )

    assert found(text, bare=True) == [
        ("detainee_release", "the release of ten captives, three of them boys"),
        ("humanitarian_access", f"{link} forty trucks of flour a day"),
    ]


def test_an_item_of_the_same_kind_stays_in_its_row():
    text = "the release of ten captives, three boys, and the prisoners of the mill"

    assert found(text, bare=True) == [("detainee_release", text)]


def test_a_bare_noun_at_the_end_counts_only_in_lists():
    text = "the release of ten captives, three of them boys, and forty trucks of flour a day"

    assert [kind for kind, _ in found(text)] == ["detainee_release"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They hand in their heavy guns within a week", "their pistols within a month"),
        ("They hand in their heavy guns by 1 March", "the pistols by 1 April"),
        ("They hand in their heavy guns at once", "the pistols in a later phase"),
    ],
)
def test_things_with_dates_of_their_own_are_terms_of_their_own(first, second):
    assert found(f"{first} and {second}.") == [
        ("weapons_handover", first),
        ("weapons_handover", second),
    ]


def test_one_date_for_all_things_is_one_term():
    text = "They hand in their heavy guns and the pistols within a month"

    assert found(text) == [("weapons_handover", text)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "They want the siege to be lifted, the port to be opened and the wages to be paid.",
            ["the siege to be lifted", "the port to be opened", "the wages to be paid"],
        ),
        (
            "They want limits on trade and on access to the port to be lifted.",
            ["limits on trade and on access to the port to be lifted"],
        ),
        (
            "The siege would be lifted before noon, the captives freed and the wages paid.",
            ["The siege would be lifted before noon", "the captives freed", "the wages paid"],
        ),
        (
            "They will not come unless the siege is lifted and the captives are freed.",
            ["the siege is lifted", "the captives are freed"],
        ),
        (
            "The captives held since May and the women taken in June are freed.",
            ["The captives held since May and the women taken in June are freed"],
        ),
        (
            "They ask that their fighters be gathered and merged with the army.",
            ["their fighters be gathered and merged with the army"],
        ),
        (
            "The guards would watch over the text and over the safety of the people.",
            ["The guards would watch over the text and over the safety of the people"],
        ),
    ],
)
def test_each_thing_that_is_to_be_done_is_an_item(text, items):
    assert [span for _, span in found(text)] == items


def test_three_things_may_have_three_dates():
    text = "They free ten captives on the first day, 18 boys within a week and the rest by 60 days"

    assert [span for _, span in found(text)] == [
        "They free ten captives on the first day",
        "18 boys within a week",
        "the rest by 60 days",
    ]


def test_a_verb_with_an_object_of_its_own_does_not_swallow_the_next_one():
    text = "The rebels must polish the kit, free the captives and disarm the gunmen."

    assert [span for _, span in found(text)][-2:] == ["free the captives", "disarm the gunmen"]
