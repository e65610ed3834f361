"""Terms of a negotiation that no word of the lexicon introduces, weighed by learnt weights.

The readings before this one take a statement for content where words say so: "the deal provides for".
What they leave is weighed here by all that stands around it: `content_model.json`, made by
`benchmarks/train_content.py` from our own documents, says how likely a reader takes it for a term.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from qalamoun_terms.lexicon.kind_model import BEGINNING
from qalamoun_terms.lexicon.weights import LinearModel, linear_model
from qalamoun_terms.reading.desk import ITEMS_BACK
from qalamoun_terms.reading.frames import Span, TermMention
from qalamoun_terms.reading.interviews import InterviewReader
from qalamoun_terms.reading.notes import Flow
from qalamoun_terms.reading.packages import PACKAGES_BACK, Item, Package
from qalamoun_terms.reading.subjects import Doer

NO_TERM, TERM = "none", "term"
ENOUGH = 0.45  # probability from which a statement is taken for content
BEFORE = 8  # words before a statement that are looked at
OPENING = 4  # words of a statement whose exact form counts
PIECE = 5  # words by which the length of a statement is told
QUARTERS = 4
FORMS = ("ed", "ing")
STEPS = (0, 1, 2, 4)  # distances in sentences that are told apart
LEAST = 20  # characters of a sentence beside its terms that can hold another one
LONGEST = 28  # words of a statement that is weighed: what runs on further is a tale
FAR = 99
GOES_ON = 4  # sentences after which a statement is no longer one of the open package


@frozen(kw_only=True)
class Moment:
    """Where the reading stood when a sentence had been read by the lexicon.

    `answered` and `gathered` tell whether a stance and a term were read in it.
    """

    index: int
    flow: Flow
    current: Package | None
    last: Doer | None
    answered: bool
    gathered: bool


@define
class WeighReader(InterviewReader):
    """Weighs the statements that the readings by the lexicon have left, once those are done.

    Each is weighed as the text stood then, so that a guess never leads the lexicon astray.
    `lately` is the last package that a guess went into, with its sentence.
    """

    moments: list[Moment] = field(factory=list)
    lately: tuple[Package, int] | None = None
    stems: dict[Span, frozenset[str]] = field(factory=dict)

    def _remember(self, index: int, *, answered: bool, gathered: bool) -> None:
        """Keeps where the reading stands after a sentence, to come back to it."""
        self.moments.append(
            Moment(
                index=index,
                flow=evolve(self.flow),
                current=self.story.shelf.current,
                last=self.scene.cast.last,
                answered=answered,
                gathered=gathered,
            )
        )

    def _look_again(self) -> None:
        """Goes over the sentences once more and weighs what the lexicon has left.

        A text in which the lexicon finds no offer, deal or answer negotiates nothing.
        """
        if not any(moment.answered or moment.gathered for moment in self.moments):
            return
        shelf = self.story.shelf
        read: Counter[int] = Counter()
        for item in (item for package in shelf.packages for item in package.items):
            read[item.sentence] += len(item.mention.span)
        for moment in self.moments:
            shelf.current = moment.current
            self.flow, self.scene.cast.last = evolve(moment.flow), moment.last
            known = len(shelf.packages)
            if not self._is_read(moment.index, read):
                self._weigh_terms(moment)
            if len(shelf.packages) > known:
                self._in_order(known, moment.index)

    def _in_order(self, known: int, index: int) -> None:
        """Puts new packages before those that the text tells of later.

        Args:
            known: how many packages there were.
            index: the sentence that told of the new ones.
        """
        packages = self.story.shelf.packages
        new = packages[known:]
        del packages[known:]
        at = next((i for i, p in enumerate(packages) if p.sentence > index), known)
        packages[at:at] = new

    def _is_read(self, index: int, read: Mapping[int, int]) -> bool:
        """Whether a sentence is almost all told by the terms that were read in it.

        Args:
            index: the sentence.
            read: by sentence, how many characters of it the terms cover.
        """
        return len(self._content(index)) - read.get(index, 0) < LEAST

    def _weigh_terms(self, moment: Moment) -> None:
        """Puts into a package what is likely one of its terms, though no word says so."""
        index = moment.index
        model = linear_model(self.scene.lexicon.language, "content_model")
        mentions = self.scene.bare_terms(self._content(index))
        left = [mention for mention in mentions if self._may_be_content(mention)]
        standing = set(self._standing(index)) if left else set()
        standing |= {f"answered:{moment.answered:d}", f"gathered:{moment.gathered:d}"}
        for mention in left:
            if self._is_content(standing | set(self._wording(index, mention)), mention, model):
                self._put_likely(mention, index)

    def _is_content(
        self, features: set[str], mention: TermMention, model: LinearModel | None
    ) -> bool:
        """Whether the weights take a statement for a term of what is negotiated."""
        return model is not None and model.probabilities(features)[TERM] >= ENOUGH

    def _may_be_content(self, mention: TermMention) -> bool:
        """Whether a statement can be a term where nothing marks it as content.

        It is not taken already, does not run on, and is not what a deal is for ("to end the war").
        """
        words = self.scene.tokens.words
        first, stop = self.scene.tokens.bounds(mention.span)
        to = next((at for at in (first - 1, first) if words[at : at + 1] == ["to"]), stop)
        aims = bool(self.words_of("purpose") & set(words[to + 1 : to + 2]))
        aim = aims and bool(self.words_of("strife") & set(words[to:stop]))
        return stop - first <= LONGEST and not aim and not self._taken(mention)

    def _put_likely(self, mention: TermMention, index: int) -> None:
        package = self._likely_package(mention, index)
        speaker = self.scene.cast.speaker(self.scene.tokens.at(mention.span.start))
        heading = self.flow.heading
        package.items.append(
            Item(mention=mention, sentence=index, heading=heading, speaker=speaker, weighed=True)
        )
        self.lately = package, index

    def _likely_package(self, mention: TermMention, index: int) -> Package:
        """The package that a statement is likely part of: open, spoken of, named here, or a new one."""
        flow, lately = self.flow, self.lately
        if lately and index - lately[1] <= GOES_ON and flow.open_at <= lately[1]:
            return lately[0]
        if flow.open is not None and index - flow.open_at <= GOES_ON:
            return flow.open
        named = [p for p in self._phrases(index) if p.sort in {"deal", "paper", "demand"}]
        known = [package for p in named if (package := self.story.shelf.resolve(p))]
        if known and known[0].sentence <= index:
            return known[0]
        if named and named[0].definite:
            return self._package(named[0], index)
        if self.story.shelf.current is not None:
            return self.story.shelf.current
        return self._new("deal" if self._deals_much() else "paper", "terms", mention.span, index)

    def _standing(self, index: int) -> Iterator[str]:
        """Where a sentence stands, as features: what is open, who speaks, what it speaks of."""
        flow, sentence = self.flow, self.scene.sentences[index]
        yield f"open:{_step(index - flow.open_at if flow.open else FAR)}"
        yield f"topic:{_step(index - flow.topic_at if flow.topic else FAR)}"
        yield f"packages:{min(2, len(self.story.shelf.packages))}"
        yield f"block:{self.scene.blocks[sentence.segment].kind.value}"
        yield f"place:{_step(index)}"
        speaker = self.scene.cast.speaker(self._bounds(index)[1] - 1)
        yield f"speaker:{speaker.kind} {speaker.role}"
        yield from (
            name
            for name, so in (
                ("quoted", sentence.in_quote),
                ("negotiates", self._negotiates_much),
                ("opposed", self._opposed),
            )
            if so
        )
        yield from (f"named:{phrase.sort}" for phrase in self._phrases(index))
        yield from (f"act:{act.act} {act.stance}" for act in self._acts(index))

    def _wording(self, index: int, mention: TermMention) -> Iterator[str]:
        """The words of a statement and of those around it, as features."""
        tokens = self.scene.tokens
        words = tokens.words
        first, stop = self._bounds(index)
        begin, end = tokens.bounds(mention.span)
        inside = [words[at] for at in range(begin, end) if words[at][0].isalnum()]
        outside = [words[at] for at in range(first, stop) if not begin <= at < end]
        before = list(words[max(first, begin - BEFORE) : begin])
        yield f"kind:{mention.term.kind}"
        yield from self._told_before(mention, inside)
        yield f"rule:{_sort_of_rule(mention.rule)}"
        yield from (f"in:{stem(word)}" for word in inside)
        yield from (f"opens:{word}" for word in inside[:OPENING])
        yield from (f"form:{form}" for word in inside for form in FORMS if word.endswith(form))
        yield from (f"out:{stem(word)}" for word in outside if word[0].isalnum())
        yield from (f"before:{stem(word)}" for word in before)
        near = before[-OPENING:]
        yield from (f"pair:{stem(a)} {stem(b)}" for a, b in pairwise(near))
        yield f"last:{before[-1] if before else ''}"
        yield f"last two:{' '.join(before[-2:])}"
        yield f"next:{words[end] if end < stop else ''}"
        yield f"length:{min(OPENING, (end - begin) // PIECE)}"
        yield f"share:{QUARTERS * (end - begin) // max(1, stop - first)}"

    def _told_before(self, mention: TermMention, inside: Sequence[str]) -> Iterator[str]:
        """Whether a term of this kind, or of these words, was told of before."""
        items = [
            item
            for package in self.story.shelf.packages[-PACKAGES_BACK:]
            for item in package.items[-ITEMS_BACK:]
            if item.mention.span.start < mention.span.start
        ]
        if any(item.mention.term.kind == mention.term.kind for item in items):
            yield "kind told before"
        words = frozenset(stem(word) for word in inside if len(word) >= BEGINNING)
        told = (len(words & self._stems(item.mention)) for item in items)
        shared = max(told, default=0) / len(words) if words else 0.0
        yield f"words told before:{int(QUARTERS * shared)}"

    def _stems(self, mention: TermMention) -> frozenset[str]:
        """The beginnings of the words of a statement."""
        found = self.stems.get(mention.span)
        if found is None:
            first, stop = self.scene.tokens.bounds(mention.span)
            found = frozenset(stem(word) for word in self.scene.tokens.words[first:stop])
            self.stems[mention.span] = found
        return found


def stem(word: str) -> str:
    """The beginning of a word, by which its forms are taken for one; numbers are alike.

    Args:
        word: a word in small letters.

    >>> stem("released"), stem("40")
    ('relea', '0')
    """
    return "0" if word[0].isdigit() else word[:BEGINNING]


def _sort_of_rule(rule: str) -> str:
    family, _, name = rule.partition(".")
    return "weights" if family == "weights" else "bare" if name == "bare" else "head"


def _step(distance: int) -> str:
    return next((str(step) for step in STEPS if distance <= step), "far")
