"""Answers: who accepts, refuses, puts off or takes back what."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.desk import NOTES_BACK
from qalamoun_terms.reading.told.notes import ACCEPTING
from qalamoun_terms.reading.told.offers import CLAUSE_REACH, OWN_REACH
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import WHOLES, Package
from qalamoun_terms.reading.told.stances import StanceReader, are_countries
from qalamoun_terms.reading.told.targets import Target, numbered_items, topical_items
from qalamoun_terms.reading.who.doers import Doer, doer_of
from qalamoun_terms.reading.who.sides import PRINCIPALS

DOER_REACH = 20  # words between a subject and its verb


OFFER_REACH = 2  # sentences between an offer and "Both sides accepted"


@define
class AnswerReader(StanceReader):
    """Reads the stances of a sentence."""

    def _respond(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Somebody accepts, refuses, puts off, takes back: a stance, if it is clear about what."""
        stance = self._stance(act)
        if stance == "violated" and self._accuses(act):
            doers = [d for one in doers[:1] for d in self._accused(act, one)]
        doers = self._answering(doers, "agreed" if self._agree_together(act, doers) else stance)
        if stance is None or not doers or self._denies_itself(act, doers):
            return False
        if act.entry.word("follows") and not self._follows(act, doers, index):
            return False
        if stance in ACCEPTING and self._joint(act, doers, phrases, index):
            return self._deal(act, doers, phrases, index)
        anew = stance == "insisted" and self._states_anew(act)
        targets = [] if anew else self._targets(act, phrases, index)
        if not targets and stance == "insisted":
            stance = "demanded"  # what nobody had put forward yet is a demand
            targets = self._told_anew(act, doers, "insisted", index)
        targets = targets or self._told_anew(act, doers, stance, index)
        if not targets:
            return False
        stance = self._held_out(act, doers, targets[0], stance)
        for target in targets:
            self._answer(act, doers, target, stance, index)
        self._excepted(act, doers, targets[0].package, stance, index)
        if stance == "conditional" and not self._asks_changes(act):
            self._condition(act, doers, index)
        self._split(index)
        if targets[0].item is None or len(targets) == 1:
            self.flow.topic, self.flow.topic_at = targets[-1], index
        return True

    def _states_anew(self, act: Act) -> bool:
        """Whether "insists that" tells terms that no package has yet."""
        scope = self._scope(act)
        that = self.scene.tokens.words[act.end - 1] == "that"
        return that and scope is not None and bool(self._untold(self.scene.stated(scope)))

    def _waits(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Reads "would only agree to a truce once the guns are gone": an answer under a condition."""
        if act.negated or not act.modal or not self._conditioned(act):
            return False
        first, _ = self.scene.bounds(index)
        passed = self.scene.words_of("adverb") | self.scene.words_of("modal_verb") | {"only"}
        at = act.start
        while at > first and self.scene.tokens.words[at - 1] in passed:
            at -= 1
        entry = evolve(act.entry, data={"stance": "conditional"})
        doers = doers or self.scene.cast.before(at, first, [])
        return self._respond(evolve(act, entry=entry), doers, phrases, index)

    def _seals(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Reads "Both sides put their seals to it": an answer to what was put forward before."""
        words = self.scene.tokens.words
        if act.negated or act.modal or not doers or not self._just_offered(act, index):
            return False
        if not {"it", "this", "them"} & set(words[act.end : act.end + 1]):
            return False
        stance = act.stance or "accepted"
        return self._respond(
            evolve(act, entry=evolve(act.entry, data={"stance": stance})), doers, phrases, index
        )

    def _answer(
        self, act: Act, doers: Sequence[Doer], target: Target, stance: str, index: int
    ) -> None:
        """Writes an answer down; one on "one of the articles" waits to be told which."""
        for doer in doers:
            if not self._plausible(doer, target, stance):
                continue
            note = self._note(doer, target, stance, self._act_span(act, index), act.start)
            self.flow.open = None
            if note and target.item is None and self._one_of(act, self.scene.phrases(index)):
                self.flow.pending.append(note)

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
            for n in self.story.notes[-NOTES_BACK:]
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
                    self.story.notes.remove(no)
                    return

    def _condition(self, act: Act, doers: Sequence[Doer], index: int) -> None:
        """The condition of an acceptance is a demand of its own, where it states a term."""
        scope = self._scope(act)
        if scope is None or not self.story.notes:
            return
        self.story.notes[-1].condition = scope
        mentions = self._untold(self.scene.bare_stated(scope))
        if not mentions:
            return
        topic, current = self.flow.topic, self.story.shelf.current
        package = self._new("demand", "condition", scope, index, by=doers[0])
        self._gather(package, scope, index, bare=True)
        for doer in doers:
            span = self._act_span(act, index)
            self._note(doer, Target(package), "demanded", span, act.start)
        self.flow.topic, self.story.shelf.current = topic, current

    def _with_doer(self, act: Act, doers: Sequence[Doer], scope: Span) -> Span:
        """What is agreed to, from whoever is to do it: "the rebels have agreed to leave"."""
        actor = doers[0].actor
        if actor is None or not 0 <= act.start - actor.stop <= DOER_REACH:
            return scope
        return Span(actor.span(self.scene.tokens).start, scope.end)

    def _told_anew(self, act: Act, doers: Sequence[Doer], stance: str, index: int) -> list[Target]:
        """Reads "The commanders agreed to hand over their arms": the answer itself tells the terms."""
        scope = self._scope(act)
        tells = stance in {"accepted", "provisional", "insisted", "rejected"}
        if not tells or scope is None or act.entry.word("object") or not self._is_dealt(scope):
            return []
        agrees = self.scene.tokens.words[act.start] in self.scene.words_of("agree_verb")
        if not agrees and stance != "rejected":
            return []
        if stance == "insisted":
            return self._insisted_anew(act, doers, scope, index)
        told = bool(self._untold(self.scene.stated(scope)))
        if agrees or not told:
            scope = self._with_doer(act, doers, scope)
        if not told and not self._untold(self.scene.stated(scope)):
            return []
        if stance == "rejected":
            return self._refused_anew(scope, index)
        return self._agreed_anew(doers, scope, stance, index)

    def _is_dealt(self, scope: Span) -> bool:
        """Whether the text is of talks, or of several who wage war and agree that fighting stops."""
        if self.bearings.negotiates_much:
            return True
        armed = {a.name for a in self.scene.cast.actors if a.role in PRINCIPALS and not a.weak}
        return len(armed) > 1 and any(
            stated.kind == "ceasefire" for stated in self._untold(self.scene.stated(scope))
        )

    def _agreed_anew(
        self, doers: Sequence[Doer], scope: Span, stance: str, index: int
    ) -> list[Target]:
        """Puts what a party agreed to into the deal just told of, or into a new one."""
        made, near = self.story.shelf.current, index - self.flow.topic_at <= OWN_REACH
        if made and made.sort == "deal" and made.status == "agreed" and made.items and near:
            self._gather(made, scope, index)
            return [Target(made)]
        actor = doers[0].actor
        package = self._new("deal", "deal", scope, index, by=doer_of(actor) if actor else None)
        package.status = "tentative" if stance == "provisional" else "agreed"
        self._gather(package, scope, index)
        return [Target(package)]

    def _insisted_anew(
        self, act: Act, doers: Sequence[Doer], scope: Span, index: int
    ) -> list[Target]:
        """Reads "They insist on independence": what nobody has put forward yet is a demand."""
        if self._untold(self.scene.sure_terms(scope)):
            package = self._new("demand", "demand", scope, index, by=doers[0])
            self._gather(package, scope, index, bare=True)
            return [Target(package)]
        if not self._asks_for(scope):
            return []
        unknown = self._unknown(act, doers, "demand", scope, index)
        return [Target(unknown)] if unknown else []

    def _asks_for(self, scope: Span) -> bool:
        """Whether "insists that the province remain" asks for something, and tells no fact."""
        first, stop = self.scene.tokens.bounds(scope)
        clause = self.scene.tokens.words[first : min(first + CLAUSE_REACH, stop)]
        told = self.scene.words_of("told_fact") & set(clause)
        bound = self.scene.words_of("duty") | {"be"} | self.scene.lexicon.verbs
        return not told and bool(bound & set(clause))

    def _refused_anew(self, scope: Span, index: int) -> list[Target]:
        """Reads "It refused to hand over its arms": somebody asked for what is refused.

        Where the sentence was just about a paper, the term is one of that paper's.
        """
        first, stop = self.scene.tokens.bounds(scope)
        opening = self.scene.tokens.words[first : min(first + 4, stop)]
        if self.scene.words_of("allegation") & set(opening):
            return []
        topic = self.flow.topic
        if topic and self.flow.topic_at == index and topic.package.sort in WHOLES:
            found = self._gather(topic.package, scope, index)
            return [Target(topic.package, item) for item in found]
        package = self._new("paper", "terms", scope, index)
        package.status = "rejected"
        self._gather(package, scope, index, bare=True)
        return [Target(package)]

    def _joint(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Whether two sides together agree to something that is not on the shelf yet."""
        apart = len({d.role for d in doers}) > 1 or are_countries(doers)
        if not apart or self._fronted(act, index):
            return False
        near = [p for p in phrases if act.start <= p.first < act.limit]
        if not near and self._just_offered(act, index):
            return False
        after = self.scene.tokens.words[act.end : min(act.end + 1, act.limit)]
        if set(after) & {"it", "them"} and self.exchange.matter:
            return False
        return not near or self._resolve(near[0]) is None

    def _just_offered(self, act: Act, index: int) -> bool:
        """Whether "Both sides accepted", with no object, answers what was put forward just before."""
        topic = self.flow.topic
        words = self.scene.tokens.words[act.end : act.limit]
        bare = not any(word[0].isalnum() for word in words)
        bare = bare or words[0] in self.scene.words_of("adverbial_opening") | {"it", "this", "that"}
        near = index - self.flow.topic_at <= OFFER_REACH
        return bare and near and topic is not None and topic.package.sort != "deal"

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
                    self._note(doer, target, "rejected", span, act.start)
            return
