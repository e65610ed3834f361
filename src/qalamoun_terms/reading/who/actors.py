"""Who is spoken of: actors with their sides, as the words of a text name them.

An actor is a noun phrase around a noun of the lexicon ("the delegation of the regime"), a name that
ends or begins as the names of armed and political bodies do ("Forces of the Martyr Khalaf", "Jaysh
al-Wadi"), or a person with the body that the text says the person speaks for.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Hit
from qalamoun_terms.reading.text.frames import Block, Segment, Sentence, Span
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.aliases import (
    alias_hits,
    find_aliases,
)
from qalamoun_terms.reading.who.armies import with_armies
from qalamoun_terms.reading.who.bodies import named_bodies
from qalamoun_terms.reading.who.extents import phrase_end, phrase_start
from qalamoun_terms.reading.who.members import with_members
from qalamoun_terms.reading.who.modifiers import is_finite
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.principals import with_principals
from qalamoun_terms.reading.who.roles import actor_of
from qalamoun_terms.reading.who.sides import is_side

TOLD_WITHIN = 200_000  # words of a text that say which war it is about
OWNER = 4  # words between "the rebels'" and "main political body"


def find_actors(
    tokens: Tokens, sentences: Sequence[Sentence], blocks: Sequence[Segment], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """The actors that a text names, in the order of the text, with the sides its words give them.

    Args:
        tokens: the words of the text.
        sentences: its sentences.
        blocks: its blocks.
        lexicon: the nouns that name actors.
    """
    state_words = _state_words(tokens, lexicon)
    bounds = [
        tokens.bounds(sentence.span)
        for sentence in sentences
        if blocks[sentence.segment].kind is not Block.DATELINE
    ]
    found = [_in_sentence(tokens, *ends, lexicon, state_words) for ends in bounds]
    aliases = find_aliases(tokens, [actor for actors in found for actor in actors], lexicon)
    for index, ends in enumerate(bounds if aliases else ()):
        extra = alias_hits(tokens, *ends, aliases)
        if extra:
            found[index] = _in_sentence(tokens, *ends, lexicon, state_words, short_names=extra)
    named = with_members(tokens, [actor for actors in found for actor in actors], lexicon)
    settled = _settle(named, tokens, lexicon)
    return with_principals(tokens, with_armies(tokens, settled, lexicon), lexicon)


def _state_words(tokens: Tokens, lexicon: Lexicon) -> frozenset[str]:
    """Entries whose country is itself at war in this text, and so no mediator."""
    words = frozenset(tokens.words[:TOLD_WITHIN])
    return frozenset([id_ for id_, at_war in _wars(lexicon) if not at_war.isdisjoint(words)])


@functools.cache
def _wars(lexicon: Lexicon) -> tuple[tuple[str, frozenset[str]], ...]:
    """The entries of countries, each with the words of a text that show it at war."""
    told = [(entry.id, entry.word("state_with")) for entry in lexicon.entries["actors"]]
    return tuple((id_, frozenset(words.split())) for id_, words in told if words)


def _in_sentence(
    tokens: Tokens,
    first: int,
    stop: int,
    lexicon: Lexicon,
    state_words: frozenset[str],
    *,
    short_names: Sequence[Hit] = (),
) -> list[Actor]:
    """The actors of a sentence: words that tell a side, with all that their names reach to."""
    hits = _longest(
        [
            hit
            for hit in tokens.hits(lexicon.indexes["actors"], first, stop)
            if _is_printed_so(tokens, hit, stop, lexicon)
        ]
        + list(short_names)
    )
    chunks: list[Actor] = []
    covered = _covered(hits)
    starts = {hit.start: hit.end for hit in hits if not hit.entry.data.get("adjective")}
    taken = first
    for at, hit in enumerate(hits):
        if hit.start < taken:
            continue
        left = phrase_start(tokens, hit, taken, lexicon, covered)
        end = phrase_end(tokens, hit, stop, lexicon, starts)
        inside = [h for h in hits[at:] if h.start < end] + [h for h in hits[:at] if h.start >= left]
        taken = end
        described = all(h.entry.data.get("adjective") for h in inside)
        if (
            not described
            or _owns_a_paper(tokens, end, stop, lexicon)
            or _shares_noun(tokens, end, hits[at:])
        ):
            words = Span(left, end)
            chunks.append(actor_of(tokens, words, inside, lexicon, state_words))
    named = list(named_bodies(tokens, first, stop, chunks, lexicon))
    return _owners_joined(sorted(chunks + named, key=lambda a: a.first), tokens)


def _is_printed_so(tokens: Tokens, hit: Hit, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word is printed as a name where it must be, and no adjective where it may be one."""
    if hit.entry.data.get("capital") and not tokens.capital(hit.start):
        return False
    if hit.entry.data.get("owned"):
        return "'s" in tokens.words[max(0, hit.start - OWNER) : hit.start]
    if hit.entry.data.get("bare") and _is_introduced(tokens, hit, lexicon):
        return False
    if not hit.entry.data.get("alone") or hit.end >= stop:
        return True
    word = tokens.words[hit.end]
    plain = word in lexicon.any_of("function_word", "oblique", "adverb")
    past = word.endswith("ed") or word in lexicon.irregular
    verb = past or is_finite(word, lexicon) or word.removesuffix("s") in lexicon.verbs
    return plain or verb or not word[0].isalnum()


def _is_introduced(tokens: Tokens, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a name is given with other names or an office, which tell who it is: "its chief, X"."""
    at = hit.start - 1
    before = tokens.words[max(0, at - 5) : hit.start]
    named = at >= 0 and tokens.capital(at) and before[-1] not in lexicon.words("function_word")
    office = lexicon.any_of("person_noun", "person_title")
    apposed = before[-1:] in ([","], ["."]) and bool(office & set(before[-3:]))
    after = tokens.words[hit.end : hit.end + 1] == [","] and bool(
        office & set(tokens.words[hit.end : hit.end + 5])
    )
    return named or apposed or after or bool(office & set(before[-1:]))


def _owns_a_paper(tokens: Tokens, at: int, stop: int, lexicon: Lexicon) -> bool:
    """As in "a rebel demand", "a Russian proposal": an adjective alone says whose it is."""
    names = ("paper", "demand")
    return at < stop and any(tokens.words[at] in lexicon.words(name) for name in names)


def _shares_noun(tokens: Tokens, end: int, hits: Sequence[Hit]) -> bool:
    """As in "Russian and government forces": two adjectives of sides share one noun."""
    if list(tokens.words[end : end + 1]) != ["and"]:
        return False
    after = [hit for hit in hits if end < hit.start <= end + 2]
    return bool(after) and tokens.words[after[-1].end - 1].endswith("s")


def _owners_joined(actors: list[Actor], tokens: Tokens) -> list[Actor]:
    """A named body with the owner after "of" is one actor, on the owner's side."""
    joined: list[Actor] = []
    for actor in actors:
        last = joined[-1] if joined else None
        described = last and last.stop == actor.first and last.role == actor.role == "opposition"
        if last and described and last.stop - last.head == 1 and tokens.capital(actor.first):
            joined[-1] = evolve(actor, first=last.first)  # "the rebel Liberation Tigers"
            continue
        linked = last and last.weak and tokens.words[last.stop : actor.first] == ["of"]
        if last and linked and is_side(actor.role) and not actor.metonym:
            name = tokens.text_of(last.head, actor.stop) if last.person else last.name
            joined[-1] = evolve(
                last, stop=actor.stop, role=actor.role, weak=actor.weak, name=name, noun=actor.noun
            )
            continue
        joined.append(actor)
    return joined


def _covered(hits: Sequence[Hit]) -> set[int]:
    return {index for hit in hits for index in range(hit.start, hit.end)}


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of hits that overlap, the one that begins first and reaches furthest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end > kept[-1].end and hit.end - hit.start >= kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept


def _settle(found: list[Actor], tokens: Tokens, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Gives an actor that is named by a bare noun the side of the fuller phrase before it."""
    known: dict[str, str] = {}
    settled: list[Actor] = []
    last = ""
    for named in found:
        actor = named
        if named.weak and named.definite and named.noun in known:
            actor = evolve(named, role=known[named.noun], weak=False)
        elif (
            named.weak and not named.role and tokens.words[named.first] in lexicon.words("owned_by")
        ):
            actor = evolve(named, role=last)
        elif actor.role and actor.role != "both" and not actor.weak:
            known[actor.noun] = known[tokens.words[actor.head]] = actor.role
        if actor.role and actor.role != "both" and not actor.metonym:
            last = actor.role
        settled.append(actor)
    return tuple(settled)
