"""Acceptances on a condition, each with the articles of the case that are about what it asks for.

That an article may meet a condition is read off their words; whether it does is for a reader, and whether it was
fulfilled is nowhere said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from qalamoun_terms.comparison.asof import as_of_date
from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.features import folded_words
from qalamoun_terms.comparison.movement import kind_in_words
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.outcome import Outcome, derive
from qalamoun_terms.comparison.standing import standing_of
from qalamoun_terms.comparison.topics import alike, kinds_spoken_of, telling_words
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.grounds import Citation, Quote, leaves_of
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, ProposalRef, Target
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.time import Date

__all__ = ["ConditionalAcceptance", "MeetingArticle", "conditional_acceptances", "conditions_on"]

_SHARED = 2
"""So many telling words must be shared where the kinds do not tell."""


@frozen(kw_only=True)
class MeetingArticle:
    """An article that is about what a condition asks for.

    Args:
        ref: the article.
        title: what it says.
        outcome: what the positions on it come to.
        label: the same with its grade, as it is to be printed.
        shares: what both speak of.

    >>> one = MeetingArticle(
    ...     ref=ArticleRef("p1", "a3"),
    ...     title="detainee release",
    ...     outcome=Outcome.AGREED,
    ...     label="agreed (reported)",
    ...     shares=["detainees"],
    ... )
    >>> print(one)
    p1.a3, detainee release: agreed (reported); both speak of detainees
    """

    ref: ArticleRef = field(validator=v.instance(ArticleRef))
    title: str = field(validator=v.nonempty_text)
    outcome: Outcome = field(validator=v.instance(Outcome))
    label: str = field(validator=v.nonempty_text)
    shares: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))

    def __str__(self) -> str:
        return f"{self.ref}, {self.title}: {self.label}; both speak of {', '.join(self.shares)}"


@frozen(kw_only=True)
class ConditionalAcceptance:
    """A standing acceptance on a condition.

    Args:
        position: the id of the position.
        party: the name of the party.
        target: what it accepts.
        condition: on what condition, in the words of the source; None where no source says.
        grounds: the words and places that the position rests on.
        articles: the articles that are about what the condition asks for, those of the same proposal first.

    >>> accepted = ConditionalAcceptance(
    ...     position="n2",
    ...     party="Council",
    ...     target=ProposalRef("p1"),
    ...     condition="the siege is lifted",
    ... )
    >>> print(accepted)
    Council accepts p1 on condition: "the siege is lifted". No article that would meet it is known.
    """

    position: str = field(validator=v.identifier)
    party: str = field(validator=v.nonempty_text)
    target: Target = field(validator=v.any_of(ProposalRef, ArticleRef))
    condition: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    grounds: tuple[Quote | Citation, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.any_of(Quote, Citation))
    )
    articles: tuple[MeetingArticle, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(MeetingArticle)
    )

    def __str__(self) -> str:
        if self.condition is None:
            return f"{self.party} accepts {self.target} on a condition that no source tells."
        lead = f'{self.party} accepts {self.target} on condition: "{self.condition}".'
        if not self.articles:
            return f"{lead} No article that would meet it is known."
        return "\n".join([f"{lead} It would be met by:", *(f"  {one}" for one in self.articles)])


def conditional_acceptances(
    case: Negotiation, as_of: Date | None = None
) -> tuple[ConditionalAcceptance, ...]:
    """List the acceptances on a condition that stand, with the articles that would meet the conditions.

    Args:
        case: the case.
        as_of: leave out what is known to be later than this.

    Returns:
        One for each conditional position that stands, in the order of the case.

    >>> from qalamoun_terms.model.actors import Party
    >>> from qalamoun_terms.model.proposals import Account, Proposal
    >>> from qalamoun_terms.model.terms import Ceasefire, DetaineeRelease
    >>> terms = Ceasefire(), DetaineeRelease(beneficiaries=["women"])
    >>> articles = [
    ...     Article(id=f"a{n}", accounts=[Account(term=term)]) for n, term in enumerate(terms, 1)
    ... ]
    >>> yes = Position(
    ...     id="n1",
    ...     party="y1",
    ...     target=ArticleRef("p1", "a1"),
    ...     stance=Stance.CONDITIONAL,
    ...     condition="the prisoners are set free",
    ... )
    >>> case = Negotiation(
    ...     id="c",
    ...     parties=[Party(id="y1", name="Council")],
    ...     proposals=[Proposal(id="p1", articles=articles)],
    ...     positions=[yes],
    ... )
    >>> print(*conditional_acceptances(case))
    Council accepts p1.a1 on condition: "the prisoners are set free". It would be met by:
      p1.a2, detainee release: for women: no response on record; both speak of detainees
    """
    drawn = as_of_date(case, as_of).case if as_of is not None else case
    index = CaseIndex(drawn)
    standing = [one for one in drawn.positions if _stands(index, one)]
    return conditions_on(index, standing)


def conditions_on(
    index: CaseIndex, positions: Iterable[Position]
) -> tuple[ConditionalAcceptance, ...]:
    """Put those of some positions that hang on a condition beside the articles that would meet it.

    Args:
        index: the case.
        positions: the positions, others among them.

    >>> conditions_on(CaseIndex(Negotiation(id="c")), ())
    ()
    """
    return tuple(
        ConditionalAcceptance(
            position=one.id,
            party=index.name_of(one.party),
            target=one.target,
            condition=one.condition,
            grounds=leaves_of(one.grounds),
            articles=tuple(_meeting(index, one)),
        )
        for one in positions
        if one.stance is Stance.CONDITIONAL
    )


def _stands(index: CaseIndex, position: Position) -> bool:
    standing = standing_of(index, position.party, position.target)
    return any(one.id == position.id for one in standing.positions)


def _meeting(index: CaseIndex, position: Position) -> Iterator[MeetingArticle]:
    if position.condition is None:
        return
    kinds = kinds_spoken_of(position.condition)
    asked = telling_words(position.condition)
    words = {ref: _words_of(article) for ref, article in index.articles.items()}
    common = _common(words)
    near = sorted(words, key=lambda ref: ref.proposal != position.target.proposal)
    for ref in near:
        article = index.articles[ref]
        shared = [one for one in asked if one not in common and _has(words[ref], one)]
        if article.kind in kinds:
            shared = list(dict.fromkeys([*shared, kind_in_words(article.kind)]))
        elif kinds or len(shared) < _SHARED:
            continue
        if ref != position.target and not _is_asked(article, position.condition):
            outcome = derive(index, ref)
            yield MeetingArticle(
                ref=ref,
                title=describe_article(article),
                outcome=outcome.outcome,
                label=outcome.label,
                shares=shared,
            )


def _is_asked(article: Article, condition: str) -> bool:
    """Tell whether an article is nothing but the condition itself, read as a provision."""
    leaves = leaves_of(item.ground for one in article.accounts for item in one.evidence)
    quoted = [" ".join(folded_words(one.quote)) for one in leaves if isinstance(one, Quote)]
    asked = f" {' '.join(folded_words(condition))} "
    return bool(quoted) and all(f" {one} " in asked for one in quoted)


def _words_of(article: Article) -> tuple[str, ...]:
    told = [describe_article(article), article.heading or ""]
    for account in article.accounts:
        leaves = leaves_of(item.ground for item in account.evidence)
        told += [account.text or "", *(one.quote for one in leaves if isinstance(one, Quote))]
    return telling_words(" ".join(told))


def _common(words: dict[ArticleRef, tuple[str, ...]]) -> frozenset[str]:
    """Find the words that more than half of many articles have: they tell none from another."""
    holders = Counter(word for found in words.values() for word in found)
    return frozenset(word for word, many in holders.items() if many > max(2, len(words) / 2))


def _has(words: tuple[str, ...], wanted: str) -> bool:
    return any(alike(one, wanted) for one in words)
