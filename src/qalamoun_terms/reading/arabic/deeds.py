"""What sides do in an Arabic sentence, noted: deals, offers, demands and answers."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from qalamoun_terms.reading.arabic.doers import Doers
from qalamoun_terms.reading.arabic.done import Act, Deed
from qalamoun_terms.reading.arabic.focus import Focus, remember_name
from qalamoun_terms.reading.arabic.introductions import content_of
from qalamoun_terms.reading.arabic.notebook import Notebook
from qalamoun_terms.reading.arabic.objects import Noun, Nouns
from qalamoun_terms.reading.arabic.openings import named_content
from qalamoun_terms.reading.arabic.terms import find_terms
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import PUTTING
from qalamoun_terms.reading.told.notes import ACCEPTING
from qalamoun_terms.reading.told.packages import Package, proposer_side
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer

_NAMED = 24  # words after a verb in which the deal that it makes is named
_NOTES_BACK = 60  # notes among which the makers of a deal are looked for
_DENIED = 10  # words after "denied" in which a deal is named
_DEALS_BACK = 6  # packages among which a deal is looked for that is told of again


@define
class Deeds:
    """Notes what sides do, and remembers what the text was just about."""

    book: Notebook
    nouns: Nouns
    focus: Focus = field(init=False)
    doers: Doers = field(init=False)
    listed: Package | None = None

    def __attrs_post_init__(self) -> None:
        self.focus = Focus(self.book, self.nouns)
        self.doers = Doers(self.book, self.focus)

    @property
    def page(self) -> Page:
        """The text."""
        return self.book.page

    def act(self, deed: Deed) -> None:
        """Note what is done.

        Args:
            deed: the act in its sentence.
        """
        if deed.act.kind == "deal":
            self._deal(deed)
        elif deed.doers and deed.act.kind == "propose":
            self._propose(deed, deed.doers[0])
        elif deed.doers and deed.act.kind in {"offer", "pledge"}:
            self._offer(deed, deed.doers[0])
        elif deed.doers and deed.act.kind == "demand":
            self._demand(deed, deed.doers[0])
        elif deed.act.kind in PUTTING and not deed.act.named:
            self._unowned(deed)
        elif deed.doers and deed.act.kind == "deny":
            self._deny(deed, deed.doers[0])
        elif deed.doers and deed.act.kind == "stance":
            self._stance(deed)

    # --- deals and offers -----------------------------------------------------------------------

    def _deal(self, deed: Deed) -> None:
        """Notes a deal that was made, its makers and its content."""
        act = deed.act
        near = [
            n
            for n in self.nouns.between(act.start, min(deed.stop, act.start + _NAMED))
            if n.sort == "deal"
        ]
        package = next((p for p in map(self.nouns.resolve, near) if p), None) or self.listed
        if not act.doers and not act.named_deal and not deed.lists:
            return
        package = package or self.made_before(deed.doers, named=act.named_deal)
        if not deed.doers and near and not act.content:
            self._told_of_nobody(package, near[0], deed.stop)
            return
        if package is None or package.sort != "deal":
            first = near[0].first if near else act.start
            package = self.book.new("deal", first, near[0].stop if near else act.start + 1)
        self.book.story.shelf.current = package
        if near:
            self.nouns.means(near[0], package)
            remember_name(self.book, package, near[0], deed.stop)
        if not act.named_deal or act.content:
            self.book.gather(package, act.end, deed.limit)
        self.agreed(package, deed.doers, "provisional" if act.tentative else "accepted", deed.span)
        if deed.lists:
            self.listed = package

    def _told_of_nobody(self, package: Package | None, noun: Noun, stop: int) -> None:
        """A deal whose makers are not told is one if its name says what it is about."""
        content = named_content(self.page, noun, stop)
        if package is not None or content is None:
            return
        current = self.book.story.shelf.current
        package = self.book.new("deal", noun.first, noun.stop)
        if not self.book.gather(package, content, stop):
            self.book.drop(package, current)

    def agreed(self, package: Package, doers: Sequence[Doer], stance: str, span: Span) -> None:
        """Note that sides made a deal.

        Args:
            package: the deal.
            doers: its makers.
            stance: "accepted" or "provisional".
            span: the words that say it.
        """
        if len(doers) > 1:
            self.doers.makers = list(doers)
        for doer in doers:
            if doer.role not in {"", "other"}:
                self.book.note(doer, Target(package), stance, span)

    def made_before(self, doers: Sequence[Doer], *, named: bool) -> Package | None:
        """The deal that is told of once more: of the same sides, and nothing of it told if it is named.

        Args:
            doers: its makers.
            named: whether the text calls it a deal here.
        """
        for package in reversed(self.book.story.shelf.packages[-_DEALS_BACK:]):
            if package.sort != "deal" or (named and package.items and not self._retold(package)):
                continue
            notes = self.book.story.notes[-_NOTES_BACK:]
            sides = {n.doer.role for n in notes if n.target.package is package}
            if sides and sides == {doer.role for doer in doers}:
                return package
        return None

    def _retold(self, package: Package) -> bool:
        """Whether the body tells what the lead told; "they had agreed" tells of another deal."""
        first, stop = self.page.tokens.bounds(self.book.sentences[self.book.now].span)
        before = self.page.is_a(first, "was") or self.page.is_a(first + 1, "was")
        other = any(self.page.is_a(at, "another") for at in range(first, stop))
        return self.book.in_lead(package.sentence) and not (before or other)

    def _propose(self, deed: Deed, doer: Doer) -> None:
        """Notes what a party puts forward: a package by its noun, or the content itself."""
        noun = self._offered(deed)
        if noun is None:
            if not deed.act.named:
                self._offer(deed, doer)
            return
        act = deed.act
        known = self.nouns.resolve(noun)
        package = known or self.book.new("paper", noun.first, noun.stop, doer)
        package.owner, package.role = doer.actor, proposer_side(doer.role)
        self.book.story.shelf.current = package
        asked = any(n.sort == "demand" for n in self.nouns.between(noun.first, noun.stop + 4))
        beside = self.page.entry(noun.first + 1, "proposals")
        asked = asked or (beside is not None and beside.word("sort") == "demand")
        self.book.note(doer, Target(package), "demanded" if asked else "proposed", deed.span)
        if noun.first >= act.start:
            remember_name(self.book, package, noun, deed.stop)
        ahead = range(act.start, min(deed.stop, act.start + 40))
        colon = next((i for i in ahead if self.page.word(i) == ":"), None)
        if colon or noun.first < act.start:
            self.book.gather(package, colon or act.end, deed.stop if colon else deed.limit)
        elif self._told_at_once(noun, deed.limit):
            self.book.gather(package, noun.stop, deed.limit)
        if deed.lists:
            self.listed = package

    def _offer(self, deed: Deed, doer: Doer) -> None:
        """What somebody offers to do or proposes without calling it a package."""
        current = self.book.story.shelf.current
        act = deed.act
        first = content_of(self.page, act.end, deed.limit)
        if act.kind == "pledge" and current is not None and current.sort == "deal":
            self.book.gather(current, first, deed.limit)
            return
        package = self.book.new("paper", act.start, act.end, doer)
        if self.book.gather(package, first, deed.limit):
            self.book.note(doer, Target(package), "proposed", deed.span)
        else:
            self.book.drop(package, current)

    def _told_at_once(self, noun: Noun, stop: int) -> bool:
        at = named_content(self.page, noun, stop)
        if at is None:
            return False
        carried = any(use.before == "ب" for use in self.page.uses(at, "terms"))
        return carried or at > noun.first + 1

    def _offered(self, deed: Deed) -> Noun | None:
        """The package that is put forward: named after the verb, or before "which they made"."""
        at = deed.act.start
        relative = deed.act.pronoun or self.page.word(at + 1) in {"به", "بها", "بهما"}
        low, high = (max(0, at - 12), at) if relative else (at + 1, min(deed.stop, at + 18))
        near = list(self.nouns.between(low, high))
        listed = deed.lists or any(self.page.word(i) == ":" for i in range(at + 1, at + 10))
        whole = [n for n in near if n.sort != "part"] or (near if listed else [])
        reply = (
            any(self.page.is_a(i, "reply") for i in range(at + 1, whole[0].first)) if whole else 0
        )
        if not whole or reply:
            return None
        return whole[-1] if relative else whole[0]

    # --- demands --------------------------------------------------------------------------------

    def _demand(self, deed: Deed, doer: Doer) -> None:
        """Notes what a party asks for; who asks for a delay puts something off."""
        act, stop = deed.act, deed.stop
        if any(self.page.is_a(i, "outsider") for i in range(act.start + 1, act.start + 7)):
            return  # what the world is called upon to do is asked of no party
        near = range(act.end, min(stop, act.end + 4))
        put_off = next((i for i in near if self._is_delay(i)), None)
        if put_off is not None:
            current = self.book.story.shelf.current
            targets = self.focus.targets(put_off + 1, stop)
            if not targets and current and not self.page.word(put_off + 1).startswith("ال"):
                targets = [Target(current)]
            for target in targets:
                self.book.note(doer, target, "deferred", deed.span)
            return
        self.condition_of(deed, doer, act.start, content_of(self.page, act.end, deed.limit))

    def condition_of(self, deed: Deed, doer: Doer, first: int, content: int) -> None:
        """What somebody asks for is a package of its own, if it states a term.

        Args:
            deed: the act in its sentence.
            doer: who asks.
            first: the word from which it is asked.
            content: where the terms begin.
        """
        current = self.book.story.shelf.current
        package = self.book.new("demand", first, min(first + 2, deed.stop), doer)
        if self.book.gather(package, content, deed.limit if content < deed.limit else deed.stop):
            insisted = deed.act.kind == "demand" and deed.act.stance == "insisted"
            stance = "insisted" if insisted else "demanded"
            self.book.note(doer, Target(package), stance, deed.span)
        elif deed.lists and content >= deed.act.end:
            self.book.note(doer, Target(package), "demanded", deed.span)
            self.listed = package
        else:
            self.book.drop(package, current)

    def _unowned(self, deed: Deed) -> None:
        """What somebody of no known side asks for or proposes."""
        current = self.book.story.shelf.current
        sort = "demand" if deed.act.kind == "demand" else "paper"
        package = self.book.new(sort, deed.act.start, deed.act.end)
        first = content_of(self.page, deed.act.end, deed.limit)
        if not self.book.gather(package, first, deed.limit):
            self.book.drop(package, current)

    def _is_delay(self, at: int) -> bool:
        return any(use.form.entry.id == "postponement" for use in self.page.uses(at, "stances"))

    def _deny(self, deed: Deed, doer: Doer) -> None:
        """A deal that somebody says was not made."""
        near = self.nouns.between(deed.act.end, min(deed.stop, deed.act.end + _DENIED))
        noun = next((n for n in near if n.sort == "deal"), None)
        if noun is None:
            return
        current = self.book.story.shelf.current
        package = self._claimed(noun, deed.stop)
        if package is None:
            package = self.book.new("deal", noun.first, noun.stop)
            remember_name(self.book, package, noun, deed.stop)
        self.nouns.means(noun, package)
        self.book.note(doer, Target(package), "rejected", deed.span)
        self.book.story.shelf.current = current

    def _claimed(self, noun: Noun, stop: int) -> Package | None:
        """The deal of which somebody told before that it was made, unless another one is denied."""
        current = self.book.story.shelf.current
        if current is None or current.sort != "deal":
            return None
        content = named_content(self.page, noun, stop)
        found = find_terms(self.page, content, stop) if content is not None else ()
        kinds = {item.mention.term.kind for item in current.items}
        same = not found or found[0].term.kind in kinds
        return current if same else None

    # --- answers --------------------------------------------------------------------------------

    def _stance(self, deed: Deed) -> None:
        """Notes an answer to each of its targets, with its condition and its exceptions."""
        act = deed.act
        if act.accuser:
            self.book.speaker = act.accuser[0].speaker()
        within = range(act.end, deed.limit)
        cut = next((i for i in within if self.page.is_a(i, "exception")), None)
        condition = self._condition(act, deed.limit)
        end = min(x for x in (cut, condition, deed.limit) if x is not None)
        targets = self.focus.meant(deed, end)
        stance = _as_conditional(act.stance, condition)
        self._told_with(stance, targets, act.end, end)
        if stance == "insisted" and self._lists_demands(deed, targets):
            stance = "demanded"
        for doer in deed.doers:
            for target in targets:
                self.book.note(doer, target, stance, deed.span)
                self.book.story.shelf.current, self.focus.topic = target.package, target
        if not targets:
            return
        if cut is not None and stance in ACCEPTING:
            for target in self.focus.targets(cut + 1, deed.limit):
                if target.item:
                    self.book.note(deed.doers[0], target, "rejected", deed.span)
                    self.focus.topic, self.focus.excepted_at = target, self.book.now
        if condition is not None:
            self.condition_of(deed, deed.doers[0], condition, condition + 1)
            self.book.story.shelf.current = targets[0].package

    def _told_with(self, stance: str, targets: Sequence[Target], first: int, stop: int) -> None:
        """What is agreed to is content of a paper of which nothing was told ("agrees to free ten")."""
        if stance in ACCEPTING and targets and not targets[0].package.items:
            self.book.gather(targets[0].package, first, stop)

    def _lists_demands(self, deed: Deed, targets: Sequence[Target]) -> bool:
        """Whether demands are told in the list that follows: they are then put forward here."""
        if not deed.lists or not targets or targets[0].package.sort != "demand":
            return False
        self.listed = targets[0].package
        return not self.listed.items

    def _condition(self, act: Act, limit: int) -> int | None:
        """The word at which the condition of an answer begins."""
        if act.condition is not None:
            return act.condition
        for at in range(act.end, limit):
            core = self.page.word(at).removeprefix("و")
            if core in self.page.stems.words("condition"):
                return at
            added = self.page.is_a(at, "adding") and self.page.is_exactly(at + 1, "to_it")
            under = at > act.end and f"{core}_{self.page.word(at + 1)}" in self.page.stems.words(
                "condition_pair"
            )
            if added or under:
                return at + 1
        return None


def _as_conditional(stance: str, condition: int | None) -> str:
    return "conditional" if condition is not None and stance in ACCEPTING else stance
