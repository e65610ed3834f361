"""Concessions, in the one sense in which the word is used here.

It is said only where all four hold:

1. one and the same party has two positions, and both have dates that do not overlap;
2. both are on one article: the same one, or one of which a source says that it continues the other;
3. the later gives up part of the earlier: a refusal, a condition, an insistence, or part of a demand;
4. both are quoted.

It says nothing of why, nor of what it is worth. Pressure that is on record beside it is named with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from attrs import field, frozen

from qalamoun_terms.comparison.asof import Day, drawn_for
from qalamoun_terms.comparison.fields import changed_fields
from qalamoun_terms.comparison.happened import what_happened
from qalamoun_terms.comparison.movement_rules import field_in_words, kind_in_words
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.standing import Leaning, leaning
from qalamoun_terms.comparison.values import in_words
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.grounds import Quote, leaves_of
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef
from qalamoun_terms.model.record import Measure, MeasureKind, Position, Stance
from qalamoun_terms.model.terms import Term
from qalamoun_terms.model.time import Date

__all__ = ["Concession", "concessions"]

_DEMANDS = (Stance.DEMANDED, Stance.INSISTED)
_BACKS = (Stance.PROPOSED, Stance.DEMANDED, Stance.INSISTED, Stance.ACCEPTED)
_ASSENT = (Leaning.FOR, Leaning.PROVISIONAL, Leaning.CONDITIONAL)


@frozen(kw_only=True)
class Concession:
    """What a party gave up on one article from one dated and quoted position to the next.

    Args:
        party: the name of the party.
        article: the article of the earlier position.
        later_article: the article of the later one; the same, or one that continues it.
        earlier: the earlier position.
        later: the later position.
        gave_up: what was given up, in words.
        pressure: pressure that is on record for the article, or between the two dates.

    Raises:
        InvalidValueError: one of the four conditions does not hold of the two positions.

    >>> words = Quote(document="d1", start=0, end=2, quote="no")
    >>> Concession(
    ...     party="Council",
    ...     article=ArticleRef("p1", "a1"),
    ...     later_article=ArticleRef("p1", "a1"),
    ...     earlier=Position(
    ...         id="n1", party="y1", target=ArticleRef("p1", "a1"), stance=Stance.REJECTED
    ...     ),
    ...     later=Position(
    ...         id="n2", party="y1", target=ArticleRef("p1", "a1"), stance=Stance.ACCEPTED
    ...     ),
    ...     gave_up="its rejection",
    ... )
    Traceback (most recent call last):
    qalamoun_terms.errors.InvalidValueError: concession: expected two dated and quoted positions of \
one party, the later one known to be later, got n1 and n2
    """

    party: str = field(validator=v.nonempty_text)
    article: ArticleRef = field(validator=v.instance(ArticleRef))
    later_article: ArticleRef = field(validator=v.instance(ArticleRef))
    earlier: Position = field(validator=v.instance(Position))
    later: Position = field(validator=v.instance(Position))
    gave_up: str = field(validator=v.nonempty_text)
    pressure: tuple[Measure, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Measure)
    )

    def __attrs_post_init__(self) -> None:
        if not _dated_and_quoted(self.earlier, self.later):
            raise InvalidValueError(
                "concession: expected two dated and quoted positions of one party, the later one known "
                f"to be later, got {self.earlier.id} and {self.later.id}"
            )

    def __str__(self) -> str:
        where = f"{self.article}"
        where += "" if self.article == self.later_article else f" and {self.later_article}"
        lines = [f"{self.party} gave up {self.gave_up} ({where})"]
        lines += [f"  {_quoted_line(one)}" for one in (self.earlier, self.later)]
        lines += [f"  beside it, pressure: {one.label}" for one in self.pressure]
        return "\n".join(lines)


def concessions(case: Negotiation, as_of: Day = None) -> tuple[Concession, ...]:
    """Find the concessions of a case: two dated and quoted positions of one party, one article, part given up.

    Args:
        case: the case.
        as_of: leave out what is known to be later than this.

    Returns:
        The concessions, in the order of the earlier and then the later positions of the case.

    >>> concessions(Negotiation(id="c"))
    ()
    """
    drawn = drawn_for(case, as_of)
    index = CaseIndex(drawn)
    by_party: dict[str, list[Position]] = {}
    for position in drawn.positions:
        if _may_count(position):
            by_party.setdefault(position.party, []).append(position)
    pairs = (pair for found in by_party.values() for pair in permutations(found, 2))
    return tuple(one for pair in pairs for one in _between(index, *pair))


def _may_count(position: Position) -> bool:
    """Tell whether a position by itself has what either end of a concession needs."""
    on_article = isinstance(position.target, ArticleRef) and position.stance is not Stance.VIOLATED
    return on_article and position.when is not None and bool(_quotes(position))


def _dated_and_quoted(earlier: Position, later: Position) -> bool:
    if earlier.party != later.party or earlier.when is None or later.when is None:
        return False
    quoted = bool(_quotes(earlier)) and bool(_quotes(later))
    return quoted and earlier.when.before(later.when) is True


def _quotes(position: Position) -> tuple[Quote, ...]:
    return tuple(one for one in leaves_of(position.grounds) if isinstance(one, Quote))


def _quoted_line(position: Position) -> str:
    words = "; ".join(
        f'"{" ".join(one.quote.split())}" ({one.document})' for one in _quotes(position)
    )
    return f"{position.when}, {position.stance.value}: {words}"


def _between(index: CaseIndex, earlier: Position, later: Position) -> Iterator[Concession]:
    """Make a concession of two positions where all four conditions hold."""
    before, after = earlier.target, later.target
    if not isinstance(before, ArticleRef) or not isinstance(after, ArticleRef):
        return
    if not _dated_and_quoted(earlier, later) or not _is_one(index, before, after):
        return
    gave_up = _given_up(index, earlier, later)
    if gave_up is not None:
        yield Concession(
            party=index.name_of(earlier.party),
            article=before,
            later_article=after,
            earlier=earlier,
            later=later,
            gave_up=gave_up,
            pressure=_pressure(index, earlier, later),
        )


def _is_one(index: CaseIndex, before: ArticleRef, after: ArticleRef) -> bool:
    """Tell whether an article is another one, or by the word of a source continues it, draft by draft."""
    seen: set[ArticleRef] = set()
    waiting = [after]
    while waiting:
        ref = waiting.pop()
        if ref == before:
            return True
        if ref not in seen and ref in index.articles:
            seen.add(ref)
            waiting += index.articles[ref].continues
    return False


def _given_up(index: CaseIndex, earlier: Position, later: Position) -> str | None:
    """Say what of the earlier position the later one gives up; None where nothing is known to be."""
    if earlier.target == later.target:
        return _of_stance(earlier, later)
    articles = [index.article(one.target) for one in (earlier, later)]
    old, new = (one.term if one else None for one in articles)
    if old is None or new is None:
        return None
    if old == new:
        return _of_stance(earlier, later)
    if earlier.stance in _DEMANDS and later.stance in _BACKS and type(old) is type(new):
        return _of_demand(old, new)
    return None


def _of_stance(earlier: Position, later: Position) -> str | None:
    before, after = leaning(earlier), leaning(later)
    if before is Leaning.AGAINST and after in _ASSENT:
        return (
            "its rejection" if after is not Leaning.CONDITIONAL else "its rejection, on a condition"
        )
    if before is Leaning.CONDITIONAL and later.stance is Stance.ACCEPTED:
        return f'its condition "{earlier.condition}"' if earlier.condition else "its condition"
    if earlier.stance in _DEMANDS and after is Leaning.WITHDRAWN:
        return "its demand" if earlier.stance is Stance.DEMANDED else "what it insisted on"
    return None


def _of_demand(old: Term, new: Term) -> str | None:
    """Say what part of a demand is given up, where it became smaller in some fields and nothing else in it changed."""
    names = changed_fields(old, new)
    smaller = [what_happened(getattr(old, one), getattr(new, one)) for one in names]
    if not names or not set(smaller) <= {"shorter", "narrower", "fewer"}:
        return None
    told = [_lost(old, new, name) for name in names]
    return f"part of its demand, {kind_in_words(old.kind)}: {'; '.join(told)}"


def _lost(old: Term, new: Term, name: str) -> str:
    before, after = getattr(old, name), getattr(new, name)
    words = field_in_words(old.kind, name)
    if isinstance(before, tuple) and set(after) < set(before):
        left = tuple(one for one in before if one not in after)
        return f"{words}, {in_words(left)}"
    return f"{words}, {in_words(before)} -> {in_words(after)}"


def _pressure(index: CaseIndex, earlier: Position, later: Position) -> tuple[Measure, ...]:
    """List the pressure that answers the article or its proposal, or lies between the two dates."""
    refs = {earlier.target, later.target}
    refs |= {ProposalRef(one.target.proposal) for one in (earlier, later)}
    return tuple(
        one
        for one in index.case.measures
        if one.kind is MeasureKind.PRESSURE
        and (one.answers in refs or _lies_between(one.date, earlier.when, later.when))
        and not (one.date and later.when and later.when.before(one.date))
    )


def _lies_between(date: Date | None, first: Date | None, last: Date | None) -> bool:
    if date is None or first is None or last is None:
        return False
    return first.before(date) is True and date.before(last) is True
