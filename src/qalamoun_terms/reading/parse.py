"""The front door of the reader: a text goes in, a typed case comes out."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from qalamoun_terms.errors import ReadingError
from qalamoun_terms.lexicon.letters import folded, is_arabic
from qalamoun_terms.lexicon.load import Lexicon, load
from qalamoun_terms.model.grounds import Document, Quote, Unread
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.arabic.dates import arabic_dates
from qalamoun_terms.reading.arabic.read import read_arabic
from qalamoun_terms.reading.assemble import Assembly
from qalamoun_terms.reading.dating import package_dates
from qalamoun_terms.reading.gazetteer import find_places
from qalamoun_terms.reading.ordering import order
from qalamoun_terms.reading.roster import Roster
from qalamoun_terms.reading.status import statuses
from qalamoun_terms.reading.story import read_story
from qalamoun_terms.reading.terms.find import (
    Portion,
    Stated,
    portions_of,
    stated_in,
    with_kind_settled,
)
from qalamoun_terms.reading.text.frames import Mention, Sentence, Span, TermMention
from qalamoun_terms.reading.text.scripts import sentences_not_in_arabic, sentences_not_in_latin
from qalamoun_terms.reading.text.segments import segments
from qalamoun_terms.reading.text.sentences import quotations, sentences
from qalamoun_terms.reading.text.tokens import Tokens, tokenize
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.cast import cast_of
from qalamoun_terms.reading.who.census import census
from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.given import with_given
from qalamoun_terms.reading.who.interviewees import answer_voices, section_voices
from qalamoun_terms.reading.who.issuers import find_addressee, find_issuer
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.voices import find_voices
from qalamoun_terms.reading.who.weighed_sides import with_weighed_sides

__all__ = ["parse"]


def parse(
    text: str | bytes,
    *,
    published: str | Date | None = None,
    title: str | None = None,
    case_id: str = "case",
    parties: Mapping[str, str] | None = None,
    sides: Mapping[str, str] | None = None,
) -> Negotiation:
    """Reads a report, a statement or an agreement's text into a case.

    Every value of the case is grounded in words of the text, or derived from them by a named rule;
    what the text does not say stays out, and sentences that speak of the negotiation and gave
    nothing are listed as unread.

    Args:
        text: the text, or its bytes in utf-8; nothing is taken away, so that offsets stay true.
        published: when it was published, as EDTF; relative dates ("last June") need it.
        title: its title.
        case_id: the id of the case.
        parties: the sides of parties whose names the caller knows; it wins over what is read.
        sides: the roles of the caller's own sides, by the labels that `parties` uses.

    Returns:
        The case; empty where the text is empty or speaks of no negotiation.

    Raises:
        ReadingError: bytes that are no utf-8, or a text that cannot be written as utf-8.

    >>> case = parse("The rebels rejected the government's offer.")
    >>> [position.stance.value for position in case.positions]
    ['proposed', 'rejected']
    """
    text = decoded(text)
    date = Date(published) if isinstance(published, str) else published
    document = Document.of("d1", text, title=title, published=date)
    if not text.strip():
        return Negotiation(id=case_id, title=title, documents=(document,))
    if is_arabic(text):
        return _arabic_case(document, case_id, parties or {}, sides or {})
    scene = see(text, load("en"), date, _roles(parties or {}, sides or {}))
    story = read_story(scene)
    order(story.notes, scene.tokens, scene.sentences, scene.lexicon)
    assembly = Assembly(
        document=document,
        text=text,
        story=story,
        dates=package_dates(story, document, text, scene),
        statuses=statuses(story, scene.tokens, scene.sentences, scene.company, scene.lexicon),
        actors=scene.company.actors,
        roster=Roster(
            sides_given=sides or {},
            labels={name.casefold(): label for name, label in (parties or {}).items() if sides},
            followers=scene.lexicon.words("follower"),
        ),
    )
    case = assembly.case(case_id, title, find_places(scene, story))
    return _with_foreign(case, text, sentences_not_in_latin(text, scene.sentences))


def _arabic_case(
    document: Document,
    case_id: str,
    parties: Mapping[str, str],
    sides: Mapping[str, str],
) -> Negotiation:
    """The case of a text most of whose letters are Arabic."""
    text = document.text or ""
    roles = {folded(name): role for name, role in _roles(parties, sides).items()}
    read = read_arabic(text, load("ar"), roles)
    assembly = Assembly(
        document=document,
        text=text,
        story=read.story,
        dates=arabic_dates(read.story, document, text),
        statuses=read.statuses,
        actors=read.actors,
        roster=Roster(
            sides_given=sides,
            labels={name.casefold(): label for name, label in parties.items() if sides},
            followers=frozenset(),
        ),
    )
    case = assembly.case(case_id, document.title, read.places)
    return _with_foreign(case, text, sentences_not_in_arabic(text, read.sentences))


def _with_foreign(case: Negotiation, text: str, foreign: Sequence[Sentence]) -> Negotiation:
    """The case with the sentences of another script than the document's listed as unread."""
    unread = tuple(_foreign(text, foreign))
    return evolve(case, unread=(*case.unread, *unread)) if unread else case


def _foreign(text: str, foreign: Sequence[Sentence]) -> Iterator[Unread]:
    for sentence in foreign:
        span = sentence.span
        quote = Quote(document="d1", start=span.start, end=span.end, quote=span.text(text))
        yield Unread(ground=quote, reason="no lexicon for this script")


def decoded(text: str | bytes) -> str:
    r"""The characters of a text, with nothing taken away.

    Args:
        text: the text or its bytes.

    Raises:
        ReadingError: bytes that are no utf-8, or characters that no utf-8 can hold.

    >>> decoded(b"\xef\xbb\xbfAgreed.")
    '\ufeffAgreed.'
    """
    if isinstance(text, bytes):
        try:
            return text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ReadingError(
                f"byte {error.start}: expected text in utf-8, got {error.reason}"
            ) from None
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReadingError(
            f"character {error.start}: expected text that utf-8 can hold, got a lone surrogate"
        ) from None
    return text


def _roles(parties: Mapping[str, str], sides: Mapping[str, str]) -> dict[str, str]:
    return {name: sides.get(label, label) for name, label in parties.items()}


def see(text: str, lexicon: Lexicon, published: Date | None, roles: Mapping[str, str]) -> Scene:
    """All that is seen in a text before its story is read.

    Args:
        text: the text.
        lexicon: the lexicon of its language.
        published: when it was published.
        roles: the sides of the parties that the caller knows, by name.
    """
    tokens = tokenize(text)
    blocks = segments(text, lexicon)
    quotes = quotations(text, blocks)
    parts = sentences(text, blocks, quotes, lexicon)
    named = with_weighed_sides(tokens, census(tokens, parts, blocks, lexicon), lexicon)
    actors = with_given(tokens, named, roles)
    voices, persons = find_voices(
        tokens, blocks, parts, quotes=quotes, actors=actors, lexicon=lexicon
    )
    answers = answer_voices(tokens, blocks, actors, lexicon)
    answers = answers or section_voices(tokens, blocks, actors, lexicon)
    voices = tuple(sorted((*voices, *answers), key=lambda v: (v.span.start, v.quoted)))
    issuer = find_issuer(tokens, blocks, quotes, actors, lexicon)
    addressee = find_addressee(tokens, blocks, actors, lexicon)
    mentions = _mentions(tokens, actors)

    meant: list[Mention] = []

    @functools.lru_cache(maxsize=256)
    def portions(scope: Span, pronouns: tuple[Mention, ...]) -> Sequence[Portion]:
        named = sorted((*_inside(mentions, scope), *pronouns), key=_start) if pronouns else mentions
        return portions_of(text, scope, named, lexicon, published)

    @functools.lru_cache(maxsize=256)
    def stated(scope: Span) -> Sequence[Stated]:
        return stated_in(portions(scope, tuple(_inside(meant, scope))))

    @functools.lru_cache(maxsize=256)
    def bare_stated(scope: Span) -> Sequence[Stated]:
        return stated_in(portions(scope, tuple(_inside(meant, scope))), bare=True)

    def settle(mention: TermMention) -> TermMention:
        parts = portions(mention.span, tuple(_inside(meant, mention.span)))
        return with_kind_settled(mention, parts[0]) if len(parts) == 1 else mention

    company = Company(tokens, actors, voices, lexicon, issuer, persons, addressee)
    return Scene(
        tokens=tokens,
        blocks=blocks,
        sentences=parts,
        company=company,
        cast=cast_of(company),
        lexicon=lexicon,
        stated=stated,
        bare_stated=bare_stated,
        settle=settle,
        meant=meant,
    )


def _start(mention: Mention) -> int:
    return mention.span.start


def _inside(mentions: Sequence[Mention], scope: Span) -> Sequence[Mention]:
    """Of mentions in the order of the text, those that begin in a stretch."""
    low = bisect.bisect_left(mentions, scope.start, key=_start)
    return mentions[low : bisect.bisect_left(mentions, scope.end, lo=low, key=_start)]


def _mentions(tokens: Tokens, actors: Sequence[Actor]) -> tuple[Mention, ...]:
    """The actors as mentions of parties, and those whose names are places as places."""
    return tuple(
        Mention(
            span=actor.span(tokens),
            kind="place" if actor.metonym else "party",
            name=actor.name,
            role=actor.role or None,
        )
        for actor in actors
    )
