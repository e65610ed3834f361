"""Pages of HTML: one file each, nothing loaded from elsewhere, readable without scripts and on paper.

Every word of a source is escaped by the template engine; nothing in this package is ever marked as safe.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from qalamoun_terms.comparison.brackets import BracketedText
from qalamoun_terms.comparison.changes import Change
from qalamoun_terms.comparison.history import History
from qalamoun_terms.comparison.negotiating import NegotiatingText
from qalamoun_terms.comparison.positions import PositionTable, positions
from qalamoun_terms.comparison.side_by_side import SideBySide
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal
from qalamoun_terms.reports.change_page import page_of_change
from qalamoun_terms.reports.draft_pages import page_of_history, page_of_text
from qalamoun_terms.reports.listing import SHOWN, listing_of
from qalamoun_terms.reports.pages import page_of_case, page_of_proposal, page_of_table, version
from qalamoun_terms.reports.words import visible

__all__ = ["repr_html", "to_html"]

_DRAFTS: dict[type, tuple[str, Callable[[Any], Any]]] = {
    BracketedText: ("text", page_of_text),
    Change: ("change", page_of_change),
    History: ("history", page_of_history),
    NegotiatingText: ("text", page_of_text),
    SideBySide: ("side-by-side", lambda found: found),
}
"""The templates of what compares and joins drafts, and what arranges it."""


def to_html(value: object, *, base: Proposal | None = None) -> str:
    r"""Make a page of a case, of positions over time, or of what compares and joins drafts.

    Args:
        value: a case, a table of positions, what changed, what is open or what became of it, a table of preferences,
            a change, a history, a negotiating text or drafts side by side.
        base: for a change the proposal that it leads from, so that the words that stayed are shown as well.

    Returns:
        The whole page in one file, which loads nothing.

    Raises:
        InvalidValueError: a value that has no page, or a base that is not that of the change.

    >>> page = to_html(Negotiation(id="c", title="Talks <in a town>"))
    >>> page.splitlines()[0], '<h1><bdi dir="auto">Talks &lt;in a town&gt;</bdi></h1>' in page
    ('<!DOCTYPE html>', True)
    """
    if isinstance(value, Negotiation):
        return _render("case.html.j2", page_of_case(value))
    if isinstance(value, PositionTable):
        return _render("case.html.j2", page_of_table(value))
    if isinstance(value, Change) and base is not None:
        return _render("change.html.j2", page_of_change(value, base))
    if type(value) in _DRAFTS:
        name, arranged = _DRAFTS[type(value)]
        return _render(f"{name}.html.j2", arranged(value))
    if (listing := listing_of(value)) is not None:
        return _render("listing.html.j2", listing)
    raise v.invalid("value", SHOWN, value)


def repr_html(value: object) -> str:
    """Make a fragment of a page, as a notebook shows it.

    Args:
        value: what `to_html` takes, or a proposal.

    Raises:
        InvalidValueError: a value that has no fragment.

    >>> repr_html(Negotiation(id="c", title="Talks")).startswith("<div")
    True
    """
    if isinstance(value, Negotiation):
        return _render("fragment.html.j2", page_of_table(positions(value)))
    if isinstance(value, PositionTable):
        return _render("fragment.html.j2", page_of_table(value))
    if isinstance(value, Proposal):
        return _render("proposal-fragment.html.j2", page_of_proposal(value))
    if type(value) in _DRAFTS:
        name, arranged = _DRAFTS[type(value)]
        return _render(f"{name}-fragment.html.j2", arranged(value))
    if (listing := listing_of(value)) is not None:
        return _render("listing-fragment.html.j2", listing)
    raise v.invalid("value", f"{SHOWN}, or a proposal", value)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("qalamoun_terms.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalized,
    )


def _finalized(value: Any) -> Any:
    """Make control characters visible; what the templates made themselves is left as it is."""
    return visible(value) if type(value) is str else value


def _render(template: str, page: object) -> str:
    return _environment().get_template(template).render(page=page, version=version())
