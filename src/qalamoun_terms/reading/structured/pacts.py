"""Reads texts that are an agreement themselves: their clauses are its terms, and its parties accept it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.text.frames import Block, Span
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.notes import Note
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.partners import settled, signatories, signed_for
from qalamoun_terms.reading.told.prefaces import PrefaceReader
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer

OPENING = 9  # sentences at the beginning that may name the parties
CLOSING = 14  # sentences at the end that may be its signatures
CLAUSES = 3  # listed terms that the text of an agreement has, at least


@frozen
class PactReader:
    """Reads who makes the agreement whose text lies before the reader."""

    scene: Scene
    desk: Desk
    prefaces: PrefaceReader

    def pact(self) -> None:
        """Puts down that the parties to the agreement that the text is accept it."""
        package = self._own_text()
        if package is None:
            return
        made = self._makers(package)
        if made is None:
            return
        doers, span = made
        package.sort, package.role, package.verbatim = "deal", "joint", True
        stance = "provisional" if self._only_initialled() else "accepted"
        package.status = "tentative" if stance == "provisional" else "agreed"
        known = {note.doer.role for note in self.desk.story.notes if note.target == Target(package)}
        for doer in doers:
            if doer.role not in known:
                speaker = self.scene.company.speaker(self.scene.tokens.at(span.start))
                self.desk.story.notes.append(
                    Note(
                        doer=doer, target=Target(package), stance=stance, span=span, speaker=speaker
                    )
                )

    def _own_text(self) -> Package | None:
        """The package that the items of the text fill, where nobody is said to have proposed it."""
        if self.scene.heading_words() & self.scene.words_of("draft_title"):
            return None
        best = max(self.desk.story.shelf.packages, key=self._clauses, default=None)
        if best is None or self._clauses(best) < CLAUSES or best.role not in {"unstated", "joint"}:
            return None
        said = [n for n in self.desk.story.notes if n.target == Target(best)]
        return best if not said or best.sort == "deal" else None

    def _clauses(self, package: Package) -> int:
        blocks, sentences = self.scene.blocks, self.scene.sentences
        items = {
            sentences[item.sentence].segment
            for item in package.items
            if blocks[sentences[item.sentence].segment].kind is Block.ITEM
        }
        return len(items)

    def _makers(self, package: Package) -> tuple[Sequence[Doer], Span] | None:
        """The parties that the opening names, or the signatures, with the words that do."""
        named = self._opened()
        titled = bool(
            self._opening_words() & (self.scene.words_of("title_of_agreement") | {"agreed"})
        )
        signed = self._signed(package) if titled or named else None
        clear = named and any(doer.actor for doer in named[0])
        return named if clear or signed is None else signed

    def _opened(self) -> tuple[Sequence[Doer], Span] | None:
        """The parties of "between X and Y" or "We, X and Y" before the first of the clauses."""
        for index, sentence in enumerate(self.scene.sentences[:OPENING]):
            if self.scene.is_item(sentence.segment):
                return None
            doers = self.prefaces.named_together(index)
            if doers:
                return doers, sentence.span
        return None

    def _opening_words(self) -> set[str]:
        """The words of the first lines, which may call the text an agreement."""
        stop = self.scene.bounds(min(3, len(self.scene.sentences) - 1))[1]
        return set(self.scene.tokens.words[:stop])

    def _signed(self, package: Package) -> tuple[Sequence[Doer], Span] | None:
        """The parties in whose names the text is signed below its last clause."""
        company, sentences = self.scene.company, self.scene.sentences
        last = max(
            (
                i.sentence
                for i in package.items
                if self.scene.is_item(sentences[i.sentence].segment)
            ),
            default=0,
        )
        lines: list[tuple[Doer, Span]] = []
        for index in range(max(last + 1, len(sentences) - CLOSING), len(sentences)):
            first, stop = self.scene.tokens.bounds(sentences[index].span)
            doer = signed_for(company, first, stop)
            if doer is not None and doer.role != "mediator":
                lines.append((doer, sentences[index].span))
            end = self.scene.tokens.at(self.scene.blocks[sentences[index].segment].span.end)
            doers = () if doer else signatories(company, first, end, self.scene.lexicon)
            if doers:
                return doers, sentences[index].span
        if len(lines) < 2:
            return None
        doers = settled([lines[0][0], lines[1][0]])
        return (doers, Span(lines[0][1].start, lines[1][1].end)) if doers else None

    def _only_initialled(self) -> bool:
        """Whether the opening says that the text is initialled, or awaits somebody's approval."""
        return bool(self._opening_words() & self.scene.words_of("unsigned"))
