"""Arabic letters in one spelling, character by character, so that places in a text stay true."""

from __future__ import annotations

import re

TATWEEL = "\u0640"
_MARKS = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE)]
_ONE_FOR_ONE = {
    **dict.fromkeys(_MARKS, TATWEEL),
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    **dict.fromkeys(map(ord, "ىیئ"), "ي"),
    ord("ة"): "ه",
    ord("ؤ"): "و",
    ord("ک"): "ك",
    **{0x0660 + n: str(n) for n in range(10)},
    **{0x06F0 + n: str(n) for n in range(10)},
}
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def shadow(text: str) -> str:
    """A text with its Arabic letters in one spelling and as many characters as before.

    Marks become the tatweel, which is no letter and is passed over in words.

    Args:
        text: any text.

    >>> shadow("أُعيد ٣") == "ا\u0640عيد 3"
    True
    """
    return text.translate(_ONE_FOR_ONE)


def folded(word: str) -> str:
    """A word as the lexicon spells it.

    Args:
        word: a word as printed.

    >>> folded("هُدْنَةٌ")
    'هدنه'
    """
    return shadow(word).replace(TATWEEL, "")


def is_arabic(text: str) -> bool:
    """Whether most letters of a text are Arabic.

    Args:
        text: any text.

    >>> is_arabic("وقف النار (ceasefire)"), is_arabic("The council (مجلس)")
    (False, False)
    """
    if not _ARABIC.search(text):
        return False
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))
