"""Terms told in sentences that only go on from what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.acts import TELLING, Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.moods import Moods
from qalamoun_terms.reading.told.packages import PACKAGES_BACK, WHOLES, Package, proposer_side
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import LOCAL, is_side
from qalamoun_terms.reading.who.speakers import voices_over

ASIDE_REACH = 5  # words at the front of a sentence that tell what it is about
PROVISIONS_APART = 4  # sentences after which what follows is no longer taken for more of the terms
_PERSON = frozenset({"he", "she"})


@frozen(slots=False)  # slots slow a class that has cached properties
class CarryReader:
    """Reads provisions that name no package: what goes on, stands by itself, or is urged."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    contents: ContentReader
    moods: Moods

    def states_more(self, index: int, acts: Sequence[Act]) -> bool:
        """A sentence after one that gave terms may state more of them, if it does not narrate.

        Args:
            index: the sentence.
            acts: the acts of the sentence.
        """
        sentence = self.scene.sentences[index]
        flow = self.desk.flow
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
            or not self.moods.states(index, strict=strict)
            or self.moods.is_visit(*self.scene.bounds(index))
        ):
            return False
        if self._enumerated(index):
            return True
        own = self._party_speaks(flow.open, index) or self._remarks(flow.open, index, acts)
        bare = not strict and flow.open_at == index - 1
        span = self.scene.content(index)
        return not own and bool(self.contents.gather(flow.open, span, index, bare=bare, sure=True))

    def _named_then(self, index: int) -> bool:
        """Reads "They named the release of ..." right after a demand or an offer: what it is for."""
        first, stop = self.scene.bounds(index)
        words, package = self.scene.tokens.words, self.desk.flow.open
        named = words[first] in self.scene.words_of("nominative") and (
            words[first + 1 : first + 2] and words[first + 1] in self.scene.words_of("naming")
        )
        if package is None or not named or index - self.desk.flow.open_at > 1 or first + 2 >= stop:
            return False
        scope = self.scene.tokens.span(first + 2, stop)
        return bool(self.contents.gather(package, scope, index, bare=True))

    def _after_mention(self, index: int, acts: Sequence[Act]) -> bool:
        """A provision right after a sentence of its paragraph that only names a package."""
        sentences = self.scene.sentences
        told = any(a.act in TELLING and self._tells(a) for a in acts)
        if (
            not self.desk.bearings.negotiates_much
            or told
            or not self.moods.states(index, strict=False)
        ):
            return False
        first, stop = self.scene.bounds(index)
        span = self.scene.content(index)
        unsure = {'"', "“", "would", "might", "could"} | self.scene.words_of("speculation")
        supposed = unsure & set(self.scene.tokens.words[first:stop])
        if supposed or not self.desk.untold(self.scene.stated(span)):
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
                return bool(
                    self.contents.gather(self.resolver.package(named[-1], back), span, index)
                )
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
        speaker = self.scene.company.speaker(self.scene.bounds(index)[1] - 1)
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
        if self.is_aside(package, index):
            return True
        opening = next((p for p in self.scene.phrases(index) if p.first <= first + 1), None)
        if opening is None or opening.sort not in WHOLES:
            return False
        if self.scene.words_of("calm") & set(words[opening.first : opening.stop]):
            return False  # "the ceasefire deal lasts ten days"
        return not any(a.act in {"define", "which", "deal"} for a in acts)

    def is_aside(self, package: Package, index: int) -> bool:
        """Whether a sentence tells how talks stand, what becomes of a package, or what somebody will not do.

        "Negotiations are under way", "It is to be put before the cabinet", "He would meet him", and
        beside the demands of one side "the factions would not leave".

        Args:
            package: the package.
            index: the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        opening = words[first : min(first + ASIDE_REACH, stop)]
        talks = opening[0] in self.scene.words_of("talking") and not self.scene.words_of(
            "be_form"
        ).isdisjoint(opening)
        becomes = opening[0] == "it" and "be" in opening
        own = any(
            words[at + 1] in {"would", "will"} and words[at + 2] not in {"be", "have"}
            for at in self.scene.tokens.places_of(_PERSON, first, stop - 2)
        )
        refuses = package.sort == "demand" and self._holds_back(words[first:stop])
        return talks or becomes or own or refuses

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
        numbers = self.scene.lexicon.any_of("ordinal_word", "cardinal_word")
        package = self.desk.flow.open
        if package is None or stop - first < 4 or words[first] not in numbers:
            return False
        if words[first + 1] not in {",", ":", "-", "–"}:
            return False
        span = self.scene.tokens.span(first + 2, stop)
        label = self.scene.tokens.printed(first)
        if not self.contents.gather(package, span, index, label=label):
            item = self.contents.put_other(package, span, index, label)
            item.speaker = self.scene.company.speaker(first)
            self.desk.flow.open_at = index
        return True

    def provides(self, index: int, acts: Sequence[Act]) -> bool:
        """A provision that stands by itself ("... shall ...", "... are to ...") in such a text.

        Args:
            index: the sentence.
            acts: the acts of the sentence.
        """
        answers = any(a.act == "stance" and not a.entry.data.get("deed") for a in acts)
        if not self.desk.bearings.negotiates_much or answers:
            return False
        first, stop = self.scene.bounds(index)
        speculation = self.scene.words_of("speculation")
        if self.moods.leaves_out(first, stop) or not self.moods.obliges(first, stop):
            return False
        if speculation & set(self.scene.tokens.words[first:stop]) or self.moods.is_visit(
            first, stop
        ):
            return False
        package = self.desk.flow.open or self.desk.story.shelf.current
        span = self.scene.content(index)
        if package is not None:
            own = self._party_speaks(package, index) or self._remarks(package, index, acts)
            return not own and bool(self.contents.gather(package, span, index))
        if not self.desk.bearings.opposed or not self.scene.stated(span):
            return False
        sort = "deal" if self.desk.bearings.deals_much else "paper"
        return bool(self.contents.gather(self.desk.new(sort, "terms", span, index), span, index))

    @cached_property
    def _labelled_sides(self) -> int:
        """How many sides have lines of their own, after their names and colons."""
        voices = self.scene.company.voices
        return len({v.speaker.role for v in voices if v.verb == ":" and v.speaker.role})

    def is_position(self, index: int, acts: Sequence[Act]) -> bool:
        """A line of a table of positions: "Government: the road is opened".

        Args:
            index: the sentence.
            acts: the acts of the sentence.
        """
        company = self.scene.company
        first, stop = self.scene.bounds(index)
        start = self.scene.tokens.starts[stop - 1]
        voice = next((v for v in voices_over(company.voices, start) if v.verb == ":"), None)
        if (
            voice is None
            or voice.speaker.kind != "report"
            or self._labelled_sides < 2
            or not is_side(voice.speaker.role)
            or acts
        ):
            return False
        mentions = self.scene.bare_stated(voice.span)
        if not mentions or not self.moods.states(index, strict=False):
            return False
        known = [
            p
            for p in self.desk.story.shelf.packages[:PACKAGES_BACK]
            if p.noun == "positions" and p.role == proposer_side(voice.speaker.role)
        ]
        actor = voice.speaker.actor
        name = voice.speaker.name or (actor.name if actor else "")
        doer = Doer(name=name, role=voice.speaker.role, actor=actor)
        span = self.scene.sentences[index].span
        package = known[0] if known else self.desk.new("paper", "positions", span, index, by=doer)
        self.desk.note(doer, Target(package), "proposed", span, first)
        return bool(self.contents.gather(package, voice.span, index, bare=True))
