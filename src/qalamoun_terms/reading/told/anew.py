"""What an answer is about that nobody was told to have put forward: the answer itself tells its terms."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.notes import ACCEPTING
from qalamoun_terms.reading.told.offers import CLAUSE_REACH, OfferReader
from qalamoun_terms.reading.told.packages import WHOLES
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import scope_of
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, doer_of
from qalamoun_terms.reading.who.sides import PRINCIPALS

VAGUE = frozenset({"political_process", "other"})
DOER_REACH = 20  # words between a subject and its verb
TAKEN_REACH = 4  # words between "revoked" and "its acceptance"


@frozen
class AnewReader:
    """Puts what an answer states itself on the shelf, and gives it as what the answer is about."""

    scene: Scene
    desk: Desk
    contents: ContentReader
    offers: OfferReader

    def told(self, act: Act, doers: Sequence[Doer], stance: str, index: int) -> list[Target]:
        """What an answer tells itself: its object, or "A pullout is out of the question, he said".

        Args:
            act: the act.
            doers: who does it.
            stance: the stance.
            index: the sentence.
        """
        if stance == "withdrawn":
            return self._withdrawn_anew(act, doers, index)
        if act.entry.word("object") != "before":
            return self._told_as_object(act, doers, stance, index)
        scope = self._put_first(act, index)
        refused, asked = stance == "rejected", act.entry.data.get("condition")
        if scope is None or not self.desk.bearings.negotiates_much or not (refused or asked):
            return []  # what is not negotiable may be one's own or what others ask for
        if not self.desk.untold(self.scene.bare_stated(scope)):
            return []
        if refused:
            return self._refused_anew(scope, index)
        package = self.desk.new("demand", "demand", scope, index, by=doers[0])
        self.contents.gather(package, scope, index, bare=True)
        return [Target(package)]

    def offered(self, act: Act, doers: Sequence[Doer], index: int) -> list[Target]:
        """Reads "will let the families out if the road is safe": a deed of one's own is an offer.

        Args:
            act: the act, with the words of its condition.
            doers: who does it.
            index: the sentence.
        """
        words = self.scene.tokens.words
        own = words[act.start] in self.scene.words_of("modal_verb") and doers[0].role in PRINCIPALS
        if not own or not self.desk.bearings.negotiates_much:
            return []
        scope = self.scene.tokens.span(act.start + 1, act.end - 1)
        deeds = {one.kind for one in self.desk.untold(self.scene.bare_stated(scope))} - VAGUE
        if not deeds or "only" in words[act.start : act.end]:
            return []
        package = self.desk.new("paper", "offer", scope, index, by=doers[0])
        self.contents.gather(package, scope, index, bare=True)
        return [Target(package)]

    def _told_as_object(
        self, act: Act, doers: Sequence[Doer], stance: str, index: int
    ) -> list[Target]:
        """Reads "The commanders agreed to hand over their arms": the answer itself tells the terms."""
        scope = scope_of(self.scene, act)
        tells = stance in {"accepted", "provisional", "insisted", "rejected"}
        if not tells or scope is None or act.entry.word("object") or not self._is_dealt(scope):
            return []
        agrees = self.scene.tokens.words[act.start] in self.scene.words_of("agree_verb")
        if stance in ACCEPTING and not agrees:
            return self._taken_up(scope, index)
        if stance == "insisted":
            return self._insisted_anew(act, doers, scope, index) if agrees else []
        told = bool(self.desk.untold(self.scene.stated(scope)))
        if agrees or not told:
            scope = self._with_doer(act, doers, scope)
        if not told and not self.desk.untold(self.scene.stated(scope)):
            return []
        if stance == "rejected":
            return self._refused_anew(scope, index)
        return self._agreed_anew(doers, scope, stance, index)

    def _withdrawn_anew(self, act: Act, doers: Sequence[Doer], index: int) -> list[Target]:
        """Reads "The union dropped its claim for back pay": what is taken back is named with it."""
        if act.entry.data.get("passive") or act.entry.word("object"):
            return []
        words, own = self.scene.tokens.words, self.scene.words_of("own_word")
        taken = own | self.scene.words_of("taken_back")
        near = range(act.start + 1, min(max(act.limit, act.end), act.end + TAKEN_REACH))
        at = next((i for i in near if words[i] in taken), None)
        if at is None or not self.desk.bearings.negotiates_much:
            return []
        scope = self.scene.tokens.span(at, max(act.limit, at + 1))
        by = doers[0] if words[at] in own else None
        package = self.desk.new("demand" if by else "paper", words[at], scope, index, by=by)
        self.contents.gather(package, scope, index, bare=True)
        return [Target(package)]

    def _is_dealt(self, scope: Span) -> bool:
        """Whether the text is of talks, or of several who wage war and agree that fighting stops."""
        if self.desk.bearings.negotiates_much:
            return True
        armed = {a.name for a in self.scene.company.actors if a.role in PRINCIPALS and not a.weak}
        return len(armed) > 1 and any(
            stated.kind == "ceasefire" for stated in self.desk.untold(self.scene.stated(scope))
        )

    def _with_doer(self, act: Act, doers: Sequence[Doer], scope: Span) -> Span:
        """What is agreed to, from whoever is to do it: "the rebels have agreed to leave"."""
        actor = doers[0].actor
        if actor is None or not 0 <= act.start - actor.stop <= DOER_REACH:
            return scope
        return Span(actor.span(self.scene.tokens).start, scope.end)

    def _agreed_anew(
        self, doers: Sequence[Doer], scope: Span, stance: str, index: int
    ) -> list[Target]:
        """Puts what a party agreed to into the deal just told of, or into a new one."""
        made = self.desk.deal_at_hand(index)
        if made and made.status in {"agreed", "tentative"}:
            self.contents.gather(made, scope, index)
            return [Target(made)]
        actor = doers[0].actor
        package = self.desk.new("deal", "deal", scope, index, by=doer_of(actor) if actor else None)
        package.status = "tentative" if stance == "provisional" else "agreed"
        self.contents.gather(package, scope, index)
        return [Target(package)]

    def _taken_up(self, scope: Span, index: int) -> list[Target]:
        """Reads "The militants accepted an amnesty": what somebody must have offered."""
        if not self.desk.untold(self.scene.sure_terms(scope)):
            return []
        package = self.desk.new("paper", "terms", scope, index)
        self.contents.gather(package, scope, index, bare=True)
        return [Target(package)]

    def _insisted_anew(
        self, act: Act, doers: Sequence[Doer], scope: Span, index: int
    ) -> list[Target]:
        """Reads "They insist on independence": what nobody has put forward yet is a demand."""
        if self.desk.untold(self.scene.sure_terms(scope)):
            package = self.desk.new("demand", "demand", scope, index, by=doers[0])
            self.contents.gather(package, scope, index, bare=True)
            return [Target(package)]
        if not self._asks_for(scope):
            return []
        unknown = self.offers.unknown(act, doers, "demand", scope, index)
        return [Target(unknown)] if unknown else []

    def _asks_for(self, scope: Span) -> bool:
        """Whether "insists that the province remain" asks for something, and tells no fact."""
        first, stop = self.scene.tokens.bounds(scope)
        clause = self.scene.tokens.words[first : min(first + CLAUSE_REACH, stop)]
        if not self.scene.words_of("told_fact").isdisjoint(clause):
            return False
        duty, verbs = self.scene.words_of("duty"), self.scene.lexicon.verbs
        return any(word == "be" or word in duty or word in verbs for word in clause)

    def _refused_anew(self, scope: Span, index: int) -> list[Target]:
        """Reads "It refused to hand over its arms": somebody asked for what is refused.

        Where the sentence was just about a paper, the term is one of that paper's.
        """
        first, stop = self.scene.tokens.bounds(scope)
        opening = self.scene.tokens.words[first : min(first + 4, stop)]
        if self.scene.words_of("allegation") & set(opening):
            return []
        topic = self.desk.flow.topic
        if topic and self.desk.flow.topic_at == index and topic.package.sort in WHOLES:
            found = self.contents.gather(topic.package, scope, index)
            return [Target(topic.package, item) for item in found]
        package = self.desk.new("paper", "terms", scope, index)
        package.status = "rejected"
        self.contents.gather(package, scope, index, bare=True)
        return [Target(package)]

    def _put_first(self, act: Act, index: int) -> Span | None:
        """The subject of what is said of a term: the words before, from where its clause begins."""
        first, _ = self.scene.bounds(index)
        words = self.scene.tokens.words
        begins = self.scene.words_of("clause_break") | {"that", ",", '"', "“", "says", "say"}
        low = next(
            (i + 1 for i in range(act.start - 1, first - 1, -1) if words[i] in begins), first
        )
        return self.scene.tokens.span(low, act.start) if low < act.start else None
