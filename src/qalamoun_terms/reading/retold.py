"""What a text tells twice: the lead says in short what the body says in full, a name what its text says."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.desk import ITEMS_BACK
from qalamoun_terms.reading.told.notes import Note, Story
from qalamoun_terms.reading.told.packages import PACKAGES_BACK, Item, Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target

LEAD_LEAST = 4  # paragraphs from which the first one is a lead that sums up


def told_once(scene: Scene, story: Story) -> None:
    """Leaves of what a text tells twice the fuller telling.

    Args:
        scene: the text and what was seen in it.
        story: what was read of it.
    """
    paragraphs = [i for i, block in enumerate(scene.blocks) if block.kind is Block.PARAGRAPH]
    lead = paragraphs[0] if len(paragraphs) >= LEAD_LEAST else None
    retold = _Retold(scene, story, lead)
    retold.shorten_lead()
    retold.join_lead()
    retold.take_bare_calm()
    retold.drop_names()


@frozen
class _Retold:
    """A story that was read, and the block of the text that is its lead."""

    scene: Scene
    story: Story
    lead: int | None

    def shorten_lead(self) -> None:
        """Lets go of what the first paragraph says in short and the body says again in full."""
        if self.lead is None:
            return
        asked = {id(note.target.item) for note in self.story.notes if note.target.item}
        for package in self.story.shelf.packages:
            lead = [i for i in package.items if self._segment(i) == self.lead]
            body = [i for i in package.items if self._segment(i) != self.lead]
            body = [item for item in body if not item.weighed]
            for item in lead:
                if id(item) not in asked and any(_says_again(item, other) for other in body):
                    package.items.remove(item)

    def join_lead(self) -> None:
        """Joins a package of the lead to the one of the same side that tells all of it again below."""
        if self.lead is None:
            return
        packages = self.story.shelf.packages
        body = [p for p in packages[: 2 * PACKAGES_BACK] if p.items]
        body = [p for p in body if all(self._segment(i) > self.lead for i in p.items)]
        for package in packages[:PACKAGES_BACK]:
            lead = package.items
            if not lead or any(self._segment(item) != self.lead for item in lead):
                continue
            again = next((p for p in body if _tells_again(package, p)), None)
            if again is not None:
                self._join(package, again)

    def take_bare_calm(self) -> None:
        """Takes "the truce", of which nothing else is told, for its own one term."""
        spoken = {id(note.target.package) for note in self.story.notes}
        for package in self.story.shelf.packages:
            if id(package) not in spoken or package.sort == "demand":
                continue
            if package.items and not self._calls_for_calm(package):
                continue
            for stated in self.scene.bare_stated(package.place):
                if stated.kind == "ceasefire":
                    mention, speaker = stated.mention, package.speaker
                    package.items.append(
                        Item(mention=mention, sentence=package.sentence, speaker=speaker)
                    )

    def drop_names(self) -> None:
        """Lets go of what only the name of a package states, where its text states it in full."""
        asked = {id(note.target.item) for note in self.story.notes if note.target.item}
        for package in self.story.shelf.packages:
            named = [item for item in package.items if item.named]
            others = [item for item in package.items if not item.named]
            for item in named:
                again = [other for other in others if self._says_calm(item, other)]
                full = next((other for other in again if not other.weighed), None)
                if full is not None:
                    package.items.remove(item)
                    self._retarget(item, full)
                    continue
                for other in again:
                    if id(other) not in asked:
                        package.items.remove(other)

    def _join(self, package: Package, again: Package) -> None:
        """Makes the answers to one package answers to another, each once."""
        self.story.shelf.packages = [p for p in self.story.shelf.packages if p is not package]
        known = {(n.stance, n.doer.role) for n in self.story.notes if n.target.package is again}
        kept: list[Note] = []
        for note in self.story.notes:
            if note.target.package is package:
                if (note.stance, note.doer.role) in known:
                    continue
                note.target = Target(again)
            kept.append(note)
        self.story.notes = kept

    def _says_calm(self, item: Item, other: Item) -> bool:
        """Whether a term states the ceasefire of a name in full: "the ceasefire lasts ten days"."""
        tokens = self.scene.tokens
        words = tokens.words[slice(*tokens.bounds(other.mention.span))]
        return other.mention.term.kind == item.mention.term.kind and bool(
            self.scene.lexicon.words("calm") & set(words)
        )

    def _calls_for_calm(self, package: Package) -> bool:
        """Whether a package is a truce of which the text tells other terms than the truce itself."""
        calm = package.holds("ceasefire")
        return (
            package.noun in self.scene.lexicon.words("calm") and package.sort == "deal" and not calm
        )

    def _retarget(self, item: Item, other: Item) -> None:
        """Makes the answers to one item answers to another of its package."""
        for note in self.story.notes:
            if note.target.item is item:
                note.target = Target(note.target.package, other)

    def _segment(self, item: Item) -> int:
        return self.scene.sentences[item.sentence].segment


def _says_again(lead: Item, body: Item) -> bool:
    """Whether a term of the body is of the lead's kind, and not of another place or time."""
    one, other = lead.mention.term, body.mention.term
    apart = one.places and other.places and not set(one.places) & set(other.places)
    longer = one.duration is not None and one.duration != other.duration
    return one.kind == other.kind and one.kind != "other" and not apart and not longer


def _tells_again(package: Package, later: Package) -> bool:
    """Whether a later package of the same side and sort tells all that a package holds once more."""
    one_side = package.role == later.role and package.sort == later.sort
    talks = package.holds("political_process")
    return (one_side and not talks) and all(
        any(_says_again(item, other) for other in later.items[:ITEMS_BACK])
        for item in package.items[:ITEMS_BACK]
    )
