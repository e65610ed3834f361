"""How many terms does the reader find in reports of our own in which they are marked?

    python benchmarks/terms.py

The reports in `data/marked/terms/` have a sentence a line and an empty line between them, each term marked
once, at its fullest statement, as `{{kind|words}}`; two of three sentences are background in the same words.
Counted as `evaluate` counts: a term by its kind and the words that it shares, a span by these alone. Those who
write rules look at the reports called "worked" and at no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from qalamoun_terms import evaluate, parse
from qalamoun_terms.evaluation.coding_in import read_coding
from qalamoun_terms.evaluation.codings import CodedDocument
from qalamoun_terms.evaluation.evaluate import Evaluation

MARKED = Path(__file__).resolve().parents[1] / "data" / "marked" / "terms"
MARK = re.compile(r"\{\{(\w+)\|([^{}]+)\}\}")
ENDED = re.compile(r"[.!?:;\"”’)]$")
"""What the last sentence of a paragraph ends with; a line without it is a headline."""


@frozen
class Report:
    """A report: its text, and the kind and the span of each of its terms."""

    text: str
    terms: tuple[tuple[str, int, int], ...]


def files(part: str) -> list[Path]:
    """The files of reports that were worked on, or that were kept apart.

    Args:
        part: "worked" or "apart".
    """
    return sorted(MARKED.glob(f"*_{part}.txt"))


def reports(path: Path) -> Iterator[Report]:
    """The reports of a file.

    Args:
        path: the file.
    """
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if block.strip():
            yield _report(block.strip().splitlines())


def _report(lines: Sequence[str]) -> Report:
    text = ""
    terms: list[tuple[str, int, int]] = []
    for line in lines:
        if text:
            text += " " if ENDED.search(text) else "\n\n"
        at = 0
        for mark in MARK.finditer(line):
            text += line[at : mark.start()]
            terms.append((mark[1], len(text), len(text) + len(mark[2])))
            text, at = text + mark[2], mark.end()
        text += line[at:]
    return Report(text, tuple(terms))


def evaluation(chosen: Sequence[Report]) -> Evaluation:
    """How the reader reads some reports.

    Args:
        chosen: the reports.
    """
    gold = {str(number): _coding(str(number), report) for number, report in enumerate(chosen)}
    read = {str(number): parse(report.text) for number, report in enumerate(chosen)}
    return evaluate(gold, read)


def _coding(name: str, report: Report) -> CodedDocument:
    """The coding of a report: its terms, in one package."""
    terms = [
        {"id": f"T{at}", "kind": kind, "span": [start, end]}
        for at, (kind, start, end) in enumerate(report.terms, start=1)
    ]
    return read_coding({"id": name, "proposals": [{"id": "P1", "terms": terms}], "stances": []})


def main() -> None:
    """Reads all reports and prints the figures of those worked on and of those kept apart."""
    for part in ("worked", "apart"):
        chosen = [report for path in files(part) for report in reports(path)]
        total = evaluation(chosen).total
        for name, tally in (("term", total.term), ("span", total.span)):
            shares = f"{tally.precision:.3f} / {tally.recall:.3f} / {tally.f1:.3f}"
            print(f"{part} {name} precision / recall / F1 {shares} of {tally.n}")


if __name__ == "__main__":
    main()
