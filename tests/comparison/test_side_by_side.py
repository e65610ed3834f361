"""Drafts side by side."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.comparison.draft import draft as rows
from qalamoun_terms.comparison.redline import redline
from qalamoun_terms.comparison.side_by_side import side_by_side
from qalamoun_terms.model.terms import Ceasefire, ServiceGrace
from qalamoun_terms.model.time import Duration
from qalamoun_terms.reports.html import repr_html, to_html
from qalamoun_terms.reports.markdown import to_markdown

TRUCE = "Both parties hold their fire for two months in the whole of the region."
WATER = "The pumping station is repaired and handed to the water board of the province."
EXIT = "Fighters who do not sign leave by bus within three days with one rifle each."


def test_rows_have_the_order_of_the_last_draft_and_lost_ones_follow_what_they_followed():
    first = rows([(1, "", TRUCE), (2, "", WATER), (3, "", EXIT)])
    table = side_by_side(first, rows([(1, "", EXIT), (2, "", TRUCE)]))

    assert [row.cells[0].label for row in table.rows] == ["3", "1", "2"]
    assert table.rows[2].cells[1].told_as == "dropped"


def test_words_are_marked_against_the_column_before():
    drafts = [rows([(1, "", TRUCE.replace("two", word))]) for word in ("two", "six", "six")]
    cells = side_by_side(*drafts).rows[0].cells
    marked = [[one.words for one in cell.text if one.mark != "same"] for cell in cells]

    assert marked == [[], ["two", "six"], []]


def test_of_what_is_known_by_report_the_terms_are_told(paper):
    six, nine = (ServiceGrace(duration=Duration.parse(iso)) for iso in ("P6M", "P9M"))
    table = side_by_side(paper("p1", six, Ceasefire()), paper("p2", nine))

    assert table.rows[0].cells[1].text[0].words == "service grace: for 9 months"
    assert any("6 months -> 9 months" in words for words in table.rows[0].cells[1].changes)
    assert table.rows[1].cells[1].told_as == "not reported"
    assert "dropped" not in to_markdown(table) + to_html(table) + table.to_csv()


def test_a_column_for_the_compromise_is_empty():
    table = side_by_side(rows([(1, "", TRUCE)]), compromise=True)
    [head, line] = csv.reader(StringIO(table.to_csv()))

    assert head[-1] == "Compromise"
    assert line[-1] == ""
    assert to_markdown(table).rstrip().endswith("|  |")
    assert "Compromise</th>" in to_html(table)


def test_hostile_words_stay_words():
    hostile = "<script>alert(1)</script> | **bold** [link](http://x)"
    table = side_by_side(
        rows([("=1+1", hostile, hostile)], title="<b>=cmd</b>"),
        rows([("=1+1", hostile, f"{hostile} more")], title="|"),
    )

    assert "<script>" not in to_html(table) + repr_html(table) + to_markdown(table).replace(
        "\\<", ""
    )
    assert all(line.count(" | ") == 1 for line in to_markdown(table).splitlines()[2:])
    assert all(
        not cell.startswith("=") for line in csv.reader(StringIO(table.to_csv())) for cell in line
    )


def test_arabic_words_have_their_own_direction():
    old, new = "مدة الهدنة شهران في كل المنطقة.", "مدة الهدنة ستة أشهر في كل المنطقة."
    page = to_html(side_by_side(rows([(1, "", old)]), rows([(1, "", new)])))

    assert '<p class="words" dir="auto">' in page
    assert "<del>شهران</del><ins>ستة أشهر</ins>" in page


def test_a_few_common_words_between_long_edits_are_absorbed():
    marks = [
        one.mark
        for one in redline(
            "The army leaves the northern towns and all of its heavy guns remain there.",
            "The army enters these southern villages and none among our light tanks remain there.",
        )
    ]

    assert marks == ["same", "gone", "come", "same"]


@given(st.text(), st.text())
def test_a_redline_holds_both_texts(old, new):
    found = redline(old, new)

    assert "".join(one.words for one in found if one.mark != "come") == old
    assert "".join(one.words for one in found if one.mark != "gone") == new
