"""What two sides or more are for, and which parties stand apart from their own side."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from qalamoun_terms.comparison.camps import ASSENTING, Camp, Stand, camps_of
from qalamoun_terms.comparison.outcome import Outcome, OutcomeBasis, OutcomeOfArticle
from qalamoun_terms.comparison.positions import Row
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef, Target

__all__ = ["Apart", "CommonGround", "apart_in", "common_in"]

_OFF_THE_TABLE = (Outcome.SUPERSEDED, Outcome.WITHDRAWN)


@frozen(kw_only=True)
class CommonGround:
    """An article that two sides or more are for, and who is not with them.

    Args:
        ref: its reference.
        title: what it says.
        outcome: what the positions on it come to.
        label: the same with its grade.
        sides: the sides that are for it, if only in principle or on a condition.
        others: the other negotiating sides, and principal sides of the case that have no part in it.

    >>> shared = CommonGround(
    ...     ref=ArticleRef("p1", "a1"),
    ...     title="ceasefire",
    ...     outcome=Outcome.AGREED,
    ...     label="agreed (reported)",
    ...     sides=["State", "Opposition"],
    ... )
    >>> print(shared)
    p1.a1, ceasefire: agreed (reported): State and Opposition
    """

    ref: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    title: str = field(validator=v.nonempty_text)
    outcome: Outcome = field(validator=v.instance(Outcome))
    label: str = field(validator=v.nonempty_text)
    sides: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))
    others: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text)
    )

    @property
    def of_all(self) -> bool:
        """Whether every negotiating side, and every principal side of the case, is for it."""
        return not self.others

    def __str__(self) -> str:
        others = f"; not on record with them: {', '.join(self.others)}" if self.others else ""
        return f"{self.ref}, {self.title}: {self.label}: {' and '.join(self.sides)}{others}"


@frozen(kw_only=True)
class Apart:
    """A party that stands elsewhere than others of its side do, on one article.

    Args:
        ref: the article.
        side: the label of the side.
        party: the name of the party.
        stand: where it stands.
        rest: where the other parties of the side stand, each with its name.
        counted: whether its word counts for the outcome.

    >>> print(
    ...     Apart(
    ...         ref=ArticleRef("p1", "a1"),
    ...         side="Opposition",
    ...         party="Brigade",
    ...         stand=Stand.AGAINST,
    ...         rest=["Council: for it"],
    ...     )
    ... )
    p1.a1: of Opposition, Brigade is against it; Council: for it
    """

    ref: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    side: str = field(validator=v.nonempty_text)
    party: str = field(validator=v.nonempty_text)
    stand: Stand = field(validator=v.instance(Stand))
    rest: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))
    counted: bool = field(default=True, validator=v.boolean)

    def __str__(self) -> str:
        counted = "" if self.counted else ", which is not a party to it,"
        verb = "" if self.stand.value.split()[0] in ("has", "withdrew", "went") else " is"
        told = f"{self.party}{counted}{verb} {self.stand.value}"
        return f"{self.ref}: of {self.side}, {told}; {'; '.join(self.rest)}"


def common_in(row: Row) -> CommonGround | None:
    """Take an article as common ground where two sides are for it and no party of these is elsewhere.

    Args:
        row: the article's row in a table of positions.

    Returns:
        The common ground; None where there is none.

    >>> from qalamoun_terms.comparison.positions import positions
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.model.proposals import Proposal
    >>> [row] = positions(Negotiation(id="c", proposals=[Proposal(id="p1")])).rows
    >>> common_in(row) is None
    True
    """
    camps = camps_of(row.outcome)
    sides = _for_it(row.outcome, camps)
    if len(sides) < 2 or row.outcome.outcome in _OFF_THE_TABLE:
        return None
    every = [*(side for camp in camps for side in camp.sides), *row.outcome.absent]
    return CommonGround(
        ref=row.ref,
        title=row.title,
        outcome=row.outcome.outcome,
        label=row.outcome.label,
        sides=sides,
        others=[one for one in dict.fromkeys(every) if one not in sides],
    )


def _for_it(outcome: OutcomeOfArticle, camps: tuple[Camp, ...]) -> tuple[str, ...]:
    """Name the sides of which all that is on record is for it."""
    if outcome.basis is OutcomeBasis.STATUS:
        told = outcome.outcome.is_assent
        return tuple(side for camp in camps for side in camp.sides) if told else ()
    assent = [side for camp in camps if camp.stand in ASSENTING for side in camp.sides]
    elsewhere = {side for camp in camps if camp.stand not in ASSENTING for side in camp.sides}
    return tuple(one for one in dict.fromkeys(assent) if one not in elsewhere)


def apart_in(row: Row) -> Iterator[Apart]:
    """Find the parties of a side that stand elsewhere than most others of it that are on record.

    Where as many stand here as there, those that come later in the order of stands are told of.

    Args:
        row: the article's row in a table of positions.
    """
    by_side: dict[str, list[tuple[Stand, str, bool]]] = {}
    for camp in camps_of(row.outcome):
        for member in camp.members:
            told = [(camp.stand, party, member.counted) for party in member.parties]
            by_side.setdefault(member.side, []).extend(told)
    for side, parties in by_side.items():
        stands = [stand for stand, _, _ in parties]
        main = max(dict.fromkeys(stands), key=stands.count, default=None)
        for stand, party, counted in parties:
            if stand is not main:
                rest = [f"{name}: {one.value}" for one, name, _ in parties if one is not stand]
                yield Apart(
                    ref=row.ref, side=side, party=party, stand=stand, rest=rest, counted=counted
                )
