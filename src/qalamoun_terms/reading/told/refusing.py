"""Refusals told by what a party will not do: "his men would not leave the town"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.answers import AnswerReader
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.doing import PRONOUN_NEAR
from qalamoun_terms.reading.told.holding_out import HoldOutReader
from qalamoun_terms.reading.told.objects import ObjectReader
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import proposer_side
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import act_span, as_told, scope_of
from qalamoun_terms.reading.told.targets import Target, topical_items
from qalamoun_terms.reading.who.doers import Doer, as_doer
from qalamoun_terms.reading.who.sides import PRINCIPALS

REFUSAL_NEAR = 8  # words between "urged" and "to reject"
NOUN_NEAR = 4  # words of "no question of any further talks" up to what is refused
ASKED_NEAR = 1  # sentences between a demand and "we will not go"
SUBJECT_NEAR = 8  # words between who refuses and "will not"


@frozen
class RefuseReader:
    """Reads what a party says it will not do as a refusal of what others ask of it."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    contents: ContentReader
    holding_out: HoldOutReader
    objects: ObjectReader
    answers: AnswerReader

    def urges_refusal(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Reads "urged the government to reject the offer": who urges so refuses it.

        Args:
            act: the act.
            doers: who does it.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        words = self.scene.tokens.words
        low, high = act.start + 1, min(act.end + REFUSAL_NEAR, act.limit)
        verbs = self.scene.words_of("refusing_verb")
        at = next(
            (
                i
                for i in range(low, high)
                if words[i] in verbs and words[i - 2 : i] != ["not", "to"] and words[i - 1] == "to"
            ),
            None,
        )
        phrase = next((p for p in phrases if at is not None and 0 < p.first - at < NOUN_NEAR), None)
        if phrase is None or act.act != "demand" or act.negated:
            return False
        package = self.resolver.package(phrase, index)
        if not package.items:
            self.contents.gather(package, self.objects.behind(phrase, act.limit), index, bare=True)
        refusing = [doer for doer in doers if doer.role in PRINCIPALS]
        self.answers.put_down(act, refusing, Target(package), "rejected", index)
        return True

    def says_none(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Reads "There will be no truce, the minister said": a refusal, if nothing is said to help.

        Args:
            act: the act.
            doers: who does it.
            index: the sentence.
        """
        doers = [doer for doer in doers if doer.role in PRINCIPALS]
        scope = scope_of(self.scene, act)
        first, stop = self.scene.bounds(index)
        open_ = self.scene.words_of("unless") | {"before", "without", "if"}
        words = self.scene.tokens.words
        asked = self.scene.words_of("asked_for") & set(words[act.end : act.end + NOUN_NEAR])
        if not doers or not asked or scope is None or open_ & set(words[first:stop]):
            return False
        mentions = self.desk.untold(self.scene.sure_terms(scope))
        if (
            not mentions
            or not self.desk.bearings.negotiates_much
            or self.holding_out.is_provided(act.start, index)
        ):
            return False
        package = self.desk.new("paper", "terms", scope, index)
        package.status = "rejected"
        self.contents.gather(package, scope, index, bare=True)
        self.answers.put_down(act, doers, Target(package), "rejected", index)
        return True

    def offers_if(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Reads "was ready to disarm if the prisoners are freed": an offer that answers nothing.

        Args:
            act: the act.
            doers: who does it.
            index: the sentence.
        """
        words = self.scene.tokens.words
        ready = (
            words[act.start] in self.scene.words_of("readiness")
            and "to" in words[act.start : act.end]
        )
        doers = [doer for doer in doers if doer.role in PRINCIPALS]
        if not ready or act.stance != "conditional" or act.negated or not doers:
            return False
        to = act.start + words[act.start : act.end].index("to")
        scope = as_told(self.scene, self.scene.tokens.span(to, max(act.limit, act.end)))
        if not self.desk.bearings.negotiates_much or not self.scene.sure_terms(scope):
            return False
        package = self.desk.new("paper", "terms", scope, index, by=doers[0])
        self.contents.gather(package, scope, index, bare=True)
        for doer in doers:
            self.desk.note(
                doer, Target(package), "proposed", act_span(self.scene, act, index), act.start
            )
        return bool(package.items)

    def refuses_deed(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Somebody will not do what others ask: a refusal of their term, or of one not yet told.

        Args:
            act: the act.
            doers: who does it.
            index: the sentence.
        """
        asked = bool(act.entry.data.get("asked"))
        words = self.scene.tokens.words[act.start : act.end]
        if self.scene.words_of("our_own") & set(words):  # "Why should we disarm?"
            doers = as_doer(self.scene.company.speaker(act.end - 1))
        doers = [doer for doer in doers if doer.role in PRINCIPALS]
        if (
            not doers
            or act.negated
            or not self.desk.bearings.negotiates_much
            or (not asked and self.holding_out.is_provided(act.start, index))
        ):
            return False
        held_out = self._held_out_until(act)
        targets = self._asked_before(act, doers)
        stance = "conditional" if held_out else "rejected"
        if held_out and not targets:
            return False  # what it holds out for is a demand of its own
        if not asked:
            targets = targets or self._refused_deed(act, index)
        targets = targets or self._just_asked(doers, index)
        for target in targets:
            self.answers.put_down(act, list(doers), target, stance, index)
        return bool(targets) and not held_out

    def _deed(self, act: Act) -> list[Span]:
        """The deed that is refused: with who would do it, and from its verb only."""
        scope = scope_of(self.scene, act)
        end = scope.end if scope else self.scene.tokens.ends[act.end - 1]
        near = [
            actor.first
            for actor in self.scene.company.between(act.start - SUBJECT_NEAR, act.start)
            if actor.stop <= act.start
        ]
        words, pronouns = self.scene.tokens.words, self.scene.words_of("nominative")
        low = max(0, act.start - PRONOUN_NEAR)
        meant = [at for at in range(low, act.start) if words[at] in pronouns]
        passed = self.scene.words_of("unwilling")
        verb = next((at for at in range(act.start, act.end) if words[at] not in passed), act.start)
        starts = [*(meant or near)[-1:], verb]
        return [Span(self.scene.tokens.starts[at], end) for at in starts]

    def _held_out_until(self, act: Act) -> bool:
        """Whether the refusal ends with a condition: "will not leave unless (until, before)"."""
        return self._deed_stop(act) < act.limit

    def _deed_stop(self, act: Act) -> int:
        """The word after the deed that is refused, before what it is held out for."""
        holding_out = self.scene.words_of("unless") | {"before"}
        words = self.scene.tokens.words
        return next((i for i in range(act.end, act.limit) if words[i] in holding_out), act.limit)

    def _asked_before(self, act: Act, doers: Sequence[Doer]) -> list[Target]:
        """The term that another side has put forward and that the deed would carry out."""
        mine = proposer_side(doers[0].role)
        others = [p for p in self.desk.story.shelf.recent if p.role != mine]
        stop = self._deed_stop(act)
        return topical_items(self.scene.tokens, act.end - 1, stop, others, self.scene.lexicon)

    def _just_asked(self, doers: Sequence[Doer], index: int) -> list[Target]:
        """What another side was just told to have put forward: its own words need not come again."""
        topic, near = self.desk.flow.topic, index - self.desk.flow.topic_at <= ASKED_NEAR
        if topic is None or not near or topic.package.sort == "deal":
            return []
        mine = {proposer_side(doer.role) for doer in doers}
        return [topic] if topic.package.role not in {*mine, "joint", "unstated"} else []

    def _refused_deed(self, act: Act, index: int) -> list[Target]:
        """A refusal of what nobody is yet said to have asked for."""
        for scope in self._deed(act):
            if self.desk.untold(self.scene.sure_terms(scope)):
                package = self.desk.new("paper", "terms", scope, index)
                package.status = "rejected"
                self.contents.gather(package, scope, index, bare=True)
                return [Target(package)] if package.items else []
        return []
