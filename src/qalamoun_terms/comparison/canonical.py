"""The canonical names of unified actors and places, for the terms that name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qalamoun_terms.comparison.fold import fold
from qalamoun_terms.comparison.unify import Classes, party_names, place_names
from qalamoun_terms.model.actors import Party, Place

__all__ = ["CanonicalNames"]

_Records = Iterable[Party] | Iterable[Place]


class CanonicalNames:
    """Finds the one spelling for a name in a term, and leaves alone what may be several actors.

    Args:
        classes: which records are one.
        parties: the parties of the joined case.
        places: its places.

    >>> jerod = Place(id="a:l1", name="Jerod", spellings=["Jayrud"])
    >>> classes = Classes()
    >>> classes.add("place", "a:l1")
    >>> classes.join("place", "a:l1", "b:l1")
    >>> names = CanonicalNames(classes, (), (jerod,))
    >>> names.within("place", ())("Jayrud")
    'Jerod'
    """

    def __init__(
        self, classes: Classes, parties: tuple[Party, ...], places: tuple[Place, ...]
    ) -> None:
        self._classes = classes
        self._owners = {"party": _owners(parties), "place": _owners(places)}
        self._spelling = {
            "party": self._spellings_of("party", parties),
            "place": self._spellings_of("place", places),
        }

    def within(self, kind: str, records: _Records) -> Callable[[str], str]:
        """Give the function that names an actor or a place of one of the joined cases.

        Args:
            kind: party or place.
            records: the records of that case, which its terms mean first.

        Returns:
            From a name in a term to the canonical name; a name that is not unified stays.
        """
        own = _owners(records)

        def canonical(name: str) -> str:
            key = fold(name)
            meant = own.get(key) or self._owners[kind].get(key) or ()
            found = {self._classes.kept(kind, one) for one in meant}
            if len(found) != 1:
                return name
            return self._spelling[kind].get(found.pop()) or name

        return canonical

    def _spellings_of(self, kind: str, records: _Records) -> dict[str, str]:
        """Choose for each unified record its name, or the first spelling that no other record has."""
        unified = self._classes.unified(kind)
        chosen = {}
        for record in records:
            alone = [one for one in _spellings(record) if self._alone(kind, one)]
            if alone and record.id in unified:
                chosen[record.id] = alone[0]
        return chosen

    def _alone(self, kind: str, name: str) -> bool:
        return len(self._owners[kind][fold(name)]) == 1


def _spellings(record: Party | Place) -> tuple[str, ...]:
    return party_names(record) if isinstance(record, Party) else place_names(record)


def _owners(records: _Records) -> dict[str, tuple[str, ...]]:
    owners: dict[str, tuple[str, ...]] = {}
    for record in records:
        for name in dict.fromkeys(map(fold, _spellings(record))):
            owners[name] = (*owners.get(name, ()), record.id)
    return owners
