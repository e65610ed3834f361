"""A change from one draft to another, as a value: which article became which, and the edits.

1. It holds the edits and not the new draft. Articles that stay as they are, or whose number only counts on,
   are runs: the first id of each draft, a length, and where they stood.
2. `order` is the new draft from its head to its end: runs and inserted articles. With the places that runs and
   drops had in the old draft, a change can be read in both directions without either draft.
3. What a reader is shown (links, movements, the summary) is worked out from that and never stored beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs
from attrs import field, frozen

from qalamoun_terms.comparison.counting import counted
from qalamoun_terms.comparison.edits import (
    AccountEdit,
    ArticleEdit,
    Drop,
    Edit,
    EvidenceEdit,
    FieldEdit,
    Insert,
    Move,
    ProposalEdit,
    TextEdit,
)
from qalamoun_terms.comparison.force import Force
from qalamoun_terms.comparison.told import Comparability, Movement, one_of
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html

__all__ = ["RELATIONS", "Change", "Claims", "Comparability", "Link", "Pairing", "Run"]

RELATIONS = ("dropped", "added", "split", "merged", "amended", "moved", "renumbered", "kept")
"""What may become of an article; the first that holds is its relation, flags say the rest."""


_LONGEST = 1_000_000
"""Far beyond any draft, and little enough to be written out."""


@frozen(kw_only=True)
class Run:
    """Articles that follow on each other in both drafts, each with its counterpart.

    Args:
        old: the first one's id in the old draft; the others count on.
        new: its id in the new draft; the others count on.
        at: how many articles stand before it in the old draft.
        length: how many articles.
        moved: whether they stand elsewhere among the others.
        shift: how far the numbers of their labels moved on.
        old_name: the first one's designator in the old draft, where that is not its id; the others count on.
        new_name: the same in the new draft.

    Raises:
        InvalidValueError: no article, or an id that does not count on.

    >>> Run(old="a1", new="a2", at=0, length=3).ids(2)
    ('a3', 'a4')
    """

    old: str = field(validator=v.undotted)
    new: str = field(validator=v.undotted)
    at: int = field(validator=v.count)
    length: int = field(default=1, validator=v.count)
    moved: bool = field(default=False, validator=v.boolean)
    shift: int = field(default=0, validator=v.instance(int))
    old_name: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    new_name: str | None = field(default=None, validator=v.optional(v.nonempty_text))

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.length <= _LONGEST:
            raise InvalidValueError(f"run.length: expected 1 to {_LONGEST}, got {self.length}")
        for name in ("old", "new", "old_name", "new_name"):
            first = getattr(self, name)
            if first is not None and counted(first, self.length - 1) is None:
                raise InvalidValueError(f"run.{name}: expected a number to count on, got {first!r}")

    def ids(self, index: int) -> tuple[str, str]:
        """Give the ids of one of its articles in the old and in the new draft.

        Args:
            index: which one, from 0.
        """
        return _counted(self.old, index), _counted(self.new, index)

    def designators(self, index: int) -> tuple[str, str]:
        """Give the designators of one of its articles in the old and in the new draft.

        Args:
            index: which one, from 0.

        >>> Run(old="a1", new="a1", at=0, length=2, old_name="4", new_name="5").designators(1)
        ('5', '6')
        """
        return (
            _counted(self.old_name or self.old, index),
            _counted(self.new_name or self.new, index),
        )


def _counted(first: str, step: int) -> str:
    text = counted(first, step)
    if text is None:
        raise InvalidValueError(f"run: expected a number to count on, got {first!r}")
    return text


@frozen(kw_only=True)
class Claims:
    """What the accounts of a contested article claim of one field, before and after.

    Args:
        kind: the kind of term that has the field.
        field: the name of the field; ``kind`` where the accounts tell of different kinds.
        old: the different values claimed before, in the order of the accounts; empty where none is stated.
        new: the same after.

    >>> Claims(kind="ceasefire", field="scope", old=[("air strikes",)], new=[]).new
    ()
    """

    kind: str = attrs.field(validator=v.nonempty_text)
    field: str = attrs.field(validator=v.nonempty_text)
    old: tuple[Any, ...] = attrs.field(default=(), converter=v.to_tuple)
    new: tuple[Any, ...] = attrs.field(default=(), converter=v.to_tuple)


@frozen(kw_only=True)
class Pairing:
    """What is known of articles that were matched and are not simply equal.

    Args:
        old: their ids in the old draft.
        new: their ids in the new draft.
        relation: split, merged or amended, or kept where only what they rest on changed.
        confidence: how sure the match is, from 0 to 1.
        reason: why they were matched, in words.
        kind: the kind of term, by the new draft.
        subkind: the finer kind, where both sides state the same one.
        negated: whether both sides forbid what the kind describes.
        reported: whether either side is known by report, so that its words say nothing.
        expects: a mark of what the old article says, where it is edited.
        makes: the same of the new article.
        claims: the claimed values that changed, where either side is contested.
        force: what changed in what the wording binds to, where both are known word for word.

    >>> Pairing(old=["a1"], new=["a1"], kind="ceasefire", reason="same label").relation
    'amended'
    """

    old: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.undotted))
    new: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.undotted))
    relation: str = field(default="amended", validator=one_of("split", "merged", "amended", "kept"))
    confidence: float = field(default=1.0, validator=v.number_between(0, 1))
    reason: str = field(validator=v.nonempty_text)
    kind: str = field(validator=v.nonempty_text)
    subkind: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    negated: bool = field(default=False, validator=v.boolean)
    reported: bool = field(default=False, validator=v.boolean)
    expects: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    makes: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    claims: tuple[Claims, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Claims)
    )
    force: tuple[Force, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Force))


@frozen(kw_only=True)
class Link:
    """What became of an article, or of several together.

    Args:
        old: designators in the old draft: the printed label where it is unique there, else the id. Empty
            where only the new draft has it.
        new: designators in the new draft; empty where only the old draft has it.
        relation: one of `RELATIONS`.
        moved: whether it stands elsewhere among the others.
        renumbered: whether its printed label changed.
        edits: the edits inside of it, and its move, insertion or loss.
        confidence: how sure the match is, from 0 to 1.
        reason: why it was matched or not, in words.
        told_as: the relation as it may be told: ``not reported`` and ``not reported before`` where the texts
            are not both verbatim and complete.

    >>> Link(old=["4"], new=["5"], relation="renumbered", renumbered=True).told_as
    'renumbered'
    """

    old: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))
    new: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))
    relation: str = field(validator=one_of(*RELATIONS))
    moved: bool = field(default=False, validator=v.boolean)
    renumbered: bool = field(default=False, validator=v.boolean)
    edits: tuple[Edit | Move | Insert | Drop, ...] = field(default=(), converter=v.to_tuple)
    confidence: float = field(default=1.0, validator=v.number_between(0, 1))
    reason: str = field(default="the same words and terms", validator=v.nonempty_text)
    told_as: str = field(validator=v.nonempty_text)

    @told_as.default
    def _relation(self) -> str:
        return self.relation


_EDITS = (FieldEdit, TextEdit, AccountEdit, EvidenceEdit, ArticleEdit)


@frozen(kw_only=True, repr=False)
class Change:
    """All that leads from one proposal to another.

    Args:
        old: the id of the old proposal.
        new: the id of the new proposal.
        comparability: how far the two can be compared.
        order: the new draft's articles in their order, as runs and inserted articles.
        drops: the articles that only the old draft has.
        edits: the edits inside of articles.
        pairings: what is known of the articles that were matched and are not simply equal.
        proposal: the edits of the proposal's own fields.

    >>> told = Comparability(old="reported", new="reported")
    >>> same = Change(old="p1", new="p1", comparability=told, order=[Run(old="a1", new="a1", at=0)])
    >>> same.is_empty, [link.relation for link in same]
    (True, ['kept'])
    """

    old: str = field(validator=v.undotted)
    new: str = field(validator=v.undotted)
    comparability: Comparability = field(validator=v.instance(Comparability))
    order: tuple[Run | Insert, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.any_of(Run, Insert))
    )
    drops: tuple[Drop, ...] = field(default=(), converter=v.to_tuple, validator=v.tuple_of(Drop))
    edits: tuple[Edit, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(v.any_of(*_EDITS))
    )
    pairings: tuple[Pairing, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Pairing)
    )
    proposal: tuple[ProposalEdit, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(ProposalEdit)
    )

    _repr_html_ = repr_html

    def __repr__(self) -> str:
        counts = ", ".join(f"{number} {name}" for name, number in self.counts.items())
        return f"<Change from {self.old} to {self.new}: {counts or 'no article is known'}>"

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed at all, so that applying it gives the same proposal."""
        stays = all(
            isinstance(piece, Run) and piece.old == piece.new and not (piece.moved or piece.shift)
            for piece in self.order
        )
        return stays and not (self.drops or self.edits or self.proposal)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """What became of each article, in the order of the new draft, lost ones where they stood."""
        from qalamoun_terms.comparison.links import links_of

        return links_of(self)

    @cached_property
    def movements(self) -> tuple[Movement, ...]:
        """What changed in the terms, in plain words, and for whom that is lighter or heavier; `force` comes first."""
        from qalamoun_terms.comparison.movement import movements_of

        return (*self.force, *movements_of(self))

    @cached_property
    def force(self) -> tuple[Movement, ...]:
        """What changed in what the wordings bind to: duties, negations, conditions, numbers, lengths of time."""
        from qalamoun_terms.comparison.movement import force_of

        return force_of(self)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The articles that stand elsewhere among the others, those that stand together as one."""
        return tuple(
            Move(article=piece.old, length=piece.length, after=before)
            for piece, before in preceded(self.order)
            if isinstance(piece, Run) and piece.moved
        )

    @property
    def counts(self) -> dict[str, int]:
        """How many links there are of each relation, as they may be told; only those that occur."""
        told = [link.told_as for link in self.links]
        names = dict.fromkeys([*self._names(), *told])
        return {name: told.count(name) for name in names if name in told}

    def _names(self) -> tuple[str, ...]:
        told = {"dropped": self.comparability.absence, "added": self.comparability.presence}
        return tuple(told.get(name, name) for name in RELATIONS)

    @property
    def summary(self) -> str:
        """The change in two sentences: what became of the articles, and how comparable the texts are.

        >>> told = Comparability(old="verbatim", new="verbatim")
        >>> print(Change(old="p1", new="p2", comparability=told).summary)
        No article is known. Both texts are verbatim, but not known to be complete: compared word for word \
and by their terms; what one of the two does not have counts as not reported.
        """
        counts = ", ".join(f"{number} {name}" for name, number in self.counts.items())
        before = sum(len(link.old) for link in self.links)
        after = sum(len(link.new) for link in self.links)
        said = (
            f"{before} known before, {after} after: {counts}." if counts else "No article is known."
        )
        return f"{said} {self.comparability.words}"

    def __iter__(self) -> Iterator[Link]:
        return iter(self.links)


def preceded(order: tuple[Run | Insert, ...]) -> Iterator[tuple[Run | Insert, str | None]]:
    """Go through a draft's pieces, each with the new id of the article before it.

    Args:
        order: the pieces, from the head of the new draft.

    >>> [before for _, before in preceded((Run(old="a1", new="a1", at=0, length=2),) * 2)]
    [None, 'a2']
    """
    before: str | None = None
    for piece in order:
        yield piece, before
        before = piece.article.id if isinstance(piece, Insert) else piece.ids(piece.length - 1)[1]
