"""Makes the forms of a lexicon's entries: the rows of words by which they are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from qalamoun_terms.lexicon.inflect import noun_forms, spellings, verb_forms

_PREFIXES = frozenset({"re", "de"})


@frozen
class Wording:
    """One form of an entry: a row of words, the class it belongs to and what part it can play.

    `part` is "verb", "noun" (of doing), "adjective" or "thing"; `form` tells the verb form; `gap` is
    the number of words after which others may stand between ("hand ... over"), or 0; `sort` is the
    class with the part.
    """

    words: tuple[str, ...]
    group: str
    part: str
    form: str = ""
    gap: int = 0
    sort: tuple[str, str] = field(init=False, repr=False, eq=False)
    short: bool = field(init=False, repr=False, eq=False)

    @sort.default
    def _class_and_part(self) -> tuple[str, str]:
        return self.group, self.part

    @short.default
    def _is_short(self) -> bool:
        """Whether the first word, or that and the one that must follow it, are all of it."""
        return len(self.words) == 1 or (len(self.words) < 3 and self.gap != 1)


@frozen
class Wordings:
    """The wordings that begin with one word, by the word after it; `others` do not ask for one."""

    by_second: Mapping[str, tuple[Wording, ...]]
    others: tuple[Wording, ...]


def text_of(row: Mapping[str, object], key: str) -> str:
    """What a row of a table has under a key, as text; "" where it has nothing.

    Args:
        row: a row of a lexicon's table.
        key: the key.

    >>> text_of({"weight": 3}, "weight")
    '3'
    """
    return str(row.get(key, ""))


def list_of(row: Mapping[str, object], key: str) -> list[str]:
    """The words that a row of a table lists under a key.

    Args:
        row: a row of a lexicon's table.
        key: the key.

    >>> list_of({"words": ["road"]}, "words")
    ['road']
    """
    value = row.get(key, [])
    return [str(item) for item in value] if isinstance(value, list) else []


def head_wordings(
    row: Mapping[str, object], irregular: Mapping[str, Sequence[str]]
) -> Iterator[Wording]:
    """All forms of the verbs, nouns and adjectives of a class of heads.

    Args:
        row: the class, with its words.
        irregular: the forms of irregular verbs.

    >>> [w.words for w in head_wordings({"id": "stop", "nouns": ["halt"]}, {})]
    [('halt',), ('halts',)]
    """
    group = text_of(row, "id")
    for verb in list_of(row, "verbs"):
        yield from _verb_wordings(verb, group, irregular)
    for noun in list_of(row, "nouns"):
        for form in noun_forms(noun):
            for spelling in _all_spellings(form):
                yield Wording(tuple(spelling.split()), group, "noun")
    for adjective in list_of(row, "adjectives"):
        yield Wording(tuple(adjective.split()), group, "adjective")


def _verb_wordings(
    verb: str, group: str, irregular: Mapping[str, Sequence[str]]
) -> Iterator[Wording]:
    first, *rest = verb.split()
    prefix: tuple[str, ...] = ()
    if first in _PREFIXES:
        prefix, (first, *rest) = (first,), rest
    gap = rest.index("_") + 1 if "_" in rest else 0
    tail = tuple(word for word in rest if word != "_")
    for form, name in verb_forms(first, irregular).items():
        for spelling in spellings(form):
            yield Wording((*prefix, spelling, *tail), group, "verb", name, gap)


def _all_spellings(phrase: str) -> set[str]:
    found = [""]
    for word in phrase.split():
        found = [f"{start} {form}".strip() for start in found for form in spellings(word)]
    return set(found)


def thing_wordings(row: Mapping[str, object], group: str) -> Iterator[Wording]:
    """All forms of the words of a class of things.

    Args:
        row: the class, with its words.
        group: the name of the class.

    >>> [w.words for w in thing_wordings({"words": ["earth wall", "draft!"]}, "thing")]
    [('earth', 'wall'), ('earth', 'walls'), ('draft',)]
    """
    for thing in list_of(row, "words"):
        for form in _thing_forms(thing):
            for spelling in sorted(_all_spellings(form)):
                yield Wording(tuple(spelling.split()), group, "thing")


def _thing_forms(thing: str) -> tuple[str, ...]:
    """The forms of a thing; one with a "!" is found as it stands and in no plural."""
    return (thing[:-1],) if thing.endswith("!") else noun_forms(thing)


def by_first(wordings: Sequence[Wording]) -> dict[str, Wordings]:
    """Wordings by their first word, the longest first.

    Args:
        wordings: the forms of a vocabulary.

    >>> [w.group for w in by_first([Wording(("road",), "way", "thing")])["road"].others]
    ['way']
    """
    found: dict[str, dict[Wording, None]] = defaultdict(dict)
    for wording in wordings:
        found[wording.words[0]][wording] = None
    return {
        word: _by_second(sorted(ws, key=lambda w: (-len(w.words), w.gap, w.group, w.part, w.form)))
        for word, ws in found.items()
    }


def _by_second(wordings: Sequence[Wording]) -> Wordings:
    asked = [(wording, _second(wording)) for wording in wordings]
    return Wordings(
        {
            second: tuple(wording for wording, word in asked if word in ("", second))
            for second in {word for _, word in asked} - {""}
        },
        tuple(wording for wording, word in asked if not word),
    )


def _second(wording: Wording) -> str:
    """The word that must follow the first one, "" where none or any may."""
    return wording.words[1] if len(wording.words) > 1 and wording.gap != 1 else ""
