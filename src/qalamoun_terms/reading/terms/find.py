"""Finds the statements of terms in a stretch of text: the exact words, the kind and the fields.

A term is read as a frame: what is done (a head) to what (an object) gives the kind, by a table of the
lexicon; the clause around it gives the exact stretch; its other words give the fields. Whether the
text puts a statement forward as part of a deal is for the caller to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.load_terms import TermLexicon, term_lexicon
from qalamoun_terms.model.terms import KINDS, Other, Term
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.terms.aside import grammar_of
from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.fields import FIELDS, Found, read_fields
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.heads import find_heads
from qalamoun_terms.reading.terms.judging import guessed, judged, likelier_kind, reading_of_kind
from qalamoun_terms.reading.terms.kinds import Reading, is_negated, may_state
from qalamoun_terms.reading.terms.limits import LimitReader
from qalamoun_terms.reading.terms.quantities import (
    NumberWords,
    TimeSpan,
    find_durations,
    number_words,
)
from qalamoun_terms.reading.terms.scanning import tagged
from qalamoun_terms.reading.terms.statements import Statement, read_clauses, read_statements
from qalamoun_terms.reading.terms.trim import trimmed
from qalamoun_terms.reading.terms.words import Words, plain_words
from qalamoun_terms.reading.text.frames import Mention, Span, TermMention

_LONGEST = 300
"""No sentence has more words; what is longer is no sentence and is read in pieces."""


@frozen(eq=False)
class _Context:
    """What reading the fields of a term needs besides its words."""

    vocabulary: TermLexicon
    lexicon: Lexicon
    numbers: NumberWords
    published: Date | None


@frozen(eq=False)
class Portion:
    """The words of a stretch with their classes, and what is read in them when it is asked for."""

    words: Words
    context: _Context

    @cached_property
    def grammar(self) -> Grammar:
        """The words with the small words of their language."""
        return grammar_of(self.words, self.context.vocabulary)

    @cached_property
    def clauses(self) -> tuple[Statement, ...]:
        """The clauses, with the kinds that rules read in them."""
        return read_clauses(self.grammar, self.context.vocabulary)

    @cached_property
    def durations(self) -> tuple[TimeSpan, ...]:
        """The lengths of time that the words name."""
        return find_durations(self.words, self.context.numbers)


@frozen(eq=False, kw_only=True)
class Stated:
    """A statement of a term of which the words and the kind are known, and the fields yet to be read.

    Most statements that are looked at are no terms of what is negotiated, and need no fields.
    """

    span: Span
    _clause: Clause
    _reading: Reading
    _portion: Portion

    @property
    def kind(self) -> str:
        """The kind of the term."""
        return self._reading.rule.kind

    @property
    def rule(self) -> str:
        """The entry of the lexicon that read it."""
        return self._reading.rule.id

    @cached_property
    def mention(self) -> TermMention:
        """The statement with its term."""
        grammar, context = self._portion.grammar, self._portion.context
        reader = LimitReader(
            grammar=grammar,
            clause=self._clause,
            lexicon=context.lexicon,
            numbers=context.numbers,
            published=context.published,
            durations=self._portion.durations,
        )
        found = read_fields(reader, self._reading, context.vocabulary)
        cue = self._reading.head or self._reading.object
        return TermMention(
            span=self.span,
            term=_term(grammar, self._clause, self._reading, found),
            evidence=found.evidence,
            rule=self.rule,
            cue=grammar.words.span(cue.first, cue.stop) if cue else self.span,
        )


def find_terms(
    text: str,
    scope: Span,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    published: Date | None = None,
    *,
    bare: bool = False,
) -> tuple[TermMention, ...]:
    """The terms that a stretch of text states, in the order of the text.

    Args:
        text: the whole text.
        scope: a sentence, an item of a list or a part of them that speaks of negotiated content.
        mentions: the parties, places and persons found in the text, in its order.
        lexicon: the lexicon of its language.
        published: the date of the text, for relative dates in deadlines.
        bare: also take a noun phrase without a verb or noun of doing, as items of lists have them
            ("two roads"); to be set only where the scope is surely content.

    >>> from qalamoun_terms.lexicon.load import load
    >>> text = "The gunmen hand over their rifles, and the captives are set free."
    >>> [
    ...     (m.term.kind, m.span.text(text))
    ...     for m in find_terms(text, Span(0, len(text)), (), load("en"))
    ... ]
    [('weapons_handover', 'The gunmen hand over their rifles'), ('detainee_release', 'the captives are set free')]
    """
    portions = portions_of(text, scope, mentions, lexicon, published)
    return tuple(one.mention for one in stated_in(portions, bare=bare))


def portions_of(
    text: str,
    scope: Span,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    published: Date | None = None,
) -> tuple[Portion, ...]:
    """A stretch of text, ready for what it states to be found in it, surely content or not.

    Args:
        text: the whole text.
        scope: the stretch.
        mentions: the parties, places and persons found in the text, in its order.
        lexicon: the lexicon of its language.
        published: the date of the text, for relative dates in deadlines.
    """
    context = _Context(term_lexicon(lexicon), lexicon, number_words(lexicon), published)
    return tuple(
        Portion(tagged(words, context.vocabulary, mentions), context)
        for words in _pieces(plain_words(text, scope))
    )


def stated_in(portions: Sequence[Portion], *, bare: bool = False) -> tuple[Stated, ...]:
    """The statements of terms in a stretch, as `find_terms` finds them, without their fields.

    Args:
        portions: the stretch.
        bare: also take a noun phrase without a verb or noun of doing.

    >>> from qalamoun_terms.lexicon.load import load
    >>> portions = portions_of("The captives are set free.", Span(0, 26), (), load("en"))
    >>> [one.kind for one in stated_in(portions)]
    ['detainee_release']
    """
    return tuple(stated for portion in portions for stated in _statements(portion, bare=bare))


def _pieces(words: Words) -> Iterator[Words]:
    """A scope as it is, or, where it is far too long for a sentence, in pieces of bounded length."""
    if 0 < len(words) <= _LONGEST:
        yield words
        return
    first = 0
    while first < len(words):
        stop = min(first + _LONGEST, len(words))
        if stop < len(words):
            places = range(stop, first + _LONGEST // 2, -1)
            stop = next((at for at in places if words.lower[at - 1] in (".", ";")), stop)
        yield words.part(first, stop)
        first = stop


def _statements(portion: Portion, *, bare: bool) -> Iterator[Stated]:
    """The statements of a portion that a kind was found for."""
    vocabulary = portion.context.vocabulary
    if not bare and not may_state(portion.words, vocabulary, bare=bare):
        return
    found = read_statements(portion.grammar, portion.clauses, vocabulary, bare=bare)
    for statement in judged(portion.grammar, found, bare=bare):
        stated = _stated(portion, statement)
        if stated is not None:
            yield stated


def other_term(text: str, span: Span, lexicon: Lexicon | None = None) -> TermMention:
    """An item that a text lists as a term but that no reading finds: kept with its words.

    That it is a term is sure, so its kind is what the learnt weights hold likeliest, if they do.

    Args:
        text: the whole text.
        span: the words of the item.
        lexicon: the lexicon of its language; without it the kind is `other`.

    >>> other_term("The bell is rung at noon.", Span(0, 24)).term.kind
    'other'
    """
    likely = _likeliest(text, span, lexicon) if lexicon is not None else None
    if likely is not None:
        return likely
    words = " ".join(span.text(text).split())
    return TermMention(span=span, term=Other(text=words), rule="other.item", cue=span)


def talks_term(span: Span) -> TermMention:
    """Talks themselves as a term: what somebody offers, accepts or refuses.

    Args:
        span: the words that name the talks.

    >>> talks_term(Span(0, 5)).term.kind
    'political_process'
    """
    term = KINDS["political_process"](subkind="talks")
    return TermMention(span=span, term=term, rule="politics.talks_alone", cue=span)


def with_kind_settled(mention: TermMention, portion: Portion) -> TermMention:
    """A term as it was read, or of the kind that all of its words make far likelier.

    Args:
        mention: the term.
        portion: its words.
    """
    kind = likelier_kind(portion.words, portion.context.vocabulary.language, mention.term.kind)
    if kind is None:
        return mention
    clause = Clause(0, len(portion.words), find_heads(portion.grammar))
    reading = reading_of_kind(portion.grammar, clause, kind)
    return Stated(span=mention.span, clause=clause, reading=reading, portion=portion).mention


def _likeliest(text: str, span: Span, lexicon: Lexicon) -> TermMention | None:
    """A stretch as one term of the kind that the weights hold likeliest, or None."""
    context = _Context(term_lexicon(lexicon), lexicon, number_words(lexicon), None)
    words = tagged(plain_words(text, span), context.vocabulary, ())
    if not 0 < len(words) <= _LONGEST:
        return None
    portion = Portion(words, context)
    statement = guessed(portion.grammar)
    stated = None if statement is None else _stated(portion, statement)
    return None if stated is None else stated.mention


def _stated(portion: Portion, statement: Statement) -> Stated | None:
    """A statement with just the words that state it, None where none are left."""
    grammar, reading = portion.grammar, statement.reading
    if reading is None:
        return None
    clause = trimmed(grammar, statement.clause, reading.head or reading.object)
    if clause.stop <= clause.first:
        return None
    span = grammar.words.span(clause.first, clause.stop)
    return Stated(span=span, clause=clause, reading=reading, portion=portion)


def _term(grammar: Grammar, clause: Clause, reading: Reading, found: Found) -> Term:
    cls = KINDS[reading.rule.kind]
    values: dict[str, Any] = dict(found.values)
    if "text" in FIELDS[reading.rule.kind]:
        values["text"] = grammar.words.printed(clause.first, clause.stop)
    if reading.rule.subkind in cls.SUBKINDS:
        values["subkind"] = reading.rule.subkind
    return cls(negated=is_negated(grammar, clause), **values)
