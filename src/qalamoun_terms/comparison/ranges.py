"""The numbers that each party has put forward or taken, and whether they meet.

For each number of a kind of term (a duration, an extension, a deadline, a count) stands the range from the least to the
most that a party has proposed, demanded, insisted on or accepted, whenever it did. Where an amount in months and one in
days cannot be told apart, or a source says "about", it stays open whether two ranges meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from attrs import evolve, field, frozen

from qalamoun_terms.comparison.asof import Day, drawn_for
from qalamoun_terms.comparison.describe import in_words
from qalamoun_terms.comparison.movement_rules import kind_in_words
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.standing import Leaning, leaning
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef
from qalamoun_terms.model.record import Stance
from qalamoun_terms.model.terms import Quantity, Term
from qalamoun_terms.model.time import Amount, Deadline, Duration, Extension

__all__ = ["NumericRange", "StatedRange", "ranges"]

_FOR = (Leaning.FOR, Leaning.PROVISIONAL, Leaning.CONDITIONAL)
_End = TypeVar("_End", int, Amount)
_Key = tuple[str, str | None, str, str]


@frozen(kw_only=True)
class StatedRange:
    """The range of a number that one party has stated.

    Args:
        party: the name of the party.
        side: the label of its side, None where that is not known.
        duration: the range, for an amount of time.
        quantity: the range, for a count.
        comparable: whether least and most could be told apart; else only one of its values stands here.
        articles: where it is stated.

    Raises:
        InvalidValueError: not just one of the two.

    >>> six = Duration.parse("P6M")
    >>> print(StatedRange(party="Council", duration=six, articles=[ArticleRef("p1", "a1")]))
    Council: 6 months (p1.a1)
    """

    party: str = field(validator=v.nonempty_text)
    side: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    duration: Duration | None = field(default=None, validator=v.optional(v.instance(Duration)))
    quantity: Quantity | None = field(default=None, validator=v.optional(v.instance(Quantity)))
    comparable: bool = field(default=True, validator=v.boolean)
    articles: tuple[ArticleRef, ...] = field(converter=v.to_tuple, validator=v.tuple_of(ArticleRef))

    def __attrs_post_init__(self) -> None:
        if (self.duration is None) == (self.quantity is None):
            raise InvalidValueError("stated_range: expected a duration or a quantity, not both")

    @property
    def words(self) -> str:
        """The range in words."""
        value = in_words(self.duration) if self.duration else str(self.quantity)
        return value if self.comparable else f"{value}, and another that cannot be compared"

    def __str__(self) -> str:
        return f"{self.party}: {self.words} ({', '.join(map(str, self.articles))})"


@frozen(kw_only=True)
class NumericRange:
    """One number of a kind of term: what each party has stated, and whether it meets.

    Args:
        kind: the kind of term.
        subkind: the finer kind, None where none is stated.
        number: which number: duration, extension, deadline, or the unit that is counted.
        stated: the range of each party.
        meets: whether there is a value within all ranges; None with one party alone, or where it cannot be told.

    >>> six, nine = (
    ...     StatedRange(
    ...         party=name, duration=Duration.parse(f"P{n}M"), articles=[ArticleRef(p, "a1")]
    ...     )
    ...     for name, n, p in (("State", 6, "p1"), ("Council", 9, "p2"))
    ... )
    >>> print(
    ...     NumericRange(kind="service_grace", number="duration", stated=[six, nine], meets=False)
    ... )
    service grace, duration: the ranges do not meet
      State: 6 months (p1.a1)
      Council: 9 months (p2.a1)
    """

    kind: str = field(validator=v.nonempty_text)
    subkind: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    number: str = field(validator=v.nonempty_text)
    stated: tuple[StatedRange, ...] = field(converter=v.to_tuple, validator=v.tuple_of(StatedRange))
    meets: bool | None = field(default=None, validator=v.optional(v.boolean))

    @property
    def title(self) -> str:
        """The number in words."""
        subkind = f" ({self.subkind.replace('_', ' ')})" if self.subkind else ""
        return f"{kind_in_words(self.kind)}{subkind}, {self.number}"

    @property
    def verdict(self) -> str:
        """Whether the ranges meet, in words."""
        if len(self.stated) < 2:
            return "stated by one party alone"
        told = {True: "the ranges meet", False: "the ranges do not meet"}
        return told[self.meets] if self.meets is not None else "it cannot be told whether they meet"

    def __str__(self) -> str:
        return "\n".join([f"{self.title}: {self.verdict}", *(f"  {one}" for one in self.stated)])


def ranges(case: Negotiation, as_of: Day = None) -> tuple[NumericRange, ...]:
    """Say of each number in the terms which range each party has stated, and whether the ranges meet.

    Args:
        case: the case.
        as_of: leave out what is known to be later than this.

    Returns:
        One for each number of a kind of term, in the order in which the case has them. Accounts that differ
        widen the range of whoever stands by the article.

    >>> ranges(Negotiation(id="c"))
    ()
    """
    drawn = drawn_for(case, as_of)
    index = CaseIndex(drawn)
    found: dict[_Key, dict[str, list[tuple[Duration | Quantity, ArticleRef]]]] = {}
    for ref, article in index.articles.items():
        backers = _backers(index, ref)
        for term in dict.fromkeys(account.term for account in article.accounts):
            for number, value in _numbers(term):
                key = (term.kind, term.subkind, number, type(value).__name__)
                for party in backers:
                    found.setdefault(key, {}).setdefault(party, []).append((value, ref))
    return tuple(_range(index, key, by_party) for key, by_party in found.items())


def _backers(index: CaseIndex, ref: ArticleRef) -> tuple[str, ...]:
    """List who has put an article forward or taken it, in the order of the case, whatever they did later."""
    positions = index.positions_on((ProposalRef(ref.proposal), ref))
    spoke = {
        one.party for one in positions if one.stance is not Stance.VIOLATED and leaning(one) in _FOR
    }
    spoke |= set(index.proposals[ref.proposal].proposers)
    return tuple(one for one in index.parties if one in spoke)


def _numbers(term: Term) -> Iterator[tuple[str, Duration | Quantity]]:
    if term.duration is not None:
        yield "duration", term.duration
    extension = getattr(term, "extension", None)
    if isinstance(extension, Extension):
        if extension.up_to is not None:
            yield "extended up to", extension.up_to
        if extension.by is not None:
            yield "extended by", extension.by
    if isinstance(term.deadline, Deadline) and term.deadline.within is not None:
        yield "deadline", term.deadline.within
    for quantity in term.quantities or ():
        yield (
            quantity.unit if quantity.per is None else f"{quantity.unit} a {quantity.per}",
            quantity,
        )


def _range(
    index: CaseIndex,
    key: _Key,
    by_party: dict[str, list[tuple[Duration | Quantity, ArticleRef]]],
) -> NumericRange:
    kind, subkind, number, _ = key
    stated = tuple(_stated(index, party, found) for party, found in by_party.items())
    return NumericRange(
        kind=kind, subkind=subkind, number=number, stated=stated, meets=_meet(stated)
    )


def _stated(
    index: CaseIndex, party: str, found: list[tuple[Duration | Quantity, ArticleRef]]
) -> StatedRange:
    side = index.side_of(party)
    durations = [one for one, _ in found if isinstance(one, Duration)]
    quantities = [one for one, _ in found if isinstance(one, Quantity)]
    duration = _durations(durations) if durations else None
    return StatedRange(
        party=index.name_of(party),
        side=side.label if side else None,
        duration=(duration or durations[0]) if durations else None,
        quantity=_quantities(quantities) if quantities else None,
        comparable=not durations or duration is not None,
        articles=list(dict.fromkeys(ref for _, ref in found)),
    )


def _durations(values: list[Duration]) -> Duration | None:
    """Join durations into a range; None where its ends cannot be told."""
    least = _outermost([one.min for one in values], lambda a, b: a.compare(b) in (-1, 0))
    most = _outermost([one.max for one in values], lambda a, b: a.compare(b) in (1, 0))
    if least is None or most is None:
        return None
    return Duration(least, most, approximate=any(one.approximate for one in values))


def _quantities(values: list[Quantity]) -> Quantity:
    highest = [one.max for one in values]
    known = [one for one in highest if one is not None]
    return evolve(
        values[0],
        min=min(one.min for one in values),
        max=max(known) if len(known) == len(highest) else None,
        approximate=any(one.approximate for one in values),
    )


def _outermost(ends: Iterable[_End], holds: Callable[[_End, _End], bool]) -> _End | None:
    """Find the end that lies beyond all others or at them."""
    found = tuple(ends)
    return next((one for one in found if all(holds(one, other) for other in found)), None)


def _meet(stated: tuple[StatedRange, ...]) -> bool | None:
    """Tell whether each two ranges overlap; of ranges on a line all then have a value in common."""
    if len(stated) < 2:
        return None
    told = [_overlap(a, b) for at, a in enumerate(stated) for b in stated[at + 1 :]]
    if False in told:
        return False
    return None if None in told else True


def _overlap(one: StatedRange, other: StatedRange) -> bool | None:
    if not (one.comparable and other.comparable):
        return None
    orders = _not_above(one, other), _not_above(other, one)
    if False in orders:
        return None if _about(one) or _about(other) else False
    return None if None in orders else True


def _not_above(one: StatedRange, other: StatedRange) -> bool | None:
    """Tell whether the least of one is at most the most of the other."""
    if one.duration is not None and other.duration is not None:
        order = one.duration.min.compare(other.duration.max)
        return None if order is None else order <= 0
    if one.quantity is not None and other.quantity is not None:
        return other.quantity.max is None or one.quantity.min <= other.quantity.max
    return None


def _about(one: StatedRange) -> bool:
    value = one.duration or one.quantity
    return value is not None and value.approximate
