"""The commands for several drafts of one text: their history, one negotiating text, columns side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qalamoun_terms.cli.documents import document, form_of, format_options, give, output_option
from qalamoun_terms.cli.inputs import read_case, read_draft_file

if TYPE_CHECKING:
    from qalamoun_terms.model.proposals import Proposal

__all__ = ["merge", "side_by_side", "trace"]

_HELP = """

    A draft is FILE#p1 (a case or a proposal in JSON, or a bundled case), a table with the columns number, heading
    and text (CSV), or a text whose articles begin with lines such as "Article 4".
    """


@click.command(epilog="Example: qalamoun-terms trace eastern-qalamoun --html -o history.html")
@click.argument("sources", metavar="CASE|DRAFT...", nargs=-1, required=True)
@format_options("html", "md", "json")
@output_option
def trace(*, sources: tuple[str, ...], form: str | None, output: str | None) -> None:
    """Follow each article through all drafts: of a whole case, or of drafts in their order."""
    from qalamoun_terms.comparison.trace import trace as trace_drafts

    alone = len(sources) == 1 and "#" not in sources[0]
    found = read_case(sources[0]) if alone else [read_draft_file(one) for one in sources]
    _show(trace_drafts(found), form, output)


@click.command(
    epilog="Example: qalamoun-terms merge eastern-qalamoun#initiative-2016 "
    "A=eastern-qalamoun#initiative-2016 B=eastern-qalamoun#agreement-2018"
)
@click.argument("base", metavar="BASE")
@click.argument("drafts", metavar="PARTY=DRAFT...", nargs=-1, required=True)
@click.option(
    "--policy",
    type=click.Choice(["consent", "editorial"]),
    default="consent",
    show_default=True,
    help="Clean is what all parties have; or also what one of them changed alone.",
)
@format_options("html", "md", "json", "txt")
@output_option
def merge(
    *, base: str, drafts: tuple[str, ...], policy: str, form: str | None, output: str | None
) -> None:
    """Compile one negotiating text of the parties' drafts, what is not agreed in brackets."""
    from qalamoun_terms.comparison.merge import merge as merge_drafts

    own = dict(_labelled(one) for one in drafts)
    if len(own) < len(drafts):
        raise click.UsageError("expected each party once")
    text = merge_drafts(read_draft_file(base), own, policy=policy)
    _show(text, form, output, "txt")


def _labelled(argument: str) -> tuple[str, Proposal]:
    label, equals, name = argument.partition("=")
    if not equals or not label or not name:
        raise click.UsageError(f"{argument}: expected PARTY=DRAFT, such as State=state.txt")
    return label, read_draft_file(name)


@click.command(
    "side-by-side", epilog="Example: qalamoun-terms side-by-side first.txt second.txt --csv"
)
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True)
@click.option("--compromise", is_flag=True, help="Add an empty column for what may be agreed.")
@format_options("html", "md", "json", "csv")
@output_option
def side_by_side(
    *, drafts: tuple[str, ...], compromise: bool, form: str | None, output: str | None
) -> None:
    """Put drafts side by side, a column a draft and a row an article, with the changes marked."""
    from qalamoun_terms.comparison.side_by_side import side_by_side as columns_of

    found = columns_of(*map(read_draft_file, drafts), compromise=compromise)
    _show(found, form, output, "csv")


for _command in (trace, merge, side_by_side):
    _command.help = f"{_command.help}{_HELP}"


def _show(value: Any, form: str | None, output: str | None, *more: str) -> None:
    path = None if output is None else Path(output)
    wanted = form or form_of(path, *more)
    if wanted is None:
        from qalamoun_terms.reports.terminal import console, render

        console().print(render(value))
    elif wanted in more:
        give(value.to_csv() if wanted == "csv" else str(value), path)
    else:
        give(document(value, wanted), path)
