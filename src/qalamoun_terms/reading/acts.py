"""What is done in a sentence: verbs of proposing, agreeing, refusing, with who does it to what."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Entry, Hit
from qalamoun_terms.reading.tokens import Tokens

NEGATION_REACH = 4


@frozen(kw_only=True)
class Act:
    """Words of the lexicon that state an act: words `start` up to `end`, until `limit` its object."""

    entry: Entry
    table: str
    start: int
    end: int
    limit: int
    negated: bool = False
    modal: str = ""
    hypothetical: bool = False

    @property
    def act(self) -> str:
        """The sort of act: the lexicon's word, or "stance" for the table of stances."""
        return self.entry.word("act") or "stance"

    @property
    def stance(self) -> str:
        """The stance that the words state, "" where they state none."""
        return self.entry.word("stance")


def find_acts(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> tuple[Act, ...]:
    """The acts that the words of a sentence state, in their order; of two that overlap, the longer.

    Args:
        tokens: the words of the text.
        first: the first word of the sentence.
        stop: the word after its last.
        lexicon: the words of acts.
    """
    hits = [
        (hit, table)
        for table in ("stances", "proposals")
        for hit in lexicon.indexes[table].find(tokens.words, first, stop)
    ]
    kept = _longest(hits)
    acts: list[Act] = []
    for at, (hit, table) in enumerate(kept):
        after = kept[at + 1][0].start if at + 1 < len(kept) else stop
        acts.append(_act(tokens, hit, table, first, after, stop, lexicon))
    return tuple(acts)


def _longest(hits: list[tuple[Hit, str]]) -> list[tuple[Hit, str]]:
    kept: list[tuple[Hit, str]] = []
    ranked = sorted(hits, key=lambda h: (h[0].start, -h[0].end, h[1] != "stances"))
    for hit, table in ranked:
        if not kept or hit.start >= kept[-1][0].end:
            kept.append((hit, table))
        elif hit.end > kept[-1][0].end and hit.start > kept[-1][0].start and _weak(kept[-1][0]):
            kept[-1] = (hit, table)
    return kept


def _weak(hit: Hit) -> bool:
    return hit.entry.word("act") in {"under", "define", "opens"}


def _act(
    tokens: Tokens, hit: Hit, table: str, first: int, after: int, stop: int, lexicon: Lexicon
) -> Act:
    before = tokens.words[max(first, hit.start - NEGATION_REACH) : hit.start]
    near = _after_break(before)
    modal = next((w for w in reversed(near) if w in lexicon.words("future")), "")
    clause = _after_break(tokens.words[max(first, hit.start - 10) : hit.start])
    return Act(
        entry=hit.entry,
        table=table,
        start=hit.start,
        end=hit.end,
        limit=_limit(tokens, hit.end, after, stop),
        negated=bool(set(near) & lexicon.words("negator")),
        modal=modal,
        hypothetical=bool(set(clause) & {"if", "whether", "unless", "until", "once", "lest"}),
    )


def _after_break(words: Sequence[str]) -> list[str]:
    """The words after the last mark that parts clauses."""
    kept: list[str] = []
    for word in words:
        kept = [] if word in _BREAKS else [*kept, word]
    return kept


_BREAKS = frozenset({",", ";", ":", ".", '"', "“", "”", "but", "and", "that"})


def _limit(tokens: Tokens, at: int, after: int, stop: int) -> int:
    """Where the object of an act ends: the next act, a semicolon, or a turn of the sentence."""
    for index in range(at, stop):
        word = tokens.words[index]
        if index >= after and index > at:
            return after
        if word == ";" or (word in _TURNS and index > at):
            return index
        if word in {'"', "”"} and index > at + 1 and tokens.words[index - 1] in {",", "."}:
            return index
    return stop


_TURNS = frozenset({"but", "although", "though", "whereas", "because", "since", "while", "noting"})
