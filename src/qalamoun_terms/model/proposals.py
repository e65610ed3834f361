"""Proposals, their articles, and the tellings that an article rests on."""

from __future__ import annotations

from enum import Enum

import attrs
from attrs import field, frozen

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.actors import Role, RoleInProposal
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.grounds import Coding, Evidence, Source
from qalamoun_terms.model.stated import Stated
from qalamoun_terms.model.terms import Term, term_fields
from qalamoun_terms.model.time import Date, Duration

__all__ = [
    "Account",
    "Article",
    "ArticleRef",
    "Proposal",
    "ProposalRef",
    "Status",
    "Target",
    "Wording",
    "parse_ref",
]


@frozen(order=True)
class ProposalRef:
    """Points to a proposal of the case.

    Args:
        proposal: the proposal's id.

    >>> str(ProposalRef("p3"))
    'p3'
    """

    proposal: str = field(validator=v.undotted)

    def __str__(self) -> str:
        return self.proposal


@frozen(order=True)
class ArticleRef:
    """Points to an article of a proposal of the case.

    Args:
        proposal: the proposal's id.
        article: the article's id within it.

    >>> str(ArticleRef("p3", "a2"))
    'p3.a2'
    """

    proposal: str = field(validator=v.undotted)
    article: str = field(validator=v.undotted)

    def __str__(self) -> str:
        return f"{self.proposal}.{self.article}"


Target = ProposalRef | ArticleRef
"""A position is about a whole proposal or about one article."""


def parse_ref(text: str) -> Target:
    """Read ``p3`` or ``p3.a2``.

    Args:
        text: the printed form of a reference.

    Returns:
        The reference to a proposal or to an article.

    Raises:
        InvalidValueError: a text that is neither.

    >>> parse_ref("p3.a2")
    ArticleRef(proposal='p3', article='a2')
    """
    proposal, dot, article = text.partition(".")
    if not proposal or (dot and not article) or "." in article:
        raise InvalidValueError(f"reference: expected p3 or p3.a2, got {text!r}")
    return ArticleRef(proposal, article) if dot else ProposalRef(proposal)


class Wording(Enum):
    """Whether an account gives the article's own words or tells what it says."""

    VERBATIM = "verbatim"
    REPORTED = "reported"


@frozen(kw_only=True, repr=False)
class Account(Stated):
    """One telling of an article.

    Args:
        term: what the article says, by this telling.
        wording: whether this telling has the article's own words.
        text: the words of the article or of the telling, where they are kept.
        source: who tells it.
        evidence: the grounds, for the whole and per field of the term.

    Raises:
        InvalidValueError: evidence for a field that the kind of term does not have.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> Account(term=Ceasefire()).wording.value
    'reported'
    """

    term: Term = field(validator=v.instance(Term))
    wording: Wording = field(default=Wording.REPORTED, validator=v.instance(Wording))
    text: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    source: Source = field(default=Source(), validator=v.instance(Source))
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Evidence)
    )

    def __attrs_post_init__(self) -> None:
        known = term_fields(type(self.term)) if self.evidence else ()
        for item in self.evidence:
            if item.field and item.field not in known:
                raise InvalidValueError(
                    f"account.evidence: expected a field of {self.term.kind}, got {item.field!r}"
                )


@frozen(kw_only=True, repr=False)
class Article(Stated):
    """One provision of a proposal, known by one or more accounts.

    Where accounts disagree nothing is chosen: ``term`` is None and ``differences`` names the fields.

    Args:
        id: ``a1``, ``a2``, ... within its proposal.
        label: the number or mark as printed.
        heading: the heading as printed.
        accounts: the tellings, at least one.
        continues: earlier articles of which a source says that this one continues them.
        coding: who coded it.

    Raises:
        InvalidValueError: no account.

    >>> from qalamoun_terms.model.terms import Weapon, WeaponsHandover
    >>> heavy = Account(term=WeaponsHandover(weapons=[Weapon.HEAVY]))
    >>> both = Account(term=WeaponsHandover(weapons=[Weapon.HEAVY, Weapon.MEDIUM]))
    >>> article = Article(id="a1", accounts=[heavy, both])
    >>> article.term is None, article.differences
    (True, ('weapons',))
    """

    id: str = field(validator=v.undotted)
    label: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    heading: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    accounts: tuple[Account, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Account))
    continues: tuple[ArticleRef, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(ArticleRef)
    )
    coding: Coding | None = field(default=None, validator=v.optional(v.instance(Coding)))

    def __attrs_post_init__(self) -> None:
        if not self.accounts:
            raise InvalidValueError("article.accounts: expected at least one account, got none")

    @property
    def term(self) -> Term | None:
        """What the article says, where all accounts agree on it; else None."""
        first = self.accounts[0].term
        return first if all(account.term == first for account in self.accounts) else None

    @property
    def differences(self) -> tuple[str, ...]:
        """The fields on which the accounts disagree; ``kind`` where they differ in kind."""
        kinds = {account.term.kind for account in self.accounts}
        if len(kinds) > 1:
            return ("kind",)
        names = term_fields(type(self.accounts[0].term))
        return tuple(
            name
            for name in names
            if any(
                getattr(account.term, name) != getattr(self.accounts[0].term, name)
                for account in self.accounts
            )
        )

    @property
    def kind(self) -> str:
        """The kind of term, by the first account."""
        return self.accounts[0].term.kind


class Status(Enum):
    """What a source calls a proposal as a whole."""

    PROPOSED = "proposed"
    TENTATIVE = "tentative"
    AGREED = "agreed"
    REJECTED = "rejected"
    IMPLEMENTED = "implemented"
    COLLAPSED = "collapsed"


@frozen(kw_only=True, repr=False)
class Proposal(Stated):
    """Articles put forward together: an initiative paper, a draft, an offer, demands, an agreement.

    Args:
        id: ``p1``, ``p2``, ...
        name: a short name to ask for it by (``initiative-2016``), unique in its case; None where nobody gave one.
        title: what the text calls it, or a description.
        roles: who is what to it.
        articles: the provisions that are known.
        date: when it was put forward or signed.
        status: what a source calls it; None where no source says.
        territory: the places it is for.
        validity: how long it is to hold.
        complete: whether all of its articles are known; None where that cannot be told.
        articles_total: how many articles it is said to have.
        continues: earlier proposals of which a source says that this one is a later draft.
        supersedes: earlier proposals that it is said to replace.
        source: who tells of it.
        evidence: the grounds, per field.
        coding: who coded it.

    Raises:
        InvalidValueError: two articles with one id, or more articles than ``articles_total``.

    >>> paper = Proposal(id="p1", name="initiative-2016", articles_total=5)
    >>> paper.articles_known, paper.complete is None
    (0, True)
    """

    id: str = field(validator=v.undotted)
    name: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    title: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    roles: tuple[Role, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Role))
    articles: tuple[Article, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Article)
    )
    date: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    status: Status | None = field(default=None, validator=v.optional(v.instance(Status)))
    territory: tuple[str, ...] | None = field(
        default=None, converter=v.to_names, validator=v.optional(v.names)
    )
    validity: Duration | None = field(default=None, validator=v.optional(v.instance(Duration)))
    complete: bool | None = field(default=None, validator=v.optional(v.boolean))
    articles_total: int | None = field(default=None, validator=v.optional(v.count))
    continues: tuple[ProposalRef, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(ProposalRef)
    )
    supersedes: tuple[ProposalRef, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(ProposalRef)
    )
    source: Source = field(default=Source(), validator=v.instance(Source))
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Evidence)
    )
    coding: Coding | None = field(default=None, validator=v.optional(v.instance(Coding)))

    def __attrs_post_init__(self) -> None:
        ids = [article.id for article in self.articles]
        twice = (
            sorted({one for one in ids if ids.count(one) > 1}) if len(set(ids)) < len(ids) else []
        )
        if twice:
            raise InvalidValueError(
                f"proposal.articles: expected each id once, got {', '.join(twice)} more than once"
            )
        if self.articles_total is not None and self.articles_total < len(self.articles):
            raise InvalidValueError(
                f"proposal.articles_total: expected at least {len(self.articles)}, the number of "
                f"known articles; got {self.articles_total}"
            )
        known = {attribute.name for attribute in attrs.fields(type(self))} | {""}
        for item in self.evidence:
            if item.field not in known:
                raise InvalidValueError(
                    f"proposal.evidence: expected a field of proposal, got {item.field!r}"
                )

    _repr_html_ = repr_html

    @property
    def articles_known(self) -> int:
        """How many articles are known."""
        return len(self.articles)

    @property
    def proposers(self) -> tuple[str, ...]:
        """The ids of the parties that put it forward."""
        return self.with_role(RoleInProposal.PROPOSER)

    def with_role(self, *roles: RoleInProposal) -> tuple[str, ...]:
        """List the parties that have one of the given roles, in their order, each once.

        >>> from qalamoun_terms.model.actors import Role
        >>> paper = Proposal(id="p1", roles=[Role(party="y1", role=RoleInProposal.PROPOSER)])
        >>> paper.with_role(RoleInProposal.PROPOSER, RoleInProposal.SIGNATORY)
        ('y1',)
        """
        return tuple(dict.fromkeys(item.party for item in self.roles if item.role in roles))

    def __getitem__(self, article: str) -> Article:
        """Give the article with this id, or else the only one with this printed label."""
        for candidate in self.articles:
            if candidate.id == article:
                return candidate
        labelled = [one for one in self.articles if one.label == article]
        if len(labelled) == 1:
            return labelled[0]
        raise KeyError(f"{self.id} has no article {article!r}")
