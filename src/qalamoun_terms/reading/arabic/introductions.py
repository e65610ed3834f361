"""Small turns that introduce the content of a package: "in it", "namely", "to the effect that"."""

from __future__ import annotations

from collections.abc import Iterator

from qalamoun_terms.reading.arabic.objects import Noun, Nouns
from qalamoun_terms.reading.arabic.words import PAUSES, Page

_BEFORE = 10  # words before such a turn in which the noun of a package stands
_AFTER = 6  # words after "to the effect" in which its content begins
_REACH = 12  # words after a verb of asking in which "that" stands
_NEAR = 3  # words between a part and "that"


Introduced = tuple[int, Noun | None]
"""Where content begins, and the noun of its package."""


def introduced(nouns: Nouns, at: int, first: int, stop: int) -> Iterator[Introduced]:
    """The content that a word introduces.

    Args:
        nouns: the nouns of packages.
        at: the word.
        first: the first word of the sentence.
        stop: the word after its last.
    """
    page = nouns.page
    if page.is_a(at, "in_it") or page.is_a(at, "namely"):
        yield from _after_noun(nouns, at, first, stop)
    elif page.is_a(at, "gist"):
        yield from _after_gist(nouns, at, first, stop)
    elif page.is_exactly(at, "that_is") and begins_term(page, at) and at + 1 < stop:
        yield from _that(nouns, at, first)
    else:
        yield from _with_noun(nouns, at, stop)


def content_of(page: Page, first: int, stop: int) -> int:
    """Where what is asked for or offered begins: after "that" before a verb, else at once.

    Args:
        page: the text.
        first: the first word after the verb of asking.
        stop: the word after the last.
    """
    ahead = range(first, min(stop, first + _REACH))
    that = (i for i in ahead if page.is_exactly(i, "that_is") and _does(page, i + 1))
    return next(that, first)


def begins_term(page: Page, at: int) -> bool:
    """Whether words begin to say what is to be done: a noun of doing, "not to", "that they do".

    Args:
        page: the text.
        at: the first word.
    """
    if page.is_exactly(at, "that_is"):
        return _does(page, at + 1) or _does(page, at + 2)
    if page.is_a(at, "ban"):
        return any(page.uses(i, table) for i in (at + 1,) for table in ("terms", "objects"))
    truce = any(use.form.entry.id == "truce" for use in page.uses(at, "objects"))
    doing = any(
        use.form.part == "noun" or use.form.tense == "imperfect" for use in page.uses(at, "terms")
    )
    return truce or doing


def _does(page: Page, at: int) -> bool:
    """Whether a word is a verb of the tense in which something is to be done."""
    word = page.word(at)
    known = any(use.form.tense == "imperfect" for use in page.uses(at, "terms"))
    return known or (len(word) > 3 and word[0] in "يتن" and not any(page.uses(at, "objects")))


def _after_noun(nouns: Nouns, at: int, first: int, stop: int) -> Iterator[Introduced]:
    """Reads "a paper in which stand ...", "the first in it is ...", "a condition, namely ..."."""
    page = nouns.page
    low = max(first, at - _BEFORE)
    start = at + 1 + (page.word(at + 1) == ":")
    chief = page.is_a(at, "in_it") and any(
        page.is_a(i, "chief") for i in range(max(first, at - _NEAR), at)
    )
    if start >= stop or not (chief or begins_term(page, start)):
        return
    near = list(nouns.between(low, at))
    what = any(page.word(i) == "ما" for i in range(low, at))
    if near or chief or what:
        whole = next((n for n in reversed(near) if n.sort != "part"), None)
        yield start, whole


def _with_noun(nouns: Nouns, at: int, stop: int) -> Iterator[Introduced]:
    """Reads "their proposal to form ..." where the noun of doing carries "with"."""
    noun = next(nouns.between(at, at + 1), None)
    if noun is None or noun.sort not in {"paper", "demand"}:
        return
    for place in range(at + 1, min(stop, noun.stop + _NEAR)):
        uses = nouns.page.uses(place, "terms")
        if nouns.page.word(place) in PAUSES:
            return
        if any(use.form.part == "noun" and use.before == "ب" for use in uses):
            yield place, noun
            return


def _after_gist(nouns: Nouns, at: int, first: int, stop: int) -> Iterator[Introduced]:
    """Reads "an offer to the effect that ...", "its content: ..."."""
    page = nouns.page
    ahead = range(at + 1, min(stop - 1, at + 1 + _AFTER))
    turn = next((i for i in ahead if page.word(i) in {"ان", ":"}), None)
    if turn is None:
        return
    near = [n for n in nouns.between(max(first, at - _BEFORE), at) if n.sort != "part"]
    if begins_term(page, turn) or begins_term(page, turn + 1):
        yield turn + 1, near[-1] if near else None


def _that(nouns: Nouns, at: int, first: int) -> Iterator[Introduced]:
    """Reads "the first way is that ...", and a sentence that begins with "that they do"."""
    page = nouns.page
    if at == first:
        yield at + 1, None
        return
    low = max(first, at - _NEAR)
    between = {page.word(i) for i in range(low, at)}
    near = [n for n in nouns.between(low, at) if n.definite]
    if near and not between & PAUSES:
        yield at + 1, next((n for n in near if n.sort in {"deal", "paper", "demand"}), None)
