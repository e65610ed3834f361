"""Tells apart what a word may be: verb or noun, a word of its own or part of a longer one or of a name.

A form that may be a verb or a noun ("release") is told apart by its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from qalamoun_terms.reading.terms.words import Tag, Words

_GAP = 7


def told_apart(
    words: Words, tags: Sequence[Tag], parties: Sequence[Tag], grammar: Mapping[str, frozenset[str]]
) -> list[Tag]:
    """The classes that stand, of all that the lexicon gives to the words of a scope.

    Args:
        words: the words of a scope.
        tags: all classes that their forms can have.
        parties: where parties are named.
        grammar: the small words of the language.
    """
    if any(tag.stop - tag.first > 1 for tag in tags):
        tags = _outermost(words, _specific(words, tags, grammar), grammar)
    fitting = _fitting(words, _without_names(words, tags), grammar)
    if not parties:
        return [*fitting]
    capitals = words.capitals
    return [
        tag for tag in fitting if not (capitals[tag.first] and _is_in_name(tag, parties, grammar))
    ]


def _specific(
    words: Words, tags: Sequence[Tag], grammar: Mapping[str, frozenset[str]]
) -> list[Tag]:
    """Without the verbs that are only part of a verb with a particle: no "take" in "take back"."""
    longer = {
        tag.first
        for tag in tags
        if tag.part == "verb"
        and tag.stop - tag.first > 1
        and not grammar["particles"].isdisjoint(words.lower[tag.first + 1 : tag.stop])
        and not _may_be_preposition(words, tag, grammar)
    }
    return [
        tag
        for tag in tags
        if tag.part != "verb" or tag.first not in longer or tag.stop - tag.first > 1
    ]


def _may_be_preposition(words: Words, tag: Tag, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether what looks like a particle may go with what follows ("settled in the next days")."""
    after = words.lower[tag.stop] if tag.stop < len(words) else ""
    opens = after in grammar["time_openers"] or after in grammar["articles"]
    return opens and words.lower[tag.stop - 1] == "in"


def _without_names(words: Words, tags: Sequence[Tag]) -> list[Tag]:
    """Without verbs and nouns of doing that are part of a name: no "tell" in "Tell Rifaat"."""
    capitals = words.capitals
    if 2 * sum(capitals) > len(words):
        return list(tags)
    return [tag for tag in tags if not (capitals[tag.first] and _is_name(words, tag))]


def _is_name(words: Words, tag: Tag) -> bool:
    """Whether a word's capital is not owed to its place in a sentence ("the Security Council")."""
    at = tag.first
    if tag.part == "thing" or not at:
        return False
    goes_on = tag.stop < len(words) and words.capital(tag.stop)
    inside = words.lower[at - 1][0].isalnum() or words.lower[at - 1] == "-"
    return inside and (tag.part == "verb" or goes_on)


def _is_in_name(tag: Tag, parties: Sequence[Tag], grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether a thing is only part of a party's name: no republic in "the Republic of Haiti"."""
    names = [p.group for p in parties if p.first <= tag.first and tag.stop <= p.stop]
    rebel = "party_opposition" in names and tag.group in grammar["not_in_rebel_names"]
    return rebel or (bool(names) and tag.group in grammar["not_in_names"])


def _outermost(
    words: Words, tags: Sequence[Tag], grammar: Mapping[str, frozenset[str]]
) -> list[Tag]:
    """Without the words that are only part of a longer noun: no "police" in "police station".

    What a longer noun of doing is about stays: the prisoners in "exchange of prisoners".
    """
    covers: dict[int, list[Tag]] = defaultdict(list)
    inner: set[int] = set()
    for tag in tags:
        length = tag.stop - tag.first
        pair = length == 3 and words.lower[tag.first + 1] in grammar["coordinators"]
        verb = (length == 2 or pair) and words.lower[tag.first] not in grammar["be"]
        if length > 1 and (tag.part in ("thing", "noun") or verb):
            inner.update(range(tag.first + 1, tag.stop))
        if length > 1 and tag.part in ("thing", "noun"):
            for at in range(tag.first, tag.stop):
                covers[at].append(tag)
    return [
        tag
        for tag in tags
        if (tag.part == "verb" and tag.first not in inner)
        or (tag.part != "verb" and not any(_hides(longer, tag) for longer in covers[tag.first]))
    ]


def _hides(longer: Tag, tag: Tag) -> bool:
    if longer.stop - longer.first <= tag.stop - tag.first or tag.stop > longer.stop:
        return False
    if longer.part == "noun":
        return tag.part != "thing" and tag.first != longer.first
    return True


def _fitting(
    words: Words, tags: Sequence[Tag], grammar: Mapping[str, frozenset[str]]
) -> Iterator[Tag]:
    """The tags that their neighbours allow: of verb, noun and thing the one that a word is here."""
    verbs = {tag.first: tag for tag in tags if tag.part == "verb" and tag.form != "ing"}
    named = {(tag.first, tag.stop) for tag in tags if tag.part == "thing"}
    things = {first for first, _ in named}
    nouns = things.union([tag.first for tag in tags if tag.part == "noun"])
    for tag in tags:
        if tag.part == "verb" and not _stands_as_verb(words, tag, grammar, things):
            continue
        if tag.part == "noun" and (tag.first, tag.stop) in named and not _of_follows(words, tag):
            continue
        verb = verbs.get(tag.first)
        both = tag.first in nouns and verb is not None and verb.stop >= tag.stop
        if both and (tag.part == "verb") != _is_verb(words, verb or tag, grammar):
            continue
        yield tag


def _of_follows(words: Words, tag: Tag) -> bool:
    """Whether "of" shows that a noun tells a doing: "the crossing of the river"."""
    return list(words.lower[tag.stop : tag.stop + 1]) == ["of"]


def _stands_as_verb(
    words: Words, tag: Tag, grammar: Mapping[str, frozenset[str]], things: Collection[int]
) -> bool:
    """Whether a verb form is a verb where it stands and no part of a noun phrase."""
    if words.lower[tag.first] in grammar["never_verbs"] or _ends_compound(words, tag):
        return False
    if tag.form == "ing":
        return not (tag.first in things and _after_determiner(words, tag, grammar))
    if tag.form == "ed":
        return not _is_modifier(words, tag, grammar)
    return _may_be_verb(words, tag, grammar)


def _ends_compound(words: Words, tag: Tag) -> bool:
    """Whether a participle closes a compound ("rebel-held", "state-owned")."""
    at = tag.first
    joined = at > 1 and words.lower[at - 1] == "-" and words.ends[at - 2] == words.starts[at - 1]
    return joined and tag.form in ("ed", "ing") and words.ends[at - 1] == words.starts[at]


def _after_determiner(words: Words, tag: Tag, grammar: Mapping[str, frozenset[str]]) -> bool:
    return tag.first > 0 and words.lower[tag.first - 1] in grammar["determiners"]


def _is_modifier(words: Words, tag: Tag, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle stands before its noun ("the captured pilots")."""
    before = words.lower[tag.first - 1] if tag.first else ""
    after = words.lower[tag.stop] if tag.stop < len(words) else ""
    if before != "'s" and before not in grammar["before_noun"]:
        return False
    joins = after in grammar["prepositions"] or after in grammar["coordinators"]
    return not joins and after.isalpha()


def _may_be_verb(words: Words, tag: Tag, grammar: Mapping[str, frozenset[str]]) -> bool:
    before = words.lower[tag.first - 1] if tag.first else ""
    nominal = before in grammar["articles"] or before in grammar["possessives"]
    return not nominal and before not in ("'s", "'", "of")


def _is_verb(words: Words, tag: Tag, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether a form that may be a verb or a noun is the verb here, by its neighbours."""
    before = words.lower[tag.first - 1] if tag.first else ""
    after = words.lower[tag.stop] if tag.stop < len(words) else ""
    verbal = before in grammar["before_form"]
    bare = tag.form == "base" and (before == "to" or _told_to(words, tag.first))
    if verbal or before in ("not", "never") or bare:
        return True
    nominal = before in grammar["before_name"]
    if nominal or after == "of" or before == "'s":
        return False
    if after in grammar["before_object"]:
        return True
    if not before.isalpha() or before in grammar["coordinators"]:
        plural = tag.form == "s"
        return tag.first > 0 and not plural and after != "for" and after in grammar["prepositions"]
    closes = after in grammar["prepositions"] and _said_before(words, tag, grammar)
    if tag.form == "s" and (closes or _ends_means(words, tag, after, grammar)):
        return False
    return before.endswith("s") or tag.form != "base"


def _ends_means(words: Words, tag: Tag, after: str, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether a plural closes the words of how something is done ("on army buses")."""
    at = tag.first - 2
    plain = not after.isalnum() and at >= 0 and not words.capital(tag.first - 1)
    return plain and words.lower[at] in grammar["means_links"]


def _said_before(words: Words, tag: Tag, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether a modal opens what a form in -s closes ("would stop their drone attacks on ...")."""
    for at in range(tag.first - 1, max(tag.first - _GAP, -1), -1):
        word = words.lower[at]
        if word in grammar["relatives"] or not word[0].isalnum():
            return False
        if word in grammar["modals"]:
            return True
    return False


def _told_to(words: Words, at: int) -> bool:
    """Whether a bare form is what somebody shall do: "that", a name in capitals, the form."""
    place = at - 1
    while place > 0 and at - place < _GAP and words.capital(place):
        place -= 1
    return 0 <= place < at - 1 and words.lower[place] == "that"
