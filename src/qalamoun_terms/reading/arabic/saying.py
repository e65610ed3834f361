"""What an Arabic sentence tells by a verb of saying: answers announced, breaches alleged, votes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import evolve

from qalamoun_terms.reading.arabic.done import Act
from qalamoun_terms.reading.arabic.kinds import read_kind
from qalamoun_terms.reading.arabic.lines import AROUND, Line
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.verbs import is_tentative
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.who.sides import PRINCIPALS

NOUNS = frozenset({"answer_noun", "breach_noun", "postponement"})
"""The sorts of nouns that state an answer."""

_ASIDE = 18  # words after "announced" in which what is said of the subject may stand
_DAYS = 5  # words between "announced" and what is announced
_ANNOUNCED = 8  # words in which it is said what is stopped
_VOTES = {"ضد": "rejected", "لصالح": "accepted", "لمصلحه": "accepted"}
_ASKING = {"proposed": "offer", "demanded": "demand"}
_ACCUSED = 12  # words after "accused" in which a breach is named


def answered(line: Line, plain: Act) -> Act | None:
    """Reads "gave its approval", "declared that it refuses": the noun says what it is.

    Args:
        line: the sentence.
        plain: the verb, with who does it.
    """
    place = answer_noun(line, plain.start + 1, plain.end + 4) or _own_noun(line, plain)
    if place is None:
        return _announced(line, plain)
    follows = answer_noun(line, place + 1, place + 2)
    place = place if follows is None else follows
    noun = next(u for u in line.page.uses(place, "stances") if u.form.entry.word("act") in NOUNS)
    stance = noun.form.entry.word("stance")
    if stance == "answered":
        return None
    tentative = stance == "accepted" and is_tentative(line.page, place + 1, line.stop)
    owner = tuple(p for p in inside(line.here, place + 1, place + 2) if p.role)
    own = line.page.is_a(place + 1, "own_side")
    return evolve(
        plain,
        doers=owner or plain.doers,
        own=plain.own and not owner,
        kind=_ASKING.get(stance, "stance"),
        end=max([place + 1 + (tentative or own), *(p.stop for p in owner)]),
        stance="provisional" if tentative else stance,
    )


def _own_noun(line: Line, plain: Act) -> int | None:
    """Where an answer stands after what is said of who gives it: "X, an ally of Y, its readiness"."""
    page = line.page
    for place in range(plain.end, min(line.stop, plain.start + _ASIDE) if plain.doers else 0):
        told = page.uses(place, "stances")
        verb = any(use.form.part == "verb" and use.form.tense == "past" for use in told)
        if page.is_exactly(place, "that_it") or page.word(place) in {":", "؛"} or verb:
            return None
        for use in told:
            own = use.after and (not use.before or page.word(place - 1) == "عن")
            if use.form.entry.word("act") == "answer_noun" and own:
                return place
    return None


def _announced(line: Line, plain: Act) -> Act | None:
    """Reads "announced a halt to the attacks", "said that it would stop them": it is an offer."""
    page = line.page
    if not any(party.role in PRINCIPALS for party in plain.doers):
        return None
    start = plain.end
    while start < plain.end + _DAYS:
        if page.is_exactly(start, "that_it"):
            return _promised(line, plain, start + 1)
        if page.uses(start, "terms"):
            break
        start += 1
    own = any(use.form.entry.id in {"stop", "observe"} for use in page.uses(start, "terms"))
    reading = read_kind(page, start, min(line.stop, start + _ANNOUNCED)) if own else None
    ceasefire = reading is not None and reading.rule.word("kind") == "ceasefire"
    return evolve(plain, kind="offer", end=start) if ceasefire else None


def _promised(line: Line, plain: Act, first: int) -> Act | None:
    """Reads "that it will stop the attacks": a verb of the future that says what is done."""
    for place in range(first, min(line.stop, first + _DAYS)):
        for use in line.page.uses(place, "terms"):
            if use.form.tense == "imperfect" and "س" in use.before:
                return evolve(plain, kind="offer", end=place)
    return None


def _blamed(line: Line, plain: Act) -> Act | None:
    """Reads "the sides accused each other of breaking the truce": each is said to have broken it."""
    page = line.page
    ahead = range(plain.start + 1, min(line.stop, plain.start + _ACCUSED))
    each = any(page.is_a(i, "accusations") for i in ahead)
    breach = next((i for i in ahead if _is_breach(page, i)), None)
    if breach is None or not each or not plain.doers:
        return None
    return evolve(plain, kind="stance", stance="violated", end=breach + 1, named=True)


def _is_breach(page: Page, at: int) -> bool:
    return any(use.form.entry.word("act") == "breach_noun" for use in page.uses(at, "stances"))


def _accused(line: Line, plain: Act) -> Act | None:
    """Reads "accused the rebels of breaking the truce": it is said of the second."""
    page = line.page
    named = [p for p in inside(line.here, plain.start + 1, plain.start + _ACCUSED) if p.role]
    nouns = range(plain.start + 1, min(line.stop, plain.start + _ACCUSED))
    breach = next(
        (i for i in nouns if _is_breach(page, i)),
        None,
    )
    if breach is None:
        return _accused_of_no(line, plain, named)
    accused = [p for p in named if p.first < breach and p not in plain.doers]
    accused = accused or [p for p in named if p.first < breach]  # who accuses stands before
    if len(accused) != 1:
        return None
    return evolve(
        plain,
        kind="stance",
        stance="violated",
        doers=tuple(accused),
        accuser=tuple(p for p in plain.doers[:1] if p not in accused),
        end=breach + 1,
        named=True,
        pronoun=any(use.after for use in page.uses(breach, "stances")),
    )


def _accused_of_no(line: Line, plain: Act, named: Sequence[Party]) -> Act | None:
    """Reads "accused the rebels of refusing the paper"."""
    page = line.page
    accused = [p for p in named if p not in plain.doers]
    for at in range(accused[0].stop, accused[0].stop + 2) if accused else ():
        for use in page.uses(at, "stances"):
            if use.before == "ب" and use.form.entry.word("stance") == "rejected":
                return evolve(
                    plain,
                    kind="stance",
                    stance="rejected",
                    doers=(accused[0],),
                    accuser=plain.doers[:1],
                    end=at + 1,
                )
    return None


def _voted(line: Line, plain: Act) -> Act | None:
    """Reads "voted for the paper", "voted against it", and "decided to accept it"."""
    for at in range(plain.end, min(line.stop, plain.end + 3)):
        stance = _VOTES.get(line.page.word(at), "")
        if stance and plain.doers:
            return evolve(plain, kind="stance", stance=stance, end=at + 1)
    return answered(line, plain)


def _dependent(line: Line, plain: Act) -> Act | None:
    """Reads "made its approval of the fifth article depend on ..."."""
    place = answer_noun(line, plain.start + 1, plain.end + 3)
    if place is None or not plain.doers:
        return None
    turns = [
        i for i in range(place + 1, min(line.stop, place + AROUND)) if line.page.word(i) == "علي"
    ]
    return evolve(
        plain,
        kind="stance",
        end=place + 1,
        stance="conditional",
        condition=turns[-1] if len(turns) > 1 else None,
    )


def answer_noun(line: Line, first: int, stop: int) -> int | None:
    """Where a noun of answering stands between two words, or None.

    Args:
        line: the sentence.
        first: the first word.
        stop: the word after the last.
    """
    for place in range(first, min(line.stop, stop)):
        uses = line.page.uses(place, "stances")
        if any(party.first <= place < party.stop for party in line.here):
            continue  # "the opposition" is no refusal
        if any(u.form.entry.word("act") == "answer_noun" for u in uses):
            return place
        if line.page.word(place) in {"ان", "بان", "انه", "انها"}:
            return None
    return None


SAYING: Mapping[str, Callable[[Line, Act], Act | None]] = {
    "announce": answered,
    "accuse": _accused,
    "blame": _blamed,
    "vote": _voted,
    "tell": _announced,
    "depend": _dependent,
}
"""What each sort of verb of saying tells, by the sort."""
