"""What was open round by round."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from qalamoun_terms.comparison.bracket_counts import Counts, counts_of
from qalamoun_terms.comparison.brackets import BracketedText
from qalamoun_terms.comparison.negotiating import NegotiatingText
from qalamoun_terms.model import validation as v

__all__ = ["RoundCounts", "count_brackets"]


@frozen(kw_only=True)
class RoundCounts:
    """The counts of one round.

    Args:
        label: how the round is called.
        counts: its brackets, alternatives and open articles.
        of: how many articles its text has.

    >>> print(RoundCounts(label="May", counts=Counts(brackets=3, options=7, articles=2), of=9))
    May: brackets 3, options 7, in 2 of 9 articles
    """

    label: str = field(validator=v.text)
    counts: Counts = field(validator=v.instance(Counts))
    of: int = field(validator=v.count)

    def __str__(self) -> str:
        one = self.counts
        return (
            f"{self.label}: brackets {one.brackets}, options {one.options}, "
            f"in {one.articles} of {self.of} articles"
        )


def count_brackets(
    rounds: Mapping[str, NegotiatingText | BracketedText],
) -> tuple[RoundCounts, ...]:
    """Count what is open in the text of each round.

    Args:
        rounds: the negotiating text of each round, or one that was read back, by the label of the round.

    Returns:
        The counts, in the order of the rounds.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> from qalamoun_terms.comparison.merge import merge
    >>> from qalamoun_terms.comparison.resolve import resolve
    >>> one, two = (draft([(1, None, f"Grace of {n} months.")]) for n in ("six", "nine"))
    >>> may = merge(one, {"State": one, "Opposition": two})
    >>> for found in count_brackets({"May": may, "June": resolve(may, 1, words="seven")}):
    ...     print(found)
    May: brackets 1, options 2, in 1 of 1 articles
    June: brackets 0, options 0, in 0 of 1 articles
    """
    texts = {
        label: one if isinstance(one, BracketedText) else one.bracketed
        for label, one in rounds.items()
    }
    return tuple(
        RoundCounts(label=label, counts=counts_of(text), of=len(text.blocks))
        for label, text in texts.items()
    )
