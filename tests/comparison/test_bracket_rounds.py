"""Brackets, alternatives and open articles, round by round."""

from __future__ import annotations

from qalamoun_terms.comparison.bracket_rounds import count_brackets
from qalamoun_terms.comparison.brackets import parse_brackets
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.merge import merge
from qalamoun_terms.comparison.resolve import resolve

GRACE = "Grace of {} months is granted."
SIX = draft([(1, None, GRACE.format("six")), (2, None, "Roads are open.")])
NINE = draft([(1, None, GRACE.format("nine"))])


def counted(rounds):
    return [
        (one.label, one.counts.brackets, one.counts.options, one.counts.articles, one.of)
        for one in count_brackets(rounds)
    ]


def test_each_round_has_its_counts_in_order():
    may = merge(SIX, {"State": SIX, "Opposition": NINE})
    june = resolve(may, 2, take="State")
    july = resolve(june, 1, words="seven")

    assert counted({"May": may, "June": june, "July": july}) == [
        ("May", 2, 4, 2, 2),
        ("June", 1, 2, 1, 2),
        ("July", 0, 0, 0, 2),
    ]


def test_a_text_that_was_read_back_counts_the_same():
    text = merge(SIX, {"State": SIX, "Opposition": NINE})

    assert counted({"May": text}) == counted({"May": parse_brackets(str(text))})


def test_numbers_do_not_count():
    other = draft([(7, None, GRACE.format("six")), (8, None, "Roads are open.")])

    assert counted({"May": merge(SIX, {"A": SIX, "B": other})}) == [("May", 0, 0, 0, 2)]
