"""Where a reader of a text stands, and what all of its readings share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from attrs import define, evolve, field

from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.text.frames import Span, TermMention
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.bearings import Bearings
from qalamoun_terms.reading.told.exchange import Exchange
from qalamoun_terms.reading.told.notes import (
    ACCEPTING,
    Flow,
    Note,
    Story,
)
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import Item, Package, proposer_side
from qalamoun_terms.reading.told.resolving import resolve
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, doer_of
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.speakers import voices_over

ITEMS_BACK = 60  # items of a package that a statement may repeat
NOTES_BACK = 200  # stances that a sentence may repeat
AIM_REACH = 10  # words of place and time between a deal and what it is for
PURPOSE_REACH = 9  # words of "to end a war of twenty months"
MOST_NAMED = 2  # mentions from which the most named actor of a side is its party
HEADING_WORDS = 8  # words up to which a heading says what the items below it are about

CONDITION_LEAST = 2  # words of "made it" before a condition that names its content itself
DEED_LEAST = 2  # words of "asked to" and "ordered not to" before what somebody is asked to do

M = TypeVar("M", TermMention, Stated)


@define
class Desk:
    """The text, what was read of it so far, and the looks and notes that every reading needs."""

    scene: Scene
    bearings: Bearings
    story: Story = field(factory=Story)
    flow: Flow = field(factory=Flow)
    exchange: Exchange = field(factory=Exchange)
    principals: dict[str, Actor | None] = field(factory=dict)
    _two_states: list[Actor] | None = None

    def _span(self, phrase: PackageNoun) -> Span:
        return self.scene.tokens.span(phrase.first, phrase.stop)

    def _scope(self, act: Act) -> Span | None:
        """What an act is about: the words after it, without those that only lead there."""
        start, end = self._deed_from(act), act.limit
        words = self.scene.tokens.words
        made = self._made_condition_of(act)
        if made is not None:
            start, end = made
        while start < end and words[start] in {":", ",", "that"}:
            start += 1
        while end > start and words[end - 1] in {"and", ",", "that", "it", "but", '"', ";"}:
            end -= 1
        return self._as_told(self.scene.tokens.span(start, end)) if start < end else None

    def _made_condition_of(self, act: Act) -> tuple[int, int] | None:
        """What is demanded in "made the release of prisoners a condition for talks"."""
        words = self.scene.tokens.words[act.start : act.end]
        nouns = self.scene.words_of("demand_noun") & set(words[CONDITION_LEAST:])
        if act.act != "demand" or not nouns or words[0] not in self.scene.words_of("makes"):
            return None
        stop = act.start + next(i for i, word in enumerate(words) if word in nouns)
        tail = {"a", "an", "the", "as", "its", "their"} | self.scene.words_of("ordinal_word")
        while stop > act.start + 1 and self.scene.tokens.words[stop - 1] in tail:
            stop -= 1
        return (act.start + 1, stop) if stop > act.start + CONDITION_LEAST else None

    def _deed_from(self, act: Act) -> int:
        """Where the object of an act begins: who is to do it, in "asked the army to leave the hill"."""
        words = self.scene.tokens.words
        last = act.end - 1
        if act.end - act.start <= DEED_LEAST or words[last] not in self.scene.words_of(
            "asked_deed"
        ):
            return act.end
        if "to" not in words[last - DEED_LEAST : last]:
            return act.end
        asked = self.scene.cast.between(act.start + 1, last)
        start = asked[-1].first if asked else last
        return start - (words[start - 1] in self.scene.words_of("actor_determiner"))

    def _as_told(self, scope: Span) -> Span:
        """A stretch without the words that only say whose words it is."""
        for voice in voices_over(self.scene.cast.voices, scope.start):
            if scope.start < voice.span.end < scope.end:
                return Span(scope.start, voice.span.end)
        return scope

    def _is_purpose(self, at: int, stop: int) -> bool:
        """Whether "in Doha on Monday to end the war" only says what a deal is for."""
        words = self.scene.tokens.words
        to = next((i for i in range(at, min(at + AIM_REACH, stop)) if words[i] == "to"), None)
        if to is None:
            return False
        rest = words[to + 1 : min(to + PURPOSE_REACH, stop)]
        return bool(self.scene.words_of("purpose") & set(rest[:1])) and bool(
            self.scene.words_of("strife") & set(rest)
        )

    def _act_span(self, act: Act, index: int) -> Span:
        """The words to quote for an act: from whom does it, to some way behind the verb."""
        first, _ = self.scene.bounds(index)
        start = first
        for actor in reversed(self.scene.cast.between(first, act.start)):
            start = actor.first
            if act.start - actor.stop <= 3:
                break
        while start < act.start and not self.scene.tokens.words[start][0].isalnum():
            start += 1
        end = min(max(act.limit, act.end), act.end + 14)
        while end > act.end and not self.scene.tokens.words[end - 1][0].isalnum():
            end -= 1
        return self.scene.tokens.span(start, end)

    def _touch(self, package: Package, item: Item | None, index: int) -> None:
        self.story.shelf.current = package
        self.flow.topic, self.flow.topic_at = Target(package, item), index

    def _open(self, package: Package, index: int) -> None:
        """Takes the sentences after one for more of what a package holds."""
        self.flow.open, self.flow.open_at = package, index
        self.flow.open_segment = self.scene.sentences[index].segment

    def _new(
        self, sort: str, noun: str, span: Span, index: int, *, by: Doer | None = None
    ) -> Package:
        """Puts a package on the shelf that the text has not told of before, with who put it forward."""
        owner = by.actor if by else None
        role = by.role if by else ""
        named = role or (owner.role if owner else "")
        at = self.scene.tokens.at(span.start)
        return self.story.shelf.add(
            Package(
                sort=sort,
                noun=noun,
                title=" ".join(span.text(self.scene.tokens.text).split()),
                place=span,
                sentence=index,
                owner=owner,
                role="joint" if sort == "deal" and not named else proposer_side(named),
                status="agreed" if sort == "deal" else "proposed",
                speaker=self.scene.cast.speaker(at),
                dated=[self.scene.sentences[index].span],
            )
        )

    def _package(
        self, phrase: PackageNoun, index: int, *, role: str = "", fresh: bool = False
    ) -> Package:
        """The package that a phrase means, put on the shelf if it is not there yet."""
        last = self.scene.cast.last
        if last and last.actor and self._may_own(phrase.owner_pronoun, last.actor):
            phrase = evolve(phrase, owner=last.actor)
        known = None if fresh else self._resolve(phrase, role)
        if known is None:
            owner = phrase.owner if phrase.sort != "deal" or phrase.created else None
            by = Doer(name="", role=role, actor=owner)
            known = self._new(phrase.sort, phrase.noun, self._span(phrase), index, by=by)
        if phrase.sort == "part" and phrase.partial and known.sort == "part":
            known.partial = True
        if phrase.owner and phrase.owner.role and known.role == "unstated" and known.sort != "deal":
            known.owner, known.role = phrase.owner, proposer_side(phrase.owner.role)
        self._owned(known, phrase)
        return known

    def _resolve(self, phrase: PackageNoun, role: str = "") -> Package | None:
        """The package of the text that a phrase means, or None where it is a new one."""
        return resolve(self.story.shelf, phrase, self.scene.lexicon, role)

    def _may_own(self, pronoun: str, actor: Actor) -> bool:
        """Whether a pronoun may mean an actor: "his" is said of no country, "its" of no person."""
        if pronoun in {"his", "her"}:
            return not actor.metonym and not self.scene.words_of("sovereign") & actor.heads
        return pronoun in {"its", "their"}

    def _owned(self, package: Package, phrase: PackageNoun) -> None:
        """Who a phrase says put a package forward is on record as its proposer."""
        owner = phrase.owner
        if owner is None or not owner.role or owner.role == "both":
            return
        if package.sort == "deal" and package.owner is not owner:
            return
        if phrase.noun in self.scene.words_of("answering_paper"):
            return
        stance = "demanded" if phrase.sort == "demand" else "proposed"
        doer = doer_of(owner)
        self._note(doer, Target(package), stance, self._span(phrase), phrase.first)

    def _note(self, doer: Doer, target: Target, stance: str, span: Span, at: int) -> Note | None:
        """Writes a stance down, once."""
        for note in self.story.notes[-NOTES_BACK:]:
            if (
                note.stance == stance
                and note.doer.role == doer.role
                and note.target.package is target.package
                and note.target.item is target.item
                and (note.doer.name == doer.name or note.span != span)
                and (note.doer.name == doer.name or stance in {"proposed", "accepted"})
                and not (note.doer.country and doer.country and note.doer.country != doer.country)
            ):
                return None
        note = Note(
            doer=doer,
            target=target,
            stance=stance,
            span=span,
            speaker=self.scene.cast.source(at),
        )
        self.story.notes.append(note)
        return note

    def _taken(self, mention: TermMention | Stated) -> bool:
        """Whether a package has these words among its latest items already."""
        start, end = mention.span.start, mention.span.end
        for package in self.story.shelf.recent:
            for item in package.items[-ITEMS_BACK:]:
                other = item.mention.span
                if other.start < end and start < other.end:
                    return True
        return False

    def _untold(self, statements: Iterable[M]) -> list[M]:
        """Of terms those that no package has yet."""
        return [stated for stated in statements if not self._taken(stated)]

    def _expand(self, doers: Sequence[Doer]) -> list[Doer]:
        """The doers, with the principals that the text has named for "both sides"."""
        found: list[Doer] = []
        for doer in doers:
            if doer.role != "both":
                found.append(doer)
                continue
            dealt = self._dealt()
            if dealt:
                found.extend(dealt)
                continue
            if self._two_states is None:
                self._two_states = self._states_only()
            found.extend(doer_of(a) for a in self._two_states)
            for role in () if self._two_states else ("state", "opposition"):
                if role not in self.principals:
                    self.principals[role] = self._principal(role)
                named = self.principals[role]
                if named:
                    found.append(Doer(name=named.name, role=role, actor=named))
        return found

    def _dealt(self) -> list[Doer]:
        """Those who made the deal that the text is about, where they are not the two usual sides."""
        deal = self.story.shelf.current
        if deal is None or deal.sort != "deal":
            return []
        made = [
            note.doer
            for note in self.story.notes[-NOTES_BACK:]
            if note.target.package is deal and note.stance in ACCEPTING
        ]
        mediated = any(doer.role == "mediator" for doer in made)
        return made if mediated and len(made) == 2 else []

    def _states_only(self) -> list[Actor]:
        """The two states that deal with each other, in a text that names no opposition."""
        if any(actor.role == "opposition" for actor in self.scene.cast.actors):
            return []
        first: dict[str, Actor] = {}
        for actor in self.scene.cast.actors:
            if actor.role == "state" and actor.country:
                first.setdefault(actor.country, actor)
        return list(first.values()) if len(first) == 2 else []

    def _principal(self, role: str) -> Actor | None:
        """The actor of a side that a text names as its party: the first clear one, or the most named."""
        fitting = [a for a in self.scene.cast.actors if a.role == role and not a.metonym]
        clear = next((a for a in fitting if not a.weak and a.definite), None)
        often = Counter(actor.name for actor in fitting)
        most = max(fitting, key=lambda actor: often[actor.name], default=None)
        return most if most and often[most.name] > MOST_NAMED else clear or most
