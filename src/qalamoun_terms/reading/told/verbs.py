"""Which verbs of a sentence are acts, and who does them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from qalamoun_terms.reading.told.acts import PUTTING, TELLING, Act, find_acts, longest
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.doing import (
    NOUN_REACH,
    DoerReader,
)
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.scene import Scene


@frozen
class VerbReader:
    """Reads the acts of a sentence: verbs that stand as such, each with its subject."""

    scene: Scene
    desk: Desk
    doers: DoerReader
    _acts_of: dict[int, list[Act]] = field(factory=dict, init=False)
    _found_in: dict[int, tuple[Act, ...]] = field(factory=dict, init=False)

    def acts(self, index: int) -> list[Act]:
        """The acts of a sentence that stand as verbs with a subject, each up to the next.

        Args:
            index: the sentence.
        """
        known = self._acts_of.get(index)
        if known is not None:
            return known
        first, stop = self.scene.bounds(index)
        phrases = self.scene.phrases(index)
        found = self._found_in.get(index)
        if found is None:
            every = find_acts(self.scene.tokens, first, stop, self.scene.lexicon)
            found = tuple(self._with_agent(act, first, stop, phrases) for act in every)
            self._found_in[index] = found
        kept = longest([act for act in found if self._stands(act, first, phrases, index)])
        kept = [act for at, act in enumerate(kept) if not self._suggested(act, kept[:at])]
        acts = [act.up_to(self._limit(act, kept[at + 1 :], stop)) for at, act in enumerate(kept)]
        if not any(act.act == "define" for act in found):  # those stand by what "it" is so far
            self._acts_of[index] = acts
        return acts

    def _with_agent(self, act: Act, first: int, stop: int, phrases: Sequence[PackageNoun]) -> Act:
        """An answer in the passive whose agent stands at a distance: "was signed in Doha by ..."."""
        if act.act != "stance" or act.entry.data.get("passive") or not self._passive(act):
            return act
        opens = act.start == first or any(0 <= act.start - p.stop <= 1 for p in phrases)
        being = self.scene.words_of("be_form") & set(
            self.scene.tokens.words[max(first, act.start - 2) : act.end]
        )
        at_once = self.scene.tokens.words[act.end : act.end + 1] == ["by"]
        by = self.scene.cast.agent_at(act.end, stop) if opens or being else None
        if by is None or at_once:
            return act
        entry = evolve(act.entry, data={**act.entry.data, "passive": True, "object": ""})
        return evolve(act, entry=entry, end=by + 1)

    def _passive(self, act: Act) -> bool:
        """Whether the verb of an act may be a participle: "signed", "was turned down"."""
        words = self.scene.tokens.words[act.start : act.end]
        return any(
            w.endswith("ed") or w in self.scene.words_of("irregular_participle") for w in words
        )

    def _suggested(self, act: Act, earlier: Sequence[Act]) -> bool:
        """Whether an answer is only asked for: "suggested that both sides accept a truce"."""
        words = self.scene.tokens.words
        if act.act == "define" and words[act.start] in {"provided", "providing"}:
            return bool(earlier) and earlier[-1].act == "stance"  # "accepted it, provided that"
        before = earlier[-1] if earlier else None
        charged = before and before.act == "aside" and words[before.end - 1] in {"that", "of"}
        if charged and act.stance == "violated":
            return True  # "rejected accusations that it had violated the truce"
        bare = words[act.start] in self.scene.lexicon.verbs
        asked = [
            one
            for one in earlier
            if one.act in PUTTING and "that" in words[one.end - 1 : one.end + 1]
        ]
        return bare and bool(asked) and act.act in {"stance", "deal"}

    def _limit(self, act: Act, later: Sequence[Act], stop: int) -> int:
        """Where the object of an act ends: the next act, a semicolon, or a turn of the sentence."""
        words = self.scene.tokens.words
        lists = act.act in PUTTING and ":" in words[act.end : act.end + 8]
        whole = lists or act.act in {"define", "which"}
        turn = self.scene.words_of("turn")
        for at in range(act.end, stop):
            if later and at >= later[0].start and self._ends_at(act, later[0], whole=whole):
                return at
            if words[at] == ";" and not whole and act.act not in {"deal", "opens"}:
                return at
            turns = words[at] in turn and words[at - 1] in {",", '"'}
            if turns and at > act.end and not (whole and self._rules_on(at, later, stop)):
                return at
        return stop

    def _ends_at(self, act: Act, later: Act, *, whole: bool) -> bool:
        """Whether the next act ends the object of one: not in "insist that any deal must include"."""
        that = self.scene.tokens.words[act.end - 1] == "that" and act.act in {"demand", "stance"}
        return later.act == "silent" or not (whole or (that and later.act == "define"))

    def _rules_on(self, at: int, later: Sequence[Act], stop: int) -> bool:
        """Whether "but" goes on with what stands in a package: "but every road has to be opened"."""
        words = self.scene.tokens.words
        rules = bool(self.scene.words_of("content_mood") & set(words[at:stop]))
        rules = rules or ["to", "be"] in [words[i : i + 2] for i in range(at, stop)]
        return rules and not any(act.start >= at for act in later)

    def _stands(self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Whether the words of an act are used as an act here, and not as a noun or in passing."""
        if act.act in {"which", "opens"}:
            return True
        if act.entry.data.get("noun"):
            return self._is_told(act, first)
        return not self._lacks(act) and self._is_done(act, first, phrases, index)

    def _is_call(self, act: Act, first: int) -> bool:
        """Whether "calls" is a noun: "dismissed calls for the president to go"."""
        words = self.scene.tokens.words
        if words[act.start] not in self.scene.words_of("call_noun") or act.start == first:
            return False
        before = words[act.start - 1]
        return before.endswith(("ed", "ing")) or before in self.scene.words_of("before_calls")

    def _is_wanted(self, act: Act) -> bool:
        """Whether "wanted" only says who is meant: "wanted gunmen refused to leave"."""
        words = self.scene.tokens.words[act.start : act.end]
        return words[0] == "wanted" and bool(self.scene.words_of("own_verb") & set(words[1:]))

    def _lacks(self, act: Act) -> bool:
        """Whether "raised no objection to" and "gave no consent to" say that there is no such answer."""
        inside = self.scene.tokens.words[act.start + 1 : act.end]
        if act.act == "deal" and "not" in inside[:-2]:
            return True  # "agreed not to sign the deal"
        if "no" not in inside and "without" not in inside:
            return False
        if act.act == "deal" and ("no" in inside or "without" in inside):
            return True  # "the talks ended with no deal"
        against = act.stance in {"rejected", "conditional"}
        nouns = self.scene.words_of("obstacle" if against else "consent")
        return any(one == "no" and other in nouns for one, other in pairwise(inside))

    def _is_done(self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Whether the verb of an act is somebody's deed here."""
        passive = bool(act.entry.data.get("passive")) or act.entry.word("object") == "before"
        if (
            self._is_wanted(act)
            or self._is_call(act, first)
            or not (passive or self._active(act, first))
        ):
            return False
        if act.act == "define":
            return self._defines(act, first, phrases, index)
        by = self._has_agent(act)
        if act.act in PUTTING and (by or self._of_a_package(act, first, phrases)):
            return False
        if act.entry.word("needs") == "package" and not self._hands_in(act, phrases):
            return False
        return not by or act.act != "stance" or act.start == first or self._said_of(act, phrases)

    def _has_agent(self, act: Act) -> bool:
        """Whether "by" names who does it, and not how: "broke the truce by shelling the town"."""
        return self.doers.is_by_agent(act.end)

    def _said_of(self, act: Act, phrases: Sequence[PackageNoun]) -> bool:
        """Whether what is "agreed by" somebody is a package, and not a line or a date."""
        before = self.scene.tokens.words[act.start - 1]
        verbal = before in self.scene.words_of("be_form") or before in self.scene.words_of("adverb")
        return verbal or any(0 <= act.start - phrase.stop <= 2 for phrase in phrases)

    def _of_a_package(self, act: Act, first: int, phrases: Sequence[PackageNoun]) -> bool:
        """Whether a paper is what "requires that": then its content follows, and nobody's demand."""
        words = self.scene.tokens.words
        if words[act.start].startswith("stipulat") and words[act.start - 1] == "it":
            return True
        subject = [p for p in phrases if p.stop <= act.start and p.first - first <= 6]
        gap = self.scene.tokens.words[subject[-1].stop : act.start] if subject else [""]
        passed = self.scene.lexicon.any_of("adverb", "modal_verb")
        return bool(subject) and passed.issuperset(gap)

    def _hands_in(self, act: Act, phrases: Sequence[PackageNoun]) -> bool:
        """Whether what is handed in is a package: "gave", "put" and "brought" are said of much."""
        return any(p.sort != "deal" and act.end <= p.first <= act.end + 8 for p in phrases)

    def _active(self, act: Act, first: int) -> bool:
        """Whether a verb is finite and active: no participle, no infinitive, no noun."""
        words = self.scene.tokens.words
        before = words[act.start - 1] if act.start > first else ""
        word = words[act.start]
        is_ = before == "'s" and words[act.start - 2] in self.scene.words_of(
            "before_is"
        )  # "it's too early to say"
        being = is_ or before in self.scene.words_of("be_form")
        if word.endswith("ing") and not being:
            return word in self.scene.words_of("accusing") or self.doers.besides(act, first)
        participle = word.endswith("ed") or word in self.scene.words_of("irregular_participle")
        if being and participle and act.act in TELLING:
            return False
        if before == "been" and act.entry.id == "agrees-on":  # "what had been settled"
            return False
        if before in {"to", "of"} and not self.doers.willing(act.start - 1, first):
            return False
        if act.act != "define" and self._bare(act, first):
            return False
        owned = before == "'s" and not is_
        determined = owned or before in self.scene.words_of("actor_determiner")
        noun = determined and before not in {"both", "all", "each"}
        noun = noun and (before != "that" or word not in self.scene.words_of("function_word"))
        finite = word.endswith("ed") and before not in {"a", "an", "the"}
        return not noun or finite or act.act == "deal"

    def _is_told(self, act: Act, first: int) -> bool:
        """Whether "the rebels' refusal to" tells of an answer, and nobody only waits for one."""
        words = self.scene.tokens.words
        before = words[max(first, act.start - NOUN_REACH) : act.start]
        after = words[act.end : act.end + NOUN_REACH]
        awaited = (self.scene.lexicon.any_of("awaited_answer", "undoing")) & set(before)
        supposed = {"would", "could", "might"} & set(after) or act.negated
        return not awaited and not supposed and bool(self.doers.owners(act, first))

    def _bare(self, act: Act, first: int) -> bool:
        """Whether a verb in its bare form has nothing that makes it finite: no plural, no "do"."""
        words = self.scene.tokens.words
        word = words[act.start]
        finite = word.endswith(("ed", "s")) or word in self.scene.lexicon.irregular
        other = act.modal or act.negated or word in self.scene.words_of("same_past")
        if finite or other or word not in self.scene.lexicon.verbs:
            return False
        if act.start == first:  # "Rebels: refuse" has its subject before the colon
            return first == 0 or self.scene.tokens.words[first - 1] not in {":", ">"}
        return not self._agrees(act.start, first)

    def _agrees(self, at: int, first: int) -> bool:
        """Whether a plural, a perfect or "do" before a bare form makes it finite."""
        words = self.scene.tokens.words
        if words[at - 1] in {"did", "do", "does"}:
            return True
        adverbs = self.scene.words_of("adverb")
        verb = at
        at -= 1
        while at > first and words[at] in adverbs:
            if words[at] in {"has", "have", "had"}:
                return True
            at -= 1
        plural = words[at] in self.scene.words_of("plural_subject") or words[at].endswith("s")
        return plural or (words[verb] in self.scene.words_of("only_verb") and self._told(at, first))

    def _told(self, last: int, first: int) -> bool:
        """Whether a clause up to a word has a subject: "The Kachin want", "Inmates who hold it want"."""
        words = self.scene.tokens.words
        if words[last] == ",":  # "The prisoners, most of them convicts, want"
            return bool(self.scene.cast.before(last + 1, first, []))
        breaks = self.scene.words_of("act_break")
        begin = next((i + 1 for i in range(last, first - 1, -1) if words[i] in breaks), first)
        clause = words[begin : last + 1]
        if self.scene.words_of("infinitive_before").intersection(clause):
            return False
        return bool(self.scene.company.between(begin, last + 1))

    def _defines(self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Whether a package, or "it" for one, is the subject of a verb like "contains"."""
        words = self.scene.tokens.words
        end = act.start
        passed = self.scene.lexicon.any_of("adverb", "modal_verb")
        while end > first and words[end - 1] in passed:
            end -= 1
        before = words[end - 1] if end > first else ""
        personal = act.entry.data.get("noun_only") and before in self.scene.words_of("nominative")
        if act.negated or personal:
            return False
        if before in {"it", "which", "that", "they", "these"}:
            return self.desk.flow.topic is not None and index - self.desk.flow.topic_at <= 1
        subject = [p for p in phrases if p.stop <= end and p.first - first <= 14]
        return bool(subject) and self._reaches(subject[-1], act, end)

    def _reaches(self, phrase: PackageNoun, act: Act, end: int) -> bool:
        """Whether a package's noun phrase is the subject of a verb some words after it."""
        gap = self.scene.tokens.words[phrase.stop : end]
        if self.scene.words_of("clause_break") & set(gap):
            return False
        if phrase.owner_pronoun and act.entry.id == "contains" and len(gap) > 4:
            return False
        nearer = any(a.stop == end for a in self.scene.company.between(phrase.stop, end))
        apposed = len(gap) > 2 and gap[0] == "," and gap[-1] == ","
        return not nearer and len(gap) <= (28 if apposed else 14)
