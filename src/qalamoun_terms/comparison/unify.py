"""Which records of several cases are one, as classes that grow with each shared name."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import partial

from attrs import frozen

from qalamoun_terms.comparison.fold import fold
from qalamoun_terms.comparison.order import natural
from qalamoun_terms.model.actors import Party, Place, Side, SideRole
from qalamoun_terms.model.grounds import Document, text_digest

__all__ = ["Classes", "Keys", "party_names", "place_names"]


def party_names(party: Party) -> tuple[str, ...]:
    """List the name and the aliases of a party.

    >>> party_names(Party(id="y1", name="State", aliases=["Regime"]))
    ('State', 'Regime')
    """
    return (party.name, *(party.aliases or ()))


def place_names(place: Place) -> tuple[str, ...]:
    """List the name and the other spellings of a place.

    >>> place_names(Place(id="l1", name="Jerod"))
    ('Jerod',)
    """
    return (place.name, *(place.spellings or ()))


@frozen(kw_only=True)
class Keys:
    """What makes two records one: a hash, a label and a role, a spelling, a name on a side of one role.

    Args:
        roles: the role of each side, by its id.

    >>> Keys(roles={}).of_place(Place(id="l1", name="al-Nasiriyah"))
    ('nasiriyah',)
    """

    roles: dict[str, SideRole]

    def of_document(self, document: Document) -> tuple[Hashable, ...]:
        """A document is the one with the same hash; without one it is only itself."""
        digest = document.sha256 or (None if document.text is None else text_digest(document.text))
        return () if digest is None else (digest,)

    def of_side(self, side: Side) -> tuple[Hashable, ...]:
        """A side is the one with the same label and role."""
        return ((fold(side.label), side.role),)

    def of_party(self, party: Party) -> tuple[Hashable, ...]:
        """A party is one with a shared name within sides of one role."""
        role = self.role_of(party)
        return tuple((fold(name), role) for name in party_names(party))

    def of_place(self, place: Place) -> tuple[Hashable, ...]:
        """A place is one with a shared spelling."""
        return tuple(map(fold, place_names(place)))

    def role_of(self, party: Party) -> SideRole | None:
        """Give the role of the side that a party speaks for, or else belongs to."""
        return self.roles.get(party.speaks_for or party.side or "")


class Classes:
    """Records by kind and id, joined into classes; each class is named by its first record.

    >>> classes = Classes()
    >>> classes.add("place", "a:l1", ["jerod"])
    >>> classes.add("place", "b:l4", ["jerod", "jayrud"])
    >>> classes.kept("place", "b:l4")
    'a:l1'
    """

    def __init__(self) -> None:
        self._parent: dict[str, dict[str, str]] = {}
        self._rank: dict[tuple[str, str], int] = {}
        self._holders: dict[tuple[str, Hashable], str] = {}
        self._unified: dict[str, dict[str, tuple[str, ...]]] = {}
        self._kept: dict[str, dict[str, str]] = {}

    def add(self, kind: str, id: str, keys: Iterable[Hashable] = ()) -> None:
        """Take in a record, and join it with those that share a key with it."""
        self._rank.setdefault((kind, id), len(self._rank))
        self.join(kind, id, id)
        for key in keys:
            self.join(kind, id, self._holders.setdefault((kind, key), id))

    def join(self, kind: str, one: str, other: str) -> None:
        """Take two records for one; they may be known by their ids only."""
        self._kept.pop(kind, None)
        parent = self._parent.setdefault(kind, {})
        parent[_root(parent, one)] = _root(parent, other)

    def knows(self, kind: str, id: str) -> bool:
        """Say whether a record was taken in or joined."""
        return id in self._parent.get(kind, ())

    def kept(self, kind: str, id: str) -> str:
        """Give the id of the first record of a class; ids without a record come after those with one."""
        self._settle(kind)
        return self._kept[kind].get(id, id)

    def unified(self, kind: str) -> dict[str, tuple[str, ...]]:
        """List the ids of each class of more than one, by the id that is kept."""
        self._settle(kind)
        return self._unified[kind]

    def _settle(self, kind: str) -> None:
        if kind in self._kept:
            return
        parent = self._parent.get(kind, {})
        groups: dict[str, list[str]] = {}
        for member in parent:
            groups.setdefault(_root(parent, member), []).append(member)
        self._kept[kind], self._unified[kind] = {}, {}
        for members in groups.values():
            first = min(members, key=partial(self._order, kind))
            self._kept[kind] |= dict.fromkeys(members, first)
            if len(members) > 1:
                self._unified[kind][first] = tuple(sorted(members, key=natural))

    def _order(self, kind: str, id: str) -> tuple[float, tuple[tuple[int, int, str], ...]]:
        return (self._rank.get((kind, id), float("inf")), natural(id))


def _root(parent: dict[str, str], id: str) -> str:
    """Find the member that stands for a class, and shorten the way to it."""
    root = parent.setdefault(id, id)
    while root != parent[root]:
        root = parent[root]
    here = id
    while here != root:
        parent[here], here = root, parent[here]
    return root
