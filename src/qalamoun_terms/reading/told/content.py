"""Terms gathered into a package: what a stretch states, and the members of an enumeration."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.terms.find import Stated, other_term
from qalamoun_terms.reading.text.frames import Span, TermMention
from qalamoun_terms.reading.told.desk import ITEMS_BACK, Desk
from qalamoun_terms.reading.told.notes import says_much, trimmed
from qalamoun_terms.reading.told.packages import Item, Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target


@frozen
class ContentReader:
    """Puts the terms of a stretch into a package, once each."""

    scene: Scene
    desk: Desk

    def gather(
        self,
        package: Package,
        span: Span,
        index: int,
        label: str | None = None,
        *,
        bare: bool = False,
        sure: bool = False,
    ) -> list[Item]:
        """The terms that a stretch states, put into a package unless it has them already.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
            label: its mark as printed.
            bare: whether mere noun phrases are terms, too.
            sure: whether what only weights take for a term is left out.
        """
        at = self.scene.tokens.at(span.start)
        if at >= len(self.scene.tokens):
            return []
        speaker = self.scene.company.speaker(at)
        found: list[Item] = []
        plain = self.scene.stated(span) if sure else ()
        for stated in (self.scene.bare_stated if bare or label else self.scene.stated)(span):
            if sure and self._is_guessed(stated, plain):
                continue
            if self._known(stated, package):
                continue
            found.append(
                Item(
                    mention=stated.mention,
                    sentence=index,
                    label=label,
                    heading=self.desk.flow.heading,
                    speaker=speaker,
                )
            )
        package.items.extend(found)
        if found:
            self.desk.leave_open(package, index)
            self.desk.touch(package, found[-1] if len(found) == 1 else None, index)
            self._settle_pending(package, found)
        return found

    def enumerate(self, package: Package, span: Span, index: int) -> list[Item]:
        """The members of an enumeration parted by semicolons: each a term, or `Other`.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
        """
        text = self.scene.tokens.text
        found: list[Item] = []
        start = span.start
        while start < span.end:
            end = text.find(";", start, span.end)
            end = span.end if end < 0 else end
            piece = self._piece(start, end)
            if piece:
                found.extend(
                    self.gather(package, piece, index, bare=True)
                    or self.kept(package, piece, index)
                )
            start = end + 1
        return found

    def _piece(self, start: int, end: int) -> Span | None:
        """A member of an enumeration, without the words that only join it to the others."""
        tokens = self.scene.tokens
        first, stop = tokens.bounds(Span(start, end))
        while first < stop and tokens.words[first] in {"and", ",", ":", "that"}:
            first += 1
        return tokens.span(first, stop) if stop - first >= 3 else None

    def kept(self, package: Package, span: Span, index: int) -> list[Item]:
        """A listed member that fits no kind is kept with its words.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
        """
        if self.desk.taken(self._as_other(span)):
            return []
        return [self.put_other(package, span, index)]

    def _as_other(self, span: Span) -> TermMention:
        """A stretch that is surely a term, though its words fit no kind."""
        text = self.scene.tokens.text
        return other_term(text, trimmed(text, span), self.scene.lexicon)

    def put_other(self, package: Package, span: Span, index: int, label: str | None = None) -> Item:
        """Puts a stretch that fits no kind into a package.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
            label: its mark as printed.
        """
        speaker = self.scene.company.speaker(self.scene.tokens.at(span.start))
        mention = self._as_other(span)
        item = Item(mention=mention, sentence=index, label=label, speaker=speaker)
        package.items.append(item)
        return item

    def enumerates(self, span: Span) -> bool:
        """Whether a stretch lists its members with semicolons, and most of them are terms.

        Args:
            span: the stretch.
        """
        pieces = span.text(self.scene.tokens.text).split(";")
        if len(pieces) < 3:
            return False
        if self._counted(span, len(pieces)):
            return True
        start, stated = span.start, 0
        for piece in pieces:
            inner = self._piece(start, start + len(piece))
            stated += bool(inner and self.scene.bare_stated(inner))
            start += len(piece) + 1
        return stated * 2 >= len(pieces) - 1

    def _counted(self, span: Span, number: int) -> bool:
        """Whether the words before a list say how many members it has ("in four strands: ...")."""
        at = self.scene.tokens.at(span.start)
        before = self.scene.tokens.words[max(0, at - 8) : at]
        numbers = self.scene.lexicon.numbers("structure", "ordinals")
        return any(numbers.get(word) == number or word == str(number) for word in before)

    def _is_guessed(self, stated: Stated, plain: Sequence[Stated]) -> bool:
        """Whether only the weights take a statement for a term, and only if it is surely content."""
        guessed = stated.rule.startswith("weights.")
        return guessed and all(stated.mention != other.mention for other in plain)

    def _known(self, stated: Stated, package: Package) -> bool:
        if self.desk.taken(stated):
            return True
        latest = package.items[-ITEMS_BACK:]
        alike = [item for item in latest if item.mention.term.kind == stated.kind]
        return any(item.mention.term == stated.mention.term and says_much(item) for item in alike)

    def _settle_pending(self, package: Package, found: list[Item]) -> None:
        """Gives a stance on "one of the articles" the article that the text then tells."""
        for note in self.desk.flow.pending:
            if note.target.package is package:
                note.target = Target(package, found[0])
        self.desk.flow.pending = []
