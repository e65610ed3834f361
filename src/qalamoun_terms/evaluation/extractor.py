"""A user's own extractor, a language model for one, held to the same promise: every claim stands in the text.

1. What an extractor says is a machine's word: a check by a person that it claims is taken away.
2. A quote whose words stand in the text just once, elsewhere than it says, is put where they stand.
3. A claim is grounded if all its grounds are words of the text; others are refused, or kept and marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, Protocol, TypeVar

from attrs import evolve, frozen

from qalamoun_terms.comparison.review import NOT_FOUND
from qalamoun_terms.comparison.verify import Verification, verify
from qalamoun_terms.errors import CheckError, InvalidValueError
from qalamoun_terms.model.check import check
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Coding, Derived, Document, Evidence, Ground, Quote, Unread
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Article, Proposal
from qalamoun_terms.model.record import Compliance, Measure, Position
from qalamoun_terms.model.terms import term_fields
from qalamoun_terms.model.validation import describe
from qalamoun_terms.reading.parse import decoded

__all__ = ["Extractor", "from_extractor"]

_Coded = TypeVar("_Coded", Proposal, Article, Position)
_Claimed = TypeVar("_Claimed", Position, Measure, Compliance)


class Extractor(Protocol):
    """Anything that reads a text into a case: a function, or an object that can be called like one.

    The case has one document, of any id, without its text or with exactly the text that was given. Each claim has
    quotes as its grounds; offsets may be wrong where the words stand in the text only once.

    >>> from qalamoun_terms.reading.parse import parse
    >>> def careful(text: str, *, published: Date | None) -> Negotiation:
    ...     return parse(text, published=published)
    >>> extractor: Extractor = careful
    """

    def __call__(self, text: str, *, published: Date | None) -> Negotiation:
        """Read a text.

        Args:
            text: the text.
            published: when it was published.
        """
        ...


def from_extractor(
    text: str | bytes,
    extractor: Extractor,
    *,
    published: str | Date | None = None,
    coder: str | None = None,
    ungrounded: Literal["refuse", "mark"] = "refuse",
) -> Negotiation:
    """Read a text with an extractor of one's own, and check all that it claims against the text.

    Args:
        text: the text, or its bytes in utf-8.
        extractor: what reads it.
        published: when it was published, as EDTF.
        coder: how the extractor is recorded as the coder; by default by its own name.
        ungrounded: whether claims that are not grounded are refused, or kept with the ground "not found in the
            text", by which `review` puts them first.

    Returns:
        The case, coded by a machine and checked by nobody.

    Raises:
        CheckError: names each claim that is not grounded, and each reference that points to nothing.
        InvalidValueError: something else than a case of this one text.
        ReadingError: bytes that are no utf-8.

    >>> from qalamoun_terms.model.proposals import ProposalRef
    >>> from qalamoun_terms.model.record import Stance
    >>> from qalamoun_terms.model.actors import Party
    >>> def careless(text, *, published):
    ...     words = Quote(document="d1", start=0, end=8, quote="accepted")
    ...     offer = Proposal(id="p1", evidence=[Evidence(ground=words)])
    ...     return Negotiation(id="c", documents=[Document(id="d1")], proposals=[offer])
    >>> case = from_extractor("Both accepted the offer.", careless)
    >>> case["p1"].evidence[0].ground.start
    5
    >>> from_extractor("Both rejected the offer.", careless)
    Traceback (most recent call last):
    qalamoun_terms.errors.CheckError: 1 problem: p1: expected words of the text, got 'accepted'
    """
    words = decoded(text)
    date = Date(published) if isinstance(published, str) else published
    case = extractor(words, published=date)
    if not isinstance(case, Negotiation):
        raise InvalidValueError(f"extractor: expected a Negotiation, got {describe(case)}")
    case = _of_this_text(case, words, date)
    case = _with_grounds(case, _Put(words, case.documents[0].id).right)
    case = _coded_by(case, coder or _name_of(extractor))
    verification = verify(case)
    if ungrounded == "mark":
        return check(_marked(case, verification))
    _refuse(verification)
    return check(case)


def _name_of(extractor: object) -> str:
    name = getattr(extractor, "__qualname__", None)
    return name if isinstance(name, str) else type(extractor).__qualname__


def _of_this_text(case: Negotiation, text: str, published: Date | None) -> Negotiation:
    """Attach the text to the one document of a case."""
    if len(case.documents) != 1:
        raise InvalidValueError(
            f"extractor.documents: expected one, of the text; got {len(case.documents)}"
        )
    document = case.documents[0]
    if document.text not in (None, text):
        raise InvalidValueError("extractor.documents: expected the text as given, got another")
    whole = Document.of(document.id, text)
    document = evolve(
        document,
        text=text,
        sha256=document.sha256 or whole.sha256,
        length=whole.length if document.length is None else document.length,
        published=published or document.published,
    )
    return evolve(case, documents=(document,))


@frozen
class _Put:
    """Puts quotes of one document where their words stand."""

    text: str
    document: str

    def right(self, ground: Ground) -> Ground:
        """Move a quote whose words stand in the text once, and not where it says."""
        if isinstance(ground, Derived):
            return evolve(ground, from_=tuple(self.right(one) for one in ground.from_))
        if not isinstance(ground, Quote) or ground.document != self.document:
            return ground
        if self.text[ground.start : ground.end] == ground.quote:
            return ground
        start = self.text.find(ground.quote)
        if start < 0 or self.text.find(ground.quote, start + 1) >= 0:
            return ground
        return evolve(ground, start=start, end=start + len(ground.quote))


def _with_grounds(case: Negotiation, change: Callable[[Ground], Ground]) -> Negotiation:
    """Change every ground of a case."""

    def records(found: tuple[_Claimed, ...]) -> tuple[_Claimed, ...]:
        return tuple(evolve(one, grounds=tuple(map(change, one.grounds))) for one in found)

    def evidence(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(evolve(one, ground=change(one.ground)) for one in found)

    def accounts(found: tuple[Account, ...]) -> tuple[Account, ...]:
        return tuple(evolve(one, evidence=evidence(one.evidence)) for one in found)

    def articles(found: tuple[Article, ...]) -> tuple[Article, ...]:
        return tuple(evolve(one, accounts=accounts(one.accounts)) for one in found)

    return evolve(
        case,
        proposals=tuple(
            evolve(one, evidence=evidence(one.evidence), articles=articles(one.articles))
            for one in case.proposals
        ),
        positions=records(case.positions),
        measures=records(case.measures),
        compliance=records(case.compliance),
        unread=tuple(_changed(one, change) for one in case.unread),
    )


def _changed(unread: Unread, change: Callable[[Ground], Ground]) -> Unread:
    ground = change(unread.ground)
    return evolve(unread, ground=ground) if isinstance(ground, Quote) else unread


def _coded_by(case: Negotiation, coder: str) -> Negotiation:
    """Record the extractor as the coder of whatever names none, and no person's check."""

    def by_machine(record: _Coded) -> _Coded:
        coding = record.coding or Coding(coder=coder, by_machine=True)
        unchecked = evolve(coding, by_machine=True, checked_by=None, checked_on=None)
        return evolve(record, coding=unchecked)

    return evolve(
        case,
        proposals=tuple(
            by_machine(evolve(one, articles=tuple(map(by_machine, one.articles))))
            for one in case.proposals
        ),
        positions=tuple(map(by_machine, case.positions)),
    )


def _refuse(verification: Verification) -> None:
    """Refuse claims that are not grounded; a place that is cited is nothing that could be checked."""
    loose = (*verification.not_grounded, *verification.not_checkable)
    problems = [f"{one.path}: expected words of the text, got {_told(one.ground)}" for one in loose]
    problems += [f"{path}: expected a ground, got none" for path in verification.without_ground]
    if problems:
        raise CheckError(problems)


def _told(ground: Ground) -> str:
    return repr(ground.quote) if isinstance(ground, Quote) else f"a {type(ground).__name__}"


def _marked(case: Negotiation, verification: Verification) -> Negotiation:
    """Put the mark in the place of each ground that is none, and on each claim without a ground."""
    loose = {one.ground for one in (*verification.not_grounded, *verification.not_checkable)}
    kept = evolve(case, unread=tuple(one for one in case.unread if one.ground not in loose))
    whole = _with_grounds(kept, lambda ground: NOT_FOUND if ground in loose else ground)
    bare = _Bare(frozenset(verification.without_ground))
    return evolve(
        whole,
        proposals=tuple(bare.proposal(one) for one in whole.proposals),
        positions=bare.records(whole.positions),
        measures=bare.records(whole.measures),
        compliance=bare.records(whole.compliance),
    )


@frozen
class _Bare:
    """Puts the mark on claims without any ground, by their paths."""

    paths: frozenset[str]

    def records(self, found: tuple[_Claimed, ...]) -> tuple[_Claimed, ...]:
        return tuple(
            evolve(one, grounds=(NOT_FOUND,)) if one.id in self.paths else one for one in found
        )

    def proposal(self, proposal: Proposal) -> Proposal:
        facts = ("date", "status", "territory", "validity")
        articles = tuple(self.article(proposal.id, one) for one in proposal.articles)
        marks = self.marks(proposal.id, facts)
        return evolve(proposal, articles=articles, evidence=(*proposal.evidence, *marks))

    def article(self, proposal: str, article: Article) -> Article:
        accounts = tuple(
            self.account(f"{proposal}.{article.id}.accounts[{index}].term", one)
            for index, one in enumerate(article.accounts)
        )
        return evolve(article, accounts=accounts)

    def account(self, path: str, account: Account) -> Account:
        marks = self.marks(path, term_fields(type(account.term)))
        return evolve(account, evidence=(*account.evidence, *marks))

    def marks(self, path: str, fields: Iterable[str]) -> tuple[Evidence, ...]:
        """Give the mark for the whole, or for each field that has no ground of its own."""
        names = ("", *fields)
        return tuple(
            Evidence(field=name, ground=NOT_FOUND)
            for name in names
            if (f"{path}.{name}" if name else path) in self.paths
        )
