"""The cells of the table of positions: what one side, and each of its parties, is said to have done."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.comparison.standing import Standing
from qalamoun_terms.model.actors import Side
from qalamoun_terms.model.record import Position

__all__ = ["NOT_REPORTED", "PartyCell", "SideCell", "SideColumn"]

NOT_REPORTED = "not reported"
"""What a cell says where no source says anything: neither absent, nor refused, nor agreed."""


@frozen(kw_only=True)
class SideColumn:
    """A side of the table, with the parties that appear in it.

    Args:
        id: the id of the side, None for parties whose side is not known.
        label: how the side is called.
        side: the side itself.
        parties: the ids of its parties in the table, in the order of the case.

    >>> SideColumn(id=None, label="side not known").parties
    ()
    """

    id: str | None
    label: str
    side: Side | None = None
    parties: tuple[str, ...] = ()


@frozen(kw_only=True)
class PartyCell:
    """What one party is said to have done about one article.

    Args:
        party: the id of the party.
        name: its name.
        negotiating: whether its word counts for the outcome.
        record: what stands of its positions, what was replaced, what is alleged.

    >>> PartyCell(party="y1", name="A", negotiating=True, record=Standing(party="y1")).words
    'not reported'
    """

    party: str
    name: str
    negotiating: bool
    record: Standing

    @property
    def standing(self) -> tuple[Position, ...]:
        """The positions that stand."""
        return self.record.positions

    @property
    def earlier(self) -> tuple[Position, ...]:
        """The positions that were replaced or outweighed."""
        return tuple(one.position for one in self.record.replaced)

    @property
    def replaced_by_lead(self) -> dict[str, tuple[Position, ...]]:
        """The positions that no longer stand, by what they are: known to be earlier, or on the whole alone."""
        later = tuple(one.position for one in self.record.replaced if one.later)
        outweighed = tuple(one.position for one in self.record.replaced if not one.later)
        return {"before": later, "on the whole": outweighed}

    @property
    def alleged(self) -> tuple[Position, ...]:
        """The breaches that are alleged of it."""
        return self.record.alleged

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags that are up, in words."""
        flags = {
            "sources conflict": self.record.sources_conflict,
            "order not known": self.record.order_unknown,
        }
        return tuple(word for word, up in flags.items() if up)

    @property
    def words(self) -> str:
        """The cell in words: what stands, or that nothing was reported, which is no refusal."""
        stances = _stances(self.standing)
        words = " / ".join(stances) if stances else NOT_REPORTED
        notes = []
        for lead, replaced in self.replaced_by_lead.items():
            other = [one for one in _stances(replaced) if one not in stances]
            notes += [f"{lead}: {', '.join(other)}"] if other else []
        notes += ["breach alleged"] if self.alleged else []
        return f"{words} ({'; '.join([*notes, *self.flags])})" if notes or self.flags else words


@frozen(kw_only=True)
class SideCell:
    """What one side is said to have done about one article, party by party.

    Args:
        column: the side.
        parties: the cells of its parties that negotiate here or have a position on it.
        silent: whether it is a negotiating side from which no response is on record.

    >>> SideCell(column=SideColumn(id="s1", label="State"), silent=True).words
    'no response on record'
    """

    column: SideColumn
    parties: tuple[PartyCell, ...] = ()
    silent: bool = False

    @property
    def standing(self) -> tuple[Position, ...]:
        """The positions that stand."""
        return tuple(one for cell in self.parties for one in cell.standing)

    @property
    def earlier(self) -> tuple[Position, ...]:
        """The positions that were replaced or outweighed."""
        return tuple(one for cell in self.parties for one in cell.earlier)

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags of its parties, each once."""
        return tuple(dict.fromkeys(flag for cell in self.parties for flag in cell.flags))

    @property
    def words(self) -> str:
        """The cell in words; the parties are named where there are several with something to tell."""
        telling = [cell for cell in self.parties if cell.words != NOT_REPORTED]
        if not telling:
            return Outcome.NO_RESPONSE.value if self.silent else NOT_REPORTED
        if len({cell.words for cell in telling}) == 1:
            return telling[0].words
        return "; ".join(f"{cell.name}: {cell.words}" for cell in telling)


def _stances(found: tuple[Position, ...]) -> list[str]:
    return list(dict.fromkeys(one.stance.value for one in found))
