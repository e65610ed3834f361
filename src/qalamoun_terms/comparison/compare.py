"""Comparing two proposals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from qalamoun_terms.comparison.align import align
from qalamoun_terms.comparison.changes import Change, Comparability, Pairing
from qalamoun_terms.comparison.edits import (
    Drop,
    Insert,
    ProposalEdit,
)
from qalamoun_terms.comparison.inside import Inside, Matched, is_verbatim
from qalamoun_terms.comparison.matched import Alignment
from qalamoun_terms.comparison.postponed import postponed
from qalamoun_terms.comparison.runs import Step, joined_runs
from qalamoun_terms.comparison.standpoint import longest_increasing
from qalamoun_terms.model.proposals import Proposal

__all__ = ["comparability", "compare", "designators"]


def compare(old: Proposal, new: Proposal) -> Change:
    """Say what became of each article from one proposal to another.

    Args:
        old: the proposal before.
        new: the proposal after.

    Returns:
        The change, with which `apply` makes the new proposal of the old one.

    >>> from qalamoun_terms.model.proposals import Account, Article
    >>> from qalamoun_terms.model.terms import ServiceGrace
    >>> from qalamoun_terms.model.time import Duration, Extension
    >>> grace = ServiceGrace(duration=Duration.parse("P6M"))
    >>> longer = attrs.evolve(grace, extension=Extension(up_to=Duration.parse("P1Y")))
    >>> paper, deal = (
    ...     Proposal(id=id, articles=[Article(id="a1", accounts=[Account(term=term)])])
    ...     for id, term in (("p1", grace), ("p3", longer))
    ... )
    >>> print(compare(paper, deal).movements[0])
    service grace: extension up to 12 months added (lighter for those liable to service)
    """
    alignment = align(old, new)
    matched = [
        Matched(old=old.articles[match.old], new=new.articles[match.new], match=match)
        for match in alignment.matches
    ]
    names = designators(old), designators(new)
    change = Change(
        old=old.id,
        new=new.id,
        comparability=comparability(old, new),
        order=tuple(joined_runs(_steps(new, matched, names))),
        drops=_drops(old, alignment, names[0]),
        proposal=_header(old, new),
    )
    differing = [one for one in matched if one.differs]
    inside = Inside(differing, tuple(_groups(old, new, alignment)))
    return postponed(change, "edits", "pairings", work=inside.fields, outlines=inside.outlines())


# --- how comparable


def comparability(old: Proposal, new: Proposal) -> Comparability:
    """Say how far two proposals can be compared.

    >>> comparability(Proposal(id="p1"), Proposal(id="p2")).by_text
    False
    """
    return Comparability(
        old=_wording(old),
        new=_wording(new),
        old_complete=_complete(old),
        new_complete=_complete(new),
    )


def _wording(proposal: Proposal) -> str:
    known = bool(proposal.articles) and all(map(is_verbatim, proposal.articles))
    return "verbatim" if known else "reported"


def _complete(proposal: Proposal) -> bool:
    if proposal.complete is not None:
        return proposal.complete
    return proposal.articles_total == proposal.articles_known


# --- which article stands where


def designators(proposal: Proposal) -> list[str | None]:
    """Give the labels that are unique in their draft and no other article's id; None for the rest.

    Args:
        proposal: the draft.

    >>> designators(Proposal(id="p1"))
    []
    """
    times = Counter(article.label for article in proposal.articles)
    ids = {article.id for article in proposal.articles}
    return [
        one.label if times[one.label] == 1 and one.label not in ids else None
        for one in proposal.articles
    ]


def _steps(
    new: Proposal,
    matched: Sequence[Matched],
    names: tuple[list[str | None], list[str | None]],
) -> Iterator[Step | Insert]:
    """Go through the articles of the new draft."""
    pairs = {one.match.new: one for one in matched}
    staying = longest_increasing([one.match.old for one in matched])
    for place, article in enumerate(new.articles):
        pair = pairs.get(place)
        if pair is None:
            yield Insert(article=article, name=names[1][place])
            continue
        at = pair.match.old
        yield Step(
            at=at,
            moved=at not in staying,
            shift=pair.shift or 0,
            old=pair.old.id,
            new=article.id,
            old_name=names[0][at],
            new_name=names[1][place],
        )


def _drops(old: Proposal, alignment: Alignment, names: list[str | None]) -> tuple[Drop, ...]:
    matched = {match.old for match in alignment.matches}
    return tuple(
        Drop(at=place, article=article, name=names[place])
        for place, article in enumerate(old.articles)
        if place not in matched
    )


def _header(old: Proposal, new: Proposal) -> tuple[ProposalEdit, ...]:
    return tuple(
        ProposalEdit(field=one.name, old=getattr(old, one.name), new=getattr(new, one.name))
        for one in attrs.fields(Proposal)
        if one.name != "articles" and getattr(old, one.name) != getattr(new, one.name)
    )


# --- what was split or merged


def _groups(old: Proposal, new: Proposal, alignment: Alignment) -> Iterator[Pairing]:
    for group in alignment.groups:
        yield Pairing(
            old=tuple(old.articles[place].id for place in group.old),
            new=tuple(new.articles[place].id for place in group.new),
            relation="split" if len(group.new) > 1 else "merged",
            confidence=group.confidence,
            reason=group.reason,
            kind=new.articles[group.new[0]].kind,
        )
