"""Drafts from plain text and from rows of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.errors import FormatError
from qalamoun_terms.formats.draft_text import read_draft, read_draft_rows


def rows(proposal):
    return [(one.label, one.heading, one.accounts[0].text) for one in proposal.articles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 1: Exit\nAll leave.", [("1", "Exit", "All leave.")]),
        ("ARTICLE IV – EXIT\n\nAll leave.", [("IV", "EXIT", "All leave.")]),
        ("Art. 3 All leave now.", [("3", None, "All leave now.")]),
        ("Article 2\nExit\n\nAll leave.", [("2", "Exit", "All leave.")]),
        ("Article one\nThe parties\nleave.", [("one", None, "The parties leave.")]),
        ("Article 1. The parties\nleave.", [("1", None, "The parties leave.")]),
        ("المادة الأولى: الطرق\nتفتح الطرق.", [("الأولى", "الطرق", "تفتح الطرق.")]),
        ("المادة ٢\nتفتح الطرق.", [("٢", None, "تفتح الطرق.")]),
        ("Artículo primero. Objeto\nTodos salen.", [("primero", "Objeto", "Todos salen.")]),
        (
            "1. Roads are open\nat all hours.\n2) Water flows.",
            [
                ("1", None, "Roads are open at all hours."),
                ("2", None, "Water flows."),
            ],
        ),
        ("## Article 5\nAll:\n- go;\n- stay.", [("5", None, "All:\n- go;\n- stay.")]),
    ],
)
def test_articles_are_told_by_their_first_lines(text, expected):
    assert rows(read_draft(text)) == expected


def test_one_line_before_the_articles_is_the_title_and_more_are_an_article_without_a_number():
    assert read_draft("Draft of May\n\nArticle 1\nAll leave.").title == "Draft of May"
    assert rows(read_draft("The parties,\n\nagree:\n\nArticle 1\nAll leave.")) == [
        (None, None, "The parties,\nagree:"),
        ("1", None, "All leave."),
    ]


def test_a_sentence_that_speaks_of_an_article_begins_none():
    found = read_draft("Article 1\nAs the\narticle says, all leave.\nArticle 2\nRoads open.")

    assert [one.label for one in found.articles] == ["1", "2"]


def test_a_text_without_articles_is_refused():
    with pytest.raises(FormatError, match="expected lines such as 'Article 1'"):
        read_draft("The rebels rejected the offer.")


def test_rows_are_read_with_and_without_the_names_of_the_columns():
    expected = [("4", "Roads", "Open, at all hours.")]

    assert rows(read_draft_rows('4,Roads,"Open, at all hours."\n')) == expected
    assert (
        rows(read_draft_rows('\ufeffText,Number,Heading\n"Open, at all hours.",4,Roads\n'))
        == expected
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "expected a row for each article"),
        ("number,heading,text\n", "expected a row for each article"),
        ("1,Roads\n", "row 1: expected number, heading, text, got 2 cells"),
        ('1,"a', "row 1: expected number"),
        ("1,Roads," + "x" * 200_000, "line 1: expected comma-separated values: field larger"),
        ("text\na\nb,c\n", "row 3: expected text, got 2 cells"),
    ],
)
def test_rows_that_are_no_articles_are_refused(text, problem):
    with pytest.raises(FormatError, match=problem):
        read_draft_rows(text)


@given(st.text() | st.text(st.sampled_from("Article 1.\n aب٢-")))
def test_any_text_is_read_or_refused(text):
    for read in (read_draft, read_draft_rows):
        try:
            found = read(text)
        except FormatError:
            continue
        assert found.articles
