"""How the words of a lexicon change their form; each language brings its own rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

_VOWELS = frozenset("aeiou")
_DOUBLING = frozenset("bdgklmnprt")
_LINKS = frozenset({"of", "to", "in", "who", "for", "from", "without", "with", "by"})
_IRREGULAR_PLURALS = {
    "person": ("people", "persons"),
    "child": ("children",),
    "bus": ("buses",),
    "minibus": ("minibuses",),
    **{
        word: (word.removesuffix("man") + "men",)
        for word in ("man", "woman", "policeman", "militiaman", "gunman", "tribesman", "serviceman")
    },
}


@frozen
class VerbForms:
    """The forms of an English verb: its base and, apart, those in -s, in -ed (all pasts) and in -ing."""

    base: str
    third: tuple[str, ...]
    past: tuple[str, ...]
    ing: tuple[str, ...]
    participle: str = ""

    @property
    def participles(self) -> tuple[str, ...]:
        """The forms that may be participles: the last, where it differs from the past."""
        return (self.participle,) if self.participle else self.past

    def items(self) -> tuple[tuple[str, str], ...]:
        """Each form with its name.

        >>> verb_forms("free", {}).items()[0]
        ('free', 'base')
        """
        return (
            (self.base, "base"),
            *((form, "s") for form in self.third),
            *((form, "ed" if form in self.participles else "past") for form in self.past),
            *((form, "ing") for form in self.ing),
        )


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> VerbForms:
    """The forms of an English verb of one word.

    Args:
        verb: its base form.
        irregular: for each irregular verb its third person, past, participle and -ing form.

    >>> verb_forms("deny", {}).past
    ('denied',)
    >>> verb_forms("take", {"take": ("takes", "took", "taken", "taking")}).past
    ('took', 'taken')
    """
    if verb == "be":
        return VerbForms("be", ("is", "are"), ("was", "were", "been"), ("being",), "been")
    if verb in irregular:
        third, *past, ing = irregular[verb]
        return VerbForms(verb, (third,), tuple(dict.fromkeys(past)), (ing,), past[-1])
    third = _with_s(verb)
    if verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
        return VerbForms(verb, (third,), (verb + "d",), (stem + "ing",))
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return VerbForms(verb, (third,), (verb[:-1] + "ied",), (verb + "ing",))
    stems = _stems(verb)
    with_ed = tuple(f"{stem}ed" for stem in stems)
    with_ing = tuple(f"{stem}ing" for stem in stems)
    return VerbForms(verb, (third,), with_ed, with_ing)


def _stems(verb: str) -> tuple[str, ...]:
    """Before -ed and -ing: "stopp", and both "cancell" and "cancel"."""
    doubled = verb + verb[-1]
    if _doubles(verb):
        return (doubled,)
    two_spellings = verb[-1] == "l" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return (doubled, verb) if two_spellings else (verb,)


def _doubles(verb: str) -> bool:
    vowels = sum(letter in _VOWELS for letter in verb)
    short = len(verb) >= 3 and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return vowels == 1 and short and verb[-1] in _DOUBLING


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def spellings(word: str) -> tuple[str, ...]:
    """A word in British and in American spelling, where they differ by -ise and -ize.

    Args:
        word: the word in British spelling.

    >>> spellings("demobilisation")
    ('demobilisation', 'demobilization')
    """
    other = word
    for ending in ("is", "isation", "ise", "ised", "ises", "ising"):
        if len(word) > 7 and word.endswith(ending) and ending != "is":
            other = word[: -len(ending)] + ending.replace("is", "iz", 1)
    return (word,) if other == word else (word, other)


def noun_forms(noun: str) -> tuple[str, ...]:
    """The singular and the plural of an English noun, one word or several.

    Args:
        noun: its singular.

    >>> noun_forms("earth wall")
    ('earth wall', 'earth walls')
    >>> noun_forms("release of prisoners")
    ('release of prisoners', 'releases of prisoners')
    """
    words = noun.split()
    links = (i for i, word in enumerate(words) if i and word in _LINKS)
    place = next(links, len(words)) - 1
    head = words[place]
    plural = _plural(head)
    if head not in _IRREGULAR_PLURALS and head.endswith("s") and not head.endswith("ss"):
        return (noun,)
    return (noun, *(" ".join([*words[:place], form, *words[place:][1:]]) for form in plural))


def _plural(word: str) -> tuple[str, ...]:
    return _IRREGULAR_PLURALS.get(word, (_with_s(word),))


Verbs = Callable[[str, Mapping[str, Sequence[str]]], VerbForms]
"""How a language makes the forms of a verb."""
