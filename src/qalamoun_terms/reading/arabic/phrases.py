"""Noun phrases in Arabic: where they end, and their words."""

from __future__ import annotations

from qalamoun_terms.lexicon.letters import TATWEEL, shadow
from qalamoun_terms.reading.arabic.quantities import number
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.text.frames import Span

Phrase = tuple[str, Span]
"""A phrase with its place in the text."""


def phrase_end(page: Page, at: int, stop: int, longest: int = 5) -> int:
    """The end of a noun phrase: over names and adjectives, up to a small word, a verb or a mark.

    Args:
        page: the text.
        at: its first word.
        stop: where to stop.
        longest: the most words it may have.
    """
    end = at + 1
    while end < min(stop, at + longest) and _is_in_phrase(page, end):
        if _article(page.word(end - 1)) and not _article(page.word(end)) and not _counts(page, end):
            break  # after a word with the article only more of them say something of it
        end += 1
    return end


def _article(word: str) -> bool:
    return word.startswith(("ال", "وال", "بال", "لل"))


def _counts(page: Page, at: int) -> bool:
    return number(page, at, at + 1) is not None


def _is_in_phrase(page: Page, at: int) -> bool:
    """Whether a name or a noun phrase goes on at a word."""
    word = page.word(at)
    if not word or word in PAUSES or not word[0].isalnum():
        return False
    if page.is_a(at, "preposition") or page.is_a(at, "turn") or page.is_a(at, "negation"):
        return False
    if word.startswith(("لل", "بال", "ول", "وب")) and not word.startswith("وبر"):
        return False
    if any(use.before in {"ب", "ل", "وب", "ول"} for use in page.uses(at, "objects")):
        return False
    if any(use.before == "ب" and use.form.part == "noun" for use in page.uses(at, "terms")):
        return False
    heads = any("ال" not in use.before for use in page.uses(at, "terms"))
    acts = any(use.form.part == "verb" for use in page.uses(at, "stances"))
    return not (page.joined(at) and heads) and not acts


def phrase(page: Page, first: int, stop: int, lead: int = 0) -> Phrase:
    """The words of a phrase with their place.

    Args:
        page: the text.
        first: its first word.
        stop: the word after its last.
        lead: letters of the first word that do not belong to it.
    """
    span = page.span(first, stop)
    start = span.start + lead
    while lead and shadow(page.tokens.text[start]) == TATWEEL:
        start += 1  # marks of the letter that is cut off
    span = Span(start, span.end)
    return " ".join(span.text(page.tokens.text).split()), span
