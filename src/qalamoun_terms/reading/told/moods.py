"""Whether words state what shall be, or tell what was, is, or is thought."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.told.scene import Scene

LEAST_GERUND = 5  # letters of a word in -ing that is more than "thing"
SUBJECT = 6  # words at the beginning of a sentence that name who does something
RELATIVE_NEAR = 6  # words between a relative and the verb of its clause
_MIGHT = "might"
_PERFECT = frozenset({"has", "have", "had"})
_IS = frozenset({"is", "are"})
_TELLING = _PERFECT | {_MIGHT}


@frozen
class Moods:
    """Tells provisions from tales, by the forms of their verbs."""

    scene: Scene

    def states(self, index: int, *, strict: bool) -> bool:
        """Whether a sentence has the mood of a provision: a modal verb, or no past tense.

        In the next paragraph (`strict`) only a modal verb will do, and nobody may be saying it anew.

        Args:
            index: the sentence.
            strict: whether only a modal verb will do.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        if words[first] in self.scene.words_of("comment_opening") or self.leaves_out(first, stop):
            return False
        if not self.scene.words_of("content_mood").isdisjoint(words[first:stop]):
            return True
        places = self.scene.tokens.places_of
        if any(self._is_to(at) for at in places(self.scene.words_of("be_form"), first, stop)):
            return True
        if strict:
            being = places(_IS, first, stop)
            return any(words[min(at + 1, stop - 1)].endswith("ed") for at in being)
        return not any(self._is_told_at(at, first) for at in self.may_tell(first, stop))

    def obliges(self, first: int, stop: int) -> bool:
        """Whether words say what has to be: "shall", "is to".

        Args:
            first: the first word.
            stop: the word after the last.
        """
        words = self.scene.tokens.words[first : max(first, stop - 1)]
        if not self.scene.words_of("strong_mood").isdisjoint(words):
            return True
        being = self.scene.tokens.places_of(
            self.scene.words_of("be_form"), first, first + len(words)
        )
        return any(self._is_to(at) for at in being)

    def _is_to(self, at: int) -> bool:
        """Whether a word opens "is to", "are due to", "was set to": what shall be."""
        words = self.scene.tokens.words
        if words[at] not in self.scene.words_of("be_form"):
            return False
        after = words[at + 1 : at + 3]
        return after[:1] == ["to"] or (
            after[1:] == ["to"] and after[0] in self.scene.words_of("due")
        )

    def is_visit(self, first: int, stop: int) -> bool:
        """Reads "The minister is due to hold talks with him on Monday": where somebody goes, whom he meets.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        words = self.scene.tokens.words
        visiting = self.scene.words_of("visiting")
        meets = next(iter(self.scene.tokens.places_of(visiting, first, stop)), stop)
        before = words[max(first, meets - 2) : meets]
        if "to" not in before and self.scene.words_of("content_mood").isdisjoint(before):
            return False
        persons = self.scene.company.persons
        office = self.scene.words_of("of_a_person")
        return any(
            word in office or word in {"he", "she"} or word in persons
            for word in words[first : first + SUBJECT]
            if word not in {"of", "the"}
        )

    def may_tell(self, first: int, stop: int) -> list[int]:
        """The words of a stretch that may tell what was or is: past forms, "have", "is", "thinks".

        Args:
            first: the first word.
            stop: the word after the last.
        """
        words = self.scene.tokens.words
        telling = self.scene.lexicon.any_of("past", "opinion", "be_form")
        return [
            at
            for at in range(first, stop)
            if words[at] in telling or words[at] in _TELLING or words[at].endswith("ed")
        ]

    def _is_told_at(self, at: int, first: int) -> bool:
        """Whether a word tells what was or is, and not what shall be."""
        past = self.scene.tokens.words[at] in self.scene.words_of("past")
        return (
            (past and not self.participle(at, first))
            or self.narrates(at, first)
            or self.perfect(at, first)
            or self.describes(at, first)
        )

    def describes(self, at: int, first: int) -> bool:
        """Whether a word tells what goes on or what somebody thinks: "is leaning on", "include".

        Args:
            at: the word.
            first: the first word.
        """
        words = self.scene.tokens.words
        thought = words[at] == _MIGHT or words[at] in self.scene.words_of("opinion")
        if not thought and words[at] not in self.scene.words_of("be_form"):
            return False
        if not self.scene.words_of("supposing").isdisjoint(
            words[max(first, at - RELATIVE_NEAR) : at]
        ):
            return False
        if thought:
            return at > first
        after = next(
            (w for w in words[at + 1 : at + 3] if w not in self.scene.words_of("adverb")), ""
        )
        return after.endswith("ing") and len(after) > LEAST_GERUND

    def perfect(self, at: int, first: int) -> bool:
        """Whether a word tells what has come about ("have been under siege"), of nobody's "who have".

        Args:
            at: the word.
            first: the first word.
        """
        words = self.scene.tokens.words
        if words[at] not in _PERFECT or words[max(first, at - 1)] in {"would", "to"}:
            return False
        after = next((w for w in words[at + 1 : at + 4] if not self._is_adverb(w)), "")
        done = (
            after.endswith(("ed", "en"))
            or "been" in words[at + 1 : at + 4]
            or after in self.scene.words_of("irregular_participle")
        )
        if not done:
            return False
        return not set(words[max(first, at - RELATIVE_NEAR) : at]) & self.scene.words_of(
            "supposing"
        )

    def _is_adverb(self, word: str) -> bool:
        return word == "not" or word.endswith("ly") or word in self.scene.words_of("adverb")

    def leaves_out(self, first: int, stop: int) -> bool:
        """Reads "The deal did not mention a pullout": what is told is what no text holds.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        words = self.scene.tokens.words
        moods = self.scene.words_of("content_mood")
        until = next(iter(self.scene.tokens.places_of(moods, first, stop)), stop)
        return any(
            words[at + 1] in {"not", "n't"} and words[at + 2] in self.scene.words_of("holding")
            for at in self.scene.tokens.places_of(self.scene.words_of("do_form"), first, until)
            if at + 2 < stop
        )

    def participle(self, at: int, first: int) -> bool:
        """Whether a form that may be a past tense stands after "is" or "be" ("is opened").

        Args:
            at: the word.
            first: the first word.
        """
        return at > first and self.scene.tokens.words[at - 1] in {"is", "are", "be", "being"}

    def narrates(self, at: int, first: int) -> bool:
        """Whether a word in -ed is a verb of narration, and no participle.

        Args:
            at: the word.
            first: the first word.
        """
        words = self.scene.tokens.words
        if not words[at].endswith("ed") or at == first:
            return False
        before = words[at - 1]
        return before in {"he", "she", "it", "they", "we", "has", "have"} or (
            any(a.stop == at for a in self.scene.company.between(max(first, at - 8), at))
        )
