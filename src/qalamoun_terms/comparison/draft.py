"""A proposal from the plain rows of a draft: number, heading, text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qalamoun_terms.model.proposals import Account, Article, Proposal, Wording
from qalamoun_terms.model.terms import Other

__all__ = ["draft"]

_NO_TEXT = "[no text]"


def draft(
    rows: Iterable[tuple[object, str | None, str | None]],
    *,
    id: str = "p1",
    title: str | None = None,
) -> Proposal:
    """Make a proposal of the articles of a draft that is known word for word.

    Args:
        rows: for each article its number as printed, its heading and its text, in the order of the draft. What an
            article does not have is None or empty.
        id: the id of the proposal.
        title: its title.

    Returns:
        A complete proposal; the labels of its articles are the numbers, their terms are not read.

    >>> from qalamoun_terms.comparison.compare import compare
    >>> old = draft([(1, "Exit", "Fighters leave."), (2, "Roads", "The road to Homs is open.")])
    >>> new = draft([(1, "Roads", "The road to Homs is open."), (2, "Exit", "Fighters leave.")])
    >>> [(link.old, link.new, link.relation) for link in compare(old, new).links]
    [(('2',), ('1',), 'moved'), (('1',), ('2',), 'renumbered')]
    """
    found = [(_text(number), _text(heading), _text(text)) for number, heading, text in rows]
    letter = _id_letter(number for number, _, _ in found)
    articles = [
        Article(
            id=f"{letter}{place}",
            label=number,
            heading=heading,
            accounts=[_account(heading, text)],
        )
        for place, (number, heading, text) in enumerate(found, 1)
    ]
    return Proposal(id=id, title=title, articles=articles, complete=True)


def _text(value: object) -> str | None:
    if value is None:
        return None
    text = str(value)
    return text if text and not text.isspace() else None


def _account(heading: str | None, text: str | None) -> Account:
    term = Other(text=text or heading or _NO_TEXT)
    return Account(term=term, wording=Wording.VERBATIM, text=text)


def _id_letter(numbers: Iterable[str | None]) -> str:
    """Find a letter for the ids that makes none of them look like a number of the draft."""
    like_ids = (one for one in numbers if one and one[0] == "a")
    taken = {match[1] for one in like_ids if (match := re.fullmatch(r"(a+)\d+", one))}
    letter = "a"
    while letter in taken:
        letter += "a"
    return letter
