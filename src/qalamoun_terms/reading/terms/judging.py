"""What the learnt weights say of a clause's kind, where the table of rules is silent or unsure.

The rules come first, for they say why and give the fields. The weights have seen more wordings: they
name the kind of a clause that no rule fits, and overrule a rule that they find very unlikely.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from qalamoun_terms.lexicon.kind_model import NO_TERM, clause_scores, kind_model
from qalamoun_terms.lexicon.load_terms import Rule
from qalamoun_terms.lexicon.weights import LinearModel, likeliest
from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.kinds import Reading, is_negated, read_kind
from qalamoun_terms.reading.terms.pieces import pieces
from qalamoun_terms.reading.terms.statements import Statement
from qalamoun_terms.reading.terms.words import Words

LEAST_WORDS = 3  # words of a clause that is judged by its words alone
SURE = 0.6  # probability from which a clause is a term though nothing says that it is content
LIKELY = 0.4  # the same where the stretch is surely content
BACKGROUND = 0.5  # probability of being no term from which a clause is none
GUESS = 0.4  # probability of a kind, given that it is a term, from which a sure term is of it
MEMBER = 0.4  # the same for a member of a row of which a rule says so too
STRONG = 9.0  # weight from which a rule yields only to the next two
SURER, UNLIKELIER = 0.7, 0.08
DOUBT = 4.5  # times that another kind is likelier than the one that was read, to take its place
OVERRULES, UNLIKELY = 0.5, 0.12  # of another kind and of the rule's own, to overrule a rule


def judged(
    grammar: Grammar, statements: Sequence[Statement], *, bare: bool = False
) -> Iterator[Statement]:
    """The statements that state a term, by the rules or by the learnt weights.

    Args:
        grammar: the statement with its small words.
        statements: its clauses, with the kinds that the rules read in them.
        bare: whether the stretch is surely content.
    """
    model = kind_model(grammar.lexicon.language)
    for statement in statements:
        if model is None:
            found = statement.reading
        elif statement.reading is None:
            found = _by_weights(grammar, statement.clause, model, bare=bare)
        else:
            found = _reviewed(grammar, statement.clause, statement.reading, model)
        if found is not None:
            row = _row(grammar, statement.clause, model) if bare and model is not None else ()
            yield from row or [Statement(statement.clause, found)]


def guessed(grammar: Grammar) -> Statement | None:
    """All the words as one term of the likeliest kind, where the weights hold any likely.

    Args:
        grammar: the statement, which is surely a term, with its small words.
    """
    model = kind_model(grammar.lexicon.language)
    clause = Clause(0, len(grammar.words), ())
    if model is None:
        return None
    chances = _chances(grammar, clause, model, whole=True)
    none = chances.pop(NO_TERM, 0.0)
    kind = likeliest(chances)
    if chances[kind] < GUESS * (1 - none):
        return None
    return Statement(clause, _reading(grammar, clause, kind))


def likelier_kind(words: Words, language: str, kind: str) -> str | None:
    """The kind that all the words of a term speak for, where that is not the kind that was read.

    The stretch of a term is known only once its clause has been read; seen by all of its words, and
    by nothing else, another kind may be far likelier.

    Args:
        words: the words of the term with their classes.
        language: their language.
        kind: the kind that was read, which has the benefit of the doubt.
    """
    model = kind_model(language)
    if model is None:
        return None
    scores = _scores_of(words, range(len(words)), len(words), model)
    if model.best(scores) == kind:
        return None
    chances = model.chances(scores)
    chances.pop(NO_TERM, None)
    found = likeliest(chances)
    if kind not in chances or found == kind or chances[found] < DOUBT * chances[kind]:
        return None
    return found


def reading_of_kind(grammar: Grammar, clause: Clause, kind: str) -> Reading:
    """What makes a clause a term of a kind that is known: a rule of that kind, or the weights alone.

    Args:
        grammar: the statement with its small words.
        clause: a clause of it.
        kind: the kind.
    """
    by_rule = read_kind(grammar, clause, grammar.lexicon, only=kind)
    return by_rule or _reading(grammar, clause, kind)


def _row(grammar: Grammar, clause: Clause, model: LinearModel) -> list[Statement]:
    """The members of a row that are surely terms of different kinds; none where it is one term."""

    def kind_of(piece: Clause) -> str:
        chances = _chances(grammar, piece, model, whole=True)
        none = chances.pop(NO_TERM, 0.0)
        kind = likeliest(chances)
        sure = MEMBER if read_kind(grammar, piece, grammar.lexicon, bare=True, only=kind) else SURE
        return kind if chances[kind] >= sure and none < BACKGROUND else ""

    return [
        Statement(
            piece,
            read_kind(grammar, piece, grammar.lexicon, bare=True, only=kind)
            or _reading(grammar, piece, kind),
        )
        for piece, kind in pieces(grammar, clause, kind_of)
    ]


def _chances(
    grammar: Grammar, clause: Clause, model: LinearModel, *, whole: bool = False
) -> dict[str, float]:
    """How likely the kinds are by what a clause itself says; if `whole`, with what stands aside in it."""
    return model.chances(_scores(grammar, clause, model, whole=whole))


def _scores(
    grammar: Grammar, clause: Clause, model: LinearModel, *, whole: bool = False
) -> tuple[int, ...]:
    """What a clause itself speaks for, its relative and subordinate clauses left out."""
    places: Collection[int] = range(clause.first, clause.stop)
    if not whole:
        main = [at for at in places if not grammar.aside[at]]
        places = dict.fromkeys(main) if len(main) >= LEAST_WORDS else places
    return _scores_of(grammar.words, places, clause.stop, model)


def _scores_of(
    words: Words, places: Collection[int], stop: int, model: LinearModel
) -> tuple[int, ...]:
    """What the words at some places speak for, with the classes that end before a word."""
    classes = {
        tag.group
        for tag in words.tags
        if tag.first in places and tag.stop <= stop and tag.group[:5] != "party"
    }
    return clause_scores(model, [words.lower[at] for at in places], classes)


def _by_weights(
    grammar: Grammar, clause: Clause, model: LinearModel, *, bare: bool
) -> Reading | None:
    """The kind that the weights give a clause, where they are sure enough."""
    plain = [word for word in grammar.words.lower[clause.first : clause.stop] if word[0].isalpha()]
    if len(plain) < LEAST_WORDS:
        return None
    chances = _chances(grammar, clause, model, whole=True)
    none = chances.pop(NO_TERM, 0.0)
    kind = likeliest(chances)
    if none >= BACKGROUND or chances[kind] < (LIKELY if bare else SURE):
        return None
    return _reading(grammar, clause, kind)


def _reviewed(
    grammar: Grammar, clause: Clause, reading: Reading, model: LinearModel
) -> Reading | None:
    """A reading, or another where the weights are sure of that and think this one unlikely."""
    own = reading.rule.kind
    scores = _scores(grammar, clause, model)
    if model.best(scores) == own:
        return reading
    chances = model.chances(scores)
    chances.pop(NO_TERM, None)
    kind = likeliest(chances)
    strong = reading.rule.weight >= STRONG
    enough, at_most = (SURER, UNLIKELIER) if strong else (OVERRULES, UNLIKELY)
    if own not in chances or chances[kind] < enough or chances[own] > at_most:
        return reading  # weights know nothing of a kind that a caller has added
    return reading_of_kind(grammar, clause, kind)


def _reading(grammar: Grammar, clause: Clause, kind: str) -> Reading:
    """A reading without a rule of the table: the weights alone speak for its kind."""
    return Reading(
        rule=Rule(
            id=f"weights.{kind}",
            kind=kind,
            subkind=None,
            heads=frozenset(),
            objects=frozenset(),
            also=frozenset(),
            without=frozenset(),
            words=frozenset(),
            negated=False,
            affirmed=False,
            order="",
            phrase=False,
            direct=False,
            near=0,
            weight=0.0,
            example="",
            counter_example="",
        ),
        head=None,
        object=None,
        weight=0.0,
        negated=is_negated(grammar, clause),
    )
