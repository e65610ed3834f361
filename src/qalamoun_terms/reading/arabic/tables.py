"""Tables of minutes in Arabic: a row is an article, its cells are what each side says of it."""

from __future__ import annotations

from attrs import define

from qalamoun_terms.lexicon.letters import folded
from qalamoun_terms.reading.arabic.done import doer_of
from qalamoun_terms.reading.arabic.notebook import Notebook
from qalamoun_terms.reading.arabic.sides import Party
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.targets import Target

_HEADS = 60  # parties of a text among which the head of a column is looked for
_ANSWER = 4  # words of a cell in which the answer stands
_ANSWERS = frozenset({"accepted", "rejected", "insisted", "deferred"})


@define
class Table:
    """Reads the cells of a table in their order: the article of the row, then the answers to it."""

    book: Notebook
    package: Package | None = None
    item: Target | None = None

    def cell(self, head: str | None, first: int, stop: int) -> None:
        """Read a cell.

        Args:
            head: the head of its column.
            first: its first word.
            stop: the word after its last.
        """
        party = self._party(head or "")
        if party is None:
            self._article(first, stop)
        elif self.item is not None:
            stance = self._answer(first, stop)
            if stance:
                span = self.book.page.span(first, stop)
                self.book.note(doer_of(party), self.item, stance, span)

    def _party(self, head: str) -> Party | None:
        named = (p for p in self.book.parties[:_HEADS] if p.role not in {"", "both", "other"})
        return next((p for p in named if p.name and folded(p.name) in folded(head)), None)

    def _article(self, first: int, stop: int) -> None:
        """The article of a row; a cell that states no term belongs to the one before."""
        current = self.book.story.shelf.current
        package = self.package or current or self.book.new("paper", first, stop)
        items = self.book.gather(package, first, stop)
        if items:
            self.package, self.item = package, Target(package, items[-1])
        elif package is not self.package and package is not current:
            self.book.drop(package, current)

    def _answer(self, first: int, stop: int) -> str:
        """The answer in a cell: its first word of answering, turned round after "not"."""
        page = self.book.page
        for at in range(first, min(stop, first + _ANSWER)):
            told = (use.form.entry.word("stance") for use in page.uses(at, "stances"))
            stance = next((one for one in told if one in _ANSWERS), "")
            denied = at > first and page.is_a(at - 1, "negation")
            if stance and not denied:
                return stance
            if stance == "accepted":
                return "rejected"
        return ""
