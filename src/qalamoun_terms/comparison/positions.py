"""The table of positions: article by party, grouped by side, each cell down to its grounds."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from qalamoun_terms.comparison.asof import Day, as_of_date, date_of
from qalamoun_terms.comparison.cells import PartyCell, SideCell, SideColumn
from qalamoun_terms.comparison.clocks import Clock, clocks_of, expired
from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.grade import Grade
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.outcome import (
    Outcome,
    OutcomeBasis,
    OutcomeOfArticle,
    derive,
    footing_of,
)
from qalamoun_terms.comparison.standing import standing_of
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, Proposal, ProposalRef, Target
from qalamoun_terms.model.time import Date

__all__ = ["PartyCell", "PositionTable", "Row", "SideCell", "SideColumn", "positions"]

_SIDE_NOT_KNOWN = "side not known"
_OPEN = (Outcome.DEFERRED, Outcome.CONDITIONAL, Outcome.NO_RESPONSE, Outcome.IN_PRINCIPLE)
_TOLD = {
    Outcome.AGREED: "agreed",
    Outcome.IN_PRINCIPLE: "agreed in principle",
    Outcome.CONDITIONAL: "conditionally accepted",
    Outcome.DISPUTED: "disputed",
    Outcome.SPLIT: "split within a side",
    Outcome.DEFERRED: "deferred",
    Outcome.NO_RESPONSE: "without a response on record",
    Outcome.WITHDRAWN: "withdrawn",
    Outcome.SUPERSEDED: "superseded",
}
"""The outcomes in the order and the words of the table's sentence."""


@frozen(kw_only=True)
class Row:
    """One article of the table, or a proposal of which no article is known.

    Args:
        ref: the reference of the article or the proposal.
        proposal: the proposal.
        article: the article, None for a whole proposal.
        title: what it says, in plain words.
        sides: one cell a side, in the order of the table's sides.
        outcome: what the positions come to.
        clocks: its stated times, where it is agreed: a truce, a grace period, a deadline.

    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", title="An offer")])
    >>> positions(case)["p1"].title
    'An offer'
    """

    ref: Target
    proposal: Proposal
    article: Article | None
    title: str
    sides: tuple[SideCell, ...]
    outcome: OutcomeOfArticle
    clocks: tuple[Clock, ...] = ()

    @property
    def expired(self) -> bool:
        """Whether its stated time was over by the day of the table, for all that is known."""
        return expired(self.clocks)

    @property
    def label(self) -> str:
        """The mark of the article as printed, or else its reference."""
        return (self.article.label if self.article else None) or str(self.ref)

    @property
    def kind(self) -> str:
        """The kind of term; ``proposal`` for a proposal without known articles."""
        return self.article.kind if self.article else "proposal"

    def side(self, id: str | None) -> SideCell:
        """Give the cell of a side.

        Args:
            id: the id of the side, None for parties whose side is not known.

        Raises:
            KeyError: the table has no such side.
        """
        for cell in self.sides:
            if cell.column.id == id:
                return cell
        raise KeyError(f"{self.ref} has no cell for the side {id!r}")

    def party(self, id: str) -> PartyCell | None:
        """Give the cell of a party, None where it neither negotiates here nor has a position on it."""
        return next((one for cell in self.sides for one in cell.parties if one.party == id), None)


@frozen(kw_only=True, repr=False)
class PositionTable:
    """What each party accepted and what it disputes, article by article.

    Args:
        case: the case.
        as_of: the day it is drawn up for, None for all that is known.
        sides: the sides, in the order of the case.
        rows: the articles, in the order of the case.
        undated: ids of positions that stayed in although nothing says that they are not later than ``as_of``.

    >>> table = positions(Negotiation(id="c"))
    >>> table.rows, table.sentence
    ((), 'No article is known.')
    """

    case: Negotiation = field(repr=False)
    as_of: Date | None
    sides: tuple[SideColumn, ...]
    rows: tuple[Row, ...]
    undated: tuple[str, ...] = ()

    _repr_html_ = repr_html

    def __repr__(self) -> str:
        as_of = f", as of {self.as_of}" if self.as_of else ""
        return f"<PositionTable of {self.case.id}{as_of}: {self.sentence}>"

    def __getitem__(self, ref: Target | str) -> Row:
        """Give the row of an article or a proposal.

        Raises:
            KeyError: the table has no such row.
        """
        for row in self.rows:
            if str(row.ref) == str(ref):
                return row
        raise KeyError(f"the table of {self.case.id} has no row {ref!s}")

    def with_outcome(self, *outcomes: Outcome) -> tuple[Row, ...]:
        """List the rows with one of these outcomes."""
        return tuple(row for row in self.rows if row.outcome.outcome in outcomes)

    @property
    def agreed(self) -> tuple[Row, ...]:
        """The rows that are agreed; not those agreed only in principle or on a condition."""
        return self.with_outcome(Outcome.AGREED)

    @property
    def disputed(self) -> tuple[Row, ...]:
        """The rows that are disputed, between the sides or within one."""
        return self.with_outcome(Outcome.DISPUTED, Outcome.SPLIT)

    @property
    def open(self) -> tuple[Row, ...]:
        """The rows that wait for an answer, or for a final one."""
        return self.with_outcome(*_OPEN)

    @property
    def expired(self) -> tuple[Row, ...]:
        """The rows whose stated time was over by the day of the table; what they came to stays as it was."""
        return tuple(row for row in self.rows if row.expired)

    def by_kind(self) -> dict[str, tuple[Row, ...]]:
        """Group the rows by kind of term, in the order in which the kinds appear."""
        kinds = dict.fromkeys(row.kind for row in self.rows)
        return {kind: tuple(row for row in self.rows if row.kind == kind) for kind in kinds}

    @property
    def sentence(self) -> str:
        """The table in one sentence, and one more for proposals without known articles."""
        articles = [row for row in self.rows if row.article is not None]
        whole = [row for row in self.rows if row.article is None]
        noun = "article" if len(articles) == 1 else "articles"
        told = f"Of {len(articles)} known {noun}: {_told(articles)}." if articles else ""
        more = "proposal is" if len(whole) == 1 else "proposals are"
        beside = f"{len(whole)} {more} known without articles: {_told(whole)}." if whole else ""
        gone = f"{len(self.expired)} of them had run out by then." if self.expired else ""
        return " ".join(part for part in (told or "No article is known.", beside, gone) if part)


def positions(case: Negotiation, as_of: Day = None) -> PositionTable:
    """Say article by article what each party is said to have done, and what it comes to.

    Args:
        case: the case.
        as_of: leave out what is known to be later than this; undated positions stay and are named. Truces,
            grace periods and deadlines are read as of its last day.

    Returns:
        The table; a proposal of which no article is known has a row of its own.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> truce = Article(id="a1", accounts=[Account(term=Ceasefire())])
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", articles=[truce])])
    >>> positions(case).sentence
    'Of 1 known article: 1 without a response on record.'
    """
    day = date_of(as_of)
    then = as_of_date(case, day) if day is not None else None
    drawn = then.case if then else case
    index = CaseIndex(drawn)
    outcomes = [outcome for one in drawn.proposals for outcome in _outcomes(index, one)]
    columns = _columns(index, outcomes)
    return PositionTable(
        case=case,
        as_of=day,
        sides=columns,
        rows=tuple(_row(index, columns, outcome, day) for outcome in outcomes),
        undated=then.undated if then else (),
    )


def _outcomes(index: CaseIndex, proposal: Proposal) -> tuple[OutcomeOfArticle, ...]:
    footing = footing_of(index, proposal)
    return tuple(derive(index, target, footing) for target in _targets(proposal))


def _targets(proposal: Proposal) -> tuple[Target, ...]:
    if not proposal.articles:
        return (ProposalRef(proposal.id),)
    return tuple(ArticleRef(proposal.id, article.id) for article in proposal.articles)


def _parties_in(outcome: OutcomeOfArticle) -> Iterable[str]:
    for pole in outcome.poles:
        yield from pole.parties
    yield from (one.party for one in outcome.beside)


def _columns(index: CaseIndex, outcomes: list[OutcomeOfArticle]) -> tuple[SideColumn, ...]:
    shown = {party for outcome in outcomes for party in _parties_in(outcome)}
    of_side: dict[str | None, list[str]] = {}
    for party in index.case.parties:
        if party.id in shown:
            side = index.side_of(party.id)
            of_side.setdefault(side.id if side else None, []).append(party.id)
    columns = [
        SideColumn(id=one.id, label=one.label, side=one, parties=tuple(of_side.get(one.id, ())))
        for one in index.case.sides
        if one.principal or one.id in of_side
    ]
    if None in of_side:
        columns.append(SideColumn(id=None, label=_SIDE_NOT_KNOWN, parties=tuple(of_side[None])))
    return tuple(columns)


def _row(
    index: CaseIndex,
    columns: tuple[SideColumn, ...],
    outcome: OutcomeOfArticle,
    day: Date | None,
) -> Row:
    proposal = index.proposals[outcome.target.proposal]
    article = index.article(outcome.target)
    return Row(
        ref=outcome.target,
        proposal=proposal,
        article=article,
        title=describe_article(article) if article else _proposal_title(proposal),
        sides=tuple(_side_cell(index, column, outcome) for column in columns),
        outcome=outcome,
        clocks=clocks_of(index, outcome, day),
    )


def _proposal_title(proposal: Proposal) -> str:
    return proposal.title or proposal.name or "a proposal without known articles"


def _side_cell(index: CaseIndex, column: SideColumn, outcome: OutcomeOfArticle) -> SideCell:
    counted = {item.party: item for item in outcome.standings}
    beside = {one.party for one in outcome.beside}
    cells = tuple(
        PartyCell(
            party=party,
            name=index.name_of(party),
            negotiating=party in counted,
            record=counted.get(party) or standing_of(index, party, outcome.target),
        )
        for party in column.parties
        if party in counted or party in beside
    )
    asked = column.id in {pole.key for pole in outcome.poles}
    by_status = outcome.basis is OutcomeBasis.STATUS
    silent = (
        asked
        and not (by_status and outcome.outcome is not Outcome.NO_RESPONSE)
        and not any(cell.negotiating and cell.standing for cell in cells)
    )
    return SideCell(column=column, parties=cells, silent=silent)


def _told(rows: list[Row]) -> str:
    parts = []
    for outcome, words in _TOLD.items():
        found = [row.outcome for row in rows if row.outcome.outcome is outcome]
        claimed = sum(one.grade is Grade.ONE_SIDE for one in found)
        note = f" ({claimed} {Grade.ONE_SIDE.value})" if claimed else ""
        if found:
            parts.append(f"{len(found)} {words}{note}")
    return ", ".join(parts)
