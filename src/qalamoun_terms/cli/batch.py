"""One text or many, each read into a case and written as one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qalamoun_terms.cli.inputs import case_id_of, read_bytes
from qalamoun_terms.cli.outputs import files_for, write
from qalamoun_terms.cli.progress import progress
from qalamoun_terms.errors import QalamounError

if TYPE_CHECKING:
    from qalamoun_terms.model.dates import Date

__all__ = ["parse_all", "parse_one"]


def parse_one(name: str, published: Date | None, form: str) -> str:
    """Read one text and give the case in a format.

    Args:
        name: the file; ``-`` for standard input.
        published: when it was published.
        form: ``json`` or ``coding``.

    Raises:
        click.ClickException: it cannot be read, or it is no text; the message names it.

    >>> parse_one("no-such-file.txt", None, "json")
    Traceback (most recent call last):
    click.exceptions.ClickException: no-such-file.txt: no such file or directory
    """
    data = read_bytes(name)
    from qalamoun_terms.reading.parse import parse

    try:
        case = parse(data, published=published, case_id=case_id_of(name))
    except QalamounError as error:
        raise click.ClickException(f"{name}: {error}") from None
    if form == "coding":
        from qalamoun_terms.formats.coding import to_coding

        return json.dumps(to_coding(case), ensure_ascii=False, indent=2)
    from qalamoun_terms.formats.json import to_json

    return to_json(case)


def parse_all(names: tuple[str, ...], published: Date | None, form: str, folder: Path) -> bool:
    """Read many texts, each into a file of its own; one that fails does not stop the others.

    Args:
        names: the files.
        published: when they were published.
        form: ``json`` or ``coding``.
        folder: where the results go.

    Returns:
        Whether all were read; a line on standard error names each that was not.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     parse_all(("no-such-file.txt",), None, "json", Path(folder))
    False
    """
    files = files_for(names, folder)
    done = True
    with progress(len(files)) as advance:
        for name, path in files.items():
            try:
                write(parse_one(name, published, form), path)
            except click.ClickException as error:
                click.echo(f"error: {error.format_message()}", err=True)
                done = False
            advance()
    return done
