"""Which verbs of a sentence are acts, and who does them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve

from qalamoun_terms.reading.acts import Act, find_acts, longest
from qalamoun_terms.reading.desk import Desk
from qalamoun_terms.reading.packages import (
    PackageNoun,
)
from qalamoun_terms.reading.subjects import Doer


@define
class VerbReader(Desk):
    """Reads the acts of a sentence: verbs that stand as such, each with its subject."""

    def _acts(self, index: int) -> list[Act]:
        """The acts of a sentence that stand as verbs with a subject, each up to the next."""
        first, stop = self._bounds(index)
        phrases = self._phrases(index)
        found = find_acts(self.scene.tokens, first, stop, self.scene.lexicon)
        kept = longest([act for act in found if self._stands(act, first, phrases, index)])
        return [
            evolve(act, limit=self._limit(act, kept[at + 1 :], stop)) for at, act in enumerate(kept)
        ]

    def _limit(self, act: Act, later: Sequence[Act], stop: int) -> int:
        words = self.scene.tokens.words
        for at in range(act.end, stop):
            if later and at >= later[0].start and act.act not in {"define", "which"}:
                return at
            if words[at] == ";" and act.act not in {"define", "which", "deal", "opens"}:
                return at
            if words[at] in self.words_of("turn") and at > act.end and words[at - 1] in {",", '"'}:
                return at
        return stop

    def _stands(self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Whether the words of an act are used as an act here, and not as a noun or in passing."""
        words = self.scene.tokens.words
        before = words[act.start - 1] if act.start > first else ""
        word = words[act.start]
        if act.act == "under":
            return False
        if act.act in {"which", "opens"}:
            return True
        passive = bool(act.entry.data.get("passive")) or act.entry.word("object") == "before"
        if not passive and word.endswith("ing") and before not in self.words_of("be_form"):
            return False
        if (
            not passive
            and before in self.words_of("be_form")
            and act.act in {"propose", "demand", "stance"}
        ):
            if word.endswith("ed") or word in {"given", "put", "sent", "brought", "drawn"}:
                return False
        if not passive and before in {"to", "of"} and not self._willing(act.start - 1, first):
            return False
        if not passive and act.act != "define" and self._bare(act, first):
            return False
        determined = self.scene.lexicon.words("actor_determiner") | {"'s"}
        if not passive and before in determined and not word.endswith("ed") and act.act != "deal":
            if before not in {"both", "all", "each"}:
                return False
        if act.act == "define":
            return self._defines(act, first, phrases, index)
        if act.act in {"propose", "demand"} and act.end < len(words) and words[act.end] == "by":
            return False
        return True

    def _bare(self, act: Act, first: int) -> bool:
        """Whether a verb in its bare form has nothing that makes it finite: no plural, no "do"."""
        words = self.scene.tokens.words
        word = words[act.start]
        if word.endswith(("ed", "s")) or word in self.scene.lexicon.irregular:
            return False
        if word not in self.scene.lexicon.verbs:
            return False
        if act.modal or act.negated or word in self.words_of("same_past"):
            return False
        if act.start == first:
            return True
        before = words[act.start - 1]
        adverbs = self.scene.lexicon.words("adverb")
        at = act.start - 1
        while at > first and words[at] in adverbs:
            if words[at] in {"has", "have", "had"}:
                return False
            at -= 1
        return not (
            before in {"did", "do", "does"}
            or words[at] in self.words_of("plural_subject")
            or words[at].endswith("s")
        )

    def _willing(self, at: int, first: int) -> bool:
        """Whether "to" before a verb follows a word of readiness ("agreed to sign")."""
        return at > first and self.scene.tokens.words[at - 1] in {"agreed", "decided", "pledged"}

    def _defines(self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Whether a package, or "it" for one, is the subject of a verb like "contains"."""
        if act.negated:
            return False
        words = self.scene.tokens.words
        end = act.start
        while end > first and words[end - 1] in self.scene.lexicon.words("adverb") | self.words_of(
            "modal_verb"
        ):
            end -= 1
        if act.entry.data.get("noun_only") and words[end - 1] in {"it", "they", "he", "she", "we"}:
            return False
        if end > first and words[end - 1] in {"it", "which", "that", "they", "these"}:
            return self.flow.topic is not None and index - self.flow.topic_at <= 1
        subject = [p for p in phrases if p.stop <= end and p.first - first <= 14]
        if not subject:
            return False
        chosen = subject[-1]
        if any(w in self.words_of("clause_break") for w in words[chosen.stop : end]):
            return False
        if chosen.owner_pronoun and act.entry.id == "contains" and end - chosen.stop > 4:
            return False
        nearer = [a for a in self.scene.cast.between(chosen.stop, end) if a.stop == end]
        gap = words[chosen.stop : end]
        apposed = len(gap) > 2 and gap[0] == "," and gap[-1] == ","
        return not nearer and len(gap) <= (28 if apposed else 14)

    def _subjects(self, act: Act, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        if act.entry.data.get("both"):
            return [Doer(name="both", role="both")]
        if act.entry.data.get("passive") and act.act == "stance":
            return self.scene.cast.after(act.end, act.limit)
        if act.act == "propose" and act.entry.data.get("passive"):
            return self._counterparts(act, first)
        if act.entry.data.get("passive") or act.act in {"which", "opens", "define"}:
            return []
        found = self.scene.cast.before(act.start, first, earlier)
        impersonal = act.entry.word("object") == "before" or act.entry.data.get("denial")
        if act.act == "stance" and not found and (impersonal or self._there(act)):
            speaker = self.scene.cast.speaker(act.start)
            if speaker.role not in {"", "both"}:
                name = speaker.actor.name if speaker.actor else speaker.name or ""
                return [Doer(name=name, role=speaker.role, actor=speaker.actor)]
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
