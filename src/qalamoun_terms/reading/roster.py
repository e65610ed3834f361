"""The parties of a case and their sides, as the reading of a text meets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import define, evolve, field

from qalamoun_terms.model.actors import Party, Side, SideRole
from qalamoun_terms.reading.who.sides import PRINCIPALS

__all__ = ["Roster"]

_PRINCIPAL = frozenset({SideRole.STATE, SideRole.OPPOSITION, SideRole.CIVILIAN})


@define(kw_only=True)
class Roster:
    """Parties and sides with their ids, in the order in which they are met.

    A party is known by what is left of its name without the words for those who speak or fight for it:
    "the Front", "Front fighters" and "the Front's spokesman" are one.

    Args:
        sides_given: the roles of the caller's own sides, by label.
        labels: the labels of the caller's sides, by the folded names of parties.
        followers: words for those who speak, sit or fight for a party.

    >>> roster = Roster(followers=frozenset({"fighters", "spokesman"}))
    >>> roster.party("Front fighters", "opposition"), roster.party("the Front", "opposition")
    ('y1', 'y1')
    >>> [(party.name, party.aliases) for party in roster.parties()]
    [('the Front', ('Front fighters',))]
    """

    sides_given: Mapping[str, str] = field(factory=dict)
    labels: Mapping[str, str] = field(factory=dict)
    followers: frozenset[str] = frozenset()
    _parties: dict[str, Party] = field(factory=dict, init=False)
    _names: dict[str, list[str]] = field(factory=dict, init=False)
    _sides: dict[str, Side] = field(factory=dict, init=False)
    _ids: dict[tuple[str, str], str] = field(factory=dict, init=False)

    def party(self, name: str, role: str) -> str:
        """Give the id of the party with a name, which is entered if it is not there yet.

        Args:
            name: the name, as the text has it.
            role: the word for its side.
        """
        known = self._ids.get((name, role))
        if known is None:
            known = self._ids[name, role] = self._entered(name, role)
        return known

    def _entered(self, name: str, role: str) -> str:
        """The id of a party, which is entered under its first name and keeps all others."""
        words = " ".join(name.split()) or role
        key = f"{self._known_by(words)}|{role}"
        if key not in self._parties:
            label = self.labels.get(_folded(name))
            side = self._side(self.sides_given.get(label, role) if label else role, label)
            self._parties[key] = Party(id=f"y{len(self._parties) + 1}", name=words, side=side)
            self._names[key] = []
        if words not in self._names[key]:
            self._names[key].append(words)
        return self._parties[key].id

    def parties(self) -> tuple[Party, ...]:
        """List the parties, each under the shortest of its names."""
        return tuple(_named(party, self._names[key]) for key, party in self._parties.items())

    def sides(self, answering: Iterable[str]) -> tuple[Side, ...]:
        """List the sides; where two or more of them answer, those that do are the principal ones.

        Args:
            answering: the ids of the parties that have a position.
        """
        home = {party.id: party.side for party in self._parties.values()}
        speaking = {home[party] for party in answering}
        heard = {
            side.id
            for side in self._sides.values()
            if side.role in _PRINCIPAL and side.id in speaking
        }
        return tuple(
            _ranked(side, principal=side.id in heard or (side.principal and len(heard) < 2))
            for side in self._sides.values()
        )

    def _side(self, role: str, label: str | None) -> str:
        """The id of a side: one of the caller's own by its label, or one by its role."""
        name = label or role
        if name not in self._sides:
            self._sides[name] = Side(
                id=f"s{len(self._sides) + 1}",
                label=name if label else role.capitalize(),
                role=SideRole(role),
                principal=role in PRINCIPALS,
            )
        return self._sides[name].id

    def _known_by(self, name: str) -> str:
        words = _folded(name).replace("’", "'").split()
        words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
        while len(words) > 1 and words[-1] in self.followers:
            words = words[:-1]
        last = words[-1].removesuffix("'s").removesuffix("'")
        plural = len(last) > 4 and last.endswith("s") and not last.endswith("ss")
        return " ".join([*words[:-1], last[:-1] if plural else last])


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _ranked(side: Side, *, principal: bool) -> Side:
    """The side as a principal one or not."""
    return side if side.principal == principal else evolve(side, principal=principal)


def _named(party: Party, names: list[str]) -> Party:
    if names == [party.name]:
        return party
    name = min(names, key=len)
    others = [one for one in names if one != name]
    return evolve(party, name=name, aliases=others or None)
