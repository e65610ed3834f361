"""The documents that a command gives: in which format, and where to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qalamoun_terms.cli.inputs import a_date
from qalamoun_terms.cli.outputs import show, write

if TYPE_CHECKING:
    from qalamoun_terms.model.proposals import Proposal

__all__ = [
    "document",
    "form_of",
    "format_options",
    "give",
    "output_option",
    "present",
    "published_option",
]

_ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".markdown": "md",
    ".json": "json",
    ".csv": "csv",
    ".txt": "txt",
}
_FORMATS = {
    "html": "a page of HTML",
    "md": "a document in Markdown",
    "json": "JSON",
    "csv": "a table for a spreadsheet (CSV)",
    "txt": "plain text",
}

output_option = click.option(
    "-o", "output", metavar="PATH", help="Write into this file; its ending names the format."
)
"""The option that names the file into which a document is written."""

published_option = click.option(
    "--published",
    metavar="EDTF",
    callback=a_date,
    help="When the text was published, such as 2017-07; dates like 'last year' are read by it.",
)
"""The option that says when a text was published."""


def format_options(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add an option for each format that a command can give; the last one given counts.

    Args:
        *names: the formats.

    >>> @format_options("json")
    ... def listed(form): ...
    >>> listed.__click_params__[0].opts
    ['--json']
    """

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for name in reversed(names):
            command = click.option(
                f"--{name}", "form", flag_value=name, help=f"Give {_FORMATS[name]}."
            )(command)
        return command

    return add


def form_of(path: Path | None, *more: str) -> str | None:
    """Tell the format from the ending of a file's name.

    Args:
        path: the file; None where there is none.
        *more: formats beside HTML, Markdown and JSON that the command can give.

    Raises:
        click.UsageError: an ending that names none of them.

    >>> form_of(Path("change.html")), form_of(None)
    ('html', None)
    """
    if path is None:
        return None
    form = _ENDINGS.get(path.suffix.casefold())
    able = ("html", "md", "json", *more)
    if form not in able:
        names = " or ".join([", ".join(f"--{one}" for one in able[:-1]), f"--{able[-1]}"])
        raise click.UsageError(f"{path}: expected {names}, or a name that ends so")
    return form


def document(value: Any, form: str, base: Proposal | None = None) -> str:
    """Make a document of a value.

    Args:
        value: what the reports can show.
        form: html, md or json.
        base: for a change the proposal that it leads from.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> document(Proposal(id="p1"), "json").splitlines()[1]
    '  "type": "proposal",'
    """
    if form == "html":
        from qalamoun_terms.reports.html import to_html

        return to_html(value, base=base)
    if form == "md":
        from qalamoun_terms.reports.markdown import to_markdown

        return to_markdown(value, base=base)
    from qalamoun_terms.formats.json import to_json

    return to_json(value)


def give(text: str, path: Path | None) -> None:
    """Print a document, or write it into a file and say so.

    Args:
        text: the document.
        path: the file; None for standard output.

    >>> give("{}", None)
    {}
    """
    if path is None:
        show(text)
        return
    write(text, path)
    click.echo(f"written: {path}", err=True)


def present(
    value: object, form: str | None, output: str | None, *, base: Proposal | None = None
) -> None:
    """Show a value in the terminal, or give its document where a format or a file is named.

    Args:
        value: what the reports can show.
        form: html, md or json; None where the file tells.
        output: the file; None for standard output.
        base: for a change the proposal that it leads from.

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> present(Negotiation(id="c", title="Talks"), None, None)
    Talks
    No article is known.
    """
    path = None if output is None else Path(output)
    wanted = form or form_of(path)
    if wanted is not None:
        give(document(value, wanted, base), path)
        return
    from qalamoun_terms.reports.terminal import console, render

    console().print(render(value, base=base))
