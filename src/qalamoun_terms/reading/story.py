"""Reads a text from its first sentence to its last, and gathers packages, stances and measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import define, evolve, field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.actors import Actor
from qalamoun_terms.reading.acts import Act, find_acts, longest
from qalamoun_terms.reading.frames import Block, Mention, Segment, Sentence, Span, TermMention
from qalamoun_terms.reading.packages import PACKAGES_BACK, Item, Package, PackageNoun, Shelf, find_packages, proposer_side
from qalamoun_terms.reading.speakers import REPORT, Speaker, Voice, voices_over
from qalamoun_terms.reading.subjects import Cast, Doer
from qalamoun_terms.reading.targets import Target, numbered_items, topical_items
from qalamoun_terms.reading.terms import other_term
from qalamoun_terms.reading.tokens import Tokens

ITEMS_BACK = 60  # items of a package that a statement may repeat
HEADING_WORDS = 8  # words up to which a heading says what the items below it are about
NOTES_BACK = 200  # stances that a sentence may repeat
FindTerms = Callable[[Span, bool], Sequence[TermMention]]


@define(kw_only=True, eq=False)
class Note:
    """A stance that the text states: who, about what, in which words, by whose account."""

    doer: Doer
    target: Target
    stance: str
    span: Span
    speaker: Speaker
    condition: Span | None = None
    after: list[Note] = field(factory=list)
    inferred: bool = False


@frozen(kw_only=True)
class MeasureNote:
    """Pressure or relief that the text reports outside of the terms."""

    span: Span
    kind: str
    doer: Doer | None
    speaker: Speaker


@define(kw_only=True)
class Scene:
    """A text with all that was seen in it before its story is read."""

    tokens: Tokens
    blocks: Sequence[Segment]
    sentences: Sequence[Sentence]
    cast: Cast
    lexicon: Lexicon
    find_terms: FindTerms
    mentions: Sequence[Mention] = ()


@define
class Story:
    """What a text tells: its packages with their items, the stances, the measures, what gave nothing."""

    shelf: Shelf = field(factory=Shelf)
    notes: list[Note] = field(factory=list)
    measures: list[MeasureNote] = field(factory=list)
    unread: list[Span] = field(factory=list)


@define
class _Flow:
    """Where the reading stands: what goes on from one sentence to the next."""

    open: Package | None = None  # the package whose terms the next sentences may go on to state
    open_at: int = -9  # the sentence that last gave one of its terms
    open_segment: int = -9
    listed: Package | None = None  # the package that the items of a list belong to
    topic: Target | None = None  # what "it" is
    topic_at: int = -9
    pending: list[Note] = field(factory=list)  # stances on "one of the articles", not yet told which
    heading: str | None = None


def read_story(scene: Scene) -> Story:
    """Reads the sentences of a text in their order.

    Args:
        scene: the text and what was seen in it.
    """
    reader = StoryReader(scene)
    for index in range(len(scene.sentences)):
        reader.sentence(index)
    reader.close()
    return reader.story


@define
class StoryReader:
    """Walks through the sentences; each method reads one sort of sentence or act."""

    scene: Scene
    story: Story = field(factory=Story)
    flow: _Flow = field(factory=_Flow)
    labelled: dict[int, int] = field(factory=dict)
    tabled: int | None = None
    by_start: dict[int, list[Voice]] = field(factory=dict)
    _negotiates: bool = field(init=False)
    _negotiates_much: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        words = self.scene.lexicon.words("negotiation")
        words = words | self.scene.lexicon.words("deal")
        spoken = sum(w in words for w in self.scene.tokens.words)
        distinct = len(words & set(self.scene.tokens.words))
        titled = bool(self._heading_words() & self.scene.lexicon.words("title_of_text"))
        self._negotiates_much = titled or (spoken >= 4 and distinct >= 3)
        self._negotiates = spoken >= 2 or titled or self._prefaced()

    def _prefaced(self) -> bool:
        """Whether a sentence opens a list with words of agreeing."""
        preface = self.scene.lexicon.words("preface")
        for index in range(min(len(self.scene.sentences), 40)):
            first, stop = self._bounds(index)
            if self._opens_items(index) and preface & set(self.scene.tokens.words[first:stop]):
                return True
        return False

    # --- sentences ---------------------------------------------------------------------------

    def sentence(self, index: int) -> None:
        """Reads one sentence: a heading, an item of a list, or running text."""
        sentence = self.scene.sentences[index]
        block = self.scene.blocks[sentence.segment]
        if not self._negotiates or block.kind is Block.DATELINE:
            return
        if block.kind is Block.HEADING:
            named = sentence.span.text(self.scene.tokens.text)
            self.flow.heading = named if index > 1 and len(named.split()) <= HEADING_WORDS else None
            self.scene.cast.opened_by(*self._bounds(index))
            if not self._next_is_item(index):
                self.flow.listed = None
            self._headed(index)
            return
        before = (len(self.story.notes), self._count_items(), len(self.story.shelf.packages))
        if block.kind is Block.ITEM and self.flow.listed and self._plain_item(index):
            self._item(index)
        else:
            self._running(index)
        if before == (len(self.story.notes), self._count_items(), len(self.story.shelf.packages)):
            self._nothing(index)

    def _headed(self, index: int) -> None:
        """A heading that names a package ("Option A", "Draft text"): what follows is its content."""
        if index == 0 and not self._next_is_item(index) or self.story.shelf.packages and index < 3:
            return
        phrases = [p for p in self._phrases(index) if p.sort != "part"]
        words = self.scene.sentences[index].span.text(self.scene.tokens.text).split()
        listed = self._next_is_item(index) and self._list_of_terms(index)
        if not listed and not (phrases and len(words) <= 3 and phrases[0].sort == "paper"):
            return
        if phrases:
            package = self._package(phrases[-1], index, fresh=bool(phrases[-1].label))
        elif self.story.shelf.current is None:
            package = self._new("paper", "text", self.scene.sentences[index].span, index)
        else:
            return
        self._touch(package, None, index)
        self.flow.open, self.flow.open_at = package, index
        self.flow.open_segment = self.scene.sentences[index].segment
        self.flow.listed = package if listed else None

    def _count_items(self) -> int:
        return sum(len(p.items) for p in self.story.shelf.packages[-PACKAGES_BACK:])

    def _next_is_item(self, index: int) -> bool:
        after = index + 1
        if after >= len(self.scene.sentences):
            return False
        return self.scene.blocks[self.scene.sentences[after].segment].kind is Block.ITEM

    def _plain_item(self, index: int) -> bool:
        """Whether an item states a term itself, and does not tell who did what about it."""
        agreed = self.flow.listed is not None and self.flow.listed.sort == "deal"
        telling = {"propose", "demand", "stance"} if agreed else {"propose", "demand", "stance", "deal"}
        acts = [a for a in self._acts(index) if a.act in telling]
        first, stop = self._bounds(index)
        told = [a for a in acts if self._subjects(a, first, []) and not a.modal]
        return not any(d.actor for a in told for d in self._subjects(a, first, []))

    def _item(self, index: int) -> None:
        """An item of a list whose package is known: a term, or `Other` where it fits no kind."""
        sentence = self.scene.sentences[index]
        block = self.scene.blocks[sentence.segment]
        package = self.flow.listed
        if package is None:
            return
        sub = self._has_sub_items(sentence.segment)
        if self._absorbed(sentence.segment) or (sub and len(sentence.span) < 25):
            return
        span = self._with_sub_items(index) if sub else sentence.span
        found = self._gather(package, span, index, label=block.marker)
        if not found and sentence.span.start == block.span.start:
            self._other(package, index, block)
        self.flow.open, self.flow.open_at = package, index
        self.flow.open_segment = sentence.segment

    def _other(self, package: Package, index: int, block: Segment) -> None:
        sentence = self.scene.sentences[index]
        words = sentence.span.text(self.scene.tokens.text).split()
        if len(words) < 3 or self._has_sub_items(sentence.segment):
            return
        if any(p.first == self._bounds(index)[0] for p in self._phrases(index)):
            return
        mention = other_term(self.scene.tokens.text, _trimmed(self.scene.tokens.text, sentence.span))
        speaker = self.scene.cast.speaker(self._bounds(index)[0])
        package.items.append(
            Item(mention=mention, sentence=index, label=block.marker, speaker=speaker)
        )

    def _has_sub_items(self, segment: int) -> bool:
        blocks = self.scene.blocks
        after = segment + 1
        return (
            after < len(blocks)
            and blocks[after].kind is Block.ITEM
            and blocks[after].level > blocks[segment].level
        )

    def _absorbed(self, segment: int) -> bool:
        """Whether an item only completes the item above it, which ends in a colon."""
        blocks = self.scene.blocks
        for above in range(segment - 1, max(-1, segment - 12), -1):
            if blocks[above].kind is not Block.ITEM:
                return False
            if blocks[above].level < blocks[segment].level:
                return self.scene.tokens.text[blocks[above].span.end - 1] == ":"
        return False

    def _with_sub_items(self, index: int) -> Span:
        """An item that ends in a colon, with the items under it."""
        blocks = self.scene.blocks
        segment = self.scene.sentences[index].segment
        span = self.scene.sentences[index].span
        if self.scene.tokens.text[span.end - 1] != ":":
            return span
        last = segment
        while last + 1 < len(blocks) and blocks[last + 1].level > blocks[segment].level:
            last += 1
        return Span(span.start, blocks[last].span.end)

    def _running(self, index: int) -> None:
        """Running text: acts in their order, then what merely goes on with an open package."""
        first, stop = self._bounds(index)
        phrases = self._phrases(index)
        acts = self._acts(index)
        earlier: list[Doer] = []
        if self._preface(index):
            return
        self._introduced(index, phrases)
        touched = self._under(index, phrases, acts) or self._colon(index, phrases, acts)
        for act in acts:
            doers = self._subjects(act, first, earlier)
            earlier = doers or earlier
            touched = self._act(act, doers, phrases, index) or touched
        if not touched and not self._goes_on(index, acts) and not self._tabled(index, acts):
            self._provides(index, acts)
        self._opens_list(index, phrases, acts)
        self._measures(index)
        if not any(self._subjects(a, first, []) for a in acts):
            self.scene.cast.opened_by(first, stop)

    def _bounds(self, index: int) -> tuple[int, int]:
        """The words of a sentence, without the name of a speaker before a colon."""
        first, stop = self.scene.tokens.bounds(self.scene.sentences[index].span)
        words = self.scene.tokens.words
        named = self.labelled.get(index)
        if named is None:
            named = next((i + 1 for i in range(first, min(first + 9, stop - 1)) if words[i] == ":"), first)
            spoken = any(v.verb == ":" and self.scene.tokens.at(v.span.start) == named for v in self.voices(named))
            asked = named - first == 2 and words[first] in {"q", "a", "question", "answer"}
            named = named if spoken or asked else first
            self.labelled[index] = named
        return named, stop

    def voices(self, at: int) -> Sequence[Voice]:
        """The voices that begin at a word."""
        if not self.by_start:
            for voice in self.scene.cast.voices:
                self.by_start.setdefault(voice.span.start, []).append(voice)
        if at >= len(self.scene.tokens):
            return ()
        return self.by_start.get(self.scene.tokens.starts[at], ())

    def _phrases(self, index: int) -> tuple[PackageNoun, ...]:
        first, stop = self._bounds(index)
        actors = self.scene.cast.between(first, stop)
        return find_packages(self.scene.tokens, first, stop, actors, self.scene.lexicon)

    # --- acts -----------------------------------------------------------------------------------

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
            if words[at] in _TURNS and at > act.end and words[at - 1] in {",", '"'}:
                return at
        return stop

    def _stands(
        self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Whether the words of an act are used as an act here, and not as a noun or in passing."""
        words = self.scene.tokens.words
        before = words[act.start - 1] if act.start > first else ""
        word = words[act.start]
        if act.act == "under":
            return False
        if act.act in {"which", "opens"}:
            return True
        passive = bool(act.entry.data.get("passive")) or act.entry.word("object") == "before"
        if not passive and word.endswith("ing") and before not in _BE:
            return False
        if not passive and before in _BE and act.act in {"propose", "demand", "stance"}:
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
        if act.modal or act.negated or word in _BARE_PAST:
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
        return not (before in {"did", "do", "does"} or words[at] in _PLURAL or words[at].endswith("s"))

    def _willing(self, at: int, first: int) -> bool:
        """Whether "to" before a verb follows a word of readiness ("agreed to sign")."""
        return at > first and self.scene.tokens.words[at - 1] in {"agreed", "decided", "pledged"}

    def _defines(
        self, act: Act, first: int, phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Whether a package, or "it" for one, is the subject of a verb like "contains"."""
        if act.negated:
            return False
        words = self.scene.tokens.words
        end = act.start
        while end > first and words[end - 1] in self.scene.lexicon.words("adverb") | _MODALS:
            end -= 1
        if act.entry.data.get("noun_only") and words[end - 1] in {"it", "they", "he", "she", "we"}:
            return False
        if end > first and words[end - 1] in {"it", "which", "that", "they", "these"}:
            return self.flow.topic is not None and index - self.flow.topic_at <= 1
        subject = [p for p in phrases if p.stop <= end and p.first - first <= 14]
        if not subject:
            return False
        chosen = subject[-1]
        if any(w in _CLAUSE for w in words[chosen.stop : end]):
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

    def _act(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        if act.hypothetical and act.act in {"stance", "deal"}:
            return False
        if act.act == "define":
            return self._define(act, phrases, index)
        if act.act == "which":
            return self._which(act, index)
        if act.act == "deal":
            return self._deal(act, doers, phrases, index)
        if act.act in {"propose", "demand"}:
            return self._put_forward(act, doers, phrases, index)
        if act.act == "stance":
            return self._respond(act, doers, phrases, index)
        return False

    # --- content ----------------------------------------------------------------------------------

    def _gather(
        self,
        package: Package,
        span: Span,
        index: int,
        label: str | None = None,
        *,
        bare: bool = False,
    ) -> list[Item]:
        """The terms that a stretch states, put into a package unless it has them already."""
        at = self.scene.tokens.at(span.start)
        if at >= len(self.scene.tokens):
            return []
        speaker = self.scene.cast.speaker(at)
        found: list[Item] = []
        for mention in self.scene.find_terms(span, bare or label is not None):
            if self._known(mention, package):
                continue
            found.append(
                Item(
                    mention=mention,
                    sentence=index,
                    label=label,
                    heading=self.flow.heading,
                    speaker=speaker,
                )
            )
        package.items.extend(found)
        if found:
            self.flow.open, self.flow.open_at = package, index
            self.flow.open_segment = self.scene.sentences[index].segment
            self._touch(package, found[-1] if len(found) == 1 else None, index)
            self._settle_pending(package, found)
        return found

    def _known(self, mention: TermMention, package: Package) -> bool:
        if self._taken(mention):
            return True
        same = package.items[-ITEMS_BACK:]
        return any(item.mention.term == mention.term and _says_much(item) for item in same)

    def _touch(self, package: Package, item: Item | None, index: int) -> None:
        self.story.shelf.current = package
        self.flow.topic, self.flow.topic_at = Target(package, item), index

    def _settle_pending(self, package: Package, found: list[Item]) -> None:
        """Gives a stance on "one of the articles" the article that the text then tells."""
        for note in self.flow.pending:
            if note.target.package is package and len(found) == 1:
                note.target = Target(package, found[0])
        self.flow.pending = []

    def _package(
        self, phrase: PackageNoun, index: int, *, role: str = "", fresh: bool = False
    ) -> Package:
        """The package that a phrase means, put on the shelf if it is not there yet."""
        last = self.scene.cast.last
        if phrase.owner_pronoun in {"its", "their", "his", "her"} and last and last.actor:
            phrase = evolve(phrase, owner=last.actor)
        known = None if fresh else self.story.shelf.resolve(phrase, role)
        if known is None:
            owner = phrase.owner if phrase.sort != "deal" or phrase.created else None
            known = self._new(phrase.sort, phrase.noun, self._span(phrase), index, owner, role)
        if phrase.sort == "part" and phrase.partial and known.sort == "part":
            known.partial = True
        if phrase.owner and phrase.owner.role and known.role == "unstated" and known.sort != "deal":
            known.owner, known.role = phrase.owner, proposer_side(phrase.owner.role)
        self._owned(known, phrase, index)
        return known

    def _new(
        self,
        sort: str,
        noun: str,
        span: Span,
        index: int,
        owner: Actor | None = None,
        role: str = "",
    ) -> Package:
        named = role or (owner.role if owner else "")
        at = self.scene.tokens.at(span.start)
        return self.story.shelf.add(
            Package(
                sort=sort,
                noun=noun,
                title=" ".join(span.text(self.scene.tokens.text).split()),
                place=span,
                sentence=index,
                owner=owner,
                role="joint" if sort == "deal" and not named else proposer_side(named),
                status="agreed" if sort == "deal" else "proposed",
                speaker=self.scene.cast.speaker(at),
                dated=[self.scene.sentences[index].span],
            )
        )

    def _owned(self, package: Package, phrase: PackageNoun, index: int) -> None:
        """Who a phrase says put a package forward is on record as its proposer."""
        owner = phrase.owner
        if owner is None or not owner.role or owner.role == "both":
            return
        if package.sort == "deal" and package.owner is not owner:
            return
        stance = "demanded" if phrase.sort == "demand" else "proposed"
        doer = Doer(name=owner.name, role=owner.role, actor=owner)
        self._note(doer, Target(package), stance, self._span(phrase), phrase.first)

    def _span(self, phrase: PackageNoun) -> Span:
        return self.scene.tokens.span(phrase.first, phrase.stop)

    def _scope(self, act: Act) -> Span | None:
        start = act.end
        words = self.scene.tokens.words
        end = act.limit
        while start < end and words[start] in {":", ",", "that"}:
            start += 1
        while end > start and words[end - 1] in {"and", ",", "that", "it", "but", '"', ";"}:
            end -= 1
        return self.scene.tokens.span(start, end) if start < end else None

    def _under(
        self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]
    ) -> bool:
        """ "Under the deal, ...": the rest of the sentence states what stands in it."""
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        opening = words[first : first + 4]
        topic = self.flow.topic
        if "it" in opening and opening[0] in _UNDER_IT and topic and index - self.flow.topic_at <= 2:
            after = first + opening.index("it") + 1
            return bool(self._gather(topic.package, self.scene.tokens.span(after, stop), index))
        for phrase in phrases:
            before = words[phrase.first - 2 : phrase.first] if phrase.first > first + 1 else []
            leads = phrase.first > first and words[phrase.first - 1] in _UNDER
            if not leads or phrase.sort not in {"deal", "paper"} or not phrase.definite:
                continue
            if phrase.first - first > 4 or before[:1] == ["released"]:
                continue
            package = self._package(phrase, index)
            self._touch(package, None, index)
            if any(a.act in {"deal", "propose", "demand"} for a in acts):
                return False
            return bool(self._gather(package, self.scene.tokens.span(phrase.stop, stop), index))
        return False

    def _colon(self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]) -> bool:
        """ "The paper in short: ...": what follows a colon after a package's noun is its content."""
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        at = next((i for i in range(first, stop - 1) if words[i] == ":"), None)
        if at is None or words[at + 1] in {'"', "“"}:
            return False
        before = [p for p in phrases if p.first < at and p.sort != "part"]
        told = [a for a in acts if a.start < at and a.act in {"stance", "propose", "demand", "deal"}]
        scope = self.scene.tokens.span(at + 1, stop)
        if not before or told or not self.scene.find_terms(scope, True):
            return False
        package = self._package(before[-1], index)
        return bool(self._gather(package, scope, index, bare=True))

    def _define(self, act: Act, phrases: Sequence[PackageNoun], index: int) -> bool:
        """ "The paper contains ...": what follows is the content of the package."""
        package = self._subject_package(act, phrases, index)
        scope = self._scope(act)
        if package is None or scope is None:
            return False
        self._touch(package, None, index)
        self.flow.open, self.flow.open_at = package, index
        self.flow.open_segment = self.scene.sentences[index].segment
        return bool(self._gather(package, scope, index))

    def _subject_package(
        self, act: Act, phrases: Sequence[PackageNoun], index: int
    ) -> Package | None:
        before = [p for p in phrases if p.stop <= act.start]
        if before:
            phrase = before[-1]
            if phrase.sort in {"deal", "paper"} or phrase.owner or self.story.shelf.packages:
                if phrase.sort == "part" and self.flow.pending:
                    return self.flow.pending[-1].target.package
                return self._package(phrase, index)
            return None
        return self.flow.topic.package if self.flow.topic else None

    def _which(self, act: Act, index: int) -> bool:
        topic = self.flow.topic
        scope = self._scope(act)
        if topic is None or self.flow.topic_at != index or scope is None:
            return False
        return bool(self._gather(topic.package, scope, index))

    def _goes_on(self, index: int, acts: Sequence[Act]) -> bool:
        """A sentence after one that gave terms may state more of them, if it does not narrate."""
        sentence = self.scene.sentences[index]
        flow = self.flow
        topic = flow.topic
        if topic and not topic.package.items and 0 < index - flow.topic_at <= 2:
            flow.open, flow.open_at = topic.package, index - 1
            flow.open_segment = self.scene.sentences[flow.topic_at].segment
        if flow.open is None or index - flow.open_at > 2:
            return False
        if not self._states(index, strict=sentence.segment != flow.open_segment):
            return False
        if self._paragraphs(flow.open_segment, sentence.segment) > 1:
            return False
        if any(a.act in {"stance", "propose", "demand"} for a in acts):
            return False
        if self._enumerated(index):
            return True
        if self._party_speaks(flow.open, index):
            return False
        return bool(self._gather(flow.open, self._content(index), index))

    def _content(self, index: int) -> Span:
        first, stop = self._bounds(index)
        return self.scene.tokens.span(first, stop) if stop > first else self.scene.sentences[index].span

    def _party_speaks(self, package: Package, index: int) -> bool:
        """Whether a party gives its own view here, and does not tell what the package says."""
        speaker = self.scene.cast.speaker(self._bounds(index)[1] - 1)
        principal = speaker.role in {"state", "opposition", "civilian"} and speaker.kind == "named"
        return principal and speaker.name != package.speaker.name

    def _enumerated(self, index: int) -> bool:
        """ "One, the barricades come down.": an item of a list that is told in running text."""
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        numbers = self.scene.lexicon.words("ordinal_word") | self.scene.lexicon.words("cardinal_word")
        package = self.flow.open
        if package is None or stop - first < 4 or words[first] not in numbers:
            return False
        if words[first + 1] not in {",", ":", "-", "–"}:
            return False
        span = self.scene.tokens.span(first + 2, stop)
        label = self.scene.tokens.printed(first)
        if not self._gather(package, span, index, label=label):
            mention = other_term(self.scene.tokens.text, _trimmed(self.scene.tokens.text, span))
            speaker = self.scene.cast.speaker(first)
            package.items.append(Item(mention=mention, sentence=index, label=label, speaker=speaker))
            self.flow.open_at = index
        return True

    def _paragraphs(self, segment: int, later: int) -> int:
        """How many blocks of running text one block lies after another."""
        between = self.scene.blocks[segment + 1 : later + 1]
        return sum(block.kind in (Block.PARAGRAPH, Block.ITEM) for block in between)

    def _provides(self, index: int, acts: Sequence[Act]) -> bool:
        """A provision that stands by itself ("... shall ...", "... are to ...") in such a text."""
        if not self._negotiates_much or any(a.act == "stance" for a in acts):
            return False
        first, stop = self._bounds(index)
        speculation = self.scene.lexicon.words("speculation")
        if not self._obliges(first, stop) or speculation & set(self.scene.tokens.words[first:stop]):
            return False
        package = self.flow.open or self.story.shelf.current
        span = self._content(index)
        if self._urges(index, span):
            return True
        if package is not None and self._party_speaks(package, index):
            return False
        if package is not None:
            return bool(self._gather(package, span, index))
        if not self.scene.find_terms(span, False):
            return False
        sort = "deal" if self._deals_much() else "paper"
        return bool(self._gather(self._new(sort, "terms", span, index), span, index))

    def _urges(self, index: int, span: Span) -> bool:
        """ "The delegation maintained that the army should withdraw": a demand of its own."""
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        should = next((i for i in range(first, stop) if words[i] in {"should", "must"}), None)
        verbs = self.scene.lexicon.words("urge")
        at = next((i for i in range(first, should or first) if words[i] in verbs), None)
        if should is None or at is None:
            return False
        doers = [d for d in self.scene.cast.before(at, first, []) if d.role not in {"", "both", "mediator"}]
        scope = self.scene.tokens.span(at + 1, stop)
        if not doers or not any(not self._taken(m) for m in self.scene.find_terms(scope, True)):
            return False
        package = self._new("demand", "demand", scope, index, doers[0].actor, doers[0].role)
        self._gather(package, scope, index, bare=True)
        for doer in doers:
            self._note(doer, Target(package), "demanded", self.scene.tokens.span(first, min(stop, at + 12)), at)
        return True

    def _tabled(self, index: int, acts: Sequence[Act]) -> bool:
        """A line of a table of positions: "Government: the road is opened"."""
        cast = self.scene.cast
        if self.tabled is None:
            self.tabled = len({v.speaker.role for v in cast.voices if v.verb == ":" and v.speaker.role})
        first, stop = self._bounds(index)
        start = self.scene.tokens.starts[stop - 1]
        voice = next((v for v in voices_over(cast.voices, start) if v.verb == ":"), None)
        if voice is None or self.tabled < 2 or voice.speaker.role in {"", "both"} or acts:
            return False
        mentions = self.scene.find_terms(voice.span, True)
        if not mentions or not self._states(index, strict=False):
            return False
        known = [
            p
            for p in self.story.shelf.packages[:PACKAGES_BACK]
            if p.noun == "positions" and p.role == proposer_side(voice.speaker.role)
        ]
        actor = voice.speaker.actor
        span = self.scene.sentences[index].span
        package = (
            known[0] if known else self._new("paper", "positions", span, index, actor, voice.speaker.role)
        )
        doer = Doer(name=voice.speaker.name or "", role=voice.speaker.role, actor=actor)
        self._note(doer, Target(package), "proposed", span, first)
        return bool(self._gather(package, voice.span, index, bare=True))

    def _deals_much(self) -> bool:
        words = self.scene.lexicon.words("deal")
        return sum(w in words for w in self.scene.tokens.words) >= 2

    def _obliges(self, first: int, stop: int) -> bool:
        words = self.scene.tokens.words
        strong = self.scene.lexicon.words("strong_mood")
        return any(
            words[at] in strong or (words[at] in {"is", "are", "were", "was"} and words[at + 1] == "to")
            for at in range(first, stop - 1)
        )

    def _states(self, index: int, *, strict: bool) -> bool:
        """Whether a sentence has the mood of a provision: a modal verb, or no past tense.

        In the next paragraph (`strict`) only a modal verb will do, and nobody may be saying it anew.
        """
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        if words[first] in _COMMENT:
            return False
        moods = self.scene.lexicon.words("content_mood")
        past = self.scene.lexicon.words("past")
        for at in range(first, stop):
            if words[at] in moods or (words[at] in _BE and words[at + 1 : at + 2] == ["to"]):
                return True
            if strict and words[at] in {"is", "are"} and words[min(at + 1, stop - 1)].endswith("ed"):
                return True
        return not strict and not any(words[at] in past or self._narrates(at, first) for at in range(first, stop))

    def _narrates(self, at: int, first: int) -> bool:
        """Whether a word in -ed is a verb of narration, and no participle."""
        words = self.scene.tokens.words
        if not words[at].endswith("ed") or at == first:
            return False
        before = words[at - 1]
        return before in {"he", "she", "it", "they", "we", "has", "have"} or (
            any(a.stop == at for a in self.scene.cast.between(max(first, at - 8), at))
        )

    def _opens_list(
        self, index: int, phrases: Sequence[PackageNoun], acts: Sequence[Act]
    ) -> None:
        """A paragraph before a list: which package do the items belong to?"""
        if not self._next_is_item(index):
            if self.scene.blocks[self.scene.sentences[index].segment].kind is not Block.ITEM:
                self.flow.listed = None
            return
        if self.scene.blocks[self.scene.sentences[index].segment].kind is Block.ITEM:
            return
        first, stop = self._bounds(index)
        opens = self.scene.tokens.words[stop - 1] == ":" or any(a.act == "opens" for a in acts)
        topic = self.flow.topic
        if topic and self.flow.topic_at == index:
            self.flow.listed = topic.package
        elif not self.story.shelf.packages and self._issued(index):
            return
        elif opens and self.story.shelf.current:
            self.flow.listed = self.story.shelf.current
        elif self._list_of_terms(index):
            self.flow.listed = self.story.shelf.current or self._listed_anew(index)
        elif opens and phrases and phrases[-1].sort != "part":
            self.flow.listed = self._package(phrases[-1], index)
            self._touch(self.flow.listed, None, index)

    def _issued(self, index: int) -> bool:
        """A list in a letter or statement of a party, which speaks for itself: its demands."""
        issuer = self.scene.cast.issuer
        if issuer.kind == "report" or issuer.role in {"", "mediator"}:
            return False
        opens = self.scene.tokens.words[self._bounds(index)[1] - 1] == ":"
        if not opens and not any(a.act == "opens" for a in self._acts(index)):
            return False
        span = self.scene.sentences[index].span
        package = self._new("demand", "demands", span, index, issuer.actor, issuer.role)
        doer = Doer(name=issuer.name or "", role=issuer.role, actor=issuer.actor)
        self._note(doer, Target(package), "demanded", span, self._bounds(index)[0])
        self._touch(package, None, index)
        self.flow.listed = package
        return True

    def _list_of_terms(self, index: int) -> bool:
        """Whether most items of the list that follows state terms, and narrate nothing."""
        if not self._negotiates_much:
            return False
        stated = asked = 0
        for after in range(index + 1, min(index + 13, len(self.scene.sentences))):
            sentence = self.scene.sentences[after]
            if self.scene.blocks[sentence.segment].kind is not Block.ITEM:
                break
            asked += 1
            states = self._states(after, strict=False)
            first, stop = self._bounds(after)
            moods = self.scene.lexicon.words("list_mood")
            obliges = bool(moods & set(self.scene.tokens.words[first:stop]))
            stated += bool(states and (obliges or self.scene.find_terms(sentence.span, True)))
        return asked >= 2 and stated * 2 > asked

    def _listed_anew(self, index: int) -> Package:
        sort = "deal" if self._deals_much() else "paper"
        return self._new(sort, "terms", self.scene.sentences[index].span, index)

    # --- deals ---------------------------------------------------------------------------------------

    def _deal(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """A deal that parties make: its parties accept it, and what follows is its content."""
        if act.negated or act.modal:
            return False
        parties = self._parties(act, doers, index)
        phrase = self._deal_phrase(act, phrases)
        joint = len(doers) > 1 or any(d.role == "both" for d in doers)
        if self._opens_items(index):
            parties, joint = self._preamble(index) or parties, True
        if phrase is None and len(_roles(parties)) < 2 and not (joint or act.entry.data.get("passive")):
            return self._alone(act, doers, phrases, index)
        package = self._deal_package(act, phrase, index)
        self._touch(package, None, index)
        self.flow.open, self.flow.open_at = package, index
        self.flow.open_segment = self.scene.sentences[index].segment
        scope = self._scope(act)
        if scope:
            self._gather(package, scope, index)
        for doer in parties:
            if doer.role:
                stance = "provisional" if self._tentative(index) else "accepted"
                self._note(doer, Target(package), stance, self._act_span(act, index), act.start)
        return True

    def _introduced(self, index: int, phrases: Sequence[PackageNoun]) -> None:
        """Packages that a sentence names with who made them: "the accord signed between A and B"."""
        words = self.scene.tokens.words
        begin = self._bounds(index)[0]
        for phrase in phrases:
            if phrase.first < begin:
                continue
            if phrase.created and phrase.owner is None and not phrase.owner_pronoun:
                phrase = self._made_by(phrase, begin)
            offered = phrase.created and phrase.sort == "deal" and "proposed" in words[phrase.stop - 3 : phrase.stop + 1]
            if phrase.sort == "deal" and not offered:
                self._made(phrase, index)
            elif phrase.created and phrase.sort != "part" and self._maker(phrase):
                self._touch(self._package(phrase, index), None, index)

    def _made_by(self, phrase: PackageNoun, begin: int) -> PackageNoun:
        """ "The rebels withdrew the offer which they made": the owner named before."""
        if "they" not in self.scene.tokens.words[phrase.first : phrase.stop + 3]:
            return phrase
        before = [a for a in self.scene.cast.between(begin, phrase.first) if a.role not in {"", "both"}]
        return evolve(phrase, owner=before[0]) if before else phrase

    def _maker(self, phrase: PackageNoun) -> bool:
        return bool(phrase.owner and phrase.owner.role not in {"", "both"})

    def _made(self, phrase: PackageNoun, index: int) -> None:
        """A deal that a phrase says was made between parties: each of them accepted it."""
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        made = self.scene.lexicon.words("made_deal")
        window = range(phrase.first, min(phrase.stop + 12, stop))
        at = next((i for i in window if words[i] in made and i >= phrase.stop - 1), None)
        parties: list[Doer] = []
        for i in window:
            if words[i] == "between" and (at is not None or i <= phrase.stop + 1):
                joined = self.scene.cast.joined(i + 1, stop)
                parties = joined if len(joined) > 1 else []
            elif words[i] == "with" and at is not None and at < i <= at + 2:
                parties = self.scene.cast.joined(i + 1, stop)[:1]
        relative = next(
            (i for i in range(phrase.stop, min(phrase.stop + 6, stop)) if words[i] == "which"), None
        )
        if relative is not None and "," not in words[phrase.stop : relative]:
            parties = self._relative_parties(relative + 1, stop)
        parties = [d for d in self._expand(parties) if d.role not in {"", "mediator"}]
        if not parties:
            return
        package = self._package(phrase, index)
        package.status = "agreed"
        for doer in parties:
            span = self.scene.tokens.span(phrase.first, min(phrase.stop + 10, stop))
            self._note(doer, Target(package), "accepted", span, phrase.first)
        self._touch(package, None, index)

    def _relative_parties(self, at: int, stop: int) -> list[Doer]:
        """ "... which A and B had signed", "... to which both camps have put their names"."""
        words = self.scene.tokens.words
        joined = self.scene.cast.joined(at, stop)
        if not joined and at < stop and words[at] == "they" and self.scene.cast.last:
            return [self.scene.cast.last]
        after = next((a.stop for a in reversed(self.scene.cast.between(at, min(at + 12, stop)))), at)
        verbs = set(words[after : after + 5])
        accept = {"submitted", "agreed", "put", "pledged", "consented"}
        if verbs & (self.scene.lexicon.words("made_deal") | accept):
            return joined
        return []

    def _preface(self, index: int) -> bool:
        """The opening of an agreement's text: its parties accept it, and the list is its content."""
        first, stop = self._bounds(index)
        words = set(self.scene.tokens.words[first:stop])
        if not self._opens_items(index) or not words & self.scene.lexicon.words("preface"):
            return False
        parties = self._preamble(index)
        current = self.story.shelf.current
        again = current if current and current is self.flow.listed and current.sort == "deal" else None
        if len(_roles(parties)) < 2 and not self._title_words() and not again:
            return False
        span = self.scene.sentences[index].span
        package = again or self._new("deal", "agreement", span, index)
        for doer in parties:
            self._note(doer, Target(package), "accepted", span, first)
        self._touch(package, None, index)
        self.flow.listed = package
        return True

    def _title_words(self) -> set[str]:
        """The words of the first headings that call the text itself an agreement."""
        return self._heading_words() & self.scene.lexicon.words("title_of_agreement")

    def _heading_words(self) -> set[str]:
        found: set[str] = set()
        for index, sentence in enumerate(self.scene.sentences[:4]):
            if self.scene.blocks[sentence.segment].kind is Block.HEADING:
                first, stop = self._bounds(index)
                found.update(self.scene.tokens.words[first:stop])
        return found

    def _opens_items(self, index: int) -> bool:
        first, stop = self._bounds(index)
        if self.scene.blocks[self.scene.sentences[index].segment].kind is Block.ITEM:
            return False
        return self._next_is_item(index) and self.scene.tokens.words[stop - 1] in {":", "."}

    def _preamble(self, index: int) -> list[Doer]:
        """The parties that the opening of an agreement names: one of each side, facilitators apart."""
        first, stop = self._bounds(index)
        start = self._bounds(max(0, index - 3) if index > 12 else 0)[0]
        words = self.scene.tokens.words
        found: list[Doer] = []
        for actor in self.scene.cast.between(start, stop):
            near = set(words[max(start, actor.first - 4) : actor.first])
            if actor.role in {"", "both", "mediator", "other"} or near & _ASIDE:
                continue
            found.append(Doer(name=actor.name, role=actor.role, actor=actor))
        roles = _roles(found)
        if len(roles) == 1 and len(found) > 1:
            other = "opposition" if "state" in roles else "state"
            found[1] = evolve(found[1], role=other)
        principals = [d for d in found if d.role in {"state", "opposition"}]
        return _once(principals if len(_roles(principals)) == 2 else found)

    def _tentative(self, index: int) -> bool:
        first, stop = self._bounds(index)
        return bool(
            set(self.scene.tokens.words[first:stop]) & self.scene.lexicon.words("tentative")
        )

    def _deal_phrase(self, act: Act, phrases: Sequence[PackageNoun]) -> PackageNoun | None:
        near = [
            p for p in phrases if p.stop > act.start and p.first <= act.end + 2 and p.sort != "part"
        ]
        return near[0] if near else None

    def _deal_package(self, act: Act, phrase: PackageNoun | None, index: int) -> Package:
        shelf = self.story.shelf
        if phrase:
            known = shelf.resolve(phrase)
            if known and (phrase.definite or known.sentence == index):
                return known
            return self._new("deal", phrase.noun, self._span(phrase), index)
        current = shelf.current
        same = self.flow.topic_at >= index - 1 or (
            self.flow.open is current
            and self.scene.sentences[index].segment == self.flow.open_segment
        )
        if current and current.sort == "deal" and same:
            return current
        return self._new("deal", "agreement", self.scene.tokens.span(act.start, act.end), index)

    def _parties(self, act: Act, doers: list[Doer], index: int) -> list[Doer]:
        """The parties to a deal: its subjects, and those named after "with" and "between"."""
        found = [d for d in doers if d.role]
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        for at in range(first, stop):
            if words[at] == "between":
                joined = self.scene.cast.joined(at + 1, stop)
                found.extend(joined if len(joined) > 1 else [])
            elif words[at] == "with" and (act.entry.data.get("passive") or at >= act.start):
                found.extend(d for d in self.scene.cast.joined(at + 1, stop)[:1] if d.role != "mediator")
        if words[act.start + 1 : act.start + 2] == ["with"] and len(_roles(found)) == 1:
            if words[act.start + 2] in {"him", "her", "them"}:
                met = self.scene.cast.between(first, act.start)
                found.extend(
                    Doer(name=a.name, role=a.role, actor=a)
                    for a in met
                    if a.role not in {"", "both", "mediator"} and not a.metonym
                )
        if act.entry.data.get("passive"):
            speaker = self.scene.cast.speaker(act.start)
            if speaker.role and len(_roles(found)) == 1:
                name = speaker.actor.name if speaker.actor else speaker.name or ""
                found.append(Doer(name=name, role=speaker.role, actor=speaker.actor))
        return _named_once(self._expand(found))

    def _expand(self, doers: Sequence[Doer]) -> list[Doer]:
        """ "Both sides" are the principals that the text has named."""
        found: list[Doer] = []
        for doer in doers:
            if doer.role != "both":
                found.append(doer)
                continue
            for role in ("state", "opposition"):
                actors = self.scene.cast.actors
                named = next((a for a in actors if a.role == role and not a.metonym), None)
                if named:
                    found.append(Doer(name=named.name, role=role, actor=named))
        return found

    def _alone(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """One party "pledged to" or "agreed on": content of the deal at hand, or its own offer."""
        scope = self._scope(act)
        current = self.story.shelf.current
        if scope is None or not doers:
            return False
        if current and current.sort == "deal" and index - self.flow.topic_at <= 3:
            return bool(self._gather(current, scope, index))
        return False

    def _act_span(self, act: Act, index: int) -> Span:
        first, stop = self._bounds(index)
        start = first
        for actor in reversed(self.scene.cast.between(first, act.start)):
            start = actor.first
            if act.start - actor.stop <= 3:
                break
        while start < act.start and not self.scene.tokens.words[start][0].isalnum():
            start += 1
        end = min(max(act.limit, act.end), act.end + 14)
        while end > act.end and not self.scene.tokens.words[end - 1][0].isalnum():
            end -= 1
        return self.scene.tokens.span(start, end)

    # --- proposals -------------------------------------------------------------------------------------

    def _put_forward(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Somebody proposes or demands: a package of what follows, or one that is yet to be told."""
        doers = [d for d in doers if d.role and d.role != "both"]
        if act.negated or not doers:
            return False
        mediates = doers[0].role == "mediator"
        stance = "demanded" if act.act == "demand" and not mediates else "proposed"
        inside = [p for p in phrases if act.end <= p.first < act.limit and p.sort != "part"]
        scope = self._scope(act)
        if scope is None:
            return False
        package = self._forwarded(act, doers, inside, scope, index)
        if package is None:
            return self._for_it(act, doers, stance, index)
        for doer in doers:
            self._note(doer, Target(package), stance, self._act_span(act, index), act.start)
        self._touch(package, package.items[-1] if len(package.items) == 1 else None, index)
        self.flow.open, self.flow.open_at = package, index
        self.flow.open_segment = self.scene.sentences[index].segment
        return True

    def _for_it(self, act: Act, doers: Sequence[Doer], stance: str, index: int) -> bool:
        """ "They asked for it": a demand for what the text was just about."""
        words = self.scene.tokens.words[act.end : act.limit]
        topic = self.flow.topic
        if stance != "demanded" or topic is None or index - self.flow.topic_at > 3:
            return False
        if not words or words[0] not in {"it", "that", "this"} or len(words) > 3:
            return False
        for doer in doers:
            self._note(doer, topic, stance, self._act_span(act, index), act.start)
        return True

    def _forwarded(
        self,
        act: Act,
        doers: list[Doer],
        inside: Sequence[PackageNoun],
        scope: Span,
        index: int,
    ) -> Package | None:
        role = doers[0].role
        sort = "demand" if act.act == "demand" else "paper"
        near = [p for p in inside if p.first - act.end <= 6]
        words = self.scene.tokens.words
        near = [p for p in near if words[p.first - 1] != "on" or p.definite]
        if act.entry.word("needs") == "package" and not any(p.sort != "deal" for p in near):
            return None
        near = [p for p in near if p.sort != "deal"]
        if near:
            known = self.story.shelf.resolve(near[0], role if near[0].sort != "deal" else "")
            fresh = known is None or (not near[0].definite and known.sentence != index)
            if known and known.sort == "deal" and near[0].sort == "paper":
                fresh = True
            if not fresh and known:
                self._gather(known, scope, index)
                return known
        mentions = [m for m in self.scene.find_terms(scope, True) if not self._taken(m)]
        listed = self._next_is_item(index)
        if not mentions and not listed and not (near and near[0].sort in {"paper", "demand"}):
            return None
        noun = near[0].noun if near and near[0].sort != "deal" else sort
        package = self._new(sort, noun, scope, index, doers[0].actor, role)
        self._gather(package, scope, index, bare=True)
        return package

    def _taken(self, mention: TermMention) -> bool:
        """Whether a package has these words among its latest items already."""
        return any(
            item.mention.span.overlaps(mention.span)
            for p in self.story.shelf.packages[-PACKAGES_BACK:]
            for item in p.items[-ITEMS_BACK:]
        )

    # --- answers -----------------------------------------------------------------------------------------

    def _respond(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Somebody accepts, refuses, puts off, takes back: a stance, if it is clear about what."""
        stance = self._stance(act)
        doers = self._expand([d for d in doers if d.role])
        if stance == "accepted":
            doers = [d for d in doers if d.role != "mediator"]
        if stance is None or not doers or self._denies_itself(act, doers):
            return False
        if stance == "accepted" and self._joint(act, doers, phrases, index):
            return self._deal(act, doers, phrases, index)
        targets = self._targets(act, phrases, index, doers)
        if not targets and stance in {"accepted", "provisional", "insisted"}:
            targets = self._told_anew(act, doers, stance, index)
        if not targets:
            return False
        for target in targets:
            for doer in doers:
                if not self._plausible(doer, target, stance):
                    continue
                note = self._note(doer, target, stance, self._act_span(act, index), act.start)
                self.flow.open = None
                if note and self._one_of(act, phrases) and target.item is None:
                    self.flow.pending.append(note)
        self._excepted(act, doers, targets[0].package, stance, index)
        if stance == "conditional":
            self._condition(act, doers, index)
        self._split(doers, index)
        if targets[0].item is None or len(targets) == 1:
            self.flow.topic, self.flow.topic_at = targets[-1], index
        return True

    def _split(self, doers: Sequence[Doer], index: int) -> None:
        """Part of one thing accepted and part refused, in one sentence, is a conditional answer."""
        span = self.scene.sentences[index].span
        here = [n for n in self.story.notes[-NOTES_BACK:] if span.covers(n.span) and n.stance != "insisted"]
        for yes in here:
            for no in here:
                same = yes.target == no.target and yes.doer.role == no.doer.role
                if same and (yes.stance, no.stance) == ("accepted", "rejected"):
                    yes.stance = "conditional"
                    yes.span = Span(min(yes.span.start, no.span.start), max(yes.span.end, no.span.end))
                    self.story.notes.remove(no)
                    return

    def _condition(self, act: Act, doers: Sequence[Doer], index: int) -> None:
        """The condition of an acceptance is a demand of its own, where it states a term."""
        scope = self._scope(act)
        if scope is None:
            return
        self.story.notes[-1].condition = scope
        mentions = [m for m in self.scene.find_terms(scope, True) if not self._taken(m)]
        if not mentions:
            return
        topic, current = self.flow.topic, self.story.shelf.current
        package = self._new("demand", "condition", scope, index, doers[0].actor, doers[0].role)
        self._gather(package, scope, index, bare=True)
        for doer in doers:
            span = self._act_span(act, index)
            self._note(doer, Target(package), "demanded", span, act.start)
        self.flow.topic, self.story.shelf.current = topic, current

    def _told_anew(
        self, act: Act, doers: Sequence[Doer], stance: str, index: int
    ) -> list[Target]:
        """ "The commanders agreed to hand over their arms": the answer itself tells the terms."""
        scope = self._scope(act)
        agrees = self.scene.tokens.words[act.start] in self.scene.lexicon.words("agree_verb")
        if scope is None or not agrees or not self._negotiates_much or act.entry.word("object"):
            return []
        if not any(not self._taken(m) for m in self.scene.find_terms(scope, False)):
            return []
        sort = "demand" if stance == "insisted" else "deal"
        role = doers[0].role if sort == "demand" else ""
        package = self._new(sort, sort, scope, index, doers[0].actor, role)
        package.status = {"provisional": "tentative", "insisted": "proposed"}.get(stance, "agreed")
        self._gather(package, scope, index)
        return [Target(package)]

    def _denies_itself(self, act: Act, doers: Sequence[Doer]) -> bool:
        """Whether somebody denies what was just said of its own answer: then it stays open."""
        notes = self.story.notes
        if not act.entry.data.get("denial") or not notes:
            return False
        return notes[-1].doer.role in {d.role for d in doers} and notes[-1].stance == "accepted"

    def _plausible(self, doer: Doer, target: Target, stance: str) -> bool:
        """Nobody accepts or refuses what it put forward itself."""
        if stance not in {"accepted", "provisional", "rejected", "conditional"}:
            return True
        owner = target.package.owner if target.package.sort != "deal" else None
        return owner is None or owner.name != doer.name

    def _stance(self, act: Act) -> str | None:
        """The stance that the words state, turned by a negation, or None where it stays open."""
        stance = act.stance
        if act.negated:
            return {"accepted": "rejected", "provisional": "rejected"}.get(stance)
        if act.modal in {"would", "will", "could", "might", "may", "should", "must", "can", "shall"}:
            if stance in {"accepted", "rejected"}:
                return None
        return stance

    def _joint(
        self, act: Act, doers: list[Doer], phrases: Sequence[PackageNoun], index: int
    ) -> bool:
        """Whether two sides together agree to something that is not on the shelf yet."""
        if len({d.role for d in doers}) < 2:
            return False
        near = [p for p in phrases if act.start <= p.first < act.limit]
        return not near or self.story.shelf.resolve(near[0]) is None

    def _targets(
        self, act: Act, phrases: Sequence[PackageNoun], index: int, doers: Sequence[Doer]
    ) -> list[Target]:
        shelf = self.story.shelf
        low, high = self._object(act, index)
        inside = [p for p in phrases if p.stop > low and act.start <= p.first < high] or [
            p for p in phrases if low <= p.first < high
        ]
        if not shelf.packages and not any(p.sort in {"deal", "paper"} or p.owner for p in inside):
            return []
        fronted = self._fronted(act, index)
        if fronted is not None:
            return fronted
        owned = any(p.owner or p.label for p in inside)
        if act.entry.data.get("intransitive") and not act.entry.word("object") and not owned:
            return self._it(act, low, high, index)
        named = self._phrase_targets(act, inside, index, doers, low, high)
        if named:
            return named
        current = shelf.current
        if current:
            numbered = numbered_items(self.scene.tokens, low, high, current, self.scene.lexicon)
            if numbered:
                return [Target(current, item) for item in numbered]
        topical = topical_items(self.scene.tokens, low, high, shelf.packages, self.scene.lexicon)
        if topical:
            return topical
        return self._it(act, low, high, index)

    def _fronted(self, act: Act, index: int) -> list[Target] | None:
        """What is put first: "The third it refused", "As for the road, ...", "On the second ...".

        None where nothing is put first; no targets where it is not clear what it means.
        """
        first, stop = self._bounds(index)
        words, current = self.scene.tokens.words, self.story.shelf.current
        if current is None or act.start - first < 3:
            return None
        end = next((i for i in range(first, act.start) if words[i] == ","), act.start)
        numbered = numbered_items(
            self.scene.tokens, first, min(end, first + 5), current, self.scene.lexicon
        )
        if numbered:
            return [Target(current, item) for item in numbered]
        before = act.entry.word("object") == "before"
        bare = act.end >= act.limit or not words[act.end][0].isalnum()
        subject = self.scene.cast.between(act.start - 6, act.start) or words[act.start - 1] in {
            "we", "they", "it", "he", "she"
        }
        if bare and subject and words[first] in {"the", "this", "that", "these", "those"}:
            stop_at = next((i for i in range(first, act.start) if words[i] in _NOMINATIVE), act.start)
            if stop_at - first >= 2:
                return self._each(first, stop_at)
        if words[first] in {"as", "on", "about", "to", "regarding", "concerning"} or before:
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
        for start, stop in zip(cuts, cuts[1:], strict=False):
            for target in topical_items(
                self.scene.tokens, start, stop, self.story.shelf.packages, self.scene.lexicon
            ):
                if target not in found:
                    found.append(target)
        return found

    def _object(self, act: Act, index: int) -> tuple[int, int]:
        first, stop = self._bounds(index)
        if act.entry.word("object") == "before" or (
            act.entry.data.get("passive") and act.act == "stance"
        ):
            return first, act.start
        low = act.start + 1 if act.stance == "conditional" else act.end
        return low, max(act.limit, act.end)

    def _phrase_targets(
        self,
        act: Act,
        inside: Sequence[PackageNoun],
        index: int,
        doers: Sequence[Doer],
        low: int,
        high: int,
    ) -> list[Target]:
        """What a phrase in the object of an answer means: a package, or items of one by number."""
        if not inside:
            inside = [p for p in self._phrases(index) if act.start <= p.first < act.end]
        if not inside:
            return []
        phrase = inside[0]
        package = self.story.shelf.resolve(phrase)
        if package is None and (phrase.created or phrase.owner or self._nameable(phrase)):
            package = self._package(phrase, index)
        if package is None:
            return []
        self._package(phrase, index) if phrase.owner else None
        if phrase.sort == "part":
            numbered = numbered_items(self.scene.tokens, low, high, package, self.scene.lexicon)
            if numbered:
                return [Target(package, item) for item in numbered]
            if phrase.partial and not self._one_of(act, inside):
                topical = topical_items(
                    self.scene.tokens, phrase.stop, high, [package], self.scene.lexicon
                )
                if topical:
                    return topical
        return [Target(package)]

    def _nameable(self, phrase: PackageNoun) -> bool:
        return phrase.definite and phrase.sort in {"deal", "paper"} and phrase.noun not in _LOOSE

    def _one_of(self, act: Act, phrases: Sequence[PackageNoun]) -> bool:
        words = self.scene.tokens.words[act.end : act.end + 3]
        return words[:2] == ["one", "of"] or words[:1] == ["an"] and any(
            p.sort == "part" and p.first <= act.end + 2 for p in phrases
        )

    def _it(self, act: Act, low: int, high: int, index: int) -> list[Target]:
        """ "It", "them", or no object at all: what the text was just about."""
        words = self.scene.tokens.words[low:high]
        bare = not any(w[0].isalnum() for w in words) or bool(act.entry.data.get("intransitive"))
        pronoun = any(w in {"it", "its", "them", "this", "that", "both"} for w in words[:3])
        bare = bare or (bool(words) and words[0] in _ADVERBIAL)
        topic = self.flow.topic
        if topic is None or not (bare or pronoun):
            return []
        near = self.scene.sentences[self.flow.topic_at].segment
        far = self._paragraphs(near, self.scene.sentences[index].segment) > 2
        if (far or index - self.flow.topic_at > 8) and len(self.story.shelf.packages) > 1:
            return []
        segment = self.scene.sentences[index].segment
        said = self._bounds(index)[0] > self.scene.tokens.bounds(self.scene.sentences[index].span)[0]
        here = segment == near or (said and segment - near <= 2)
        return [topic if here else Target(topic.package)]

    def _excepted(
        self, act: Act, doers: Sequence[Doer], package: Package, stance: str, index: int
    ) -> None:
        """ "All but X", "with the exception of the second item": the rest of a blanket answer."""
        if stance not in {"accepted", "provisional"}:
            return
        first, stop = self._bounds(index)
        words = self.scene.tokens.words
        for at in range(act.end, stop):
            opened = next((e for e in _EXCEPT if words[at : at + len(e)] == list(e)), None)
            if not opened:
                continue
            low = at + len(opened)
            items = numbered_items(self.scene.tokens, low, stop, package, self.scene.lexicon)
            targets = [Target(package, item) for item in items] or topical_items(
                self.scene.tokens, low, stop, [package], self.scene.lexicon
            )
            span = self.scene.tokens.span(at, stop)
            for target in targets:
                for doer in doers:
                    self._note(doer, target, "rejected", span, act.start)
            return

    def _note(
        self, doer: Doer, target: Target, stance: str, span: Span, at: int
    ) -> Note | None:
        """Writes a stance down, once."""
        for note in self.story.notes[-NOTES_BACK:]:
            if (
                note.stance == stance
                and note.doer.role == doer.role
                and note.target.package is target.package
                and note.target.item is target.item
                and (note.doer.name == doer.name or note.span != span)
                and (note.doer.name == doer.name or stance in {"proposed", "accepted"})
            ):
                return None
        note = Note(
            doer=doer,
            target=target,
            stance=stance,
            span=span,
            speaker=self.scene.cast.speaker(at),
        )
        self.story.notes.append(note)
        return note

    # --- the rest --------------------------------------------------------------------------------------------

    def _measures(self, index: int) -> None:
        first, stop = self._bounds(index)
        tokens = self.scene.tokens
        inside = [
            i.mention.span
            for p in self.story.shelf.packages[-PACKAGES_BACK:]
            for i in p.items[-ITEMS_BACK:]
            if i.sentence == index
        ]
        taken = -1
        for hit in self.scene.lexicon.indexes["measures"].find(tokens.words, first, stop):
            span = tokens.span(hit.start, hit.end)
            if hit.start < taken or any(one.overlaps(span) for one in inside):
                continue
            taken = hit.end
            doers = [d for d in self.scene.cast.before(hit.start, first, []) if d.role]
            self.story.measures.append(
                MeasureNote(
                    span=span,
                    kind=hit.entry.word("kind"),
                    doer=doers[0] if doers else None,
                    speaker=self.scene.cast.speaker(hit.start),
                )
            )

    def _nothing(self, index: int) -> None:
        """A sentence that speaks of the negotiation and gave nothing is listed as unread."""
        first, stop = self._bounds(index)
        words = self.scene.lexicon.words("negotiation")
        spoken = sum(w in words for w in self.scene.tokens.words[first:stop])
        answered = any(a.act == "stance" for a in self._acts(index))
        if spoken >= 1 or answered:
            self.story.unread.append(self.scene.sentences[index].span)

    def close(self) -> None:
        """Lets go of packages that hold no term and that nobody answered."""
        answered = {id(n.target.package) for n in self.story.notes}
        self.story.shelf.packages = [
            p for p in self.story.shelf.packages if p.items or id(p) in answered
        ]


def _trimmed(text: str, span: Span) -> Span:
    """An item without the mark that closes it."""
    end = span.end
    while end > span.start and text[end - 1] in " .;,":
        end -= 1
    return Span(span.start, end)


def _says_much(item: Item) -> bool:
    term = item.mention.term
    return bool(term.duration or term.beneficiaries or term.places)


def _roles(doers: Sequence[Doer]) -> set[str]:
    return {d.role for d in doers}


def _named_once(doers: Sequence[Doer]) -> list[Doer]:
    """Each party once, by its side and name."""
    return list({(d.role, d.name): d for d in doers}.values())


def _once(doers: Sequence[Doer]) -> list[Doer]:
    found: dict[str, Doer] = {}
    for doer in doers:
        found.setdefault(doer.role, doer)
    return list(found.values())


_COMMENT = frozenset({"this", "that", "at", "as", "in", "meanwhile", "what", "noting", "it"})
_NOMINATIVE = frozenset({"we", "they", "it", "he", "she", "i"})
_ADVERBIAL = frozenset({"from", "at", "after", "because", "since", "immediately", "again", "outright"})
_BARE_PAST = frozenset({"put", "set", "cut", "let", "shut", "read", "quit", "bid"})
_PLURAL = frozenset({"we", "they", "i", "you", "who", "people", "men", "gunmen", "both", "all"})
_ASIDE = frozenset({"presence", "participation", "witness", "auspices", "mediation", "facilitation"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_MODALS = frozenset({"would", "will", "shall", "should", "may", "must", "can"})
_TURNS = frozenset({"but", "although", "though", "whereas", "because", "since", "while", "noting"})
_CLAUSE = frozenset({";", ":", ".", "but", "said", "says", "told"})
_UNDER_IT = frozenset({"under", "in", "according", "by", "pursuant"})
_UNDER = frozenset({"under", "with", "to", "by", "in"})
_LOOSE = frozenset({"list", "letter", "note", "settlement", "reconciliation", "outline", "framework"})
_EXCEPT = (
    ("with", "the", "exception", "of"),
    ("except", "for"),
    ("except",),
    ("but", "not"),
    ("apart", "from"),
    ("save", "for"),
    ("all", "but"),
    ("other", "than"),
    ("bar",),
)
