"""A change from one draft to another, as a value: which article became which, and the edits.

1. It holds the edits and not the new draft. Articles that stay as they are, or whose number only counts on,
   are runs: the first id of each draft, a length, and where they stood.
2. `order` is the new draft from its head to its end: runs and inserted articles. With the places that runs and
   drops had in the old draft, a change can be read in both directions without either draft.
3. What a reader is shown (links, movements, the summary) is worked out from that and never stored beside it.
4. Which article became which is known at once; what changed inside of the articles is worked out when it is first
   asked for. Until then a change refers to the two drafts; it never holds a copy of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

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
from qalamoun_terms.comparison.outlines import SAME, Outlines, outlines_of
from qalamoun_terms.comparison.pairings import Claims, Pairing, Run
from qalamoun_terms.comparison.postponed import Postponing
from qalamoun_terms.comparison.told import Carried, Comparability, Movement, one_of
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.terms import KINDS

__all__ = ["RELATIONS", "SAME", "Change", "Claims", "Comparability", "Link", "Pairing", "Run"]

RELATIONS = ("dropped", "added", "split", "merged", "amended", "moved", "renumbered", "kept")
"""What may become of an article; the first that holds is its relation, flags say the rest."""


@frozen(kw_only=True)
class Link(Postponing):
    """What became of an article, or of several together.

    An article of which a paragraph went into another one that has its own counterpart is in two links: in that
    of what was split, and in that of what was merged. Its edits are told in one of them.

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
    reason: str = field(default=SAME, validator=v.nonempty_text)
    told_as: str = field(validator=v.nonempty_text)

    @told_as.default
    def _relation(self) -> str:
        return self.relation


_EDITS = (FieldEdit, TextEdit, AccountEdit, EvidenceEdit, ArticleEdit)


@frozen(kw_only=True, repr=False)
class Change(Postponing):
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
    def outlines(self) -> Outlines:
        """What is told of the matched articles before their edits are looked at."""
        return outlines_of(self.edits, self.pairings)

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
        from qalamoun_terms.comparison.force_told import force_of

        return force_of(self)

    @cached_property
    def carried(self) -> tuple[Carried, ...]:
        """The words that went from one article into another while both are still there."""
        from qalamoun_terms.comparison.carried import carried_between

        return carried_between(self)

    def by_kind(self, *kinds: str) -> tuple[Movement, ...]:
        """Give what changed in the terms of some kinds.

        Args:
            kinds: the kinds, such as ``service_grace``.

        Raises:
            InvalidValueError: a kind that there is not.
        """
        for kind in kinds:
            if kind not in KINDS:
                raise InvalidValueError(
                    f"by_kind: expected one of {', '.join(KINDS)}, got {kind!r}"
                )
        return tuple(one for one in self.movements if one.kind in kinds)

    def by_side(self, for_whom: str, *, direction: str | None = None) -> tuple[Movement, ...]:
        """Give what became lighter or heavier for some of those concerned.

        Args:
            for_whom: for whom, as a movement names them: ``those who leave``.
            direction: ``lighter`` or ``heavier``; None for both.

        Returns:
            The movements; none where nothing is weighed for them.
        """
        return tuple(
            one
            for one in self.movements
            if one.for_whom == for_whom and direction in (None, one.direction)
        )

    def by_relation(self, *relations: str) -> tuple[Link, ...]:
        """Give the links of articles of which one of these became.

        Args:
            relations: some of `RELATIONS`, or of the words in which they may be told.
        """
        return tuple(
            one for one in self.links if one.relation in relations or one.told_as in relations
        )

    @property
    def concerned(self) -> tuple[str, ...]:
        """For whom something became lighter or heavier, in the order in which it is told."""
        return tuple(dict.fromkeys(one.for_whom for one in self.movements if one.for_whom))

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
        before = len({one for link in self.links for one in link.old})
        after = len({one for link in self.links for one in link.new})
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
