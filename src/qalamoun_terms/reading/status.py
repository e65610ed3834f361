"""What became of a package, as far as the text says: from the answers to it, and from plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Sentence
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.told.notes import ACCEPTING, Note, Story
from qalamoun_terms.reading.told.package_nouns import PackageNoun, find_packages
from qalamoun_terms.reading.told.packages import Package
from qalamoun_terms.reading.told.resolving import resolve
from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.sides import PRINCIPALS


def statuses(
    story: Story,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    company: Company,
    lexicon: Lexicon,
) -> dict[int, str]:
    """The status of each package of a story, by the package's `id()`.

    Args:
        story: the story, read to its end.
        tokens: the words of the text.
        sentences: its sentences.
        company: its actors.
        lexicon: the words that tell the end of a package.
    """
    found = by_answers(story)
    if not found:
        return found
    for sentence in sentences:
        first, stop = tokens.bounds(sentence.span)
        for status, place in _outcomes(tokens, first, stop, lexicon):
            phrases = find_packages(tokens, first, stop, company.between(first, stop), lexicon)
            package = _named(story, phrases, place, lexicon)
            if package is not None:
                found[id(package)] = status
    return found


def by_answers(story: Story) -> dict[int, str]:
    """The status of each package of a story by what was answered, by the package's `id()`.

    Args:
        story: the story, read to its end.

    >>> by_answers(Story())
    {}
    """
    notes: dict[int, list[Note]] = defaultdict(list)
    for note in story.notes:
        notes[id(note.target.package)].append(note)
    return {id(p): _by_answers(p, notes[id(p)]) for p in story.shelf.packages}


def _by_answers(package: Package, mine: Sequence[Note]) -> str:
    """Agreed, rejected or still proposed, by what the other sides answered.

    Of a deal that is only denied or refused nobody says what it is.
    """
    alone = len(package.items) == 1 and not package.partial
    whole = {(n.stance, n.doer.role) for n in mine if n.target.item is None or alone}
    stances = {stance for stance, _ in whole}
    refused = any(n.stance in {"rejected", "conditional"} for n in mine)
    if package.sort == "deal":
        if "withdrawn" in stances:
            return "collapsed"
        if "rejected" in stances and not stances & ACCEPTING:
            return "unstated"
        return "tentative" if "provisional" in stances else package.status
    others = {stance for stance, role in whole if role != package.role}
    if "withdrawn" in stances or ("rejected" in others and "accepted" not in others):
        return "rejected"
    sides = {role for stance, role in whole if stance == "accepted" and role != package.role}
    needed = 1 if package.role in PRINCIPALS else 2
    if others and others <= {"accepted"} and not refused and len(sides) >= needed:
        return "agreed"
    return package.status


def _outcomes(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    for hit in tokens.hits(lexicon.indexes["outcomes"], first, stop):
        yield hit.entry.word("status"), hit.start


def _named(
    story: Story, phrases: Sequence[PackageNoun], place: int, lexicon: Lexicon
) -> Package | None:
    """The package that a sentence says this of: the nearest that it names, on the shelf already."""
    near = [p for p in phrases if p.sort == "deal" and p.definite]
    if not near:
        return None
    phrase = min(near, key=lambda p: abs(p.first - place))
    return resolve(story.shelf, phrase, lexicon)
