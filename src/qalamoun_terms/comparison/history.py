"""The life of each article through all drafts, as values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from qalamoun_terms.model import validation as v
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.proposals import ArticleRef

__all__ = ["Draft", "History", "Life", "Stage"]


@frozen(kw_only=True)
class Draft:
    """A draft that was gone through.

    Args:
        id: the id of the proposal.
        name: how it is asked for or called, else its id.
        date: when it was put forward, None where that is not known.

    >>> str(Draft(id="p1", name="initiative-2016", date=Date("2016")))
    'initiative-2016 (2016)'
    """

    id: str = field(validator=v.undotted)
    name: str = field(validator=v.text)
    date: Date | None = field(default=None, validator=v.optional(v.instance(Date)))

    def __str__(self) -> str:
        return f"{self.name} ({self.date.edtf})" if self.date else self.name


@frozen(kw_only=True)
class Stage:
    """What became of an article in one draft.

    Args:
        draft: the draft.
        ref: the article there; None where the draft does not have it.
        label: its number as printed where that is unique there, else its id; None without an article.
        told_as: what became of it as it may be told: ``first known``, a relation of `RELATIONS`, ``not reported``,
            ``not reported before``, or ``again`` (``reported again``) for one that a
            draft further back had and the one before had not.
        movements: what changed in its terms since the stage before, in words.
        related: the articles that it was split from, or that its words went into.
        confidence: how sure the match with the stage before is, from 0 to 1.
        reason: why the two were matched, in words.

    >>> first = Stage(draft=Draft(id="p1", name="p1"), label="4", told_as="first known")
    >>> str(first)
    'p1: 4, first known'
    """

    draft: Draft = field(validator=v.instance(Draft))
    ref: ArticleRef | None = field(default=None, validator=v.optional(v.instance(ArticleRef)))
    label: str | None = field(default=None, validator=v.optional(v.text))
    told_as: str = field(validator=v.nonempty_text)
    movements: tuple[str, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.text)
    )
    related: tuple[ArticleRef, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(ArticleRef)
    )
    confidence: float = field(default=1.0, validator=v.number_between(0, 1))
    reason: str = field(default="", validator=v.text)

    def __str__(self) -> str:
        label = f"{self.label}, " if self.label else ""
        others = ", ".join(map(str, self.related))
        preposition = "from" if self.ref else "into"
        related = f" {preposition} {others}" if others else ""
        moved = "".join(f"\n    {words}" for words in self.movements)
        return f"{self.draft}: {label}{self.told_as}{related}{moved}"


@frozen(kw_only=True)
class Life:
    """An article through the drafts, from the first that has it.

    Args:
        title: what it says where it was last known, in a line.
        stages: what became of it, draft by draft; where it is lost the life ends, unless it comes back.

    >>> stage = Stage(draft=Draft(id="p1", name="p1"), label="4", told_as="first known")
    >>> print(Life(title="ceasefire", stages=(stage,)))
    ceasefire
      p1: 4, first known
    """

    title: str = field(validator=v.text)
    stages: tuple[Stage, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Stage))

    @property
    def refs(self) -> tuple[ArticleRef, ...]:
        """The articles that it is made of, in the order of the drafts."""
        return tuple(stage.ref for stage in self.stages if stage.ref is not None)

    def __str__(self) -> str:
        return "\n".join([self.title, *(f"  {stage}" for stage in self.stages)])

    def __iter__(self) -> Iterator[Stage]:
        return iter(self.stages)


@frozen(kw_only=True, repr=False)
class History:
    """What became of each article through all drafts.

    Args:
        drafts: the drafts, in their order.
        lives: the lives, in the order in which their articles first appear.

    >>> History(drafts=(Draft(id="p1", name="p1"),), lives=())
    <History of 1 draft: 0 lives>
    """

    drafts: tuple[Draft, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Draft))
    lives: tuple[Life, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Life))

    _repr_html_ = repr_html

    @cached_property
    def _by_ref(self) -> dict[str, Life]:
        return {str(ref): life for life in self.lives for ref in life.refs}

    def __getitem__(self, ref: ArticleRef | str) -> Life:
        """Give the life that an article is part of.

        Args:
            ref: the article, such as ``p3.a2``.

        Raises:
            KeyError: no draft has it.
        """
        try:
            return self._by_ref[str(ref)]
        except KeyError:
            raise KeyError(f"the history has no article {str(ref)!r}") from None

    def __iter__(self) -> Iterator[Life]:
        return iter(self.lives)

    def __len__(self) -> int:
        return len(self.lives)

    def __repr__(self) -> str:
        counts = (len(self.drafts), "draft"), (len(self.lives), "life")
        many = {"draft": "drafts", "life": "lives"}
        drafts, lives = (f"{n} {one if n == 1 else many[one]}" for n, one in counts)
        return f"<History of {drafts}: {lives}>"

    def __str__(self) -> str:
        return "\n\n".join(map(str, self.lives))
