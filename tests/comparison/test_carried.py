"""Words that go from one article into another while both are still there."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.draft import draft

BUSES = "The buses are escorted by the police to the crossing and may not be searched."
EXIT = "Fighters who do not sign leave by bus within three days with one rifle each."
ROADS = "The road to the crossing stays open to all traffic at all hours of the day."
WATER = "The pumping station is repaired and handed to the water board of the province."


def carried(old, new):
    change = compare(draft(old), draft(new, id="p2"))
    return [(str(one.from_), str(one.into), one.new) for one in change.carried]


def test_a_paragraph_that_went_from_one_article_into_another_is_told():
    old = [(1, "Exit", f"{EXIT} {BUSES}"), (2, "Roads", ROADS)]
    new = [(1, "Exit", EXIT), (2, "Roads", f"{ROADS} {BUSES}")]

    assert carried(old, new) == [("p1.a1", "p2.a2", BUSES)]


def test_a_few_of_its_words_may_have_changed_on_the_way():
    changed = BUSES.replace("police", "guards")
    old = [(1, "Exit", f"{EXIT} {BUSES}"), (2, "Roads", ROADS)]
    new = [(1, "Roads", f"{changed} {ROADS}"), (2, "Exit", EXIT)]

    assert carried(old, new) == [("p1.a1", "p2.a1", changed)]


def test_two_articles_that_exchange_paragraphs_give_two_moves():
    old = [(1, "Exit", f"{EXIT} {BUSES}"), (2, "Roads", f"{ROADS} {WATER}")]
    new = [(1, "Exit", f"{EXIT} {WATER}"), (2, "Roads", f"{ROADS} {BUSES}")]

    assert [row[:2] for row in carried(old, new)] == [("p1.a1", "p2.a2"), ("p1.a2", "p2.a1")]


def test_what_only_came_or_only_went_was_not_carried():
    old = [(1, "Exit", f"{EXIT} {BUSES}"), (2, "Roads", ROADS)]
    new = [(1, "Exit", EXIT), (2, "Roads", f"{ROADS} {WATER}")]

    assert carried(old, new) == []


def test_a_few_words_are_no_passage():
    old = [(1, "Exit", f"{EXIT} Buses wait there."), (2, "Roads", ROADS)]
    new = [(1, "Exit", EXIT), (2, "Roads", f"{ROADS} Buses wait there.")]

    assert carried(old, new) == []


paragraphs = st.lists(st.sampled_from((BUSES, EXIT, ROADS, WATER)), max_size=3).map(" ".join)
rows = st.lists(st.tuples(st.integers(1, 3), st.just("x"), paragraphs), max_size=4)


@settings(deadline=None, max_examples=40)
@given(rows, rows)
def test_words_are_carried_between_two_articles_that_are_both_there(old, new):
    change = compare(draft(old), draft(new, id="p2"))
    pairs = {
        (one.old[0], one.new[0]) for one in change.pairings if len(one.old) == len(one.new) == 1
    }

    for one in change.carried:
        assert (one.from_.article, one.into.article) not in pairs
        assert one.new
        assert one.old


def test_what_binds_in_a_passage_that_was_carried_is_no_change_of_force():
    old = [(1, "Exit", f"{EXIT} {BUSES}"), (2, "Roads", ROADS)]
    new = [(1, "Exit", EXIT.replace("three", "four")), (2, "Roads", f"{ROADS} {BUSES}")]
    change = compare(draft(old), draft(new, id="p2"))

    assert [one.field for one in change.force] == ["length"]
