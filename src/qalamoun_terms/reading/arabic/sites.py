"""Places and sites that an Arabic clause names."""

from __future__ import annotations

from collections.abc import Iterator

from qalamoun_terms.reading.arabic.phrases import Phrase, phrase, phrase_end
from qalamoun_terms.reading.arabic.words import Page

_LEADS = ("", "ال", "ب", "ل", "و", "بال", "وال", "لل", "وب")
_NAME = 3  # words of a site with its name
_ROW = 6  # names after "the towns of"


def find_sites(page: Page, first: int, stop: int, *, definite: bool) -> Iterator[Phrase]:
    """Sites with their names, names that are well known, and definite sites where they count.

    Args:
        page: the text.
        first: the first word of the clause.
        stop: the word after its last.
        definite: whether "the bridge" counts.
    """
    at = first
    while at < stop:
        found = list(_opened_by(page, at, stop, definite=definite))
        yield from ((name, span) for name, span, _ in found)
        at = max([at + 1, *(end for _, _, end in found)])
        if found and page.is_exactly(at, "direction"):
            at += 2  # "the village, east of the town"


def _opened_by(page: Page, at: int, stop: int, *, definite: bool) -> Iterator[tuple[*Phrase, int]]:
    """The places that a word opens: a site, a row of sites, or a town that is known."""
    sites, word = page.stems.words("site"), page.word(at)
    for before in _LEADS:
        if not word.startswith(before):
            continue
        core = word[len(before) :]
        lead = len(before.removesuffix("ال")) if before != "لل" else 0
        if core in page.stems.words("sites"):
            yield from _row(page, at + 1, stop)
            return
        if core in sites and page.word(at - 1) != "عن":
            yield from _site(page, at, stop, core, lead, definite=definite)
            return
        if core in page.stems.words("place_name") and at not in page.roles:
            yield *phrase(page, at, at + 1, lead), at + 1
            return


def _site(
    page: Page, at: int, stop: int, core: str, lead: int, *, definite: bool
) -> Iterator[tuple[*Phrase, int]]:
    """A site with its name; without one it counts only where it is definite."""
    end = phrase_end(page, at, stop, _NAME)
    sides = page.stems.words("direction")
    end = next((i for i in range(at + 1, end) if page.joined(i) or page.word(i) in sides), end)
    if page.word(end) in {"–", "-"} and end + 1 < stop:
        end += 2  # "the road from the port – the market"
    bare = "ال" in page.word(at)[:4] and core not in page.stems.words("vague_site")
    if end > at + 1 or (definite and bare):
        yield *phrase(page, at, end, lead), end


def _row(page: Page, at: int, stop: int) -> Iterator[tuple[*Phrase, int]]:
    """The names after a plural: "the towns of X, Y and Z"."""
    for place in range(at, min(stop, at + _ROW)):
        lead = int(page.joined(place))
        name = page.word(place)[lead:]
        core = name.removeprefix("ال")
        site = core in page.stems.words("site") or core in page.stems.words("sites")
        plain = name in page.stems.words("beside") or page.is_a(place, "preposition")
        if core == name or site or plain:
            return
        yield *phrase(page, place, place + 1, lead), place + 1
