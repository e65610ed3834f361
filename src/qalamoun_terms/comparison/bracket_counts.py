"""How far a text is from agreement, as negotiators count it: brackets, alternatives, articles that are open."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from qalamoun_terms.comparison.brackets import NUMBER, Block, BracketedText
from qalamoun_terms.model import validation as v

__all__ = ["Counts", "counts_of", "open_in"]

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
