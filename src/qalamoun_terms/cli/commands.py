"""The commands: what each is given, which function of the front door it calls, and what it prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qalamoun_terms.cli.documents import format_options, output_option, present, published_option
from qalamoun_terms.cli.drafts import merge, side_by_side, trace
from qalamoun_terms.cli.evaluate import evaluate
from qalamoun_terms.cli.inputs import a_date, read_case, read_compared
from qalamoun_terms.cli.outputs import show
from qalamoun_terms.cli.over_time import OVER_TIME

if TYPE_CHECKING:
    from qalamoun_terms.model.dates import Date

__all__ = ["COMMANDS"]


@click.command(epilog="Example: qalamoun-terms cases")
@format_options("json")
def cases(*, form: str | None) -> None:
    """List the cases that come with the package."""
    from qalamoun_terms.cases import list_cases
    from qalamoun_terms.reports.data import cases_data

    data = cases_data(list_cases())
    if form == "json":
        show(_as_json(data))
        return
    from qalamoun_terms.reports.terminal import console, list_of_cases

    console().print(list_of_cases(data["cases"]))


@click.command(epilog="Example: qalamoun-terms positions eastern-qalamoun --as-of 2017-07")
@click.argument("source", metavar="CASE|FILE")
@format_options("json")
@click.option(
    "--as-of",
    metavar="EDTF",
    callback=a_date,
    help="Leave out what is known to be later than this date.",
)
@published_option
def positions(*, source: str, form: str | None, as_of: Date | None, published: Date | None) -> None:
    """Show what each side is said to have done about each article.

    CASE is the name of a bundled case; FILE is a case in JSON, or the text of a report, which is read.
    """
    from qalamoun_terms.comparison.positions import positions as positions_of

    table = positions_of(read_case(source, published), as_of=as_of)
    if form == "json":
        from qalamoun_terms.reports.data import table_data

        show(_as_json(table_data(table)))
        return
    from qalamoun_terms.reports.terminal import console, render

    console().print(render(table))


@click.command(
    epilog="Example: qalamoun-terms report eastern-qalamoun --html -o eastern-qalamoun.html"
)
@click.argument("source", metavar="CASE|FILE")
@format_options("html", "md", "json")
@output_option
@published_option
def report(*, source: str, form: str | None, output: str | None, published: Date | None) -> None:
    """Report a whole case: positions, what moved, what is open, and the words it rests on.

    CASE is the name of a bundled case; FILE is a case in JSON, or the text of a report, which is read.
    Without a format the terminal shows it.
    """
    present(read_case(source, published), form, output)


@click.command(
    epilog="Example: qalamoun-terms compare eastern-qalamoun#initiative-2016 eastern-qalamoun#agreement-2018"
)
@click.argument("old", metavar="FILE#p1")
@click.argument("new", metavar="FILE#p3")
@format_options("html", "md", "json")
@output_option
@click.option("--drafts", is_flag=True, help="A text is a draft known word for word, no report.")
@published_option
def compare(
    *,
    old: str,
    new: str,
    form: str | None,
    output: str | None,
    drafts: bool,
    published: Date | None,
) -> None:
    """Show how the terms changed from one proposal to another.

    Before the # stands a bundled case or a file, after it the id or the short name of a proposal. A file may also
    hold the rows of a draft (CSV: number, heading, text).
    """
    from qalamoun_terms.comparison.compare import compare as compare_proposals

    before, after = (read_compared(one, published, drafts=drafts) for one in (old, new))
    change = compare_proposals(before, after)
    present(change, form, output, base=before)


@click.command(
    epilog="Example: qalamoun-terms parse report.txt --published 2017-07 -o cases/",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@published_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "coding"]),
    default="json",
    show_default=True,
    help="A case in JSON, or the coding format.",
)
@click.option("-o", "folder", metavar="DIR", help="Write one file for each input into this folder.")
@click.pass_context
def parse(
    context: click.Context,
    *,
    files: tuple[str, ...],
    published: Date | None,
    form: str,
    folder: str | None,
) -> None:
    """Read texts into cases.

    FILE is a text in UTF-8: a report, a statement, or an agreement; - is standard input.
    """
    from qalamoun_terms.cli.batch import parse_all, parse_one

    if folder is None:
        if len(files) > 1:
            raise click.UsageError("several files: expected -o DIR, one result for each is written")
        show(parse_one(files[0], published, form))
        return
    if not parse_all(files, published, form, Path(folder)):
        context.exit(2)


def _as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


COMMANDS = (
    cases,
    positions,
    *OVER_TIME,
    report,
    compare,
    trace,
    merge,
    side_by_side,
    parse,
    evaluate,
)
"""All commands, in the order in which a newcomer needs them."""
