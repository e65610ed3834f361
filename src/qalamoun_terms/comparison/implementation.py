"""What is due of what was agreed, what is said to have been done about it, and what is alleged to be broken.

1. An allegation is the word of whoever makes it and no finding; that nothing is reported is no breach.
2. A deadline that is past says that a day has gone by, not that anything was left undone.
3. What is said of a whole proposal stands with the proposal and is not said of each of its articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from qalamoun_terms.comparison.asof import Day, date_of, drawn_for
from qalamoun_terms.comparison.clocks import Clock, clocks_of
from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.outcome import Outcome, OutcomeOfArticle, derive, footing_of
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.grounds import Citation, Quote, leaves_of
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, Proposal, ProposalRef, Target
from qalamoun_terms.model.record import Compliance, ComplianceStatus, Position, Stance
from qalamoun_terms.model.time import Date

__all__ = ["Duty", "Implementation", "Report", "implementation"]

_ALLEGED = (ComplianceStatus.ALLEGED_BREACH,)
_WORDS = {
    ComplianceStatus.NOT_INITIATED: "said not to have been begun",
    ComplianceStatus.PARTIAL: "said to have been done in part",
    ComplianceStatus.FULL: "said to have been done",
    ComplianceStatus.REVERSED: "said to have been undone",
    ComplianceStatus.ALLEGED_BREACH: "breach alleged",
    ComplianceStatus.DISPUTED: "disputed whether it was done",
}
_OVER = (Outcome.WITHDRAWN, Outcome.SUPERSEDED)


@frozen(kw_only=True)
class Report:
    """What somebody says was done, or broken, of a provision.

    Args:
        record: the id of the record of compliance, or of the position that alleges a breach.
        status: what is said.
        of: the name of the party whose conduct it is, None where nobody is named.
        by: the name of the party that says so, None where it is the report.
        told_by: the source that tells it.
        date: when, None where no source says.
        grounds: the words and places that it rests on.

    >>> print(
    ...     Report(
    ...         record="c1",
    ...         status=ComplianceStatus.ALLEGED_BREACH,
    ...         of="Government",
    ...         by="Council",
    ...         told_by="the report",
    ...         date=Date("2017-09"),
    ...     )
    ... )
    breach alleged, of Government, by the word of Council, told by the report (2017-09)
    """

    record: str = field(validator=v.identifier)
    status: ComplianceStatus = field(validator=v.instance(ComplianceStatus))
    of: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    by: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    told_by: str = field(validator=v.nonempty_text)
    date: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    grounds: tuple[Quote | Citation, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.any_of(Quote, Citation))
    )

    @property
    def alleged(self) -> bool:
        """Whether it is an allegation of a breach."""
        return self.status in _ALLEGED

    @property
    def words(self) -> str:
        """What is said, of whom, and by whose word; without the date."""
        of = f", of {self.of}" if self.of else ""
        by = f", by the word of {self.by}" if self.by else ""
        return f"{_WORDS[self.status]}{of}{by}, told by {self.told_by}"

    def __str__(self) -> str:
        return f"{self.words} ({self.date or 'no date reported'})"


@frozen(kw_only=True)
class Duty:
    """An agreed provision, or a whole proposal, and what became of it.

    Args:
        ref: its reference.
        title: what it says.
        outcome: what the positions on it come to.
        label: the same with its grade, as it is to be printed.
        owed_by: who owes it, by its own words; empty where they do not say.
        due: its deadlines and stated times.
        reports: what is said to have been done or broken, in the order of the case.
        unclear: what makes it uncertain what is owed: its condition, trigger, exception or accounts that differ.

    >>> duty = Duty(
    ...     ref=ArticleRef("p1", "a1"),
    ...     title="detainee release",
    ...     outcome=Outcome.AGREED,
    ...     label="agreed (reported)",
    ... )
    >>> print(duty)
    p1.a1, detainee release: agreed (reported)
      what was done is not reported
    """

    ref: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    title: str = field(validator=v.nonempty_text)
    outcome: Outcome = field(validator=v.instance(Outcome))
    label: str = field(validator=v.nonempty_text)
    owed_by: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text)
    )
    due: tuple[Clock, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Clock))
    reports: tuple[Report, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Report)
    )
    unclear: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text)
    )

    @property
    def done(self) -> tuple[Report, ...]:
        """What is said about its being done, allegations of a breach apart."""
        return tuple(one for one in self.reports if not one.alleged)

    @property
    def alleged(self) -> tuple[Report, ...]:
        """The breaches that are alleged."""
        return tuple(one for one in self.reports if one.alleged)

    @property
    def past_due(self) -> bool:
        """Whether a deadline of it had gone by, for all that is known; nothing is said of what was done."""
        return any(one.expired for one in self.due if one.what == "deadline")

    def __str__(self) -> str:
        lines = [f"{self.ref}, {self.title}: {self.label}"]
        lines += [f"  owed by: {', '.join(self.owed_by)}"] * bool(self.owed_by)
        lines += [f"  {one}" for one in self.due]
        lines += [f"  {one}" for one in self.unclear]
        lines += [f"  {one}" for one in self.reports] or ["  what was done is not reported"]
        return "\n".join(lines)


@frozen(kw_only=True, repr=False)
class Implementation:
    """What was agreed, and what is said to have become of it.

    Args:
        case: the id of the case.
        as_of: the day it is drawn up for, None for all that is known.
        duties: the agreed provisions and the whole proposals of which something is said, in the order of the case.

    >>> implementation(Negotiation(id="c"))
    <Implementation of c: nothing agreed is known>
    """

    case: str = field(validator=v.nonempty_text)
    as_of: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    duties: tuple[Duty, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Duty))

    _repr_html_ = repr_html

    def __iter__(self) -> Iterator[Duty]:
        return iter(self.duties)

    def __len__(self) -> int:
        return len(self.duties)

    def __getitem__(self, ref: Target | str) -> Duty:
        """Give a duty by its reference.

        Raises:
            KeyError: it is not agreed, or there is none.
        """
        for one in self.duties:
            if str(one.ref) == str(ref):
                return one
        raise KeyError(f"nothing agreed has the reference {str(ref)!r} in {self.case}")

    @property
    def alleged(self) -> tuple[Duty, ...]:
        """Those of which a breach is alleged."""
        return tuple(one for one in self.duties if one.alleged)

    @property
    def past_due(self) -> tuple[Duty, ...]:
        """Those of which a deadline had gone by."""
        return tuple(one for one in self.duties if one.past_due)

    @property
    def unreported(self) -> tuple[Duty, ...]:
        """Those of which nobody says anything."""
        return tuple(one for one in self.duties if not one.reports)

    def __repr__(self) -> str:
        number = len(self.duties)
        told = f"{number} agreed" if number else "nothing agreed is known"
        return f"<Implementation of {self.case}: {told}>"

    def __str__(self) -> str:
        return "\n".join(map(str, self.duties)) or "Nothing agreed is known."


def implementation(case: Negotiation, as_of: Day = None) -> Implementation:
    """Say what is due of what was agreed, what is said to be done, what is alleged to be broken, and by whom.

    Args:
        case: the case.
        as_of: leave out what is known to be later than this; deadlines are read as of its last day.

    Returns:
        Every provision that is agreed, if only in principle or on a condition, and whatever else records of
        compliance are about.

    >>> from qalamoun_terms.model.actors import Party
    >>> from qalamoun_terms.model.proposals import Account, Status
    >>> from qalamoun_terms.model.terms import DetaineeRelease
    >>> freed = DetaineeRelease(held_by=["the council"])
    >>> deal = Proposal(
    ...     id="p1",
    ...     status=Status.AGREED,
    ...     articles=[Article(id="a1", accounts=[Account(term=freed)])],
    ... )
    >>> said = Compliance(id="c1", target=ArticleRef("p1", "a1"), status=ComplianceStatus.PARTIAL)
    >>> case = Negotiation(id="c", proposals=[deal], compliance=[said])
    >>> print(implementation(case))
    p1.a1, detainee release: held by the council: agreed (reported; by the status of the proposal)
      owed by: the council
      said to have been done in part, told by the report (no date reported)
    """
    day = date_of(as_of)
    drawn = drawn_for(case, day)
    index = CaseIndex(drawn)
    told = _told(index)
    duties = [duty for one in drawn.proposals for duty in _duties(index, one, told, day)]
    return Implementation(case=case.id, as_of=day, duties=duties)


def _told(index: CaseIndex) -> dict[Target, list[Report]]:
    """Collect what is said of each target: records of compliance, then breaches that positions allege."""
    found: dict[Target, list[Report]] = {}
    for item in index.case.compliance:
        found.setdefault(item.target, []).append(_of_record(index, item))
    for position in index.case.positions:
        if position.stance is Stance.VIOLATED:
            found.setdefault(position.target, []).append(_of_position(index, position))
    return found


def _of_record(index: CaseIndex, item: Compliance) -> Report:
    return Report(
        record=item.id,
        status=item.status,
        of=index.name_of(item.of) if item.of else None,
        by=index.name_of(item.alleged_by) if item.alleged_by else None,
        told_by=_source(item.source.label),
        date=item.date,
        grounds=leaves_of(item.grounds),
    )


def _of_position(index: CaseIndex, position: Position) -> Report:
    return Report(
        record=position.id,
        status=ComplianceStatus.ALLEGED_BREACH,
        of=index.name_of(position.party),
        told_by=_source(position.source.label),
        date=position.when,
        grounds=leaves_of(position.grounds),
    )


def _source(label: str) -> str:
    return "the report" if label == "report" else label


def _duties(
    index: CaseIndex, proposal: Proposal, told: dict[Target, list[Report]], day: Date | None
) -> Iterator[Duty]:
    """Go through what is agreed of a proposal; the whole of it comes first, where something is said of it."""
    whole = ProposalRef(proposal.id)
    footing = footing_of(index, proposal)
    if whole in told or not proposal.articles:
        outcome = derive(index, whole, footing)
        if whole in told or outcome.outcome.is_assent:
            title = proposal.title or proposal.name or "the whole proposal"
            yield _duty(index, outcome, title, told.get(whole, ()), day)
    for article in proposal.articles:
        ref = ArticleRef(proposal.id, article.id)
        outcome = derive(index, ref, footing)
        if ref in told or (outcome.outcome.is_assent and outcome.outcome not in _OVER):
            yield _duty(index, outcome, describe_article(article), told.get(ref, ()), day)


def _duty(
    index: CaseIndex,
    outcome: OutcomeOfArticle,
    title: str,
    reports: Iterable[Report],
    day: Date | None,
) -> Duty:
    article = index.article(outcome.target)
    return Duty(
        ref=outcome.target,
        title=title,
        outcome=outcome.outcome,
        label=outcome.label,
        owed_by=_owed_by(article) if article else (),
        due=clocks_of(index, outcome, day),
        reports=list(reports),
        unclear=list(_unclear(article)) if article else [],
    )


def _owed_by(article: Article) -> tuple[str, ...]:
    """Name who owes a provision by its words; whoever carries it out, where they name nobody else."""
    found: dict[str, None] = {}
    for account in article.accounts:
        term = account.term
        held = getattr(term, "held_by", None)
        found |= dict.fromkeys(term.duty_bearers or term.forces or held or ())
    return tuple(found)


def _unclear(article: Article) -> Iterator[str]:
    terms = [account.term for account in article.accounts]
    for name, words in (
        ("condition", "hangs on a condition"),
        ("trigger", "runs from"),
        ("sequence", "order of steps"),
        ("exception", "except"),
    ):
        stated = dict.fromkeys(getattr(term, name) for term in terms)
        yield from (f"{words}: {value}" for value in stated if value is not None)
    if article.differences:
        fields = ", ".join(name.replace("_", " ") for name in article.differences)
        yield f"accounts differ on: {fields}"
