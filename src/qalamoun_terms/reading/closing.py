"""What a finished story still needs: answers settled, its parties, and no packages that say nothing."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.retold import told_once
from qalamoun_terms.reading.structured.readers import StructuredReaders
from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.helpers import HelperReader
from qalamoun_terms.reading.told.notes import roles_of
from qalamoun_terms.reading.told.readers import ToldReaders
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target


@frozen
class Closing:
    """Goes over the story once all of the text is read."""

    scene: Scene
    desk: Desk
    told: ToldReaders
    structured: StructuredReaders
    helpers: HelperReader

    def close(self) -> None:
        """Settles what only the whole text tells, and lets go of what it leaves empty."""
        story = self.desk.story
        self.structured.matters.drop_unknown()
        self.structured.pacts.pact()
        answered = {
            id(note.target.package)
            for note in story.notes
            if note.stance not in {"proposed", "demanded"}
        }
        self.structured.matters.settle_answers()
        self._headline_parties()
        told_once(self.scene, story)
        self._settle_kinds()
        self._let_go(answered)

    def _headline_parties(self) -> None:
        """The parties of a deal that only the headline names: "Army, militants reach deal on Douma"."""
        deals = [p for p in self.desk.story.shelf.packages if p.sort == "deal" and p.items]
        if len(deals) != 1 or deals[0].status == "unstated" or not self.scene.sentences:
            return
        if any(note.target.package is deals[0] for note in self.desk.story.notes):
            return
        title = self.scene.sentences[0]
        first, stop = self.scene.bounds(0)
        if self.scene.blocks[title.segment].kind is not Block.HEADING:
            return
        for act in self.told.verbs.acts(0):
            if act.act != "deal" or act.negated or act.modal or act.hypothetical:
                continue
            doers = self.told.deals.parties(act, self.told.doers.subjects(act, first, []), 0)
            if len(roles_of(doers) - {"", "mediator"}) > 1:
                span = self.scene.tokens.span(first, stop)
                for doer in doers:
                    self.desk.note(doer, Target(deals[0]), "accepted", span, first)
                return

    def _settle_kinds(self) -> None:
        """Looks once more at the kind of each term, by all of its words and by nothing else."""
        for package in self.desk.story.shelf.packages:
            for item in package.items:
                item.mention = self.scene.settle(item.mention)

    def _let_go(self, answered: set[int]) -> None:
        """Lets go of packages that hold no term and that nobody but their owner speaks of.

        Args:
            answered: the ids of packages that somebody answered.
        """
        story = self.desk.story
        noted = {id(note.target.package) for note in story.notes}
        kept = [
            p
            for p in story.shelf.packages
            if any(not item.named or id(p) in noted for item in p.items) or id(p) in answered
        ]
        ids = {id(package) for package in kept}
        story.shelf.packages = kept
        self.helpers.settle()
        story.helpers = [h for h in story.helpers if id(h.package) in ids]
        story.notes = [n for n in story.notes if id(n.target.package) in ids]
