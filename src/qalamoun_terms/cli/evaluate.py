"""The command that scores codings: those of the reader itself, or those in a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qalamoun_terms.cli.inputs import read_bytes
from qalamoun_terms.cli.outputs import show
from qalamoun_terms.cli.progress import progress
from qalamoun_terms.errors import QalamounError

if TYPE_CHECKING:
    from qalamoun_terms.evaluation.codings import CodedDocument
    from qalamoun_terms.evaluation.evaluate import Evaluation
    from qalamoun_terms.model.negotiation import Negotiation

__all__ = ["evaluate", "evaluated"]


@click.command(epilog="Example: qalamoun-terms evaluate codings/ --predictions second-coder/")
@click.argument("gold", metavar="GOLD_DIR")
@click.option(
    "--predictions",
    metavar="DIR",
    help="Codings to check, named like the gold ones; without it the reader reads the texts.",
)
@click.option(
    "--texts",
    metavar="DIR",
    help="The texts, such as report.txt for report.json; by default GOLD_DIR.",
)
@click.option("--json", "form", flag_value="json", help="Give JSON.")
@click.option("--md", "form", flag_value="md", help="Give a document in Markdown.")
@click.option(
    "--totals", is_flag=True, help="Show no single document, as of texts that are set aside."
)
def evaluate(
    *, gold: str, predictions: str | None, texts: str | None, form: str | None, totals: bool
) -> None:
    """Score codings against those in GOLD_DIR: what was missed and what was invented, by document.

    GOLD_DIR holds codings by hand, one JSON file for each document. A document without a prediction counts as one
    in which nothing was found.
    """
    second = None if predictions is None else Path(predictions)
    result = evaluated(Path(gold), Path(texts or gold), second)
    for name in result.without_text:
        click.echo(f"left out, no text: {name}", err=True)
    for name in result.without_gold:
        click.echo(f"left out, no gold coding: {name}", err=True)
    if form == "json":
        data = result.to_data()
        if totals:
            del data["documents"]
        show(json.dumps(data, ensure_ascii=False, indent=2))
    elif form == "md":
        from qalamoun_terms.cli.evaluation_views import markdown

        show(markdown(result, totals=totals))
    else:
        from qalamoun_terms.cli.evaluation_views import terminal
        from qalamoun_terms.reports.terminal import console

        console().print(terminal(result, totals=totals))


def evaluated(gold: Path, texts: Path, predictions: Path | None) -> Evaluation:
    """Score the codings of a folder.

    Args:
        gold: the folder with the trusted codings.
        texts: the folder with the texts.
        predictions: the folder with the codings to check; without one the reader reads the texts.

    Raises:
        click.ClickException: a folder without codings, or a file that cannot be read; the message names it.

    >>> evaluated(Path("no-such-folder"), Path("."), None)
    Traceback (most recent call last):
    click.exceptions.ClickException: no-such-folder: expected a folder with codings (*.json), got none
    """
    from qalamoun_terms.evaluation.evaluate import evaluate as evaluate_codings

    golds = _codings(gold)
    if not golds:
        raise click.ClickException(f"{gold}: expected a folder with codings (*.json), got none")
    words = _texts(golds, texts)
    if predictions is not None:
        if not predictions.is_dir():
            raise click.ClickException(f"{predictions}: expected a folder with codings, got none")
        return evaluate_codings(golds, _codings(predictions), words)
    return evaluate_codings(golds, _read(golds, words, gold, texts), words)


def _codings(folder: Path) -> dict[str, CodedDocument]:
    from qalamoun_terms.evaluation.coding_in import read_coding

    found = {}
    for path in sorted(folder.glob("*.json")):
        try:
            found[path.stem] = read_coding(read_bytes(str(path)))
        except QalamounError as error:
            raise click.ClickException(f"{path}: {error}") from None
    return found


def _texts(golds: dict[str, CodedDocument], folder: Path) -> dict[str, str]:
    from qalamoun_terms.reading.parse import decoded

    found = {}
    for name in golds:
        path = folder / f"{name}.txt"
        if not path.exists():
            continue
        try:
            found[name] = decoded(read_bytes(str(path)))
        except QalamounError as error:
            raise click.ClickException(f"{path}: {error}") from None
    return found


def _read(
    golds: dict[str, CodedDocument], words: dict[str, str], gold: Path, texts: Path
) -> dict[str, Negotiation]:
    """Read the texts as of the days that their gold codings give."""
    from qalamoun_terms.reading.parse import parse

    found = {}
    with progress(len(words)) as advance:
        for name, text in words.items():
            try:
                found[name] = parse(text, published=golds[name].published)
            except QalamounError as error:
                where = f"{texts / name}.txt, published as in {gold / name}.json"
                raise click.ClickException(f"{where}: {error}") from None
            advance()
    return found
