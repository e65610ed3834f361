"""Who does what a verb says in Arabic: the party after it, else the nearest before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qalamoun_terms.lexicon.stems import Use
from qalamoun_terms.reading.arabic.sides import Party
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.who.sides import is_side

AFTER = 4
"""Words after a verb in which its subject begins."""

_BEFORE = 8  # words before it
_GOES_ON = 20  # words before a verb that goes on with "and"


_MEN = frozenset({"fighter", "troops"})  # "fighters of the factions" are the factions


def of_speaker(page: Page, at: int) -> bool:
    """Whether a verb stands after "that it": who says so does it.

    Args:
        page: the text.
        at: the verb.
    """
    back = at - 1
    if page.is_exactly(back, "before_verb"):
        back -= 1
    return page.is_exactly(back, "that_they")


def subject_of(page: Page, here: Sequence[Party], use: Use, at: int) -> tuple[Party, ...]:
    """Who does it.

    Args:
        page: the text.
        here: the parties around the verb.
        use: the verb.
        at: its place.
    """
    spoken_for = _spoken_for(page, here, at)
    if spoken_for:
        return spoken_for
    plural = use.form.part == "verb" and page.word(at).endswith(("وا", "ون"))
    told = plural and any(party.stop == at for party in here)  # a plural verb follows its subject
    told = told or any(_fronted(page, use, at, party) for party in here)
    for party in () if told else here:
        near = party.first == at + 1 or not party.follows_noun
        if at < party.first <= at + AFTER and not party.governed and near:
            if _parted(page, at + 1, party.first):
                break
            if _agrees(page, use, at, party):
                return (party, *_joined(page, here, party))
    if page.is_exactly(at + 1, "latter"):
        named = [p for p in here if p.stop <= at and is_side(p.role) and not p.governed]
        return tuple(named[-1:])
    if _unknown_subject(page, at) and not any(party.stop == at for party in here):
        return ()
    joined = use.before.startswith(("و", "ف"))
    for party in reversed(here):
        near = party.stop <= at and at - party.stop <= (_GOES_ON if joined else _BEFORE)
        free = (
            not party.governed
            and not party.follows_noun
            and not _joined_governed(page, here, party)
        )
        if near and free and not _noun_before(page, party) and _agrees(page, use, at, party):
            return (*_joined_before(page, here, party), party)
    return ()


def _fronted(page: Page, use: Use, at: int, party: Party) -> bool:
    """Whether a party stands right before a verb of the present at the head of a clause."""
    if party.stop != at or party.governed or use.form.tense != "imperfect":
        return False
    before = page.word(party.first - 1)
    heads = (
        before in PAUSES
        or before in page.stems.words("clause_head")
        or page.joined(party.first)
        or not before
    )
    return heads and _agrees(page, use, at, party)


def _spoken_for(page: Page, here: Sequence[Party], at: int) -> tuple[Party, ...]:
    """The party of an officer who does it: "a commander of the front demanded"."""
    if not any(use.form.entry.id == "person" for use in page.uses(at + 1, "speech")):
        return ()
    near = (p for p in here if at + 2 < p.first <= at + AFTER + 1 and is_side(p.role))
    found = next(near, None)
    between = {page.word(i) for i in range(at + 2, found.first)} if found else set()
    return (found,) if found and between & page.stems.words("of_whom") else ()


def _unknown_subject(page: Page, at: int) -> bool:
    """Whether a definite noun follows a verb that is neither a package nor something to be done."""
    word = page.word(at + 1)
    tables = ("proposals", "terms", "stances")
    if not word.startswith("ال") or page.is_a(at + 1, "preposition"):
        return False
    return not page.is_a(at + 1, "ordinal_word") and not any(page.uses(at + 1, t) for t in tables)


def _agrees(page: Page, use: Use, at: int, party: Party) -> bool:
    """Whether a verb may be of a party: no feminine verb of a man, and no man's verb of a woman."""
    noun = party.noun.split()[0]
    end = len(page.word(at)) - len(use.after)
    word = page.word(at)[len(use.before) : end].removeprefix("س")
    if word.endswith(("وا", "ون")) and party.noun in page.stems.words("proper"):
        return False  # a capital does not do what "they" do
    if use.form.part != "verb" or party.country or word.endswith(("وا", "ون", "ان", "ا", "تا")):
        return True
    bases = {verb.split(":")[0] for verb in use.form.entry.word("verbs").split()}
    if use.form.tense == "past":
        feminine = word.endswith("ت") and word not in bases
    else:
        feminine = word.startswith("ت")
    if feminine:
        return noun not in page.stems.words("masculine")
    return not noun.endswith("ه") or noun in page.stems.words("masculine")


def _parted(page: Page, first: int, stop: int) -> bool:
    """Whether a mark, a preposition or an object stands between a verb and a party."""
    return any(
        page.word(i) in PAUSES
        or page.is_a(i, "preposition")
        or page.entry(i, "proposals") is not None
        or page.entry(i, "terms") is not None
        for i in range(first, stop)
    )


def _joined_governed(page: Page, here: Sequence[Party], party: Party) -> bool:
    """Whether a name is joined to one that stands after a preposition: "in Egypt and Qatar"."""
    if not page.joined(party.first):
        return False
    return any(other.stop == party.first and other.governed for other in here)


def _noun_before(page: Page, party: Party) -> bool:
    tables = ("terms", "objects")
    uses = (use for table in tables for use in page.uses(party.first - 1, table))
    return any(use.form.part == "noun" and use.form.entry.id not in _MEN for use in uses)


def _joined_before(page: Page, here: Sequence[Party], party: Party) -> Iterator[Party]:
    """The party before one that is joined to it by "and"."""
    if page.joined(party.first):
        yield from (other for other in here if other.stop == party.first and not other.governed)


def _joined(page: Page, here: Sequence[Party], party: Party) -> Iterator[Party]:
    """Parties joined to one by "and"."""
    last = party
    for other in here:
        if other.first == last.stop and page.joined(other.first):
            yield other
            last = other
