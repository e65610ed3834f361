"""What the learnt weights say of a clause's kind, where the table of rules is silent or unsure.

The rules come first, for they say why and give the fields. The weights have seen more wordings: they
name the kind of a clause that no rule fits, and overrule a rule that they find very unlikely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from qalamoun_terms.lexicon.kind_model import NO_TERM, clause_features, kind_model
from qalamoun_terms.lexicon.load_terms import Rule
from qalamoun_terms.lexicon.weights import LinearModel, likeliest
from qalamoun_terms.reading.clauses import Clause
from qalamoun_terms.reading.grammar import Grammar
from qalamoun_terms.reading.kinds import Reading, is_negated, read_kind
from qalamoun_terms.reading.statements import Statement

LEAST_WORDS = 3  # words of a clause that is judged by its words alone
SURE = 0.6  # probability from which a clause is a term though nothing says that it is content
LIKELY = 0.4  # the same where the stretch is surely content
BACKGROUND = 0.5  # probability of being no term from which a clause is none
OVERRULES, UNLIKELY = 0.7, 0.08  # of another kind and of the rule's own, to overrule a rule


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
            yield evolve(statement, reading=found)


def _features(grammar: Grammar, clause: Clause, *, whole: bool = False) -> frozenset[str]:
    """The features of what a clause itself says, its relative and subordinate clauses left out."""
    words = grammar.words
    main = [at for at in range(clause.first, clause.stop) if not grammar.aside[at]]
    places = frozenset(
        main if len(main) >= LEAST_WORDS and not whole else range(clause.first, clause.stop)
    )
    classes = {
        tag.group
        for tag in words.tags
        if tag.first in places and tag.stop <= clause.stop and tag.group[:5] != "party"
    }
    return clause_features([words.lower[at] for at in sorted(places)], classes)


def _by_weights(
    grammar: Grammar, clause: Clause, model: LinearModel, *, bare: bool
) -> Reading | None:
    if sum(word[0].isalpha() for word in grammar.words.lower[clause.first : clause.stop]) < (
        LEAST_WORDS
    ):
        return None
    chances = model.probabilities(_features(grammar, clause, whole=True))
    no_term = chances.pop(NO_TERM, 0.0)
    kind = likeliest(chances)
    if no_term >= BACKGROUND or chances[kind] < (LIKELY if bare else SURE):
        return None
    return _reading(grammar, clause, kind)


def _reviewed(
    grammar: Grammar, clause: Clause, reading: Reading, model: LinearModel
) -> Reading | None:
    chances = model.probabilities(_features(grammar, clause))
    chances.pop(NO_TERM, None)
    kind = likeliest(chances)
    own = reading.rule.kind
    if kind == own or chances[kind] < OVERRULES or chances.get(own, 0.0) > UNLIKELY:
        return reading
    return read_kind(grammar, clause, grammar.lexicon, only=kind) or _reading(grammar, clause, kind)


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
