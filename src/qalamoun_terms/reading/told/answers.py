"""Answers: who accepts, refuses, puts off or takes back what."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.anew import AnewReader
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.deals import DealReader
from qalamoun_terms.reading.told.desk import NOTES_BACK, Desk
from qalamoun_terms.reading.told.notes import ACCEPTING
from qalamoun_terms.reading.told.objects import ObjectReader
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import act_span, scope_of
from qalamoun_terms.reading.told.stances import StanceReader, are_countries
from qalamoun_terms.reading.told.targets import Target, numbered_items, topical_items
from qalamoun_terms.reading.who.doers import Doer

OFFER_REACH = 2  # sentences between an offer and "Both sides accepted"


@frozen
class AnswerReader:
    """Reads the stances of a sentence."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    contents: ContentReader
    deals: DealReader
    objects: ObjectReader
    stances: StanceReader
    anew: AnewReader

    def read(self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int) -> bool:
        """Somebody accepts, refuses, puts off, takes back: a stance, if it is clear about what.

        Args:
            act: the act.
            doers: who does it.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        stance = self.stances.stance(act)
        if stance == "violated" and self.stances.accuses(act):
            doers = [d for one in doers[:1] for d in self.stances.accused(act, one)]
        doers = self.stances.answering(
            doers, "agreed" if self.stances.agree_together(act, doers) else stance
        )
        if stance is None or not doers or self.stances.denies_itself(act, doers):
            return False
        if act.entry.word("follows") and not self.stances.follows(act, doers, index):
            return False
        if stance in ACCEPTING and self._joint(act, doers, phrases, index):
            return self.deals.deal(act, doers, phrases, index)
        anew = stance == "insisted" and self._states_anew(act)
        targets = [] if anew else self.objects.targets(act, phrases, index)
        if not targets:
            stance, targets = self._told_anew(act, doers, stance, index)
        if not targets:
            return False
        stance = self.stances.held_out(act, doers, targets[0], stance)
        for target in targets:
            self.put_down(act, doers, target, stance, index)
        self._excepted(act, doers, targets[0].package, stance, index)
        if stance == "conditional" and not self.stances.asks_changes(act):
            self._condition(act, doers, index)
        self._split(index)
        if targets[0].item is None or len(targets) == 1:
            self.desk.flow.topic, self.desk.flow.topic_at = targets[-1], index
        return True

    def _told_anew(
        self, act: Act, doers: Sequence[Doer], stance: str, index: int
    ) -> tuple[str, list[Target]]:
        """What an answer to nothing that was told before is about, and what it is then."""
        if stance == "conditional":  # an offer that its owner makes under a condition
            return "proposed", self.anew.offered(act, doers, index)
        if stance != "insisted":
            return stance, self.anew.told(act, doers, stance, index)
        targets = self.anew.told(act, doers, "insisted", index)
        return "demanded", targets or self.anew.told(act, doers, "demanded", index)

    def _states_anew(self, act: Act) -> bool:
        """Whether "insists that" tells terms that no package has yet."""
        scope = scope_of(self.scene, act)
        that = self.scene.tokens.words[act.end - 1] == "that"
        return that and scope is not None and bool(self.desk.untold(self.scene.stated(scope)))

    def put_down(
        self, act: Act, doers: Sequence[Doer], target: Target, stance: str, index: int
    ) -> None:
        """Writes an answer down; one on "one of the articles" waits to be told which.

        Args:
            act: the act.
            doers: who does it.
            target: what it is about.
            stance: the stance.
            index: the sentence.
        """
        for doer in doers:
            if not self.stances.plausible(doer, target, stance) or self._owes(act, doer, target):
                continue
            note = self.desk.note(doer, target, stance, act_span(self.scene, act, index), act.start)
            self.desk.flow.open = None
            if note and target.item is None and self.objects.one_of(act, self.scene.phrases(index)):
                self.desk.flow.pending.append(note)

    def _split(self, index: int) -> None:
        """An acceptance that a sentence goes on to refuse in part or to condition is conditional.

        Where it tells of earlier and later, somebody has changed its mind, and both are on record.
        """
        span = self.scene.sentences[index].span
        first, stop = self.scene.bounds(index)
        if self.scene.words_of("change_of_mind") & set(self.scene.tokens.words[first:stop]):
            return
        here = [
            n
            for n in self.desk.story.notes[-NOTES_BACK:]
            if span.covers(n.span) and n.stance != "insisted"
        ]
        for yes in here:
            for no in here:
                same = yes.target == no.target and yes.doer.name == no.doer.name
                if same and yes.stance == "accepted" and no.stance in {"rejected", "conditional"}:
                    yes.stance, yes.condition = "conditional", no.condition
                    yes.span = Span(
                        min(yes.span.start, no.span.start), max(yes.span.end, no.span.end)
                    )
                    self.desk.story.notes.remove(no)
                    return

    def _condition(self, act: Act, doers: Sequence[Doer], index: int) -> None:
        """The condition of an acceptance is a demand of its own, where it states a term."""
        scope = scope_of(self.scene, act)
        if scope is None or not self.desk.story.notes:
            return
        self.desk.story.notes[-1].condition = scope
        mentions = self.desk.untold(self.scene.bare_stated(scope))
        if not mentions:
            return
        topic, current = self.desk.flow.topic, self.desk.story.shelf.current
        package = self.desk.new("demand", "condition", scope, index, by=doers[0])
        self.contents.gather(package, scope, index, bare=True)
        for doer in doers:
            span = act_span(self.scene, act, index)
            self.desk.note(doer, Target(package), "demanded", span, act.start)
        self.desk.flow.topic, self.desk.story.shelf.current = topic, current

    def _joint(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Whether two sides together agree to something that is not on the shelf yet."""
        apart = len({d.role for d in doers}) > 1 or are_countries(doers)
        if not apart or self.objects.fronted(act, index):
            return False
        near = [p for p in phrases if act.start <= p.first < act.limit]
        if not near and self.just_offered(act, index):
            return False
        after = self.scene.tokens.words[act.end : min(act.end + 1, act.limit)]
        if set(after) & {"it", "them"} and self.desk.exchange.matter:
            return False
        return not near or self.resolver.resolve(near[0]) is None

    def just_offered(self, act: Act, index: int) -> bool:
        """Whether "Both sides accepted", with no object, answers what was put forward just before.

        Args:
            act: the act.
            index: the sentence.
        """
        topic = self.desk.flow.topic
        words = self.scene.tokens.words[act.end : act.limit]
        bare = not any(word[0].isalnum() for word in words)
        bare = bare or words[0] in self.scene.words_of("adverbial_opening") | {"it", "this", "that"}
        near = index - self.desk.flow.topic_at <= OFFER_REACH
        return bare and near and topic is not None and topic.package.sort != "deal"

    def _owes(self, act: Act, doer: Doer, target: Target) -> bool:
        """Whether a party that has made a deal tells what it undertook in it: no further yes."""
        if self.scene.tokens.words[act.start] not in self.scene.words_of("agree_verb"):
            return False
        return target.package.sort == "deal" and any(
            note.target == target and note.stance in ACCEPTING and note.doer.role == doer.role
            for note in self.desk.story.notes[-NOTES_BACK:]
        )

    def _excepted(
        self, act: Act, doers: Sequence[Doer], package: Package, stance: str, index: int
    ) -> None:
        """Reads "All but X", "with the exception of the second item": the rest of a blanket answer."""
        if stance not in ACCEPTING:
            return
        _, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        phrases = [phrase.split("_") for phrase in self.scene.words_of("exception_opening")]
        for at in range(act.end, stop):
            low = at + max((len(e) for e in phrases if words[at : at + len(e)] == e), default=0)
            if low == at:
                continue
            items = numbered_items(self.scene.tokens, low, stop, package, self.scene.lexicon)
            targets = [Target(package, item) for item in items] or topical_items(
                self.scene.tokens, low, stop, [package], self.scene.lexicon
            )
            span = self.scene.tokens.span(at, stop)
            for target in targets:
                for doer in doers:
                    self.desk.note(doer, target, "rejected", span, act.start)
            return
