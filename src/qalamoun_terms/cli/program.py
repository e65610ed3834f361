"""The program: its commands under one name, its errors in one line, its end without noise."""

from __future__ import annotations

import errno
import os
import sys
from typing import Any, NoReturn

import click

from qalamoun_terms import __version__
from qalamoun_terms.cli.commands import COMMANDS
from qalamoun_terms.cli.inputs import reason
from qalamoun_terms.errors import QalamounError

__all__ = ["main", "program"]

_FAILED = 2
_INTERRUPTED = 130
_READER_GONE = 1


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: qalamoun-terms positions eastern-qalamoun",
)
@click.version_option(__version__, prog_name="qalamoun-terms", message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context) -> None:
    """What each party to a negotiation accepted, what it disputes, and how the terms changed."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for _command in COMMANDS:
    program.add_command(_command)


def main() -> NoReturn:
    """Run the command line; it ends with 0, with 2 after an error, with 130 after Ctrl-C.

    >>> import sys
    >>> from unittest.mock import patch
    >>> with patch.object(sys, "argv", ["qalamoun-terms", "--version"]):
    ...     main()
    Traceback (most recent call last):
    SystemExit: 0
    """
    _show_what_can_be_shown()
    try:
        code = _run()
        sys.stdout.flush()
    except OSError as error:
        code = _out_of_reach(error)
    sys.exit(code)


def _run() -> int:
    try:
        result: Any = program.main(prog_name="qalamoun-terms", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except click.ClickException as error:
        return _fail(error.format_message())
    except QalamounError as error:
        return _fail(str(error))
    return result if isinstance(result, int) else 0


def _fail(message: str) -> int:
    from qalamoun_terms.reports.words import visible

    click.echo(f"error: {visible(' '.join(message.split()))}", err=True)
    return _FAILED


def _show_what_can_be_shown() -> None:
    """Print a mark for a character that the terminal's encoding lacks, instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _out_of_reach(error: OSError) -> int:
    """End where nothing can be written any more: without a word if the reader is gone, else with one line."""
    if error.errno in (errno.EPIPE, errno.EINVAL):
        code = _READER_GONE
    else:
        code = _fail(f"{error.filename or 'standard output'}: {reason(error)}")
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    return code
