"""What is done in a sentence: verbs of proposing, agreeing, refusing, with who does it to what."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Entry, Hit
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.doers import Doer

ADVERBS = 2  # words of "not" and the like after "said it would"
NEGATION_REACH = 4

PUTTING = frozenset({"propose", "demand"})
"""Acts that put something forward."""

TELLING = PUTTING | {"stance"}
"""Acts of one party: what it puts forward, and how it answers."""

DEALING = TELLING | {"deal"}
"""The acts of one party, and those of several who come to terms."""


@frozen(kw_only=True)
class Act:
    """Words of the lexicon that state an act: words `start` up to `end`, until `limit` its object."""

    entry: Entry
    start: int
    end: int
    limit: int
    negated: bool = False
    modal: str = ""
    hypothetical: bool = False
    act: str = field(init=False, eq=False)
    stance: str = field(init=False, eq=False)

    @act.default
    def _sort(self) -> str:
        """The sort of act: the lexicon's word, or "stance" for the table of stances."""
        return self.entry.word("act") or "stance"

    @stance.default
    def _stated(self) -> str:
        """The stance that the words state, "" where they state none."""
        return self.entry.word("stance")

    def up_to(self, limit: int) -> Act:
        """The act with its object ending at a word.

        Args:
            limit: the word after the object.
        """
        return self if limit == self.limit else evolve(self, limit=limit)


@frozen
class Refused:
    """An act of somebody that found no package or term to be about."""

    act: Act
    doers: tuple[Doer, ...]


def find_acts(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> tuple[Act, ...]:
    """All that the words of a sentence may state as acts, in their order, the longer first.

    Args:
        tokens: the words of the text.
        first: the first word of the sentence.
        stop: the word after its last.
        lexicon: the words of acts.
    """
    hits = [
        (hit, table)
        for table in ("stances", "proposals")
        for hit in tokens.hits(lexicon.indexes[table], first, stop)
    ]
    return tuple(
        _act(tokens, hit, first, stop, lexicon)
        for hit, _ in sorted(hits, key=lambda h: (h[0].start, -h[0].end, h[1] != "stances"))
    )


def longest(acts: Sequence[Act]) -> list[Act]:
    """Of acts that overlap, the one that begins first and reaches furthest.

    Args:
        acts: acts in the order of the text.
    """
    kept: list[Act] = []
    for act in acts:
        if kept and _announces(kept[-1], act):
            kept[-1] = _announced(kept[-1], act)
        elif not kept or act.start >= kept[-1].end:
            kept.append(act)
        elif act.negated and kept[-1].stance == "rejected" and not kept[-1].negated:
            continue  # "have not agreed to any truce": the first words hold the "not"
        elif act.end > kept[-1].end and act.start > kept[-1].start:
            longer = act.end - act.start > kept[-1].end - kept[-1].start
            kept[-1] = act if longer or _weak(kept[-1]) else kept[-1]
    return kept


def _announced(said: Act, act: Act) -> Act:
    """The act that a party announces, with the subject of what it said: "it would", "vowed to"."""
    if act.start < said.end:
        return act
    return evolve(act, start=said.end - 1 if said.entry.data.get("own") else said.start, modal="")


def _announces(said: Act, act: Act) -> bool:
    """Whether an act is what a party "said it would" do: then its own verb tells what it is."""
    agreed = said.act == "deal" or said.stance == "accepted"
    answers = act.modal == "to" and act.stance in {"accepted", "rejected"}
    if agreed and answers and act.start == said.end:
        return True
    own = bool(said.entry.data.get("own")) and act.act in DEALING
    return own and not act.entry.data.get("own") and act.start - said.end <= ADVERBS


def _weak(act: Act) -> bool:
    return act.act in {"define", "opens"}


def _act(tokens: Tokens, hit: Hit, first: int, stop: int, lexicon: Lexicon) -> Act:
    """An act with what the words before it make of it: denied, only possible, only supposed."""
    before = tokens.words[max(first, hit.start - NEGATION_REACH) : hit.start]
    near = _after_break(before, lexicon)
    future = lexicon.words("future")
    modal = next((w for w in reversed(near) if w in future and w != "to"), "")
    modal = "" if modal == "may" and _is_month(tokens, first, hit.start) else modal
    modal = "to" if near[-1:] == ["to"] else modal
    clause = _after_break(tokens.words[max(first, hit.start - 10) : hit.start], lexicon)
    return Act(
        entry=hit.entry,
        start=hit.start,
        end=hit.end,
        limit=stop,
        negated=not lexicon.words("negator").isdisjoint(near)
        or not lexicon.words("nobody").isdisjoint(clause[:1]),
        modal=modal,
        hypothetical=_is_supposed(clause, lexicon)
        or _is_inverted(tokens, first, hit.start, lexicon),
    )


def _is_supposed(clause: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words before an act only suppose it; "until then" tells of what was."""
    supposing = lexicon.words("supposing_before")
    if supposing.isdisjoint(clause):
        return False
    then = {at for at, word in enumerate(clause) if word in lexicon.words("after_until")}
    return any(
        word in supposing and not (word == "until" and at + 1 in then)
        for at, word in enumerate(clause)
    )


def _is_inverted(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a sentence opens as "Had the rebels accepted ..." and "Should they refuse ..." do."""
    if first >= stop or tokens.words[first] not in lexicon.words("inverted_opening"):
        return False
    return lexicon.words("act_break").isdisjoint(tokens.words[first:stop])


def _is_month(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the "may" before a verb is a date's: "On 4 May the parties agreed"."""
    found = [
        at for at in range(max(first, stop - NEGATION_REACH), stop) if tokens.words[at] == "may"
    ]
    return bool(found) and all(tokens.capital(at) and at > first for at in found)


def _after_break(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The words after the last mark that parts clauses."""
    breaks = lexicon.words("act_break")
    if breaks.isdisjoint(words):
        return list(words)
    last = max((at for at, word in enumerate(words) if word in breaks), default=-1)
    return list(words[last + 1 :])
