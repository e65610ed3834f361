"""Write the pages that follow from the code and the data, before Sphinx reads the rest."""

from __future__ import annotations

from pathlib import Path

import attrs

import qalamoun_terms as qt
from qalamoun_terms.comparison.movement_rules import kind_in_words, weighed_fields
from qalamoun_terms.evaluation.evaluate import Evaluation
from qalamoun_terms.model.terms import KINDS, Term

GENERATED = Path(__file__).parent / "generated"
CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
MEASURES = ("term", "span", "field", "group", "stance", "package")


def write_all() -> None:
    """Write every generated page."""
    GENERATED.mkdir(exist_ok=True)
    (GENERATED / "kinds.md").write_text(kinds_table(), encoding="utf-8")
    (GENERATED / "movement.md").write_text(movement_table(), encoding="utf-8")
    (GENERATED / "reader.md").write_text(reader_figures(), encoding="utf-8")
    (GENERATED / "eastern-qalamoun.md").write_text(case_page("eastern-qalamoun"), encoding="utf-8")


def kinds_table() -> str:
    """Make the table of the kinds of term with their subkinds and fields."""
    common = {attribute.name for attribute in attrs.fields(Term)}
    lines = ["Common to all kinds:", "", "| field | what it holds |", "|---|---|"]
    lines += [f"| `{one.name}` | {one.metadata['doc']} |" for one in attrs.fields(Term)]
    lines += ["", "What each kind adds:", "", "| kind | subkinds | fields |", "|---|---|---|"]
    for name, cls in KINDS.items():
        own = [one for one in attrs.fields(cls) if one.name not in common]
        fields = "; ".join(f"`{one.name}` ({one.metadata['doc']})" for one in own)
        subkinds = ", ".join(cls.SUBKINDS)
        lines.append(f"| `{name}` | {subkinds or '–'} | {fields or '–'} |")
    return "\n".join(lines) + "\n"


def movement_table() -> str:
    """Make the table of the changes that make somebody's obligation lighter or heavier, by kind and field."""
    lines = ["| kind | field | if it becomes | it is | for |", "|---|---|---|---|---|"]
    for kind in KINDS:
        lines += [
            f"| {kind_in_words(kind)} | `{field}` | {change} | {direction} | {whom} |"
            for field, change, direction, whom in weighed_fields(kind)
        ]
    return "\n".join(lines) + "\n"


def case_page(name: str) -> str:
    """Make the report of a bundled case, as `qalamoun-terms report NAME --md` prints it."""
    return qt.to_markdown(qt.load_case(name))


def reader_figures() -> str:
    """Score the reader on the golden documents: by folder and language, precision, recall and F1."""
    lines = ["| documents | " + " | ".join(MEASURES) + " |", "|---" * (len(MEASURES) + 1) + "|"]
    for folder in ("dev", "own", "genres", "learnt", "retold", "held", "apart"):
        for language, name in (("en", "English"), ("ar", "Arabic")):
            paths = [
                path
                for path in sorted((CORPUS / folder).glob("*.txt"))
                if path.stem.startswith("ar") == (language == "ar")
            ]
            if not paths:
                continue
            total = _scored(paths).total
            tallies = [total.tally(measure) for measure in MEASURES]
            cells = [f"{one.precision:.2f} / {one.recall:.2f} / {one.f1:.2f}" for one in tallies]
            lines.append(f"| `{folder}`, {name} ({len(paths)}) | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _scored(paths: list[Path]) -> Evaluation:
    gold = {path.stem: qt.read_coding(path.with_suffix(".json").read_bytes()) for path in paths}
    read = {
        path.stem: qt.read_coding(
            qt.to_coding(qt.parse(path.read_bytes(), published=gold[path.stem].published))
        )
        for path in paths
    }
    return qt.evaluate(gold, read, {path.stem: path.read_bytes().decode() for path in paths})
