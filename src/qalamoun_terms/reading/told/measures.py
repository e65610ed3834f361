"""What is done on the ground beside the terms: blockades, roadblocks, reopenings."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.told.desk import ITEMS_BACK, Desk
from qalamoun_terms.reading.told.notes import MeasureNote
from qalamoun_terms.reading.told.scene import Scene


@frozen
class MeasureReader:
    """Notes pressure and relief outside of the terms."""

    scene: Scene
    desk: Desk

    def note(self, index: int) -> None:
        """Notes what was done on the ground, outside of the terms and once for the same words.

        Args:
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        tokens = self.scene.tokens
        inside = [
            i.mention.span
            for p in self.desk.story.shelf.recent
            for i in p.items[-ITEMS_BACK:]
            if i.sentence == index
        ]
        taken = -1
        for hit in tokens.hits(self.scene.lexicon.indexes["measures"], first, stop):
            span = tokens.span(hit.start, hit.end)
            if hit.start < taken or any(one.overlaps(span) for one in inside):
                continue
            taken = hit.end
            doers = [d for d in self.scene.cast.before(hit.start, first, []) if d.role]
            self.desk.story.measures.append(
                MeasureNote(
                    span=span,
                    kind=hit.entry.word("kind"),
                    doer=doers[0] if doers else None,
                    speaker=self.scene.company.speaker(hit.start),
                )
            )
