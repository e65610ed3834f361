"""What a report shows, as plain rows: made once, and drawn alike as a page, a document or in a terminal.

Everything here is arranged and nothing is found out: outcomes, movements and explanations come from the comparison.
Texts are the words of documents and of coders; whoever draws them has to escape them.
"""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reports.highlight import Piece

__all__ = [
    "ArticleView",
    "Cell",
    "ChangePage",
    "Entry",
    "Event",
    "FieldView",
    "Grid",
    "GridLine",
    "GroundView",
    "Group",
    "Link",
    "LinkView",
    "Move",
    "MoveGroup",
    "MoveStep",
    "OpenGroup",
    "Page",
    "ProposalPage",
    "Row",
    "SourceView",
    "StanceView",
    "Telling",
    "UnreadView",
]


@frozen(kw_only=True)
class Link:
    """Words that lead to an anchor of the page.

    >>> Link(words="heavy weapons", anchor="article-p1.a1").anchor
    'article-p1.a1'
    """

    words: str
    anchor: str


@frozen(kw_only=True)
class Entry:
    """What one party did, in a cell of the table.

    Args:
        sign: the sign of the stance.
        words: its word.
        who: the party.
        anchor: where its grounds stand.
        stands: whether it stands, or was replaced by another.
        note: that its word does not count for the outcome; else empty.

    >>> Entry(sign="✗", words="rejected", who="A", anchor="position-n1", stands=True, note="").words
    'rejected'
    """

    sign: str
    words: str
    who: str
    anchor: str
    stands: bool
    note: str


@frozen(kw_only=True)
class Cell:
    """What one side did about one article; without entries nothing was reported, and `silence` says so.

    >>> Cell(side="State", entries=(), silence="not reported", flags=()).silence
    'not reported'
    """

    side: str
    entries: tuple[Entry, ...]
    silence: str
    flags: tuple[str, ...]


@frozen(kw_only=True)
class Row:
    """One article of the table.

    Args:
        anchor: where its grounds stand.
        ref: its short reference.
        label: its number as printed, None where none is printed.
        kind: the kind of term, in words.
        says: what it says, without its kind.
        cells: one for each side.
        sign: the sign of the outcome.
        outcome: the outcome in one or a few words.
        grade: how well that is attested and what it rests on, in words; empty where nothing is said.
        flags: what is to be minded.
    """

    anchor: str
    ref: str
    label: str | None
    kind: str
    says: str
    cells: tuple[Cell, ...]
    sign: str
    outcome: str
    grade: str
    flags: tuple[str, ...]

    @property
    def title(self) -> str:
        """The kind and what it says."""
        return f"{self.kind}: {self.says}" if self.says else self.kind


@frozen(kw_only=True)
class GroundView:
    """What a value rests on.

    Args:
        words: the quoted words, None for a place that a person cites.
        place: the document and the place in it.
        anchor: where the words stand on the page, or else where their document is listed.
        rule: the rule by which the value was worked out from them, None where it is stated.
    """

    words: str | None
    place: str
    anchor: str | None
    rule: str | None


@frozen(kw_only=True)
class FieldView:
    """A stated field, in words, with what it rests on."""

    name: str
    value: str
    grounds: tuple[GroundView, ...]


@frozen(kw_only=True)
class StanceView:
    """A position with all that is known of it.

    Args:
        anchor: its anchor.
        sign: the sign of the stance.
        words: its word.
        who: the party.
        side: the party's side.
        on: what it is about.
        facts: date, condition, reason and the like, each with its name.
        told: who tells of it, in which voice, stated or inferred.
        grounds: what it rests on.
    """

    anchor: str
    sign: str
    words: str
    who: str
    side: str
    on: str
    facts: tuple[tuple[str, str], ...]
    told: str
    grounds: tuple[GroundView, ...]


@frozen(kw_only=True)
class Telling:
    """One account of an article.

    Args:
        source: who tells it.
        wording: whether these are the article's own words.
        text: the words, where they are kept.
        fields: what it states.
        grounds: what the whole rests on.
    """

    source: str
    wording: str
    text: str | None
    fields: tuple[FieldView, ...]
    grounds: tuple[GroundView, ...]


@frozen(kw_only=True)
class ArticleView:
    """An article with its grounds.

    Args:
        row: its row of the table.
        explained: how its outcome comes about, sentence by sentence.
        differences: the fields on which its accounts differ.
        tellings: its accounts.
        stances: the positions on itself.
        blanket: the positions on its whole proposal, which stand there.
    """

    row: Row
    explained: tuple[str, ...]
    differences: tuple[str, ...]
    tellings: tuple[Telling, ...]
    stances: tuple[StanceView, ...]
    blanket: tuple[Link, ...]


@frozen(kw_only=True)
class Group:
    """A proposal with its articles.

    Args:
        anchor: its anchor; where its only row is the proposal itself, that row leads here too.
        title: what it is called.
        ref: its short reference.
        date: its date in words.
        status: what a source calls it, in words.
        known: how many of its articles are known.
        fields: its facts, each with its grounds.
        stances: the positions on the whole of it.
        articles: its articles; one without tellings where none is known.
    """

    anchor: str
    title: str
    ref: str
    date: str
    status: str
    known: str
    fields: tuple[FieldView, ...]
    stances: tuple[StanceView, ...]
    articles: tuple[ArticleView, ...]


@frozen(kw_only=True)
class OpenGroup:
    """The articles that are open in the same way."""

    anchor: str
    sign: str
    outcome: str
    rows: tuple[Row, ...]


@frozen(kw_only=True)
class GridLine:
    """What each proposal says on one kind of term; an empty cell says that it is not reported."""

    kind: str
    cells: tuple[tuple[Link, ...], ...]


@frozen(kw_only=True)
class Grid:
    """The rounds side by side: proposals in their order, kinds of term down."""

    columns: tuple[Group, ...]
    lines: tuple[GridLine, ...]


@frozen(kw_only=True)
class Move:
    """A movement in words, and the article that it is about."""

    words: str
    ref: str
    anchor: str


@frozen(kw_only=True)
class MoveStep:
    """What moved on one kind of term from one proposal to the next one that has it.

    Args:
        old: the earlier proposal.
        new: the later proposal.
        changed: what is known to have changed, each leading to the article after, or else to the one before.
        silent: what only one of the two mentions.
        note: how comparable the two texts are.
    """

    old: Link
    new: Link
    changed: tuple[Move, ...]
    silent: tuple[Move, ...]
    note: str


@frozen(kw_only=True)
class MoveGroup:
    """What moved on one kind of term, step by step."""

    kind: str
    steps: tuple[MoveStep, ...]


@frozen(kw_only=True)
class Event:
    """Something on the time line.

    Args:
        date: when, in words; empty for what has no date of its own within its round.
        what: round, proposal, pressure, relief or compliance.
        words: what it was.
        anchor: where more is told, None where that is here.
        facts: what else is known of it.
        grounds: what it rests on.
        within: what belongs to it, for a round.
    """

    date: str
    what: str
    words: str
    anchor: str | None
    facts: tuple[tuple[str, str], ...]
    grounds: tuple[GroundView, ...]
    within: tuple[Event, ...]
    own_anchor: str | None = None


@frozen(kw_only=True)
class SourceView:
    """A document.

    Args:
        anchor: its anchor.
        id: its id.
        number: its number, by which grounds name it.
        title: what it is called.
        facts: publisher, date, access and the like.
        url: where it stood, None where that is no web address.
        language: the language of its text.
        missing: what is missing, None where the text is at hand.
        pieces: the text, cut at the edges of the evidence.
        quotes: the quoted words, where the text is not at hand.
    """

    anchor: str
    id: str
    number: str
    title: str
    facts: tuple[tuple[str, str], ...]
    url: str | None
    language: str | None
    missing: str | None
    pieces: tuple[Piece, ...]
    quotes: tuple[tuple[GroundView, tuple[Link, ...]], ...]


@frozen(kw_only=True)
class UnreadView:
    """A sentence that was not read, and why."""

    ground: GroundView
    reason: str


@frozen(kw_only=True)
class Page:
    """A case, or its table of positions, arranged.

    Args:
        title: the title.
        sentence: the whole in one sentence.
        note: the day that it is drawn up for and what stayed undated; empty for all that is known.
        sides: the columns of the table.
        groups: the proposals.
        open: the articles that are open, by outcome.
        grid: the rounds side by side.
        moves: what moved.
        move_note: how comparable the texts are, where that is the same for all; else empty.
        dated: the time line.
        undated: what has no date.
        compliance: what is said to have been done about agreed provisions.
        sources: the documents.
        unread: the sentences that were not read.
        unified: the records that were taken for one, with the reasons.
        method: how the case came about, sentence by sentence.
        whole: whether this is the whole case and not only its table.
    """

    title: str
    sentence: str
    note: str
    sides: tuple[str, ...]
    groups: tuple[Group, ...]
    open: tuple[OpenGroup, ...]
    grid: Grid
    moves: tuple[MoveGroup, ...]
    move_note: str
    dated: tuple[Event, ...]
    undated: tuple[Event, ...]
    compliance: tuple[Event, ...]
    sources: tuple[SourceView, ...]
    unread: tuple[UnreadView, ...]
    unified: tuple[tuple[str, str], ...]
    method: tuple[str, ...]
    whole: bool


@frozen(kw_only=True)
class LinkView:
    """What became of an article.

    Args:
        old: its designator before, None where only the new draft has it.
        new: its designator after.
        told: the relation, as it may be told.
        flags: moved, renumbered.
        reason: why the two were matched.
        confidence: how sure that is, in words.
    """

    old: str | None
    new: str | None
    told: str
    flags: tuple[str, ...]
    reason: str
    confidence: str


@frozen(kw_only=True)
class ChangePage:
    """A change, arranged.

    Args:
        title: from which proposal to which.
        summary: what became of the articles, in a sentence.
        note: how comparable the two texts are.
        links: what became of each article.
        changed: what is known to have changed in the terms.
        silent: what only one of the two mentions.
    """

    title: str
    summary: str
    note: str
    links: tuple[LinkView, ...]
    changed: tuple[str, ...]
    silent: tuple[str, ...]


@frozen(kw_only=True)
class ProposalPage:
    """A proposal by itself: its articles, each with its mark and what it says."""

    title: str
    date: str
    known: str
    articles: tuple[tuple[str, str], ...]
