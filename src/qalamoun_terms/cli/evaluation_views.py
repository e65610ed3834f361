"""What is shown of an evaluation: the totals, and document by document what was missed and what was invented."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from qalamoun_terms.reports.markdown import escaped
from qalamoun_terms.reports.words import visible

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from qalamoun_terms.evaluation.evaluate import DocumentEvaluation, Evaluation
    from qalamoun_terms.evaluation.findings import Finding

__all__ = ["markdown", "terminal"]

_HEAD = ("", "precision", "recall", "F1", "of")
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_LONGEST = 200


def markdown(evaluation: Evaluation, *, totals: bool = False) -> str:
    """Make a document in Markdown of an evaluation.

    Args:
        evaluation: the evaluation.
        totals: whether the totals alone are shown.

    >>> from qalamoun_terms.evaluation.evaluate import Evaluation
    >>> print(markdown(Evaluation(documents=())).splitlines()[0])
    # Evaluation of 0 documents
    """
    blocks = [
        f"# {_title(evaluation)}",
        _table(_HEAD, _tallies(evaluation)),
        _table(("", "share"), _rates(evaluation)),
    ]
    for document in () if totals else evaluation.documents:
        blocks += [f"## {escaped(document.id)}", _sentence(document)]
        for title, findings in _lists(document):
            items = (f"- {_told(one, escaped)}" for one in findings)
            blocks += [f"**{title}**", "\n".join(items)]
    return "\n\n".join(blocks) + "\n"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = (names, ["---"] * len(names), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def terminal(evaluation: Evaluation, *, totals: bool = False) -> RenderableType:
    """Make what a terminal shows of an evaluation.

    Args:
        evaluation: the evaluation.
        totals: whether the totals alone are shown.

    >>> from rich.console import Console
    >>> from qalamoun_terms.evaluation.evaluate import Evaluation
    >>> Console(width=60).print(terminal(Evaluation(documents=())))
    Evaluation of 0 documents
    ...
    """
    from rich.console import Group

    documents = () if totals else evaluation.documents
    found = (line for document in documents for line in _document(document))
    return Group(*_totals(evaluation), *found)


def _totals(evaluation: Evaluation) -> Iterator[RenderableType]:
    from rich import box
    from rich.table import Table

    yield _plain(_title(evaluation), "bold")
    for head, rows in ((_HEAD, _tallies(evaluation)), (("", "share"), _rates(evaluation))):
        table = Table(box=box.SIMPLE)
        for index, name in enumerate(head):
            table.add_column(name, justify="right" if index else "left")
        for row in rows:
            table.add_row(*row)
        yield table


def _document(document: DocumentEvaluation) -> Iterator[RenderableType]:
    from rich.padding import Padding

    yield _plain(document.id, "bold")
    yield Padding(_plain(_sentence(document)), (0, 0, 0, 2), expand=False)
    for title, findings in _lists(document):
        yield Padding(_plain(title), (0, 0, 0, 2), expand=False)
        for one in findings:
            yield Padding(_plain(_told(one, str)), (0, 0, 0, 4), expand=False)


def _plain(words: str, style: str = "") -> Text:
    """Take words as they are: on one line, without anything that a terminal would obey."""
    from rich.text import Text

    kept = (one for one in visible(words) if unicodedata.bidirectional(one) not in _TURNING)
    return Text(" ".join("".join(kept).split()), style=style)


def _title(evaluation: Evaluation) -> str:
    number = len(evaluation.documents)
    return f"Evaluation of {number} document{'' if number == 1 else 's'}"


def _tallies(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    from qalamoun_terms.evaluation.figures import METRICS

    for name in METRICS:
        one = evaluation.total.tally(name)
        shares = (f"{share:.3f}" for share in (one.precision, one.recall, one.f1))
        yield (name, *shares, str(one.n))


def _rates(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    from qalamoun_terms.evaluation.figures import RATES

    for name in RATES:
        rate = evaluation.total.rate(name)
        yield name.replace("_", " "), "-" if rate is None else f"{rate:.3f}"


def _sentence(document: DocumentEvaluation) -> str:
    parts = []
    for name in ("term", "field", "stance"):
        one = document.figures.tally(name)
        nothing = not one.n and not one.invented
        parts.append(f"no {name}" if nothing else f"{name} F1 {one.f1:.2f} of {one.n}")
    return f"{', '.join(parts)}."


def _lists(document: DocumentEvaluation) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    for title, findings in (("Missed", document.missed), ("Invented", document.invented)):
        if findings:
            yield title, findings


def _told(finding: Finding, shown: Callable[[str], str]) -> str:
    words = finding.words
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rstrip()} …"
    kind = finding.kind.replace("_", " ")
    about = finding.about.replace("_", " ")
    return f"{finding.subject.value} {shown(kind)} ({shown(about)}): {shown(words)}"
