"""The commands about positions over time: what changed between two dates, what is open, what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from qalamoun_terms.cli.documents import format_options, output_option, present, published_option
from qalamoun_terms.cli.inputs import a_date, read_case, read_proposal, read_value

if TYPE_CHECKING:
    from qalamoun_terms.model.dates import Date

__all__ = ["OVER_TIME"]

_as_of = click.option(
    "--as-of",
    metavar="EDTF",
    callback=a_date,
    help="Leave out what is known to be later than this date.",
)


def _outputs(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the formats that a listing can be given in, and the file that it can be written to."""
    return format_options("html", "md", "json")(output_option(published_option(command)))


@click.command(
    epilog="Example: qalamoun-terms changes eastern-qalamoun --since 2017-07 --until 2018-06"
)
@click.argument("source", metavar="CASE|FILE")
@click.option("--since", metavar="EDTF", callback=a_date, help="The first date.")
@click.option("--until", metavar="EDTF", callback=a_date, help="The second date.")
@_outputs
def changes(
    *,
    source: str,
    since: Date | None,
    until: Date | None,
    form: str | None,
    output: str | None,
    published: Date | None,
) -> None:
    """Show what changed between two dates: answers, outcomes, truces that ran out.

    Without --since everything counts as new; without --until all that is known is taken.
    """
    from qalamoun_terms.comparison.over_time import changes_between

    present(changes_between(read_case(source, published), since, until), form, output)


@click.command(name="open", epilog="Example: qalamoun-terms open eastern-qalamoun --as-of 2017-07")
@click.argument("source", metavar="CASE|FILE")
@_as_of
@_outputs
def open_(
    *,
    source: str,
    as_of: Date | None,
    form: str | None,
    output: str | None,
    published: Date | None,
) -> None:
    """Show what is open between whom, since when and over which words, and what is common ground."""
    from qalamoun_terms.comparison.open_articles import open_articles

    present(open_articles(read_case(source, published), as_of), form, output)


@click.command(epilog="Example: qalamoun-terms implementation eastern-qalamoun --as-of 2017-11")
@click.argument("source", metavar="CASE|FILE")
@_as_of
@_outputs
def implementation(
    *,
    source: str,
    as_of: Date | None,
    form: str | None,
    output: str | None,
    published: Date | None,
) -> None:
    """Show what is due of what was agreed, what is said to be done, and what is alleged to be broken."""
    from qalamoun_terms.comparison.implementation import implementation as implementation_of

    present(implementation_of(read_case(source, published), as_of), form, output)


@click.command(epilog="Example: qalamoun-terms overlay talks.json#p1 talks.json#p2 wishes.json")
@click.argument("old", metavar="FILE#p1")
@click.argument("new", metavar="FILE#p3")
@click.argument("table", metavar="TABLE")
@_outputs
def overlay(
    *,
    old: str,
    new: str,
    table: str,
    form: str | None,
    output: str | None,
    published: Date | None,
) -> None:
    """Lay a table of your own preferences over how the terms changed, and show both.

    TABLE is a table of preferences in JSON. It is read row by row, and nothing is added up.
    """
    from qalamoun_terms.comparison.compare import compare
    from qalamoun_terms.comparison.preferences import Preferences
    from qalamoun_terms.comparison.preferences import overlay as laid_over

    change = compare(read_proposal(old, published), read_proposal(new, published))
    wishes = read_value(table, Preferences, "a table of preferences")
    present(laid_over(change, wishes), form, output)


OVER_TIME = (changes, open_, implementation, overlay)
"""The commands, in the order in which a newcomer needs them."""
