"""Tables as plain data, for those who compute with them further."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from qalamoun_terms.comparison.positions import PartyCell, PositionTable, Row
from qalamoun_terms.formats.converter import unstructure
from qalamoun_terms.formats.json import VERSION

__all__ = ["cases_data", "table_data"]


def cases_data(cases: Iterable[attrs.AttrsInstance]) -> dict[str, Any]:
    """Give the bundled cases as plain data.

    Args:
        cases: what is known of each.

    >>> cases_data([])
    {'type': 'cases', 'version': 1, 'cases': []}
    """
    listed = [attrs.asdict(case, value_serializer=_serialized) for case in cases]
    return {"type": "cases", "version": VERSION, "cases": listed}


def _serialized(_: object, __: object, value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def table_data(table: PositionTable) -> dict[str, Any]:
    """Give a table of positions as plain data: one record for each article.

    Args:
        table: the table.

    Returns:
        Dictionaries, lists, texts and truth values; what no source reports is an empty list of positions.

    >>> from qalamoun_terms.comparison.positions import positions
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> table_data(positions(Negotiation(id="c")))["sentence"]
    'No article is known.'
    """
    return {
        "type": "positions",
        "version": VERSION,
        "case": table.case.id,
        "as_of": None if table.as_of is None else str(table.as_of),
        "sentence": table.sentence,
        "undated": list(table.undated),
        "rows": [_row(row) for row in table.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    outcome = row.outcome
    return {
        "ref": str(row.ref),
        "proposal": row.proposal.id,
        "proposal_name": row.proposal.name,
        "label": row.article.label if row.article else None,
        "kind": row.kind,
        "title": row.title,
        "sides": [
            {
                "side": cell.column.id,
                "label": cell.column.label,
                "words": cell.words,
                "silent": cell.silent,
                "parties": [_party(party) for party in cell.parties],
            }
            for cell in row.sides
        ],
        "outcome": outcome.outcome.value,
        "grade": outcome.grade.value if outcome.grade else None,
        "anonymous": bool(outcome.attestation and outcome.attestation.anonymous),
        "basis": outcome.basis.value,
        "flags": list(outcome.flags),
        "expired": row.expired,
        "clocks": [unstructure(one) | {"words": one.words} for one in row.clocks],
        "explanation": outcome.explain().splitlines(),
    }


def _party(cell: PartyCell) -> dict[str, Any]:
    return {
        "party": cell.party,
        "name": cell.name,
        "negotiating": cell.negotiating,
        "standing": [{"id": one.id, "stance": one.stance.value} for one in cell.standing],
        "earlier": [{"id": one.id, "stance": one.stance.value} for one in cell.earlier],
        "alleged": [{"id": one.id, "stance": one.stance.value} for one in cell.alleged],
    }
