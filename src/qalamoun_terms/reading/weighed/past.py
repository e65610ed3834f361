"""Where the reading stood after each sentence, and the way back there."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from qalamoun_terms.reading.told.acts import Refused
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.notes import Flow
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.doers import Doer


@frozen(kw_only=True)
class Moment:
    """Where the reading stood when a sentence had been read by the lexicon.

    `answered` and `gathered` tell whether a stance and a term were read in it, `packages` and
    `notes` how many there were of each by then; `refused` are the acts in it that found nothing to
    be about.
    """

    index: int
    flow: Flow
    current: Package | None
    last: Doer | None
    answered: bool
    gathered: bool
    packages: int
    notes: int
    refused: tuple[Refused, ...] = ()


@frozen
class Past:
    """Remembers the moments of a reading, and takes the desk back to each of them."""

    scene: Scene
    desk: Desk
    _moments: list[Moment] = field(factory=list, init=False)

    def remember(
        self, index: int, *, answered: bool, gathered: bool, refused: tuple[Refused, ...]
    ) -> None:
        """Keeps where the reading stands after a sentence, to come back to it.

        Args:
            index: the sentence.
            answered: whether a stance was read in it.
            gathered: whether a term was read in it.
            refused: the acts in it that found nothing to be about.
        """
        self._moments.append(
            Moment(
                index=index,
                flow=self.desk.flow.copy(),
                current=self.desk.story.shelf.current,
                last=self.scene.cast.last,
                answered=answered,
                gathered=gathered,
                packages=len(self.desk.story.shelf.packages),
                notes=len(self.desk.story.notes),
                refused=refused,
            )
        )

    @property
    def is_silent(self) -> bool:
        """Whether the lexicon has found no offer, deal or answer in the text: it negotiates nothing."""
        return not any(moment.answered or moment.gathered for moment in self._moments)

    def again(self) -> Iterator[tuple[Moment, int]]:
        """Each moment in its order, and how many packages are told of later; the desk lies as it did then.

        What is put there meanwhile stays. When all moments are gone through, everything that the
        lexicon has read lies on the desk again.
        """
        story = self.desk.story
        packages, notes = story.shelf.packages, story.notes
        story.shelf.packages, story.notes = [], []
        told = noted = 0
        for moment in self._moments:
            story.shelf.packages.extend(packages[told : moment.packages])
            story.notes.extend(notes[noted : moment.notes])
            told, noted = max(told, moment.packages), max(noted, moment.notes)
            story.shelf.current = moment.current
            self.desk.flow, self.scene.cast.stage.last = moment.flow, moment.last
            yield moment, len(packages) - told
        story.shelf.packages.extend(packages[told:])
        story.notes.extend(notes[noted:])
