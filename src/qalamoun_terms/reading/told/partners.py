"""Who makes an agreement whose text lies before the reader: "between X and Y", "For X: (signature)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer, doer_of
from qalamoun_terms.reading.who.sides import LOCAL, PRINCIPALS, is_side

PARTY_WORDS = 14  # words that name a party, at most
NAMED_WORDS = 5  # words of a party's name after "for", at most
REACH = 60  # words between "between" and the second party


def parties_between(company: Company, first: int, stop: int) -> tuple[Doer, ...]:
    """The parties of "between the State, represented by its Governor, and the wing of the Movement".

    Args:
        company: the actors of the text.
        first: the first word of the sentence.
        stop: the word after its last.
    """
    words = company.tokens.words
    at = next((i for i in range(first, stop) if words[i] == "between"), None)
    titles = company.lexicon.words("title_of_agreement")
    if at is None or not (at == first or titles & set(words[first:at])):
        return ()
    return _pair(company, at + 1, stop)


def parties_listed(company: Company, first: int, stop: int) -> tuple[Doer, ...]:
    """The parties of "Parties: the Government of Sarland; the Hill Front".

    Args:
        company: the actors of the text.
        first: the first word of the sentence.
        stop: the word after its last.
    """
    words = company.tokens.words
    if words[first] not in company.lexicon.words("party_list_label") or words[
        first + 1 : first + 2
    ] != [":"]:
        return ()
    joint = next((i for i in range(first + 2, stop) if words[i] in {";", "and"}), None)
    if joint is None:
        return ()
    return settled([_party(company, first + 2, joint), _party(company, joint + 1, stop)])


def parties_we(company: Company, first: int, stop: int) -> tuple[Doer, ...]:
    """The parties of "We, the commanders of the Guard and the commanders of the Chiefs, ...".

    Args:
        company: the actors of the text.
        first: the first word of the sentence.
        stop: the word after its last.
    """
    if company.tokens.words[first : first + 2] != ["we", ","]:
        return ()
    found = _pair(company, first + 2, stop)
    named = company.between(first, min(first + REACH, stop))
    return found if any(actor.role in PRINCIPALS for actor in named) else ()


def _pair(company: Company, first: int, stop: int) -> tuple[Doer, ...]:
    words = company.tokens.words
    joint = _joint(words, first, min(stop, first + REACH))
    if joint is None:
        return ()
    return settled([_party(company, first, joint), _party(company, joint + 1, stop)])


def _joint(words: Sequence[str], first: int, stop: int) -> int | None:
    """The "and" that parts two parties: after a comma where what is told of the first stands between commas."""
    open_ = 0
    ands: list[int] = []
    comma = stop
    for at in range(first, stop):
        open_ += (words[at] == "(") - (words[at] == ")")
        if not open_ and words[at] == "and" and at > first:
            ands.append(at)
        elif not open_ and words[at] == ",":
            comma = min(comma, at)
    if ands and comma < ands[0]:
        return next((i for i in ands if words[i - 1] == ","), None)
    if ands and words[first] == "the" and words[ands[0] + 1] != "the":
        return next((i for i in ands if words[i + 1] == "the"), ands[0])
    return ands[0] if ands else None


def _party(company: Company, first: int, stop: int) -> Doer | None:
    """The party that a stretch names first: its name, and the side where its words tell one."""
    tokens = company.tokens
    end = next(
        (
            i
            for i in range(first + 1, stop)
            if tokens.words[i] in company.lexicon.words("party_break")
        ),
        stop,
    )
    end = min(end, first + PARTY_WORDS)
    while first < end and tokens.words[first] in company.lexicon.words("before_party"):
        first += 1
    named = any(tokens.capital(i) for i in range(first, end)) or tokens.words[first - 1] == "the"
    if first >= end or not (named or company.between(first, end)):
        return None
    dated = company.lexicon.words("month") | company.lexicon.words("weekday")
    if any(word[0].isdigit() or word in dated for word in tokens.words[first:end]):
        return None
    actors = [a for a in company.between(max(0, first - 1), end) if is_side(a.role)]
    firm = [a for a in actors if a.role in PRINCIPALS and not a.weak] or actors
    role = firm[0].role if firm else ""
    name = tokens.text_of(first, end)
    return Doer(name=name, role=role, actor=firm[0] if firm else None)


def settled(doers: Sequence[Doer | None]) -> tuple[Doer, ...]:
    """Two parties with their sides: who faces the state challenges it, and so do two clans each other.

    Args:
        doers: the parties as they are named, None where a stretch names none.
    """
    found = [doer for doer in doers if doer is not None]
    if len(found) != 2 or len({doer.name for doer in found}) < 2:
        return ()
    roles = [doer.role for doer in found]
    if roles == ["state", "state"] and len({doer.country for doer in found if doer.country}) < 2:
        found[1] = evolve(found[1], role="opposition", actor=None)
    if "mediator" in roles or "other" in roles:
        return ()
    if "state" in roles:
        return tuple(d if d.role else evolve(d, role="opposition") for d in found)
    return tuple(
        d if d.role == "opposition" else evolve(d, role="opposition", actor=None) for d in found
    )


def signatories(company: Company, first: int, stop: int, lexicon: Lexicon) -> tuple[Doer, ...]:
    """The parties of "Signed by the Governor for the State, and for the wing by its secretary".

    Args:
        company: the actors of the text.
        first: the first word of the sentences that tell of the signing.
        stop: the word after their last.
        lexicon: the words of signing.
    """
    words = company.tokens.words
    signed = any(words[i] in lexicon.words("signing") for i in range(first, stop))
    if not signed:
        return ()
    found = list(_signed_for(company, first, stop))
    if len(found) < 2:
        found = list(_signers(company, first, stop))
    return settled(found[:2]) if len(found) >= 2 else ()


def signed_for(company: Company, first: int, stop: int) -> Doer | None:
    """The party of a line such as "For the Council: Brigadier Malik" or "For the Tebu (signature)".

    Args:
        company: the actors of the text.
        first: the first word of the line.
        stop: the word after its last.
    """
    if company.tokens.words[first] != "for":
        return None
    doer = _party(company, first + 1, min(stop, first + 2 + NAMED_WORDS))
    mark = set(company.tokens.words[first : min(stop, first + 3 + NAMED_WORDS)])
    return doer if mark & {":", "(", ","} else None


def _signed_for(company: Company, first: int, stop: int) -> Iterator[Doer]:
    """The parties of "signed for the army: ..., for the rebels: ..."."""
    words, seen = company.tokens.words, set()
    for at in range(first, stop - 1):
        if words[at] != "for" and not (words[at] == "of" and words[at - 1] == ","):
            continue
        doer = _party(company, at + 1, min(stop, at + 2 + NAMED_WORDS))
        if doer is not None and doer.name not in seen and doer.role != "mediator":
            seen.add(doer.name)
            yield doer


def _signers(company: Company, first: int, stop: int) -> Iterator[Doer]:
    """Actors in a line of signatures, one of each side or name."""
    seen: set[str] = set()
    for actor in company.between(first, stop):
        if actor.role in LOCAL and actor.name not in seen:
            seen.add(actor.name)
            yield doer_of(actor)
