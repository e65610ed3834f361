"""What a sentence says stands in a package."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.terms.find import Stated, other_term
from qalamoun_terms.reading.text.frames import Span, TermMention
from qalamoun_terms.reading.told.acts import DEALING, Act
from qalamoun_terms.reading.told.desk import ITEMS_BACK, Desk
from qalamoun_terms.reading.told.notes import says_much, trimmed
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import WHOLES, Item, Package, proposer_side
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import scope_of
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, doer_of

ROW_REACH = 6  # words at the front of a row of names
ROW_LEAST = 3  # names among them
WHICH_REACH = 6  # words between a package's noun and "under which"


@frozen
class ContentReader:
    """Gathers the terms that a sentence gives as the content of a package."""

    scene: Scene
    desk: Desk
    resolver: Resolver

    def gather(
        self,
        package: Package,
        span: Span,
        index: int,
        label: str | None = None,
        *,
        bare: bool = False,
        sure: bool = False,
    ) -> list[Item]:
        """The terms that a stretch states, put into a package unless it has them already.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
            label: its mark as printed.
            bare: whether mere noun phrases are terms, too.
            sure: whether what only weights take for a term is left out.
        """
        at = self.scene.tokens.at(span.start)
        if at >= len(self.scene.tokens):
            return []
        speaker = self.scene.company.speaker(at)
        found: list[Item] = []
        plain = self.scene.stated(span) if sure else ()
        for stated in (self.scene.bare_stated if bare or label else self.scene.stated)(span):
            if sure and self._is_guessed(stated, plain):
                continue
            if self._known(stated, package):
                continue
            found.append(
                Item(
                    mention=stated.mention,
                    sentence=index,
                    label=label,
                    heading=self.desk.flow.heading,
                    speaker=speaker,
                )
            )
        package.items.extend(found)
        if found:
            self.desk.leave_open(package, index)
            self.desk.touch(package, found[-1] if len(found) == 1 else None, index)
            self._settle_pending(package, found)
        return found

    def enumerate(self, package: Package, span: Span, index: int) -> list[Item]:
        """The members of an enumeration parted by semicolons: each a term, or `Other`.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
        """
        text = self.scene.tokens.text
        found: list[Item] = []
        start = span.start
        while start < span.end:
            end = text.find(";", start, span.end)
            end = span.end if end < 0 else end
            piece = self._piece(start, end)
            if piece:
                found.extend(
                    self.gather(package, piece, index, bare=True)
                    or self.kept(package, piece, index)
                )
            start = end + 1
        return found

    def _piece(self, start: int, end: int) -> Span | None:
        """A member of an enumeration, without the words that only join it to the others."""
        tokens = self.scene.tokens
        first, stop = tokens.bounds(Span(start, end))
        while first < stop and tokens.words[first] in {"and", ",", ":", "that"}:
            first += 1
        return tokens.span(first, stop) if stop - first >= 3 else None

    def kept(self, package: Package, span: Span, index: int) -> list[Item]:
        """A listed member that fits no kind is kept with its words.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
        """
        if self.desk.taken(self._as_other(span)):
            return []
        return [self.put_other(package, span, index)]

    def _as_other(self, span: Span) -> TermMention:
        """A stretch that is surely a term, though its words fit no kind."""
        text = self.scene.tokens.text
        return other_term(text, trimmed(text, span), self.scene.lexicon)

    def put_other(self, package: Package, span: Span, index: int, label: str | None = None) -> Item:
        """Puts a stretch that fits no kind into a package.

        Args:
            package: the package.
            span: the stretch.
            index: the sentence.
            label: its mark as printed.
        """
        speaker = self.scene.company.speaker(self.scene.tokens.at(span.start))
        mention = self._as_other(span)
        item = Item(mention=mention, sentence=index, label=label, speaker=speaker)
        package.items.append(item)
        return item

    def enumerates(self, span: Span) -> bool:
        """Whether a stretch lists its members with semicolons, and most of them are terms.

        Args:
            span: the stretch.
        """
        pieces = span.text(self.scene.tokens.text).split(";")
        if len(pieces) < 3:
            return False
        if self._counted(span, len(pieces)):
            return True
        start, stated = span.start, 0
        for piece in pieces:
            inner = self._piece(start, start + len(piece))
            stated += bool(inner and self.scene.bare_stated(inner))
            start += len(piece) + 1
        return stated * 2 >= len(pieces) - 1

    def _counted(self, span: Span, number: int) -> bool:
        """Whether the words before a list say how many members it has ("in four strands: ...")."""
        at = self.scene.tokens.at(span.start)
        before = self.scene.tokens.words[max(0, at - 8) : at]
        numbers = self.scene.lexicon.numbers("structure", "ordinals")
        return any(numbers.get(word) == number or word == str(number) for word in before)

    def _is_guessed(self, stated: Stated, plain: Sequence[Stated]) -> bool:
        """Whether only the weights take a statement for a term, and only if it is surely content."""
        guessed = stated.rule.startswith("weights.")
        return guessed and all(stated.mention != other.mention for other in plain)

    def _known(self, stated: Stated, package: Package) -> bool:
        if self.desk.taken(stated):
            return True
        latest = package.items[-ITEMS_BACK:]
        alike = [item for item in latest if item.mention.term.kind == stated.kind]
        return any(item.mention.term == stated.mention.term and says_much(item) for item in alike)

    def _settle_pending(self, package: Package, found: list[Item]) -> None:
        """Gives a stance on "one of the articles" the article that the text then tells."""
        for note in self.desk.flow.pending:
            if note.target.package is package:
                note.target = Target(package, found[0])
        self.desk.flow.pending = []

    def under(self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]) -> bool:
        """Reads "Under the deal, ...": the rest of the sentence states what stands in it.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
            acts: the acts of the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        opening = words[first : first + 4]
        topic = self.desk.flow.topic
        if (
            "it" in opening
            and opening[0] in self.scene.words_of("under_it")
            and topic
            and index - self.desk.flow.topic_at <= 2
        ):
            after = first + opening.index("it") + 1
            return bool(self.gather(topic.package, self.scene.tokens.span(after, stop), index))
        for phrase in phrases:
            before = words[phrase.first - 2 : phrase.first] if phrase.first > first + 1 else []
            leads = phrase.first > first and words[phrase.first - 1] in self.scene.words_of(
                "under_word"
            )
            if not leads or phrase.sort not in WHOLES or not phrase.definite:
                continue
            if phrase.first - first > 4 or before[:1] == ["released"]:
                continue
            package = self.resolver.package(phrase, index)
            self.desk.touch(package, None, index)
            if any(a.act in {"deal", "propose", "demand"} and not a.modal for a in acts):
                return False
            after = self._past_relative(phrase.stop, stop)
            return bool(self.gather(package, self.scene.tokens.span(after, stop), index))
        return False

    def _past_relative(self, at: int, stop: int) -> int:
        """Past ", which was mediated by ...," after a package's noun."""
        words = self.scene.tokens.words
        begins = words[at : at + 2]
        relative = (
            len(begins) == 2 and begins[0] == "," and begins[1] in self.scene.words_of("relates")
        )
        if not relative:
            return at
        return next((i + 1 for i in range(at + 2, min(at + 24, stop - 1)) if words[i] == ","), at)

    def colon(self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]) -> bool:
        """Reads "The paper in short: ...": what follows a colon after a package's noun is its content.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
            acts: the acts of the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        at = next((i for i in range(first, stop - 1) if words[i] == ":"), None)
        if at is None or words[at + 1] in {'"', "“"}:
            return False
        before = [p for p in phrases if p.first < at and p.sort != "part"]
        if before and before[-1].owner_pronoun in {"my", "our"}:
            speaker = self.scene.company.speaker(at)
            before = before if speaker.role else []
        told = [a for a in acts if a.start < at and a.act in DEALING]
        scope = self.scene.tokens.span(at + 1, stop)
        if not before or told or not self.scene.bare_stated(scope):
            return False
        package = self.resolver.package(before[-1], index)
        if self.enumerates(scope):
            return bool(self.enumerate(package, scope, index))
        return bool(self.gather(package, scope, index, bare=True))

    def items_are(self, index: int, phrases: Sequence[PackageNoun]) -> bool:
        """Reads "Its items were the departure of ...; the settling of ...": the content, itemised.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
        """
        first, stop = self.scene.bounds(index)
        words, topic = self.scene.tokens.words, self.desk.flow.topic
        lead = next((p for p in phrases if p.first - first <= 1 and p.sort == "part"), None)
        if (
            lead is None
            or lead.stop >= stop - 2
            or words[lead.stop] not in self.scene.words_of("be_form")
        ):
            return False
        package = self.resolver.resolve(lead) or (topic.package if topic else None)
        if topic and index - self.desk.flow.topic_at <= 2:
            package = topic.package
        scope = self.scene.tokens.span(lead.stop + 1, stop)
        if package is None or not self.scene.bare_stated(scope):
            return False
        if self.enumerates(scope):
            return bool(self.enumerate(package, scope, index))
        return bool(self.gather(package, scope, index, bare=True))

    def demand_is(self, index: int, phrases: Sequence[PackageNoun]) -> bool:
        """Reads "The rebels' main demand is the release of prisoners": whose demand, and for what.

        Args:
            index: the sentence.
            phrases: the nouns of packages in the sentence.
        """
        first, stop = self.scene.bounds(index)
        words = self.scene.tokens.words
        lead = next((p for p in phrases if p.sort == "demand"), None)
        doer = self._whose(lead) if lead else None
        if lead is None or doer is None or lead.stop >= stop - 2:
            return False
        opens = min(lead.first, lead.owner.first if lead.owner else lead.first) <= first + 1
        scope = self.scene.tokens.span(lead.stop + 1, stop)
        if not opens or words[lead.stop] not in self.scene.words_of("be_form"):
            return False
        if not self.scene.bare_stated(scope):
            return False
        package = self.resolver.package(lead, index)
        package.owner, package.role = doer.actor, proposer_side(doer.role)
        self.desk.note(doer, Target(package), "demanded", self.scene.sentences[index].span, first)
        self.desk.touch(package, None, index)
        return bool(self.gather(package, scope, index, bare=True))

    def _whose(self, phrase: PackageNoun) -> Doer | None:
        """Whose package a phrase names: its owner, or for "its" who was last spoken of."""
        if phrase.owner:
            return doer_of(phrase.owner)
        return self.scene.cast.last if phrase.owner_pronoun else None

    def define(self, act: Act, phrases: Sequence[PackageNoun], index: int) -> bool:
        """Reads "The paper contains ...": what follows is the content of the package.

        Args:
            act: the act.
            phrases: the nouns of packages in the sentence.
            index: the sentence.
        """
        package = self._subject_package(act, phrases, index)
        scope = scope_of(self.scene, act)
        if package is None or scope is None:
            return False
        self.desk.touch(package, None, index)
        self.desk.leave_open(package, index)
        if act.entry.id == "contains" and self._covers(scope):
            return True
        if self.enumerates(scope):
            return bool(self.enumerate(package, scope, index))
        if self.gather(package, scope, index):
            return True
        ruled = any(not m.rule.startswith("weights.") for m in self.scene.bare_stated(scope))
        return ruled and bool(self.gather(package, scope, index, bare=True))

    def _covers(self, scope: Span) -> bool:
        """Whether what a deal "includes" is where it holds: "the towns of X and Y", "X, Y and Z"."""
        tokens = self.scene.tokens
        first, stop = tokens.bounds(scope)
        while first < stop and tokens.words[first] in self.scene.words_of("actor_determiner"):
            first += 1
        sites = self.scene.words_of("place_noun") | self.scene.words_of("area_noun")
        if first + 2 < stop and tokens.words[first] in sites:
            return tokens.words[first + 1] == "of" and not self.scene.stated(scope)
        row = [at for at in range(first, min(first + ROW_REACH, stop)) if tokens.capital(at)]
        joined = {tokens.words[at] for at in range(first, min(first + ROW_REACH, stop))} & {","}
        return bool(joined) and len(row) >= ROW_LEAST and row[0] == first

    def _subject_package(
        self, act: Act, phrases: Sequence[PackageNoun], index: int
    ) -> Package | None:
        """The package that is the subject of "contains", by its noun, or the one just told of."""
        before = [p for p in phrases if p.stop <= act.start]
        if before:
            phrase = self._beside_aside(act, before)
            if phrase.sort in WHOLES or phrase.owner or self.desk.story.shelf.packages:
                if phrase.sort == "part" and self.desk.flow.pending:
                    return self.desk.flow.pending[-1].target.package
                return self.resolver.package(phrase, index)
            return None
        return self.desk.flow.topic.package if self.desk.flow.topic else None

    def _beside_aside(self, act: Act, before: Sequence[PackageNoun]) -> PackageNoun:
        """The subject of "The agreement, just over a page long, commits": not what stands between."""
        words = self.scene.tokens.words
        if words[act.start - 1] != ",":
            return before[-1]
        opening = next(
            (i for i in range(act.start - 2, before[0].stop - 1, -1) if words[i] == ","), 0
        )
        subjects = [p for p in before if p.stop <= opening]
        return subjects[-1] if subjects else before[-1]

    def after_which(self, act: Act, index: int) -> bool:
        """Reads "the plan, which provides for": what follows is content of the package before the comma.

        Args:
            act: the act.
            index: the sentence.
        """
        topic, scope = self.desk.flow.topic, scope_of(self.scene, act)
        if scope is None:
            return False
        if topic is not None and self.desk.flow.topic_at == index:
            return bool(self.gather(topic.package, scope, index))
        named = [
            phrase
            for phrase in self.scene.phrases(index)
            if phrase.sort in WHOLES and 0 <= act.start - phrase.stop <= WHICH_REACH
        ]
        if not named or not self.desk.untold(self.scene.stated(scope)):
            return False
        return bool(self.gather(self.resolver.package(named[-1], index), scope, index))
