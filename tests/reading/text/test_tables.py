"""Rows of tables in plain text: what is a table, what are its cells, and what is none."""

from __future__ import annotations

import pytest

from qalamoun_terms.reading.text.tables import table_rows

BARRED = """\
| Item | Army | Front |
|------|------|-------|
| Well | Yes  |       |
"""

LOOSE = """\
Item | Army | Front
---- | ---- | -----
Well | Yes | No
Mill | No | -
"""

ALIGNED = """\
Item            Army           Front
Well            Yes            Under study
The old mill    Not accepted   No
"""

TABBED = "Item\tArmy\tFront\nWell\tYes\tNo\nMill\tNo\tYes\n"


TABBED_BLANKS = "Item\tBy\tArmy\tFront\nWell\tArmy\t\tYes\nMill\tFront\tNo\t\n"

ALIGNED_BLANKS = """\
Item            Army           Front
Well                           Yes
Mill            No
"""


def cells(text: str) -> list[list[str]]:
    return [[cell.text(text) for cell in row.cells] for row in table_rows(text).values()]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (BARRED, ["Well", "Yes", ""]),
        (LOOSE, ["Well", "Yes", "No"]),
        (ALIGNED, ["Well", "Yes", "Under study"]),
        (TABBED, ["Well", "Yes", "No"]),
    ],
    ids=["barred", "loose", "aligned", "tabbed"],
)
def test_cells_are_parted_by_bars_tabs_or_runs_of_spaces(text, row):
    found = cells(text)

    assert found[0] == ["Item", "Army", "Front"]
    assert found[1] == row


def test_only_the_first_row_of_a_table_has_the_heads():
    rows = list(table_rows(LOOSE).values())

    assert [row.head for row in rows] == [True, False, False]


def test_each_table_has_heads_of_its_own():
    text = LOOSE + "\n\nAnd this:\n\n" + TABBED

    assert [row.head for row in table_rows(text).values()].count(True) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The well | the mill\n",
        "The army left.  The road is open.\nIt rained.  They came back.\nNobody spoke.  Good.\n",
        "Minutes | Third session | 4 May\nThey met at the well.\n",
        "",
    ],
)
def test_a_lone_bar_or_two_spaces_after_a_full_stop_make_no_table(text):
    assert not table_rows(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (TABBED_BLANKS, [["Well", "Army", "", "Yes"], ["Mill", "Front", "No", ""]]),
        (ALIGNED_BLANKS, [["Well", "", "Yes"], ["Mill", "No", ""]]),
    ],
    ids=["tabbed", "aligned"],
)
def test_a_blank_cell_keeps_its_column(text, rows):
    found = cells(text)[1:]

    assert [row + [""] * (len(rows[0]) - len(row)) for row in found] == rows
