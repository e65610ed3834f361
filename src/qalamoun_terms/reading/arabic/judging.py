"""What learnt weights say of the kind of an Arabic statement, where the table of kinds is silent or unsure.

Words are seen by their consonants, since the noun of doing and the forms of its verb share them.
"""

from __future__ import annotations

import functools
from itertools import pairwise

from qalamoun_terms.lexicon.kind_model import NO_TERM
from qalamoun_terms.lexicon.phrases import Entry
from qalamoun_terms.lexicon.weights import LinearModel, likeliest, linear_model
from qalamoun_terms.reading.arabic.kinds import Reading
from qalamoun_terms.reading.arabic.words import Page

WEIGHTS = "weights"
"""The first part of the name of a reading by weights."""

LIKELY = 0.3  # probability from which what stands in content is a term of a kind
BACKGROUND = 0.5  # probability of being no term from which words are none
OVERRULES, UNLIKELY = 0.7, 0.08  # of another kind and of the rule's own, to overrule a rule
LEAST_WORDS = 2  # words of a statement that is judged by its words alone
LONGEST = 40  # words of a statement that are looked at
_BEGINNING = 4
_WEAK = frozenset("اويه")


def features(page: Page, first: int, stop: int) -> frozenset[str]:
    """The features of words that may state a term: their consonants, beginnings and classes.

    Args:
        page: the text.
        first: the first word.
        stop: the word after the last.
    """
    places = [at for at in range(first, min(stop, first + LONGEST)) if page.word(at)[:1].isalnum()]
    found: set[str] = set()
    for at in places:
        found |= {f"g:{use.form.entry.id}" for use in page.uses(at, "objects")}
        found |= {f"h:{use.form.entry.id}" for use in page.uses(at, "terms")}
        found |= {f"d:{page.word(at)}"} if page.is_a(at, "ban") else set()
    plain = [at for at in places if not page.is_exactly(at, "small")]
    roots = [consonants(page.word(at)) for at in plain]
    found |= {f"r:{root}" for root in roots}
    found |= {f"s:{beginning(page.word(at))}" for at in plain}
    found |= {f"b:{one} {other}" for one, other in pairwise(roots)}
    found |= {f"o:{root}" for root in roots[:1]}
    return frozenset(found)


@functools.lru_cache(maxsize=4096)
def consonants(word: str) -> str:
    """The consonants of a word without its small words and weak letters; numbers are alike.

    Args:
        word: the word in the folded spelling.

    >>> consonants("ينسحب"), consonants("وانسحاب"), consonants("40")
    ('نسحب', 'نسحب', '0')
    """
    if word[0].isdigit():
        return "0"
    core = beginning_of(word)
    if len(core) > _BEGINNING - 1 and core[0] in "يتن":
        core = core[1:]
    return "".join(letter for letter in core if letter not in _WEAK) or core


def beginning_of(word: str) -> str:
    """A word without the small words before it.

    Args:
        word: the word in the folded spelling.

    >>> beginning_of("والسلاح"), beginning_of("بتسليم"), beginning_of("وقف")
    ('سلاح', 'تسليم', 'وقف')
    """
    for before in ("وبال", "وال", "فال", "بال", "ولل", "ال", "لل", "وب", "ول", "و", "ف", "ب", "ل"):
        if word.startswith(before) and len(word) - len(before) >= _BEGINNING - (len(before) > 1):
            return word[len(before) :]
    return word


@functools.lru_cache(maxsize=4096)
def beginning(word: str) -> str:
    """The first letters of a word without its small words; numbers are alike.

    Args:
        word: the word in the folded spelling.

    >>> beginning("المقاتلين"), beginning("15")
    ('مقات', '0')
    """
    return "0" if word[0].isdigit() else beginning_of(word)[:_BEGINNING]


def no_term(page: Page, first: int, stop: int) -> float:
    """How likely words are no term at all, by themselves.

    Args:
        page: the text.
        first: the first word.
        stop: the word after the last.
    """
    model = _model()
    return model.probabilities(features(page, first, stop))[NO_TERM] if model else 0.0


def by_weights(page: Page, first: int, stop: int) -> Reading | None:
    """The kind of a statement that no rule reads, where it is likely one.

    Args:
        page: the text.
        first: the first word.
        stop: the word after the last.
    """
    model = _model()
    words = [at for at in range(first, stop) if page.word(at)[:1].isalpha()]
    if model is None or len(words) < LEAST_WORDS:
        return None
    chances = model.probabilities(features(page, first, stop))
    no_term = chances.pop(NO_TERM, 0.0)
    kind = likeliest(chances)
    if no_term >= BACKGROUND or chances[kind] < LIKELY:
        return None
    return _reading(kind, words[0])


def reviewed(page: Page, reading: Reading, first: int, stop: int) -> Reading:
    """The reading of a rule, or another where the weights find that one very unlikely.

    Args:
        page: the text.
        reading: the reading by the table of kinds.
        first: the first word of the statement.
        stop: the word after its last.
    """
    model = _model()
    if model is None:
        return reading
    chances = model.probabilities(features(page, first, stop))
    chances.pop(NO_TERM, None)
    kind, own = likeliest(chances), reading.rule.word("kind")
    if own not in chances or chances[kind] < OVERRULES or chances[own] > UNLIKELY:
        return reading  # weights know nothing of a kind that a caller has added
    return Reading(_rule(kind), reading.head, reading.object)


def _reading(kind: str, at: int) -> Reading:
    return Reading(_rule(kind), at, -1)


@functools.cache
def _rule(kind: str) -> Entry:
    name = f"{WEIGHTS}.{kind}"
    return Entry(id=name, phrases=(), example="", counter_example="", data={"kind": kind})


def _model() -> LinearModel | None:
    return linear_model("ar", "kind_model")
