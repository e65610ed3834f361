"""What a report shows beside the table of positions, and the whole of a page, as plain rows."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reports.highlight import Piece
from qalamoun_terms.reports.items import Item, Section
from qalamoun_terms.reports.view import GroundView, Group, Link

__all__ = [
    "Event",
    "Grid",
    "GridLine",
    "Move",
    "MoveGroup",
    "MoveStep",
    "OpenGroup",
    "Page",
    "ProposalPage",
    "SourceView",
    "Stop",
    "UnreadView",
]


@frozen(kw_only=True)
class OpenGroup:
    """The articles that are open in the same way.

    >>> OpenGroup(anchor="open-split", sign="÷", outcome="split", items=()).outcome
    'split'
    """

    anchor: str
    sign: str
    outcome: str
    items: tuple[Item, ...]


@frozen(kw_only=True)
class GridLine:
    """What each proposal says on one kind of term; an empty cell says that it is not reported.

    >>> GridLine(kind="ceasefire", cells=((),)).cells
    ((),)
    """

    kind: str
    cells: tuple[tuple[Link, ...], ...]


@frozen(kw_only=True)
class Grid:
    """The rounds side by side: proposals in their order, kinds of term down.

    >>> Grid(columns=(), lines=()).lines
    ()
    """

    columns: tuple[Group, ...]
    lines: tuple[GridLine, ...]


@frozen(kw_only=True)
class Move:
    """A movement in words, and the article that it is about.

    >>> Move(words="duration 6 months → 9 months", ref="p2.a1", anchor="article-p2.a1").ref
    'p2.a1'
    """

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

    >>> old, new = (Link(words=f"draft {n}", anchor=f"proposal-p{n}") for n in (1, 2))
    >>> MoveStep(old=old, new=new, changed=(), silent=(), note="").new.words
    'draft 2'
    """

    old: Link
    new: Link
    changed: tuple[Move, ...]
    silent: tuple[Move, ...]
    note: str


@frozen(kw_only=True)
class Stop:
    """What one proposal says on a kind of term, on the way from the first to the last.

    Args:
        of: the proposal.
        says: what its articles say; empty where it is not reported.

    >>> Stop(of=Link(words="draft 1", anchor="proposal-p1"), says=()).says
    ()
    """

    of: Link
    says: tuple[Link, ...]


@frozen(kw_only=True)
class MoveGroup:
    """What moved on one kind of term, step by step.

    Args:
        kind: the kind.
        way: what the proposals say on it, from the first to the last.
        steps: what moved from each to the next.

    >>> MoveGroup(kind="ceasefire", way=(), steps=()).kind
    'ceasefire'
    """

    kind: str
    way: tuple[Stop, ...]
    steps: tuple[MoveStep, ...]


@frozen(kw_only=True)
class Event:
    """Something on the time line.

    Args:
        date: when, in words; empty for what has no date of its own within its round.
        what: round, proposal, pressure or relief.
        words: what it was.
        anchor: where more is told, None where that is here.
        facts: what else is known of it.
        grounds: what it rests on.
        within: what belongs to it, for a round.

    >>> from qalamoun_terms.model.negotiation import Negotiation, Round
    >>> from qalamoun_terms.reports.pages import page_of_case
    >>> case = Negotiation(id="c", rounds=[Round(id="r1", label="Talks")])
    >>> [event.words for event in page_of_case(case).dated]
    ['Talks']
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

    >>> from qalamoun_terms.model.grounds import Document
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.reports.pages import page_of_case
    >>> case = Negotiation(id="c", documents=[Document.of("d1", "They agreed.")])
    >>> [piece.text for piece in page_of_case(case).sources[0].pieces]
    ['They agreed.']
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
    """A sentence that was not read, and why.

    >>> place = GroundView(words="Talks went on.", place="source 1", anchor=None, rule=None)
    >>> UnreadView(ground=place, reason="no term").reason
    'no term'
    """

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
        standing: common ground, parties that stand apart from their side, concessions, ranges.
        implementation: what is due of what was agreed, and what is said to have been done about it.
        sources: the documents.
        unread: the sentences that were not read.
        unified: the records that were taken for one, with the reasons.
        method: how the case came about, sentence by sentence.
        whole: whether this is the whole case and not only its table.

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.reports.pages import page_of_case
    >>> page_of_case(Negotiation(id="c")).whole
    True
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
    standing: tuple[Section, ...]
    implementation: Section
    sources: tuple[SourceView, ...]
    unread: tuple[UnreadView, ...]
    unified: tuple[tuple[str, str], ...]
    method: tuple[str, ...]
    whole: bool


@frozen(kw_only=True)
class ProposalPage:
    """A proposal by itself: its articles, each with its mark and what it says.

    >>> ProposalPage(title="An offer", date="2018", known="", articles=()).title
    'An offer'
    """

    title: str
    date: str
    known: str
    articles: tuple[tuple[str, str], ...]
