"""Comparing two proposals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
from attrs import frozen

from qalamoun_terms.comparison.align import align
from qalamoun_terms.comparison.changes import Change, Comparability, Pairing, Run
from qalamoun_terms.comparison.counting import shift_between
from qalamoun_terms.comparison.edits import (
    AccountEdit,
    ArticleEdit,
    Drop,
    Edit,
    EvidenceEdit,
    FieldEdit,
    Insert,
    ProposalEdit,
    TextEdit,
)
from qalamoun_terms.comparison.fields import claims_between, field_edits
from qalamoun_terms.comparison.force import Force, force_changes
from qalamoun_terms.comparison.matched import Alignment, Match
from qalamoun_terms.comparison.runs import Step, joined_runs
from qalamoun_terms.comparison.standpoint import longest_increasing
from qalamoun_terms.comparison.values import article_mark
from qalamoun_terms.comparison.wording import word_edits
from qalamoun_terms.model.proposals import Account, Article, Proposal, Wording

__all__ = ["account_edits", "comparability", "compare", "designators"]


def compare(old: Proposal, new: Proposal) -> Change:
    """Say what became of each article from one proposal to another.

    Args:
        old: the proposal before.
        new: the proposal after.

    Returns:
        The change, with which `apply` makes the new proposal of the old one.

    >>> from qalamoun_terms.model.terms import ServiceGrace
    >>> from qalamoun_terms.model.time import Duration, Extension
    >>> grace = ServiceGrace(duration=Duration.parse("P6M"))
    >>> longer = attrs.evolve(grace, extension=Extension(up_to=Duration.parse("P1Y")))
    >>> paper, deal = (
    ...     Proposal(id=id, articles=[Article(id="a1", accounts=[Account(term=term)])])
    ...     for id, term in (("p1", grace), ("p3", longer))
    ... )
    >>> print(compare(paper, deal).movements[0])
    service grace: extension up to 12 months added (lighter for those liable to service)
    """
    alignment = align(old, new)
    pairs = {match.new: match for match in alignment.matches}
    names = designators(old), designators(new)
    edits, pairings = _inside(old, new, alignment)
    return Change(
        old=old.id,
        new=new.id,
        comparability=comparability(old, new),
        order=_order(old, new, pairs, names),
        drops=_drops(old, alignment, names[0]),
        edits=edits,
        pairings=(*pairings, *_groups(old, new, alignment)),
        proposal=_header(old, new),
    )


# --- how comparable


def comparability(old: Proposal, new: Proposal) -> Comparability:
    """Say how far two proposals can be compared.

    >>> comparability(Proposal(id="p1"), Proposal(id="p2")).by_text
    False
    """
    return Comparability(
        old=_wording(old),
        new=_wording(new),
        old_complete=_complete(old),
        new_complete=_complete(new),
    )


def _wording(proposal: Proposal) -> str:
    known = bool(proposal.articles) and all(map(_is_verbatim, proposal.articles))
    return "verbatim" if known else "reported"


def _is_verbatim(article: Article) -> bool:
    if len(article.accounts) == 1:
        return article.accounts[0].wording is _VERBATIM
    return all(account.wording is _VERBATIM for account in article.accounts)


_VERBATIM = Wording.VERBATIM


def _complete(proposal: Proposal) -> bool:
    if proposal.complete is not None:
        return proposal.complete
    return proposal.articles_total == proposal.articles_known


# --- which article stands where


def designators(proposal: Proposal) -> list[str | None]:
    """Give the labels that are unique in their draft and no other article's id; None for the rest.

    Args:
        proposal: the draft.

    >>> designators(Proposal(id="p1"))
    []
    """
    times = Counter(article.label for article in proposal.articles)
    ids = {article.id for article in proposal.articles}
    return [
        one.label if times[one.label] == 1 and one.label not in ids else None
        for one in proposal.articles
    ]


def _order(
    old: Proposal,
    new: Proposal,
    pairs: dict[int, Match],
    names: tuple[list[str | None], list[str | None]],
) -> tuple[Run | Insert, ...]:
    staying = longest_increasing([match.old for _, match in sorted(pairs.items())])
    pieces: list[Step | Insert] = []
    for place, article in enumerate(new.articles):
        match = pairs.get(place)
        if match is None:
            pieces.append(Insert(article=article, name=names[1][place]))
            continue
        before = old.articles[match.old]
        step = Step(
            at=match.old,
            moved=match.old not in staying,
            shift=shift_between(before.label, article.label) or 0,
            old=before.id,
            new=article.id,
            old_name=names[0][match.old],
            new_name=names[1][place],
        )
        pieces.append(step)
    return tuple(joined_runs(pieces))


def _drops(old: Proposal, alignment: Alignment, names: list[str | None]) -> tuple[Drop, ...]:
    matched = {match.old for match in alignment.matches}
    return tuple(
        Drop(at=place, article=article, name=names[place])
        for place, article in enumerate(old.articles)
        if place not in matched
    )


def _header(old: Proposal, new: Proposal) -> tuple[ProposalEdit, ...]:
    return tuple(
        ProposalEdit(field=one.name, old=getattr(old, one.name), new=getattr(new, one.name))
        for one in attrs.fields(Proposal)
        if one.name != "articles" and getattr(old, one.name) != getattr(new, one.name)
    )


# --- what changed inside of a pair


@frozen(kw_only=True)
class _Pair:
    """Two matched articles and the edits between them."""

    old: Article
    new: Article
    match: Match
    edits: tuple[Edit, ...]

    @property
    def reported(self) -> bool:
        return not (_is_verbatim(self.old) and _is_verbatim(self.new))

    def pairing(self) -> Pairing:
        contested = len(self.old.accounts) > 1 or len(self.new.accounts) > 1
        other_kind = self.old.kind != self.new.kind
        claims = claims_between(self.old, self.new) if contested or other_kind else ()
        subkinds = {one.term.subkind for one in (*self.old.accounts, *self.new.accounts)}
        amended = bool(claims) or any(self._counts(edit) for edit in self.edits)
        return Pairing(
            old=(self.old.id,),
            new=(self.new.id,),
            relation="amended" if amended else "kept",
            confidence=self.match.confidence,
            reason=self.match.reason,
            kind=self.new.kind,
            subkind=subkinds.pop() if len(subkinds) == 1 else None,
            negated=all(one.term.negated for one in (*self.old.accounts, *self.new.accounts)),
            reported=self.reported,
            expects=article_mark(self.old) if self.edits else None,
            makes=article_mark(self.new) if self.edits else None,
            claims=claims,
            force=self._force(),
        )

    def _force(self) -> tuple[Force, ...]:
        texts = [one.accounts[0].text for one in (self.old, self.new) if len(one.accounts) == 1]
        words = [edit.words for edit in self.edits if isinstance(edit, TextEdit) and not edit.field]
        if self.reported or len(words) != 1 or len(texts) != 2:
            return ()
        return force_changes(texts[0] or "", texts[1] or "", words[0])

    def _counts(self, edit: Edit) -> bool:
        """Say whether an edit changes what the article says, and not only what that rests on."""
        if isinstance(edit, FieldEdit) or (isinstance(edit, TextEdit) and edit.field):
            return len(self.old.accounts) == len(self.new.accounts) == 1
        if isinstance(edit, TextEdit):
            return not self.reported
        return isinstance(edit, ArticleEdit) and edit.field == "heading"


def _inside(
    old: Proposal, new: Proposal, alignment: Alignment
) -> tuple[tuple[Edit, ...], tuple[Pairing, ...]]:
    """Find the edits inside of the matched articles, and what is known of those that have some.

    One pair is done with before the next begins: so its texts are still known in their pieces.
    """
    edits: list[Edit] = []
    pairings = []
    for match in alignment.matches:
        before, after = old.articles[match.old], new.articles[match.new]
        found = tuple(_article_edits(before, after))
        if found:
            edits += found
            pairings.append(_Pair(old=before, new=after, match=match, edits=found).pairing())
    return tuple(edits), tuple(pairings)


def _groups(old: Proposal, new: Proposal, alignment: Alignment) -> Iterator[Pairing]:
    for group in alignment.groups:
        yield Pairing(
            old=tuple(old.articles[place].id for place in group.old),
            new=tuple(new.articles[place].id for place in group.new),
            relation="split" if len(group.new) > 1 else "merged",
            confidence=group.confidence,
            reason=group.reason,
            kind=new.articles[group.new[0]].kind,
        )


def _article_edits(old: Article, new: Article) -> Iterator[Edit]:
    if shift_between(old.label, new.label) is None:
        yield ArticleEdit(article=old.id, field="label", old=old.label, new=new.label)
    for name in ("heading", "continues"):
        if getattr(old, name) != getattr(new, name):
            yield ArticleEdit(
                article=old.id, field=name, old=getattr(old, name), new=getattr(new, name)
            )
    if old.coding != new.coding:
        yield EvidenceEdit(article=old.id, field="coding", old=old.coding, new=new.coding)
    if old.accounts != new.accounts:
        yield from _accounts(old, new)


def _accounts(old: Article, new: Article) -> Iterator[Edit]:
    matched = _match_accounts(old.accounts, new.accounts)
    for place, account in enumerate(old.accounts):
        if place not in matched:
            yield AccountEdit(article=old.id, account=place, old=account)
        elif account != (other := new.accounts[matched[place]]):
            yield from account_edits(old.id, place, account, other)
    taken = {other: place for place, other in matched.items()}
    for place, account in enumerate(new.accounts):
        if place not in taken:
            yield AccountEdit(article=old.id, account=place, new=account)
    order = tuple(taken[place] for place in sorted(taken))
    if order != tuple(sorted(order)):
        yield ArticleEdit(
            article=old.id, field="account_order", old=tuple(sorted(order)), new=order
        )


def _match_accounts(old: tuple[Account, ...], new: tuple[Account, ...]) -> dict[int, int]:
    """Match equal accounts, then those of one source, then those of one kind; two alone in any case."""
    if len(old) == len(new) == 1:
        return {0: 0}
    matched: dict[int, int] = {}
    free = dict(enumerate(new))
    tests = (
        lambda one, other: one == other,
        lambda one, other: (one.source, one.term.kind) == (other.source, other.term.kind),
        lambda one, other: one.term.kind == other.term.kind,
        lambda one, other: one.source == other.source,
    )
    for test in tests:
        for place, account in enumerate(old):
            if place in matched:
                continue
            found = next((at for at, other in free.items() if test(account, other)), None)
            if found is not None:
                matched[place] = found
                del free[found]
    return matched


def account_edits(article: str, place: int, old: Account, new: Account) -> Iterator[Edit]:
    """Find the edits that lead from one account of an article to another.

    Args:
        article: the old article's id.
        place: which of its old accounts.
        old: the account before.
        new: the account after.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> list(account_edits("a1", 0, Account(term=Ceasefire()), Account(term=Ceasefire())))
    []
    """
    if old.term.kind != new.term.kind:
        yield AccountEdit(article=article, account=place, old=old, new=new)
        return
    yield from field_edits(article, place, old.term, new.term)
    if old.text is not None and new.text is not None and old.text != new.text:
        yield TextEdit(article=article, account=place, words=word_edits(old.text, new.text))
    elif old.text != new.text:
        yield EvidenceEdit(article=article, account=place, field="text", old=old.text, new=new.text)
    for name in ("wording", "source", "evidence"):
        if getattr(old, name) != getattr(new, name):
            yield EvidenceEdit(
                article=article,
                account=place,
                field=name,
                old=getattr(old, name),
                new=getattr(new, name),
            )
