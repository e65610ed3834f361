"""What two articles have in common, and how much that is."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cached_property

from attrs import frozen

from qalamoun_terms.comparison.wording import similarity, words
from qalamoun_terms.model.proposals import Article, Wording
from qalamoun_terms.model.terms import Other, Term, Weapon, term_fields

__all__ = ["View", "in_common", "likeness", "marks_of", "view_of"]


@frozen(kw_only=True, eq=False)
class View:
    """An article as the alignment looks at it; what of it is needed is worked out then.

    Args:
        place: where it stands in its draft, from 0.
        article: the article.

    >>> from qalamoun_terms.model.proposals import Account
    >>> from qalamoun_terms.model.terms import Ceasefire
    >>> article = Article(id="a1", accounts=[Account(term=Ceasefire(places=["Jerod"]))])
    >>> view_of(0, article).facts
    frozenset({('places', 'jerod')})
    """

    place: int
    article: Article

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of its terms."""
        return frozenset(account.term.kind for account in self.article.accounts)

    @cached_property
    def facts(self) -> frozenset[tuple[str, str]]:
        """What its terms state, as field and value, each member of a set by itself."""
        return frozenset(fact for account in self.article.accounts for fact in _facts(account.term))

    @cached_property
    def named(self) -> frozenset[str]:
        """The fields that its terms state."""
        return frozenset(name for name, _ in self.facts)

    @cached_property
    def text(self) -> str:
        """Its own words, or those of the one who tells it."""
        accounts = self.article.accounts
        said = [account.text for account in accounts if account.text]
        said += [account.term.text for account in accounts if isinstance(account.term, Other)]
        return said[0] if said else ""

    @property
    def verbatim(self) -> bool:
        """Whether its own words are at hand."""
        return bool(self.text) and all(
            one.wording is Wording.VERBATIM for one in self.article.accounts
        )

    @cached_property
    def words(self) -> list[str]:
        """The words of its text."""
        return words(self.text)

    @cached_property
    def heading(self) -> list[str]:
        """The words of its heading."""
        return words(self.article.heading or "")


def view_of(place: int, article: Article) -> View:
    """Look at an article.

    Args:
        place: where it stands in its draft, from 0.
        article: the article.

    >>> from qalamoun_terms.model.proposals import Account
    >>> article = Article(id="a1", accounts=[Account(term=Other(text="No flags."))])
    >>> view_of(0, article).words
    ['no', 'flags']
    """
    return View(place=place, article=article)


def _facts(term: Term) -> Iterator[tuple[str, str]]:
    """List what a term states, each member of a set by itself."""
    for name in term_fields(type(term)):
        value = getattr(term, name)
        if value is None or name == "negated" or (term.kind, name) == ("other", "text"):
            continue
        for item in value if isinstance(value, tuple) else (value,):
            yield name, item.value if isinstance(item, Weapon) else str(item).casefold()


def marks_of(view: View) -> set[tuple[str, str]]:
    """List the marks by which an index finds an article: its words, its values, its label.

    >>> from qalamoun_terms.model.proposals import Account
    >>> article = Article(id="a1", label="4", accounts=[Account(term=Other(text="Flags."))])
    >>> sorted(marks_of(view_of(0, article)))
    [('label', '4'), ('word', 'flags')]
    """
    marks = {("word", word) for word in [*view.words, *view.heading]} | set(view.facts)
    if view.article.label is not None:
        marks.add(("label", view.article.label))
    return marks


def likeness(one: View, other: View) -> tuple[float, str]:
    """Say how much two articles have in common, from 0 to 1, and what.

    >>> from qalamoun_terms.model.proposals import Account
    >>> article = Article(id="a1", label="4", accounts=[Account(term=Other(text="No flags."))])
    >>> likeness(view_of(0, article), view_of(0, article))
    (1.0, 'one kind, with the same words, the same label')
    """
    signs = [
        (0.45, in_common(one.facts, other.facts), "the same values"),
        (0.15, in_common(one.named, other.named), "the same fields stated"),
        (0.8, similarity(one.words, other.words), "the same words"),
        (0.2, similarity(one.heading, other.heading), "the same heading"),
        (0.2, float(one.article.label == other.article.label is not None), "the same label"),
    ]
    score = min(1.0, sum(weight * sign for weight, sign, _ in signs))
    telling = [name for weight, sign, name in signs if weight * sign >= 0.05]
    return score, f"one kind, with {', '.join(telling)}" if telling else "one kind"


def in_common(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    """Say which part of all that two sets hold is in both, from 0 to 1.

    >>> in_common(frozenset("ab"), frozenset("bc"))
    0.3333333333333333
    """
    return len(one & other) / len(one | other) if one | other else 0.0
