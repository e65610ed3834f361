"""Reads lists that a sentence announces and the sentences after it give: "They had three asks. ..."."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from qalamoun_terms.reading.structured.labelled import LabelReader
from qalamoun_terms.reading.structured.matters import MatterReader
from qalamoun_terms.reading.text.frames import Block, Span
from qalamoun_terms.reading.told.acts import PUTTING, Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.lists import ListReader
from qalamoun_terms.reading.told.package_nouns import noun_sort
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, doer_of

FOUGHT = 3  # words of what is fought over in a text whose counted things are terms
MOST = 9  # things that are counted in words, at most
NUMBER_REACH = 3  # words between a number and what it counts
COLON_REACH = 18  # words between what is announced and the colon before it
UNCOUNTED = 3  # sentences that an announcement without a number may cover


@frozen
class CountedReader:
    """Reads what a sentence announces by its number, or as somebody's own."""

    scene: Scene
    desk: Desk
    contents: ContentReader
    lists: ListReader
    matters: MatterReader
    labelled: LabelReader
    _announced: dict[int, Package] = field(factory=dict, init=False)

    def announces(self, index: int, acts: Sequence[Act]) -> bool:
        """Reads a sentence that says that a list follows, and who put it forward.

        Args:
            index: the sentence.
            acts: the acts of the sentence.
        """
        if not self.desk.bearings.is_fought(FOUGHT) or any(
            act.act in {"deal", "stance"} for act in acts
        ):
            return False
        first, stop = self.scene.bounds(index)
        carriers = self.scene.tokens.places_of(self.scene.words_of("carrier"), first, stop)
        at = next((i for i in carriers if self._carries(i, first, stop)), None)
        if at is None or self.scene.block(index).kind is Block.CELL:
            return False
        words = self.scene.tokens.words
        colon = next((i for i in range(at, min(at + COLON_REACH, stop)) if words[i] == ":"), None)
        if colon is not None and colon + 2 < stop:
            return self._after_announcing(index, at, self.scene.tokens.span(colon + 1, stop))
        return self._in_next_sentences(index, at)

    def owned_list(self, index: int, acts: Sequence[Act]) -> bool:
        """A list of somebody's own after a colon has an owner, where no verb of proposing does.

        Args:
            index: the sentence.
            acts: the acts of the sentence.
        """
        told = PUTTING & {act.act for act in acts}
        words = self.scene.tokens.words[slice(*self.scene.bounds(index))]
        at = words.index("own") if "own" in words else 0
        owned = not told and ":" in words and words[max(0, at - 2) : at - 1] == ["of"]
        return owned and self.announces(index, acts)

    def _carries(self, at: int, first: int, stop: int) -> bool:
        """Whether a noun of things put forward is counted or somebody's own."""
        words = self.scene.tokens.words
        own = words[at + 1 : min(at + 4, stop)]
        closes = (
            not own or own[0] in self.scene.words_of("after_carrier") or not own[0][0].isalnum()
        )
        counted = closes and self._number(at, first) > 1
        grouped = words[at - 1] == "of" and words[at - 2] in self.scene.words_of("grouping")
        return counted or grouped or (own[:1] == ["of"] and own[2:3] == ["own"])

    def _number(self, at: int, first: int) -> int:
        numbers = self.scene.lexicon.numbers("structure", "ordinals")
        near = self.scene.tokens.words[max(first, at - NUMBER_REACH) : at]
        cardinal = self.scene.words_of("cardinal_word")
        found = [numbers[word] for word in near if word in cardinal and word in numbers]
        return found[-1] if found and found[-1] <= MOST else 0

    def _after_announcing(self, index: int, at: int, scope: Span) -> bool:
        """The list stands after a colon in the same sentence."""
        if not self.desk.untold(self.scene.bare_stated(scope)):
            return False
        package = self._announced_package(index, at)
        if self.contents.enumerates(scope):
            self.contents.enumerate(package, scope, index)
        else:
            self.contents.gather(package, scope, index, bare=True)
        self._claimed(package, index, at)
        return True

    def _in_next_sentences(self, index: int, at: int) -> bool:
        """The list stands in the sentences that follow, as many as are counted."""
        first, _ = self.scene.bounds(index)
        following = self._following(index, self._number(at, first) or UNCOUNTED)
        stated = [i for i in following if self.scene.bare_stated(self.scene.sentences[i].span)]
        if not stated or len(stated) * 2 < len(following):
            return False
        package = self._announced_package(index, at)
        self._announced.update(dict.fromkeys(following, package))
        self._claimed(package, index, at)
        return True

    def _following(self, index: int, number: int) -> list[int]:
        """The sentences after one that state something plainly, in its block or else the next."""
        sentences = self.scene.sentences
        block = sentences[index].segment
        found: list[int] = []
        for at in range(index + 1, min(index + 1 + number, len(sentences))):
            if not found and sentences[at].segment == block + 1:
                block += 1
            kind = self.scene.blocks[sentences[at].segment].kind
            same = sentences[at].segment == sentences[index].segment
            if sentences[at].segment != block or not (same or kind is Block.PARAGRAPH):
                break
            if not self.lists.is_plain(at):
                break
            found.append(at)
        return found

    def _announced_package(self, index: int, at: int) -> Package:
        """The package that an announced list fills: demands, or a paper, by the noun that announces it."""
        asked = self.desk.exchange.asked.get(self.scene.sentences[index].segment)
        if asked is not None:
            return asked  # what an answer announces ("Two things.") is what the question asked for
        doer = self._announcer(index, at)
        word = self.scene.tokens.words[at]
        sort = (
            "demand"
            if noun_sort(word, self.scene.lexicon) == "demand"
            or word in self.scene.words_of("asked_for_noun")
            else "paper"
        )
        return self.desk.new(
            sort,
            word,
            self.scene.tokens.span(at, at + 1),
            index,
            by=doer,
        )

    def _announcer(self, index: int, at: int) -> Doer | None:
        """The party whose list is announced: the first that the sentence names as a subject."""
        first, _ = self.scene.bounds(index)
        for actor in self.scene.company.between(first, at):
            if self.scene.words_of("parts_announcer") & set(
                self.scene.tokens.words[actor.stop : at]
            ):
                continue
            before = self.scene.tokens.words[actor.first - 1] if actor.first > first else ""
            if actor.role in {
                "state",
                "opposition",
                "mediator",
                "civilian",
            } and before not in self.scene.words_of("before_no_announcer"):
                return doer_of(actor)
        return None

    def _claimed(self, package: Package, index: int, at: int) -> None:
        """Who announced a list is on record as its proposer."""
        doer = self._announcer(index, at)
        if doer is None or doer.actor is None:
            return
        stance = "demanded" if package.sort == "demand" and doer.role != "mediator" else "proposed"
        span = self.scene.tokens.span(doer.actor.first, at + 1)
        self.desk.note(doer, Target(package), stance, span, doer.actor.first)
        self.desk.flow.topic, self.desk.flow.topic_at = Target(package), index

    def listed_next(self, index: int) -> bool:
        """A sentence of an announced list: a term, or `Other` where it fits no kind.

        Args:
            index: the sentence.
        """
        package = self._announced.get(index)
        if package is None:
            return False
        span = self.scene.content(index)
        if self.contents.enumerates(span):
            self.contents.enumerate(package, span, index)
        else:
            self.matters.put(package, span, index)
        self.labelled.keep_matter(index)
        return True
