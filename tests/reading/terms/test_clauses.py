"""Where a statement is cut: relative and subordinate clauses, subjects, rows, introductions."""

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.load_terms import term_lexicon
from qalamoun_terms.reading.terms.aside import grammar_of
from qalamoun_terms.reading.terms.clauses import cut
from qalamoun_terms.reading.terms.find import find_terms
from qalamoun_terms.reading.terms.scanning import scan
from qalamoun_terms.reading.text.frames import Span

ENGLISH = load("en")
VOCABULARY = term_lexicon(ENGLISH)


def grammar(text):
    return grammar_of(scan(text, Span(0, len(text)), VOCABULARY), VOCABULARY)


def aside(text):
    marked = grammar(text)
    words = [w for w, out in zip(marked.words.lower, marked.aside, strict=True) if out]
    return " ".join(words)


def clauses(text):
    statement = grammar(text)
    return [statement.words.printed(clause.first, clause.stop) for clause in cut(statement)]


def spans(text, *, bare=False):
    found = find_terms(text, Span(0, len(text)), (), ENGLISH, bare=bare)
    return [mention.span.text(text) for mention in found]


@pytest.mark.parametrize(
    ("text", "stands_aside"),
    [
        ("the men who hold the bridge leave it", "who hold the bridge"),
        ("the men who were seen in May are to leave", "who were seen in may"),
        ("the men who want to stay will disarm", "who want to stay"),
        ("whoever stays hands in his gun", "whoever stays"),
        ("those unwilling to settle depart", "unwilling to settle"),
        ("the men refusing the deal will depart", "refusing the deal"),
        ("the men refusing it, depart", "refusing it"),
        ("the guns that were buried are given up", "that were buried"),
        ("they leave before the bus moves, by boat", "before the bus moves"),
        ("if the road is open, they leave", "if the road is open"),
        ("after the departure of the bus the police enter", "after the departure of the bus"),
        ("once the road is open the army leaves", "once the road is open"),
        ("teachers dismissed since March 2011 are taken back", "since march 2011"),
        ("the army has since left the port", ""),
        ("they leave at once for the port", ""),
        ("they bring the rifles they hold to the port", "they hold to the port"),
        ("the rebels they leave", ""),
        ("they keep half of what the port brings in", "what the port brings in"),
        ("whatever is chosen, the army leaves", "whatever is chosen"),
        ("until then they stay", ""),
        ("a draft in which they leave", ""),
        ("a force as strong as the army", ""),
        ("food provided by the envoy enters", ""),
        ("the accord under which they leave", ""),
    ],
)
def test_what_stands_aside(text, stands_aside):
    assert aside(text) == stands_aside


def test_a_relative_clause_hands_on_to_the_content_that_it_introduces():
    assert aside("a text which calls for a truce") == "which calls for"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army leaves the port, and the rebels, the guards and the police disarm.",
            ["The army leaves the port", "the rebels, the guards and the police disarm"],
        ),
        (
            "The envoy said that the army would leave the port and the rebels would disarm.",
            ["the army would leave the port", "the rebels would disarm"],
        ),
        (
            "The rebels shall disarm; the army shall, in its turn, leave the port.",
            ["The rebels shall disarm", "the army shall, in its turn, leave the port"],
        ),
        (
            "The captives, all of them, are set free.",
            ["The captives, all of them, are set free"],
        ),
        (
            "They agreed to disarm, and the army, for its part, leaves the port.",
            ["to disarm", "the army, for its part, leaves the port"],
        ),
        (
            "A deferment is given to reservists, and a teacher applies to go back to his post.",
            [
                "A deferment is given to reservists",
                "a teacher applies to go back to his post",
            ],
        ),
        (
            "The first is for freeing the captives and for opening the road.",
            ["freeing the captives", "opening the road"],
        ),
        (
            "The rebels will free the captives in exchange for the withdrawal of the army.",
            ["The rebels will free the captives", "the withdrawal of the army"],
        ),
        (
            "The gunmen depart for the coast, carrying one rifle each.",
            ["The gunmen depart for the coast, carrying one rifle each"],
        ),
        (
            "The roadblocks are taken away and the gates are free to all.",
            ["The roadblocks are taken away and the gates are free to all"],
        ),
        (
            "They agreed to hold, in the month of May, talks on the river.",
            ["to hold, in the month of May, talks on the river"],
        ),
        (
            "The council asked for the reservists of the delta, who are many, a deferment of a year.",
            ["the reservists of the delta, who are many, a deferment of a year"],
        ),
        ("1. The captives are set free.", ["The captives are set free"]),
        ("(b) The captives are set free.", ["The captives are set free"]),
        ('The text says that "the captives are set free".', ['"the captives are set free"']),
        ("The captives are set free, according to the mayor.", ["The captives are set free"]),
        (
            "The army leaves Port Amber where the rebels are holed up.",
            ["The army leaves Port Amber"],
        ),
        ("The mayor took the captives' letters and went home.", []),
    ],
)
def test_where_terms_begin_and_end(text, found):
    assert spans(text) == found


def test_a_row_may_begin_with_a_bare_noun():
    assert spans("a flag over the mill and lists of names", bare=True) == [
        "a flag over the mill",
        "lists of names",
    ]


def test_clauses_cover_a_statement_that_introduces_nothing():
    text = "The army leaves; the rebels disarm."

    assert clauses(text) == ["The army leaves;", "the rebels disarm."]


def test_what_only_introduces_is_no_clause():
    assert clauses("The envoy proposed that the army leave the port.") == [
        "the army leave the port."
    ]


def test_an_empty_statement_has_no_clauses():
    assert cut(grammar("")) == ()
