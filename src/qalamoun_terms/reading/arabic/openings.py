"""Where the content of a package begins in running words: "the paper provides for ..."."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from qalamoun_terms.reading.arabic.introductions import begins_term, introduced
from qalamoun_terms.reading.arabic.objects import Noun, Nouns
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.told.packages import WHOLES

_BEFORE = 14  # words before a verb in which its subject stands
_AFTER = 4  # words after it
_HEADED = 6  # words between "the most important" and the noun of parts
_NAMED = 6  # words between the noun of a package and the words that say what it is about


@frozen(kw_only=True)
class Opening:
    """A place after which content is told, words `first` up to `stop`, and the noun of its package.

    Without a noun it is the package that the text spoke of last.
    """

    first: int
    stop: int
    noun: Noun | None = None


def find_openings(nouns: Nouns, first: int, stop: int) -> list[Opening]:
    """The openings of a sentence, each with its content up to the next.

    Args:
        nouns: the nouns of packages.
        first: the first word of the sentence.
        stop: the word after its last.
    """
    found: dict[int, tuple[int, Noun | None]] = {}
    for at in range(first, stop):
        for start, noun in _openings(nouns, at, first, stop):
            found.setdefault(start, (at, noun))
    starts = [start for start in sorted(found) if start < stop]
    begun = starts[0] if starts else stop
    starts = [start for start in starts if not _is_content(found[start][1], begun)]
    ends = [*(found[start][0] for start in starts[1:]), stop] if starts else []
    return [
        Opening(first=start, stop=end, noun=found[start][1])
        for start, end in zip(starts, ends, strict=True)
    ]


def _is_content(noun: Noun | None, begun: int) -> bool:
    """Whether the noun of an opening is itself told as content: "a truce that covers the towns"."""
    return noun is not None and not noun.definite and noun.first >= begun


def _openings(nouns: Nouns, at: int, first: int, stop: int) -> Iterator[tuple[int, Noun | None]]:
    """Where a word opens content, and the noun of the package whose content it is."""
    page = nouns.page
    if page.is_a(at, "under"):
        yield from _under(nouns, at, stop)
    elif page.is_a(at, "arrives"):
        yield from _arrived(nouns, at, stop)
    elif page.word(at) == ":":
        yield from _after_colon(nouns, at, first, stop)
    elif page.is_a(at, "providing"):
        near = list(nouns.between(max(first, at - _NAMED), at))
        yield from ((at + 1, noun) for noun in near[-1:])
    elif page.is_a(at, "chief"):
        yield from _chief(nouns, at, stop)
    elif _contains(page, at) and not page.is_a(at - 1, "negation"):
        yield from _contained(nouns, at, first, stop)
    else:
        yield from introduced(nouns, at, first, stop)


def _contains(page: Page, at: int) -> bool:
    return any(
        use.form.entry.word("act") == "define" and use.form.part == "verb"
        for use in page.uses(at, "proposals")
    )


def _needs_whole(page: Page, at: int) -> bool:
    return any(u.form.entry.word("needs") == "whole" for u in page.uses(at, "proposals"))


def _contained(nouns: Nouns, at: int, first: int, stop: int) -> Iterator[tuple[int, Noun | None]]:
    """Reads "the paper provides for", "provides the second article for", "it also includes"."""
    page = nouns.page
    near = [n for n in nouns.between(at + 1, min(stop, at + _AFTER)) if n.definite]
    start = max((n.stop for n in near), default=at + 1)
    near += reversed(list(nouns.between(max(first, at - _BEFORE), at)))
    whole = next((n for n in near if n.sort in WHOLES), None)
    weak = any(u.form.entry.id == "contains_weak" for u in page.uses(at, "proposals"))
    beside = whole is not None and (whole.first > at or at - whole.stop <= 2)
    beside = beside or page.word(at - 1) in {"انها", "انه"}
    if (weak and not beside) or (whole is None and _needs_whole(page, at)):
        return
    for use in page.uses(at, "proposals"):
        turn = use.form.entry.word("after")
        ahead = range(start, min(stop, start + _BEFORE))
        start = next((i + 1 for i in ahead if turn and page.word(i) == turn), start)
    goes_on = at == first or weak or page.is_a(at - 1, "besides") or page.word(at - 1) in PAUSES
    if whole or near or goes_on:
        yield (at if weak else start), whole


def _arrived(nouns: Nouns, at: int, stop: int) -> Iterator[tuple[int, Noun | None]]:
    """Reads "in the agreement stands ..."."""
    near = [n for n in nouns.between(at + 1, min(stop, at + _AFTER)) if n.definite]
    if near and "في" in {nouns.page.word(i) for i in range(at + 1, near[0].first + 1)}:
        whole = near[0] if near[0].sort in WHOLES else None
        yield near[0].stop, whole


def _after_colon(nouns: Nouns, at: int, first: int, stop: int) -> Iterator[tuple[int, Noun | None]]:
    """Reads "a paper of four points: ..."."""
    page = nouns.page
    low = max(first, at - _BEFORE)
    near = [n for n in nouns.between(low, at) if n.sort != "part"]
    near = near or list(nouns.between(low, at))
    said = any(u.form.part == "verb" for i in range(low, at) for u in page.uses(i, "speech"))
    begins = any(begins_term(page, i) for i in range(at + 1, min(stop, at + 3)))
    beside = bool(near) and at - near[-1].stop <= _AFTER
    told = begins and not said
    if near and (told or (beside and near[-1].sort != "part")):
        yield at + 1, near[-1]


def _under(nouns: Nouns, at: int, stop: int) -> Iterator[tuple[int, Noun | None]]:
    """Reads "under the agreement, ..."."""
    page = nouns.page
    if page.word(at).endswith(("به", "بها", "ضاه", "ضاها")):
        yield at + 1, None
        return
    near = [n for n in nouns.between(at + 1, min(stop, at + 4)) if n.definite]
    whole = next((n for n in near if n.sort in WHOLES), None)
    if whole:
        yield whole.stop, whole


def _chief(nouns: Nouns, at: int, stop: int) -> Iterator[tuple[int, Noun | None]]:
    """Reads "the most important articles of the agreement: ..."."""
    near = list(nouns.between(at + 1, min(stop, at + _HEADED)))
    if near and near[0].sort == "part":
        whole = next((n for n in near if n.sort in WHOLES and n.definite), None)
        yield max(n.stop for n in near if n is near[0] or n is whole), whole


def named_content(page: Page, noun: Noun, stop: int) -> int | None:
    """Where the words begin that say what a package is about: "an agreement to exchange prisoners".

    Args:
        page: the text.
        noun: the noun of the package.
        stop: the word after the last of its sentence.
    """
    for at in range(noun.first + 1, min(stop, noun.stop + _NAMED)):
        if page.word(at) in PAUSES:
            return None
        about = page.word(at - 1) in {"علي", "حول", "بشان"} or at == noun.first + 1
        heads = [*page.uses(at, "terms"), *page.uses(at, "objects")]
        for use in heads:
            truce = use.form.table == "objects" and use.form.entry.id == "truce"
            if (truce or use.form.table == "terms") and (about or use.before in {"ل", "ب", "لل"}):
                return at
    return None
