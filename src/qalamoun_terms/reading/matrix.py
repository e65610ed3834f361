"""Words that only introduce content: "proposed that ...", "asks for ...", "on condition that ..."."""

from __future__ import annotations

from qalamoun_terms.reading.grammar import Grammar


def is_matrix(grammar: Grammar, at: int) -> bool:
    """Whether a word introduces content: "proposed", "asks for", "ready to", "agreement on"."""
    lower = grammar.words.lower
    if lower[at] not in grammar.lexicon.matrix_ends or grammar.aside[at]:
        return False
    if at + 1 >= len(lower) or at in grammar.things:
        return False
    follower = lower[at + 1]
    if is_matrix_noun(grammar, at):
        return follower in ("that", "to", ":", "on")
    two = " ".join(lower[max(at - 1, 0) : at + 1])
    if lower[at] not in grammar.lexicon.matrix_forms and two not in grammar.lexicon.matrix_forms:
        return False
    purpose = at > 0 and lower[at - 1] in ("to", "the", "a", "an", "not")
    links = grammar.lists["matrix_links"]
    if lower[at] in grammar.lists["matrix_not_to"] or two in grammar.lists["matrix_not_to"]:
        links = links - {"to", "of"}
    linked = follower in links or (
        follower in ("on", "in", "again", "also", "him", "them", "it", "us", "with")
        and _link_after_date(grammar, at) > 0
    )
    return not purpose and (linked or _direct(grammar, at))


def is_matrix_noun(grammar: Grammar, at: int) -> bool:
    """Whether a word that introduces content does so as a noun ("the demand that", "ready to").

    A word that may be either is a verb where a subject stands before it and its object follows
    ("the paper demands the release").
    """
    lower = grammar.words.lower
    if lower[at] not in grammar.lists["matrix_nouns"]:
        return False
    if lower[at] not in grammar.lists["matrix_direct"] or at == 0:
        return True
    nominal = ("determiners", "prepositions", "coordinators", "be", "counts")
    subject = lower[at - 1].isalpha() and not grammar.is_any(at - 1, nominal)
    return not (
        subject and (grammar.is_a(at + 1, "determiners") or grammar.words.is_number(at + 1))
    )


def _direct(grammar: Grammar, at: int) -> bool:
    """Whether the content follows at once, without a link ("proposed a committee")."""
    if grammar.is_a(at + 1, "prepositions") or not grammar.words.lower[at + 1][0].isalnum():
        return False
    return grammar.words.lower[at] in grammar.lists["matrix_direct"]


def after_link(grammar: Grammar, at: int, front: int) -> int:
    """Content begins after "that", "for" and "on", and at "to"."""
    lower = grammar.words.lower
    link = link_after(grammar, at - 1)
    if link < 0:
        return at
    return link if lower[link] == "to" else min(link + 1, front)


def link_after(grammar: Grammar, at: int) -> int:
    """The place of the link after a word that introduces content ("asked on Thursday for"), or -1."""
    lower = grammar.words.lower
    links = grammar.lists["matrix_links"]
    if at + 1 < len(lower) and lower[at + 1] in links | {":"}:
        word = lower[at + 1]
        if word not in ("on", "of") or not _link_after_date(grammar, at):
            return at + 1
    return _link_after_date(grammar, at) or -1


def _link_after_date(grammar: Grammar, at: int) -> int:
    """A "for" or "that" behind a short phrase of time or address."""
    lower = grammar.words.lower
    for place in range(at + 2, min(at + 5, len(lower))):
        dated = lower[at + 1] in ("on", "in") and grammar.words.capital(place - 1)
        with_whom = (lower[at + 1] == "with" or dated) and lower[place] == "to"
        if (lower[place] in ("for", "that") or with_whom) and not grammar.is_a(
            place + 1, "relatives"
        ):
            return place
        plain = lower[place].isalpha() or grammar.words.is_number(place)
        if not plain or place in grammar.verb_at:
            return 0
    return 0


def opener_ends(grammar: Grammar, at: int, front: int) -> bool:
    """Whether a phrase that opens content, such as "under which", ends before a word.

    Args:
        grammar: the statement with its small words.
        at: the place of the word.
        front: where the words of the head begin; "along with" opens only what follows at once.
    """
    lower = grammar.words.lower
    if at == 0 or lower[at - 1] not in grammar.last_of_openers:
        return False
    openers = grammar.lists["content_openers"]
    if front - at <= 1:
        openers = openers | grammar.lists["row_openers"]
    return any(" ".join(lower[max(at - length, 0) : at]) in openers for length in range(1, 5))
