"""Reads an Arabic text from its first sentence to its last: packages, their terms, and stances."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from attrs import define, field

from qalamoun_terms.reading.arabic.acts import find_acts
from qalamoun_terms.reading.arabic.deeds import Deeds
from qalamoun_terms.reading.arabic.done import Act, Deed, doer_of
from qalamoun_terms.reading.arabic.focus import remember_name
from qalamoun_terms.reading.arabic.layout import Layout
from qalamoun_terms.reading.arabic.makers import makers_between
from qalamoun_terms.reading.arabic.notebook import Notebook
from qalamoun_terms.reading.arabic.objects import Noun, Nouns
from qalamoun_terms.reading.arabic.openings import find_openings
from qalamoun_terms.reading.arabic.parties import Voices
from qalamoun_terms.reading.arabic.retold import is_standfirst, lead_of
from qalamoun_terms.reading.arabic.sides import Party
from qalamoun_terms.reading.arabic.tables import Table
from qalamoun_terms.reading.arabic.weighing import Moment, Weigher
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Block, Segment
from qalamoun_terms.reading.told.notes import Story
from qalamoun_terms.reading.told.packages import WHOLES, Package, proposer_side
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import is_side
from qalamoun_terms.reading.who.speakers import REPORT, Speaker

_ACT_WORDS = 16  # words of the sentence that state an act
OTHER_FIELD = 5  # words of games or markets that tell what a text is about
_SPOKEN_BACK = 3  # sentences before content in which the noun of its package may stand
_TITLES = 3  # sentences at the head of a text that may be its title
_SOFTENED = 3  # words after a deal in which it is called a first one


@define
class ArabicReader:
    """Walks through the sentences of a text and notes what each tells.

    `article` tells that a heading of an article of an agreement was read last.
    """

    book: Notebook
    blocks: Sequence[Segment]
    voices: Voices
    layout: Layout = field(init=False)
    deeds: Deeds = field(init=False)
    nouns: Nouns = field(init=False)
    table: Table = field(init=False)
    weigher: Weigher = field(init=False)
    labelled: int | None = None
    speaking: Speaker = REPORT
    speaking_in: int = -1
    told_at: int = -9
    listed_at: int = -9
    title: Noun | None = None
    article: bool = False

    def __attrs_post_init__(self) -> None:
        self.book.lead = lead_of(self.page, self.blocks)
        self.book.standfirst = is_standfirst(self.page, self.blocks, self.book.lead)
        self.layout = Layout(self.page, self.book.sentences, self.blocks)
        self.nouns = Nouns(self.page, self.book.parties, self.book.story.shelf)
        self.deeds = Deeds(self.book, self.nouns)
        self.table = Table(self.book)
        self.weigher = Weigher(self.book, self.nouns, self.blocks)

    @property
    def page(self) -> Page:
        """The text."""
        return self.book.page

    def read(self) -> Story:
        """Reads all sentences, unless the text speaks of games and markets."""
        if self._elsewhere():
            return self.book.closed()
        for index in range(len(self.book.sentences)):
            self._sentence(index)
        self.weigher.close()
        return self.book.closed()

    def _elsewhere(self) -> bool:
        """Whether a text is full of the words of games or markets: its deals are figures of speech."""
        words = range(len(self.page.tokens.words))
        found = {self.page.word(at) for at in words if self.page.is_a(at, "other_field")}
        return len(found) >= OTHER_FIELD

    def _sentence(self, index: int) -> None:
        """Reads one sentence by the block it stands in."""
        first, stop = self.page.tokens.bounds(self.book.sentences[index].span)
        if stop <= first:
            return
        self.book.now = index
        kind = self.layout.block(index).kind
        if kind is Block.HEADING or kind is Block.DATELINE:
            if kind is Block.HEADING:
                self._headed(first, stop, index)
            return
        if kind is Block.CELL:
            self.table.cell(self.layout.block(index).marker, first, stop)
            return
        if self.page.word(stop - 1) == "؟" or self.layout.leads_away(first):
            return  # who asks states nothing
        if self.layout.is_title(index, first, stop):
            self._opens_article()
            return
        self._who_speaks(first, stop, index)
        acts = find_acts(self.page, self.book.parties, first, stop, self.labelled)
        before = (len(self.book.story.notes), self._items())
        self._item_or_running(acts, first, stop, index)
        after = (len(self.book.story.notes), self._items())
        moment = Moment(
            acts=tuple(acts),
            gathered=after[1] > before[1],
            answered=after[0] > before[0],
            labelled=self.labelled is not None,
        )
        self.weigher.weigh(moment)
        if before == (len(self.book.story.notes), self._items()):
            self._nothing(acts, first, stop, index)

    def _who_speaks(self, first: int, stop: int, index: int) -> None:
        """Keeps who says a sentence, also where a name and a colon say it for all of a block."""
        sentence = self.book.sentences[index]
        self.book.speaker = self.voices.speaker(sentence)
        self.labelled = self.voices.label(first, stop)
        if self.labelled is not None:
            self.book.speaker = self.voices.labelled(first, self.labelled)
            self.speaking, self.speaking_in = self.book.speaker, sentence.segment
        elif sentence.segment == self.speaking_in:
            self.book.speaker, self.labelled = self.speaking, first
        self.deeds.focus.labelled = self.labelled is not None

    def _item_or_running(self, acts: Sequence[Act], first: int, stop: int, index: int) -> None:
        """Reads a sentence as an item of the list that stands open, or as running text."""
        deeds, block = self.deeds, self.layout.block(index)
        self._begins_list(first, index)
        part = self.layout.label(first, stop)
        item = block.kind is Block.ITEM or (part is not None and self.labelled is None)
        item = item or self._unmarked(first, index) or self.article
        if item and deeds.listed and not self._tells(acts, self.layout.after_number(first), stop):
            if self.layout.heads_others(index, first, stop):
                return
            if self.layout.starts_in_past(first):
                return
            begins = self.page.tokens.starts[first] <= block.span.start + 1 or part is not None
            begins = begins and not (self.article and block.kind is Block.PARAGRAPH)
            label = block.marker if begins else None
            items = self.book.listed(deeds.listed, part or first, stop, label, begins=begins)
            deeds.focus.commented = Target(deeds.listed, items[-1]) if items else None
            self.listed_at = index
            return
        opens = self.page.word(stop - 1) == ":" and not self.layout.heads_others(index, first, stop)
        if self.labelled is None and (opens if item else block.kind is Block.PARAGRAPH):
            deeds.listed = None
        self._running(acts, first, stop, index)
        deeds.focus.commented = None

    def _unmarked(self, first: int, index: int) -> bool:
        """Whether a line stands in a list without marks: after a colon, and it says what is to be done."""
        if self.deeds.listed is None or index != self.listed_at + 1:
            return False
        if self.layout.after_number(first) > first:
            return True
        named = any(
            u.form.part == "noun" and "و" not in u.before for u in self.page.uses(first, "terms")
        )
        own = self.page.tokens.starts[first] <= self.layout.block(index).span.start + 1
        return named and own and self.layout.block(index).kind is Block.PARAGRAPH

    def _tells(self, acts: Sequence[Act], first: int, stop: int) -> bool:
        """Whether an item tells what somebody said or did, and states no term itself."""
        said = any(use.form.part == "verb" for use in self.page.uses(first, "speech"))
        that = any(self.page.word(i) in {"ان", "انه", "انها"} for i in range(first, first + 5))
        said = said and (that or not self.page.uses(first, "terms"))
        opens = self.page.word(stop - 1) == ":"
        if self.labelled is not None or said or opens:
            return True
        does = any(use.form.part == "noun" for use in self.page.uses(first, "terms"))
        return not does and any(act.doers for act in acts)

    def _headed(self, first: int, stop: int, index: int) -> None:
        """A heading: over a list it tells whose it is; it may name the makers of a deal."""
        self.book.speaker = self.voices.issuer
        self.deeds.listed, self.article = None, False
        if self.page.is_a(first, "item_label") and self.page.word(stop - 1) != ":":
            self._opens_article()
            return
        if not self.layout.lists_after(index):
            titled = any(self.page.is_a(at, "title") for at in range(first, stop))
            if titled and index == 0:
                self._between(first, stop)
            if index < _TITLES and self.title is None:
                self.title = self._titled(first, stop)
            return
        acts = find_acts(self.page, self.book.parties, first, stop)
        if any(act.kind in {"propose", "deal"} for act in acts):
            self._running(acts, first, stop, index)
        else:
            self._opens_list(first, stop)

    def _opens_article(self) -> None:
        """What stands under the title of an article is content of the agreement that the text is."""
        shelf = self.book.story.shelf
        whole = shelf.current or (self._package(self.title) if self.title else None)
        self.article = whole is not None and whole.sort == "deal"
        if self.article:
            self.deeds.listed = whole

    def _titled(self, first: int, stop: int) -> Noun | None:
        """The package that a heading calls the text: "text of the agreement between ..."."""
        named = [n for n in self.nouns.between(first, stop) if n.sort in WHOLES]
        part = self.page.entry(first, "proposals") is not None
        near = [n for n in named if n.first <= first + part + 1]
        return next((n for n in near if n.sort == "deal"), near[0] if near else None)

    def _begins_list(self, first: int, index: int) -> None:
        """Opens the list of a text that is itself the package: no sentence introduces its items."""
        package = self.book.story.shelf.current
        untold = package is None or (package.sort == "deal" and not package.items)
        if self.title is None or not untold or self.deeds.listed is not None:
            return
        item = self.layout.block(index).kind is Block.ITEM
        if (item or self.layout.after_number(first) > first) and not self.layout.starts_in_past(
            first
        ):
            self.deeds.listed = package or self._package(self.title)
            self.listed_at = index - 1

    def _items(self) -> int:
        return sum(len(p.items) for p in self.book.story.shelf.recent)

    def _nothing(self, acts: Sequence[Act], first: int, stop: int, index: int) -> None:
        spoken = any(self.page.entry(at, "proposals") for at in range(first, stop))
        if spoken or acts:
            self.book.story.unread.append(self.book.sentences[index].span)

    # --- running words --------------------------------------------------------------------------

    def _running(self, acts: Sequence[Act], first: int, stop: int, index: int) -> None:
        """Reads a sentence of running text: its acts, what it opens, and what goes on in it."""
        beside = self.layout.block(index).kind is Block.ITEM and self.page.word(stop - 1) != ":"
        lists = (
            self.layout.lists_after(index) and not beside
        )  # the items beside one are none of its own
        before = self._items()
        self._between(first, stop)
        for at, act in enumerate(acts):
            limit = acts[at + 1].start if at + 1 < len(acts) else stop
            end = max(min(limit, act.start + _ACT_WORDS), act.start + 1)
            span = self.page.span(act.span_from, end)
            doers = self.deeds.doers.of(act)
            self.deeds.act(Deed(act, doers, limit, stop, span, lists))
        self._open(acts, first, stop)
        self._comes_into_force(first, stop)
        inline = self._items() > before and self.page.word(stop - 1) != ":"
        if inline:
            self.deeds.listed = None
        elif (lists or self.page.word(stop - 1) == ":") and self.deeds.listed is None:
            self._opens_list(first, stop)
        if self.deeds.listed is not None:
            self.listed_at = index
        if self._items() == before and self.told_at == index - 1:
            self._tells_more(acts, first, stop)
        if self._items() > before:
            self.told_at = index

    def _open(self, acts: Sequence[Act], first: int, stop: int) -> None:
        """Reads what packages are said to contain."""
        starts = [act.start for act in acts if act.doers]
        for opening in find_openings(self.nouns, first, stop):
            package = self._package(opening.noun)
            if package is None:
                continue
            self.book.story.shelf.current = package
            after = bisect.bisect_right(starts, opening.first)
            ends = starts[after : after + 1]
            self.book.gather(package, opening.first, min([opening.stop, *ends]))

    def _comes_into_force(self, first: int, stop: int) -> None:
        """Reads "a truce of three days came into force": a package, whoever made it."""
        page = self.page
        force = any(
            page.is_a(at, "in_force") and page.is_exactly(at + 1, "coming_force")
            for at in range(first, stop)
        )
        begun = any(
            page.is_a(at, "begun") and page.word(at + 1) == "سريان" for at in range(first, stop)
        )
        if not (force or begun):
            return
        deals = [noun for noun in self.nouns.between(first, stop) if noun.sort == "deal"]
        package = self.nouns.resolve(deals[0]) if deals else self.book.story.shelf.current
        if package is not None and package.items:
            return
        start = deals[0].first if deals else first
        package = package or self.book.new("deal", start, start + 1)
        if not self.book.gather(package, start, stop):
            self.book.drop(package, None) if not package.items else None

    def _tells_more(self, acts: Sequence[Act], first: int, stop: int) -> None:
        """Reads a sentence that goes on telling what the package before it says is to be done."""
        current = self.book.story.shelf.current
        first += self.page.is_a(first, "besides")
        doing = any(
            use.form.part == "verb" and use.form.tense == "imperfect"
            for use in (*self.page.uses(first, "terms"), *self.page.uses(first, "wills"))
        )
        doing = doing or self.page.is_a(first, "about")
        if current and doing and not any(act.doers for act in acts):
            self.book.gather(current, first, stop)

    def _package(self, noun: Noun | None) -> Package | None:
        """The package that a noun stands for, with whose it is; without a noun the one just told of."""
        noun = noun or (None if self.book.story.shelf.current else self._spoken_of())
        if noun is None:
            return self.book.story.shelf.current
        owner = self._owner(noun)
        package = self.nouns.resolve(noun)
        package = package or self.book.new(noun.sort, noun.first, noun.stop, owner)
        if owner and package.sort != "deal":
            package.owner, package.role = owner.actor, proposer_side(owner.role)
            span = self.page.span(noun.first, noun.stop)
            stance = "demanded" if noun.sort == "demand" else "proposed"
            self.book.note(owner, Target(package), stance, span)
        return package

    def _spoken_of(self) -> Noun | None:
        """The noun of a package that a text spoke of last, in the sentences before this."""
        now = self.book.now
        first, _ = self.page.tokens.bounds(self.book.sentences[max(0, now - _SPOKEN_BACK)].span)
        _, stop = self.page.tokens.bounds(self.book.sentences[now].span)
        near = [n for n in self.nouns.between(first, stop) if n.sort in WHOLES]
        return near[-1] if near else None

    def _owner(self, noun: Noun) -> Doer | None:
        known = noun.owner is not None and is_side(noun.owner.role)
        return doer_of(noun.owner) if known and noun.owner else None

    def _between(self, first: int, stop: int) -> None:
        """Reads "the agreement between X and Y": a deal that both made."""
        for noun in self.nouns.between(first, stop):
            if noun.sort != "deal" or self._only_hoped(noun.first, first):
                continue
            row = makers_between(self.page, self.book.parties, noun.first, stop)
            if not row:
                continue
            span = self.page.span(noun.first, max(p.stop for p in row))
            doers = [d for p in row for d in self._doers_of(p)]
            package = self.nouns.resolve(noun) or self.deeds.made_before(doers, named=True)
            package = package or self.book.new("deal", noun.first, noun.stop)
            self.nouns.means(noun, package)
            self.book.story.shelf.current = package
            remember_name(self.book, package, noun, stop)
            near = range(noun.first, noun.stop + _SOFTENED)
            tentative = any(self.page.is_a(at, "tentative") for at in near)
            self.deeds.agreed(package, doers, "provisional" if tentative else "accepted", span)
            return

    def _doers_of(self, party: Party) -> list[Doer]:
        return list(self.deeds.doers.principals()) if party.role == "both" else [doer_of(party)]

    def _only_hoped(self, at: int, first: int) -> bool:
        """Whether a deal is only sought, spoken of or denied."""
        near = range(max(first, at - 6), at)
        if self.page.is_a(at + 1, "imminent") or self.page.is_a(at + 1, "session"):
            return True
        return any(self.page.is_a(i, "hoped") or self.page.is_a(i, "negation") for i in near)

    # --- lists ----------------------------------------------------------------------------------

    def _opens_list(self, first: int, stop: int) -> None:
        """The package whose items follow: what the sentence names, or the one spoken of last."""
        current = self.book.story.shelf.current
        named = list(self.nouns.between(first, stop))
        wanted = [n for n in named if n.sort == "demand"]
        follows = any(self.page.is_a(i, "follow") for i in range(first, stop))
        if wanted:
            self.deeds.listed = self._demanded(wanted[-1], first, stop)
            return
        wholes = [n for n in named if n.sort in WHOLES]
        whole = next(filter(self.nouns.resolve, wholes), wholes[0] if wholes else None)
        if whole:
            self.deeds.listed = self._package(whole)
        elif current is None and follows:
            self.deeds.listed = self._package(None)
        elif current and (named or follows or self.page.word(stop - 1) == ":"):
            self.deeds.listed = current
        elif named:
            self.deeds.listed = self.book.new("deal", named[0].first, named[0].stop)

    def _demanded(self, noun: Noun, first: int, stop: int) -> Package | None:
        """The demands that a list states, and who makes them."""
        owner = self._owner(noun) or next(
            (doer_of(p) for p in self.book.parties if first <= p.first < stop and p.role), None
        )
        speaker = self.book.speaker
        if owner is None and is_side(speaker.role):
            owner = Doer(name=speaker.name or "", role=speaker.role, actor=speaker.actor)
        package = self.book.new("demand", noun.first, noun.stop, owner)
        if owner and owner.role not in {"both", "other"}:
            self.book.note(owner, Target(package), "demanded", self.page.span(first, stop))
        return package
