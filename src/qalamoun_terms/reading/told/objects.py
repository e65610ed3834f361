"""What an answer is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from qalamoun_terms.reading.text.frames import Block, Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.notes import ACCEPTING
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import WHOLES, Package
from qalamoun_terms.reading.told.resolving import Resolver, same_noun
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import is_purpose
from qalamoun_terms.reading.told.targets import Target, numbered_items, topical_items

NEAR_OBJECT = 4  # words between an answer and "a proposal" that it is about
_ON_OLD = frozenset({"violated", "withdrawn"})
_ON_NEW = ACCEPTING | {"conditional", "rejected"}
JUST_SAID = 2  # sentences between an offer and "the idea" that means it
LATER_OBJECT = 10  # words after which an object may still come: "agreed in Geneva to free them"
WHEN_REACH = 5  # words of "on the very same evening"
_STOPS = frozenset({",", ".", ";", ":", "!", "?", ")"})


@frozen
class ObjectReader:
    """Finds the package or the items that an answer is about."""

    scene: Scene
    desk: Desk
    resolver: Resolver
    contents: ContentReader

    def targets(self, act: Act, phrases: Sequence[PackageNoun], index: int) -> list[Target]:
        """What an answer is about: what is put first, what its object names, or what "it" is.

        Args:
            act: the act.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        shelf = self.desk.story.shelf
        low, high = self._object(act, index)
        inside = [p for p in phrases if min(low, act.start) <= p.first < high]
        own = any(p.sort == "demand" and p.owner_pronoun for p in inside)
        named = any(p.sort in WHOLES or p.owner for p in inside)
        before = self._antecedent(act, phrases, index)
        if before is not None:
            return [Target(before)]
        if not shelf.packages and not named and not own:
            return []
        fronted = self.fronted(act, index)
        if fronted is not None:
            return fronted
        begin = act.start + 1 + (self.scene.tokens.words[act.start] in self.scene.words_of("say"))
        if self.scene.words_of("answered_pronoun") & set(
            self.scene.tokens.words[begin : act.end]
        ):  # no "said it accepts"
            return self._it(act, begin, act.end, index)
        owned = any(p.owner or p.label or self._nameable(p) or self._all_of(p) for p in inside)

        if act.entry.data.get("intransitive") and not act.entry.word("object") and not owned:
            return self._it(act, low, high, index)
        return (
            self._phrase_targets(act, inside, index)
            or self._numbered(low, high)
            or topical_items(self.scene.tokens, low, high, shelf.packages, self.scene.lexicon)
            or self._each(low, high)
            or self._it(act, low, high, index)
        )

    def _antecedent(self, act: Act, phrases: Sequence[PackageNoun], index: int) -> Package | None:
        """The package in "the deal that the president signed", or in "On their text: we accept it"."""
        words = self.scene.tokens.words
        before = [p for p in phrases if p.stop < act.start and p.sort != "part"]
        if not before or act.entry.word("object") or act.entry.data.get("passive"):
            return None
        phrase = before[-1]
        if not self._is_relative(phrase, act):
            return None
        rest = words[act.end : act.limit]
        topic = self.desk.flow.topic
        if not self._says_no_object(act, rest) and rest[0] not in {"and", "but"}:
            return None
        if phrase.sort == "demand" and topic and self.desk.flow.topic_at == index:
            return topic.package
        return self.resolver.package(phrase, index)

    def _is_relative(self, phrase: PackageNoun, act: Act) -> bool:
        """Whether an act and its subject stand in a clause about the noun right before them."""
        words = self.scene.tokens.words
        at = phrase.stop
        at += words[at : at + 1] == [","] and words[at + 1 : at + 2] == ["which"]
        begins = {at, at + (words[at] in {"that", "which"})}
        at = max(begins)
        actors = self.scene.company.between(phrase.stop, act.start)
        actor = next((a for a in actors if a.first in begins), None)
        subject = actor.stop if actor else at + (words[at] in self.scene.words_of("nominative"))
        passed = self.scene.lexicon.any_of("adverb", "say", "nominative")
        return subject > at and all(word in passed for word in words[subject : act.start])

    def _numbered(self, low: int, high: int) -> list[Target]:
        """Items of the current package that words name by number."""
        current = self.desk.story.shelf.current
        if current is None:
            return []
        found = numbered_items(self.scene.tokens, low, high, current, self.scene.lexicon)
        return [Target(current, item) for item in found]

    def fronted(self, act: Act, index: int) -> list[Target] | None:
        """What is put first: "The third it refused", "As for the road, ...", "On the second ...".

        None where nothing is put first; no targets where it is not clear what it means.

        Args:
            act: the act.
            index: the sentence.
        """
        first, _ = self.scene.bounds(index)
        words, current = self.scene.tokens.words, self.desk.story.shelf.current
        if current is None or act.start - first < 3:
            return None
        end = next((i for i in range(first, act.start) if words[i] == ","), act.start)
        before = act.entry.word("object") == "before"
        opening = min(end, first + 5)
        if not before:  # what stands after a subject is the object of an earlier verb
            opening = min(
                [opening, *(a.first for a in self.scene.company.between(first, act.start))]
            )
        numbered = numbered_items(self.scene.tokens, first, opening, current, self.scene.lexicon)
        if numbered:
            return [Target(current, item) for item in numbered]
        bare = act.end >= act.limit or not words[act.end][0].isalnum()
        actors = self.scene.company.between(act.start - 6, act.start)
        subject = actors or words[act.start - 1] in {"we", "they", "it", "he", "she"}
        opens = self.scene.company.between(
            first, first + 2
        )  # "The rebels say they will think about it"
        determined = words[first] in {"the", "this", "that", "these", "those"}
        if bare and subject and determined and not opens:
            stop_at = next(
                (
                    i
                    for i in range(first, act.start)
                    if words[i] in self.scene.words_of("nominative")
                ),
                actors[0].first if actors else act.start,
            )
            if stop_at - first >= 2:
                named = actors and words[stop_at] not in self.scene.words_of("nominative")
                found = self._each(first, stop_at)
                return found or (None if named else [])
        if words[first] in self.scene.words_of("answered_about") or before:
            low = first if not before else max(first, act.start - 8)
            stop_at = end if not before else act.start
            found = self._each(low, stop_at)
            return found or (None if before or words[first] == "on" else [])
        return None

    def _each(self, low: int, high: int) -> list[Target]:
        """The items that the members of an enumeration come back to."""
        words = self.scene.tokens.words
        cuts = [low, *(i for i in range(low, high) if words[i] in {"and", ",", ";"}), high]
        found: list[Target] = []
        for start, stop in pairwise(cuts):
            for target in topical_items(
                self.scene.tokens, start, stop, self.desk.story.shelf.packages, self.scene.lexicon
            ):
                if target not in found:
                    found.append(target)
        return found

    def _object(self, act: Act, index: int) -> tuple[int, int]:
        """Between which words the object of an act stands."""
        first, _ = self.scene.bounds(index)
        if act.entry.word("object") == "before" or (
            act.entry.data.get("passive") and act.act == "stance"
        ):
            return first, act.start
        low = act.start + 1 if act.stance == "conditional" else act.end
        high = max(act.limit, act.end)
        if act.stance not in {"accepted", "provisional", "rejected"}:
            return low, high
        words, beside = self.scene.tokens.words, self.scene.words_of("beside_object")
        return low, next((at for at in range(low, high) if words[at] in beside), high)

    def _phrase_targets(self, act: Act, inside: Sequence[PackageNoun], index: int) -> list[Target]:
        """What a phrase in the object of an answer means: a package, or items of one by number."""
        low, high = self._object(act, index)
        phrase = self._object_phrase(inside)
        if phrase is None:
            return []
        package = self._just_said(phrase, index) or self.resolver.resolve(phrase)
        if act.stance == "withdrawn" and package and not same_noun(package, phrase):
            package = None  # what is taken back is named: it is not what the text was just about
        if not phrase.definite and phrase.ordinal in self.scene.words_of("ordinal_past"):
            return [Target(self.resolver.package(phrase, index, fresh=True))]
        new = not phrase.definite and phrase.sort in WHOLES and act.stance in _ON_NEW | _ON_OLD
        new = new and phrase.first - act.end <= NEAR_OBJECT
        own = new or (phrase.sort == "demand" and bool(phrase.owner_pronoun))
        if (
            phrase.owner
            or (package is None and own)
            or (package is None and (phrase.created or self._nameable(phrase)))
        ):
            package = self.resolver.package(phrase, index)
        if package is None:
            return []
        aimed = is_purpose(self.scene, phrase.stop, high) or act.stance in _ON_OLD
        if package.sentence == index and not package.told and phrase.sort != "part" and not aimed:
            self.contents.gather(package, self.behind(phrase, high), index, bare=True)
        return self._parts(act, phrase, package, low, high) or [Target(package)]

    def _object_phrase(self, inside: Sequence[PackageNoun]) -> PackageNoun | None:
        """The package that an object names: the deal in "its commitments under the deal"."""
        first, *more = inside or (None,)
        if first is None or first.sort != "part" or self.resolver.resolve(first):
            return first
        under = [
            p
            for p in more
            if self.scene.tokens.words[first.stop] in self.scene.words_of("under_it")
        ]
        return next((p for p in under if p.sort == "deal"), first)

    def _just_said(self, phrase: PackageNoun, index: int) -> Package | None:
        """What "the idea" and "this request" mean: what was put forward just before, however called."""
        topic = self.desk.flow.topic
        told = phrase.owner or phrase.owner_pronoun or phrase.ordinal or phrase.label
        loose = phrase.definite and phrase.noun in self.scene.words_of("loose_offer") and not told
        if not loose or topic is None or index - self.desk.flow.topic_at > JUST_SAID:
            return None
        empty = topic.package.sentence == index and not topic.package.told
        if empty and any(same_noun(p, phrase) for p in self.desk.story.shelf.packages):
            return None  # "its answer to the proposal" is a paper of its own
        return topic.package if topic.package.sort in {"paper", "demand"} else None

    def behind(self, phrase: PackageNoun, high: int) -> Span:
        """What follows the noun of a package, up to where the sentence turns.

        Args:
            phrase: the noun phrase.
            high: the word after the last.
        """
        words = self.scene.tokens.words
        turns = self.scene.words_of("turn")
        stop = next((i for i in range(phrase.stop, high) if words[i] in turns), high)
        owner = phrase.owner.first if phrase.owner else stop
        if phrase.stop < owner < stop:  # "the offer of a truce made by the rebels"
            stop = owner
            leads = frozenset({"by", "from"}) | self.scene.words_of("put_forward")
        else:
            leads = self.scene.lexicon.any_of("be_form", "have_form", "adverb")
        while stop - 1 > phrase.stop and words[stop - 1] in leads:
            stop -= 1
        first = phrase.stop + (words[phrase.stop : phrase.stop + 1] in (["of"], ["for"]))
        return self.scene.tokens.span(min(first, stop - 1), stop)

    def _parts(
        self, act: Act, phrase: PackageNoun, package: Package, low: int, high: int
    ) -> list[Target]:
        """The items of a package that "the second article" or "the point of the road" means."""
        if phrase.sort != "part" or self._all_of(phrase):
            return []
        tokens, lexicon = self.scene.tokens, self.scene.lexicon
        numbered = numbered_items(tokens, low, high, package, lexicon)
        if numbered or not phrase.partial or self.one_of(act, [phrase]):
            return [Target(package, item) for item in numbered]
        known = topical_items(tokens, phrase.stop, high, [package], lexicon)
        return known or self._part_told(act, phrase, package, high)

    def _part_told(
        self, act: Act, phrase: PackageNoun, package: Package, high: int
    ) -> list[Target]:
        """Reads "rejected a clause on disarmament": what the answer itself tells of the part."""
        words = self.scene.tokens.words
        at = phrase.stop + (words[phrase.stop : phrase.stop + 1] == [","])
        index = self.scene.sentence_at(self.scene.tokens.starts[act.start])
        _, stop = self.scene.bounds(index)
        if at + 1 >= stop or words[at] not in self.scene.words_of("part_link"):
            return []
        relative = words[at] in self.scene.words_of("relates") or words[at].endswith("ing")
        scope = self.behind(evolve(phrase, stop=at + 1), stop if relative else max(high, at + 2))
        topic, current = self.desk.flow.topic, self.desk.story.shelf.current
        found = self.contents.gather(package, scope, index, bare=True)
        self.desk.flow.topic, self.desk.story.shelf.current = topic, current
        return [Target(package, item) for item in found]

    def _all_of(self, phrase: PackageNoun) -> bool:
        """Whether every item is meant: "all of the articles", "each of the points"."""
        words = self.scene.tokens.words[max(0, phrase.first - 2) : phrase.first + 1]
        return bool(self.scene.words_of("every") & set(words))

    def _nameable(self, phrase: PackageNoun) -> bool:
        return (
            phrase.definite
            and phrase.sort in WHOLES
            and phrase.noun not in self.scene.words_of("loose_package")
        )

    def one_of(self, act: Act, phrases: Sequence[PackageNoun]) -> bool:
        """Whether an answer is on one item that is not told: "one of the articles", "an article".

        Args:
            act: the act.
            phrases: the nouns of packages in the sentence.
        """
        words = self.scene.tokens.words[act.end : act.end + 3]
        part = any(p.sort == "part" and p.first <= act.end + 2 for p in phrases)
        return words[:2] == ["one", "of"] or (words[:1] == ["an"] and part)

    def _says_no_object(self, act: Act, words: Sequence[str]) -> bool:
        """Whether what follows a verb is no object: nothing, "in Doha", "on 3 May", "the same evening"."""
        opening = [word for word in words[:WHEN_REACH] if word not in {'"', "“", "”"}]
        if not opening or not any(word[0].isalnum() for word in words) or opening[0] in _STOPS:
            return True
        if {"to", "that"} & set(words[:LATER_OBJECT]):
            return False
        if opening[0] in self.scene.words_of("adverbial_opening"):
            return True
        if act.stance not in _ON_NEW:
            return False
        times = self.scene.lexicon.any_of("weekday", "month", "time_unit")
        before = self.scene.lexicon.any_of("actor_determiner", "before_time")
        at = next((i for i, word in enumerate(opening) if word not in before), len(opening))
        dated = any(word.isdigit() for word in opening[:at]) or at > 0
        return opening[0] in times or (dated and bool(set(opening[at : at + 1]) & times))

    def _it(self, act: Act, low: int, high: int, index: int) -> list[Target]:
        """Reads "It", "them", or no object at all: what the text was just about."""
        words = self.scene.tokens.words[low:high]
        bare = self._says_no_object(act, words) or bool(act.entry.data.get("intransitive"))
        pronoun = any(w in {"it", "its", "them", "this", "that", "both"} for w in words[:3])
        bare = bare or (act.stance == "conditional" and index - self.desk.flow.topic_at <= 2)
        topic = self.desk.flow.topic
        if topic is None or not (bare or pronoun):
            return []
        first, _ = self.scene.bounds(index)
        beside = (
            ";" in self.scene.tokens.words[first : act.start] and self.desk.flow.topic_at != index
        )
        if beside and words[:1] in (["this"], ["that"]):
            return []  # it may be what the sentence has just said
        named_at = self.scene.tokens.at(topic.package.place.start)
        if topic.package.sentence == index and named_at > act.start:
            return []
        near = self.scene.sentences[self.desk.flow.topic_at].segment
        cell = self.scene.block(index).kind is Block.CELL
        if cell and index - self.desk.flow.topic_at > 2:
            return []  # each row of a table has a matter of its own
        far = self.scene.paragraphs_between(near, self.scene.sentences[index].segment) > 2
        if (far or index - self.desk.flow.topic_at > 8) and len(self.desk.story.shelf.packages) > 1:
            return []
        segment = self.scene.sentences[index].segment
        said = (
            self.scene.bounds(index)[0]
            > self.scene.tokens.bounds(self.scene.sentences[index].span)[0]
        )
        here = segment == near or (said and segment - near <= 2)
        return [topic if here else Target(topic.package)]
