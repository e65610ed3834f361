import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.reports.markdown import escaped, to_markdown

BARE = re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|~$&]")


@given(st.text(max_size=60))
def test_no_mark_of_a_text_stays_bare(text):
    words = escaped(text)

    assert "\n" not in words
    assert "\r" not in words
    assert not BARE.search(words)
    assert not re.match(r"[#+=:-]|\d+[.)]", words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a | b", r"a \| b"),
        ("# head", r"\# head"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("a\n\nb", "a b"),
        (r"a\|b", r"a\\\|b"),
        ("<b>", r"\<b\>"),
        ("2017 - 2018", "2017 - 2018"),
    ],
)
def test_marks_are_escaped_where_they_would_count(text, words):
    assert escaped(text) == words


def test_tables_keep_their_columns_with_hostile_words_in_them(hostile):
    document = to_markdown(hostile)

    widths = []
    for block in document.split("\n\n"):
        lines = block.splitlines()
        if lines[0].startswith("| "):
            cells = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines}
            widths.append(cells)
    assert widths
    assert all(len(cells) == 1 for cells in widths)


def test_hostile_words_bring_no_markup_of_their_own(hostile):
    document = to_markdown(hostile)

    assert not re.search(r"(?<!\\)<(?!br>)", document)
    assert not re.search(r"(?<!\\)\]\(", document)
    assert not {char for char in document if ord(char) < 32} - {"\n"}


def test_a_case_is_told_from_table_to_method(bundled):
    document = to_markdown(bundled)

    heads = [line for line in document.splitlines() if line.startswith("## ")]
    assert heads == [
        "## Positions, article by article",
        "## Open articles",
        "## Common ground",
        "## Apart from their side",
        "## Numbers that the parties stated",
        "## What moved",
        "## Rounds side by side",
        "## Time line",
        "## What became of what was agreed",
        "## Grounds, article by article",
        "## Sources",
        "## What was not read",
        "## Method",
    ]
    assert "≠ **disputed**" in document
    assert "◔ before: accepted in principle: opposition" in document


def test_a_table_says_which_day_it_is_drawn_up_for(bundled):
    document = to_markdown(positions(bundled, Date("2017-07")))

    assert "As of July 2017." in document
    assert "## What moved" not in document


def test_a_change_is_told_with_how_comparable_the_texts_are(bundled):
    change = compare(bundled["initiative-2016"], bundled["agreement-2018"])

    document = to_markdown(change)

    assert change.comparability.words in document
    assert "## Mentioned by only one of the two" in document
    assert "| Before | After | What became of it | Why matched |" in document


def test_an_unchanged_proposal_says_so(bundled):
    paper = bundled["initiative-2016"]

    assert "No term is known to have changed." in to_markdown(compare(paper, paper))


def test_an_empty_case_has_a_document():
    assert to_markdown(Negotiation(id="c")).startswith("# c\n\nNo article is known.")


def test_other_values_are_refused():
    with pytest.raises(InvalidValueError, match="expected a negotiation"):
        to_markdown(7)
