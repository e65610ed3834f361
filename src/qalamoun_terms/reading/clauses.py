"""Cuts a statement into the stretches that can each state one term.

The heads of the statement are found first (verbs and nouns of doing that do not stand inside a
relative or subordinate clause); between two heads the place is sought where the second one's words
begin. Everything looks at most a bounded number of words around a head.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.reading.words import Tag, Words

_HARD = frozenset(";:•–—")
_PAUSES = frozenset(",;:()—–")
MATRIX = "matrix"
"""The form of a head that only introduces content, such as "proposed that"."""

THING = "thing"
"""The form of a noun that can be a term by itself, such as a committee."""

_NEAR = 12
_SUBJECT = 40


@frozen
class Head:
    """A word that says what is done: its place, where its own words begin, and how it stands.

    `form` is "finite", "infinitive", "gerund", "participle" or "nominal".
    """

    first: int
    stop: int
    front: int
    form: str


@frozen
class Clause:
    """A stretch of words with its heads; `bound` tells that it hangs on the one before it."""

    first: int
    stop: int
    heads: tuple[Head, ...]
    bound: bool = False


@frozen(eq=False)
class Grammar:
    """The small words of a language, and what stands aside in one statement."""

    words: Words
    lists: Mapping[str, frozenset[str]]
    lexicon: TermLexicon
    aside: Sequence[bool]
    verb_at: Mapping[int, Tag]

    def is_a(self, at: int, name: str) -> bool:
        """Whether the word at a place belongs to a list of small words."""
        return 0 <= at < len(self.words) and self.words.lower[at] in self.lists[name]

    def is_auxiliary(self, at: int) -> bool:
        """Whether the word at a place is a modal or a form of be, have or do."""
        return any(self.is_a(at, name) for name in ("modals", "be", "have", "do"))


def grammar_of(words: Words, lexicon: TermLexicon) -> Grammar:
    """The small words of a statement, with its relative and subordinate clauses marked.

    Args:
        words: the words of a statement.
        lexicon: the vocabulary of terms.
    """
    verb_at = {tag.first: tag for tag in reversed(words.tags) if tag.part == "verb"}
    aside = [False] * len(words)
    grammar = Grammar(words, lexicon.grammar, lexicon, aside, verb_at)
    at = 0
    while at < len(words):
        stop = _aside_until(grammar, at)
        for place in range(at, stop):
            aside[place] = True
        at = max(stop, at + 1)
    return grammar


def _aside_until(grammar: Grammar, at: int) -> int:
    """Where the relative or subordinate clause that begins at a word ends; `at` if none does."""
    if _is_relative(grammar, at):
        return _relative_end(grammar, at)
    if _is_reduced(grammar, at):
        return _reduced_end(grammar, at)
    if grammar.is_a(at, "subordinators") and not _is_comparison(grammar, at):
        return _subordinate_end(grammar, at)
    return at


def _is_reduced(grammar: Grammar, at: int) -> bool:
    """"those unwilling to settle", "fighters rejecting the deal"."""
    if not grammar.is_a(at, "reduced_relatives") or at == 0:
        return False
    before = at - 1
    lists = ("prepositions", "coordinators", "adverbs")
    plain = grammar.words.lower[before].isalpha() and not grammar.is_auxiliary(before)
    return plain and not any(grammar.is_a(before, name) for name in lists)


def _reduced_end(grammar: Grammar, at: int) -> int:
    lower = grammar.words.lower
    if at + 2 < len(lower) and lower[at + 1] == "to":
        return at + 3
    place = at + 1
    while place < min(at + 6, len(lower)):
        verb = place in grammar.verb_at or grammar.is_auxiliary(place)
        if verb or not lower[place].isalpha() or grammar.is_a(place, "prepositions"):
            return place
        place += 1
    return place


def _is_comparison(grammar: Grammar, at: int) -> bool:
    lower = grammar.words.lower
    before = lower[at - 1] if at else ""
    follower = lower[at + 1] if at + 1 < len(lower) else ""
    if lower[at] == "as":
        no_clause = follower in grammar.lists["after_as"] or grammar.is_a(at + 1, "articles")
        return no_clause or before in grammar.lists["before_as"]
    if lower[at] == "once":
        return before == "at" or not follower.isalpha() or follower in ("a", "in", "every")
    if lower[at] == "provided":
        return before.isalpha() and before not in grammar.lists["coordinators"]
    return lower[at] == "since" and grammar.is_auxiliary(at - 1)


def _is_relative(grammar: Grammar, at: int) -> bool:
    lower = grammar.words.lower
    if lower[at] in grammar.lists["relatives"] or lower[at] == "whoever":
        return not (at and lower[at - 1] in ("under", "by", "through", "to") and lower[at] == "which")
    if lower[at] == "that" and at and at + 1 < len(lower):
        after_noun = lower[at - 1].isalpha() and lower[at - 1] not in grammar.lexicon.matrix_forms
        plain = not grammar.is_a(at - 1, "coordinators") and not grammar.is_auxiliary(at - 1)
        follows = grammar.is_auxiliary(at + 1) or _finite_tag(grammar, at + 1)
        noun = lower[at - 1] in grammar.lists["matrix_nouns"]
        return after_noun and plain and follows and not noun
    return False


def _finite_tag(grammar: Grammar, at: int) -> bool:
    tag = grammar.verb_at.get(at)
    return tag is not None and tag.form in ("s", "ed", "base")


def _relative_end(grammar: Grammar, at: int) -> int:
    start = place = _verb_group_end(grammar, at + 1)
    if _is_matrix(grammar, start - 1):
        return max(_link_after(grammar, start - 1), start - 1) + 1
    while place < len(grammar.words):
        if grammar.words.lower[place] in _PAUSES | {"."}:
            return place
        if grammar.words.lower[place] == "to" and place > start and grammar.is_a(place + 1, "be"):
            return place
        if grammar.words.lower[place : place + 2] == ["and", "to"]:
            return place
        bound = place > 0 and grammar.words.lower[place - 1] in ("to", "and", "or", "not", "who")
        if not bound and grammar.is_auxiliary(place) and not grammar.is_a(place, "do"):
            return _before_adverbs(grammar, place)
        if not bound and place > at + 2 and _is_main_verb(grammar, place):
            return place
        place += 1
    return place


def _before_adverbs(grammar: Grammar, place: int) -> int:
    return place


def _is_main_verb(grammar: Grammar, at: int) -> bool:
    tag = grammar.verb_at.get(at)
    return tag is not None and tag.form in ("s", "base") and not grammar.is_auxiliary(at - 1)


def _verb_group_end(grammar: Grammar, at: int) -> int:
    """The word after the verb of a clause that begins at a word: within a few words of it."""
    place = at
    while place < min(at + _NEAR, len(grammar.words)):
        if grammar.words.lower[place] in _PAUSES | {"."}:
            return place
        if grammar.is_auxiliary(place):
            while grammar.is_auxiliary(place) or grammar.is_a(place, "adverbs"):
                place += 1
            return min(place + 1, len(grammar.words))
        if place in grammar.verb_at:
            return grammar.verb_at[place].first + 1
        if place == at and not _opens_phrase(grammar, place):
            return place + 1
        place += 1
    return min(at + 1, len(grammar.words))


def _opens_phrase(grammar: Grammar, at: int) -> bool:
    lists = ("determiners", "pronouns", "prepositions", "adverbs")
    return any(grammar.is_a(at, name) for name in lists) or grammar.words.is_number(at)


def _subordinate_end(grammar: Grammar, at: int) -> int:
    """A subordinate clause runs to the next pause; one in front of its main clause, to the subject."""
    stop = at + 1
    while stop < len(grammar.words) and grammar.words.lower[stop] not in _PAUSES | {"."}:
        stop += 1
    if not grammar.is_auxiliary(at + 1):
        named = at + 1
        while named < stop and (grammar.words.capital(named) or grammar.words.is_number(named)):
            named += 1
        if named > at + 1 and (named == stop or grammar.is_auxiliary(named)):
            return named
    in_front = at == 0 or grammar.words.lower[at - 1] in _PAUSES | {".", "and", "that"}
    beside = _second_phrase(grammar, at, stop) if in_front else -1
    if beside > 0:
        return beside
    if not in_front or (stop < len(grammar.words) and grammar.words.lower[stop] == ","):
        return stop
    verb = next((i for i in range(at + 2, stop) if _starts_predicate(grammar, i)), -1)
    if verb < 0:
        return stop
    subject = [i for i in range(at + 2, verb) if grammar.is_a(i, "articles")]
    return subject[-1] if subject else stop


def _second_phrase(grammar: Grammar, at: int, stop: int) -> int:
    """Where, after "after the departure of the last bus", the main clause begins without a pause."""
    lists = ("prepositions", "coordinators", "adverbs", "determiners", "relatives")
    for place in range(at + 3, stop):
        before = place - 1
        if not grammar.is_a(place, "articles") or not grammar.words.lower[before].isalpha():
            continue
        verb = before in grammar.verb_at or grammar.is_auxiliary(before)
        if not verb and not any(grammar.is_a(before, name) for name in lists):
            return place
    return -1


def _starts_predicate(grammar: Grammar, at: int) -> bool:
    return grammar.is_auxiliary(at) or _is_main_verb(grammar, at)


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
    for at in range(len(grammar.words)):
        if _is_matrix(grammar, at) and grammar.words.lower[at] not in grammar.lists["matrix_nouns"]:
            found[at] = Head(at, at + 1, _verb_front(grammar, at), MATRIX)
    heads = sorted(found.values(), key=lambda head: head.first)
    return tuple(_without_inner(heads))


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
    if _only_helps(grammar, tag.first):
        return None
    front = _verb_front(grammar, tag.first)
    lower = grammar.words.lower
    stop = tag.first + 1
    if grammar.is_a(tag.first, "be") and tag.stop - tag.first == 1:
        return None if grammar.is_auxiliary(tag.first - 1) else Head(tag.first, stop, front, "finite")
    if lower[front] == "to" or lower[front : front + 2] == ["not", "to"]:
        return Head(tag.first, stop, front, "infinitive")
    if front < tag.first and any(grammar.is_auxiliary(i) for i in range(front, tag.first)):
        return Head(tag.first, stop, front, "finite")
    if tag.form == "ing":
        return _ing_head(grammar, Head(tag.first, stop, front, "gerund"))
    if tag.form == "ed":
        told = grammar.is_a(tag.stop, "determiners") and not grammar.is_a(tag.first - 1, "have")
        return None if told else Head(tag.first, stop, tag.first, "participle")
    return Head(tag.first, stop, front, "finite")


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
    if any(grammar.is_a(before, name) for name in lists) or before in grammar.verb_at:
        return head
    return None


def _verb_front(grammar: Grammar, at: int) -> int:
    """Where the verb group begins: over adverbs, negation, auxiliaries and "to", a few words back."""
    front = at
    for place in range(at - 1, max(at - 8, -1), -1):
        word = grammar.words.lower[place]
        if grammar.is_auxiliary(place) or word == "to":
            front = place
        elif not (grammar.is_a(place, "adverbs") or grammar.is_a(place, "negators") or word == "been"):
            break
        elif word in ("no", "nobody", "none", "nothing", "all", "at", "once", "both", "without"):
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
        if not plain or any(grammar.is_a(place, x) for x in lists):
            break
        if place in grammar.verb_at and grammar.verb_at[place].form in ("ing", "base", "s"):
            if not grammar.is_a(place - 1, "determiners"):
                break
        start = place
        if grammar.is_a(place, "articles"):
            break
    while start < at and grammar.is_a(start, "adverbs") and not grammar.is_a(start, "determiners"):
        start += 1
    return start


def cut(grammar: Grammar) -> tuple[Clause, ...]:
    """The clauses of a statement, each with its heads; stretches without a head have none.

    Args:
        grammar: the statement with its small words.
    """
    heads = find_heads(grammar)
    edges = _edges(grammar, heads)
    clauses: list[Clause] = []
    starts = [edge for edge, _ in edges]
    for (first, bound), stop in zip(edges, [*starts[1:], len(grammar.words)], strict=True):
        inside = tuple(head for head in heads if first <= head.first < stop)
        if stop > first and not (inside and inside[-1].form == MATRIX):
            clauses.append(Clause(first, stop, inside, bound))
    return tuple(clauses)


def _edges(grammar: Grammar, heads: Sequence[Head]) -> list[tuple[int, bool]]:
    """The first words of the clauses, with whether each hangs on the clause before it."""
    found: dict[int, bool] = {0: False}
    for at in range(1, len(grammar.words)):
        if _is_hard(grammar, at - 1):
            found[at] = False
    before: list[Head] = []
    for head in heads:
        while before and before[-1].form == THING and head.form == "finite":
            before.pop()
        previous = before[-1] if before else None
        lowest = 0
        if previous:
            lowest = previous.first if previous.form == MATRIX else previous.stop
        hard = [edge for edge in found if lowest <= edge <= head.front]
        lowest = max([lowest, *hard])
        edge = _edge_before(grammar, head, lowest, first=previous is None or bool(hard))
        if edge is not None and edge[0] not in found:
            found[edge[0]] = edge[1]
        before.append(head)
    for index, head in enumerate(heads):
        if head.form == MATRIX:
            stop = heads[index + 1].front if index + 1 < len(heads) else len(grammar.words)
            if not any(head.first < edge <= stop for edge in found):
                found[_after_link(grammar, head.stop, stop)] = False
    return sorted(found.items())


def _is_hard(grammar: Grammar, at: int) -> bool:
    word, lower = grammar.words.lower[at], grammar.words.lower
    if word == "-":
        gap = at and grammar.words.starts[at] > grammar.words.ends[at - 1]
        return bool(gap)
    if word in ".?!":
        return at + 1 < len(lower) and (grammar.words.capital(at + 1) or lower[at + 1] in "\"“")
    return word in _HARD and not (at and lower[at - 1].isdecimal() and word == ":")


def _edge_before(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    """Where the words of a head begin, if a new clause begins between `lowest` and its front."""
    opened = _opened(grammar, head, lowest)
    if head.form in ("nominal", "gerund", THING):
        edge = _listed(grammar, head, lowest, first=first)
    elif head.form == "infinitive":
        edge = _to_do(grammar, head, lowest, first=first)
    elif head.form in ("finite", MATRIX):
        edge = _with_subject(grammar, head, lowest, first=first)
    else:
        edge = None
    if opened is not None and (edge is None or edge[0] < opened):
        return opened, False
    return edge


def _opened(grammar: Grammar, head: Head, lowest: int) -> int | None:
    """The last word between two heads after which content begins ("proposed that", "on condition that")."""
    lower = grammar.words.lower
    if head.form == MATRIX:
        return None
    for at in range(head.front, max(lowest, head.front - _SUBJECT) - 1, -1):
        if at > lowest and lower[at - 1] == "that" and _opens_content(grammar, at - 1, lowest):
            return at
        if at > 0 and _is_matrix(grammar, at - 1) and at - 1 >= lowest:
            return _after_link(grammar, at, head.front)
        if _opener_ends(grammar, at):
            return at
    return None


def _opens_content(grammar: Grammar, at: int, lowest: int) -> bool:
    return at >= lowest and not grammar.aside[at] and not _so_that(grammar, at)


def _so_that(grammar: Grammar, at: int) -> bool:
    return at > 0 and grammar.words.lower[at - 1] in ("so", "such", "after", "all", "in", "provided")


def _is_matrix(grammar: Grammar, at: int) -> bool:
    """Whether a word introduces content: "proposed", "asks for", "ready to", "agreement on"."""
    lower = grammar.words.lower
    if grammar.aside[at] or at + 1 >= len(lower):
        return False
    follower = lower[at + 1]
    if lower[at] in grammar.lists["matrix_nouns"]:
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


def _direct(grammar: Grammar, at: int) -> bool:
    """Whether the content follows at once, without a link ("proposed a committee")."""
    if grammar.is_a(at + 1, "prepositions") or not grammar.words.lower[at + 1][0].isalnum():
        return False
    return grammar.words.lower[at] in grammar.lists["matrix_direct"]


def _after_link(grammar: Grammar, at: int, front: int) -> int:
    """Content begins after "that", "for" and "on", and at "to"."""
    lower = grammar.words.lower
    link = _link_after(grammar, at - 1)
    if link < 0:
        return at
    return link if lower[link] == "to" else min(link + 1, front)


def _link_after(grammar: Grammar, at: int) -> int:
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
        with_whom = lower[at + 1] == "with" and lower[place] == "to"
        if (lower[place] in ("for", "that") or with_whom) and not grammar.is_a(place + 1, "relatives"):
            return place
        if not (lower[place].isalpha() or grammar.words.is_number(place)) or place in grammar.verb_at:
            return 0
    return 0


def _opener_ends(grammar: Grammar, at: int) -> bool:
    lower = grammar.words.lower
    for opener in grammar.lists["content_openers"]:
        parts = opener.split()
        if at >= len(parts) and lower[at - 1] == parts[-1] and list(lower[at - len(parts) : at]) == parts:
            return True
    return False


def _listed(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    """A noun or gerund begins a clause where it is an item of a row: after a comma or "and"."""
    before = head.front - 1
    if before - 1 >= lowest and grammar.is_a(before, "prepositions"):
        if grammar.is_a(before - 1, "coordinators") or grammar.words.lower[before - 1] == ",":
            return head.front, True
    if before < lowest:
        return None
    if before == lowest and not first and grammar.is_a(before, "coordinators") and head.form == "nominal":
        return None
    if grammar.is_a(before, "coordinators") or grammar.words.lower[before] in (",", "(", '"', "“"):
        return head.front, True
    return None


def _to_do(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    lower = grammar.words.lower
    before = head.front - 1
    if before < lowest:
        return None
    if grammar.is_a(before, "coordinators") or lower[before] == ",":
        return (head.front, not first)
    for at in range(before - 1, max(lowest, before - _NEAR), -1):
        if lower[at] == "and" and lower[at - 1] == "," and grammar.is_a(at + 1, "articles"):
            return at + 1, False
    return None


def _with_subject(
    grammar: Grammar, head: Head, lowest: int, *, first: bool
) -> tuple[int, bool] | None:
    """A finite verb's clause begins with its subject: after the last pause that leaves one."""
    lower = grammar.words.lower
    if head.front > lowest and lower[head.front - 1] == ",":
        return None if first else _before_parenthesis(grammar, head, lowest)
    for at in range(head.front - 1, max(lowest, head.front - _SUBJECT) - 1, -1):
        if not (grammar.is_a(at, "coordinators") or lower[at] == ","):
            continue
        if at + 1 == head.front:
            return (head.front, True) if grammar.is_a(at, "coordinators") else None
        if grammar.aside[at] and lower[at] != ",":
            continue
        if _is_subject(grammar, at + 1, head.front):
            start = _whole_subject(grammar, at, lowest, first=first) + 1
            return (start, False) if start > lowest or not first else None
    return None


def _before_parenthesis(grammar: Grammar, head: Head, lowest: int) -> tuple[int, bool] | None:
    lower = grammar.words.lower
    for at in range(head.front - 2, lowest, -1):
        if lower[at] == "," and grammar.is_a(at + 1, "coordinators"):
            if _is_subject(grammar, at + 2, head.front):
                return at + 2, False
    return None


def _whole_subject(grammar: Grammar, at: int, lowest: int, *, first: bool) -> int:
    """Where "A, B and C" are the subject, the pause before A."""
    lower = grammar.words.lower
    best = at
    if lower[at - 1] == "," and not first:
        return at
    if first and not _paused(grammar, lowest, at):
        return lowest - 1
    for place in range(at - 1, lowest - 1, -1):
        if lower[place] == "," or grammar.is_a(place, "coordinators"):
            if _is_subject(grammar, place + 1, at):
                best = place
            if place and lower[place - 1] == "," and not first:
                return best
        elif not _may_be_in_subject(grammar, place, first=first):
            return best
    return lowest - 1 if first else best


def _paused(grammar: Grammar, first: int, stop: int) -> bool:
    lower = grammar.words.lower
    return any(lower[i] in _PAUSES or grammar.is_auxiliary(i) for i in range(first, stop) if not grammar.aside[i])


def _may_be_in_subject(grammar: Grammar, at: int, *, first: bool) -> bool:
    allowed = ("of", "from", "between", "in") if first else ("of",)
    if grammar.words.lower[at] in allowed:
        return True
    verb = at in grammar.verb_at and grammar.verb_at[at].form != "ing"
    return not (verb or grammar.is_a(at, "prepositions") or grammar.words.lower[at] in (";", ":", "."))


def _is_subject(grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a stretch can be the subject of the verb that follows it."""
    if first >= stop:
        return False
    lower = grammar.words.lower
    skip = ("prepositions", "relatives", "subordinators", "coordinators")
    if any(grammar.is_a(first, name) for name in skip) and lower[first] not in ("who", "between"):
        return False
    if not (lower[first][0].isalnum() or lower[first] in "\"“'"):
        return False
    return first not in grammar.verb_at or grammar.verb_at[first].form == "ing"
