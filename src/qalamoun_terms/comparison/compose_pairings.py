"""What two changes know of their pairs and groups of articles, joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from qalamoun_terms.comparison.changes import Change, Claims, Pairing, Run
from qalamoun_terms.comparison.edits import ArticleEdit, Edit, EvidenceEdit, FieldEdit
from qalamoun_terms.comparison.force import joined_force
from qalamoun_terms.comparison.lineage import stars

__all__ = ["composed_groups", "composed_pairing"]


def composed_pairing(
    old: str, new: str, pair: tuple[Pairing | None, Pairing | None], edits: Sequence[Edit]
) -> Pairing:
    """Join what is known of a pair of articles with what is known of the next pair.

    Args:
        old: the id of the article in the first draft.
        new: its id in the third draft.
        pair: what each change knows of it.
        edits: the edits that remain.

    >>> one = Pairing(old=["a1"], new=["a2"], kind="ceasefire", reason="same label")
    >>> edit = ArticleEdit(article="a1", field="heading", new="Truce")
    >>> composed_pairing("a1", "a4", (one, None), [edit]).new
    ('a4',)
    """
    first, second = pair
    last = second or first
    if last is None:
        reason = "the same words and terms"
        return Pairing(old=(old,), new=(new,), relation="kept", kind="other", reason=reason)
    if first is None or second is None:
        return evolve(last, old=(old,), new=(new,))
    claims = tuple(_claims(first, second, edits))
    says = bool(claims) or any(_says(edit) for edit in edits)
    amended = says and "amended" in (first.relation, second.relation)
    return evolve(
        second,
        old=(old,),
        new=(new,),
        relation="amended" if amended else "kept",
        confidence=min(first.confidence, second.confidence),
        reason="; then ".join(dict.fromkeys((first.reason, second.reason))),
        subkind=first.subkind if first.subkind == second.subkind else None,
        negated=first.negated and second.negated,
        reported=first.reported or second.reported,
        expects=first.expects,
        claims=claims,
        force=joined_force(first.force, second.force) if amended else (),
    )


def _says(edit: Edit) -> bool:
    if isinstance(edit, ArticleEdit):
        return edit.field == "heading"
    return not isinstance(edit, EvidenceEdit)


def _claims(first: Pairing, second: Pairing, edits: Sequence[Edit]) -> Iterator[Claims]:
    """Join the claims; where one change knows none, its edits of single accounts are what it claims."""
    if not first.claims and not second.claims:
        return
    found: dict[tuple[str, str], Claims] = {}
    own = {(one.kind, one.field): one for one in edits if isinstance(one, FieldEdit)}
    for claim in (*first.claims, *second.claims):
        key = ("", "kind") if claim.field == "kind" else (claim.kind, claim.field)
        known = found.get(key)
        found[key] = claim if known is None else evolve(claim, old=known.old)
    for key, edit in own.items():
        ends = [() if one is None else (one,) for one in (edit.old, edit.new)]
        if key not in found and not (first.claims and second.claims):
            found[key] = Claims(kind=edit.kind, field=edit.field, old=ends[0], new=ends[1])
    yield from (claim for claim in found.values() if set(claim.old) != set(claim.new))


# --- what was split or merged


def composed_groups(first: Change, second: Change) -> Iterator[Pairing]:
    """Follow what was split or merged in either change through both.

    Args:
        first: the change from the first draft to the second.
        second: the change from the second draft to the third.

    >>> from qalamoun_terms.comparison.compare import compare
    >>> from qalamoun_terms.model.proposals import Proposal
    >>> draft = Proposal(id="p1")
    >>> list(composed_groups(compare(draft, draft), compare(draft, draft)))
    []
    """
    groups = [one for one in (*first.pairings, *second.pairings) if _is_group(one)]
    if not groups:
        return
    before, after = _ties(first), _ties(second)
    olds = {one: place for place, one in enumerate(dict.fromkeys(old for old, _ in before))}
    news = {one: place for place, one in enumerate(dict.fromkeys(new for _, new in after))}
    onward: dict[str, list[str]] = {}
    for middle, new in after:
        onward.setdefault(middle, []).append(new)
    ties = [(olds[old], news[new]) for old, middle in before for new in onward.get(middle, ())]
    names = list(olds), list(news)
    for some, others in stars(ties):
        yield _group(
            tuple(names[0][place] for place in some),
            tuple(names[1][place] for place in others),
            groups,
        )


def _is_group(pairing: Pairing) -> bool:
    return len(pairing.old) != 1 or len(pairing.new) != 1


def _ties(change: Change) -> list[tuple[str, str]]:
    runs = [one for one in change.order if isinstance(one, Run)]
    ties = [run.ids(index) for run in runs for index in range(run.length)]
    ties += [
        (old, new)
        for one in change.pairings
        if _is_group(one)
        for old in one.old
        for new in one.new
    ]
    return list(dict.fromkeys(ties))


def _group(old: tuple[str, ...], new: tuple[str, ...], groups: Sequence[Pairing]) -> Pairing:
    own = [one for one in groups if set(one.old) & set(old) or set(one.new) & set(new)]
    own = own or list(groups)
    return Pairing(
        old=old,
        new=new,
        relation="split" if len(new) > 1 else "merged",
        confidence=min(one.confidence for one in own),
        reason="its words stand in several" if len(new) > 1 else "the words of several stand in it",
        kind=own[-1].kind,
    )
