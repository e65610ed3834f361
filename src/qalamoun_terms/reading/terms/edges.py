"""Where the words of one head begin, if a new clause begins there.

It does after a mark or a word that separates, with a subject, or after words that only introduce
content.
"""

from __future__ import annotations

from qalamoun_terms.reading.terms.beginnings import interrupted_subject, is_paused, subject_start
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.heads import MATRIX, THING, TOLD, Head
from qalamoun_terms.reading.terms.matrix import after_link, is_matrix, opener_ends

_NEAR = 12
_ASSURED = 5
_SUBJECT = 40


def edge_before(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    """Where the words of a head begin, and whether they hang on the clause before; None if nowhere.

    Args:
        grammar: the statement with its small words.
        head: the verb or noun of doing.
        lowest: what stands before this word belongs to another clause.
        first: whether nothing is said between `lowest` and the head.
    """
    opened = _opened(grammar, head, lowest)
    if head.form in ("nominal", "gerund", THING):
        edge = _listed(grammar, head, lowest, first=first)
    elif head.form == "infinitive":
        edge = _to_do(grammar, head, lowest, first=first)
    elif head.form in ("finite", MATRIX, TOLD):
        edge = _with_subject(grammar, head, lowest, first=first)
    elif head.form == "participle" and not first:
        edge = _told_on(grammar, head, lowest)
    else:
        edge = None
    if opened is not None and (edge is None or edge[0] < opened):
        return opened, False
    if opened is not None and edge and head.form == "finite":
        return edge if is_paused(grammar, opened, edge[0]) else (opened, False)
    return edge


def is_passive(grammar: Grammar, head: Head) -> bool:
    """Whether something is to be done to what stands before: "the road to be opened".

    Args:
        grammar: the statement with its small words.
        head: the verb.
    """
    return head.form == "infinitive" and grammar.is_a(head.front + 1, "be")


def _opened(grammar: Grammar, head: Head, lowest: int) -> int | None:
    """The last word between two heads after which content begins ("proposed that", "on condition that")."""
    lower = grammar.words.lower
    if head.form == MATRIX:
        return None
    for at in _after_openers(grammar, max(lowest, head.front - _SUBJECT), head.front):
        that = at > lowest and lower[at - 1] == "that" and not _is_assured(grammar, lowest)
        if that and _opens_content(grammar, at - 1, lowest):
            return at
        named = grammar.is_a(at - 1, "assurances") and _is_assured(grammar, lowest)
        if not named and is_matrix(grammar, at - 1) and at - 1 >= lowest:
            return after_link(grammar, at, head.front)
        if opener_ends(grammar, at, head.front):
            return at
    return None


def _after_openers(grammar: Grammar, lowest: int, front: int) -> list[int]:
    """The words after those that may open content, the last first."""
    ends = grammar.lexicon.content_ends
    lower = grammar.words.lower
    return [at for at in range(front, max(lowest, 1) - 1, -1) if lower[at - 1] in ends]


def _is_assured(grammar: Grammar, at: int) -> bool:
    """Whether "assurances" or the like stand where content begins: what they say belongs to them."""
    nouns = [place for place in range(at - 1, at + _ASSURED) if grammar.is_a(place, "assurances")]
    return any(
        is_matrix(grammar, place) or grammar.words.lower[place] in (":", "for")
        for noun in nouns
        for place in range(max(noun - _ASSURED + 1, 0), noun)
    )


def _opens_content(grammar: Grammar, at: int, lowest: int) -> bool:
    determines = grammar.is_a(at - 1, "prepositions")
    return at >= lowest and not (grammar.aside[at] or determines or _so_that(grammar, at))


def _so_that(grammar: Grammar, at: int) -> bool:
    return grammar.is_a(at - 1, "after_so")


def _joins(grammar: Grammar, at: int) -> bool:
    """Whether a word joins clauses or the items of a row."""
    return grammar.is_a(at, "coordinators") or (at >= 0 and grammar.words.lower[at] == ",")


def _listed(grammar: Grammar, head: Head, lowest: int, *, first: bool) -> tuple[int, bool] | None:
    """A noun or gerund begins a clause where it is an item of a row: after a comma or "and"."""
    before = head.front - 1
    if lowest and grammar.is_a(lowest - 1, "letting"):
        return None
    if (
        before - 1 >= lowest
        and grammar.is_a(before, "prepositions")
        and _joins(grammar, before - 1)
        and (first or _leads_on(grammar, before, lowest))
    ):
        return head.front, True
    if before < lowest:
        return None
    if (
        before == lowest
        and not first
        and grammar.is_a(before, "coordinators")
        and head.form == "nominal"
        and not _says_all(grammar, before, governed=grammar.is_a(head.front, "determiners"))
    ):
        return None
    joined = grammar.is_a(before, "coordinators") and not _is_paired(grammar, head)
    if joined or grammar.words.lower[before] in (",", "(", '"', "“"):
        return head.front, True
    return None


def _is_paired(grammar: Grammar, head: Head) -> bool:
    """As in "any military or security activity": two words before one noun."""
    return head.front == head.first and grammar.is_a(head.first - 2, "plain_adjectives")


def _leads_on(grammar: Grammar, at: int, lowest: int) -> bool:
    """Whether a preposition leads a further item: as the one before, or as the verb asks for it."""
    lower = grammar.words.lower
    if lower[at] in lower[max(0, lowest - _NEAR) : lowest] or is_matrix(grammar, lowest):
        return True
    return lower[at - 1] == "," and lower[at] == "with"


def _says_all(grammar: Grammar, stop: int, *, governed: bool) -> bool:
    """Whether the word before says all: a verb, or a noun that is a term by itself, as "a truce".

    So does a noun that has its object in it, as "exchange of prisoners". `governed` nouns count
    too, as the truce does in "watching of the truce".
    """
    ending = [tag for tag in grammar.words.tags if tag.stop == stop and tag.part != "verb"]
    nouns = [tag for tag in ending if tag.part != "thing"]
    full = any(one.first < tag.first or tag.stop < one.stop for one in nouns for tag in ending)
    rules = [rule for tag in ending for rule in grammar.lexicon.rules_of.get(tag.group, ())]
    alone = any(not (rule.objects or rule.also or rule.words) for rule in rules)
    return not ending or full or (alone and (governed or not _after_of(grammar, ending[0].first)))


def _after_of(grammar: Grammar, at: int) -> bool:
    """Whether a noun stands in a phrase that "of" opens."""
    places = range(at - 1, max(at - _ASSURED, -1), -1)
    free = ("determiners", "adverbs")
    opens = next((p for p in places if not grammar.is_any(p, free)), at)
    return grammar.is_a(opens, "of_links")


def _to_do(grammar: Grammar, head: Head, lowest: int, *, first: bool) -> tuple[int, bool] | None:
    """Where "to withdraw" begins that follows another statement, and whether it leans on that."""
    before = head.front - 1
    if before < lowest or _is_right(grammar, head.front):
        return None
    if _joins(grammar, before):
        tells_what_for = grammar.words.lower[before] == "," and is_passive(grammar, head)
        return None if tells_what_for else (head.front, not first)
    start = None
    if is_passive(grammar, head):
        start = subject_start(grammar, head.front, lowest, first=False)
    elif not first:
        start = _listed_subject(grammar, head, lowest)
    return None if start is None else (start, False)


def _is_right(grammar: Grammar, at: int) -> bool:
    """As in "the right to be heard and to vote": both belong to the one noun."""
    lower = grammar.words.lower
    if not grammar.is_a(at - 1, "joints"):
        return False
    places = range(max(at - _SUBJECT, 1), at)
    return any(lower[place] == "to" and grammar.is_a(place - 1, "rights") for place in places)


def _listed_subject(grammar: Grammar, head: Head, lowest: int) -> int | None:
    """As in "the men to leave, and the women to stay": a row of subjects with what each is to do."""
    lower = grammar.words.lower
    for at in range(head.front - 2, max(lowest, head.front - _NEAR), -1):
        if lower[at] == "and" and lower[at - 1] == "," and grammar.is_a(at + 1, "articles"):
            return at + 1
    return None


def _with_subject(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    """A finite verb's clause begins with its subject; it has none of its own after "and" or a comma."""
    before = head.front - 1
    while before > lowest and grammar.is_a(before, "joining_adverbs"):
        before -= 1
    plain = head.front == head.first and not grammar.is_auxiliary(head.first)
    joined = grammar.is_a(before, "coordinators")
    let = plain and not joined and lowest and grammar.is_a(lowest - 1, "letting")
    if let or _tells_purpose(grammar, lowest, head.front):
        return None
    if before >= lowest and joined:
        inverted = grammar.words.lower[before] == "nor" and not plain
        return (before, False) if inverted else (before + 1, True)
    if before >= lowest and grammar.words.lower[before] == "," and not first and plain:
        start = interrupted_subject(grammar, head.front, lowest)
        return (head.front, True) if start is None else (start, False)
    start = subject_start(grammar, head.front, lowest, first=first)
    if start is None or (start <= lowest and first):
        return None
    return start, grammar.is_a(start, "demonstratives")


def _tells_purpose(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether "so that" stands in a stretch: what follows it is no term of its own."""
    lower = grammar.words.lower
    return "that" in lower[first + 1 : stop] and any(
        lower[at] == "that" and _so_that(grammar, at) for at in range(first + 1, stop)
    )


def _told_on(grammar: Grammar, head: Head, lowest: int) -> tuple[int, bool] | None:
    """As in "it halted the raids and allowed convoys in": a second verb of one subject."""
    joined = head.front - 1 > lowest and grammar.is_a(head.front - 1, "coordinators")
    has_object = not grammar.is_a(head.stop, "prepositions") and head.stop < len(grammar.words)
    plain = has_object and grammar.words.lower[head.stop][0].isalnum()
    return (head.front, True) if joined and plain else None
