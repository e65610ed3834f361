"""Finds the heads of a statement: the words that say what is done, and how each stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from qalamoun_terms.reading.grammar import Grammar
from qalamoun_terms.reading.matrix import is_matrix, is_matrix_noun
from qalamoun_terms.reading.words import Tag

MATRIX = "matrix"
"""The form of a head that only introduces content, such as "proposed that"."""

TOLD = "told"
"""The form of a verb that only tells what happened ("the mayor took it")."""

THING = "thing"
"""The form of a noun that can be a term by itself, such as a committee."""


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
    for tag in grammar.words.tags:
        if grammar.aside[tag.first] or tag.group.startswith("party"):
            continue
        head = _head(grammar, tag)
        if head and (head.first not in found or head.stop > found[head.first].stop):
            found[head.first] = head
    for at in grammar.places_of(grammar.lexicon.matrix_ends):
        if is_matrix(grammar, at) and not is_matrix_noun(grammar, at):
            found[at] = Head(at, at + 1, _verb_front(grammar, at), MATRIX)
    for head in _predicates(grammar, found.values()):
        found[head.first] = head
    heads = sorted(found.values(), key=lambda head: head.first)
    return tuple(_without_inner(heads))


def _predicates(grammar: Grammar, heads: Collection[Head]) -> Iterator[Head]:
    """What a modal or a form of "be" says with a word that the lexicon does not know."""
    taken = {at for head in heads for at in range(head.front, head.stop + 1)}
    done = 0
    for at in grammar.auxiliaries():
        if at < done:
            continue
        stop = at + 1
        while stop < len(grammar.words) and grammar.is_auxiliary(stop):
            stop += 1
        if at not in taken and not grammar.aside[at]:
            while grammar.is_a(stop, "adverbs") or grammar.is_a(stop, "negators"):
                stop += 1
            if stop not in taken and stop < len(grammar.words):
                yield Head(stop, stop + 1, at, "finite")
        done = stop


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
        if tag.part == "adjective" and not grammar.is_auxiliary(tag.first - 1):
            return None
        return Head(tag.first, tag.stop, _phrase_start(grammar, tag.first), "nominal")
    if tag.group in grammar.lexicon.standing_alone:
        return Head(tag.first, tag.stop, _phrase_start(grammar, tag.first), THING)
    return None


def _verb_head(grammar: Grammar, tag: Tag) -> Head | None:
    at = tag.first
    if tag.form == "base" and grammar.is_a(at - 1, "prepositions") and not _to(grammar, at - 1):
        return None
    only_is = grammar.is_a(at, "be") and tag.stop - at == 1 and grammar.is_auxiliary(at - 1)
    if only_is or _only_helps(grammar, at):
        return None
    front = _verb_front(grammar, at)
    if tag.form == "past":
        return Head(at, at + 1, front, TOLD)
    head = Head(at, at + 1, front, _verb_form(grammar, tag, front))
    if head.form == "gerund":
        return _ing_head(grammar, head)
    if head.form != "participle":
        return head
    told = grammar.is_a(tag.stop, "determiners") and not grammar.is_a(at - 1, "have")
    return None if told else Head(at, at + 1, at, "participle")


def _to(grammar: Grammar, at: int) -> bool:
    return grammar.words.lower[at] == "to"


def _verb_form(grammar: Grammar, tag: Tag, front: int) -> str:
    lower = grammar.words.lower
    if lower[front] == "to" or lower[front : front + 2] == ["not", "to"]:
        return "infinitive"
    helped = any(grammar.is_auxiliary(at) for at in range(front, tag.first))
    if helped or tag.form in ("base", "s"):
        return "finite"
    return "gerund" if tag.form == "ing" else "participle"


def _only_helps(grammar: Grammar, at: int) -> bool:
    """Whether "have" or "do" only helps another verb along ("would have been opened")."""
    if not (grammar.is_a(at, "have") or grammar.is_a(at, "do")):
        return False
    after = at + 1
    while grammar.is_a(after, "adverbs"):
        after += 1
    verb = grammar.verb_at.get(after)
    return grammar.is_auxiliary(after) or (verb is not None and verb.form in ("ed", "base"))


def _ing_head(grammar: Grammar, head: Head) -> Head | None:
    """None where an -ing form only tells more of the noun before it ("families living in camps")."""
    before = head.front - 1
    if grammar.is_a(before, "articles") or grammar.is_a(before, "possessives"):
        return Head(head.first, head.stop, _phrase_start(grammar, head.first), "nominal")
    if before < 0 or not grammar.words.lower[before].isalpha():
        return head
    lists = ("prepositions", "coordinators", "determiners", "adverbs", "negators")
    if grammar.is_any(before, lists) or before in grammar.verb_at:
        return head
    return None


def _verb_front(grammar: Grammar, at: int) -> int:
    """Where the verb group begins: over adverbs, negation, auxiliaries and "to", a few words back."""
    front = at
    for place in range(at - 1, max(at - 8, -1), -1):
        word = grammar.words.lower[place]
        if grammar.is_auxiliary(place) or word == "to":
            front = place
        elif not (
            grammar.is_a(place, "adverbs") or grammar.is_a(place, "negators") or word == "been"
        ) or word in ("no", "nobody", "none", "nothing", "all", "at", "once", "both", "without"):
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
        plain = word[0].isalnum() or word in "\"“'’" or (attached and place > 0)
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
    while start < at and grammar.is_a(start, "adverbs") and not grammar.is_a(start, "determiners"):
        start += 1
    return start


def _joins_adjectives(grammar: Grammar, at: int) -> bool:
    """Whether "and" joins two words before a noun ("a national and international body")."""
    adjective = at >= 2 and grammar.words.lower[at - 1].isalpha() and at - 1 not in grammar.things
    return adjective and grammar.is_a(at - 2, "articles")
