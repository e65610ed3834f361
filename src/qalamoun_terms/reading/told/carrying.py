"""Terms told in sentences that only go on from what was told before."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.acts import TELLING, Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.packages import PACKAGES_BACK, WHOLES, Package, proposer_side
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import LOCAL, is_side
from qalamoun_terms.reading.who.speakers import voices_over

ASIDE_REACH = 5  # words at the front of a sentence that tell what it is about
PROVISIONS_APART = 4  # sentences after which what follows is no longer taken for more of the terms
LEAST_GERUND = 5  # letters of a word in -ing that is more than "thing"
SUBJECT = 6  # words at the beginning of a sentence that name who does something
RELATIVE_NEAR = 6  # words between a relative and the verb of its clause
_MIGHT = "might"
_PERFECT = frozenset({"has", "have", "had"})
_TELLING = _PERFECT | {_MIGHT}


@define
class CarryReader(ContentReader):
    """Reads provisions that name no package: what goes on, stands by itself, or is urged."""

    tabled: int | None = None

    def _states_more(self, index: int, acts: Sequence[Act]) -> bool:
        """A sentence after one that gave terms may state more of them, if it does not narrate."""
        sentence = self.scene.sentences[index]
        flow = self.flow
        topic = flow.topic
        if topic and not topic.package.told and 0 < index - flow.topic_at <= 2:
            flow.open, flow.open_at = topic.package, index - 1
            flow.open_segment = self.scene.sentences[flow.topic_at].segment
        if flow.open is None or index - flow.open_at > PROVISIONS_APART:
            return self._after_mention(index, acts)
        if self._named_then(index):
            return True
        away = self.scene.paragraphs_between(flow.open_segment, sentence.segment) > 1
        told = any(a.act in TELLING and self._tells(a) for a in acts)
        strict = sentence.segment != flow.open_segment
        if (
            away
            or told
            or not self._states(index, strict=strict)
            or self._is_visit(*self.scene.bounds(index))
        ):
            return False
        if self._enumerated(index):
            return True
        own = self._party_speaks(flow.open, index) or self._remarks(flow.open, index, acts)
        bare = not strict and flow.open_at == index - 1
        span = self.scene.content(index)
        return not own and bool(self._gather(flow.open, span, index, bare=bare, sure=True))

    def _named_then(self, index: int) -> bool:
        """Reads "They named the release of ..." right after a demand or an offer: what it is for."""
        first, stop = self.scene.bounds(index)
        words, package = self.scene.tokens.words, self.flow.open
        named = words[first] in self.scene.words_of("nominative") and (
            words[first + 1 : first + 2] and words[first + 1] in self.scene.words_of("naming")
        )
        if package is None or not named or index - self.flow.open_at > 1 or first + 2 >= stop:
            return False
        scope = self.scene.tokens.span(first + 2, stop)
        return bool(self._gather(package, scope, index, bare=True))

    def _after_mention(self, index: int, acts: Sequence[Act]) -> bool:
        """A provision right after a sentence of its paragraph that only names a package."""
        sentences = self.scene.sentences
        told = any(a.act in TELLING and self._tells(a) for a in acts)
        if not self.bearings.negotiates_much or told or not self._states(index, strict=False):
            return False
        first, stop = self.scene.bounds(index)
        span = self.scene.content(index)
        unsure = {'"', "“", "would", "might", "could"} | self.scene.words_of("speculation")
        supposed = unsure & set(self.scene.tokens.words[first:stop])
        if supposed or not self._untold(self.scene.stated(span)):
            return False
        for back in range(index - 1, max(-1, index - 3), -1):
            if sentences[back].segment != sentences[index].segment:
                break
            named = [
                p
                for p in self.scene.phrases(back)
                if p.sort in WHOLES
                and p.noun not in self.scene.words_of("loose_package")
                and p.owner_pronoun not in {"his", "her", "my"}
            ]
            if named:
                return bool(self._gather(self._package(named[-1], back), span, index))
        return False

    def _tells(self, act: Act) -> bool:
        """Whether an act is told of somebody: "those who refuse the settlement" are only meant.

        "The men will not leave their camps" may be one more provision.
        """
        if act.entry.data.get("deed"):
            return False
        words = self.scene.tokens.words
        at = act.start
        while at > 0 and words[at - 1] in {"do", "does", "not", "still", "also", "had", "have"}:
            at -= 1
        return words[at - 1 : at] not in (["who"], ["whoever"])

    def _party_speaks(self, package: Package, index: int) -> bool:
        """Whether a party gives its own view here, and does not tell what the package says."""
        speaker = self.scene.cast.speaker(self.scene.bounds(index)[1] - 1)
        principal = speaker.role in LOCAL and speaker.kind == "named"
        if package.sort == "deal" and package.status == "agreed":
            return False  # whoever speaks of a deal that was made tells what stands in it
        return principal and speaker.name != package.speaker.name

    def _remarks(self, package: Package, index: int, acts: Sequence[Act]) -> bool:
        """Whether a sentence only speaks of a deal: "The roadmap was delivered by ...", "We want ..."."""
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        if package.verbatim or self._in_list(index):
            return False
        if package.sort == "deal" and self.scene.words_of("first_person") & set(words[first:stop]):
            return True
        if self._is_aside(package, index):
            return True
        opening = next((p for p in self.scene.phrases(index) if p.first <= first + 1), None)
        if opening is None or opening.sort not in WHOLES:
            return False
        if self.scene.words_of("calm") & set(words[opening.first : opening.stop]):
            return False  # "the ceasefire deal lasts ten days"
        return not any(a.act in {"define", "which", "deal"} for a in acts)

    def _is_aside(self, package: Package, index: int) -> bool:
        """Whether a sentence tells how talks stand, what becomes of a package, or what somebody will not do.

        "Negotiations are under way", "It is to be put before the cabinet", "He would meet him", and
        beside the demands of one side "the factions would not leave".
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        opening = words[first : min(first + ASIDE_REACH, stop)]
        talks = opening[0] in self.scene.words_of("talking") and self.scene.words_of(
            "be_form"
        ) & set(opening)
        becomes = opening[0] == "it" and "be" in opening
        own = any(
            one in {"he", "she"} and two in {"would", "will"} and three not in {"be", "have"}
            for one, two, three in zip(
                words[first:stop], words[first + 1 : stop], words[first + 2 : stop], strict=False
            )
        )
        refuses = package.sort == "demand" and self._holds_back(words[first:stop])
        return bool(talks) or becomes or own or refuses

    def _holds_back(self, words: Sequence[str]) -> bool:
        """Whether somebody would not do something: "they would not leave", "will hold no talks"."""
        would = {"would", "will"} & set(words)
        return bool(would and self.scene.words_of("negator") & set(words))

    def _in_list(self, index: int) -> bool:
        return self.scene.block(index).kind is Block.ITEM

    def _enumerated(self, index: int) -> bool:
        """Reads "One, the barricades come down.": an item of a list that is told in running text."""
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        numbers = self.scene.words_of("ordinal_word") | self.scene.words_of("cardinal_word")
        package = self.flow.open
        if package is None or stop - first < 4 or words[first] not in numbers:
            return False
        if words[first + 1] not in {",", ":", "-", "–"}:
            return False
        span = self.scene.tokens.span(first + 2, stop)
        label = self.scene.tokens.printed(first)
        if not self._gather(package, span, index, label=label):
            item = self._put_other(package, span, index, label)
            item.speaker = self.scene.cast.speaker(first)
            self.flow.open_at = index
        return True

    def _provides(self, index: int, acts: Sequence[Act]) -> bool:
        """A provision that stands by itself ("... shall ...", "... are to ...") in such a text."""
        answers = any(a.act == "stance" and not a.entry.data.get("deed") for a in acts)
        if not self.bearings.negotiates_much or answers:
            return False
        first, stop = self.scene.bounds(index)
        speculation = self.scene.words_of("speculation")
        if self._leaves_out(first, stop) or not self._obliges(first, stop):
            return False
        if speculation & set(self.scene.tokens.words[first:stop]) or self._is_visit(first, stop):
            return False
        package = self.flow.open or self.story.shelf.current
        span = self.scene.content(index)
        if package is not None:
            own = self._party_speaks(package, index) or self._remarks(package, index, acts)
            return not own and bool(self._gather(package, span, index))
        if not self.bearings.opposed or not self.scene.stated(span):
            return False
        sort = "deal" if self.bearings.deals_much else "paper"
        return bool(self._gather(self._new(sort, "terms", span, index), span, index))

    def _tabled(self, index: int, acts: Sequence[Act]) -> bool:
        """A line of a table of positions: "Government: the road is opened"."""
        cast = self.scene.cast
        if self.tabled is None:
            self.tabled = len(
                {v.speaker.role for v in cast.voices if v.verb == ":" and v.speaker.role}
            )
        first, stop = self.scene.bounds(index)
        start = self.scene.tokens.starts[stop - 1]
        voice = next((v for v in voices_over(cast.voices, start) if v.verb == ":"), None)
        if (
            voice is None
            or voice.speaker.kind != "report"
            or self.tabled < 2
            or not is_side(voice.speaker.role)
            or acts
        ):
            return False
        mentions = self.scene.bare_stated(voice.span)
        if not mentions or not self._states(index, strict=False):
            return False
        known = [
            p
            for p in self.story.shelf.packages[:PACKAGES_BACK]
            if p.noun == "positions" and p.role == proposer_side(voice.speaker.role)
        ]
        actor = voice.speaker.actor
        name = voice.speaker.name or (actor.name if actor else "")
        doer = Doer(name=name, role=voice.speaker.role, actor=actor)
        span = self.scene.sentences[index].span
        package = known[0] if known else self._new("paper", "positions", span, index, by=doer)
        self._note(doer, Target(package), "proposed", span, first)
        return bool(self._gather(package, voice.span, index, bare=True))

    def _is_visit(self, first: int, stop: int) -> bool:
        """Reads "The minister is due to hold talks with him on Monday": where somebody goes, whom he meets."""
        words = self.scene.tokens.words
        person = self.scene.words_of("of_a_person") | {"he", "she"} | self.scene.cast.persons.keys()
        opening = {word for word in words[first : first + SUBJECT] if word not in {"of", "the"}}
        meets = next(
            (i for i in range(first, stop) if words[i] in self.scene.words_of("visiting")), stop
        )
        modal = self.scene.words_of("content_mood") | {"to"}
        return bool(person & opening and modal & set(words[max(first, meets - 2) : meets]))

    def _obliges(self, first: int, stop: int) -> bool:
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

    def _states(self, index: int, *, strict: bool) -> bool:
        """Whether a sentence has the mood of a provision: a modal verb, or no past tense.

        In the next paragraph (`strict`) only a modal verb will do, and nobody may be saying it anew.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        if words[first] in self.scene.words_of("comment_opening") or self._leaves_out(first, stop):
            return False
        if not self.scene.words_of("content_mood").isdisjoint(words[first:stop]):
            return True
        places = self.scene.tokens.places_of
        if any(self._is_to(at) for at in places(self.scene.words_of("be_form"), first, stop)):
            return True
        if strict:
            being = places(("is", "are"), first, stop)
            return any(words[min(at + 1, stop - 1)].endswith("ed") for at in being)
        return not any(self._is_told_at(at, first) for at in self._may_tell(first, stop))

    def _may_tell(self, first: int, stop: int) -> list[int]:
        """The words of a stretch that may tell what was or is: past forms, "have", "is", "thinks"."""
        words = self.scene.tokens.words
        telling = self.scene.lexicon.any_of("past", "opinion", "be_form") | _TELLING
        return [i for i in range(first, stop) if words[i] in telling or words[i].endswith("ed")]

    def _is_told_at(self, at: int, first: int) -> bool:
        """Whether a word tells what was or is, and not what shall be."""
        past = self.scene.tokens.words[at] in self.scene.words_of("past")
        return (
            (past and not self._participle(at, first))
            or self._narrates(at, first)
            or self._perfect(at, first)
            or self._describes(at, first)
        )

    def _describes(self, at: int, first: int) -> bool:
        """Whether a word tells what goes on or what somebody thinks: "is leaning on", "include"."""
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

    def _perfect(self, at: int, first: int) -> bool:
        """Whether a word tells what has come about ("have been under siege"), of nobody's "who have"."""
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

    def _leaves_out(self, first: int, stop: int) -> bool:
        """Reads "The deal did not mention a pullout": what is told is what no text holds."""
        words = self.scene.tokens.words
        moods = self.scene.words_of("content_mood")
        until = next(self.scene.tokens.places_of(moods, first, stop), stop)
        return any(
            words[at + 1] in {"not", "n't"} and words[at + 2] in self.scene.words_of("holding")
            for at in self.scene.tokens.places_of(self.scene.words_of("do_form"), first, until)
            if at + 2 < stop
        )

    def _participle(self, at: int, first: int) -> bool:
        """Whether a form that may be a past tense stands after "is" or "be" ("is opened")."""
        return at > first and self.scene.tokens.words[at - 1] in {"is", "are", "be", "being"}

    def _narrates(self, at: int, first: int) -> bool:
        """Whether a word in -ed is a verb of narration, and no participle."""
        words = self.scene.tokens.words
        if not words[at].endswith("ed") or at == first:
            return False
        before = words[at - 1]
        return before in {"he", "she", "it", "they", "we", "has", "have"} or (
            any(a.stop == at for a in self.scene.cast.between(max(first, at - 8), at))
        )
