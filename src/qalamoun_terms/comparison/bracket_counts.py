"""How far texts are from agreement, as negotiators count it: brackets, alternatives, articles that are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from attrs import field, frozen

from qalamoun_terms.comparison.brackets import NUMBER, Block, BracketedText
from qalamoun_terms.model import validation as v

__all__ = ["Counts", "RoundCounts", "count_brackets", "counts_of", "open_in"]

Options = dict[tuple[str, ...], str | None]
"""The words of each alternative by the parties that stand for it; None for words of which nothing is known."""


@frozen(kw_only=True)
class Counts:
    """How far a text is from agreement, as negotiators count it.

    Args:
        brackets: how many brackets there are; those around numbers do not count.
        options: how many alternatives stand in them, wanting no words among them.
        articles: how many articles have a bracket.

    >>> Counts(brackets=1, options=2, articles=1).options
    2
    """

    brackets: int = field(validator=v.count)
    options: int = field(validator=v.count)
    articles: int = field(validator=v.count)


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


class _HasBrackets(Protocol):
    @property
    def bracketed(self) -> BracketedText: ...


def count_brackets(
    rounds: Mapping[str, _HasBrackets | BracketedText],
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


def counts_of(text: BracketedText) -> Counts:
    """Count what is open in a text.

    Args:
        text: the text.

    >>> counts_of(BracketedText(parties=["A", "B"], policy="consent", blocks=[]))
    Counts(brackets=0, options=0, articles=0)
    """
    found = list(open_in(text))
    told = [words for _, _, options in found for words in options.values() if words is not None]
    return Counts(
        brackets=len(found), options=len(told), articles=len({place for place, _, _ in found})
    )


def open_in(text: BracketedText) -> Iterator[tuple[int, str, Options]]:
    """Go through the brackets that are to be decided on, in the order of the text.

    Args:
        text: the text.

    Returns:
        For each the place of its article from 0, the part of the article that it is in (empty for the article as
        a whole), and its alternatives.

    >>> list(open_in(BracketedText(parties=["A", "B"], policy="consent", blocks=[])))
    []
    """
    for place, block in enumerate(text.blocks):
        for part, options in _open(block):
            yield place, part, options


def _open(block: Block) -> Iterator[tuple[str, Options]]:
    if block.holders:
        inside = "\n".join(map(str, block.slots))
        told_by = {block.holders: inside, block.out: "", block.silent: None}
        yield "", {names: words for names, words in told_by.items() if names}
    for slot in block.slots:
        if slot.name != NUMBER:
            for one in slot.brackets:
                yield slot.name, {each.parties: each.text for each in one.options}
