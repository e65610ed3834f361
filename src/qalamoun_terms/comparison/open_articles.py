"""What is open between whom, since when and over which words; and what is common ground."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from qalamoun_terms.comparison.asof import Day, date_of, drawn_for
from qalamoun_terms.comparison.camps import Camp, Stand, camps_of
from qalamoun_terms.comparison.common_ground import Apart, CommonGround, apart_in, common_in
from qalamoun_terms.comparison.conditions import ConditionalAcceptance, Conditions
from qalamoun_terms.comparison.in_order import put_forward
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.outcome import Outcome, OutcomeBasis, OutcomeOfArticle
from qalamoun_terms.comparison.positions import Row, positions
from qalamoun_terms.comparison.spans import date_words
from qalamoun_terms.comparison.standing import Leaning, leaning
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.grounds import Citation, Quote, leaves_of
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, ProposalRef, Target
from qalamoun_terms.model.record import Measure, MeasureKind, Position
from qalamoun_terms.model.time import Date

__all__ = ["OpenArticle", "OpenArticles", "Since", "open_articles"]

_OPEN = (
    Outcome.DISPUTED,
    Outcome.SPLIT,
    Outcome.CONDITIONAL,
    Outcome.DEFERRED,
    Outcome.IN_PRINCIPLE,
    Outcome.NO_RESPONSE,
)
_DECIDING = {
    Outcome.DISPUTED: Leaning.AGAINST,
    Outcome.SPLIT: Leaning.AGAINST,
    Outcome.CONDITIONAL: Leaning.CONDITIONAL,
    Outcome.DEFERRED: Leaning.DEFERRED,
    Outcome.IN_PRINCIPLE: Leaning.PROVISIONAL,
}
"""The positions that make an article open, by what it came to."""


@frozen(kw_only=True)
class Since:
    """Since when an article is open, as far as that is known.

    Args:
        date: the date, None where nothing is dated.
        exact: whether it is the date of the position that opened it; else it is only known to be open no
            earlier than it was put forward.

    >>> print(Since(date=Date("2017-07-12"), exact=True))
    since 2017-07-12
    >>> print(Since(date=Date("2017-07"), exact=False))
    since some day after it was put forward (2017-07)
    >>> print(Since())
    since when is not known
    """

    date: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    exact: bool = field(default=False, validator=v.boolean)

    def __str__(self) -> str:
        if self.date is None:
            return "since when is not known"
        if self.exact:
            return f"since {date_words(self.date)}"
        return f"since some day after it was put forward ({date_words(self.date)})"


@frozen(kw_only=True)
class OpenArticle:
    """An article, or a proposal without known articles, on which the parties are not at one.

    Args:
        ref: its reference.
        title: what it says.
        outcome: what the positions on it come to.
        label: the same with its grade, as it is to be printed.
        camps: who stands where.
        since: since when it is open.
        grounds: the words and places that it is known by.
        texts: its own words, where they are known.
        differences: the fields on which its accounts differ.
        positions: the ids of the positions that make it open.
        conditions: the conditions that it is accepted on.
        pressure: pressure that is said to answer it or its proposal, or to aim at it.

    >>> paper = OpenArticle(
    ...     ref=ProposalRef("p1"),
    ...     title="An offer",
    ...     outcome=Outcome.NO_RESPONSE,
    ...     label="no response on record",
    ... )
    >>> print(paper)
    p1, An offer: no response on record, since when is not known
    """

    ref: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    title: str = field(validator=v.nonempty_text)
    outcome: Outcome = field(validator=v.instance(Outcome))
    label: str = field(validator=v.nonempty_text)
    camps: tuple[Camp, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Camp))
    since: Since = field(factory=Since, validator=v.instance(Since))
    grounds: tuple[Quote | Citation, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.any_of(Quote, Citation))
    )
    texts: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text)
    )
    differences: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text)
    )
    positions: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.identifier)
    )
    conditions: tuple[ConditionalAcceptance, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(ConditionalAcceptance)
    )
    pressure: tuple[Measure, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Measure)
    )

    @property
    def words(self) -> tuple[Quote, ...]:
        """The quoted words among its grounds."""
        return tuple(one for one in self.grounds if isinstance(one, Quote))

    @property
    def between(self) -> tuple[str, ...]:
        """The sides whose word counts, each once."""
        return tuple(dict.fromkeys(side for camp in self.camps for side in camp.sides))

    @property
    def split(self) -> tuple[str, ...]:
        """The sides of which some parties stand elsewhere than others, in the order of the camps."""
        stands: dict[str, set[Stand]] = {}
        for camp in self.camps:
            for member in camp.members:
                stands.setdefault(member.side, set()).add(camp.stand)
        return tuple(side for side, found in stands.items() if len(found) > 1)

    def __str__(self) -> str:
        lines = [f"{self.ref}, {self.title}: {self.label}, {self.since}"]
        lines += [f"  {camp}" for camp in self.camps]
        lines += [f"  parties of one side stand apart: {', '.join(self.split)}"] * bool(self.split)
        lines += [f'  over the words: "{text}"' for text in self._wordings()]
        lines += [f"  accounts differ on: {', '.join(self.differences)}"] * bool(self.differences)
        for one in self.conditions:
            lines += [f"  {line}" for line in str(one).splitlines()]
        lines += [f"  beside it, pressure: {one.label}" for one in self.pressure]
        return "\n".join(lines)

    def _wordings(self) -> tuple[str, ...]:
        quoted = [" ".join(one.quote.split()) for one in self.words]
        return tuple(dict.fromkeys(self.texts or quoted))


@frozen(kw_only=True, repr=False)
class OpenArticles:
    """What is open in a case, and what is common ground.

    Args:
        case: the id of the case.
        as_of: the day it is drawn up for, None for all that is known.
        articles: what is open, the most contested first, in the order of the case.
        common: what two sides or more are for.
        apart: the parties that stand elsewhere than others of their side.

    >>> open_articles(Negotiation(id="c"))
    <OpenArticles of c: none open, no common ground>
    """

    case: str = field(validator=v.nonempty_text)
    as_of: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    articles: tuple[OpenArticle, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(OpenArticle)
    )
    common: tuple[CommonGround, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(CommonGround)
    )
    apart: tuple[Apart, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Apart))

    _repr_html_ = repr_html

    def __iter__(self) -> Iterator[OpenArticle]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def __getitem__(self, ref: Target | str) -> OpenArticle:
        """Give an open article by its reference.

        Raises:
            KeyError: it is not open, or there is none.
        """
        for one in self.articles:
            if str(one.ref) == str(ref):
                return one
        raise KeyError(f"no open article {str(ref)!r} in {self.case}")

    def common_to(self, *sides: str) -> tuple[CommonGround, ...]:
        """List what all of these sides are for, whatever the others say.

        Args:
            sides: labels of sides.

        >>> open_articles(Negotiation(id="c")).common_to("State", "Opposition")
        ()
        """
        return tuple(one for one in self.common if set(sides) <= set(one.sides))

    def __repr__(self) -> str:
        number = f"{len(self.articles)} open" if self.articles else "none open"
        shared = f"{len(self.common)} common" if self.common else "no common ground"
        return f"<OpenArticles of {self.case}: {number}, {shared}>"

    def __str__(self) -> str:
        parts = [str(one) for one in self.articles] or ["No article is open."]
        if self.common:
            parts.append("\n".join(["Common ground:", *(f"  {one}" for one in self.common)]))
        if self.apart:
            parts.append("\n".join(["Apart from their side:", *(f"  {one}" for one in self.apart)]))
        return "\n\n".join(parts)


def open_articles(case: Negotiation, as_of: Day = None) -> OpenArticles:
    """Say what is open between whom, since when and over which words, and what is common ground.

    Args:
        case: the case.
        as_of: leave out what is known to be later than this.

    Returns:
        The open articles, and those that two sides or more are for.

    >>> from qalamoun_terms.model.proposals import Proposal
    >>> offer = Proposal(id="p1", title="An offer", date=Date("2016"))
    >>> print(open_articles(Negotiation(id="c", proposals=[offer])))
    p1, An offer: no response on record, since 2016
    """
    day = date_of(as_of)
    drawn = drawn_for(case, day)
    index = CaseIndex(drawn)
    rows = positions(case, day).rows
    conditions = Conditions(index)
    found = [_open(index, row, conditions) for row in rows if row.outcome.outcome in _OPEN]
    common = [common_in(row) for row in rows]
    return OpenArticles(
        case=case.id,
        as_of=day,
        articles=sorted(found, key=lambda one: _OPEN.index(one.outcome)),
        common=[one for one in common if one is not None],
        apart=[one for row in rows for one in apart_in(row)],
    )


def _open(index: CaseIndex, row: Row, conditions: Conditions) -> OpenArticle:
    deciding = _deciding(row.outcome)
    accounts = row.article.accounts if row.article else ()
    return OpenArticle(
        ref=row.ref,
        title=row.title,
        outcome=row.outcome.outcome,
        label=row.outcome.label,
        camps=camps_of(row.outcome),
        since=_since(index, row, deciding),
        grounds=_grounds(row.article) if row.article else (),
        texts=[*dict.fromkeys(one.text for one in accounts if one.text is not None)],
        differences=row.article.differences if row.article else (),
        positions=[one.id for one in deciding],
        conditions=conditions.on(row.outcome.standing),
        pressure=_pressure(index, row.ref),
    )


def _pressure(index: CaseIndex, ref: Target) -> tuple[Measure, ...]:
    answered = (ref, ProposalRef(ref.proposal))
    return tuple(
        one
        for one in index.case.measures
        if one.kind is MeasureKind.PRESSURE and one.answers in answered
    )


def _deciding(outcome: OutcomeOfArticle) -> tuple[Position, ...]:
    wanted = _DECIDING.get(outcome.outcome)
    return tuple(one for one in outcome.standing if leaning(one) is wanted)


def _since(index: CaseIndex, row: Row, deciding: tuple[Position, ...]) -> Since:
    """Find the date of the position that opened it first, or else the day before which it was not open."""
    forward = put_forward(index.case, row.proposal)
    waiting = row.outcome.outcome is Outcome.NO_RESPONSE
    if waiting or row.outcome.basis is OutcomeBasis.STATUS:
        return Since(date=forward, exact=True) if forward else Since()
    dated = [one.when for one in deciding if one.when is not None]
    if dated and len(dated) == len(deciding):
        return Since(date=min(dated, key=_first_day), exact=True)
    return Since(date=forward)


def _first_day(date: Date) -> str:
    day = date.earliest or date.latest
    return day.isoformat() if day else date.edtf


def _grounds(article: Article) -> tuple[Quote | Citation, ...]:
    """List the grounds of the article as a whole; of its fields where there are none."""
    evidence = [item for account in article.accounts for item in account.evidence]
    whole = [item for item in evidence if not item.field] or evidence
    return leaves_of(item.ground for item in whole)
