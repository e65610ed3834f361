"""The command that scores codings."""

from __future__ import annotations

import json
import sys

import pytest
from rich.console import Console

from qalamoun_terms.cli import main
from qalamoun_terms.cli.evaluation_views import markdown, terminal
from qalamoun_terms.cli.progress import progress
from qalamoun_terms.evaluation.codings import CodedDocument, CodedProposal, CodedTerm, Span
from qalamoun_terms.evaluation.evaluate import evaluate

TEXT = "The army proposed a ceasefire of two months. The rebels rejected the offer."
CODING = {
    "id": "report",
    "published": "2017-07",
    "proposals": [
        {
            "id": "P1",
            "terms": [
                {
                    "id": "T1",
                    "kind": "ceasefire",
                    "span": [18, 43],
                    "fields": {"duration": "P2M", "place": ["Homs"]},
                }
            ],
        }
    ],
    "stances": [{"side": "state", "target": "P1", "stance": "proposed", "span": [0, 17]}],
}


def write(path, value):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())


@pytest.fixture
def gold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "gold" / "report.json", CODING)
    write(tmp_path / "gold" / "report.txt", TEXT.encode())
    return tmp_path / "gold"


@pytest.fixture
def run(monkeypatch, capsys, gold):
    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["qalamoun-terms", "evaluate", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return run


def test_codings_of_another_coder_are_scored(run, gold, tmp_path):
    write(tmp_path / "second" / "report.json", CODING | {"stances": []})
    code, out, err = run(gold, "--predictions", tmp_path / "second")

    assert (code, err) == (0, "")
    assert "Evaluation of 1 document\n" in out
    assert "stance proposed (state on P1): The army proposed" in " ".join(out.split())


def test_without_predictions_the_reader_reads_the_texts(run, gold):
    code, out, _ = run(gold, "--json")
    data = json.loads(out)

    assert code == 0
    assert data["total"]["documents"] == 1
    assert data["total"]["term"]["n"] == 1
    assert data["total"]["grounded"] == 1.0


def test_a_document_without_a_prediction_is_missed_whole(run, gold, tmp_path):
    (tmp_path / "second").mkdir()
    _, out, _ = run(gold, "--predictions", tmp_path / "second", "--json")

    assert [one["kind"] for one in json.loads(out)["documents"]["report"]["missed"]] == [
        "proposed",
        "ceasefire",
    ]


def test_markdown_lists_what_was_missed(run, gold, tmp_path):
    write(tmp_path / "second" / "report.json", CODING | {"stances": []})
    _, out, _ = run(gold, "--predictions", tmp_path / "second", "--md")

    assert "| term | 1.000 | 1.000 | 1.000 | 1 |" in out
    assert "## report\n\nterm F1 1.00 of 1, field F1 1.00 of 2, stance F1 0.00 of 1.\n" in out
    assert "**Missed**\n\n- stance proposed (state on P1): The army proposed\n" in out


@pytest.mark.parametrize("form", [[], ["--md"], ["--json"]])
def test_the_totals_can_be_shown_alone(run, gold, tmp_path, form):
    write(tmp_path / "second" / "report.json", CODING | {"stances": []})
    _, out, _ = run(gold, "--predictions", tmp_path / "second", "--totals", *form)

    assert "grounded" in out
    assert "The army" not in out


def test_texts_may_lie_elsewhere(run, gold, tmp_path):
    (tmp_path / "texts").mkdir()
    (gold / "report.txt").rename(tmp_path / "texts" / "report.txt")
    code, _, err = run(gold, "--texts", tmp_path / "texts", "--json")

    assert (code, err) == (0, "")


def test_what_is_left_out_is_named(run, gold, tmp_path):
    write(gold / "other.json", CODING)
    write(tmp_path / "second" / "report.json", CODING)
    write(tmp_path / "second" / "stray.json", CODING)
    code, _, err = run(gold, "--predictions", tmp_path / "second", "--json")

    assert code == 0
    assert err == "left out, no text: other\nleft out, no gold coding: stray\n"


def test_a_folder_without_codings_is_an_error(run, tmp_path):
    assert run(tmp_path) == (
        2,
        "",
        f"error: {tmp_path}: expected a folder with codings (*.json), got none\n",
    )


def test_a_folder_of_predictions_that_is_not_there_is_an_error(run, gold):
    code, _, err = run(gold, "--predictions", "nowhere")

    assert (code, err) == (2, "error: nowhere: expected a folder with codings, got none\n")


def test_a_coding_with_a_slip_is_named_with_its_place(run, gold):
    write(gold / "report.json", CODING | {"stances": [{}]})
    code, _, err = run(gold)

    assert code == 2
    assert err.startswith(f"error: {gold / 'report.json'}: stances[0].side: expected a value")


def test_a_text_that_is_none_is_named(run, gold):
    write(gold / "report.txt", b"\xff")
    code, _, err = run(gold)

    assert code == 2
    assert err.startswith(f"error: {gold / 'report.txt'}: ")


def test_a_date_that_is_none_is_named_with_its_coding(run, gold):
    write(gold / "report.json", CODING | {"published": "last year"})
    code, _, err = run(gold)

    assert code == 2
    assert f"published as in {gold / 'report.json'}: " in err


def hostile(words):
    term = CodedTerm(id="T1", kind="other", gist=words, span=Span(0, 9))
    gold = CodedDocument(id="d", proposals=[CodedProposal(id="P1", terms=[term])])
    return evaluate(gold, CodedDocument(id="d"))


def test_words_are_no_marks_of_markdown():
    assert r"\<b\>\|# a\</b\>" in markdown(hostile("<b>|# a</b>"))


def test_words_do_not_steer_a_terminal(capsys):
    Console(width=80).print(terminal(hostile("a\x1b[2J\u202eb [bold]")))
    out = capsys.readouterr().out

    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "a␛[2Jb [bold]" in out


def test_long_words_are_cut():
    assert markdown(hostile("word " * 100)).rstrip().endswith("word …")


def test_a_bar_is_shown_to_who_watches_and_to_nobody_else(monkeypatch, capsys):
    with progress(2) as advance:
        advance()
    assert capsys.readouterr().err == ""

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with progress(2) as advance:
        advance()
    with progress(1) as advance:
        advance()
