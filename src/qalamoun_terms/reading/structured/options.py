"""Reads who is for which of the options that a text tells apart by number and letter ("1A", "2B")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from qalamoun_terms.lexicon.phrases import Hit
from qalamoun_terms.reading.structured.drafts import DraftReader
from qalamoun_terms.reading.structured.matters import MatterReader
from qalamoun_terms.reading.structured.replies import Reply, condition_in, hits_from
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.both_sides import BothSides
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.packages import Item, Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import CODE, Target, bare_code
from qalamoun_terms.reading.who.doers import Doer, doer_of

SUBJECT_REACH = 6  # words between a party and what it says of an option


@define
class OptionReader:
    """Reads preferences among the items of the draft that the text itself is."""

    scene: Scene
    desk: Desk
    both_sides: BothSides
    matters: MatterReader
    drafts: DraftReader
    _chooser: Doer | None = field(default=None, init=False)

    def weighs(self, index: int) -> bool:
        """Reads a sentence that says which options a party is for; whether it says so of any.

        Args:
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        package = self.drafts.draft or self.desk.story.shelf.current
        if package is None or not package.items:
            return False
        coded = any(CODE.fullmatch(word) for word in words[first:stop] if not word.isalpha())
        if not coded or not self._codes(package):
            return False
        hits = list(self._choices(first, stop))
        done = [self._chosen(hits, at, (first, stop), package, index) for at in range(len(hits))]
        return any(done)

    def _codes(self, package: Package) -> set[str]:
        return {bare_code(item.label) for item in package.items}

    def _choices(self, first: int, stop: int) -> Iterator[Hit]:
        """The words of preferring or refusing, the longest where several begin at one word."""
        taken = first
        found = hits_from("preferences", self.scene.tokens, first, stop, self.scene.lexicon)
        for at, hits in found.items():
            longest = max(hits, key=lambda hit: hit.end)
            if at >= taken:
                taken = longest.end
                yield longest

    def _chosen(
        self, hits: Sequence[Hit], at: int, bounds: tuple[int, int], package: Package, index: int
    ) -> bool:
        """Writes down what one verb says of the options named after it, or before it."""
        hit = hits[at]
        begin = hits[at - 1].end if at else bounds[0]
        end = hits[at + 1].start if at + 1 < len(hits) else bounds[1]
        doers = self._choosers(hit.start, begin, bounds[0])
        low, high = hit.end, self._clause_end(hit.end, end)
        found = self._coded(low, high, package)
        if not found:
            low, high = self._clause_start(begin, hit.start), hit.start
            found = self._coded(low, high, package)
        if not found or not doers:
            return False
        reply = self._choice(hit, high, bounds[1])
        low = max(bounds[0], min(low, hit.start))
        span = self._choice_span(doers, low, max(high, hit.end), reply, bounds[0])
        targets = [Target(package, item) for item in found]
        done = [self.matters.reply_to(doer, targets, reply, span, index) for doer in doers]
        return any(done)

    def _choosers(self, verb: int, begin: int, first: int) -> list[Doer]:
        """The party before a verb, or the one that the sentences before were about."""
        near = self.scene.company.between(max(begin, verb - SUBJECT_REACH), verb)
        named = [a for a in near if a.role in {"state", "opposition", "both", "civilian"}]
        if named:
            self._chooser = doer_of(named[-1])
            return self.both_sides.expand([self._chooser])
        words = self.scene.tokens.words[max(first, verb - SUBJECT_REACH) : verb]
        again = {"it", "they", "he", "she", "and", "but", ","} & set(words)
        return [self._chooser] if self._chooser and again else []

    def _coded(self, low: int, high: int, package: Package) -> list[Item]:
        words = self.scene.tokens.words
        codes = {words[at] for at in range(low, high) if CODE.fullmatch(words[at])}
        return [item for item in package.items if bare_code(item.label) in codes]

    def _clause_end(self, low: int, high: int) -> int:
        words = self.scene.tokens.words
        return next((at for at in range(low, high) if words[at] in {";", "."}), high)

    def _clause_start(self, low: int, high: int) -> int:
        words = self.scene.tokens.words
        return next((at + 1 for at in range(high - 1, low - 1, -1) if words[at] == ";"), low)

    def _choice(self, hit: Hit, high: int, stop: int) -> Reply:
        """The stance of a choice, conditional where a condition follows the options."""
        stance, condition = hit.entry.word("stance"), None
        only = condition_in(self.scene.tokens, hit.end, stop, self.scene.lexicon)
        if stance == "accepted" and only is not None and only.start < high:
            stance, condition = "conditional", (only.end, self._clause_end(only.end, stop))
        return Reply(stance=stance, first=hit.start, stop=hit.end, end=high, condition=condition)

    def _choice_span(
        self, doers: Sequence[Doer], low: int, high: int, reply: Reply, first: int
    ) -> Span:
        """The words of a choice, from the party that makes it."""
        actor = doers[0].actor
        words = self.scene.tokens.words
        if actor and first <= actor.first < low and low - actor.stop <= SUBJECT_REACH:
            low = actor.first
        stop = reply.condition[1] if reply.condition else high
        while stop > low + 1 and not words[stop - 1][0].isalnum():
            stop -= 1
        return self.scene.tokens.span(low, stop)
