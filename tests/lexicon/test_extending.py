"""The page on extending the reader is followed to the letter in a copy of the library."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import qalamoun_terms

PACKAGE = Path(qalamoun_terms.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "extend.md"
BLOCK = re.compile(r"```(toml|python)\n# in (\S+)\n(.*?)```", re.DOTALL)
SESSION = re.compile(r"```pycon\n(.*?)```", re.DOTALL)


def extended(file, language, block):
    """Gives a file of the library with what a block of the page adds."""
    if language == "python":
        return f"{file}\n\n{block[block.index('@frozen') :]}"
    added = tomllib.loads(block)
    if "places" in added:
        line = block.split("[places]\n")[1]
        return file.replace("[places]\n", f"[places]\n{line}", 1)
    for row in (row for rows in added.values() if isinstance(rows, list) for row in rows):
        for key, value in row.items():
            if isinstance(value, list) and value[0] == "...":
                return with_words(file, row["id"], key, value[1:])
    return f"{file}\n{block}"


def with_words(file, entry, key, words):
    """Gives a file with more words in a list of one of its entries."""
    start = file.index(f"{key} = [", file.index(f'id = "{entry}"')) + len(f"{key} = [")
    more = "".join(f'"{word}", ' for word in words)
    return f"{file[:start]}{more}{file[start:]}"


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the library with all that the page adds."""
    folder = tmp_path_factory.mktemp("extended")
    package = folder / PACKAGE.name
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    for language, name, block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        file = package / name
        text = file.read_text(encoding="utf-8")
        file.write_text(extended(text, language, block), encoding="utf-8")
    kinds = package / "model" / "terms" / "__init__.py"
    text = kinds.read_text(encoding="utf-8")
    text = text.replace(
        "        Other,\n    )\n}", "        HeritageReturn,\n        Other,\n    )\n}"
    )
    text = text.replace("    JointCommittee,\n", "    HeritageReturn,\n    JointCommittee,\n", 1)
    kinds.write_text(text, encoding="utf-8")
    return folder


def run(folder, *command):
    """Runs Python with the copy in the place of the library."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_sessions_of_the_page_go_as_it_shows_them(copy):
    sessions = SESSION.findall(PAGE.read_text(encoding="utf-8"))
    (copy / "sessions.txt").write_text("\n".join(sessions), encoding="utf-8")

    done = run(copy, "-m", "doctest", "sessions.txt")

    assert len(sessions) == 4
    assert (done.returncode, done.stdout) == (0, "")


def test_the_new_rule_and_its_words_have_examples_that_hold(copy):
    script = (
        "import tomllib, qalamoun_terms as qt\n"
        "from qalamoun_terms.lexicon.load import load\n"
        "from qalamoun_terms.lexicon.load_terms import term_lexicon\n"
        "from qalamoun_terms.reading.text.frames import Span\n"
        "from qalamoun_terms.reading.terms.find import find_terms\n"
        "rule = next(r for r in term_lexicon(load('en')).rules if r.id == 'heritage.return')\n"
        "for text in (rule.example, rule.counter_example):\n"
        "    found = find_terms(text, Span(0, len(text)), (), load('en'))\n"
        "    print('heritage_return' in [one.term.kind for one in found])\n"
    )

    assert run(copy, "-c", script).stdout.split() == ["True", "False"]


def test_without_what_the_page_adds_the_library_knows_nothing_of_it():
    case = qalamoun_terms.parse("The two sides agreed that the icons be returned.")

    assert "heritage_return" not in [article.kind for _, article in case.articles()]
