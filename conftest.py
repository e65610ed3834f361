"""Run the examples of README.md and of the documentation as tests."""

import doctest
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any
from unittest.mock import patch

from sybil import Example, Sybil
from sybil.parsers.myst import (
    CodeBlockParser,
    DocTestDirectiveParser,
    PythonCodeBlockParser,
    SkipParser,
)

collect_ignore = ["docs/conf.py"]

_OPTIONS = doctest.ELLIPSIS
_PROGRAM = "qalamoun-terms"
_TERMINAL = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}


def run_console_block(example: Example) -> str | None:
    """Run the commands of a `console` block; None when they print what the page shows.

    A command whose output the page leaves out has only to succeed.
    """
    for command, expected in _commands(str(example.parsed)):
        exit_code, output = _run(command)
        if not expected and exit_code:
            return f"$ {command}\nended with exit code {exit_code}:\n{output}"
        if expected and not doctest.OutputChecker().check_output(expected, output, _OPTIONS):
            return f"$ {command}\nexpected:\n{expected}\ngot:\n{output}"
    return None


def _commands(block: str) -> Iterator[tuple[str, str]]:
    for part in f"\n{block.strip()}".split("\n$ ")[1:]:
        command, _, expected = part.partition("\n")
        yield command, f"{expected.strip()}\n" if expected.strip() else ""


def _run(command: str) -> tuple[int, str]:
    from qalamoun_terms.cli import main

    arguments = shlex.split(command)
    if arguments[0] != _PROGRAM:
        raise ValueError(f"{command}: expected a {_PROGRAM} command in a console block")
    printed, exit_code = StringIO(), 0
    with redirect_stdout(printed), redirect_stderr(printed), _started_with(arguments):
        try:
            main()
        except SystemExit as end:
            exit_code = end.code if isinstance(end.code, int) else bool(end.code)
    lines = (line.rstrip() for line in printed.getvalue().strip().splitlines())
    return exit_code, "\n".join(lines) + "\n"


@contextmanager
def _started_with(arguments: list[str]) -> Iterator[None]:
    with patch.object(sys, "argv", arguments), patch.dict(os.environ, _TERMINAL):
        yield


def _enter_empty_folder(namespace: dict[str, Any]) -> None:
    stack = namespace["_stack"] = ExitStack()
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    stack.enter_context(chdir(folder))


def _leave_folder(namespace: dict[str, Any]) -> None:
    namespace["_stack"].close()


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=_OPTIONS),
        DocTestDirectiveParser(_OPTIONS),
        CodeBlockParser("console", run_console_block),
        SkipParser(),
    ],
    patterns=["README.md", "docs/**/*.md", "docs/*.md"],
    excludes=["docs/generated/*"],
    setup=_enter_empty_folder,
    teardown=_leave_folder,
).pytest()
