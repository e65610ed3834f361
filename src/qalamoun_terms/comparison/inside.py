"""What changed inside of two articles that were matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import field, frozen

from qalamoun_terms.comparison.counting import shift_between
from qalamoun_terms.comparison.edits import (
    AccountEdit,
    ArticleEdit,
    Edit,
    EvidenceEdit,
    TextEdit,
)
from qalamoun_terms.comparison.fields import claims_between, field_edits
from qalamoun_terms.comparison.force import Force, force_changes
from qalamoun_terms.comparison.matched import Match
from qalamoun_terms.comparison.outlines import Outline, Outlines
from qalamoun_terms.comparison.pairings import Claims, Pairing
from qalamoun_terms.comparison.values import article_mark
from qalamoun_terms.comparison.wording import word_edits
from qalamoun_terms.model.proposals import Account, Article, Wording

__all__ = ["Inside", "Matched", "account_edits", "is_verbatim"]

_VERBATIM = Wording.VERBATIM


def is_verbatim(article: Article) -> bool:
    """Say whether all that tell an article have its own words.

    Args:
        article: the article.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> is_verbatim(Article(id="a1", accounts=[Account(term=Ceasefire())]))
    False
    """
    if len(article.accounts) == 1:
        return article.accounts[0].wording is _VERBATIM
    return all(account.wording is _VERBATIM for account in article.accounts)


@frozen(kw_only=True)
class Matched:
    """Two articles that were matched.

    Args:
        old: the one before.
        new: the one after.
        match: how sure the match is, and why it was made.
        shift: how far the number counted on; None where it changed otherwise.

    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> one = Article(id="a1", label="4", accounts=[Account(term=Ceasefire())])
    >>> match = Match(old=0, new=0, confidence=1.0, reason="the same words and terms")
    >>> Matched(old=one, new=one, match=match).edits
    ()
    """

    old: Article
    new: Article
    match: Match
    shift: int | None = field(init=False)

    @shift.default
    def _counted_on(self) -> int | None:
        return shift_between(self.old.label, self.new.label)

    @property
    def differs(self) -> bool:
        """Whether there is anything to edit; a number that only counts on is not."""
        old, new = self.old, self.new
        return (
            old.accounts != new.accounts
            or old.heading != new.heading
            or self.shift is None
            or old.continues != new.continues
            or old.coding != new.coding
        )

    @property
    def outline(self) -> Outline:
        """What can be told of the two before their edits are worked out."""
        return Outline(
            relation=self._relation,
            relabelled=self.shift is None,
            confidence=self.match.confidence,
            reason=self.match.reason,
        )

    @property
    def _relation(self) -> str:
        return "amended" if self._is_amended() else "kept"

    def _is_amended(self) -> bool:
        """Say whether what the article says changed, and not only its number or what it rests on."""
        one, other = self.old.accounts, self.new.accounts
        if self.old.heading != self.new.heading:
            return True
        if len(one) == len(other) == 1 and one[0].term != other[0].term:
            return True
        return bool(self.claims) or (not self.reported and any(map(_is_reworded, *self._pairs())))

    def _pairs(self) -> tuple[list[Account], list[Account]]:
        """Give the accounts that belong together, those before and those after."""
        matched = _match_accounts(self.old.accounts, self.new.accounts)
        return (
            [self.old.accounts[place] for place in matched],
            [self.new.accounts[place] for place in matched.values()],
        )

    @property
    def reported(self) -> bool:
        """Whether either is known by report, so that its words say nothing."""
        return not (is_verbatim(self.old) and is_verbatim(self.new))

    @property
    def claims(self) -> tuple[Claims, ...]:
        """The claimed values that changed, where either is contested or the kinds differ."""
        contested = len(self.old.accounts) > 1 or len(self.new.accounts) > 1
        told = contested or self.old.kind != self.new.kind
        return claims_between(self.old, self.new) if told else ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that lead from the one to the other."""
        return tuple(self._edits())

    def _edits(self) -> Iterator[Edit]:
        old, new = self.old, self.new
        if self.shift is None:
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

    def pairing(self, edits: tuple[Edit, ...]) -> Pairing:
        """Tell what is known of the two beside their edits.

        Args:
            edits: the edits, at least one.
        """
        accounts = *self.old.accounts, *self.new.accounts
        subkinds = {one.term.subkind for one in accounts}
        return Pairing(
            old=(self.old.id,),
            new=(self.new.id,),
            relation=self._relation,
            confidence=self.match.confidence,
            reason=self.match.reason,
            kind=self.new.kind,
            subkind=subkinds.pop() if len(subkinds) == 1 else None,
            negated=all(one.term.negated for one in accounts),
            reported=self.reported,
            expects=article_mark(self.old),
            makes=article_mark(self.new),
            claims=self.claims,
            force=self._force(edits),
        )

    def _force(self, edits: tuple[Edit, ...]) -> tuple[Force, ...]:
        texts = [one.accounts[0].text for one in (self.old, self.new) if len(one.accounts) == 1]
        words = [edit.words for edit in edits if isinstance(edit, TextEdit) and not edit.field]
        if self.reported or len(words) != 1 or len(texts) != 2:
            return ()
        return force_changes(texts[0] or "", texts[1] or "", words[0])


def _is_reworded(old: Account, new: Account) -> bool:
    same_kind = old.term.kind == new.term.kind
    return same_kind and None not in (old.text, new.text) and old.text != new.text


class Inside:
    """The edits inside of matched articles, worked out when they are first asked for.

    Args:
        matched: the matched articles that differ.
        groups: what is known of the articles that were split or merged.
    """

    def __init__(self, matched: Sequence[Matched], groups: tuple[Pairing, ...]) -> None:
        self._matched, self._groups = matched, groups
        self._known: tuple[dict[str, tuple[Edit, ...]], list[Pairing]] | None = None

    def outlines(self) -> Outlines:
        """Tell what can be told before any edit is worked out."""
        return Outlines(
            pairs={one.old.id: one.outline for one in self._matched},
            groups=self._groups,
            edits_of=lambda article: self._worked_out()[0][article],
        )

    def fields(self) -> dict[str, object]:
        """Give the fields of a change that hold edits."""
        edits, pairings = self._worked_out()
        return {
            "edits": tuple(chain.from_iterable(edits.values())),
            "pairings": (*pairings, *self._groups),
        }

    def _worked_out(self) -> tuple[dict[str, tuple[Edit, ...]], list[Pairing]]:
        """Give the edits of each article, and what is known beside them; the articles are then forgotten.

        One pair is done with before the next begins: so its texts are still known in their pieces.
        """
        waiting, known = self._matched, self._known
        if known is None:
            known = {}, []
            for one in waiting:
                edits = known[0][one.old.id] = one.edits
                known[1].append(one.pairing(edits))
            self._known, self._matched = known, ()
        return known


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
