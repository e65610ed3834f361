"""Who does what an act states: the subject before the words."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer, as_doer
from qalamoun_terms.reading.who.interposed import before_interposed
from qalamoun_terms.reading.who.modifiers import (
    LONGEST,
    heads_clause,
    only_modifies,
    shares_verbs,
    stands_inside,
)
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.pronouns import PronounReader
from qalamoun_terms.reading.who.sides import is_side
from qalamoun_terms.reading.who.speakers import voices_over
from qalamoun_terms.reading.who.stage import Stage

SHORTEST_DOING = 4  # letters; "king" is no participle
TOLD_REACH = 8  # words of "in a carefully worded statement" between "said" and "that it"
TELLER_REACH = 6  # words from the start of a sentence within which its subject is named
SUBJECT_GAP = 12  # words between a verb and a subject that does not stand right before it
_QUOTES = frozenset({'"', "“"})
_PAUSES = frozenset({",", "-", "–", "—", ")"})


@frozen
class SubjectReader:
    """Finds the subjects of a text's acts, and remembers the last one for "it" and "they"."""

    company: Company
    stage: Stage
    pronouns: PronounReader

    def before(self, at: int, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """The subject of the verb at a word.

        Args:
            at: the verb.
            first: the first word of its sentence.
            earlier: the subject of the act before it in the same sentence.
        """
        end = self._past_adverbs(at, first)
        if self.company.tokens.words[max(first, end - 2) : end] == ["said", "to"]:
            end = self._past_adverbs(end - 2, first)
        if "_".join(
            self.company.tokens.words[max(first, end - 3) : end]
        ) in self.company.lexicon.words("at_that_time"):
            end -= 3
        found = self._ending(end, at, first, earlier) or self._labelled(end)
        if found and is_side(found[0].role):
            self.stage.last = found[-1]
        return found

    def _passed(self, word: str) -> bool:
        """Whether a word between a subject and its verb says nothing of who does it."""
        adverb = word in self.company.lexicon.words("adverb") or (
            word.endswith("ly") and len(word) > 5
        )
        return adverb or word in _QUOTES

    def _past_adverbs(self, at: int, first: int) -> int:
        """The word from which only adverbs, auxiliaries and times stand before a word."""
        while at > first:
            start = before_interposed(self.company.tokens, at, first, self.company.lexicon)
            if start < at and self._may_end_at(start, first):
                at = start
            elif self._passed(self.company.tokens.words[at - 1]):
                at -= 1
            else:
                break
        return at

    def _may_end_at(self, end: int, first: int) -> bool:
        """Whether a subject may end where a time begins: no "talks with the rebels on Monday"."""
        actor = self.company.by_stop.get(end)
        before = self.company.tokens.words[actor.first - 1] if actor and actor.first > first else ""
        return before not in self.company.lexicon.words("before_no_subject")

    def _ending(self, end: int, at: int, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """The subject that ends right before a verb: a name, a pronoun, a noun, or one further back."""
        words = self.company.tokens.words
        word = words[end - 1] if end > first else ""
        found = self._right_before(end, first)
        if found or word == "'s":
            return found
        if word in self.company.lexicon.words("subject_pronoun"):
            return (
                self.pronouns.both_before(word, end, first)
                or self._who_tells(end - 1, first, earlier)
                or self.pronouns.pronoun(word, at)
            )
        again = self.pronouns.meant_by_noun(end, first)
        if again or word == "both":
            return again or [Doer(name="both", role="both")]
        if word in {"who", "which", "that"}:
            return self.pronouns.antecedent(end - 1, first)
        joined = list(earlier) if word in {"and", "but", "or", ",", ""} else []
        person = self.pronouns.person(end, first)
        shared = self._teller(end, first) or self._far(end, end, first)
        shared = shared or self._modified(end, first) or self._opening(end, first)
        return person or joined or shared or self.pronouns.carried(end, first)

    def _who_tells(self, pronoun: int, first: int, earlier: Sequence[Doer]) -> list[Doer]:
        """Whom "it" means in "the rebels called it useful but said (in a note) that it would sign"."""
        words = self.company.tokens.words
        if words[pronoun] not in self.company.lexicon.words("pronoun_speaker"):
            return []
        that = words[pronoun - 1] == "that"
        reach = TOLD_REACH if that else 1
        low = max(first, pronoun - that - reach)
        says = self.company.lexicon.words("say")
        said = next(
            (at for at in range(pronoun - that - 1, low - 1, -1) if words[at] in says), None
        )
        if said is None or said <= first or words[said].endswith("ing"):
            return []
        cut = self.company.lexicon.words("subject_cut") & set(words[said + 1 : pronoun - that])
        if cut or self.company.between(said + 1, pronoun):
            return []
        found = self._ending(self._past_adverbs(said, first), said, first, earlier)
        return found if len(found) == 1 and is_side(found[0].role) else []

    def _right_before(self, end: int, first: int) -> list[Doer]:
        """The actor whose name, or what is told of it between commas, ends before a word."""
        word = self.company.tokens.words[end - 1] if end > first else ""
        if word in _PAUSES and end - 1 > first:
            apposed = self._apposed(end - 1, first)
            if apposed:
                return self._around(apposed[-1].actor, end, first) or apposed
        actor = self._led(self.company.by_stop.get(end), first)
        if actor is not None:
            return self._around(actor, end, first) or self.stage.coordinated(actor, first)
        return self._elliptic(end - 1, first) if word == "'s" else []

    def _led(self, actor: Actor | None, first: int) -> Actor | None:
        """The body in "a committee led by Sheikh Aref", and else the actor itself."""
        words = self.company.tokens.words
        if actor is None or actor.first - 2 <= first or words[actor.first - 1] != "by":
            return actor
        leads = words[actor.first - 2] in self.company.lexicon.words("leads")
        return (self.company.by_stop.get(actor.first - 2) or actor) if leads else actor

    def _elliptic(self, end: int, first: int) -> list[Doer]:
        """The two of "the minister's delegation and the rebels'", whose second noun is left out."""
        actor = self.company.by_stop.get(end)
        found = self.stage.coordinated(actor, first) if actor else []
        return found if len(found) > 1 else []

    def _opening(self, end: int, first: int) -> list[Doer]:
        """The subject of the whole sentence, which a second verb shares ("and initialed the text").

        What somebody says stands between: "The nurses said 22 was too little, and rejected it".
        """
        actors = self.company.between(first, end)
        if not {"and", "but"} & set(self.company.tokens.words[end - 1 : end]) or not actors:
            return []
        subject = actors[0]
        for actor in actors[1:]:
            if self.company.tokens.words[subject.stop : actor.first] not in (["and"], [",", "and"]):
                break
            subject = actor
        gap = set(self.company.tokens.words[subject.stop : end])
        leads = actors[0].first <= first + 1 and not subject.metonym
        says = self.company.tokens.words[subject.stop] in self.company.lexicon.words("say")
        tells = says and self.company.tokens.words[end - 2] == ","
        if not leads or (gap & self.company.lexicon.words("subject_cut") and not tells):
            return []
        return self.stage.coordinated(subject, first)

    def _teller(self, end: int, first: int) -> list[Doer]:
        """Who says something and then acts: "The rebels said the army had lied, and refused it".

        Without a comma a past verb after "must leave and" is no part of what is said either.
        """
        words = self.company.tokens.words
        actors = self.company.between(first, min(first + TELLER_REACH, end))
        subject = next((a for a in actors if words[a.stop] in self._tells()), None)
        if subject is None or words[end - 1] not in {"and", "but"} or subject.metonym:
            return []
        told = self.company.between(subject.stop + 1, end)
        if not told or self.company.lexicon.words("subject_pronoun") & set(words[end : end + 1]):
            return []
        willed = self.company.lexicon.words("modal_verb") & set(words[told[-1].stop : end])
        past = words[end : end + 1] and words[end].endswith("ed")
        apart = words[end - 2] == "," or (willed and past)
        return self.stage.coordinated(subject, first) if apart else []

    def _tells(self) -> frozenset[str]:
        """The verbs of saying that may stand right after a subject."""
        return self.company.lexicon.words("say") - self.company.lexicon.words("say_noun")

    def _modified(self, end: int, first: int) -> list[Doer]:
        """A subject that words of place, time or leadership part from its verb."""
        for actor in reversed(self.company.between(max(first, end - SUBJECT_GAP), end)):
            before = self.company.tokens.words[actor.first - 1] if actor.first > first else ""
            gap = self.company.tokens.words[actor.stop : end]
            dated = self._dated(gap)
            if before in self.company.lexicon.words("before_no_subject") or (
                actor.metonym and not dated
            ):
                continue
            if gap[:1] == ["("] and ")" in gap:
                gap = gap[gap.index(")") + 1 :]
            doing = bool(gap) and gap[0].endswith("ing") and len(gap[0]) > SHORTEST_DOING
            opens = (
                dated
                or doing
                or (bool(gap) and gap[0] in self.company.lexicon.words("after_subject"))
            )
            closed = set(gap) & self.company.lexicon.any_of("subject_cut", "be_form")
            return self.stage.coordinated(actor, first) if opens and not closed else []
        return []

    def _around(self, actor: Actor | None, end: int, first: int) -> list[Doer]:
        """The subject around an actor that only stands in what tells more of it."""
        if actor is None:
            return []
        low = self.company.row_first(actor, first)
        if not stands_inside(self.company.tokens, low, first, self.company.lexicon):
            return []
        found = self._far(actor.first, end, first)
        owner = self.company.tokens.words[low - 1] in {"to", "for", "of", "from", "in", "at"}
        if owner and len(found) == 1 and not found[0].role:
            return [evolve(found[0], role=actor.role)]  # "an adviser to the rebels"
        return found

    def _far(self, before: int, end: int, first: int) -> list[Doer]:
        """A subject that only what tells more of it parts from its verb, named before a word."""
        for actor in reversed(self.company.between(max(first, end - LONGEST), before)):
            low = self.company.row_first(actor, first)
            heads = heads_clause(self.company.tokens, low, first, self.company.lexicon)
            if actor.stop >= end or not heads:
                continue
            shared = shares_verbs(self.company.tokens, actor.stop, end, self.company.lexicon)
            if shared or only_modifies(self.company.tokens, actor.stop, end, self.company.lexicon):
                return self.stage.coordinated(actor, first)
        return []

    def _dated(self, gap: Sequence[str]) -> bool:
        """Whether only a day stands between a country and its verb ("Riyadh on Monday presented")."""
        days = self.company.lexicon.any_of("weekday", "before_day")
        return bool(gap) and set(gap) <= days

    def _labelled(self, end: int) -> list[Doer]:
        """Who is named before the colon that a sentence opens with ("Government: agrees.")."""
        place = self.company.tokens.starts[min(end, len(self.company.tokens) - 1)]
        for voice in voices_over(self.company.voices, place):
            if voice.verb == ":" and self.company.tokens.at(voice.span.start) >= end - 1:
                return as_doer(voice.speaker)
        return []

    def _apposed(self, comma: int, first: int) -> list[Doer]:
        """The subject before what is set between commas: "the rebels, weary of war, accepted"."""
        for back in range(comma - 1, max(first, comma - 24) - 1, -1):
            if self.company.tokens.words[back] not in _PAUSES:
                continue
            actor = self.company.by_stop.get(back)
            if actor:
                return self.stage.coordinated(actor, first)
            named = self.pronouns.person(back, first)
            if named:
                return named
        actor = self.company.by_stop.get(comma)
        if actor is None or actor.first <= first:
            return self.stage.coordinated(actor, first) if actor else []
        aside = self.company.tokens.words[actor.first - 1] in self.company.lexicon.words(
            "before_no_subject"
        )  # "with the help of the OSCE and of Russia, they agreed"
        return [] if aside else self.stage.coordinated(actor, first)
