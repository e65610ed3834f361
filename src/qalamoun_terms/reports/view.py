"""What a report shows of articles and proposals, as plain rows: made once, and drawn alike everywhere.

Everything here is arranged and nothing is found out: outcomes, movements and explanations come from the comparison.
Texts are the words of documents and of coders; whoever draws them has to escape them.
"""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "ArticleView",
    "Cell",
    "Entry",
    "FieldView",
    "GroundView",
    "Group",
    "Link",
    "Row",
    "StanceView",
    "Telling",
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
        lead: empty where it stands; else "before", or "on the whole" where a word on the article outweighs it.
        note: that its word does not count for the outcome; else empty.

    >>> Entry(sign="✗", words="rejected", who="A", anchor="position-n1", lead="", note="").words
    'rejected'
    """

    sign: str
    words: str
    who: str
    anchor: str
    lead: str
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
        clocks: its stated times, in words.

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.model.proposals import Account, Article, Proposal
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> from qalamoun_terms.reports.pages import page_of_case
    >>> truce = Article(id="a1", accounts=[Account(term=Ceasefire())])
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", articles=[truce])])
    >>> page_of_case(case).groups[0].articles[0].row.outcome
    'no response on record'
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
    clocks: tuple[str, ...]

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

    >>> GroundView(
    ...     words="six months", place="source 1, characters 3 to 13", anchor=None, rule=None
    ... ).words
    'six months'
    """

    words: str | None
    place: str
    anchor: str | None
    rule: str | None


@frozen(kw_only=True)
class FieldView:
    """A stated field, in words, with what it rests on.

    >>> FieldView(name="duration", value="6 months", grounds=()).value
    '6 months'
    """

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

    >>> StanceView(
    ...     anchor="position-n1",
    ...     sign="✗",
    ...     words="rejected",
    ...     who="A",
    ...     side="State",
    ...     on="this article",
    ...     facts=(),
    ...     told="the report; stated",
    ...     grounds=(),
    ... ).told
    'the report; stated'
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

    >>> Telling(source="the report", wording="reported", text=None, fields=(), grounds=()).source
    'the report'
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

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.model.proposals import Account, Article, Proposal
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> from qalamoun_terms.reports.pages import page_of_case
    >>> truce = Article(id="a1", accounts=[Account(term=Ceasefire())])
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", articles=[truce])])
    >>> page_of_case(case).groups[0].articles[0].tellings[0].wording
    'reported'
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

    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.model.proposals import Account, Article, Proposal
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> from qalamoun_terms.reports.pages import page_of_case
    >>> truce = Article(id="a1", accounts=[Account(term=Ceasefire())])
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", articles=[truce])])
    >>> page_of_case(case).groups[0].known
    '1 article known; how many there are is not reported'
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
