"""What a few words are about: the kinds of term that they speak of, by the reader's own vocabulary.

The lexicon tells a kind from the company of its words (release and detainees, opening and a road). That is enough
to put a condition beside the articles on the same matter; it reads nothing into the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from qalamoun_terms.comparison.features import folded_words
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.load_terms import Rule, TermLexicon, term_lexicon

__all__ = ["alike", "kinds_spoken_of", "telling_words"]

_LEAST_LETTERS = 5
"""From so many letters on two words may be forms of one."""
_ENDING = 2
"""So many letters at their ends may then differ."""
_SMALL = (
    *("articles", "determiners", "possessives", "pronouns", "modals", "be", "have", "do"),
    *("negators", "prepositions", "relatives", "subordinators", "coordinators"),
)
"""The lists of the grammar whose words say nothing of what a text is about."""


def kinds_spoken_of(text: str) -> tuple[str, ...]:
    """Name the kinds of term that a text in English speaks of, where the vocabulary tells.

    Args:
        text: a few words, such as a condition.

    Returns:
        The kinds that its words tell best; none where they tell nothing.

    >>> kinds_spoken_of("the release of all prisoners"), kinds_spoken_of("a warm welcome")
    (('detainee_release',), ())
    """
    words = folded_words(text)
    found = frozenset(_classes(words))
    rules = [one for one in _lexicon().rules if _fits(one, found, words)]
    best = max((one.weight for one in rules), default=0.0)
    return tuple(sorted({one.kind for one in rules if one.weight == best}))


def telling_words(text: str) -> tuple[str, ...]:
    """List the words of a text that say what it is about, each once: no small words, no single letters.

    >>> telling_words("if the siege of the town is lifted")
    ('siege', 'town', 'lifted')
    """
    small = _small_words()
    words = dict.fromkeys(folded_words(text))
    return tuple(one for one in words if len(one) > 2 and one not in small)


def alike(one: str, other: str) -> bool:
    """Say whether two folded words are equal, or forms of one by their beginning.

    >>> alike("release", "released"), alike("road", "roads"), alike("army", "arms")
    (True, False, False)
    """
    short = min(len(one), len(other))
    if one == other:
        return True
    return short >= _LEAST_LETTERS and one[: short - _ENDING] == other[: short - _ENDING]


@cache
def _lexicon() -> TermLexicon:
    return term_lexicon(load("en"))


@cache
def _small_words() -> frozenset[str]:
    """The words that hold a clause together."""
    grammar = _lexicon().grammar
    return frozenset(word for name in _SMALL for word in grammar.get(name, ()))


def _classes(words: Sequence[str]) -> Iterator[str]:
    """Go through the classes of the words and phrases that stand in a text."""
    by_first = _lexicon().by_first
    for place, word in enumerate(words):
        begun = by_first.get(word)
        if begun is not None:
            after = words[place + 1] if place + 1 < len(words) else ""
            for wording in (*begun.by_second.get(after, ()), *begun.others):
                stop = place + len(wording.words)
                if tuple(words[place:stop]) == wording.words:
                    yield wording.group


def _fits(rule: Rule, found: frozenset[str], words: Sequence[str]) -> bool:
    """Tell whether the classes in a text are the company by which a rule knows its kind."""
    needed = (rule.heads, rule.objects, rule.also)
    return (
        bool(rule.heads)
        and not rule.negated
        and all(not one or one & found for one in needed)
        and not rule.without & found
        and (not rule.words or bool(rule.words.intersection(words)))
    )
