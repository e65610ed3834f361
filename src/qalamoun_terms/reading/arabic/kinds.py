"""The kind of a statement in Arabic: what is done (a head) to what (an object), by the lexicon's table."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Entry
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.who.sides import PRINCIPALS

_AHEAD = 9  # words after a head in which its object stands
_BACK = 4  # words before a verb in which it stands
_REACH = 30  # words of a statement in which its head is looked for
_OPENING = 4  # words in which a noun stands that states a term by itself


@frozen
class Cue:
    """A word that may be the head or the object of a statement; `carried` is one after "with"."""

    at: int
    group: str
    verb: bool = False
    light: bool = False
    carried: bool = False


@frozen
class Rule:
    """A line of the table of kinds."""

    entry: Entry
    rank: int
    heads: frozenset[str]
    objects: frozenset[str]
    also: frozenset[str]
    without: frozenset[str]
    negated: bool


@frozen
class Reading:
    """The kind read from a stretch: the rule, its head (or -1) and its object (or -1)."""

    rule: Entry
    head: int
    object: int

    @property
    def cue(self) -> int:
        """The word that tells the kind."""
        return self.head if self.head >= 0 else self.object


@functools.cache
def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    return tuple(_rule(entry, rank) for rank, entry in enumerate(lexicon.entries["kinds"]))


def _rule(entry: Entry, rank: int) -> Rule:
    """A row of the table of kinds, with its lists taken apart."""
    return Rule(
        entry,
        rank,
        heads=frozenset(entry.word("heads").split()),
        objects=frozenset(entry.word("objects").split()),
        also=frozenset(entry.word("also").split()),
        without=frozenset(entry.word("without").split()),
        negated=bool(entry.data.get("negated")),
    )


def read_kind(page: Page, first: int, stop: int) -> Reading | None:
    """The kind of the statement in a stretch, by its first head that has an object near it.

    Args:
        page: the text.
        first: the first word.
        stop: the word after the last.
    """
    heads = list(_heads(page, first, min(stop, first + _REACH)))
    objects = list(_objects(page, first, min(stop, first + _REACH + _AHEAD)))
    found = _by_head(page, [h for h in heads if not h.light], objects, first)
    found = found or _by_head(page, [h for h in heads if h.light], objects, first)
    opening = _by_object(page, objects, first)
    if opening and (found is None or opening.object < found.cue):
        return opening
    return found


def _heads(page: Page, first: int, stop: int) -> Iterator[Cue]:
    """The words of a stretch that say what is done."""
    skip = first
    for at in range(first, stop):
        hidden = at < skip or (at > first and page.is_a(at - 1, "temporal"))
        lacking = any(page.is_a(i, "lacking") for i in (at - 1, at - 2) if i >= first)
        hidden = hidden or (lacking and not _kept_out(page, at))
        if hidden or any(use.form.rest for use in page.uses(at, "objects")):
            continue
        for use in page.uses(at, "terms"):
            skip = at + 1 + len(use.form.rest)
            light = bool(use.form.entry.data.get("light"))
            verb, carried = use.form.part == "verb", use.before in {"ب", "بال"}
            yield Cue(at, use.form.entry.id, verb=verb, light=light, carried=carried)


def _kept_out(page: Page, at: int) -> bool:
    """Whether a word says who is not to come: "without the army's entry"."""
    entering = any(use.form.entry.id == "enter" for use in page.uses(at, "terms"))
    troops = any(use.form.entry.id in {"troops", "fighter"} for use in page.uses(at + 1, "objects"))
    return entering and (troops or page.roles.get(at + 1) in PRINCIPALS)


def _objects(page: Page, first: int, stop: int) -> Iterator[Cue]:
    """The words of a stretch that say what it is done to."""
    for at in range(first, stop):
        role = page.roles.get(at)
        if role:
            yield Cue(at, f"party_{role}")
        for use in page.uses(at, "objects"):
            if role in PRINCIPALS and use.form.entry.id in {"troops", "fighter"}:
                continue
            if use.form.entry.id != "whoever" or (not use.after and means_who(page, at)):
                yield Cue(at, use.form.entry.id)


def means_who(page: Page, at: int) -> bool:
    """Whether a word means "who" and not "from": a verb follows.

    Args:
        page: the text.
        at: the word.
    """
    after = page.word(at + 1)
    return after in {"لا", "لم", "شاء", "رغب", "رفض"} or (
        after.startswith(("ي", "ت")) and any(page.uses(at + 1, "wishes"))
    )


def _by_head(
    page: Page, heads: Sequence[Cue], objects: Sequence[Cue], first: int
) -> Reading | None:
    """The reading of the first place that has one; of several heads there, by the nearest object."""
    lone: Reading | None = None
    for at in dict.fromkeys(head.at for head in heads):
        here = [head for head in heads if head.at == at]
        best = min(
            (found for head in here for found in _matches(page, head, objects, first)), default=None
        )
        if best is not None:
            rule = page.stems.lexicon.entries["kinds"][best[1]]
            if best[2] >= 0:
                return Reading(rule, at, best[2])
            lone = lone or Reading(rule, at, -1)
    return lone


def _matches(
    page: Page, head: Cue, objects: Sequence[Cue], first: int
) -> Iterator[tuple[int, int, int]]:
    """The rules that a head meets, each as its object's distance, its rank and the object's place."""
    near = [cue for cue in objects if _in_reach(page, head, cue)]
    around = {cue.group for cue in objects if head.at - 2 * _BACK <= cue.at <= head.at + _AHEAD + 3}
    negated = is_denied(page, head.at, first)
    for rule in _rules(page.stems.lexicon):
        if head.group not in rule.heads or (rule.negated and not negated):
            continue
        if (rule.also and not rule.also & around) or rule.without & around:
            continue
        if not rule.objects:
            yield 99, rule.rank, -1
        for cue in near:
            if cue.group in rule.objects:
                yield _distance(head, cue), rule.rank, cue.at


def _distance(head: Cue, cue: Cue) -> int:
    return 2 * (cue.at - head.at) if cue.at > head.at else 2 * (head.at - cue.at) + 1


def _in_reach(page: Page, head: Cue, cue: Cue) -> bool:
    """Whether an object stands near enough to what is done, and on the side where it may stand."""
    if cue.at == head.at:
        return False
    low, high = sorted((head.at, cue.at))
    fronted = head.verb or head.carried or cue.group == "whoever"
    if cue.at < head.at and (not fronted or high - low > _BACK):
        return False
    if high - low > _AHEAD:
        return False
    return not any(page.word(i) in PAUSES and i > low + 3 for i in range(low, high))


def _by_object(page: Page, objects: Sequence[Cue], first: int) -> Reading | None:
    """A noun that states a term by itself where a statement begins with it."""
    for cue in objects:
        if cue.at > first + _OPENING:
            break
        denied = is_denied(page, cue.at, first)
        if not denied and not _opens(page, first, cue.at):
            continue
        for rule in _rules(page.stems.lexicon):
            lone = not rule.heads and cue.group in rule.objects
            if lone and (denied or not rule.negated):
                return Reading(rule.entry, -1, cue.at)
    return None


def _opens(page: Page, first: int, at: int) -> bool:
    """Whether only marks, numbers and small words stand between two places."""
    return all(
        not page.word(i)[0].isalpha()
        or page.is_a(i, "preposition")
        or page.stems.numbers["numbers"].get(page.word(i)) is not None
        for i in range(first, at)
    )


def is_denied(page: Page, at: int, first: int) -> bool:
    """Whether "no", "not" or a word of forbidding stands before a word.

    Args:
        page: the text.
        at: the word.
        first: where its statement begins.
    """
    return any(page.is_a(i, "ban") for i in range(max(first - 1, at - 3, 0), at))
