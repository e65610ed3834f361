import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from qalamoun_terms.cli import inputs, main
from qalamoun_terms.cli.commands import COMMANDS
from qalamoun_terms.formats.json import from_json, to_json

CASE = "eastern-qalamoun"
TEXT = "The rebels rejected the government's offer."
RUN = [sys.executable, "-c", "from qalamoun_terms.cli import main; main()"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(monkeypatch, capsys, folder):
    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["qalamoun-terms", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return run


@pytest.fixture
def failed(run):
    def failed(*arguments, **more):
        code, out, err = run(*arguments, **more)
        assert (code, out) == (2, "")
        assert err.startswith("error: ")
        assert err.count("\n") == 1
        return err.removeprefix("error: ").rstrip("\n")

    return failed


@pytest.mark.parametrize("command", [None, *(one.name for one in COMMANDS)])
def test_every_help_shows_an_example(run, command):
    code, out, _ = run(*([command] if command else []), "--help")

    assert code == 0
    assert "Example: qalamoun-terms " in " ".join(out.split())


def test_without_a_command_the_help_is_shown(run):
    code, out, _ = run()

    assert code == 0
    assert "positions" in out


def test_the_version_is_told(run):
    from qalamoun_terms import __version__

    assert run("--version") == (0, f"qalamoun-terms {__version__}\n", "")


def test_cases_are_listed(run):
    assert "eastern-qalamoun\n" in run("cases")[1]
    assert json.loads(run("cases", "--json")[1])["cases"][0]["name"] == CASE


def test_positions_of_a_bundled_case_are_shown(run):
    code, out, err = run("positions", CASE)

    assert (code, err) == (0, "")
    assert "≠ disputed" in out


def test_positions_as_data_are_nothing_but_json(run):
    code, out, err = run("positions", CASE, "--json", "--as-of", "2017-07")

    assert (code, err) == (0, "")
    assert json.loads(out)["as_of"] == "2017-07"


def test_a_text_is_read_and_a_case_is_loaded_by_what_they_hold(run, folder):
    (folder / "report.dat").write_text(TEXT, encoding="utf-8")
    _, out, _ = run("parse", "report.dat")
    (folder / "case.txt").write_text("\n" + out, encoding="utf-8-sig")

    by_text = json.loads(run("positions", "report.dat", "--json")[1])
    by_case = json.loads(run("positions", "case.txt", "--json")[1])

    assert by_text == by_case
    assert by_text["case"] == "report"


def test_a_file_is_found_where_no_case_has_its_name(run, folder):
    (folder / "talks").write_text(TEXT, encoding="utf-8")

    assert run("positions", "talks")[0] == 0


@pytest.mark.parametrize(
    ("form", "start"), [("--html", "<!DOCTYPE html>"), ("--md", "# Eastern"), ("--json", "{")]
)
def test_reports_are_given_in_each_format(run, form, start):
    code, out, err = run("report", CASE, form)

    assert (code, err) == (0, "")
    assert out.startswith(start)


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.md", "a.json"])
def test_the_ending_of_a_file_names_its_format(run, folder, name):
    code, out, err = run("report", CASE, "-o", name)

    assert (code, out, err) == (0, "", f"written: {name}\n")
    assert (folder / name).read_text(encoding="utf-8").endswith("\n")


def test_a_report_without_a_format_is_shown_in_the_terminal(run):
    assert "What moved" in run("report", CASE)[1]


def test_the_json_of_a_report_is_the_case(run):
    case = from_json(run("report", CASE, "--json")[1])

    assert case["agreement-2018"].articles_known == 9


def test_two_proposals_are_compared(run):
    ends = [f"{CASE}#initiative-2016", f"{CASE}#agreement-2018"]

    assert "What moved" in run("compare", *ends)[1]
    assert json.loads(run("compare", *ends, "--json")[1])["type"] == "change"
    assert run("compare", *ends, "--md")[1].startswith("# From")
    assert run("compare", *ends, "--html")[1].startswith("<!DOCTYPE html>")
    assert run("compare", *ends, "-o", "change.html")[2] == "written: change.html\n"


def test_a_proposal_in_a_file_of_its_own_can_be_compared(run, folder):
    case = from_json(run("report", CASE, "--json")[1])
    (folder / "paper.json").write_text(to_json(case["initiative-2016"]), encoding="utf-8")
    (folder / "odd#name.txt").write_text(TEXT, encoding="utf-8")

    assert run("compare", "paper.json", "odd#name.txt")[0] == 0
    assert run("compare", "paper.json#initiative-2016", "paper.json")[0] == 0


def test_standard_input_is_read_as_bytes(run):
    code, out, _ = run("parse", "-", stdin=b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n")

    assert code == 0
    assert json.loads(out)["documents"][0]["text"].endswith("\r\n")
    assert run("positions", "-", stdin=TEXT.encode())[0] == 0


def test_the_coding_format_is_given(run, folder):
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")

    assert "proposals" in json.loads(run("parse", "a.txt", "--format", "coding")[1])


def test_many_files_give_one_result_each(run, folder):
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")

    code, out, err = run("parse", "a.txt", "b.txt", "-", "-o", "out", stdin=TEXT.encode())

    assert (code, out, err) == (0, "", "")
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "a.json",
        "b.json",
        "stdin.json",
    ]


def test_a_file_that_fails_does_not_stop_the_others(run, folder):
    (folder / "a.txt").write_bytes(b"\xff")
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")

    code, out, err = run("parse", "a.txt", "nowhere.txt", "b.txt", "-o", "out")

    assert (code, out) == (2, "")
    assert [line.split(":")[1].strip() for line in err.splitlines()] == ["a.txt", "nowhere.txt"]
    assert [path.name for path in (folder / "out").iterdir()] == ["b.json"]


def test_nothing_is_written_where_two_inputs_share_a_name(failed, folder):
    (folder / "x").mkdir()
    for name in ("a.txt", "x/A.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")

    assert "a.txt and x/A.txt" in failed("parse", "a.txt", "x/A.txt", "-o", "out")
    assert "a.txt and a.txt" in failed("parse", "a.txt", "a.txt", "-o", "out")
    assert not (folder / "out").exists()


def test_an_input_is_never_replaced_by_its_result(failed, folder):
    (folder / "a.json").write_text(TEXT, encoding="utf-8")

    assert "would replace it" in failed("parse", "a.json", "-o", ".")
    assert (folder / "a.json").read_text(encoding="utf-8") == TEXT


def test_a_progress_bar_is_shown_only_to_who_watches(run, folder, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    assert run("parse", "a.txt", "b.txt", "-o", "out")[:2] == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("positions", "qalamun"), f"no case is called 'qalamun'; there is: {CASE}"),
        (("positions", "no.txt"), "no.txt: no such file or directory"),
        (("positions", "."), ".: is a directory"),
        (("positions", "bad.txt"), "bad.txt: "),
        (("positions", "bad.json"), "bad.json: line 1, column 2: expected JSON"),
        (("positions", "paper.json"), "paper.json: expected a negotiation, got a proposal"),
        (("positions", CASE, "--as-of", "20-17"), "--as-of: expected an EDTF date"),
        (("positions", CASE, "--published", "2017"), "--published: expected a text beside it"),
        (("positions", "paper.json", "--published", "2017"), "--published: expected a text"),
        (("report", CASE, "-o", "a.docx"), "a.docx: expected --html, --md or --json"),
        (("report", CASE, "-o", "no/a.html"), "no/a.html: no such file or directory"),
        (("compare", CASE, CASE), f"{CASE}: expected one proposal, as in {CASE}#initiative-2016"),
        (
            ("compare", f"{CASE}#p9", CASE),
            f"{CASE}#p9: no proposal 'p9'; there is: initiative-2016",
        ),
        (("compare", "paper.json#p9", CASE), "paper.json#p9: no proposal 'p9'; there is: p1"),
        (("compare", "empty.txt", CASE), "empty.txt: expected one proposal; there is: none"),
        (("compare", "change.json", CASE), "change.json: expected a negotiation or a proposal"),
        (("parse", "bad.txt"), "bad.txt: "),
        (("parse", "bad.txt", "empty.txt"), "several files: expected -o DIR"),
        (("parse", "empty.txt", "-o", "bad.txt"), "bad.txt: file exists"),
        (("parse",), "Missing argument"),
        (("nothing",), "No such command"),
        (("positions", "a\x1b[2J\nb.txt"), "a␛[2J b.txt: no such file or directory"),
    ],
)
def test_errors_are_one_line(failed, folder, arguments, message):
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    (folder / "bad.json").write_text("{no", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "paper.json").write_text(
        '{"type":"proposal","version":1,"id":"p1"}', encoding="utf-8"
    )
    change = {"type": "change", "version": 1, "old": "p1", "new": "p2"}
    change["comparability"] = {"old": "reported", "new": "reported"}
    (folder / "change.json").write_text(json.dumps(change), encoding="utf-8")

    assert failed(*arguments).startswith(message)


def test_an_output_that_cannot_be_printed_is_an_error(failed, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("qalamoun_terms.cli.commands.show", full)

    assert failed("cases", "--json") == "standard output: no space left on device"


def test_ctrl_c_ends_quietly(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(inputs, "read_bytes", interrupted)
    code, out, err = run("positions", "a.txt")

    assert (code, out) == (130, "")
    assert not err.strip()


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_a_reader_that_goes_away_is_no_error():
    with subprocess.Popen(
        [*RUN, "report", CASE, "--html"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_a_terminal_view_cut_short_is_no_error():
    with subprocess.Popen(
        [*RUN, "positions", CASE], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        program.stdout.close()
        assert program.stderr.read() == b""


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_an_interrupt_while_waiting_for_input_is_quiet():
    with subprocess.Popen(
        [*RUN, "positions", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        time.sleep(1.5)
        program.send_signal(signal.SIGINT)
        assert b"Traceback" not in program.stderr.read()
    assert program.returncode == 130


def test_output_that_an_encoding_lacks_is_marked_and_json_stays_utf_8():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    shown = subprocess.run(
        [*RUN, "positions", CASE], capture_output=True, env=environment, check=True
    )
    data = subprocess.run(
        [*RUN, "report", CASE, "--html"], capture_output=True, env=environment, check=True
    )

    assert shown.stdout.isascii()
    assert "≠" in data.stdout.decode("utf-8")
