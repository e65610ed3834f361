"""The commands for several drafts of one text."""

from __future__ import annotations

import io
import json
import sys

import pytest

from qalamoun_terms.cli import main
from qalamoun_terms.comparison.brackets import parse_brackets
from qalamoun_terms.formats.json import from_json

CASE = "eastern-qalamoun"
FIRST = "Draft\n\nArticle 1: Exit\nAll shall leave within 72 hours.\n\nArticle 2\nRoads are open.\n"
SECOND = FIRST.replace("shall", "may").replace("72 hours", "three days")


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8-sig")
    (tmp_path / "rows.csv").write_text(
        "number,heading,text\n1,Exit,All may leave within three days.\n", encoding="utf-8"
    )
    (tmp_path / "report.txt").write_text("The rebels rejected the offer.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["qalamoun-terms", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return run


def test_two_drafts_are_compared_word_for_word_where_that_is_asked(run):
    code, out, err = run("compare", "first.txt", "second.txt", "--drafts")

    assert (code, err) == (0, "")
    assert out.startswith("From first to second")
    assert "obligation → permission" in out
    assert "All [-shall-]{+may+} leave" in out


def test_a_table_of_articles_is_a_draft(run):
    out = run("compare", "rows.csv", "rows.csv", "--json")[1]

    assert json.loads(out)["comparability"]["old"] == "verbatim"


def test_a_page_of_a_change_has_the_words_that_stayed(run):
    page = run("compare", "first.txt", "second.txt", "--drafts", "--html")[1]

    assert "All <del>shall</del><ins>may</ins> leave within" in page


def test_drafts_are_followed_in_their_order(run):
    assert "second: 1, amended" in run("trace", "first.txt", "second.txt")[1]
    assert (
        from_json(run("trace", "first.txt", "second.txt", "rows.csv", "--json")[1]).drafts[2].name
        == "rows"
    )


def test_a_case_is_followed_as_a_whole(run):
    assert len(from_json(run("trace", CASE, "--json")[1]).drafts) > 2
    assert run("trace", CASE, "--md")[1].startswith("# The life of each article")


def test_a_draft_may_come_from_standard_input(run):
    by_text = run("trace", "-", "second.txt", "--json", stdin=FIRST.encode())[1]
    proposal = run("report", CASE, "--json")[1].encode()

    assert len(json.loads(by_text)["drafts"]) == 2
    assert run("trace", "--", "-#agreement-2018", "second.txt", stdin=proposal)[0] == 0


def test_a_negotiating_text_can_be_read_back(run):
    text = run("merge", "first.txt", "State=first.txt", "Opposition=second.txt", "--txt")[1]

    assert "[State: shall leave within 72 hours] [Opposition: may leave within three days]" in text
    assert parse_brackets(text.rstrip("\n")).parties == ("State", "Opposition")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("text.html", "<!DOCTYPE html>"),
        ("text.md", "# One"),
        ("text.txt", "Compiled"),
        ("text.json", "{"),
    ],
)
def test_the_ending_of_a_file_names_the_form_of_a_text(run, tmp_path, name, start):
    arguments = ("merge", "first.txt", "A=first.txt", "B=second.txt", "--policy", "editorial")

    assert run(*arguments, "-o", name)[2] == f"written: {name}\n"
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_drafts_stand_side_by_side(run):
    assert "[-shall-]{+may+}" in run("side-by-side", "first.txt", "second.txt")[1]
    assert run("side-by-side", "first.txt", "second.txt", "--csv", "--compromise")[1].startswith(
        "first,second,Compromise"
    )
    assert "Roads are open." in run("side-by-side", "first.txt", "rows.csv", "--md")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("trace", "report.txt", "first.txt"), "report.txt: text: expected lines such as"),
        (("trace", "bad.txt", "first.txt"), "bad.txt: expected a text in UTF-8"),
        (("trace", "no.txt", "first.txt"), "no.txt: no such file"),
        (("trace", "qalamun#p1", CASE), "no case is called 'qalamun'"),
        (("merge", "first.txt", "first.txt", "B=second.txt"), "first.txt: expected PARTY=DRAFT"),
        (("merge", "first.txt", "A=first.txt", "A=second.txt"), "expected each party once"),
        (("merge", "first.txt", "A=first.txt"), "merge.drafts: expected two or more parties"),
        (("merge", "first.txt", "A=first.txt", "B=second.txt", "-o", "a.csv"), "a.csv: expected"),
        (("side-by-side",), "Missing argument"),
        (("compare", "first.txt", "second.txt", "--drafts", "--published", "2017"), "--published"),
    ],
)
def test_errors_are_one_line(run, arguments, message):
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith(f"error: {message}")
    assert err.count("\n") == 1
