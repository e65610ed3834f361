"""Notes what an Arabic text tells while it is read: packages, their terms, and stances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from qalamoun_terms.reading.arabic.retold import says_again
from qalamoun_terms.reading.arabic.sides import Party
from qalamoun_terms.reading.arabic.terms import OTHER, find_terms, other_term
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Sentence, Span, TermMention
from qalamoun_terms.reading.told.notes import ACCEPTING, Note, Story
from qalamoun_terms.reading.told.packages import WHOLES, Item, Package, proposer_side
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import PRINCIPALS
from qalamoun_terms.reading.who.speakers import REPORT, Speaker

_CONTENT = 120  # words in which the content of a package is looked for
_ITEMS_BACK = 60  # items of a package that may state the same words
_SAID_BACK = 6  # packages among which a term is looked for that is said again
_NOTES_BACK = 100  # notes that may say the same
OFFERS = frozenset({"proposed", "demanded"})
_OF_WAR = frozenset(
    {"armed_exit", "ceasefire", "disarmament_zone", "force_integration", "weapons_handover"}
)
"""Kinds of terms of which nobody speaks in peace."""


@define
class Notebook:
    """The story of a text so far, and who speaks in the sentence at hand.

    `lead` is the number of the block that is the lead of the news, -1 where none is; `standfirst`
    tells that the body says the same once more.
    """

    page: Page
    sentences: Sequence[Sentence]
    parties: Sequence[Party]
    story: Story = field(factory=Story)
    speaker: Speaker = REPORT
    now: int = 0
    lead: int = -1
    standfirst: bool = False
    named: dict[int, list[TermMention]] = field(factory=dict)

    def new(self, sort: str, first: int, stop: int, doer: Doer | None = None) -> Package:
        """A package that the text speaks of for the first time.

        Args:
            sort: "deal", "paper" or "demand".
            first: the first word of its name.
            stop: the word after the last.
            doer: who put it forward.
        """
        span = self.page.span(first, stop)
        role = doer.role if doer else ""
        return self.story.shelf.add(
            Package(
                sort=sort,
                noun=self.page.word(first),
                title=" ".join(span.text(self.page.tokens.text).split()),
                place=span,
                sentence=self.now,
                owner=doer.actor if doer else None,
                role="joint" if sort == "deal" and not role else proposer_side(role),
                status="agreed" if sort == "deal" else "proposed",
                speaker=self.speaker,
                dated=[self.sentences[self.now].span],
            )
        )

    def drop(self, package: Package, current: Package | None) -> None:
        """Forget a package of which nothing is told.

        Args:
            package: the package.
            current: the package that the text spoke of before.
        """
        packages = self.story.shelf.packages
        if packages[-1] is package:
            packages.pop()
        else:
            packages.remove(package)
        self.story.shelf.current = current

    def gather(self, package: Package, first: int, stop: int) -> list[Item]:
        """The terms stated in running words, as items of a package.

        Args:
            package: the package.
            first: the first word.
            stop: the word after the last.
        """
        found = find_terms(self.page, first, min(stop, first + _CONTENT), weighed=True)
        return self._put_new(package, found, None)

    def listed(
        self, package: Package, first: int, stop: int, label: str | None, *, begins: bool
    ) -> list[Item]:
        """The terms of a listed item; words of no kind are kept as they are.

        Args:
            package: the package.
            first: the first word of the item.
            stop: the word after its last.
            label: its mark.
            begins: whether the words begin the item.
        """
        stop = min(stop, first + _CONTENT)
        found = find_terms(self.page, first, stop, item=True, weighed=True)
        other = None if found or not begins else other_term(self.page, first, stop)
        return self._put_new(package, (other,) if other else found, label)

    def _put_new(
        self, package: Package, found: Sequence[TermMention], label: str | None
    ) -> list[Item]:
        """Puts the statements that no package has yet into one."""
        items = [
            Item(mention=mention, sentence=self.now, label=label, speaker=self.speaker)
            for mention in found
            if not self.taken(mention.span)
            and not (label is None and self._holds_already(package, mention))
        ]
        package.items.extend(items)
        return items

    def in_lead(self, sentence: int) -> bool:
        """Whether a sentence stands in the lead or a heading over it.

        Args:
            sentence: the number of the sentence.
        """
        return self.sentences[sentence].segment <= self.lead

    def _holds_already(self, package: Package, mention: TermMention) -> bool:
        """Whether a package has a term already; what the body says counts more than the lead."""
        for item in package.items[-_ITEMS_BACK:]:
            if item.sentence == self.now or item.label is not None:
                continue
            if says_again(self.page, item.mention, mention):
                if self.standfirst and self.in_lead(item.sentence) and not self.in_lead(self.now):
                    item.mention, item.sentence, item.stems = mention, self.now, None
                return True
        return False

    def said_before(self, mention: TermMention) -> bool:
        """Whether some package has a term already that says the same.

        Args:
            mention: a statement.
        """
        return any(
            says_again(self.page, item.mention, mention)
            for package in self.story.shelf.packages[-_SAID_BACK:]
            for item in package.items[-_ITEMS_BACK:]
        )

    def taken(self, span: Span) -> bool:
        """Whether some of these words state an item already.

        Args:
            span: the words.
        """
        return any(
            item.mention.span.overlaps(span)
            for package in self.story.shelf.recent
            for item in package.items[-_ITEMS_BACK:]
        )

    def name(self, package: Package, first: int, stop: int) -> None:
        """Remember the terms in a package's name, which count where nothing fuller is told of it.

        Args:
            package: the package.
            first: the first word after its noun.
            stop: the word after the last.
        """
        found = find_terms(self.page, first, stop)
        if found:
            self.named.setdefault(id(package), list(found))

    def note(self, doer: Doer, target: Target, stance: str, span: Span) -> None:
        """Note a stance, once a side, or once a party where one sentence names several of a side.

        Args:
            doer: whose stance it is.
            target: what it is about.
            stance: what was done.
            span: the words that say it.
        """
        for note in self.story.notes[-_NOTES_BACK:]:
            same = note.target.package is target.package and note.target.item is target.item
            other = note.span == span and note.doer.name != doer.name
            if same and note.stance == stance and note.doer.role == doer.role and not other:
                return
        self.story.notes.append(
            Note(doer=doer, target=target, stance=stance, span=span, speaker=self.speaker)
        )

    def closed(self) -> Story:
        """The story, without packages of which nothing is told and nobody answered."""
        shelf = self.story.shelf
        answered = {id(n.target.package) for n in self.story.notes if n.stance not in OFFERS}
        for package in shelf.packages:
            if not package.items and id(package) in answered:
                self._put_new(package, self.named.get(id(package), ()), None)
            elif package.items and package.sort == "deal":
                self._also_named(package)
        for package in shelf.packages:
            self._sift(package)
        kept = [p for p in shelf.packages if p.items or id(p) in answered]
        ids = {id(p) for p in kept}
        shelf.packages = kept
        kept_notes = [n for n in self.story.notes if id(n.target.package) in ids]
        self.story.notes = list(_of_wholes(kept_notes))
        return self.story if self._negotiates() else Story(unread=self.story.unread)

    def _also_named(self, package: Package) -> None:
        """What a deal is called by is a term of it, too, unless its content tells one of that kind."""
        kinds = {item.mention.term.kind for item in package.items}
        named = self.named.get(id(package), ())
        self._put_new(package, [one for one in named if one.term.kind not in kinds], None)

    def _negotiates(self) -> bool:
        """Whether a text speaks of a negotiation: demands and offers alone are heard every day."""
        packages = self.story.shelf.packages
        kinds = {i.mention.term.kind for p in packages for i in p.items}
        if kinds == {"other"} and not self.story.notes:
            return False
        if any(p.sort == "deal" and (p.items or self._made(p)) for p in packages):
            return True
        if self._answered(packages):
            return True
        words = range(len(self.page.tokens))
        return any(p.items for p in packages) and any(
            self.page.is_a(at, "talks") or self._whole(at) for at in words
        )

    def _answered(self, packages: Sequence[Package]) -> bool:
        """Whether somebody answers what another side asks for or offers, or a pole answers a term of war."""
        told = {id(p): p.role for p in packages if p.items}
        of_war = {id(p) for p in packages if any(_is_of_war(i.mention) for i in p.items)}
        answers = [note for note in self.story.notes if note.stance not in OFFERS]
        return any(
            told.get(id(note.target.package), note.doer.role) not in {note.doer.role, "unstated"}
            or (note.doer.role in PRINCIPALS and id(note.target.package) in of_war)
            for note in answers
        )

    def _made(self, package: Package) -> bool:
        """Whether both poles are said to have made a deal, though nothing is told of it."""
        yes = [n for n in self.story.notes if n.stance in ACCEPTING]
        sides = {n.doer.role for n in yes if n.target.package is package}
        first, stop = self.page.tokens.bounds(self.sentences[package.sentence].span)
        told_again = any(self.page.is_a(at, "long_ago") for at in range(first, stop))
        if told_again or not sides >= PRINCIPALS:
            return False
        return any(self.page.is_a(at, "conflict") for at in range(len(self.page.tokens)))

    def _whole(self, at: int) -> bool:
        entry = self.page.entry(at, "proposals")
        truce = any(use.form.entry.id == "truce" for use in self.page.uses(at, "objects"))
        return entry is not None and entry.word("sort") in WHOLES and not truce

    def _sift(self, package: Package) -> None:
        """Items in words of no kind are terms only where most of their list are terms by their words."""
        others = [item for item in package.items if item.mention.rule == OTHER]
        if others and len(others) * 2 > len(package.items):
            package.items = [item for item in package.items if item.mention.rule != OTHER]
            gone = {id(item) for item in others}
            self.story.notes = [n for n in self.story.notes if id(n.target.item) not in gone]


def _is_of_war(mention: TermMention) -> bool:
    """Whether a term is one of war by its words, and not by weights alone."""
    return mention.term.kind in _OF_WAR and not mention.rule.startswith("weights.")


def _of_wholes(notes: Sequence[Note]) -> Iterator[Note]:
    """Notes on the only term of a package as notes on the package, each once."""
    seen: set[tuple[int, int, str, str, str]] = set()
    for note in notes:
        package, item = note.target.package, note.target.item
        if item is not None and package.items == [item] and not package.partial:
            note.target, item = Target(package), None
        same = id(package), id(item), note.stance, note.doer.role, note.doer.name
        if same not in seen:
            yield note
        seen.add(same)
