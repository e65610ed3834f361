"""Sentences that say what stands in a package: "The paper contains ...", "Under the deal, ..."."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import COLON
from qalamoun_terms.reading.told.acts import DEALING, Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import WHOLES, Package, proposer_side
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import scope_of
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, doer_of

ROW_REACH = 6  # words at the front of a row of names
ROW_LEAST = 3  # names among them
WHICH_REACH = 6  # words between a package's noun and "under which"


@frozen
class DefineReader:
    """Reads what a sentence says a package holds."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    contents: ContentReader

    def under(self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]) -> bool:
        """Reads "Under the deal, ...": the rest of the sentence states what stands in it.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
            acts: the acts of the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        opening = words[first : first + 4]
        topic = self.desk.flow.topic
        if (
            "it" in opening
            and opening[0] in self.scene.words_of("under_it")
            and topic
            and index - self.desk.flow.topic_at <= 2
        ):
            after = first + opening.index("it") + 1
            return bool(
                self.contents.gather(topic.package, self.scene.tokens.span(after, stop), index)
            )
        for phrase in phrases:
            before = words[phrase.first - 2 : phrase.first] if phrase.first > first + 1 else []
            leads = phrase.first > first and words[phrase.first - 1] in self.scene.words_of(
                "under_word"
            )
            if not leads or phrase.sort not in WHOLES or not phrase.definite:
                continue
            if phrase.first - first > 4 or before[:1] == ["released"]:
                continue
            package = self.resolver.package(phrase, index)
            self.desk.touch(package, None, index)
            if any(a.act in {"deal", "propose", "demand"} and not a.modal for a in acts):
                return False
            after = self._past_relative(phrase.stop, stop)
            return bool(self.contents.gather(package, self.scene.tokens.span(after, stop), index))
        return False

    def _past_relative(self, at: int, stop: int) -> int:
        """Past ", which was mediated by ...," after a package's noun."""
        words = self.scene.tokens.words
        begins = words[at : at + 2]
        relative = (
            len(begins) == 2 and begins[0] == "," and begins[1] in self.scene.words_of("relates")
        )
        if not relative:
            return at
        return next((i + 1 for i in range(at + 2, min(at + 24, stop - 1)) if words[i] == ","), at)

    def colon(self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]) -> bool:
        """Reads "The paper in short: ...": what follows a colon after a package's noun is its content.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
            acts: the acts of the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        at = self.scene.tokens.first_of(COLON, first, stop - 1)
        if at is None or words[at + 1] in {'"', "“"}:
            return False
        before = [p for p in phrases if p.first < at and p.sort != "part"]
        if before and before[-1].owner_pronoun in {"my", "our"}:
            speaker = self.scene.company.speaker(at)
            before = before if speaker.role else []
        told = [a for a in acts if a.start < at and a.act in DEALING]
        scope = self.scene.tokens.span(at + 1, stop)
        if not before or told or not self.scene.bare_stated(scope):
            return False
        package = self.resolver.package(before[-1], index)
        return self._holds(package, scope, index)

    def _holds(self, package: Package, scope: Span, index: int) -> bool:
        """Puts into a package what a stretch states or enumerates, and tells whether that is anything."""
        if self.contents.enumerates(scope):
            return bool(self.contents.enumerate(package, scope, index))
        return bool(self.contents.gather(package, scope, index, bare=True))

    def items_are(self, index: int, phrases: Sequence[PackageNoun]) -> bool:
        """Reads "Its items were the departure of ...; the settling of ...": the content, itemised.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
        """
        first, stop = self.scene.bounds(index)
        words, topic = self.scene.tokens.words, self.desk.flow.topic
        lead = next((p for p in phrases if p.first - first <= 1 and p.sort == "part"), None)
        if (
            lead is None
            or lead.stop >= stop - 2
            or words[lead.stop] not in self.scene.words_of("be_form")
        ):
            return False
        package = self.resolver.resolve(lead) or (topic.package if topic else None)
        if topic and index - self.desk.flow.topic_at <= 2:
            package = topic.package
        scope = self.scene.tokens.span(lead.stop + 1, stop)
        if package is None or not self.scene.bare_stated(scope):
            return False
        return self._holds(package, scope, index)

    def demand_is(self, index: int, phrases: Sequence[PackageNoun]) -> bool:
        """Reads "The rebels' main demand is the release of prisoners": whose demand, and for what.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        lead = next((p for p in phrases if p.sort == "demand"), None)
        doer = self._whose(lead) if lead else None
        if lead is None or doer is None or lead.stop >= stop - 2:
            return False
        opens = min(lead.first, lead.owner.first if lead.owner else lead.first) <= first + 1
        scope = self.scene.tokens.span(lead.stop + 1, stop)
        if not opens or words[lead.stop] not in self.scene.words_of("be_form"):
            return False
        if not self.scene.bare_stated(scope):
            return False
        package = self.resolver.package(lead, index)
        package.owner, package.role = doer.actor, proposer_side(doer.role)
        self.desk.note(doer, Target(package), "demanded", self.scene.sentences[index].span, first)
        self.desk.touch(package, None, index)
        return bool(self.contents.gather(package, scope, index, bare=True))

    def _whose(self, phrase: PackageNoun) -> Doer | None:
        """Whose package a phrase names: its owner, or for "its" who was last spoken of."""
        if phrase.owner:
            return doer_of(phrase.owner)
        return self.scene.cast.last if phrase.owner_pronoun else None

    def define(self, act: Act, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Reads "The paper contains ...": what follows is the content of the package.

        Args:
            act: the act.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        package = self._subject_package(act, phrases, index)
        scope = scope_of(self.scene, act)
        if package is None or scope is None:
            return False
        self.desk.touch(package, None, index)
        self.desk.leave_open(package, index)
        if act.entry.id == "contains" and self._covers(scope):
            return True
        if self.contents.enumerates(scope):
            return bool(self.contents.enumerate(package, scope, index))
        if self.contents.gather(package, scope, index):
            return True
        ruled = any(not m.rule.startswith("weights.") for m in self.scene.bare_stated(scope))
        return ruled and bool(self.contents.gather(package, scope, index, bare=True))

    def _covers(self, scope: Span) -> bool:
        """Whether what a deal "includes" is where it holds: "the towns of X and Y", "X, Y and Z"."""
        tokens = self.scene.tokens
        first, stop = tokens.bounds(scope)
        while first < stop and tokens.words[first] in self.scene.words_of("actor_determiner"):
            first += 1
        sites = self.scene.lexicon.any_of("place_noun", "area_noun")
        if first + 2 < stop and tokens.words[first] in sites:
            return tokens.words[first + 1] == "of" and not self.scene.stated(scope)
        row = [at for at in range(first, min(first + ROW_REACH, stop)) if tokens.capital(at)]
        joined = {tokens.words[at] for at in range(first, min(first + ROW_REACH, stop))} & {","}
        return bool(joined) and len(row) >= ROW_LEAST and row[0] == first

    def _subject_package(
        self, act: Act, phrases: Sequence[PackageNoun], index: int
    ) -> Package | None:
        """The package that is the subject of "contains", by its noun, or the one just told of."""
        before = [p for p in phrases if p.stop <= act.start]
        if before:
            phrase = self._beside_aside(act, before)
            if phrase.sort in WHOLES or phrase.owner or self.desk.story.shelf.packages:
                if phrase.sort == "part" and self.desk.flow.pending:
                    return self.desk.flow.pending[-1].target.package
                return self.resolver.package(phrase, index)
            return None
        return self.desk.flow.topic.package if self.desk.flow.topic else None

    def _beside_aside(self, act: Act, before: Sequence[PackageNoun]) -> PackageNoun:
        """The subject of "The agreement, just over a page long, commits": not what stands between."""
        words = self.scene.tokens.words
        if words[act.start - 1] != ",":
            return before[-1]
        opening = next(
            (i for i in range(act.start - 2, before[0].stop - 1, -1) if words[i] == ","), 0
        )
        subjects = [p for p in before if p.stop <= opening]
        return subjects[-1] if subjects else before[-1]

    def after_which(self, act: Act, index: int) -> bool:
        """Reads "the plan, which provides for": what follows is content of the package before the comma.

        Args:
            act: the act.
            index: the sentence.
        """
        topic, scope = self.desk.flow.topic, scope_of(self.scene, act)
        if scope is None:
            return False
        if topic is not None and self.desk.flow.topic_at == index:
            return bool(self.contents.gather(topic.package, scope, index))
        named = [
            phrase
            for phrase in self.scene.phrases(index)
            if phrase.sort in WHOLES and 0 <= act.start - phrase.stop <= WHICH_REACH
        ]
        if not named or not self.desk.untold(self.scene.stated(scope)):
            return False
        return bool(self.contents.gather(self.resolver.package(named[-1], index), scope, index))
