"""All that is read in an Arabic text: its story, when its packages are dated, and who is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from qalamoun_terms.lexicon.letters import shadow
from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.stems import stem_lexicon
from qalamoun_terms.model.actors import Place
from qalamoun_terms.reading.arabic.issuers import guest_of, issuer_of
from qalamoun_terms.reading.arabic.notebook import Notebook
from qalamoun_terms.reading.arabic.parties import Voices, find_parties
from qalamoun_terms.reading.arabic.story import ArabicReader
from qalamoun_terms.reading.arabic.words import Page, tokens_of
from qalamoun_terms.reading.status import by_answers
from qalamoun_terms.reading.text.frames import Sentence
from qalamoun_terms.reading.text.segments import segments
from qalamoun_terms.reading.text.sentences import quotations, sentences
from qalamoun_terms.reading.told.notes import Story
from qalamoun_terms.reading.who.naming import Actor


@frozen(kw_only=True)
class ArabicText:
    """What was read of an Arabic text."""

    story: Story
    sentences: tuple[Sentence, ...]
    statuses: Mapping[int, str]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


def read_arabic(text: str, lexicon: Lexicon, roles: Mapping[str, str]) -> ArabicText:
    """Reads an Arabic text.

    Args:
        text: the text as given.
        lexicon: the Arabic lexicon.
        roles: the sides of parties that the caller knows, by name.

    >>> from qalamoun_terms.lexicon.load import load
    >>> read_arabic("نزل المطر.", load("ar"), {}).story.notes
    []
    """
    reader = reader_of(text, lexicon, roles)
    story = reader.read()
    return ArabicText(
        story=story,
        sentences=tuple(reader.book.sentences),
        statuses=by_answers(story),
        actors=tuple(p.actor() for p in reader.book.parties if p.role not in {"", "both", "other"}),
        places=tuple(_places(story)),
    )


def reader_of(text: str, lexicon: Lexicon, roles: Mapping[str, str]) -> ArabicReader:
    """A reader before the first sentence of a text.

    Args:
        text: the text as given.
        lexicon: the Arabic lexicon.
        roles: the sides of parties that the caller knows, by name.
    """
    plain = shadow(text)
    blocks = segments(plain, lexicon)
    parts = sentences(plain, blocks, quotations(plain, blocks), lexicon)
    page = Page(tokens_of(text), stem_lexicon(lexicon))
    parties = find_parties(page, roles)
    page = evolve(page, roles={party.first: party.role for party in parties if party.role})
    voices = Voices(page, parties, issuer_of(page, parts, parties))
    voices.guest = guest_of(page, parts, parties)
    return ArabicReader(Notebook(page, parts, parties), blocks, voices)


def _places(story: Story) -> Iterator[Place]:
    names: dict[str, None] = {}
    for package in story.shelf.packages:
        for item in package.items:
            names.update(dict.fromkeys(item.mention.term.places or ()))
    for number, name in enumerate(names, start=1):
        yield Place(id=f"l{number}", name=name)
