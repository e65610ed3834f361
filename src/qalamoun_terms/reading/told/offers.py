"""Proposals and demands that one side puts forward."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.holding_out import HoldOutReader
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import Package, proposer_side
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import act_span, is_purpose, scope_of
from qalamoun_terms.reading.told.talks import Talks
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import is_side

DEMANDS_APART = 3  # sentences after which a party's demands are no longer one list
_OUTSIDE = frozenset({"mediator", "other"})
CLAUSE_REACH = 8  # words between "wants" and "to" where somebody stands in between


@frozen
class OfferReader:
    """Reads what somebody proposes or demands."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    contents: ContentReader
    talks: Talks
    holding_out: HoldOutReader

    def put_forward(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Somebody proposes or demands: a package of what follows, or one that is yet to be told.

        Args:
            act: the act.
            doers: who does it.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        doers = [d for d in doers if d.role and d.role != "both"]
        named = any(p.first <= act.start < p.stop for p in phrases)
        if act.negated or not doers or named or self._recurs(act, index):
            return False
        if act.entry.data.get("own") and not self._offers_itself(act, doers, index):
            return False
        stance = self.put_as(act, doers[0])
        inside = [p for p in phrases if act.end <= p.first < act.limit and p.sort != "part"]
        scope = self._own_words(act) if act.entry.data.get("own") else scope_of(self.scene, act)
        if act.entry.data.get("whole"):
            scope = self.scene.tokens.span(act.start + 1, act.limit)
        if scope is None or not self._asks(act, doers[0], stance, scope):
            return False
        package = self._put_before(act, index) or self._forwarded(act, doers, inside, scope, index)
        if package is None:
            return self._for_it(act, doers, stance, index)
        for doer in doers:
            self.desk.note(
                doer, Target(package), stance, act_span(self.scene, act, index), act.start
            )
        self.desk.touch(package, package.items[-1] if len(package.items) == 1 else None, index)
        if package.items or inside:
            self.desk.leave_open(package, index)
        return True

    def _for_promises(self, act: Act) -> bool:
        """Whether an appeal asks for no more than to keep to what was agreed."""
        words = self.scene.tokens.words
        to = next((i for i in range(act.end - 1, act.limit - 1) if words[i] == "to"), act.limit)
        return bool(self.scene.words_of("keeping") & set(words[to + 1 : to + 4]))

    def put_as(self, act: Act, doer: Doer) -> str:
        """Whether somebody demands or proposes: a mediator that asks for something proposes it.

        Args:
            act: the act.
            doer: who does it.
        """
        if act.act != "demand":
            return "proposed"
        presses = self.scene.tokens.words[act.start] in self.scene.words_of("pressing")
        return "demanded" if presses or doer.role != "mediator" else "proposed"

    def _asks(self, act: Act, doer: Doer, stance: str, scope: Span) -> bool:
        """Whether a demand is one: not of one's own leaders, and from outside for a term of its own.

        Who mediates appeals to all sides to keep what they have promised, and that is no demand.
        """
        if act.act == "demand" and self._inside_one_camp(act):
            return False
        if stance != "demanded" or doer.role not in _OUTSIDE:
            return True
        new = bool(self.desk.untold(self.scene.sure_terms(scope)))
        return new and not (doer.role == "mediator" and self._for_promises(act))

    def _recurs(self, act: Act, index: int) -> bool:
        """Whether an act is told as what happens again and again: "every time it declares a truce"."""
        words = self.scene.tokens.words[self.scene.bounds(index)[0] : act.start]
        again = ["every", "time"], ["each", "time"]
        return "whenever" in words or any(list(pair) in again for pair in pairwise(words))

    def _offers_itself(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Whether "said it would release them" is an offer: it states a term and answers nothing.

        Where a deal was just told of, a party only says what it will do under it.
        """
        scope = self._own_words(act)
        words = self.scene.tokens.words
        if scope is None or {"not", "never", "continue", "n't"} & set(words[act.end : act.end + 3]):
            return False
        if self.holding_out.only_when(act.end, self.scene.bounds(index)[1]):
            return False
        new = self.desk.untold(self.scene.stated(scope))
        if not any(stated.kind not in {"political_process", "other"} for stated in new):
            return False
        current = self.desk.deal_at_hand(index)
        if current:
            self.contents.gather(current, scope, index)
            return False
        return doers[0].role != "mediator"

    def pledges(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Reads "The army promised to halt its raids" after a deal: what its party owes under it.

        Args:
            act: the act.
            doers: who does it.
            index: the sentence.
        """
        current = self.desk.deal_at_hand(index)
        if current is None:
            return False
        if act.negated or not any(doer.role for doer in doers):
            return False
        scope = scope_of(self.scene, act)
        pledging = self.scene.tokens.words[act.start] in self.scene.words_of("pledge")
        return bool(pledging and scope and self.contents.gather(current, scope, index))

    def pledged_by_both(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Reads "The two sides pledged to protect civilians": what both promise, they agree on.

        Args:
            act: the act.
            doers: who does it.
        """
        pledging = self.scene.tokens.words[act.start] in self.scene.words_of("pledge")
        scope = (
            scope_of(self.scene, act) if pledging and any(d.role == "both" for d in doers) else None
        )
        return bool(scope and self.scene.bare_stated(scope))

    def declared_together(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether several sides declare a truce, which then is a deal: "the two sides declared".

        Args:
            act: the act.
            doers: who does it.
        """
        roles = {doer.role for doer in doers if doer.role} - {"mediator"}
        return act.entry.id == "declares-calm" and (len(roles) > 1 or "both" in roles)

    def _own_words(self, act: Act) -> Span | None:
        """What a party says it would do, with the "would" that makes it a statement."""
        scope = scope_of(self.scene, act)
        words = self.scene.tokens.words
        start = act.end - 1 - (words[act.end - 2] in self.scene.words_of("nominative"))
        return Span(self.scene.tokens.starts[start], scope.end) if scope else None

    def _inside_one_camp(self, act: Act) -> bool:
        """Whether a demand is made of one's own leaders ("demanded that their commanders resign")."""
        words = self.scene.tokens.words
        at = act.end + (words[act.end : act.end + 1] in (["that"], ["of"], ["from"]))
        if words[at : at + 1] not in (["its"], ["their"], ["his"], ["her"]):
            return False
        leaders = self.scene.words_of("own_leader")
        last = next((i for i in range(at + 1, min(at + 4, act.limit)) if words[i] in leaders), None)
        return last is not None and words[last + 1 : last + 2] != ["be"]

    def _after_colon(self, span: Span) -> Span | None:
        """What stands after the first colon in a stretch or right before it."""
        tokens = self.scene.tokens
        first = tokens.at(span.start)
        if first and tokens.words[first - 1] == ":":
            return span
        at = tokens.text.find(":", span.start, span.end)
        return Span(at + 1, span.end) if 0 <= at < span.end - 1 else None

    def _for_it(self, act: Act, doers: Sequence[Doer], stance: str, index: int) -> bool:
        """Reads "They asked for it": a demand for what the text was just about."""
        words = self.scene.tokens.words[act.end : act.limit]
        topic = self.desk.flow.topic
        if stance != "demanded" or topic is None or index - self.desk.flow.topic_at > 3:
            return False
        if not words or words[0] not in {"it", "that", "this"} or len(words) > 3:
            return False
        for doer in doers:
            self.desk.note(doer, topic, stance, act_span(self.scene, act, index), act.start)
        return True

    def _named_in(self, package: Package, phrase: PackageNoun, scope: Span, index: int) -> None:
        """The content that follows a package's noun: "presented a plan to free the prisoners"."""
        words = self.scene.tokens.words
        stop = self.scene.tokens.at(scope.end)
        links = self.scene.words_of("content_link")
        at = next((i for i in range(phrase.stop, stop) if words[i] in links), stop)
        joined = self.scene.words_of("complement_link") | {"that", "which"}
        near = phrase.stop + 2 < stop and words[phrase.stop] in joined
        if near and not is_purpose(self.scene, phrase.stop, stop):
            at = phrase.stop
        if at + 1 < stop:
            self.contents.gather(package, self.scene.tokens.span(at, stop), index)

    def unknown(
        self, act: Act, doers: Sequence[Doer], sort: str, scope: Span, index: int
    ) -> Package | None:
        """What is put forward in words that fit no kind ("proposed that the bell be rung"): `Other`.

        Args:
            act: the act.
            doers: who does it.
            sort: the sort of package: a paper, a demand.
            scope: the stretch.
            index: the sentence.
        """
        talks = self.talks.offered(act, doers, sort, index)
        if talks is not None:
            return talks
        words = self.scene.tokens.words[act.start : act.limit]
        verbs = self.scene.lexicon.verbs
        reach = words[: CLAUSE_REACH + 1]
        that = "that" in words[:3]
        clause = that or any(
            one == "to" and (other == "be" or other in verbs) for one, other in pairwise(reach)
        )
        if not self.desk.bearings.negotiates_much or act.negated or act.modal:
            return None
        if not any(map(str.isalnum, scope.text(self.scene.tokens.text))):
            return None  # all that follows belongs to what somebody else says
        if not clause and not self._yet_to_tell(act):
            return None
        package = self.desk.new(sort, sort, scope, index, by=doers[0])
        if clause:
            self.contents.kept(package, scope, index)
        if not that and all(item.mention.term.kind == "other" for item in package.items):
            package.items.clear()  # what somebody "wants to do" in words of no kind is no term
        return package if package.items or not clause else None

    def _yet_to_tell(self, act: Act) -> bool:
        """Whether "floated a third way" is an offer in words that name no term: what follows may.

        It stays a package only if something is told of it afterwards, or somebody answers it.
        """
        words = self.scene.tokens.words
        readiness = words[act.end - 1] in {"to", "that"}
        if words[act.end : act.end + 1] in (["it"], ["this"], ["that"], ["them"]):
            return False  # it was told of before
        told = any(word[0].isalnum() for word in words[act.end : act.limit])
        return act.entry.id in {"proposes", "demands"} and told and not readiness

    def insists_anew(self, act: Act, doers: Sequence[Doer], index: int) -> bool:
        """Reads "repeated their demand that the army leave": a demand that the text had not told yet.

        Args:
            act: the act.
            doers: who does it.
            index: the sentence.
        """
        scope = scope_of(self.scene, act) if act.stance == "insisted" and not act.negated else None
        sided = [d for d in doers if is_side(d.role)]
        if scope is None or not sided or not self.desk.bearings.negotiates_much:
            return False
        if not self.desk.untold(self.scene.stated(scope)):
            return False
        doer = sided[0]
        package = self.desk.new("demand", "demand", scope, index, by=doer)
        self.contents.gather(package, scope, index)
        for one in sided:
            self.desk.note(
                one, Target(package), "demanded", act_span(self.scene, act, index), act.start
            )
        return True

    def _put_before(self, act: Act, index: int) -> Package | None:
        """Reads "The plan that he has put forward will fail": what is put forward stands before."""
        after = set(self.scene.tokens.words[act.end : act.end + 1])
        if not after & (self.scene.lexicon.any_of("modal_verb", "be_form") | {"has", "had"}):
            return None
        before = [p for p in self.scene.phrases(index) if p.stop < act.start and p.sort != "part"]
        relative = before and act.start - before[-1].stop <= CLAUSE_REACH
        return self.resolver.package(before[-1], index) if relative else None

    def _forwarded(
        self,
        act: Act,
        doers: list[Doer],
        inside: Sequence[PackageNoun],
        scope: Span,
        index: int,
    ) -> Package | None:
        """The package that an act puts forward: one told of before, a list, or what it states."""
        role = doers[0].role
        sort = "demand" if act.act == "demand" else "paper"
        near = [p for p in inside if p.first - act.end <= 6]
        words = self.scene.tokens.words
        near = [p for p in near if words[p.first - 1] != "on" or p.definite]
        if act.entry.word("needs") == "package" and not any(p.sort != "deal" for p in near):
            return None
        near = [p for p in near if p.sort != "deal"]
        if near:
            known = self.resolver.resolve(near[0], role if near[0].sort != "deal" else "")
            fresh = known is None or (not near[0].definite and known.sentence != index)
            if known and known.sort == "deal" and near[0].sort == "paper":
                fresh = True
            if not fresh and known:
                self.contents.gather(known, scope, index)
                return known
        points = self._after_colon(scope)
        if points and self.contents.enumerates(points):
            package = self.desk.new(sort, sort, scope, index, by=doers[0])
            self.contents.enumerate(package, points, index)
            return package
        mentions = self.desk.untold(self.scene.sure_terms(scope))
        listed = self.scene.next_is_item(index)
        if not mentions and not listed and not (near and near[0].sort in {"paper", "demand"}):
            return self.unknown(act, doers, sort, scope, index)
        noun = near[0].noun if near and near[0].sort != "deal" else sort
        if act.entry.word("needs") == "package" and ":" not in scope.text(self.scene.tokens.text):
            package = self.desk.new(sort, noun, scope, index, by=doers[0])
            self._named_in(package, near[0], scope, index)
            return package
        more = self._more_demands(doers[0], index) if sort == "demand" and not near else None
        package = more or self.desk.new(sort, noun, scope, index, by=doers[0])
        self.contents.gather(package, scope, index, bare=True)
        return package

    def _more_demands(self, doer: Doer, index: int) -> Package | None:
        """The demands that a party made just before: "They also ask that" adds to them."""
        for package in reversed(self.desk.story.shelf.recent):
            if package.sort == "demand" and package.noun == "demand" and package.items:
                near = index - package.items[-1].sentence <= DEMANDS_APART
                return package if near and package.role == proposer_side(doer.role) else None
        return None
