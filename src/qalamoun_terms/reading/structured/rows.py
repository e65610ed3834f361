"""Reads tables of minutes and matrices of positions: a matter a row, a party a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import define, field, frozen

from qalamoun_terms.reading.structured.matters import MatterReader
from qalamoun_terms.reading.structured.replies import Reply
from qalamoun_terms.reading.text.frames import Block, Span
from qalamoun_terms.reading.told.acts import PUTTING, Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import scope_of
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.told.verbs import VerbReader
from qalamoun_terms.reading.who.doers import Doer, doer_of
from qalamoun_terms.reading.who.sides import is_side


@frozen
class Column:
    """A column of a table: "matter", "proposer", "party" or "aside", and whose words it has."""

    use: str
    doer: Doer | None = None


@frozen
class Cell:
    """A cell with words: where its words begin and end, its column and the sentence it begins."""

    span: Span
    first: int
    stop: int
    column: Column
    index: int


@define
class RowReader:
    """Reads the rows of tables whose columns name parties; `run` reads a cell as running text."""

    scene: Scene
    desk: Desk
    verbs: VerbReader
    contents: ContentReader
    matters: MatterReader
    run: Callable[[int], None]
    _columns: list[Column] = field(factory=list, init=False)
    _head_cells: tuple[Span, ...] = field(default=(), init=False)
    _row: tuple[Span, ...] = field(default=(), init=False)
    _sheets: dict[str, Package] = field(factory=dict, init=False)

    def heads(self, index: int) -> None:
        """The first row of a table: what stands in each of its columns.

        Args:
            index: the sentence.
        """
        cells = self.scene.block(index).cells
        if cells == self._head_cells:
            return
        self._head_cells = cells
        self._columns = [self._column(cell) for cell in cells]
        self._sheets = {}
        if self._columns and not any(column.use == "matter" for column in self._columns):
            at = next((i for i, c in enumerate(self._columns) if c.use == ""), None)
            if at is not None:
                self._columns[at] = Column("matter")

    def _column(self, cell: Span) -> Column:
        """What a column is for, by the words of its head."""
        first, stop = self.scene.tokens.bounds(cell)
        words = set(self.scene.tokens.words[first:stop])
        if words & self.scene.words_of("proposer_head"):
            return Column("proposer")
        actors = [a for a in self.scene.company.between(first, stop) if is_side(a.role)]
        if actors:
            return Column("party", doer_of(actors[0]))
        if words & self.scene.words_of("matter_head"):
            return Column("matter")
        return Column("aside" if not words or words & self.scene.words_of("aside_head") else "")

    def tabular(self, index: int) -> bool:
        """Reads all of a row at its first cell; whether the table is one of matters and parties.

        Args:
            index: the sentence.
        """
        block = self.scene.block(index)
        uses = [column.use for column in self._columns]
        if block.kind is not Block.CELL or "matter" not in uses or "party" not in uses:
            return False
        if block.cells == self._row:
            return True
        self._row = block.cells
        self._read_row(self._row_cells(index), index)
        return True

    def _row_cells(self, index: int) -> list[Cell]:
        """The cells of a row that have words, each with its column."""
        found: list[Cell] = []
        starts = {
            sentence.span.start: at
            for at, sentence in enumerate(
                self.scene.sentences[index : index + 8 * len(self._row)], start=index
            )
        }
        for column, cell in zip(self._columns, self._row, strict=False):
            first, stop = self.scene.tokens.bounds(cell)
            if first < stop:
                at = starts.get(cell.start, index)
                found.append(Cell(cell, first, stop, column, at))
        return found

    def _read_row(self, cells: Sequence[Cell], index: int) -> None:
        """A matter with its answers, or the positions of the parties on it and their answers."""
        self.desk.exchange.matter = []
        subject = next((cell for cell in cells if cell.column.use == "matter"), None)
        answers = [
            (c, self.matters.reply(c.first, c.stop)) for c in cells if c.column.use == "party"
        ]
        if subject is None or not answers:
            return
        told = [cell for cell, reply in answers if reply is None and self._speaks(cell)]
        proposed = [cell for cell in cells if cell.column.use == "proposer"]
        if proposed or not told:
            self._put_matter(subject, proposed)
        for cell in told:
            self._position(cell, subject)
        for cell, reply in answers:
            if reply is not None and cell.column.doer:
                others = self.matters.put_last([cell.column.doer])
                self.matters.reply_to(cell.column.doer, others, reply, cell.span, index)
                self._rest(cell, reply)

    def _speaks(self, cell: Cell) -> bool:
        words = self.scene.tokens.words[cell.first : cell.stop]
        return any(word[0].isalnum() for word in words)

    def _put_matter(self, subject: Cell, proposed: Sequence[Cell]) -> None:
        """The matter of a row is a term: of who put it forward, or of the paper that it stands in."""
        span, label = self.matters.unmarked(subject.span)
        owner = next(
            (a for c in proposed for a in self.scene.company.between(c.first, c.stop) if a.role),
            None,
        )
        if owner and owner.role != "both":
            package = self.desk.new("paper", "proposal", span, subject.index, by=doer_of(owner))
            if self.matters.put(package, span, subject.index, label):
                whole = Span(
                    min(subject.span.start, proposed[0].span.start),
                    max(subject.span.end, proposed[0].span.end),
                )
                doer = doer_of(owner)
                self.desk.note(doer, Target(package), "proposed", whole, subject.first)
            return
        self.matters.put(self._sheet("", None, subject), span, subject.index, label)

    def _sheet(self, key: str, doer: Doer | None, cell: Cell) -> Package:
        """The package that the rows of one table fill, for the table or for one of its parties."""
        if key not in self._sheets:
            self._sheets[key] = self.desk.new(
                "paper",
                "positions" if doer else "text",
                cell.span,
                cell.index,
                by=doer,
            )
        return self._sheets[key]

    def _position(self, cell: Cell, subject: Cell) -> None:
        """A party's own wording on the matter of a row."""
        doer, held = cell.column.doer, self.desk.exchange.matter
        acts = self.verbs.acts(cell.index)
        if doer is None or acts:
            self.run(cell.index)
            if doer and not self._told_in(cell) and acts[0].start - cell.first <= 1:
                self._wished(cell, acts[0], doer)
            self.desk.exchange.matter = [*held, *self._told_in(cell)]
            return
        self.desk.flow.heading = subject.span.text(self.scene.tokens.text)
        new = doer.name not in self._sheets
        package = self._sheet(doer.name, doer, cell)
        self.matters.put(package, cell.span, cell.index)
        self.desk.exchange.matter = [*held, *self._told_in(cell)]
        if new and self._titled_so():
            self.desk.note(doer, Target(package), "proposed", cell.span, cell.first)

    def _titled_so(self) -> bool:
        """Whether the heads of the table or of the text say that the positions were put forward."""
        text = self.scene.tokens.text
        heads = {word for cell in self._head_cells for word in cell.text(text).lower().split()}
        return bool((heads | self.scene.heading_words()) & self.scene.words_of("position_head"))

    def _wished(self, cell: Cell, act: Act, doer: Doer) -> None:
        """What a party's cell asks for or suggests in words that fit no kind."""
        scope = scope_of(self.scene, act)
        if act.act not in PUTTING or act.negated or scope is None:
            return
        sort = "paper" if act.act == "propose" else "demand"
        package = self.desk.new(sort, sort, scope, cell.index, by=doer)
        if self.matters.put(package, scope, cell.index):
            stance = "proposed" if sort == "paper" else "demanded"
            self.desk.note(doer, Target(package), stance, cell.span, cell.first)

    def _told_in(self, cell: Cell) -> list[Target]:
        """The items that a cell has given."""
        recent = self.desk.story.shelf.packages[-2 * len(self._row) - 2 :]
        return [
            Target(package, item)
            for package in recent
            for item in package.items[-8:]
            if cell.span.covers(item.mention.span)
        ]

    def _rest(self, cell: Cell, reply: Reply) -> None:
        """What a party puts forward itself after its answer ("Cannot agree; would vacate one post")."""
        doer = cell.column.doer
        if doer is None or reply.end >= cell.stop - 2 or reply.stance not in {"rejected", ""}:
            return
        scope = self.scene.tokens.span(reply.end + 1, cell.stop)
        if not self.desk.untold(self.scene.bare_stated(scope)):
            return
        package = self.desk.new("paper", "terms", scope, cell.index, by=doer)
        self.contents.gather(package, scope, cell.index, bare=True)
        self.desk.note(doer, Target(package), "proposed", scope, reply.end + 1)
