"""An outcome in plain sentences, down to the quoted words and who said them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qalamoun_terms.comparison.grade import Grade
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.model.grounds import Citation, Quote, quotes_in
from qalamoun_terms.model.proposals import ProposalRef
from qalamoun_terms.model.record import Position, Stance

if TYPE_CHECKING:
    from qalamoun_terms.comparison.outcome import OutcomeOfArticle
    from qalamoun_terms.comparison.standing import Replacement

__all__ = ["said", "sentences"]

_VERBS = {
    Stance.PROPOSED: "proposed",
    Stance.DEMANDED: "demanded",
    Stance.INSISTED: "insisted on",
    Stance.ACCEPTED: "accepted",
    Stance.PROVISIONAL: "provisionally accepted",
    Stance.CONDITIONAL: "conditionally accepted",
    Stance.REJECTED: "rejected",
    Stance.WITHDRAWN: "withdrew from",
    Stance.DEFERRED: "deferred its answer to",
    Stance.VIOLATED: "is alleged to have violated",
}

_RULES = {
    "superseded": "A later proposal supersedes this one.",
    "withdrawn": "A withdrawal by a negotiating party stands.",
    "split": "Within one side some parties accept it and others reject it.",
    "disputed": "A rejection by a negotiating party stands.",
    "deferred": "A negotiating party has put off its answer.",
    "conditionally accepted": "At least two sides accept it, one of them on a condition.",
    "no response on record": "Not every negotiating side is on record with an answer.",
    "agreed in principle": "Every negotiating side accepts it, at least one of them provisionally.",
    "agreed": "Every negotiating side accepts it.",
}
"""The rule that decides, by outcome; the truth table in the documentation has the same order."""


def sentences(outcome: OutcomeOfArticle) -> Iterator[str]:
    """Explain an outcome, sentence by sentence.

    Args:
        outcome: the outcome of an article.

    Returns:
        The outcome, the rule, what stands and who says so, what was replaced and why, who is silent, what
        does not count, and the flags.

    >>> from qalamoun_terms.comparison.outcome import outcome_of
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> from qalamoun_terms.model.proposals import Proposal
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1")])
    >>> list(sentences(outcome_of(case, "p1")))
    ['p1: no response on record.', 'No negotiating party is known.']
    """
    index = outcome.index
    yield f"{outcome.target}: {outcome.label}."
    yield from _rule(outcome, index)
    for position in outcome.standing:
        yield said(index, position)
    for replacement in outcome.replaced:
        yield _replaced(index, replacement)
    yield from _silence(outcome)
    for position in outcome.alleged:
        yield f"{said(index, position)} An allegation does not change the outcome."
    for position in outcome.beside:
        yield f"{said(index, position)} It is no negotiating party here, so this does not count."
    yield from _flags(outcome)


def said(index: CaseIndex, position: Position) -> str:
    """Tell one position in a sentence: who, what, on what words, by whose account.

    >>> from qalamoun_terms.model.actors import Party
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> no = Position(id="n1", party="y1", target=ProposalRef("p1"), stance=Stance.REJECTED)
    >>> case = Negotiation(id="c", parties=[Party(id="y1", name="The council")], positions=[no])
    >>> said(CaseIndex(case), no)
    'The council rejected the whole proposal, as reported.'
    """
    name = index.name_of(position.party)
    parts = [f"{name[:1].upper()}{name[1:]} {_act(position)}"]
    if position.when is not None:
        parts.append(f" ({position.when})")
    if position.condition is not None:
        parts.append(f', on condition: "{position.condition}"')
    if position.reason is not None:
        parts.append(f', for the reason given: "{position.reason}"')
    words = [_ground(leaf) for ground in position.grounds for leaf in quotes_in(ground)]
    parts.append(f": {'; '.join(dict.fromkeys(words))}" if words else "")
    if position.id not in index.positions:
        return f"{''.join(parts)}, by its role as proposer."
    return f"{''.join(parts)}, {_teller(position)}."


def _teller(position: Position) -> str:
    label = position.source.label
    return "as reported" if label == "report" else f"by the account of {label}"


def _act(position: Position) -> str:
    of_all = isinstance(position.target, ProposalRef)
    what = "the whole proposal" if of_all else f"the article {position.target}"
    return f"{_VERBS[position.stance]} {what}"


def _ground(leaf: Quote | Citation) -> str:
    if isinstance(leaf, Quote):
        return f'"{" ".join(leaf.quote.split())}" ({leaf.document})'
    return f"{leaf.document}, {leaf.locator}" if leaf.locator else leaf.document


def _rule(outcome: OutcomeOfArticle, index: CaseIndex) -> Iterator[str]:
    if not outcome.poles and not outcome.attestation:
        yield "No negotiating party is known."
    elif outcome.outcome.value == "superseded":
        later = ", ".join(index.superseded_by[outcome.target.proposal])
        yield f"It is superseded by {later}."
    elif outcome.basis.value == "status":
        status = index.proposals[outcome.target.proposal].status
        called = f"; a source calls the proposal {status.value}" if status else ""
        yield f"No position of a negotiating party is on record{called}."
    else:
        yield _RULES[outcome.outcome.value]
    if outcome.grade is Grade.ONE_SIDE:
        yield "All that supports this is told by one side."


def _replaced(index: CaseIndex, replacement: Replacement) -> str:
    old, new = replacement.position, replacement.by
    if replacement.later:
        why = _how_later(old, new)
        return f"{said(index, old)} That no longer stands: it later {_act(new)} ({why})."
    return (
        f"{said(index, old)} What it says of the article itself outweighs this: it {_act(new)}, "
        "and which came first is not known."
    )


def _how_later(old: Position, new: Position) -> str:
    if old.when is not None and new.when is not None and old.when.before(new.when):
        return f"{new.when} is after {old.when}"
    return "the source's words place it after"


def _silence(outcome: OutcomeOfArticle) -> Iterator[str]:
    for label in outcome.silent:
        yield f"No response of {label} is on record."
    for label in outcome.absent:
        yield f"{label} has no part in the proposal and no answer on record."
    if len(outcome.poles) == 1:
        yield f"No other side than {outcome.poles[0].label} is on record."


def _flags(outcome: OutcomeOfArticle) -> Iterator[str]:
    if outcome.order_unknown:
        yield "Positions of one party go different ways, and their order is not known: both stand."
    if outcome.sources_conflict:
        yield "Sources differ on what a party did, and neither account is known to be the later one."
    if outcome.content_conflict:
        yield "Accounts differ on what the article says."
