"""Which verbs of a sentence are acts, and who does them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from qalamoun_terms.reading.acts import Act, find_acts, longest
from qalamoun_terms.reading.desk import Desk
from qalamoun_terms.reading.packages import (
    PackageNoun,
)
from qalamoun_terms.reading.subjects import Doer, as_doer


@define
class VerbReader(Desk):
    """Reads the acts of a sentence: verbs that stand as such, each with its subject."""

    acts_of: dict[int, list[Act]] = field(factory=dict)
    found_in: dict[int, tuple[Act, ...]] = field(factory=dict)

    def _acts(self, index: int) -> list[Act]:
        """The acts of a sentence that stand as verbs with a subject, each up to the next."""
        known = self.acts_of.get(index)
        if known is not None:
            return known
        first, stop = self._bounds(index)
        phrases = self._phrases(index)
        found = self.found_in.get(index)
        if found is None:
            found = find_acts(self.scene.tokens, first, stop, self.scene.lexicon)
            self.found_in[index] = found
        kept = longest([act for act in found if self._stands(act, first, phrases, index)])
        kept = [act for at, act in enumerate(kept) if not self._suggested(act, kept[:at])]
        acts = [act.up_to(self._limit(act, kept[at + 1 :], stop)) for at, act in enumerate(kept)]
        if not any(act.act == "define" for act in found):  # those stand by what "it" is so far
            self.acts_of[index] = acts
        return acts

    def _suggested(self, act: Act, earlier: Sequence[Act]) -> bool:
        """Whether an answer is only asked for: "suggested that both sides accept a truce"."""
        words = self.scene.tokens.words
        bare = words[act.start] in self.scene.lexicon.verbs
        asked = [
            one
            for one in earlier
            if one.act in {"propose", "demand"} and "that" in words[one.end - 1 : one.end + 1]
        ]
        return bare and bool(asked) and act.act in {"stance", "deal"}

    def _limit(self, act: Act, later: Sequence[Act], stop: int) -> int:
        """Where the object of an act ends: the next act, a semicolon, or a turn of the sentence."""
        words = self.scene.tokens.words
        lists = act.act in {"propose", "demand"} and ":" in words[act.end : act.end + 8]
        whole = lists or act.act in {"define", "which"}
        for at in range(act.end, stop):
            if later and at >= later[0].start and (not whole or later[0].act == "silent"):
                return at
            if words[at] == ";" and not whole and act.act not in {"deal", "opens"}:
                return at
            turns = words[at] in self.words_of("turn") and words[at - 1] in {",", '"'}
            if turns and at > act.end and not (whole and self._rules_on(at, later, stop)):
                return at
        return stop

    def _rules_on(self, at: int, later: Sequence[Act], stop: int) -> bool:
        """Whether "but" goes on with what stands in a package: "but every road has to be opened"."""
        words = self.scene.tokens.words
        rules = bool(self.words_of("content_mood") & set(words[at:stop]))
        rules = rules or ["to", "be"] in [words[i : i + 2] for i in range(at, stop)]
        return rules and not any(act.start >= at for act in later)

    def _stands(self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Whether the words of an act are used as an act here, and not as a noun or in passing."""
        if act.act in {"which", "opens"}:
            return True
        passive = bool(act.entry.data.get("passive")) or act.entry.word("object") == "before"
        if not passive and not self._active(act, first):
            return False
        if act.act == "define":
            return self._defines(act, first, phrases, index)
        words = self.scene.tokens.words
        by = act.end < len(words) and words[act.end] == "by"
        if act.act in {"propose", "demand"} and (by or self._of_a_package(act, first, phrases)):
            return False
        if act.entry.word("needs") == "package" and not self._hands_in(act, phrases):
            return False
        return not by or act.act != "stance" or act.start == first or self._said_of(act, phrases)

    def _said_of(self, act: Act, phrases: Sequence[PackageNoun]) -> bool:
        """Whether what is "agreed by" somebody is a package, and not a line or a date."""
        before = self.scene.tokens.words[act.start - 1]
        verbal = before in self.words_of("be_form") or before in self.words_of("adverb")
        return verbal or any(0 <= act.start - phrase.stop <= 2 for phrase in phrases)

    def _of_a_package(self, act: Act, first: int, phrases: Sequence[PackageNoun]) -> bool:
        """Whether a paper is what "requires that": then its content follows, and nobody's demand."""
        subject = [p for p in phrases if p.stop <= act.start and p.first - first <= 6]
        gap = self.scene.tokens.words[subject[-1].stop : act.start] if subject else [""]
        passed = self.words_of("adverb") | self.words_of("modal_verb")
        return bool(subject) and not set(gap) - passed

    def _hands_in(self, act: Act, phrases: Sequence[PackageNoun]) -> bool:
        """Whether what is handed in is a package: "gave", "put" and "brought" are said of much."""
        return any(p.sort != "deal" and act.end <= p.first <= act.end + 8 for p in phrases)

    def _active(self, act: Act, first: int) -> bool:
        """Whether a verb is finite and active: no participle, no infinitive, no noun."""
        words = self.scene.tokens.words
        before = words[act.start - 1] if act.start > first else ""
        word = words[act.start]
        being = before in self.words_of("be_form")
        if word.endswith("ing") and not being:
            return word in self.words_of("accusing")
        participle = word.endswith("ed") or word in self.words_of("irregular_participle")
        if being and participle and act.act in {"propose", "demand", "stance"}:
            return False
        if before in {"to", "of"} and not self._willing(act.start - 1, first):
            return False
        if act.act != "define" and self._bare(act, first):
            return False
        determined = before in self.words_of("actor_determiner") or before == "'s"
        noun = determined and before not in {"both", "all", "each"}
        finite = word.endswith("ed") and before not in {"a", "an", "the"}
        return not noun or finite or act.act == "deal"

    def _bare(self, act: Act, first: int) -> bool:
        """Whether a verb in its bare form has nothing that makes it finite: no plural, no "do"."""
        words = self.scene.tokens.words
        word = words[act.start]
        finite = word.endswith(("ed", "s")) or word in self.scene.lexicon.irregular
        other = act.modal or act.negated or word in self.words_of("same_past")
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
        adverbs = self.words_of("adverb")
        at -= 1
        while at > first and words[at] in adverbs:
            if words[at] in {"has", "have", "had"}:
                return True
            at -= 1
        return words[at] in self.words_of("plural_subject") or words[at].endswith("s")

    def _willing(self, at: int, first: int) -> bool:
        """Whether "to" before a verb follows a word of readiness ("agreed to sign")."""
        return at > first and self.scene.tokens.words[at - 1] in _WILLING

    def _defines(self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Whether a package, or "it" for one, is the subject of a verb like "contains"."""
        words = self.scene.tokens.words
        end = act.start
        passed = self.words_of("adverb") | self.words_of("modal_verb")
        while end > first and words[end - 1] in passed:
            end -= 1
        before = words[end - 1] if end > first else ""
        personal = act.entry.data.get("noun_only") and before in self.words_of("nominative")
        if act.negated or personal:
            return False
        if before in {"it", "which", "that", "they", "these"}:
            return self.flow.topic is not None and index - self.flow.topic_at <= 1
        subject = [p for p in phrases if p.stop <= end and p.first - first <= 14]
        return bool(subject) and self._reaches(subject[-1], act, end)

    def _reaches(self, phrase: PackageNoun, act: Act, end: int) -> bool:
        """Whether a package's noun phrase is the subject of a verb some words after it."""
        gap = self.scene.tokens.words[phrase.stop : end]
        if self.words_of("clause_break") & set(gap):
            return False
        if phrase.owner_pronoun and act.entry.id == "contains" and len(gap) > 4:
            return False
        nearer = any(a.stop == end for a in self.scene.cast.between(phrase.stop, end))
        apposed = len(gap) > 2 and gap[0] == "," and gap[-1] == ","
        return not nearer and len(gap) <= (28 if apposed else 14)

    def _subjects(self, act: Act, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        if act.entry.data.get("both"):
            return [Doer(name="both", role="both")]
        after = self.scene.tokens.words[act.end : min(act.end + 2, act.limit)]
        by = len(after) == 2 and after[0] == "by" and not after[1].endswith("ing")
        if act.act == "stance" and (act.entry.data.get("passive") or by):
            return self.scene.cast.after(act.end + by, act.limit)
        if act.act == "propose" and act.entry.data.get("passive"):
            return self._counterparts(act, first)
        if act.entry.data.get("passive") or act.act in {"which", "opens", "define"}:
            return []
        found = self.scene.cast.before(act.start, first, earlier)
        impersonal = act.entry.word("object") == "before" or act.entry.data.get("denial")
        if act.act == "stance" and not found and (impersonal or self._there(act)):
            return as_doer(self.scene.cast.teller(act.start))
        return found

    def _there(self, act: Act) -> bool:
        words = self.scene.tokens.words
        return words[act.start] == "there" or words[act.start - 1 : act.start] == ["there"]

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


_WILLING = frozenset({"agreed", "decided", "pledged", "said", "vowed", "promised", "consented"})
