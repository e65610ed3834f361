"""Who does what a verb or a noun of answering tells, in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from attrs import evolve, frozen

from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.doers import Doer, as_doer
from qalamoun_terms.reading.who.helping import find_help
from qalamoun_terms.reading.who.modifiers import heads_clause
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import is_side

NOUN_REACH = 6  # words around a noun of answering that say whose it is, or that it is awaited
PRONOUN_NEAR = 3  # words between a pronoun and the verb of which it is the subject
OWNER_GAP = 4  # words between "the rebels'" and "refusal"
_POWERS = frozenset({"state", "mediator"})
MEANS_REACH = 5  # words of "by an overwhelming show of hands"
AGENT_OPENING = frozenset({"by", "in", "on", "at", "to"})  # after a participle that has no object
OPENING_GAP = 4  # words before "it was" in "this time it was the rebels who"
OPENING_REACH = 24  # words of a participle that opens a sentence, up to its subject


@frozen(slots=False)  # slots slow a class that has cached properties
class DoerReader:
    """Finds whose act it is: the subject, the agent, the owner of a noun, or who tells it."""

    scene: Scene
    desk: Desk

    def subjects(self, act: Act, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """Who does an act: before the verb, after "by", whose noun it is, or both sides.

        Args:
            act: the act.
            first: the first word.
            earlier: who does the acts before it.
        """
        return self._who_speaks(act, first) or self._named_subjects(act, first, earlier)

    def _who_speaks(self, act: Act, first: int) -> list[Doer]:
        """Whose act it is under a label: its speaker's, where no other subject is named."""
        label = self.desk.exchange.label
        if label is None or not label.doers or act.entry.data.get("passive"):
            return []
        at, words = act.start, self.scene.tokens.words
        sentence = self.scene.sentence_at(self.scene.tokens.starts[at])
        if self.scene.sentences[sentence].segment != self.desk.exchange.label_segment:
            return []
        begin = max(label.stop, first)
        speaking = self.scene.words_of("speaking_for_itself")
        passed = speaking | self.scene.lexicon.any_of("adverb", "modal_verb")
        while at > begin and words[at - 1] in passed:
            at -= 1
        alone = at == begin or (words[at - 1] == "and" and words[begin] not in speaking)
        return list(label.doers) if begin <= act.start and alone else []

    def _named_subjects(self, act: Act, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """Who does an act by the words around it."""
        data = act.entry.data
        if data.get("both"):
            return [Doer(name="both", role="both")]
        if data.get("noun") or data.get("circumstance"):
            return self.owners(act, first) if data.get("noun") else self._doing_so(act, first)
        by = act.end + 1 < act.limit and self.is_by_agent(act.end)
        if act.act == "stance" and (data.get("passive") or by):
            return self.scene.cast.after(act.end + by, act.limit)
        if act.act == "propose" and data.get("passive"):
            return self._counterparts(act, first)
        if data.get("passive") or act.act in {"which", "opens", "define"}:
            return []
        return self._agents(act) or self._active_subjects(act, first, earlier)

    def _doing_so(self, act: Act, first: int) -> list[Doer]:
        """Who does what is "in breach of" a deal: the subject or the agent of the clause before."""
        words, cast = self.scene.tokens.words, self.scene.cast
        for actor in reversed(self.scene.company.between(first, act.start)):
            if words[actor.first - 1] == "by" or words[actor.first - 2 : actor.first] == [
                "by",
                "the",
            ]:
                return cast.after(actor.first, actor.stop)
            heads = heads_clause(self.scene.tokens, actor.first, first, self.scene.lexicon)
            if heads and self._has_verb(actor.stop):
                return cast.before(actor.stop, first, [])
        return []

    def _has_verb(self, at: int) -> bool:
        """Whether a verb follows a subject, or a clause that tells what it did (", which shelled")."""
        words, passed = self.scene.tokens.words, self.scene.words_of("adverb")
        at += words[at] == ","
        while words[at] in passed or words[at] in self.scene.words_of("relative"):
            at += 1
        word = words[at]
        finite = word in self.scene.words_of("finite_verb") or word.endswith("ed")
        return finite or word in self.scene.lexicon.irregular

    def _agents(self, act: Act) -> list[Doer]:
        """The agents of a passive that stand at a distance: "was agreed in 1974 by the two"."""
        words, cast = self.scene.tokens.words, self.scene.cast
        if act.act not in {"deal", "stance"} or act.modal or not self._suffered(act):
            return []
        if words[act.start + 1] == "by":  # "a draft signed by both in May, which is a settlement"
            return cast.after(act.start + 2, act.limit)
        end = act.end + (words[act.end : act.end + 2] == ["to", "by"])
        by = cast.agent_at(end, act.limit)
        return cast.after(by + 1, act.limit) if by is not None else []

    def _suffered(self, act: Act) -> bool:
        """Whether the words of an act are a passive participle: "was signed", "the text agreed"."""
        words, at = self.scene.tokens.words, act.start
        participle = words[at].endswith("ed") or words[at] in self.scene.words_of(
            "irregular_participle"
        )
        being = self.scene.words_of("be_form")
        while words[at - 1] in self.scene.words_of("adverb") and words[at - 1] not in being:
            at -= 1
        if not participle or words[at - 1] in being:
            return participle
        return words[at - 1] == "," and not AGENT_OPENING.isdisjoint(
            {words[at + 1], words[act.end]}
        )

    def _active_subjects(self, act: Act, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """The subject of an active verb; who tells it, where the words have none of their own."""
        data = act.entry.data
        if act.stance == "violated" and self.scene.tokens.words[act.start] in {"in", "contrary"}:
            return self._opener(act.start, first)  # "arrested two of them, contrary to the accord"
        found = [self._as_onlooker(doer, act) for doer in self._before(act, first, earlier)]
        told = data.get("denial") or data.get("voiced")
        impersonal = act.entry.word("object") == "before" or told
        if act.act == "stance" and act.entry.word("object") == "before":
            return (
                as_doer(self.scene.company.teller(act.start)) or found
            )  # its subject is the object
        if act.act == "stance" and not found and (impersonal or self._there(act)):
            return as_doer(self.scene.company.teller(act.start))
        return found

    def _as_onlooker(self, doer: Doer, act: Act) -> Doer:
        """A country that asks or refuses, and brokers nothing in this text, is no party to the deal."""
        actor = doer.actor
        asks = act.act == "demand" or (act.stance == "rejected" and not act.negated)
        if actor and actor.metonym and doer.role in _POWERS and self._to_both(act):
            return evolve(doer, role="mediator")
        if not asks or doer.role != "mediator" or actor is None:
            return doer
        if not (actor.metonym or actor.country) or actor.heads & self.scene.words_of("go_between"):
            return doer
        return doer if self._brokers(actor) else evolve(doer, role="other")

    def _to_both(self, act: Act) -> bool:
        """Whether a country asks something of both sides, and so is neither of them."""
        after = self.scene.tokens.words[act.start : act.end + 3]
        pairs = {f"{one}_{two}" for one, two in pairwise(after)}
        return act.act == "demand" and bool(pairs & self.scene.words_of("both_of_them"))

    def _brokers(self, actor: Actor) -> bool:
        """Whether the text says that an actor, or another of its country, stands between the parties."""
        return (actor.country or actor.name.lower()) in self._between

    @cached_property
    def _between(self) -> frozenset[str]:
        """The countries and other go-betweens that the text says stand between the parties."""
        helpers = (
            help_.doer.actor
            for index in range(len(self.scene.sentences))
            for help_ in find_help(self.scene.company, *self.scene.bounds(index))
        )
        go_between = self.scene.words_of("go_between")
        named = (a for a in self.scene.company.actors if a.heads & go_between)
        known = [a for a in (*helpers, *named) if a is not None]
        return frozenset({a.country or a.name.lower() for a in known})

    def _before(self, act: Act, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """The subject before the words of an act, past "will" in "will never sign"."""
        cast, words = self.scene.cast, self.scene.tokens.words
        if words[act.start].endswith("ing") and self.besides(act, first):
            opening = self._after_comma(act) if act.start == first else []
            return opening or list(earlier) or self._opener(act.start, first)
        at = act.start
        if earlier and words[at] in {"on", "under", "subject", "provided"}:
            return list(earlier)  # "agreed to it, on the understanding that"
        if act.entry.data.get("aside"):  # "left their posts under an agreement with the army"
            return list(earlier) or self._opener(at, first)
        if words[at] in {"not", "never"}:
            while at > first and words[at - 1] in self.scene.words_of("modal_verb"):
                at -= 1
        if words[at - 1] == "to" and at - 2 > first and self.willing(at - 1, first):
            at -= 2
            while at > first and words[at - 1] in {"the", "only", "be"}:
                at -= 1
        if words[at - 1] in {"which", "who", "that"} and self._singled_out(at, first):
            at -= 1  # "this time it was the rebels who broke the truce"
        return cast.before(at, first, earlier)

    def _singled_out(self, at: int, first: int) -> bool:
        """Whether "it was" or "it is" stands before the one actor that "who" tells of."""
        words = self.scene.tokens.words
        near = range(first, min(first + OPENING_GAP, at - 1))
        return any(words[i] == "it" and words[i + 1] in {"was", "is"} for i in near)

    def _there(self, act: Act) -> bool:
        words = self.scene.tokens.words
        return "there" in words[max(0, act.start - 2) : act.start + 1]

    def _counterparts(self, act: Act, first: int) -> list[Doer]:
        """Who proposed, where the verb is passive: the agent, or those whom the talk was with."""
        cast, words = self.scene.cast, self.scene.tokens.words
        if act.end < len(words) and words[act.end] == "by":
            return cast.after(act.end + 1, act.limit)
        for at in range(act.start, max(0, first - 40), -1):
            if words[at] in {"with", "by"}:
                found = [d for d in cast.joined(at + 1, at + 8) if d.role]
                if found:
                    return found[:1]
        return []

    def is_by_agent(self, at: int) -> bool:
        """Whether "by" tells who did it, and not how: "by shelling the town", "by 26 votes to 10".

        Args:
            at: the word after a verb.
        """
        words, means = self.scene.tokens.words, self.scene.words_of("voting_means")
        if words[at : at + 1] != ["by"]:
            return False
        after = words[at + 1 : at + 2]
        if after and (after[0].endswith("ing") or after[0][0].isdigit()):
            return False
        vote = next((i for i in range(at, at + MEANS_REACH) if {*words[i : i + 1]} & means), at)
        return vote == at or bool(self.scene.company.between(at, vote))

    def owners(self, act: Act, first: int) -> list[Doer]:
        """Whose answer a noun names: "the rebels' rejection of", "its refusal to", "refusal by X".

        Args:
            act: the act.
            first: the first word.
        """
        words, cast = self.scene.tokens.words, self.scene.cast
        named = [a for a in self.scene.company.between(act.start, act.end) if is_side(a.role)]
        if named:
            return cast.after(named[0].first, act.end)
        near = range(act.start - 1, max(first, act.start - OWNER_GAP) - 1, -1)
        at = next((i for i in near if words[i] == "'s"), None)
        if at is not None:
            low = max(first, at - NOUN_REACH)
            held = [a for a in self.scene.company.between(low, at) if a.stop in {at, at + 1}]
            return cast.before(held[-1].stop, first, []) if held else []
        agent = range(act.end - 1, min(act.end + NOUN_REACH, act.limit))
        by = next((i for i in agent if words[i] == "by"), None)
        if by is not None and cast.after(by + 1, min(by + 3, act.limit)):
            return cast.after(by + 1, act.limit)
        its = any(words[i] in {"its", "their"} for i in near)
        return self._opener(act.start, first) if its else []

    def _opener(self, at: int, first: int) -> list[Doer]:
        """The one actor that a sentence has told of before a word, or who opens it as "it"."""
        words, cast = self.scene.tokens.words, self.scene.cast
        named = [a for a in self.scene.company.between(first, at) if a.role and not a.metonym]
        free = [
            a
            for a in named
            if a.first == first or words[a.first - 1] not in self.scene.words_of("before_other")
        ]
        if len({a.role for a in free}) == 1:
            return cast.before(free[0].stop, first, [])
        pronoun = words[first] in self.scene.words_of("nominative")
        return cast.before(first + 1, first, []) if pronoun and not free else []

    def besides(self, act: Act, first: int) -> bool:
        """Whether a participle tells of an answer: ", rejecting the offer", "a statement accepting".

        Args:
            act: the act.
            first: the first word.
        """
        words = self.scene.tokens.words
        if act.act not in {"stance", "demand"} or act.negated:
            return False
        if act.start == first:  # "Accepting the offer, the rebels said ..."
            return bool(self._after_comma(act))
        return words[act.start - 1] == "," or words[act.start - 1] in self.scene.words_of(
            "voicing_noun"
        )

    def _after_comma(self, act: Act) -> list[Doer]:
        """The subject that follows what a sentence opens with: "Rejecting the text, the army said"."""
        words = self.scene.tokens.words
        reach = range(act.end, min(act.end + OPENING_REACH, act.limit))
        comma = next((i for i in reach if words[i] == ","), None)
        if comma is None or words[act.end : act.end + 1] == [","]:
            return []
        return [d for d in self.scene.cast.after(comma + 1, min(comma + 3, act.limit)) if d.role]

    def willing(self, at: int, first: int) -> bool:
        """Whether "to" before a verb follows a word of readiness ("agreed to sign", "vowed not to").

        Args:
            at: the word.
            first: the first word.
        """
        at -= self.scene.tokens.words[at - 1] == "not"
        return at > first and self.scene.tokens.words[at - 1] in self.scene.words_of("before_deed")

    def means(self, act: Act, doers: Sequence[Doer], first: int) -> None:
        """Keeps whom the pronoun means that is the subject of an act: "it" in "said it would leave".

        Args:
            act: the act.
            doers: who does it.
            first: the first word.
        """
        if len(doers) != 1 or not is_side(doers[0].role):
            return
        words, pronouns = self.scene.tokens.words, self.scene.words_of("nominative")
        low = max(first, act.start - PRONOUN_NEAR)
        at = next((i for i in range(act.end - 1, low - 1, -1) if words[i] in pronouns), None)
        if at is not None:
            self.scene.means(self.scene.tokens.span(at, at + 1), doers[0])
