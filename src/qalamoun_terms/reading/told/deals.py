"""Deals: who made them, and what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.both_sides import BothSides
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import NOTES_BACK, Desk
from qalamoun_terms.reading.told.notes import (
    ACCEPTING,
    once_each,
    partners,
    roles_of,
)
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.prefaces import PrefaceReader
from qalamoun_terms.reading.told.resolving import Resolver, same_noun
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import act_span, is_purpose, scope_of
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, as_doer, doer_of
from qalamoun_terms.reading.who.sides import PRINCIPALS

YEAR_DIGITS = 4
RULED_WITHIN = 4  # words of "under a new" before "deal reached"
PARTIES_WITHIN = 5  # words between "was reached" and "between"
FILLED_WITHIN = 8  # sentences in which what an announced deal holds is told
AGAIN_WITHIN = 3  # sentences in which a report comes back to the deal of its lead


@frozen
class DealReader:
    """Reads deals that parties are said to have made."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    both_sides: BothSides
    contents: ContentReader
    prefaces: PrefaceReader

    def deal(self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int) -> bool:
        """A deal that parties make: its parties accept it, and what follows is its content.

        Args:
            act: the act.
            doers: who does it.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        if act.negated or act.modal:
            return False
        if act.entry.data.get("joint") and len(roles_of(doers)) < 2:
            return False
        parties = self.parties(act, doers, index)
        phrase = self._deal_phrase(act, phrases)
        joint = len(doers) > 1 or any(d.role == "both" for d in doers)
        if self.scene.opens_items(index):
            parties, joint = self.prefaces.preamble(index) or parties, True
        if (
            phrase is None
            and partners(parties) < 2
            and not (joint or act.entry.data.get("passive"))
        ):
            return self._alone(act, doers, index)
        package = self._frame(act, phrases) or self._deal_package(act, phrase, parties, index)
        self.desk.touch(package, None, index)
        self.desk.leave_open(package, index)
        calm = self._calm_made(act, phrase) if phrase and not package.items else None
        if calm is not None:
            self.contents.gather(package, calm, index)
        elif phrase and package.place == phrase.span(self.scene.tokens):
            self.resolver.named_calm(package, phrase, index)
        scope = self._past_parties(scope_of(self.scene, act))
        if scope and not is_purpose(self.scene, act.end, act.limit):
            self.contents.gather(package, scope, index, bare=self._only_said_here(act, scope))
        for doer in parties:
            if doer.role and (doer.role != "mediator" or self._makes(doer, parties)):
                tentative = act.stance == "provisional" or self._tentative(index)
                stance = "provisional" if tentative else "accepted"
                self.desk.note(
                    doer, Target(package), stance, act_span(self.scene, act, index), act.start
                )
        return True

    def _only_said_here(self, act: Act, scope: Span) -> bool:
        """Whether "agreed that" and "agreed to" say what no rule reads: a term in whatever words."""
        words = self.scene.tokens.words
        first = self.scene.tokens.at(scope.start)
        clause = words[act.end - 1] == "that" or {"to", "that"} & set(words[first - 1 : first + 1])
        return bool(clause) and not self.scene.stated(scope)

    def _calm_made(self, act: Act, phrase: PackageNoun) -> Span | None:
        """What "agreed to a truce of ten days" and "agreed to extend the truce until May" hold."""
        words = self.scene.tokens.words
        if phrase.noun not in self.scene.words_of("calm"):
            return None
        to = next((i for i in range(act.start, phrase.first) if words[i] == "to"), None)
        prolongs = to is not None and words[to + 1] in self.scene.words_of("prolonging")
        if phrase.definite and not prolongs:
            return None
        first = to + 1 if to is not None and prolongs else phrase.first
        scope = scope_of(self.scene, act)
        if act.entry.data.get("passive") or scope is None:
            return self.scene.tokens.span(first, phrase.stop)
        stop = self.scene.tokens.at(scope.end)
        breaks = self.scene.lexicon.any_of("beside_object", "weekday") | {",", ";"}
        end = next((i for i in range(phrase.stop, stop) if words[i] in breaks), stop)
        end -= words[end - 1] in self.scene.words_of("before_day") | {"as"}
        return self.scene.tokens.span(first, max(end, phrase.stop))

    def _past_parties(self, scope: Span | None) -> Span | None:
        """What a deal "between the army and the rebels over the prisoners" holds, without its parties."""
        if scope is None:
            return None
        first, stop = self.scene.tokens.bounds(scope)
        words = self.scene.tokens.words
        near = range(first, min(first + PARTIES_WITHIN, stop))
        at = next((i for i in near if words[i] == "between"), None)
        actors = self.scene.company.between(at + 1, stop) if at is not None else ()
        last = at + 1 if at is not None else first
        for actor in actors:
            if set(words[last : actor.first]) - {"and", ",", "the", "both", "of"}:
                break
            last = actor.stop
        return self.scene.tokens.span(last, stop) if first < last < stop - 1 else scope

    def _makes(self, doer: Doer, makers: Sequence[Doer]) -> bool:
        """Whether a country that usually mediates makes the deal itself, as the subject of the verb."""
        return bool(doer.actor and doer.actor.country) and doer in makers

    def _faces(self, doer: Doer, at: int, found: Sequence[Doer]) -> bool:
        """Whether one side deals with a country itself: "the factions reached a deal with Russia"."""
        words = self.scene.tokens.words
        aided = words[at - 1] in self.scene.words_of("working_together")
        if aided or not (doer.actor and doer.actor.country):
            return False
        told = self.scene.company.speaker(at).role in PRINCIPALS
        return len(roles_of(found)) == 1 if found else told

    def _tentative(self, index: int) -> bool:
        """Whether a deal is only initial: "a tentative deal", and not "preliminary reports" of it."""
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        said = self.scene.words_of("finding")
        return any(
            words[at] in self.scene.words_of("tentative") and not said & set(words[at + 1 : at + 3])
            for at in range(first, stop)
        )

    def _deal_phrase(self, act: Act, phrases: Sequence[PackageNoun]) -> PackageNoun | None:
        if self.scene.tokens.words[act.end - 2 : act.end] == ["not", "to"]:
            return None  # "vowed not to sign the deal" makes none
        near = [
            p for p in phrases if p.stop > act.start and p.first <= act.end + 2 and p.sort != "part"
        ]
        return near[0] if near else None

    def _frame(self, act: Act, phrases: Sequence[PackageNoun]) -> Package | None:
        """The deal in "Under the accord both sides agreed to a truce": what is agreed is part of it."""
        words = self.scene.tokens.words
        for phrase in phrases:
            framed = phrase.stop <= act.start and phrase.definite and phrase.sort != "part"
            if framed and {"in", "under"} & set(words[max(0, phrase.first - 2) : phrase.first + 1]):
                return self.resolver.resolve(phrase)
        return None

    def _told_again(
        self, known: Package, phrase: PackageNoun, parties: Sequence[Doer], index: int
    ) -> bool:
        """Whether "have reached a truce" tells a deal of the same parties once more.

        It does not where the one is called new or of another sort, or where a year tells them apart.
        """
        noted = [n for n in self.desk.story.notes[-NOTES_BACK:] if n.target == Target(known)]
        sealed = {n.doer.role for n in noted if n.stance in ACCEPTING}
        if index - known.sentence > AGAIN_WITHIN:
            return False
        if known.sort != "deal" or len(sealed) < 2 or sealed != roles_of(parties) - {"mediator"}:
            return False
        first, stop = self.scene.tokens.bounds(known.place)
        before = set(self.scene.tokens.words[first:stop])
        after = {*phrase.described, phrase.noun}
        if self.scene.words_of("another") & (before | after):
            return False
        idle = self.scene.lexicon.any_of("function_word", "deal_adjective")
        one, other = (
            {w for w in words if w.isalpha() and w != "an" and w not in idle}
            for words in (before, after)
        )
        general = {known.noun, phrase.noun} <= self.scene.words_of("general_deal")
        one, other = (one - {known.noun}, other - {phrase.noun}) if general else (one, other)
        alike = one <= other or other <= one or not one or not other
        return alike and self._years(known.sentence) == self._years(index)

    def _fills(self, known: Package, parties: Sequence[Doer], index: int) -> bool:
        """Whether "the sides agreed to ..." tells what a deal holds that was only announced so far."""
        if known.sort != "deal" or any(not item.named for item in known.items):
            return False
        noted = [n for n in self.desk.story.notes[-NOTES_BACK:] if n.target == Target(known)]
        sealed = {n.doer.role for n in noted if n.stance in ACCEPTING}
        roles = {role for role in roles_of(parties) if role}
        near = index - known.sentence <= FILLED_WITHIN
        return near and bool(sealed & roles) and len(noted) > 1

    def _years(self, index: int) -> set[str]:
        """The years that a sentence names."""
        words = self.scene.tokens.words[slice(*self.scene.bounds(index))]
        return {word for word in words if word.isdigit() and len(word) == YEAR_DIGITS}

    def _deal_package(
        self, act: Act, phrase: PackageNoun | None, parties: Sequence[Doer], index: int
    ) -> Package:
        """The deal that parties are told to have made: one that was told of before, or a new one."""
        shelf = self.desk.story.shelf
        if phrase:
            known = self.resolver.resolve(phrase)
            further = bool(self.scene.words_of("another") & set(phrase.described))
            denied = known is not None and not known.told and same_noun(known, phrase)
            denied = denied and not further
            if known and (phrase.definite or known.sentence == index or denied):
                return known
            if known and self._told_again(known, phrase, parties, index):
                return known
            return self.desk.new("deal", phrase.noun, phrase.span(self.scene.tokens), index)
        current = shelf.current
        same = self.desk.flow.topic_at >= index - 1 or (
            self.desk.flow.open is current
            and self.scene.sentences[index].segment == self.desk.flow.open_segment
        )
        also = "also" in self.scene.tokens.words[max(0, act.start - 2) : act.end]
        if current and current.sort == "deal" and (same or also):
            return current
        if current and self._fills(current, parties, index):
            return current
        return self.desk.new("deal", "agreement", self.scene.tokens.span(act.start, act.end), index)

    def parties(self, act: Act, doers: list[Doer], index: int) -> list[Doer]:
        """The parties to a deal: its subjects, and those named after "with" and "between".

        Args:
            act: the act.
            doers: who does it.
            index: the sentence.
        """
        found = [d for d in doers if d.role]
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        for at in range(first, stop):
            if words[at] == "between":
                joined = self.scene.cast.joined(at + 1, stop)
                found.extend(joined if len(joined) > 1 else [])
            elif words[at] == "with" and (act.entry.data.get("passive") or at >= act.start):
                joined = self.scene.cast.joined(at + 1, stop)[:1]
                found.extend(d for d in joined if d.role != "mediator" or self._faces(d, at, found))
        settled = self.scene.lexicon.any_of("signing", "settled")
        if act.entry.data.get("passive") and words[act.end - 1] in settled:
            to = words[act.end : act.end + 2] == ["to", "by"]
            by = self.scene.cast.agent_at(act.end + to, stop)
            found.extend(self.scene.cast.after(by + 1, stop) if by else [])
        if len(roles_of(found)) == 1:
            found.extend(self._ruled_by(act, found, first))
        with_them = words[act.start + 1 : act.start + 2] == ["with"] and (
            words[act.start + 2] in {"him", "her", "them"}
        )
        if with_them and len(roles_of(found)) == 1:
            found.extend(
                doer_of(a)
                for a in self.scene.company.between(first, act.start)
                if a.role not in {"", "both", "mediator"} and not a.metonym
            )
        if act.entry.data.get("passive"):
            speaker = self.scene.company.speaker(act.start)
            found.extend(
                d for d in as_doer(speaker) if len(roles_of(found)) == 1 and d.role != "mediator"
            )
        return once_each(self.both_sides.expand(found))

    def _ruled_by(self, act: Act, found: Sequence[Doer], first: int) -> list[Doer]:
        """The other party of "the fighters will leave under a deal reached with the army"."""
        words = self.scene.tokens.words
        near = words[max(first, act.start - RULED_WITHIN) : act.start]
        opener = next(iter(self.scene.company.between(first, first + 2)), None)
        if opener is None or not self.scene.words_of("ruled_by") & set(near):
            return []
        other = opener.role in PRINCIPALS and opener.role not in roles_of(found)
        return [doer_of(opener)] if other and not opener.metonym else []

    def _alone(self, act: Act, doers: list[Doer], index: int) -> bool:
        """One party "pledged to" or "agreed on": content of the deal at hand, or its own offer."""
        scope = scope_of(self.scene, act)
        current = self.desk.deal_at_hand(index)
        if scope is None or not doers or current is None:
            return False
        return bool(self.contents.gather(current, scope, index))
