"""Drafts side by side: a column a draft, a row an article, what changed marked against the column before."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from attrs import field, frozen

from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.history import History, Life, Stage
from qalamoun_terms.comparison.redline import Stretch, as_text, redline
from qalamoun_terms.comparison.trace import distinct, trace
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.proposals import Article, Proposal, Wording

__all__ = ["Cell", "Row", "SideBySide", "side_by_side"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@frozen(kw_only=True)
class Cell:
    """What a draft has of an article.

    Args:
        label: its number as printed, or else its id; empty where the draft does not have it.
        heading: its heading as printed, or empty.
        told_as: what became of it since the column before, as it may be told; empty where nothing is to be said.
        text: its words, marked against those of the column before where both are known word for word; of an
            article that is known by report, what it says.
        changes: what changed in its terms, in words, where words cannot be marked.

    >>> Cell(told_as="not reported").text
    ()
    """

    label: str = field(default="", validator=v.text)
    heading: str = field(default="", validator=v.text)
    told_as: str = field(default="", validator=v.text)
    text: tuple[Stretch, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Stretch)
    )
    changes: tuple[str, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(v.text))


@frozen(kw_only=True)
class Row:
    """One article through all columns.

    Args:
        cells: one for each draft.

    >>> len(Row(cells=(Cell(), Cell())).cells)
    2
    """

    cells: tuple[Cell, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Cell))


@frozen(kw_only=True, repr=False)
class SideBySide:
    """Drafts side by side.

    Args:
        columns: how each draft is called; the last may be empty for a compromise.
        rows: the articles, in the order of the last draft, lost ones after what they followed.
        compromise: whether an empty column for a compromise stands at the end.

    Raises:
        InvalidValueError: a row that has not one cell for each column.

    >>> SideBySide(columns=("p1", "p2"), rows=(), compromise=False)
    <SideBySide of p1, p2: 0 rows>
    """

    columns: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.text))
    rows: tuple[Row, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Row))
    compromise: bool = field(default=False, validator=v.boolean)

    def __attrs_post_init__(self) -> None:
        for number, row in enumerate(self.rows, 1):
            if len(row.cells) != len(self.columns):
                raise InvalidValueError(
                    f"side_by_side.rows: expected {len(self.columns)} cells in row {number}, "
                    f"got {len(row.cells)}"
                )

    @property
    def title(self) -> str:
        """How the table is called."""
        return f"Side by side: {', '.join(self.columns)}"

    _repr_html_ = repr_html

    def __repr__(self) -> str:
        rows = "1 row" if len(self.rows) == 1 else f"{len(self.rows)} rows"
        return f"<SideBySide of {', '.join(self.columns)}: {rows}>"

    def to_csv(self) -> str:
        r"""Write the table for a spreadsheet.

        Words that went stand in ``[-...-]``, those that came in ``{+...+}``, and words that were moved in
        ``[<...<]`` where they stood and in ``{>...>}`` where they stand now. A cell that a spreadsheet would take for a formula gets an apostrophe before it.

        >>> SideBySide(columns=("First", "=1+1"), rows=()).to_csv()
        "First,'=1+1\r\n"
        """
        out = StringIO()
        table = csv.writer(out)
        more = ["Compromise"] if self.compromise else []
        table.writerow([*map(_safe, self.columns), *more])
        for row in self.rows:
            table.writerow([*(_safe(_plain(cell)) for cell in row.cells), *([""] * len(more))])
        return out.getvalue()


def _safe(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _plain(cell: Cell) -> str:
    head = " ".join(part for part in (cell.label, cell.heading) if part)
    note = f"({cell.told_as})" if cell.told_as else ""
    first = " ".join(part for part in (head, note) if part)
    return "\n".join(part for part in (first, as_text(cell.text), *cell.changes) if part)


def side_by_side(*drafts: Proposal, compromise: bool = False) -> SideBySide:
    """Put drafts side by side, as negotiators do.

    Args:
        drafts: the drafts, in their order.
        compromise: whether to add an empty column for what may be agreed.

    Returns:
        The table; `to_markdown` and `to_html` make documents of it, ``to_csv`` a spreadsheet.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> old, new = (draft([(1, "", f"A truce of {n} months.")]) for n in ("six", "nine"))
    >>> cell = side_by_side(old, new).rows[0].cells[1]
    >>> cell.label, cell.told_as, [one.words for one in cell.text if one.mark != "same"]
    ('1', 'amended', ['six', 'nine'])
    """
    proposals = distinct(drafts)
    history = trace(proposals)
    articles = {str((one.id, article.id)): article for one in proposals for article in one.articles}
    return SideBySide(
        columns=tuple(map(str, history.drafts)),
        rows=tuple(_row(history, life, articles) for life in _in_order(history, proposals)),
        compromise=compromise,
    )


def _in_order(history: History, proposals: Sequence[Proposal]) -> Iterator[Life]:
    """Go through the lives as the last draft has them, lost ones after what they followed."""
    placed: set[int] = set()
    following: dict[int, list[Life]] = {}
    last: list[Life] = []
    head: list[Life] = []
    for proposal in reversed(proposals):
        first = not placed
        row = last if first else head
        for article in proposal.articles:
            life = history[f"{proposal.id}.{article.id}"]
            if id(life) not in placed:
                placed.add(id(life))
                row.append(life)
            if not first:
                row = following.setdefault(id(life), [])
    waiting = list(reversed([*head, *last]))
    while waiting:
        life = waiting.pop()
        yield life
        waiting += reversed(following.get(id(life), ()))


def _row(history: History, life: Life, articles: dict[str, Article]) -> Row:
    stages = {stage.draft.id: stage for stage in life.stages}
    cells: list[Cell] = []
    last: Article | None = None
    for draft in history.drafts:
        stage = stages.get(draft.id)
        article = None
        if stage is not None and stage.ref is not None:
            article = articles[str((stage.ref.proposal, stage.ref.article))]
        cells.append(_cell(stage, (article, last), articles))
        last = article or last
    return Row(cells=tuple(cells))


def _cell(
    stage: Stage | None, ends: tuple[Article | None, Article | None], articles: dict[str, Article]
) -> Cell:
    if stage is None:
        return Cell()
    article, before = ends
    related = (articles[str((ref.proposal, ref.article))] for ref in stage.related)
    others = ", ".join(one.label or one.id for one in related)
    if article is None:
        return Cell(told_as=f"{stage.told_as} into {others}" if others else stage.told_as)
    told = f"{stage.told_as} from {others}" if others else stage.told_as
    own, earlier = _words(article), None if before is None else _words(before)
    marked = own is not None and earlier is not None
    return Cell(
        label=article.label or article.id,
        heading=article.heading or "",
        told_as="" if told in ("kept", "first known") else told,
        text=redline(earlier or "", own or "") if marked else (Stretch(_said(article)),),
        changes=() if marked else stage.movements,
    )


def _words(article: Article) -> str | None:
    """Give the words of an article that is known word for word by one telling."""
    [first, *more] = article.accounts
    return first.text if first.wording is Wording.VERBATIM and not more else None


def _said(article: Article) -> str:
    return _words(article) or describe_article(article)
