"""Who helps a package along: who brokers, guarantees, witnesses or watches it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.notes import HelpNote
from qalamoun_terms.reading.told.packages import WHOLES, Package
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.helping import find_help

HELPED_WITHIN = 3  # sentences between who helps and the package that is helped


@frozen
class HelperReader:
    """Notes who helps, and once the text is read, which package each helped."""

    scene: Scene
    desk: Desk
    resolver: Resolver

    def note(self, index: int) -> None:
        """Notes who brokers, guarantees, witnesses or watches the package that a sentence speaks of.

        Args:
            index: the sentence.
        """
        for help_ in find_help(self.scene.company, *self.scene.bounds(index)):
            phrases = [p for p in self.scene.phrases(index) if p.sort in WHOLES]
            named = min(
                phrases, key=lambda p: max(p.first - help_.at, help_.at - p.stop), default=None
            )
            package = self.resolver.resolve(named) if named else None
            if package is None and index - self.desk.flow.topic_at <= HELPED_WITHIN:
                package = self.desk.story.shelf.current
            self.desk.story.helpers.append(HelpNote(help=help_, package=package, sentence=index))

    def settle(self) -> None:
        """Gives each helper the package told of after it, where none was told of before."""
        packages = self.desk.story.shelf.packages
        by_sentence = {package.sentence: package for package in reversed(packages)}
        for helper in self.desk.story.helpers:
            helper.package = self._later(helper, by_sentence)

    def _later(self, note: HelpNote, by_sentence: Mapping[int, Package]) -> Package | None:
        """The package that a helper is told of before it: "Oman mediated. The two sides signed ..."."""
        if note.package is not None:
            return note.package
        near = range(note.sentence, note.sentence + HELPED_WITHIN + 1)
        return next((by_sentence[at] for at in near if at in by_sentence), None)
