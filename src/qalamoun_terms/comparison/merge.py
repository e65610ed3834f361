"""One negotiating text of the drafts of several parties, its disagreements in attributed brackets."""

from __future__ import annotations

from collections.abc import Mapping

from qalamoun_terms.comparison.brackets import BASE, Block, BracketedText, check_label
from qalamoun_terms.comparison.merge_articles import block_slots, same_but_number
from qalamoun_terms.comparison.merge_rows import Row, knows_all, rows_of
from qalamoun_terms.comparison.negotiating import POLICIES, NegotiatingText
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.proposals import Proposal

__all__ = ["merge"]


def merge(
    base: Proposal, drafts: Mapping[str, Proposal], *, policy: str = "consent"
) -> NegotiatingText:
    """Compile one negotiating text of the drafts of two or more parties.

    Args:
        base: the text that the drafts depart from.
        drafts: the draft of each party, by the label that its brackets are to have.
        policy: ``consent`` puts in brackets what not all parties have; ``editorial`` takes in a change of one
            party where no other changed the same words.

    Returns:
        The text, which says that a machine compiled it.

    Raises:
        InvalidValueError: fewer than two parties, a label that cannot stand in a bracket, or another policy.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> base = draft([(1, None, "Fighters leave within three days.")])
    >>> state = draft([(1, None, "Fighters leave within two days.")])
    >>> other = draft(
    ...     [(1, None, "Fighters leave within three days."), (2, None, "Roads are open.")]
    ... )
    >>> print(merge(base, {"State": state, "Opposition": other}))
    Compiled by machine and agreed by nobody, policy consent, drafts of: State, Opposition
    <BLANKLINE>
    Number: 1
    Text: Fighters leave within [State: two] [Opposition: three] days.
    <BLANKLINE>
    [Opposition:
    Number: 2
    Text: Roads are open.
    ] [State: ]
    """
    if policy not in POLICIES:
        raise InvalidValueError(f"merge.policy: expected {' or '.join(POLICIES)}, got {policy!r}")
    if len(drafts) < 2:
        raise InvalidValueError(f"merge.drafts: expected two or more parties, got {len(drafts)}")
    for label in drafts:
        check_label(label)
    complete = {label: knows_all(draft) for label, draft in drafts.items()}
    merged = [
        (row, block)
        for row in rows_of(base, drafts)
        if (block := _block(row, complete, editorial=policy == "editorial")) is not None
    ]
    return NegotiatingText(
        base=base,
        drafts=dict(drafts),
        policy=policy,
        rows=tuple(row for row, _ in merged),
        bracketed=BracketedText(
            parties=tuple(drafts), policy=policy, blocks=[block for _, block in merged]
        ),
    )


def _block(row: Row, complete: Mapping[str, bool], *, editorial: bool) -> Block | None:
    """Merge one provision; None where nobody wants it."""
    held = {party: row.articles[party] for party in complete if party in row.articles}
    out = tuple(party for party in complete if party not in held and complete[party])
    silent = tuple(party for party in complete if party not in held and not complete[party])
    if not held and (row.base is None or not silent or (editorial and out)):
        return None
    holders = held if held or row.base is None else {BASE: row.base}
    slots = block_slots(row, holders, editorial=editorial)
    if not out and not (silent and not editorial):
        return Block(slots=slots)
    if editorial and row.base is None:
        return Block(slots=slots)
    if editorial and out and all(same_but_number(one, row.base) for one in held.values()):
        return None
    return Block(slots=slots, holders=tuple(holders), out=out, silent=silent)
