"""Where results go: standard output or files, always UTF-8, never half an answer for a whole one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from qalamoun_terms.cli.inputs import STANDARD_INPUT, reason

__all__ = ["files_for", "show", "write"]


def show(text: str) -> None:
    """Print a document on standard output in UTF-8, whatever the terminal's encoding.

    Args:
        text: the document.

    >>> show("{}")
    {}
    """
    ended = text if text.endswith("\n") else f"{text}\n"
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(ended)
    else:
        sys.stdout.flush()
        buffer.write(ended.encode("utf-8"))
        buffer.flush()


def write(text: str, path: Path) -> None:
    """Write a document into a file.

    Args:
        text: the document.
        path: the file.

    Raises:
        click.ClickException: it cannot be written.

    >>> write("{}", Path("no-such-folder/case.json"))
    Traceback (most recent call last):
    click.exceptions.ClickException: no-such-folder/case.json: no such file or directory
    """
    ended = text if text.endswith("\n") else f"{text}\n"
    try:
        path.write_bytes(ended.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{path}: {reason(error)}") from None


def files_for(names: tuple[str, ...], folder: Path) -> dict[str, Path]:
    """Say into which file the result of each input goes, before any is written.

    Args:
        names: the inputs; ``-`` is standard input.
        folder: where the files go; made where it is missing.

    Returns:
        The file for each input, named by its stem.

    Raises:
        click.ClickException: two inputs with one stem, a result that would replace its own input, or a folder that
            cannot be made.

    >>> files_for(("a/report.txt", "b/report.txt"), Path("out"))
    Traceback (most recent call last):
    click.exceptions.ClickException: a/report.txt and b/report.txt: expected different names, both give report.json
    """
    files: dict[str, Path] = {}
    taken: dict[str, str] = {}
    for name in names:
        stem = "stdin" if name == STANDARD_INPUT else Path(name).stem
        path = folder / f"{stem}.json"
        other = taken.setdefault(stem.casefold(), name)
        if name in files or other != name:
            raise click.ClickException(
                f"{other} and {name}: expected different names, both give {path.name}"
            )
        if name != STANDARD_INPUT and path.resolve() == Path(name).resolve():
            raise click.ClickException(f"{name}: expected another folder, this would replace it")
        files[name] = path
    _make(folder)
    return files


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(f"{folder}: {reason(error)}") from None
