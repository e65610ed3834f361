"""A case, a table of positions or a change, arranged as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import import_module

from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.positions import PositionTable, positions
from qalamoun_terms.comparison.verify import verify
from qalamoun_terms.model.grounds import Coding
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal
from qalamoun_terms.reports.grounds import groups_of, known_words
from qalamoun_terms.reports.items import Section
from qalamoun_terms.reports.ledger import (
    Refs,
    implementation_section,
    open_groups,
    standing_sections,
)
from qalamoun_terms.reports.names import Names
from qalamoun_terms.reports.page_view import (
    Grid,
    Page,
    ProposalPage,
)
from qalamoun_terms.reports.rounds import (
    grid_of,
    moves_of,
    time_line,
)
from qalamoun_terms.reports.sources import sources_of, unread_of
from qalamoun_terms.reports.view import Group
from qalamoun_terms.reports.words import counted, date_words, listed

__all__ = ["page_of_case", "page_of_proposal", "page_of_table", "version"]


def version() -> str:
    """Give the version of this package; the front door is asked by name, because imports only go down.

    >>> version().count(".")
    2
    """
    return str(import_module("qalamoun_terms").__version__)


def page_of_case(case: Negotiation) -> Page:
    """Arrange a whole case.

    >>> page_of_case(Negotiation(id="c", title="Talks")).title
    'Talks'
    """
    return _page(positions(case), whole=True)


def page_of_table(table: PositionTable) -> Page:
    """Arrange a table of positions with the grounds of its articles.

    >>> page_of_table(positions(Negotiation(id="c"))).sentence
    'No article is known.'
    """
    return _page(table, whole=False)


def _page(table: PositionTable, *, whole: bool) -> Page:
    case = table.case
    names = Names(case)
    groups = groups_of(table, names)
    grid = grid_of(case, groups) if whole else Grid(columns=(), lines=())
    moves = moves_of(case, names, grid) if whole else ()
    found, refs = open_articles(case, table.as_of), Refs(names)
    became = implementation_section(implementation(case, table.as_of), refs)
    notes = {step.note for group in moves for step in group.steps}
    shown = _anchors(groups) | _told_of(became) | (_beside(case) if whole else set())
    dated, undated = time_line(case, names) if whole else ((), ())
    return Page(
        title=_title(case),
        sentence=table.sentence,
        note=_as_of(table),
        sides=tuple(side.label for side in table.sides),
        groups=groups,
        open=open_groups(found, refs),
        grid=grid,
        moves=moves,
        move_note=notes.pop() if len(notes) == 1 else "",
        dated=dated,
        undated=undated,
        standing=standing_sections(table, found, refs),
        implementation=became,
        sources=sources_of(case, names, shown),
        unread=unread_of(case, names),
        unified=tuple(
            (f"{one.record} {one.dropped} taken for {one.kept}", one.reason)
            for one in case.unifications
        ),
        method=tuple(_method(case)),
        whole=whole,
    )


def _anchors(groups: tuple[Group, ...]) -> set[str]:
    """Collect the anchors of the proposals, articles and positions that are shown."""
    articles = [article for group in groups for article in group.articles]
    stances = [one for group in groups for one in group.stances]
    stances += [one for article in articles for one in article.stances]
    return {
        *(group.anchor for group in groups),
        *(article.row.anchor for article in articles),
        *(stance.anchor for stance in stances),
    }


def _told_of(became: Section) -> set[str]:
    """Collect the anchors of what is told of agreed provisions."""
    reports = [one for item in became.items for one in item.within]
    return {one.own_anchor for one in reports if one.own_anchor is not None}


def _beside(case: Negotiation) -> set[str]:
    """Collect the anchors of what stands beside the positions and the terms."""
    return {
        "unread",
        *(f"measure-{one.id}" for one in case.measures),
    }


def _title(case: Negotiation) -> str:
    """Name a case by its title, or else by that of its only document, or its id."""
    titles = [document.title for document in case.documents]
    return case.title or (titles[0] if len(titles) == 1 else None) or case.id


def _as_of(table: PositionTable) -> str:
    if table.as_of is None:
        return ""
    drawn = f"As of {date_words(table.as_of)}."
    if not table.undated:
        return drawn
    number = counted(len(table.undated), "position")
    return f"{drawn} {number} with no date, or one that reaches beyond, stayed in: nothing says that they are later."


def _method(case: Negotiation) -> Iterator[str]:
    from qalamoun_terms.formats.json import VERSION

    yield (
        f"Made by qalamoun_terms {version()} (format {VERSION}) from "
        f"{counted(len(case.documents), 'document')}, {counted(len(case.proposals), 'proposal')} "
        f"and {counted(len(case.positions), 'recorded position')}."
    )
    codings = [one.coding for one in case.positions]
    codings += [article.coding for _, article in case.articles()]
    yield _coded([one for one in codings if one is not None], len(codings))
    yield f"Checked against the texts at hand: {verify(case).sentence}"
    yield (
        "“Not reported” means that no source says anything. It is not a refusal, not an agreement, "
        "and not a sign that a provision was dropped."
    )
    yield (
        "Outcomes are derived from the recorded positions by fixed rules; each says how it comes "
        "about. A claim stays the claim of its source, and an alleged breach is no finding."
    )
    if any(one is not None and one.by_machine for one in codings):
        yield (
            "The reader works by rules and can be wrong: it may miss what a text says, or take it "
            "wrongly. Check a cell against its quoted words before you rely on it."
        )
    else:
        yield "Who codes can be wrong. Check a cell against its grounds before you rely on it."


def _coded(codings: list[Coding], cells: int) -> str:
    if not cells:
        return "No article and no position is recorded."
    by_hand = Counter(one.coder for one in codings if not one.by_machine)
    by_machine = Counter(one.coder for one in codings if one.by_machine)
    parts = [f"{number} coded by hand by {who}" for who, number in sorted(by_hand.items())]
    parts += [f"{number} read by {who}" for who, number in sorted(by_machine.items())]
    unknown = cells - len(codings)
    parts += [f"{unknown} without a coder on record"] if unknown else []
    checked = sum(one.checked_by is not None for one in codings)
    whom = "a person" if by_machine else "a second person"
    return (
        f"Of {counted(cells, 'article or position', 'articles and positions')}, {listed(parts)}; "
        f"{checked or 'none'} of them checked by {whom}."
    )


def page_of_proposal(proposal: Proposal) -> ProposalPage:
    """Arrange a proposal by itself.

    >>> page_of_proposal(Proposal(id="p1", title="An offer")).title
    'An offer'
    """
    return ProposalPage(
        title=proposal.title or proposal.name or proposal.id,
        date=date_words(proposal.date),
        known=known_words(proposal),
        articles=tuple((one.label or one.id, describe_article(one)) for one in proposal.articles),
    )
