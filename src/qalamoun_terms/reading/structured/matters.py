"""Matters that a structured text puts one by one, and the short answers of the parties to them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from qalamoun_terms.reading.structured.replies import Reply, read_reply
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.segments import item_marker
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.notes import Note
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.stances import StanceReader
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer

ANSWERS_BACK = 6  # answers among which the one stands that "likewise" repeats
UNKNOWN = "other.item"  # the rule of a matter that fits no kind
LEAST_WORDS = 3  # words from which a matter that fits no kind is a statement and no mere title


@frozen
class MatterReader:
    """Puts matters down as packages, and writes the short answers to them down as stances."""

    scene: Scene
    desk: Desk
    contents: ContentReader
    stances: StanceReader
    _answered: list[Note] = field(factory=list, init=False)

    def put(self, package: Package, span: Span, index: int, label: str | None = None) -> bool:
        """Puts the terms that a stretch states into a package, or the stretch as `Other`.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
            label: its mark as printed.
        """
        before = len(package.items)
        if not self.contents.gather(package, span, index, label, bare=True):
            words = span.text(self.scene.tokens.text).split()
            if len(words) < LEAST_WORDS:
                return False
            self.contents.put_other(package, span, index, label)
        self.desk.exchange.matter = [Target(package, item) for item in package.items[before:]]
        return True

    def unmarked(self, span: Span) -> tuple[Span, str | None]:
        """A matter without the number that stands before it, and that number.

        Args:
            span: the stretch.
        """
        marker = item_marker(self.scene.tokens.text, span.start, span.end, self.scene.lexicon)
        if marker is None:
            return span, None
        start = span.start + len(marker)
        while start < span.end and self.scene.tokens.text[start].isspace():
            start += 1
        return Span(start, span.end), marker

    def reply(self, first: int, stop: int) -> Reply | None:
        """The short answer that words give, or None.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        return read_reply(self.scene.tokens, first, stop, self.scene.lexicon)

    def reply_to(
        self, doer: Doer, targets: Sequence[Target], reply: Reply, span: Span, index: int
    ) -> bool:
        """Writes a short answer down, with the condition that it makes.

        Args:
            doer: who does it.
            targets: what is answered.
            reply: the answer.
            span: the stretch.
            index: the sentence.
        """
        reply = self._as_before(doer, targets, reply)
        doers = self.stances.answering([doer], reply.stance)
        if not targets or not reply.stance or not doers:
            return False
        done = False
        for one in doers:
            for target in self._blanket(targets):
                if self.stances.plausible(one, target, reply.stance):
                    note = self.desk.note(one, target, reply.stance, span, reply.first)
                    self._answered.extend([note] if note else [])
                    done = note is not None or done
                    if note and reply.condition:
                        note.condition = self.scene.tokens.span(*reply.condition)
        if done and reply.condition:
            self._made_condition(doers, self.scene.tokens.span(*reply.condition), span, index)
        return done

    def put_last(self, doers: Sequence[Doer]) -> list[Target]:
        """What was put last, where it is not their own who answer.

        Args:
            doers: who does it.
        """
        names = {doer.name for doer in doers}
        return [
            t
            for t in self.desk.exchange.matter
            if t.package.owner is None or t.package.owner.name not in names
        ]

    def _as_before(self, doer: Doer, targets: Sequence[Target], reply: Reply) -> Reply:
        """Of "likewise" the answer is the one that another party has just given to the same."""
        if reply.stance != "same":
            return reply
        before = [
            note
            for note in self._answered[-ANSWERS_BACK:]
            if note.target in targets and note.doer != doer
        ]
        return evolve(reply, stance=before[-1].stance if before else "")

    def _blanket(self, targets: Sequence[Target]) -> list[Target]:
        """The package in place of all of its items, where it has several."""
        package = targets[0].package
        items = [target.item for target in targets if target.package is package]
        grows = package.verbatim or package is self.desk.flow.listed or package.sort == "deal"
        whole = all(any(item is one for one in items) for item in package.items)
        alone = len(items) == len(targets) and len(items) > 1 and not grows
        return [Target(package)] if alone and whole else list(targets)

    def drop_unknown(self) -> None:
        """Lets go of everything where no matter is of a known kind: a club votes in tables, too."""
        rules = {
            i.mention.rule for package in self.desk.story.shelf.packages for i in package.items
        }
        if self._answered and rules <= {UNKNOWN}:
            self.desk.story.shelf.packages = []

    def settle_answers(self) -> None:
        """An answer to the only item of a package is one to the package."""
        for note in self._answered:
            package = note.target.package
            if note.target.item and len(package.items) == 1 and not package.verbatim:
                note.target = Target(package)

    def _made_condition(self, doers: Sequence[Doer], scope: Span, span: Span, index: int) -> None:
        """The condition of an answer is a demand of its own, where it states a term."""
        held, topic, current = (
            self.desk.exchange.matter,
            self.desk.flow.topic,
            self.desk.story.shelf.current,
        )
        owner = doers[0]
        package = self.desk.new("demand", "condition", scope, index, by=owner)
        if not self.put(package, scope, index):
            self.desk.story.shelf.packages.remove(package)
            doers = ()
        for doer in doers:
            self.desk.note(
                doer, Target(package), "demanded", span, self.scene.tokens.at(span.start)
            )
        self.desk.exchange.matter, self.desk.flow.topic, self.desk.story.shelf.current = (
            held,
            topic,
            current,
        )
