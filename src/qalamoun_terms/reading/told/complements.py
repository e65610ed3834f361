"""What a package's noun says of its own content: "a deal to open the road", "in line with the accord"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.told.acts import TELLING, Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import is_purpose

NEAR = 4  # words before a noun that say whether its package is there at all
LEAST = 4  # words of a statement that stands before "in line with the deal"


@frozen
class ComplementReader:
    """Reads the content that a sentence gives beside the noun of a package, without a verb."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    contents: ContentReader

    def complements(self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]) -> bool:
        """The content after a package's noun, or before "in line with" it.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
            acts: the acts of the sentence.
        """
        _, stop = self.scene.bounds(index)
        telling = [act.start for act in acts if act.act in TELLING]
        limit = min([stop, *telling])
        found = [
            self._complement(phrase, index, acts, limit) or self._carried_out(phrase, index)
            for phrase in phrases
            if phrase.sort != "part" and phrase.stop <= limit and self._is_there(phrase)
        ]
        return any(found)

    def _is_there(self, phrase: PackageNoun) -> bool:
        """Whether a package is spoken of as one that is there: not hoped for, sought or denied."""
        words = self.scene.tokens.words
        near = words[max(0, phrase.first - NEAR) : phrase.stop]
        if phrase.noun in self.scene.words_of("intention") or phrase.owner_pronoun:
            return False
        return not set(near) & self.scene.lexicon.any_of("not_there", "speculation")

    def _complement(self, phrase: PackageNoun, index: int, acts: Sequence[Act], stop: int) -> bool:
        """Reads "a deal to open the road", "the agreement on the release of ...": what follows it."""
        words = self.scene.tokens.words
        at = phrase.stop
        if words[at : at + 2] == [",", "that"]:
            at += 1
        if at + 2 >= stop or words[at] not in self.scene.words_of("complement_link"):
            return False
        turns = self.scene.words_of("turn")
        later = [act.start for act in acts if act.start > at and act.act == "deal"]
        ends = [i for i in range(at, stop) if words[i] in turns or words[i] == ";"]
        scope = self.scene.tokens.span(at, min([stop, *later, *ends]))
        if is_purpose(self.scene, at, stop):
            return False
        if not self.desk.untold(self.scene.stated(scope)):
            return False
        return bool(self.contents.gather(self.resolver.package(phrase, index), scope, index))

    def _carried_out(self, phrase: PackageNoun, index: int) -> bool:
        """Reads "The road is open again in line with an agreement": what is done under a deal."""
        first, _ = self.scene.bounds(index)
        words = self.scene.tokens.words
        link = next(
            (
                n
                for n in (3, 2, 1)
                if "_".join(words[phrase.first - n : phrase.first])
                in self.scene.words_of("carried_out_link")
            ),
            0,
        )
        begin = phrase.first - link
        if not link or begin - first < LEAST:
            return False
        scope = self.scene.tokens.span(first, begin)
        if not self.desk.untold(self.scene.stated(scope)):
            return False
        return bool(self.contents.gather(self.resolver.package(phrase, index), scope, index))
