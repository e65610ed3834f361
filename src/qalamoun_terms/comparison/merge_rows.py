"""The articles of several drafts beside those of their base, in an order that keeps each draft's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from qalamoun_terms.comparison.align import align
from qalamoun_terms.comparison.standpoint import longest_increasing
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.proposals import Article, Proposal, Wording

__all__ = ["Row", "is_verbatim", "knows_all", "rows_of"]

_SURE = 0.5
"""Articles that two parties put in are set against each other from this confidence on."""


@frozen(kw_only=True)
class Row:
    """One provision: the article of the base and that of each party that has it.

    Args:
        base: the base's article; None where only parties have it.
        articles: the parties' articles by their labels.

    >>> Row(base=None, articles={}).articles
    {}
    """

    base: Article | None = field(validator=v.optional(v.instance(Article)))
    articles: Mapping[str, Article] = field(
        factory=dict, hash=False, validator=v.values_of(Article)
    )


def is_verbatim(proposal: Proposal) -> bool:
    """Say whether a proposal is known word for word.

    >>> is_verbatim(Proposal(id="p1"))
    False
    """
    told = [account.wording for article in proposal.articles for account in article.accounts]
    return bool(told) and all(wording is Wording.VERBATIM for wording in told)


def knows_all(proposal: Proposal) -> bool:
    """Say whether an article that is not in a proposal is known to be out of it.

    >>> knows_all(Proposal(id="p1", complete=True))
    False
    """
    complete = proposal.complete
    if complete is None:
        complete = proposal.articles_total == proposal.articles_known
    return complete and is_verbatim(proposal)


def rows_of(base: Proposal, drafts: Mapping[str, Proposal]) -> tuple[Row, ...]:
    """Set the articles of the drafts beside those of the base.

    Where a draft is known word for word its articles keep their order: one that it moved stands in a row of its
    own where the draft has it. The order in which a report tells the articles says nothing.

    Args:
        base: the text that the drafts depart from.
        drafts: the parties' drafts by their labels.

    Returns:
        The rows, which do not depend on the order of the parties.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> base = draft([(1, None, "Roads are open.")])
    >>> more = draft([(1, None, "Roads are open."), (2, None, "Water flows again.")])
    >>> [sorted(row.articles) for row in rows_of(base, {"A": base, "B": more})]
    [['A', 'B'], ['B']]
    """
    labels = sorted(drafts)
    anchored = {label: _anchored(base, drafts[label]) for label in labels}
    gaps = {label: _gaps(drafts[label], anchored[label]) for label in labels}
    at_base: list[dict[str, Article]] = [{} for _ in base.articles]
    for label in labels:
        for new, old in anchored[label].items():
            at_base[old][label] = drafts[label].articles[new]
    rows = _between({label: gaps[label].get(-1, []) for label in labels})
    for place, article in enumerate(base.articles):
        rows.append(Row(base=article, articles=at_base[place]))
        rows += _between({label: gaps[label].get(place, []) for label in labels})
    return tuple(rows)


def _anchored(base: Proposal, draft: Proposal) -> dict[int, int]:
    """Give the place in the base for each place of a draft that keeps its order."""
    pairs = {match.new: match.old for match in align(base, draft).matches}
    if not is_verbatim(draft):
        return pairs
    staying = longest_increasing([old for _, old in sorted(pairs.items())])
    return {new: old for new, old in pairs.items() if old in staying}


def _gaps(draft: Proposal, anchored: Mapping[int, int]) -> dict[int, list[Article]]:
    found: dict[int, list[Article]] = {}
    last = -1
    for place, article in enumerate(draft.articles):
        if place in anchored:
            last = anchored[place]
        else:
            found.setdefault(last, []).append(article)
    return found


def _between(put_in: Mapping[str, Sequence[Article]]) -> list[Row]:
    """Set the articles that parties put in at one place against each other."""
    rows: list[Row] = []
    for label, articles in put_in.items():
        if articles:
            rows = _joined(rows, label, articles)
    return rows


def _joined(rows: list[Row], label: str, articles: Sequence[Article]) -> list[Row]:
    known = _numbered([next(iter(row.articles.values())) for row in rows])
    matches = {
        match.new: match.old
        for match in align(known, _numbered(articles)).matches
        if match.confidence >= _SURE
    }
    staying = longest_increasing([old for _, old in sorted(matches.items())])
    made: list[Row] = []
    at = 0
    for place, article in enumerate(articles):
        old = matches.get(place)
        if old is None or old not in staying:
            made.append(Row(base=None, articles={label: article}))
            continue
        made += [*rows[at:old], evolve(rows[old], articles={**rows[old].articles, label: article})]
        at = old + 1
    return [*made, *rows[at:]]


def _numbered(articles: Sequence[Article]) -> Proposal:
    return Proposal(
        id="p1",
        articles=[
            evolve(article, id=f"a{number}", continues=())
            for number, article in enumerate(articles, 1)
        ],
    )
