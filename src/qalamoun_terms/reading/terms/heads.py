"""Finds the heads of a statement: the words that say what is done, and how each stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import frozen

from qalamoun_terms.reading.terms.grammar import PAUSES, Grammar
from qalamoun_terms.reading.terms.matrix import is_matrix, is_matrix_noun
from qalamoun_terms.reading.terms.words import Tag

MATRIX = "matrix"
"""The form of a head that only introduces content, such as "proposed that"."""

TOLD = "told"
"""The form of a verb that only tells what happened ("the mayor took it")."""

THING = "thing"
"""The form of a noun that can be a term by itself, such as a committee."""

_TOLD_WITHIN = 25
_CONDITION_WITHIN = 10
_DESCRIBED = 3
_INSERTED = 10


@frozen
class Head:
    """A word that says what is done: its place, where its own words begin, and how it stands.

    `form` is "finite", "infinitive", "gerund", "participle" or "nominal".
    """

    first: int
    stop: int
    front: int
    form: str


def find_heads(grammar: Grammar) -> tuple[Head, ...]:
    """The heads of a statement in their order, one a place.

    Args:
        grammar: the statement with its small words.
    """
    found: dict[int, Head] = {}
    inner = _inside_verbs(grammar)
    for tag in grammar.words.tags:
        if tag.part == "thing" and tag.group not in grammar.lexicon.standing_alone:
            continue
        if grammar.aside[tag.first] or tag.first in inner:
            continue
        head = _head(grammar, tag) or _told_on(grammar, tag, found)
        if head and (head.first not in found or head.stop > found[head.first].stop):
            found[head.first] = head
    for at in grammar.places_of(grammar.lexicon.matrix_ends):
        if is_matrix(grammar, at) and not is_matrix_noun(grammar, at):
            found[at] = Head(at, at + 1, _verb_front(grammar, at), MATRIX)
    for head in _predicates(grammar, found.values()):
        found[head.first] = head
    heads = sorted(found.values(), key=lambda head: head.first)
    return tuple(_without_inner(heads))


def _inside_verbs(grammar: Grammar) -> frozenset[int]:
    """The words between a verb and its particle ("let fuel trucks in"): no verbs of their own."""
    inner: set[int] = set()
    for tag in grammar.words.tags:
        between = range(tag.first + 1, tag.stop)
        if tag.part != "verb" or not between or not grammar.is_a(tag.stop - 1, "particles"):
            continue
        if not any(grammar.is_auxiliary(at) or _to(grammar, at) for at in between):
            inner.update(between)
    return frozenset(inner)


def _predicates(grammar: Grammar, heads: Collection[Head]) -> Iterator[Head]:
    """What a modal or a form of "be" says with a word that the lexicon does not know."""
    taken = {at for head in heads for at in range(head.front, head.stop + 1)}
    done = 0
    for at in sorted(grammar.helping):
        if at < done:
            continue
        done = _auxiliaries_end(grammar, at)
        word = done
        while grammar.is_a(word, "adverbs") or grammar.is_a(word, "negators"):
            word += 1
        free = at not in taken and word not in taken and not grammar.aside[at]
        if free and word < len(grammar.words) and grammar.words.lower[word] not in PAUSES:
            to = at > 0 and _to(grammar, at - 1)
            yield Head(word, word + 1, at - to, "infinitive" if to else "finite")


def _auxiliaries_end(grammar: Grammar, at: int) -> int:
    """The word after auxiliaries that stand together, such as "is to be"."""
    stop = at + 1
    while grammar.is_auxiliary(stop) or (
        grammar.words.lower[stop : stop + 1] == ["to"] and grammar.is_auxiliary(stop + 1)
    ):
        stop += 1
    return stop


def _without_inner(heads: Sequence[Head]) -> Iterator[Head]:
    reach = 0
    for head in heads:
        if head.first >= reach or head.form not in ("nominal", THING):
            yield head
        if head.form in ("nominal", THING):
            reach = max(reach, head.stop)


def _head(grammar: Grammar, tag: Tag) -> Head | None:
    if tag.part == "verb":
        return _verb_head(grammar, tag)
    if tag.part in ("noun", "adjective"):
        if tag.part == "adjective" and not _is_predicate(grammar, tag.first - 1):
            return None
        return Head(tag.first, tag.stop, _phrase_start(grammar, tag.first), "nominal")
    return Head(tag.first, tag.stop, _phrase_start(grammar, tag.first), THING)


def _is_predicate(grammar: Grammar, at: int) -> bool:
    """Whether the word before an adjective makes it one: "is free", but "will free the men"."""
    return grammar.is_auxiliary(at) and not grammar.is_a(at, "modals")


def _verb_head(grammar: Grammar, tag: Tag) -> Head | None:
    """A verb as the head of a statement, by its form; None where it is a noun or only helps another."""
    at = tag.first
    if _is_noun(grammar, tag) or _only_is(grammar, tag) or _only_helps(grammar, at):
        return None
    front = _verb_front(grammar, at)
    if tag.form == "past":
        return Head(at, at + 1, front, "participle" if _only_begins(grammar, at) else TOLD)
    head = Head(at, at + 1, front, _verb_form(grammar, tag, front))
    if head.form == "gerund":
        return _ing_head(grammar, head)
    if head.form != "participle":
        return head
    told = grammar.is_a(tag.stop, "determiners") and not grammar.is_a(at - 1, "have")
    return None if told else Head(at, at + 1, at, "participle")


def _only_begins(grammar: Grammar, at: int) -> bool:
    """As in "began leaving" and "began to leave": what is done is said by the verb after it."""
    after = at + 1 + (grammar.words.lower[at + 1 : at + 2] == ["to"])
    verb = grammar.verb_at.get(after)
    form = "base" if after > at + 1 else "ing"
    return grammar.is_a(at, "beginning") and verb is not None and verb.form == form


def _told_on(grammar: Grammar, tag: Tag, before: Mapping[int, Head]) -> Head | None:
    """A verb that tells on what the one before it began: "it halted raids and freed the captives".

    The same form in a condition tells what is asked for: "on condition that they freed the men".
    """
    if tag.part != "verb" or tag.form != "ed":
        return None
    front = _verb_front(grammar, tag.first)
    joined = grammar.is_a(front - 1, "joints") or grammar.words.lower[front - 1] == ","
    reach = range(front - 1, max(front - _TOLD_WITHIN, -1), -1)
    verb = next((before[at] for at in reach if at in before and _is_bare(before[at])), None)
    if joined and verb:
        return Head(tag.first, tag.first + 1, front, "participle")
    return (
        Head(tag.first, tag.first + 1, front, "finite") if _on_condition(grammar, front) else None
    )


def _is_bare(head: Head) -> bool:
    """Whether a head is a verb without any auxiliary."""
    return head.form in ("participle", "finite") and head.front == head.first


def _on_condition(grammar: Grammar, at: int) -> bool:
    """Whether only a subject stands between "on condition that" and a word."""
    lower = grammar.words.lower
    for place in range(at - 1, max(at - _CONDITION_WITHIN, 0), -1):
        if lower[place] == "that":
            return " ".join(lower[max(place - 2, 0) : place]).endswith(("on condition", "provided"))
        if lower[place] in PAUSES or place in grammar.verb_at:
            return False
    return False


def _is_noun(grammar: Grammar, tag: Tag) -> bool:
    """Whether a form that may be a verb is none, by the words before it."""
    at = tag.first
    if grammar.words.capitals[at] and _is_month(grammar, at):
        return True
    if tag.form == "s" and (_is_counted(grammar, at) or _is_described(grammar, tag)):
        return True
    return (tag.form == "base" and _is_led(grammar, at)) or _is_reduced(grammar, tag)


def _is_month(grammar: Grammar, at: int) -> bool:
    """Whether a word with a capital is a month or the like ("in March")."""
    return at > 0 and grammar.is_a(at, "not_places")


def _is_led(grammar: Grammar, at: int) -> bool:
    """Whether what stands before a word is followed by a noun: a preposition, "proposed"."""
    led = grammar.is_a(at - 1, "prepositions") and not _to(grammar, at - 1)
    return led or grammar.is_a(at - 1, "matrix_direct")


def _is_reduced(grammar: Grammar, tag: Tag) -> bool:
    """As in "the lines set out in the annex": it only tells more of the noun before it."""
    unchanging = grammar.words.lower[tag.first] in grammar.lists["unchanging"]
    follows = unchanging and grammar.is_a(tag.stop, "prepositions")
    return follows and any(
        thing.stop == tag.first for thing in grammar.words.tags if thing.part == "thing"
    )


def _is_described(grammar: Grammar, tag: Tag) -> bool:
    """As in "to the eastern quarters": what stands in a phrase with an adjective is a noun."""
    at = tag.first
    if at < _DESCRIBED or at - 1 in grammar.things:
        return False
    described = grammar.is_a(at - 2, "articles") and grammar.words.lower[at - 1].isalpha()
    ends = grammar.is_a(tag.stop, "coordinators") or tag.stop >= len(grammar.words)
    return described and ends and grammar.is_a(at - 3, "prepositions")


def _only_is(grammar: Grammar, tag: Tag) -> bool:
    """Whether "be" only helps along what follows it."""
    led = tag.first - 1 in grammar.helping and tag.stop - tag.first == 1
    return led and grammar.is_a(tag.first, "be")


def _is_counted(grammar: Grammar, at: int) -> bool:
    """As in "in seven buses": a number after a preposition is followed by a noun."""
    number = at > 1 and (grammar.is_a(at - 1, "counts") or grammar.words.is_number(at - 1))
    return number and grammar.is_a(at - 2, "prepositions") and grammar.words.lower[at - 2] != "of"


def _to(grammar: Grammar, at: int) -> bool:
    return grammar.words.lower[at] == "to"


def _verb_form(grammar: Grammar, tag: Tag, front: int) -> str:
    lower = grammar.words.lower
    if lower[front] == "to" or lower[front : front + 2] == ["not", "to"]:
        return "infinitive"
    if tag.form in ("base", "s") or not grammar.helping.isdisjoint(range(front, tag.first)):
        return "finite"
    return "gerund" if tag.form == "ing" else "participle"


def _only_helps(grammar: Grammar, at: int) -> bool:
    """Whether "have" or "do" only helps another verb along ("would have been opened")."""
    if not grammar.is_any(at, ("have", "do")):
        return False
    after = at + 1
    while grammar.is_a(after, "adverbs"):
        after += 1
    verb = grammar.verb_at.get(after)
    return grammar.is_auxiliary(after) or (verb is not None and verb.form in ("ed", "base"))


def _ing_head(grammar: Grammar, head: Head) -> Head | None:
    """None where an -ing form only tells more of the noun before it ("families living in camps")."""
    before = head.front - 1
    modifies = grammar.is_a(before, "determiners") and not grammar.is_a(head.stop, "determiners")
    if modifies or grammar.is_a(before, "possessives"):
        return Head(head.first, head.stop, _phrase_start(grammar, head.first), "nominal")
    if before < 0 or not grammar.words.lower[before].isalpha():
        return head
    lists = ("prepositions", "coordinators", "determiners", "adverbs", "negators")
    if grammar.is_any(before, lists) or before in grammar.verb_at:
        return head
    return None


def _before_insertion(grammar: Grammar, at: int) -> int:
    """The word before a verb to which "would, in its words," belongs, else the verb's own place."""
    lower = grammar.words.lower
    for place in range(at - 2, max(at - _INSERTED, 0), -1):
        if lower[place] in PAUSES:
            led = lower[place] == "," and grammar.is_a(place - 1, "modals")
            return place - 1 if led else at
    return at


def _verb_front(grammar: Grammar, at: int) -> int:
    """Where the verb group begins: over adverbs, negation, auxiliaries and "to", a few words back."""
    if at >= _DESCRIBED and grammar.words.lower[at - 1] == ",":
        at = _before_insertion(grammar, at)
    front, passed = at, grammar.lists["before_verb"]
    for place in range(at - 1, max(at - 8, -1), -1):
        word = grammar.words.lower[place]
        if place in grammar.helping or word == "to":
            front = place
        elif word not in passed:
            break
    if grammar.words.lower[front] == "to" and front and grammar.words.lower[front - 1] == "not":
        front -= 1
    while front < at and grammar.is_a(front, "adverbs") and not grammar.is_a(front, "negators"):
        front += 1
    return front


def _phrase_start(grammar: Grammar, at: int) -> int:
    """Where a noun phrase begins, given its noun: over adjectives and determiners, a few words back."""
    start = at
    for place in range(at - 1, max(at - 6, -1), -1):
        word = grammar.words.lower[place]
        lists = ("prepositions", "coordinators", "modals", "be", "have", "do", "relatives")
        attached = word == "-" and grammar.words.ends[place - 1] == grammar.words.starts[place]
        plain = word[0].isalnum() or word in ('"', "“", "'", "’", "'s") or (attached and place > 0)
        if word == "and" and _joins_adjectives(grammar, place):
            return place - 2
        if not plain or grammar.is_any(place, lists):
            break
        verb = grammar.verb_at.get(place)
        if verb and verb.form != "ed" and not grammar.is_a(place - 1, "determiners"):
            break
        start = place
        if grammar.is_a(place, "articles"):
            break
    if start and grammar.words.lower[start] == "'s":
        start += 1
    while start < at and grammar.is_a(start, "adverbs") and not grammar.is_a(start, "determiners"):
        start += 1
    return start


def _joins_adjectives(grammar: Grammar, at: int) -> bool:
    """Whether "and" joins two words before a noun ("a national and international body")."""
    adjective = at >= 2 and grammar.words.lower[at - 1].isalpha() and at - 1 not in grammar.things
    adjective = adjective and not any(
        tag.stop == at and tag.part == "noun" for tag in grammar.words.tags
    )
    return adjective and (
        grammar.is_a(at - 2, "articles") or grammar.is_a(at - 1, "plain_adjectives")
    )
