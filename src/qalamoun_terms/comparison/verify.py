"""Whether what a case claims stands in its sources: grounded, not grounded, or not checkable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

import attrs
from attrs import frozen

from qalamoun_terms.model.grounds import Derived, Evidence, Ground, Quote
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Proposal
from qalamoun_terms.model.record import Compliance, Measure, Position
from qalamoun_terms.model.terms import term_fields

__all__ = ["CheckedGround", "Grounding", "Verification", "verify"]

_FACTS = ("date", "status", "territory", "validity")
"""What a proposal states besides its articles, and has to have a ground for."""


class Grounding(Enum):
    """What became of the check of a ground.

    A quote is not checkable where the text is not at hand; a citation is a person's word, and never is.
    """

    GROUNDED = "grounded"
    NOT_GROUNDED = "not grounded"
    NOT_CHECKABLE = "not checkable"


@frozen(kw_only=True)
class CheckedGround:
    """A ground of a claim, checked.

    Args:
        path: the claim, such as ``p1.a1.accounts[0].term.duration``.
        ground: what it is said to rest on.
        grounding: whether the words stand there.

    >>> quote = Quote(document="d1", start=0, end=6, quote="Agreed")
    >>> one = CheckedGround(path="n1", ground=quote, grounding=Grounding.GROUNDED)
    >>> one.grounding.value
    'grounded'
    """

    path: str
    ground: Ground
    grounding: Grounding


@frozen(kw_only=True)
class Verification:
    """All grounds of a case, checked, and the claims that have none.

    Args:
        grounds: the grounds, in the order of the case.
        without_ground: the paths of claims without any ground.

    >>> Verification().sentence
    '0 grounds: 0 grounded, 0 not grounded, 0 not checkable. 0 claims have no ground.'
    """

    grounds: tuple[CheckedGround, ...] = ()
    without_ground: tuple[str, ...] = ()

    def with_grounding(self, grounding: Grounding) -> tuple[CheckedGround, ...]:
        """List the grounds of which the check came out so."""
        return tuple(one for one in self.grounds if one.grounding is grounding)

    @property
    def grounded(self) -> tuple[CheckedGround, ...]:
        """The grounds whose words stand where they are said to stand."""
        return self.with_grounding(Grounding.GROUNDED)

    @property
    def not_grounded(self) -> tuple[CheckedGround, ...]:
        """The grounds whose words do not stand there, or whose document is missing."""
        return self.with_grounding(Grounding.NOT_GROUNDED)

    @property
    def not_checkable(self) -> tuple[CheckedGround, ...]:
        """The grounds that cannot be checked by machine: no text at hand, or a person's word."""
        return self.with_grounding(Grounding.NOT_CHECKABLE)

    @property
    def sound(self) -> bool:
        """Whether nothing was found that is not grounded, and no claim is without a ground."""
        return not self.not_grounded and not self.without_ground

    @property
    def sentence(self) -> str:
        """The counts in words."""
        counts = ", ".join(f"{len(self.with_grounding(one))} {one.value}" for one in Grounding)
        bare = len(self.without_ground)
        return (
            f"{_counted(len(self.grounds), 'ground')}: {counts}. "
            f"{_counted(bare, 'claim')} {'has' if bare == 1 else 'have'} no ground."
        )

    def __str__(self) -> str:
        return self.sentence


def verify(case: Negotiation, documents: Mapping[str, str] | None = None) -> Verification:
    """Check every ground of every claim of a case against the texts that are at hand.

    Args:
        case: the case.
        documents: texts that do not travel with the case, by the id of their document.

    Returns:
        Each ground with what became of its check, and the claims without any ground.

    Raises:
        KeyError: a document that the case does not have.
        InvalidValueError: a text that is not the one that was coded.

    >>> from qalamoun_terms.model.grounds import Document
    >>> from qalamoun_terms.model.proposals import Proposal
    >>> words = Quote(document="d1", start=0, end=6, quote="A deal")
    >>> deal = Proposal(id="p1", evidence=[Evidence(ground=words)])
    >>> text = Document.of("d1", "A deal was made.").without_text()
    >>> case = Negotiation(id="c", documents=[text], proposals=[deal])
    >>> verify(case).sentence
    '1 ground: 0 grounded, 0 not grounded, 1 not checkable. 0 claims have no ground.'
    >>> verify(case, {"d1": "A deal was made."}).grounded[0].path
    'p1'
    """
    whole = case.with_texts(dict(documents)) if documents else case
    texts = {one.id: one.text for one in whole.documents}
    grounds, bare = [], []
    for path, found in _claims(case):
        if not found:
            bare.append(path)
        grounds += [
            CheckedGround(path=path, ground=one, grounding=_checked(one, texts)) for one in found
        ]
    return Verification(grounds=tuple(grounds), without_ground=tuple(bare))


def _checked(ground: Ground, texts: Mapping[str, str | None]) -> Grounding:
    if isinstance(ground, Derived):
        return _weakest(_checked(part, texts) for part in ground.from_)
    if ground.document not in texts:
        return Grounding.NOT_GROUNDED
    text = texts[ground.document]
    if text is None or not isinstance(ground, Quote):
        return Grounding.NOT_CHECKABLE
    stands = text[ground.start : ground.end] == ground.quote
    return Grounding.GROUNDED if stands else Grounding.NOT_GROUNDED


def _weakest(parts: Iterable[Grounding]) -> Grounding:
    """Judge a derivation by the weakest of what it was derived from; from nothing, by nobody."""
    found = set(parts)
    for one in (Grounding.NOT_GROUNDED, Grounding.NOT_CHECKABLE, Grounding.GROUNDED):
        if one in found:
            return one
    return Grounding.NOT_CHECKABLE


def _claims(case: Negotiation) -> Iterator[tuple[str, tuple[Ground, ...]]]:
    """Go through all claims of a case, each with its grounds."""
    for proposal in case.proposals:
        yield from _of_proposal(proposal)
    records: tuple[Position | Measure | Compliance, ...]
    records = (*case.positions, *case.measures, *case.compliance)
    for record in records:
        yield record.id, record.grounds
    for index, unread in enumerate(case.unread):
        yield f"unread[{index}]", (unread.ground,)


def _of_proposal(proposal: Proposal) -> Iterator[tuple[str, tuple[Ground, ...]]]:
    stated = [name for name in _FACTS if getattr(proposal, name) is not None]
    yield from _by_field(proposal.id, proposal.evidence, stated)
    for article in proposal.articles:
        for index, account in enumerate(article.accounts):
            path = f"{proposal.id}.{article.id}.accounts[{index}].term"
            yield from _by_field(path, account.evidence, _stated(account))


def _stated(account: Account) -> list[str]:
    """Name the fields that a telling fills; what a class has by default is not stated."""
    term = account.term
    defaults = {one.name: one.default for one in attrs.fields(type(term))}
    return [
        name
        for name in term_fields(type(term))
        if getattr(term, name) not in (None, defaults[name])
    ]


def _by_field(
    path: str, evidence: tuple[Evidence, ...], stated: list[str]
) -> Iterator[tuple[str, tuple[Ground, ...]]]:
    """Give each field its grounds; the ground of the whole carries the fields without their own."""
    if not evidence:
        yield path, ()
        return
    whole = any(item.field == "" for item in evidence)
    bare = [] if whole else [name for name in stated if all(one.field != name for one in evidence)]
    for name in dict.fromkeys([*(item.field for item in evidence), *bare]):
        grounds = tuple(item.ground for item in evidence if item.field == name)
        yield (f"{path}.{name}" if name else path), grounds


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
