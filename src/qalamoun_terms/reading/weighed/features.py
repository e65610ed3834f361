"""What the weights see of a statement: where it stands, its words, and what was told before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import field, frozen

from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.text.frames import Span, TermMention
from qalamoun_terms.reading.told.desk import ITEMS_BACK, Desk
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.verbs import VerbReader
from qalamoun_terms.reading.weighed.past import Moment

BEGINNING = 5  # letters by which the forms of a word are taken for one
BEFORE = 8  # words before a statement that are looked at
OPENING = 4  # words of a statement whose exact form counts
PIECE = 5  # words by which the length of a statement is told
QUARTERS = 4
FORMS = ("ed", "ing")
STEPS = (0, 1, 2, 4)  # distances in sentences that are told apart
FAR = 99


@frozen
class Features:
    """Tells what stands in and around a statement, in the words that the weights were learnt in."""

    scene: Scene
    desk: Desk
    verbs: VerbReader
    _stems_of: dict[Span, frozenset[str]] = field(factory=dict, init=False)

    def standing(self, moment: Moment, ahead: int) -> Iterator[str]:
        """Where a sentence stands, as features: what is open, who speaks, what it speaks of.

        Args:
            moment: where the reading stood after the sentence.
            ahead: how many packages are told of later.
        """
        index = moment.index
        flow, sentence = self.desk.flow, self.scene.sentences[index]
        yield f"open:{how_far(index - flow.open_at if flow.open else FAR)}"
        yield f"topic:{how_far(index - flow.topic_at if flow.topic else FAR)}"
        yield f"packages:{min(2, len(self.desk.story.shelf.packages) + ahead)}"
        yield f"block:{self.scene.blocks[sentence.segment].kind.value}"
        yield f"place:{how_far(index)}"
        speaker = self.scene.company.speaker(self.scene.bounds(index)[1] - 1)
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
        yield f"answered:{moment.answered:d}"
        yield f"gathered:{moment.gathered:d}"

    def wording(self, index: int, stated: Stated) -> Iterator[str]:
        """The words of a statement and of those around it, as features.

        Args:
            index: the sentence.
            stated: the statement.
        """
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
        found = self._stems_of.get(mention.span)
        if found is None:
            first, stop = self.scene.tokens.bounds(mention.span)
            found = frozenset(stem(word) for word in self.scene.tokens.words[first:stop])
            self._stems_of[mention.span] = found
        return found


def stem(word: str) -> str:
    """The beginning of a word, by which its forms are taken for one; numbers are alike.

    Args:
        word: a word in small letters.

    >>> stem("released"), stem("40")
    ('relea', '0')
    """
    return "0" if word[0].isdigit() else word[:BEGINNING]


def how_far(distance: int) -> str:
    """A distance in sentences, as coarse as the weights know it.

    Args:
        distance: how many sentences.

    >>> how_far(3), how_far(9)
    ('4', 'far')
    """
    return next((str(step) for step in STEPS if distance <= step), "far")


def _sort_of_rule(rule: str) -> str:
    family, _, name = rule.partition(".")
    return "weights" if family == "weights" else "bare" if name == "bare" else "head"
