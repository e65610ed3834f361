"""Reads an Arabic text from its first sentence to its last: packages, their terms, and stances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from qalamoun_terms.reading.arabic.acts import Act, find_acts
from qalamoun_terms.reading.arabic.objects import Nouns, items_meant
from qalamoun_terms.reading.arabic.parties import Party, Voices
from qalamoun_terms.reading.arabic.terms import find_terms
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.frames import Block, Segment, Sentence, Span
from qalamoun_terms.reading.notes import Note, Story
from qalamoun_terms.reading.packages import PACKAGES_BACK, Item, Package, proposer_side
from qalamoun_terms.reading.speakers import REPORT, Speaker
from qalamoun_terms.reading.subjects import Doer
from qalamoun_terms.reading.targets import Target


@frozen(eq=False)
class Deed:
    """An act as it is read: who does it, where its object ends, and the words that state it."""

    act: Act
    doers: Sequence[Doer]
    nouns: Nouns
    limit: int
    stop: int
    index: int
    span: Span


@define
class ArabicReader:
    """Walks through the sentences of a text and notes what each tells."""

    page: Page
    blocks: Sequence[Segment]
    sentences: Sequence[Sentence]
    parties: Sequence[Party]
    voices: Voices
    story: Story = field(factory=Story)
    listed: Package | None = None
    last: Doer | None = None
    last_at: int = -9
    topic: Target | None = None
    commented: Target | None = None
    labelled: int | None = None
    speaking: Speaker = REPORT
    speaking_in: int = -1
    now: int = 0
    speaker: Speaker = REPORT

    def read(self) -> Story:
        """Reads all sentences."""
        for index in range(len(self.sentences)):
            self._sentence(index)
        answered = {id(n.target.package) for n in self.story.notes if n.stance not in _OFFERS}
        kept = [p for p in self.story.shelf.packages if p.items or id(p) in answered]
        ids = {id(p) for p in kept}
        self.story.shelf.packages = kept
        self.story.notes = [n for n in self.story.notes if id(n.target.package) in ids]
        return self.story

    def _bounds(self, index: int) -> tuple[int, int]:
        return self.page.tokens.bounds(self.sentences[index].span)

    def _next_is_item(self, index: int) -> bool:
        after = index + 1
        if after >= len(self.sentences):
            return False
        return self.blocks[self.sentences[after].segment].kind is Block.ITEM

    def _sentence(self, index: int) -> None:
        block = self.blocks[self.sentences[index].segment]
        first, stop = self._bounds(index)
        if block.kind is Block.HEADING or block.kind is Block.DATELINE:
            if block.kind is Block.HEADING and self._next_is_item(index):
                self._headed(first, stop, index)
            return
        if stop <= first:
            return
        self.now = index
        self.speaker = self.voices.speaker(self.sentences[index])
        self.labelled = self.voices.label(first, stop)
        segment = self.sentences[index].segment
        if self.labelled is not None:
            self.speaker = self.voices.labelled(first, self.labelled)
            self.speaking, self.speaking_in = self.speaker, segment
        elif segment == self.speaking_in:
            self.speaker, self.labelled = self.speaking, first
        acts = find_acts(self.page, self.parties, first, stop, self.labelled)
        before = (len(self.story.notes), self._items())
        if block.kind is Block.ITEM and self.listed and not self._tells(acts):
            items = self._gather(self.listed, first, stop, index, label=block.marker, item=True)
            self.commented = Target(self.listed, items[-1]) if items else None
        else:
            self._running(acts, first, stop, index)
            self.commented = None
        if before == (len(self.story.notes), self._items()):
            self._nothing(acts, first, stop, index)

    def _tells(self, acts: Sequence[Act]) -> bool:
        """Whether an item tells what somebody said or did, and states no term itself."""
        return self.labelled is not None or any(act.doers for act in acts)

    def _headed(self, first: int, stop: int, index: int) -> None:
        """A heading over a list: it tells who put the list forward, or calls it an agreement."""
        acts = find_acts(self.page, self.parties, first, stop)
        self.now, self.speaker = index, self.voices.issuer
        if any(act.kind in {"propose", "deal"} for act in acts):
            self._running(acts, first, stop, index)
        elif self.listed is None and self._titled(first, stop):
            self.listed = self._new("deal", first, stop, index)

    def _items(self) -> int:
        return sum(len(p.items) for p in self.story.shelf.packages[-PACKAGES_BACK:])

    def _titled(self, first: int, stop: int) -> bool:
        return any(self.page.is_a(at, "title") for at in range(first, stop))

    def _nothing(self, acts: Sequence[Act], first: int, stop: int, index: int) -> None:
        spoken = any(self.page.entry(at, "proposals") for at in range(first, stop))
        if spoken or acts:
            self.story.unread.append(self.sentences[index].span)

    # --- packages -------------------------------------------------------------------------------

    def _new(
        self, sort: str, first: int, stop: int, index: int, doer: Doer | None = None
    ) -> Package:
        span = self.page.span(first, stop)
        role = doer.role if doer else ""
        return self.story.shelf.add(
            Package(
                sort=sort,
                noun=self.page.word(first),
                title=" ".join(span.text(self.page.tokens.text).split()),
                place=span,
                sentence=index,
                owner=doer.actor if doer else None,
                role="joint" if sort == "deal" and not role else proposer_side(role),
                status="agreed" if sort == "deal" else "proposed",
                speaker=self.speaker,
                dated=[self.sentences[index].span],
            )
        )

    def _gather(
        self,
        package: Package,
        first: int,
        stop: int,
        index: int,
        *,
        label: str | None = None,
        item: bool = False,
    ) -> list[Item]:
        found = []
        stop = min(stop, first + _CONTENT)
        for mention in find_terms(self.page, first, stop, item=item):
            if any(
                i.mention.span.overlaps(mention.span)
                for p in self.story.shelf.packages[-PACKAGES_BACK:]
                for i in p.items[-60:]
            ):
                continue
            one = Item(mention=mention, sentence=index, label=label, speaker=self.speaker)
            package.items.append(one)
            found.append(one)
        return found

    # --- acts -----------------------------------------------------------------------------------

    def _running(self, acts: Sequence[Act], first: int, stop: int, index: int) -> None:
        nouns = Nouns(self.page, self.parties, self.story.shelf)
        for at, act in enumerate(acts):
            limit = acts[at + 1].start if at + 1 < len(acts) else stop
            end = max(min(limit, act.start + 16), act.start + 1)
            span = self.page.span(act.span_from, end)
            self._act(Deed(act, self._doers(act), nouns, limit, stop, index, span))
        self._defined(nouns, first, stop, index)
        if self._next_is_item(index):
            opens = self.page.word(stop - 1) == ":" or any(a.kind == "deal" for a in acts)
            current = self.story.shelf.current
            if opens and current and not current.items:
                self.listed = current

    def _defined(self, nouns: Nouns, first: int, stop: int, index: int) -> None:
        """Reads "the paper provides for ..." up to the end of the sentence."""
        for at in range(first, stop):
            defines = any(
                use.form.entry.id == "contains" and use.form.part == "verb"
                for use in self.page.uses(at, "proposals")
            )
            if not defines or self.page.is_a(at - 1, "negation"):
                continue
            after = [n for n in nouns.between(at + 1, min(stop, at + 4)) if n.definite]
            near = [*after, *reversed(list(nouns.between(max(first, at - 14), at)))]
            near = [n for n in near if n.sort in {"deal", "paper"}]
            if not near:
                continue
            noun = near[0]
            package = nouns.resolve(noun) or self._new(
                noun.sort, noun.first, noun.stop, index, self._owner(noun.owner)
            )
            self.story.shelf.current = package
            if noun.owner:
                self._offer(package, noun.owner, noun.first, noun.stop)
            self._gather(package, max(noun.stop, at + 1), stop, index)
            return

    def _owner(self, party: Party | None) -> Doer | None:
        if party is None or party.role in {"", "both"}:
            return None
        return Doer(name=party.name, role=party.role, actor=party.actor())

    def _offer(self, package: Package, party: Party, first: int, stop: int) -> None:
        doer = self._owner(party)
        if doer and package.sort != "deal":
            package.owner, package.role = doer.actor, proposer_side(doer.role)
            self._note(doer, Target(package), "proposed", self.page.span(first, stop))

    def _doers(self, act: Act) -> list[Doer]:
        found: list[Doer] = []
        for party in act.doers:
            if party.role == "both":
                found.extend(self._principals())
            else:
                found.append(Doer(name=party.name, role=party.role or "other", actor=party.actor()))
        if not found and not act.own and self.last and self.now - self.last_at <= 1:
            found = [self.last]
        if not found and act.own and self.labelled is not None:
            found = list(self._labelled())
        elif not found and act.own and self.speaker.role:
            found = [
                Doer(name=self.speaker.name or "", role=self.speaker.role, actor=self.speaker.actor)
            ]
        if found:
            self.last, self.last_at = found[0], self.now
        return [doer for doer in found if doer.role != "other"]

    def _labelled(self) -> Iterator[Doer]:
        """Who speaks by the name before a colon: a side, both, or nobody that is known."""
        if self.speaker.role == "both":
            yield from self._principals()
        elif self.speaker.role:
            name = self.speaker.name or ""
            yield Doer(name=name, role=self.speaker.role, actor=self.speaker.actor)

    def _principals(self) -> Iterator[Doer]:
        for role in ("state", "opposition"):
            named = next((p for p in self.parties if p.role == role), None)
            if named:
                yield Doer(name=named.name, role=role, actor=named.actor())

    def _note(self, doer: Doer, target: Target, stance: str, span: Span) -> None:
        for note in self.story.notes[-100:]:
            same = note.target.package is target.package and note.target.item is target.item
            if same and note.stance == stance and note.doer.role == doer.role:
                return
        self.story.notes.append(
            Note(doer=doer, target=target, stance=stance, span=span, speaker=self.speaker)
        )

    def _act(self, deed: Deed) -> None:
        if deed.act.kind == "deal":
            self._deal(deed)
        elif deed.doers and deed.act.kind == "propose":
            self._propose(deed, deed.doers[0])
        elif deed.doers and deed.act.kind == "demand":
            self._demand(deed, deed.doers[0])
        elif deed.doers and deed.act.kind == "stance":
            self._stance(deed)

    def _deal(self, deed: Deed) -> None:
        act, index, nouns = deed.act, deed.index, deed.nouns
        reach = nouns.between(act.start, min(deed.stop, act.start + 8))
        near = [n for n in reach if n.sort == "deal"]
        package = next((p for p in map(nouns.resolve, near) if p), None) or self.listed
        lists = self._next_is_item(index) or self.page.word(deed.stop - 1) == ":"
        if len({d.role for d in deed.doers}) < 2 and not act.named_deal and not lists:
            return
        if package is None or package.sort != "deal":
            first = near[0].first if near else act.start
            package = self._new("deal", first, near[0].stop if near else act.start + 1, index)
        self.story.shelf.current = package
        self._gather(package, act.end, deed.stop, index)
        stance = "provisional" if act.tentative else "accepted"
        for doer in deed.doers:
            self._note(doer, Target(package), stance, deed.span)
        if lists:
            self.listed = package

    def _propose(self, deed: Deed, doer: Doer) -> None:
        package = self._offered(deed, doer)
        if package is None:
            return
        act = deed.act
        package.owner, package.role = doer.actor, proposer_side(doer.role)
        self.story.shelf.current = package
        self._note(doer, Target(package), "proposed", deed.span)
        colon = next(
            (
                i
                for i in range(act.start, min(deed.stop, act.start + 40))
                if self.page.word(i) == ":"
            ),
            None,
        )
        end = deed.stop if colon else max(deed.limit, act.end)
        self._gather(package, colon or act.end, end, deed.index)
        if self._next_is_item(deed.index):
            self.listed = package

    def _offered(self, deed: Deed, doer: Doer) -> Package | None:
        """The package that is put forward: named after the verb, or before "which they made"."""
        at = deed.act.start
        low, high = (max(0, at - 12), at) if deed.act.pronoun else (at + 1, min(deed.stop, at + 18))
        near = [n for n in deed.nouns.between(low, high) if n.sort != "part"]
        if not near:
            return None
        noun = near[-1] if deed.act.pronoun else near[0]
        known = deed.nouns.resolve(noun)
        return known or self._new("paper", noun.first, noun.stop, deed.index, doer)

    def _demand(self, deed: Deed, doer: Doer) -> None:
        act, stop = deed.act, deed.stop
        near = range(act.end, min(stop, act.end + 4))
        put_off = next((i for i in near if self._is_delay(i)), None)
        if put_off is not None:
            for target in self._targets(deed.nouns, put_off + 1, stop):
                self._note(doer, target, "deferred", deed.span)
            return
        self._condition_of(deed, doer, act.start, act.end)

    def _condition_of(self, deed: Deed, doer: Doer, first: int, content: int) -> None:
        """What somebody asks for is a package of its own, if it states a term."""
        current = self.story.shelf.current
        package = self._new("demand", first, min(first + 2, deed.stop), deed.index, doer)
        if self._gather(package, content, deed.stop, deed.index):
            self._note(doer, Target(package), "demanded", deed.span)
        else:
            self.story.shelf.packages.remove(package)
            self.story.shelf.current = current

    def _is_delay(self, at: int) -> bool:
        return any(use.form.entry.id == "postponement" for use in self.page.uses(at, "stances"))

    def _targets(self, nouns: Nouns, first: int, stop: int) -> list[Target]:
        return items_meant(nouns, first, stop, self.topic)

    def _stance(self, deed: Deed) -> None:
        act = deed.act
        within = range(act.end, deed.limit)
        cut = next((i for i in within if self.page.is_a(i, "exception")), None)
        condition = self._condition(act, deed.limit)
        end = min(x for x in (cut, condition, deed.limit) if x is not None)
        targets = self._meant(deed, end)
        stance = _as_conditional(act.stance, condition)
        for doer in deed.doers:
            for target in targets:
                self._note(doer, target, stance, deed.span)
                self.story.shelf.current, self.topic = target.package, target
        if not targets:
            return
        if cut is not None and stance in {"accepted", "provisional"}:
            for target in self._targets(deed.nouns, cut + 1, deed.limit):
                if target.item:
                    self._note(deed.doers[0], target, "rejected", deed.span)
        if condition is not None:
            self._condition_of(deed, deed.doers[0], condition, condition + 1)
            self.story.shelf.current = targets[0].package

    def _meant(self, deed: Deed, end: int) -> list[Target]:
        """What an answer is about: its object, what is put first, or what "it" is."""
        act, current = deed.act, self.story.shelf.current
        if act.comment and self.commented and self.labelled is not None:
            return [self.commented]
        targets = self._targets(deed.nouns, act.end, end)
        if act.fronted is not None and (act.pronoun or not targets):
            targets = self._targets(deed.nouns, act.fronted, act.start) or targets
        if targets or current is None:
            return targets
        if self.commented and self.labelled is not None:
            return [self.commented]
        bare = end <= act.end or not self.page.word(act.end)[:1].isalnum()
        return [Target(current)] if bare or act.pronoun else []

    def _condition(self, act: Act, limit: int) -> int | None:
        if act.condition is not None:
            return act.condition
        for at in range(act.end, limit):
            core = self.page.word(at).removeprefix("و")
            if core in self.page.stems.words("condition"):
                return at
        return None


_CONTENT = 120  # words in which the content of a package is looked for
_OFFERS = frozenset({"proposed", "demanded"})


def _as_conditional(stance: str, condition: int | None) -> str:
    return (
        "conditional" if condition is not None and stance in {"accepted", "provisional"} else stance
    )
