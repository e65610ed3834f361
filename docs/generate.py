"""Write the pages that follow from the code and the data, before Sphinx reads the rest."""

from __future__ import annotations

from pathlib import Path

import attrs

import qalamoun_terms as qt
from qalamoun_terms.model.terms import KINDS, Term

GENERATED = Path(__file__).parent / "generated"


def write_all() -> None:
    """Write every generated page."""
    GENERATED.mkdir(exist_ok=True)
    (GENERATED / "kinds.md").write_text(kinds_table(), encoding="utf-8")
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


def case_page(name: str) -> str:
    """Make the report of a bundled case, as `qalamoun-terms report NAME --md` prints it."""
    return qt.to_markdown(qt.load_case(name))
