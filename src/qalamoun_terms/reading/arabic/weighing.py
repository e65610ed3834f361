"""Terms in Arabic that no word of the lexicon introduces, weighed by learnt weights.

As in `reading/weighing.py`: what the readings by the lexicon leave is weighed by all that stands around
it; `content_model.json`, made by `benchmarks/train_arabic.py`, says how likely a reader takes it for a
term. A text in which the lexicon finds no offer, deal or answer negotiates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, frozen

from qalamoun_terms.lexicon.weights import LinearModel, linear_model
from qalamoun_terms.reading.arabic.done import Act
from qalamoun_terms.reading.arabic.judging import beginning, no_term
from qalamoun_terms.reading.arabic.notebook import Notebook
from qalamoun_terms.reading.arabic.objects import Nouns
from qalamoun_terms.reading.arabic.terms import find_terms
from qalamoun_terms.reading.text.frames import Segment, TermMention
from qalamoun_terms.reading.told.packages import Item, Package
from qalamoun_terms.reading.weighed.features import how_far
from qalamoun_terms.reading.weighed.judging import TERM

ENOUGH = 0.4  # probability from which a statement is taken for content
SURE = 0.45  # the same for kinds that any talk of politics sounds like
VAGUE = frozenset({"political_process", "other"})
BEFORE = 6  # words before a statement that are looked at
OPENING = 3  # words of a statement whose exact form counts
LONGEST = 30  # words of a statement that is weighed: what runs on further is a tale
MOST_WORDS = 120  # words of a sentence in which statements are looked for
FAR = 99
TENTHS = 10


@frozen(kw_only=True)
class Moment:
    """What the lexicon read in a sentence: its acts, and whether a term or an answer was noted."""

    acts: tuple[Act, ...]
    gathered: bool
    answered: bool
    labelled: bool


@define
class Weigher:
    """Weighs the statements of a sentence that the readings by the lexicon have left.

    `gathered_at` is the last sentence in which the lexicon found a term, `sure` tells that it found
    any, or an answer.
    """

    book: Notebook
    nouns: Nouns
    blocks: Sequence[Segment]
    gathered_at: int = -FAR
    sure: bool = False

    def weigh(self, moment: Moment) -> None:
        """Puts what is likely a term into the package that is spoken of.

        Args:
            moment: where the reading stands after a sentence.
        """
        model = linear_model("ar", "content_model")
        for features, mention in self._candidates(moment):
            if self._is_content(features, mention, model):
                self._put(mention, moment)
        self.sure = self.sure or moment.gathered or moment.answered
        if moment.gathered:
            self.gathered_at = self.book.now

    def close(self) -> None:
        """Forgets what was weighed in a text in which the lexicon found nothing by itself."""
        for package in self.book.story.shelf.packages if not self.sure else ():
            package.items = [item for item in package.items if not item.weighed]

    def _is_content(
        self, features: frozenset[str], mention: TermMention, model: LinearModel | None
    ) -> bool:
        """Whether the weights take a statement for a term of what is negotiated."""
        enough = SURE if mention.term.kind in VAGUE else ENOUGH
        return model is not None and model.probabilities(features)[TERM] >= enough

    def _candidates(self, moment: Moment) -> Iterator[tuple[frozenset[str], TermMention]]:
        """The statements of a sentence that nothing has told yet, with what speaks for each of them."""
        page = self.book.page
        first, stop = page.tokens.bounds(self.book.sentences[self.book.now].span)
        found = find_terms(page, first, min(stop, first + MOST_WORDS), weighed=True)
        begun = not any(noun.sort == "part" for noun in self.nouns.between(first, stop))
        standing = set(self._standing(moment, first, stop)) if found else set()
        for mention in found:
            low, high = page.tokens.bounds(mention.span)
            low -= low > first and page.tokens.starts[low] > mention.span.start
            known = (
                (begun and page.is_a(low - 1, "begun"))
                or self.book.taken(mention.span)
                or self.book.said_before(mention)
            )
            known = known or (moment.answered and any(_answers(act, low) for act in moment.acts))
            if high - low <= LONGEST and not known:
                wording = self._wording(mention, (first, stop), (low, high))
                yield frozenset(standing | set(wording)), mention

    def _put(self, mention: TermMention, moment: Moment) -> None:
        speaker = self.book.speaker
        item = Item(mention=mention, sentence=self.book.now, speaker=speaker, weighed=True)
        self._package(mention, moment).items.append(item)

    def _package(self, mention: TermMention, moment: Moment) -> Package:
        """What is denied here, what a speaker puts forward by himself, or what is spoken of."""
        shelf, now = self.book.story.shelf, self.book.now
        first, _ = self.book.page.tokens.bounds(mention.span)
        latest = shelf.packages[-1] if shelf.packages else None
        denied = any(act.kind == "deny" for act in moment.acts)
        if denied and latest and latest.sentence == now and not latest.items:
            return latest
        if shelf.current is None or moment.labelled:
            current = shelf.current
            package = self.book.new("demand" if current else "paper", first, first + 1)
            shelf.current = current or package
            return package
        return shelf.current

    def _standing(self, moment: Moment, first: int, stop: int) -> Iterator[str]:
        """Where a sentence stands, as features: what was told before it, what it speaks of."""
        page, index, current = self.book.page, self.book.now, self.book.story.shelf.current
        sentence = self.book.sentences[index]
        yield f"told:{how_far(index - self.gathered_at)}"
        yield f"gathered:{moment.gathered:d}"
        yield f"answered:{moment.answered:d}"
        yield f"labelled:{moment.labelled:d}"
        yield f"quoted:{sentence.in_quote:d}"
        yield f"current:{current.sort if current else ''}"
        yield f"block:{self.blocks[sentence.segment].kind.value}"
        yield f"place:{how_far(index)}"
        yield f"begins:{page.word(first)}"
        yield f"ends:{page.word(stop - 1)}"
        for noun in self.nouns.between(first, min(stop, first + MOST_WORDS)):
            yield f"named:{noun.sort} {noun.definite:d}"
        for act in moment.acts:
            yield f"act:{act.kind} {act.stance} {bool(act.doers):d}"

    def _wording(
        self, mention: TermMention, sentence: tuple[int, int], place: tuple[int, int]
    ) -> Iterator[str]:
        """The words of a statement and of those around it, as features."""
        page = self.book.page
        (first, stop), (low, high) = sentence, place
        words = [page.word(at) for at in range(low, high) if page.word(at)[:1].isalnum()]
        before = [page.word(at) for at in range(max(first, low - BEFORE), low)]
        yield f"kind:{mention.term.kind}"
        yield f"rule:{mention.rule.partition('.')[0]}"
        yield f"none:{int(TENTHS * no_term(page, low, high))}"
        yield from (f"in:{beginning(word)}" for word in words)
        yield from (f"opens:{word}" for word in words[:OPENING])
        yield from (f"before:{beginning(word)}" for word in before if word[:1].isalnum())
        yield from (f"pair:{one} {other}" for one, other in pairwise(before[-OPENING:]))
        yield f"last:{before[-1] if before else ''}"
        yield f"next:{page.word(high) if high < stop else ''}"
        yield f"joined:{page.joined(low):d}"
        uses = page.uses(low, "terms")
        yield from (f"form:{use.form.part} {use.form.tense} {use.before}" for use in uses)
        yield f"share:{4 * (high - low) // max(1, stop - first)}"
        yield f"far:{how_far((low - first) // OPENING)}"


def _answers(act: Act, at: int) -> bool:
    """Whether a statement begins with what somebody answers: it is told already."""
    return act.kind == "stance" and act.start <= at <= act.end + 1
