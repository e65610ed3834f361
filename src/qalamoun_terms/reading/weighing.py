"""Terms of a negotiation that no word of the lexicon introduces, weighed by learnt weights.

The readings before this one take a statement for content where words say so: "the deal provides for".
What they leave is weighed here by all that stands around it: `content_model.json`, made by
`benchmarks/train_content.py` from our own documents, says how likely a reader takes it for a term.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from attrs import define, evolve, field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.weights import linear_model
from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.text.frames import Block, Span, TermMention
from qalamoun_terms.reading.told.acts import PUTTING, TELLING, Act, Refused
from qalamoun_terms.reading.told.carrying import CarryReader
from qalamoun_terms.reading.told.desk import ITEMS_BACK, NOTES_BACK, Desk
from qalamoun_terms.reading.told.moods import RELATIVE_NEAR, Moods
from qalamoun_terms.reading.told.notes import Flow
from qalamoun_terms.reading.told.packages import Item, Package
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.responding import RespondReader
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import act_span
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.told.verbs import VerbReader
from qalamoun_terms.reading.who.doers import Doer

NO_TERM, TERM = "none", "term"
ENOUGH = 0.45  # probability from which a statement is taken for content
BEGINNING = 5  # letters by which the forms of a word are taken for one
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

    `answered` and `gathered` tell whether a stance and a term were read in it, `packages` and
    `notes` how many there were of each by then, `refused` what acts in it found nothing to be about.
    """

    index: int
    flow: Flow
    current: Package | None
    last: Doer | None
    answered: bool
    gathered: bool
    packages: int = 0
    notes: int = 0
    refused: tuple[Refused, ...] = ()


Judge = Callable[[AbstractSet[str], Stated], bool]
"""Whether a statement is a term of what is negotiated, by the features of where and how it stands."""


def judged_by_weights(lexicon: Lexicon) -> Judge:
    """The judgement of the learnt weights of a language; nothing is a term where it has none.

    Args:
        lexicon: the lexicon of the language.
    """
    model = linear_model(lexicon.language, "content_model")

    def judge(features: AbstractSet[str], _stated: Stated) -> bool:
        return model is not None and model.probabilities(features)[TERM] >= ENOUGH

    return judge


@define
class WeighReader:
    """Weighs the statements that the readings by the lexicon have left, once those are done.

    Each is weighed as the text stood then, so that a guess never leads the lexicon astray.
    `lately` is the last package that a guess went into, with its sentence; `ahead` how many packages are told of later;
    `wishes` are packages of one side beside a deal that was made.
    """

    scene: Scene
    desk: Desk
    resolver: Resolver
    verbs: VerbReader
    moods: Moods
    carried: CarryReader
    responses: RespondReader
    judge: Judge
    moments: list[Moment] = field(factory=list)
    ahead: int = 0
    lately: tuple[Package, int] | None = None
    wishes: list[Package] = field(factory=list)
    stems: dict[Span, frozenset[str]] = field(factory=dict)

    def remember(
        self, index: int, *, answered: bool, gathered: bool, refused: tuple[Refused, ...]
    ) -> None:
        """Keeps where the reading stands after a sentence, to come back to it.

        Args:
            index: the sentence.
            answered: whether a stance was read in it.
            gathered: whether a term was read in it.
            refused: the acts in it that found nothing to be about.
        """
        self.moments.append(
            Moment(
                index=index,
                flow=evolve(self.desk.flow),
                current=self.desk.story.shelf.current,
                last=self.scene.cast.last,
                answered=answered,
                gathered=gathered,
                packages=len(self.desk.story.shelf.packages),
                notes=len(self.desk.story.notes),
                refused=refused,
            )
        )

    def look_again(self) -> None:
        """Goes over the sentences once more and weighs what the lexicon has left.

        A text in which the lexicon finds no offer, deal or answer negotiates nothing.
        """
        if not any(moment.answered or moment.gathered for moment in self.moments):
            return
        read: Counter[int] = Counter()
        for item in (item for package in self.desk.story.shelf.packages for item in package.items):
            read[item.sentence] += len(item.mention.span)
        story = self.desk.story
        packages, notes = story.shelf.packages, story.notes
        story.shelf.packages, story.notes = [], []
        told = noted = 0
        preamble = min((p.sentence for p in packages if p.verbatim), default=0)
        for moment in self.moments:
            story.shelf.packages.extend(packages[told : moment.packages])
            story.notes.extend(notes[noted : moment.notes])
            told, noted = max(told, moment.packages), max(noted, moment.notes)
            self.ahead = len(packages) - told
            story.shelf.current = moment.current
            self.desk.flow, self.scene.cast.last = moment.flow, moment.last
            if moment.index >= preamble and not self._is_read(moment.index, read):
                self._weigh_terms(moment)
            self._answer_again(moment)
        story.shelf.packages.extend(packages[told:])
        story.notes.extend(notes[noted:])

    def _answer_again(self, moment: Moment) -> None:
        """Reads once more what found nothing to be about: by now a guess may have told of it."""
        lately, index = self.lately, moment.index
        if lately and self.desk.flow.topic_at <= lately[1] and index - lately[1] <= GOES_ON:
            self.desk.flow.topic, self.desk.flow.topic_at = Target(lately[0]), lately[1]
            self.desk.story.shelf.current = lately[0]
        for one in moment.refused:
            if one.act.act != "stance":
                continue
            self.responses.respond(one.act, list(one.doers), self.scene.phrases(index), index)

    def _is_read(self, index: int, read: Mapping[int, int]) -> bool:
        """Whether a sentence is almost all told by the terms that were read in it.

        Args:
            index: the sentence.
            read: by sentence, how many characters of it the terms cover.
        """
        return len(self.scene.content(index)) - read.get(index, 0) < LEAST

    def _weigh_terms(self, moment: Moment) -> None:
        """Puts into a package what is likely one of its terms, though no word says so."""
        index = moment.index
        current = self.desk.story.shelf.current
        if current is not None and self.carried.is_aside(current, index):
            return
        every = self.scene.bare_stated(self.scene.content(index))
        left = [
            stated
            for stated in every
            if self._may_be_content(stated) and not self._named_by_answer(stated, index)
        ]
        standing = set(self._standing(index)) if left else set()
        standing |= {f"answered:{moment.answered:d}", f"gathered:{moment.gathered:d}"}
        for stated in left:
            if self.judge(standing | set(self._wording(index, stated)), stated):
                self._put_likely(stated, moment)

    def _named_by_answer(self, stated: Stated, index: int) -> bool:
        """Whether words only name the article that an answer is about: "insists on the prisoners"."""
        act = self._act_over(stated, index)
        if act is None:
            return False
        span = act_span(self.scene, act, index)
        return any(n.span == span and n.target.item for n in self.desk.story.notes[-NOTES_BACK:])

    def _may_be_content(self, stated: Stated) -> bool:
        """Whether a statement can be a term where nothing marks it as content.

        It is not taken already, does not run on, and is not what a deal is for ("to end the war").
        """
        words = self.scene.tokens.words
        first, stop = self.scene.tokens.bounds(stated.span)
        to = next((at for at in (first - 1, first) if words[at : at + 1] == ["to"]), stop)
        aims = bool(self.scene.words_of("purpose") & set(words[to + 1 : to + 2]))
        aim = aims and bool(self.scene.words_of("strife") & set(words[to:stop]))
        if stop - first > LONGEST or aim or self.desk.taken(stated):
            return False
        opens = words[first - 1 : first] in (
            [],
            ["."],
            [","],
            ["that"],
            ["and"],
            ["but"],
            ['"'],
            ["“"],
        )
        return not (
            opens and any(self._tells_of(i, first) for i in self.moods.may_tell(first + 1, stop))
        )

    def _tells_of(self, at: int, first: int) -> bool:
        """Whether a word tells what somebody did, does or thinks, or what might come of it."""
        words = self.scene.tokens.words
        passive = words[at] in self.scene.words_of("be_form") or self.moods.participle(at, first)
        past = words[at] in self.scene.words_of("past") and not passive
        done = past or self.moods.narrates(at, first) or self.moods.perfect(at, first)
        after_who = set(words[max(first, at - RELATIVE_NEAR) : at]) & self.scene.words_of(
            "supposing"
        )
        return (done and not after_who) or self.moods.describes(at, first)

    def _put_likely(self, stated: Stated, moment: Moment) -> None:
        """Puts a statement that is likely a term into the package that it most likely belongs to."""
        index, before = moment.index, self.desk.story.shelf.current
        package = self._likely_package(stated, moment)
        speaker = self.scene.cast.speaker(self.scene.tokens.at(stated.span.start))
        heading = self.desk.flow.heading
        package.items.append(
            Item(
                mention=stated.mention,
                sentence=index,
                heading=heading,
                speaker=speaker,
                weighed=True,
            )
        )
        if package in self.wishes:
            self.desk.story.shelf.current = before  # the text goes on with the deal
        else:
            self.lately = package, index

    def _likely_package(self, stated: Stated, moment: Moment) -> Package:
        """The package that a statement is likely part of: one at hand, or a new one."""
        index = moment.index
        made = self._condition_made(stated, index)
        if made is not None:
            return made
        package = self._at_hand(index)
        act = self._act_over(stated, index)
        own = act is not None and self._of_one_side(act) and self._is_made(package)
        if package is not None and not own and not self._apart(package, index):
            return package
        if act is not None and (told := self._put_in_words(act, stated, moment)):
            self.wishes.extend([told] if own else [])
            return told
        if own and act is not None:
            sort = "demand" if act.act == "demand" else "paper"
            self.wishes.append(self.desk.new(sort, "terms", stated.span, index))
            return self.wishes[-1]
        deal = package is None and self.desk.bearings.deals_much
        return self.desk.new("deal" if deal else "paper", "terms", stated.span, index)

    def _condition_made(self, stated: Stated, index: int) -> Package | None:
        """Reads "agreed to it, provided that the army pulls out": a demand of who answers so."""
        first, stop = self.scene.tokens.bounds(stated.span)
        near = self.scene.tokens.words[max(0, first - OPENING) : min(first + 2, stop)]
        if not self.scene.words_of("condition_opening") & set(near):
            return None
        sentence = self.scene.sentences[index].span
        notes = [
            note
            for note in self.desk.story.notes[-NOTES_BACK:]
            if note.stance == "conditional" and sentence.covers(note.span)
        ]
        if not notes:
            return None
        doer = notes[-1].doer
        package = self.desk.new("demand", "condition", stated.span, index, by=doer)
        for note in notes:
            self.desk.note(note.doer, Target(package), "demanded", note.span, first)
        return package

    def _act_over(self, stated: Stated, index: int) -> Act | None:
        """The act of this sentence that a statement is the object of: "asked that the road be opened"."""
        words = self.scene.tokens.words
        begin = self.scene.tokens.at(stated.span.start)
        over = [
            act
            for act in self.verbs.acts(index)
            if act.act in TELLING and act.end <= begin < act.limit
        ]
        if not over:
            return None
        between = set(words[over[-1].end : begin])
        return (
            None
            if between & (self.scene.words_of("parts_object") | self.scene.words_of("say"))
            else over[-1]
        )

    def _is_made(self, package: Package | None) -> bool:
        """Whether a package is a deal that was made, so that a new wish is none of its terms."""
        return package is not None and package.sort == "deal" and package.status == "agreed"

    def _of_one_side(self, act: Act) -> bool:
        """Whether an act asks for something or puts it forward, and settles nothing."""
        return act.act in PUTTING or act.stance in {"insisted", "demanded"}

    def _put_in_words(self, act: Act, stated: Stated, moment: Moment) -> Package | None:
        """What somebody puts forward or answers in the words of a statement: a package of its own.

        Its doer's stance, read or not read by then, is about what those words state.
        """
        index = moment.index
        span = act_span(self.scene, act, index)
        notes = [note for note in self.desk.story.notes[-NOTES_BACK:] if note.span == span]
        bare = next((n.target.package for n in notes if not n.target.package.told), None)
        if bare is not None:
            return bare
        doers = next((one.doers for one in moment.refused if one.act == act), ())
        forward = act.act != "stance"
        if not notes and not (forward and doers):
            return None
        owner = doers[0] if forward and doers else None
        sort = "demand" if act.act == "demand" else "paper"
        package = self.desk.new(
            sort,
            "terms",
            stated.span,
            index,
            by=owner,
        )
        for note in notes:
            note.target = Target(package)
        for doer in doers if forward else ():
            stance = "demanded" if sort == "demand" and doer.role != "mediator" else "proposed"
            self.desk.note(doer, Target(package), stance, span, act.start)
        return package

    def _apart(self, package: Package, index: int) -> bool:
        """Whether a package was last told of in another paragraph, or some sentences before.

        What no word ties to it is then more often a wish or an offer of its own; but a report of a
        single deal goes on with it.
        """
        if package.sort == "deal" and len(self.desk.story.shelf.packages) == 1:
            return False
        told = max((i.sentence for i in package.items[-ITEMS_BACK:]), default=package.sentence)
        segments = [self.scene.sentences[at].segment for at in (told, index)]
        listed = self.scene.blocks[segments[1]].kind is Block.ITEM
        return index - told > 1 or (index > told and segments[0] != segments[1] and not listed)

    def _at_hand(self, index: int) -> Package | None:
        """The package that is open, named here, or spoken of."""
        flow, lately = self.desk.flow, self.lately
        if lately and index - lately[1] <= GOES_ON and flow.open_at <= lately[1]:
            return lately[0]
        if flow.open is not None and index - flow.open_at <= GOES_ON:
            return flow.open
        named = [p for p in self.scene.phrases(index) if p.sort in {"deal", "paper", "demand"}]
        known = [package for p in named if (package := self.resolver.resolve(p))]
        if known and known[0].sentence <= index:
            return known[0]
        if named and named[0].definite:
            return self.resolver.package(named[0], index)
        return self.desk.story.shelf.current

    def _standing(self, index: int) -> Iterator[str]:
        """Where a sentence stands, as features: what is open, who speaks, what it speaks of."""
        flow, sentence = self.desk.flow, self.scene.sentences[index]
        yield f"open:{how_far(index - flow.open_at if flow.open else FAR)}"
        yield f"topic:{how_far(index - flow.topic_at if flow.topic else FAR)}"
        yield f"packages:{min(2, len(self.desk.story.shelf.packages) + self.ahead)}"
        yield f"block:{self.scene.blocks[sentence.segment].kind.value}"
        yield f"place:{how_far(index)}"
        speaker = self.scene.cast.speaker(self.scene.bounds(index)[1] - 1)
        yield f"speaker:{speaker.kind} {speaker.role}"
        yield from (
            name
            for name, so in (
                ("quoted", sentence.in_quote),
                ("negotiates", self.desk.bearings.negotiates_much),
                ("opposed", self.desk.bearings.opposed),
            )
            if so
        )
        yield from (f"named:{phrase.sort}" for phrase in self.scene.phrases(index))
        yield from (f"act:{act.act} {act.stance}" for act in self.verbs.acts(index))

    def _wording(self, index: int, stated: Stated) -> Iterator[str]:
        """The words of a statement and of those around it, as features."""
        tokens = self.scene.tokens
        words = tokens.words
        first, stop = self.scene.bounds(index)
        begin, end = tokens.bounds(stated.span)
        inside = [words[at] for at in range(begin, end) if words[at][0].isalnum()]
        outside = [words[at] for at in range(first, stop) if not begin <= at < end]
        before = list(words[max(first, begin - BEFORE) : begin])
        yield f"kind:{stated.kind}"
        yield from self._told_before(stated, inside)
        yield f"rule:{_sort_of_rule(stated.rule)}"
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

    def _told_before(self, stated: Stated, inside: Sequence[str]) -> Iterator[str]:
        """Whether a term of this kind, or of these words, was told of before."""
        items = [
            item
            for package in self.desk.story.shelf.recent
            for item in package.items[-ITEMS_BACK:]
            if item.mention.span.start < stated.span.start and not item.named
        ]
        if any(item.mention.term.kind == stated.kind for item in items):
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


def how_far(distance: int) -> str:
    """A distance in sentences, as coarse as the weights know it.

    Args:
        distance: how many sentences.

    >>> how_far(3), how_far(9)
    ('4', 'far')
    """
    return next((str(step) for step in STEPS if distance <= step), "far")
