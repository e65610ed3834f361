"""Typed, evidence-backed models of negotiated terms: who put forward, accepted and disputed what.

The names below are the front door. Each is loaded when it is first used, so that importing the package costs
little and pulls in nothing that a script does not need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from qalamoun_terms.model.display import set_renderer

if TYPE_CHECKING:
    from qalamoun_terms.cases import CaseInfo as CaseInfo
    from qalamoun_terms.cases import demo_text as demo_text
    from qalamoun_terms.cases import list_cases as list_cases
    from qalamoun_terms.cases import load_case as load_case
    from qalamoun_terms.comparison.apply import apply as apply
    from qalamoun_terms.comparison.bracket_rounds import count_brackets as count_brackets
    from qalamoun_terms.comparison.brackets import parse_brackets as parse_brackets
    from qalamoun_terms.comparison.changes import Change as Change
    from qalamoun_terms.comparison.combine import combine as combine
    from qalamoun_terms.comparison.compare import compare as compare
    from qalamoun_terms.comparison.compose import compose as compose
    from qalamoun_terms.comparison.concessions import Concession as Concession
    from qalamoun_terms.comparison.concessions import concessions as concessions
    from qalamoun_terms.comparison.conditions import ConditionalAcceptance as ConditionalAcceptance
    from qalamoun_terms.comparison.conditions import (
        conditional_acceptances as conditional_acceptances,
    )
    from qalamoun_terms.comparison.draft import draft as draft
    from qalamoun_terms.comparison.history import History as History
    from qalamoun_terms.comparison.implementation import Implementation as Implementation
    from qalamoun_terms.comparison.implementation import implementation as implementation
    from qalamoun_terms.comparison.invert import invert as invert
    from qalamoun_terms.comparison.merge import merge as merge
    from qalamoun_terms.comparison.negotiating import NegotiatingText as NegotiatingText
    from qalamoun_terms.comparison.open_articles import OpenArticles as OpenArticles
    from qalamoun_terms.comparison.open_articles import open_articles as open_articles
    from qalamoun_terms.comparison.over_time import PositionChanges as PositionChanges
    from qalamoun_terms.comparison.over_time import changes_between as changes_between
    from qalamoun_terms.comparison.positions import PositionTable as PositionTable
    from qalamoun_terms.comparison.positions import positions as positions
    from qalamoun_terms.comparison.preferences import Overlay as Overlay
    from qalamoun_terms.comparison.preferences import Preference as Preference
    from qalamoun_terms.comparison.preferences import Preferences as Preferences
    from qalamoun_terms.comparison.preferences import overlay as overlay
    from qalamoun_terms.comparison.ranges import NumericRange as NumericRange
    from qalamoun_terms.comparison.ranges import ranges as ranges
    from qalamoun_terms.comparison.resolve import resolve as resolve
    from qalamoun_terms.comparison.review import checked as checked
    from qalamoun_terms.comparison.review import review as review
    from qalamoun_terms.comparison.side_by_side import SideBySide as SideBySide
    from qalamoun_terms.comparison.side_by_side import side_by_side as side_by_side
    from qalamoun_terms.comparison.trace import trace as trace
    from qalamoun_terms.comparison.verify import verify as verify
    from qalamoun_terms.evaluation.agreement import agreement as agreement
    from qalamoun_terms.evaluation.coding_in import read_coding as read_coding
    from qalamoun_terms.evaluation.evaluate import evaluate as evaluate
    from qalamoun_terms.evaluation.extractor import from_extractor as from_extractor
    from qalamoun_terms.formats.coding import to_coding as to_coding
    from qalamoun_terms.formats.draft_text import read_draft as read_draft
    from qalamoun_terms.formats.draft_text import read_draft_rows as read_draft_rows
    from qalamoun_terms.formats.json import from_json as from_json
    from qalamoun_terms.formats.json import to_json as to_json
    from qalamoun_terms.formats.schema import json_schema as json_schema
    from qalamoun_terms.model.check import check as check
    from qalamoun_terms.model.negotiation import Negotiation as Negotiation
    from qalamoun_terms.parsing import parse as parse
    from qalamoun_terms.reports.html import to_html as to_html
    from qalamoun_terms.reports.markdown import to_markdown as to_markdown

__version__ = "0.1.0"

_HOME = {
    "CaseInfo": "cases",
    "Change": "comparison.changes",
    "Concession": "comparison.concessions",
    "ConditionalAcceptance": "comparison.conditions",
    "History": "comparison.history",
    "Implementation": "comparison.implementation",
    "NegotiatingText": "comparison.negotiating",
    "Negotiation": "model.negotiation",
    "NumericRange": "comparison.ranges",
    "OpenArticles": "comparison.open_articles",
    "Overlay": "comparison.preferences",
    "PositionChanges": "comparison.over_time",
    "PositionTable": "comparison.positions",
    "Preference": "comparison.preferences",
    "Preferences": "comparison.preferences",
    "SideBySide": "comparison.side_by_side",
    "agreement": "evaluation.agreement",
    "apply": "comparison.apply",
    "changes_between": "comparison.over_time",
    "check": "model.check",
    "checked": "comparison.review",
    "combine": "comparison.combine",
    "compare": "comparison.compare",
    "compose": "comparison.compose",
    "concessions": "comparison.concessions",
    "conditional_acceptances": "comparison.conditions",
    "count_brackets": "comparison.bracket_rounds",
    "demo_text": "cases",
    "draft": "comparison.draft",
    "evaluate": "evaluation.evaluate",
    "from_extractor": "evaluation.extractor",
    "from_json": "formats.json",
    "implementation": "comparison.implementation",
    "invert": "comparison.invert",
    "json_schema": "formats.schema",
    "list_cases": "cases",
    "load_case": "cases",
    "merge": "comparison.merge",
    "open_articles": "comparison.open_articles",
    "overlay": "comparison.preferences",
    "parse": "parsing",
    "parse_brackets": "comparison.brackets",
    "positions": "comparison.positions",
    "ranges": "comparison.ranges",
    "read_coding": "evaluation.coding_in",
    "read_draft": "formats.draft_text",
    "read_draft_rows": "formats.draft_text",
    "resolve": "comparison.resolve",
    "review": "comparison.review",
    "side_by_side": "comparison.side_by_side",
    "to_coding": "formats.coding",
    "to_html": "reports.html",
    "to_json": "formats.json",
    "to_markdown": "reports.markdown",
    "trace": "comparison.trace",
    "verify": "comparison.verify",
}

__all__ = sorted([*_HOME, "__version__"])  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    """Load a public name from the module that it lives in."""
    try:
        home = _HOME[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def _fragment(model: object) -> str:
    """Show a model in a notebook; the pages are loaded when the first one is shown."""
    fragment: str = import_module(f"{__name__}.reports.html").repr_html(model)
    return fragment


set_renderer(_fragment)


def __dir__() -> list[str]:
    """List the public names."""
    return list(__all__)
