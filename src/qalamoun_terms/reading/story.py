"""Reads a text from its first sentence to its last, and gathers packages, stances and measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define

from qalamoun_terms.reading.retold import told_once
from qalamoun_terms.reading.text.frames import Block, Segment
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.bearings import take_bearings
from qalamoun_terms.reading.told.desk import HEADING_WORDS, ITEMS_BACK
from qalamoun_terms.reading.told.notes import (
    HelpNote,
    MeasureNote,
    Story,
    roles_of,
)
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import WHOLES, Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.weighing import Refused, WeighReader
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.helping import find_help

HELPED_WITHIN = 3  # sentences between who helps and the package that is helped


def read_story(scene: Scene) -> Story:
    """Reads the sentences of a text in their order.

    Args:
        scene: the text and what was seen in it.
    """
    reader = StoryReader(scene, take_bearings(scene))
    for index in range(len(scene.sentences)):
        reader.sentence(index)
    reader.close()
    return reader.story


@define
class StoryReader(WeighReader):
    """Walks through the sentences of a text; each of its bases reads one sort of act."""

    def sentence(self, index: int) -> None:
        """Reads one sentence: by the words of the lexicon, and what those leave by learnt weights."""
        block = self.scene.block(index)
        if not self.bearings.negotiates or block.kind is Block.DATELINE:
            return
        notes, items = len(self.story.notes), self._count_items()
        if block.kind is Block.HEADING and not self._structured(index):
            if not self._names_speaker(index):
                self._heading(index)
        elif block.kind is not Block.HEADING:
            self._worded(index, block)
            answered, gathered = len(self.story.notes) > notes, self._count_items() > items
            self._remember(index, answered=answered, gathered=gathered)

    def _worded(self, index: int, block: Segment) -> None:
        """Reads a sentence by the words of the lexicon: an item of a list, or running text."""
        if self._structured(index):
            return
        if block.kind is Block.ITEM and block.level <= self.flow.listed_level:
            self.flow.listed, self.flow.listed_level = None, -1
        known = self.bearings.negotiates_much or bool(self.story.shelf.packages)
        loose = block.kind is Block.ITEM and self.flow.listed is None
        if loose:
            self.flow.listed = self._drafted(index) or self._goes_on_below(index)
        if loose and self.flow.listed is None:
            self.flow.listed = self._answered_below(index)
        fresh = loose and known and self.flow.listed is None and self.draft is None
        if fresh and self._is_itemised():
            self.flow.listed = self.story.shelf.current or self._listed_anew(index)
        before = (len(self.story.notes), self._count_items(), len(self.story.shelf.packages))
        if block.kind is Block.ITEM and self.flow.listed and self._plain_item(index):
            self._item(index)
        else:
            self._running(index)
        self._keep_matter(index)
        self._bracketed_answers(index)
        self._helped(index)
        if before == (len(self.story.notes), self._count_items(), len(self.story.shelf.packages)):
            self._nothing(index)

    def _structured(self, index: int) -> bool:
        """Whether a sentence is read by its place: a cell, an answer under a name, a choice."""
        block = self.scene.block(index)
        if not self.bearings.is_fought():
            return False
        return (
            (block.kind is Block.CELL and self._tabular(index))
            or self._questions(index)
            or self._recalls(index)
            or self._only_after(index)
            or self._answers(index)
            or self._weighs(index)
            or self._breached(index)
            or self._listed_next(index)
            or self._answers_question(index)
        )

    def _heading(self, index: int) -> None:
        """A heading: what stands below it is about its words, and may be a package of its own."""
        self._heads(index)
        named = self.scene.sentences[index].span.text(self.scene.tokens.text)
        self.flow.heading = named if index > 1 and len(named.split()) <= HEADING_WORDS else None
        self.scene.cast.opened_by(*self.scene.bounds(index))
        if not self.scene.next_is_item(index):
            self.flow.listed = None
        self._headed(index)

    def _count_items(self) -> int:
        """How many terms the text has stated so far; the mere name of a package states none."""
        packages = self.story.shelf.recent
        return sum(not item.named for package in packages for item in package.items)

    def _running(self, index: int) -> None:
        """Running text: acts in their order, then what merely goes on with an open package."""
        first, stop = self.scene.bounds(index)
        phrases = self.scene.phrases(index)
        acts = self._acts(index)
        earlier: list[Doer] = []
        opening = next(iter(self.scene.cast.between(first, first + 2)), None)
        if opening and self.scene.tokens.words[opening.stop : opening.stop + 1] == ["'s"]:
            self.scene.cast.opened_by(first, stop)
        if self._preface(index):
            return
        self._introduced(index, phrases)
        listed = (
            self._under(index, phrases, acts)
            or self._colon(index, phrases, acts)
            or self._items_are(index, phrases)
            or self._demand_is(index, phrases)
        )
        touched = self._complements(index, phrases, acts) or listed
        for act in acts:
            if listed and act.act == "define":
                continue
            doers = self._subjects(act, first, earlier)
            earlier = doers or earlier
            self._means(act, doers, first)
            touched = self._act(act, doers, phrases, index) or touched
        touched = self._attacks(index, phrases) or touched or self._announces(index, acts)
        if not touched and not self._unless(index) and not self._urges(index, acts):
            self._states_more(index, acts) or self._tabled(index, acts) or self._provides(
                index, acts
            )
        self._opens_list(index, phrases, acts)
        self._measures(index)
        if not any(self._subjects(a, first, []) for a in acts):
            self.scene.cast.opened_by(first, stop)

    def _act(self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int) -> bool:
        """Reads one act by its sort; what is only supposed ("if they accept") is no act."""
        supposed = act.hypothetical or self._subject_supposed(act, doers)
        if supposed and act.act in {"stance", "deal"}:
            return False
        match act.act:
            case "define":
                done = self._define(act, phrases, index)
            case "which":
                done = self._after_which(act, index)
            case "deal":
                done = (
                    self._seals(act, doers, phrases, index)
                    or self._deal(act, doers, phrases, index)
                    or self._waits(act, doers, phrases, index)
                    or self._about_talks(act, doers, index)
                )
            case "propose" | "demand":
                done = (
                    (self._declared_together(act, doers) and self._deal(act, doers, phrases, index))
                    or self._pledges(act, doers, index)
                    or self._put_forward(act, doers, phrases, index)
                    or (
                        self._pledged_by_both(act, doers) and self._deal(act, doers, phrases, index)
                    )
                )
                done = done or self._about_talks(act, doers, index)
                if not done and self._may_forward(act, doers):
                    self.refused.append(Refused(act, tuple(doers)))
            case "stance":
                done = self._respond(act, doers, phrases, index) or self._insists_anew(
                    act, doers, index
                )
                done = done or self._about_talks(act, doers, index)
                if doers and not done:
                    self.refused.append(Refused(act, tuple(doers)))
            case _:
                done = False
        return done

    def _subject_supposed(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether "if" stands before a subject that is parted from its verb by many words."""
        firsts = [d.actor.first for d in doers if d.actor and d.actor.first < act.start]
        first = min(firsts, default=0)
        before = self.scene.tokens.words[first - 1] if first else ""
        return before in {"if", "unless", "whether"}

    def _measures(self, index: int) -> None:
        """Notes what was done on the ground, outside of the terms and once for the same words."""
        first, stop = self.scene.bounds(index)
        tokens = self.scene.tokens
        inside = [
            i.mention.span
            for p in self.story.shelf.recent
            for i in p.items[-ITEMS_BACK:]
            if i.sentence == index
        ]
        taken = -1
        for hit in self.scene.lexicon.indexes["measures"].find(tokens.words, first, stop):
            span = tokens.span(hit.start, hit.end)
            if hit.start < taken or any(one.overlaps(span) for one in inside):
                continue
            taken = hit.end
            doers = [d for d in self.scene.cast.before(hit.start, first, []) if d.role]
            self.story.measures.append(
                MeasureNote(
                    span=span,
                    kind=hit.entry.word("kind"),
                    doer=doers[0] if doers else None,
                    speaker=self.scene.cast.speaker(hit.start),
                )
            )

    def _helped(self, index: int) -> None:
        """Notes who brokers, guarantees, witnesses or watches the package that a sentence speaks of."""
        for help_ in find_help(self.scene.cast, *self.scene.bounds(index)):
            phrases = [p for p in self.scene.phrases(index) if p.sort in WHOLES]
            named = min(
                phrases, key=lambda p: max(p.first - help_.at, help_.at - p.stop), default=None
            )
            package = self._resolve(named) if named else None
            if package is None and index - self.flow.topic_at <= HELPED_WITHIN:
                package = self.story.shelf.current
            self.story.helpers.append(HelpNote(help=help_, package=package, sentence=index))

    def _later(self, note: HelpNote, by_sentence: Mapping[int, Package]) -> Package | None:
        """The package that a helper is told of before it: "Oman mediated. The two sides signed ..."."""
        if note.package is not None:
            return note.package
        near = range(note.sentence, note.sentence + HELPED_WITHIN + 1)
        return next((by_sentence[at] for at in near if at in by_sentence), None)

    def _nothing(self, index: int) -> None:
        """A sentence that speaks of the negotiation and gave nothing is listed as unread."""
        first, stop = self.scene.bounds(index)
        words = self.scene.words_of("negotiation")
        spoken = sum(w in words for w in self.scene.tokens.words[first:stop])
        answered = any(a.act == "stance" for a in self._acts(index))
        if spoken >= 1 or answered:
            self.story.unread.append(self.scene.sentences[index].span)

    def _headline_parties(self) -> None:
        """The parties of a deal that only the headline names: "Army, militants reach deal on Douma"."""
        deals = [p for p in self.story.shelf.packages if p.sort == "deal" and p.items]
        if len(deals) != 1 or deals[0].status == "unstated" or not self.scene.sentences:
            return
        if any(note.target.package is deals[0] for note in self.story.notes):
            return
        title = self.scene.sentences[0]
        first, stop = self.scene.bounds(0)
        if self.scene.blocks[title.segment].kind is not Block.HEADING:
            return
        for act in self._acts(0):
            if act.act != "deal" or act.negated or act.modal or act.hypothetical:
                continue
            doers = self._parties(act, self._subjects(act, first, []), 0)
            if len(roles_of(doers) - {"", "mediator"}) > 1:
                span = self.scene.tokens.span(first, stop)
                for doer in doers:
                    self._note(doer, Target(deals[0]), "accepted", span, first)
                return

    def _settle_kinds(self) -> None:
        """Looks once more at the kind of each term, by all of its words and by nothing else."""
        for package in self.story.shelf.packages:
            for item in package.items:
                item.mention = self.scene.settle(item.mention)

    def close(self) -> None:
        """Lets go of packages that hold no term and that nobody but their owner speaks of."""
        self._look_again()
        self._drop_unknown()
        self._pact()
        answered = {
            id(note.target.package)
            for note in self.story.notes
            if note.stance not in {"proposed", "demanded"}
        }
        self._settle_answers()
        self._headline_parties()
        told_once(self.scene, self.story)
        self._settle_kinds()
        noted = {id(note.target.package) for note in self.story.notes}
        kept = [
            p
            for p in self.story.shelf.packages
            if any(not item.named or id(p) in noted for item in p.items) or id(p) in answered
        ]
        ids = {id(package) for package in kept}
        self.story.shelf.packages = kept
        by_sentence = {p.sentence: p for p in reversed(self.story.shelf.packages)}
        for helped in self.story.helpers:
            helped.package = self._later(helped, by_sentence)
        self.story.helpers = [h for h in self.story.helpers if id(h.package) in ids]
        self.story.notes = [n for n in self.story.notes if id(n.target.package) in ids]
