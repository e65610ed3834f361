"""How many stances does the reader find in reports of our own whose parties are marked with theirs?

    python benchmarks/stances.py
    python benchmarks/stances.py --own

The reports in `data/marked/stances/` have a sentence a line and an empty line between them, the parties marked as
`[[side:stance|name]]`. Each report is read as a whole; what counts is the side and the class of the stance
(see `tests/corpus/README.md`) in each sentence. The sides of the parties are given, so that the wording is
measured alone; with `--own` the reader finds the sides itself. Those who write rules look at the reports
called "worked" and at no others.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from qalamoun_terms import parse, to_coding

MARKED = Path(__file__).resolve().parents[1] / "data" / "marked" / "stances"
MARK = re.compile(r"\[\[(\w+):(\w+)\|([^\]|]+)\]\]")
CLASSES = {
    **dict.fromkeys(("accepted", "provisional"), "accepts"),
    **dict.fromkeys(("proposed", "demanded", "insisted"), "puts forward"),
}
SIDES = ("state", "opposition", "mediator", "civilian")
COMMON = (
    5  # characters that a stance and a sentence share, more than which tell that it stands there
)

Told = set[tuple[str, str]]
"""Sides, each with the class of a stance."""


@frozen
class Report:
    """A report: its text, its sentences in it, what each tells, and the sides of those it names."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    told: tuple[Told, ...]
    parties: dict[str, str]


@define
class Count:
    """What was told and found, by class."""

    told: Counter[str] = field(factory=Counter)
    found: Counter[str] = field(factory=Counter)
    right: Counter[str] = field(factory=Counter)

    def add(self, told: Told, found: Told) -> None:
        """Counts a sentence."""
        self.told.update(name for _, name in told)
        self.found.update(name for _, name in found)
        self.right.update(name for _, name in told & found)

    def line(self) -> str:
        """Recall and precision over all, and by class."""
        shares = [
            f"{name} {self.right[name]}/{self.told[name]}, {self.right[name]} of {self.found[name]}"
            for name in sorted(self.told)
        ]
        recall = self.right.total() / max(1, self.told.total())
        precision = self.right.total() / max(1, self.found.total())
        return f"recall {recall:.3f} precision {precision:.3f} | {'; '.join(shares)}"


def reports(paths: Sequence[Path]) -> Iterator[Report]:
    """The reports of some files.

    Args:
        paths: the files.
    """
    for path in paths:
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            if block.strip():
                yield _report(block.strip().splitlines())


def _report(lines: Sequence[str]) -> Report:
    text = ""
    sentences: list[tuple[int, int]] = []
    told: list[Told] = []
    parties: dict[str, str] = {}
    for line in lines:
        start = len(text) + (1 if text else 0)
        text = f"{text} {MARK.sub(_name, line)}".strip()
        sentences.append((start, len(text)))
        marks = MARK.findall(line)
        for side, _, name in marks:
            if side in SIDES:
                parties.setdefault(name, side)
        told.append(
            {
                (one, CLASSES.get(stance, stance))
                for side, stance, _ in marks
                for one in (("state", "opposition") if side == "both" else (side,))
                if stance != "none"
            }
        )
    return Report(text, tuple(sentences), tuple(told), parties)


def _name(mark: re.Match[str]) -> str:
    return mark[3]


def found_in(report: Report, *, own: bool) -> list[Told]:
    """What the reader finds in each sentence of a report.

    Args:
        report: the report.
        own: whether the reader finds the sides of the parties itself.
    """
    case = parse(report.text, parties=None if own else report.parties or None)
    found: list[Told] = [set() for _ in report.sentences]
    coding: Any = to_coding(case)
    for stance in coding["stances"]:
        start, end = stance["span"]
        for at, (first, stop) in enumerate(report.sentences):
            if min(stop, end) - max(first, start) > COMMON:
                found[at].add((stance["side"], CLASSES.get(stance["stance"], stance["stance"])))
                break
    return found


def main() -> None:
    """Reads all reports and prints what was found, for those worked on and those kept apart."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--own", action="store_true", help="let the reader find the sides, too")
    own = parser.parse_args().own
    for name in ("worked", "apart"):
        count = Count()
        for report in reports(sorted(MARKED.glob(f"*_{name}.txt"))):
            for told, found in zip(report.told, found_in(report, own=own), strict=True):
                count.add(told, found)
        print(f"{name}: {count.line()}")


if __name__ == "__main__":
    main()
