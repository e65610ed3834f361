"""What is told of matched articles before their edits are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from qalamoun_terms.comparison.edits import ArticleEdit, Edit
from qalamoun_terms.comparison.pairings import Pairing

__all__ = ["SAME", "Outline", "Outlines", "outlines_of"]

SAME = "the same words and terms"
"""Why equal articles were matched."""


@frozen(kw_only=True)
class Outline:
    """What is told of two matched articles.

    Args:
        relation: amended, or kept where what they say did not change.
        relabelled: whether the number changed otherwise than by counting on.
        confidence: how sure the match is, from 0 to 1.
        reason: why they were matched, in words.

    >>> Outline(relation="amended").reason
    'the same words and terms'
    """

    relation: str = "kept"
    relabelled: bool = False
    confidence: float = 1.0
    reason: str = SAME


@frozen(kw_only=True)
class Outlines:
    """What is told of all matched articles.

    Args:
        pairs: by the old id, two articles that are not simply equal.
        groups: what was split or merged.
        edits_of: gives the edits of one of the pairs by its old id.

    >>> Outlines(pairs={}, groups=(), edits_of={}.__getitem__).groups
    ()
    """

    pairs: Mapping[str, Outline]
    groups: tuple[Pairing, ...]
    edits_of: Callable[[str], tuple[Edit, ...]]


def outlines_of(edits: Iterable[Edit], pairings: Iterable[Pairing]) -> Outlines:
    """Tell what is told of matched articles of which the edits are known.

    Args:
        edits: the edits of a change.
        pairings: what it knows of the articles beside them.

    >>> pairing = Pairing(old=["a1"], new=["a2"], kind="ceasefire", reason="the same place")
    >>> outlines_of([], [pairing]).pairs["a1"].relation
    'amended'
    """
    pairs: dict[str, Pairing] = {}
    groups: list[Pairing] = []
    for one in pairings:
        if len(one.old) == len(one.new) == 1:
            pairs[one.old[0]] = one
        else:
            groups.append(one)
    by_article: dict[str, list[Edit]] = {article: [] for article in pairs}
    for edit in edits:
        by_article.setdefault(edit.article, []).append(edit)
    return Outlines(
        pairs={
            article: _outline(found, pairs.get(article)) for article, found in by_article.items()
        },
        groups=tuple(groups),
        edits_of=lambda article: tuple(by_article[article]),
    )


def _outline(edits: Iterable[Edit], pairing: Pairing | None) -> Outline:
    relabelled = any(isinstance(one, ArticleEdit) and one.field == "label" for one in edits)
    if pairing is None:
        return Outline(relabelled=relabelled)
    return Outline(
        relation=pairing.relation,
        relabelled=relabelled,
        confidence=pairing.confidence,
        reason=pairing.reason,
    )
