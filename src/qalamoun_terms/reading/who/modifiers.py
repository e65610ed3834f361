"""What stands between a subject and its verb and only tells more of the subject.

"The faction active in the north", "the rebels who have been fighting to topple the regime", "the
army (and its allies), besieged since June,": phrases of place, participles, brackets and relative
clauses. A relative clause has one finite verb of its own; any other one ends what a subject may reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.tokens import Tokens

ATTRIBUTION = 6  # words of ", the minister said," at most
LONGEST = 40  # words that may tell more of a subject
SHORTEST_DOING = 4  # letters; "king" is no participle

_BREAKS = frozenset({";", ":", ".", '"', "“", "”", "?", "!"})
_PAUSES = frozenset({",", "-", "–", "—"})
_JOINTS = frozenset({"and", "or"})


def only_modifies(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the words between a noun and a verb do nothing but tell more of the noun.

    Args:
        tokens: the words of the text.
        first: the word after the noun.
        stop: the verb.
        lexicon: the words that may open such a phrase, and finite verbs.
    """
    if not first < stop <= first + LONGEST or not _opens(tokens.words, first, lexicon):
        return False
    rest = _without_brackets(range(first, stop), tokens.words)
    if rest is None:
        return False
    rest = _without_attribution(rest, tokens, lexicon)
    return _paused_rightly(rest, tokens) and _clauses_closed(rest, tokens, lexicon)


def shares_verbs(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the words from a subject's first verb up to "and" are all said of that subject.

    Args:
        tokens: the words of the text.
        first: the word after the subject.
        stop: the word after "and".
        lexicon: finite verbs.
    """
    words = tokens.words
    if not first + 1 < stop <= first + LONGEST or words[stop - 1] != "and":
        return False
    for at in range(first, stop):
        if (
            words[at] in _BREAKS
            or words[at] in lexicon.words("relative")
            or words[at] in lexicon.words("clause_ends")
        ):
            return False
        before = words[at - 1]
        follows = at == first or before in _JOINTS or before in lexicon.words("adverb")
        if is_finite(words[at], lexicon) and not (follows or is_finite(before, lexicon)):
            return False
    opening = words[first]
    verbal = opening.endswith("ed") or opening in lexicon.irregular or is_finite(opening, lexicon)
    return verbal or opening in lexicon.words("adverb")


def heads_clause(tokens: Tokens, at: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase stands where the subject of a clause does.

    Args:
        tokens: the words of the text.
        at: the first word of the noun phrase.
        first: the first word of its sentence.
        lexicon: the words after which a clause begins.
    """
    if at <= first:
        return True
    before = tokens.words[at - 1]
    told = ("clause_opener", "say", "weekday", "time_noun", "told_to")
    if any(before in lexicon.words(name) for name in told) or not before[0].isalnum():
        return True
    owner = tokens.words[at - 2]
    voiced = before in {"from", "by", "of"} and owner in lexicon.words("voicing_noun")
    return voiced or (before == "of" and owner in lexicon.words("part_of"))


def stands_inside(tokens: Tokens, at: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is surely no subject: after a preposition, or the object of a verb.

    Args:
        tokens: the words of the text.
        at: the first word of the noun phrase.
        first: the first word of its sentence.
        lexicon: the prepositions.
    """
    if at - 1 <= first or heads_clause(tokens, at, first, lexicon):
        return False
    before, words = tokens.words[at - 1], tokens.words
    doing = before.endswith(("ing", "ed")) and len(before) > SHORTEST_DOING
    done = doing or before in lexicon.irregular
    return done or words[at - 2] == "to" or before in lexicon.words("oblique")


def is_finite(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a finite verb wherever it stands.

    Args:
        word: the word.
        lexicon: finite verbs, and verbs of saying.
    """
    noun = word.endswith("ing") or word in lexicon.words("say_noun")
    said = word in lexicon.words("say") and not noun
    return said or word in lexicon.words("finite_verb")


def _opens(words: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word may begin what tells more of the noun before it."""
    word = words[at]
    if word in _PAUSES or word in lexicon.words("relative") or word == "(":
        return True
    if word == "to":
        return words[at + 1] in lexicon.words("actor_determiner")
    if word in lexicon.words("after_subject") or word in lexicon.words("post_modifier"):
        return True
    participle = word.endswith(("ing", "ed")) or word in lexicon.words("irregular_participle")
    return participle and len(word) > SHORTEST_DOING and not is_finite(word, lexicon)


def _without_brackets(places: range, words: Sequence[str]) -> list[int] | None:
    """The places outside brackets, None where a bracket stays open."""
    kept: list[int] = []
    depth = 0
    for at in places:
        depth += (words[at] in {"(", "["}) - (words[at] in {")", "]"})
        if depth < 0:
            return None
        if not depth and words[at] not in {")", "]"}:
            kept.append(at)
    return None if depth else kept


def _without_attribution(places: list[int], tokens: Tokens, lexicon: Lexicon) -> list[int]:
    """The places without ", he went on," in between."""
    words = tokens.words
    commas = [i for i, at in enumerate(places) if words[at] in _PAUSES]
    for low, high in pairwise(commas):
        said = [words[at] for at in places[low + 1 : high]]
        verb = bool(lexicon.words("say") & set(said)) or "went" in said
        if verb and len(said) <= ATTRIBUTION and said[0] not in lexicon.words("relative"):
            return places[:low] + places[high + 1 :]
    return places


def _paused_rightly(places: Sequence[int], tokens: Tokens) -> bool:
    """Whether a pause that opens is closed before the verb; the commas of a row of names are free."""
    pauses = [at for at in places if tokens.words[at] in _PAUSES]
    if not places or not pauses or pauses[-1] == places[-1]:
        return len(pauses) != 1
    return all(tokens.capital(at + 1) or tokens.words[at + 1] in _JOINTS for at in pauses)


def _clauses_closed(places: Sequence[int], tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether every finite verb belongs to a relative clause."""
    words, free, relative = tokens.words, 0, False
    for at in places:
        word = words[at]
        if word in _BREAKS or word in lexicon.words("clause_ends"):
            return False
        if word in lexicon.words("relative"):
            free += word in {"whom", "whose"} or _waits_for_verb(tokens, at + 1, lexicon)
            relative = True
        elif tokens.capital(at):
            continue  # a name, or the month of May
        elif is_finite(word, lexicon) and not _continues_verb(
            words, at, lexicon, relative=relative
        ):
            free -= 1
        if free < 0:
            return False
    return True


def _continues_verb(words: Sequence[str], at: int, lexicon: Lexicon, *, relative: bool) -> bool:
    """Whether a finite word goes on with the verb before it: "have been", "who came and have"."""
    before = words[at - 1]
    joined = relative and _JOINTS.intersection(words[at - 2 : at])
    return before == "to" or bool(joined) or is_finite(before, lexicon)


def _waits_for_verb(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether the verb of a relative clause is yet to come after its first word."""
    if at >= len(tokens):
        return False
    word = tokens.words[at]
    listed = ("actor_determiner", "adverb", "function_word", "modal_verb")
    plain = not any(word in lexicon.words(name) for name in listed) and not tokens.capital(at)
    return not plain or is_finite(word, lexicon)
