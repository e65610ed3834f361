"""The commands about positions over time."""

import json
import sys

import pytest

from qalamoun_terms.cli import main
from qalamoun_terms.comparison.preferences import Preference, Preferences
from qalamoun_terms.formats.json import from_json, to_json

CASE = "eastern-qalamoun"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["qalamoun-terms", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return run


def test_what_changed_between_two_dates_is_shown(run):
    code, out, err = run("changes", CASE, "--since", "2017-07", "--until", "2018-02")

    assert (code, err) == (0, "")
    assert "expired on 2017-09-16" in " ".join(out.split())


def test_what_is_open_is_shown_as_of_a_day(run):
    code, out, err = run("open", CASE, "--as-of", "2017-07-15")

    assert (code, err) == (0, "")
    assert "≠ disputed" in out
    assert "agreed in principle" not in out


def test_what_became_of_what_was_agreed_is_shown(run):
    code, out, err = run("implementation", CASE)

    assert (code, err) == (0, "")
    assert "breach alleged, of Syrian government" in " ".join(out.split())


@pytest.mark.parametrize("command", ["changes", "open", "implementation"])
def test_each_is_given_in_each_format(run, command):
    assert from_json(run(command, CASE, "--json")[1]).case == CASE
    assert run(command, CASE, "--md")[1].startswith("# eastern-qalamoun: ")
    assert run(command, CASE, "--html")[1].startswith("<!DOCTYPE html>")
    assert run(command, CASE, "-o", "a.md")[2] == "written: a.md\n"


def test_dates_the_wrong_way_round_are_refused_in_one_line(run):
    code, out, err = run("changes", CASE, "--since", "2018", "--until", "2016")

    assert (code, out) == (2, "")
    assert err == "error: until: expected a date not before 2018, got 2016\n"


def test_the_table_of_positions_says_what_had_run_out(run):
    table = json.loads(run("positions", CASE, "--json", "--as-of", "2017-11")[1])
    gone = [row for row in table["rows"] if row["expired"]]

    assert [row["proposal_name"] for row in gone] == ["trial-agreement-2017"]
    assert gone[0]["clocks"][0]["state"] == "expired"


def test_a_table_of_preferences_is_shown_beside_a_comparison(run, tmp_path):
    wish = Preference(whose="Families", kind="service_grace", field="extension", wants="added")
    table = Preferences(title="What they asked for", author="A. Reader", rows=[wish])
    (tmp_path / "table.json").write_text(to_json(table), encoding="utf-8")
    ends = [f"{CASE}#initiative-2016", f"{CASE}#agreement-2018"]
    code, out, err = run("overlay", *ends, "table.json")

    assert (code, err) == (0, "")
    assert out.index("Families: service grace") < out.index("as the table prefers")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"type": "proposal", "version": 1, "id": "p1"}', "expected a table of preferences"),
        ("{", "t.json: line 1"),
    ],
)
def test_another_file_is_no_table_of_preferences(run, tmp_path, text, expected):
    (tmp_path / "t.json").write_text(text, encoding="utf-8")
    ends = [f"{CASE}#initiative-2016", f"{CASE}#agreement-2018"]
    code, out, err = run("overlay", *ends, "t.json")

    assert (code, out) == (2, "")
    assert expected in err
