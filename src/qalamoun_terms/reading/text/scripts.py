"""Sentences in a script of which the reader knows no words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qalamoun_terms.reading.text.frames import Sentence

__all__ = ["sentences_not_in_arabic", "sentences_not_in_latin"]

_OTHER_LETTERS = re.compile(r"[\u0370-\u1dff\u2c00-\ua71f\ua800-\uddff\uf900-\ufdff\ufe70-\ufefc]")
_LATIN_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def sentences_not_in_latin(text: str, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences most of whose letters are of another script than the lexicon's.

    They are listed as unread: silence about them would look as if they said nothing.

    Args:
        text: the text.
        sentences: its sentences.

    >>> sentences_not_in_latin("Agreed.", ())
    ()
    """
    if not _OTHER_LETTERS.search(text):
        return ()
    return tuple(one for one in sentences if _is_other(one.span.text(text)))


def sentences_not_in_arabic(text: str, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of an Arabic text most of whose letters are Latin.

    Args:
        text: the text.
        sentences: its sentences.

    >>> sentences_not_in_arabic("وقف النار", ())
    ()
    """
    return tuple(one for one in sentences if _is_latin(one.span.text(text)))


def _is_latin(words: str) -> bool:
    return len(_LATIN_LETTERS.findall(words)) > len(_OTHER_LETTERS.findall(words))


def _is_other(words: str) -> bool:
    return len(_OTHER_LETTERS.findall(words)) > len(_LATIN_LETTERS.findall(words))
