"""Words that only introduce content: "proposed that ...", "asks for ...", "on condition that ..."."""

from __future__ import annotations

from qalamoun_terms.reading.terms.grammar import PAUSES, Grammar

_ASKED = 14


def is_matrix(grammar: Grammar, at: int) -> bool:
    """Whether a word introduces content: "proposed", "asks for", "ready to", "agreement on"."""
    lower = grammar.words.lower
    if lower[at] not in grammar.lexicon.matrix_ends or grammar.aside[at]:
        return False
    if at + 1 >= len(lower) or _is_thing(grammar, at):
        return False
    follower = lower[at + 1]
    if is_matrix_noun(grammar, at):
        return follower in ("that", "to", ":", "on") or _for_to(grammar, at + 1)
    two = " ".join(lower[max(at - 1, 0) : at + 1])
    if lower[at] not in grammar.lexicon.matrix_forms and two not in grammar.lexicon.matrix_forms:
        return False
    purpose = at > 0 and lower[at - 1] in ("to", "the", "a", "an", "not", "in")
    links = grammar.lists["matrix_links"]
    if lower[at] in grammar.lists["matrix_not_to"] or two in grammar.lists["matrix_not_to"]:
        links = links - {"to", "of"}
    linked = (
        follower in links
        or _link_to(grammar, at) > 0
        or (grammar.is_a(at + 1, "inserted") and _link_after_date(grammar, at) > 0)
    )
    return not purpose and (linked or _direct(grammar, at))


def _for_to(grammar: Grammar, at: int) -> bool:
    """Whether "for" names who is to do something: "a deal for the rebels to leave"."""
    lower = grammar.words.lower
    if lower[at] != "for":
        return False
    for place in range(at + 2, min(at + _ASKED, len(lower) - 1)):
        if lower[place] == "to":
            return _may_be_infinitive(grammar, place + 1)
        if lower[place] in PAUSES or place in grammar.verb_at or grammar.is_auxiliary(place):
            return False
    return False


def _is_thing(grammar: Grammar, at: int) -> bool:
    """Whether a word is a noun here; a name before it makes it a verb ("the League wanted a ...")."""
    named = at > 0 and grammar.words.capital(at - 1) and grammar.is_a(at, "matrix_direct")
    return at in grammar.things and not named


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
    if lower[link] != "to":
        return min(link + 1, front)
    return link - 1 if lower[link - 1] == "not" else link


def link_after(grammar: Grammar, at: int) -> int:
    """The place of the link after a word that introduces content ("asked on Thursday for"), or -1."""
    lower = grammar.words.lower
    links = grammar.lists["matrix_links"]
    if at + 1 < len(lower) and (lower[at + 1] in links or lower[at + 1] == ":"):
        word = lower[at + 1]
        if word not in ("on", "of") or not _link_after_date(grammar, at):
            return at + 1
    if not grammar.is_a(at + 1, "inserted"):
        return _link_to(grammar, at) or -1
    return _link_after_date(grammar, at) or -1


def _link_after_date(grammar: Grammar, at: int) -> int:
    """A "for" or "that" behind a short phrase of time or address, or "to" behind who is asked."""
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
            break
    return _link_to(grammar, at)


def _link_to(grammar: Grammar, at: int) -> int:
    """The "to" behind whom one asks, or behind how one offers: "asked the army to leave"."""
    lower = grammar.words.lower
    asks = grammar.is_a(at, "askers")
    if not asks and not (grammar.is_a(at, "offerers") and grammar.is_a(at + 1, "prepositions")):
        return 0
    for place in range(at + 2, min(at + _ASKED, len(lower) - 1)):
        if lower[place] == "to" and _may_be_infinitive(grammar, place + 1):
            return place
        if lower[place] in PAUSES or place in grammar.verb_at or grammar.is_auxiliary(place):
            return 0
    return 0


def _may_be_infinitive(grammar: Grammar, at: int) -> bool:
    verb = grammar.verb_at.get(at)
    return grammar.is_a(at, "be") or (verb is not None and verb.form in ("base", "ing"))


def opener_ends(grammar: Grammar, at: int, front: int) -> bool:
    """Whether a phrase that opens content, such as "under which", ends before a word.

    Args:
        grammar: the statement with its small words.
        at: the place of the word.
        front: where the words of the head begin; "along with" opens only what follows at once.
    """
    lower = grammar.words.lower
    if at == 0 or lower[at - 1] not in grammar.last_of_openers or grammar.aside[at - 1]:
        return False
    if lower[at : at + 1] == [","]:
        return False
    phrases = {" ".join(lower[max(at - length, 0) : at]) for length in range(1, 5)}
    if front - at <= 1 and not grammar.lists["row_openers"].isdisjoint(phrases):
        return True
    if grammar.is_auxiliary(at):
        phrases -= grammar.lists["adverbial_openers"]
    return not grammar.lists["content_openers"].isdisjoint(phrases)
