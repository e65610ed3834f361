"""Whether an Arabic word that may state an act does so: no noun, not denied, not only supposed."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.lexicon.stems import Use
from qalamoun_terms.reading.arabic.done import Act
from qalamoun_terms.reading.arabic.sides import Party
from qalamoun_terms.reading.arabic.words import PAUSES, Page

_NEAR = 8  # words before a verb that may deny it, and after it in which a package stands


def is_act(page: Page, use: Use, doers: Sequence[Party], at: int) -> bool:
    """Whether a word that may also be a noun or a preposition is a verb here.

    Args:
        page: the text.
        use: what the word may be.
        doers: who would do it.
        at: its place.
    """
    if use.form.entry.word("needs") == "label":
        return True
    if use.form.part == "noun":
        return bool(doers) and page.word(at + 1).startswith(("عل", "ل"))
    word = page.word(at)
    masdar = use.form.entry.id == "reject" and use.after and page.word(at + 1).startswith("ل")
    if page.word(at).lstrip("و") in page.stems.words("father_of"):
        return False  # "Abu Ahmad" is a name
    relative = page.is_exactly(at - 1, "relative") and not use.after
    if masdar or relative or page.is_exactly(at - 1, "no_verb_after"):
        return False
    wished = (
        page.word(at - 1) in {"ان", "بان", "وان", "وبان", "الا"} and use.form.tense == "imperfect"
    )
    if "ل" in use.before or word.lstrip("وف") == "قبل" or wished:
        return False
    core = word[len(use.before) : len(word) - len(use.after)]
    bases = {verb.split(":")[0] for verb in use.form.entry.word("verbs").split()}
    return core not in bases or use.form.tense != "past" or _is_verb(page, use, doers, at)


def _is_verb(page: Page, use: Use, doers: Sequence[Party], at: int) -> bool:
    """Whether a form that may be a noun is a verb: after a particle, or right beside its subject."""
    beside = [p for p in doers if 0 < p.first - at <= 2 or 0 <= at - p.stop <= 2]
    sure = page.word(at - 1) in {"قد", "وقد", "فقد"} or use.before == "ف"
    if sure or (use.after and doers):
        return True
    proposes = use.form.entry.word("act") == "propose"
    if proposes and doers and doers[0].first < at:
        return True
    if proposes and not doers and _only_verb(page, at):
        return True
    return bool(beside) and not page.is_a(at - 1, "governor")


def _only_verb(page: Page, at: int) -> bool:
    """Whether a word can be no noun of the lexicon, so that it is a verb whoever does it."""
    return page.entry(at, "proposals") is None and not any(page.uses(at, "objects"))


def is_threatened(page: Page, use: Use, at: int) -> bool:
    """Whether a withdrawal is only threatened.

    Args:
        page: the text.
        use: what the word may be.
        at: its place.
    """
    near = range(at - 4, at)
    return use.form.entry.id == "withdraw" and any(page.is_a(i, "hypothetical") for i in near)


def is_supposed(page: Page, use: Use, at: int, first: int) -> bool:
    """Whether something is only supposed: "if they refuse", "they may refuse".

    Args:
        page: the text.
        use: what the word may be.
        at: its place.
        first: the first word of the sentence.
    """
    before = page.word(at - 1).lstrip("وف")
    may = before == "قد" and use.form.tense == "imperfect"
    near = range(max(first, at - 2), at)
    return may or any(page.is_a(i, "supposing") for i in near)


def under_denial(page: Page, at: int, first: int) -> bool:
    """Whether a verb stands in what somebody denies: "denied that it had agreed".

    Args:
        page: the text.
        at: its place.
        first: the first word of the sentence.
    """
    if page.word(at - 1) not in {"قد", "ان"}:
        return False
    near = range(max(first, at - _NEAR), at)
    return any(u.form.entry.word("act") == "deny" for i in near for u in page.uses(i, "stances"))


def is_negated(page: Page, at: int, first: int) -> bool:
    """Whether a verb is denied by the word before it.

    Args:
        page: the text.
        at: its place.
        first: the first word of the sentence.
    """
    before = page.word(at - 1).lstrip("وف")
    opens = at - 1 == first or page.word(at - 2) in PAUSES
    return before in {"لم", "لن", "لا", "مش", "ليس", "غير"} or (before == "ما" and opens)


def is_first_person(page: Page, use: Use, at: int) -> bool:
    """Whether a verb says "we".

    Args:
        page: the text.
        use: what the word may be.
        at: its place.
    """
    word = page.word(at)[len(use.before) :]
    if use.form.tense == "past":
        return not use.after and word.endswith("نا")
    return word.startswith("ن") and use.form.tense == "imperfect"


def fronted_from(page: Page, doers: Sequence[Party], at: int, first: int) -> int | None:
    """Where the words begin that are put before a verb, up to the last pause or subject.

    Args:
        page: the text.
        doers: who does it.
        at: its place.
        first: the first word of the sentence.
    """
    start = at
    while start > max(first, at - 6) and page.word(start - 1) not in PAUSES:
        if any(p.first < start <= p.stop for p in doers):
            break
        start -= 1
    return start if start < at else None


def means_it(page: Page, at: int, end: int) -> bool:
    """Whether the object of a verb is "it" or "that".

    Args:
        page: the text.
        at: its place.
        end: the word after the verb and its subject.
    """
    return any(page.is_a(i, "pronoun") for i in (at + 1, end)) or page.word(end) == "ذلك"


def is_tentative(page: Page, first: int, stop: int) -> bool:
    """Whether a word of what is only first or preliminary follows.

    Args:
        page: the text.
        first: the first word that is looked at.
        stop: the word after the last of the sentence.
    """
    return any(page.is_a(i, "tentative") for i in range(first, min(stop, first + 6)))


def lacks_package(page: Page, plain: Act, use: Use) -> bool:
    """Whether an act of packages has none near it: "and the withdrawal of forces".

    Args:
        page: the text.
        plain: the act.
        use: what the word may be.
    """
    if not plain.named or use.after or page.is_a(plain.start + 1, "pronoun"):
        return False
    if any(page.is_a(at, "reply") for at in range(plain.end, plain.end + 2)):
        return True
    return not any(page.entry(at, "proposals") for at in range(plain.end, plain.end + _NEAR))
