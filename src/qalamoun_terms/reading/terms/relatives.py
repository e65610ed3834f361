"""Finds relative clauses: where one begins, with or without a relative word, and where it ends."""

from __future__ import annotations

from qalamoun_terms.reading.terms.grammar import ENDS, PAUSES, Grammar
from qalamoun_terms.reading.terms.matrix import is_matrix, link_after

_NEAR = 12
_TELLING = 6

RELATIVES = frozenset({"that", "whoever", "what"})
RELATIVE_LISTS = ("personal", "relatives")
"""What a relative clause may begin with: some words, and those of some lists of small words."""


def relative_until(grammar: Grammar, at: int) -> int:
    """Where the relative clause that begins at a word ends; the word itself if none does.

    Args:
        grammar: the statement with its small words; the places of content are added to it.
        at: the place of the word.
    """
    if grammar.is_a(at, "personal"):
        return _relative_end(grammar, at) if _is_contact(grammar, at) else at
    if grammar.words.lower[at] in RELATIVES or grammar.is_a(at, "relatives"):
        return _relative_end(grammar, at) if _is_relative(grammar, at) else at
    return at


def relative_start(grammar: Grammar, at: int) -> int:
    """Where ", the closure of which cut the town in two," begins, given its "which".

    Args:
        grammar: the statement with its small words.
        at: the place of the relative word.
    """
    lower = grammar.words.lower
    if lower[at] != "which" or lower[at - 1 : at] != ["of"]:
        return at
    before = range(at - 2, max(at - _TELLING, 0), -1)
    return next((place + 1 for place in before if lower[place] == ","), at)


def _is_relative(grammar: Grammar, at: int) -> bool:
    """Whether a relative clause begins at a word."""
    lower = grammar.words.lower
    if lower[at] == "what":
        return grammar.is_a(at - 1, "prepositions")
    if lower[at] in grammar.lists["relatives"] or lower[at] == "whoever":
        return lower[at] != "which" or not _introduces(grammar, at - 1)
    if lower[at] == "that" and at and at + 1 < len(lower):
        after_noun = lower[at - 1].isalpha() and lower[at - 1] not in grammar.lexicon.matrix_forms
        plain = not grammar.is_a(at - 1, "coordinators") and not grammar.is_auxiliary(at - 1)
        follows = grammar.is_auxiliary(at + 1) or _finite_tag(grammar, at + 1)
        noun = lower[at - 1] in grammar.lists["matrix_nouns"]
        follows = follows or _object_relative(grammar, at) or _told_relative(grammar, at)
        return after_noun and plain and follows and not noun
    return False


def _is_contact(grammar: Grammar, at: int) -> bool:
    """As in "they give up the rifle he has": a relative clause without any relative word."""
    noun = at > 1 and any(tag.stop == at and tag.part == "thing" for tag in grammar.words.tags)
    says = grammar.is_auxiliary(at + 1) or at + 1 in grammar.verb_at
    if not (noun and says):
        return False
    for place in range(at - 2, max(at - _NEAR, -1), -1):
        if place in grammar.verb_at or grammar.is_a(place, "carrying"):
            return True
        if grammar.words.lower[place] in PAUSES:
            return False
    return False


def _introduces(grammar: Grammar, at: int) -> bool:
    """Whether the word before "which" makes it introduce content ("under which", "a draft in which")."""
    word = grammar.words.lower[at] if at >= 0 else ""
    if word == "in":
        return grammar.is_a(at - 1, "papers")
    return word in ("through", "to") or f"{word} which" in grammar.lists["content_openers"]


def _object_relative(grammar: Grammar, at: int) -> bool:
    """As in "the reinforcements that the army brought in must leave": a second verb follows."""
    verb = at + 1
    while verb < at + _NEAR and _in_noun_phrase(grammar, verb):
        verb += 1
    if verb == at + 1 or grammar.is_auxiliary(verb) or not _finite_tag(grammar, verb):
        return False
    for place in range(verb + 1, min(verb + _NEAR, len(grammar.words))):
        if grammar.words.lower[place] in PAUSES:
            return False
        if grammar.is_auxiliary(place):
            return True
    return False


def _told_relative(grammar: Grammar, at: int) -> bool:
    """As in "a deed that preceded the signature" and "the part that they controlled to the north"."""
    lower = grammar.words.lower
    verb = at + 1 + grammar.is_a(at + 1, "personal")
    past = lower[verb : verb + 1] and lower[verb].endswith("ed")
    before = range(max(at - _NEAR, 0), at)
    return bool(past) and not any(lower[place] in grammar.lexicon.matrix_forms for place in before)


def _in_noun_phrase(grammar: Grammar, at: int) -> bool:
    if at >= len(grammar.words) or grammar.is_auxiliary(at) or at in grammar.verb_at:
        return False
    return grammar.words.lower[at].isalpha() and not grammar.is_a(at, "prepositions")


def _finite_tag(grammar: Grammar, at: int) -> bool:
    tag = grammar.verb_at.get(at)
    return tag is not None and tag.form in ("s", "ed", "past", "base")


def _relative_end(grammar: Grammar, at: int) -> int:
    """The place after a relative clause; what one introduces is marked as content."""
    lower = grammar.words.lower
    owner = lower[at] == "whose" or (lower[at] == "which" and lower[at - 1] == "of")
    led = grammar.is_a(at - 1, "prepositions") and not owner
    start = place = _verb_group_end(grammar, at + 1 + owner, named=led)
    link = link_after(grammar, start - 1)
    introduces = grammar.is_a(at, "matters") and grammar.is_a(link, "content_links")
    if introduces and is_matrix(grammar, start - 1):
        content = link + 1
        grammar.content.add(content)
        return content
    while place < len(grammar.words) and not _ends_relative(grammar, place, start, at):
        place += 1
    return place


def _ends_relative(grammar: Grammar, place: int, start: int, at: int) -> bool:
    """Whether a relative clause is over: at a pause, or at the verb of the clause around it."""
    lower = grammar.words.lower
    if lower[place] in ENDS or lower[place : place + 2] == ["and", "to"]:
        return True
    if lower[place] == "to" and place > start and grammar.is_a(place + 1, "be"):
        return True
    if place >= start and _joins_clause(grammar, place, at):
        return True
    if place > 0 and lower[place - 1] in grammar.lists["verb_goes_on"]:
        return False
    auxiliary = grammar.is_auxiliary(place) and not grammar.is_a(place, "do")
    if place >= max(start, at + 2) and is_matrix(grammar, place):
        return True
    return auxiliary or (place >= max(start, at + 2) and is_main_verb(grammar, place))


def _joins_clause(grammar: Grammar, place: int, at: int) -> bool:
    """As in "aid reaches those who need it and prisoners are freed": a clause with a subject follows.

    The clause around the relative one has its verb before it.
    """
    if not grammar.is_a(place, "joints"):
        return False
    verb = place + 1
    while verb < place + _TELLING and _in_noun_phrase(grammar, verb):
        verb += 1
    said = verb > place + 1 and grammar.is_auxiliary(verb) and not grammar.is_a(verb, "have")
    before = range(at - 1, max(at - _NEAR, -1), -1)
    return said and any(is_main_verb(grammar, i) or grammar.is_auxiliary(i) for i in before)


def is_main_verb(grammar: Grammar, at: int) -> bool:
    """Whether a word is a finite verb without an auxiliary.

    Args:
        grammar: the statement with its small words.
        at: the place of the word.
    """
    tag = grammar.verb_at.get(at)
    finite = tag is not None and tag.form in ("s", "base", "past")
    return finite and not grammar.is_auxiliary(at - 1)


def _verb_group_end(grammar: Grammar, at: int, *, named: bool = False) -> int:
    """The word after the verb of a clause that begins at a word: within a few words of it.

    `named` tells that its subject comes first, as after "in which".
    """
    place = at
    while place < min(at + _NEAR, len(grammar.words)):
        if grammar.words.lower[place] in ENDS:
            return place
        if grammar.is_auxiliary(place):
            while grammar.is_auxiliary(place) or grammar.is_a(place, "adverbs"):
                place += 1
            return min(place + 1, len(grammar.words))
        if place in grammar.verb_at:
            return grammar.verb_at[place].first + 1
        if place == at and not named and not _opens_phrase(grammar, place):
            return place + 1
        place += 1
    return min(at + 1, len(grammar.words))


def _opens_phrase(grammar: Grammar, at: int) -> bool:
    lists = ("determiners", "pronouns", "prepositions", "adverbs")
    return grammar.is_any(at, lists) or grammar.words.is_number(at)
