"""The places of a text: those that terms name, those of the gazetteer, and names in a place's spot."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.model.actors import Place
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.told.notes import Story
from qalamoun_terms.reading.told.scene import Scene

_WORD = re.compile("[a-z0-9]+")
PLACES = 400  # places of one text that are kept


def find_places(scene: Scene, story: Story) -> tuple[Place, ...]:
    """The places of a text, each with the spellings that differ only in marks and hyphens.

    Args:
        scene: what was seen in the text.
        story: what was read of it.
    """
    lexicon = scene.lexicon
    known = _known(lexicon)
    spellings: dict[str, list[str]] = {}
    for name in (*_of_terms(story), *_named(scene.tokens, known, lexicon)):
        printed = " ".join(name.split())
        key = known.get(folded(printed), folded(printed))
        if key and printed not in spellings.setdefault(key, []):
            spellings[key].append(printed)
    rows = list(spellings.items())[:PLACES]
    return tuple(_place(f"l{n}", key, names, lexicon) for n, (key, names) in enumerate(rows, 1))


@functools.lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A spelling without what varies in transliteration: accents, hyphens, the article, apostrophes.

    Args:
        name: a place's name as printed.

    >>> folded("al-Waer") == folded("Al Wa'er")
    True
    """
    if name.isascii():
        words = _WORD.findall(name.lower().replace("'", ""))
    else:
        plain = unicodedata.normalize("NFKD", name).casefold()
        kept = [c for c in plain if not unicodedata.combining(c) and c not in "'’"]
        words = "".join(c if c.isalnum() else " " for c in kept).split()
    return "".join([word for word in words if word not in {"al", "el", "the"}])


def _rows(lexicon: Lexicon) -> Mapping[str, object]:
    return lexicon.section("gazetteer", "places")


@functools.cache
def _known(lexicon: Lexicon) -> dict[str, str]:
    """From each folded spelling of the gazetteer to the place's name."""
    found: dict[str, str] = {}
    for name, row in _rows(lexicon).items():
        found[folded(name)] = name
        for other in row.get("spellings", []) if isinstance(row, dict) else []:
            found.setdefault(folded(str(other)), name)
    return found


def _of_terms(story: Story) -> Iterator[str]:
    for package in story.shelf.packages:
        for item in package.items:
            yield from item.mention.term.places or ()


def _named(tokens: Tokens, known: Mapping[str, str], lexicon: Lexicon) -> Iterator[str]:
    """Names of the gazetteer, and names in capitals after "in" or before "crossing"."""
    end = 0
    for at in tokens.names:
        if at < end:
            continue
        end = _name_end(tokens, at, lexicon)
        if end == at:
            continue
        name = tokens.text_of(at, end)
        before = tokens.words[at - 1] if at else ""
        after = tokens.words[end] if end < len(tokens) else ""
        placed = before in lexicon.words("place_before") and not _calendar(tokens, at, lexicon)
        if (
            folded(name) in known
            or after in lexicon.words("place_noun")
            or (placed and tokens.words[at] not in lexicon.words("person_noun"))
        ):
            yield name


def _calendar(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    word = tokens.words[at]
    return word in lexicon.words("month") or word in lexicon.words("weekday")


def _name_end(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """The word after a run of capitals with nothing but single spaces between them."""
    capitals, small = tokens.capitals, lexicon.words("function_word")
    end = at
    while end - at < 4 and end in capitals and tokens.words[end] not in small:
        if end > at and tokens.starts[end] - tokens.ends[end - 1] != 1:
            break
        end += 1
    return end


def _place(place_id: str, key: str, names: Iterable[str], lexicon: Lexicon) -> Place:
    row = _rows(lexicon).get(key)
    first, *others = list(names)
    at = row.get("at") if isinstance(row, dict) else None
    north, east = at or (None, None)
    return Place(id=place_id, name=first, spellings=others or None, latitude=north, longitude=east)
