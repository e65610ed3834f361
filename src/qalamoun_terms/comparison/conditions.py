"""Acceptances on a condition, each with the articles of the case that are about what it asks for.

That an article may meet a condition is read off their words; whether it does is for a reader, and whether it was
fulfilled is nowhere said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import evolve, field, frozen

from qalamoun_terms.comparison.asof import Day, drawn_for
from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.features import folded_words
from qalamoun_terms.comparison.movement_rules import kind_in_words
from qalamoun_terms.comparison.order import CaseIndex
from qalamoun_terms.comparison.outcome import Footing, Outcome, derive, footing_of
from qalamoun_terms.comparison.standing import standing_of
from qalamoun_terms.comparison.topics import alike, kinds_spoken_of, telling_words
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.grounds import Citation, Quote, leaves_of
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, ProposalRef, Target
from qalamoun_terms.model.record import Position, Stance

__all__ = ["ConditionalAcceptance", "Conditions", "MeetingArticle", "conditional_acceptances"]

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
    case: Negotiation, as_of: Day = None
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
    drawn = drawn_for(case, as_of)
    index = CaseIndex(drawn)
    standing = [one for one in drawn.positions if _stands(index, one)]
    return Conditions(index).on(standing)


class Conditions:
    """Puts positions that hang on a condition beside the articles that would meet it.

    The words of the articles are gathered once, when the first condition is looked at.

    Args:
        index: the case.

    >>> Conditions(CaseIndex(Negotiation(id="c"))).on(())
    ()
    """

    def __init__(self, index: CaseIndex) -> None:
        self._index = index
        self._known: dict[ArticleRef, MeetingArticle] = {}
        self._footings: dict[str, Footing] = {}
        self._known_holders: dict[str, tuple[ArticleRef, ...]] = {}

    def on(self, positions: Iterable[Position]) -> tuple[ConditionalAcceptance, ...]:
        """Take those of some positions that hang on a condition."""
        return tuple(
            ConditionalAcceptance(
                position=one.id,
                party=self._index.name_of(one.party),
                target=one.target,
                condition=one.condition,
                grounds=leaves_of(one.grounds),
                articles=() if one.condition is None else tuple(self._meeting(one, one.condition)),
            )
            for one in positions
            if one.stance is Stance.CONDITIONAL
        )

    def _meeting(self, position: Position, condition: str) -> Iterator[MeetingArticle]:
        kinds = kinds_spoken_of(condition)
        shared = self._shared(condition)
        asked = f" {' '.join(folded_words(condition))} "
        near = [*self._of.get(position.target.proposal, ()), *self._index.articles]
        for ref in dict.fromkeys(near):
            kind, words = self._index.articles[ref].kind, shared.get(ref, ())
            if kind in kinds:
                words = tuple(dict.fromkeys((*words, kind_in_words(kind))))
            elif kinds or len(words) < _SHARED:
                continue
            if ref != position.target and not self._is_asked(ref, asked):
                yield evolve(self._as_it_stands(ref), shares=words)

    def _shared(self, condition: str) -> dict[ArticleRef, tuple[str, ...]]:
        """Find the articles that have words of a condition, with these words."""
        found: dict[ArticleRef, tuple[str, ...]] = {}
        for word in telling_words(condition):
            for ref in self._holders_of(word):
                found[ref] = (*found.get(ref, ()), word)
        return found

    def _holders_of(self, word: str) -> tuple[ArticleRef, ...]:
        """List the articles that have a word or a form of it; none where more than half of many do."""
        if word not in self._known_holders:
            held = (refs for other, refs in self._words.items() if alike(other, word))
            refs = tuple(dict.fromkeys(ref for some in held for ref in some))
            most = max(2, len(self._index.articles) / 2)
            self._known_holders[word] = refs if len(refs) <= most else ()
        return self._known_holders[word]

    def _is_asked(self, ref: ArticleRef, asked: str) -> bool:
        """Tell whether an article is nothing but the condition itself, read as a provision."""
        quoted = self._quoted[ref]
        return bool(quoted) and all(f" {one} " in asked for one in quoted)

    def _as_it_stands(self, ref: ArticleRef) -> MeetingArticle:
        """Describe an article and what the positions on it come to, once."""
        if ref not in self._known:
            proposal = self._index.proposals[ref.proposal]
            if proposal.id not in self._footings:
                self._footings[proposal.id] = footing_of(self._index, proposal)
            outcome = derive(self._index, ref, self._footings[proposal.id])
            self._known[ref] = MeetingArticle(
                ref=ref,
                title=describe_article(self._index.articles[ref]),
                outcome=outcome.outcome,
                label=outcome.label,
                shares=(),
            )
        return self._known[ref]

    @cached_property
    def _words(self) -> dict[str, list[ArticleRef]]:
        """The articles that have each word."""
        found: dict[str, list[ArticleRef]] = {}
        for ref, article in self._index.articles.items():
            told = [describe_article(article), article.heading or "", *self._quoted[ref]]
            told += [account.text or "" for account in article.accounts]
            for word in telling_words(" ".join(told)):
                found.setdefault(word, []).append(ref)
        return found

    @cached_property
    def _of(self) -> dict[str, list[ArticleRef]]:
        """The articles of each proposal."""
        found: dict[str, list[ArticleRef]] = {}
        for ref in self._index.articles:
            found.setdefault(ref.proposal, []).append(ref)
        return found

    @cached_property
    def _quoted(self) -> dict[ArticleRef, tuple[str, ...]]:
        """The quoted words that each article rests on, folded."""
        return {ref: _quoted_for(article) for ref, article in self._index.articles.items()}


def _stands(index: CaseIndex, position: Position) -> bool:
    standing = standing_of(index, position.party, position.target)
    return any(one.id == position.id for one in standing.positions)


def _quoted_for(article: Article) -> tuple[str, ...]:
    leaves = leaves_of(item.ground for one in article.accounts for item in one.evidence)
    return tuple(" ".join(folded_words(one.quote)) for one in leaves if isinstance(one, Quote))
