"""Follows each article through all drafts of a case.

1. Each draft is compared with the one before it, so that the work grows with the drafts and not with their pairs.
2. What a source asserts wins: an article that is said to continue one of any earlier draft goes on with its life.
3. An article that the draft before does not have may be one that an earlier draft had: it is looked for among these
   too, and taken for one of them only where that is likely.
4. What is lost ends; what a report does not mention is told as not reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from attrs import evolve

from qalamoun_terms.comparison.changes import Change, Link, Run
from qalamoun_terms.comparison.compare import compare, designators
from qalamoun_terms.comparison.describe import describe_article
from qalamoun_terms.comparison.history import Draft, History, Life, Stage
from qalamoun_terms.comparison.in_order import in_order
from qalamoun_terms.comparison.movement import kind_in_words
from qalamoun_terms.comparison.told import Movement
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Article, ArticleRef, Proposal
from qalamoun_terms.model.terms import Other

__all__ = ["distinct", "trace"]

_LIKELY = 0.6
"""So sure a match with an article of a draft further back has to be, where no source asserts it."""

_TITLE = 100


def trace(drafts: Negotiation | Iterable[Proposal]) -> History:
    """Follow each article through all drafts.

    Args:
        drafts: a case, whose proposals are put in the order of their dates and rounds; or proposals in their order.

    Returns:
        The life of each article, from the first draft that has it.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> truce, exit = "A truce of two months.", "Fighters leave by bus."
    >>> first = draft([(1, "", truce), (2, "", exit)])
    >>> second = draft([(1, "", exit), (2, "", truce.replace("two", "six"))])
    >>> print(trace([first, second]))
    A truce of six months.
      p1: 1, first known
      p2: 2, amended
        length: “two months” -> “six months” (longer)
        words: A truce of two months. -> A truce of six months.
    <BLANKLINE>
    Fighters leave by bus.
      p1: 2, first known
      p2: 1, moved
    """
    proposals = in_order(drafts) if isinstance(drafts, Negotiation) else distinct(drafts)
    found = _Tracing()
    for proposal in proposals:
        found.follow(proposal)
    return found.history()


def distinct(drafts: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Give drafts ids that tell them apart: ``p1``, ``p2`` and so on where any two have the same.

    Args:
        drafts: the drafts in their order.

    >>> [one.id for one in distinct([Proposal(id="p1"), Proposal(id="p1")])]
    ['p1', 'p2']
    """
    found = tuple(drafts)
    if len({one.id for one in found}) == len(found):
        return found
    return tuple(evolve(one, id=f"p{number}") for number, one in enumerate(found, 1))


class _Lived:
    """A life while it is followed."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.stages: list[Stage] = []


class _Tracing:
    """The lives so far, and which of them the last draft has."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.names: dict[str, str] = {}
        self.lives: list[_Lived] = []
        self.last: Proposal | None = None
        self.present: dict[str, _Lived] = {}
        self.of: dict[ArticleRef, _Lived] = {}
        self.silent: dict[int, _Lived] = {}

    def history(self) -> History:
        lives = (
            Life(
                title=shorten(_title(one.article), _TITLE, placeholder=" …"),
                stages=tuple(one.stages),
            )
            for one in self.lives
        )
        return History(drafts=tuple(self.drafts), lives=tuple(lives))

    def follow(self, new: Proposal) -> None:
        self.drafts.append(Draft(id=new.id, name=new.name or new.title or new.id, date=new.date))
        self.names = _names(new)
        before, self.present = self.present, {}
        old, self.last = self.last, new
        if old is None:
            for article in new.articles:
                self._begin(new, article, "first known")
            return
        back = self._asserted_from_afar(new, before)
        compared = evolve(new, articles=tuple(self._translated(old, new, before, back)))
        change = compare(old, compared)
        articles = _by_id(new)
        for continuing, life in back.items():
            reason = "a source says that it continues it"
            self._go_on(life, new, articles[continuing], reason=reason)
        self._follow_change(change, (old, compared), before)

    # --- what sources assert

    def _asserted_from_afar(self, new: Proposal, before: dict[str, _Lived]) -> dict[str, _Lived]:
        """Find the articles that are said to continue one that the draft before does not have."""
        here = {id(life) for life in before.values()}
        found: dict[str, _Lived] = {}
        for article in new.articles:
            lives = [self.of[ref] for ref in article.continues if ref in self.of]
            if lives and not any(id(life) in here for life in lives):
                free = [
                    one for one in lives if id(one) not in {id(life) for life in found.values()}
                ]
                found |= {article.id: free[0]} if free else {}
        return found

    def _translated(
        self, old: Proposal, new: Proposal, before: dict[str, _Lived], back: dict[str, _Lived]
    ) -> Iterator[Article]:
        """Say of articles that continue one further back what they continue in the draft before."""
        ids = {id(life): article for article, life in before.items()}
        for article in new.articles:
            if article.id in back:
                continue
            lives = [self.of[ref] for ref in article.continues if ref in self.of]
            refs = dict.fromkeys(
                ArticleRef(old.id, ids[id(life)]) for life in lives if id(life) in ids
            )
            yield evolve(article, continues=tuple(refs)) if refs else article

    # --- what became of each article

    def _follow_change(
        self,
        change: Change,
        ends: tuple[Proposal, Proposal],
        before: dict[str, _Lived],
    ) -> None:
        old, new = ends
        articles, ids = _by_id(new), (_ids(old), _ids(new))
        ties = _ties(change)
        words: dict[str, list[str]] = {}
        for one in change.movements:
            if one.new_article and one.field:
                words.setdefault(one.new_article.article, []).append(_told(one))
        strange: list[tuple[Article, Link]] = []
        tellers = _tellers(change.links, ids, ties)
        for link in change.links:
            news = [ids[1][name] for name in link.new]
            olds = [ids[0][name] for name in link.old]
            for place in news:
                if tellers[1][place] is not link:
                    continue
                if place in ties:
                    stage = self._stage(new, place, link, words.get(place, ()))
                    self._live(before[ties[place]], articles[place], stage)
                elif olds:
                    related = tuple(ArticleRef(old.id, one) for one in olds)
                    self._begin(new, articles[place], link.told_as, related, link)
                else:
                    strange.append((articles[place], link))
            for place in olds:
                if tellers[0].get(place) is link:
                    self._lose(before[place], link, tuple(ArticleRef(new.id, one) for one in news))
        self._welcome(new, strange)

    def _stage(self, new: Proposal, id: str, link: Link, words: Sequence[str]) -> Stage:
        return Stage(
            draft=self.drafts[-1],
            ref=ArticleRef(new.id, id),
            label=self.names[id],
            told_as=link.told_as,
            movements=tuple(words),
            confidence=link.confidence,
            reason=link.reason,
        )

    def _live(self, life: _Lived, article: Article, stage: Stage) -> None:
        life.article = article
        life.stages.append(stage)
        self.present[article.id] = life
        if stage.ref is not None:
            self.of[stage.ref] = life
        self.silent.pop(id(life), None)

    def _begin(
        self,
        new: Proposal,
        article: Article,
        told_as: str,
        related: tuple[ArticleRef, ...] = (),
        link: Link | None = None,
    ) -> None:
        life = _Lived(article)
        self.lives.append(life)
        stage = Stage(
            draft=self.drafts[-1],
            ref=ArticleRef(new.id, article.id),
            label=self.names[article.id],
            told_as=told_as,
            related=related,
            confidence=link.confidence if link else 1.0,
            reason=link.reason if link else "",
        )
        self._live(life, article, stage)

    def _lose(self, life: _Lived, link: Link, into: tuple[ArticleRef, ...]) -> None:
        stage = Stage(
            draft=self.drafts[-1],
            told_as=link.told_as,
            related=into,
            confidence=link.confidence,
            reason=link.reason,
        )
        life.stages.append(stage)
        if not into:
            self.silent[id(life)] = life

    # --- what comes back

    def _welcome(self, new: Proposal, strange: list[tuple[Article, Link]]) -> None:
        """Let the articles that are new to the draft before go on with an earlier life, or begin one."""
        here = self.drafts[-1].id
        lives = [one for one in self.silent.values() if one.stages[-1].draft.id != here]
        known = self._known_again(lives, [article for article, _ in strange])
        for article, link in strange:
            if article.id in known:
                life, reason, sure = known[article.id]
                self._go_on(life, new, article, reason=reason, sure=sure)
            else:
                self._begin(new, article, link.told_as, link=link)

    def _known_again(
        self, lives: list[_Lived], articles: list[Article]
    ) -> dict[str, tuple[_Lived, str, float]]:
        if not lives or not articles:
            return {}
        past = Proposal(
            id="past",
            articles=[
                evolve(one.article, id=f"x{place}", label=None) for place, one in enumerate(lives)
            ],
        )
        plain = [evolve(one, id=f"y{place}", label=None) for place, one in enumerate(articles)]
        change = compare(past, Proposal(id="now", articles=plain))
        found = {}
        for link in change.links:
            likely = link.confidence >= _LIKELY or not change.comparability.by_text
            if len(link.old) == len(link.new) == 1 and likely:
                life = lives[int(link.old[0][1:])]
                article = articles[int(link.new[0][1:])]
                found[article.id] = life, link.reason, link.confidence
        return found

    def _go_on(
        self,
        life: _Lived,
        new: Proposal,
        article: Article,
        *,
        reason: str,
        sure: float = 1.0,
    ) -> None:
        one = Proposal(id="past", articles=[evolve(life.article, id="a1", label=None)])
        here = ArticleRef("past", "a1")
        other = evolve(article, id="a1", label=None, continues=(here,))
        change = compare(one, Proposal(id="now", articles=[other]))
        stage = Stage(
            draft=self.drafts[-1],
            ref=ArticleRef(new.id, article.id),
            label=self.names[article.id],
            told_as="again" if change.comparability.by_text else "reported again",
            movements=tuple(_told(step) for step in change.movements if step.field),
            confidence=sure,
            reason=reason,
        )
        self._live(life, article, stage)


def _title(article: Article) -> str:
    """Say what an article is about: what its term says, or its heading and words where that is not read."""
    if article.kind != Other.kind:
        return describe_article(article)
    told = describe_article(article).removeprefix(f"{Other.kind}: ")
    return f"{article.heading}: {told}" if article.heading and article.heading != told else told


def _told(movement: Movement) -> str:
    words = movement.words
    if movement.kind == Other.kind:
        words = words.removeprefix(f"{kind_in_words(Other.kind)}: ")
    return f"{words} ({movement.note})" if movement.note else words


def _names(proposal: Proposal) -> dict[str, str]:
    named = zip(proposal.articles, designators(proposal), strict=True)
    return {article.id: name or article.id for article, name in named}


def _ids(proposal: Proposal) -> dict[str, str]:
    return {name: article for article, name in _names(proposal).items()}


def _by_id(proposal: Proposal) -> dict[str, Article]:
    return {article.id: article for article in proposal.articles}


def _ties(change: Change) -> dict[str, str]:
    """Give the old id of each new article that has one."""
    runs = [one for one in change.order if isinstance(one, Run)]
    return {new: old for run in runs for old, new in map(run.ids, range(run.length))}


def _tellers(
    links: Iterable[Link], ids: tuple[dict[str, str], dict[str, str]], ties: dict[str, str]
) -> tuple[dict[str, Link], dict[str, Link]]:
    """Find the link that tells of an article, as it may be in several.

    For an article that goes on that is the one that has it before and after; for another one, the one that
    names the most that it came from, or that it went into.

    Returns:
        The links of the old articles that are lost, and of the new ones, by their ids.
    """
    found: tuple[dict[str, tuple[int, Link]], dict[str, tuple[int, Link]]] = {}, {}
    staying = set(ties.values())
    for link in links:
        olds, news = (
            [own[name] for name in ends]
            for own, ends in zip(ids, (link.old, link.new), strict=True)
        )
        for place in olds:
            if place not in staying and len(news) > found[0].get(place, (-1,))[0]:
                found[0][place] = len(news), link
        for place in news:
            told = len(olds) if place not in ties else int(ties[place] in olds)
            if told > found[1].get(place, (-1,))[0]:
                found[1][place] = told, link
    lost, known = ({place: link for place, (_, link) in one.items()} for one in found)
    return lost, known
