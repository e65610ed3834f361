"""Which clauses of a statement say one term together, and what kind of term each says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from qalamoun_terms.lexicon.load_terms import TermLexicon
from qalamoun_terms.reading.terms.clauses import Clause, cut
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.heads import THING
from qalamoun_terms.reading.terms.kinds import Reading, clause_tags, read_kind
from qalamoun_terms.reading.terms.series import by_doings, by_nouns, by_plain_nouns, by_times
from qalamoun_terms.reading.terms.words import Tag

_ADVERBIAL = 5
"""So many words may stand between "agreed" and "to": "agreed on Sunday to"."""

_CONTROLLER = 24
"""So many words before "agreed to" its subject may stand."""

_SUBJECT = 6
"""So far into a clause the subject of a verb that the lexicon does not know may reach."""

_TOLD_ONCE = frozenset({"ceasefire"})
"""Kinds of which several statements in a row say one thing: calm, and an end of all tension."""


@frozen
class Statement:
    """A clause and the kind that was read in it, or None."""

    clause: Clause
    reading: Reading | None

    @property
    def kind(self) -> str:
        """The kind that was read, "" where none was."""
        return self.reading.rule.kind if self.reading else ""


def read_clauses(grammar: Grammar, lexicon: TermLexicon) -> tuple[Statement, ...]:
    """The clauses of a statement, each with the kind that rules read in it.

    Args:
        grammar: the statement with its small words.
        lexicon: the vocabulary of terms.
    """
    clauses = cut(grammar)
    return tuple(
        Statement(clause, read_kind(grammar, clause, lexicon, subject=subject))
        for clause, subject in zip(clauses, _subjects(grammar, clauses), strict=True)
    )


def read_statements(
    grammar: Grammar, read: Sequence[Statement], lexicon: TermLexicon, *, bare: bool = False
) -> tuple[Statement, ...]:
    """What the clauses of a statement state, those that belong together being one.

    Args:
        grammar: the statement with its small words.
        read: its clauses, as `read_clauses` gives them.
        lexicon: the vocabulary of terms.
        bare: where no verb or noun of doing is found, also take what a noun alone tells.
    """
    found = _joined(grammar, read, lexicon)
    if bare and any(statement.reading for statement in found):
        found = _joined(grammar, _with_rows(grammar, read, lexicon), lexicon)
    elif bare:
        clauses = [statement.clause for statement in read]
        found = _joined(grammar, _with_nouns(grammar, clauses, lexicon), lexicon)
    return tuple(part for one in found for part in _parts(grammar, one, lexicon, bare=bare))


def _parts(
    grammar: Grammar, statement: Statement, lexicon: TermLexicon, *, bare: bool
) -> Iterator[Statement]:
    """A statement, or those that share its verb or follow it in a row of nouns."""
    if statement.reading is None:
        yield statement
        return
    doings = by_doings(grammar, statement.clause, statement.reading, lexicon)
    for doing in doings:
        parts = by_times(grammar, *doing)
        if len(parts) == 1:
            parts = by_plain_nouns(grammar, *doing, lexicon)
        if bare and len(parts) == 1:
            parts = by_nouns(grammar, *doing, lexicon)
        yield from (Statement(*part) for part in parts)


def _joined(
    grammar: Grammar, statements: Sequence[Statement], lexicon: TermLexicon
) -> list[Statement]:
    """The statements, those that belong to the one before joined to it."""
    found: list[Statement] = []
    for statement in statements:
        if found and _belongs_to(grammar, found[-1], statement):
            found[-1] = _together(grammar, found[-1], statement, lexicon)
        else:
            found.append(statement)
    return found


def _with_nouns(
    grammar: Grammar, clauses: Sequence[Clause], lexicon: TermLexicon
) -> list[Statement]:
    """What nouns alone tell, where no clause has a head that tells more."""
    starts = {clause.first for clause in clauses} | {len(grammar.words)}
    return [
        Statement(clause, read_kind(grammar, clause, lexicon, bare=clause.stop in starts))
        for clause in clauses
    ]


def _with_rows(
    grammar: Grammar, statements: Sequence[Statement], lexicon: TermLexicon
) -> list[Statement]:
    """What a noun alone tells at the beginning of a row whose next item was read."""
    found: list[Statement] = []
    for statement, after in zip(statements, [*statements[1:], None], strict=True):
        row = after is not None and after.reading is not None and _is_item(after.clause)
        if statement.reading is None and not statement.clause.heads and row:
            reading = read_kind(grammar, statement.clause, lexicon, bare=True)
            found.append(Statement(statement.clause, reading))
        else:
            found.append(statement)
    return found


def _is_item(clause: Clause) -> bool:
    """Whether a clause is an item of a row and no sentence of its own."""
    return clause.bound and all(head.form in ("nominal", THING) for head in clause.heads)


def _subjects(grammar: Grammar, clauses: Sequence[Clause]) -> list[tuple[Tag, ...]]:
    """For each clause the subject that it shares: "the men hand in their arms and leave"."""
    found: list[tuple[Tag, ...]] = []
    own: tuple[Tag, ...] = ()
    for clause in clauses:
        if not _shares_subject(clause):
            own = _own_subject(grammar, clause)
        found.append(own if _shares_subject(clause) else _controller(grammar, clause))
    return found


def _controller(grammar: Grammar, clause: Clause) -> tuple[Tag, ...]:
    """Who is to do what stands after "agreed to": the subject of the words that introduce it."""
    if not clause.heads or clause.heads[0].form != "infinitive":
        return ()
    before = range(clause.first - 1, max(0, clause.first - _ADVERBIAL), -1)
    matrix = next((at for at in before if grammar.is_a(at, "control_verbs")), 0)
    first = max(0, matrix - _CONTROLLER)
    return tuple(
        tag
        for tag in grammar.words.tags
        if first <= tag.first and tag.stop <= matrix and _is_named(grammar, tag)
    )


def _is_named(grammar: Grammar, tag: Tag) -> bool:
    """Whether a thing stands as a subject or object does, and not after a preposition."""
    at = tag.first - 1
    while at >= 0 and grammar.is_a(at, "determiners"):
        at -= 1
    free = at < 0 or not grammar.is_a(at, "prepositions")
    return tag.part == "thing" and free and not grammar.aside[tag.first]


def _shares_subject(clause: Clause) -> bool:
    return clause.bound and bool(clause.heads) and clause.heads[0].form == "finite"


def _own_subject(grammar: Grammar, clause: Clause) -> tuple[Tag, ...]:
    """The things that stand before the verb of a clause."""
    verb = next((head.front for head in clause.heads if head.form == "finite"), None)
    if verb is None:
        verb = 0 if clause.heads else clause.first + _SUBJECT
    return tuple(
        tag
        for tag in clause_tags(grammar, clause)
        if tag.part == "thing" and tag.stop <= verb and not grammar.aside[tag.first]
    )


def _together(
    grammar: Grammar, before: Statement, after: Statement, lexicon: TermLexicon
) -> Statement:
    """Two clauses as one statement."""
    clause = Clause(
        before.clause.first,
        after.clause.stop,
        (*before.clause.heads, *after.clause.heads),
        before.clause.bound,
    )
    reading = before.reading or after.reading or read_kind(grammar, clause, lexicon)
    return Statement(clause, reading)


def _belongs_to(grammar: Grammar, before: Statement, after: Statement) -> bool:
    """Whether a clause only goes on with the statement before it."""
    if before.reading is None:
        return _waits_for(grammar, before, after)
    if _tells_what_is_carried(grammar, before, after):
        return True
    if _is_exchanged(grammar, before, after):
        return True
    if after.reading is None:
        return after.clause.bound or _lists_parts(grammar, after.clause)
    return before.kind == after.kind and _continues(grammar, before, after)


def _is_exchanged(grammar: Grammar, before: Statement, after: Statement) -> bool:
    """As in "ten captives are freed in exchange for six": what is given for it is the same term."""
    words = grammar.words.lower[max(after.clause.first - 3, 0) : after.clause.first]
    if " ".join(words) not in grammar.lists["exchange_phrases"]:
        return False
    persons = before.kind == "detainee_release" and after.reading is None
    return persons or before.kind == after.kind


def _tells_what_is_carried(grammar: Grammar, before: Statement, after: Statement) -> bool:
    """As in ", carrying one rifle each": a detail of the exit before it."""
    heads = after.clause.heads
    carrying = bool(heads) and grammar.words.lower[heads[0].first] in grammar.lists["carrying"]
    return before.kind == "armed_exit" and carrying and after.clause.bound


def _waits_for(grammar: Grammar, before: Statement, after: Statement) -> bool:
    """Whether a verb is parted from its object by a phrase between commas ("to hold, in May, talks")."""
    lower, heads = grammar.words.lower, before.clause.heads
    if after.clause.bound and _is_verb_alone(grammar, before.clause):
        return True
    if not heads and after.reading and _shares_subject(after.clause):
        return grammar.is_a(after.clause.first - 1, "joints")
    if not after.clause.bound or lower[after.clause.first - 1] != ",":
        return False
    if not heads:
        first = before.clause.first
        return any(grammar.is_a(at, "receiver_links") for at in (first, first - 1))
    verb = heads[-1].form in ("infinitive", "finite", "gerund")
    return verb and after.reading is not None and not _shares_subject(after.clause)


def _is_verb_alone(grammar: Grammar, clause: Clause) -> bool:
    """Whether a clause is nothing but a verb that shares what follows: "to shoot, shell or raid it"."""
    if len(clause.heads) != 1 or clause.heads[0].front > clause.first:
        return False
    rest = range(clause.heads[0].stop, clause.stop)
    return all(grammar.is_a(at, "coordinators") or grammar.words.lower[at] == "," for at in rest)


def _lists_parts(grammar: Grammar, clause: Clause) -> bool:
    """Whether a stretch without a head goes on listing what came before: "(i) tanks; (ii) ..."."""
    lower = grammar.words.lower
    if clause.heads or lower[clause.first - 1] not in (":", ";"):
        return False
    return clause.first + 2 < clause.stop and lower[clause.first] == "("


def _continues(grammar: Grammar, before: Statement, after: Statement) -> bool:
    """Whether a clause of the same kind only goes on with the clause before it.

    It does where it shares the verb, or where a bare "and" joins it.
    """
    first = after.clause.first
    if not (grammar.is_a(first - 1, "coordinators") or grammar.words.lower[first - 1] == ","):
        return False
    if after.clause.bound:
        own = _has_own_object(after)
        return not own or (before.kind in _TOLD_ONCE and not _is_own_deed(grammar, before, after))
    paused = first > 1 and grammar.words.lower[first - 2] == ","
    return grammar.is_a(first - 1, "joints") and not paused


def _is_own_deed(grammar: Grammar, before: Statement, after: Statement) -> bool:
    """As in "to cease fire, to stop using mines": what each "to" asks for can be broken alone."""
    deeds = (before.clause, after.clause)
    return all(clause.heads[0].form == "infinitive" for clause in deeds) and (
        grammar.words.lower[after.clause.first] == "to"
    )


def _has_own_object(statement: Statement) -> bool:
    """Whether an item of a row names what it is about itself ("and keeping the light ones")."""
    reading = statement.reading
    if reading is None or reading.head is None or reading.object is None:
        return False
    return statement.clause.heads[0].form not in ("finite", "participle")
